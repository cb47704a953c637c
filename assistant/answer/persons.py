"""Who acts where no agency does: the persons and parties whom a rule charges ("chủ đầu tư phải ...", "cha, mẹ có quyền ...").

Decrees and circulars charge parties by what they are. In: a sentence. Out: the words before the verb of duty.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["charged_party", "names_party"]

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
