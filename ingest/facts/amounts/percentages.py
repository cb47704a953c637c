"""Percentages that only say whom or what is meant: a share that is owned, a disability, a vote.

In: a percentage in its clause. Out: whether it describes; one that does is no target.
"""

from __future__ import annotations

import re

from ingest.plan import Range
from ingest.spelling import spaced_re

__all__ = ["describes_share", "is_formula"]

# Shares that describe: "suy giảm khả năng lao động từ 51%", "nắm giữ 100% vốn điều lệ", "x 75% =", "trên 50% tổng số thành viên".
_MEASURED_RE = spaced_re(
    r"(?i)(?:(?:nắm giữ|sở hữu)(?: (?:từ|trên|dưới|ít nhất))?|ngày [\d/]+: lãi suất(?: \w+){0,2}|khuyết tật(?: từ)?|thương tật(?: từ)?|tổn thương cơ thể|khả năng lao động)\s*$"
)
_OWNED_RE = spaced_re(
    r"(?: trở lên)? (?:vốn (?:điều lệ|nhà nước|nước ngoài|chủ sở hữu)|cổ phần|cổ phiếu|phần vốn)(?!\w)",
    re.IGNORECASE,
)
# "Đơn vị tự bảo đảm từ 10% đến dưới 70% chi thường xuyên": which bodies are meant (Decree 60/2021 sorts them so).
_SPENDS_RE = spaced_re(r"(?<!\w)(?:[Đđ]ối với|[Đđ]ơn vị)\s(?:[^;:]{0,120}\s)?tự (?:bảo )?đảm\s*$")
# "Có chứa canxi trên 97% tính theo khối lượng": what goods are made of.
_MADE_OF_RE = spaced_re(r"(?: trở (?:lên|xuống))? (?:tính )?theo (?:khối|trọng|thể) (?:lượng|tích)(?!\w)")
_FORMULA_RE, _GOES_ON_RE = re.compile(r"(?:\s[x×*]|=|\+)\s*$"), re.compile(r"\s*(?:[x×*]\s|[=+])")
_VOTE_RE = spaced_re(r" (?:(?:tổng số|số) )?thành viên(?!\w| là\s)", re.IGNORECASE)


def describes_share(text: str, clause: Range, share: Range, before: str, *, ruled: bool = False) -> bool:
    """Tell whether a percentage describes; ``before`` are the words before it, ``ruled``: an article limits it.

    >>> text = "Doanh nghiệp nắm giữ 100% vốn điều lệ"
    >>> describes_share(text, Range(0, len(text)), Range(21, 25), text[:21])
    True
    """
    if any(shape.search(before) for shape in (_MEASURED_RE, _FORMULA_RE)):
        return True
    if _MADE_OF_RE.match(text, share.end) or (_OWNED_RE.match(text, share.end) and not ruled):
        return True
    return bool(_SPENDS_RE.search(text, clause.start, share.start) or _VOTE_RE.match(text, share.end))


def is_formula(text: str, start: int, end: int) -> bool:
    """Tell whether a number is a term of a formula.

    >>> is_formula("500.000 đồng x 2", 0, 12), is_formula("500.000 đồng", 0, 12)
    (True, False)
    """
    return bool(_FORMULA_RE.search(text[max(0, start - 3) : start]) or _GOES_ON_RE.match(text, end))
