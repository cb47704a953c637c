"""Who only receives: a body behind "trước", "báo cáo", "trình", "tham mưu", "xin ý kiến", "theo chỉ đạo của" is no doer.

In: the words before a name, as a key. Out: whether the name, alone or in a list of bodies, is spoken to or answered to.
"""

from __future__ import annotations

import re

__all__ = ["is_receiver"]

_TOLD = (
    r"(?:trước|báo cáo|trình|tham mưu|tham mưu giúp|xin ý kiến|lấy ý kiến|thông qua|báo|gửi|giúp|đề nghị|kiến nghị|với|cho|về|của|đến|tới|qua"
    r"|(?:theo|dưới|có) (?:sự )?(?:chỉ đạo|yêu cầu|phân công|ủy quyền|ý kiến|kết luận|quyết định|lệnh))(?: (?:của|với|cho|đến|về))?"
)
# The bodies of a list before the name: "trước Giám đốc Sở, Chủ tịch UBND tỉnh".
_BODY = (
    r"(?:giám đốc|chủ tịch|bí thư|thủ trưởng|người đứng đầu|lãnh đạo|thường trực|ban thường vụ|ban chấp hành|ban chỉ đạo|thủ tướng|chính phủ|bộ|sở|ubnd|ủy ban|hđnd|hội đồng|(?:tỉnh|thành|đảng|huyện) ủy|bộ trưởng|cục|tổng cục)"
    r"(?: [^,;.:]{1,60}?)?"
)
_RECEIVES_RE = re.compile(rf"(?<!\w){_TOLD} (?:{_BODY}(?:, (?:và )?| và )){{0,3}}$")


def is_receiver(before: str) -> bool:
    """Whether who is named next is only spoken to or answered to, as the words before tell (lower case).

    >>> [is_receiver(words) for words in ("chịu trách nhiệm trước giám đốc sở, ", "báo cáo ubnd tỉnh, ", "định kỳ, ")]
    [True, True, False]
    """
    return _RECEIVES_RE.search(before) is not None
