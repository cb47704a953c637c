"""The tables of the plans as grids of numbers: what each row is called, what stands above it, which columns hold numbers.

In: the tables as read. Out: for each with a column of numbers its rows by their own names ("- Thuế tài nguyên" with the
row under which it stands), their measure, and the number by which the lines above call the table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.answer.evidence.cells import EMPTY_RE, IS_NUMBER_RE, MEASURED_RE, NAMED_RE, ORDINAL_RE, UNIT_RE
from assistant.answer.evidence.units import by_plan
from assistant.grams import gram_set, tokens
from assistant.knowledge import Knowledge, Unit
from assistant.measures import measure_of
from assistant.question.naming import fold
from ingest.plan import Plan, Table

__all__ = ["BRACKETED_RE", "TABLE_RE", "Grid", "GridRow", "grids_of", "kind_of", "of_whole"]

BEFORE = 400
"""Letters before a table in which its number is looked for."""
TABLE_RE = re.compile(
    r"\b(?:(?:theo|trong|tai|o|cua) )?(?:mau )?(?:bieu(?! dien| quyet| tinh)|phu luc|bang(?= (?:so )?[\dIVXivx]|$)|annex|appendix|table)(?: (?:mau|so|bieu))*(?: 0*(?P<number>\d{1,2}|[ivx]+)\b)?"
)
"""Folded: the words by which a question names the table, with its number."""
_WHOLE_RE = re.compile(
    r"(?:tổng|tổng số|tổng cộng|cộng|(?:toàn|cả) (?:tỉnh|thành phố|huyện|xã|phường|trường|ngành|đảng bộ))(?:\W+[IVXABC]+)*\W*",
    re.IGNORECASE,
)
BRACKETED_RE = re.compile(r"\(([^()]*)\)")
_SHORT_NAME_RE = re.compile(r"[A-ZĐ]{2,8}")
_LEADING_RE = re.compile(r"^(?:trong đó|bao gồm|gồm)?[\s:+*-]*(?:[IVX\d.]+\.\s)?", re.IGNORECASE)
_LOOSE = frozenset("của và các trên trong theo ở tại cho là số từ đến do với được".split())
"""Words of a row's name that a question leaves out."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row that has a name, and the unit of evidence that it is."""

    unit: Unit
    cells: tuple[str, ...]
    name: str
    """The row's own name, without what only leads in to it."""
    group: str
    names: tuple[tuple[str, ...], ...]
    """Its folded words, also without brackets and as the short form in them ("... (GRDP) giá hiện hành")."""
    grams: frozenset[str]
    measure: str
    dashed: bool
    """Whether a dash or plus makes it a part of what stands above."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with at least one column of numbers."""

    plan: str
    header: tuple[str, ...]
    names: tuple[int, ...]
    """The columns that name the rows."""
    numbers: tuple[int, ...]
    """The columns of numbers."""
    title_words: frozenset[str]
    """Words of its title, with the part that it stands in."""
    context: frozenset[str]
    """Words of the table's title, its columns and the part that it stands in."""
    numbers_above: frozenset[str]
    """The numbers by which the lines above call it ("Mẫu biểu số 02", "PHỤ LỤC 01")."""
    rows: tuple[GridRow, ...]


@lru_cache(maxsize=4)
def grids_of(knowledge: Knowledge) -> tuple[Grid, ...]:
    """The tables of all plans that have columns of numbers."""
    made = (
        _grid(name, plan, table, knowledge) for name, plan in knowledge.plans.items() for table in plan.tables
    )
    return tuple(grid for grid in made if grid.numbers and grid.rows)


def _grid(name: str, plan: Plan, table: Table, knowledge: Knowledge) -> Grid:
    header = tuple(" ".join(title.split()) for title in table.header)
    numbers = tuple(at for at in range(len(header)) if _of_numbers(table, at))
    units = {unit.span: unit for unit in by_plan(knowledge).get(("row", name), ())}
    names = [
        at
        for at in range(min(numbers, default=0))
        if not UNIT_RE.match(fold(header[at])) and not ORDINAL_RE.match(fold(header[at]))
    ]
    measure = measure_of(plan, table)
    of_unit = next((at for at, title in enumerate(header) if UNIT_RE.match(fold(title))), None)
    firsts = [row.cells[at] for row in table.rows for at in names[:1] if at < len(row.cells)]
    keyed = len(set(firsts)) == len(firsts) == len(table.rows)
    rows = []
    above = _Above()
    for row in table.rows:
        every = " ".join(" ".join(row.cells[at] for at in names if at < len(row.cells)).split())
        said = " ".join(row.cells[names[0]].split()) if keyed else every
        if not every and ORDINAL_RE.match(fold(header[0])) and NAMED_RE.search(row.cells[0]):
            said = every = " ".join(row.cells[0].split())
        own = _LEADING_RE.sub("", said)
        number = row.cells[0].strip() if names and names[0] > 0 and not of_whole(own) else ""
        heading = "" if _ended(row.group, number) else row.group
        group = above.group(said, own, number, heading) or (
            "" if fold(heading).startswith("trong do") else heading
        )
        if own and row.span in units:
            unit = units[row.span]
            grams = gram_set(f"{own} {every} {group} {heading}", plan.abbreviations)
            told = row.cells[of_unit].strip() if of_unit is not None and of_unit < len(row.cells) else ""
            told = told or (found[1] if (found := MEASURED_RE.search(own)) else "")
            rows.append(
                GridRow(
                    unit,
                    tuple(row.cells),
                    own,
                    group,
                    _names(own),
                    grams,
                    told or measure,
                    said[:1] in {"-", "+"},
                )
            )
    part = units[table.rows[0].span].context if table.rows and table.rows[0].span in units else ""
    title = gram_set(f"{table.title} {part}", plan.abbreviations)
    context = gram_set(f"{table.title} {part} {' '.join(header)}", plan.abbreviations)
    before = fold(plan.source.original[max(0, table.span.start - BEFORE) : table.span.start])
    called = frozenset(match["number"] for match in TABLE_RE.finditer(before) if match["number"])
    named = tuple(names[:1] if keyed else names)
    return Grid(name, header, named, numbers, title, context, called, _without_class(rows))


def _without_class(rows: Sequence[GridRow]) -> tuple[GridRow, ...]:
    """The rows, called also without the words with which most of their names begin ("Tổ dân phố Chợ Mới" is "Chợ Mới")."""
    begun = Counter(row.names[0][:length] for row in rows for length in range(1, len(row.names[0])))
    shared = {words for words, often in begun.items() if often > max(2, len(rows) // 2)}
    return tuple(
        replace(row, names=(*row.names, row.names[0][max(lengths) :])) if lengths else row
        for row in rows
        if (lengths := [len(words) for words in shared if row.names[0][: len(words)] == words]) is not None
    )


@dataclass(slots=True)
class _Above:
    """The rows above the one that is read, under which it may stand as a part."""

    number: str = ""
    main: str = ""
    point: str = ""
    heading: str = ""

    def group(self, said: str, own: str, number: str, heading: str = "") -> str:
        """What the row is a part of: what its dash or plus, or the number that it shares, stands under; "" for none.

        Under a new ``heading`` no row stands above it.

        >>> above = _Above()
        >>> [above.group(said, said.lstrip("+- "), number) for said, number in (("Thuế", "9"), ("- Hàng nhập", "9"), ("Phí", "10"))]
        ['', 'Thuế', '']
        """
        if heading != self.heading and not fold(heading).startswith("trong do"):
            self.heading, self.number, self.main, self.point = heading, "", "", ""
        if said.startswith("+"):
            return self.point or self.main
        if said.startswith("-"):
            self.point = own
            return self.main
        if number and number == self.number and number[0].isalnum():
            return self.main
        self.number, self.main, self.point = number, own, ""
        return ""


def _of_numbers(table: Table, at: int) -> bool:
    """Whether the filled cells of a column are numbers for the most part; what counts the rows is no such column."""
    if ORDINAL_RE.match(fold(table.header[at])) or not table.header[at].strip():
        return False
    cells = [row.cells[at].strip() for row in table.rows if at < len(row.cells)]
    filled = [cell for cell in cells if not EMPTY_RE.fullmatch(cell)]
    return bool(filled) and 2 * sum(IS_NUMBER_RE.fullmatch(cell) is not None for cell in filled) > len(filled)


def _names(own: str) -> tuple[tuple[str, ...], ...]:
    """The ways in which a row's name may be said, each as folded words.

    >>> [" ".join(one) for one in _names("Tổng sản phẩm trên địa bàn (GRDP)")]
    ['tong san pham dia ban', 'grdp']
    """
    bare = "tổng" if of_whole(own) else BRACKETED_RE.sub(" ", own)
    short = [part for part in BRACKETED_RE.findall(own) if _SHORT_NAME_RE.fullmatch(part)]
    found = (_content(text) for text in (bare, *short))
    return tuple(dict.fromkeys(name for name in found if name)) or (_content(own) or ("?",),)


def _content(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in tokens(text) if word not in _LOOSE)


def of_whole(name: str) -> bool:
    """Whether a row is of the whole table: it is of what the table is of.

    >>> of_whole("TỔNG CỘNG (I+II)"), of_whole("Toàn tỉnh"), of_whole("Tổng sản lượng")
    (True, True, False)
    """
    return _WHOLE_RE.fullmatch(name) is not None


def _ended(heading: str, number: str) -> bool:
    """Whether a row is numbered on from the heading over the rows before it, and is no part of that.

    >>> _ended("I. Kinh tế / 3. Cơ cấu kinh tế", "4"), _ended("3. Cơ cấu kinh tế", ""), _ended("I. Kinh tế", "1")
    (True, False, False)
    """
    own = re.match(r"([IVX]+|\d+|[A-ZĐa-zđ])[.)]?\s", heading.rpartition(" / ")[2])
    bare = number.strip(" .)")
    return bool(own and kind_of(bare) and kind_of(bare) == kind_of(own[1]) and bare != own[1])


def kind_of(number: str) -> str:
    """How a row is numbered: by a letter, in Roman or Arabic figures, at which depth.

    >>> [kind_of(number) for number in ("A", "II", "3", "3.1", "-", "")]
    ['letter', 'roman', '1', '2', '', '']
    """
    bare = number.strip(" .)")
    if re.fullmatch(r"[IVX]+", bare):
        return "roman"
    if re.fullmatch(r"[A-ZĐa-zđ]", bare):
        return "letter"
    return str(bare.count(".") + 1) if re.fullmatch(r"\d+(?:\.\d+)*", bare) else ""
