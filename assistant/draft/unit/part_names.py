"""How lists name the parts of a body: "các khoa, phòng", "mỗi tổ chuyên môn", "Trưởng khoa, điều dưỡng trưởng".

In: what one kind of parts is called, and which words after it leave a part in. Out: patterns of all such names, in lower
case; and what the hamlets of a commune are called. Sources: Quy chế bệnh viện (khoa, phòng), Điều lệ trường trung học (tổ chuyên môn), Điều lệ Công đoàn (công đoàn cơ sở).
"""

from __future__ import annotations

from functools import cache

__all__ = ["HAMLETS", "class_of_parts", "list_of_parts"]

HAMLETS = r"thôn|làng|ấp|bản|buôn|bon|phum|(?<!chăm )sóc|xóm|tổ dân phố|khu phố|khối phố|khóm|tiểu khu"
"""What the parts of a commune's territory are called (Thông tư 04/2012/TT-BNV, article 2, amended by 14/2018/TT-BNV)."""

_EACH = r"(?:(?:các|mỗi|từng|tất cả|mọi|toàn bộ|những|toàn thể|100 ?%) )*"
_PARTS = (
    r"công đoàn cơ sở|công đoàn bộ phận|nghiệp đoàn(?: cơ sở)?|tổ công đoàn|khoa(?: phòng)?|phòng(?: ban)?|ban|trung tâm|viện|đơn vị|bộ phận|bộ môn"
    r"|tổ|nhóm|khối|phân xưởng|xí nghiệp|chi nhánh|đội|vụ|cục|văn phòng|chi hội|tổ hội|chi đoàn|phân đoàn"
)
_POSTS = r"điều dưỡng trưởng|hộ sinh trưởng|kỹ thuật viên trưởng|tổ phó|nhóm trưởng|phó trưởng \w+"
# Whose people they are: those who act for the part ("điều dưỡng trưởng các khoa", "tổ trưởng tổ chuyên môn").
_STAFF = rf"(?:(?:{_POSTS}|trưởng|lãnh đạo|ban chấp hành|chủ tịch|bác sĩ|điều dưỡng|nhân viên|viên chức|cán bộ|chuyên viên|mạng lưới viên)(?:,? (?:và )?(?:phó )?(?:{_POSTS}|trưởng|điều dưỡng|bác sĩ))*,? (?:của |tại )?)?"
_WHOSE = r"(?: (?:trong|của|thuộc|trực thuộc|tại|toàn)(?: toàn)? (?:bệnh viện|viện|trung tâm|nhà trường|trường|học viện|công ty|sở|cục|chi cục|cơ quan|ban|(?:ubnd|ủy ban nhân dân)|xã|phường|công đoàn|liên đoàn)(?: [^,;.:]{0,40})?| trực thuộc)?"
_SEPARATOR = r"(?:,|/|;| và| -|, và) ?(?:các )?"


@cache
def list_of_parts(noun: str, which: str) -> str:
    """The pattern of a list of parts with the noun among them.

    >>> import re
    >>> shape = list_of_parts("khoa", "lâm sàng")
    >>> [bool(re.fullmatch(shape, name)) for name in ("các khoa, phòng", "mỗi khoa lâm sàng", "khoa có sự cố", "các phòng")]
    [True, True, False, False]
    """
    told = rf"(?: (?:{which}))?" if which else ""
    one = rf"(?:{_PARTS}|{_POSTS})(?: (?:{which or 'trực thuộc'}))?"
    own = rf"{_EACH}(?:{noun})(?: (?:phòng|ban))?{told}"
    head = rf"tổ trưởng(?:(?:,| và) (?:{_POSTS}))*(?: các)?(?: tổ)?{told}|" if "tổ" in noun else ""
    return rf"(?:{head}{_STAFF}{_EACH}(?:{one}{_SEPARATOR}){{0,5}}{own}(?:{_SEPARATOR}{one})*{_WHOSE})"


@cache
def class_of_parts(noun: str, which: str) -> str:
    """The pattern that a whole name must fit to call every part of the kind.

    >>> import re
    >>> bool(re.search(class_of_parts("phòng", "chức năng"), "các phòng chức năng"))
    True
    >>> bool(re.search(class_of_parts("tổ", "chuyên môn"), "tổ trưởng chuyên môn"))
    True
    """
    return rf"^{list_of_parts(noun, which)}$"
