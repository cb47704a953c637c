"""A body of another level told by its kind alone, who acts in a part of a sentence: "...; các vụ, cục đi kiểm tra", "tỉnh bố trí vốn".

In: a clause and the profile. Out: that kind of bodies as who acts, where it opens the clause and a verb comes next. It ends
what the sentence told the unit's own group before it.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.draft.profile import UnitProfile, kind_of
from ingest.facts.agencies import Agency
from ingest.facts.roles import Subject
from ingest.facts.verbs import starts_plain, starts_predicate

__all__ = ["level_subject"]

_ABOVE = ("tổng cục", "vụ", "cục", "bộ", "trung ương")
_DEPARTMENTS = ("sở", "ban", "ngành")
_TAIL = r"(?: (?:chức năng|chuyên môn|chủ quản|quản lý (?:ngành|lĩnh vực)|(?:có )?liên quan|trực thuộc(?: Bộ)?|thuộc Bộ))?"
_DOES_RE = re.compile(
    r"(?:đi|cử|bố trí|sớm|khẩn trương|kịp thời|chủ động|thường xuyên|trực tiếp|hỗ trợ)\s+[a-zà-ỹđ]"
)


@cache
def _shape(profile: UnitProfile) -> re.Pattern[str]:
    kind = kind_of(profile)
    nouns = list(_ABOVE) if kind.self != "Bộ" else ["trung ương"]
    if kind.level != "province":
        nouns.append("tỉnh")
        nouns += _DEPARTMENTS if kind.system == "state" else ()
    if kind.level != "district":
        nouns.append("huyện")
    noun = rf"(?:{'|'.join(nouns)})(?!\w)"
    one = r"|".join(word for word in ("tỉnh", "trung ương", "huyện") if word in nouns)
    return re.compile(
        rf"(?P<who>(?:[cC]ác\s+{noun}(?:(?:, | và )(?:các )?{noun})*{_TAIL})|(?:{one}))\s+(?=[a-zà-ỹđ])"
    )


def level_subject(text: str, start: int, end: int, profile: UnitProfile) -> Subject | None:
    """Read bodies of another level, named by their kind, as who acts.

    >>> unit = UnitProfile("Sở Y tế", "department")
    >>> found = level_subject("các vụ, cục đi kiểm tra việc dạy học", 0, 36, unit)
    >>> found.actors[0].name if found else None
    'các vụ, cục'
    >>> level_subject("các bộ phận rà soát", 0, 19, unit), level_subject("các cục của Bộ", 0, 14, unit)
    (None, None)
    """
    match = _shape(profile).match(text, start, end)
    if match is None:
        return None
    at = match.end()
    if not (starts_predicate(text, at) or starts_plain(text, at, end) or _DOES_RE.match(text, at, end)):
        return None
    who = Agency(match["who"], match.start("who"), match.end("who"), collective=True)
    return Subject((who,), at, asked=False)
