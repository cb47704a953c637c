"""A Plan as plain data for ``kehoach plan FILE --json``: every quote verbatim, every offset in the original."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ingest.plan import Assignment, Deadline, Plan, Reference, Section, SourceText, Span, Table, Target

__all__ = ["plan_to_json"]


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """Give a plan as JSON-ready data; what is unknown is None, never invented.

    Letterhead fields lie flat; ``start`` and ``end`` are offsets in the file's own text.
    """
    source, head = plan.source, plan.letterhead
    signer = plan.closing.signer
    return {
        "file": source.name,
        "doc_type": head.doc_type,
        "number": head.number,
        "issuer": head.issuer,
        "parent_issuer": head.parent_issuer,
        "level": head.level,
        "system": head.system,
        "province": head.province,
        "place": head.place,
        "date": head.date,
        "year": head.year,
        "title": head.title,
        "blanks": list(head.blanks),
        "parents": [_reference(source, parent) for parent in plan.parents],
        "recipients": list(plan.closing.recipients),
        "signer": {"authority": signer.authority, "title": signer.title, "name": signer.name}
        if signer
        else None,
        "sections": [_section(section) for section in plan.sections],
        "tables": [_table(table) for table in plan.tables],
        "abbreviations": dict(plan.abbreviations),
        "facts": {
            "assignments": [_assignment(source, fact) for fact in plan.facts.assignments],
            "deadlines": [_deadline(source, fact) for fact in plan.facts.deadlines],
            "targets": [_target(source, fact) for fact in plan.facts.targets],
            "references": [_reference(source, fact) for fact in plan.facts.references],
        },
        "repairs": [
            {
                "kind": r.kind,
                "before": r.before,
                "after": r.after,
                "confidence": r.confidence,
                **_place(r.span),
            }
            for r in source.repairs
        ],
        "corruption": source.corruption,
        "notes": list(source.notes),
    }


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _quoted(source: SourceText, span: Span) -> dict[str, Any]:
    return {"quote": source.quote(span), **_place(span), "page": source.page(span)}


def _section(section: Section) -> dict[str, Any]:
    return {
        "label": section.label,
        "path": section.path,
        "kind": section.kind,
        "heading": section.heading,
        "level": section.level,
        **_place(section.span),
        "children": [_section(child) for child in section.children],
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "title": table.title or None,
        "path": table.path,
        "header": list(table.header),
        **_place(table.span),
        "rows": [
            {
                "number": row.number,
                "path": row.path,
                "group": row.group or None,
                "cells": list(row.cells),
                **_place(row.span),
            }
            for row in table.rows
        ],
    }


def _plain(fact: Assignment | Deadline | Target | Reference) -> dict[str, Any]:
    return {
        key: value for key, value in asdict(fact).items() if key not in ("span", "actor_span", "mentions")
    }


def _assignment(source: SourceText, fact: Assignment) -> dict[str, Any]:
    return {**_plain(fact), **_quoted(source, fact.span)}


def _deadline(source: SourceText, fact: Deadline) -> dict[str, Any]:
    return {**_plain(fact), **_quoted(source, fact.span)}


def _target(source: SourceText, fact: Target) -> dict[str, Any]:
    return {**_plain(fact), **_quoted(source, fact.span)}


def _reference(source: SourceText, fact: Reference) -> dict[str, Any]:
    return {
        **_plain(fact),
        **_quoted(source, fact.span),
        "mentions": [{"quote": source.quote(span), **_place(span)} for span in fact.mentions],
    }
