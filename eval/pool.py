"""Any set of passages searched just as a library is: the same word index, vectors and ranking."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

import numpy as np

from ingest.plan import Chunk
from vectorstore.catalog import Catalog, Key, Snapshot
from vectorstore.embedder import Embedder, Vectors
from vectorstore.exact import Matrix
from vectorstore.lexical import LexicalIndex, Spelling
from vectorstore.library import passage_text
from vectorstore.search import Query, rank, read_question

__all__ = ["Pool", "Ranker", "View"]

Ranker = Callable[[str], Sequence[Key]]
DEEP = 100


class _Passages:
    """What the word index asks of a catalog."""

    def __init__(self, passages: Sequence[tuple[Key, Chunk]], *, segment: bool) -> None:
        self._passages = passages
        self._words = None if segment else ""

    def indexable(
        self, plan_ids: Collection[int], words_version: int
    ) -> Iterator[tuple[Key, Chunk, str | None]]:
        """Every passage; with empty words where segmenting them would take too long."""
        for key, chunk in self._passages:
            if key[0] in plan_ids:
                yield key, chunk, self._words


class Pool:
    """Passages with a word index in ``folder`` and vectors in memory."""

    def __init__(
        self, passages: Sequence[tuple[Key, Chunk]], embedder: Embedder, folder: Path, *, segment: bool = True
    ) -> None:
        counts: dict[int, int] = {}
        for key, _ in passages:
            counts[key[0]] = counts.get(key[0], 0) + 1
        self.index = LexicalIndex(folder)
        snapshot = Snapshot(1, {plan: str(plan) for plan in counts}, counts)
        catalog = cast("Catalog", _Passages(passages, segment=segment))
        self.index.sync(catalog, snapshot, "pool")
        self.embedder = embedder
        self.keys = [key for key, _ in passages]
        self.texts = [passage_text(chunk.title_line, chunk.text) for _, chunk in passages]
        start = time.perf_counter()
        vectors = embedder.encode_passages(self.texts)
        self.encoded_a_second = len(self.texts) / (time.perf_counter() - start)
        self.matrix = Matrix(self.keys, {key: row for row, key in enumerate(self.keys)}, vectors)

    def read(self, question: str) -> Query:
        """The question as the library reads it."""
        return read_question(question, self.index.is_word)

    def words(self, spelling: Spelling, tokens: Callable[[str], Sequence[str]]) -> Ranker:
        """BM25 alone on one spelling."""

        def ranked(question: str) -> list[Key]:
            found = self.index.search({spelling: tokens(question)}, DEEP)[spelling]
            return sorted(found, key=lambda key: (-found[key], key))

        return ranked

    def vectors(self, question: str) -> list[Key]:
        """The nearest passages by cosine."""
        return list(self.matrix.best(self.embedder.encode_query(question), DEEP))

    def whole(
        self,
        without: Collection[str] = (),
        boosts: Mapping[int, float] | None = None,
        read: Callable[[str], Query] | None = None,
    ) -> Ranker:
        """The library's ranking, less some of its parts."""

        def ranked(question: str) -> list[Key]:
            query = (read or self.read)(question)
            view = View(self, query, frozenset(without))
            return [found.key for found in rank(query, view, boosts or {}, None)[:DEEP]]

        return ranked


class View:
    """What ``vectorstore.search.rank`` asks, for one question."""

    def __init__(self, pool: Pool, query: Query, without: frozenset[str]) -> None:
        self._pool = pool
        self._without = without
        self._vector: Vectors = (
            np.zeros(1, np.float32) if "dense" in without else pool.embedder.encode_query(query.text)
        )

    def lexical(
        self, query: Query, limit: int, plans: Collection[int] | None
    ) -> dict[Spelling, dict[Key, float]]:
        """BM25 scores on the spellings that take part."""
        tokens = {
            spelling: asked for spelling, asked in query.tokens.items() if spelling not in self._without
        }
        return self._pool.index.search(tokens, limit, plans)

    def dense(self, query: Query, limit: int, plans: Collection[int] | None) -> dict[Key, float]:
        """The nearest passages."""
        return {} if "dense" in self._without else self._pool.matrix.best(self._vector, limit)

    def cosines(self, query: Query, keys: Collection[Key]) -> dict[Key, float]:
        """Cosines of passages that only the words found."""
        return {} if "dense" in self._without else self._pool.matrix.cosines(self._vector, keys)
