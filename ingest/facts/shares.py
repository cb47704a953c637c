"""Bodies that share a verb said once, each with a number of its own: "Sở Nội vụ mở 03 lớp, Sở Tư pháp 02 lớp".

In: the predicate of the first body. Out: the bodies that follow, in order. A body right before a number is one of them only
where a number stands in the first part too; "phối hợp với Sở Tư pháp 02 lần" has none there.
"""

from __future__ import annotations

import re

from ingest.facts.agencies import Agency, read_agencies
from ingest.facts.doers import begins_name
from ingest.facts.lexicon import LOWER, UPPER

__all__ = ["read_sharer", "read_sharers"]

_NAMED_RE = re.compile(
    rf"(?P<name>[^\W\d]+(?:\s+[^\W\d]+)?\s+[{UPPER}][{LOWER}]*(?:\s+[{UPPER}][{LOWER}]*){{0,3}})\s+(?=\d)"
)
_COMMA_RE = re.compile(r",\s+(?:và\s+)?|\s+và\s+")
_NUMBER_RE = re.compile(r"\s+(?:thêm\s+|được\s+)?(?:ít\s+nhất\s+|tối\s+thiểu\s+)?\d[\d.,]*\s*(?:%|[^\W\d_])")
_FIRST_RE = re.compile(r"(?<![\w/])\d[\d.,]*\s*(?:%|[^\W\d_])")


def read_sharer(text: str, at: int, end: int) -> tuple[tuple[Agency, ...], int]:
    """Bodies at a place, known or a unit by its own name ("ấp Tân Hòa 15 hộ"), and where they end."""
    found, reached = read_agencies(text, at)
    named = _NAMED_RE.match(text, at, end) if not found and begins_name(text, at) else None
    if named is None:
        return found, reached
    return (Agency(named["name"], at, named.end("name")),), named.end("name")


def read_sharers(text: str, start: int, end: int) -> tuple[Agency, ...]:
    """Read those who do the same in another number; ``start`` is where the first one's predicate begins.

    >>> text = "mở 03 lớp, Sở Tư pháp 02 lớp và Trường Chính trị tỉnh 01 lớp"
    >>> [body.name for body in read_sharers(text, 0, len(text))]
    ['Sở Tư pháp', 'Trường Chính trị tỉnh']
    """
    found: list[Agency] = []
    for joint in _COMMA_RE.finditer(text, start, end):
        bodies, reached = read_sharer(text, joint.end(), end)
        if re.compile(r"(?:mỗi|từng)\s").match(text, joint.end()):
            continue  # "cho công chức cấp xã, mỗi xã 02 người": how many of whom, nobody who acts
        if not bodies or reached >= end or not _NUMBER_RE.match(text, reached, end):
            continue
        if found or _FIRST_RE.search(text, start, joint.start()):
            found.extend(bodies)
    return tuple(found)
