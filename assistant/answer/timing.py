"""Whether it is asked from when something holds, and whether a time can be one from which it does.

A frequency ("hằng tháng") or a last day ("trước ngày 15/11") in the right sentence does not answer "từ khi nào".
"""

from __future__ import annotations

import re

from assistant.question.naming import fold

__all__ = ["asks_start", "begins_then"]

_ASKED_RE = re.compile(
    r"\btu (?:khi|ngay|thang|nam|luc|hom|gio|quy|thoi diem|bao) (?:nao|may|gio)|\bsince when\b|\bfrom (?:when|what|which)\b"
)
_OFTEN_RE = re.compile(r"\b(?:hang|moi) (?:ngay|tuan|thang|quy|nam)\b|dinh ky|thuong xuyen")
_DAY_RE = re.compile(
    r"\d{1,2}/\d|ngay \d|thang \d|\d{1,2}/20\d\d|quy (?:[ivx]+|\d)|nam \d{4}|ngay (?:ky|ban hanh)"
)
_START_RE = re.compile(r"\b(?:tu|ke tu|bat dau|sau) (?:ngay|thang|nam|quy|\d)|^(?:tu|ke tu|sau)\b")
_DUE_RE = re.compile(r"\b(?:truoc|cham nhat|den (?:het )?(?:ngay|thang|nam|quy)|han)\b")


def asks_start(folded: str) -> bool:
    """Whether a question (folded) asks from when something holds.

    >>> asks_start("muc moi ap dung tu khi nao"), asks_start("han nop la khi nao")
    (True, False)
    """
    return _ASKED_RE.search(folded) is not None


def begins_then(time: str) -> bool:
    """Whether a time can be that from which something holds: no frequency, no length, no last day.

    >>> begins_then("kể từ ngày 01/7/2026"), begins_then("hằng tháng"), begins_then("trước ngày 15/11")
    (True, False, False)
    """
    told = fold(time)
    if _START_RE.search(told):
        return True
    return bool(_DAY_RE.search(told)) and not (_OFTEN_RE.search(told) or _DUE_RE.search(told))
