"""Two places of one plan that say different things of one matter: both are told, both cited."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.cite import Statement
from assistant.answer.evidence import score_units
from assistant.answer.references import asked_numbers, has_number, reference_text
from assistant.answer.short import short_answer
from assistant.answer.wording import clip, plan_label, say
from assistant.knowledge import Knowledge, Unit
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.plan import Reference

__all__ = ["answer_conflict"]

SAME_MATTER = 0.85
"""Share of the subject that a place must cover to be about the matter."""
ALIKE = 0.6
"""Share of the shorter sentence's words that the other one has."""
MOST = 4
_DUE_RE = re.compile(r"\bhan\b|thoi han|\bngay\b|thoi gian|khi nao|deadline|\bdates?\b")


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
                    section = say("section", need.language, path=unit.path)
                    statements.append(Statement(f"- {reference_text(unit.fact)} ({section})", (unit,)))
    return statements or ([] if asked else _values(need, knowledge, plans))


def _values(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """Places that give the asked matter different dates or numbers; [] when all say the same."""
    kind = "deadline" if _DUE_RE.search(fold(need.question)) else "target"
    need = replace(need, kind=kind)
    statements: list[Statement] = []
    for name in plans:
        scored = score_units(knowledge, knowledge.of("sentence"), need.terms, [name], least=SAME_MATTER)
        groups: dict[str, dict[str, Unit]] = {}
        for unit in (s.unit for s in scored):
            if value := short_answer(unit, need, knowledge):
                value = " ".join(value.lower().split())
                measure = "" if kind == "deadline" else re.sub(r"[\d.,/]+", "#", value)
                groups.setdefault(measure, {}).setdefault(value, unit)
        values = next((same for group in groups.values() if (same := _of_one_matter(group))), None)
        if values is None:
            continue
        statements.append(Statement(f"{say('differ', need.language)} {plan_label(knowledge.plans[name])}:"))
        for value, unit in itertools.islice(values.items(), MOST):
            section = say("section", need.language, path=unit.path)
            statements.append(Statement(f"- **{clip(value)}**: {clip(unit.text)} ({section})", (unit,)))
    return statements


def _differ(one: object, other: object) -> bool:
    """One document told in two ways: its symbol with two dates, or its number and date with two symbols."""
    assert isinstance(one, Reference)
    assert isinstance(other, Reference)
    if one.number == other.number:
        return bool(one.date and other.date) and one.date != other.date
    return one.date == other.date and one.date is not None and one.type == other.type


def _of_one_matter(group: dict[str, Unit]) -> dict[str, Unit] | None:
    """Of values in one measure, two whose sentences say nearly the same; None when there are no such two."""
    for (one, first), (other, second) in itertools.combinations(group.items(), 2):
        words, others = (frozenset(re.findall(r"[^\W\d_]+", fold(unit.text))) for unit in (first, second))
        if len(words & others) >= ALIKE * min(len(words), len(others)):
            return {one: first, other: second}
    return None
