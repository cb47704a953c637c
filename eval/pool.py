"""Any set of passages searched just as a library is: the same word index, vectors and ranking."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, cast

from ingest.plan import Chunk
from vectorstore import words as spell
from vectorstore.catalog import Catalog, Key, Snapshot
from vectorstore.embedder import Embedder, Vectors
from vectorstore.exact import Matrix
from vectorstore.lexical import LexicalIndex, Spelling, Wanted
from vectorstore.library import passage_text
from vectorstore.rerank import RERANKED, rerank
from vectorstore.search import Query, Scored, rank

__all__ = ["Asking", "Pool", "Ranker", "View", "segment", "unrouted"]

Ranker = Callable[[str], Sequence[Key]]
DEEP = 100


class Asking(NamedTuple):
    """A question as the indexes see it, and how much each plan's passages are raised."""

    query: Query
    boosts: Mapping[int, float]


class _Passages:
    """What the word index asks of a catalog."""

    def __init__(self, passages: Sequence[tuple[Key, Chunk]], words: Mapping[Key, str]) -> None:
        self._passages = passages
        self._words = words

    def indexable(
        self, plan_ids: Collection[int], words_version: int
    ) -> Iterator[tuple[Key, Chunk, str | None]]:
        """Every passage; with empty words where segmenting them would take too long."""
        for key, chunk in self._passages:
            if key[0] in plan_ids:
                yield key, chunk, self._words.get(key, "")


def segment(passages: Sequence[tuple[Key, Chunk]]) -> dict[Key, str]:
    """The words of every passage, as the catalog keeps them."""
    return {key: " ".join(spell.words(chunk.text)) for key, chunk in passages}


class Pool:
    """Passages with a word index in ``folder`` and vectors in memory.

    Without ``words`` nothing is searched by words, only by syllables; ``started`` is when making them began.
    """

    def __init__(
        self,
        passages: Sequence[tuple[Key, Chunk]],
        embedder: Embedder,
        folder: Path,
        *,
        words: Mapping[Key, str] | None,
        started: float | None = None,
    ) -> None:
        counts: dict[int, int] = {}
        for key, _ in passages:
            counts[key[0]] = counts.get(key[0], 0) + 1
        self.segmented = words
        self.chunks = dict(passages)
        self.index = LexicalIndex(folder)
        snapshot = Snapshot(1, {plan: str(plan) for plan in counts}, counts)
        catalog = cast("Catalog", _Passages(passages, words or {}))
        start = time.perf_counter() if started is None else started
        self.index.sync(catalog, snapshot, "pool")
        self.indexed_a_second = len(passages) / (time.perf_counter() - start)
        self.index_bytes = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        self.embedder = embedder
        self.texts = [passage_text(chunk.title_line, chunk.text) for _, chunk in passages]
        start = time.perf_counter()
        vectors = embedder.encode_passages(self.texts)
        self.encoded_a_second = len(self.texts) / (time.perf_counter() - start)
        keys = [key for key, _ in passages]
        self.matrix = Matrix(keys, {key: row for row, key in enumerate(keys)}, vectors)

    def words(self, spelling: Spelling, tokens: Callable[[str], Sequence[str]]) -> Ranker:
        """BM25 alone on one spelling."""

        def ranked(question: str) -> list[Key]:
            found = self.index.search({spelling: tokens(question)}, DEEP)[spelling]
            return sorted(found, key=lambda key: (-found[key], key))

        return ranked

    def vectors(self, question: str) -> list[Key]:
        """The nearest passages by cosine."""
        return list(self.matrix.best(self.embedder.encode_query(question), DEEP))

    def fused(self, asking: Asking, *, dense: bool = True) -> list[Scored]:
        """The library's ranking before passages are looked at, with or without vectors."""
        query, boosts = asking
        return rank(query, View(self, query, dense=dense), boosts, None)[:DEEP]

    def whole(self, read: Callable[[str], Asking], *, dense: bool = True, again: bool = True) -> Ranker:
        """The library's ranking of questions that ``read`` prepares; without ``again`` none is re-ranked."""

        def ranked(question: str) -> list[Key]:
            asking = read(question)
            found = self.fused(asking, dense=dense)
            if again:
                first = rerank(asking.query, found[:RERANKED], self.chunks, self.rarity)
                found = [*first, *found[RERANKED:]]
            return [one.key for one in found]

        return ranked

    def rarity(self, words: Collection[str]) -> dict[str, float]:
        """How rare words without marks are in this pool."""
        return self.index.rarity("plain", words)


class View:
    """What ``vectorstore.search.rank`` asks, for one question."""

    def __init__(self, pool: Pool, query: Query, *, dense: bool = True) -> None:
        self._pool = pool
        self._vector: Vectors | None = pool.embedder.encode_query(query.text) if dense else None

    def lexical(
        self, query: Query, limit: int, plans: Collection[int] | None
    ) -> dict[Spelling, dict[Key, float]]:
        """BM25 scores on the query's spellings, as far as the pool has them."""
        tokens = {
            s: asked for s, asked in query.tokens.items() if s != "words" or self._pool.segmented is not None
        }
        return self._pool.index.search(tokens, limit, plans, query.translated)

    def dense(self, query: Query, limit: int, plans: Collection[int] | None) -> dict[Key, float]:
        """The nearest passages."""
        if self._vector is None:
            return {}
        return self._pool.matrix.best(self._vector, limit)

    def cosines(self, query: Query, keys: Collection[Key]) -> dict[Key, float]:
        """Cosines of passages that only the words found."""
        return {} if self._vector is None else self._pool.matrix.cosines(self._vector, keys)


def unrouted(query: Query, is_word: Callable[[str], bool]) -> Query:
    """The query asked of every index just as it is spelled, whatever language and marks it has.

    >>> from vectorstore.search import read_question
    >>> unrouted(read_question("han nop bao cao"), lambda _: False).kind
    'marked'
    """
    syllables = spell.syllables(query.text)
    tokens: dict[Spelling, Wanted] = {
        "words": spell.longest_words(syllables, is_word),
        "syllables": spell.with_pairs(syllables),
        "plain": spell.with_pairs(spell.plain(query.text)),
    }
    return replace(query, kind="marked", tokens=tokens)
