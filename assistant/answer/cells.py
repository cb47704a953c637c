"""The cell of a table row that answers: chosen by the words of its column's header.

"Năm 2030 bao nhiêu ha" means the row of the subject and the column "Năm 2030"; "ai chủ trì" the column of
those who lead. In: a row's unit. Out: header and cell, or None where no column is of that sort.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.knowledge import Knowledge, Unit, measure_of
from assistant.question.cues import cue_text
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.plan import Table, TableRow

__all__ = ["cell_by_header", "header_of", "number_cells", "open_number"]

_YEAR_RE = re.compile(r"\b(?:19|20)\d\d\b")
_UNIT_RE = re.compile(r"^(?:dvt|don vi(?: tinh)?|don vi do)$")
_MEASURED_RE = re.compile(
    r"(?i)\(((?:nghìn |ngàn |triệu |tỷ )?(?:đồng|tấn|tạ|kg|ha|m2|m3|km|USD|người|%))\)\s*$"
)
"""A column that tells its own measure ("Giá trị xuất khẩu (Nghìn USD)")."""
_ORDINAL_RE = re.compile(r"^(?:stt|tt|so tt|so thu tu)$")
_IS_NUMBER_RE = re.compile(
    r"(?i)(?:(?:trên|dưới|từ|đạt|khoảng|ít nhất|tối thiểu|[><≥≤~=])\s*)*\d+(?:[.,]\d+)*(?:\s*%|\s+\D{1,20})?"
)
MOST_CELLS = 4


def _table_of(unit: Unit, knowledge: Knowledge) -> Table | None:
    return next((table for table in knowledge.plans[unit.plan].tables if unit.fact in table.rows), None)


def header_of(unit: Unit, knowledge: Knowledge) -> tuple[str, ...]:
    """The column names of the table in which a row stands."""
    table = _table_of(unit, knowledge)
    return table.header if table else ()


def _measure(unit: Unit, knowledge: Knowledge) -> str:
    """The measure that stands above the whole table."""
    table = _table_of(unit, knowledge)
    return measure_of(knowledge.plans[unit.plan], table) if table else ""


def cell_by_header(
    unit: Unit, knowledge: Knowledge, wanted: re.Pattern[str], but: re.Pattern[str] | None = None
) -> str | None:
    """The first filled cell whose column name (folded) fits ``wanted`` and not ``but``."""
    assert isinstance(unit.fact, TableRow)
    for title, cell in zip(header_of(unit, knowledge), unit.fact.cells, strict=False):
        folded = fold(title)
        if cell.strip() and wanted.search(folded) and not (but and but.search(folded)):
            return " ".join(cell.split())
    return None


def number_cells(unit: Unit, need: Need, knowledge: Knowledge) -> list[tuple[str, str]]:
    """The columns of numbers that the question means, with the row's unit; all of them when it names none.

    [] when the question names a year and the table has columns by year, but not this one.
    """
    assert isinstance(unit.fact, TableRow)
    cells = list(zip(map(str, header_of(unit, knowledge)), unit.fact.cells, strict=False))
    measure = next((cell for title, cell in cells if _UNIT_RE.match(fold(title)) and cell.strip()), "")
    measure = measure or _measure(unit, knowledge)
    numbers = [
        (title, _measured(cell.strip(), title, measure))
        for title, cell in cells
        if _IS_NUMBER_RE.fullmatch(cell.strip()) and not _ORDINAL_RE.match(fold(title)) and title.strip()
    ]
    asked = fold(need.question)
    years = set(_YEAR_RE.findall(asked))
    if years and any(_YEAR_RE.search(title) for title, _ in numbers):
        numbers = [(title, cell) for title, cell in numbers if years & set(_YEAR_RE.findall(title))]
    if need.follows and len(own := _by_words(numbers, cue_text(need.asked))) < len(numbers):
        return own[:MOST_CELLS]
    return _by_words(numbers, cue_text(need.question))[:MOST_CELLS]


def _measured(cell: str, title: str, measure: str) -> str:
    """A number with the measure of its own column, else with that of its row or table.

    >>> _measured("117.000", "Giá trị (Nghìn USD)", "Tấn"), _measured("94,0", "So với 2025 (%)", ""), _measured("9", "Năm 2026", "Ha")
    ('117.000 nghìn USD', '94,0%', '9 ha')
    """
    own = _MEASURED_RE.search(title)
    told = own[1] if own else measure
    told = " ".join(word if word.isupper() else word.lower() for word in told.split())
    return f"{cell}{'' if told == '%' else ' '}{told}".strip()


def open_number(unit: Unit, need: Need, knowledge: Knowledge) -> bool:
    """Whether the row leaves empty a column that holds numbers in other rows, of the year asked where one is."""
    assert isinstance(unit.fact, TableRow)
    table = _table_of(unit, knowledge)
    if table is None:
        return False
    years = set(_YEAR_RE.findall(fold(need.question)))
    by_year = any(_YEAR_RE.search(title) for title in table.header)
    for column, (title, cell) in enumerate(zip(table.header, unit.fact.cells, strict=False)):
        meant = not (years and by_year) or bool(years & set(_YEAR_RE.findall(title)))
        others = (row.cells[column].strip() for row in table.rows if column < len(row.cells))
        if meant and not cell.strip() and any(_IS_NUMBER_RE.fullmatch(other) for other in others):
            return True
    return False


def _by_words(numbers: Sequence[tuple[str, str]], asked: str) -> list[tuple[str, str]]:
    """Of several columns of one year, those whose own words the question says ("ước thực hiện")."""
    if len(numbers) < 2:
        return list(numbers)
    words = frozenset(re.findall(r"\w+", fold(asked)))
    shared = frozenset.intersection(*(frozenset(re.findall(r"\w+", fold(title))) for title, _ in numbers))
    said = [len((frozenset(re.findall(r"\w+", fold(title))) - shared) & words) for title, _ in numbers]
    best = max(said)
    return [number for number, count in zip(numbers, said, strict=True) if count == best]
