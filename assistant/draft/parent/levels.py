"""Bodies told by their kind who act: "...; các vụ, cục đi kiểm tra", "UBND các xã chưa có trạm y tế bố trí quỹ đất".

They are those of another level, and those of the unit's class whom a condition picks out.

In: a clause and the profile. Out: those bodies as who acts, where they open the clause and a verb comes next. Another level
ends what the sentence told the unit's own group before it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from assistant.draft.parent.binding import reach_of
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import Agency
from ingest.facts.language.verbs import starts_plain, starts_predicate
from ingest.facts.tasks.roles import Subject

__all__ = ["level_subject"]

_ABOVE = ("tổng cục", "vụ", "cục", "bộ", "trung ương")
_DEPARTMENTS = ("sở", "ban", "ngành")
_TAIL = r"(?: (?:chức năng|chuyên môn|chủ quản|quản lý (?:ngành|lĩnh vực)|(?:có )?liên quan|trực thuộc(?: Bộ)?|thuộc Bộ))?"
_DOES_RE = re.compile(
    r"(?:đi|cử|bố trí|sớm|khẩn trương|kịp thời|chủ động|thường xuyên|trực tiếp|hỗ trợ)\s+[a-zà-ỹđ]"
)


# What picks some out of a class; a verb right behind it tells what they did or did not do.
_IF_RE = re.compile(r"\s+(?:chưa|bị|để xảy ra|còn|đã|không có)\s+(?=\w)")
_NO_VERB_RE = re.compile(r"(?<!\w)(?:trong|về|việc|để|khi|công tác|và|hoặc|do|của|cho|với|nhưng|mà)\s+$")
_CONDITION, _LONGEST_CLASS = 10, 60
"""Words of the longest condition, letters of the longest name of a class."""


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
        return _picked_out(text, start, end, profile)
    at = match.end()
    if not (starts_predicate(text, at) or starts_plain(text, at, end) or _DOES_RE.match(text, at, end)):
        return None
    who = Agency(match["who"], match.start("who"), match.end("who"), collective=True)
    return Subject((who,), at, asked=False)


def _picked_out(text: str, start: int, end: int, profile: UnitProfile) -> Subject | None:
    """Those of the unit's class whom a condition picks out, with their condition.

    >>> text, unit = "UBND các xã chưa có trạm y tế bố trí quỹ đất", UnitProfile("UBND xã A", "commune")
    >>> found = _picked_out(text, 0, len(text), unit)
    >>> found.actors[0].name, text[found.predicate :]
    ('UBND các xã chưa có trạm y tế', 'bố trí quỹ đất')
    >>> text, unit = "Trường chưa có bể bơi ký hợp đồng thuê", UnitProfile("Trường THCS A", "school")
    >>> text[_picked_out(text, 0, len(text), unit).predicate :]
    'ký hợp đồng thuê'
    """
    condition = _IF_RE.search(text, start, min(end, start + _LONGEST_CLASS))
    if condition is None or reach_of(text[start : condition.start()], profile) != "class":
        return None
    if starts_predicate(text, condition.end()):
        return None
    stop = re.compile(r"[,;:.(]").search(text, condition.end(), end)
    words = re.compile(r"(?<=\s)(?=\w)").finditer(text, condition.end() + 1, stop.start() if stop else end)
    for word in islice(words, _CONDITION):
        at = word.start()
        acts = starts_predicate(text, at) or starts_plain(text, at, end)
        if acts and not _NO_VERB_RE.search(text[condition.end() : at]):
            return Subject(
                (Agency(text[start:at].rstrip(), start, at - 1, collective=True),), at, asked=False
            )
    return None
