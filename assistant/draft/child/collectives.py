"""Collectives of the parent said as the unit's own parts, its class as itself; by the grammar of agency names.

In: a text, the profile, and what no edit may touch. Out: edits ("các cơ quan, đơn vị" -> "các phòng, đơn vị thuộc Sở").
"""

from __future__ import annotations

import re

from assistant.draft.edits import Edit, cased, free
from assistant.draft.parent.binding import is_plural, own_division, reach_of
from assistant.draft.parent.called import CALLED_RE, listed_before
from assistant.draft.parent.collective import OWN_BODY_RE, is_narrowable, picks_some
from assistant.draft.unit.part_names import HAMLETS
from assistant.draft.unit.profile import Kind, UnitProfile
from ingest.facts.bodies.agencies import Agency, find_agencies
from ingest.plan import Range
from ingest.spelling import match_key

__all__ = ["HUNDRED_RE", "collective_edits"]

_POST_RE = re.compile(r"(?i)^(?:thủ trưởng|người đứng đầu|lãnh đạo|giám đốc|trưởng)\s")
HUNDRED_RE = re.compile(r"\d\s*%\s*(?:các |số )?$")
"""A share before those who are counted: of each of them, whatever their number."""
# "100% cơ quan, trường học, chợ, cơ sở ăn uống": a list of all sorts of places is nobody's parts.
_MIXED_RE = re.compile(
    r"(?:,|,? và)(?: các)? (?:chợ|hộ|cơ sở (?:kinh doanh|sản xuất|dịch vụ|lưu trú)|nhà máy|khu (?:dân cư|phố|công nghiệp|nhà trọ|du lịch)|siêu thị|bến|công viên|khách sạn|nhà hàng|quán ăn|nhà trọ|gia đình"
    rf"|trang trại|công trình|cửa hàng|bệnh viện|doanh nghiệp|{HAMLETS})(?!\w)"
)
_JOINED_RE = re.compile(r"\s*(?:,|;|và|,\s*và)\s*")
_LEVEL_CLASS_RE = re.compile(
    r"(?:ubnd|ủy ban nhân dân)\s+(?:các |cấp )*(?:xã|phường|huyện)(?:(?:,| và) (?:các )?(?:xã|phường|thị trấn|đặc khu|thị xã|thành phố))*"
)


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
        return Edit(start, group.end, cased(kind.self, old), f"thu hẹp về đơn vị: “{old}”")
    if _POST_RE.match(old):
        new = kind.inner_heads
    elif HUNDRED_RE.search(before):
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
    new = new.upper() if old.isupper() else cased(new, text[start:]) if opens else new
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
            edits.append(Edit(start, match.end(), cased(kind.inner, text[start:]), why))
    return edits


def _own_among_others(agencies: list[Agency], kind: Kind) -> bool:
    """Whether a list names the unit's class beside bodies of other levels ("các sở, ngành, UBND xã, phường")."""
    keys = [match_key(a.name) for a in agencies]
    own = [re.search(kind.one_of_class, key) is not None for key in keys]
    departments = any(re.search(r"(?<!cơ )(?<!\w)sở(?!\w)", key) for key in keys)
    every = departments and any(re.search(r"chính quyền|địa phương", key) for key in keys)
    return kind.area and (every or (any(own) and not all(own)))


def collective_edits(
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
