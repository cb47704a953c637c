"""Which collectives of a parent are the unit's own parts: the grammar of what may be narrowed.

In: a sentence and a list of collectives in it. Out: whether the unit's own parts may stand in its place. Where
the collective acts ("các cơ quan, đơn vị rà soát ..."), a verb after it is its predicate; where it is spoken of
("của các cơ quan, đơn vị ..."), whatever follows it but a preposition, a conjunction or a stop picks out some of
its kind ("các cơ quan chuyên trách", "các ngành mũi nhọn"), and those are not the unit's parts.
"""

from __future__ import annotations

import re

from assistant.draft.parent.binding import reach_of
from assistant.draft.parent.other_classes import TRADE
from assistant.draft.unit.profile import Kind, UnitProfile
from ingest.facts.bodies.agencies import Agency, find_agencies
from ingest.facts.language.lexicon import LOWER, UPPER
from ingest.facts.language.verbs import starts_predicate
from ingest.plan import Range
from ingest.spelling import match_key

__all__ = ["OWN_BODY_RE", "acts", "could_include", "gives_opinion", "is_narrowable", "picks_some"]

OWN_BODY_RE = re.compile(
    r"(?:Trung tâm|Văn phòng|Phòng|Bộ phận|Trạm|Hội|Ban|Công an|Đoàn|Đảng bộ|HĐND|Hội đồng nhân dân|Ủy ban Mặt trận|Mặt trận)"
    r"(?:\s[^,;]+)?\s(?P<level>cấp (?:xã|huyện))"
)
"""One body of the unit itself, named by its level: "Trung tâm Phục vụ hành chính công cấp xã"."""
# A body of its own name ("Đảng bộ các cấp", "Ban Chỉ đạo cấp tỉnh"); what opens otherwise is a collective or a class.
_SPECIFIC_RE = re.compile(
    r"(?:Đảng bộ|HĐND|Hội|Đoàn|Công đoàn|Ban(?!,)|Bộ|Mặt trận|Ủy ban Mặt trận|Trung tâm|Công an|Trạm)(?!\w)"
)
# One body with a name of its own beside a collective ("các cơ quan quản lý và Ủy ban Công tác về ...").
_NAMED_RE = re.compile(r"(?:Ủy ban|Uỷ ban)(?! nhân dân| Mặt trận| MTTQ)(?!\w)")
_PARTNER_RE = re.compile(
    r"(?i)(?:phối hợp(?: chặt chẽ| tốt| kịp thời)?|cùng|hướng dẫn|liên kết)(?: với)?\s*(?:[^.;:]{0,60}(?:,| và) )?$"
)
# Whom one advises, asks or reports to stands above or beside, never below.
_UPWARD_RE = re.compile(
    r"(?i)(?:tham mưu|kiến nghị|đề xuất|báo cáo|trình|giúp|xin ý kiến|tố giác|phản ánh|phản biện|giám sát)(?: kịp thời| hoạt động)?(?: (?:cho|với|của|đến|về))?\s*$"
)
# A ministry watches over other ministries and localities, not over its own departments alone.
_WATCHED_RE = re.compile(
    r"(?i)(?:theo dõi|đôn đốc|kiểm tra|giám sát|đánh giá|hướng dẫn|tổng hợp báo cáo của)(?: việc)?\s+$"
)
# Bodies of another owner ("của thành phố"), or those that govern a field, are none of the unit's parts.
_OF_OTHERS_RE = re.compile(
    r"(?i)quản lý nhà nước|\sthành phố$|liên quan|khác$|cơ quan đảng|đơn vị hành chính|chức năng$|thẩm quyền$|trung ương$"
    r"|cơ quan (?:thuế|tài chính|hải quan|xây dựng|kiểm lâm|thi hành án|chủ trì|phối hợp|thường trực)"
)
# Those who are governed, and ministries: parts of no office; "cơ quan, tổ chức, cá nhân" is the law's word for anyone.
_GOVERNED_RE = re.compile(
    r"doanh nghiệp|lĩnh vực|cá nhân|hợp tác xã|hiệp hội|đầu tư|(?<!\w)bộ(?!\w)(?! phận)|nhà khoa học|sự nghiệp công lập"
)
_ANYONE_RE = re.compile(r"cơ quan, (?:đơn vị, )?tổ chức,? (?:và )?(?:doanh nghiệp|cá nhân|công dân)")

_BEFORE_ACTOR_RE = re.compile(
    r"(?i)(?:^|[.;:(“]\s*|,\s*|\d\s*%\s*(?:các |số )?|(?:yêu cầu|đề nghị|chỉ đạo|đôn đốc|giao|phân công|khuyến khích|để|do|khi|nếu|thì|mà"
    r"|nhất là|đặc biệt là|nhiệm vụ của|(?:phối hợp|cùng)(?: chặt chẽ| tốt| kịp thời)?(?: với)?)(?: cho)?\s+)(?:(?:100\s*%|tất cả|toàn bộ) )?$"
)
_OPEN_AFTER_RE = re.compile(
    r"\s*(?:$|[,.;:)\]…”\"/]|(?:và|hoặc|trong|trên|tại|ở|theo|để|từ|khi|nhằm|với|đối|do|bằng|qua|thông|so|đến|tới|gắn|nhất|đặc"
    r"|về|cho|có trách nhiệm|phải|cần|được|đã|sẽ|mình|trực thuộc|thuộc|đạt|triển khai|tổ chức)(?!\w))"
)
# "các đơn vị cấp nước", "các huyện biên giới": what follows picks out some of the kind even where it acts.
_SOME_RE = re.compile(
    rf"\s+(?:(?:{TRADE})(?!\w)|biên giới|miền núi"
    r"|vùng (?:sâu|cao|xa)|ven (?:biển|sông)|khó khăn|đặc biệt khó khăn|còn khó khăn|chuyên trách|của (?!tỉnh|thành phố|mình|đơn vị|địa phương|cơ quan|xã|phường|huyện|sở|ngành)\w|(?:có|chưa có|không có|đã có|chưa|không) (?!trách|nhiệm|thể|kế)\w)"
)
_BARE_RE = re.compile(r"(?i)(?:các|những) (?:đơn vị|cơ sở|tổ chức|ngành)")
# "cán bộ, công chức, viên chức các cấp": people, wherever they work.
_PEOPLE_RE = re.compile(r"(?:các )?(?:cán bộ|công chức|viên chức|người lao động|đảng viên)(?!\w)")
# "giữa cấp ủy, chính quyền với Nhân dân": each side of a relation stays who it is.
_BETWEEN_RE = re.compile(r"(?i)(?<!\w)(?:giữa|quan hệ(?: \w+){0,3} của)\s(?P<side>[^.;:]{0,120})$")
_OTHER_SIDE_RE = re.compile(r"\s*(?:,|và(?!\w)|với(?!\w))")
_OTHERS_FOLLOW_RE = re.compile(
    r"(?i),? (?:và )?(?:đơn vị|tổ chức|cá nhân)[^.;:]{0,30}(?:liên quan|khác)(?!\w)"
)
# "Tham mưu UBND tỉnh chỉ đạo các sở": whom the superior orders are the superior's.
_ORDERED_ABOVE_RE = re.compile(r"(?i)tham mưu[^.;:]{0,80}\s(?:chỉ đạo|giao|yêu cầu|phân công|đôn đốc)\s+$")
# "hỗ trợ từ ngân sách cho các đơn vị sự nghiệp": who is paid.
_PAID_RE = re.compile(
    r"(?i)(?:hỗ trợ|kinh phí|cấp vốn|chi|ngân sách|NSNN|cho vay|bồi thường)(?!\w)[^.,;:]{0,40}\scho\s+$"
)
# What is led by the Party and the government of a place is not led by the unit's own parts.
_LED_BY_RE = re.compile(
    r"(?i)(?:lãnh đạo|chỉ đạo|điều hành)(?:, (?:lãnh đạo|chỉ đạo|quản lý|điều hành))* của\s+$"
)
_OPINION_RE = re.compile(
    r"(?i)(?:nhận được|tiếp nhận|theo)(?: các)? (?:ý kiến|phản hồi|đề nghị|văn bản|hồ sơ)(?: \w+){0,3} của\s+$"
)
# Neither a committee nor an association is made of governments.
_GOVERNMENTS_RE = re.compile(r"(?:các )?(?:cấp chính quyền|chính quyền các cấp)(?!\w)")
_AT_RE = re.compile(r"(?i)(?:tại|ở|về|trên)\s+$")
_LOCALITIES_RE = re.compile(
    r"(?:các|những|từng|mỗi) (?:địa phương|xã|phường|huyện)(?:(?:,| và) (?:xã|phường|đặc khu|thành phố))*"
)
# "theo từng ngành, địa phương": fields of work, not those who work in them.
_EACH_FIELD_RE = re.compile(
    r"(?:từng|mỗi|các) (?:ngành|lĩnh vực)(?:,? (?:và )?(?:từng |mỗi |các )?(?:ngành|lĩnh vực|địa phương))*"
)
_MARKED_RE = re.compile(r"(?:các|những|mỗi|từng|mọi|tất cả|toàn)\s")
_PLACES_RE = re.compile(
    r"(?i)(?:các|những) (?:xã|phường|huyện|địa phương)(?:(?:,| và) (?:xã|phường|đặc khu|thị trấn|huyện|thành phố))*"
)
_WORD_RE = re.compile(r"\s+([^\W\d_]\w*)")
_BESIDE_RE = re.compile(r"\s*(?:,|;|,?\s+và)\s+")
_GOES_ON_RE = re.compile(
    r"(?:thuộc|trực|trên|trong|theo|căn|và|liên|có|khác|được|là|để|phải|cần|đã|đang|sẽ|chưa|không|nhằm|khi|về|đối|với|cho"
    r"|từ|đến|do|của|tại|ở|nhà|hành|cấp|địa|sự|này|nêu|tự|cùng|hoặc|lập|nộp|gửi|nhất|qua|bằng|như|vào|ra|cũng|luôn)$"
)
_BODIES_RE = re.compile(r"(?i)(?:cơ quan|đơn vị), tổ chức(?: xã hội)?$")
_WIDE_RE = re.compile(
    r"(?:các |mọi |những |từng |mỗi )?(?:cơ quan|đơn vị|tổ chức|ngành|lực lượng)(?:(?:,| và|, và) (?:các )?(?:cơ quan|đơn vị|tổ chức|ngành|địa phương|lực lượng))*"
    r"(?: (?:có )?liên quan| chức năng| khác| được giao(?: nhiệm vụ)?| tham gia)?"
)
# "Tổ chức đảng được kiểm tra": one of a kind, whichever the condition fits.
_SOME_OF_RE = re.compile(
    r"(?:các |mỗi |từng )?(?P<noun>\w+(?: \w+){1,2}?) (?:được (?:kiểm tra|giám sát|thanh tra|giao|chọn|phân công|hỗ trợ|kiểm toán)|bị |có (?!trách)|chưa |nào )"
)


def acts(text: str, start: int) -> bool:
    """Tell whether what begins at ``start`` is who acts: it opens the clause, or someone is told to act.

    >>> acts("yêu cầu các đơn vị báo cáo", 8), acts("trách nhiệm của các đơn vị", 16)
    (True, False)
    """
    return _BEFORE_ACTOR_RE.search(text[:start]) is not None


def _list_start(text: str, agency: Agency) -> int:
    """Where the list of collectives begins that ends in one ("các sở, ban, ngành và UBND các xã")."""
    start = agency.start
    for before in reversed(find_agencies(text)):
        if before.collective and _BESIDE_RE.fullmatch(text, before.end, start):
            start = before.start
    return start


def picks_some(text: str, agency: Agency) -> bool:
    """Tell whether the words after a collective narrow it to some of its kind.

    >>> from ingest.facts.bodies.agencies import find_agencies
    >>> text = "các đơn vị cấp nước sạch"
    >>> picks_some(text, find_agencies(text)[0])
    True
    """
    if not agency.collective:
        return False
    gap = re.compile(r"\s*,?\s*").match(text, agency.end)
    after = gap.end() if gap else agency.end
    if match_key(agency.name) == "các ngành":
        # Branches of the economy or of learning, unless they are to do something.
        return not (starts_predicate(text, after) and acts(text, agency.start))
    if _SOME_RE.match(text, agency.end):
        return True
    if acts(text, agency.start) or acts(text, _list_start(text, agency)):
        word = _WORD_RE.match(text, agency.end)
        noun = (
            word is not None and not _GOES_ON_RE.match(word[1]) and not starts_predicate(text, word.start(1))
        )
        # "các đơn vị xuất khẩu": no verb follows, so a noun does, which says which.
        if noun and (_BARE_RE.fullmatch(agency.name) or _PLACES_RE.fullmatch(agency.name)):
            return True
    elif not _OPEN_AFTER_RE.match(text, agency.end):
        return True
    # "phối hợp với cơ quan, tổ chức quản lý trạm": some bodies, whichever manage it.
    bodies = _BODIES_RE.search(agency.name) and not text[agency.end :].lstrip().startswith(
        ("liên", "có liên")
    )
    return bool(bodies)


def could_include(name: str, binds: tuple[str, ...]) -> bool:
    """Whether a collective is so wide, or told by a condition, that an officer must say whether the unit is meant.

    >>> could_include("các đơn vị liên quan", ()), could_include("các doanh nghiệp viễn thông", ())
    (True, False)
    >>> could_include("Tổ chức đảng được kiểm tra", ("tổ chức đảng",))
    True
    """
    key = match_key(name)
    if _WIDE_RE.fullmatch(key):
        return True
    some = _SOME_OF_RE.match(key)
    return some is not None and any(re.search(word, some["noun"]) for word in binds)


def gives_opinion(before: str) -> bool:
    """Whether what stands before a collective says that its opinion came in ("ý kiến phản hồi của các cơ quan").

    >>> gives_opinion("sau khi nhận được ý kiến phản hồi của "), gives_opinion("trách nhiệm của ")
    (True, False)
    """
    return _OPINION_RE.search(before) is not None


def _of_others(text: str, group: Range, kind: Kind) -> bool:
    """Whether the list holds bodies that are parts of no such unit."""
    key, before = match_key(text[group.start : group.end]), text[: group.start]
    if _PARTNER_RE.search(before) or _UPWARD_RE.search(before) or _OF_OTHERS_RE.search(key):
        return True
    if gives_opinion(before):
        return True
    if _PEOPLE_RE.match(key) or _ORDERED_ABOVE_RE.search(before) or _PAID_RE.search(before):
        return True
    if _GOVERNMENTS_RE.match(key) and (kind.system == "party" or kind.name == "agency"):
        return not acts(text, group.start)
    if kind.system == "state" and "cấp ủy" in key and _LED_BY_RE.search(before):
        return True
    if _ANYONE_RE.search(key):
        return True
    if kind.self == "Bộ" and _WATCHED_RE.search(before):
        return True
    return _GOVERNED_RE.search(key) is not None and not acts(text, group.start)


def _one_side(text: str, group: Range) -> bool:
    """Whether the list is one side of a relation between bodies, or one of several members of such a list.

    >>> text = "quan hệ giữa các cơ quan với Nhân dân; phối hợp giữa các đơn vị trong tỉnh"
    >>> _one_side(text, Range(13, 24)), _one_side(text, Range(52, 62))
    (True, False)
    """
    before = text[: group.start]
    between = _BETWEEN_RE.search(before)
    bare = text[group.start : group.end].lower() in {"các cơ quan", "các đơn vị", "các tổ chức"}
    if between and (between["side"].strip() or bare or _OTHER_SIDE_RE.match(text, group.end)):
        return True
    # "các cơ quan, tổ chức có liên quan"
    return bare and _OTHERS_FOLLOW_RE.match(text, group.end) is not None


def _spoken_of(text: str, group: Range, kind: Kind) -> bool:
    """Whether a list that nobody tells to act says a place, a field, people or bodies of another level.

    >>> from assistant.draft.unit.profile import kinds
    >>> text = "theo từng ngành, địa phương; nhiệm vụ của địa phương, cơ quan, đơn vị"
    >>> _spoken_of(text, Range(5, 27), kinds()["commune"]), _spoken_of(text, Range(54, 69), kinds()["commune"])
    (True, True)
    """
    key, before = match_key(text[group.start : group.end]), text[: group.start]
    gap = re.compile(r"\s*").match(text, group.end)
    if starts_predicate(text, gap.end() if gap else group.end) or re.search(
        r"\d\s*%\s*(?:các |số )?$", before
    ):
        return False
    if _EACH_FIELD_RE.fullmatch(key) and not acts(text, group.start):
        return True
    if _LOCALITIES_RE.fullmatch(key) and _AT_RE.search(before):
        return True
    if kind.name == "commune" and _PLACES_RE.match(key) and not acts(text, group.start):
        return True  # "tại các phường và trung tâm xã", "lịch của các xã": no rooms of one of them
    if re.search(r"(?:,|\svà)\s*$", before) and not _MARKED_RE.match(key):
        return True  # "của địa phương, cơ quan, đơn vị": the rest of a list that begins elsewhere
    if kind.area:
        return False
    other_level = kind.name in {"agency", "school", "hospital"} and re.search(
        r"cấp (?:tỉnh|huyện|xã)|hội đồng nhân dân", key
    )
    return not acts(text, group.start) and bool(other_level or "trên địa bàn" in key)


def is_narrowable(text: str, group: Range, agencies: list[Agency], profile: UnitProfile, kind: Kind) -> bool:
    """Whether a list of collectives stands for the unit's own parts, and is not yet said as the unit says it."""
    old = text[group.start : group.end]
    reached = [a for a in agencies if reach_of(a.name, profile, collective=a.collective)]
    # "UBND xã, phường" is a class of several, though it reads as the name of one.
    if not reached or any(reach_of(a.name, profile) == "unit" and "," not in a.name for a in reached):
        return False
    beside = re.compile(r"(?:\s+và|,)\s+").match(text, group.end)
    if beside and _NAMED_RE.match(text, beside.end()):
        return False
    if _of_others(text, group, kind) or (_SPECIFIC_RE.match(old) and not OWN_BODY_RE.fullmatch(old)):
        return False
    if _one_side(text, group) or _spoken_of(text, group, kind):
        return False
    key = match_key(old)
    # "các phòng, đơn vị thuộc Sở xây dựng kế hoạch" is said already, though "Sở Xây dựng" is a body, too.
    said = (kind.leaders, kind.head, kind.inner, kind.one_inner, kind.inner_heads)
    if key.startswith(tuple(match_key(words) for words in said)):
        return False
    # "giữa các ngành Giáo dục, Nội vụ": the collective is only the head of names that follow.
    head_only = re.match(rf"\s+[{UPPER}][{LOWER}]", text[group.end :]) and not re.search(
        rf"[{UPPER}]", old[1:]
    )
    return not head_only
