"""A document that two places of one plan cite in two ways: both are told, both cited."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.references import asked_numbers, has_number, reference_text
from assistant.answer.wording import plan_label, say
from assistant.knowledge import Knowledge, Unit
from assistant.path_words import path_words
from assistant.question.understand import Need
from ingest.plan import Reference

__all__ = ["answer_conflict"]


def answer_conflict(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """Documents that a plan cites in two ways (two dates, two symbols): both places, both quoted."""
    asked = asked_numbers(need)
    groups: dict[tuple[str, str], list[Unit]] = {}
    for at in knowledge.of("reference"):
        unit = knowledge.units[at]
        fact = unit.fact
        if (
            unit.plan in plans
            and isinstance(fact, Reference)
            and fact.number
            and (not asked or has_number(fact, asked))
        ):
            groups.setdefault((unit.plan, re.split(r"[-/]", fact.number)[0]), []).append(unit)
    statements: list[Statement] = []
    for (name, _), units in groups.items():
        for one, other in itertools.combinations(units, 2):
            if _differ(one.fact, other.fact):
                label = plan_label(knowledge.plans[name])
                statements.append(Statement(f"{say('differ', need.language)} {label}:"))
                for unit in (one, other):
                    section = path_words(unit.path, need.language)
                    statements.append(
                        Statement(f"- {reference_text(unit.fact, need.language)} ({section})", (unit,))
                    )
    return statements


def _differ(one: object, other: object) -> bool:
    """One document told in two ways: its symbol with two dates, or its number and date with two symbols."""
    assert isinstance(one, Reference)
    assert isinstance(other, Reference)
    if one.number == other.number:
        return bool(one.date and other.date) and one.date != other.date
    return one.date == other.date and one.date is not None and one.type == other.type
