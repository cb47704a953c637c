"""A table row's cells: their words on one line, and where the cells stand that say something."""

from __future__ import annotations

import re

from ingest.plan import CELL_BREAK, Range, TableRow

__all__ = ["CELL_BREAK_RE", "cell_words", "row_range"]

CELL_BREAK_RE = re.compile(rf"[{CELL_BREAK}\n]")


def row_range(row: TableRow, *places: Range) -> Range:
    """The cells that say it, when they stand in this row; else the whole row."""
    inside = [place for place in places if row.range.start <= place.start and place.end <= row.range.end]
    if len(inside) < len(places) or not inside:
        return row.range
    return Range(min(place.start for place in inside), max(place.end for place in inside))


def cell_words(row: TableRow, index: int | None) -> str | None:
    """The words of a cell on one line; None where it is empty or there is none."""
    if index is None or index >= len(row.cells):
        return None
    words = " ".join(part.strip() for part in CELL_BREAK_RE.split(row.cells[index])).strip()
    return words or None
