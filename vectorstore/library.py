"""Add, replace, remove and find plans: the catalog first, its caches after it.

Reading is safe from many threads and processes while one writes. Answers never wait for a cache that is
missing or broken: it is made anew from the catalog.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from ingest.errors import KehoachError, UnreadableFile
from ingest.plan import Chunk, Plan
from vectorstore import identity, words
from vectorstore.catalog import Catalog, Key, Original, Snapshot
from vectorstore.dense import ChromaIndex
from vectorstore.embedder import load_embedder
from vectorstore.hits import Added, Health, Hit, LibraryBusy, Outcome, PlanEntry, StoreSettings
from vectorstore.indexes import Indexes
from vectorstore.lexical import LexicalIndex
from vectorstore.rerank import RERANKED, rerank
from vectorstore.rows import decode_plan
from vectorstore.search import Query, hit, rank, read_question
from vectorstore.stamp import NativeFault

__all__ = ["Library", "Progress"]

Progress = Callable[[int, int, str], None]
"""Called with (done, total, what is at work)."""

PLANS_IN_MEMORY = 64
PASSAGES_IN_MEMORY = 20_000
_log = logging.getLogger(__name__)


class Library:
    """The plans of one folder. Use as a context manager, or ``close`` it."""

    def __init__(self, settings: StoreSettings) -> None:
        self._settings = settings
        self._thread_lock = threading.RLock()
        settings.folder.mkdir(parents=True, exist_ok=True)
        self._file_lock = FileLock(settings.folder / "writer.lock", thread_local=False)
        self._catalog = Catalog.open(settings.folder, settings.database_url)
        current = self._catalog.is_current()  # before anything is read: a newer catalog is refused
        self._indexes = Indexes(
            self._catalog,
            LexicalIndex(settings.folder / "lexical"),
            ChromaIndex(settings.folder / "dense") if settings.dense == "chroma" else None,
            lambda: load_embedder(settings.embedder, offline=settings.offline),
        )
        self._decoded = lru_cache(maxsize=PLANS_IN_MEMORY)(self._decode)
        self._passages: tuple[int, dict[Key, Chunk]] = (-1, {})
        self._own_space = False
        self._warming: threading.Thread | None = None
        if not current or self._catalog.unread():
            self._renew()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of everything; Chroma is marked as closed cleanly."""
        if self._warming is not None:
            self._warming.join(30)
        self._indexes.close()
        self._catalog.close()

    @contextmanager
    def _writing(self, seconds: float | None = None) -> Iterator[None]:
        """Be the only writer, of all threads and processes. Raises LibraryBusy after ``seconds``."""
        seconds = self._settings.lock_seconds if seconds is None else seconds
        busy = "Thư viện đang được một tiến trình khác ghi; hãy thử lại sau ít phút."
        if not self._thread_lock.acquire(timeout=max(seconds, 0)):
            raise LibraryBusy(busy)
        try:
            with self._file_lock.acquire(timeout=seconds):
                yield
        except Timeout as fault:
            raise LibraryBusy(busy) from fault
        finally:
            self._thread_lock.release()

    # -- changing ---------------------------------------------------------------------------------

    def add(self, path: Path | str, name: str | None = None) -> Added:
        """Take a file in. The same content changes nothing; other content from the same source replaces.

        ``name`` names an upload, whose path is a passing one: it is its source and its name in the list.
        Raises UnreadableFile when it cannot become a plan, LibraryBusy while another process writes.
        """
        with self._writing():
            added = self._put(Path(path), name)
            if added.status != "unchanged":
                self._indexes.sync()
        return added

    def add_all(self, paths: Iterable[Path | str], on_progress: Progress | None = None) -> Iterator[Outcome]:
        """Take many files in, one outcome each; a file that fails does not stop the others.

        The indexes are brought in step once, after the last.
        """
        listed = [Path(path) for path in paths]
        try:
            for done, path in enumerate(listed):
                if on_progress:
                    on_progress(done, len(listed), path.name)
                yield self._outcome(path)
        finally:
            with self._writing():
                self._indexes.sync()
            if on_progress:
                on_progress(len(listed), len(listed), "")

    def _outcome(self, path: Path) -> Outcome:
        try:
            with self._writing():
                return Outcome(path, added=self._put(path, None))
        except KehoachError as fault:
            return Outcome(path, error=fault)
        except Exception as fault:  # noqa: BLE001
            # The wall between one file and the others: a reader may fail on a file in ways nobody foresaw.
            _log.exception("reading %s failed", path)
            return Outcome(
                path,
                error=UnreadableFile(path.name, f"lỗi khi đọc ({fault})", "hãy báo cho người phát triển"),
            )

    def _put(self, path: Path, name: str | None) -> Added:
        if not path.is_file():
            raise UnreadableFile(path.name, "không có tệp này", "hãy kiểm tra lại đường dẫn")
        digest, source, reader = (
            identity.content_hash(path),
            identity.source_key(path, name),
            identity.reader_fingerprint(),
        )
        known = self._catalog.find(digest, source)
        old = next((original for original in known if original.source == source), None)
        twin = next((original for original in known if original.hash == digest), None)
        if twin is not None and old is not None and old.id != twin.id:
            self._catalog.remove(old.id)
        if twin is not None and twin.reader == reader:
            moved = old is not None and old.id != twin.id
            return Added(twin.name, "replaced" if moved else "unchanged", twin.chunks)
        base = twin or old
        if base is not None:
            fresh = replace(base, hash=digest, revision=base.revision + 1, reader=reader)
        else:
            taken = set(self._indexes.snapshot().names.values())
            fresh = Original(0, identity.free_name(path, name, taken), source, digest, 1, reader, 0)
        from ingest.pipeline import read_plan

        count = self._store(read_plan(path), fresh)
        return Added(fresh.name, "replaced" if base else "added", count)

    def _store(self, plan: Plan, fresh: Original) -> int:
        from ingest.chunk import chunk_plan

        plan = replace(plan, source=replace(plan.source, name=fresh.name))
        passages = chunk_plan(plan)
        embedder = self._indexes.embedder
        vectors = embedder.encode_passages([passage_text(chunk.title_line, chunk.text) for chunk in passages])
        self._catalog.put(plan, passages, vectors, identity=fresh, embedder=embedder.name)
        return len(passages)

    def remove(self, name: str) -> str:
        """Forget a plan by its name (or the last part of it); return the full name.

        Raises PlanNotFound, naming what is near.
        """
        with self._writing():
            plan_id = self._find(name)
            full = self._indexes.snapshot().names[plan_id]
            self._catalog.remove(plan_id)
            self._indexes.sync()
        return full

    def rebuild(self, *, reread: bool = False) -> None:
        """Make all caches anew from the catalog; with ``reread``, first read every stored text again."""
        with self._writing():
            if reread:
                self._reread(self._catalog.originals())
            self._indexes.exact.forget()
            self._ensure_space()
            if self._indexes.chroma is not None:
                self._indexes.chroma.discard()
            self._indexes.sync(renew=True)

    def _renew(self) -> None:
        """Give an older catalog today's tables, and read what has no rows in them (or was cut off at it)."""
        with self._writing():
            if not self._catalog.is_current():
                _log.warning("the catalog is of an older version; its plans are read again")
                self._catalog.renew_tables()
            self._reread([original for original in self._catalog.originals() if original.reader is None])

    def _reread(self, listed: Sequence[Original]) -> None:
        from ingest.pipeline import plan_from_text

        for original in listed:
            try:
                plan = plan_from_text(self._catalog.raw_text(original.id))
                self._store(plan, replace(original, reader=identity.reader_fingerprint()))
            except Exception:  # noqa: BLE001
                # The same wall as when adding: one text must not keep the library shut. It is tried again
                # when the library is opened next.
                _log.exception("reading %s again failed", original.name)

    def _ensure_space(self, on_progress: Progress | None = None) -> None:
        """Embed again what holds vectors of another model; a change of the settings needs no command."""
        embedder = self._indexes.embedder
        waiting = self._catalog.foreign_plans(embedder.name)
        for done, plan_id in enumerate(waiting):
            if on_progress:
                on_progress(done, len(waiting), self._indexes.snapshot().names.get(plan_id, ""))
            _log.info("embedding plan %d of %d by %s", done + 1, len(waiting), embedder.name)
            found = list(self._catalog.passages([plan_id]))
            texts = [passage_text(chunk.title_line, chunk.text) for _, chunk in found]
            self._catalog.put_vectors(
                [key for key, _ in found], embedder.encode_passages(texts), embedder.name
            )
        if waiting:
            self._indexes.exact.forget()
        self._own_space = True

    # -- reading ----------------------------------------------------------------------------------

    def revision(self) -> int:
        """A number that grows with every change of the library."""
        return self._catalog.revision()

    def plans(self) -> tuple[PlanEntry, ...]:
        """Every plan, in the order of adding."""
        return self._catalog.entries()

    def plan(self, name: str) -> Plan:
        """The plan as it was read. Raises PlanNotFound, naming what is near."""
        return self._decoded(self._find(name))

    def _find(self, name: str) -> int:
        names = self._indexes.snapshot().names
        full = identity.find_name(name, list(names.values()))
        return next(plan_id for plan_id, known in names.items() if known == full)

    def _decode(self, plan_id: int) -> Plan:
        return decode_plan(self._catalog.plan_json(plan_id))

    def search(
        self,
        question: str,
        limit: int = 8,
        boosts: Mapping[str, float] | None = None,
        only: Collection[str] | None = None,
        named: Collection[str] = (),
    ) -> tuple[Hit, ...]:
        """The best passages for a question in any spelling, best first.

        ``boosts`` multiplies the scores of plans by name without shutting the others out; ``only`` does
        shut them out. Unknown names are passed over. ``named`` are phrases of the question that only
        name the plan: they weigh less.
        """
        if not question.strip():
            return ()
        snapshot = self._current()
        ids = {name: plan_id for plan_id, name in snapshot.names.items()}
        raised = {ids[name]: factor for name, factor in (boosts or {}).items() if name in ids}
        within = None if only is None else [ids[name] for name in only if name in ids]
        if within == []:
            return ()
        query = read_question(question, self._indexes.lexical.is_word, named=named)
        try:
            return self._search(query, snapshot, limit, raised, within)
        except NativeFault as fault:
            _log.warning("the word index is made anew: %s", fault)
            with self._writing():
                self._indexes.sync(renew=True, chroma=False)
            return self._search(query, snapshot, limit, raised, within)

    def _search(
        self,
        query: Query,
        snapshot: Snapshot,
        limit: int,
        boosts: Mapping[int, float],
        only: Collection[int] | None,
    ) -> tuple[Hit, ...]:
        ranked = rank(query, self._indexes.view(query, snapshot), boosts, only)[: max(limit, RERANKED)]
        chunks = self._chunks([found.key for found in ranked], snapshot.revision)
        ranked = [found for found in ranked if found.key in chunks]
        rare = partial(self._indexes.lexical.rarity, "plain")
        ranked = rerank(query, ranked, chunks, rare)[:limit]
        rarity = rare(set(query.bare))
        return tuple(
            hit(query, found, snapshot.names[found.key[0]], chunks[found.key], rarity) for found in ranked
        )

    def _chunks(self, keys: Sequence[Key], revision: int) -> dict[Key, Chunk]:
        """The passages of these keys, kept in memory until the library changes."""
        kept, known = self._passages
        if kept != revision or len(known) > PASSAGES_IN_MEMORY:
            known = {}
        missing = [key for key in keys if key not in known]
        if missing:
            known = known | self._catalog.chunks(missing)
            self._passages = (revision, known)
        return known

    def _current(self) -> Snapshot:
        """The state to search: caches are brought in step first, unless another is just writing."""
        snapshot = self._indexes.snapshot()
        lexical = self._indexes.lexical
        if lexical.revision == snapshot.revision and self._own_space:
            return snapshot
        if lexical.revision != snapshot.revision:
            lexical.reload(self._indexes.catalog_id)
            self._indexes.catch_up()
        if lexical.revision != snapshot.revision or not self._own_space:
            try:
                with self._writing(seconds=0):
                    self._ensure_space()
                    self._indexes.sync(chroma=False)
            except LibraryBusy:
                _log.info("another is writing; searching what is indexed so far")
        return self._indexes.snapshot()

    # -- standing ---------------------------------------------------------------------------------

    def warm(self, *, background: bool = False, on_progress: Progress | None = None) -> None:
        """Load all that the first question would wait for: embedder, word segmenter, indexes, Chroma."""
        if background:
            self._warming = threading.Thread(target=self.warm, daemon=True, name="library-warm")
            self._warming.start()
            return
        with self._writing():
            self._ensure_space(on_progress)
            self._indexes.sync()
        words.warm_words()

    def health(self) -> Health:
        """How the library stands, for a status line or a monitor."""
        snapshot = self._indexes.snapshot()
        chroma, embedder = self._indexes.chroma, self._indexes.embedder.name
        in_step = self._indexes.lexical.revision == snapshot.revision
        serves = chroma is not None and chroma.serves(snapshot.revision, embedder)
        notes = [] if in_step else ["Chỉ mục từ chưa theo kịp danh mục; sẽ tự dựng lại khi có câu hỏi."]
        notes += [chroma.note] if chroma is not None and chroma.note else []
        return Health(
            plans=len(snapshot.names),
            chunks=sum(snapshot.counts.values()),
            revision=snapshot.revision,
            embedder=embedder,
            lexical="ready" if in_step else "behind",
            dense="chroma" if serves else "exact",
            notes=tuple(notes),
        )


def passage_text(title_line: str, text: str) -> str:
    r"""What is embedded of a chunk: its words under its title line.

    >>> passage_text("Kế hoạch dân vận > II. Nhiệm vụ", "Sở Nội vụ chủ trì.")
    'Kế hoạch dân vận > II. Nhiệm vụ\nSở Nội vụ chủ trì.'
    """
    return f"{title_line}\n{text}" if title_line else text
