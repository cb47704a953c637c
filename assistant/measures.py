"""In what the numbers of a table are told, by the words above it ("Đơn vị tính: triệu đồng")."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.plan import Plan, Table
from ingest.spelling import spaced_re

__all__ = ["measure_above", "measure_of"]

_MONEY = r"(?:(?:nghìn|ngàn|triệu|tỷ)\s+)?(?:đồng|USD)|ha|tấn|kg|km|người|hộ|%"
_MEASURE_RE = spaced_re(
    r"(?i)(?:đơn vị tính|đvt)\s*:\s*([^\n()*.;|:]{1,30})|\(\s*đơn vị\s*:\s*([^\n()*.;|:]{1,30})\)"
    rf"|đơn vị\s*:\s*({_MONEY})(?=[\s*.|]*(?:\n|\)|\Z))|\(({_MONEY})\)[\s*|]*\Z"
)
"""A measure, which ends its line or bracket; "Đơn vị: Phòng Nội vụ", "Đơn vị: Hộ kinh doanh Nà Pó" of a form are none."""
_MEASURE_COLUMN_RE = re.compile(r"(?i)(?:đvt|đơn\s+vị(?:\s+tính)?)$")
ABOVE = 120
"""Letters before a table in which the measure of all its numbers is told ("Đơn vị tính: triệu đồng")."""


@lru_cache(maxsize=4096)
def measure_above(before: str) -> str:
    r"""The measure that the words right before a table give to its numbers; "" where they give none.

    >>> measure_above("BIỂU DỰ TOÁN THU\n(Đơn vị tính: Triệu đồng)\n")
    'triệu đồng'
    >>> measure_above("*Đơn\nvị: Triệu đồng.*\n\n")
    'triệu đồng'
    >>> measure_above("**DỰ KIẾN KINH PHÍ (triệu đồng)**\n"), measure_above("Đơn vị: Phòng Nội vụ\n")
    ('triệu đồng', '')
    """
    found = [" ".join(next(filter(None, match.groups())).split()) for match in _MEASURE_RE.finditer(before)]
    return found[-1].lower() if found else ""


def measure_of(plan: Plan, table: Table) -> str:
    """The measure told above a table, where none of its columns tells one; "" where there is none."""
    if any(_MEASURE_COLUMN_RE.match(title.strip()) for title in table.header):
        return ""
    return measure_above(plan.source.original[max(0, table.span.start - ABOVE) : table.span.start])
