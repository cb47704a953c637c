"""Whose a target is that charges nobody: the unit's, another body's, another field's, or its superior's.

In: a clause with a count beneath a heading of targets, and the profile. Out: what becomes of it, and why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.draft.cause import Cause
from assistant.draft.parent.binding import names_of, of_commune
from assistant.draft.parent.clause import Ruling, lost
from assistant.draft.parent.elsewhere import tells_shares
from assistant.draft.parent.fields import foreign_field, speaks_of_own
from assistant.draft.parent.lowered import class_words
from assistant.draft.parent.superior import counts_above
from assistant.draft.parent.whose import reaches_of
from assistant.draft.unit.natures import exempt, of_members
from assistant.draft.unit.part_names import HAMLETS
from assistant.draft.unit.profile import UnitProfile, kind_of
from assistant.word_lists import read_rows
from ingest.facts.bodies.agencies import find_agencies
from ingest.plan import Range
from ingest.spelling import match_key

__all__ = [
    "aims_at_communes",
    "counts_communes",
    "counts_own_class",
    "judge_target",
    "shares_of_class",
    "told_of_each_commune",
]

# Households, and the land that they till.
_RESIDENTS_RE = re.compile(
    r"(?:%|\d|mỗi|tỷ lệ|số) (?:các |số )?hộ(?: gia đình| dân| nghèo)?(?!\w)"
    r"|% (?:tổng |các |số )*diện tích (?:nuôi|trồng|canh tác|gieo trồng|sản xuất|rừng|đất (?:nông nghiệp|lúa|rừng|trồng))(?!\w)"
)
_POPULATION_RE = re.compile(
    r"t[ỷỉ] lệ (?:\w+ ){0,2}?(?:người dân|dân số|dân cư|doanh nghiệp|người trưởng thành|người trong độ tuổi|lao động qua|phủ sóng|đô thị hóa)(?!\w)"
    r"|(?:%|\d) (?:các |tổng |số )*(?:dân số|người (?:dân|tiêu dùng|sản xuất|kinh doanh)|doanh nghiệp|hộ kinh doanh)(?!\w)|người dân trong độ tuổi|(?:mỗi|từng) (?:người dân|công dân)(?!\w)"
    # "dưới 05 người/100.000 dân", "giảm 15% số vụ cháy", "70% bếp ăn của doanh nghiệp": what is counted over a territory.
    r"|/ ?\d+(?:[.,]\d{3})+ (?:người |trẻ |dân)|% (?:tổng )?số vụ(?! việc)(?!\w)|(?:%|\d) [^,;.:]{2,30} của (?:các )?(?:doanh nghiệp|hộ|người dân)(?!\w)"
)
_BRANCHES_RE = re.compile(r"(?:%|\d|mỗi|tỷ lệ) (?:các |số )?(?:chi hội|chi đoàn|hội viên)(?!\w)")

_OBJECT_RE = re.compile(r"(?i)(?:với|về|của|theo)\s*$")
_NO_BODY_RE = re.compile(
    r"(?:hệ thống|cơ sở dữ liệu|phần mềm|cổng|nền tảng)(?!\w).*|(?:các |mỗi |từng )?(?:cán bộ|công chức|viên chức|người lao động|đảng viên|gia đình|hộ gia đình|cá nhân|doanh nghiệp)"
    r"(?:(?:,| và) (?:cán bộ|công chức|viên chức|người lao động|đảng viên|cá nhân))*"
)
# "Mỗi thôn trồng 50 cây", "80% các trường học": what lies in a commune, counted; not what the province runs there.
_LOCAL = rf"(?:{HAMLETS}|khu dân cư|hộ|chợ|nhà trường|trường học|cơ sở giáo dục)"
_LOCAL_RE = re.compile(rf"(?:(?:các|mỗi|từng) )?{_LOCAL}(?:(?:,| và) {_LOCAL})*")
# A Party committee leads the Front and the mass organisations of its level: what they are to reach is its target.
_LED_RE = re.compile(
    r"^(?:các )?(?:tổ chức )?(?:đoàn thể|chính trị - xã hội)|mặt trận tổ quốc|(?<!\w)mttq(?!\w)"
)
_OF_MANY = r"\s*(?:trở lên )?(?:số |tổng số |các )*"
# A body that each commune has one of is counted as communes are: "80% số trạm y tế cấp xã".
_COMMUNES = (
    rf"{_OF_MANY}(?:trụ sở )?(?:(?P<body>trạm y tế|công an|ban chỉ huy quân sự|trung tâm phục vụ hành chính công|trung tâm chính trị|đảng ủy|hội đồng nhân dân|ubnd|ủy ban nhân dân)"
    r" (?:cấp |các |ở |tại )*)?(?:đơn vị hành chính cấp xã|địa bàn cấp xã|xã|phường)(?!\w)(?! (?:hội|viên|đội))"
)
_OF_WHOLE_RE = re.compile(
    r"(?:(?:,| và) (?:xã|phường|đặc khu))*,? (?:trên|trong|của)(?: phạm vi| địa bàn)?(?: toàn)? (?:tỉnh|thành phố)(?!\w)"
)
_EACH_SHARE_RE = re.compile(r"\d\s*%\s+(?:tổng |số )*")
_SHARE_RE = re.compile(rf"(?P<share>\d+(?:[.,]\d+)?)\s*%{_COMMUNES}")
_RATE_RE = re.compile(rf"t[ỷỉ] lệ{_COMMUNES}[^;.:]*?(?<![\d,.])(?P<share>\d+(?:[.,]\d+)?)\s*%")
_ANY_SHARE_RE = re.compile(rf"(?<![\d.,])(?P<share>(?!100\s*%)\d+(?:[.,]\d+)?\s*%){_OF_MANY}")
# "cấp tỉnh 90%, cấp xã 75%"
_OF_LEVEL_RE = re.compile(
    r"(?i)(?P<level>cấp (?:tỉnh|huyện|xã))(?: đạt)?:? (?:(?:trên|từ|tối thiểu|ít nhất) )?\d+(?:[.,]\d+)?\s*%"
)
# "Mỗi xã có 02 mô hình", "trong đó hỗ trợ mỗi xã 150 triệu đồng"; not "khám sức khỏe, mỗi xã 02 buổi".
_EACH_COMMUNE_RE = re.compile(
    r"(?:(?:^|;)\W*(?:(?:phấn đấu|bảo đảm|tối thiểu|ít nhất),? )?|(?:hỗ trợ|cấp|bố trí|phân bổ)(?: cho)? )mỗi (?P<sorts>(?:xã|phường|đặc khu)(?:(?:,| và) (?:mỗi )?(?:xã|phường|đặc khu))*)(?! (?:hội|viên))(?!\w)"
)
_PARTNER_RE = re.compile(r"(?:với|từ|cho)\s*$")
"""Before communes that a task is done with or for."""
_FIRST_RE = re.compile(r"(?i)(?:(?:năm|đến|hết|trong|từ|trước|giai đoạn|hằng|hàng)\s[^,;]*,\s)?[^,;]*")
"""What may stand before the first thing that a clause does: a time."""
_OF_ALL_RE = re.compile(rf"(?<![\d/])(?P<some>\d{{1,3}})/(?P<all>\d{{2,3}}){_COMMUNES}")


def _of_residents(text: str, profile: UnitProfile) -> Cause | None:
    """Why a count of households, or of an organisation's branches, is no target of an establishment."""
    # A health station or centre works among the households.
    if kind_of(profile).level != "unit" or exempt(profile.name, "residents"):
        return None
    branches = of_members(profile.name)
    key = match_key(text)
    counted = _RESIDENTS_RE.search(key) is not None or (not branches and _BRANCHES_RE.search(key) is not None)
    rest = _POPULATION_RE.sub(" ", key)
    counted = counted or (rest != key and not speaks_of_own(rest, profile))
    return Cause("target_of_residents") if counted else None


def _with_communes(key: str, share: re.Match[str], own: str) -> bool:
    """Whether a task is done with the communes counted, or the unit's class (the pattern ``own``) is counted beside them."""
    beside = re.split(r"(?:,|;|\s+và)\s+", key[share.end() : share.end() + 80])
    return _PARTNER_RE.search(key[: share.start()]) is not None or any(re.match(own, one) for one in beside)


def counts_communes(text: str, profile: UnitProfile) -> bool:
    """Whether a count is of the communes of the superior: a part of them, or for an establishment any of them.

    >>> commune, hospital = UnitProfile("UBND xã A", "commune"), UnitProfile("Bệnh viện A", "hospital")
    >>> counts_communes("50/62 xã, phường có trạm y tế đạt chuẩn", commune), counts_communes("62/62 xã, phường đạt chuẩn", commune)
    (True, False)
    >>> counts_communes("tới 100% trụ sở UBND xã, phường", hospital), counts_communes("100% xã, phường đạt chuẩn", commune)
    (True, False)
    >>> counts_communes("62/62 xã, phường đạt chuẩn", hospital), counts_communes("10/11 xã viên góp vốn", commune)
    (True, False)
    >>> counts_communes("Trên 80% số trạm y tế cấp xã đủ điều kiện", commune)
    True
    >>> counts_communes("Phối hợp với 100% xã, phường khám sức khỏe", hospital)
    False
    >>> counts_communes("100% xã, phường, trường học, bệnh viện có điểm rửa tay", hospital)
    False
    >>> counts_communes("Tỷ lệ xã, phường đạt chuẩn là 60%", commune)
    True
    """
    level, key = kind_of(profile).level, match_key(text)
    if level not in {"commune", "unit"}:
        return False
    some = _OF_ALL_RE.search(key)
    apart = level == "unit" and not of_commune(profile)
    own = kind_of(profile).one_of_class
    part = any(
        (apart or not share["share"].startswith("100"))
        and not (apart and _with_communes(key, share, own))
        and (share["body"] is None or share["body"] != class_words(profile))
        for shape in (_SHARE_RE, _RATE_RE)
        for share in shape.finditer(key)
    )
    return part or (some is not None and (level == "unit" or some["some"] != some["all"]))


def told_of_each_commune(text: str, profile: UnitProfile) -> bool:
    """Whether a clause tells what each commune has or gets, or what falls to several by name, and the unit is none of that sort.

    >>> units = [UnitProfile("UBND xã A", "commune"), UnitProfile("UBND phường B", "commune"), UnitProfile("Trường THCS A", "school")]
    >>> [told_of_each_commune("Mỗi xã có từ 02 mô hình", unit) for unit in units]
    [False, True, True]
    >>> [told_of_each_commune("hỗ trợ mỗi xã, phường 01 xe", unit) for unit in units]
    [False, False, True]
    """
    kind, told = kind_of(profile), list(_EACH_COMMUNE_RE.finditer(match_key(text)))
    if kind.level == "unit" and tells_shares(text):
        return True
    if not told or kind.level not in {"commune", "unit"} or kind.system == "party":
        return False
    sorts = {sort for one in told for sort in re.findall("xã|phường|đặc khu", one["sorts"])}
    return kind.level == "unit" or kind.self not in sorts


def shares_of_class(text: str, profile: UnitProfile) -> Iterator[Range]:
    """Find the shares, below all, of bodies of which the unit is one: it reaches no part of such a share by itself.

    >>> text, unit = "thêm ít nhất 10% số trường có thư viện", UnitProfile("Trường THCS A", "school")
    >>> [text[found.start : found.end] for found in shares_of_class(text, unit)]
    ['10%']
    >>> list(shares_of_class("giảm 10% trường hợp vi phạm, 100% trường học đạt chuẩn", unit))
    []
    """
    kind, words = kind_of(profile), class_words(profile)
    for match in _ANY_SHARE_RE.finditer(text):
        counted = match_key(text[match.end() : match.end() + 80])
        if kind.level == "commune":
            communes = re.match(_COMMUNES, counted)
            # "50% số xã trên toàn tỉnh": said of the whole in so many words.
            whole = communes and not communes["body"] and _OF_WHOLE_RE.match(counted, communes.end())
            own = communes is not None and not whole
        else:
            own = kind.level == "unit" and re.match(kind.one_of_class, counted) is not None
            own = own or (words is not None and re.match(rf"{re.escape(words)}(?!\w)", counted) is not None)
        if own and not counted.startswith("trường hợp"):
            yield Range(*match.span("share"))


def aims_at_communes(text: str, profile: UnitProfile) -> bool:
    """Whether what a clause is to do first is a share of the communes, which none of them reaches alone.

    >>> unit = UnitProfile("UBND xã A", "commune")
    >>> aims_at_communes("Năm 2026, bảo đảm ít nhất 70% xã, phường có thư viện", unit)
    True
    >>> aims_at_communes("Mua sách, bảo đảm ít nhất 70% xã, phường có thư viện", unit)
    False
    """
    shares = shares_of_class(text, profile) if kind_of(profile).level == "commune" else ()
    return any(_FIRST_RE.fullmatch(text[: share.start]) for share in shares)


def counts_own_class(text: str, profile: UnitProfile) -> bool:
    """Whether a share of the unit's own class is told ("tại 100% nhà trường"), whoever is counted before it.

    >>> counts_own_class("tuyên truyền cho người học tại 100% các trường học", UnitProfile("Trường THCS A", "school"))
    True
    >>> counts_own_class("phủ sóng 100% các bệnh viện", UnitProfile("Trường THCS A", "school"))
    False
    """
    key, own = match_key(text), kind_of(profile).one_of_class
    return any(re.match(own, key[share.end() :]) for share in _EACH_SHARE_RE.finditer(key))


def judge_target(text: str, profile: UnitProfile, *, own_field: bool) -> Ruling:
    """A target is the unit's unless it counts another body or another field of work."""
    if whole := counts_above(text, profile, target=True):
        return lost(whole)
    if residents := _of_residents(text, profile):
        return lost(residents)
    levels = _OF_LEVEL_RE.search(text) if kind_of(profile).level == "unit" else None
    if levels and not speaks_of_own(text, profile) and "đơn vị sự nghiệp" not in match_key(text):
        return lost(Cause("level", levels["level"]))
    found = tuple(a for a in find_agencies(text) if not _NO_BODY_RE.fullmatch(match_key(a.name)))
    reaches = reaches_of(found, profile)
    kind = kind_of(profile)
    agencies = tuple(a for a in found if not _OBJECT_RE.search(text[: a.start]))
    local = kind.level == "commune" and all(_LOCAL_RE.fullmatch(match_key(a.name)) for a in agencies)
    led = profile.kind == "party_committee" and all(_LED_RE.search(match_key(a.name)) for a in agencies)
    if agencies and not any(reaches) and not (local or led):
        return lost(Cause("target_of_others", names_of(agencies)))
    if counts_communes(text, profile):
        return lost(Cause("target_of_communes"))
    if not kind.area and kind.system == "state":
        above = (profile.parent or "") if kind.level == "unit" else ""
        own = match_key(" ".join((profile.name, above, *profile.field)))
        head = match_key(text[:160])
        told = ((re.search(row[1], head), row[0], row[2]) for row in read_rows("domains.tsv"))
        found_at = sorted((m.start(), field, signs) for m, field, signs in told if m)
        fields = [(field, signs) for _, field, signs in found_at]
        own_work = own_field or any(re.search(signs, own) for _, signs in fields)
        # What a room of a department does for all of it ("chuyển đổi số") is no field whose targets are its own.
        unit = replace(profile, divisions=()) if kind.name == "department" and profile.field else profile
        own_work = own_work or speaks_of_own(text, unit)
        if fields and not any(reaches) and not own_work:
            return lost(Cause("target_of_field", fields[0][0]))
        foreign = None if any(reaches) or own_work else foreign_field(text, unit, "")
        if foreign:
            return lost(Cause("target_of_field", foreign))
    return Ruling("bound" if any(reaches) else "general")
