"""Rows of a table that ran together which only their last cell tells: numbered lines that end in bodies or in a time.

In: the running text of the table, its columns and the rows found by their neighbouring cells (``flat_cells``). Out: the
further rows; a heading of a group that runs on behind a row's last cell is no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.facts.language.lexicon import UPPER
from ingest.facts.tables.flat_cells import BODY_RE, CLOSED, GOVERNED_RE, Chain, Column, read_cell
from ingest.facts.times.cell_times import CELL_TIME_RE
from ingest.plan import Range
from ingest.spelling import spaced_re

__all__ = ["find_endings", "find_timed", "is_weak"]

# A row's number, also one of two parts ("2.4"), and the heading of a group that runs on behind a row's last cell.
_ROW_RE = re.compile(r"(?m)^\s*\d{1,3}(?:\.\d{1,2})?[.)]?\s+(?=\S)")
_GROUP_RE = spaced_re(rf"\s(?:[IVX]{{1,5}}\. |(?:Mục tiêu|Nhóm|Phần) \d{{1,2}}\s*[:.] )(?=[{UPPER}])")


def is_weak(columns: Sequence[Column]) -> bool:
    """Whether a header names one closed column only: then only numbered rows that end in it are believed."""
    return sum(column in CLOSED for column in columns) < 2


def find_endings(text: str, columns: Sequence[Column], taken: Sequence[Chain] = ()) -> list[Chain]:
    r"""Rows of a table whose only filled closed column is its last: numbered lines that end in a list of bodies.

    >>> text = "1. Kinh tế số chiếm 45% GRDP Sở Tài chính\n2. Phủ sóng 5G của Sở Công Thương đạt 100% Sở Khoa học và Công nghệ"
    >>> [text[chain.start : chain.end] for chain in find_endings(text, ("task", "lead"))]
    ['Sở Tài chính', 'Sở Khoa học và Công nghệ']
    """
    column = next(name for name in columns if name in CLOSED)
    if column == "time":
        return []
    found: list[Chain] = []
    rows = [row.start() for row in _ROW_RE.finditer(text)]
    for start, end in zip(rows, [*rows[1:], len(text)], strict=False):
        group = _GROUP_RE.search(text, start, end)
        stop = start + len(text[start : group.start() if group else end].rstrip(" .;\n"))
        if any(chain.start < stop and start < chain.end for chain in taken):
            continue
        for place in BODY_RE.finditer(text, start, stop):
            who = (
                None
                if GOVERNED_RE.search(text, max(start, place.start() - 12), place.start())
                else read_cell(text, place.start(), stop)
            )
            if who and who.end == stop:
                found.append(Chain(place.start(), stop, ((column, who.bodies),), None, None, 1, who.loose))
                break
    return found


def find_timed(text: str, columns: Sequence[Column], taken: Sequence[Chain]) -> list[Chain]:
    r"""Numbered rows that no body closes but that end in their time, as the header says.

    >>> text = "1 Tổng duyệt khai mạc Nhóm nghi lễ 14 giờ ngày 15/5\n2 Thi đấu các môn Nhóm chuyên môn 17 - 23/5"
    >>> [text[slice(*chain.time)] for chain in find_timed(text, ("task", "responsible", "time"), ())]
    ['14 giờ ngày 15/5', '17 - 23/5']
    """
    closed = [column for column in columns if column != "note"]
    if closed[-1] != "time":
        return []
    rows = [row.start() for row in re.compile(r"(?m)^\s*\d{1,3}[.)]?\s+(?=\S)").finditer(text)]
    found: list[Chain] = []
    for start, end in zip(rows, [*rows[1:], len(text)], strict=False):
        stop = start + len(text[start:end].rstrip(" .;\n"))
        if any(chain.start < stop and start < chain.end for chain in taken):
            continue
        times = list(re.compile(rf"(?<=\s)(?:{CELL_TIME_RE.pattern})").finditer(text, start, stop))
        if times and times[-1].end() == stop:
            time = Range(*times[-1].span())
            found.append(Chain(time.start, stop, (), time, None, 1, False))
    return found
