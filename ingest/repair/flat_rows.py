"""Rows out of the flattened pipe form: every ``|`` and every cell stands on a line of its own.

Between two pipes stands either a cell or nothing; and nothing is either an empty cell or the seam
between two rows. The number of columns decides: of all readings, the one whose rows agree best wins.
A conversion may have lost a seam: then a full row is followed at once by the number of the next.
A row under cells that span it (its group, its body) holds its own cells alone, and most rows of such a table do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, groupby

__all__ = ["ROW_NUMBER_RE", "Reading", "row_seams"]

# A row tends to begin with its own number: "15", "II", "a)", "1.2", "-".
ROW_NUMBER_RE = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,6}|[a-zđA-Z])?[.)]?\W*")
_COUNT_RE = re.compile(r"\W*(\d{1,3})[.)]?\W*")
_TOO_WIDE = 20.0
_NARROW = 1.0
_EMPTY_CELL = 0.02
_NUMBERED = -0.3
_BLANK_ROW = 3.0
_LOST_SEAM = 0.8
_WIDEST = 40
_SPANNED = 0.1
"""What a row costs that is as narrow as the others under spanning cells."""
_TWO_ROWS = 1.5
"""What a row with an empty cell costs among those: the seam of two."""


def _row_cost(items: list[str], start: int, end: int, columns: int, filled: int, own: int) -> float:
    width = end - start
    if width == own and filled == own and not (own > 1 and ROW_NUMBER_RE.fullmatch(items[start])):
        return _SPANNED
    cost = _TOO_WIDE * (width - columns) if width > columns else _NARROW * (width < columns)
    if not filled:
        return cost + _BLANK_ROW
    if own and filled < width and not ROW_NUMBER_RE.fullmatch(items[start]):
        cost += _TWO_ROWS
    numbered = bool(items[start]) and width > 1 and bool(ROW_NUMBER_RE.fullmatch(items[start]))
    return cost + _EMPTY_CELL * (width - filled) + _NUMBERED * numbered


@dataclass(frozen=True, slots=True)
class Reading:
    """Which empty items part two rows, and before which items a seam was lost."""

    cost: float
    seams: list[int]
    breaks: list[int]
    columns: int
    own: int
    """How many cells most rows under spanning cells have of their own; 0 where none span."""

    def rows(self, count: int) -> list[range]:
        """The items of each row, of so many in all."""
        ends = sorted(
            [*((at, at + 1) for at in self.seams), *((at, at) for at in self.breaks), (count, count)]
        )
        starts = [0, *(after for _, after in ends)]
        return [range(start, end) for start, (end, _) in zip(starts, ends, strict=False)]


def _read(items: list[str], columns: int, own: int) -> Reading:
    """The cheapest reading with that many columns, and so many cells in the rows that are under spanning ones."""
    count = len(items)
    filled = [0, *accumulate(1 if item else 0 for item in items)]
    best: list[tuple[float, int, bool]] = [(0.0, -1, True)] + [(float("inf"), -1, True)] * (count + 1)
    # best[k]: the cheapest way to have a row begin at k, where the row before it began, and whether the seam is
    # items[k - 1] (or the end of the table for the last k) or was lost.
    for end in range(1, count + 1):
        for start in range(end - 1, max(-1, end - columns - 3), -1):
            if best[start][0] == float("inf"):
                continue
            cost = best[start][0] + _row_cost(items, start, end, columns, filled[end] - filled[start], own)
            if (end == count or not items[end]) and cost < best[end + 1][0]:
                best[end + 1] = (cost, start, True)
            lost = cost + _LOST_SEAM
            if end < count and end - start == columns and lost < best[end][0] and _follows(items, start, end):
                best[end] = (lost, start, False)
    seams: list[int] = []
    breaks: list[int] = []
    at = count + 1
    while at > 0 and best[at][1] >= 0:
        _, start, seam = best[at]
        if seam and at <= count:
            seams.append(at - 1)
        elif not seam:
            breaks.append(at)
        at = start
    return Reading(best[count + 1][0], seams[::-1], breaks[::-1], columns, own)


def _follows(items: list[str], start: int, end: int) -> bool:
    """Whether the item at ``end`` is the number after that of the row that begins at ``start``."""
    one, two = (_COUNT_RE.fullmatch(items[at]) for at in (start, end))
    return bool(one and two and int(two[1]) == int(one[1]) + 1)


def row_seams(items: list[str]) -> Reading:
    """Given what stands between the pipes of one table, tell its rows.

    >>> row_seams(["TT", "Việc", "", "1", "Họp", "", "2", "", "", "3", "Báo cáo"]).seams
    [2, 5, 8]
    >>> row_seams(["TT", "Việc", "", "1", "Họp", "", "2", "Hỏi", "3", "Báo cáo", "", "4", "Xem"]).breaks
    [8]
    >>> row_seams(["TT", "Nhóm", "Việc", "", "1", "Cây", "Trồng", "", "Tưới", "", "Bón", "", "Thu"]).own
    1
    """
    runs = [len(list(run)) for full, run in groupby(items, key=bool) if full]
    widest = min(max(runs, default=1), _WIDEST)
    candidates = sorted({min(width, _WIDEST) for width in (*runs, widest + 1, widest + 2)})
    best = min((_read(items, columns, 0) for columns in candidates), key=lambda reading: reading.cost)
    usual = max(runs, key=runs.count, default=0)
    if 2 * runs.count(usual) > len(runs) and usual < widest:
        return min(best, _read(items, widest, usual), key=lambda reading: reading.cost)
    return best
