"""Parts of a parent that are others' by their heading: the situation, criteria of awards, another level's or body's duty.

Also parts divided by whom they address ("Đối với các sở, ngành", "Đối với UBND cấp xã"): the unit's own is kept whole,
whatever stands above it; beside it, those for other bodies are theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from assistant.draft.cause import Cause, charged_to
from assistant.draft.parent.binding import foreign_duty, is_plural, reach_of
from assistant.draft.parent.members import members_without
from assistant.draft.parent.other_classes import of_other_trade
from assistant.draft.parent.results import tells_both
from assistant.draft.parent.roles import names_role
from assistant.draft.parent.school_levels import other_level
from assistant.draft.parent.superior import counts_above
from assistant.draft.parent.whose import charged, reaches_of
from assistant.draft.parent.works import far_part
from assistant.draft.unit.parts import names_other_part
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import Agency, find_agencies, read_agencies, split_names
from ingest.facts.bodies.loose import BODY_WORD_RE
from ingest.plan import Section
from ingest.spelling import match_key

__all__ = [
    "addressed",
    "addressed_part",
    "for_others",
    "lost_by_heading",
    "opens_as_others",
    "part_of_others",
    "tells_level",
]

_SITUATION_RE = re.compile(
    r"(?i)\W*(?:phần\s+)?(?:khái quát|đánh giá|đặc điểm)?,?\s*(?:chung\s+)?(?:về\s+)?(?:tình hình|kết quả (?:thực hiện|đạt được)|thực trạng|sự cần thiết|bối cảnh)(?!\w)"
    r"|(?i:\W*dự báo (?:những |các |một số )?(?:tác động|chỉ tiêu|tình hình|xu hướng|bối cảnh|nhân tố|yếu tố|khó khăn)(?!\w)(?!.*(?:nhiệm vụ|giải pháp|cơ cấu)))"
    r"|(?i:\W*(?:những |một số )?(?:thuận lợi|khó khăn|tồn tại|nguyên nhân|bài học kinh nghiệm)(?:(?:,| và) (?:khó khăn|hạn chế|vướng mắc|thách thức|nguyên nhân))*\W*$)"
)
_ASSESSED_RE = re.compile(
    r"(?:^(?:Chính phủ|Thủ tướng|UBND|Ủy ban|Hội nghị|Ban|Tỉnh ủy|Đảng ủy|Bộ|Sở)[^,;:]{0,40}?\s|\sthống nhất )(?:thống nhất )?(?:đánh giá|nhận định)(?:\s(?:rằng|chung))?\W*$"
)
# How others judge and reward: not what the unit is to do.
_CRITERIA_RE = re.compile(
    r"(?i)\W*(?:các\s+|một số\s+)?(?:tiêu chí|tiêu chuẩn (?:thi đua|khen|xét)|(?:cách thức|phương pháp) (?:xếp|chấm|tính|đánh giá)|thang điểm|bảng điểm|chấm điểm|điểm (?:cộng|trừ|thưởng)"
    r"|xếp (?:hạng|loại)|bình xét|cơ cấu (?:giải|khen)|số lượng khen|hồ sơ (?:đề nghị )?khen)(?!\w)"
)
# What the unit's own class must meet is its duty.
_MET_RE = re.compile(r"(?i)\W*(?:các\s+|một số\s+)?tiêu chí(?! (?:thi đua|khen|xếp|chấm|bình))(?!\w)")
_LEVEL_RE = re.compile(r"(?i)\W*(?:ở |đối với )?cấp (?P<level>trung ương|tỉnh|thành phố|huyện|xã|cơ sở)\W*")
# "Tổng hợp, báo cáo ở cấp tỉnh" beside "... ở cấp xã": the same work, told for each level; the line may run on.
_AT_LEVEL_RE = re.compile(
    r"\W*(?:(?:Ở |Đối với )?(?i:cấp)|[^;:.]{3,80}?\s(?:ở|tại) cấp) (?i:(?P<level>trung ương|tỉnh|thành phố|huyện|xã|cơ sở))(?:\W*$|\s(?=[A-ZĐÂÔƠƯÊ]))"
)
_SCHOOLS_RE = re.compile(
    r"(?i)\W*(?:đối với|các|cấp|bậc|khối)\s+(?:các\s+)?(?:cấp học\s+)?(?:trường|cơ sở giáo dục|mầm non|tiểu học|thcs|thpt|trung học)"
)
_LEVELS = {
    "trung ương": "state",
    "tỉnh": "province",
    "thành phố": "province",
    "huyện": "district",
    "xã": "commune",
    "cơ sở": "commune",
}
_REQUEST_RE = re.compile(r"(?i)(?:trân trọng )?đề nghị\s")
_DUTY_OF_RE = re.compile(
    r"(?i)(?:trách nhiệm|nhiệm vụ|quyền hạn|nội dung (?:giám sát|kiểm tra|theo dõi|thực hiện))(?:(?:,| và) (?:trách nhiệm|nhiệm vụ|quyền hạn))*\s+của\s*(?P<who>\S.*)$"
)
# A role in a programme is a body's, too: "chủ dự án thành phần", "chủ chương trình".
_BODY_RE = re.compile(rf"{BODY_WORD_RE.pattern}|(?i:chủ (?:chương trình|dự án))(?!\w)")
# "1. Về sắp xếp thư viện thuộc bộ, ngành" beside "2. Về sắp xếp thư viện ở địa phương".
_ABOUT_RE = re.compile(r"(?i)\W*về\s[^;:.]{5,80}?\s(?:thuộc|ở|của|tại)\s(?P<who>[^;:.]{3,60}?)\W*")
_COLLECTIVE_RE = re.compile(
    r"(?i)(?:các |từng |mỗi )?(?:tập thể|cá nhân)(?:(?:,| và) (?:các |từng |mỗi )?(?:tập thể|cá nhân))?"
)
_ADDRESSED_RE = re.compile(
    r"(?i)\W*(?:\(?[\divxlc]+[.)]\s*)?(?:phần\s+|nội dung\s+|nhiệm vụ\s+)?(?:đối với|dành cho|về phía|với)\s+(?P<who>\S.*)$"
)
_PEOPLE_RE = re.compile(
    r"(?i)(?:các |mỗi |từng )?(?:cá nhân|cán bộ|công chức|viên chức|người lao động|đảng viên|đoàn viên|hội viên)(?!\w)"
)
_PLACE_RE = re.compile(r"(?i)(?:cấp |các )?(?:tỉnh|thành phố|trung ương|huyện|xã|phường)(?!\w)")
# "Đối với địa phương", "Đối với cấp tỉnh": the level itself, no noun of which it is an attribute.
_OWN_LEVEL_RE = re.compile(r"(?i)(?:các )?(?:(?:chính quyền )?địa phương|cấp (?:tỉnh|xã|huyện))")
_AWARD_RE = re.compile(r"(?i)khen|bình xét|xếp (?:hạng|loại)|chấm|thang điểm|đánh giá")


def addressed(heading: str, profile: UnitProfile) -> Literal["own", "people", "other"] | None:
    """Whom a heading addresses: the unit, its people, other bodies; None where it addresses nobody.

    >>> unit = UnitProfile("Hội Nông dân tỉnh A", "agency")
    >>> [addressed(f"Đối với {who}", unit) for who in ("các đoàn thể", "cá nhân", "các sở, ngành", "công tác cán bộ")]
    ['own', 'people', 'other', None]
    >>> [addressed(heading, UnitProfile("UBND xã A", "commune")) for heading in ("Cấp xã", "Cấp tỉnh", "Cấp nước")]
    ['own', 'other', None]
    """
    if level := _LEVEL_RE.fullmatch(heading):
        return _told_to(level, profile)
    found = _ADDRESSED_RE.match(heading)
    if found is None:
        return None
    who = found["who"].strip(" :.")
    names = split_names(who)
    if any(reach_of(a.name, profile, collective=a.collective or is_plural(a.name)) for a in names):
        return "own"
    if _OWN_LEVEL_RE.fullmatch(who) and reach_of(who, profile):
        return "own"
    if _PEOPLE_RE.match(who):
        return "people"
    bodies = bool(find_agencies(who)[:1]) and find_agencies(who)[0].start == 0
    return "other" if bodies or BODY_WORD_RE.match(who) or _PLACE_RE.match(who) else None


def _told_to(level: re.Match[str], profile: UnitProfile) -> Literal["own", "other"]:
    """Whether a level is that of the unit's territory."""
    kind = kind_of(profile)
    return "own" if kind.area and _LEVELS[level["level"].lower()] == kind.level else "other"


def tells_level(opening: str) -> bool:
    """Whether words begin by saying at which level the work is done: "Cấp tỉnh Sở Y tế giám sát"."""
    return _AT_LEVEL_RE.match(opening) is not None


def addressed_part(opening: str, profile: UnitProfile) -> Literal["own", "people", "other"] | None:
    """Whom a part addresses by its first words, also by the level at which its work is done.

    >>> told = ("Báo cáo ở cấp xã", "Tổng hợp ở cấp huyện", "Cấp tỉnh Sở Y tế giám sát", "Về quản lý chợ của bộ, ngành", "Cấp phép ở chợ")
    >>> [addressed_part(words, UnitProfile("UBND xã A", "commune")) for words in told]
    ['own', 'other', 'other', 'other', None]
    """
    if level := _AT_LEVEL_RE.match(opening):
        return _told_to(level, profile)
    about = _ABOUT_RE.fullmatch(opening)
    return addressed(f"Đối với {about['who']}" if about else opening, profile)


# Sorts and levels alone: "xã có chợ tạm" may be the unit, "tỉnh lộ 12" is a road.
_SORT = r"(?:cấp )?(?:sở|ban|ngành|tỉnh|huyện|xã|phường|đặc khu)"
_FOR_LEVEL_RE = re.compile(
    rf"(?i)\W*(?P<to>đối với (?P<whom>(?P<sort>(?:các |ubnd (?:các )?)*{_SORT}(?:(?:,| và|, và) (?:các )?{_SORT})*)|[^:;.\d]{{3,60}}?)):\s+"
)


def _other_school(whom: str, profile: UnitProfile) -> bool:
    return kind_of(profile).name == "school" and other_level(match_key(whom), profile)


def for_others(text: str, profile: UnitProfile) -> Cause | None:
    """Why a clause is others' that says itself for which level or sort of bodies it is, and names nobody else who acts.

    >>> unit = UnitProfile("UBND xã A", "commune")
    >>> for_others("Đối với các phường: bố trí điểm đỗ xe", unit).told, for_others("Đối với xã có chợ: di dời", unit)
    ('các phường', None)
    >>> for_others("Đối với các trường trung học cơ sở: thi hùng biện", UnitProfile("Trường Tiểu học A", "school")).told
    'các trường trung học cơ sở'
    """
    told = _FOR_LEVEL_RE.match(text)
    if told and not (told["sort"] or _other_school(told["whom"], profile)):
        return None
    if told is None or read_agencies(text, told.end())[0] or addressed(told["to"], profile) != "other":
        return None
    return charged_to([told["whom"]])


def opens_as_others(text: str, actors: Sequence[Agency], profile: UnitProfile) -> Cause | None:
    """Why a clause is not the unit's by its first words: a count of the whole, another level or sort of bodies, another trade.

    >>> from ingest.facts.bodies.agencies import find_agencies
    >>> told = "Các đơn vị thu gom rác ký hợp đồng"
    >>> opens_as_others(told, find_agencies(told), UnitProfile("Sở Nội vụ", "department")).told
    'các đơn vị thu gom'
    """
    if others := counts_above(text, profile, target=False) or for_others(text, profile):
        return others
    trade = of_other_trade(match_key(text), profile) if actors else None
    # "Các đơn vị | thu gom rác": of the class only its noun was read; a role that the unit holds is read whole.
    return charged_to([trade]) if trade and len(actors[0].name) < len(trade) else None


def _speaks_of_award(heading: str) -> bool:
    """Whether a heading tells how others judge and reward; "Tiêu chí thi đua" tells what is to be met."""
    return _AWARD_RE.search(heading) is not None


def part_of_others(opening: str, beside: Sequence[str], profile: UnitProfile) -> Cause | None:
    """Why a part that opens by addressing other bodies is theirs, where a part beside it addresses the unit.

    Also where the parts beside it tell the same work of several levels.
    """
    if addressed_part(opening, profile) != "other":
        return None
    levels = {level["level"].lower() for one in beside if (level := _AT_LEVEL_RE.match(one))}
    divided = len(levels) > 1 or any(addressed_part(one, profile) == "own" for one in beside)
    return Cause("part_of_others", opening) if divided else None


def _others_duty(section: Section, profile: UnitProfile, *, asked: bool) -> Cause | None:
    """Why all below a heading is others' work, as its words tell; None where they do not.

    ``asked``: a heading above names the unit or its class.
    """
    heading = section.heading
    if not heading:
        return None
    if names_other_part(heading, profile):
        return charged_to([heading])
    mine = any(reaches_of(find_agencies(heading), profile)) or names_role(heading, profile)
    if (_SITUATION_RE.match(heading) and not tells_both(heading)) or _ASSESSED_RE.search(heading):
        return Cause("past")
    if _CRITERIA_RE.match(heading) and not (_MET_RE.match(heading) and (mine or asked)):
        return Cause("judged")
    if kind_of(profile).name == "school" and _SCHOOLS_RE.match(heading):
        return Cause("school_level", heading) if other_level(match_key(heading), profile) else None
    level = _LEVEL_RE.fullmatch(heading)
    if level and _LEVELS[level["level"].lower()] != kind_of(profile).level:
        return Cause("level", heading)
    if _REQUEST_RE.match(heading) and not mine and profile.name.lower() not in heading.lower():
        return Cause("asked_of_others", heading)
    told = charged(heading, 0, len(heading))
    if told and not any(reaches_of(told.actors, profile)):
        return charged_to([a.name for a in told.actors])
    duty = _DUTY_OF_RE.match(heading)
    if duty and _COLLECTIVE_RE.fullmatch(duty["who"].strip(" .:;")):
        return None  # who that is, is told beneath
    if duty and _BODY_RE.match(duty["who"]) and not any(reaches_of(split_names(duty["who"]), profile)):
        return charged_to([duty["who"]])
    return None


def _tells_rewards(heading: str) -> bool:
    """Whether a heading tells for which rewards the unit may propose its own, not how they are chosen.

    >>> _tells_rewards("Hình thức khen thưởng"), _tells_rewards("Tiêu chuẩn khen thưởng")
    (True, False)
    """
    return re.match(r"(?i)\W*(?:các )?hình thức (?:và tiêu chuẩn )?khen", heading) is not None


def _foreign_themes(heading: str, profile: UnitProfile) -> Cause | None:
    """Why no unit of its kind has what a heading tells: of several themes ("Cải cách thủ tục; tăng cường kỷ luật; ...") each."""
    found = [foreign_duty(theme, profile) for theme in heading.split(";")]
    return found[-1] if all(found) else None


def lost_by_heading(
    section: Section, above: str, lost: Cause | None, profile: UnitProfile, *, listed: bool, asked: bool
) -> Cause | None:
    """Why all below a heading is others' by its words, or by what stands above it (``lost``)."""
    to = addressed(section.heading, profile) if section.heading else None
    judged = lost is not None and lost.why == "judged"
    people = to == "people" and not _speaks_of_award(above.rpartition(" / ")[2])
    if to == "own" or (judged and (people or _tells_rewards(section.heading))):
        # "b) Đối với các đoàn thể" beside "a) Đối với các sở, ngành": the unit's own part, whatever it is part of.
        return None
    if to == "other" and judged:
        return Cause("part_of_others", section.heading)
    lost = lost or (_foreign_themes(section.heading, profile) if section.heading and not listed else None)
    members = members_without(section.heading, profile)
    lost = lost or (charged_to(members) if members else None) or far_part(section.heading, profile)
    return lost or _others_duty(section, profile, asked=asked)
