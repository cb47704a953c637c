"""Roles by which a parent charges a body without naming it: "cơ quan thường trực Ban Chỉ đạo", "chủ đầu tư".

In: the parent and the profile with the roles it lists. Out: the profile with the roles that the
parent says the unit holds, without those that it gives to another; where in a clause such a role acts or helps.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assistant.draft.parent.binding import is_plural, reach_of
from assistant.draft.parent.lowered import lowered_subject
from assistant.draft.unit.parts import LEAD_IN_RE, part_helpers, part_subject
from assistant.draft.unit.profile import UnitProfile
from ingest.facts.bodies.agencies import Agency, find_agencies
from ingest.facts.language.verbs import starts_predicate
from ingest.facts.tasks.roles import Subject, find_predicate
from ingest.plan import Plan
from ingest.spelling import match_key, spaced

__all__ = ["by_role", "names_role", "role_helpers", "role_subject", "with_roles"]

_GENERIC = r"(?:cơ quan|đơn vị|bộ phận) (?:thường trực|chủ trì|đầu mối|chủ quản|điều phối|chủ quản lý|được giao chủ trì|quản lý chương trình)"
_GENERIC_RE = re.compile(rf"(?i)(?:{_GENERIC}|chủ đầu tư|chủ dự án)(?!\w)")
_HOLDS_RE = re.compile(
    rf"(?i)(?:\s*(?:\(|-|–)\s*|\s+(?:là|làm|giữ vai trò(?: là)?|thực hiện vai trò(?: là)?)\s+)(?P<role>{_GENERIC}(?:\s+[^,;.:()]{{2,60}})?)"
)
# A column of an annex that says who holds a role: "Chủ đầu tư", "Cơ quan chủ quản dữ liệu".
_COLUMN_RE = re.compile(
    r"(?i)(?:tên )?(?:cơ quan |đơn vị )?(?P<role>chủ (?:quản|đầu tư|dự án|sở hữu)(?:\s+(?!và|,)\w+){0,4})\s*"
)
_POST = r"(?:(?:thủ trưởng|người đứng đầu|lãnh đạo|giám đốc|trưởng|ban giám đốc)\s+(?:các\s+)?)?"
_MANY = spaced(r"(?:các |mỗi |từng )?")
_TOGETHER_RE = re.compile(
    r"(?i)(?:phối hợp|cùng|liên kết)(?: chặt chẽ| tốt| kịp thời)?(?:,)?(?: với| cùng)?\s+$"
)
_LISTED_RE = re.compile(
    r"(?i)(?:phối hợp|cùng)(?: chặt chẽ| tốt)? (?:với|cùng) [^.;:]{0,90}(?:,|và|hoặc)\s+$"
)
# "Chủ kho có hàng gửi qua cảng phải ...": which of those who hold the role is told before what they must do.
_WHICH_RE = re.compile(
    r"\s+(?:có|được|đã|đang|muốn|khi|quản lý|sử dụng|thực hiện|cung cấp|khai thác|tham gia|thuộc|nơi|tại|ở|trên|trong)\s[^,;.:]{2,110}?\s(?=(?:phải|có trách nhiệm|chịu trách nhiệm|có nghĩa vụ|không được)\s)"
)

_WITHIN_RE = re.compile(r"\s+(?:trong|thuộc|tại|ở)\s+(?=các\s)")


@cache
def _shape(profile: UnitProfile) -> re.Pattern[str] | None:
    """The unit's roles, longest first, as they stand in running text."""
    names = sorted({match_key(role).removeprefix("các ") for role in profile.roles}, key=len, reverse=True)
    own = [re.escape(name).replace(r"\ ", r"\s+") for name in names]
    return re.compile(rf"(?i)(?<!\w){_POST}{_MANY}(?:{'|'.join(own)})(?!\w)") if own else None


def with_roles(profile: UnitProfile, plan: Plan) -> UnitProfile:
    """Follow what the parent says of who holds which role.

    "Sở Nội vụ là cơ quan thường trực Ban Chỉ đạo" gives the role to Sở Nội vụ, and takes it from a profile that lists it.
    """
    text = " ".join(plan.source.clean.split())
    mine: list[str] = []
    others: set[str] = set()
    for match in _HOLDS_RE.finditer(text):
        holder = next(
            (a for a in reversed(find_agencies(text[max(0, match.start() - 120) : match.start()]))), None
        )
        if holder is None or holder.end != min(120, match.start()):
            continue
        role = match_key(match["role"])
        short = " ".join(role.split()[:4])
        if reach_of(holder.name, profile, collective=False) == "unit":
            mine += [role, short]
        elif not is_plural(holder.name):
            others.add(short)
    mine += _by_column(profile, plan)
    kept = tuple(role for role in profile.roles if match_key(role) not in others - set(mine))
    return (
        replace(profile, roles=tuple(dict.fromkeys((*kept, *mine))))
        if mine or kept != profile.roles
        else profile
    )


def _by_column(profile: UnitProfile, plan: Plan) -> list[str]:
    """The roles whose column in a table of the parent names the unit or its class somewhere."""
    found: list[str] = []
    for table in plan.tables:
        for index, head in enumerate(table.header):
            told = _COLUMN_RE.fullmatch(" ".join(head.split()))
            cells = {row.cells[index] for row in table.rows if index < len(row.cells)} if told else set()
            bodies = (body for cell in cells for body in find_agencies(" ".join(cell.split())))
            if told and any(reach_of(b.name, profile, collective=b.collective) for b in bodies):
                role = match_key(told["role"])
                found += [f"cơ quan {role}", role]
    return found


def role_subject(text: str, start: int, end: int, profile: UnitProfile) -> Subject | None:
    """Read a role of the unit as who acts: it opens the clause, or follows its lead-in, and a verb comes next.

    >>> unit = UnitProfile("Bưu điện tỉnh", "agency", roles=("tổ chức chi trả",))
    >>> found = role_subject("Đề nghị các tổ chức chi trả bố trí nhân lực", 0, 43, unit)
    >>> found.actors[0].name if found else None
    'các tổ chức chi trả'
    """
    if part := part_subject(text, start, end, profile):
        return part
    shape = _shape(profile)
    if shape is None:
        return lowered_subject(text, start, end, profile)
    lead_in = LEAD_IN_RE.match(text, start, end)
    first = lead_in.end() if lead_in else start
    for match in shape.finditer(text, start, end):
        opens = match.start() == first or re.search(r",\s+$", text[start : match.start()]) is not None
        last = _within(text, match.end(), end)
        after = _WHICH_RE.match(text, last, end) or re.compile(r"\s*[,:]?\s*").match(text, last)
        at = after.end() if after else last
        if opens and at < end and (starts_predicate(text, at) or find_predicate(text, at, end) == at):
            return Subject((replace(_agency(match), end=last),), at, asked=False)
    return lowered_subject(text, start, end, profile)


def _within(text: str, at: int, end: int) -> int:
    """Where a role ends with the bodies in which it is held.

    >>> text = "Chủ quản dữ liệu trong các cơ quan đảng lưu nhật ký"
    >>> text[_within(text, 16, len(text)) :]
    ' lưu nhật ký'
    """
    within = _WITHIN_RE.match(text, at, end)
    bodies = find_agencies(text[within.end() : end])[:1] if within else []
    return within.end() + bodies[0].end if within and bodies and bodies[0].start == 0 else at


def role_helpers(text: str, start: int, end: int, profile: UnitProfile) -> tuple[Agency, ...]:
    """The roles of the unit that a clause's actor is to work with."""
    shape = _shape(profile)
    parts = part_helpers(text, start, end, profile)
    if shape is None:
        return parts
    return parts + tuple(
        _agency(match)
        for match in shape.finditer(text, start, end)
        if _TOGETHER_RE.search(text[start : match.start()]) or _LISTED_RE.search(text[start : match.start()])
    )


def by_role(words: str, profile: UnitProfile) -> bool:
    """Whether words name the unit by one of its roles, with the bodies in which it is held, and nothing else."""
    shape, told = _shape(profile), words.strip()
    role = shape.match(told) if shape else None
    return role is not None and _within(told, role.end(), len(told)) == len(told)


def names_role(text: str, profile: UnitProfile) -> bool:
    """Whether a text names a role of the unit anywhere."""
    shape = _shape(profile)
    return shape is not None and shape.search(text) is not None


def _agency(match: re.Match[str]) -> Agency:
    return Agency(match[0], match.start(), match.end(), collective=is_plural(match[0]))
