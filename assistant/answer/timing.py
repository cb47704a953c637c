"""Whether it is asked from when something holds, and whether a time can be one from which it does; for which year a number is told.

A frequency ("hằng tháng") or a last day ("trước ngày 15/11") in the right sentence does not answer "từ khi nào", and the
number for 2030 is none for 2025.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial

from assistant.answer.evidence import by_plan
from assistant.knowledge import Knowledge, Unit
from assistant.question.documents import DOC, SHORT_DOC
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.facts.patterns import NUMBER_RE
from ingest.plan import Target
from ingest.spelling import match_key

__all__ = [
    "CITED_RE",
    "asked_years",
    "asks_period",
    "asks_start",
    "begins_then",
    "bound_years",
    "of_another_year",
    "periods_told",
    "years_told",
]

Years = tuple[int, int]
"""A stretch of years, its first and its last; one year is both."""

_ASKED_RE = re.compile(
    r"\btu (?:khi|ngay|thang|nam|luc|hom|gio|quy|thoi diem|bao) (?:nao|may|gio)|\bsince when\b|\bfrom (?:when|what|which)\b"
)
_OFTEN_RE = re.compile(r"\b(?:hang|moi) (?:ngay|tuan|thang|quy|nam)\b|dinh ky|thuong xuyen")
_DAY_RE = re.compile(
    r"\d{1,2}/\d|ngay \d|thang \d|\d{1,2}/20\d\d|quy (?:[ivx]+|\d)|nam \d{4}|ngay (?:ky|ban hanh)"
)
_START_RE = re.compile(r"\b(?:tu|ke tu|bat dau|sau) (?:ngay|thang|nam|quy|\d)|^(?:tu|ke tu|sau)\b")
_PERIOD_ASKED_RE = re.compile(
    r"\btu (?:khi|ngay|thang|quy|nam|luc|thoi diem|bao) (?:nao|may|gio)\b[^?;]{0,30}?\b(?:den|toi) (?:het )?(?:khi|ngay|thang|quy|nam|luc|thoi diem|bao) (?:nao|may|gio)\b"
    r"|\b(?:giai doan|thoi ky) nao\b|\bfrom (?:when|what|which)\b[^?;]{0,30}?\b(?:to|until|till) (?:when|what|which)\b"
)
_DATED = r"(?:ngày\s+)?\d{1,2}(?:[/.]\d{1,2}(?:[/.]\d{4})?|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)"
_TIMED = rf"(?:{_DATED}|tháng\s+\d{{1,2}}(?:\s*(?:/|năm)\s*\d{{4}})?|quý\s+(?:IV|I{{1,3}}|\d)(?:\s*(?:/|năm)\s*\d{{4}})?|năm\s+\d{{4}})"
_PERIOD_RE = re.compile(
    rf"(?i)(?<!\w)(?:từ\s+(?:ngày\s+\d{{1,2}}|{_TIMED})\s*(?:đến|tới|[-–])\s*(?:(?:hết|cuối|đầu)\s+)?(?:{_TIMED}|\d{{4}})"
    rf"|{_TIMED}\s*(?:đến|[-–])\s*(?:(?:hết|cuối)\s+)?{_TIMED}|(?:(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|từ|năm)\s+)*(?:19|20)\d\d\s*(?:[-–]|đến)\s*(?:19|20)\d\d)(?![\w/]|\.\d)"
)
_DUE_RE = re.compile(r"\b(?:truoc|cham nhat|den (?:het )?(?:ngay|thang|nam|quy)|han)\b")
_YEAR_RE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TIME_RE = re.compile(
    r"(?i)(?:(?<!\w)(?:năm|nam)(?:\s+(?:học|hoc))?|giai\s+(?:đoạn|doan)|(?<!\d\s)(?<!\w)(?:đến|den)|\d/)\s*(?:19|20)\d\d(?![\d/])"
    r"(?:(?:\s*(?:,|[-–]|(?<=\s)(?:và|va|hoặc))|\s+(?:đến|den)(?:\s+(?:hết|het|cuối|cuoi))?(?:\s+(?:năm|nam))?)\s*(?:19|20)\d\d(?![\d%]))*"
    r"|(?<=\()(?:19|20)\d\d(?=\))|(?:(?<=[;,]\s)|^)(?:19|20)\d\d(?=:\s)"
)
"""A year, a list or a stretch of years, in a text or folded; a bare year only alone in brackets or before a colon."""
_BARE_RE = re.compile(r"(?<![\d/.,-])20[0-5]\d(?![\d/%]|[.,]\d)")
CITED_RE = re.compile(
    rf"{NUMBER_RE.pattern}(?:,? ngày \d{{1,2}}(?:/\d{{1,2}}/\d{{4}}| tháng \d{{1,2}} năm \d{{4}}))?"
)
"""A document cited by number and date, whose year is none of what a text tells."""
_ASIDE_RE = re.compile(
    r"(?i)(?:so\s+(?:với|voi|sánh|sanh)|cùng\s+kỳ|cung\s+ky)[^,;.()%]{0,40}?(?:19|20)\d\d"
    r"|(?<!\w)(?:chương\s+trình|đề\s+án|kế\s+hoạch|nghị\s+quyết|quyết\s+định|chiến\s+lược|quy\s+hoạch|chuẩn|luật|tiêu\s+chí)(?!\w)[^,;.()%\d]{0,120}?(?:(?:giai\s+đoạn|năm)\s+|\()(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?"
)
_OF_PLAN_RE = re.compile(rf"\b(?:{DOC}|{SHORT_DOC})\b[^,;?]*?\bnam (?:19|20)\d\d")
_BEGIN_RE = re.compile(r"\(|[;,:.)](?=\s|$)|\s(?:và|còn|riêng)\s")
_STOP_RE = re.compile(r"\s\(|[;,:.)](?=\s|$)|\s(?:và|còn|riêng)\s")
_BRACKET_RE = re.compile(r"\s*\([^()]*\)")
_BESIDE_RE = re.compile(r"\s*(?:\(|vào|trong|của|tính đến|đến)?\s*")
_OPENS_RE = re.compile(
    r"(?i)(?:^|[.;,:(“]|(?<!\w)và)[\s“•*+-]*(?:(?:phấn\s+đấu|đến|trong|tới|vào|hết|cuối|các|riêng|tính|dự\s+kiến|từ)\s+)*$"
)
"""Before a time that opens a clause."""


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


def asks_period(folded: str) -> bool:
    """Whether a question (folded) asks from when until when.

    >>> asks_period("du an lam tu nam nao den nam nao"), asks_period("ap dung tu khi nao")
    (True, False)
    """
    return _PERIOD_ASKED_RE.search(folded) is not None


def periods_told(text: str) -> tuple[str, ...]:
    """The stretches of time that a text tells, whole.

    >>> periods_told("làm từ năm 2021 đến năm 2025"), periods_told("mở từ ngày 01/3 đến hết ngày 31/5/2026")
    (('từ năm 2021 đến năm 2025',), ('từ ngày 01/3 đến hết ngày 31/5/2026',))
    >>> periods_told("trong giai đoạn 2021 - 2025"), periods_told("xong trước năm 2025")
    (('giai đoạn 2021 - 2025',), ())
    """
    return tuple(dict.fromkeys(match[0] for match in _PERIOD_RE.finditer(text)))


def of_another_year(need: Need, unit: Unit, value: str, knowledge: Knowledge) -> bool | None:
    """Whether a number of a unit is told for another year than the one asked about; None where nothing says of which it is.

    A number that nothing dates is of the plan's own year, and of none that its title leaves out.
    """
    asked = asked_years(need)
    told = None if asked is None else years_told(unit, value)
    if asked is None or told is None:
        return None
    if told := told or _told_elsewhere(unit, knowledge):
        return not any(map(partial(_meet, asked), told))
    head = knowledge.plans[unit.plan].letterhead
    if head.year and _meet(asked, (head.year, head.year)):
        return False
    titled = [int(year) for year in _YEAR_RE.findall(head.title or "")]
    if titled and not _meet(asked, (min(titled), max(titled))):
        return True
    beside = (*_years_in(_own_text(unit)), *_years_in(unit.near))
    return True if any(map(partial(_meet, asked), beside)) else None


def _told_elsewhere(unit: Unit, knowledge: Knowledge) -> tuple[Years, ...]:
    """The years for which another place of the plan tells the same number of the same thing, as its text does for its annex."""
    fact = unit.fact
    if not isinstance(fact, Target):
        return ()
    same = (
        other
        for other in by_plan(knowledge).get(("target", unit.plan), ())
        if isinstance(other.fact, Target)
        and (other.fact.number, other.fact.unit) == (fact.number, fact.unit)
        and match_key(other.fact.subject) == match_key(fact.subject)
    )
    return tuple(years for other in same for years in years_told(other, "") or ())


def years_told(unit: Unit, value: str) -> tuple[Years, ...] | None:
    """The years for which a unit tells a number: by its own clause, the time that opens the sentence, or the nearest heading.

    () where none of them names a year, None where the number does not stand there; of a target it is its own number.
    """
    fact = unit.fact
    told = bound_years(_own_text(unit), fact.value if isinstance(fact, Target) else value, unit.near)
    if told is None:
        return None
    parts = (_years_in(part) for part in reversed(unit.context.partition("\n")[0].split(" > ")))
    return told or next((years for years in parts if years), ())


def _own_text(unit: Unit) -> str:
    """The sentence in which a unit stands: a target's own words leave some of it out."""
    return unit.context.partition("\n")[2] if isinstance(unit.fact, Target) else unit.text


def _meet(one: Years, other: Years) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def asked_years(need: Need) -> Years | None:
    """The one year, or stretch of years, that a question asks about; None where it names none, several, or only a plan by it."""
    asked = fold(need.asked)
    for words in need.scope.taken:
        asked = asked.replace(words, " ") if "/" in words else asked
    bare = ((int(year), int(year)) for year in _BARE_RE.findall(asked))
    found = list(dict.fromkeys(_years_in(asked) or bare))
    plan = _OF_PLAN_RE.search(asked)
    return found[0] if len(found) == 1 and not plan else None


@lru_cache(maxsize=8192)
def bound_years(text: str, value: str, item: str = "") -> tuple[Years, ...] | None:
    """The years to which its own sentence binds a number; () where that names none, None where the number does not stand there.

    ``item`` is the whole paragraph in which the text stands, where that is known.
    >>> bound_years("Đến năm 2030 có 90% xã có chợ", "90%"), bound_years("đạt 42% (năm 2030 đạt 45%)", "42%")
    (((2030, 2030),), ())
    >>> bound_years("đạt 80% vào năm 2025 và 95% vào năm 2030", "80%"), bound_years("Giai đoạn 2026 - 2030 đào 70 giếng", "70 giếng")
    (((2025, 2025),), ((2026, 2030),))
    >>> bound_years("đạt 80% (2031), 95% (2033)", "95%"), bound_years("Năm 2031: 80%; 2033: 95%", "95%")
    (((2033, 2033),), ((2033, 2033),))
    """
    text, value, item = (" ".join(words.split()) for words in (text, value, item))
    at = max(item.find(text), 0)
    whole = item if item.startswith(text, at) else text
    pattern = re.compile(rf"(?<![\d.,/]){re.escape(value)}(?![\d.,]*\d)", re.IGNORECASE)
    places = [m.span() for m in pattern.finditer(whole, at, at + len(text))] if value else []
    years = dict.fromkeys(years for place in places for years in _bound_at(whole, *place))
    return tuple(years) if places else None


def _bound_at(text: str, start: int, end: int) -> tuple[Years, ...]:
    """The years of the clause that holds these words; else of the time that opens a clause before it."""
    times = [m for m in _TIME_RE.finditer(_named_or_compared(text)) if m.end() <= start or end <= m.start()]
    begin = max((m.end() for m in _BEGIN_RE.finditer(text, 0, start)), default=0)
    stop = _STOP_RE.search(text, end)
    close = stop.start() if stop else len(text)
    if (bracket := _BRACKET_RE.match(text, close)) and not re.search(r"\d", _TIME_RE.sub(" ", bracket[0])):
        close = bracket.end()
    own = [m for m in times if m.start() < close and begin < m.end()]
    behind = [m for m in own if m.start() >= end and _BESIDE_RE.fullmatch(text, end, m.start())]
    if not own:
        opening = [
            m
            for m in times
            if m.end() <= start and _OPENS_RE.search(text, 0, m.start()) and ". " not in text[m.end() : start]
        ]
        own = opening[-1:]
    return tuple(map(_stretch, behind or own))


def _years_in(text: str) -> tuple[Years, ...]:
    return tuple(map(_stretch, _TIME_RE.finditer(_named_or_compared(text))))


def _stretch(time: re.Match[str]) -> Years:
    years = [int(year) for year in _YEAR_RE.findall(time[0])]
    return min(years), max(years)


def _named_or_compared(text: str) -> str:
    """A text without the years in the names of documents and programmes and in comparisons, letter for letter."""
    return _ASIDE_RE.sub(_blank, CITED_RE.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
