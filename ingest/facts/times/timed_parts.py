"""Parts of a clause that each say a time of their own: "rà soát xong trước 20/02, cập nhật vào ngày 05 hằng tháng".

In: a clause with several times. Out: the part between two commas that holds one of them alone, where every such part is a
task or an event of its own; a clause that says one task with several times has none.
"""

from __future__ import annotations

from ingest.facts.bodies.doers import read_doer, starts_doing
from ingest.facts.times.events import EVENT_RE
from ingest.plan import Range
from ingest.spelling import spaced_re

__all__ = ["part_of"]

_JOINT_RE = spaced_re(r", (?:và |đồng thời )?| và (?!\d)")
_LEAST = 2
"""Words of the shortest task or event."""


def part_of(text: str, times: tuple[Range, ...], index: int, clause: Range) -> Range | None:
    """The part of the clause that one of several times belongs to; None where the times share one task.

    >>> text = "Khai mạc ngày 16/5, bế mạc ngày 24/5"
    >>> times = (Range(9, 18), Range(27, 36))
    >>> text[slice(*part_of(text, times, 1, Range(0, len(text))))]
    'bế mạc ngày 24/5'
    >>> part_of("Họp ngày 16/5, ngày 24/5", (Range(4, 13), Range(15, 24)), 1, Range(0, 24)) is None
    True
    """
    time = times[index]
    start = _joint(text, times[index - 1].end, time.start) if index else clause.start
    end = _next(text, times, index, clause)
    if start is None or end is None:
        return None
    words = text[start : time.start].split()
    return Range(start, end) if len(words) >= _LEAST else None


def _next(text: str, times: tuple[Range, ...], index: int, clause: Range) -> int | None:
    """Where the part ends: before the joint that opens the next time's own part; None where that has none."""
    if index + 1 == len(times):
        return clause.end
    own = _joint(text, times[index].end, times[index + 1].start)
    if own is None:
        return None
    return text.rindex(",", times[index].end, own) if "," in text[times[index].end : own] else own


def _joint(text: str, start: int, end: int) -> int | None:
    """Where a task or an event begins between two times, behind a comma or "và"."""
    for joint in _JOINT_RE.finditer(text, start, end):
        at = joint.end()
        acts = starts_doing(text, at, end) or read_doer(text, at, end) is not None
        if (acts or EVENT_RE.match(text, at)) and len(text[at:end].split()) >= _LEAST:
            return at
    return None
