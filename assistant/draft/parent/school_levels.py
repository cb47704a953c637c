"""Levels of schools: what is of another level than the unit's own is no task of a school."""

from __future__ import annotations

import re

from assistant.draft.unit.profile import UnitProfile
from ingest.spelling import match_key

__all__ = ["foreign_level", "other_level"]

_SCHOOL_LEVELS = (
    "mầm non|mẫu giáo|nhà trẻ",
    "tiểu học",
    "trung học cơ sở|thcs",
    "trung học phổ thông|thpt",
    "đại học|cao đẳng|nghề nghiệp",
)
_OF_LEVEL = "trường|cơ sở giáo dục|giáo viên|giáo dục|bậc|cấp|học sinh|trẻ|trẻ em"
_BESIDE_RE = re.compile(r"(?<!\w)(?:phối hợp|liên kết|hợp tác|giao lưu|tiếp nhận|do)\s(?:\w+ ){0,5}$")
"""Before a school that the unit works with or receives from."""
_PASSES_RE = re.compile(r"hướng nghiệp|phân luồng|tuyển sinh|chuyển cấp|vào lớp|đầu cấp")
"""Pupils pass from one level to the next: each school takes in those of the one below, and guides its own on."""


def other_level(key: str, profile: UnitProfile) -> bool:
    """Tell whether schools are named of a level that is not the unit's ("các cơ sở giáo dục mầm non" for a THCS)."""
    own = match_key(profile.name)
    named = [level for level in _SCHOOL_LEVELS if re.search(level, key)]
    return bool(named) and not any(re.search(level, own) for level in named)


def foreign_level(text: str, profile: UnitProfile) -> str | None:
    """Name schools, teachers or pupils of another level that a text speaks of; the level right above takes the unit's pupils.

    >>> unit = UnitProfile("Trường THCS A", "school")
    >>> foreign_level("Bố trí đủ giáo viên mầm non", unit), foreign_level("Tư vấn thi vào trường THPT", unit)
    ('giáo viên mầm non', None)
    >>> foreign_level("Phối hợp với các trường đại học bồi dưỡng giáo viên", unit)
    """
    own = next(
        (n for n, level in enumerate(_SCHOOL_LEVELS) if re.search(level, match_key(profile.name))), None
    )
    key = match_key(text)
    if (
        profile.kind != "school"
        or own is None
        or re.search(_SCHOOL_LEVELS[own], key)
        or _PASSES_RE.search(key)
    ):
        return None
    told = [
        (n, found[0])
        for n, level in enumerate(_SCHOOL_LEVELS)
        if (found := re.search(rf"(?:{_OF_LEVEL}) (?:{level})(?!\w)", key))
        and not _BESIDE_RE.search(key[: found.start()])
    ]
    return told[0][1] if told and all(n < own or n > own + 1 for n, _ in told) else None
