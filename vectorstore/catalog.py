"""The source of truth: plans, sections, chunks, facts and vectors in SQL (SQLite by default).

Every change raises one number, the revision, in the same transaction; caches compare it with theirs.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection

from ingest.errors import PlanNotFound
from ingest.plan import Chunk, Plan, RawText
from vectorstore import rows
from vectorstore.embedder import Vectors
from vectorstore.hits import CatalogTooNew, PlanEntry
from vectorstore.tables import SCHEMA, chunks, facts, metadata, originals, plans, sections, state

__all__ = ["Catalog", "Key", "Original", "Snapshot"]

Key = tuple[int, int]
"""A chunk: (plan id, ordinal)."""

BUSY_MILLISECONDS = 30_000


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was read, with its identity."""

    id: int
    name: str
    source: str
    hash: str
    revision: int
    reader: str | None
    chunks: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is alive at one revision: plan ids with their names and numbers of chunks."""

    revision: int
    names: dict[int, str]
    counts: dict[int, int]


def _set_pragmas(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MILLISECONDS}",
        "synchronous=NORMAL",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


_REVISION = sa.select(state.c.value).where(state.c.key == "revision")


class Catalog:
    """The tables behind plain functions; safe to read from many threads while one writes."""

    def __init__(self, url: str) -> None:
        self._engine = sa.create_engine(url)
        if self._engine.dialect.name == "sqlite":
            sa.event.listen(self._engine, "connect", _set_pragmas)

    @classmethod
    def open(cls, folder: Path, url: str | None = None) -> Catalog:
        """Open the catalog at ``url``, or the SQLite file in ``folder``; tables are made when missing."""
        folder.mkdir(parents=True, exist_ok=True)
        catalog = cls(url or f"sqlite:///{folder / 'catalog.db'}")
        metadata.create_all(catalog._engine)
        return catalog

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    # -- versions ---------------------------------------------------------------------------------

    def is_current(self) -> bool:
        """Tell whether the derived tables have today's shape; a fresh catalog is stamped at once.

        Raises CatalogTooNew when a newer version of the program wrote it.
        """
        with self._engine.begin() as connection:
            found = connection.scalar(sa.select(state.c.value).where(state.c.key == "schema"))
            if found is None:
                connection.execute(sa.insert(state).values(key="schema", value=str(SCHEMA)))
                connection.execute(sa.insert(state).values(key="revision", value="0"))
                connection.execute(sa.insert(state).values(key="identity", value=uuid4().hex))
        if found is not None and int(found) > SCHEMA:
            raise CatalogTooNew(
                f"Thư viện được tạo bởi phiên bản mới hơn của chương trình (lược đồ {found}, bản này đọc đến {SCHEMA}); "
                "hãy nâng cấp chương trình hoặc chọn thư mục dữ liệu khác."
            )
        return found is None or int(found) == SCHEMA

    def renew_tables(self) -> None:
        """Drop all derived tables and make them in today's shape; ``originals`` stays."""
        derived = [table for table in metadata.sorted_tables if table not in (originals, state)]
        metadata.drop_all(self._engine, tables=derived)
        metadata.create_all(self._engine)
        with self._change() as connection:
            connection.execute(sa.update(state).where(state.c.key == "schema").values(value=str(SCHEMA)))

    @contextmanager
    def _change(self) -> Iterator[sa.Connection]:
        """One transaction that raises the revision."""
        with self._engine.begin() as connection:
            number = sa.cast(sa.cast(state.c.value, sa.Integer) + 1, sa.String)
            connection.execute(sa.update(state).where(state.c.key == "revision").values(value=number))
            yield connection

    # -- writing ----------------------------------------------------------------------------------

    def put(
        self,
        plan: Plan,
        passages: Sequence[Chunk],
        vectors: Vectors,
        *,
        identity: Original,
        embedder: str,
    ) -> int:
        """Store a plan under a fresh id in place of ``identity.id`` (0: in place of none); return the id."""
        source = plan.source
        with self._change() as connection:
            if identity.id:
                _erase(connection, identity.id)
            row = {
                "name": identity.name,
                "source": identity.source,
                "hash": identity.hash,
                "text": source.original,
                "pages": json.dumps(source.pages),
                "notes": json.dumps(source.notes, ensure_ascii=False),
                "added_at": datetime.now(UTC).isoformat(timespec="seconds"),
                "revision": identity.revision,
            }
            added = connection.execute(sa.insert(originals).values(row).returning(originals.c.id))
            plan_id = int(added.scalar_one())
            _insert_derived(connection, plan_id, plan, identity.reader or "")
            _insert_many(connection, chunks, plan_id, rows.chunk_rows(passages, vectors, embedder))
        return plan_id

    def remove(self, plan_id: int) -> None:
        """Forget a plan and all that was derived from it."""
        with self._change() as connection:
            _erase(connection, plan_id)

    def put_vectors(self, keys: Sequence[Key], vectors: Vectors, embedder: str) -> None:
        """Store other vectors for chunks that exist; the revision stays, since no text changed."""
        statement = (
            sa.update(chunks)
            .where(chunks.c.plan_id == sa.bindparam("plan"), chunks.c.ordinal == sa.bindparam("at"))
            .values(vector=sa.bindparam("bytes"), embedder=embedder)
        )
        values = [
            {"plan": plan, "at": ordinal, "bytes": rows.pack(vector)}
            for (plan, ordinal), vector in zip(keys, vectors, strict=True)
        ]
        with self._engine.begin() as connection:
            if values:
                connection.execute(statement, values)

    # -- reading ----------------------------------------------------------------------------------

    def revision(self) -> int:
        """The number of the last change."""
        with self._engine.connect() as connection:
            return int(connection.scalar(_REVISION) or 0)

    def identity(self) -> str:
        """Tells this catalog from one made anew in its place, whose plan ids begin again."""
        with self._engine.connect() as connection:
            return str(connection.scalar(sa.select(state.c.value).where(state.c.key == "identity")))

    def snapshot(self) -> Snapshot:
        """Which plans are alive, in one consistent read."""
        count = sa.func.count(chunks.c.ordinal)
        listed = (
            sa.select(originals.c.id, originals.c.name, count)
            .outerjoin(chunks, chunks.c.plan_id == originals.c.id)
            .group_by(originals.c.id, originals.c.name)
        )
        with self._engine.begin() as connection:
            revision = connection.scalar(_REVISION)
            found = connection.execute(listed).all()
        names = {plan_id: name for plan_id, name, _ in found}
        return Snapshot(
            int(revision or 0), names, {plan_id: chunk_count for plan_id, _, chunk_count in found}
        )

    def find(self, content_hash: str, source: str) -> tuple[Original, ...]:
        """The files with this content or from this source."""
        return self.originals(sa.or_(originals.c.hash == content_hash, originals.c.source == source))

    def originals(self, where: sa.ColumnElement[bool] | None = None) -> tuple[Original, ...]:
        """The identity of every file (or those ``where``), in the order of adding."""
        count = sa.select(sa.func.count()).where(chunks.c.plan_id == originals.c.id).scalar_subquery()
        columns = (
            originals.c.id,
            originals.c.name,
            originals.c.source,
            originals.c.hash,
            originals.c.revision,
        )
        query = sa.select(*columns, plans.c.reader, count).outerjoin(plans, plans.c.plan_id == originals.c.id)
        query = query if where is None else query.where(where)
        with self._engine.connect() as connection:
            return tuple(Original(*row) for row in connection.execute(query.order_by(originals.c.id)))

    def unread(self) -> bool:
        """Tell whether any file has no plan: reading an older catalog again was cut off."""
        query = sa.select(originals.c.id).outerjoin(plans, plans.c.plan_id == originals.c.id)
        with self._engine.connect() as connection:
            return connection.scalar(query.where(plans.c.plan_id.is_(None)).limit(1)) is not None

    def raw_text(self, plan_id: int) -> RawText:
        """The text of a file as its reader gave it."""
        query = sa.select(originals).where(originals.c.id == plan_id)
        with self._engine.connect() as connection:
            row = connection.execute(query).one()
        return RawText(row.name, row.text, tuple(json.loads(row.pages)), tuple(json.loads(row.notes)))

    def entries(self) -> tuple[PlanEntry, ...]:
        """Every plan for a list, in the order of adding."""
        count = sa.select(sa.func.count()).where(chunks.c.plan_id == originals.c.id).scalar_subquery()
        query = sa.select(originals, plans, count.label("chunk_count")).join(
            plans, plans.c.plan_id == originals.c.id
        )
        with self._engine.connect() as connection:
            found = connection.execute(query.order_by(originals.c.id)).all()
        return tuple(
            PlanEntry(
                **{field: getattr(row, field) for field in PlanEntry.__slots__ if field != "chunks"},
                chunks=row.chunk_count,
            )
            for row in found
        )

    def plan_json(self, plan_id: int) -> bytes:
        """The plan as JSON. Raises PlanNotFound when it has just been removed."""
        with self._engine.connect() as connection:
            found = connection.scalar(sa.select(plans.c.json).where(plans.c.plan_id == plan_id))
        if found is None:
            raise PlanNotFound("Kế hoạch vừa được gỡ khỏi thư viện.")
        return bytes(found)

    def passages(self, plan_ids: Collection[int]) -> Iterator[tuple[Key, Chunk]]:
        """Every chunk of the plans, in order."""
        query = (
            sa.select(chunks)
            .where(chunks.c.plan_id.in_(plan_ids))
            .order_by(chunks.c.plan_id, chunks.c.ordinal)
        )
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                yield (row.plan_id, row.ordinal), rows.chunk_of(row)

    def indexable(
        self, plan_ids: Collection[int], words_version: int
    ) -> Iterator[tuple[Key, Chunk, str | None]]:
        """Every chunk of the plans with its words; None for these where another version made them."""
        query = sa.select(chunks).where(chunks.c.plan_id.in_(plan_ids))
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                words = row.words if row.words_version == words_version else None
                yield (row.plan_id, row.ordinal), rows.chunk_of(row), words

    def chunks(self, keys: Collection[Key]) -> dict[Key, Chunk]:
        """The chunks at ``keys``; those that are gone are left out."""
        if not keys:
            return {}
        query = sa.select(chunks).where(_at(keys))
        with self._engine.connect() as connection:
            return {(row.plan_id, row.ordinal): rows.chunk_of(row) for row in connection.execute(query)}

    def vectors(
        self, embedder: str, plan_ids: Collection[int] | None = None, keys: Collection[Key] | None = None
    ) -> tuple[list[Key], list[bytes]]:
        """Keys and stored vectors of the space ``embedder``: all, those of some plans, or of some chunks."""
        query = sa.select(chunks.c.plan_id, chunks.c.ordinal, chunks.c.vector).where(
            chunks.c.embedder == embedder
        )
        if plan_ids is not None:
            query = query.where(chunks.c.plan_id.in_(plan_ids))
        if keys is not None:
            query = query.where(_at(keys))
        with self._engine.connect() as connection:
            found = connection.execute(query.order_by(chunks.c.plan_id, chunks.c.ordinal)).all()
        return [(row[0], row[1]) for row in found], [row[2] for row in found]

    def foreign_plans(self, embedder: str) -> tuple[int, ...]:
        """Plans that hold vectors of another space than ``embedder``."""
        query = sa.select(chunks.c.plan_id).where(chunks.c.embedder != embedder).distinct()
        with self._engine.connect() as connection:
            return tuple(connection.scalars(query))


def _at(keys: Collection[Key]) -> sa.ColumnElement[bool]:
    """Chunks at ``keys``: grouped by plan, since row values in IN are not known to every database."""
    by_plan: dict[int, list[int]] = {}
    for plan_id, ordinal in keys:
        by_plan.setdefault(plan_id, []).append(ordinal)
    return sa.or_(
        sa.false(),
        *(sa.and_(chunks.c.plan_id == plan_id, chunks.c.ordinal.in_(at)) for plan_id, at in by_plan.items()),
    )


def _erase(connection: sa.Connection, plan_id: int) -> None:
    for table in (facts, sections, chunks, plans):
        connection.execute(sa.delete(table).where(table.c.plan_id == plan_id))
    connection.execute(sa.delete(originals).where(originals.c.id == plan_id))


def _insert_many(
    connection: sa.Connection, table: sa.Table, plan_id: int, values: Iterator[rows.Row]
) -> None:
    listed = [{"plan_id": plan_id, **row} for row in values]
    if listed:
        connection.execute(sa.insert(table), listed)


def _insert_derived(connection: sa.Connection, plan_id: int, plan: Plan, reader: str) -> None:
    connection.execute(sa.insert(plans).values(plan_id=plan_id, **rows.plan_row(plan, reader)))
    _insert_many(connection, sections, plan_id, rows.section_rows(plan))
    _insert_many(connection, facts, plan_id, rows.fact_rows(plan))
