"""For which year a plan tells a number: the number for 2030 is none for 2025.

In: a unit, a number that it tells, the question. Out: the years to which its clause, its sentence or its heading binds the
number, and whether they are others than the one asked about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache, partial

from assistant.answer.evidence.units import by_plan
from assistant.knowledge import Knowledge, Unit
from assistant.question.documents import DOC, SHORT_DOC
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.facts.language.patterns import NUMBER_RE
from ingest.plan import Target
from ingest.spelling import match_key, spaced_re

__all__ = [
    "CITED_RE",
    "YEAR_RE",
    "Years",
    "bound_years",
    "of_another_year",
    "of_other_years",
    "years_fit",
    "years_told",
]

Years = tuple[int, int]
"""A stretch of years, its first and its last; one year is both."""
YEAR_RE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TIME_RE = spaced_re(
    r"(?i)(?:(?<!\w)(?:năm|nam)(?: (?:học|hoc))?|giai (?:đoạn|doan)|(?<!\d\s)(?<!\w)(?:đến|den)|\d/)\s*(?:19|20)\d\d(?![\d/])"
    r"(?:(?:\s*(?:,|[-–]|(?<=\s)(?:và|va|hoặc))| (?:đến|den)(?: (?:hết|het|cuối|cuoi))?(?: (?:năm|nam))?)\s*(?:19|20)\d\d(?![\d%]))*"
    r"|(?<=\()(?:19|20)\d\d(?=\))|(?:(?<=[;,]\s)|^)(?:19|20)\d\d(?=:\s)"
)
"""A year, a list or a stretch of years, in a text or folded; a bare year only alone in brackets or before a colon."""
_BARE_RE = re.compile(r"(?<![\d/.,-])20[0-5]\d(?![\d/%]|[.,]\d)")
CITED_RE = re.compile(
    rf"{NUMBER_RE.pattern}(?:,? ngày \d{{1,2}}(?:/\d{{1,2}}/\d{{4}}| tháng \d{{1,2}} năm \d{{4}}))?"
)
"""A document cited by number and date, whose year is none of what a text tells."""
_ASIDE_RE = spaced_re(
    r"(?i)(?:so (?:với|voi|sánh|sanh)|cùng kỳ|cung ky)[^,;.()%]{0,40}?(?:19|20)\d\d"
    r"|(?<!\w)(?:chương trình|đề án|kế hoạch|nghị quyết|quyết định|chiến lược|quy hoạch|chuẩn|luật|tiêu chí)(?!\w)[^,;.()%\d]{0,120}?(?:(?:giai đoạn|năm) |\()(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?"
)
_OF_PLAN_RE = re.compile(rf"\b(?:{DOC}|{SHORT_DOC})\b[^,;?]*?\bnam (?:19|20)\d\d")
_BEGIN_RE = re.compile(r"\(|[;,:.)](?=\s|$)|\s(?:và|còn|riêng)\s")
_STOP_RE = re.compile(r"\s\(|[;,:.)](?=\s|$)|\s(?:và|còn|riêng)\s")
_BRACKET_RE = re.compile(r"\s*\([^()]*\)")
_BESIDE_RE = re.compile(r"\s*(?:\(|vào|trong|của|tính đến|đến)?\s*")
_SINCE_RE = re.compile(r"(?i)(?<!\w)(?:từ|sau)(?: (?:đầu|ngày|tháng|quý|[IVX]+|\d{1,2}))*[ /]*$")
"""Before a time from which on something is so."""
_OPENS_RE = spaced_re(
    r"(?i)(?:^|[.;,:(“]|(?<!\w)và)[\s“•*+-]*(?:(?:phấn đấu|đến|trong|tới|vào|hết|cuối|các|riêng|tính|dự kiến|từ) )*$"
)
"""Before a time that opens a clause."""


def of_another_year(need: Need, unit: Unit, value: str, knowledge: Knowledge) -> bool | None:
    """Whether a number of a unit is told for another year than the one asked about; None where nothing says of which it is.

    A number that nothing dates is of the plan's own year, and of none that its title leaves out.
    """
    asked = _asked_years(need)
    told = None if asked is None else years_told(unit, value)
    if asked is None or told is None:
        return None
    if told := told or _told_elsewhere(unit, knowledge):
        return not any(map(partial(_meet, asked), told))
    head = knowledge.plans[unit.plan].letterhead
    if head.year and _meet(asked, (head.year, head.year)):
        return False
    titled = [int(year) for year in YEAR_RE.findall(head.title or "")]
    if titled and not _meet(asked, (min(titled), max(titled))):
        return True
    beside = (*_years_in(_own_text(unit)), *_years_in(unit.near))
    return True if any(map(partial(_meet, asked), beside)) else None


def years_fit(need: Need, text: str, start: int, end: int) -> int:
    """Whether the amount that stands here in a sentence is told for the year asked about: 1, for another: -1, or 0."""
    asked = _asked_years(need)
    told = _bound_at(text, start, end) if asked else ()
    if asked is None or not told:
        return 0
    return 1 if any(map(partial(_meet, asked), told)) else -1


def _told_elsewhere(unit: Unit, knowledge: Knowledge) -> tuple[Years, ...]:
    """The years for which another place of the plan tells the same number of the same thing, as its text does for its annex."""
    fact = unit.fact
    return _years_set(unit.plan, knowledge).get(_thing(fact), ()) if isinstance(fact, Target) else ()


def _thing(fact: Target) -> tuple[float | None, str | None, str]:
    return fact.number, fact.unit, match_key(fact.subject)


@lru_cache(maxsize=256)
def _years_set(plan: str, knowledge: Knowledge) -> Mapping[tuple[object, ...], tuple[Years, ...]]:
    """The years for which a plan tells each number of each thing."""
    found: dict[tuple[object, ...], tuple[Years, ...]] = {}
    for unit in by_plan(knowledge).get(("target", plan), ()):
        if isinstance(unit.fact, Target):
            thing = _thing(unit.fact)
            found[thing] = found.get(thing, ()) + (years_told(unit, "") or ())
    return found


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


def _asked_years(need: Need) -> Years | None:
    """The one year, or stretch of years, that a question asks about; None where it names none, several, or only a plan by it."""
    return _years_asked(fold(need.asked), need.scope.taken)


@lru_cache(maxsize=64)
def _years_asked(asked: str, taken: tuple[str, ...]) -> Years | None:
    for words in taken:
        asked = asked.replace(words, " ") if "/" in words else asked
    # The year that another is held against ("so với năm 2030") is no year that is asked about.
    bare = ((int(year), int(year)) for year in _BARE_RE.findall(_ASIDE_RE.sub(" ", asked)))
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


@lru_cache(maxsize=8192)
def _years_in(text: str) -> tuple[Years, ...]:
    return tuple(map(_stretch, _TIME_RE.finditer(_named_or_compared(text))))


def _stretch(time: re.Match[str]) -> Years:
    years = [int(year) for year in YEAR_RE.findall(time[0])]
    return min(years), max(years)


def of_other_years(need: Need, text: str) -> bool:
    """Whether a text tells of years, and none of them is that which a question asks about."""
    asked, told = _asked_years(need), _years_said(text)
    return asked is not None and bool(told) and not any(map(partial(_meet, asked), told))


def _years_said(text: str) -> tuple[Years, ...]:
    """The years of which a text tells; one from which on something is so has no end.

    >>> _years_said("Tính đến ngày 30 tháng 9 năm 2026 còn 19 điểm, giảm 3 so với năm 2025"), _years_said("từ ngày 01/5/2027")
    (((2026, 2026),), ((2027, 9999),))
    """
    plain = _named_or_compared(text)
    since = (_SINCE_RE.search(plain, 0, time.start()) for time in _TIME_RE.finditer(plain))
    stretches = zip(map(_stretch, _TIME_RE.finditer(plain)), since, strict=True)
    return tuple(
        (first, 9999 if open_end and first == last else last) for (first, last), open_end in stretches
    )


def _named_or_compared(text: str) -> str:
    """A text without the years in the names of documents and programmes and in comparisons, letter for letter."""
    return _ASIDE_RE.sub(_blank, CITED_RE.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
