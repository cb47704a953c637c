"""Rows that a lost or an added empty cell shifted against their header come back under it.

In: a row and which column plays which part. Out: the row, its cells moved by one where that puts bodies under the columns of
bodies and times under that of times. Only an empty cell at the edge may give way: no words are lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ingest.facts.bodies.agencies import read_agencies
from ingest.facts.language.sentences import strip_label
from ingest.facts.times.dates import normalise_time
from ingest.plan import TableRow
from ingest.repair.flat_rows import ROW_NUMBER_RE
from ingest.spelling import spaced_re

__all__ = ["realigned"]

_GAIN = 2
"""Cells that must fit better before a row is moved."""
_TIME_WORDS = 9
_OPENS_TIME_RE = spaced_re(
    r"(?i)\W*(?:trước|chậm|quý|tháng|năm|h[ằà]ng|thường xuyên|trong|từ|đến|định kỳ|giai đoạn|20\d\d|\d{1,2}/)"
)


def realigned(row: TableRow, columns: Mapping[str, int]) -> TableRow:
    """Move cells of a row by one where they then fit their columns better by two; of two ways the one that moves fewer."""
    best, gain = row, _GAIN - 1
    base = _fit(row.cells, columns)
    for moved in _moved(row):
        if (more := _fit(moved.cells, columns) - base) > gain:
            best, gain = moved, more
    return best


def _moved(row: TableRow) -> Iterator[TableRow]:
    """The row with its last, empty cell put in anywhere before, from the right; or all of it moved over an empty first one."""
    cells, places = row.cells, row.cell_ranges
    for at in range(len(cells) - 1, -1, -1) if not cells[-1].strip() else ():
        put = (*cells[:at], cells[-1], *cells[at:-1])
        yield replace(row, cells=put, cell_ranges=(*places[:at], places[-1], *places[at:-1]))
    if not cells[0].strip():
        yield replace(row, cells=(*cells[1:], cells[0]), cell_ranges=(*places[1:], places[0]))


def _fit(cells: tuple[str, ...], columns: Mapping[str, int]) -> int:
    """How many cells hold what their column is for, less those that hold what another is for."""
    fit = 0
    for name, at in columns.items():
        words = cells[at].strip() if at < len(cells) else ""
        if not words:
            continue
        body, time = _is_body(words), _is_time(words)
        if name in {"lead", "coordinate", "responsible", "both"}:
            fit += 1 if body else -1 if time else 0
        elif name == "time":
            fit += 1 if time else -1 if body else 0
        elif name == "task":
            number = ROW_NUMBER_RE.fullmatch(words) is not None
            fit -= number or time or (body and len(words.split()) < _TIME_WORDS)
        elif name == "number":
            fit -= not ROW_NUMBER_RE.fullmatch(words)
    return fit


def _is_body(words: str) -> bool:
    return bool(read_agencies(words, strip_label(words))[0])


def _is_time(words: str) -> bool:
    short = len(words.split()) <= _TIME_WORDS and _OPENS_TIME_RE.match(words) is not None
    return short and (normalise_time(words) is not None or "xuyên" in words)
