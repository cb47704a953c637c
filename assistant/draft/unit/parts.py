"""The unit in running text where the grammar of bodies does not know such names: a part of another body, a base.

In: a clause and the profile. Out: who acts where the unit acts by its full name, alone or in a list ("Khoa Ngoại tổng hợp,
Khoa Phụ sản thực hiện"), by its name in a list that says the noun once ("các khoa Hồi sức, Ngoại tổng hợp"), or as one of
its class ("Các khoa, phòng cử"); where it helps ("phối hợp với các khoa lâm sàng"). Nothing for bodies whose names are known.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.draft.unit.natures import natures_of
from assistant.draft.unit.part_names import list_of_parts
from assistant.draft.unit.party import cell_kinds
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import Agency, find_agencies, same_agency
from ingest.facts.language.lexicon import LOWER
from ingest.facts.language.verbs import starts_plain, starts_predicate
from ingest.facts.tasks.roles import Subject, find_predicate, read_subject
from ingest.spelling import match_key, spaced_re

__all__ = [
    "LEAD_IN_RE",
    "is_part_class",
    "names_other_part",
    "other_part_first",
    "part_helpers",
    "part_subject",
]

LEAD_IN_RE = re.compile(
    r"(?i)(?:\W*(?:(?:trân trọng )?đề nghị|giao(?: cho)?|yêu cầu|trách nhiệm của|phân công|riêng)(?: cho)?:?\s+)?"
)
_CONDITION_RE = re.compile(
    r"(?i)(?:khi|nếu|trường hợp|sau khi|trước khi|định kỳ|hằng|hàng|trước|trong|chậm nhất|từ|đến|căn cứ|trên cơ sở)(?!\w)[^;.:]{3,110}?,\s+"
)
_BESIDE_RE = re.compile(
    r"(?i)(?:phối hợp|cùng)(?: chặt chẽ)?(?:,? (?:với|cùng))?\s+(?:[^.;:]{2,160}?(?:,|và)\s+)?$"
)
_SEPARATOR_RE = spaced_re(r"\s*(?:,|;|/)\s*(?:và )?| và | cùng ")
_NAME_RE = re.compile(r"(?:(?:các|Các)\s+)?[A-ZĐÂÔƠƯÊ]")
_DISTRIBUTED_RE = re.compile(
    r"(?i)(?:các|những)\s+(?P<noun>khoa|phòng|tổ|bộ môn|công đoàn cơ sở|chi bộ|chi hội|chi đoàn)\s+(?=[A-ZĐÂÔƠƯÊ])"
)
_REACHES_RE = re.compile(r"(?:đạt|phải|không|có|giữ|ít nhất|tối thiểu)\s")
"""Words of targets and bans, which no duty begins with."""
_HEAD = r"(?:(?i:(?:phó )?trưởng(?: phòng)?|tổ trưởng|lãnh đạo|điều dưỡng trưởng|ban chấp hành|bí thư|chi ủy)\s+)?"
# What parts do each day, which the grammar of plans has no need of.
_ACTS_RE = re.compile(
    r"(?:ký|trực|kiểm (?:kê|thảo|soát)|bàn|nhập|dự|nộp|trả|nhận|đón|chấm|ghi|duyệt|viết|họp|treo|phun|hấp|sinh hoạt|hội chẩn|giao ban|thu|nêu|vào) (?!\w* của )"
)
_NAMED_RE = re.compile(r"\s+[A-ZĐÂÔƠƯÊ]")
_PART_RE = re.compile(
    r"(?P<many>(?:Các|các|Mỗi|mỗi|Từng|từng)\s+)?(?i:khoa|phòng|tổ|bộ môn|phân xưởng|chi bộ|đội)(?!\w)(?P<name>\s+[A-ZĐÂÔƠƯÊ]\w*(?:\s+[A-ZĐÂÔƠƯÊ]\w*)*)?"
)
_AT_ONCE_RE = re.compile(r"\s*(?:[,;–-]|và\s|$)")


@cache
def _noun(profile: UnitProfile) -> tuple[str, str] | None:
    cell = cell_kinds(profile.name)
    if cell is not None:
        return "chi bộ|chi ủy", cell
    return next(((n.noun, n.which) for n in natures_of(profile.name) if n.noun), None)


@cache
def _unread(name: str) -> bool:
    """Whether the grammar of bodies does not read a name as one body."""
    found = find_agencies(name)
    return len(found) != 1 or (found[0].start, found[0].end) != (0, len(name))


@cache
def _own(profile: UnitProfile) -> re.Pattern[str] | None:
    """The unit's names as they may stand in a text, and in a list that says their noun once."""
    names = [name for name in (profile.name, *profile.aliases) if _unread(name)]
    shapes = [r"\s+".join(re.escape(word) for word in name.split()) for name in names]
    return re.compile(rf"(?<!\w){_HEAD}(?i:{'|'.join(shapes)})(?!\w)") if shapes else None


@cache
def _class(profile: UnitProfile) -> re.Pattern[str] | None:
    told = _noun(profile)
    return re.compile(rf"(?i)(?<!\w){list_of_parts(*told)}(?!\w)") if told else None


def is_part_class(words: str, profile: UnitProfile) -> bool:
    """Whether words call all parts of the unit's kind ("Các khoa, phòng"), not the people of one ("điều dưỡng trưởng").

    >>> unit = UnitProfile("Khoa Nội tim mạch", "hospital")
    >>> is_part_class("Mỗi khoa", unit), is_part_class("điều dưỡng trưởng các khoa", unit)
    (True, False)
    """
    shape = _class(profile)
    many = re.match(
        r"(?i)(?:các|mỗi|từng|tất cả|mọi|toàn bộ|những|100 ?%|khoa|phòng|tổ|công đoàn cơ sở|chi(?= bộ| hội| đoàn))(?!\w)",
        words,
    )
    return (
        shape is not None
        and many is not None
        and "trưởng" not in words.lower()
        and shape.fullmatch(words) is not None
    )


def _begins(text: str, at: int, end: int) -> int | None:
    """Where a predicate begins right behind a name; a verb at a name's end ("Khoa Nội tổng hợp, ...") is none."""
    gap = re.compile(r"\s*[,:]?\s*(?:(?:theo|căn cứ|trên cơ sở)\s[^,;.:]{3,60},\s+)?").match(text, at, end)
    place = gap.end() if gap else at
    if place >= end or place == at:
        return None
    if (
        starts_predicate(text, place)
        or starts_plain(text, place, end)
        or _ACTS_RE.match(text, place)
        or _REACHES_RE.match(text, place)
    ):
        return place
    return place if find_predicate(text, place, end) == place else None


def _list_end(text: str, at: int, end: int) -> tuple[list[Agency], int]:
    """The bodies that follow in the same list, each of a name in capitals, and where the last one ends."""
    found: list[Agency] = []
    while gap := _SEPARATOR_RE.match(text, at, end):
        start = gap.end()
        if not _NAME_RE.match(text, start, end):
            break
        stop = end
        for word in re.compile(r"\s+(?=\S)|(?=[,;.:])").finditer(text, start + 2, end):
            next_list = (
                _SEPARATOR_RE.match(text, word.start(), end) is not None or text[word.start()] in ".:;"
            )
            if next_list or _verb_at(text, word.end()) or _REACHES_RE.match(text, word.end()):
                stop = word.start()
                break
        found.append(Agency(text[start:stop], start, stop))
        at = stop
    return found, at


def _verb_at(text: str, at: int) -> bool:
    """Whether a verb with something to say begins at an offset; what ends there is the end of a name ("Khoa Nội tổng hợp, ...")."""
    word = re.compile(r"\w+(?:\s+\w+)?").match(text, at)
    return word is not None and starts_predicate(text, at) and not _AT_ONCE_RE.match(text, word.end())


def _before(text: str, start: int, own: int) -> list[Agency] | None:
    """The bodies of a list between ``start`` and the unit's name; None where the words between are no list."""
    found: list[Agency] = []
    at = start
    while at < own:
        stop = next((m for m in _SEPARATOR_RE.finditer(text, at, own)), None)
        name = text[at : stop.start()] if stop else ""
        if stop is None or not _NAME_RE.match(name) or len(name) > 70:
            return None
        if any(_verb_at(text, at + w.end()) for w in re.finditer(r"\s+(?=[a-zà-ỹđ])", name)):
            return None
        found.append(Agency(name, at, stop.start()))
        at = stop.end()
    return found


def _by_name(text: str, at: int, end: int, profile: UnitProfile) -> Subject | None:
    shape = _own(profile)
    if shape is None:
        return None
    spread = _DISTRIBUTED_RE.match(text, at, end)
    if spread and profile.name.lower().startswith(f"{spread['noun'].lower()} "):
        rest = profile.name[len(spread["noun"]) + 1 :]
        shape = re.compile(rf"(?<!\w)(?i:{re.escape(rest)})(?!\w)")
    for match in shape.finditer(text, at, end):
        before = _before(text, spread.end() if spread else at, match.start())
        if before is None:
            return None
        after, stop = _list_end(text, match.end(), end)
        begins = _begins(text, stop, end)
        if begins is None:
            return None
        known = read_subject(text, at, end)
        if known and any((a.start, a.end) == match.span() for a in known.actors):
            return None  # the grammar of bodies reads it whole
        if spread and before:
            before = [Agency(text[at : before[0].end], at, before[0].end), *before[1:]]
        first = Agency(profile.name, match.start() if before or not spread else at, match.end())
        return Subject((*before, first, *after), begins, asked=False)
    return None


def part_subject(text: str, start: int, end: int, profile: UnitProfile) -> Subject | None:
    """Read the unit, alone, in a list or as one of its class, as who acts at the beginning of a clause.

    >>> unit = UnitProfile("Khoa Hồi sức tích cực chống độc", "hospital")
    >>> text = "Khoa Hồi sức tích cực chống độc, Khoa Phụ sản thực hiện bảng kiểm"
    >>> [actor.name for actor in part_subject(text, 0, len(text), unit).actors]
    ['Khoa Hồi sức tích cực chống độc', 'Khoa Phụ sản']
    >>> text = "các khoa, phòng cử đủ người dự học"
    >>> [actor.name for actor in part_subject(text, 0, len(text), unit).actors]
    ['các khoa, phòng']
    """
    lead_in = LEAD_IN_RE.match(text, start, end)
    condition = _CONDITION_RE.match(text, start, end)
    places = dict.fromkeys(
        (start, lead_in.end() if lead_in else start, *((condition.end(),) if condition else ()))
    )
    for at in places:
        named = _by_name(text, at, end, profile)
        if named:
            return named
        shape = _class(profile)
        match = shape.match(text, at, end) if shape else None
        begins = _begins(text, match.end(), end) if match else None
        # "Khoa Xét nghiệm trả kết quả": a capital goes on with a name.
        if match and begins is not None and not text[begins].isupper():
            return Subject((Agency(match[0], at, match.end(), collective=True),), begins, asked=False)
    return None


def part_helpers(text: str, start: int, end: int, profile: UnitProfile) -> tuple[Agency, ...]:
    """The unit or its class among those that a clause's actor works with.

    >>> unit = UnitProfile("Khoa Nội tim mạch", "hospital")
    >>> text = "chủ trì, phối hợp với các khoa lâm sàng rà soát tủ thuốc"
    >>> [helper.name for helper in part_helpers(text, 0, len(text), unit)]
    ['các khoa lâm sàng']
    """
    found = []
    for shape in (_own(profile), _class(profile)):
        found += [
            Agency(match[0], match.start(), match.end(), collective=shape is _class(profile))
            for match in (shape.finditer(text, start, end) if shape else ())
            if _BESIDE_RE.search(text[start : match.start()]) and not _NAMED_RE.match(text, match.end())
        ]
    return tuple(found)


def names_other_part(name: str, profile: UnitProfile) -> bool:
    """Whether a name says which parts are meant, and the unit is none of them ("các khoa Nội, Nhi").

    >>> unit = UnitProfile("Khoa Ngoại tổng hợp", "hospital")
    >>> [names_other_part(name, unit) for name in ("các khoa Nội", "Khoa Dược", "các khoa", "Khoa Ngoại tổng hợp")]
    [True, True, False, False]
    """
    told = _noun(profile)
    if (
        told is None
        or re.match(rf"(?i:(?:các|những|mỗi)\s+)?(?i:{told[0]})\s+[A-ZĐÂÔƠƯÊ][{LOWER}]", name) is None
    ):
        return False
    return not any(
        " ".join(name.lower().split()).startswith(own.lower()) for own in (profile.name, *profile.aliases)
    )


def other_part_first(text: str, profile: UnitProfile) -> str | None:
    """Name the part that a clause begins with, where it is not the unit ("Khoa Dược ký nhận", "Các khoa cận lâm sàng").

    >>> unit = UnitProfile("Khoa Nội tim mạch", "hospital")
    >>> other_part_first("Khoa Dược cấp phát thuốc", unit), other_part_first("Khoa Nội tim mạch hội chẩn", unit)
    ('Khoa Dược', None)
    """
    if _noun(profile) is None or not (first := _PART_RE.match(text)):
        return None
    own, named = _own(profile), find_agencies(text)[:1]
    if own and own.match(text):
        return None
    if any(
        same_agency(body.name, name)
        for body in named
        if not body.start
        for name in (profile.name, *profile.aliases)
    ):
        return None
    apart = any(re.search(word, match_key(text[: first.end() + 14])) for word in kind_of(profile).apart)
    shape = _class(profile)
    # "Các khoa kiểm thảo" is nothing for an office; "Các khoa, phòng" is.
    other = first["many"] is not None and shape is not None and shape.match(text) is None
    return first[0].strip() if first["name"] or apart or other else None
