"""Where the cells of a row stand that has only those of its own, because others of its table span it from above.

The number and the group that stand before a task span its rows together; of what follows, a cell stands in
the first column that may hold those of all such rows by its name ("Cơ quan chủ quản" holds bodies, "Thời gian" a time).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ingest.repair.cell_runs import fits_column
from ingest.repair.flat_rows import ROW_NUMBER_RE, Reading

__all__ = ["covered_before"]

_LEAD = 2
"""Columns that the number and the name of a group take."""
_MOST_COLUMNS = 12


def covered_before(items: Sequence[str], reading: Reading) -> dict[int, int]:
    """How many covered cells stand before an item, or (at a row's end) behind its last one.

    >>> from ingest.repair.flat_rows import row_seams
    >>> items = ["TT", "Nhóm", "Việc", "Chủ trì", "", "1", "Cây", "Trồng", "Sở A", "", "Tưới", "", "Bón", "", "Thu"]
    >>> covered_before(items, row_seams(items))
    {10: 2, 11: 1, 12: 2, 13: 1, 14: 2, 15: 1}
    """
    (names, *rows), width = reading.rows(len(items)), reading.columns
    if not reading.own or len(names) != width or width > _MOST_COLUMNS:
        return {}
    by_width: dict[int, list[range]] = {}
    for row in rows:
        if row and len(row) < width and not ROW_NUMBER_RE.fullmatch(items[row[0]]):
            by_width.setdefault(len(row), []).append(row)
    found: dict[int, int] = {}
    for own, alike in by_width.items():
        columns = min(
            combinations(range(min(_LEAD, width - own), width), own),
            key=lambda places: sum(
                fits_column(items[at], items[names[place]])
                for row in alike
                for at, place in zip(row, places, strict=True)
            ),
        )
        for row in alike:
            ends = zip((-1, *columns), (*columns, width), (*row, row.stop), strict=True)
            found |= {at: right - left - 1 for left, right, at in ends if right - left > 1}
    return dict(sorted(found.items()))
