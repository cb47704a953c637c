"""Whom a sentence charges by "có trách nhiệm", "chịu trách nhiệm", however long it describes them.

In: a clause. Out: the bodies before those words and where the predicate begins. Legal sentences charge bodies that no list
knows: "Đơn vị được giao nhiệm vụ thanh toán, quyết toán kinh phí có trách nhiệm ...", also after a condition ("Trường hợp
..., bên mời thầu có trách nhiệm ..."). The words of charge are said of bodies and persons only, so what stands before
them, back to the clause's start or to the comma (or "thì") that ends the condition, is their name.
"""

from __future__ import annotations

import re

from ingest.facts.agencies import Agency, read_agencies, split_names
from ingest.facts.loose import BODY_WORD_RE, own_name

__all__ = ["described_subject"]

_CHARGE_RE = re.compile(
    r"(?<=\s)(?:(?:phải|cần|cùng|còn|hoàn\s+toàn|trực\s+tiếp|đều|đồng\s+thời)\s+){0,2}(?:(?:có|chịu)\s+trách\s+nhiệm|có\s+nghĩa\s+vụ)(?!\s+(?:của|cá\s+nhân|hơn|liên\s+quan|cao|trong\s+việc\s+để)(?!\w))(?!\w)"
)
_HEAD_RE = re.compile(
    r"(?i)(?:(?:các|những|mỗi|từng)\s+)?(?:người(?=\s+(?!có\s+trách))|tổ\s+chức|cá\s+nhân|bên|thành\s+viên|nhân\s+viên|viên\s+chức|sĩ\s+quan|trại|trạm|nhà\s+(?:thầu|đầu\s+tư|xuất\s+bản|trường)|chủ\s+\w+|trưởng|phó|đại\s+diện|vụ|lực\s+lượng|hạt|đồn|kho|quỹ"
    r"|học\s+viện|đại\s+học|(?:bộ|viện|hiệu|cục|vụ|tổng\s+cục|chi\s+cục)\s+trưởng|chánh|ban|hội\s+đồng|địa\s+phương|cấp\s+(?:trưởng|phó)|hộ|tàu|thuyền|quản\s+tài|kiểm\s+soát|kế\s+toán|công\s+chứng|doanh\s+nghiệp|cơ\s+sở|tổng|bí\s+thư"
    r"|(?:cấp|đảng)\s+(?:ủy|uỷ)|mặt\s+trận|chính\s+quyền|nhân\s+dân|công\s+dân|học\s+(?:viên|sinh)|sinh\s+viên|gi(?:áo|ảng)\s+viên|cha\s+mẹ|gia\s+đình)(?!\w)"
)
_CONDITION_RE = re.compile(
    r"(?:Trường hợp|Trong|Khi|Nếu|Ngay (?:sau|khi)|Sau|Trước|Đối với|Căn cứ|Trên cơ sở|Kể từ|Chậm nhất|Định kỳ|Hằng|Hàng|Theo|Để|Tại|Ngoài|Từ|Đến|Vào|Tùy|Riêng|Việc|Với|Quá|Hết)(?!\w)"
)
# No name holds these: a condition, a purpose, or a verb of another sentence runs on.
_NO_NAME_RE = re.compile(
    r"(?:^|\s)(?:thì|nếu|khi|nhưng|nhằm|kể\s+từ|nhận\s+được|do\s+đó|trường\s+hợp|trong\s+thời\s+hạn|không|rằng|phải|bị|đã|sẽ)(?:\s|$)|[“”\"_\[\]]"
)
# "tự chịu trách nhiệm", "dám chịu trách nhiệm", "người có trách nhiệm": no charge.
_NO_CHARGE_RE = re.compile(
    r"(?:^|\s)(?:tự|dám|không|người|tinh\s+thần|ý\s+thức|(?<!ủy\s)quyền|tự\s+chủ,?|và|hoặc|để|nhằm|việc|được|là|sự|thiếu|hay|mà|ai)$", re.IGNORECASE
)  # fmt: skip
_BARE_RE = re.compile(r"(?:cơ\s+quan|đơn\s+vị|tổ\s+chức|cá\s+nhân|người|bộ\s+phận)")
_LONGEST, _LONGEST_ONE = 90, 45
"""Words in the longest list of those who are charged, and in the description of one."""


def described_subject(text: str, start: int, end: int) -> tuple[tuple[Agency, ...], int] | None:
    """Read whom a clause charges: (the bodies, where "có trách nhiệm" begins); None where nobody is named.

    >>> text = "Trường hợp có sửa đổi, bên mời thầu có trách nhiệm gửi quyết định"
    >>> bodies, at = described_subject(text, 0, len(text))
    >>> [body.name for body in bodies], text[at:]
    (['bên mời thầu'], 'có trách nhiệm gửi quyết định')
    >>> described_subject("Đề cao tinh thần tự chịu trách nhiệm", 0, 36) is None
    True
    """
    charge = _CHARGE_RE.search(text, start, end)
    if (
        charge is None
        or text[: charge.start()].rstrip().endswith(",")
        or _NO_CHARGE_RE.search(text[start : charge.start()].rstrip())
    ):
        return None
    begin = max(text.rfind(mark, start, charge.start()) + 1 for mark in ";:")
    begin = max(begin, start)
    begin += len(text[begin:]) - len(text[begin:].lstrip())
    at = _subject_start(text, begin, charge.start())
    if at is None:
        return None
    stop = re.compile(r"\s*(?:\([^()]*\)\s*)?,?\s*$").search(text[: charge.start()], at)
    name = own_name(text[at : (stop or charge).start()])
    return split_names(text[: at + len(name)], at), charge.start()


def _subject_start(text: str, begin: int, end: int) -> int | None:
    """Where the name begins: at the clause's start, behind "thì", or behind the comma that ends a condition."""
    then = re.compile(r"(?<!\w)thì\s+").search(text, begin, end)
    if then:
        return then.end() if _names(text, then.end(), end) else None
    if not _CONDITION_RE.match(text, begin):
        return begin if text[begin : begin + 1].isupper() and _names(text, begin, end) else None
    commas = [comma.end() for comma in re.compile(r",\s+").finditer(text, begin, end)]
    return next((at for at in commas if _names(text, at, end)), None)


def _names(text: str, at: int, end: int) -> bool:
    name = text[at:end].strip(" ,")
    longest = max(len(one.split()) for one in name.split(","))
    if not name or len(name.split()) > _LONGEST or longest > _LONGEST_ONE:
        return False
    if _NO_NAME_RE.search(name) or _BARE_RE.fullmatch(name):
        return False
    return bool(BODY_WORD_RE.match(text, at) or _HEAD_RE.match(text, at) or read_agencies(text, at)[0])
