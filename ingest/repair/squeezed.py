"""Lines of a page's table whose cells came too near: one space where the other lines have a gap.

In: the full lines of a table and where its columns begin. Out: the columns that all lines but a few keep apart, and a line's
pieces parted at such a column, where a capital or a digit begins the next cell.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

__all__ = ["open_gutters", "unsqueezed"]

_FEWEST_LINES, _MOST_LINES = 4, 240
_MOST_TRIES = 400
"""Times that the columns of one table are looked for."""
_SHARE = 4
"""One line in so many may be squeezed."""
_NEAR = 9
"""Letters before a column's beginning in which its squeezed cell may begin."""

_Piece = tuple[int, int]
_Gutters = Callable[[Sequence[str]], list[int]]


def open_gutters(lines: Sequence[str], gutters: _Gutters) -> list[int]:
    """The columns of the lines without those few that hide one; the header, the first line, is never left out.

    Line by line the one is left out without which most columns open, until all the header's are open.
    """
    best = gutters(lines)
    if not _FEWEST_LINES <= len(lines) <= _MOST_LINES:
        return best
    pieces = [len(re.findall(r"\S+(?: \S+)*", line)) for line in lines]
    # A squeezed line has fewer pieces than the header.
    doubted = [at for at in range(1, len(lines)) if pieces[at] < pieces[0]]
    kept, tries = list(range(len(lines))), 0
    for _ in range(max(1, len(lines) // _SHARE)):
        if len(best) >= pieces[0] - 1 or not doubted or tries + len(doubted) > _MOST_TRIES:
            break
        tries += len(doubted)
        without = {out: gutters([lines[at] for at in kept if at != out]) for out in doubted}
        worst = max(doubted, key=lambda out: len(without[out]))
        kept.remove(worst)
        doubted.remove(worst)
        best = max(best, without[worst], key=len)
    return best


def unsqueezed(line: str, pieces: Sequence[_Piece], gutters: Sequence[int]) -> list[tuple[int, int, int]]:
    """Each piece with its column; part a piece that runs over the beginning of a column which no other piece of its line begins in.

    >>> line = "3    Tập huấn    Trung tâm Huấn Từ 10/3"
    >>> [(line[start:end], column) for start, end, column in unsqueezed(line, [(0, 1), (5, 13), (17, 39)], [5, 17, 34])]
    [('3', 0), ('Tập huấn', 1), ('Trung tâm Huấn', 2), ('Từ 10/3', 3)]
    """
    found: list[tuple[int, int, int]] = []
    starts = [start for start, _ in pieces]
    for start, end in pieces:
        column = bisect_right(gutters, start)
        if column < len(gutters) and end > gutters[column] - 1:
            begin = gutters[column]
            after = gutters[column + 1] if column + 1 < len(gutters) else len(line) + 1
            taken = any(start < other < after for other in starts)
            seam = None if taken else _seam(line, start, end, begin)
            if seam is not None:
                found += [(start, seam, column), (seam + 1, end, column + 1)]
                continue
        found.append((start, end, column))
    return found


def _seam(line: str, start: int, end: int, begin: int) -> int | None:
    """The space before the next cell: before a capital, else before a digit, the nearest to the column."""
    spaces = [
        gap.start()
        for gap in re.compile(r" (?=\S)").finditer(line, max(start + 1, begin - _NEAR), min(end, begin + 2))
    ]
    capitals = [at for at in spaces if line[at + 1].isupper()]
    digits = [at for at in spaces if line[at + 1].isdigit()]
    return min(capitals or digits, key=lambda at: abs(begin - 1 - at), default=None)
