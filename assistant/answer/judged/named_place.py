"""Whether an answer stands in the place that the question names by its number ("khoản 1 Điều 9"), where that place alone answers."""

from __future__ import annotations

import re

from assistant.answer.kinds.passages import named_sections
from assistant.knowledge import Knowledge, Unit
from assistant.question.cues import cue_text
from assistant.question.sort import asked_sort
from assistant.question.understand import Need

__all__ = ["Place", "asks_of_place", "named_place", "stands_in"]

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


def stands_in(named: frozenset[Place], unit: Unit) -> bool:
    """Whether a unit stands in one of the named places.

    >>> unit = Unit("a", "sentence", "Sở Y tế tổng hợp.", "", "Điều 9.1.a", "", (0, 1))
    >>> stands_in(frozenset({("a", "Điều 9.1")}), unit), stands_in(frozenset({("a", "Điều 9.2")}), unit)
    (True, False)
    """
    return any(unit.plan == plan and _below(unit.path, path) for plan, path in named)


def _below(path: str, above: str) -> bool:
    return path == above or path.startswith((f"{above}.", f"{above}/"))
