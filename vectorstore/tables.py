"""The tables of the catalog, so that others can query a library by SQL.

``originals`` is the truth that never changes its shape: the text of each file as it was read. All other
tables are derived from it and are made anew when an older version's catalog is opened.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

__all__ = ["SCHEMA", "chunks", "facts", "metadata", "originals", "plans", "sections", "state"]

SCHEMA = 2
"""Raised whenever a derived table changes its shape."""

metadata = MetaData()

state = Table(
    "state",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", String(200), nullable=False),
)

originals = Table(
    "originals",
    metadata,
    # Never reused, so that an index entry of a removed plan can never be taken for another plan's.
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("name", String(500), nullable=False, unique=True, comment="as listed and cited"),
    Column("source", String(1000), nullable=False, unique=True, comment="absolute path, or upload:<name>"),
    Column("hash", String(64), nullable=False, index=True, comment="blake2b of the file's bytes"),
    Column("text", Text, nullable=False, comment="the file's text; all offsets count in it"),
    Column("pages", Text, nullable=False, comment="JSON: offsets at which pages begin"),
    Column("notes", Text, nullable=False, comment="JSON: what could only be half read"),
    Column("added_at", String(40), nullable=False, comment="ISO time, UTC"),
    Column("revision", Integer, nullable=False, comment="1 when first added, one more at each change"),
    sqlite_autoincrement=True,
)


def _plan_id(*, primary_key: bool = True) -> Column[int]:
    of = ForeignKey("originals.id", ondelete="CASCADE")
    return Column("plan_id", Integer, of, primary_key=primary_key, nullable=False)


plans = Table(
    "plans",
    metadata,
    _plan_id(),
    Column("title", Text),
    Column("number", String(100)),
    Column("date", String(10)),
    Column("issuer", Text),
    Column("province", String(100)),
    Column("year", Integer),
    Column("level", String(20)),
    Column("system", String(10)),
    Column("doc_type", String(100)),
    Column("corruption", Float, nullable=False),
    Column("reader", String(40), nullable=False, comment="fingerprint of the code that read it"),
    Column("json", LargeBinary, nullable=False, comment="the whole ingest.plan.Plan as JSON (msgspec)"),
)

sections = Table(
    "sections",
    metadata,
    _plan_id(),
    Column("ordinal", Integer, primary_key=True),
    Column("path", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("heading", Text, nullable=False),
    Column("level", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

chunks = Table(
    "chunks",
    metadata,
    _plan_id(),
    Column("ordinal", Integer, primary_key=True),
    Column("path", Text, nullable=False),
    Column("heading", Text, nullable=False),
    Column("title_line", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("page", Integer),
    Column("words", Text, nullable=False, comment="the text as Vietnamese words, for the word index"),
    Column("words_version", Integer, nullable=False, comment="vectorstore.words.VERSION that made them"),
    Column("embedder", String(300), nullable=False, comment="the space of the vector"),
    Column("vector", LargeBinary, nullable=False, comment="float16, little-endian, of length one"),
)

facts = Table(
    "facts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _plan_id(primary_key=False),
    Column("kind", String(20), nullable=False, comment="assignment, deadline, target, reference, parent"),
    Column("actor", Text),
    Column("role", String(20)),
    Column("text", Text, nullable=False, comment="the task, what is due, the target's subject or the title"),
    Column("path", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("json", Text, nullable=False, comment="all fields of the fact"),
    Index("facts_by_plan", "plan_id", "kind"),
)
