"""The trace of a draft as JSON: each paragraph with the parent's words it comes from, and what was done."""

from __future__ import annotations

from typing import Any

from assistant.draft.model import Draft, Paragraph

__all__ = ["trace_of"]


def trace_of(draft: Draft) -> dict[str, Any]:
    """Return the trace in the shape of the contract (README)."""
    return {
        "paragraphs": [
            {
                "path": p.path,
                "text": f"{p.label} {p.text}".strip(),
                "action": p.action,
                "sources": [{"start": s.start, "end": s.end, "quote": s.quote} for s in p.sources],
                "slots": list(p.slots),
                "changes": list(p.changes),
                **_wording(p),
            }
            for p in draft.paragraphs
        ],
        "dropped": [
            {
                "quote": d.quote,
                "cause": d.cause.why,
                "reason": d.cause.said(),
                "path": d.path,
                "start": d.start,
                "end": d.end,
            }
            for d in draft.dropped
        ],
        "slots": [{"label": s.label, "path": s.path, "count": s.count} for s in draft.slots],
        "warnings": list(draft.warnings),
        "tasks": [
            {
                "path": t.path,
                "content": t.content,
                "lead": t.lead,
                "partners": t.partners,
                "time": t.time,
                "product": t.product,
                **({"likely": list(t.likely)} if t.likely else {}),
            }
            for t in draft.tasks
        ],
        "parent": draft.parent_name,
        "seconds": round(draft.seconds, 3),
    }


def _wording(paragraph: Paragraph) -> dict[str, Any]:
    """Whose words stand, where a language model was asked: with the others', and why they do not stand."""
    told = paragraph.wording
    if told is None:
        return {}
    other = {"model": "rules", "rules": "model"}[told.by]
    return {"wording": {"by": told.by, other: told.other, **({"fault": told.fault} if told.fault else {})}}
