"""Sorts of one level that a parent addresses apart: "các đảng ủy phường" here, "các đảng ủy xã" there.

In: the parent and the profile; a class name as a key. Out: the profile, told whether the parent speaks of towns apart; whether a
class is only of another sort than the unit. "Các xã" may mean all of that level, unless the parent tells the towns apart.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.draft.unit.profile import UnitProfile
from ingest.plan import Plan

__all__ = ["of_other_sort", "with_sorts"]

_SORT = r"(?:xã|phường|đặc khu)"
_OWN_RE = re.compile(rf"(?i)(?<!\w)(?P<sort>{_SORT})\s(?=(?-i:[\dA-ZĐ]))")
_BODIES = r"ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|hội đồng nhân dân|đảng ủy|đảng uỷ|đảng bộ"
_CLASS_RE = re.compile(
    rf"(?:(?:các|mỗi|từng|chủ tịch|bí thư|ủy ban kiểm tra|{_BODIES}|trạm y tế|công an) )+(?P<sorts>{_SORT}(?:(?:,| và) (?:các )?{_SORT})*)(?!\w)(?! hội)(?:(?! và )[^,;])*"
)
_TOWNS_APART_RE = re.compile(
    rf"(?i)(?<!\w)(?:{_BODIES}|đối với|mỗi|các)\s(?:các\s)?phường(?!\w)(?!\s+\(?(?-i:[\dA-ZĐ]))(?!(?:,|\s+và|;)\s+(?:các\s+|ubnd\s+)*xã)"
)


def with_sorts(profile: UnitProfile, plan: Plan) -> UnitProfile:
    """Return the profile, told whether the parent addresses towns by themselves somewhere."""
    apart = _TOWNS_APART_RE.search(" ".join(plan.source.clean.split())) is not None
    return replace(profile, towns_apart=True) if apart else profile


def of_other_sort(key: str, profile: UnitProfile) -> bool:
    """Whether a class of a level's bodies is only of another sort than the unit.

    >>> village, town = UnitProfile("UBND xã A", "commune"), UnitProfile("UBND phường B", "commune")
    >>> [of_other_sort("ubnd các phường", unit) for unit in (village, town)]
    [True, False]
    >>> of_other_sort("ubnd các xã", town), of_other_sort("ubnd các xã", replace(town, towns_apart=True))
    (False, True)
    >>> [of_other_sort(f"đảng ủy các xã{more}", replace(town, towns_apart=True)) for more in (" biên giới", ", phường")]
    [True, False]
    """
    told, own = _CLASS_RE.fullmatch(key), _OWN_RE.search(profile.name)
    if told is None or own is None:
        return False
    sorts = re.findall(_SORT, told["sorts"])
    return own["sort"].lower() not in sorts and ("xã" not in sorts or profile.towns_apart)
