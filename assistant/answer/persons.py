"""Who acts where no agency does: parties that a rule charges ("chủ đầu tư phải ...", "cha, mẹ có quyền ..."), and firms.

Decrees and circulars charge parties by what they are. In: a sentence. Out: the words before the verb of duty.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.strangers import UPPER

__all__ = ["asks_firm", "charged_party", "named_firm", "names_party"]

_PARTY = (
    r"(?:(?:các|mọi|những|mỗi) )?(?:người|cha|mẹ|chủ (?!trì|trương|yếu|động|đề|quyền|nghĩa|nhật)\w+|tổ chức|cá nhân|hộ (?:gia đình|kinh doanh|nghèo)|nhà (?:đầu tư|thầu|trường|xuất khẩu|nhập khẩu|sản xuất)"
    r"|thuyền trưởng|hiệu trưởng|giám đốc|thủ trưởng|trưởng (?!thành)\w+|chấp hành viên|kiểm sát viên|thẩm tra viên|giáo viên|nhà giáo|đơn vị|cơ quan|doanh nghiệp|cơ sở|công ty"
    r"|thành viên|công dân|học sinh|sinh viên|cán bộ|công chức|viên chức|đảng viên|hội viên|đoàn viên|nhân viên|lao động|bên (?!cạnh)\w+|thân nhân|đại diện|kế toán)"
)
_DUTY = r"(?:phải|có (?:trách nhiệm|nghĩa vụ|quyền|thẩm quyền)|chịu trách nhiệm|được quyền|được phép)"
_CHARGED_RE = re.compile(
    rf"(?i)(?:^[\s*+-]*(?:(?:[a-zđ]|\d+)[.)]\s*)?|, |: |; | thì )(?P<party>{_PARTY}(?!\w)(?:(?! thì )[^.;:])"
    rf"{{0,160}}?) {_DUTY}(?!\w)"
)
_FIRM_ASKED_RE = re.compile(
    r"\b(?:cong ty|doanh nghiep|tap doan|nha thau|ngan hang|nha cung cap) (?:[a-z]+ )?(?:nao|gi)\b"
    r"|\b(?:which|what) (?:company|companies|contractor|bank|firm|supplier)"
)
_FIRM_RE = re.compile(
    r"(?:[Tt]ổng [Cc]ông ty|[Cc]ông ty|[Tt]ập đoàn|[Dd]oanh nghiệp|[Nn]gân hàng|NH|[Nn]hà thầu|TNHH)"
    r"(?:\s+(?:cổ phần|tập đoàn|trách nhiệm hữu hạn|một thành viên))*(?:\s+[\w.]+)?"
    rf"(?:\s+{UPPER}[\w.&-]*)+"
)
_PARTY_RE = re.compile(rf"(?i){_PARTY}(?!\w)")


@lru_cache(maxsize=8192)
def charged_party(text: str) -> str | None:
    """The party that a sentence charges or entitles; None where none stands before a verb of duty.

    >>> charged_party("Trường hợp trẻ dưới 07 tuổi thì cha, mẹ, người chăm sóc có quyền thay mặt trẻ em")
    'cha, mẹ, người chăm sóc'
    >>> charged_party("Trước khi khởi công, chủ đầu tư phải thông báo"), charged_party("Tổ chức hội nghị")
    ('chủ đầu tư', None)
    """
    found = _CHARGED_RE.search(text)
    return found["party"].strip() if found else None


def names_party(words: str) -> bool:
    """Whether a short answer begins with a party.

    >>> names_party("chủ đầu tư"), names_party("chủ trì")
    (True, False)
    """
    return _PARTY_RE.match(words) is not None


def asks_firm(folded: str) -> bool:
    """Whether a firm is asked for by name.

    >>> asks_firm("cong ty nao nop 30 ty tien dat"), asks_firm("cong ty phai nop gi")
    (True, False)
    """
    return _FIRM_ASKED_RE.search(folded) is not None


@lru_cache(maxsize=8192)
def named_firm(text: str) -> str | None:
    """The first firm that a text names; None where it names none.

    >>> named_firm("Trong đó: Công ty cổ phần Hùng Vương nộp 12 tỷ đồng"), named_firm("các công ty xổ số nộp ngân sách")
    ('Công ty cổ phần Hùng Vương', None)
    """
    found = _FIRM_RE.search(text)
    return found[0] if found else None
