"""Whether an hour, a beginning or a stretch of time is asked for, and whether a time can be one that answers it.

A frequency ("hằng tháng") or a last day ("trước ngày 15/11") in the right sentence does not answer "từ khi nào".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answer.evidence.units import coverage
from assistant.grams import gram_set
from assistant.question.cues import CLOCK
from assistant.question.naming import fold
from assistant.question.terms import Term
from ingest.spelling import spaced, spaced_re

__all__ = [
    "asks_clock",
    "asks_period",
    "asks_start",
    "begins_then",
    "only_dates_another",
    "periods_told",
    "tells_hour",
    "tells_time_asked",
    "with_both_ends",
]

_ASKED_RE = re.compile(
    r"\btu (?:khi|ngay|thang|nam|luc|hom|gio|quy|thoi diem|bao) (?:nao|may|gio)|\bsince when\b|\bfrom (?:when|what|which)\b"
)
_OFTEN_RE = re.compile(r"\b(?:hang|moi) (?:ngay|tuan|thang|quy|nam)\b|dinh ky|thuong xuyen")
_DAY_RE = re.compile(
    r"\d{1,2}/\d|ngay \d|thang \d|\d{1,2}/20\d\d|quy (?:[ivx]+|\d)|nam \d{4}|ngay (?:ky|ban hanh)"
)
_START_RE = re.compile(r"\b(?:tu|ke tu|bat dau|sau) (?:ngay|thang|nam|quy|\d)|^(?:tu|ke tu|sau)\b")
_PERIOD_ASKED_RE = re.compile(
    r"\btu (?:khi|ngay|hom|thang|quy|nam|luc|thoi diem|bao) (?:nao|may|gio)\b[^?;]{0,30}?\b(?:den|toi) (?:het )?(?:khi|ngay|hom|thang|quy|nam|luc|thoi diem|bao) (?:nao|may|gio)\b"
    r"|\bbat dau\b[^?;]{0,30}\bket thuc\b[^?;]{0,20}\b(?:nao|bao gio|may)\b|\b(?:giai doan|thoi ky) nao\b|\bfrom (?:when|what|which)\b[^?;]{0,30}?\b(?:to|until|till) (?:when|what|which)\b"
)
_CLOCK_ASKED_RE = re.compile(CLOCK)
_CLOCK_RE = re.compile(r"(?i)\d ?(?:giờ|h)(?![^\W\d_])|\d{1,2}:\d\d(?!\d)|giờ (?:làm việc|hành chính)")
"""An hour of the clock."""
_FROM_TO_RE = re.compile(r"(?i)(?<!\w)từ [^;.]{1,80}? (?:đến|tới) ")
"""A stretch by its form alone: events may be its ends."""
_YEAR = r"năm (?:\d{4}|trước|nay|sau)"
_DATED = spaced(rf"(?:ngày )?\d{{1,2}}(?:[/.]\d{{1,2}}(?:[/.]\d{{4}})?| tháng \d{{1,2}}(?: {_YEAR})?)")
_TIMED = spaced(
    rf"(?:{_DATED}|tháng \d{{1,2}}(?:\s*(?:/\s*\d{{4}}|{_YEAR}))?|quý (?:IV|I{{1,3}}|\d)(?:\s*(?:/|năm)\s*\d{{4}})?|năm \d{{4}})"
)
_PERIOD_RE = spaced_re(
    rf"(?i)(?<!\w)(?:từ (?:ngày \d{{1,2}}|{_TIMED})\s*(?:đến|tới|[-–])\s*(?:(?:hết|cuối|đầu) )?(?:{_TIMED}|\d{{4}})"
    rf"|(?:{_TIMED}|ngày \d{{1,2}})\s*(?:đến|[-–])\s*(?:(?:hết|cuối) )?{_TIMED}|(?:(?:giai đoạn|thời kỳ|nhiệm kỳ|từ|năm) )*(?:19|20)\d\d\s*(?:[-–]|đến)\s*(?:19|20)\d\d)(?![\w/]|\.\d)"
)
_DUE_RE = re.compile(r"\b(?:truoc|cham nhat|den (?:het )?(?:ngay|thang|nam|quy)|han)\b")
_RELATIVE_RE = spaced_re(
    r"(?i)(?<!\w)(?:ngay )?(?:sau|trước)(?: khi)?(?: kết thúc)? (?!(?:ngày|tháng|năm|quý)(?!\w))(?P<event>[^\d\W][^,;:.]+)"
)
_RELATIVE_ASKED_RE = re.compile(r"\b(?:sau|truoc|after|before)\b(?! (?:ngay|thang|nam|quy)\b)")
SAID = 0.6
"""Share of the subject that a clause of time must say to be what is asked about."""


def only_dates_another(question: str, text: str, terms: Sequence[Term]) -> bool:
    """Whether a text tells of what is asked only that something else, which it dates, comes before or after it.

    ``question`` is folded, ``terms`` are its subject.
    >>> congress = [Term("đại hội", (("đại hội",),), 1.0)]
    >>> only_dates_another("dai hoi mo ngay nao", "Ngay sau Đại hội, các sở lập chương trình trước ngày 30/6.", congress)
    True
    >>> only_dates_another("dai hoi mo ngay nao", "Đại hội mở ngày 30/6, sau kỳ họp.", congress)
    False
    """
    if _RELATIVE_ASKED_RE.search(question):
        return False
    for clause in _RELATIVE_RE.finditer(text):
        rest = gram_set(f"{text[: clause.start()]} . {text[clause.end() :]}")
        here = coverage(terms, gram_set(clause["event"]))
        if here >= SAID and coverage(terms, rest) < here / 2 and not re.search(r"\d/\d", clause["event"]):
            return True
    return False


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


@lru_cache(maxsize=256)
def asks_clock(folded: str) -> bool:
    """Whether a question (folded) asks for an hour of the clock, and not how many hours something takes.

    >>> [asks_clock(asked) for asked in ("bao cao truoc may gio", "hop gio nao", "bao trong may gio", "day may gio mot nam")]
    [True, True, False, False]
    """
    return _CLOCK_ASKED_RE.search(folded) is not None


def asks_period(folded: str) -> bool:
    """Whether a question (folded) asks from when until when.

    >>> asks_period("du an lam tu nam nao den nam nao"), asks_period("ap dung tu khi nao")
    (True, False)
    >>> asks_period("dot thi đua bat dau va ket thuc khi nao")
    True
    """
    return _PERIOD_ASKED_RE.search(folded) is not None


def tells_hour(text: str) -> bool:
    """Whether a text tells an hour of the clock.

    >>> tells_hour("trước 9h00’ và 16h00’"), tells_hour("hằng ngày")
    (True, False)
    """
    return _CLOCK_RE.search(text) is not None


def tells_time_asked(folded: str, text: str) -> bool | None:
    """Whether a text tells the hour or the stretch of time that a question (folded) asks for; None where it asks for neither.

    >>> tells_time_asked("bao cao truoc may gio", "trước 9h00"), tells_time_asked("bao cao truoc may gio", "hằng ngày")
    (True, False)
    >>> tells_time_asked("tu luc nao toi luc nao", "từ ngày ban hành đến khi kết thúc"), tells_time_asked("ai ky", "")
    (True, None)
    """
    if asks_clock(folded):
        return tells_hour(text)
    if asks_period(folded):
        return bool(periods_told(text)) or _FROM_TO_RE.search(text) is not None
    return None


@lru_cache(maxsize=4096)
def periods_told(text: str) -> tuple[str, ...]:
    """The stretches of time that a text tells, whole.

    >>> periods_told("làm từ năm 2021 đến năm 2025"), periods_told("mở từ ngày 01/3 đến hết ngày 31/5/2026")
    (('từ năm 2021 đến năm 2025',), ('từ ngày 01/3 đến hết ngày 31/5/2026',))
    >>> periods_told("trong giai đoạn 2021 - 2025"), periods_told("xong trước năm 2025")
    (('giai đoạn 2021 - 2025',), ())
    """
    return tuple(dict.fromkeys(match[0] for match in _PERIOD_RE.finditer(text)))


def with_both_ends(times: Sequence[str], text: str) -> list[str]:
    """Times of a text, those that are an end of a stretch told as the whole stretch.

    >>> with_both_ends(["đến năm 2028"], "Làm thử từ năm 2026 đến năm 2028")
    ['từ năm 2026 đến năm 2028']
    >>> with_both_ends(["tháng 3", "tháng 6/2026", "hằng tuần"], "Học tháng 3 - tháng 6/2026, hằng tuần")
    ['tháng 3 - tháng 6/2026', 'hằng tuần']
    """
    stretches = periods_told(text)
    whole = (next((long for long in stretches if time in long), time) for time in times)
    return list(dict.fromkeys(whole))
