"""Carrying a parent of an earlier year over to the unit's year: shown, never silent.

The plan's own year becomes the unit's; deadlines and anniversaries of the old year become slots that tell
what the parent said; periods that are over and counts of former places are warned of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.draft.edits import Edit, free
from assistant.draft.model import SLOT
from ingest.facts.deadlines import find_times
from ingest.plan import Range

__all__ = ["carry_over", "past_periods", "stale_counts"]

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
_COUNT_RE = re.compile(r"(?<!\d)\d{1,4}(?:/\d{1,4})?\s+(?:xã|huyện|phường|thị trấn|sở|đơn vị cấp)(?!\w)")


def carry_over(
    text: str, old: int | None, new: int | None, taken: Iterable[Range]
) -> tuple[list[Edit], list[str], list[str]]:
    """Return edits, slot labels and warnings that bring a text from the year ``old`` to ``new``.

    >>> edits, slots, _ = carry_over("Gửi báo cáo trước ngày 15/5/2024.", 2024, 2025, ())
    >>> edits[0].new, slots
    ('trước ngày […]', ['Thời hạn năm 2025 (kế hoạch cấp trên năm 2024 ghi: trước ngày 15/5/2024)'])
    >>> carry_over("Kế hoạch 5 năm (2021 - 2025)", 2025, 2026, ())[0]
    []
    """
    if old is None or new is None or old == new:
        return [], [], []
    taken = list(taken)
    edits: list[Edit] = []
    slots: list[str] = []
    warnings: list[str] = []

    def slot(start: int, end: int, words: str, label: str) -> None:
        edits.append(Edit(start, end, words, label))
        slots.append(label)
        warnings.append(label)
        taken.append(Range(start, end))

    for match in _ANNIVERSARY_RE.finditer(text):
        if free(*match.span(), taken):
            lead = re.match(r"(?:chào mừng |nhân dịp |hướng tới |và )*", match[0])
            label = f"Dịp kỷ niệm của năm {new} (kế hoạch cấp trên năm {old} ghi: {match[0]})"
            slot(match.start(), match.end(), (lead[0] if lead else "") + SLOT, label)
    for time in find_times(text):
        words = text[time.start : time.end]
        if (
            str(old) in words
            and re.search(r"\d[/-]\d|tháng \d|quý", words)
            and free(time.start, time.end, taken)
        ):
            head = re.match(r"(?:(?:chậm nhất|trước|đến|từ|vào|trong|xong) )*(?:ngày )?", words)
            label = f"Thời hạn năm {new} (kế hoạch cấp trên năm {old} ghi: {words})"
            slot(time.start, time.end, (head[0] if head else "") + SLOT, label)
    for match in _PERIOD_RE.finditer(text):
        if _last(match) < new:
            warnings.append(f"“{match[0]}” đã qua so với năm {new}: đề nghị kiểm tra.")
        taken.append(Range(*match.span()))
    for match in _YEAR_RE.finditer(text):
        if int(match["year"]) == old and free(*match.span("year"), taken):
            edits.append(Edit(*match.span("year"), str(new), f"Chuyển năm {old} sang {new}"))
    return edits, slots, warnings


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
