"""A file becomes a Plan: no model, no network, no database."""
