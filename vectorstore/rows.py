"""A Plan and its chunks <-> rows of the catalog; pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import numpy as np
import sqlalchemy as sa

from ingest.plan import Assignment, Chunk, Deadline, Plan, Reference, Span, Target
from vectorstore import words
from vectorstore.embedder import Vectors

__all__ = ["chunk_of", "chunk_rows", "decode_plan", "fact_rows", "pack", "plan_row", "section_rows", "unpack"]

Row = dict[str, Any]
Fact = Assignment | Deadline | Target | Reference
STORED = np.dtype("<f2")


def pack(vector: Vectors) -> bytes:
    """A vector as half-precision bytes: three decimal digits are enough to rank by."""
    return vector.astype(STORED).tobytes()


def unpack(blobs: Iterable[bytes], dimensions: int) -> Vectors:
    """Bytes back into a float32 matrix, one row a vector."""
    joined = np.frombuffer(b"".join(blobs), dtype=STORED)
    return joined.reshape(-1, dimensions).astype(np.float32)


def plan_row(plan: Plan, reader: str) -> Row:
    """The columns of a plan: its letterhead, and all of it as JSON."""
    head = plan.letterhead
    return {
        "title": head.title,
        "number": head.number,
        "date": head.date,
        "issuer": head.issuer,
        "province": head.province,
        "year": head.year,
        "level": head.level,
        "system": head.system,
        "doc_type": head.doc_type,
        "corruption": plan.source.corruption,
        "reader": reader,
        "json": msgspec.json.encode(plan),
    }


def decode_plan(json: bytes) -> Plan:
    """The Plan as it was read."""
    return msgspec.json.decode(json, type=Plan)


def section_rows(plan: Plan) -> Iterator[Row]:
    """Every section in reading order."""
    for ordinal, section in enumerate(plan.walk()):
        yield {
            "ordinal": ordinal,
            "path": section.path,
            "label": section.label,
            "kind": section.kind,
            "heading": section.heading,
            "level": section.level,
            "start": section.span.start,
            "end": section.span.end,
        }


def chunk_rows(chunks: Iterable[Chunk], vectors: Vectors, embedder: str) -> Iterator[Row]:
    """Every chunk with its vector and its words: both take long to make, and make a rebuild quick."""
    for chunk, vector in zip(chunks, vectors, strict=True):
        yield {
            "ordinal": chunk.ordinal,
            "path": chunk.path,
            "heading": chunk.heading,
            "title_line": chunk.title_line,
            "text": chunk.text,
            "start": chunk.span.start,
            "end": chunk.span.end,
            "page": chunk.page,
            "words": " ".join(words.words(chunk.text)),
            "words_version": words.VERSION,
            "embedder": embedder,
            "vector": pack(vector),
        }


def chunk_of(row: sa.Row[Any]) -> Chunk:
    """A row of the table ``chunks`` as the noun it was."""
    return Chunk(
        ordinal=row.ordinal,
        path=row.path,
        heading=row.heading,
        title_line=row.title_line,
        text=row.text,
        span=Span(row.start, row.end),
        page=row.page,
    )


def _fact_words(fact: Fact) -> tuple[str, str | None, str | None, str]:
    """Kind, actor, role and words of a fact."""
    match fact:
        case Assignment():
            return "assignment", fact.actor, fact.role, fact.task
        case Deadline():
            return "deadline", fact.who, None, f"{fact.what} ({fact.when})"
        case Target():
            return "target", None, None, f"{fact.value} {fact.subject}"
        case Reference():
            named = (fact.type, fact.number, fact.title)
            return "reference", fact.issuer, None, " ".join(part for part in named if part)


def fact_rows(plan: Plan) -> Iterator[Row]:
    """Every fact of the plan, and its parents."""
    found = plan.facts
    listed: list[Fact] = [*found.assignments, *found.deadlines, *found.targets, *found.references]
    for fact, is_parent in [(fact, False) for fact in listed] + [(parent, True) for parent in plan.parents]:
        kind, actor, role, text = _fact_words(fact)
        yield {
            "kind": "parent" if is_parent else kind,
            "actor": actor,
            "role": role,
            "text": text,
            "path": fact.path,
            "start": fact.span.start,
            "end": fact.span.end,
            "json": msgspec.json.encode(fact).decode(),
        }
