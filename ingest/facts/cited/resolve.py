"""Words that point back to a document: "Nghị quyết nêu trên", "Chỉ thị này".

In: the references of a document and one text. Out: further mentions, only where one candidate remains; the
document itself ("Kế hoạch này" in a plan) is no reference.
"""

from __future__ import annotations

import re

from ingest.facts.cited.references import Mention
from ingest.facts.language.patterns import TYPE_PATTERN
from ingest.plan import Range
from ingest.spelling import spaced_re

__all__ = ["resolve_pointers"]

_POINTER_RE = spaced_re(
    rf"(?<!\w)(?P<type>{TYPE_PATTERN}) (?P<word>này|nêu trên|nói trên|trên đây|đó|kể trên)(?!\w)"
)


def resolve_pointers(
    text: str, before: tuple[Mention, ...], own_type: str | None
) -> tuple[tuple[Range, Mention], ...]:
    """Find words that point to one of the documents cited ``before``: (where, which).

    "Kế hoạch này" means the plan itself when the document is one, hence ``own_type``.
    """
    found: list[tuple[Range, Mention]] = []
    for match in _POINTER_RE.finditer(text):
        kind = re.sub(r"\s+", " ", match["type"]).lower()
        if own_type and own_type.lower() == kind and match["word"] == "này":
            continue
        candidates = {(m.number or m.title): m for m in before if m.type and m.type.lower() == kind}
        if len(candidates) == 1:
            found.append((Range(*match.span()), next(iter(candidates.values()))))
    return tuple(found)
