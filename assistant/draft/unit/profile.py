"""The unit that will issue the plan: a frozen profile, and how units of its kind speak of themselves.

What is not given stays None and becomes a slot of the draft; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from assistant.draft.unit.natures import HEADS, class_of_name, head_word, natures_of
from assistant.draft.unit.part_names import HAMLETS, class_of_parts
from assistant.draft.unit.party import party_changes, party_self
from ingest.facts.language.lexicon import LOWER, UPPER
from ingest.parse.issuers import written_name
from ingest.parse.provinces import is_central_city

__all__ = [
    "READ_FROM_PARENT",
    "Division",
    "Kind",
    "UnitProfile",
    "fitting_kind",
    "hamlets_of",
    "in_ordinary_spelling",
    "kind_of",
    "kinds",
    "place_of",
    "post_of",
]

_TERRITORIES = {"tỉnh": "province", "xã|phường|đặc khu": "commune", "huyện|quận|thị xã": "district"}
# Schools that a statute of the ministry gives an office ("Tổ Văn phòng"); colleges and centres have their own.
_GENERAL_SCHOOL_RE = re.compile(r"(?i)mầm non|mẫu giáo|tiểu học|trung học|phổ thông|THCS|THPT")
_CELLS_RE = re.compile(r"(?i)các (?:chi bộ|chi, đảng bộ|đảng bộ|chi ủy)(?!\w)")
_DATA = Path(__file__).resolve().parents[2] / "data"
_MARKED_POST_RE = re.compile(r"(?P<authority>T/?M\.?\s[^,/\n]+?)\s*[,/\n]\s*(?P<post>[^,/\n]+)")
READ_FROM_PARENT = {"called", "short_forms", "towns_apart"}
"""What no officer writes into a profile."""


@dataclass(frozen=True, slots=True)
class Division:
    """A part of the unit and what it is charged with."""

    name: str
    duties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """How units of one kind speak of themselves (data/unit_kinds.yaml)."""

    name: str
    label: str
    self: str
    level: Literal["province", "district", "commune", "unit"]
    system: Literal["state", "party"]
    authority: str
    inner: str
    inner_heads: str
    one_inner: str
    head: str
    leaders: str
    office: str
    people: str
    scope: str
    area: bool
    binds: tuple[str, ...]
    one_of_class: str
    apart: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitProfile:
    """A unit as the drafting needs it. Everything but ``name`` and ``kind`` may be unknown (None, empty)."""

    name: str
    kind: str
    code: str | None = None
    """Short form in the number: "SNNMT" in "Số: 36/KH-SNNMT"."""
    parent: str | None = None
    """The body above, as the letterhead writes it: "UBND tỉnh Sơn Hà"."""
    place: str | None = None
    """Where it is signed ("Sơn Hà"); for a territory its own name ("xã Suối Bạc")."""
    year: int | None = None
    short: str | None = None
    """What it calls itself in the text ("Sở", "Trường"); by kind where not given."""
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    """Roles it holds by which a parent may charge it ("cơ quan thường trực Ban Chỉ đạo", "chủ đầu tư")."""
    authority: str | None = None
    """First line of the signature: "TM. ỦY BAN NHÂN DÂN", "KT. GIÁM ĐỐC"."""
    signer_title: str | None = None
    """The post of who signs: "GIÁM ĐỐC", "PHÓ CHỦ TỊCH"."""
    signer: str | None = None
    divisions: tuple[Division, ...] = ()
    field: tuple[str, ...] = ()
    """The unit's own work in a few phrases; decides which targets of one field concern it."""
    gatherer: str | None = None
    """The division that gathers reports."""
    inner: str | None = None
    """What its parts are called together ("các phòng, đơn vị thuộc Sở"); by kind where not given."""
    recipients: tuple[str, ...] = ()
    report_lead_days: int | None = None
    """Working days before the parent's date by which the divisions report."""
    date: str | None = None
    """ISO day of drafting; decides which bodies existed."""
    parent_number: str | None = None
    """Number of the parent plan where its file lacks it."""
    parent_date: str | None = None
    """Its date, ISO."""
    called: tuple[str, ...] = ()
    """What the parent calls lists that include the unit ("cơ quan, đơn vị"); read from the parent, in lower case."""
    short_forms: tuple[tuple[str, str], ...] = ()
    """The parent's short forms with what they stand for ("ATTP", "an toàn thực phẩm")."""
    towns_apart: bool = False
    """The parent addresses "các phường" by themselves, so that its "các xã" are no towns."""

    def spelled(self, text: str) -> str:
        """A text of the parent with its short forms said in full.

        >>> UnitProfile("Sở A", "department", short_forms=(("PCCC", "phòng cháy"),)).spelled("tập huấn PCCC")
        'tập huấn phòng cháy'
        """
        for short, full in self.short_forms:
            text = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", full.replace("\\", ""), text)
        return text

    def words(self) -> str:
        """Every word of the profile in one text, for checks of what a draft may say."""
        parts: list[str] = []

        def gather(value: object) -> None:
            if isinstance(value, str | int):
                parts.append(str(value))
            elif isinstance(value, Mapping):
                for below in value.values():
                    gather(below)
            elif isinstance(value, list | tuple):
                for below in value:
                    gather(below)

        gather(asdict(self))
        return "\n".join(parts)


def _kind(**values: Any) -> Kind:  # noqa: ANN401
    return Kind(**values)


@cache
def kinds() -> dict[str, Kind]:
    """The kinds of units that can be drafted for, by name."""
    table = yaml.safe_load((_DATA / "unit_kinds.yaml").read_text(encoding="utf-8"))
    return {
        name: _kind(
            name=name,
            one_of_class=row.pop("class"),
            **{key: tuple(value) if isinstance(value, list) else value for key, value in row.items()},
        )
        for name, row in table.items()
    }


def fitting_kind(name: str, kind: str, divisions: Iterable[Division] = ()) -> str:
    """The kind that a name leaves no doubt of, whatever office it was taken for: a people's committee, a Party body.

    A committee with departments (sở) under it is a province's.

    >>> fitting_kind("UBND tỉnh Sơn Hà", "agency"), fitting_kind("Văn phòng Tỉnh ủy Sơn Hà", "agency")
    ('province', 'party_body')
    >>> fitting_kind("Văn phòng UBND tỉnh Sơn Hà", "agency"), fitting_kind("UBND xã Suối Bạc", "commune")
    ('agency', 'commune')
    >>> fitting_kind("UBND thành phố Bạc Hà", "agency", (Division("Sở Y tế"),)), fitting_kind("UBND thành phố Bạc Hà", "agency")
    ('province', 'agency')
    """
    if kinds()[kind].area or kinds()[kind].system == "party":
        return kind
    committee = re.match(r"(?i)(?:UBND|ủy ban nhân dân)\s+(?P<place>\S.*)$", name)
    for shape, fits in _TERRITORIES.items() if committee else ():
        if committee and re.match(rf"(?i)(?:{shape})(?!\w)", committee["place"]):
            return fits
    departments = any(division.name.startswith("Sở ") for division in divisions)
    if committee and (departments or is_central_city(committee["place"])):
        return "province"
    if re.match(
        r"(?i)(?:văn phòng|ban|ủy ban kiểm tra) (?:.* )?(?:tỉnh|thành|huyện|đảng) (?:ủy|uỷ)(?!\w)", name
    ):
        return "party_body"
    return "party_committee" if re.match(r"(?i)(?:tỉnh|thành|huyện|đảng) (?:ủy|uỷ)(?!\w)", name) else kind


@cache
def kind_of(profile: UnitProfile) -> Kind:
    """The profile's kind with its own short name and inner units filled in.

    >>> kind_of(UnitProfile("Sở Nội vụ", "department")).inner
    'các phòng, đơn vị thuộc Sở'
    >>> kind_of(UnitProfile("Tỉnh ủy Sơn Hà", "party_committee")).leaders
    'Ban Thường vụ Tỉnh ủy'
    """
    kind = kinds()[profile.kind]
    own = profile.short or _own_name(profile, kind)
    place = profile.place or profile.name
    if kind.area and not re.match(r"(?i)xã|phường|đặc khu|huyện|quận|thị|thành", place):
        place = re.sub(r"(?i)^(?:UBND|ủy ban nhân dân)\s+", "", profile.name)
    has_rooms = any(division.name.startswith("Phòng") for division in profile.divisions)
    rooms, hamlets = "phòng" if has_rooms else "bộ phận", hamlets_of(profile)
    changed: dict[str, Any] = {
        item.name: value.format(self=own, place=place, unit=profile.name, rooms=rooms, hamlets=hamlets)
        if isinstance(value := getattr(kind, item.name), str) and item.name != "one_of_class"
        else value
        for item in fields(kind)
    }
    changed["self"] = own
    if kind.name in {"department", "agency"}:
        changed["head"] = HEADS.get(own, changed["head"])
    if own == "Bộ":
        parts = "vụ, cục, đơn vị thuộc Bộ"
        changed |= {"inner": f"các {parts}", "one_inner": parts, "inner_heads": f"Thủ trưởng các {parts}"}
    if kind.system == "party":
        # The tables of rules speak of committees and of their bodies alike.
        changed["name"] = "party_committee"
        changed |= party_changes(profile.name, own, HEADS.get(own))
        if changed["level"] == "province":
            changed["apart"] = (*kind.apart, "(?:xã|phường|đặc khu)(?! hội)", "cơ sở đảng|chi bộ(?! trực)")
    _by_name(changed, profile, own)
    if inner := profile.inner or _parts_told(profile, changed["name"]):
        changed["inner"] = inner
        changed["one_inner"] = re.sub(r"^(?:các|những)\s+", "", inner)
        changed["inner_heads"] = ("Bí thư " if _CELLS_RE.match(inner) else "Trưởng ") + inner
    return _kind(**changed)


def _parts_told(profile: UnitProfile, kind: str) -> str | None:
    """What a unit's parts are called together as its divisions tell: the cells of a committee, the rooms of a college.

    >>> _parts_told(UnitProfile("Đảng ủy xã A", "party_committee", divisions=(Division("Các chi bộ trực thuộc"),)), "party_committee")
    'các chi bộ trực thuộc'
    >>> college = UnitProfile("Trường Cao đẳng A", "school", divisions=(Division("Phòng Đào tạo"), Division("Khoa Điện")))
    >>> _parts_told(college, "school"), _parts_told(replace(college, name="Trường THCS A"), "school")
    ('các phòng, khoa, đơn vị thuộc Trường', None)
    """
    names = [division.name for division in profile.divisions]
    if kind == "party_committee":
        return next((f"c{name[1:]}" for name in names if name[:1] == "C" and _CELLS_RE.match(name)), None)
    rooms = [word for word in ("Phòng", "Khoa") if any(name.startswith(f"{word} ") for name in names)]
    own = head_word(profile.name)
    if kind != "school" or own is None or "Phòng" not in rooms or _GENERAL_SCHOOL_RE.search(profile.name):
        return None
    return f"các {', '.join(word.lower() for word in rooms)}, đơn vị thuộc {own}"


def _by_name(changed: dict[str, Any], profile: UnitProfile, own: str) -> None:
    """Add what the unit's own name tells: its natures, and the class of bodies it is one of."""
    for nature in natures_of(profile.name):
        if nature.noun:
            changed |= {
                "level": "unit",
                "binds": (),
                "one_of_class": class_of_parts(nature.noun, nature.which),
                "office": "",
            }
        kept = (word for word in changed["binds"] if word not in nature.lacks)
        changed["binds"] = (*kept, *nature.binds)
        kept = (word for word in changed["apart"] if word not in nature.frees)
        changed["apart"] = (*kept, *nature.apart)
        changed["one_of_class"] = nature.one_of_class or changed["one_of_class"]
        # A health station has no rooms and no directors, a centre of health has.
        speaks = changed["name"] != "hospital" or nature.noun or nature.name == "health_station"
        if changed["system"] == "state" and not changed["area"] and speaks:
            changed |= {field: words.format(self=own) for field, words in nature.words}
    if changed["name"] == "school" and not _GENERAL_SCHOOL_RE.search(profile.name):
        changed["office"] = ""
    if shape := class_of_name(profile.name):
        changed["one_of_class"] = f"{changed['one_of_class']}|{shape}"


def place_of(profile: UnitProfile) -> str | None:
    """Where the unit signs: as its profile says, else the place that its own name ends in; None where neither tells.

    >>> place_of(UnitProfile("Trạm Y tế phường Bình Minh", "hospital")), place_of(UnitProfile("Sở Y tế", "department"))
    ('phường Bình Minh', None)
    """
    found = re.search(rf"(?<!\w)(?:xã|phường|đặc khu|tỉnh)\s+(?:[{UPPER}][\w'’]*(?:[\s-]|$))+$", profile.name)
    return profile.place or (found[0] if found else None)


def post_of(profile: UnitProfile) -> str | None:
    """The post over the signature: as the profile says, else that of the head; None where it is not known.

    >>> post_of(UnitProfile("Sở Y tế", "department")), post_of(UnitProfile("Khối A", "agency"))
    ('GIÁM ĐỐC', None)
    """
    kind = kind_of(profile)
    if profile.signer_title:
        return profile.signer_title
    if kind.head.startswith("Thủ trưởng") or (
        kind.system == "party" and (profile.authority or kind.authority)
    ):
        return None
    return re.sub(
        r"^(Tổng Giám đốc|Giám đốc|Chủ tịch|Bí thư|Tổng Biên tập|Chánh án|Viện trưởng(?= Viện kiểm)|Trưởng(?= (?:Công an|Thuế|Thống kê)))\s.*$",
        r"\1",
        kind.head,
    ).upper()


def in_ordinary_spelling(profile: UnitProfile) -> UnitProfile:
    """Return the profile with names set in the capitals of a letterhead written as in a sentence.

    A post with its mark of authority before it ("TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH") is two lines of the signature.

    >>> in_ordinary_spelling(UnitProfile("Sở Nội vụ", "department", parent="UBND TỈNH SƠN HÀ")).parent
    'UBND tỉnh Sơn Hà'
    >>> in_ordinary_spelling(UnitProfile("Trường A", "school", parent="SỞ Y TẾ SƠN HÀ", place="Sơn Hà")).parent
    'Sở Y tế Sơn Hà'
    """
    marked = _MARKED_POST_RE.fullmatch(profile.signer_title or "")
    if marked and not profile.authority:
        profile = replace(profile, authority=marked["authority"], signer_title=marked["post"])
    known = "\n".join(text for text in (profile.name, profile.parent) if text)
    place = re.search(rf"(?:[{UPPER}][{LOWER}]+\s?)+$", profile.place or "")

    def written(name: str) -> str:
        text = written_name(name, known)
        # "SỞ Y TẾ SƠN HÀ": a place without its level is known by where the unit signs.
        return re.sub(rf"(?i)(?<!\w){place[0]}$", place[0], text) if place else text

    return replace(
        profile,
        name=written(profile.name),
        parent=written(profile.parent) if profile.parent else None,
        recipients=tuple(written_name(line, known) for line in profile.recipients),
    )


def hamlets_of(profile: UnitProfile) -> str:
    """Tell what the parts of a commune's territory are called: as its divisions say, else by its own kind.

    >>> hamlets_of(UnitProfile("UBND xã A", "commune")), hamlets_of(UnitProfile("UBND phường B", "commune"))
    ('thôn', 'tổ dân phố')
    >>> hamlets_of(UnitProfile("UBND phường C", "commune", divisions=(Division("Các khu vực"),)))
    'khu vực'
    """
    for division in profile.divisions:
        if found := re.match(rf"(?i)(?:các )?({HAMLETS}|khu vực)(?!\w)", division.name):
            return found[1].lower()
    own = re.search(r"(?i)(phường|đặc khu|thị trấn)(?!\w)", profile.name)
    if own is None:
        return "thôn"
    return "thôn, tổ dân phố" if own[1].lower() == "đặc khu" else "tổ dân phố"


def _own_name(profile: UnitProfile, kind: Kind) -> str:
    """Tell what it calls itself: "Sở Nội vụ" says Sở, "Ban Dân tộc" Ban, "UBND phường Bình Minh" phường."""
    if kind.area:
        found = re.search(r"(?i)(xã|phường|đặc khu|huyện|quận|thị xã|thành phố)(?!\w)", profile.name)
        return found[1].lower() if found else kind.self
    if kind.system == "party":
        return party_self(profile.name) or kind.self
    own = head_word(profile.name)
    if kind.name in {"school", "hospital"}:
        # A political centre or a college of another name is no "Nhà trường"; a school and a hospital are.
        return kind.self if own is None or own == "Trường" else own
    return own if own and kind.name in {"department", "agency"} else kind.self
