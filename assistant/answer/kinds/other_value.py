"""Two numbers that one plan sets for one thing, as its text does and its annex otherwise: both are told, both cited.

In: an answer of one number. Out: the same with the other number beside it, where another place of the plan sets one for the
same thing, in the same measure, for the same years; where the question names no year, with those for other years.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.cite import Statement
from assistant.answer.evidence.cells import measured, words_of, years_of
from assistant.answer.evidence.figures import DIGITS_RE, read_figure
from assistant.answer.evidence.grid import grids_of
from assistant.answer.evidence.number_years import YEAR_RE, Years, years_told
from assistant.answer.wording import clip, place, say
from assistant.knowledge import Knowledge, Unit, told_value
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.facts.amounts.subjects import without_time
from ingest.plan import Target
from ingest.spelling import match_key

__all__ = ["with_other_value"]

APART = 2
"""Words of one sentence that another on the same thing may lack."""
LEAST, LEAST_OWN = 3, 2
"""Words below which a subject says too little; of these, words that no other place leaves out."""
ROUGHLY = 0.02
"""How far, of the greater number, one that is told only about may be from the other."""
MOST_YEARS = 6
"""Numbers for other years that are told beside one."""
LONGEST = 480
_LOOSE = frozenset(
    "tổng tỷ tỉ lệ số lượng các những có được đạt của tại ở trên địa bàn trong phấn đấu".split()
)
"""Words of a subject that another place leaves out or says otherwise."""
_TIME_WORDS = frozenset("den trong vao tu het cuoi nam giai doan".split())
_TIME_RE = re.compile(rf"(?:{'|'.join(_TIME_WORDS)}|\d{{4}}|[-–,\s])+")


@dataclass(frozen=True, slots=True)
class _Level:
    """A number that a plan sets: where, of what (in comparable words), in which measure, for which years."""

    unit: Unit
    value: str
    subject: tuple[str, ...]
    number: float
    measure: str
    years: frozenset[Years]
    dated: bool
    """Whether its years are told, and not only those of its plan."""


def with_other_value(
    statements: Sequence[Statement], need: Need, knowledge: Knowledge
) -> tuple[Statement, ...]:
    """An answer of one number, with the number that another place of the plan sets for the same thing and the same year.

    Where the question names no year, with those that it sets for other years.
    """
    first, *rest = statements
    if len(first.bolds) != 1 or not DIGITS_RE.search(first.bolds[0]):
        return tuple(statements)
    told = [
        own
        for plan in dict.fromkeys(unit.plan for unit in first.units)
        for own in _levels(knowledge).get(plan, ())
        if _number(own.value) == _number(first.bolds[0]) and _cited(own, first.units)
    ]
    beside = [
        (own, other)
        for own in told
        for other in _levels(knowledge)[own.unit.plan]
        if _of_one_thing(own, other) and not _told_apart(own, other, need.question, knowledge)
        if not any(one.unit == other.unit and _agree(one, own) for one in _levels(knowledge)[own.unit.plan])
    ]
    apart = {other.number: other for own, other in beside if _contradict(own, other)}
    lines = [Statement(f"- {s.text.removeprefix('- ')}", s.units) for s in rest]
    if len(apart) == 1:
        other = next(iter(apart.values()))
        head = Statement(f"{first.text}; **{clip(other.value)}**", (*first.units, other.unit))
        return (head, Statement(say("differ", need.language)), *lines, _quoted(other, need, knowledge))
    later = {
        other.years: other
        for own, other in reversed(beside)
        if other.dated and _of_other_year(own, other) and not _is_past(other, knowledge)
    }
    if YEAR_RE.search(need.question) or not 0 < len(later) <= MOST_YEARS:
        return tuple(statements)
    every = sorted(
        [told[0], *later.values()], key=lambda level: (level.dated, min(level.years, default=(0, 0)))
    )
    values = [first.text if level is told[0] else f"**{clip(level.value)}**" for level in every]
    dated = [f" ({_years(level)})" if level.dated else "" for level in every]
    units = dict.fromkeys((*first.units, *(level.unit for level in every if level is not told[0])))
    head = Statement("; ".join(map("".join, zip(values, dated, strict=True))), tuple(units))
    others = [_quoted(one, need, knowledge) for one in every if not _cited(one, first.units)]
    return (head, *lines, *others) if others else (head, *rest)


def _quoted(level: _Level, need: Need, knowledge: Knowledge) -> Statement:
    where = place(level.unit.path, knowledge.plans[level.unit.plan], need.language)
    words = level.unit.context.partition("\n")[2] or words_of(level.unit, knowledge)
    return Statement(f"- {clip(words.lstrip(' -+'), LONGEST)} ({where}).", (level.unit,))


def _cited(level: _Level, units: Sequence[Unit]) -> bool:
    span = level.unit.span
    same = (unit for unit in units if unit.plan == level.unit.plan)
    return any(unit.span.start < span.end and span.start < unit.span.end for unit in same)


def _years(level: _Level) -> str:
    return ", ".join(" - ".join(map(str, dict.fromkeys(years))) for years in sorted(level.years))


@lru_cache(maxsize=4)
def _levels(knowledge: Knowledge) -> Mapping[str, Sequence[_Level]]:
    """The numbers that each plan sets, of its targets and of its tables."""
    found: dict[str, list[_Level]] = {}
    for level in (*_of_targets(knowledge), *_of_tables(knowledge)):
        if level.subject:
            found.setdefault(level.unit.plan, []).append(level)
    return found


def _of_targets(knowledge: Knowledge) -> Iterator[_Level]:
    for at in knowledge.of("target"):
        unit = knowledge.units[at]
        fact = unit.fact
        timed = isinstance(fact, Target) and _TIME_RE.fullmatch(fold(fact.condition or "năm")) is not None
        if isinstance(fact, Target) and fact.number is not None and fact.upper is None and timed:
            told = years_told(unit, fact.value)
            years = frozenset(told or _of_plan(unit, knowledge))
            yield _Level(
                unit,
                told_value(fact),
                _subject(_without_fall(fact, unit)) or _subject(f"{_lead(fact, unit)} {fact.subject}"),
                fact.number,
                fold(fact.unit or ""),
                years,
                bool(told),
            )


def _of_tables(knowledge: Knowledge) -> Iterator[_Level]:
    """Of a table with columns by year each, of another the only column of numbers; a row that is part of another is of that."""
    for grid in grids_of(knowledge):
        dated = [at for at in grid.numbers if years_of(grid.header[at])]
        for row, at in itertools.product(grid.rows, dated or grid.numbers):
            figure = read_figure(row.cells[at]) if at < len(row.cells) else None
            if figure is not None and (dated or len(grid.numbers) == 1):
                value = measured(row.cells[at].strip(), grid.header[at], row.measure)
                said = [int(year) for year in years_of(grid.header[at])]
                years = ((min(said), max(said)),) if said else _of_plan(row.unit, knowledge)
                measure = fold(DIGITS_RE.sub("", value).strip())
                whole = re.sub(r"^[\dIVX]+(?:\.\d+)*\.?\s", "", row.group.rpartition(" / ")[2])
                subject, when = _subject(f"{whole} {row.name}"), frozenset(years)
                yield _Level(row.unit, value, subject, float(figure), measure, when, bool(said))


def _of_plan(unit: Unit, knowledge: Knowledge) -> tuple[Years, ...]:
    year = knowledge.plans[unit.plan].letterhead.year
    return ((year, year),) if year else ()


def _is_past(level: _Level, knowledge: Knowledge) -> bool:
    """Whether a number is for a year before the plan's own: what was reached, no more what shall be."""
    year = knowledge.plans[level.unit.plan].letterhead.year
    return year is not None and max(last for _, last in level.years) < year


def _subject(said: str) -> tuple[str, ...]:
    """The comparable words of a subject; () where it says too little, as "Dịch vụ" of a list does."""
    words = _words(without_time(said))
    return words if len(words) >= LEAST_OWN and len(said.split()) >= LEAST else ()


def _lead(fact: Target, unit: Unit) -> str:
    """What stands before the colon of a target's sentence, or above the list in which it stands: of what it is a part."""
    above, _, sentence = unit.context.partition("\n")
    before = sentence.partition(fact.subject or fact.value)[0].rpartition(":")[0]
    return before.rpartition(". ")[2].lstrip(" -+•*") or above.rpartition(" > ")[2]


def _words(said: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"[\w%]+", match_key(said)) if word not in _LOOSE)


def _without_fall(fact: Target, unit: Unit) -> str:
    """A subject without the verb of "giảm còn 4%", which says of what is reached only from where it comes."""
    number = "".join(map(re.escape, DIGITS_RE.findall(fact.value)[:1]))
    falls = re.search(rf"(?i)(?:giảm|tăng)\s+(?:còn|xuống|lên)\s[^\d;,]{{0,20}}{number}(?!\d)", unit.context)
    return re.sub(r"(?i)\s+(?:giảm|tăng)$", "", fact.subject) if falls else fact.subject


def _number(value: str) -> str:
    found = DIGITS_RE.search(value)
    return found[0].lstrip("0") if found else ""


def _about(one: _Level, other: _Level) -> bool:
    """Whether two numbers are the same, or one of them is told only about ("khoảng 27%", "gần 8 triệu")."""
    rough = any(
        re.match(r"(?i)(?:đạt )?(?:khoảng|gần|trên|hơn)(?!\w)", level.value) for level in (one, other)
    )
    return abs(one.number - other.number) <= (ROUGHLY * max(one.number, other.number) if rough else 0)


def _of_one_thing(one: _Level, other: _Level) -> bool:
    """Whether two numbers are of one thing in one measure; two rows of tables are of two."""
    return (
        not _about(one, other)
        and one.measure == other.measure
        and one.subject == other.subject
        and not (_of_table(one) and _of_table(other))
    )


def _agree(one: _Level, other: _Level) -> bool:
    """Whether two places tell the same number for the same year, as one of the columns of a year does."""
    return (one.number, one.years, one.measure) == (other.number, other.years, other.measure)


def _contradict(one: _Level, other: _Level) -> bool:
    """Whether they are for one year too: of a list, or of parts of the plan that do not divide it ("cấp tỉnh", "cấp xã")."""
    tops = [level.unit.path.split(".")[0].split("/")[0] for level in (one, other)]
    near = _heading(one.unit) == _heading(other.unit) or tops[0] != tops[1]
    return one.years == other.years and near and (_of_table(one) or _of_table(other) or _alike(one, other))


def _of_other_year(one: _Level, other: _Level) -> bool:
    """Whether they are for other years, in a sentence or under headings that say nothing else than the year."""
    own, others = ({*re.findall(r"[a-z]+", fold(_heading(level.unit)))} for level in (one, other))
    apart = (own ^ others) - _TIME_WORDS
    return not one.years & other.years and (not apart or _of_table(one) or _of_table(other))


def _of_table(level: _Level) -> bool:
    return level.unit.path.startswith("annex") or "row" in level.unit.path


def _told_apart(one: _Level, other: _Level, question: str, knowledge: Knowledge) -> bool:
    """Whether the question names a word by which the headings tell the two numbers apart ("cấp xã").

    Their subject, their year and what names their plan tell nothing apart.
    """
    head = knowledge.plans[one.unit.plan].letterhead
    named = " ".join((*one.subject, *_LOOSE, *filter(None, (head.title, head.issuer, head.province))))
    first, second = (set(re.findall(r"[a-z]+", fold(_heading(level.unit)))) for level in (one, other))
    own = {*re.findall(r"[a-z]+", fold(named)), "nam"}
    return not own >= (first ^ second) & set(re.findall(r"[a-z]+", fold(question)))


def _heading(unit: Unit) -> str:
    return unit.context.partition("\n")[0]


def _alike(one: _Level, other: _Level) -> bool:
    """Whether two sentences say the same but for their numbers: with other words beside them each has a case of its own."""
    first, second = (
        {word for word in _words(level.unit.context.partition("\n")[2]) if not word[0].isdigit()}
        for level in (one, other)
    )
    return one.unit.span != other.unit.span and len(first ^ second) <= APART
