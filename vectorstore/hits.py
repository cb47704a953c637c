"""The nouns of the library: what is kept, what was found, how it stands. Light: imports no database."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ingest.errors import KehoachError
from ingest.plan import Chunk

__all__ = [
    "Added",
    "CatalogTooNew",
    "EmbedderUnavailable",
    "Health",
    "Hit",
    "LibraryBusy",
    "Outcome",
    "PlanEntry",
    "StoreSettings",
]


class CatalogTooNew(KehoachError):
    """The catalog was written by a newer version of the program."""


class EmbedderUnavailable(KehoachError):
    """The embedding model named in the settings cannot be loaded."""


class LibraryBusy(KehoachError):
    """Another process has been writing to the library for too long."""


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """Where the library lives and by which model it searches.

    ``embedder`` is "bundled", a folder, or a Hugging Face name such as "intfloat/multilingual-e5-base".
    ``offline`` forbids downloading a model by name (folders never use the network).
    ``dense`` is "chroma", or "exact" to search the catalog's own vectors and leave Chroma out.
    """

    folder: Path
    database_url: str | None = None
    embedder: str = "bundled"
    offline: bool = False
    dense: Literal["chroma", "exact"] = "chroma"
    lock_seconds: float = 120.0


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """One plan of the library, as it stands in a list; unknown is None."""

    name: str
    title: str | None
    number: str | None
    date: str | None
    issuer: str | None
    province: str | None
    year: int | None
    level: str | None
    system: str | None
    doc_type: str | None
    corruption: float
    source: str = ""
    revision: int = 1
    added_at: str = ""
    chunks: int = 0


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file."""

    name: str
    status: Literal["added", "unchanged", "replaced"]
    chunks: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file of many: what became of it, or why it could not be read (Vietnamese)."""

    path: Path
    added: Added | None = None
    error: KehoachError | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found. ``score`` (0..1 before boosts) ranks within one question only.

    ``dense`` is the cosine with the question; ``lexical`` the BM25 score on the index that the question
    was routed to; ``words``, ``syllables`` and ``plain`` are the BM25 scores of each index;
    ``coverage`` is the share of the question's words (weighted by rarity) that stand in the passage.
    """

    plan: str
    chunk: Chunk
    score: float
    dense: float
    lexical: float
    words: float = 0.0
    syllables: float = 0.0
    plain: float = 0.0
    coverage: float = 0.0

    def __hash__(self) -> int:
        """By its place and score: what is remembered of hits is asked for by every reading, and a passage is long to hash."""
        return hash((self.plan, self.chunk.span, self.score))


@dataclass(frozen=True, slots=True)
class Health:
    """How the library stands; ``notes`` say in Vietnamese what is not as it should be."""

    plans: int
    chunks: int
    revision: int
    embedder: str
    lexical: Literal["ready", "behind"]
    dense: Literal["chroma", "exact"]
    notes: tuple[str, ...] = ()
