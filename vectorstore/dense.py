"""Nearest vectors by embedded Chroma, a cache of the catalog. The only importer of chromadb.

Chroma 1.5.9 is not safe across processes, tears its files when killed and can lose vectors in silence
(reference: field-notes). So: one process owns it (a file lock), vectors only and no text, every call on
a clock, a probe of known ids when it is opened, a new generation when it was not closed cleanly.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from filelock import FileLock, Timeout

from vectorstore.catalog import Catalog, Key, Snapshot
from vectorstore.embedder import Vectors
from vectorstore.rows import unpack
from vectorstore.stamp import (
    NativeFault,
    Stamp,
    delta,
    new_generation,
    read_stamp,
    sweep,
    write_stamp,
)

__all__ = ["ChromaIndex"]

T = TypeVar("T")
COLLECTION = "chunks"
BATCH = 200
OPEN_SECONDS, WRITE_SECONDS, QUERY_SECONDS = 60.0, 60.0, 5.0
PROBES = 6
SAME = 0.01
"""Cosine distance up to which a vector found is taken for the vector asked for."""
_log = logging.getLogger(__name__)


def _timed(call: Callable[[], T], seconds: float) -> T:
    """Run a call of Chroma on a thread of its own: it may hang, and its panics are not Exceptions."""
    result: list[T] = []
    faults: list[BaseException] = []

    def run() -> None:
        try:
            result.append(call())
        except BaseException as fault:  # noqa: BLE001 (a pyo3 panic is no Exception; raised again below)
            faults.append(fault)
            _log.debug("Chroma failed", exc_info=True)

    thread = threading.Thread(target=run, daemon=True, name="chroma")
    thread.start()
    thread.join(seconds)
    if faults:
        raise NativeFault(f"Chroma: {faults[0]}") from faults[0]
    if not result:
        raise NativeFault(f"Chroma does not answer within {seconds:g} s")
    return result[0]


def _id(key: Key) -> str:
    return f"{key[0]}-{key[1]}"


def _key(name: str) -> Key:
    plan_id, ordinal = name.split("-")
    return int(plan_id), int(ordinal)


class ChromaIndex:
    """One collection of vectors, kept in step by ``sync``; ``revision`` is -1 whenever it is not to be used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._owner = FileLock(folder / "owner.lock", thread_local=False)
        self._lock = threading.Lock()
        self._client: Any = None
        self._collection: Any = None
        self._stamp: Stamp | None = None
        self.note: str | None = None
        """Why Chroma is not in use, in Vietnamese; None when it is or was never asked for."""

    def serves(self, revision: int, embedder: str) -> bool:
        """Tell whether a search at this revision and in this space may be asked of Chroma."""
        stamp = self._stamp
        return (
            self._collection is not None
            and stamp is not None
            and (stamp.revision, stamp.version) == (revision, embedder)
        )

    @property
    def is_open(self) -> bool:
        """Tell whether this process uses Chroma."""
        return self._collection is not None

    def discard(self) -> None:
        """Forget what is indexed; the next ``sync`` begins anew."""
        with self._lock:
            self._shut()
            self._stamp = None
            (self._folder / "stamp.json").unlink(missing_ok=True)

    def own(self) -> bool:
        """Become the one process that uses Chroma; False while another is."""
        try:
            self._owner.acquire(timeout=0)
        except Timeout:
            self.note = "Một tiến trình khác đang dùng Chroma; tìm chính xác trên véc-tơ của danh mục."
            return False
        return True

    def sync(self, catalog: Catalog, snapshot: Snapshot, catalog_id: str, embedder: str) -> bool:
        """Bring Chroma in step with the catalog; False (and a note) where it cannot be used."""
        with self._lock:
            if not self._owner.is_locked and not self.own():
                return False
            try:
                if self._collection is None:
                    self._reopen(catalog, catalog_id, embedder)
                if self._collection is None or self._stamp is None or self._stamp.version != embedder:
                    self._begin(catalog_id, embedder)
                self._fill(catalog, snapshot, embedder)
            except (NativeFault, OSError) as fault:
                self._abandon(fault)
                return False
            self.note = None
            return True

    def _reopen(self, catalog: Catalog, catalog_id: str, embedder: str) -> None:
        """Take up the generation on disk if it was closed cleanly and finds what it should."""
        stamp = read_stamp(self._folder)
        if stamp is None or not stamp.clean or (stamp.catalog, stamp.version) != (catalog_id, embedder):
            return
        try:
            self._open(stamp)
            self._probe(catalog, stamp)
        except NativeFault as fault:
            _log.warning("Chroma's index is made anew: %s", fault)
            self._client = self._collection = self._stamp = None

    def _open(self, stamp: Stamp) -> None:
        path = str(self._folder / stamp.generation)

        def connect() -> tuple[Any, Any]:
            import chromadb
            from chromadb.config import Settings

            client = chromadb.PersistentClient(path, Settings(anonymized_telemetry=False))
            collection = client.get_or_create_collection(
                COLLECTION, configuration={"hnsw": {"space": "cosine"}}, embedding_function=None
            )
            return client, collection

        self._client, self._collection = _timed(connect, OPEN_SECONDS)
        self._stamp = stamp

    def _begin(self, catalog_id: str, embedder: str) -> None:
        self._shut()
        stamp = Stamp(catalog_id, embedder, new_generation(self._folder), -1, {}, clean=False)
        write_stamp(self._folder, stamp)
        sweep(self._folder, stamp.generation)
        self._open(stamp)

    def _probe(self, catalog: Catalog, stamp: Stamp) -> None:
        """Ask for known vectors: ``count()`` still tells all when most can no longer be found."""
        known = [(plan_id, at) for plan_id, count in stamp.plans.items() for at in range(count)]
        picked = {*known[:1], *known[-1:], *random.Random(0).sample(known, min(PROBES, len(known)))}
        keys, blobs = catalog.vectors(stamp.version, keys=picked)
        if not keys:
            return
        vectors = unpack(blobs, len(blobs[0]) // 2)
        for key, vector in zip(keys, vectors, strict=True):
            found = self._query(vector, 10)
            if key not in found and min(found.values(), default=0.0) < 1 - SAME:
                raise NativeFault(f"passage {_id(key)} is not found by its own vector")

    def _fill(self, catalog: Catalog, snapshot: Snapshot, embedder: str) -> None:
        stamp = self._stamp
        if stamp is None or stamp.revision == snapshot.revision:
            return
        gone, fresh = delta(stamp, snapshot)
        if gone or fresh:
            write_stamp(self._folder, msgspec.structs.replace(stamp, clean=False))
        lost = [_id((plan_id, at)) for plan_id, count in gone.items() for at in range(count)]
        for start in range(0, len(lost), BATCH):
            batch = lost[start : start + BATCH]
            _timed(lambda batch=batch: self._collection.delete(ids=batch), WRITE_SECONDS)  # type: ignore[misc]
        for plan_id in fresh:
            keys, blobs = catalog.vectors(embedder, [plan_id])
            for start in range(0, len(keys), BATCH):
                ids = [_id(key) for key in keys[start : start + BATCH]]
                part = blobs[start : start + BATCH]
                rows = unpack(part, len(part[0]) // 2)
                _timed(
                    lambda ids=ids, rows=rows: self._collection.upsert(ids=ids, embeddings=rows),  # type: ignore[misc]
                    WRITE_SECONDS,
                )
        # Not clean until closed: Chroma goes on writing by itself after it has answered.
        self._stamp = Stamp(
            stamp.catalog, embedder, stamp.generation, snapshot.revision, dict(snapshot.counts), clean=False
        )
        write_stamp(self._folder, self._stamp)

    def _query(self, query: Vectors, limit: int) -> dict[Key, float]:
        collection = self._collection
        found = _timed(
            lambda: collection.query(query_embeddings=[query], n_results=limit, include=["distances"]),
            QUERY_SECONDS,
        )
        return {
            _key(name): 1.0 - float(distance)
            for name, distance in zip(found["ids"][0], found["distances"][0], strict=True)
        }

    def search(self, query: Vectors, limit: int) -> dict[Key, float] | None:
        """The nearest passages with their cosines; None when Chroma fails, which is then left alone."""
        try:
            return self._query(query, limit)
        except NativeFault as fault:
            self._abandon(fault)
            return None

    def _abandon(self, fault: Exception) -> None:
        _log.warning("Chroma is left out: %s", fault)
        self.note = f"Chroma không dùng được ({fault}); tìm chính xác trên véc-tơ của danh mục."
        self._client = self._collection = self._stamp = None

    def _shut(self) -> bool:
        client, self._client, self._collection = self._client, None, None
        if client is None:
            return False
        try:
            _timed(client.close, WRITE_SECONDS)
        except NativeFault as fault:
            _log.warning("Chroma could not be closed: %s", fault)
            return False
        return True

    def close(self) -> None:
        """Close cleanly and let another process have Chroma."""
        with self._lock:
            stamp = self._stamp
            if self._shut() and stamp is not None:
                write_stamp(self._folder, msgspec.structs.replace(stamp, clean=True))
            self._stamp = None
            self._owner.release(force=True)
