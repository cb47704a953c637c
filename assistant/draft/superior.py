"""What a clause tells of the superior itself, and no unit below takes over: its ranks, its money, its gaps, its own deeds.

In: a clause that charges nobody below by name, and where it stands. Out: the reason to leave it out, or None.
"""

from __future__ import annotations

import re

from assistant.draft.profile import UnitProfile, kind_of
from ingest.facts.verbs import starts_plain, starts_predicate
from ingest.spelling import match_key

__all__ = ["MONEY", "acts_itself", "of_the_superior"]

MONEY = "Kinh phí của cấp trên, không phân cho đơn vị"
_RANK = "Chỉ số, thứ hạng của cấp trên"
_GAP = "Mức cấp trên còn để trống"
_RANK_RE = re.compile(
    r"(?:chỉ số|par index|sipas|papi|(?<!\w)pci(?!\w)|(?<!\w)dti(?!\w)|(?<!\w)pgi(?!\w))[^.;]{0,80}?(?:(?:của|cấp) (?:toàn )?(?:tỉnh|thành phố|huyện)(?!\w)|nội tỉnh)"
    r"|(?:tăng|nâng|cải thiện)[^.;,]{0,20}? \d+ (?:bậc|hạng)(?!\w)"
    r"|(?:vào|trong|thuộc) (?:nhóm|tốp|top) (?:các )?(?:\d+ )?(?:các )?(?:tỉnh|địa phương|thành phố)"
    r"|(?:xếp|đứng) (?:hạng |thứ |vị trí )[^.;]{0,30}(?:cả nước|toàn quốc|trong vùng|cả vùng)"
    r"|^(?:phấn đấu )?(?:tỉnh|thành phố|huyện)(?! (?:ủy|đoàn|lộ))(?: [^,;.]{0,30}?)? (?:phấn đấu|nằm|thuộc nhóm|đứng|trở thành|giữ vững vị trí)(?!\w)"
)
_AMOUNT = (
    r"\d[\d.,]*\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|usd|vnđ)(?!\w)|\d[\d.,]*\s*(?:triệu|tỷ|tỉ)(?!\w)"
)
_AMOUNT_RE = re.compile(_AMOUNT)
_MONEY_RE = re.compile(
    r"^\W*(?:tổng (?:kinh phí|mức|dự toán|số|vốn|nhu cầu|nguồn)|(?:dự toán |nhu cầu )?(?:kinh phí|vốn|ngân sách)(?: (?:thực hiện|dự kiến|năm|nhà nước|trung ương|tỉnh|bảo đảm|hỗ trợ|xã hội hóa)| [^.;:]{0,60}là)?|nguồn (?:vốn|kinh phí|ngân sách)|trong đó|gồm)(?!\w)"
)
_NORM_RE = re.compile(
    r"(?:mỗi|từng|bình quân|định mức|mức (?:hỗ trợ|chi|thưởng|đóng góp|khoán|trợ cấp|bồi dưỡng))(?!\w)|(?:đồng|triệu|tỷ)\s*/"
)
_GAP_RE = re.compile(r"(?:\.{4,}|…{2,}|(?:\.\s){4,})\s*(?:%|đồng|triệu|tỷ)")
_ITSELF_RE = re.compile(r"(?i)(?P<level>tỉnh|thành phố|huyện|phường|xã|đặc khu|sở|bộ|tổng công ty)\s+(?=\w)")


def of_the_superior(text: str, *, funding: bool) -> str | None:
    """Say why a clause is the superior's own; ``funding``: it stands in the part on money.

    >>> of_the_superior("Chỉ số PCI của tỉnh tăng ít nhất 03 bậc", funding=False)
    'Chỉ số, thứ hạng của cấp trên'
    >>> of_the_superior("Tổng kinh phí: 5.430 triệu đồng từ ngân sách tỉnh", funding=True) == MONEY
    True
    >>> of_the_superior("Hỗ trợ mỗi xã 50 triệu đồng", funding=True), of_the_superior("Tăng 2 bậc học", funding=False)
    (None, None)
    """
    key = match_key(text)
    if _RANK_RE.search(key) and "bậc học" not in key:
        return _RANK
    if _GAP_RE.search(text):
        return _GAP
    money = _AMOUNT_RE.search(key) is not None and not _NORM_RE.search(key)
    return MONEY if money and (funding or _MONEY_RE.match(key)) else None


def acts_itself(text: str, issuer: str | None, profile: UnitProfile, at: int = 0) -> str | None:
    """Name the issuer where a clause says by its level that it acts itself ("phường hỗ trợ 500 thùng").

    >>> acts_itself("phường hỗ trợ 500 thùng", "UBND phường Tân Lạch", UnitProfile("Hội Phụ nữ phường Tân Lạch", "agency"))
    'UBND phường Tân Lạch'
    >>> acts_itself("xã hội hóa 50% kinh phí", "UBND xã A", UnitProfile("Trường Tiểu học A", "school")) is None
    True
    """
    told = _ITSELF_RE.match(text, at) if issuer else None
    if told is None or issuer is None:
        return None
    level = told["level"].lower()
    if re.search(rf"(?i)(?<!\w){level}(?!\w)", issuer) is None or kind_of(profile).self.lower() == level:
        return None
    acts = starts_predicate(text, told.end()) or starts_plain(text, told.end(), len(text))
    return issuer if acts else None
