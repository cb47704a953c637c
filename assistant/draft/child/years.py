"""Carrying a parent of an earlier year over to the unit's year: shown, never silent.

The own year of a plan made for one year becomes the unit's, but never where a clause sets a number: which year a
target is for is the officer's to say. Deadlines and anniversaries of the old year become slots that tell what the
parent said; periods that are over and counts of former places are warned of. A programme of several years, a
directive or a regulation keeps its years: they are what it says, not the year it was copied in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from assistant.draft.edits import Edit, free, protected_ranges
from assistant.draft.model import SLOT
from ingest.facts.amounts.targets import read_targets
from ingest.facts.due.deadlines import find_times
from ingest.facts.language.sentences import split_clauses, split_sentences
from ingest.plan import Letterhead, Range

__all__ = ["carry_over", "own_year", "past_periods", "stale_counts"]

_ANNIVERSARY_RE = re.compile(
    r"(?:chào mừng |nhân dịp |hướng tới |và )*(?:lễ )?kỷ niệm\s+\d{1,4}\s+năm[^;.“”]*?(?=;|\.(?:\s|$)|\s+gắn với|$)"
    r"|\d{1,4} năm (?:ngày |Ngày )?(?:thành lập|chia tách|giải phóng)[^;.,“”]*?\([^)]*\)"
)
_YEAR_RE = re.compile(
    r"(?<![\d/.-])(?P<word>(?:[nN]ăm|NĂM)\s+)?(?P<year>(?:19|20)\d\d)(?!\d|\s*[-–]\s*(?:19|20)\d\d)"
)
_PERIOD_RE = re.compile(
    r"(?i)(?:(?:giai đoạn|nhiệm kỳ|đến(?: hết)? năm)\s+)?(?:19|20)\d\d\s*[-–—]\s*(?P<last>(?:19|20)\d\d)(?!\d)"
    r"|(?:giai đoạn|nhiệm kỳ|đến(?: hết)? năm)\s+(?P<only>(?:19|20)\d\d)"
)
"""A period keeps its years, with or without a word before it: "Kế hoạch 5 năm (2021 - 2025)", "năm học 2025-2026"."""
# A year of a title that is the plan's own: no part of a date ("ngày 02 tháng 01 năm 2025"), no horizon.
_TITLE_YEAR_RE = re.compile(r"(?i)(?<!\d )(?<!đến )(?<!từ )(?<!\w)năm\s+(?P<year>20\d\d)(?!\d)")
_ONWARD_RE = re.compile(r"(?i)tầm nhìn|định hướng|giai đoạn|nhiệm kỳ|năm học|những năm|các năm")
# "Chuyên đề năm 2025 “Học tập ...”": another year has another theme.
_NAMED_BEHIND_RE = re.compile(r"\s*:?\s*[“\"«]")
_COUNT_RE = re.compile(r"(?<!\d)\d{1,4}(?:/\d{1,4})?\s+(?:xã|huyện|phường|thị trấn|sở|đơn vị cấp)(?!\w)")


def own_year(head: Letterhead) -> int | None:
    """The year of a plan that its title makes for one year alone; None for every other document.

    >>> own_year(Letterhead(title="Cải cách hành chính tỉnh Sơn Hà năm 2025", year=2025))
    2025
    >>> own_year(Letterhead(title="Chuyển đổi số đến năm 2030", year=2025))
    >>> own_year(Letterhead(title="Giảm nghèo năm 2025, giai đoạn 2021 - 2025", year=2025))
    """
    return _named_year(head.title or "", head.year)


@lru_cache(maxsize=64)
def _named_year(title: str, year: int | None) -> int | None:
    # "Thực hiện Chương trình “... giai đoạn 2021 - 2030” năm 2026": a name's period is not the plan's.
    for held in reversed(protected_ranges(title)):
        title = f"{title[: held.start]}…{title[held.end :]}"
    if _PERIOD_RE.search(title) or _ONWARD_RE.search(title):
        return None
    return year if str(year) in _TITLE_YEAR_RE.findall(title) else None


def _days_of(text: str, year: int) -> Iterator[Range]:
    """The days, months and quarters of a year that a text names as times."""
    for time in find_times(text):
        words = text[time.start : time.end]
        if str(year) in words and re.search(r"\d[/-]\d|tháng \d|quý", words):
            yield Range(time.start, time.end)


def _bare_years(text: str, year: int, taken: Sequence[Range]) -> Iterator[Range]:
    """Where a year stands by itself, in nothing that is taken."""
    for match in _YEAR_RE.finditer(text):
        if int(match["year"]) == year and free(*match.span("year"), taken):
            yield Range(*match.span("year"))


def _clause_of(text: str, at: int) -> str:
    """The clause that holds an offset."""
    clauses = (c for sentence in split_sentences(text) for c in split_clauses(text, sentence))
    return next((text[c.start : c.end].rstrip(" .") for c in clauses if c.start <= at < c.end), text)


def _words_about(text: str, at: Range) -> str:
    """The words of its clause about a year, to find it by.

    >>> _words_about("Rà soát bến đò; năm 2026 đạt 20% bến đò có phao.", Range(20, 24))
    'năm 2026 đạt 20% bến đò có phao'
    """
    clause = _clause_of(text, at.start)
    year = clause.find(text[at.start : at.end])
    start, end = max(0, year - 70), year + 70
    start = clause.find(" ", start) + 1 if start else 0
    return clause[start : clause.rfind(" ", 0, end) if end < len(clause) else len(clause)].strip(" ,")


def _sets_number(clause: str) -> bool:
    """Whether a clause sets a number, or leaves one open: its year belongs to that number."""
    return SLOT in clause or "%" in clause or bool(read_targets(clause, goals=True))


def carry_over(
    text: str, old: int | None, new: int | None, taken: Iterable[Range], *, annual: bool = True
) -> tuple[list[Edit], list[str], list[str]]:
    """Return edits, slot labels and warnings that bring a text from the year ``old`` to ``new``.

    ``annual`` False: the parent is for no single year, so its times stay and what is past is only warned of.

    >>> edits, slots, _ = carry_over("Gửi báo cáo trước ngày 15/5/2024.", 2024, 2025, ())
    >>> edits[0].new, slots
    ('trước ngày […]', ['Thời hạn năm 2025 (kế hoạch cấp trên năm 2024 ghi: trước ngày 15/5/2024)'])
    >>> edits, _, warnings = carry_over("Gửi trước ngày 31/12/2025.", 2025, 2026, (), annual=False)
    >>> edits, warnings
    ([], ['Thời hạn “trước ngày 31/12/2025” giữ như cấp trên ghi, đã qua so với năm 2026: đề nghị kiểm tra.'])
    >>> carry_over("Kế hoạch 5 năm (2021 - 2025)", 2025, 2026, ())[0]
    []
    >>> [edit.new for edit in carry_over("Năm 2024 rà soát; năm 2024 đạt 20% hồ sơ.", 2024, 2025, ())[0]]
    ['2025', '[…]']
    >>> carry_over("Học tập chuyên đề năm 2024 “Tự lực, tự cường”.", 2024, 2025, ())[0]
    []
    """
    if old is None or new is None or old == new or (new < old and not annual):
        return [], [], []
    taken = list(taken)
    edits: list[Edit] = []
    slots: list[str] = []
    warnings: list[str] = []
    of_old = f"(kế hoạch cấp trên năm {old} ghi: "

    def slot(start: int, end: int, words: str, label: str) -> None:
        edits.append(Edit(start, end, words, label))
        slots.append(label)
        taken.append(Range(start, end))

    for match in _ANNIVERSARY_RE.finditer(text) if annual else ():
        if free(*match.span(), taken):
            lead = re.match(r"(?:chào mừng |nhân dịp |hướng tới |và )*", match[0])
            label = f"Dịp kỷ niệm của năm {new} {of_old}{match[0]})"
            slot(match.start(), match.end(), (lead[0] if lead else "") + SLOT, label)
    days = [time for time in _days_of(text, old) if free(time.start, time.end, taken)]
    if not annual:
        warnings += _kept_days(text, days, new)
        taken += days
        days = []
    for time in days:
        words = text[time.start : time.end]
        head = re.match(r"(?:(?:chậm nhất|trước|đến|từ|vào|trong|xong) )*(?:ngày )?", words)
        label = f"Thời hạn năm {new} {of_old}{words})"
        slot(time.start, time.end, (head[0] if head else "") + SLOT, label)
    for match in _PERIOD_RE.finditer(text):
        if _last(match) < new:
            warnings.append(f"“{match[0]}” đã qua so với năm {new}: đề nghị kiểm tra.")
        taken.append(Range(*match.span()))
    for at in _bare_years(text, old, taken):
        words = _words_about(text, at)
        if not annual or _NAMED_BEHIND_RE.match(text, at.end):
            warnings.append(f"Giữ năm {old} như cấp trên ghi, đã qua so với năm {new}: “{words}”.")
        elif _sets_number(_clause_of(text, at.start)):
            slot(at.start, at.end, SLOT, f"Năm của số liệu {of_old}{words})")
        else:
            edits.append(Edit(at.start, at.end, str(new), f"Chuyển năm {old} sang {new}"))
    return edits, slots, warnings


def _kept_days(text: str, days: Iterable[Range], new: int) -> list[str]:
    """What is said of days that stay as the parent has them."""
    past = f"giữ như cấp trên ghi, đã qua so với năm {new}: đề nghị kiểm tra."
    return [f"Thời hạn “{text[day.start : day.end]}” {past}" for day in days]


def _last(period: re.Match[str]) -> int:
    return int(period["last"] or period["only"])


def past_periods(heading: str, year: int | None) -> list[str]:
    """The periods in a heading that ended before the plan's year: it may be left from an earlier plan.

    >>> past_periods("GIẢI PHÁP GIAI ĐOẠN 2021- 2025", 2026), past_periods("Mục tiêu đến năm 2030", 2026)
    (['GIAI ĐOẠN 2021- 2025'], [])
    """
    return [match[0] for match in _PERIOD_RE.finditer(heading) if year and _last(match) < year]


def stale_counts(text: str) -> list[str]:
    """Counts of places and departments that the 2025 reorganisation changed.

    >>> stale_counts("tại 106 xã, phường, thị trấn")
    ['106 xã']
    """
    return [match[0] for match in _COUNT_RE.finditer(text)]
