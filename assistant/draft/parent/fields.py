"""Which field of work a task speaks of, and whether any of it is the unit's.

In: the words of a task that names no actor, the theme of the plan, the profile. Out: the foreign field, or None.
Only units with a field of their own are judged: a territory and a Party committee have all. What every office
does (tell its staff, cooperate, report, train, reform its procedures) is never foreign.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.draft.unit.natures import natures_of
from assistant.draft.unit.profile import UnitProfile, kind_of
from assistant.word_lists import read_rows
from ingest.spelling import match_key

__all__ = ["every_office", "foreign_field", "speaks_of_own"]

_EVERY_OFFICE_RE = re.compile(
    r"quán triệt|tuyên truyền|phổ biến|truyền thông|nhận thức|trách nhiệm|lãnh đạo, chỉ đạo|phối hợp|sơ kết|tổng kết|thi đua|khen thưởng|báo cáo"
    r"|kế hoạch|tập huấn|bồi dưỡng|dân chủ|cải cách hành chính|thủ tục hành chính|chuyển đổi số|công nghệ thông tin|kinh phí"
    r"|cán bộ|công chức|viên chức|người lao động|đảng viên|nêu gương|kỷ luật|tiếp công dân|khiếu nại|lồng ghép|phong trào"
    r"|vận động|tiết kiệm|cơ quan, đơn vị|người đứng đầu|kiểm tra, giám sát|quy chế|nội quy"
)

# "kiểm tra đột xuất khi có phản ánh của báo chí": when it is done tells no field.
_CONDITION_RE = re.compile(r"(?<=\w\s)(?:khi|nếu) (?:có|phát hiện|xảy ra|nhận được)(?!\w)[^;.]*")

_BY_KIND = {"school": ("giáo dục",), "hospital": ("y tế",)}
"""The field of a kind of establishment, whatever its name says."""


@cache
def _fields() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (row[0], re.compile(rf"(?<!\w)(?:{row[1]})(?!\w)")) for row in read_rows("fields_of_work.tsv")
    )


@cache
def _own_fields(profile: UnitProfile) -> frozenset[str]:
    duties = [duty for division in profile.divisions for duty in (division.name, *division.duties)]
    own = match_key(" ; ".join((profile.name, *profile.field, *duties)))
    told = (name for name, words in _fields() if words.search(own))
    by_nature = (field for nature in natures_of(profile.name) for field in nature.fields)
    return frozenset((*told, *by_nature, *_BY_KIND.get(profile.kind, ())))


def every_office(text: str) -> bool:
    """Whether a task is of the sort that every office does: tell its staff, report, train, reform its procedures."""
    return _EVERY_OFFICE_RE.search(match_key(text)) is not None


def speaks_of_own(text: str, profile: UnitProfile) -> bool:
    """Whether a text speaks of a field of the unit."""
    key = match_key(profile.spelled(text))
    own = _own_fields(profile)
    return any(name in own and words.search(key) for name, words in _fields())


def foreign_field(text: str, profile: UnitProfile, theme: str) -> str | None:
    """Name the field of a task, where that is none of the unit's; None where it may be the unit's.

    >>> unit = UnitProfile("Sở Tư pháp", "department", field=("tư pháp",))
    >>> foreign_field("Phát triển chăn nuôi quy mô lớn", unit, "phát triển kinh tế"), foreign_field("Tuyên truyền Luật Chăn nuôi", unit, "")
    ('nông nghiệp', None)
    """
    kind = kind_of(profile)
    own = _own_fields(profile)
    if kind.area or kind.system == "party" or not (own or kind.level == "unit"):
        return None
    key = match_key(profile.spelled(text))
    found = [name for name, words in _fields() if words.search(_CONDITION_RE.sub("", key))]
    if (
        not found
        or own & {name for name, words in _fields() if words.search(key)}
        or _EVERY_OFFICE_RE.search(key)
    ):
        return None
    themes = {name for name, words in _fields() if words.search(match_key(theme))}
    # A department takes part in the whole of a plan sent to it; a school or hospital only in what offices do.
    if kind.level != "unit" and themes & set(found):
        return None
    return found[0]
