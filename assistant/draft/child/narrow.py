"""Narrowing a parent's sentence to the unit: who acts, where, of whom; tracked edit by edit.

Phrases come from data/narrowing.tsv, collectives from the grammar of agency names. Citations and quotations
are never touched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.draft.child.collectives import HUNDRED_RE, collective_edits
from assistant.draft.child.figures import counts_whole
from assistant.draft.child.years import carry_over, stale_counts
from assistant.draft.edits import (
    Edit,
    apply_edits,
    breaks,
    cased,
    free,
    mend_spacing,
    protected_ranges,
    undouble,
)
from assistant.draft.parent.superior import whole_above
from assistant.draft.unit.party import committee_of_body, commune_led
from assistant.draft.unit.profile import Kind, UnitProfile, hamlets_of, kind_of
from assistant.draft.unit.reorganisation import renew_names
from assistant.word_lists import read_rows
from ingest.facts.bodies.agencies import find_agencies
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
_EACH_COMMUNE_RE = re.compile(
    r"(?i)mỗi (?:xã|phường)(?:,? (?:và )?(?:mỗi )?(?:xã|phường|đặc khu))*(?: trên địa bàn .*)?"
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
        for row in read_rows("narrowing.tsv")
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


def _each_of_others(words: str, kind: Kind, sort: str) -> bool:
    """Whether words name each place of a sort that is not the unit's ("mỗi xã không quá 01 chợ"): a measure, not the unit.

    ``sort``: what the unit's own place is, as "xã" or "phường".
    """
    if _EACH_COMMUNE_RE.fullmatch(words) is None:
        return False
    return kind.level != "commune" or re.search(rf"(?<!\w){sort}(?!\w)", match_key(words)) is None


def _means_others(text: str, match: re.Match[str], kind: Kind, sort: str) -> bool:
    """Whether a phrase stands for others of the unit's class, those just named, or each place of another sort."""
    peers = _PEERS_RE.match(text, match.end()) is not None
    return peers or _of_those_named(text, match) or _each_of_others(match[0], kind, sort)


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
            if _means_others(text, match, kind, words["commune"]):
                continue
            groups = {name: value or "" for name, value in match.groupdict().items()}
            # An office says of all provincial committees what it says of the one that it serves.
            serves = {"self": served} if served and phrase.kinds == {"party_committee"} else {}
            new = cased(phrase.new.format(**{**words, **serves}, **groups), match[0])
            new = new.removeprefix("các ") if HUNDRED_RE.search(text[: match.start()]) else new
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
    edits = year_edits + (collective_edits(text, profile, kind, taken, joined=True) if own else [])
    if not whole:
        edits += _phrase_edits(text, profile, kind, taken, own=own)
        edits += _whole_edits(text, profile, kind, taken)
    new_names, name_slots, name_warnings = renew_names(text, profile, taken)
    taken += [Range(edit.start, edit.end) for edit in new_names]
    edits += new_names + (collective_edits(text, profile, kind, taken) if own else [])
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
