"""Whom a sentence charges by "có trách nhiệm", "chịu trách nhiệm", however long it describes them.

In: a clause. Out: the bodies before those words and where the predicate begins. Legal sentences charge bodies that no list
knows: "Đơn vị được giao nhiệm vụ thanh toán, quyết toán kinh phí có trách nhiệm ...", also after a condition ("Trường hợp
..., bên mời thầu có trách nhiệm ..."). The words of charge are said of bodies and persons only, so what stands before
them, back to the clause's start or to the comma (or "thì") that ends the condition, is their name.
"""

from __future__ import annotations

import re

from ingest.facts.bodies.agencies import Agency, read_agencies, split_names
from ingest.facts.bodies.loose import BODY_WORD_RE, own_name
from ingest.facts.language.verbs import ADVERB_PATTERN, starts_plain, starts_predicate
from ingest.spelling import spaced_re

__all__ = ["described_subject"]

_CHARGE_RE = spaced_re(
    r"(?<=\s)(?:(?:phải|cần|cùng|còn|hoàn toàn|trực tiếp|đều|đồng thời) ){0,2}(?:có|chịu) (?:(?:các|những) )?(?:trách nhiệm|nghĩa vụ)(?! (?:của|cá nhân|hơn|liên quan|cao|trong việc để)(?!\w))(?!\w)"
)
_HEAD_RE = spaced_re(
    r"(?i)(?:(?:các|những|mỗi|từng) )?(?:người(?= (?!có trách))|tổ chức|cá nhân|bên|thành viên|nhân viên|viên chức|sĩ quan|trại|trạm|nhà (?:thầu|đầu tư|xuất bản|trường)|chủ \w+|trưởng|phó|đại diện|vụ|lực lượng|hạt|đồn|kho|quỹ"
    r"|học viện|đại h(?:ọc|ội)|(?:bộ|viện|hiệu|cục|vụ|tổng cục|chi cục) trưởng|chánh|ban|hội đồng|địa phương|cấp (?:trưởng|phó)|hộ|tàu|thuyền|quản tài|kiểm soát|kế toán|công chứng|doanh nghiệp|cơ sở|tổng|bí thư"
    r"|(?:cấp|đảng) (?:ủy|uỷ)|mặt trận|chính quyền|nhân dân|công dân|học (?:viên|sinh)|sinh viên|gi(?:áo|ảng) viên|cha mẹ|gia đình)(?!\w)"
)
_CONDITION_RE = re.compile(
    r"(?:Trường hợp|Trong|Khi|Nếu|Ngay (?:sau|khi)|Sau|Trước|Đối với|Căn cứ|Trên cơ sở|Kể từ|Chậm nhất|Định kỳ|Hằng|Hàng|Theo|Để|Tại|Ngoài|Từ|Đến|Vào|Tùy|Riêng|Việc|Với|Quá|Hết)(?!\w)"
)
# No name holds these: a condition, a purpose, or a verb of another sentence runs on.
_NO_NAME_RE = spaced_re(
    r"(?:^|\s)(?:thì|nếu|khi|nhưng|nhằm|kể từ|nhận được|do đó|trường hợp|trong thời hạn|(?<!mà\s)(?<!hàng\s)không|rằng|(?<!mà\skhông\s)phải|bị|đã(?!\sđược\s)|sẽ)(?:\s|$)|[“”\"_\[\]]"
)
# "tự chịu trách nhiệm", "dám chịu trách nhiệm", "người có trách nhiệm": no charge.
_NO_CHARGE_RE = spaced_re(
    r"(?:^|\s)(?:tự|dám|(?<!hàng\s)không|người|tinh thần|ý thức|(?<!ủy\s)quyền|tự chủ,?|và|hoặc|để|nhằm|việc|được|là|sự|thiếu|hay|mà|ai|(?:cho|đến|tới|của|do|bởi) (?:cơ quan|đơn vị|tổ chức|cá nhân|bộ phận))$", re.IGNORECASE
)  # fmt: skip
_ADVERB_RE = re.compile(ADVERB_PATTERN)
# "Theo chức năng, nhiệm vụ được giao có trách nhiệm ...": still the lead-in.
_OWN_RE = spaced_re(r"(?:chức năng|nhiệm vụ|quyền hạn|thẩm quyền|lĩnh vực|được giao|của mình)(?!\w)")
_BARE_RE = spaced_re(r"(?:cơ quan|đơn vị|tổ chức|cá nhân|người|bộ phận)")
_LONGEST, _LONGEST_ONE, _LONGEST_ONLY = 90, 45, 8
"""Words in the longest list of those who are charged, in the description of one, and in a name that no list knows."""


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
    if charge is None or _NO_CHARGE_RE.search(text[start : charge.start()].rstrip()):
        return None
    begin = max(text.rfind(mark, start, charge.start()) + 1 for mark in ";:")
    begin = max(begin, start)
    begin += len(text[begin:]) - len(text[begin:].lstrip())
    at = _subject_start(text, begin, charge.start())
    if at is None:
        return None
    stop = re.compile(r"\s*(?:\([^()]*\)\s*)?,?\s*$").search(text[: charge.start()], at)
    said = text[at : (stop or charge).start()]
    name = own_name(said)
    if name == said and text[: charge.start()].rstrip().endswith(","):
        return None  # only what stands between commas ("trong thời gian 05 ngày ...,") parts a name from its charge
    bodies = split_names(text[: at + len(name)], at)
    if any(body.name[:1].isdigit() for body in bodies):
        bodies = (Agency(name, at, at + len(name)),)  # "đối tượng quy định tại khoản 5, 6 Điều 2"
    return bodies, charge.start()


def _subject_start(text: str, begin: int, end: int) -> int | None:
    """Where the name begins: at the clause's start, behind "thì", or behind the comma that ends a condition."""
    then = re.compile(r"(?<!\w)thì\s+").search(text, begin, end)
    if then:
        return then.end() if _names(text, then.end(), end) or _only_name(text, then.end(), end) else None
    if not _CONDITION_RE.match(text, begin):
        return begin if text[begin : begin + 1].isupper() and _names(text, begin, end) else None
    commas = [comma.end() for comma in re.compile(r",\s+").finditer(text, begin, end)]
    last = [at for at in commas[-1:] if _only_name(text, at, end)]
    return next((at for at in commas if _names(text, at, end)), None) or next(iter(last), None)


def _only_name(text: str, at: int, end: int) -> bool:
    """Whether a few words between a condition and its charge can only be who is charged: "..., trại giam có trách nhiệm"."""
    words = own_name(text[at:end]).strip(" ,")
    short = 1 < len(words.split()) <= _LONGEST_ONLY and not re.search(r"[,\d(]", words)
    return short and not (
        _NO_NAME_RE.search(words)
        or _ADVERB_RE.match(words)
        or _OWN_RE.search(words)
        or _CONDITION_RE.match(words.capitalize())
        or _BARE_RE.fullmatch(words)
        or starts_predicate(words)
        or starts_plain(words + " ", 0, len(words) + 1)
    )


def _names(text: str, at: int, end: int) -> bool:
    name = own_name(text[at:end]).strip(" ,")
    longest = max(len(one.split()) for one in name.split(","))
    if not name or len(name.split()) > _LONGEST or longest > _LONGEST_ONE:
        return False
    if _NO_NAME_RE.search(name) or _BARE_RE.fullmatch(name):
        return False
    return bool(BODY_WORD_RE.match(text, at) or _HEAD_RE.match(text, at) or read_agencies(text, at)[0])
