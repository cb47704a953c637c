"""Which rows of which table a question reckons over: the column of numbers that it means, and the rows of one level.

In: a table, and what is to be reckoned. Out: its rows with their numbers; None where the table does not say the
subject, where no column or more than one could be meant, or where a cell is no number of the same measure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.answer.evidence.cells import column_numbers, measured, years_of
from assistant.answer.evidence.figures import read_column, read_figure, show_figure
from assistant.answer.evidence.grid import BRACKETED_RE, Grid, GridRow, kind_of, of_whole
from assistant.answer.evidence.units import coverage, weigh_for
from assistant.answer.kinds.crossing import subject_of
from assistant.grams import gram_set
from assistant.knowledge import Knowledge
from assistant.question.naming import fold
from assistant.question.reckoning import Reckoning
from assistant.question.terms import Term
from assistant.question.understand import Need

__all__ = ["MeantRows", "meant_rows"]

ENOUGH = 0.5
"""Share of the subject that the column, its table and its plan must say."""
ENOUGH_BESIDE = 0.75
"""The same where the column is not named: the one of the total, or of the year."""
COLUMN_SAID = 0.5
"""More than this share of a column's name must be said where other columns hold numbers too."""
MOST_ROWS, KINDS = 200, 3
"""Rows of a table; first words of their names by which they are of few kinds ("Xã ...", "Phường ...")."""
_LEFT_OUT_RE = re.compile(
    r"\([^()]*\)|\b(?:thuc hien|du kien|ke hoach|trong do|chi tieu|so luong|duoc giao)\b|\d+"
)
_LOOSE = frozenset("so tong cong nam thang quy muc cac cua va theo den".split())
"""Folded: words of a column's name that a question leaves out."""
_GROUP_RE = re.compile(r"^(?:[ivx]+|[a-z]|\d+(?:\.\d+)*)[.)]\s+|[:;.]+$")
"""Folded: the number of a group of rows, which no question says."""
_ANY_ROW = frozenset(
    "cai muc hang khoan noi dung viec nhiem vu don vi dia phuong ban cho co quan chi tieu loai phan ai dau dong ten row item unit place".split()
)
"""Folded: nouns by which any row may be called."""


@dataclass(frozen=True, slots=True)
class MeantRows:
    """A column of a table and the rows to be reckoned over, with the number of each."""

    grid: Grid
    at: int
    named_by: int | None
    """The column that names what is asked among, where the rows are named by another one."""
    rows: tuple[GridRow, ...]
    values: tuple[Decimal, ...]
    total: GridRow | None
    """The table's own row of the total."""
    blank: int
    """How many rows leave the column blank."""
    where: str
    """What the question says of the rows: the column and its cell, "" where all rows are meant."""
    speaks: tuple[tuple[str, float], ...]

    def name(self, row: GridRow) -> str:
        """What a row is called, for what is asked among."""
        return row.name if self.named_by is None else " ".join(row.cells[self.named_by].split())

    def told(self, row: GridRow) -> str:
        """The number of a row with its measure."""
        return measured(row.cells[self.at].strip(), self.grid.header[self.at], row.measure)

    def shown(self, value: Decimal) -> str:
        """A reckoned number with the measure of the rows."""
        own = re.sub(r"^[-\d.,]+\s*", "", self.rows[0].cells[self.at].strip())
        return measured(
            show_figure(value) + f" {own}".rstrip(), self.grid.header[self.at], self.rows[0].measure
        )


def meant_rows(grid: Grid, need: Need, wanted: Reckoning, knowledge: Knowledge) -> MeantRows | None:
    """The column of a table that the question means, if its rows can be reckoned over; None for none or several."""
    subject, words, every = subject_of(grid, need)
    asked, issuer = fold(need.question), knowledge.plans[grid.plan].letterhead.issuer or ""
    rows, where = _kept_rows(grid, asked, issuer)
    noun = _noun_said(grid, wanted.noun, need)
    named_by = _named_by(grid, wanted.noun)
    counts = wanted.operation == "count" and wanted.bound is None
    left = asked.replace(" ".join(wanted.noun), " ", 1).split()
    only_noun = {word for word in wanted.noun if word not in left}
    words, every = words - only_noun, every - only_noun
    column = (
        (_measured(grid, need, words) or _named(grid, need, words) or _named(grid, need, every))
        if not counts
        else (-1, 1.0)
    )
    if not noun or column is None or (counts and not where):
        return None
    title = knowledge.titles[grid.plan]
    grams = grid.context | gram_set(f"{where} {issuer}") | frozenset(title)
    if any(_asked_itself(row, asked, grid) for row in grid.rows) or _of_some(rows, subject, grams):
        return None
    said = coverage(weigh_for(subject, title), grams) if subject else float(bool(where) or noun == 1)
    if said < (ENOUGH if column[1] > COLUMN_SAID or len(grid.numbers) == 1 else ENOUGH_BESIDE):
        return None
    speaks = (("table_said", said), ("table_column", column[1]), ("table_noun", noun))
    if counts:
        return MeantRows(grid, -1, named_by, tuple(rows), (), None, 0, where, speaks)
    return _readable(MeantRows(grid, column[0], named_by, tuple(rows), (), None, 0, where, speaks), wanted)


def _of_some(rows: Sequence[GridRow], subject: Sequence[Term], grams: frozenset[str]) -> bool:
    """Whether a question says what only some of the rows say, so that it is not of all: "do Đoàn Thanh niên phụ trách"."""
    texts = [gram_set(row.unit.text) for row in rows]
    for term in subject:
        if not coverage([term], grams) and 0 < sum(coverage([term], text) == 1 for text in texts) < len(
            texts
        ):
            return True
    return False


def _named_by(grid: Grid, noun: Sequence[str]) -> int | None:
    """The column of words that is called by the noun, where that is none by which the rows are named."""
    for at, title in enumerate(grid.header):
        if (
            noun
            and at not in (*grid.names, *grid.numbers)
            and set(noun) <= set(re.findall(r"\w+", fold(title)))
        ):
            return at
    return None


def _asked_itself(row: GridRow, asked: str, grid: Grid) -> bool:
    """Whether a question names one row of the table, so that nothing is asked of them all."""
    names = () if of_whole(row.name) else row.names
    return any(
        re.search(rf"\b{' '.join(name)}\b", asked) and not set(name) <= grid.title_words for name in names
    )


def _pool(grid: Grid, need: Need) -> tuple[int, ...]:
    """The columns of numbers of the year that is asked about."""
    by_year = any(years_of(grid.header[at]) for at in grid.numbers)
    return column_numbers(grid.header, grid.numbers, need.question, frozenset()) if by_year else grid.numbers


def _measured(grid: Grid, need: Need, words: frozenset[str]) -> tuple[int, float] | None:
    """The one column in the measure that is asked for: "nhiều tấn nhất" means "Lượng (Tấn)"."""
    measures = {at: BRACKETED_RE.findall(fold(grid.header[at])) for at in _pool(grid, need)}
    said = [
        at for at, found in measures.items() if found and set(re.findall(r"\w+", found[-1]) or [""]) <= words
    ]
    return (said[0], 1.0) if len(said) == 1 else None


def _named(grid: Grid, need: Need, words: frozenset[str]) -> tuple[int, float] | None:
    """The one column that words name for the most part, and how much of its name: of its year, else that of the total.

    What the title of the table says, or several columns, tells none of them from the others.
    """
    pool = _pool(grid, need)
    own = {
        at: frozenset(re.findall(r"\w+", _LEFT_OUT_RE.sub(" ", fold(grid.header[at])))) - _LOOSE
        for at in pool
    }
    often = Counter(word for name in own.values() for word in name)
    said = {}
    for at, name in own.items():
        telling = {word for word in name if often[word] < 2 and word not in grid.title_words} or name
        said[at] = len(telling & words) / len(telling) if telling else 0.0
    best = max(said.values(), default=0.0)
    named = [at for at, share in said.items() if share == best]
    if best > COLUMN_SAID and len(named) == 1:
        return named[0], best
    whole = column_numbers(grid.header, pool, need.question, frozenset())
    return (whole[0], COLUMN_SAID) if len(whole) == 1 and best <= COLUMN_SAID else None


def _kept_rows(grid: Grid, asked: str, issuer: str) -> tuple[list[GridRow], str]:
    """The rows of which a column of words or years says what the question says ("do UBND xã làm chủ đầu tư"), and what that is.

    All rows, and "", where the question says none of its cells; a single word says too little, and the name of the
    issuer only says whose plan is meant.
    """
    for at, title in enumerate(grid.header):
        if at in grid.names:
            continue
        cells = {fold(row.cells[at]).strip(" .;") for row in grid.rows if at < len(row.cells)}
        cells -= {fold(row.measure) for row in grid.rows} | {cell for cell in cells if cell in fold(issuer)}
        heads = set(re.findall(r"\w+", fold(title)))
        said = [
            cell
            for cell in cells
            if (len(cell.split()) > 1 and at not in grid.numbers)
            or (re.fullmatch(r"20\d\d", cell) and len(heads & set(asked.split())) > 1)
            if re.search(rf"(?<!\w){re.escape(cell)}(?!\w)", asked)
        ]
        if len(said) == 1 and len(cells) > 1:
            rows = [row for row in grid.rows if fold(row.cells[at]).strip(" .;") == said[0]]
            return rows, f"{title}: {rows[0].cells[at]}" if rows else ""
    groups = {
        row.group for row in grid.rows if row.group and _GROUP_RE.sub("", fold(row.group)).strip() in asked
    }
    if len(groups) == 1:
        return [row for row in grid.rows if row.group in groups], groups.pop()
    return list(grid.rows), ""


def _noun_said(grid: Grid, noun: Sequence[str], need: Need) -> float:
    """Whether the rows are what the question asks among: by their column's name or their own, or perhaps any row."""
    forms = [tuple(noun), *(need.wanted.forms if need.wanted else ())]
    heads = set(re.findall(r"\w+", " ".join(fold(grid.header[at]) for at in grid.names)))
    heads |= {row.names[0][0] for row in grid.rows}
    if any(form and set(form[:2]) <= heads for form in forms):  # the first two syllables are its head
        return 1.0
    about = grid.context | _ANY_ROW
    return 0.5 if not noun or any(form and set(form[:2]) <= about for form in forms) else 0.0


def _readable(meant: MeantRows, wanted: Reckoning) -> MeantRows | None:
    """The rows of one level that hold numbers of one measure; None where they do not."""
    at = meant.at
    rows = [row for row in meant.rows if at < len(row.cells) and not row.dashed]
    wholes = [row for row in rows if of_whole(row.name) and read_figure(row.cells[at]) is not None]
    total = (
        None if meant.where else max(wholes, key=lambda row: read_figure(row.cells[at]) or 0, default=None)
    )
    rows = [row for row in rows if not of_whole(row.name)]
    filled = [row for row in rows if re.search(r"\w", row.cells[at])]
    kinds = Counter(kind_of(row.cells[0]) for row in filled)
    first = kind_of(filled[0].cells[0]) if filled else ""
    kind = first if wanted.operation == "total" else max(kinds, key=kinds.__getitem__, default="")
    rows = [row for row in rows if kind_of(row.cells[0]) == kind]
    if wanted.noun and len({row.names[0][0] for row in rows}) <= KINDS:
        rows = [row for row in rows if row.names[0][: len(wanted.noun)] == wanted.noun] or rows
    read = read_column([row.cells[at] for row in rows])
    if read is None or len({row.measure for row in rows}) != 1 or not 2 <= len(rows) <= MOST_ROWS:
        return None
    having = [(row, value) for row, value in zip(rows, read[0], strict=True) if value is not None]
    every_value = sum(value for _, value in having)
    stated = read_figure(total.cells[at]) if total else None
    if stated != every_value and any(value and 2 * value == every_value for _, value in having):
        return None  # one row is what all others come to: by its name no total, by its number perhaps
    if len(having) < 2:
        return None
    kept, values = tuple(row for row, _ in having), tuple(value for _, value in having)
    if len({meant.name(row) for row in kept}) < len(kept):
        return None  # what is asked among stands in several rows
    return replace(meant, rows=kept, values=values, total=total, blank=len(rows) - len(having))
