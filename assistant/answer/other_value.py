"""Two numbers that one plan sets for one thing, as its text does and its annex otherwise: both are told, both cited.

In: an answer of one number. Out: the same with the other number beside it, where another place of the plan sets one for the
same thing, in the same measure, for the same years.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.cells import measured, words_of, years_of
from assistant.answer.cite import Statement
from assistant.answer.figures import read_figure
from assistant.answer.grid import grids_of
from assistant.answer.number_years import Years, years_told
from assistant.answer.wording import clip, place, say
from assistant.knowledge import Knowledge, Unit, told_value
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.plan import Target
from ingest.spelling import match_key

__all__ = ["with_other_value"]

APART = 2
"""Words of one sentence that another on the same thing may lack."""
LEAST = 3
"""Words below which a subject says too little."""
LONGEST = 480
_LOOSE = frozenset(
    "tổng tỷ tỉ lệ số lượng các những có được đạt của tại ở trên địa bàn trong phấn đấu".split()
)
"""Words of a subject that another place leaves out or says otherwise."""
_NUMBER_RE = re.compile(r"\d+(?:[.,]\d+)*")
_TIME_RE = re.compile(r"(?:den|trong|vao|tu|het|cuoi|nam|giai doan|\d{4}|[-–,\s])+")


@dataclass(frozen=True, slots=True)
class _Level:
    """A number that a plan sets: where, of what (in comparable words), in which measure, for which years."""

    unit: Unit
    value: str
    subject: tuple[str, ...]
    number: float
    measure: str
    years: frozenset[Years]


def with_other_value(
    statements: Sequence[Statement], need: Need, knowledge: Knowledge
) -> tuple[Statement, ...]:
    """An answer of one number, with the number that another place of the plan sets for the same thing and the same year."""
    first, *rest = statements
    if len(first.bolds) != 1 or not _NUMBER_RE.search(first.bolds[0]):
        return tuple(statements)
    others = {
        other.value: other
        for unit in first.units
        for own in _levels(knowledge).get(unit.plan, ())
        if own.unit.span.start < unit.span.end and unit.span.start < own.unit.span.end
        if _number(own.value) == _number(first.bolds[0])
        for other in _levels(knowledge)[unit.plan]
        if _contradict(own, other) and not _told_apart(own, other, need.question)
    }
    if len(others) != 1:
        return tuple(statements)
    other = next(iter(others.values()))
    told = Statement(f"{first.text}; **{clip(other.value)}**", (*first.units, other.unit))
    where = place(other.unit.path, knowledge.plans[other.unit.plan], need.language)
    quoted = other.unit.context.partition("\n")[2] or words_of(other.unit, knowledge)
    lines = [Statement(f"- {s.text.removeprefix('- ')}", s.units) for s in rest]
    lines.append(Statement(f"- {clip(quoted.lstrip(' -+'), LONGEST)} ({where}).", (other.unit,)))
    return (told, Statement(say("differ", need.language)), *lines)


@lru_cache(maxsize=4)
def _levels(knowledge: Knowledge) -> Mapping[str, Sequence[_Level]]:
    """The numbers that each plan sets, of its targets and of its tables."""
    found: dict[str, list[_Level]] = {}
    for level in (*_of_targets(knowledge), *_of_tables(knowledge)):
        if len(level.subject) >= LEAST:
            found.setdefault(level.unit.plan, []).append(level)
    return found


def _of_targets(knowledge: Knowledge) -> Iterator[_Level]:
    for at in knowledge.of("target"):
        unit = knowledge.units[at]
        fact = unit.fact
        timed = isinstance(fact, Target) and _TIME_RE.fullmatch(fold(fact.condition or "năm")) is not None
        if isinstance(fact, Target) and fact.number is not None and fact.upper is None and timed:
            years = years_told(unit, fact.value) or _of_plan(unit, knowledge)
            measure = fold(fact.unit or "")
            yield _Level(
                unit, told_value(fact), _subject(fact.subject), fact.number, measure, frozenset(years)
            )


def _of_tables(knowledge: Knowledge) -> Iterator[_Level]:
    """Of a table with columns by year each, of another the only column of numbers; a row that is part of another is of that."""
    for grid in grids_of(knowledge):
        dated = [at for at in grid.numbers if years_of(grid.header[at])]
        for row, at in itertools.product(grid.rows, dated or grid.numbers):
            figure = read_figure(row.cells[at]) if at < len(row.cells) and not row.group else None
            if figure is not None and (dated or len(grid.numbers) == 1):
                value = measured(row.cells[at].strip(), grid.header[at], row.measure)
                said = [int(year) for year in years_of(grid.header[at])]
                years = ((min(said), max(said)),) if said else _of_plan(row.unit, knowledge)
                measure = fold(_NUMBER_RE.sub("", value).strip())
                yield _Level(row.unit, value, _subject(row.name), float(figure), measure, frozenset(years))


def _of_plan(unit: Unit, knowledge: Knowledge) -> tuple[Years, ...]:
    year = knowledge.plans[unit.plan].letterhead.year
    return ((year, year),) if year else ()


def _subject(said: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"[\w%]+", match_key(said)) if word not in _LOOSE)


def _number(value: str) -> str:
    found = _NUMBER_RE.search(value)
    return found[0].lstrip("0") if found else ""


def _contradict(one: _Level, other: _Level) -> bool:
    """Whether two numbers are of one thing in one measure and year: of a list, or of parts of the plan that do not divide it.

    Two rows of tables, and two sections beside each other ("cấp tỉnh", "cấp xã"), are of two things.
    """
    paths = one.unit.path, other.unit.path
    tables = [path.startswith("annex") or "row" in path for path in paths]
    near = _heading(one.unit) == _heading(other.unit)
    apart = paths[0].split(".")[0].split("/")[0] != paths[1].split(".")[0].split("/")[0]
    return (
        one.number != other.number
        and one.measure == other.measure
        and one.years == other.years
        and not all(tables)
        and (near or apart)
        and one.subject == other.subject
        and (any(tables) or _alike(one, other))
    )


def _told_apart(one: _Level, other: _Level, question: str) -> bool:
    """Whether the question names a word by which the headings tell the two numbers apart ("cấp xã"), beside their subject and year."""
    first, second = (set(re.findall(r"[a-z]+", fold(_heading(level.unit)))) for level in (one, other))
    own = {*re.findall(r"[a-z]+", fold(" ".join(one.subject))), "nam"}
    return not own >= (first ^ second) & set(re.findall(r"[a-z]+", fold(question)))


def _heading(unit: Unit) -> str:
    return unit.context.partition("\n")[0]


def _alike(one: _Level, other: _Level) -> bool:
    """Whether two sentences say the same but for their numbers: with other words beside them each has a case of its own."""
    first, second = (
        {word for word in _subject(level.unit.context.partition("\n")[2]) if not word[0].isdigit()}
        for level in (one, other)
    )
    return one.unit.span != other.unit.span and len(first ^ second) <= APART
