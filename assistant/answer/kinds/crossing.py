"""The number at the crossing of a row and a column: "sản lượng cà phê năm 2028", "thuế tài nguyên, ước thực hiện 2025".

The row is the one whose own name (with the group above it) says the subject and little else; the column that of the
year, the measure and the words asked for. An empty crossing of a column that other rows fill is told as left blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answer.cite import Statement
from assistant.answer.evidence.cells import EMPTY_RE, asked_columns, measured, words_of, years_of
from assistant.answer.evidence.grid import TABLE_RE, Grid, GridRow, grids_of, of_whole
from assistant.answer.evidence.units import coverage, weigh_for
from assistant.answer.wording import clip, place, say
from assistant.grams import gram_set, tokens
from assistant.knowledge import Knowledge
from assistant.question.cues import cue_text
from assistant.question.naming import fold
from assistant.question.sort import asked_sort
from assistant.question.terms import Term
from assistant.question.two import asks_two, doubts_places
from assistant.question.understand import Need

__all__ = [
    "Crossing",
    "Found",
    "answer_crossing",
    "called_grids",
    "named_rows",
    "named_together",
    "subject_of",
]

ENOUGH = 0.6
"""Share of the subject (without the words that say the column) that a row with its group and table must say."""
NAMED = 0.5
"""What a row's score owes to how much of its own name the question says."""
NAMED_BESIDE, LEAST_GAIN = 0.6, 0.15
"""Of rows that are told together: how much of each one's name is said, and what it adds to the subject."""
LEAST_SAID = 0.4
"""Share of the subject that a row must say whose parts are added up."""
NAMED_EMPTY = 0.8
"""How much of the name of a row without any number must be said."""
NAMED_TWICE = 0.7
"""The same of two rows that each say all of the subject, where two amounts are asked."""
EQUAL = 0.97
"""Of the best score: rows of one name in several tables are told together."""
MOST, MOST_TOGETHER, MOST_CELLS = 2, 3, 6
LONGEST = 700
_MEASURE_RE = re.compile(
    r"(?:(?:nghin|ngan|trieu|ty|ti) ?)?(?:dong|usd|tan|ta|kg|ha|hecta|m2|m3|km|lit|nguoi|phan tram|%)?|nam|(?:nam )?20\d\d|\d+|so|tonn?e?s?|hectares?"
)
"""Folded: words of a question by which only the measure or the year of a number is asked for."""
_LISTS_RE = re.compile(r"\w,? (?:va|and) \w|[a-z]+, [a-z]")
_ASKS_RE = re.compile(r"\bbao nhieu\b|\bmay\b|how (?:much|many)")
_SHORT_RE = re.compile(r"(?<!\w)[A-ZĐƯÔÂĂ]{2,6}(?!\w)")
_COMPARED = frozenset(
    "hon nhieu it cao thap loai chenh lech khop khac bang moi cho dong hang cot tien cai bieu con cong lai hai ba bon".split()
)
"""Words that compare numbers, or say only that one of a table is meant."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """What is said of one or more rows, and what speaks for it, for the judge."""

    statements: list[Statement]
    speaks: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A row with the columns meant, and how much of the subject it says (``said``) and of its name is said (``named``)."""

    row: GridRow
    columns: tuple[int, ...]
    grid: Grid
    said: float
    named: float
    terms: tuple[Term, ...]
    grams: frozenset[str]

    @property
    def score(self) -> float:
        """How much speaks for the row."""
        return self.said * (1 - NAMED + NAMED * self.named)


def answer_crossing(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Crossing]:
    """One answer for each of the best rows; [] where no number and no year is asked for, or no row is so named."""
    years = years_of(need.question)
    folded = cue_text(need.question)
    two = asks_two(folded) or doubts_places(folded) or _LISTS_RE.search(folded) is not None
    amount = bool(years) or asked_sort(need) == "number" or folded.startswith("tong ")
    if not need.terms or (need.yesno and not two) or not amount:
        return []
    asked = _read(need)
    grids = called_grids(need, knowledge, plans)
    together = [one for grid in grids if (one := _together(grid, need, asked, knowledge))] if two else []
    best = max(together, key=lambda rows: rows[0].score, default=None)
    beside = [_tell(best, 0.0, need, knowledge)] if best else []
    return beside if need.yesno else beside + _singly(grids, need, asked, knowledge)


def named_rows(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Found]:
    """The rows whose name the question says for the most part, the best first, with the columns meant."""
    asked = _read(need)
    grids = called_grids(need, knowledge, plans)
    found = [one for grid in grids for one in _in_grid(grid, need, asked, knowledge, least=LEAST_SAID)]
    return sorted((one for one in found if one.named >= NAMED_BESIDE), key=lambda one: -one.score)


def named_together(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[list[Found]]:
    """The rows that the question names beside each other, of each table that has such, the best first."""
    asked = _read(need)
    grids = called_grids(need, knowledge, plans)
    together = [one for grid in grids if (one := _together(grid, need, asked, knowledge))]
    return sorted(together, key=lambda rows: -rows[0].score)


def subject_of(grid: Grid, need: Need) -> tuple[list[Term], frozenset[str], frozenset[str]]:
    """The terms of a question but for measures and years, its folded words, and all that it may be taken to say.

    The words are also those short forms of the table's columns which the question writes out.
    """
    asked = _read(need)
    spelt = frozenset(map(fold, asked.spelt(" ".join(grid.header[at] for at in grid.numbers))))
    return _subject(need.terms, ""), frozenset(map(fold, asked.words)) | spelt, asked.every | spelt


def called_grids(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Grid]:
    """The tables of these plans; of those that the question calls by a number, these alone."""
    grids = [grid for grid in grids_of(knowledge) if grid.plan in plans]
    folded = cue_text(need.question)
    table = next((match["number"] for match in TABLE_RE.finditer(folded) if match["number"]), None)
    return [grid for grid in grids if table in grid.numbers_above] or grids


def _singly(grids: Sequence[Grid], need: Need, asked: _Asked, knowledge: Knowledge) -> list[Crossing]:
    """The best rows each by itself; rows of one name in several tables together."""
    found = [one for grid in grids for one in _in_grid(grid, need, asked, knowledge)]
    found.sort(key=lambda one: -one.score)
    answers: list[Crossing] = []
    while found and len(answers) < MOST:
        same = [one for one in found if _equal(one, found[0])]
        found = [one for one in found if one not in same]
        ahead = same[0].score - (found[0].score if found else 0.0)
        answers.append(_tell(same[:MOST_TOGETHER], ahead, need, knowledge))
    return answers


def _equal(one: Found, best: Found) -> bool:
    return one is best or (
        one.row.names == best.row.names and one.score >= EQUAL * best.score and one.grid is not best.grid
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words of a question in their order, and folded those together with all forms of its terms."""

    words: tuple[str, ...]
    every: frozenset[str]
    table: frozenset[str]
    """Those that only name the table ("biểu 02")."""

    def spelt(self, text: str) -> dict[str, str]:
        """The short forms of a text for which the question has words that begin with their letters.

        >>> _Asked(("thuế", "giá", "trị", "gia", "tăng"), frozenset(), frozenset()).spelt("Thuế GTGT hàng hóa SX-KD")
        {'GTGT': 'giá trị gia tăng'}
        """
        initials = "".join(fold(word)[0] for word in self.words)
        found = {}
        for short in _SHORT_RE.findall(text):
            if (at := initials.find(fold(short).replace("w", "u"))) >= 0:  # TW is "trung ương"
                found[short] = " ".join(self.words[at : at + len(short)])
        return found


def _read(need: Need) -> _Asked:
    forms = (gram for term in need.terms for form in term.forms for gram in form)
    words = tuple(tokens(need.question))
    every = frozenset(map(fold, (*words, *(word for gram in forms for word in gram.split()))))
    table = (match[0] for match in TABLE_RE.finditer(cue_text(need.question)))
    return _Asked(words, every, frozenset(" ".join(table).split()))


def _in_grid(
    grid: Grid, need: Need, asked: _Asked, knowledge: Knowledge, least: float = ENOUGH
) -> Iterator[Found]:
    """The rows that say at least so much of the subject, which stands in no column, each with the columns meant."""
    spelt = asked.spelt(" ".join(grid.header[at] for at in grid.numbers))
    columns = asked_columns(grid.header, grid.numbers, need, asked.every | set(map(fold, spelt)))
    told = " ".join((*(grid.header[at] for at in columns), *spelt.values(), *asked.table))
    terms = weigh_for(_subject(need.terms, told), knowledge.titles[grid.plan]) if columns else []
    total = "tong" in asked.every
    for row in grid.rows if terms else ():
        long = asked.spelt(f"{row.name} {row.group}")
        grams = row.grams | gram_set(" ".join(long.values())) if long else row.grams
        if total and of_whole(row.name):
            grams |= grid.context
        said = coverage(terms, grams, grid.context)
        if said >= least and coverage(terms, grams) > 0:
            known = asked.every | set(map(fold, long))
            named = max(sum(word in known for word in name) / len(name) for name in row.names)
            if named < NAMED_EMPTY and not any(_value(row, grid, at) for at in grid.numbers):
                continue  # a heading over other rows, mostly
            yield Found(row, columns, grid, said, named, tuple(terms), grams)


def _together(grid: Grid, need: Need, asked: _Asked, knowledge: Knowledge) -> list[Found]:
    """Two or more rows of one table that the question names beside each other, in their order; [] for fewer.

    Each says of the subject what the others do not ("xoài với nhãn"), and all say enough of it together.
    """
    every = list(_in_grid(grid, need, asked, knowledge, least=0.0))
    kept: list[Found] = []
    total = 0.0
    while len(kept) < MOST_TOGETHER:
        best, gain = None, LEAST_GAIN
        for one in every:
            if one.named >= NAMED_BESIDE and one not in kept:
                grams = frozenset().union(one.grams, *(other.grams for other in kept))
                more = (coverage(one.terms, grams, grid.context) - total) * one.named
                if more > gain:
                    best, gain = one, more
        if best is None:
            break
        kept.append(best)
        total = coverage(best.terms, frozenset().union(*(one.grams for one in kept)), grid.context)
    if len(kept) < 2 and len(_ASKS_RE.findall(cue_text(need.question))) > 1:
        # "Nợ gốc bao nhiêu mà nguồn trả nợ bao nhiêu": two rows that say the whole subject, each asked about.
        sure = sorted((one for one in every if one.named >= NAMED_TWICE), key=lambda one: -one.score)[:2]
        kept, total = sure, min((one.said for one in sure), default=0.0)
    if len(kept) < 2 or total < ENOUGH:
        return []
    kept = [replace(one, said=total) for one in kept]
    return sorted(kept, key=lambda one: one.row.unit.span)


def _subject(terms: Sequence[Term], told: str) -> list[Term]:
    """The terms that are to be said by a row: not those that say the column, a measure or a year, nor pairs of others."""
    column = frozenset(map(fold, tokens(told)))
    found: list[Term] = []
    words: set[str] = set()
    for term in sorted(terms, key=lambda term: -term.weight):
        own = set(map(fold, tokens(term.text)))
        if own & column and not own <= column:
            term = _rest(term, column)
        if not (own <= words or own <= column | _COMPARED or _MEASURE_RE.fullmatch(fold(term.text))):
            found.append(term)
        words |= own
    return found


def _rest(term: Term, column: frozenset[str]) -> Term:
    """A term of which some words say the column, without these: what was taken for one word is two."""
    words = tokens(term.text)
    rest = tuple(word for word in words if fold(word) not in column)
    return replace(
        term, text=" ".join(rest), alternatives=(rest,), weight=term.weight * len(rest) / len(words)
    )


def _tell(found: Sequence[Found], ahead: float, need: Need, knowledge: Knowledge) -> Crossing:
    lines: list[Statement] = []
    one = len(found) == 1
    for each in found:
        unit, row = each.row.unit, each.row
        cells = [(each.grid.header[at], _value(row, each.grid, at)) for at in each.columns]
        cells = [cell for cell in cells if cell[1]] or cells[:1]
        empty = say("left_open", need.language)
        told = "; ".join(f"{title}: **{value or empty}**" for title, value in cells[:MOST_CELLS])
        left_open = any(not value for _, value in cells[:MOST_CELLS])
        text = f"{'' if one else '- '}{_row_name(row)} – {told}"
        lines.append(Statement(text, (unit,), left_open=left_open))
        where = place(unit.path, knowledge.plans[unit.plan], need.language)
        if one:
            lines.append(Statement(f"{clip(words_of(unit, knowledge), LONGEST)} ({where}).", (unit,)))
    best = found[0]
    single = len(best.columns) == 1
    return Crossing(
        lines,
        (
            ("grid_said", best.said),
            ("grid_named", best.named),
            ("grid_one", float(single)),
            ("grid_ahead", min(ahead, 0.5)),
            ("grid_score", best.score),
            ("grid_exact", float(single and best.named > 0.99 and best.said > 0.9)),
        ),
    )


def _row_name(row: GridRow) -> str:
    """A row's name with the group above it."""
    group = row.group.split(" / ")[-1].rstrip(":")
    return f"{clip(row.name)} ({group})" if group else clip(row.name)


def _value(row: GridRow, grid: Grid, at: int) -> str:
    """The cell with its measure; "" where it is empty, the dash of a row that has no such amount."""
    cell = row.cells[at].strip() if at < len(row.cells) else ""
    return cell if EMPTY_RE.fullmatch(cell) else measured(cell, grid.header[at], row.measure)
