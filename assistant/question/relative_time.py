"""Times that a question tells from the plan's own: "năm nay", "năm ngoái", "cuối giai đoạn" become years.

In: the question, the years and the titles of the plans that it means. Out: the question with the years written out where the plans agree on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["with_years"]

_RELATIVE = (
    (re.compile(r"(?i)\b(?:năm nay|this year)\b(?! học)"), 0),
    (re.compile(r"(?i)\b(?:năm ngoái|last year)\b"), -1),
    (re.compile(r"(?i)\b(?:sang năm|năm tới|next year)\b(?! \d)"), 1),
)
_END_RE = re.compile(r"(?i)\b(?:hết|cuối|kết thúc) (?:giai đoạn|kỳ kế hoạch|kỳ)\b(?! \d)")
_PERIOD_RE = re.compile(r"\b20\d\d\s?[-–]\s?(20\d\d)\b")


def with_years(question: str, years: Iterable[int | None], titles: Iterable[str]) -> str:
    """The question with years for "năm nay", "năm ngoái", "cuối giai đoạn", where the plans all have the same.

    >>> with_years("Năm nay tiêm mấy đợt, hết giai đoạn phải đạt mấy %?", [2031, 2031], ["giai đoạn 2031 - 2035"])
    'năm 2031 tiêm mấy đợt, năm 2035 phải đạt mấy %?'
    >>> with_years("Năm nay tiêm mấy đợt?", [2031, 2032], [])
    'Năm nay tiêm mấy đợt?'
    """
    if year := _only(years):
        for words, apart in _RELATIVE:
            question = words.sub(f"năm {year + apart}", question)
    if end := _only(int(end) for title in titles for end in _PERIOD_RE.findall(title)):
        question = _END_RE.sub(f"năm {end}", question)
    return question


def _only(years: Iterable[int | None]) -> int | None:
    """The one year that all name; None where they name several, or none."""
    every = set(years)
    return every.pop() if len(every) == 1 else None
