"""Rows that a page broke come together again: the rest of each cell stands behind its beginning.

A row without its number whose task goes on in small letters is the lower half of the row above it, also
over a page number and a header that the new page sets again. The letters keep their places in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.plan import CELL_SEPARATOR
from ingest.repair.flat_rows import ROW_NUMBER_RE
from ingest.repair.labels import LABEL_RE, is_finished, is_low
from ingest.repair.offsets import Edit, MappedText

__all__ = ["rejoin_rows"]

_GAP = 3
"""Lines between the halves of a row: a page number, a header set again."""


class _Row(NamedTuple):
    start: int
    end: int
    cells: tuple[tuple[int, int], ...]

    def words(self, text: str) -> list[str]:
        return [" ".join(text[start:end].split()) for start, end in self.cells]


def rejoin_rows(text: MappedText) -> MappedText:
    r"""Join the halves of broken rows.

    >>> rows = "TT\tViệc\tChủ trì\n1\tXây dựng Đề án số hóa các\tSở Khoa học\n\tcơ quan nhà nước\tvà Công nghệ"
    >>> rejoin_rows(MappedText.identity(rows)).text.split("\n")[1]
    '1\tXây dựng Đề án số hóa các cơ quan nhà nước\tSở Khoa học và Công nghệ'
    """
    if CELL_SEPARATOR not in text.text:
        return text
    pieces: list[tuple[int, int]] = []
    seams: list[Edit] = []
    at = length = 0
    for upper, lower in _broken(text.text):
        for one, two in zip(upper.cells, lower.cells, strict=True):
            pieces.append((at, one[1]))
            length += one[1] - at
            at = one[1]
            if text.text[slice(*two)].strip():
                seams.append(Edit(length, length, " " if text.text[slice(*one)].strip() else ""))
                pieces.append(two)
                length += two[1] - two[0]
        pieces.append((at, lower.start))
        length += lower.start - at
        at = min(lower.end + 1, len(text.text))
    if not at:
        return text
    pieces.append((at, len(text.text)))
    return text.take(pieces).replace(seam for seam in seams if seam.new)


def _rows(text: str) -> Iterator[tuple[_Row | None, str]]:
    at = 0
    for line in text.split("\n"):
        if CELL_SEPARATOR in line:
            cells, place = [], at
            for cell in line.split(CELL_SEPARATOR):
                cells.append((place, place + len(cell)))
                place += len(cell) + 1
            yield _Row(at, at + len(line), tuple(cells)), line
        else:
            yield None, line
        at += len(line) + 1


def _broken(text: str) -> Iterator[tuple[_Row, _Row]]:
    """Pairs of an upper and a lower half; a row in three parts is joined once only."""
    above: _Row | None = None
    headers: list[list[str]] = []
    gap = 1
    for row, line in _rows(text):
        if row is None:
            gap += bool(line.strip())
            if gap > _GAP:
                above, headers = None, []
            continue
        words = row.words(text)
        if words in headers:
            continue
        if above is not None and _goes_on(above.words(text), words):
            yield above, row
            above = None
            continue
        if gap:
            headers.append(words)  # the first row of a table, which a new page may set again
        above, gap = row, 0


def _goes_on(upper: Sequence[str], lower: Sequence[str]) -> bool:
    if len(upper) != len(lower) or lower[0]:
        return False
    # The upper half's longest cell may stand there whole; what goes on is the longest of the lower half.
    longest = max(range(len(lower)), key=lambda index: len(lower[index]))
    rest = lower[longest]
    # The upper half bears its number, or a dash where the number spans several tasks.
    if not (ROW_NUMBER_RE.fullmatch(upper[0]) if upper[0] else LABEL_RE.match(upper[longest])):
        return False
    if not rest or LABEL_RE.match(rest) or is_finished(upper[longest]):
        return False
    # What begins a cell of its own begins with a capital: nothing in the lower half may.
    return is_low(rest) and all(not words or upper[index] for index, words in enumerate(lower))
