"""Letterheads and signature blocks set in two columns of spaces become rows of two cells.

Text taken from PDFs with its layout kept has issuer and national name, or recipients and signer, side by
side on one line (Decree 30/2020, annex I, part II: cells 1 to 7b). Read line by line they would mix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.plan import CELL_BREAK, CELL_SEPARATOR
from ingest.repair.furniture import is_rule
from ingest.repair.offsets import Edit, MappedText

__all__ = ["split_columns"]

_GAP_RE = re.compile(r"(?<=\S)[ ]{4,}(?=\S)")
_NATION_RE = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ|ĐẢNG CỘNG SẢN")
_SIGNER_RE = re.compile(
    r"(?:TM|KT|TL|TUQ|Q)\.|T/M|K/T|T/L|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|TRƯỞNG|CHÁNH)"
)
_RECIPIENTS_RE = re.compile(r"[*_ ]*Nơi nh[ậâ]n")
_NUMBER_RE = re.compile(r"[*_ ]*Số\s*:?[\s\d/]")
_DATED_RE = re.compile(r",\s+ngày\s")
_RIGHT_INDENT = 20
_LONGEST = 40

_Piece = tuple[int, int]


class _Group(NamedTuple):
    """Lines ``start:end`` of the text and the rows (left pieces, right pieces) that they hold."""

    start: int
    end: int
    rows: tuple[tuple[list[_Piece], list[_Piece]], ...]


def split_columns(text: MappedText) -> MappedText:
    r"""Write two-column blocks of spaces as rows.

    >>> head = "UBND TỈNH SƠN HÀ     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ     Độc lập - Tự do\n\nKẾ HOẠCH"
    >>> split_columns(MappedText.identity(head)).text.split("\t")[0]
    'UBND TỈNH SƠN HÀ\u2028SỞ NỘI VỤ'
    """
    pieces: list[_Piece] = []
    seams: list[Edit] = []
    at = length = 0
    for group in _groups(text.text):
        pieces.append((at, group.start))
        length += group.start - at
        for left, right in group.rows:
            for cell, mark in ((left, CELL_SEPARATOR), (right, "\n")):
                for place, (start, end) in enumerate(cell):
                    pieces.append((start, end))
                    length += end - start
                    if place < len(cell) - 1:
                        seams.append(Edit(length, length, CELL_BREAK))
                seams.append(Edit(length, length, mark))
        at = group.end
    if not seams:
        return text
    pieces.append((at, len(text.text)))
    return text.take(pieces).replace(_merged(seams))


def _merged(seams: Sequence[Edit]) -> Iterator[Edit]:
    """One edit for each place: an empty cell leaves two seams at the same one."""
    held: Edit | None = None
    for seam in seams:
        if held and held.start == seam.start:
            held = held._replace(new=held.new + seam.new)
            continue
        if held:
            yield held
        held = seam
    if held:
        yield held


def _groups(text: str) -> Iterator[_Group]:
    lines: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        lines.append((at, line))
        at += len(line) + 1
    place = 0
    while place < len(lines):
        last = _group_end(lines, place)
        if last == place:
            place += 1
            continue
        rows = tuple(_rows(lines[place:last]))
        end = lines[last - 1][0] + len(lines[last - 1][1])
        yield _Group(lines[place][0], end, rows)
        place = last


def _group_end(lines: Sequence[tuple[int, str]], first: int) -> int:
    """The line behind the block that begins at ``first``, or ``first`` itself where none begins."""
    halves = _halves(lines[first][1])
    if not halves:
        return first
    left, right = (lines[first][1][start:end] for start, end in halves)
    foot = bool(_RECIPIENTS_RE.match(left) and _SIGNER_RE.match(right))
    if not foot and not _NATION_RE.match(right):
        return first
    last = first + 1
    for at in range(first + 1, min(len(lines), first + _LONGEST)):
        line = lines[at][1]
        indent = len(line) - len(line.lstrip())
        if _halves(line) or (foot and (line.lstrip().startswith(("-", "+")) or indent >= _RIGHT_INDENT)):
            last = at + 1
        elif line.strip() and not is_rule(line.strip()):
            break
    return last


def _halves(line: str) -> tuple[_Piece, _Piece] | None:
    """Both columns of a line; where a blank to be filled in ("Số:      /KH") makes gaps too, the last one parts."""
    if CELL_SEPARATOR in line:
        return None
    gaps = list(_GAP_RE.finditer(line))
    if not gaps:
        return None
    dated = _DATED_RE.search(line)
    gap = max(
        (found for found in gaps if not dated or found.end() <= dated.start()),
        key=lambda found: found.end() - found.start(),
        default=gaps[0],
    )
    start = len(line) - len(line.lstrip())
    return (start, gap.start()), (gap.end(), len(line.rstrip()))


def _rows(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[list[_Piece], list[_Piece]]]:
    """Rows of a block: number and date make a row of their own, all else is one."""
    left: list[_Piece] = []
    right: list[_Piece] = []
    for at, line in lines:
        halves = _halves(line)
        indent = len(line) - len(line.lstrip())
        alone = (indent, len(line.rstrip()))
        one, two = halves or ((None, alone) if indent >= _RIGHT_INDENT else (alone, None))
        if one and _NUMBER_RE.match(line[one[0] : one[1]]) and (left or right):
            yield left, right
            left, right = [], []
        for cell, piece in ((left, one), (right, two)):
            if piece and line[piece[0] : piece[1]].strip() and not is_rule(line[piece[0] : piece[1]].strip()):
                cell.append((at + piece[0], at + piece[1]))
    yield left, right
