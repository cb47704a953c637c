"""Short names that the parent gives to a list of bodies: "(sau đây gọi chung là các cơ quan, đơn vị)".

In: the parent's text and the profile. Out: the short names whose list includes the unit, so that what is asked of
the short name is asked of the unit; and the parent's other short forms ("ATTP"), so that a task says what it is about.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.draft.parent.binding import is_plural, reach_of
from assistant.draft.unit.profile import UnitProfile, kinds
from ingest.facts.bodies.agencies import Agency, find_agencies
from ingest.plan import Plan
from ingest.spelling import match_key

__all__ = ["CALLED_RE", "listed_before", "with_short_names"]

CALLED_RE = re.compile(
    r"\s*\((?:sau đây )?(?:được )?(?:viết|gọi)(?: tắt| chung)? là:? (?P<name>(?:các )?[^)]{4,80})\)"
)
# What describes a body ("trên địa bàn tỉnh") does not end the list; a stop or a colon does.
_GAP_RE = re.compile(r"(?:\s[^,;.:()]{0,60})?(?:\s*[,;]\s*(?:và\s+)?|\s+và\s+)")
_LAST_RE = re.compile(r"(?:\s[^,;.:()]{0,60})?\s*")


def listed_before(text: str, end: int) -> list[Agency]:
    """The bodies of the list that ends at ``end``.

    >>> text = "Giao các sở, ngành; UBND các xã, phường (sau đây gọi tắt là địa phương) rà soát"
    >>> [agency.name for agency in listed_before(text, text.index(" ("))]
    ['các sở, ngành', 'UBND các xã, phường']
    """
    found: list[Agency] = []
    for agency in reversed(find_agencies(text[:end])):
        gap = text[agency.end : found[0].start if found else end]
        if not (_GAP_RE if found else _LAST_RE).fullmatch(gap):
            break
        found.insert(0, agency)
    return found


def _ends_with_own(text: str, profile: UnitProfile) -> bool:
    """Whether a text ends in the unit's own name or the class of bodies that it is one of.

    >>> unit = UnitProfile("Trung tâm chính trị phường A", "school")
    >>> _ends_with_own("Quy chế này quy định về Trung tâm chính trị xã, phường, đặc khu", unit)
    True
    """
    words = text.split()[-14:]
    ends = (" ".join(words[-count:]) for count in range(2, len(words) + 1))
    return any(reach_of(end, profile, collective=False) for end in ends)


def _of_another_class(name: str, profile: UnitProfile) -> bool:
    """Whether a short name is that of another class of bodies, whoever else stands in the list before it.

    "Các sở, ngành, UBND các xã, phường (sau đây gọi chung là UBND cấp xã)" calls only the communes so.

    >>> unit = UnitProfile("Sở A", "department")
    >>> _of_another_class("UBND cấp xã", unit), _of_another_class("các cơ quan, đơn vị", unit)
    (True, False)
    """
    key = match_key(name)
    classes = [kind.name for kind in kinds().values() if re.search(kind.one_of_class, key)]
    return bool(classes) and profile.kind not in classes


def with_short_names(profile: UnitProfile, plan: Plan) -> UnitProfile:
    """Return the profile with the parent's short names of lists that include the unit, and of the unit's own class.

    A short name of its own class ("Trung tâm") is a role: it stands for the unit itself, not for its parts.
    """
    text = " ".join(plan.source.clean.split())
    names: list[str] = []
    own: list[str] = []
    for match in CALLED_RE.finditer(text):
        bodies = listed_before(text, match.start())
        listed = any(reach_of(a.name, profile, collective=a.collective or is_plural(a.name)) for a in bodies)
        if listed and not _of_another_class(match["name"], profile):
            names.append(match_key(match["name"]).removeprefix("các "))
        elif not bodies and _ends_with_own(text[: match.start()], profile):
            own.append(match_key(match["name"]).removeprefix("các "))
    # "PCCC": what a duty of the profile says in full; "Kế hoạch" is no field.
    short = tuple((name, full) for name, full in plan.abbreviations if name.isupper())
    roles = tuple(dict.fromkeys((*profile.roles, *own)))
    return replace(profile, called=tuple(dict.fromkeys(names)), roles=roles, short_forms=short)
