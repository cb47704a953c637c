"""The unit's class told in small letters and without "các": "trung tâm y tế khu vực giám sát, đánh giá", "xã, phường kiểm tra".

In: a clause and the profile. Out: that class as who acts, where it opens the clause, or follows a condition that
does ("Nơi chưa có nhân viên, trung tâm y tế khu vực cử người"), and a verb comes next.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.draft.parent.binding import reach_of
from assistant.draft.parent.collective import picks_some
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import Agency, find_agencies
from ingest.facts.language.verbs import starts_plain, starts_predicate
from ingest.facts.tasks.roles import Subject
from ingest.plan import Range
from ingest.spelling import match_key

__all__ = ["class_words", "lowered_subject", "with_us"]

_PLACES = r"(?:xã, phường|phường, xã)(?:(?:,| và) (?:thị trấn|đặc khu))?"
_LEVEL_RE = re.compile(r"\s(?:tỉnh|thành phố|huyện|quận|xã|phường|đặc khu|thị trấn)$")
_TAIL = r"(?:\s+(?:cấp xã|các xã, phường|xã, phường|tuyến xã|cơ sở|công lập|trực thuộc|trên địa bàn))?"
# Not "đối với các trường": that says of whom, not with whom; "giữa Sở A với các trường" tells both sides.
_WITH_RE = re.compile(
    r"(?i)(?:(?:^|[,;:.])(?:(?!giữa(?!\w))[^,;:.])*(?<!đối)(?<!so)(?<!gắn)(?<!phù hợp)(?<!tương ứng)\s(?:với|cùng)|(?<!\w)phối hợp)\s+$"
)
_BESIDE_RE = re.compile(r"(?i)(?:\s(?:với|cùng))?\s+$")
_JOINED_RE = re.compile(r"\s*(?:,|và(?!\w)|hoặc(?!\w))")
_CONDITION_RE = re.compile(
    r"(?i)(?:nơi|khi|nếu|trường hợp|sau khi|trước khi|ngay sau|trong thời gian|đối với (?:nơi|địa bàn))(?!\w)[^;.:]{3,90},\s+"
)
# A head of one word says too little ("trường", "hội", "ban"), so do words that many kinds share.
_TOO_WIDE = frozenset({"công ty", "công ty cổ phần", "công ty tnhh", "trung tâm", "ban quản lý", "văn phòng", "doanh nghiệp"})  # fmt: skip


@cache
def class_words(profile: UnitProfile) -> str | None:
    """What bodies like the unit are called, in lower case; None where its name tells no class.

    >>> class_words(UnitProfile("Trung tâm Y tế khu vực Thới Lạch", "hospital", place="Thới Lạch"))
    'trung tâm y tế khu vực'
    >>> class_words(UnitProfile("Trạm Y tế phường Bến Thượng", "hospital")), class_words(UnitProfile("Sở Nội vụ", "department"))
    ('trạm y tế', None)
    """
    kind = kind_of(profile)
    if kind.area or kind.name == "department" or kind.system == "party":
        return None
    name = profile.name
    place = re.sub(r"(?i)^(?:tỉnh|thành phố|huyện|xã|phường|đặc khu|thị trấn)\s+", "", profile.place or "")
    if place and name.lower().endswith(f" {place.lower()}"):
        name = name[: -len(place)].rstrip()
    else:
        told = re.match(r"(.+?)\s(?:tỉnh|thành phố|huyện|xã|phường|đặc khu)\s(?=[A-ZĐÂÔƠƯÊ])", name)
        if told is None:
            return None
        name = told[1]
    key = _LEVEL_RE.sub("", match_key(name))
    return key if len(key.split()) > 1 and key not in _TOO_WIDE else None


@cache
def _shape(profile: UnitProfile) -> re.Pattern[str] | None:
    if kind_of(profile).name == "commune":
        return re.compile(rf"(?i){_PLACES}\s+")
    words = class_words(profile)
    return re.compile(rf"(?i)(?:mỗi |từng )?{re.escape(words)}{_TAIL}\s+") if words else None


def lowered_subject(text: str, start: int, end: int, profile: UnitProfile) -> Subject | None:
    """Read the unit's class in small letters as who acts.

    >>> found = lowered_subject("xã, phường kiểm tra hiện trường", 0, 31, UnitProfile("UBND xã A", "commune"))
    >>> found.actors[0].name if found else None
    'xã, phường'
    """
    shape = _shape(profile)
    if shape is None:
        return None
    condition = _CONDITION_RE.match(text, start, end)
    for at in (start, *((condition.end(),) if condition else ())):
        match = shape.match(text, at, end)
        if match is None or text[at : at + 1].isupper():
            continue
        after = match.end()
        if starts_predicate(text, after) or starts_plain(text, after, end):
            name = match[0].rstrip()
            return Subject((Agency(name, at, at + len(name), collective=True),), after, asked=False)
    return None


def with_us(text: str, profile: UnitProfile) -> Range | None:
    """Where a clause says that its actor works with bodies like the unit ("hội chẩn từ xa với trạm y tế khu vực").

    >>> unit = UnitProfile("Trạm Y tế phường A", "hospital", place="phường A")
    >>> found = with_us("hội chẩn từ xa với các trạm y tế 24/24 giờ", unit)
    >>> (found.start, found.end) if found else None
    (14, 32)
    >>> text = "chỉ đạo y tế cơ sở phối hợp với các trường mầm non cân, đo trẻ"
    >>> found = with_us(text, UnitProfile("Trường Mầm non Hoa Mai", "school"))
    >>> text[found.end :] if found else None
    ' cân, đo trẻ'
    """
    words = class_words(profile)
    shape = (
        rf"(?i)\s(?:với|cùng)\s+(?:\d+\s+|các\s+|từng\s+|toàn bộ\s+)?{re.escape(words)}{_TAIL}(?!\w)"
        if words
        else None
    )
    if found := re.search(shape, text) if shape else None:
        return Range(*found.span())
    for agency in find_agencies(text):
        before = text[: agency.start]
        # Of a list of those whom it works with, the others would be left without their "với".
        if not _WITH_RE.search(before) or _JOINED_RE.match(text, agency.end) or picks_some(text, agency):
            continue
        if _of_our_class(agency, profile):
            return Range(len(_BESIDE_RE.sub("", before)), agency.end)
    return None


def _of_our_class(agency: Agency, profile: UnitProfile) -> bool:
    """Whether a name is that of the unit's class, not of a collective in which it is, too."""
    key = match_key(agency.name)
    return (
        re.search(kind_of(profile).one_of_class, key) is not None
        and reach_of(agency.name, profile, collective=agency.collective) is not None
    )
