"""Tables of amounts whose cells ran together, one row a line: "1 Xã An Lạc 18 540 18" below "STT Đơn vị Số thôn Số hộ Số người".

A header that counts its rows and names its columns by capitals begins one; each row is a number, a name and as many amounts as
the header has columns left. Only where all rows fit is the table parted: amounts then stand under their own columns for certain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.lines import placed_lines
from ingest.plan import CELL_SEPARATOR
from ingest.repair.offsets import Edit, MappedText

__all__ = ["split_number_rows"]

_COUNT_RE = re.compile(r"[ ]*(?:S?TT|Stt|Số TT)(?=[ ]|$)")
_COLUMN_RE = re.compile(r"(?<=\S)[ ]+(?=(?P<word>[^\W\d_]+))(?![^(]*\))")
_UNIT_HEADS = frozenset({"ĐVT", "SL"})
_AMOUNT = r"\d{1,3}(?:\.\d{3})*(?:,\d+)?%?"
_ROW_RE = re.compile(
    rf"[ ]*(?P<number>\d{{1,3}})[.)]?(?P<gap>[ ]+)(?P<name>\S.*?\D)(?P<amounts>(?:[ ]+(?:{_AMOUNT}|-))+)[ ]*"
)
_SUM_RE = re.compile(
    rf"[ ]*(?P<name>(?:Tổng|Cộng|TỔNG|CỘNG)[^\d\n]*?)(?P<amounts>(?:[ ]+(?:{_AMOUNT}|-))+)[ ]*"
)
_AMOUNT_RE = re.compile(r"[ ]+(?=\S)")
_FEWEST_ROWS, _FEWEST_AMOUNTS = 2, 2
_MOST_HEADER_LINES, _MOST_ROW_LINES = 3, 3


class _Part(NamedTuple):
    """Lines that make one header or one row."""

    start: int
    end: int
    words: str


def split_number_rows(text: MappedText) -> MappedText:
    r"""Write tables of amounts in running lines as rows.

    >>> table = "STT Đơn vị Số thôn Số hộ (hộ)\n1 Xã An Lạc 18 540\n2 Xã Bình\nHòa 22 660\nTổng 40 1.200"
    >>> split_number_rows(MappedText.identity(table)).text.split("\n")[2]
    '2\tXã Bình Hòa\t22\t660'
    """
    if not re.search(r"(?m)^[ ]*(?:S?TT|Stt|Số TT)[ ]+[A-ZĐ]", text.text):
        return text
    lines = [_Part(line.start, line.end, line.text) for line in placed_lines(text.text)]
    edits: list[Edit] = []
    at = 0
    while at < len(lines):
        found = _table(lines, at)
        if found is None:
            at += 1
            continue
        made, at = found
        edits += made
    return text.replace(edits) if edits else text


def _table(lines: Sequence[_Part], first: int) -> tuple[list[Edit], int] | None:
    """The edits of the table whose header begins at ``first``, and the line behind it."""
    if not _COUNT_RE.match(lines[first].words) or CELL_SEPARATOR in lines[first].words:
        return None
    opening = next(
        (
            at
            for at in range(first + 1, min(len(lines), first + _MOST_HEADER_LINES + 1))
            if re.match(r"[ ]*1[.)]?[ ]", lines[at].words)
        ),
        None,
    )
    if opening is None:
        return None
    header = _Part(
        lines[first].start, lines[opening - 1].end, "\n".join(line.words for line in lines[first:opening])
    )
    cuts = _header_cuts(header)
    rows, behind = _rows(lines, opening, len(cuts) - 1)
    if len(cuts) - 1 < _FEWEST_AMOUNTS or len(rows) < _FEWEST_ROWS:
        return None
    edits = [Edit(one.start, one.end, CELL_SEPARATOR) for one in cuts]
    edits += _joints(header, [(one.start, one.end) for one in cuts])
    for row in rows:
        edits += row
    return sorted(edits), behind


def _header_cuts(header: _Part) -> list[Edit]:
    """The gaps between the names of the columns."""
    flat = header.words.replace("\n", " ")
    return [
        Edit(header.start + gap.start(), header.start + gap.end(), CELL_SEPARATOR)
        for gap in _COLUMN_RE.finditer(flat)
        if gap["word"].istitle() or gap["word"] in _UNIT_HEADS
    ]


def _joints(part: _Part, taken: Sequence[tuple[int, int]]) -> list[Edit]:
    """A space for each line end inside a part that no seam takes."""
    return [
        Edit(part.start + end.start(), part.start + end.end(), " ")
        for end in re.finditer(r"[ ]*\n[ ]*", part.words)
        if not any(
            start <= part.start + end.start() < stop or start < part.start + end.end() <= stop
            for start, stop in taken
        )
    ]


def _rows(lines: Sequence[_Part], first: int, amounts: int) -> tuple[list[list[Edit]], int]:
    """The rows that count on from 1, each with all its amounts; the sum behind them where there is one."""
    found: list[list[Edit]] = []
    at = first
    while at < len(lines):
        row = _row(lines, at, len(found) + 1, amounts)
        if row is None:
            break
        found.append(row[0])
        at = row[1]
    total = _SUM_RE.fullmatch(lines[at].words) if found and at < len(lines) else None
    if total and len(_AMOUNT_RE.findall(total["amounts"])) == amounts:
        start = lines[at].start
        found.append([Edit(start, start, CELL_SEPARATOR), *_amounts(total, start)])
        at += 1
    return found, at


def _row(lines: Sequence[_Part], at: int, number: int, amounts: int) -> tuple[list[Edit], int] | None:
    for last in range(at, min(len(lines), at + _MOST_ROW_LINES)):
        words = "\n".join(line.words for line in lines[at : last + 1])
        row = _ROW_RE.fullmatch(words.replace("\n", " "))
        if row and int(row["number"]) == number and len(_AMOUNT_RE.findall(row["amounts"])) == amounts:
            start = lines[at].start
            part = _Part(start, lines[last].end, words)
            seams = [
                Edit(start + row.start("gap"), start + row.end("gap"), CELL_SEPARATOR),
                *_amounts(row, start),
            ]
            return [*seams, *_joints(part, [(one.start, one.end) for one in seams])], last + 1
    return None


def _amounts(row: re.Match[str], start: int) -> list[Edit]:
    return [
        Edit(
            start + row.start("amounts") + gap.start(),
            start + row.start("amounts") + gap.end(),
            CELL_SEPARATOR,
        )
        for gap in _AMOUNT_RE.finditer(row["amounts"])
    ]
