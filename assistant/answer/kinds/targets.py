"""Numbers to be reached: answered from extracted targets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.cells import words_of
from assistant.answer.evidence.counted_nouns import asked_unit
from assistant.answer.evidence.number_years import of_another_year
from assistant.answer.evidence.short import short_answer
from assistant.answer.evidence.units import (
    Scored,
    best_of_each,
    meet,
    near_best,
    score_units,
    sentence_of,
)
from assistant.answer.evidence.value import no_sum
from assistant.answer.wording import clip, place
from assistant.knowledge import Knowledge, Unit, told_value
from assistant.question.cues import cue_text
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.plan import Target

__all__ = ["answer_target"]

ENOUGH = 0.6
_PRESENT_RE = re.compile(r"\bhien (?:co|nay|tai|dang)\b|\bdang co\b|\bcurrently\b")
_COUNTED_RE = re.compile(r"\b(?:may|bao nhieu|how many) (?!phan tram|%|per)[a-z]{2,}")
EQUAL = 0.94
ROW_ENOUGH = 0.85
MOST_ROWS = 3
LONGEST_ROW = 700
MOST = 8
MOST_LISTED = 40
"""A question that names no subject asks for all targets of the plan."""


def _value(unit: Unit) -> str:
    fact = unit.fact
    assert isinstance(fact, Target)
    return clip(told_value(fact))


def _from_rows(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """A number that stands only in a table: the cell of the column meant, then the row."""
    found = score_units(knowledge, knowledge.of("row"), need.terms, plans)
    kept = [s.unit for s in near_best(found, EQUAL) if s.coverage >= ROW_ENOUGH]
    statements = []
    for unit in kept[:MOST_ROWS]:
        where = place(unit.path, knowledge.plans[unit.plan], need.language)
        if short := short_answer(unit, need, knowledge):
            statements += [
                Statement(f"**{clip(short)}**", (unit,)),
                Statement(f"{clip(words_of(unit, knowledge), LONGEST_ROW)} ({where}).", (unit,)),
            ]
    return statements


def _scored(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Scored]:
    """Targets that can answer, best first: they are of the future, and shares answer only for shares."""
    asked = cue_text(need.question)
    present = _PRESENT_RE.search(asked) is not None
    nouns = asked_unit(need)

    def weigh(unit: Unit) -> float:
        fact = unit.fact
        share = isinstance(fact, Target) and ("%" in fact.value or fact.unit == "%")
        if present or (share and _COUNTED_RE.search(asked)) or no_sum(need, _value(unit)):
            return 0.0
        if not need.yesno and of_another_year(need, unit, "", knowledge):
            return 0.0
        # Of "bao nhiêu lượt", a number of something else is no answer.
        said = fold(unit.text) if nouns and not share else ""
        counted = any(re.search(rf"\b{re.escape(noun)}\b", said) for noun in nouns)
        return 1.0 if not said or counted else 0.0

    return score_units(knowledge, knowledge.of("target"), need.terms, plans, weigh)


def _state(unit: Unit, need: Need, knowledge: Knowledge) -> str:
    fact = unit.fact
    assert isinstance(fact, Target)
    condition = f" ({clip(fact.condition)})" if fact.condition else ""
    where = place(unit.path, knowledge.plans[unit.plan], need.language)
    # "03 đợt: ...; ..." ends within the list, and behind its number "Mức hỗ trợ tiền ăn" that leads in would read torn.
    leads_in = f"{fact.subject}:" in knowledge.plans[unit.plan].source.quote(unit.span)
    if (":" in fact.subject or leads_in) and (whole := sentence_of(unit, knowledge)):
        return f"{clip(whole.text)} ({where})."
    return f"{said_once(_value(unit), clip(fact.subject))}{condition} ({where})."


def said_once(value: str, subject: str) -> str:
    """A number and what it is of, without the unit that both say.

    >>> said_once("137 cơ sở", "cơ sở nhà đất"), said_once("08 lớp", "tập huấn")
    ('137 cơ sở nhà đất', '08 lớp tập huấn')
    """
    ends, begins = value.lower().split(), subject.lower().split()
    both = next((n for n in range(len(ends), 0, -1) if ends[-n:] == begins[:n]), 0)
    return " ".join((value, *subject.split()[both:]))


def _without_neighbours(found: Sequence[Scored], need: Need, knowledge: Knowledge) -> list[Scored]:
    """Of the numbers of one sentence not those that say of the subject only what another one says too, and less."""
    own = meet(knowledge, need.terms).own

    def said_by(other: Unit, unit: Unit) -> bool:
        one, two = own[:, unit.at], own[:, other.at]
        return (other.plan, other.span) == (unit.plan, unit.span) and bool(
            (two >= one).all() and (two > one).any()
        )

    return [one for one in found if not any(said_by(other.unit, one.unit) for other in found)]


def answer_target(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """The number first, then what it is the number of; [] when no target fits."""
    present = _PRESENT_RE.search(cue_text(need.question)) is not None
    found = _scored(need, knowledge, plans)
    if need.terms:
        found = [
            scored
            for scored in best_of_each(found, EQUAL, several=need.scope.several)
            if scored.coverage >= ENOUGH
        ]
        found = _without_neighbours(found, need, knowledge)[:MOST]
    else:
        found = sorted(found, key=lambda scored: (scored.unit.plan, scored.unit.span))[:MOST_LISTED]
    if not found and not present:
        return _from_rows(need, knowledge, plans)
    if not found:
        return []
    values = list(dict.fromkeys(_value(scored.unit) for scored in found))
    lines = [Statement(_state(s.unit, need, knowledge), (s.unit,)) for s in found]
    headline = Statement(
        "; ".join(f"**{value}**" for value in values), tuple(scored.unit for scored in found)
    )
    if len(lines) == 1:
        return [headline, *lines]
    return [headline, *(Statement(f"- {line.text}", line.units) for line in lines)]
