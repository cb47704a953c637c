"""Agencies as entities: found in text, split where a list names several, and compared by a key.

In: clean text or a question. Out: mentions with clean offsets; keys under which "SNV", "Sở NV",
"Sở Nội vụ" and "so noi vu" meet. A collective ("các cơ quan, đơn vị, địa phương") stays as written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.facts.bodies.agency_grammar import (
    COLLECTIVE_RE,
    FIELD_RE,
    OFFICIAL_RE,
    PLACED_RE,
    PLURAL_HEAD_RE,
    SPECIFIC_RE,
)
from ingest.facts.bodies.short_forms import in_full
from ingest.facts.language.lexicon import LOWER, UPPER
from ingest.spelling import match_key, spaced_re

__all__ = [
    "Agency",
    "agency_key",
    "elsewhere",
    "find_agencies",
    "read_agencies",
    "same_agency",
    "split_names",
]


@dataclass(frozen=True, slots=True)
class Agency:
    """One mention: ``name`` as written (the head is supplied in "các Sở: Nội vụ, Tài chính")."""

    name: str
    start: int
    end: int
    collective: bool = False

    @property
    def key(self) -> str:
        """The canonical key, see ``agency_key``."""
        return agency_key(self.name)


_SEPARATOR_RE = spaced_re(r"\s*(?:[,;]\s*(?:và |cùng )?| và | cùng(?: với)? |/|\u2028[-+•]?\s*)\s*")
_FIELD_SEPARATOR_RE = spaced_re(r"\s*[,;]\s*(?:và )?| và ")
_LONE_COLLECTIVES = (
    "cấp ủy",
    "chính quyền",
    "lực lượng",
    "mặt trận",
    "mttq",
    "ủy ban",
    "hđnd",
    "ubnd",
    "hội đồng",
)
# "xã, phường" without "các" is the tail of something else ("Đối với các xã, phường, ...").
_PLACE_FIRST_RE = re.compile(
    r"(?i)(?:xã|phường|thị trấn|huyện|thị xã|thành phố|quận|đặc khu|thôn|bản|ấp|gia đình|cá nhân|lĩnh vực)(?!\w)"
)
_PERSON_RE = spaced_re(
    rf"(?:[đĐ]ồng chí|[đĐ]/c|Ông|Bà) (?:[{UPPER}][{LOWER}]* ){{1,4}}[{UPPER}][{LOWER}]*\s*[,–-] "
)
_KIND_RE = spaced_re(
    r"(?i)(?:tổ chức chính trị|tập đoàn|tổng công ty|công ty|doanh nghiệp|hợp tác xã|hiệp hội|đoàn thể|địa phương|cơ quan|đơn vị)(?!\w)"
)
_LISTED_RE, _ONE_KIND_RE = re.compile(r",| và |/| - "), re.compile(r"chính trị\s*-\s*xã hội")
_OF_LEVELS_RE = re.compile(r"các\s+cấp|cùng\s+cấp")
_NOT_BODIES_RE = spaced_re(
    r"(?i)(?:các|những|từng|mỗi) (?:cấp|lĩnh vực|chi|bản|bộ|ban|hội|cá nhân|gia đình)$"
)


def _collective(text: str, at: int, inside: bool = False) -> Agency | None:
    """Read a collective, if the words are plural in form or a list; ``inside`` a list also a kind of body alone."""
    match = COLLECTIVE_RE.match(text, at)
    if match is None:
        return None
    name = match[0].rstrip()
    if _NOT_BODIES_RE.fullmatch(name) or (match["many"] is None and not _is_several(name, inside)):
        return None
    return Agency(name, at, at + len(name), collective=True)


def _is_several(name: str, inside: bool) -> bool:
    """Whether a name without a word of plural is that of several bodies."""
    if _PLACE_FIRST_RE.match(name):
        return False
    return (
        _LISTED_RE.search(_ONE_KIND_RE.sub("", name)) is not None
        or name.endswith("liên quan")
        or (inside and _KIND_RE.match(name) is not None)
        or (_OF_LEVELS_RE.search(name) is not None and match_key(name).startswith(_LONE_COLLECTIVES))
    )


def _distributed(text: str, at: int) -> tuple[Agency, ...]:
    """Read "các Sở: Nội vụ, Tài chính" as several departments, each with its head supplied."""
    head = PLURAL_HEAD_RE.match(text, at)
    if head is None:
        return ()
    prefix = f"{head['post'] or head['post2'] or ''}{(head['head'] or head['head2']).capitalize()} "
    found: list[Agency] = []
    place = head.end()
    while field := FIELD_RE.match(text, place):
        # Among ministries "Công an" is one of them, among departments the police of the province.
        police = prefix == "Bộ " and field[0] == "Công an"
        if found and not police and (SPECIFIC_RE.match(text, place) or OFFICIAL_RE.match(text, place)):
            break
        start = at if not found else field.start()
        found.append(Agency(prefix + field[0], start, field.end()))
        gap = _FIELD_SEPARATOR_RE.match(text, field.end())
        if gap is None:
            break
        place = gap.end()
    return tuple(found) if len(found) > 1 else ()


_RANKS = ("tỉnh thành phố", "huyện thị xã quận thành phố", "xã phường thị trấn đặc khu")


def _next_place(body: Agency, text: str, at: int) -> tuple[Agency, ...]:
    """Read "xã Bãi Dừa" behind "UBND xã Hòa An, " as the same body of another place, its head supplied."""
    place = PLACED_RE.match(text, at)
    here = next((one for one in PLACED_RE.finditer(body.name) if one.end() == len(body.name)), None)
    if place is None or here is None or not here.start():
        return ()
    levels = (here["level"].lower(), place["level"].lower())
    if not any(all(level in rank for level in levels) for rank in _RANKS):
        return ()
    return (Agency(body.name[: here.start()] + place[0], at, place.end()),)


def _person(text: str, at: int) -> tuple[Agency, ...]:
    """Read a person with the post held: "Đồng chí Trần Văn Mẫu, Phó Bí thư Tỉnh ủy"."""
    named = _PERSON_RE.match(text, at)
    posts = _official(text, named.end()) if named else ()
    if not posts:
        return ()
    first = posts[0]
    return (Agency(text[at : first.end], at, first.end), *posts[1:])


_AT_HEAD_RE = spaced_re(r" (?:đứng đầu )?")
_PLAIN_BODY_RE = re.compile(
    r"\s+(?:cơ quan(?:\s+(?:ngang\s+[bB]ộ|thuộc\s+Chính\s+phủ))?|đơn vị|địa phương|cấp ủy|Sở|sở)(?:\s*,\s*(?:cơ quan|đơn vị|địa phương))*(?!\w)"
)
_ANOTHER_RE = re.compile(r"\s*(?:,|và)\s+")
_MANY_RE = re.compile(r"(?<!về\s)\b(?:các|cấp\s+xã|cấp\s+huyện|từng|mỗi)\b")


def _official(text: str, at: int) -> tuple[Agency, ...]:
    """Read a post and the body that it heads."""
    post = OFFICIAL_RE.match(text, at)
    if post is None:
        return ()
    place = post.end()
    gap = _AT_HEAD_RE.match(text, place)
    bodies = (_distributed(text, gap.end()) or _one_body(text, gap.end())) if gap else ()
    if not bodies:
        plain = _PLAIN_BODY_RE.match(text, place)
        end = plain.end() if plain else place
        listed = _ANOTHER_RE.match(text, end)
        shared = listed is not None and OFFICIAL_RE.match(text, listed.end()) is not None
        named = (
            plain is not None
            or shared
            or re.match(r"(?i)chánh|chi cục|bộ trưởng|hiệu trưởng|tổng|trưởng\s+phòng\s", post[0])
        )
        return (Agency(text[at:end], at, end),) if named else ()
    first = bodies[0]
    return (Agency(text[at : first.end], at, first.end, first.collective), *bodies[1:])


def _one_body(text: str, at: int, inside: bool = False) -> tuple[Agency, ...]:
    """Read one body that starts exactly at ``at``."""
    collective = _collective(text, at, inside)
    specific = SPECIFIC_RE.match(text, at)
    if specific and (collective is None or specific.end() >= collective.end):
        name = specific[0].rstrip()
        return (Agency(name, at, at + len(name), _MANY_RE.search(name) is not None),)
    return (collective,) if collective else ()


def _at(text: str, at: int, inside: bool = False) -> tuple[Agency, ...]:
    return _distributed(text, at) or _person(text, at) or _official(text, at) or _one_body(text, at, inside)


def read_agencies(text: str, at: int = 0) -> tuple[tuple[Agency, ...], int]:
    """Read a list of agencies that starts exactly at ``at``; return them and where the list ends.

    >>> found, end = read_agencies("Báo Sơn Hà, Đài Phát thanh - Truyền hình tỉnh tuyên truyền")
    >>> [agency.name for agency in found]
    ['Báo Sơn Hà', 'Đài Phát thanh - Truyền hình tỉnh']
    >>> [agency.name for agency in read_agencies("UBND xã Hòa An, xã Tân Lập và phường 2 rà soát")[0]]
    ['UBND xã Hòa An', 'UBND xã Tân Lập', 'UBND phường 2']
    """
    found: list[Agency] = []
    end = place = at
    while here := ((found and _next_place(found[-1], text, place)) or _at(text, place, inside=bool(found))):
        found.extend(here)
        end = here[-1].end
        gap = _SEPARATOR_RE.match(text, end)
        if gap is None or gap.end() == end:
            break
        place = gap.end()
    return tuple(found), end


def split_names(text: str, at: int = 0) -> tuple[Agency, ...]:
    """Split a cell or heading that only lists bodies; what the grammar does not know stays as written.

    >>> [a.name for a in split_names("Sở Nội vụ; Hợp tác xã Hoa Ban, các cơ quan liên quan")]
    ['Sở Nội vụ', 'Hợp tác xã Hoa Ban', 'các cơ quan liên quan']
    """
    found: list[Agency] = []
    joint: re.Match[str] | None = None
    while at < len(text):
        known, end = read_agencies(text, at)
        found.extend(known)
        begun, joint = joint is not None, None
        stop = _LIST_STOP_RE.search(text, max(end, at))
        if stop is None:
            break
        name = text[at : stop.start()].strip(" .-")
        rest = text[end : stop.start()]
        more = _AND_RE.search(text, end, stop.start())
        if known and more and _begins_body(text, more):
            # A misspelt tail ("tỉnh" as "tính") does not swallow the next body.
            rest, stop, joint = text[end : more.start()], more, more
        if known and re.match(r"\s+(?:[-–]\s+)?(?!chủ trì|phối hợp)\w", rest):
            # "Viện Nghiên cứu | phát triển": the grammar stopped short of the name's end.
            found[-1] = _longer(found[-1], text, end + len(rest.rstrip(" .")))
        if not known and name and (joint := _joint(text, at, stop.start())):
            name, stop = text[at : joint.start()].strip(" .-"), joint
        if not known and name:
            begin = text.index(name, at)
            if found and not begun and name[0].islower() and ";" not in text[found[-1].end : begin]:
                # "Trung tâm Xúc tiến đầu tư, thương mại và du lịch": a small letter continues the name.
                found[-1] = _longer(found[-1], text, begin + len(name))
            else:
                found.append(Agency(name, begin, begin + len(name)))
        if stop.end() <= at:
            break
        at = stop.end()
    return tuple(found)


def _longer(name: Agency, text: str, end: int) -> Agency:
    return Agency(text[name.start : end], name.start, end, name.collective)


def _begins_body(text: str, more: re.Match[str]) -> bool:
    return bool(read_agencies(text, more.end())[0] or _JOINT_WORDS_RE.match(text, more.start()))


def _joint(text: str, at: int, end: int) -> re.Match[str] | None:
    """The "và" between a name that the grammar does not know and another body."""
    joint = _JOINT_RE.search(text, at, end)
    return joint if joint and (joint["post"] or read_agencies(text, joint.end())[0]) else None


_AND_RE = re.compile(r"\s+và\s+")
# "người sử dụng lao động và | các cơ quan liên quan": behind a name that the grammar does not know.
_JOINT_RE = spaced_re(
    r"(?<=\w) và (?=(?:(?P<post>ban (?:giám|quản lý|tổ chức|chỉ huy)|thủ trưởng|giám đốc|người đứng đầu|lãnh đạo)|các|những|từng|mỗi)(?!\w))"
)
# "Phòng Đoàn thể và các Hội": a capital behind "các" that begins no known body goes on with the name.
_JOINT_WORDS_RE = re.compile(rf"{_JOINT_RE.pattern}(?!\w+\s+[{UPPER}])")
# What a bracket lists is said of the body before it: "Bộ Tài chính (Cục Thống kê, Thống kê tỉnh)".
_LIST_STOP_RE = re.compile(r"\s*[;,]\s*(?![^()]*\))|\s*$")
_START_RE = re.compile(
    rf"(?<![\w/-])(?<!cơ )(?=[{UPPER}]|các\s|từng\s|mỗi\s|cấp\s|chính\s|sở\s|phòng\s|công\s|thủ\s|lãnh\s|giám\s|người\s|cơ\s|chủ\s|trưởng\s|mặt\s|bí\s)"
)


@lru_cache(maxsize=16_384)
def find_agencies(text: str) -> tuple[Agency, ...]:
    """Find every agency mentioned in a text, in reading order, without overlaps.

    >>> [a.name for a in find_agencies("Sở Nội vụ chủ trì, phối hợp với Ban Dân vận Tỉnh ủy và các cơ quan, đơn vị.")]
    ['Sở Nội vụ', 'Ban Dân vận Tỉnh ủy', 'các cơ quan, đơn vị']
    """
    found: list[Agency] = []
    end = 0
    for place in _START_RE.finditer(text):
        if place.start() < end:
            continue
        here, reached = read_agencies(text, place.start())
        found.extend(here)
        end = max(end, reached)
    return tuple(found)


_TAIL_KEY_RE = re.compile(r"^((?:so|bo) .+?) (?:tinh|thanh pho|tp)\b.*$")
_LEVELS = ("tinh", "thanh pho", "tp", "huyen", "xa", "phuong", "thi xa", "quan", "thi tran", "dac khu")


@cache
def agency_key(name: str) -> str:
    """Return the canonical key of an agency's name, also when it is typed without marks.

    Short forms are spelled out, connectors dropped; a department (sở) loses its province, every other
    body keeps its level but not the place's own name.

    >>> agency_key("Sở NV") == agency_key("SNV") == agency_key("so noi vu tinh Sơn Hà")
    True
    >>> agency_key("UBND tỉnh Sơn Hà"), agency_key("TTr tỉnh") == agency_key("Thanh tra tỉnh")
    ('uy ban nhan dan tinh', True)
    """
    words = in_full(re.sub(r"\([^)]*\)", " ", name))
    while words and words[0] in {"cac", "nhung"} and len(words) > 1:
        words = words[1:]
    key = " ".join(words)
    department = _TAIL_KEY_RE.match(key)
    if department:
        return department[1]
    match = re.match(rf"(.+? (?:{'|'.join(_LEVELS)}))((?: \w+){{1,4}})$", key)
    if match and _names_place(name):
        return match[1]
    return key


_PLACE_TAIL_RE = re.compile(
    rf"(?i:tỉnh|thành phố|TP\.?|huyện|xã|phường|thị xã|quận|thị trấn|đặc khu)\s+[{UPPER}]\w*(?:\s+-?\s*[{UPPER}]\w*){{0,3}}$"
)


def _names_place(name: str) -> bool:
    """Tell whether the name ends in a level word and a place's own name."""
    return _PLACE_TAIL_RE.search(name) is not None


_PLACE_NAMED_RE = re.compile(
    r"(?<!\w)(tỉnh|thành phố|huyện|thị xã|quận|thị trấn|đặc khu|phường|xã)(?! (?:hội|ủy|uỷ|đoàn|đội|viên|hóa)(?!\w)) "
    r"((?:(?!(?:tỉnh|thành phố|huyện|thị xã|quận|thị trấn|đặc khu|phường|xã)(?!\w))[^\W\d_]+(?: |$)){1,4})"
)


@lru_cache(maxsize=16_384)
def _places_of(name: str) -> dict[str, str]:
    """The place of each level in a name: {"xã": "bãi dừa", "tỉnh": "sơn hà"}."""
    return {level: place.strip() for level, place in _PLACE_NAMED_RE.findall(match_key(name))}


@lru_cache(maxsize=100_000)
def elsewhere(one: str, other: str) -> bool:
    """Tell whether two names are of two places of one level: no two communes are one body.

    >>> elsewhere("UBND xã Bãi Dừa", "Trạm Y tế xã Hòa An"), elsewhere("UBND xã Bãi Dừa", "UBND xã")
    (True, False)
    """
    places = _places_of(one)
    return any(
        level in places and not (places[level].startswith(place) or place.startswith(places[level]))
        for level, place in _places_of(other).items()
    )


def same_agency(one: str, other: str) -> bool:
    """Tell whether two names can mean one body: equal keys, or one only adds whose it is.

    >>> same_agency("Thanh tra", "Thanh tra tỉnh"), same_agency("Thanh tra Sở", "Thanh tra tỉnh")
    (True, False)
    >>> same_agency("UBND xã Bãi Dừa", "UBND xã Thới Lạch"), same_agency("UBND xã", "UBND xã Thới Lạch")
    (False, True)
    """
    if elsewhere(one, other):
        return False
    first, second = sorted((agency_key(one), agency_key(other)), key=len)
    if first == second:
        return True
    rest = second.removeprefix(first + " ")
    return rest != second and rest in {
        *_LEVELS,
        "tinh uy",
        "huyen uy",
        "thanh uy",
        "dang uy",
        "viet nam tinh",
        "viet nam",
    }
