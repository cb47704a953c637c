"""How the bundled embedding model was made."""
