"""Times that a question tells from the plan's own: "năm nay", "năm ngoái", "cuối giai đoạn" become years.

In: the question, and the letterheads of the plans that it means. Out: the question with the years written out where the plans agree on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from ingest.plan import Letterhead

__all__ = ["with_years"]

_COUNT = r"\d+|một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|chục|mấy|vài|các|những|nhiều|từng|mỗi|hàng|hằng|bao nhiêu"
_RELATIVE = (
    (re.compile(rf"(?i)(?P<count>\b(?:{_COUNT}) )?\b(?:năm nay|this year)\b(?! học|['’])"), 0),
    (re.compile(rf"(?i)(?P<count>\b(?:{_COUNT}) )?\b(?:năm ngoái|last year)\b(?!['’])"), -1),
    (
        re.compile(
            rf"(?i)(?P<count>\b(?:{_COUNT}) )?\b(?:năm tới(?! hạn)|sang năm(?! sau| mới| thứ| tiếp| kế| học)|next year)\b(?! \d|['’])"
        ),
        1,
    ),
)
"""Behind a number, or a word for several, they are years that are counted ("trong 5 năm tới")."""
_END_RE = re.compile(
    r"(?i)\b(?:hết|cuối|kết thúc) (?:giai đoạn|kỳ kế hoạch)(?= ?(?:[,.;:?!)]|$)| (?:này|thì|phải|là|có|sẽ|đạt|cần|còn|được|mấy|bao nhiêu)\b)"
)
"""Not before a noun, which has a period of its own ("kết thúc giai đoạn thử nghiệm")."""
_PERIOD_RE = re.compile(r"\b20\d\d\s?[-–]\s?(20\d\d)\b")


def with_years(question: str, heads: Iterable[Letterhead]) -> str:
    """The question with years for "năm nay", "năm ngoái", "cuối giai đoạn", where the plans all have the same.

    Where the last of them is dated in another year than their titles', it is not known which of the two "năm nay" is.

    >>> head = Letterhead(date="2031-02-08", year=2031, title="Phòng, chống bệnh dại giai đoạn 2031 - 2035")
    >>> with_years("Năm nay tiêm mấy đợt, hết giai đoạn phải đạt mấy %?", [head])
    'năm 2031 tiêm mấy đợt, năm 2035 phải đạt mấy %?'
    >>> with_years("Năm nay tiêm mấy đợt, trong 5 năm tới tiêm mấy đợt?", [head, Letterhead(year=2032)])
    'Năm nay tiêm mấy đợt, trong 5 năm tới tiêm mấy đợt?'
    """
    plans = list(heads)
    dated = max((head.date for head in plans if head.date), default=None)
    if (year := _only(head.year for head in plans)) and (dated or str(year)).startswith(str(year)):
        for words, apart in _RELATIVE:
            question = words.sub(partial(_in_year, year + apart), question)
    if end := _only(
        int(found[1]) if (found := _PERIOD_RE.search(head.title or "")) else None for head in plans
    ):
        question = _END_RE.sub(f"năm {end}", question)
    return question


def _in_year(year: int, words: re.Match[str]) -> str:
    return words[0] if words["count"] else f"năm {year}"


def _only(years: Iterable[int | None]) -> int | None:
    """The one year that all name; None where they name several, or none."""
    every = set(years)
    return every.pop() if len(every) == 1 else None
