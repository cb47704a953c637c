"""A group whose members stand in brackets is closed: "Các cơ quan cấp biển xe (Sở Xây dựng, Công an tỉnh):".

In: a heading or clause and the profile. Out: the members, where the brackets list bodies and the unit is none of them.
"""

from __future__ import annotations

import re

from assistant.draft.parent.whose import reaches_of
from assistant.draft.unit.profile import UnitProfile
from ingest.facts.bodies.agencies import Agency, find_agencies
from ingest.facts.bodies.loose import BODY_WORD_RE

__all__ = ["members_without"]

_GROUP_RE = re.compile(r"\W*(?:(?i:các|những|một số))\s[^.;:()]{2,90}?\s?\((?P<inside>[^()]{6,400})\)")
_NEXT_RE = re.compile(
    r"\s*[,;]\s*(?:và\s+)?|\s+và\s+(?=Sở|Ban|UBND|Ủy ban|Công an|Bộ|Cục|Hội|Văn phòng|Phòng|Trung tâm|Chi cục)"
)


def _body(name: str) -> Agency | None:
    first = next(iter(find_agencies(name)), None)
    if first is not None and first.start == 0:
        return first
    return Agency(name, 0, len(name)) if BODY_WORD_RE.match(name) else None


def members_without(text: str, profile: UnitProfile) -> tuple[str, ...]:
    """The members that brackets behind a group list, where the unit is none of them; else nothing.

    >>> unit = UnitProfile("Sở Nội vụ", "department")
    >>> members_without("Các cơ quan cấp biển xe (Sở Xây dựng, Công an tỉnh): cấp biển", unit)
    ('Sở Xây dựng', 'Công an tỉnh')
    >>> members_without("Các cơ quan (Sở Xây dựng, Sở Nội vụ)", unit), members_without("Các sở (theo Phụ lục I)", unit)
    ((), ())
    """
    group = _GROUP_RE.match(text)
    names = _NEXT_RE.split(group["inside"].strip()) if group else []
    bodies = [_body(name) for name in names if name]
    known = [body for body in bodies if body is not None]
    if len(known) < 2 or len(known) < len(bodies):
        return ()
    return () if any(reaches_of(known, profile)) else tuple(name.strip() for name in names)
