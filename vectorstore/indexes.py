"""The three indexes behind one question: BM25, Chroma and, wherever Chroma is not ready, exact search."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection
from typing import NamedTuple

from vectorstore.catalog import Catalog, Key, Snapshot
from vectorstore.dense import ChromaIndex
from vectorstore.embedder import Embedder, Vectors
from vectorstore.exact import ExactIndex, Matrix
from vectorstore.hits import EmbedderUnavailable
from vectorstore.lexical import LexicalIndex, Spelling
from vectorstore.rows import unpack
from vectorstore.search import Query

__all__ = ["Indexes", "View"]

_log = logging.getLogger(__name__)


class Indexes:
    """Loads the embedder when it is first needed and keeps the caches in step."""

    def __init__(
        self,
        catalog: Catalog,
        lexical: LexicalIndex,
        chroma: ChromaIndex | None,
        load: Callable[[], Embedder],
    ) -> None:
        self.catalog = catalog
        self.lexical = lexical
        self.chroma = chroma
        self.exact = ExactIndex(catalog)
        self._load = load
        self._load_lock = threading.Lock()
        self._embedder: Embedder | None = None
        self._catching_up: threading.Thread | None = None
        self._snapshot = Snapshot(-1, {}, {})
        self.catalog_id = catalog.identity()

    @property
    def embedder(self) -> Embedder:
        """The model of the settings. Raises EmbedderUnavailable."""
        with self._load_lock:
            if self._embedder is None:
                self._embedder = self._load()
            return self._embedder

    def snapshot(self) -> Snapshot:
        """What is alive now; read again only when the catalog has changed."""
        if self._snapshot.revision != self.catalog.revision():
            self._snapshot = self.catalog.snapshot()
        return self._snapshot

    def sync(self, *, renew: bool = False, chroma: bool = True) -> None:
        """Bring the caches in step; the caller holds the writer lock."""
        snapshot = self.snapshot()
        self.lexical.sync(self.catalog, snapshot, self.catalog_id, renew=renew)
        if chroma:
            self.sync_chroma()

    def sync_chroma(self) -> None:
        """Bring Chroma in step, where it can be used; exact search stands in otherwise."""
        if self.chroma is not None:
            self.chroma.sync(self.catalog, self.snapshot(), self.catalog_id, self.embedder.name)

    def catch_up(self) -> None:
        """Let Chroma follow changes made by another process, without making a question wait."""
        busy = self._catching_up is not None and self._catching_up.is_alive()
        if self.chroma is not None and self.chroma.is_open and not busy:
            self._catching_up = threading.Thread(target=self.sync_chroma, daemon=True, name="chroma-catch-up")
            self._catching_up.start()

    def view(self, query: Query, snapshot: Snapshot) -> View:
        """The indexes for one question at one revision; without vectors where no embedder can be had."""
        try:
            embedder = self.embedder
        except EmbedderUnavailable as fault:
            _log.warning("searching by words alone: %s", fault)
            return View(self, snapshot, None)
        return View(self, snapshot, Space(embedder.name, embedder.encode_query(query.text)))

    def close(self) -> None:
        """Let go of memory and of Chroma."""
        if self._catching_up is not None:
            self._catching_up.join(10)
        if self.chroma is not None:
            self.chroma.close()
        self.exact.forget()


class Space(NamedTuple):
    """The question as a vector, and of which space."""

    name: str
    vector: Vectors


class View:
    """What ``search.rank`` asks (its protocol Searchable), for one question."""

    def __init__(self, indexes: Indexes, snapshot: Snapshot, space: Space | None) -> None:
        self._indexes = indexes
        self._snapshot = snapshot
        self._space = space
        self._matrix: Matrix | None = None

    def lexical(
        self, query: Query, limit: int, plans: Collection[int] | None
    ) -> dict[Spelling, dict[Key, float]]:
        """BM25 scores of passages that are still alive."""
        alive = self._snapshot.counts
        if plans is not None and alive.keys() <= set(plans):
            plans = None  # all of them: to look whose each passage is takes as long as the search
        found = self._indexes.lexical.search(query.tokens, limit, plans, query.translated)
        return {
            spelling: {key: score for key, score in scores.items() if key[0] in alive}
            for spelling, scores in found.items()
        }

    def dense(self, query: Query, limit: int, plans: Collection[int] | None) -> dict[Key, float]:
        """The nearest passages that are still alive."""
        if self._space is None:
            return {}
        found = self._nearest(self._space, limit, plans)
        return {key: score for key, score in found.items() if key[0] in self._snapshot.counts}

    def _nearest(self, space: Space, limit: int, plans: Collection[int] | None) -> dict[Key, float]:
        """By Chroma when it is in step, else exactly; within given plans always exactly."""
        name, vector = space
        revision, chroma = self._snapshot.revision, self._indexes.chroma
        if plans is None and chroma is not None and chroma.serves(revision, name):
            found = chroma.search(vector, min(limit, sum(self._snapshot.counts.values())))
            if found is not None:
                return found
        self._matrix = self._indexes.exact.matrix(revision, name, len(vector))
        among = self._matrix if plans is None else self._matrix.of_plans(frozenset(plans))
        return among.best(vector, limit)

    def cosines(self, query: Query, keys: Collection[Key]) -> dict[Key, float]:
        """Cosines of passages that only the words found."""
        if self._space is None or not keys:
            return {}
        name, vector = self._space
        if self._matrix is not None:
            return self._matrix.cosines(vector, keys)
        found, blobs = self._indexes.catalog.vectors(name, keys=keys)
        scores = unpack(blobs, len(vector)) @ vector
        return {key: float(score) for key, score in zip(found, scores, strict=True)}
