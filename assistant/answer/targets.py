"""Numbers to be reached: answered from extracted targets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence import best_of_each, near_best, score_units
from assistant.answer.wording import clip, place
from assistant.knowledge import Knowledge, Unit
from assistant.question.understand import Need
from ingest.plan import Target

__all__ = ["answer_target"]

ENOUGH = 0.6
EQUAL = 0.94
ROW_ENOUGH = 0.75
MOST_ROWS = 3
MOST = 8
MOST_LISTED = 40
"""A question that names no subject asks for all targets of the plan."""


def _value(unit: Unit) -> str:
    fact = unit.fact
    assert isinstance(fact, Target)
    unit_word = f" {fact.unit}" if fact.unit and fact.unit not in fact.value else ""
    return clip(f"{fact.value}{unit_word}")


def _from_rows(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """A number that stands only in a table: the row, with its column names."""
    found = score_units(knowledge, knowledge.of("row"), need.terms, plans)
    kept = [
        s.unit for s in near_best(found, EQUAL) if s.coverage >= ROW_ENOUGH and re.search(r"\d", s.unit.text)
    ]
    return [
        Statement(
            f"- {clip(unit.text)} ({place(unit.path, knowledge.plans[unit.plan], need.language)}).", (unit,)
        )
        for unit in kept[:MOST_ROWS]
    ]


def answer_target(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """The number first, then what it is the number of; [] when no target fits."""
    found = score_units(knowledge, knowledge.of("target"), need.terms, plans)
    if need.terms:
        found = [
            scored
            for scored in best_of_each(found, EQUAL, several=need.scope.several)
            if scored.coverage >= ENOUGH
        ][:MOST]
    else:
        found = sorted(found, key=lambda scored: (scored.unit.plan, scored.unit.span))[:MOST_LISTED]
    if not found:
        return _from_rows(need, knowledge, plans)
    values = list(dict.fromkeys(_value(scored.unit) for scored in found))
    lines = []
    for scored in found:
        fact = scored.unit.fact
        assert isinstance(fact, Target)
        condition = f" ({clip(fact.condition)})" if fact.condition else ""
        where = place(scored.unit.path, knowledge.plans[scored.unit.plan], need.language)
        lines.append(
            Statement(f"{_value(scored.unit)} {clip(fact.subject)}{condition} ({where}).", (scored.unit,))
        )
    headline = Statement(
        "; ".join(f"**{value}**" for value in values), tuple(scored.unit for scored in found)
    )
    if len(lines) == 1:
        return [headline, *lines]
    return [headline, *(Statement(f"- {line.text}", line.units) for line in lines)]
