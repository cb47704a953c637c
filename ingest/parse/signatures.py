"""The lines of a signature: in whose name, in which post, who (Decree 30/2020, annex I, II.7; the Party's T/M, K/T)."""

from __future__ import annotations

import re

from ingest.parse.letters import compile_pattern
from ingest.parse.lines import is_upper
from ingest.plan import VISIBLE_GAP

__all__ = [
    "ends_name",
    "is_authority",
    "is_name",
    "is_post",
    "parted_name",
    "signs_at_once",
    "without_degree",
]

_AUTHORITY_RE = compile_pattern(r"\W*(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L|Q/)\s?[./ ]\s?[\p{Lu}]{2}")
_POST_RE = re.compile(
    r"\W*(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG|CHÁNH|CHỦ NHIỆM|CỤC TRƯỞNG|TỔNG|BỘ TRƯỞNG|THỨ TRƯỞNG"
    r"|THỦ TƯỚNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CHỈ HUY|CHÍNH ỦY|THƯỜNG TRỰC|PHÓ |ỦY VIÊN|CHỦ TỌA)"
)
# Officers sign with their rank, and in health, schools and science with title and degree (Decree 30/2020, annex I, II.7.d).
_DEGREE = r"(?:(?:GS|PGS|TSKH|TS|ThS|BSCK[I12]+|BS|CK[I12]+|DS|KS|NGND|NGƯT|NSND|NSƯT|TTND|TTƯT|AHLĐ)[. ]+)"
_NAME_RE = compile_pattern(
    rf"(?:{_DEGREE}){{0,4}}"
    + r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá) )?(?:[\p{Lu}][\w'’]*\s+){1,5}[\p{Lu}][\w'’]*"
)


def is_authority(text: str) -> bool:
    """Whether a line opens a signature in another's name: "TM. ỦY BAN NHÂN DÂN", "K/T TRƯỞNG BAN"."""
    return bool(_AUTHORITY_RE.match(text.replace(VISIBLE_GAP, " "))) and is_upper(text)


def is_post(text: str) -> bool:
    """Whether a line names the signer's post in capitals."""
    return bool(_POST_RE.match(text))


def is_name(text: str) -> bool:
    """Whether a line is nothing but a person's name."""
    words = text.strip(" .*").replace(VISIBLE_GAP, " ").split()
    # In a damaged file a name may have lost letters: "Đức Tu n".
    lost = VISIBLE_GAP in text and 1 < len(words) <= 6 and words[0][0].isupper() and words[-1][-1].isalpha()
    return (bool(_NAME_RE.fullmatch(text.strip(" .*"))) or lost) and len(text) < 50


def without_degree(name: str) -> str:
    """A signer's name without the titles and degrees before it.

    >>> without_degree("BS.CKII Lê Thị Mẫu"), without_degree("Trần Văn Mẫu")
    ('Lê Thị Mẫu', 'Trần Văn Mẫu')
    """
    return re.sub(rf"^(?:{_DEGREE})+", "", name)


def ends_name(above: str, text: str) -> bool:
    """Whether a syllable alone on a line ends the signer's name broken above it.

    >>> ends_name("Trần Thị", "Bình"), ends_name("Trần Thị", "PHỤ"), ends_name("Trần Thị Bình", "Danh")
    (True, False, False)
    """
    return (
        len(above.split()) == 2
        and is_name(above)
        and not is_upper(above)
        and text.isalpha()
        and text.istitle()
    )


# "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC (Đã ký) Quách Minh Tường": all of a signature on one line.
_AT_ONCE_RE = compile_pattern(
    r"(?P<post>[\p{Lu}/., ]*[\p{Lu}]{2})[* ]+(?:\([^()]*\)\s*)?(?P<name>(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá) )?(?:(?![\p{Lu}]{2})[\p{Lu}]\w+\s+){1,4}(?![\p{Lu}]{2})[\p{Lu}]\w+)[* ]*"
)


def parted_name(text: str) -> tuple[int, int] | None:
    """Where a line that is a post in capitals and a name parts: (end of the post, start of the name).

    >>> parted_name("HIỆU TRƯỞNG Trần Thị Bình"), parted_name("SỞ Y TẾ Trần Thị Bình")
    ((11, 12), None)
    """
    found = _AT_ONCE_RE.fullmatch(text)
    if found is None or not is_upper(found["post"]) or not is_name(found["name"]):
        return None
    return (
        (found.end("post"), found.start("name"))
        if is_authority(found["post"]) or is_post(found["post"])
        else None
    )


def signs_at_once(text: str) -> bool:
    """Whether a line holds a whole signature, its post and the name.

    >>> signs_at_once("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Quách Minh Tường"), signs_at_once("GIÁM ĐỐC SỞ Y TẾ")
    (True, False)
    """
    return parted_name(text) is not None
