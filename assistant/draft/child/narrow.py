"""Narrowing a parent's sentence to the unit: who acts, where, of whom; tracked edit by edit.

Phrases come from data/narrowing.tsv, collectives from the grammar of agency names. Citations and quotations
are never touched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.draft.child.figures import counts_whole
from assistant.draft.child.years import carry_over, stale_counts
from assistant.draft.edits import Edit, apply_edits, breaks, free, mend_spacing, protected_ranges, undouble
from assistant.draft.parent.binding import is_plural, own_division, reach_of, read_rules
from assistant.draft.parent.called import CALLED_RE, listed_before
from assistant.draft.parent.collective import OWN_BODY_RE, is_narrowable, picks_some
from assistant.draft.parent.superior import whole_above
from assistant.draft.unit.part_names import HAMLETS
from assistant.draft.unit.party import committee_of_body, commune_led
from assistant.draft.unit.profile import Kind, UnitProfile, hamlets_of, kind_of
from assistant.draft.unit.reorganisation import renew_names
from ingest.facts.bodies.agencies import Agency, find_agencies
from ingest.facts.language.lexicon import LOWER, UPPER
from ingest.plan import Range
from ingest.spelling import match_key

__all__ = ["Narrowed", "narrow_text"]

_PLACE = rf"(?-i:[{UPPER}][{LOWER}]+(?:\s+[{UPPER}][{LOWER}]+){{0,2}})"
_WHOLE_RE = re.compile(r"(?i)(?:địa bàn|phạm vi|toàn) (?:toàn )?(?:tỉnh|thành phố)(?!\w)|cả nước|toàn quốc")
# What is the whole's cannot be said of a part: what binds places together, a rank among them; a programme's range is no
# range of an office or school, though a commune carries the programme out in its own.
_RANGE_RE = re.compile(
    r"(?i)(?:Chương trình|Đề án|Dự án|Phong trào|Cuộc vận động|Nghị quyết|Chính sách|Quy hoạch|Quỹ|Hệ thống|Cổng|Nền tảng|Cơ sở dữ liệu)(?!\w)[^.;:]{0,60}?\s(?:được|có phạm vi)\s"
)
_OF_THE_WHOLE_RE = re.compile(
    r"(?i)(?:không phụ thuộc|không phân biệt|không giới hạn|phi)(?: vào)? (?:địa giới|địa bàn|nơi)|trong và ngoài"
    r"|(?:liên thông|dùng chung|nhân rộng|lan tỏa(?: rộng khắp)?|so với|bình quân|xếp hạng|dẫn đầu|đứng đầu)(?: [\w,]+){0,2}(?:\s+trên)?\s*$"
)
# "50% số xã trên toàn tỉnh": communes lie in no commune, school or office.
_COMMUNES_OF_RE = re.compile(
    r"(?i)(?:các|một số|số|%|\d|đơn vị hành chính(?: cấp)?) (?:xã|phường)(?!\w)(?! (?:hội|viên))[^.;:]{0,80}$"
)
_POST_RE = re.compile(r"(?i)^(?:thủ trưởng|người đứng đầu|lãnh đạo|giám đốc|trưởng)\s")
_HUNDRED_RE = re.compile(r"\d\s*%\s*(?:các |số )?$")
# "100% cơ quan, trường học, chợ, cơ sở ăn uống": a list of all sorts of places is nobody's parts.
_MIXED_RE = re.compile(
    r"(?:,|,? và)(?: các)? (?:chợ|hộ|cơ sở (?:kinh doanh|sản xuất|dịch vụ|lưu trú)|nhà máy|khu (?:dân cư|phố|công nghiệp|nhà trọ|du lịch)|siêu thị|bến|công viên|khách sạn|nhà hàng|quán ăn|nhà trọ|gia đình"
    rf"|trang trại|công trình|cửa hàng|bệnh viện|doanh nghiệp|{HAMLETS})(?!\w)"
)
_JOINED_RE = re.compile(r"\s*(?:,|;|và|,\s*và)\s*")
_EACH_COMMUNE_RE = re.compile(
    r"(?i)mỗi (?:xã|phường)(?:,? (?:và )?(?:mỗi )?(?:xã|phường|đặc khu))*(?: trên địa bàn .*)?"
)
_LEVEL_CLASS_RE = re.compile(
    r"(?:ubnd|ủy ban nhân dân)\s+(?:các |cấp )*(?:xã|phường|huyện)(?:(?:,| và) (?:các )?(?:xã|phường|thị trấn|đặc khu|thị xã|thành phố))*"
)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A text as the unit says it, with what was done to it."""

    text: str
    changes: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Phrase:
    kinds: frozenset[str]
    pattern: re.Pattern[str]
    new: str
    reason: str


def _phrase_pattern(written: str) -> re.Pattern[str]:
    """Whole words, ignoring case; a pattern that opens with a space or ends in a lookahead sees to its own edge."""
    before = "" if written.startswith((" ", "(?<")) else r"(?<!\w)"
    after = "" if written.endswith("(?=[a-zđ])") else r"(?!\w)"
    return re.compile(rf"(?i){before}(?:{written.replace('{P}', _PLACE)}){after}")


@cache
def _phrases() -> tuple[_Phrase, ...]:
    return tuple(
        _Phrase(
            frozenset(row[0].split(",")),
            _phrase_pattern(row[1]),
            row[2],
            row[3],
        )
        for row in read_rules("narrowing.tsv")
    )


def _words(kind: Kind, profile: UnitProfile) -> dict[str, str]:
    place, led = profile.place or profile.name, commune_led(profile.name)
    if led:
        place = led
    elif kind.area and not re.match(r"(?i)xã|phường|đặc khu|huyện|quận|thị|thành", place):
        place = re.sub(r"(?i)^(?:UBND|ủy ban nhân dân)\s+", "", profile.name)
    return {
        "self": kind.self,
        "unit": profile.name,
        "place": place,
        "territory": led or kind.self,
        "commune": led.split()[0].lower() if led else kind.self,
        "inner": kind.inner,
        "one_inner": kind.one_inner,
        "inner_heads": kind.inner_heads,
        "head": kind.head,
        "hamlets": hamlets_of(profile),
    }


def _cased(new: str, old: str) -> str:
    if old.isupper() and " " in old:
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def _clause_at(text: str, at: int) -> str:
    """The clause, between stops, that holds an offset."""
    start = max(text.rfind(mark, 0, at) for mark in (";", ":", ". ")) + 1
    end = min(found for mark in (";", ". ", "\n") if (found := f"{text}{mark}".find(mark, at)) >= 0)
    return text[start:end]


def _is_the_wholes(text: str, at: int, kind: Kind) -> bool:
    """Whether the place named at an offset can only be the whole: "không phụ thuộc địa giới trên toàn tỉnh"."""
    before = text[max(text.rfind(mark, 0, at) for mark in (";", ":", ". ")) + 1 : at]
    communes = kind.level not in {"province", "district"} and _COMMUNES_OF_RE.search(before) is not None
    ranges = communes or (not kind.area and _RANGE_RE.search(before) is not None)
    return ranges or _OF_THE_WHOLE_RE.search(before) is not None


_PEERS_RE = re.compile(r"\s+(?:trong khu vực|lân cận|giáp ranh|liền kề|tiếp giáp|khác)(?!\w)")
"""Others of the unit's own class: "phối hợp với cấp ủy cấp xã trong khu vực"."""


def _of_those_named(text: str, match: re.Match[str]) -> bool:
    """Whether "mỗi đơn vị" stands right behind the bodies that it means ("Sở A và Sở B mỗi đơn vị ...")."""
    if not match_key(match[0]).startswith("mỗi "):
        return False
    before = text[: match.start()].rstrip(" ,")
    return any(agency.end == len(before) for agency in find_agencies(before))


def _lies_in(words: str, kind: Kind) -> bool:
    """Whether words name each place that lies in the unit's ("mỗi xã không quá 01 chợ"): a measure, not the unit."""
    return kind.level in {"province", "district"} and _EACH_COMMUNE_RE.fullmatch(words) is not None


def _phrase_edits(
    text: str, profile: UnitProfile, kind: Kind, taken: list[Range], *, own: bool
) -> list[Edit]:
    words, served = _words(kind, profile), committee_of_body(profile.name)
    kinds = {"*", kind.name, *(("commune_committee",) if commune_led(profile.name) else ())}
    edits: list[Edit] = []
    for phrase in _phrases():
        if not kinds & phrase.kinds:
            continue
        # What others are told of bodies and of communes stays; only the place where it is done is the unit's.
        if not own and ("inner" in phrase.new or not phrase.new or "UBND" in phrase.new):
            continue
        for match in phrase.pattern.finditer(text):
            if not free(*match.span(), taken):
                continue
            if kind.system == "party" and kind.level != "commune" and re.search(r"(?<!\w)xã", match[0]):
                continue  # the committees of communes stand below this one
            if kind.level != "province" and re.search(
                r"(?i)(?<!\w)(?:tỉnh|thành) (?:ủy|uỷ)|cấp tỉnh", match[0]
            ):
                continue  # and that of the province above
            if _WHOLE_RE.search(match[0]) and counts_whole(_clause_at(text, match.start())):
                continue  # "500.000 cây xanh trên địa bàn tỉnh": the count is the province's
            if _WHOLE_RE.search(match[0]) and _is_the_wholes(text, match.start(), kind):
                taken.append(Range(*match.span()))
                continue
            if _PEERS_RE.match(text, match.end()) or _of_those_named(text, match) or _lies_in(match[0], kind):
                continue
            groups = {name: value or "" for name, value in match.groupdict().items()}
            # An office says of all provincial committees what it says of the one that it serves.
            serves = {"self": served} if served and phrase.kinds == {"party_committee"} else {}
            new = _cased(phrase.new.format(**{**words, **serves}, **groups), match[0])
            new = new.removeprefix("các ") if _HUNDRED_RE.search(text[: match.start()]) else new
            if new != match[0]:
                edits.append(Edit(*match.span(), new, f"{phrase.reason}: “{match[0].strip()}”"))
                taken.append(Range(*match.span()))
    return edits


def _whole_edits(text: str, profile: UnitProfile, kind: Kind, taken: list[Range]) -> list[Edit]:
    """A part speaks of itself where its body speaks of its whole ("trong toàn Bệnh viện")."""
    above = whole_above(profile)
    edits: list[Edit] = []
    for match in re.finditer(rf"(?i)(?<=\btoàn ){above}(?!\w)(?!\s[{UPPER}])", text) if above else ():
        if free(*match.span(), taken):
            edits.append(Edit(*match.span(), kind.self, f"thu hẹp về đơn vị: “{match[0]}”"))
            taken.append(Range(*match.span()))
    return edits


def _groups(text: str, profile: UnitProfile, taken: list[Range]) -> list[tuple[Range, list[Agency]]]:
    """Collectives and class names that follow one another as one list."""
    groups: list[tuple[Range, list[Agency]]] = []
    for agency in find_agencies(text):
        if not free(agency.start, agency.end, taken):
            continue
        many = agency.collective or is_plural(agency.name)
        between = text[groups[-1][0].end : agency.start] if groups else "."
        follows = _JOINED_RE.fullmatch(between) is not None
        other_level = follows and _LEVEL_CLASS_RE.fullmatch(match_key(agency.name)) is not None
        if not (many or other_level or reach_of(agency.name, profile, collective=False) == "class"):
            continue
        if groups and follows:
            groups[-1] = (Range(groups[-1][0].start, agency.end), [*groups[-1][1], agency])
        else:
            groups.append((Range(agency.start, agency.end), [agency]))
    return [_without_related(group, agencies) for group, agencies in groups]


def _without_related(group: Range, agencies: list[Agency]) -> tuple[Range, list[Agency]]:
    """Leave "... và các đơn vị liên quan" at a list's end as it is: these are others."""
    rest = agencies
    # "các cơ quan, tổ chức có liên quan": the tail says of the whole list that it is others.
    while len(rest) > 1 and re.search(r"^(?:các|những) .*(?:liên quan|khác)$", match_key(rest[-1].name)):
        rest = rest[:-1]
    return (Range(group.start, rest[-1].end), rest) if rest is not agencies else (group, agencies)


def _edit_of(text: str, group: Range, agencies: list[Agency], kind: Kind) -> Edit | None:
    """The unit's own words for a collective; None where it is one body that only some kinds have."""
    old, before = text[group.start : group.end], text[: group.start]
    own = OWN_BODY_RE.fullmatch(old)
    if own:
        # "Trung tâm Phục vụ hành chính công cấp xã" is one body of this commune, not its parts.
        at = group.start + own.start("level")
        return Edit(at, group.end, kind.self, f"thu hẹp về đơn vị: “{old}”") if kind.area else None
    start = group.start
    schools = [re.search(kind.one_of_class, match_key(a.name)) for a in agencies]
    if (kind.level == "unit" or kind.system == "party") and all(schools):
        # "trong các cơ sở giáo dục": for a school that is itself; "cấp ủy cấp tỉnh" for a provincial committee.
        return Edit(start, group.end, _cased(kind.self, old), f"thu hẹp về đơn vị: “{old}”")
    if _POST_RE.match(old):
        new = kind.inner_heads
    elif _HUNDRED_RE.search(before):
        new = kind.one_inner
        start -= len("các ") if before.endswith("các ") else 0
    else:
        new = kind.inner
    # "các đơn vị được giao nhiệm vụ": the participle stays with what follows it.
    end = group.end - len(" được giao") if old.endswith(" được giao") else group.end
    defined = CALLED_RE.match(text, end)  # "(sau đây gọi chung là UBND cấp xã)" of the list that goes
    end = defined.end() if defined else end
    opens = re.search(r"(?:^|[.:;!?(“\"–-])\s*$", text[:start]) is not None
    # "Trách nhiệm của Cơ quan ...": a capital within the sentence is of the name that goes.
    new = new.upper() if old.isupper() else _cased(new, text[start:]) if opens else new
    return Edit(start, end, new, f"thu hẹp chủ thể: “{old}”")


def _named_lists(text: str, profile: UnitProfile, kind: Kind, taken: list[Range]) -> list[Edit]:
    """A list of bodies "(sau đây gọi tắt là các đơn vị)": the whole list is what the unit calls its parts."""
    edits: list[Edit] = []
    for match in CALLED_RE.finditer(text):
        if not reach_of(f"các {match['name'].removeprefix('các ')}", profile):
            continue
        bodies = [a for a in listed_before(text, match.start()) if a.collective or is_plural(a.name)]
        if bodies and free(bodies[0].start, match.end(), taken):
            start, why = bodies[0].start, f"thu hẹp chủ thể: “{match['name']}”"
            edits.append(Edit(start, match.end(), _cased(kind.inner, text[start:]), why))
    return edits


def _own_among_others(agencies: list[Agency], kind: Kind) -> bool:
    """Whether a list names the unit's class beside bodies of other levels ("các sở, ngành, UBND xã, phường")."""
    keys = [match_key(a.name) for a in agencies]
    own = [re.search(kind.one_of_class, key) is not None for key in keys]
    departments = any(re.search(r"(?<!cơ )(?<!\w)sở(?!\w)", key) for key in keys)
    every = departments and any(re.search(r"chính quyền|địa phương", key) for key in keys)
    return kind.area and (every or (any(own) and not all(own)))


def _collective_edits(
    text: str, profile: UnitProfile, kind: Kind, taken: list[Range], *, joined: bool = False
) -> list[Edit]:
    """Edits of the collectives; ``joined``: only of lists that name the unit's class beside other levels."""
    edits = _named_lists(text, profile, kind, taken)
    taken += [Range(edit.start, edit.end) for edit in edits]
    others: set[str] = set()
    for group, agencies in _groups(text, profile, taken):
        if joined and not _own_among_others(agencies, kind):
            continue
        if not is_narrowable(text, group, agencies, profile, kind) or _MIXED_RE.match(text, group.end):
            continue
        key = match_key(text[group.start : group.end])
        if picks_some(text, agencies[-1]):
            others.add(key)
        # "... các đơn vị kinh doanh nước; yêu cầu các đơn vị": the same ones again.
        division = own_division(text[group.start : group.end], profile)
        if division:
            edit: Edit | None = Edit(group.start, group.end, division, f"giao bộ phận của đơn vị: “{key}”")
        else:
            edit = None if key in others else _edit_of(text, group, agencies, kind)
        if edit:
            edits.append(edit)
            taken.append(Range(edit.start, edit.end))
    return edits


def _said_once(text: str, inner: str) -> str:
    """Name the unit's parts once in a list that named them by several collectives.

    >>> _said_once("phối hợp giữa các phòng, Hội Nông dân, các phòng, tổ chức liên quan", "các phòng")
    'phối hợp giữa các phòng, Hội Nông dân, tổ chức liên quan'
    >>> _said_once("giữa các phòng, Hội Nông dân và các phòng giao dịch", "các phòng")
    'giữa các phòng, Hội Nông dân và các phòng giao dịch'
    """
    # "các phòng, Hội Nông dân và các phòng giao dịch": a longer name is another body's.
    again = r"\1(?=\s*(?:[,.;:)]|$)|\s+(?:và|có|liên quan|khác)(?!\w))"
    return re.sub(rf"({re.escape(inner)})((?:, [^,.;:]{{2,45}}){{0,2}}),? (?:và )?{again}", r"\1\2", text)


def _without_share_of_one(text: str, kind: Kind) -> str:
    """Leave out the "100%" before the unit's one head, or the unit itself: one is no share.

    >>> unit = UnitProfile("Đảng ủy xã Suối Bạc", "party_committee")
    >>> _without_share_of_one("100% người đứng đầu Đảng ủy tiếp dân; 100% đảng viên học tập", kind_of(unit))
    'Người đứng đầu Đảng ủy tiếp dân; 100% đảng viên học tập'
    """
    itself = f"|UBND {re.escape(kind.self)}" if kind.area else f"|{re.escape(kind.self)}"
    one = rf"người đứng đầu (?:(?:cấp ủy|chính quyền)(?:, | và | ))*{re.escape(kind.self)}{itself}"
    shape = rf"100\s*%\s+(?:số |các )*(?P<one>{one})(?!\w)(?!,| và | (?:hội|viên|đội|bộ)(?!\w))"

    def said(match: re.Match[str]) -> str:
        opens = re.search(r"(?:^|\.\s)$", text[: match.start()])
        return match["one"][:1].upper() + match["one"][1:] if opens else match["one"]

    return re.sub(shape, said, text)


def narrow_text(
    text: str,
    profile: UnitProfile,
    parent_year: int | None,
    *,
    own: bool = True,
    annual: bool = True,
    whole: bool = False,
) -> Narrowed:
    """Say a sentence of the parent as the unit says it; ``own`` False: of others' work, whose bodies stay theirs.

    ``annual`` False: the parent is for no single year. ``whole``: the unit alone is charged with it, for all whom the
    parent speaks to: bodies and places stay as told.

    >>> unit = UnitProfile("Sở Nội vụ", "department", year=2026)
    >>> narrow_text("Các cơ quan, đơn vị, địa phương tăng cường tuyên truyền.", unit, 2026).text
    'Các phòng, đơn vị thuộc Sở tăng cường tuyên truyền.'
    >>> narrow_text("Đôn đốc các cơ quan trên địa bàn toàn tỉnh.", unit, 2026, whole=True).text
    'Đôn đốc các cơ quan trên địa bàn toàn tỉnh.'
    """
    kind = kind_of(profile)
    whole = whole and not kind.area
    own = own and not whole
    taken = list(protected_ranges(text))
    quoted = [held for held in taken if text[held.start] in '“"']
    year_edits, slots, warnings = carry_over(
        text, parent_year, profile.year, [held for held in taken if held not in quoted], annual=annual
    )
    taken += [Range(edit.start, edit.end) for edit in year_edits]
    edits = year_edits + (_collective_edits(text, profile, kind, taken, joined=True) if own else [])
    if not whole:
        edits += _phrase_edits(text, profile, kind, taken, own=own)
        edits += _whole_edits(text, profile, kind, taken)
    new_names, name_slots, name_warnings = renew_names(text, profile, taken)
    taken += [Range(edit.start, edit.end) for edit in new_names]
    edits += new_names + (_collective_edits(text, profile, kind, taken) if own else [])
    result = apply_edits(text, edits)
    clean = _without_share_of_one(_said_once(undouble(result), kind.inner), kind)
    if breaks(clean, text):
        # Half a sentence says less than the parent's wording: only years and ended bodies are changed in it.
        edits, result = year_edits + new_names, apply_edits(text, year_edits + new_names)
        clean = result
        warnings.append(f"Giữ nguyên lời cấp trên vì thu hẹp làm hỏng câu: “{' '.join(text.split())}”.")
    if clean != undouble(text) and clean != result:
        edits.append(Edit(0, 0, "", "bỏ từ lặp"))
    if parent_year and profile.year and parent_year < 2026 <= profile.year:
        warnings += [
            f"Số lượng “{count}” có thể đã thay đổi sau sắp xếp năm 2025." for count in stale_counts(result)
        ]
    return Narrowed(
        mend_spacing(clean),
        tuple(edit.reason for edit in edits if edit.reason),
        tuple(slots + name_slots),
        tuple(warnings + name_warnings),
    )
