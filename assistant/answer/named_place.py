"""Whether an answer stands in the place that the question names by its number ("khoản 1 Điều 9"): features of the judge."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.passages import named_sections
from assistant.knowledge import Knowledge, Unit
from assistant.question.understand import Need

__all__ = ["Place", "named_place", "place_features"]

Place = tuple[str, str]
"""A plan's name and a path in it."""


def named_place(need: Need, knowledge: Knowledge) -> frozenset[Place]:
    """The sections of the likeliest plans that the question names; empty where it names none that they have."""
    return frozenset(
        (name, section.path) for name, section in named_sections(need, knowledge, need.scope.tiers[0])
    )


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
