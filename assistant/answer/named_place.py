"""Whether an answer stands in the place that the question names by its number ("khoản 1 Điều 9"): features of the judge."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.passages import named_sections
from assistant.knowledge import Knowledge, Unit
from assistant.question.cues import cue_text
from assistant.question.sort import asked_sort
from assistant.question.understand import Need

__all__ = ["Place", "asks_of_place", "named_place", "place_features"]

_ELSEWHERE_RE = re.compile(
    r"\b(?:sua|bo sung|dinh chinh|in nham|bai bo|thay|thanh (?:gi|dieu|khoan)|can cu|dan chieu|theo (?:khoan|diem|dieu) (?:nao|may)|(?:khoan|diem|muc|dieu) (?:nao|may))\b"
    r"|\b(?:fix|amend|correct|replac|repeal|agree)"
)
"""What is asked of a place that another place says, folded: what amends it, what it says at variance."""
Place = tuple[str, str]
"""A plan's name and a path in it."""


def named_place(need: Need, knowledge: Knowledge) -> frozenset[Place]:
    """The sections of the likeliest plans that the question names; empty where it names none that they have."""
    return frozenset(
        (name, section.path) for name, section in named_sections(need, knowledge, need.scope.tiers[0])
    )


def asks_of_place(need: Need) -> bool:
    """Whether what the named place itself says is asked for, so that no other place answers."""
    several = asked_sort(need) == "several" or need.kind in {"conflict", "compare"}
    return not (need.yesno or need.follows or several or _ELSEWHERE_RE.search(cue_text(need.asked)))


def place_features(named: frozenset[Place], units: Sequence[Unit]) -> dict[str, float]:
    """Which share of the evidence stands there, and whether none does; {} where no place is named.

    >>> unit = Unit("a", "sentence", "Sở Y tế tổng hợp.", "", "Điều 9.1.a", "", (0, 1))
    >>> place_features(frozenset({("a", "Điều 9.1")}), [unit]), place_features(frozenset(), [unit])
    ({'in_named_place': 1.0, 'off_named_place': 0.0}, {})
    """
    if not named:
        return {}
    inside = sum(any(unit.plan == plan and _below(unit.path, path) for plan, path in named) for unit in units)
    return {"in_named_place": inside / max(len(units), 1), "off_named_place": float(not inside)}


def _below(path: str, above: str) -> bool:
    return path == above or path.startswith((f"{above}.", f"{above}/"))
