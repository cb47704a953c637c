"""Counts of a whole province or country that reach a lower unit with the parent's text: they stay the parent's.

In: a clause, the parent and the profile. Out: whether it counts something of the whole, and the words that say
whose count it is. A share holds for each part of the whole, a count does not: "500.000 cây xanh" of a province is no
commune's target.
"""

from __future__ import annotations

import re

from assistant.draft.profile import UnitProfile, kind_of
from ingest.plan import Plan
from ingest.spelling import match_key

__all__ = ["counts_whole", "whose_figure"]

_COUNT_RE = re.compile(
    r"(?<![\d/.,–-])(?:\d{1,3}(?:\.\d{3})+|[1-9]\d+)(?:,\d+)?\s+(?:(?:nghìn|ngàn|triệu|tỷ)\s+)?"
    r"(?:tấn|ha|hecta|héc ta|km|mw|m3|tỷ|triệu (?:đồng|usd|lượt)|sản phẩm|doanh nghiệp|hợp tác xã|tổ hợp tác|căn|giường bệnh|lượt|con"
    r"|cây|trang trại|mô hình|lao động|hộ|dự án|tàu|công trình)(?!\w)(?!\s*/)"
)
# What is said of each part, per head or of a place is marked by itself.
_MARKED_RE = re.compile(
    r"(?<!\w)(?:mỗi|từng|bình quân|trung bình|tỉnh|thành phố|cả nước|toàn quốc|toàn vùng|quốc gia|xã|phường|đặc khu|huyện|(?<!nông )thôn|trường|lớp|bệnh viện)(?!\w)(?! hội| viên)"
)
_STATE_RE = re.compile(
    r"(?i)(?:chính phủ|thủ tướng|bộ |quốc hội|ban chấp hành trung ương|ban bí thư|bộ chính trị)"
)
_PROVINCE_RE = re.compile(
    r"(?i)(?:(?:UBND|ủy ban nhân dân|HĐND|hội đồng nhân dân)\s+)?(tỉnh|thành phố)(?!\w)"
)


def counts_whole(text: str) -> bool:
    """Tell whether a clause counts things by number, not by share or for each.

    >>> counts_whole("Trồng mới 500.000 cây xanh"), counts_whole("Giảm 1,5% hộ nghèo"), counts_whole("ít nhất 01 mô hình")
    (True, False, False)
    """
    return _COUNT_RE.search(match_key(text)) is not None


def whose_figure(text: str, plan: Plan, profile: UnitProfile) -> str | None:
    """Say whose a count is ("chỉ tiêu chung của tỉnh"); None where the clause tells or it is the unit's own level.

    Nothing is said of a count in a plan of the unit's own superior that is no province and no state body.
    """
    key = match_key(text)
    if not counts_whole(text) or _MARKED_RE.search(key.replace("hợp tác xã", "")):
        return None
    issuer, kind = plan.letterhead.issuer or "", kind_of(profile)
    if _STATE_RE.match(issuer):
        return None if kind.self == "Bộ" else "chỉ tiêu chung của cả nước"
    province = _PROVINCE_RE.match(issuer)
    if province is None or kind.level not in {"district", "commune", "unit"}:
        return None
    return f"chỉ tiêu chung của {province[1].lower()}"
