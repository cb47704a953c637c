"""What a superior's section hands down: its establishments' tasks and their professional work, which the unit carries out.

In: a clause that charges the unit's own superior (the profile's parent), and the profile. Out: where in the clause
the unit's task begins, or None where the duty is the superior's: to govern, to inspect, to advise, to give money.
Only units without state management have one (schools, hospitals, bodies of a department).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.draft.parent.binding import foreign_duty, is_plural, reach_of
from assistant.draft.parent.fields import speaks_of_own
from assistant.draft.parent.lowered import with_us
from assistant.draft.parent.own_targets import counts_own_class
from assistant.draft.parent.school_levels import other_level
from assistant.draft.unit.natures import class_of_name, natures_of
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import Agency, find_agencies, read_agencies, same_agency
from ingest.facts.tasks.roles import find_predicate
from ingest.spelling import match_key

__all__ = ["everywhere_of_class", "handed_task", "task_with", "watches_us"]

# "Chỉ đạo các bệnh viện, cơ sở y tế trực thuộc chuẩn bị thuốc": what they are told to do is theirs.
_TELLS_RE = re.compile(
    r"(?i)\W*(?:chủ trì,? )?(?:tăng cường |tiếp tục )?(?:lãnh đạo,? )?(?:chỉ đạo|hướng dẫn|yêu cầu|giao|đôn đốc|triển khai đến)(?!\w)[^.;]{0,40}?$"
)
_GOVERNS_RE = re.compile(
    r"quản lý nhà nước|thanh tra|kiểm tra|giám sát|tham mưu|thẩm định|phê duyệt|cấp (?:giấy )?phép|xử lý vi phạm|phân bổ|dự toán"
    r"|quy hoạch|hướng dẫn|chỉ đạo|đôn đốc|(?<!\w)ban hành|(?<!\w)trình(?!\w)(?! (?:độ|tự|diễn|duyệt))|tổng hợp|báo cáo|toàn (?:ngành|tỉnh|thành phố)|trên địa bàn"
    r"|đầu tư|xây dựng (?:mới|cơ sở|trường)|mạng lưới|tuyển dụng|bố trí|tập huấn|bồi dưỡng"
)
# What a body builds, buys or prints it does itself, whatever it is for ("in tờ thực đơn", "xây kho giống học đường").
_MAKES_RE = re.compile(
    r"(?i)\W*(?:(?:chủ trì|tổ chức|triển khai|hoàn thành|tiếp tục)(?:,| và)? )*(?:(?:in|in ấn|mua|mua sắm|lắp đặt|khởi công|thuê|đặt (?:mua|in|hàng)|sản xuất|chế tạo|phát hành|biên soạn|thành lập)(?!\w)"
    r"|(?:xây|xây dựng|sửa chữa|cải tạo|nâng cấp) (?:\d+ )?(?:kho|nhà|phòng|bể|trạm|công trình|bếp|khu|trại|vườn|trung tâm|cổng|hệ thống|nền tảng|phần mềm|cơ sở dữ liệu)(?!\w))"
)
_COMMITTEE_RE = re.compile(r"(?i)(?:UBND|ủy ban nhân dân)\s+(?:xã|phường|đặc khu)(?!\w)")
_WORK = {
    "school": re.compile(
        r"học sinh|dạy học|giảng dạy|dạy và học|trường học|nhà trường|lớp học|học đường|giáo viên|ngoại khóa"
    ),
    "hospital": re.compile(
        r"khám bệnh|khám,? chữa bệnh|điều trị|cấp cứu|thu dung|người bệnh|bệnh nhân|giường bệnh"
    ),
}
"""Professional work of a kind of establishment, as its tasks speak of it."""


def _mine(agency: Agency, profile: UnitProfile) -> bool:
    return reach_of(agency.name, profile, collective=agency.collective or is_plural(agency.name)) is not None


def _told_at_each_level(text: str, start: int) -> int | None:
    """Where the task begins that the government above tells the committees of all levels to do.

    >>> text = "Chỉ đạo các sở và Ủy ban nhân dân các cấp rà soát danh sách hộ nghèo"
    >>> text[_told_at_each_level(text, 0) :]
    'rà soát danh sách hộ nghèo'
    """
    for agency in find_agencies(text[start:]):
        told = _TELLS_RE.match(text[start : start + agency.start])
        if told and _EACH_LEVEL_RE.search(match_key(agency.name)):
            begins = find_predicate(text, start + agency.end + 1, len(text))
            return begins if begins is not None and begins - start - agency.end < 60 else None
    return None


def handed_task(
    text: str, start: int, actors: Iterable[Agency], partners: Iterable[Agency], profile: UnitProfile
) -> int | None:
    """Return where the unit's task begins in a clause whose predicate begins at ``start``; None where none is.

    >>> unit = UnitProfile("Bệnh viện A", "hospital", parent="Sở Y tế")
    >>> text = "Sở Y tế chỉ đạo các bệnh viện trực thuộc chuẩn bị thuốc"
    >>> text[handed_task(text, 8, find_agencies(text)[:1], (), unit) :]
    'chuẩn bị thuốc'
    >>> text = "Sở Y tế thanh tra việc khám bệnh, chữa bệnh"
    >>> handed_task(text, 8, find_agencies(text)[:1], (), unit) is None
    True
    >>> text = "Sở Y tế xây dựng kho thuốc điều trị"
    >>> handed_task(text, 8, find_agencies(text)[:1], (), unit) is None
    True
    """
    kind, above = kind_of(profile), profile.parent
    if kind.area and kind.level != "province":
        return _told_at_each_level(text, start)
    if above is None or not (kind.level == "unit" or kind.name == "agency"):
        return None
    # "UBND các xã, phường" is the superior of a school of one of them.
    place = UnitProfile(above, "commune") if _COMMITTEE_RE.match(above) else None
    named = any(same_agency(actor.name, above) for actor in actors)
    if not named and not (place and any(reach_of(a.name, place, collective=False) for a in actors)):
        return None
    told = [a for a in find_agencies(text[start:]) if _TELLS_RE.match(text[start : start + a.start])]
    below = [a for a in told if _mine(a, profile) and (kind.level == "unit" or "trực thuộc" in text)]
    if below:
        at = start + below[-1].end
        after = re.compile(r"(?:\s+(?:trực thuộc|thuộc|trên địa bàn|do)(?:\s[^,;.]{0,40}?)?)?\s+").match(
            text, at
        )
        begins = find_predicate(text, after.end(), len(text)) if after else None
        task = begins if begins is not None and begins - at < 60 else None
        return task if task is not None and not foreign_duty(text[task:], profile) else None
    if everywhere_of_class(text[start:], profile) and not foreign_duty(text[start:], profile):
        return start
    if not place and (task := _of_own_duty(text, start, profile)) is not None:
        return task
    work, key = _WORK.get(kind.name), match_key(text[start:])
    if kind.name == "school" and other_level(key, profile):
        return None
    if work is None or place or tuple(partners) or not work.search(key) or _GOVERNS_RE.search(key):
        return None
    if _MAKES_RE.match(text, start):
        return None
    return None if foreign_duty(text[start:], profile) else start


# "Kiểm tra việc thực hiện quy chế", "hướng dẫn thực hiện phác đồ": what is watched over is done below.
_OVERSEES_RE = re.compile(
    r"(?i)(?<!\w)(?:hướng dẫn|kiểm tra|giám sát|đôn đốc|theo dõi|chỉ đạo)(?: việc)?\s+(?=(?:triển khai,? )?(?:thực hiện|chấp hành|tuân thủ|áp dụng)\s)"
)
_OPENS = 5
"""Words in which a clause says whether it governs."""


def _of_own_duty(text: str, start: int, profile: UnitProfile) -> int | None:
    """Where the task begins in what the superior does of the very work that a division of the establishment has.

    >>> from assistant.draft.unit.profile import Division
    >>> unit = UnitProfile("Bệnh viện A", "hospital", divisions=(Division("Khoa Dược", ("thuốc gây nghiện", "đào tạo")),))
    >>> text = "Kiểm tra việc thực hiện quy chế sử dụng thuốc gây nghiện"
    >>> text[_of_own_duty(text, 0, unit) :]
    'thực hiện quy chế sử dụng thuốc gây nghiện'
    >>> _of_own_duty("Thanh tra việc bán thuốc gây nghiện", 0, unit), _of_own_duty("Tổ chức đào tạo", 0, unit)
    (None, None)
    """
    if kind_of(profile).level != "unit":
        return None
    seen = _OVERSEES_RE.search(text, start)
    begins = seen.end() if seen else start
    key = match_key(text[begins:])
    things = (thing for d in profile.divisions for duty in d.duties for thing in duty.split(","))
    own = any(len(thing.split()) > 2 and match_key(thing.strip()) in key for thing in things)
    governs = _GOVERNS_RE.search(" ".join(key.split()[:_OPENS]))
    return None if not own or governs or foreign_duty(text[begins:], profile) else begins


# What a body of state management does by its own people, not through its establishments.
_KEPT_RE = re.compile(
    r"quản lý nhà nước|thanh tra|kiểm tra|giám sát(?! (?:dịch|ca |bệnh|véc tơ))|tham mưu|thẩm định|phê duyệt|cấp (?:giấy )?phép|xử lý vi phạm|phân bổ|dự toán"
    r"|quy hoạch|hướng dẫn(?! (?:người|nhân dân|hộ |học sinh|phụ huynh|cha mẹ))|(?<!theo )(?<!theo sự )chỉ đạo|đôn đốc|(?<!\w)ban hành|(?<!\w)trình(?!\w)(?! (?:độ|tự|diễn|duyệt))|tổng hợp|báo cáo|toàn (?:ngành|tỉnh|thành phố)"
    r"|đầu tư|xây dựng (?:mới|cơ sở|trường|kế hoạch|chính sách|văn bản|phương án|đề án)|mạng lưới|tuyển dụng|bố trí (?:kinh phí|nguồn|vốn|ngân sách|quỹ|biên chế|đất)|chủ trì"
)
# "Tham mưu Đảng ủy xã, phường ban hành văn bản": what a body that decides is advised to do is its own to do.
_ADVISES_RE = re.compile(
    r"(?i)(?:tham mưu|trình|đề xuất|kiến nghị)(?: cho| với)?\s+(?:chủ tịch |ban thường vụ |thường trực )?$"
)
# What another leads and is done at every place of the unit's level needs the unit.
_EVERYWHERE_RE = re.compile(
    r"(?<!\w)(?:tại|ở|đến|cho|tới)(?: [^.;:]{0,60})? (?:toàn bộ|tất cả|100 ?%|mọi)(?: các)?(?: (?!các sở)[^.;:,]{2,30})? (?:cấp xã|(?:các )?xã, phường)(?!\w)"
)
_WATCHES_RE = re.compile(
    r"(?<!\w)(?:thanh tra|kiểm tra|giám sát|khảo sát|đánh giá|thẩm định|phê duyệt|hướng dẫn|đôn đốc)(?!\w)"
)
_WATCHING_RE = re.compile(
    r"(?i)\W*(?:(?:tổ chức (?:thực hiện|triển khai)|triển khai),? )?(?:và )?(?:(?:theo dõi|đôn đốc|kiểm tra|giám sát)(?:,| và)? )+"
)
# Behind those who are told: further levels of schools, and whose they are.
_AFTER_TOLD_RE = re.compile(
    r"(?:(?:,| và)\s+(?:mầm non|mẫu giáo|tiểu học|trung học(?: cơ sở| phổ thông)?|THCS|THPT|phổ thông))*(?:\s+(?:trực thuộc|thuộc|trên địa bàn)(?:\s[^,;.]{0,40}?)?)?\s+"
)
_FRONT_RE = re.compile(r"(?i)mặt trận tổ quốc|mttq")
# "chỉ đạo các cơ quan chuyên môn và UBND các cấp phối hợp ...": each level's committee is told.
_EACH_LEVEL_RE = re.compile(r"(?:ubnd|ủy ban nhân dân|chính quyền) các cấp$")
_CARRIES_RE = re.compile(r"(?i)^chủ trì,? (?=(?:tổ chức |triển khai,? )*(?:thực hiện|triển khai)\s)")
_MANAGES_RE = re.compile(r"(?i)(?:sở|bộ|phòng|cục|chi cục|tổng công ty|tập đoàn)(?!\w)")


def _in_one_line(above: str, profile: UnitProfile) -> bool:
    """Whether a unit and the body above it are of one line ("Công an phường A", "Công an thành phố"): what one does the other takes part in."""
    head = class_of_name(profile.name) is not None and " ".join(match_key(profile.name).split()[:2])
    return bool(head) and bool(natures_of(profile.name)) and match_key(above).startswith(f"{head} ")


def everywhere_of_class(text: str, profile: UnitProfile) -> bool:
    """Whether what another leads is done at every place like the unit, and so needs it.

    >>> unit = UnitProfile("Bệnh viện A", "hospital", parent="Sở Y tế")
    >>> [everywhere_of_class(f"{what} tại 100% bệnh viện công lập", unit) for what in ("Bệnh án điện tử", "Kiểm tra đột xuất")]
    [True, False]
    """
    key, kind = match_key(text), kind_of(profile)
    places = _EVERYWHERE_RE.search(key) if kind.name == "commune" else None
    own = kind.level == "unit" and not (kind.name == "school" and other_level(key, profile))
    return bool(places or (own and counts_own_class(text, profile))) and not _WATCHES_RE.search(key)


def watches_us(text: str, profile: UnitProfile) -> bool:
    """Whether a task is first to watch over bodies of which the unit is one: it does not help to watch itself.

    >>> unit = UnitProfile("UBND xã A", "commune")
    >>> [watches_us(f"theo dõi, đôn đốc {whom} thực hiện", unit) for whom in ("các sở, UBND các xã", "các doanh nghiệp")]
    [True, False]
    """
    told = _WATCHING_RE.match(text)
    watched = read_agencies(text, told.end())[0] if told else ()
    return any(_mine(body, profile) for body in watched)


def task_with(text: str, start: int, actors: Iterable[Agency], profile: UnitProfile) -> int | None:
    """Return where the task begins that another does with or through units like this one; None where none is.

    Others tell the unit's class to do it ("hướng dẫn UBND các xã, phường lựa chọn điểm tập kết"), or the superior of an
    establishment does professional work for which it has its establishments.

    >>> unit = UnitProfile("UBND xã A", "commune")
    >>> text = "Sở Xây dựng hướng dẫn UBND các xã, phường lựa chọn điểm tập kết bảo đảm an toàn"
    >>> text[task_with(text, 12, find_agencies(text)[:1], unit) :]
    'lựa chọn điểm tập kết bảo đảm an toàn'
    """
    kind, held = kind_of(profile), tuple(actors)
    advised = kind.area or kind.system == "party"
    told = [
        a
        for a in find_agencies(text[start:])
        if _TELLS_RE.match(text[start : start + a.start])
        or (advised and _ADVISES_RE.search(text[start : start + a.start]))
    ]
    for agency in told:
        one = "thành viên" in agency.name and reach_of(agency.name, profile)
        if not (one or re.search(kind.one_of_class, match_key(agency.name))):
            continue
        at = start + agency.end
        gap = _AFTER_TOLD_RE.match(text, at)
        begins = find_predicate(text, gap.end(), len(text)) if gap else None
        whole = match_key(text[start + agency.start : gap.end()]) if gap else ""
        if kind.name == "school" and other_level(whole, profile):
            continue
        if begins is not None and begins - at < 60 and len(text[begins:].split()) > 3:
            return None if foreign_duty(text[begins:], profile) else begins
    if with_us(text[start:], profile) or everywhere_of_class(text[start:], profile):
        return start
    member = any(n.name in {"socio_political", "association"} for n in natures_of(profile.name))
    if (
        member
        and any(_FRONT_RE.search(actor.name) for actor in held)
        and "chủ trì" not in text[start : start + 20]
    ):
        # A member organisation takes part in what the Front is asked to do.
        return start
    above = profile.parent
    if above is None or not (
        _in_one_line(above, profile) or (kind.level == "unit" and _MANAGES_RE.match(above))
    ):
        return None
    if not any(same_agency(actor.name, above) for actor in held) or len(held) > 1:
        return None
    words = text[start:]
    if speaks_of_own(words, profile):
        # "Chủ trì thực hiện Dự án 6 về y tế": a hospital has its part in the whole.
        words = _CARRIES_RE.sub("", words)
    kept = _KEPT_RE.search(match_key(words)) or _MAKES_RE.match(words)
    if kept or len(words.split()) < 4 or foreign_duty(words, profile):
        return None
    other = kind.name == "school" and other_level(match_key(words), profile)
    return None if other else start
