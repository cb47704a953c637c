"""Rows pasted from Word or a sheet whose cells hold paragraphs: the row's tabs come over several lines.

"1 | Rà soát / - Cắm mốc / - Di dời dân | Sở Xây dựng | Tháng 5": the header says how many cells a row has; lines are taken into
the row until its cells are there, a line's end within a cell becoming a paragraph's. A sheet sets such cells in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.lines import placed_lines
from ingest.plan import CELL_BREAK, CELL_SEPARATOR
from ingest.repair.offsets import Edit, MappedText

__all__ = ["join_pasted_rows"]

_HEADER_RE = re.compile(r"(?i)[\s*_]*(?:s?tt|số\s+tt|tháng|thời\s+gian)[\s*_]*\t")
_ROW_RE = re.compile(r"[\s*_]*(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,6}|[a-zđA-ZĐ])?[.)]?[\s*_]*\t|[^\t]{1,20}\t")
_FEWEST_CELLS = 3
_COUNT_RE = re.compile(r"[\s*_]*(\d{1,3})[.)]?[\s*_]*\t")
_MOST_LINES = 40
_MOST_LAST = 8
"""Lines in which the last cell of a row goes on at most."""

_Line = tuple[int, str]


def join_pasted_rows(text: MappedText) -> MappedText:
    r"""Bring together the rows whose cells broke over lines.

    >>> table = "TT\tViệc\tChủ trì\n1\tRà soát:\n- Cắm mốc\tSở Xây dựng\n2\tHọp\tSở Y tế"
    >>> join_pasted_rows(MappedText.identity(table)).text.split("\n")[1].split("\t")
    ['1', 'Rà soát:\u2028- Cắm mốc', 'Sở Xây dựng']
    """
    if CELL_SEPARATOR not in text.text:
        return text
    lines = placed_lines(text.text)
    edits: list[Edit] = []
    place = 0
    while place < len(lines):
        cells = lines[place][1].count(CELL_SEPARATOR) + 1
        if cells < _FEWEST_CELLS or not _HEADER_RE.match(lines[place][1]):
            place += 1
            continue
        place = _table(lines, place + 1, cells, edits)
    return text.replace(edits)


def _table(lines: Sequence[_Line], place: int, cells: int, edits: list[Edit]) -> int:
    """Join the rows below a header of so many cells; returns the line behind the table."""
    while place < len(lines) and CELL_SEPARATOR in lines[place][1] and _ROW_RE.match(lines[place][1]):
        end = _row_end(lines, place, cells)
        if end is None:
            return place + 1
        edits += _joined(lines[place:end])
        place = end
    return place


def _row_end(lines: Sequence[_Line], first: int, cells: int) -> int | None:
    """The line behind the row that begins at ``first``; None where its cells are never all there."""
    seen = 1
    for at in range(first, min(len(lines), first + _MOST_LINES)):
        seen += lines[at][1].count(CELL_SEPARATOR)
        if seen > cells or (at > first and not lines[at][1].strip()):
            return None
        if seen == cells:
            return _behind_last_cell(lines, first, at + 1)
    return None


def _behind_last_cell(lines: Sequence[_Line], first: int, at: int) -> int:
    """The last cell goes on in lines without tabs only where the row with the next number stands right behind them."""
    number = _COUNT_RE.match(lines[first][1])
    for end in range(at, min(len(lines), at + _MOST_LAST) if number else at):
        line = lines[end][1]
        if CELL_SEPARATOR in line:
            following = _COUNT_RE.match(line)
            return end if number and following and int(following[1]) == int(number[1]) + 1 else at
        if not line.strip():
            break
    return at


def _joined(row: Sequence[_Line]) -> Iterator[Edit]:
    for (at, line), (below, _) in pairwise(row):
        yield Edit(at + len(line), below, CELL_BREAK)
