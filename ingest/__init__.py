"""A file becomes a Plan: no model, no network, no database."""

from __future__ import annotations

from ingest.errors import KehoachError, UnreadableFile
from ingest.pipeline import read_plan
from ingest.plan import Chunk, Plan, Span

__all__ = ["Chunk", "KehoachError", "Plan", "Span", "UnreadableFile", "read_plan"]
