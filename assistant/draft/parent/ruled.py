"""Rules without an actor that bind the unit: "Xe công được rửa sau mỗi chuyến", "Không cho mượn xe, trừ khi có lệnh".

In: a regulation with its scope article ("Đối tượng áp dụng") and the profile; a clause of it under its headings. Out:
whether the scope covers the unit, and whether the clause asks something of those whom it covers. Definitions, scope, bans
for all, sanctions and entry into force ask nothing that a plan could carry out.
"""

from __future__ import annotations

import re

from assistant.draft.parent.attached import is_regulation
from assistant.draft.parent.binding import is_plural, reach_of
from assistant.draft.parent.lowered import class_words
from assistant.draft.parent.roles import names_role
from assistant.draft.parent.statements import opens_with_person, states_only, tells_right
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.language.verbs import starts_predicate
from ingest.plan import Plan
from ingest.spelling import match_key

__all__ = ["asks_something", "covers_unit", "rules_here", "told_of_others"]

_SCOPE_RE = re.compile(r"(?i)đối tượng(?: áp dụng| thực hiện)|phạm vi áp dụng")
_NO_RULES_RE = re.compile(
    r"(?i)phạm vi|đối tượng|giải thích|từ ngữ|thuật ngữ|nghiêm cấm|bị cấm|không được làm|vi phạm|chế tài|kỷ luật|khen thưởng|hiệu lực|thi hành|chuyển tiếp|điều khoản|căn cứ"
)
_BETWEEN_RE = re.compile(r"(?i)\s(?:giữa|của)\s")
_LAW_RE = re.compile(r"(?i)thông tư|nghị định|luật|pháp lệnh")
_WIDE_RE = re.compile(r"liên quan|khác$|cá nhân")
_ASKS_RE = re.compile(
    r"(?i)(?<!\w)(?:phải|không được|không quá|chỉ được|bảo đảm|tối thiểu|ít nhất|tối đa|bằng (?:một|ít nhất một) trong|thì (?:nơi|cơ quan|đơn vị|tổ chức|địa phương)(?: cấp)? (?:đó|ấy))(?!\w)"
)
_BAN_RE = re.compile(r"(?i)\W*(?:không|nghiêm cấm|tuyệt đối không)\s")
# "Việc chấm bài do 02 giảng viên đảm nhiệm", "Thời hạn cấp 15 ngày", "Trường hợp không đạt, tổ chức thi lại".
_HOW_RE = re.compile(
    r"(?i)\W*(?:việc\s[^.;:]{3,120}?\s(?:do|thực hiện|tiến hành|căn cứ|theo)\s|thời hạn\s[^.;:]{2,60}?\d|trường hợp\s[^.;:]{3,120}?(?:,|\sthì)\s(?=tổ chức|lập|báo|sử dụng|áp dụng|thực hiện))"
)
# "Hiện vật được kiểm kê ...": what is done to a thing; "Người dân được hưởng" is a right.
_DONE_RE = re.compile(r"\W*(?P<thing>[A-ZĐÂÔƠƯÊÁÀẢÃẠ][^,;.:]{1,80}?)\s(?:chỉ )?được\s(?P<verb>\w)")
_NO_RULE_RE = re.compile(
    r"(?i)\W*(?:quy định|quy chế|thông tư|nghị định|nghị quyết|quyết định|văn bản) này|.{2,80}\slà\s(?:việc|hoạt động|quá trình|hệ thống|tập hợp)"
    r"|.{2,160}\sđược (?:quy định|sửa đổi|thay thế|viện dẫn|hiểu|gọi)(?!\w)"
)


def covers_unit(plan: Plan, profile: UnitProfile) -> bool:
    """Whether a regulation's article on whom it applies to names the unit, its class or a role of it.

    A law's "cơ quan, tổ chức, cá nhân" is everybody: only the unit's own class or role counts there.
    """
    if not is_regulation(plan):
        return False
    law = _LAW_RE.search(plan.letterhead.doc_type or "") is not None
    own = kind_of(profile).one_of_class
    for section in plan.walk():
        if not _SCOPE_RE.search(section.heading):
            continue
        words = plan.source.clean[section.range.start : section.range.end]
        called = class_words(profile)
        if names_role(words, profile) or (
            called and re.search(rf"(?<!\w){re.escape(called)}(?!\w)", match_key(words))
        ):
            return True
        for agency in find_agencies(words):
            reach = reach_of(agency.name, profile, collective=agency.collective or is_plural(agency.name))
            narrow = reach == "unit" or re.search(own, match_key(agency.name)) is not None
            if reach and (narrow or not (law or _WIDE_RE.search(match_key(agency.name)))):
                return True
    return False


def rules_here(headings: str) -> bool:
    """Whether what stands beneath some headings may be rules to carry out.

    >>> rules_here("Quy định chung / Nguyên tắc"), rules_here("Quy định chung / Giải thích từ ngữ")
    (True, False)
    """
    return _NO_RULES_RE.search(headings) is None


def told_of_others(heading: str, profile: UnitProfile) -> bool:
    """Whether a heading tells what lies between other bodies alone ("Chia sẻ dữ liệu giữa Bộ A và Bộ B").

    >>> unit = UnitProfile("Sở Y tế", "department")
    >>> [told_of_others(f"Chia sẻ dữ liệu giữa {whom}", unit) for whom in ("Bộ Y tế và Bộ Công an", "Bộ Y tế và các sở")]
    [True, False]
    """
    between = None if heading.isupper() else _BETWEEN_RE.search(heading)
    bodies = find_agencies(heading[between.end() :]) if between else []
    return bool(bodies) and not any(
        reach_of(body.name, profile, collective=body.collective or is_plural(body.name)) for body in bodies
    )


def asks_something(text: str) -> bool:
    """Whether a clause asks something of those whom it binds, without saying whom.

    >>> [asks_something(words) for words in ("Xe được rửa sau mỗi chuyến", "Không cho mượn xe", "Người dân được hưởng quà")]
    [True, True, False]
    >>> [asks_something(words) for words in ("Nhà giáo được tuyển dụng theo năng lực", "Không có hộ tái nghèo")]
    [False, False]
    >>> asks_something("Việc chấm bài do 02 giảng viên đảm nhiệm"), asks_something("Điểm toàn khóa là điểm bài cuối")
    (True, False)
    """
    if _NO_RULE_RE.match(text) or tells_right(text) or states_only(text):
        return False
    if _ASKS_RE.search(text) or _BAN_RE.match(text) or _HOW_RE.match(text):
        return True
    done = _DONE_RE.match(text)
    if done and not opens_with_person(done["thing"]):
        return True
    return starts_predicate(text, 0)
