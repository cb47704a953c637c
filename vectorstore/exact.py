"""Exact search over the catalog's own vectors: the healthy path whenever Chroma is not there."""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from vectorstore.catalog import Catalog, Key
from vectorstore.embedder import Vectors
from vectorstore.rows import unpack

__all__ = ["ExactIndex", "Matrix"]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Vectors of one space with the chunks that they stand for."""

    keys: list[Key]
    rows: dict[Key, int]
    vectors: Vectors

    @classmethod
    def read(
        cls, catalog: Catalog, embedder: str, dimensions: int, plans: Collection[int] | None = None
    ) -> Matrix:
        """All vectors of the space ``embedder``, or those of some plans."""
        keys, blobs = catalog.vectors(embedder, plans)
        return cls(keys, {key: row for row, key in enumerate(keys)}, unpack(blobs, dimensions))

    def best(self, query: Vectors, limit: int) -> dict[Key, float]:
        """The ``limit`` chunks nearest to the query, with their cosines, best first.

        >>> identity = np.eye(2, dtype=np.float32)
        >>> Matrix([(1, 0), (1, 1)], {(1, 0): 0, (1, 1): 1}, identity).best(identity[1], 1)
        {(1, 1): 1.0}
        """
        if not self.keys or limit < 1:
            return {}
        scores = self.vectors @ query
        top = (
            np.argpartition(-scores, limit - 1)[:limit]
            if limit < len(self.keys)
            else np.arange(len(self.keys))
        )
        return {self.keys[at]: float(scores[at]) for at in top[np.argsort(-scores[top], kind="stable")]}

    def cosines(self, query: Vectors, keys: Collection[Key]) -> dict[Key, float]:
        """The cosines of given chunks; those without a vector are left out."""
        known = [key for key in keys if key in self.rows]
        scores = self.vectors[[self.rows[key] for key in known]] @ query if known else ()
        return {key: float(score) for key, score in zip(known, scores, strict=True)}


class ExactIndex:
    """All vectors of one space in memory, read again when the catalog has changed."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._lock = threading.Lock()
        self._at: tuple[int, str] | None = None
        self._matrix = Matrix([], {}, np.zeros((0, 1), np.float32))

    def matrix(self, revision: int, embedder: str, dimensions: int) -> Matrix:
        """Every vector of the catalog at this revision."""
        with self._lock:
            if self._at != (revision, embedder):
                self._matrix = Matrix.read(self._catalog, embedder, dimensions)
                self._at = (revision, embedder)
            return self._matrix

    def forget(self) -> None:
        """Free the memory; the next search reads the vectors again."""
        with self._lock:
            self._at, self._matrix = None, Matrix([], {}, np.zeros((0, 1), np.float32))
