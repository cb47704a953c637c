"""What speaks for an answer to a follow-up: that it stands where the last answer stood, and does not repeat it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.followed import last_place
from assistant.knowledge import Knowledge, Unit
from assistant.question.naming import fold
from assistant.question.understand import Need

__all__ = ["find_anchor", "repeats", "turn_features"]

BESIDE = 1500
"""Letters away from the place of the last answer that are still beside it."""
SAYS_SOMETHING = 6.0
"""Weight of its own words from which a follow-up has a subject of its own."""
_NUMBER_RE = re.compile(r"\d+(?:[.,]\d+)*")


def repeats(bold: str, answered: str) -> bool:
    """Whether what stands in bold was said in the last answer already.

    >>> repeats("Ít nhất 85%", "Ít nhất 85% [1]."), repeats("trước ngày 15/11", "Sở Nội vụ, ngày 20/11")
    (True, False)
    """
    numbers = _NUMBER_RE.findall(bold)
    if numbers:
        return set(numbers) <= set(_NUMBER_RE.findall(answered))
    return bool(bold) and fold(bold) in fold(answered)


def turn_features(need: Need, anchor: Unit | None, units: Sequence[Unit], bold: str) -> dict[str, float]:
    """For an answer to a follow-up; {} for a question that does not follow.

    ``anchor`` is the place of the last answer (``find_anchor``); ``bold`` what the answer sets in bold.
    """
    if not need.follows:
        return {}
    row = {"repeats_last": float(repeats(bold, need.answered))}
    if anchor is None:
        return row
    own = sum(term.weight for term in need.said) >= SAYS_SOMETHING
    first = units[0]
    away = abs(first.span.start - anchor.span.start) if first.plan == anchor.plan else 10 * BESIDE
    same = first.plan == anchor.plan and (
        first.path == anchor.path
        or (first.span.start < anchor.span.end and anchor.span.start < first.span.end)
    )
    name = "own" if own else "bare"
    row[f"at_last_{name}"] = float(same)
    row[f"beside_last_{name}"] = float(away <= BESIDE)
    return row


def find_anchor(need: Need, knowledge: Knowledge) -> Unit | None:
    """Where the last answer stood; None for a question that does not follow."""
    plans = [plan for tier in need.scope.tiers for plan in tier]
    return last_place(need.last, knowledge, plans) if need.follows and need.last else None
