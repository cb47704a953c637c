"""Two places of one plan that tell different things: both are told, both cited.

A document that is cited in two ways; or, where the question doubts that the places agree, two values of one sort.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answer.cite import Statement
from assistant.answer.evidence.claims import read_claims
from assistant.answer.kinds.references import asked_numbers, has_number, reference_text
from assistant.answer.wording import plan_label, say
from assistant.knowledge import Knowledge, Unit
from assistant.path_words import path_words
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.plan import Reference

__all__ = ["answer_conflict", "told_once", "with_disputed"]

_NUMBER_RE = re.compile(r"\d+(?:[.,/-]\d+)*")
_NOUN_RE = re.compile(r"(?!(?:ty|ti|trieu|nghin|ngan)\b)\b[a-z]+|%")
_TIME_RE = re.compile(r"(?i)\d/\d|(?<!\w)(?:ngày|tháng|quý|năm) (?:\d|[IV])")


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


def with_disputed(
    chosen: Sequence[Statement], others: Iterable[Sequence[Statement]], need: Need
) -> tuple[Statement, ...] | None:
    """An answer and the first of the other answers (the likeliest first) that tells another value of its sort.

    In another place of the same plan, that is; None where no other tells one.
    """
    first, *rest = chosen
    told = [unit for statement in chosen for unit in statement.units]
    for other, *lines in others:
        units = [unit for statement in (other, *lines) for unit in statement.units]
        if len(other.bolds) != 1 or not any(_of_a_sort(value, other.bolds[0]) for value in first.bolds):
            continue
        if all(unit.plan == told[0].plan and not any(_overlap(unit, own) for own in told) for unit in units):
            values = "; ".join(f"**{value}**" for value in (*first.bolds, *other.bolds))
            points = (*_rest(first), *rest, *_rest(other), *lines)
            return (
                Statement(values, (*first.units, *other.units)),
                Statement(say("differ", need.language)),
                *(replace(point, text=f"- {point.text.removeprefix('- ')}") for point in points),
            )
    return None


def told_once(statements: Sequence[Statement], need: Need) -> bool:
    """Whether an answer has its value from one place of a plan alone: no two places were held against each other."""
    if any(statement.text.startswith(say("differ", need.language)) for statement in statements):
        return False
    units = {unit for statement in statements if statement.bolds for unit in statement.units}
    return len(units) <= len({unit.plan for unit in units})


def _rest(first: Statement) -> list[Statement]:
    """What a statement says beside its value, if it says more than that."""
    return [first] if re.search(r"\w", re.sub(r"\*\*.+?\*\*", "", first.text)) else []


def _of_a_sort(one: str, other: str) -> bool:
    """Whether two values are of one sort and not the same: two days, two numbers of one thing.

    >>> _of_a_sort("60%", "65%"), _of_a_sort("khoảng 8,9 tỷ USD", "2.800 triệu USD"), _of_a_sort("60%", "12 xã")
    (True, True, False)
    >>> _of_a_sort("trước ngày 15/4/2026", "ngày 30 hằng tháng"), _of_a_sort("ngày 12/4 - 25/4", "ngày 15/4 - 25/4")
    (True, True)
    """
    first, second = read_claims(one), read_claims(other)
    shared = first.values() & second.values()
    if shared and shared in (first.values(), second.values()):
        return False
    timed = [bool(_TIME_RE.search(text)) for text in (one, other)]
    if any(timed):
        return all(timed)
    nouns = [_NOUN_RE.findall(fold(_NUMBER_RE.split(text)[-1]))[:1] for text in (one, other)]
    return len(first.numbers) == len(second.numbers) == 1 and nouns[0] == nouns[1]


def _overlap(one: Unit, other: Unit) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
