"""Works and aims of a body above that a clause without an actor tells: building, buying, installing; a far vision.

In: a clause that charges nobody, and the profile. Out: why it is left out, or None. A part of a body and a mass
organisation build and buy nothing; a school or hospital builds no network of establishments; a commune no scores of them.
"""

from __future__ import annotations

import re

from assistant.draft.cause import Cause
from assistant.draft.unit.natures import natures_of, of_members
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.spelling import match_key

__all__ = ["far_part", "governs_only", "works_above"]

_VERB = (
    r"(?:khởi công|động thổ|khánh thành|xây (?:mới|\d+)|xây dựng mới|đầu tư (?:xây dựng|mới|mua sắm|nâng cấp|mở rộng)|mua (?:sắm|mới|\d)|lắp đặt|trang bị|sửa chữa|cải tạo|nâng cấp"
    r"|bố trí thêm|mở rộng quy mô|phủ sóng)"
)
_OPENS_RE = re.compile(
    rf"\W*(?:(?:tiếp tục|đẩy nhanh|hoàn thành|ưu tiên|tập trung|triển khai)(?: tiến độ)?(?: việc)?,? )*{_VERB}(?!\w)"
)
# What an organisation gives its members, and models of its own, are no works of those above.
_OWN_RE = re.compile(
    r"mái ấm|nhà (?:tình|đồng đội|đại đoàn kết|nhân ái|khăn quàng)|mô hình|công trình (?:thanh niên|măng non|phụ nữ)|con đường (?:hoa|cờ)|tủ sách|góc |kiến thức|kỹ năng"
)
_MANY_RE = re.compile(
    r"(?<![\d.,/])(?P<count>\d{1,3}(?:\.\d{3})*)\s+(?:\w+ ){0,2}?(?:trạm|trường|phòng học|bệnh viện|trung tâm|tuyến|cầu|km|nhà văn hóa|công trình|dự án|hồ|nhà máy|điểm|bộ|máy|giường|căn|camera|cột|bể)(?!\w)"
)
# What an organisation of members does, in whatever field: it speaks to people, watches, helps, sets examples.
_MEMBERS_DO_RE = re.compile(
    r"tuyên truyền|vận động|truyền thông|phổ biến|quán triệt|nhận thức|ý thức|giám sát|phản biện|góp ý|phối hợp|tham gia|hưởng ứng|phát động|phong trào|thi đua|khen thưởng|biểu dương|nhân rộng|mô hình|(?<!\w)hội(?!\w)"
    r"|(?:hội|đoàn|thành) viên|công nhân|người lao động|nhân dân|toàn dân|người dân|cộng đồng|hệ thống chính trị|toàn xã hội|cán bộ|công chức|cơ quan|(?:^|, |; |và |các )tổ chức(?!,)|phụ nữ|nông dân|thanh niên|cựu chiến binh|trẻ em|thiếu nhi|gia đình"
    r"|ra quân|dọn vệ sinh|trồng cây|hiến máu|chăm lo|thăm|tặng|quà|tư vấn|tín chấp|ủy thác|quỹ|tập huấn|bồi dưỡng|hội nghị|lớp|câu lạc bộ|kế hoạch|báo cáo|lồng ghép|sơ kết|tổng kết|trách nhiệm|chỉ đạo|rà soát|đôn đốc|nêu gương|thủ tục hành chính|chuyển đổi số"
)
_FAR_RE = re.compile(r"(?:đến|vào|tầm nhìn)(?: năm)? (?:20(?:3[5-9]|[4-9]\d))(?!\d)")
# A part of the plan whose very title is a vision: "Tầm nhìn 2040". Targets of a far year are targets ("Mục tiêu đến năm 2035").
_FAR_PART_RE = re.compile(r"\W*tầm nhìn[^,;:.]{0,25}(?<!\d)20(?:3[5-9]|[4-9]\d)\W*")
# Whom the government of the whole draws in, counted for all of it.
_DRAWS_IN_RE = re.compile(
    r"\W*(?:khuyến khích|thu hút|kêu gọi)(?:,? (?:và )?(?:thu hút|kêu gọi))? (?:(?:thêm|ít nhất|tối thiểu|trên|khoảng|từ) )*\d+ (?:[^\W\d]+ ){0,2}?(?:nhà máy|doanh nghiệp|nhà đầu tư|tập đoàn|cơ sở|hợp tác xã)(?: (?:tư nhân|ngoài công lập|trong nước|nước ngoài|lớn))?(?!\w)"
)
_SEVERAL, _SCORES = 2, 10
"""Establishments beyond a single one's own, and beyond one commune's."""


def works_above(text: str, profile: UnitProfile) -> Cause | None:
    """Say why works or an aim are those of a body above.

    >>> ward, school = UnitProfile("Khoa Nhi", "hospital"), UnitProfile("Trường THCS A", "school")
    >>> works_above("Sửa chữa hệ thống xử lý nước thải", ward).why, works_above("Xây mới 12 trường học", school).why
    ('works', 'works')
    >>> works_above("Khuyến khích 03 nhà máy tư nhân đóng chai mật", school).why
    'works'
    >>> works_above("Sửa chữa nhà vệ sinh học sinh", school), works_above("Xây mới 02 cầu dân sinh", UnitProfile("UBND xã A", "commune"))
    (None, None)
    """
    kind, key = kind_of(profile), match_key(text)
    natures = natures_of(profile.name)
    part = any(nature.noun for nature in natures) or kind.self == "Chi bộ"
    member = any(nature.name in {"socio_political", "association", "front"} for nature in natures)
    below = part or member or kind.level in {"unit", "commune"}
    if below and _FAR_RE.search(key):
        return Cause("vision")
    if below and _DRAWS_IN_RE.match(key):
        return Cause("works")
    if not _OPENS_RE.match(key) or _OWN_RE.search(key):
        return None
    if part or member:
        return Cause("works")
    most = {"unit": _SEVERAL, "commune": _SCORES}.get(kind.level)
    counts = [int(found["count"].replace(".", "")) for found in _MANY_RE.finditer(key)]
    return Cause("works") if most is not None and any(count >= most for count in counts) else None


def far_part(heading: str, profile: UnitProfile) -> Cause | None:
    """Say why a part is none of a commune's or an establishment's whose title is a vision.

    >>> unit = UnitProfile("UBND xã A", "commune")
    >>> [far_part(heading, unit) is not None for heading in ("Tầm nhìn 2040", "Mục tiêu đến năm 2045", "Mục tiêu đến năm 2030")]
    [True, False, False]
    """
    far = kind_of(profile).level in {"unit", "commune"} and _FAR_PART_RE.fullmatch(match_key(heading))
    return Cause("vision") if far else None


def governs_only(text: str, profile: UnitProfile, issuer: str | None) -> Cause | None:
    """Say that a task or target is the government's, in the plan of others for an organisation of members.

    >>> union = UnitProfile("Liên đoàn Lao động tỉnh A", "agency")
    >>> governs_only("Ký hợp đồng cho thuê tuyến xe điện ven hồ", union, "UBND tỉnh A").why
    'governing'
    >>> governs_only("Vận động công nhân đi xe buýt", union, "UBND tỉnh A")
    >>> governs_only("Phấn đấu 80% số trạm y tế có bác sĩ", union, "Tổng Liên đoàn Lao động Việt Nam")
    """
    if not of_members(profile.name) or not issuer or of_members(issuer):
        return None
    return None if _MEMBERS_DO_RE.search(match_key(text)) else Cause("governing")
