"""Months: the one time of the calendar that a question names, and the months in which words of time fall."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answer.evidence.claims import EN_MONTHS
from assistant.answer.evidence.timing import periods_told
from assistant.question.documents import DOC, SHORT_DOC
from assistant.question.naming import fold

__all__ = ["Period", "ends_by", "months_in", "period_asked"]

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"(?:(?:/|-| nam | )(?P<year>20\d\d))?"
_ASKED = (
    re.compile(
        r"\b(?P<day>[0-3]?\d)\s?(?:/|-| thang )\s?0?(?P<month>1[0-2]|[1-9])(?:(?:/|-| nam )(?P<year>20\d\d))?\b"
    ),
    re.compile(rf"\b(?:thang|t)\s?0?(?P<month>1[0-2]|[1-9])\b{_YEAR}"),
    re.compile(rf"\b(?:in|of|by|during|for|this)\s(?P<name>{'|'.join(EN_MONTHS)})\b(?: (?P<year>20\d\d))?"),
    re.compile(rf"\b(?:quy|quarter|q)\s?(?P<quarter>iv|iii|ii|i|[1-4])\b{_YEAR}"),
)
_BEYOND_RE = re.compile(r"\b(?:truoc|sau|tu|den|before|after|since|until|from)\s*$")
"""Before a month or a quarter: the time up to it or from it on is asked for, which is none of its own."""
_UNTIL_RE = re.compile(r"\b(?:truoc|den het|by|before)(?: ngay)? *$")
_DAY_RE = re.compile(
    r"(?<!\d)(?P<day>[0-3]?\d)(?:[/-]| thang )0?(?P<month>1[0-2]|[1-9])\b(?!\d|[/-]\d{1,2}\b)"
)
_DATES_RE = re.compile(rf"\b(?:{DOC}|{SHORT_DOC})(?: so [\w/-]+)?(?: (?:ky|ban hanh|de|lap))? ngay\s*$")
"""Before a day: it is the one on which a document was issued."""
_LISTED_RE = re.compile(r"thang\s*(\d{1,2}(?![\d/])(?:(?:[\s,;-]+|\s*va\s+)(?:thang\s*)?\d{1,2}(?![\d/]))*)")
_DATED_RE = re.compile(
    r"(?:\b[0-3]?\d[/-])?\b0?(?P<month>1[0-2]|[1-9])[/-]20\d\d\b|\b[0-3]?\d/0?(?P<month2>1[0-2]|[1-9])\b(?!/)"
)
_QUARTERS_RE = re.compile(
    r"\bquy\s*((?:iv|iii|ii|i|[1-4])\b(?:(?:\s*[,;-]\s*|\s+va\s+)(?:quy\s*)?(?:iv|iii|ii|i|[1-4])\b)*)"
)
_RECURS_RE = re.compile(r"\b(?:hang|moi|dinh ky) (?P<each>thang|quy)\b|\b(?P<en>monthly|quarterly)\b")
_EVERY = frozenset(range(1, 13))
_LAST_OF_QUARTERS = frozenset({3, 6, 9, 12})


@dataclass(frozen=True, slots=True)
class Period:
    """A time that is asked about: months (1 to 12), the year and the day where they are said, the words that named it."""

    months: frozenset[int]
    year: int | None
    day: int | None
    said: str
    until: bool = False
    """Whether all up to the day is meant ("trước ngày 20/5")."""


def period_asked(question: str) -> Period | None:
    """The one day, month or quarter that a question names; None where it names none or several.

    >>> sorted(period_asked("tháng 3 phải xong những việc gì").months), sorted(period_asked("quý II/2026 làm gì").months)
    ([3], [4, 5, 6])
    >>> period_asked("what is due in March 2026").year, period_asked("báo cáo 6 tháng gồm gì")
    (2026, None)
    >>> period_asked("việc gì phải xong trước tháng 6"), period_asked("kế hoạch ngày 20/3/2031 có việc gì")
    (None, None)
    """
    folded = fold(question)
    for pattern in _ASKED:
        found = list(pattern.finditer(folded))
        if len(found) > 1:
            return None
        if found:
            match, groups = found[0], found[0].groupdict()
            before = folded[: match.start()]
            if (_DATES_RE if groups.get("day") else _BEYOND_RE).search(before):
                return None
            year, day = groups.get("year"), groups.get("day")
            until = bool(day and _UNTIL_RE.search(before))
            return Period(
                _named(groups), int(year) if year else None, int(day) if day else None, match[0], until
            )
    return None


def _named(groups: dict[str, str | None]) -> frozenset[int]:
    if quarter := groups.get("quarter"):
        return _of_quarter(quarter)
    if name := groups.get("name"):
        return frozenset({EN_MONTHS.index(name) + 1})
    return frozenset({int(groups["month"] or 0)})


def _of_quarter(said: str) -> frozenset[int]:
    last = 3 * _QUARTERS[said]
    return frozenset(range(last - 2, last + 1))


def months_in(words: str) -> frozenset[int]:
    """The months, 1 to 12, in which words of time fall: a stretch with all between its ends, a quarter, what recurs.

    >>> sorted(months_in("Tháng 4, 10 và 12")), sorted(months_in("Trước 15/6/2026")), sorted(months_in("Quý I, III"))
    ([4, 10, 12], [6], [1, 2, 3, 7, 8, 9])
    >>> sorted(months_in("Từ tháng 5 đến tháng 9")), len(months_in("hằng tháng trước ngày 20")), sorted(months_in("hằng quý"))
    ([5, 6, 7, 8, 9], 12, [3, 6, 9, 12])
    """
    found = set(_points(words))
    for stretch in periods_told(words):
        if len(ends := _points(stretch)) > 1:
            first, last = ends[0], ends[-1]
            length = (last - first) % 12
            found |= {(first + step - 1) % 12 + 1 for step in range(length + 1)}
    for match in _RECURS_RE.finditer(fold(words)):
        found |= _EVERY if (match["each"] or match["en"]) in {"thang", "monthly"} else _LAST_OF_QUARTERS
    return frozenset(found)


def ends_by(words: str, period: Period) -> bool:
    """Whether words of time end on the day of a period or before it; not so what recurs.

    >>> asked = period_asked("việc gì phải xong trước ngày 20/5/2031")
    >>> [ends_by(words, asked) for words in ("trước ngày 10/5/2031", "20/5", "Tháng 4", "Quý II", "05/6/2031", "hằng tháng")]
    [True, True, True, False, False, False]
    """
    folded, (month,) = fold(words), period.months
    if _RECURS_RE.search(folded) or period.day is None:
        return False
    if days := list(_DAY_RE.finditer(folded)):
        return (int(days[-1]["month"]), int(days[-1]["day"])) <= (month, period.day)
    return max(months_in(words), default=month) < month


def _points(words: str) -> list[int]:
    """The months that words of time name, in their order; a quarter names its three."""
    folded = fold(words)
    named: list[tuple[int, int]] = []
    for match in _LISTED_RE.finditer(folded):
        named += [(match.start() + at, int(n)) for at, n in enumerate(re.findall(r"\d{1,2}", match[1]))]
    named += [(m.start(), int(m["month"] or m["month2"])) for m in _DATED_RE.finditer(folded)]
    for match in _QUARTERS_RE.finditer(folded):
        quarters = re.findall(r"iv|iii|ii|i|[1-4]", match[1])
        named += [(match.start(), month) for quarter in quarters for month in sorted(_of_quarter(quarter))]
    return [month for _, month in sorted(named, key=lambda one: one[0]) if 1 <= month <= 12]
