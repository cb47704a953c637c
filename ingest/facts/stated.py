"""Numbers that a plan states without a verb of aiming: its own scale, an indicator with its value, and what was reached.

"Quy mô mẫu: 2.880 hộ ở 96 địa bàn" and "Cơ cấu giải thưởng: 101 giải nhất" say how much there is to do; under a heading of
goals "Sản lượng lương thực 320.000 tấn" is an indicator with its value. "Năm 2024 tỷ lệ trả lời đã đạt 93,4%" tells what was.
"""

from __future__ import annotations

import re

from ingest.facts.lexicon import LOWER

__all__ = ["heads_scale", "is_indicator", "names_scale", "was_reached"]

_MORE = r"(?:\s+(?!năm\s)[^\W\d_]+){0,5}"
_SCALE = rf"(?:quy\s+mô{_MORE}|cỡ\s+mẫu{_MORE}|số\s+lượng{_MORE}|khối\s+lượng{_MORE}|cơ\s+cấu\s+giải(?:\s+thưởng)?|(?:các\s+)?giải\s+thưởng|tổng\s+số{_MORE}|dự\s+kiến(?:\s+có)?)"
_LABEL_RE = re.compile(rf"(?i)\s*{_SCALE}\s*(?:\([^)]*\)\s*)?(?::|(?<=kiến)(?=\s\d)|(?<=có)(?=\s\d))")
_HEADING_RE = re.compile(rf"(?i)(?:^|/\s)\s*{_SCALE}\s*(?::|$|/)")
_REACHED_RE = re.compile(
    r"(?i)(?<!\w)(?P<now>hiện\s+(?:nay|có|tại|đạt|mới)|đến\s+nay|tính\s+đến(?!\s+(?:cuối|hết)\s+năm)|cùng\s+kỳ|năm\s+(?:học\s+)?trước|giai\s+đoạn\s+trước|(?:lần|kỳ|khóa)\s+(?:\w+\s+){0,3}trước)(?!\w)|(?<!\w)đã\s(?!được)"
)
_AIM_RE = re.compile(
    r"(?i)(?<!\w)(?:phấn\s+đấu|mục\s+tiêu|chỉ\s+tiêu|sẽ|lên|xuống|tăng|giảm|để|nhằm|bảo\s+đảm|đảm\s+bảo|duy\s+trì|nâng|yêu\s+cầu|phải|cần|hoàn\s+thành|ít\s+nhất|tối\s+thiểu)(?!\w)"
)
_NAME_RE = re.compile(
    r"(?:^|[,;:]\s|\svà\s)\s*(?P<name>[^\W\d_][^,;:()\d]{5,90}?)\s+(?:là\s+|đạt\s+|ước\s+)?$"
)
_NO_NAME_RE = re.compile(
    r"(?i)(?:tại|ở|trong|của|từ|với|theo|cho|trên|đến|qua|và|hoặc|bằng|hơn|sau|trước|khoảng|mỗi|cùng|số|lần|thứ|mức)$"
)
_CLOSES_RE = re.compile(rf"\s*(?:[.,;(]|$|(?:/|một)\s*[{LOWER}]|và\s)")


def names_scale(words: str) -> bool:
    """Tell whether a line opens with a label of the plan's own size.

    >>> names_scale("Quy mô mẫu: 2.880 hộ"), names_scale("Quy mô dân số tăng nhanh")
    (True, False)
    """
    return _LABEL_RE.match(words) is not None


def heads_scale(headings: str) -> bool:
    """Tell whether a heading above is such a label and nothing else."""
    return _HEADING_RE.search(headings) is not None


def was_reached(text: str, start: int, at: int, goals: bool) -> bool:
    """Tell whether the clause before a share says that it is or was so.

    >>> text = "Năm 2024 đã điều tra 2.600 hộ, tỷ lệ trả lời 93,4%"
    >>> was_reached(text, 0, text.index("93,4"), False), was_reached("Phấn đấu 95%", 0, 9, False)
    (True, False)
    """
    told = list(_REACHED_RE.finditer(text, start, at))
    if goals:
        told = [one for one in told if one["now"]]
    return bool(told) and _AIM_RE.search(text, start, at) is None


def is_indicator(text: str, start: int, at: int, end: int) -> bool:
    """Tell whether a number with its unit is the value of an indicator right before it.

    >>> text = "Sản lượng lương thực 320.000 tấn; diện tích tại 12 xã"
    >>> is_indicator(text, 0, 21, 32), is_indicator(text, 34, 48, 53)
    (True, False)
    """
    name = _NAME_RE.search(text[start:at])
    if name is None or len(name["name"].split()) < 2 or _NO_NAME_RE.search(name["name"]):
        return False
    return _CLOSES_RE.match(text, end) is not None
