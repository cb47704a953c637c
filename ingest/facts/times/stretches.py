"""Stretches and lists of days: "từ ngày 08 đến ngày 10 tháng 12", "17 - 20/5/2026", "ngày 18 và 19/5".

Out: "2026-05-17/2026-05-20" for a stretch, "2026-05-18,2026-05-19" for a list. The first day takes month and year of the
last where it says none of its own. One day alone is left to ``normalise_time``.
"""

from __future__ import annotations

import re
from datetime import date

from ingest.facts.language.patterns import YEAR
from ingest.spelling import spaced_re

__all__ = ["full_day", "read_days"]

_MONTH = r"(?:\s*/\s*|\s+tháng\s+)"
_OF_YEAR = rf"(?:\s*/\s*|\s*,?\s*năm\s+)(?P<%s>{YEAR})"
_FIRST = rf"(?<![\d/.,])(?<!tháng\s)(?<!quý\s)(?P<day>\d{{1,2}})(?:{_MONTH}(?P<month>\d{{1,2}})(?:{_OF_YEAR % 'year'})?)?(?![\d/])"
_LAST = rf"(?P<day2>\d{{1,2}}){_MONTH}(?P<month2>\d{{1,2}})(?:{_OF_YEAR % 'year2'})?(?![\d/])"
_STRETCH_RE = re.compile(
    rf"{_FIRST}\s*(?:đến|tới|-|–)\s*(?:\d{{1,2}}\s*(?:giờ|h)\s*(?:\d\d)?\s*,?\s*)?(?:(?:trước|hết|ngày)\s+){{0,3}}{_LAST}",
    re.IGNORECASE,
)
_LIST_RE = re.compile(
    rf"(?<![\d/.,])(?P<days>\d{{1,2}}(?:\s*(?:,|;|và)\s*(?:ngày\s+)?\d{{1,2}})*)\s*(?:,|;|và)\s*(?:ngày\s+)?{_LAST}",
    re.IGNORECASE,
)
_EVERY_RE = spaced_re(
    r"(?<![\d/.,])(?P<day>\d{1,2})\s*(?:đến|tới|-|–)\s*(?:(?:trước|hết|ngày) ){0,3}(?P<last>\d{1,2}) (?:của )?(?:hằng|hàng|mỗi) tháng",
    re.IGNORECASE,
)
_AMOUNT_RE = re.compile(r"\s*(?:giờ|h\d|h(?!\w)|phút|:\d)")


def read_days(text: str, year: int | None) -> str | None:
    """Read a stretch of days or a list that shares its month; ``year`` where the words say none.

    >>> read_days("từ ngày 08 đến hết ngày 10 tháng 12 năm 2025", None), read_days("17 - 20/5", 2026)
    ('2025-12-08/2025-12-10', '2026-05-17/2026-05-20')
    >>> read_days("Ngày 18 và 19/5", 2026), read_days("từ ngày 01 đến ngày 10 hằng tháng", 2026)
    ('2026-05-18,2026-05-19', 'monthly:day 1 to 10')
    >>> read_days("trước ngày 15/5", 2026), read_days("từ ngày 20/5 đến ngày 17/5/2026", None)
    (None, None)
    """
    every = _EVERY_RE.search(text)
    if every:
        return f"monthly:day {int(every['day'])} to {int(every['last'])}"
    stretch = _STRETCH_RE.search(text)
    if stretch and not _AMOUNT_RE.match(text, stretch.end()):
        last_year = int(stretch["year2"]) if stretch["year2"] else year
        month = int(stretch["month"] or stretch["month2"])
        first_year = int(stretch["year"]) if stretch["year"] else last_year
        if stretch["year2"] and not stretch["year"] and month > int(stretch["month2"]):
            first_year = int(stretch["year2"]) - 1  # "từ 15/12 đến 15/01/2027"
        if stretch["year"] and not stretch["year2"]:
            last_year = first_year
        begin = full_day(first_year, month, int(stretch["day"]))
        end = full_day(last_year, int(stretch["month2"]), int(stretch["day2"]))
        return f"{begin}/{end}" if begin and end and begin <= end else None
    listed = _LIST_RE.search(text)
    if listed is None:
        return None
    known = int(listed["year2"]) if listed["year2"] else year
    numbers = [*re.findall(r"\d+", listed["days"]), listed["day2"]]
    days = [full_day(known, int(listed["month2"]), int(number)) for number in numbers]
    return ",".join(day for day in days if day) if all(days) else None


def full_day(year: int | None, month: int, day: int) -> str | None:
    """A day as in ISO 8601, "--MM-DD" where its year is not told; None for one that no calendar has.

    >>> full_day(2026, 6, 31), full_day(None, 6, 5)
    (None, '--06-05')
    """
    if year is None:
        return f"--{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
