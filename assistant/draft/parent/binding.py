"""Whether a body or collective of the parent includes the unit, and may such a unit have such a duty at all.

In: names as the parent writes them and the unit's profile. Out: "unit", "class" or None, and causes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from assistant.draft.cause import Cause, Duty, duty_named
from assistant.draft.parent.elsewhere import names_own_place
from assistant.draft.parent.other_classes import of_other_class, of_own_trade
from assistant.draft.parent.receivers import is_receiver
from assistant.draft.parent.school_levels import other_level
from assistant.draft.parent.sorts import of_other_sort
from assistant.draft.unit.natures import debarred, exempt
from assistant.draft.unit.other_words import one_name
from assistant.draft.unit.parts import names_other_part
from assistant.draft.unit.profile import UnitProfile, kind_of, kinds
from assistant.draft.unit.reorganisation import successor_of
from assistant.word_lists import read_rows
from ingest.facts.bodies.agencies import Agency, find_agencies, same_agency
from ingest.facts.language.lexicon import LOWER, UPPER
from ingest.spelling import match_key

__all__ = [
    "Reach",
    "district_class",
    "foreign_duty",
    "inherits_districts",
    "is_own_class",
    "is_plural",
    "names_of",
    "of_commune",
    "own_division",
    "reach_of",
]

_COMMON = frozenset(
    {"công tác", "dân vận", "quản lý", "xây dựng", "ban hành", "đầu tư", "thu hút", "nhà nước", "lý nhà"}
)
"""Pairs of words that tell no field of work."""
DISTRICTS_ENDED = "2025-07-01"
"""Law 72/2025/QH15: the day from which there is no district level."""
Reach = str | None
"""How a name reaches the unit: "unit" (itself), "class" (one of many), or None."""

_POST_RE = re.compile(
    r"^(?:các )?(?:thủ trưởng|người đứng đầu|lãnh đạo|ban giám đốc|ban lãnh đạo|ban giám hiệu|giám đốc|trưởng|chủ tịch|bí thư|hiệu trưởng)(?: và .{2,20}?)?\s+(?:của )?"
)
# "Bộ trưởng, Chủ tịch UBND các tỉnh": the head of each by the word for what it heads.
_HEAD_RE = re.compile(r"^(?:các )?(bộ|cục|chi cục|vụ|viện) trưởng$")
# "Hội khối cơ quan, doanh nghiệp" is one kind of bodies, "Đảng ủy các cơ quan Đảng tỉnh" one body, whatever words stand in its name.
_OTHER_BRANCH_RE = re.compile(
    r"(?:hđnd|hội đồng nhân dân|ban chỉ đạo|tòa án|viện kiểm sát|công đoàn)(?!\w).*\scác cấp$"
)
"""Bodies of all levels none of which is the unit: "HĐND các cấp" decides, whoever else is of "các cấp"."""
_ONE_HEAD_RE = re.compile(
    r"(?:hội|đoàn(?! thể)|khối|chi (?:hội|đoàn|bộ))\s(?!cơ sở|quần chúng|đoàn thể|và|viên)"
    r"|đảng (?:ủy|uỷ|bộ) (?:khối (?:các )?|các )cơ quan(?!\w)"
)
_OF_PLACE_RE = re.compile(
    rf"(?i:(?<!\w)(?P<level>xã|phường|đặc khu|thị trấn|huyện|quận|thị xã))\s(?P<place>[{UPPER}][{LOWER}]*(?:[\s-][{UPPER}][{LOWER}]*){{0,3}})$"
)
_NAME = rf"[{UPPER}][{LOWER}]*(?:[\s-][{UPPER}][{LOWER}]*){{0,3}}"
_OF_PLACES_RE = re.compile(rf"(?:tỉnh|thành phố|huyện|xã|phường):?\s(?P<places>{_NAME}(?:, {_NAME})+)$")
# "cấp ủy cấp xã nơi có trụ sở Trung tâm": where a body stands does not change its class.
_WHERE_RE = re.compile(
    r"\s(?:trên địa bàn|nơi|đóng (?:trên|tại)|trực thuộc|sở tại|phụ trách|(?:quản lý|theo dõi) (?:địa bàn|khu vực|tuyến))(?!\w).*$"
)
# "trạm y tế xã, phường" is one body of each commune; "Văn phòng UBND phường" is that of one.
_OF_COMMUNES_RE = re.compile(
    r" (?:các (?:xã|phường|đặc khu)|(?:xã|phường|đặc khu)(?=,| và))(?:(?:,| và) (?:xã|phường|đặc khu))*$"
)
_OF_COMMUNE_RE = re.compile(r" (?:xã|phường|đặc khu)$")
# "Sở Y tế các tỉnh, thành phố trực thuộc trung ương": each province has one.
_OF_PROVINCES_RE = re.compile(
    r"(?i)\s(?:của )?các tỉnh(?:(?:,| và) (?:các )?thành phố)?(?: trực thuộc (?:trung ương|TW))?\W*$"
)
# "các cơ quan chuyên môn thuộc UBND cấp xã" is none of a department; a list that names departments, too, is for all.
_OF_COMMUNES_ONLY_RE = re.compile(
    r"(?!.*(?:(?<!\w)(?<!cơ )sở(?!\w)|ngành|(?:cấp|từ) tỉnh|địa phương|(?:cơ quan|đơn vị)[^,;]{0,30}, các phòng\s|(?:,|;|\svà)\s+(?:các |chủ tịch )*(?:ubnd|ủy ban nhân dân)\s)).*\s(?:cấp xã|thuộc (?:ubnd |ủy ban nhân dân )(?:các |cấp )?(?:xã|phường)(?:(?:,| và) (?:xã|phường|đặc khu))*)"
)
_RELATED_RE = re.compile(r"(?<!sở)(?<!ban)(?<!ngành) (?:có )?liên quan$")
_COMMUNE_RE = re.compile(r"(?i)(?<!\w)(?:xã|phường|đặc khu)(?!\w)(?! (?-i:hội))")
# All of one level: "các sở và địa phương" are communes, too.
_DEPARTMENTS_RE = re.compile(r"các (?:sở|ban|ngành)(?:(?:,| và) (?:các )?(?:sở|ban|ngành))*(?: tỉnh)?")
_LEVEL_RE = re.compile(r"(?:xã|phường|đặc khu|thị trấn|huyện)")
_ROOM_RE = re.compile(r"(?:phòng|văn phòng|ban|tổ|khoa|bộ phận|bộ môn|thanh tra)(?!\w)")
_ANY_COMMITTEE_RE = re.compile(r"(?:của )?(?:các cấp|(?:các )?cấp (?:ủy|uỷ)(?: các cấp)?)")
_MANY_RE = re.compile(r"(?i)(?:các|mỗi|từng)\s")
_PLURAL_RE = re.compile(
    r"^(?:thủ trưởng |người đứng đầu |lãnh đạo |giám đốc |trưởng )?(?:các|những|mỗi|từng|toàn thể|tất cả|mọi)\s"
)


@cache
def is_plural(name: str) -> bool:
    """Tell whether a name stands for many ("các sở, ban, ngành").

    >>> is_plural("các cơ quan, đơn vị"), is_plural("Sở Khoa học và Công nghệ")
    (True, False)
    """
    if _PLURAL_RE.search(match_key(name)):
        return True
    return any(agency.collective for agency in find_agencies(name)[:1])


def reach_of(name: str, profile: UnitProfile, *, collective: bool = True) -> Reach:
    """Tell how a name of the parent reaches the unit.

    >>> unit = UnitProfile("Sở Nội vụ", "department")
    >>> reach_of("SNV", unit), reach_of("Các cơ quan, đơn vị, địa phương", unit), reach_of("Thanh tra tỉnh", unit)
    ('unit', 'class', None)
    """
    if _of_another_place(name, profile) or names_other_part(name, profile):
        return None
    own = (profile.name, *profile.aliases)
    names = tuple(filter(None, (name, successor_of(name))))
    if names_own_place(name, profile):
        return "unit"
    if any(same_agency(one, mine) or one_name(one, mine) for one in names for mine in own):
        return "class" if _MANY_RE.match(name) else "unit"
    kind = kind_of(profile)
    key = _HEAD_RE.sub(r"các \1", _POST_RE.sub("", match_key(name).strip(" .:;")))
    bare = _WHERE_RE.sub("", key)
    if kind.system == "party" and kind.self != "Đảng ủy" and key == match_key(kind.self):
        return "unit"  # a province has one "Tỉnh ủy"
    if kind.name == "school" and other_level(key, profile):
        return None
    if of_other_sort(bare, profile) or (of_other_class(key, profile) and not _called(key, profile)):
        return None
    if any(re.search(kind.one_of_class, each) for each in (key, bare, match_key(name))):
        # "Bệnh viện Đa khoa tỉnh" is another hospital, "các bệnh viện" is a class.
        return None if kind.level == "unit" and _another(name) else "class"
    if inherits_districts(profile) and re.search(district_class(), key):
        return "class"
    if _called(key, profile) or own_division(key, profile):
        return "class"
    if not (collective or is_plural(key)):
        return None
    if _ONE_HEAD_RE.match(key) or (_OF_COMMUNES_ONLY_RE.fullmatch(key) and not of_commune(profile)):
        return None
    # "các đơn vị lực lượng vũ trang": each part of the list is judged for itself; "tham mưu, giúp việc ..." is one.
    parts = _with_heads(re.split(r",(?!\s*giúp việc)\s*|;\s*|\s+và\s+", key))
    whole = any(re.search(word, key) for word in kind.binds)
    one = any(
        any(re.search(word, part) for word in kind.binds)
        and not any(re.search(word, part) for word in kind.apart)
        and not _OTHER_BRANCH_RE.match(part)
        for part in parts
    )
    joined = "," in key and whole and not any(re.search(word, part) for part in parts for word in kind.apart)
    return "class" if one or joined else None


def _with_heads(parts: list[str]) -> list[str]:
    """Parts of a list without levels that go on what stands before them: "các đảng ủy xã, phường" are no wards.

    >>> _with_heads(["các đảng ủy xã", "phường", "đặc khu"]), _with_heads(["các sở", "xã", "phường"])
    (['các đảng ủy xã'], ['các sở', 'xã', 'phường'])
    """
    levels = [_LEVEL_RE.fullmatch(part) is not None for part in parts]
    found = parts[:1]
    for part, level in zip(parts[1:], levels[1:], strict=True):
        if not (level and _LEVEL_RE.fullmatch(found[-1].rpartition(" ")[2]) and " " in found[-1]):
            found.append(part)
    return found


def is_own_class(names: Sequence[str], profile: UnitProfile) -> bool:
    """Whether those who act are told by what the unit is, so that their duty is its own, whatever the words.

    >>> unit = UnitProfile("Sở Nội vụ", "department")
    >>> [is_own_class(names, unit) for names in (["Các sở, ban, ngành"], ["Các sở", "UBND các xã"], [])]
    [True, False, False]
    >>> is_own_class(["UBND các xã liên quan"], UnitProfile("UBND xã A", "commune"))
    True
    """
    kind, keys = kind_of(profile), [_RELATED_RE.sub("", match_key(name)) for name in names]
    if kind.name == "department" and keys and all(map(_DEPARTMENTS_RE.fullmatch, keys)):
        return True
    return any(re.search(kind.one_of_class, key) for key in keys)


def of_commune(profile: UnitProfile) -> bool:
    """Whether a unit is a commune or lies in one."""
    words = (profile.name, profile.parent or "", profile.place or "")
    return (
        kind_of(profile).level in {"commune", "district"} or _COMMUNE_RE.search(" ".join(words)) is not None
    )


@cache
def _of_another_place(name: str, profile: UnitProfile) -> bool:
    """Whether a body is one of another place of the unit's level ("UBND xã Mường Lai" for UBND xã Suối Bạc)."""
    listed = _OF_PLACES_RE.search(name)
    if listed and not any(
        place.lower() in (profile.place or profile.name).lower() for place in listed["places"].split(", ")
    ):
        return True  # "UBND các tỉnh, thành phố Hà Nội, Cần Thơ": those named, no others
    told = _OF_PLACE_RE.search(name)
    own = _OF_PLACE_RE.search(profile.name) or _OF_PLACE_RE.search(profile.place or "")
    if told is None or own is None or told["level"].lower() != own["level"].lower():
        return False
    return match_key(told["place"]) != match_key(own["place"])


def _another(name: str) -> bool:
    """Whether a name is one body's own, not that of a class ("Trường Chính trị tỉnh", not "trạm y tế xã, phường")."""
    own = re.match(r"\w+(?:\s\w+)?\s+(?:[A-ZĐÂÔƠƯ]\w*\s)*[A-ZĐÂÔƠƯ]\w*", name) is not None
    return (
        own and not is_plural(name) and "," not in name and re.search(r"(?:xã|phường|các cấp)$", name) is None
    )


def own_division(name: str, profile: UnitProfile) -> str | None:
    """The unit's own division that a name tells: by itself, by its class at the unit's level, or a province's department.

    A class at the level: "trạm y tế xã, phường" for a ward, "Ban tuyên giáo tỉnh ủy, thành ủy" for a Party body.

    >>> from assistant.draft.unit.profile import Division
    >>> unit = UnitProfile("Tỉnh ủy Sơn Hà", "party_committee", divisions=(Division("Ban Tổ chức"),))
    >>> own_division("ban tổ chức các tỉnh ủy, thành ủy", unit)
    'Ban Tổ chức'
    >>> province = UnitProfile("UBND tỉnh Sơn Hà", "province", gatherer="Sở Tài chính")
    >>> own_division("Giám đốc Sở Y tế", province), own_division("Sở Y tế các tỉnh, thành phố", province)
    ('Sở Y tế', 'Sở Y tế')
    >>> own_division("trạm y tế xã, phường", UnitProfile("UBND xã A", "commune", divisions=(Division("Trạm Y tế xã"),)))
    'Trạm Y tế xã'
    """
    kind, key = kind_of(profile), match_key(name)
    if kind.name == "province":
        # "Giám đốc Sở Y tế tham mưu": the departments are the province's own; one not in the profile keeps its name.
        bare = _OF_PROVINCES_RE.sub("", re.sub(_POST_RE.pattern, "", name.strip(), flags=re.IGNORECASE))
        told = next((d.name for d in profile.divisions if match_key(d.name) == match_key(bare)), None)
        return told or (bare if match_key(bare).startswith("sở ") else None)
    if kind.system != "party":
        if kind.level == "commune" and (told := _OF_COMMUNES_RE.sub("", key)) != key:
            same = (d.name for d in profile.divisions if _OF_COMMUNE_RE.sub("", match_key(d.name)) == told)
        else:
            # "Phòng Tài chính" of a department is no room of its hospitals; no province has a "Phòng Kinh tế".
            ours = kind.level == "commune" or not _ROOM_RE.match(key)
            same = (
                d.name
                for d in profile.divisions
                if ours
                and (
                    match_key(d.name) == key
                    or _by_initials(name, d.name)
                    or _first_of(key, match_key(d.name))
                )
            )
        return next(same, None)
    for division in profile.divisions:
        # "Ban Tổ chức Tỉnh ủy" of the profile is "Ban Tổ chức" of any such committee.
        own = match_key(division.name).removesuffix(f" {match_key(kind.self)}")
        rest = key[len(own) + 1 :]
        if key.startswith(f"{own} ") and (
            re.search(kind.one_of_class, rest) or _ANY_COMMITTEE_RE.fullmatch(rest)
        ):
            return division.name
    return None


def _first_of(key: str, division: str) -> bool:
    """Whether a class told by its sort is the first words of a division that stands for many of it.

    >>> _first_of("các hạt kiểm lâm", "các hạt kiểm lâm khu vực"), _first_of("các phòng", "các phòng chuyên môn")
    (True, False)
    """
    return key.startswith("các ") and len(key.split()) > 3 and division.startswith(f"{key} ")


def _by_initials(name: str, full: str) -> bool:
    """Whether a name is a full one with its last words by their first letters.

    >>> _by_initials("Chi cục CN&TY", "Chi cục Chăn nuôi và Thú y"), _by_initials("Chi cục CN&TY", "Chi cục Thủy lợi")
    (True, False)
    """
    head, _, short = name.strip().rpartition(" ")
    if not head or not re.fullmatch(r"[A-ZĐƯÂÔƠÊ&]{3,}", short) or not full.startswith(f"{head} "):
        return False
    words = (word for word in full[len(head) :].split() if word != "và")
    return short.replace("&", "") == "".join(word[0].upper() for word in words)


def _called(key: str, profile: UnitProfile) -> bool:
    """Whether a name is, or holds in its list, a short name that the parent gave to a list with the unit in it."""
    names = {*profile.called, *(match_key(role).removeprefix("các ") for role in profile.roles)}
    if not names:
        return False
    parts = re.split(r",\s*|;\s*|\s+và\s+", key)
    return any(part.removeprefix("các ") in names for part in (key, *parts))


def district_class() -> str:
    """The class names of the districts ("UBND các huyện, thành phố"), as a pattern."""
    return kinds()["district"].one_of_class


def inherits_districts(profile: UnitProfile) -> bool:
    """Whether the unit is a commune of the two-level government, to which work of the districts may have passed."""
    day = profile.date or (f"{profile.year}-12-31" if profile.year else "")
    return profile.kind == "commune" and day >= DISTRICTS_ENDED


_EVEN_OF_A_PROVINCE: frozenset[Duty] = frozenset(
    {"armed", "justice", "enacting", "persons", "companies", "central"}
)
"""Duties that the government of a province has not either; all others are of what it governs."""


@dataclass(frozen=True, slots=True)
class _LevelRule:
    kinds: frozenset[str]
    pattern: re.Pattern[str]
    duty: Duty


@cache
def _level_rules() -> tuple[_LevelRule, ...]:
    return tuple(
        _LevelRule(frozenset(row[0].split(",")), re.compile(row[1]), duty_named(row[2]))
        for row in read_rows("level_duties.tsv")
    )


def _duty_said(rule: _LevelRule, key: str) -> re.Match[str] | None:
    """Where a rule's duty is told; a leader above to whom the unit only answers has no duty there."""
    told = rule.pattern.finditer(key)
    return next((m for m in told if rule.duty != "leaders_above" or not is_receiver(key[: m.start()])), None)


def foreign_duty(text: str, profile: UnitProfile) -> Cause | None:
    """Return why no unit of this kind can have the duty, or None.

    >>> foreign_duty("Nâng cao hiệu quả hoạt động chất vấn tại kỳ họp HĐND", UnitProfile("Sở Nội vụ", "department")).why
    'council'
    """
    key = match_key(text)
    for rule in _level_rules():
        if profile.kind == "province" and rule.duty not in _EVEN_OF_A_PROVINCE:
            continue
        open_to = profile.kind in rule.kinds and not debarred(profile.name, rule.duty)
        found = None if open_to else _duty_said(rule, key)
        if (
            found
            and not exempt(profile.name, rule.duty)
            and not (_of_own_work(found[0], profile) or _among_own(key, rule.duty, profile))
            and not of_own_trade(found.groupdict().get("trade"), profile)
        ):
            return Cause(rule.duty)
    return None


_OWN_PLACES = {
    "school": re.compile(r"(?:tại|ở) [^.;]*(?:cơ quan|trường học|nhà trường|cơ sở giáo dục)"),
    "hospital": re.compile(r"(?:tại|ở) [^.;]*(?:cơ quan|bệnh viện|cơ sở y tế|trạm y tế)"),
    "agency": re.compile(r"(?:tại|ở) [^.;]*(?:cơ quan|đơn vị)"),
}


def _among_own(key: str, duty: Duty, profile: UnitProfile) -> bool:
    """Whether the places of residents are named beside the unit's own ("tại cơ quan, trường học, ấp")."""
    shape = _OWN_PLACES.get(profile.kind)
    return duty == "residents" and shape is not None and shape.search(key) is not None


def _of_own_work(words: str, profile: UnitProfile) -> bool:
    """Whether what a duty is told by is the unit's own work, as its profile says ("cai nghiện" of a psychiatric hospital)."""
    if kind_of(profile).level != "unit":
        return False
    duties = (duty for division in profile.divisions for duty in division.duties)
    own = match_key(" ; ".join((*profile.field, *duties)))
    pairs = (f"{one} {two}" for one, two in pairwise(words.split()))
    return any(re.search(rf"(?<!\w){re.escape(pair)}(?!\w)", own) for pair in pairs if pair not in _COMMON)


def names_of(agencies: tuple[Agency, ...]) -> str:
    """The names of several bodies in one phrase."""
    return ", ".join(dict.fromkeys(agency.name for agency in agencies))
