"""Bodies that share a verb said once, each with a number of its own: "Sở Nội vụ mở 03 lớp, Sở Tư pháp 02 lớp".

In: the predicate of the first body. Out: the bodies that follow, in order. A body right before a number is one of them only
where a number stands in the first part too; "phối hợp với Sở Tư pháp 02 lần" has none there.
"""

from __future__ import annotations

import re

from ingest.facts.agencies import Agency, read_agencies

__all__ = ["read_sharers"]

_COMMA_RE = re.compile(r",\s+(?:và\s+)?|\s+và\s+")
_NUMBER_RE = re.compile(r"\s+(?:thêm\s+|được\s+)?(?:ít\s+nhất\s+|tối\s+thiểu\s+)?\d[\d.,]*\s*(?:%|[^\W\d_])")
_FIRST_RE = re.compile(r"(?<![\w/])\d[\d.,]*\s*(?:%|[^\W\d_])")


def read_sharers(text: str, start: int, end: int) -> tuple[Agency, ...]:
    """Read those who do the same in another number; ``start`` is where the first one's predicate begins.

    >>> text = "mở 03 lớp, Sở Tư pháp 02 lớp và Trường Chính trị tỉnh 01 lớp"
    >>> [body.name for body in read_sharers(text, 0, len(text))]
    ['Sở Tư pháp', 'Trường Chính trị tỉnh']
    """
    found: list[Agency] = []
    for joint in _COMMA_RE.finditer(text, start, end):
        bodies, reached = read_agencies(text, joint.end())
        if re.compile(r"(?:mỗi|từng)\s").match(text, joint.end()):
            continue  # "cho công chức cấp xã, mỗi xã 02 người": how many of whom, nobody who acts
        if not bodies or reached >= end or not _NUMBER_RE.match(text, reached, end):
            continue
        if found or _FIRST_RE.search(text, start, joint.start()):
            found.extend(bodies)
    return tuple(found)
