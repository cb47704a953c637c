"""Tasks and targets of places by name that are not the unit's: "thí điểm tại 200 hộ ở xã Yên Trạch" in another commune's plan.

In: the words of a clause and the profile. Out: the places named, where none of them is the unit's; only for units of one
commune, whose place is known.
"""

from __future__ import annotations

import re

from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.language.lexicon import LOWER, UPPER
from ingest.facts.times.limits import find_times
from ingest.plan import Range
from ingest.spelling import match_key

__all__ = [
    "excepted",
    "is_own_place",
    "lists_places",
    "meant_elsewhere",
    "names_own_place",
    "of_own_place",
    "places_elsewhere",
    "sets_own_time",
    "tells_of_own_place",
    "tells_shares",
]

_NAME = rf"[{UPPER}][{LOWER}]+(?:\s+[{UPPER}][{LOWER}]+){{0,3}}"
_LEVELS = r"(?:xã|phường|đặc khu|thị trấn)(?:(?:,| và) (?:xã|phường|đặc khu))*"
# "xã có bến (Bến Trại, Thượng Mạ)", "04 xã: Cồn Sậy, Bãi Dừa"; not "xã có đồng bào (Mông, Dao)".
_WHICH = rf"(?: (?:có(?! đồng bào| người| lễ hội)|vùng|ven|biên giới)(?: [{LOWER}]+){{0,5}})? \((?:các )?(?={_NAME}\s*(?:,|và))|\s*:\s*|\s+"
_PLACE_NAMES = rf"(?P<names>{_NAME}(?:\s*(?:,|và)\s*(?:(?:xã|phường)\s+)?{_NAME})*)"
_PLACES = rf"{_LEVELS}(?:{_WHICH}){_PLACE_NAMES}"
_PLACE_RE = re.compile(rf"(?<!UBND )(?<!nhân dân ){_PLACES}")
_BY_PLACES_RE = re.compile(rf"(?i:(?:UBND|ủy ban nhân dân)\s+)?(?i:(?:các\s+)?{_LEVELS})\s+{_PLACE_NAMES}")
_AT_RE = re.compile(
    r"(?i)(?:tại|ở|đối với|thuộc|trên địa bàn|gồm|các|\d)\s+[^.;:]{0,60}$|\(\s*(?:các\s+)?$|,\s*$"
)
# "đạt 85%; riêng các xã vùng cao (Khuổi Mạ, Nà Pheo) đạt 60%": the exception of others says nothing of the rest.
_APART_RE = re.compile(r"(?i)(?<!\w)riêng\s+(?:đối với\s+)?(?:các\s+)?$")
_OPENED_RE = re.compile(rf"(?:các|những|\d+)\s+{_LEVELS}\s*:\s*$")
# "UBND các xã nêu trên": those of the places told last.
_TOLD_ABOVE_RE = re.compile(
    rf"(?i)(?:các|những|\d+)\s+(?:{_LEVELS}|địa phương)\s+(?:(?:đã )?(?:nêu|nói|kể)\s+(?:ở )?)?(?:trên|này)(?!\w)(?! địa bàn| toàn| phạm vi)"
)


def _own_place(profile: UnitProfile) -> str | None:
    """The commune's own name: of the unit, its superior, or where it is signed."""
    for name in (profile.name, profile.parent or "", profile.place or ""):
        found = re.search(rf"(?:xã|phường|đặc khu|thị trấn)\s+({_NAME})", name)
        if found:
            return match_key(found[1])
    return None


def places_elsewhere(text: str, profile: UnitProfile, before: str = "") -> str | None:
    """Name the places that a clause is about, where all are others'; None where one is the unit's, or none is named.

    ``before``: the words before it, which may tell what a list that it opens with is of ("... thuộc 04 xã:").

    >>> unit = UnitProfile("UBND phường Bến Thượng", "commune")
    >>> places_elsewhere("thí điểm thả cá bảy màu tại 200 hộ ở xã Yên Trạch", unit), places_elsewhere("tại phường Bến Thượng", unit)
    ('xã Yên Trạch', None)
    """
    own = _own_place(profile)
    if own is None or kind_of(profile).level == "province":
        return None
    opened = _OPENED_RE.search(before) if lists_places(text, 0) else None
    text = f"{opened[0]}{text}" if opened else text
    found = [
        m
        for m in _PLACE_RE.finditer(text)
        if _AT_RE.search(text[: m.start()]) and not _APART_RE.search(text[: m.start()])
    ]
    if not found or own in match_key(text):
        return None
    return _names(found)


def _names(found: list[re.Match[str]]) -> str:
    return ", ".join(" ".join(m[0].split()) for m in found)


def is_own_place(words: str, profile: UnitProfile) -> bool:
    """Whether words are no more than the commune that the unit belongs to.

    >>> is_own_place("Phường Bến Thượng", UnitProfile("UBND phường Bến Thượng", "commune"))
    True
    """
    own = _own_place(profile)
    key = match_key(words).strip(" .:;")
    return (
        own is not None
        and re.fullmatch(rf"(?:(?:xã|phường|đặc khu|thị trấn) )?{re.escape(own)}", key) is not None
    )


def names_own_place(name: str, profile: UnitProfile) -> bool:
    """Whether words name the unit's commune as one that acts, alone or in a list of places ("UBND các xã A, B").

    >>> unit = UnitProfile("UBND xã Bãi Dừa", "commune")
    >>> [names_own_place(name, unit) for name in ("xã Bãi Dừa", "UBND các xã Cồn Sậy, Bãi Dừa", "các xã", "phường Bãi Dừa")]
    [True, True, False, False]
    """
    own, told = _own_place(profile), _BY_PLACES_RE.fullmatch(name)
    if own is None or told is None or not kind_of(profile).area:
        return False
    # "phường Bãi Dừa" is another place than xã Bãi Dừa.
    return _level_of(profile) in name.lower() and _names_own(told["names"], own)


def tells_of_own_place(text: str, profile: UnitProfile) -> bool:
    """Whether a clause is about what is done at the unit's own commune.

    >>> unit = UnitProfile("Đảng ủy xã Bãi Dừa", "party_committee")
    >>> [tells_of_own_place(text, unit) for text in ("Thí điểm tại Đảng bộ xã Bãi Dừa", "Thí điểm tại phường Bãi Dừa")]
    [True, False]
    """
    own = _own_place(profile)
    at = rf"(?<!\w)tại (?:[^,;.]{{1,20}} )?{_level_of(profile)} {re.escape(own or '')}(?!\w)"
    return own is not None and re.search(at, match_key(text)) is not None


def _level_of(profile: UnitProfile) -> str:
    """What the unit's commune is: xã, phường or đặc khu."""
    level = re.search(r"(?<!\w)(xã|phường|đặc khu)\s", f"{profile.name} {profile.place}")
    return level[1] if level else "xã"


_LIST = rf"{_NAME}(?:\s*,\s*(?:(?:xã|phường)\s+)?{_NAME})*\s*(?:,|,?\s+và)\s+(?:(?:xã|phường)\s+)?{_NAME}"
_LISTED_RE = re.compile(
    rf"(?:(?:\d+|các|những)\s+(?:xã|phường|đặc khu)(?:(?:,| và) (?:xã|phường|đặc khu))*)\s*(?:(?P<opened>\()|:|gồm:?|là:?)?\s*(?:(?:xã|phường)\s+)?(?P<names>{_LIST})(?(opened)\)?)"
)


_NAMES = rf"{_NAME}(?:\s*(?:,|và)\s*{_NAME})+"
# "UBND các xã có bến (Bến Trại, Thượng Mạ) ký cam kết", "UBND các xã: Bến Trại, Thượng Mạ": those of the class that are meant.
_MEANT_RE = re.compile(
    rf"(?P<who>(?:UBND|Ủy ban nhân dân) (?:các )?(?:xã|phường))(?: có(?! đồng bào| người| lễ hội)(?: [{LOWER}]+){{1,5}}| \(nếu có[^()]*\))?(?: \((?:các )?(?P<held>{_NAMES})\)|\s*:\s*(?P<names>{_NAMES}))"
)


def _names_own(names: str, own: str) -> bool:
    bare = (re.sub(r"(?i)^(?:xã|phường)\s+", "", name.strip()) for name in re.split(r",|\svà\s", names))
    return own in (match_key(name) for name in bare)


def meant_elsewhere(text: str, subject: Range, before: str, profile: UnitProfile) -> str | None:
    """Name the communes that the subject of a clause picks out of the class, where the unit's is none of them.

    ``before``: the words of the plan before the clause, which tell what "các xã nêu trên" are.

    >>> told, subject = "UBND các xã có bến (Bến Trại, Thượng Mạ) ký cam kết", Range(0, 15)
    >>> units = [UnitProfile(f"UBND xã {name}", "commune") for name in ("Suối Bạc", "Thượng Mạ")]
    >>> [meant_elsewhere(told, subject, "", unit) for unit in units]
    ['xã có bến (Bến Trại, Thượng Mạ', None]
    >>> before = "Mở điểm tiếp nhận tại 02 xã: Bến Trại và Thượng Mạ. "
    >>> [meant_elsewhere("UBND các xã nêu trên chủ trì", Range(0, 11), before, unit) for unit in units]
    ['xã: Bến Trại và Thượng Mạ', None]
    """
    own = _own_place(profile)
    if own is None:
        return None
    found = [m for m in _PLACE_RE.finditer(text) if subject.start <= m.start() < subject.end]
    above = _TOLD_ABOVE_RE.search(text)
    if above and subject.start <= above.start() < subject.end:
        found = [*_PLACE_RE.finditer(before)][-1:]
    return _names(found) if found and own not in match_key(" ".join((text, *(m[0] for m in found)))) else None


def lists_places(text: str, at: int) -> bool:
    """Whether a list of places' names goes on what stands before it ("... thuộc 04 xã: Cồn Sậy, Bãi Dừa và Thới Lạch; ...").

    >>> lists_places("Cồn Sậy, Bãi Dừa và Thới Lạch; mỗi điểm", 0), lists_places("Rà soát, báo cáo", 0)
    (True, False)
    """
    names = text[at : at + 60].partition(". ")[0]
    return re.compile(_LIST).match(text, at) is not None and not find_agencies(names)[:1]


def of_own_place(text: str, profile: UnitProfile) -> str:
    """Name of several places only the unit's own, where it is among them.

    >>> of_own_place("tại 03 xã: Cồn Sậy, Bãi Dừa và Thới Lạch; mỗi xã", UnitProfile("UBND xã Bãi Dừa", "commune"))
    'tại xã Bãi Dừa; mỗi xã'
    >>> of_own_place("45% hộ bán rau (các xã: Cồn Sậy, Bãi Dừa) có xe", UnitProfile("UBND xã Bãi Dừa", "commune"))
    '45% hộ bán rau (xã Bãi Dừa) có xe'
    """
    own = _own_place(profile)
    if own is None:
        return text

    def one(match: re.Match[str]) -> str:
        for name in re.split(r"\s*,\s*(?:và\s+)?|\s+và\s+", match["names"]):
            bare = re.sub(r"^(?:xã|phường)\s+", "", name)
            if match_key(bare) == own:
                return f"{_level_of(profile)} {bare}"
        return match[0]

    text = _MEANT_RE.sub(lambda m: m["who"] if _names_own(m["held"] or m["names"], own) else m[0], text)
    text = _without_exceptions(_LISTED_RE.sub(one, text), own)
    return text if kind_of(profile).level == "unit" else _own_of_whole(text, own)


# "12 điểm, trong đó: phường Thượng Mạ 03 điểm, xã Bến Trại 09 điểm": a whole with what falls to each place.
_SHARE_RE = re.compile(
    rf"(?:(?:xã|phường|đặc khu)\s+)?(?P<name>{_NAME})\s*:?\s+(?:(?:là|có|đạt)\s+)?(?P<figure>\d[\d.,]*(?<=\d))(?P<noun>\s*%|\s+[{LOWER}]+(?:\s+đồng)?)?"
)
_SHARE = re.sub(r"\(\?P<\w+>", "(?:", _SHARE_RE.pattern)
_BROKEN_RE = re.compile(
    rf"(?:,?\s+(?:trong đó|cụ thể|(?:bao )?gồm|phân bổ)\s*:?\s+|\s*:\s+|\s*(?P<opened>\())(?=(?:xã|phường|đặc khu)\s){_SHARE}(?:(?:\s*[,;]|,?\s+và)\s+{_SHARE})*(?(opened)\))"
)


def tells_shares(text: str, profile: UnitProfile | None = None) -> bool:
    """Whether a count is told by what falls to each of several places; ``profile``: the unit's own is one of them.

    >>> told = "Xóa 12 điểm rác, trong đó: phường Thượng Mạ 03 điểm, xã Bãi Dừa 09 điểm"
    >>> units = [UnitProfile(f"UBND xã {name}", "commune") for name in ("Bãi Dừa", "Cồn Sậy")]
    >>> tells_shares(told), [tells_shares(told, unit) for unit in units]
    (True, [True, False])
    """
    broken = _BROKEN_RE.search(text)
    own = _own_place(profile) if profile else None
    return broken is not None and (profile is None or _share_of(broken, own or "") is not None)


def _share_of(broken: re.Match[str], own: str) -> re.Match[str] | None:
    """What falls to the unit's place; None where that is not told."""
    shares = _SHARE_RE.finditer(broken.string, broken.start(), broken.end())
    return next((share for share in shares if match_key(share["name"]) == own), None)


def _own_of_whole(text: str, own: str) -> str:
    """Tell what falls to the unit's place instead of the whole.

    >>> _own_of_whole("Trồng 500 ha rừng (xã Bãi Dừa 200 ha, xã Cồn Sậy 300 ha) trước ngày 30/6.", "bãi dừa")
    'Trồng 200 ha rừng trước ngày 30/6.'
    """
    for broken in reversed(tuple(_BROKEN_RE.finditer(text))):
        share = _share_of(broken, own)
        noun = re.escape((share["noun"] or "") if share else "")
        wholes = list(re.finditer(rf"(?<![\d./])\d[\d.,]*(?<=\d)(?={noun})", text[: broken.start()]))
        if share and wholes:
            whole = wholes[-1]
            text = (
                text[: whole.start()]
                + share["figure"]
                + text[whole.end() : broken.start()]
                + text[broken.end() :]
            )
    return text


# "(trừ xã Bến Trại)", "(riêng phường Thượng Mạ bố trí 05 điểm)"; "; riêng xã Bến Trại hoàn thành trước ngày 15/5".
_EXCEPTED = rf"(?i:UBND\s+)?(?:các\s+)?{_PLACES}"
_NOTED_RE = re.compile(rf"\s*\((?P<sort>trừ|ngoại trừ|không bao gồm|riêng)\s+{_EXCEPTED}[^()]*\)")
_BUT_RE = re.compile(
    rf"[;,.]\s+(?P<said>[Rr]iêng\s+(?:đối với\s+|tại\s+)?{_EXCEPTED}(?:[^.;]|\.(?=\d))*)(?=[.;]|$)"
)
_ONLY_DONE_RE = re.compile(r"(?i)[,:]?\s*(?:(?:thì|phải|được|hoàn thành|thực hiện|xong|là)\s+)*")


def _without_exceptions(text: str, own: str) -> str:
    """Leave out what is excepted for others; the unit's own other time stands for that of the rest.

    >>> told = "lập danh mục trước ngày 30/4/2026; riêng xã Bãi Dừa hoàn thành trước ngày 15/5/2026."
    >>> _without_exceptions(told, "bãi dừa"), _without_exceptions(told, "cồn sậy")
    ('lập danh mục trước ngày 15/5/2026.', 'lập danh mục trước ngày 30/4/2026.')
    >>> _without_exceptions("các xã (trừ xã Cồn Sậy) rà soát", "bãi dừa")
    'các xã rà soát'
    """
    text = _NOTED_RE.sub(lambda noted: noted[0] if _names_own(noted["names"], own) else "", text)
    for but in reversed(tuple(_BUT_RE.finditer(text))):
        if not _names_own(but["names"], own):
            text = text[: but.start()] + text[but.end() :]
        elif rule := _with_time_of(text[: but.start()], text[but.end("names") : but.end()]):
            text = rule + text[but.end() :]
    return text


def _with_time_of(rule: str, exception: str) -> str | None:
    """A rule with the time of an exception in the place of its own; None where the exception tells more, or the rule no time."""
    own, told = find_times(rule), _time_only(exception)
    return f"{rule[: own[-1].start]}{told}{rule[own[-1].end :]}" if own and told else None


def _time_only(words: str) -> str | None:
    """The time that words tell; None where they tell more."""
    told = find_times(words)
    more = (
        len(told) != 1 or words[told[0].end :].strip() or not _ONLY_DONE_RE.fullmatch(words[: told[0].start])
    )
    return None if more else words[told[0].start : told[0].end]


def sets_own_time(text: str, profile: UnitProfile) -> bool:
    """Whether a clause excepts the unit from the time told to all.

    >>> unit = UnitProfile("UBND xã Bãi Dừa", "commune")
    >>> [sets_own_time(f"Riêng xã Bãi Dừa, xã Cồn Sậy {told}.", unit) for told in ("trước ngày 31/10/2026", "mở thêm 02 lớp")]
    [True, False]
    """
    own, but = _own_place(profile), _BUT_RE.match(f"; {text}")
    return (
        own is not None
        and but is not None
        and _names_own(but["names"], own)
        and _time_only(but[0][but.end("names") :]) is not None
    )


def excepted(text: str, at: int, profile: UnitProfile) -> str | None:
    """Name the places that a note behind those who act excepts, where the unit's is one ("UBND các xã (trừ xã Bãi Dừa)").

    >>> units = [UnitProfile(f"UBND xã {name}", "commune") for name in ("Bãi Dừa", "Cồn Sậy")]
    >>> [excepted("UBND các xã (trừ xã Bãi Dừa) rà soát chợ", 11, unit) for unit in units]
    ['trừ xã Bãi Dừa', None]
    """
    own, noted = _own_place(profile), _NOTED_RE.match(text, at)
    mine = own and noted and noted["sort"] != "riêng" and _names_own(noted["names"], own)
    return noted[0].strip(" ()") if noted and mine else None
