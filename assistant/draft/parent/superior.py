"""What a clause tells of the superior itself, and no unit below takes over: its ranks, its money, its gaps, its own deeds.

In: a clause that charges nobody below by name, and where it stands. Out: the cause to leave it out, or None.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assistant.draft.cause import Cause
from assistant.draft.parent.binding import of_commune
from assistant.draft.unit.natures import natures_of
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.language.verbs import starts_plain, starts_predicate
from ingest.facts.tasks.roles import find_predicate, read_subject
from ingest.spelling import match_key

__all__ = [
    "BLANK_RE",
    "acts_itself",
    "answers_to_own_head",
    "closes_plan",
    "counts_above",
    "of_the_superior",
    "opens_closing",
    "tells_to_do",
    "whole_above",
]

_RANK_RE = re.compile(
    r"(?:chỉ số|par index|sipas|papi|(?<!\w)pci(?!\w)|(?<!\w)dti(?!\w)|(?<!\w)pgi(?!\w))[^.;]{0,80}?(?:(?:của|cấp) (?:toàn )?(?:tỉnh|thành phố|huyện)(?!\w)|nội tỉnh)"
    r"|(?:tăng|nâng|cải thiện)[^.;,]{0,20}? \d+ (?:bậc|hạng)(?!\w)"
    r"|(?:vào|trong|thuộc) (?:nhóm|tốp|top) (?:các )?(?:\d+ )?(?:các )?(?:tỉnh|địa phương|thành phố)"
    r"|(?:vào|trong|thuộc) (?:nhóm|tốp|top) \d+ (?:của )?(?:vùng|khu vực|cả nước|toàn quốc)(?!\w)"
    r"|(?:vào|trong|thuộc) (?:nhóm|tốp|top)(?: [^.;]{0,12}?)? (?:\d+ |các |những )(?:nước|quốc gia)|(?<!\w)\d+ (?:nước|quốc gia) (?:dẫn đầu|đứng đầu|hàng đầu)"
    r"|(?:xếp|đứng) (?:hạng |thứ |vị trí |(?:trong |vào )?(?:tốp |top |nhóm ))[^.;]{0,30}(?:cả nước|toàn quốc|trong vùng|cả vùng)"
    r"|^(?:phấn đấu )?(?:đưa )?(?:việt nam|đất nước|nước ta)(?: [^,;.]{0,30}?)? (?:phấn đấu|nằm|thuộc nhóm|đứng|trở thành|là)(?!\w)"
    r"|^(?:phấn đấu )?(?:tỉnh|thành phố|huyện)(?! (?:ủy|đoàn|lộ))(?: [^,;.]{0,30}?)? (?:phấn đấu|nằm|thuộc nhóm|đứng|trở thành|giữ vững vị trí)(?!\w)"
)
_RANKED_RE = re.compile(r"\s(?:phấn đấu |sẽ )?(?:nằm|thuộc nhóm|đứng|trở thành|giữ vững vị trí)(?!\w)")
_AMOUNT = (
    r"\d[\d.,]*\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|usd|vnđ)(?!\w)|\d[\d.,]*\s*(?:triệu|tỷ|tỉ)(?!\w)"
)
_AMOUNT_RE = re.compile(_AMOUNT)
_MONEY_RE = re.compile(
    r"^\W*(?:tổng (?:kinh phí|mức|dự toán|số|vốn|nhu cầu|nguồn)|(?:dự toán |nhu cầu )?(?:kinh phí|vốn|ngân sách)(?: (?:thực hiện|dự kiến|năm|nhà nước|trung ương|tỉnh|bảo đảm|hỗ trợ|xã hội hóa)| [^.;:]{0,60}là)?|nguồn (?:vốn|kinh phí|ngân sách)|trong đó|gồm)(?!\w)"
)
# "Kinh phí của cấp xã do ngân sách cấp xã bảo đảm" says nothing to a department.
_COMMUNES_PAY_RE = re.compile(
    r"\W*(?:nguồn |phần )?(?:kinh phí|ngân sách|vốn) (?:thực hiện )?(?:của |tại |ở |cho )?(?:ubnd )?(?:các )?(?:cấp xã|xã, phường)(?!\w)"
)
_NORM_RE = re.compile(
    r"(?:mỗi|từng|bình quân|định mức|mức (?:hỗ trợ|chi|thưởng|đóng góp|khoán|trợ cấp|bồi dưỡng))(?!\w)|(?:đồng|triệu|tỷ)\s*/"
)
_WHOLE_RE = re.compile(
    r"(?:bệnh viện|trường|trung tâm|viện|tổng công ty|công ty|tập đoàn|học viện|liên đoàn lao động|sở|cục|đảng ủy|nhà máy)(?!\w)"
)
# "Kiện toàn Tổ thường trực, do 01 Phó Giám đốc Sở làm Tổ trưởng": who stands at its head stands above.
_LED_RE = re.compile(
    r"(?<!\w)do (?:(?:01|một|đồng chí|đ/c) )*(?:phó )?(?:giám đốc sở|chủ tịch (?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố|huyện)|(?:bí thư|thường trực|ủy viên ban thường vụ|ban thường vụ) (?:tỉnh|thành|huyện) ủy|(?:tỉnh|thành|huyện) ủy viên"
    r"|(?:bộ|thứ) trưởng|lãnh đạo (?:sở|bộ|ubnd tỉnh|ubnd thành phố))[^.;]{0,40}? làm (?:tổ trưởng|trưởng (?:ban|đoàn|tiểu ban)|chủ tịch|chủ nhiệm)"
)
_GROUP_RE = re.compile(
    r"(?:thành lập|kiện toàn|củng cố|duy trì) (?:(?:các|\d+) )?(?:ban chỉ đạo|tổ công tác|tổ giúp việc|hội đồng|đoàn (?:kiểm tra|giám sát|công tác)|ban tổ chức|ban vận động)[^.;,]{0,90}? (?:cấp |của )?(?P<level>tỉnh|thành phố|huyện|phường|xã)(?: (?:ủy|uỷ))?(?= (?:trước|trong|do|để|theo)|[.;,]|$)"
)
_SYSTEM_RE = re.compile(
    r"(?:(?:tiếp tục|rà soát,|nghiên cứu,) )?(?:ban hành|xây dựng|xây|khởi công|động thổ|khánh thành|nâng cấp|hoàn thiện|phát triển|thiết lập|vận hành|duy trì|sửa đổi)(?:(?:,| và) \w+ \w+)?"
    r" (?:(?!theo |vào |với |phục vụ |kết nối |trên |góp phần |thực hiện |triển khai |bám sát |tham gia )[^.;,\s]+ ){2,14}?(?:của (?:toàn )?|cấp )?(?P<level>tỉnh)(?=[.;,]|$| (?:trong|trước|vào) (?:ngày|tháng|quý|năm))"
)
# An establishment makes nothing of the whole province's: "Thiết lập chuyên trang trên Cổng thông tin của tỉnh, nơi cung cấp ...".
_MAKES_RE = re.compile(
    r"(?:(?:tiếp tục|tập trung|đẩy mạnh|nghiên cứu|chủ động|sớm),? )*(?:ban hành|xây dựng|nâng cấp|hoàn thiện|phát triển|thiết lập|vận hành|duy trì|củng cố|kiện toàn|hình thành|đầu tư|công bố|mở rộng|(?:tổ chức|mở)(?= (?:các |những )?(?:hội nghị|hội thảo|hội thi|lễ|cuộc thi|ngày hội|triển lãm|diễn đàn|đại hội|giải)(?!\w)))"
    r"(?:(?:,| và) \w+ \w+(?: hiệu quả)?){0,2} (?:(?!theo |vào |với |phục vụ |kết nối |góp phần |thực hiện |triển khai |bám sát |tham gia |khai thác |sử dụng |ứng dụng |tích hợp |hưởng ứng |cụ thể |về |thành |đề nghị |trình |gửi )[^.;:\s]+ ){1,16}?"
    r"(?<!đầu tiên )(?<!người bệnh )(?<!bệnh nhân )(?<!người dân )(?<!nhân dân )(?<!học sinh )(?:của (?:toàn )?|toàn )(?P<level>tỉnh|thành phố)(?=[.;:,]|$| (?:để|nhằm|theo|bảo đảm|và|phục vụ|giai đoạn|năm|trên|trong|trước|vào|có))"
)
_MINISTRY_RE = re.compile(
    r"(?:(?:[cC]hủ động|[tT]ích cực|[tT]iếp tục|[tT]ăng cường),? )*[pP]hối hợp(?: chặt chẽ| tốt)?(?: với| cùng)? (?:các )?(?:Bộ (?!Chỉ huy|Tư lệnh)[A-ZĐ]|[bB]ộ, (?:ban|cơ quan|ngành)|cơ quan (?:của )?[tT]rung ương|ban, bộ|[bB]an [đĐ]ảng [tT]rung ương)"
)
"""With the capitals of the text: "bộ công cụ" is no ministry."""
_CLOSES_RE = re.compile(
    r"(?:vướng mắc|khó khăn|phát sinh|sửa đổi, bổ sung)[^.]{0,160}(?:phản ánh|báo cáo|kiến nghị|gửi|liên hệ|trao đổi|phản hồi|thông tin|đề xuất)"
)
# Such words on what may arise close a plan wherever they stand, with no time, and no further sentence follows them.
_DIFFICULTIES_RE = re.compile(
    r"(?i)[\W\d]*(?:trong )?quá trình (?:tổ chức |triển khai )*(?:thực hiện|triển khai)[^.,]{0,30}?,?\s(?:(?:nếu|khi)\s[^.,]{0,20}?|có\s|gặp\s|phát sinh\s)(?:những |các )?(?:khó khăn|vướng mắc)"
    r"(?=.*(?:phản ánh|liên hệ))(?!.*(?:\d/\d|(?:hằng|hàng) (?:tuần|tháng|quý|năm)))(?!.*\.\s+(?-i:[A-ZĐ]))"
)
_OPENS_CLOSING_RE = re.compile(
    r"(?i)[\W\d]*(?:trên đây|(?:trong )?quá trình|trong khi|nếu|(?:trân trọng )?đề nghị|yêu cầu|khó khăn|vướng mắc|mọi (?:khó khăn|vướng mắc)|căn cứ|(?:các|những) (?:cơ quan|đơn vị|địa phương)[^.;]{0,60}(?:triển khai|thực hiện))(?!\w)"
)
_NOW_RE = re.compile(r"(?:toàn )?(?:đảng bộ )?(?:tỉnh|thành phố) hiện(?: nay)? có (?:khoảng |trên )?\d")
BLANK_RE = re.compile(r"(?:\.{4,}|…{2,}|(?:\.\s){4,})(?=\s*(?:%|đồng|triệu|tỷ))")
"""Dots where the parent leaves a number open."""
_ITSELF_RE = re.compile(r"(?i)(?P<level>tỉnh|thành phố|huyện|phường|xã|đặc khu|sở|bộ|tổng công ty)\s+(?=\w)")
_PLACE_RE = re.compile(r"(?i)(?:tỉnh|thành phố)\s+(?P<name>\S.*)$")


def of_the_superior(
    text: str, profile: UnitProfile, *, funding: bool, issuer: str | None = None
) -> Cause | None:
    """Say why a clause is the superior's own; ``funding``: it stands in the part on money.

    What the council of the unit's own level resolves, its money too, is the government's to carry out.

    >>> unit = UnitProfile("UBND xã A", "commune")
    >>> of_the_superior("Chỉ số PCI của tỉnh tăng ít nhất 03 bậc", unit, funding=False).why
    'rank'
    >>> of_the_superior("Tổng kinh phí: 5.430 triệu đồng từ ngân sách tỉnh", unit, funding=True).why
    'money'
    >>> office = UnitProfile("Sở Y tế", "department")
    >>> of_the_superior("Kinh phí của cấp xã do ngân sách cấp xã bảo đảm", office, funding=True).why
    'money'
    >>> of_the_superior("Hỗ trợ mỗi xã 50 triệu đồng", unit, funding=True), of_the_superior("Tăng 2 bậc học", unit, funding=False)
    (None, None)
    >>> of_the_superior("Kiện toàn Ban Chỉ đạo chuyển đổi số tỉnh", unit, funding=False).why
    'led_above'
    >>> of_the_superior("Thành lập 05 tổ công tác của Tỉnh ủy, do một Tỉnh ủy viên làm tổ trưởng", unit, funding=False).why
    'led_above'
    >>> of_the_superior("Nâng cấp Hệ thống thông tin của tỉnh", unit, funding=False).why
    'system_above'
    >>> union = UnitProfile("Hội Nông dân xã A", "agency")
    >>> told = ("Động thổ Nhà truyền thống Nông dân tỉnh trong năm 2027", "Mở ngày hội toàn tỉnh trong tháng 9", "Mở lớp về lúa tỉnh nhà")
    >>> [of_the_superior(text, union, funding=False) is not None for text in told]
    [True, True, False]
    >>> council = "HĐND xã A"
    >>> of_the_superior("Tổng kinh phí: 500 triệu đồng", unit, funding=True, issuer=council) is None
    True
    """
    kind, key = kind_of(profile), match_key(text)
    council = rf"(?i)(?:HĐND|hội đồng nhân dân)\s+{kind.self}(?!\w)"
    if kind.area and re.match(council, issuer or ""):
        return None
    if (_RANK_RE.search(key) and "bậc học" not in key) or _ranks_issuer(text, issuer, profile):
        return Cause("rank")
    if _LED_RE.search(key) or _of_level_above(_GROUP_RE.match(key), profile):
        return Cause("led_above")
    if _of_level_above(_SYSTEM_RE.match(key), profile):
        return Cause("system_above")
    below = kind_of(profile).level in {"unit", "commune"}
    if below and _MINISTRY_RE.match(text) and not match_key(profile.parent or "").startswith("bộ "):
        return Cause("led_above")
    if (kind.level == "unit" or _agency_below(profile)) and _MAKES_RE.match(key):
        return Cause("system_above")
    if BLANK_RE.search(text) and (funding or _MONEY_RE.match(key)):
        return Cause("gap")
    if funding and _COMMUNES_PAY_RE.match(key) and kind_of(profile).level != "commune":
        return Cause("money")
    money = _AMOUNT_RE.search(key) is not None and not _NORM_RE.search(key)
    return Cause("money") if money and (funding or _MONEY_RE.match(key)) else None


def _ranks_issuer(text: str, issuer: str | None, profile: UnitProfile) -> bool:
    """Whether a clause tells, by the issuer's place, what that is to become ("Đồng Tháp trở thành trung tâm ...").

    >>> words, issuer = "Phấn đấu Sơn Hà trở thành trung tâm logistics", "UBND tỉnh Sơn Hà"
    >>> [_ranks_issuer(words, issuer, UnitProfile(name, kind)) for name, kind in (("Sở Y tế", "department"), (issuer, "province"))]
    [True, False]
    """
    place = _PLACE_RE.search(issuer or "")
    if place is None or kind_of(profile).name == "province":
        return False
    named = re.compile(rf"(?:(?:Phấn đấu |Đưa |Xây dựng )(?:tỉnh |thành phố )?)?{re.escape(place['name'])}")
    told = named.match(text)
    return told is not None and _RANKED_RE.match(text, told.end()) is not None


def answers_to_own_head(text: str, profile: UnitProfile) -> str:
    """Let the heads of the unit's parts answer to its own head, not to the one above.

    >>> told = "Trưởng các phòng, đơn vị thuộc Sở chịu trách nhiệm trước Chủ tịch UBND tỉnh về tiến độ"
    >>> answers_to_own_head(told, UnitProfile("Sở Nội vụ", "department"))
    'Trưởng các phòng, đơn vị thuộc Sở chịu trách nhiệm trước Giám đốc Sở về tiến độ'
    """
    kind = kind_of(profile)
    parts = f"{re.escape(kind.inner_heads)}|{re.escape(kind.inner)}"
    return re.sub(
        rf"(?i)((?:{parts})(?: phải)? chịu trách nhiệm(?: toàn diện| trực tiếp)? trước )Chủ tịch (?:UBND|Ủy ban nhân dân) (?:tỉnh|thành phố)",
        lambda found: f"{found[1]}{kind.head}",
        text,
    )


@cache
def whole_above(profile: UnitProfile) -> str | None:
    """What the body that the unit is a part of calls itself, as a pattern; None for a unit that is no part.

    >>> whole_above(UnitProfile("Khoa Nội", "hospital", parent="Bệnh viện Đa khoa A"))
    '(?:bệnh viện)'
    """
    part = any(nature.noun for nature in natures_of(profile.name)) or kind_of(profile).self == "Chi bộ"
    found = _WHOLE_RE.match(match_key(profile.parent or "")) if part else None
    if found is None:
        return None
    also = {"trường": "trường|nhà trường", "đảng ủy": "đảng bộ|đảng ủy"}
    return f"(?:{also.get(found[0], found[0])})"


def counts_above(text: str, profile: UnitProfile, *, target: bool) -> Cause | None:
    """Say why a count is that of the whole body above: it opens with it, or is told as a ``target`` of it.

    >>> unit = UnitProfile("Tổ Ngữ văn", "school", parent="Trường THPT A")
    >>> counts_above("toàn trường có 12 sáng kiến", unit, target=False).why
    'target_of_whole'
    >>> counts_above("Mỗi tổ có 01 sáng kiến", unit, target=True) is None
    True
    """
    now = _NOW_RE.match(match_key(text)) if kind_of(profile).name != "province" else None
    if now and not tells_to_do(text):
        return Cause("figures_above")
    above, key = whole_above(profile), match_key(text)
    if above is None or re.search(r"\d", key) is None:
        return None
    opens = re.match(rf"\W*(?:(?:phấn đấu|tính|chung) )?toàn {above}(?!\w)", key)
    told = re.search(rf"(?:(?:chung|tính|trong)? ?toàn|của(?: toàn)?) {above}(?!\w)", key) if target else None
    return Cause("target_of_whole") if opens or told else None


def tells_to_do(text: str) -> bool:
    """Whether a part of a text, from its beginning or a comma on, says to do something or who does it.

    >>> tells_to_do("Tỉnh hiện có 15 hồ, gồm 03 hồ lớn"), tells_to_do("Tỉnh hiện có 15 hồ, UBND các xã cắm biển")
    (False, True)
    """
    parts = (part.end() for part in re.finditer(r"^|[,;:]\s+", text))
    whole = len(text)
    return any(find_predicate(text, at, whole) is not None or read_subject(text, at, whole) for at in parts)


def _agency_below(profile: UnitProfile) -> bool:
    """Whether an agency is one of a commune, by its name or its superior's; where a provincial one sits tells nothing.

    >>> names = "Hội Nông dân xã A", "Bảo hiểm xã hội tỉnh B"
    >>> [_agency_below(UnitProfile(name, "agency", place="phường C")) for name in names]
    [True, False]
    """
    return kind_of(profile).name == "agency" and of_commune(replace(profile, place=None))


def _of_level_above(told: re.Match[str] | None, profile: UnitProfile) -> bool:
    """Whether what is told as a level's own is that of a level above the unit's."""
    kind = kind_of(profile)
    if _agency_below(profile):
        return told is not None and told["level"] not in {"xã", "phường", "đặc khu"}
    if told is None or kind.name in {"department", "agency", "district"} or kind.level == "province":
        return False
    return told["level"] not in {"xã", "phường", "đặc khu"} or kind.level == "unit"


def acts_itself(text: str, issuer: str | None, profile: UnitProfile, at: int = 0) -> str | None:
    """Name the issuer where a clause says by its level that it acts itself ("phường hỗ trợ 500 thùng").

    >>> acts_itself("phường hỗ trợ 500 thùng", "UBND phường Tân Lạch", UnitProfile("Hội Phụ nữ phường Tân Lạch", "agency"))
    'UBND phường Tân Lạch'
    >>> acts_itself("xã hội hóa 50% kinh phí", "UBND xã A", UnitProfile("Trường Tiểu học A", "school")) is None
    True
    """
    if issuer is None:
        return None
    told = _ITSELF_RE.match(text, at)
    place = _PLACE_RE.search(issuer)
    named = re.compile(rf"(?:(?:[Tt]ỉnh|[Tt]hành phố) )?{re.escape(place['name'])}\s+") if place else None
    whole = named.match(text, at) if named else None
    if whole and (starts_predicate(text, whole.end()) or starts_plain(text, whole.end(), len(text))):
        # "Bắc Ninh chủ động xây dựng năng lực": the province's own deed.
        return None if kind_of(profile).name in {"department", "agency"} else issuer
    if told is None:
        return None
    level = told["level"].lower()
    if re.search(rf"(?i)(?<!\w){level}(?!\w)", issuer) is None or kind_of(profile).self.lower() == level:
        return None
    acts = starts_predicate(text, told.end()) or starts_plain(text, told.end(), len(text))
    return issuer if acts else None


def closes_plan(text: str) -> bool:
    """Whether a line is the parent's formula of closing ("Quá trình thực hiện, nếu có vướng mắc, phản ánh về Sở A./.").

    >>> closes_plan("Trong quá trình thực hiện nếu có khó khăn, các đơn vị phản ánh về Sở Y tế để được hướng dẫn./.")
    True
    >>> closes_plan("3. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Sở Y tế.")
    True
    >>> closes_plan("Tổng hợp khó khăn, vướng mắc báo cáo UBND tỉnh trước ngày 05 hằng tháng;")
    False
    """
    ends = text.rstrip(" *").endswith("/.") or _DIFFICULTIES_RE.match(text) is not None
    return ends and _CLOSES_RE.search(match_key(text)) is not None


def opens_closing(text: str) -> bool:
    """Whether words to the end of the plan are its formula of closing, from its first sentence on."""
    return _OPENS_CLOSING_RE.match(text) is not None and closes_plan(text)
