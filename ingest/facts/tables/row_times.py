"""When the task of a table's row is due: its cell of time, its two cells of beginning and end, or words of the task itself.

In: a row and its columns; a task's words. Out: the words and their normal form. A day told in the task ("- Khai giảng ngày
05/9" in the row of September) is more exact than the row's month, and stands for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ingest.facts.tables.row_cells import cell_words
from ingest.facts.times.dates import normalise_time
from ingest.facts.times.limits import find_times
from ingest.plan import CELL_BREAK, Range, TableRow

__all__ = ["OwnTime", "RowTime", "each_time", "own_times", "row_time"]

_BARE_UNIT_RE = re.compile(r"(?i)(tháng|quý)(?:\s+thực\s+hiện)?")
_CELL_LINE_RE = re.compile(rf"[^{CELL_BREAK}\n]+")
# "Trước ngày 20/3/2026 05/4/2026 30/5/2026": a page's text keeps no line ends in a cell.
_CELL_DAY_RE = re.compile(r"(?:[^\W\d]+\s+)*\d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/])(?:\s*[.;,])?")
_DAY_RE = re.compile(r"\d{4}-\d\d-\d\d|--\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class RowTime:
    """The time of a whole row: its words, normal form and clean range."""

    when: str
    normalised: str | None
    range: Range


@dataclass(frozen=True, slots=True)
class OwnTime:
    """A time that a task's own words say; ``within`` where it is a day of the row's month or quarter."""

    what: str
    when: str
    normalised: str
    within: bool


def row_time(
    row: TableRow, columns: Mapping[str, int], header: tuple[str, ...], year: int | None
) -> RowTime | None:
    """The time of a row; of two columns the last day is the words, and both make the normal form."""
    begin, end = cell_words(row, columns.get("start")), cell_words(row, columns.get("end"))
    if end:
        first = _cell_time(begin, header[columns["start"]], year) if begin else None
        last = _cell_time(end, header[columns["end"]], year)
        both = f"{first}/{last}" if first and last and first < last else last
        return RowTime(end, both, row.cell_ranges[columns["end"]])
    for name in ("time", "start"):
        words = cell_words(row, columns.get(name))
        if words:
            at = columns[name]
            return RowTime(words, _cell_time(words, header[at], year), row.cell_ranges[at])
    return None


def _cell_time(time: str, head: str, year: int | None) -> str | None:
    """The normal form of a cell of times; a bare "5, 6" under "Tháng" or "II" under "Quý" takes the head's word."""
    unit = _BARE_UNIT_RE.fullmatch(head.strip())
    bare = unit and re.match(r"(?:\d{1,2}|IV|I{1,3})(?!\w|[/.-]\d{1,2}[/.-])", time)
    return normalise_time(f"{unit[1]} {time}" if unit and bare else time, year)


def each_time(
    row: TableRow, columns: Mapping[str, int], header: tuple[str, ...], year: int | None, tasks: int
) -> list[RowTime]:
    """The times of a cell that has one line, or one day, for each of several tasks; [] where it has not."""
    at = columns.get("time")
    if at is None or tasks < 2 or at >= len(row.cells) or "end" in columns:
        return []
    cell, start = row.cells[at], row.cell_ranges[at].start
    for shape in (_CELL_LINE_RE, _CELL_DAY_RE):
        parts = [part for part in shape.finditer(cell) if part[0].strip()]
        if len(parts) != tasks:
            continue
        found = [
            RowTime(
                part[0].strip(),
                _cell_time(part[0].strip(), header[at], year),
                Range(start + part.start(), start + part.end()),
            )
            for part in parts
        ]
        if all(one.normalised for one in found):
            return found
    return []


def own_times(task: str, due: RowTime | None, year: int | None) -> list[OwnTime]:
    """The days that a task's own words say.

    >>> [(one.what, one.when, one.within) for one in own_times("Đăng ký thi đua trước 30/9", RowTime("9/2025", "2025-09", Range(0, 6)), None)]
    [('Đăng ký thi đua', 'trước 30/9', True)]
    """
    times = find_times(task)
    known = _year(due) or year
    found: list[OwnTime] = []
    for time in times:
        normal = normalise_time(task[time.start : time.end], known)
        if normal is None or not _DAY_RE.match(normal):
            continue
        words = re.sub(
            r"\s+", " ", (task[: time.start].rstrip(" (,:") + task[time.end :].lstrip(" )"))
        ).strip(" .,;:(-")
        what = words if len(times) == 1 and words else task.strip(" .;:,")
        found.append(
            OwnTime(what, task[time.start : time.end], normal, ";" not in task and _within(normal, due))
        )
    return found


def _year(due: RowTime | None) -> int | None:
    named = re.match(r"\d{4}", due.normalised or "") if due else None
    return int(named[0]) if named else None


def _within(day: str, due: RowTime | None) -> bool:
    """Whether a day lies in the month or the quarter of its row."""
    if due is None or due.normalised is None or due.when.strip() == "":
        return False
    month = re.match(r"(?:\d{4}|-)-(?P<month>\d\d)", day)
    quarter = re.fullmatch(r"(?:\d{4}|-)-Q(?P<quarter>\d)", due.normalised)
    if quarter and month:
        return (int(month["month"]) + 2) // 3 == int(quarter["quarter"])
    return bool(re.fullmatch(r"(?:\d{4}|-)-\d\d", due.normalised)) and day.startswith(due.normalised)
