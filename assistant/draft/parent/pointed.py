"""Parts of a parent that it gives to a body by pointing at them: "Sở Y tế: chủ trì các nhiệm vụ tại mục IV.5".

In: the parent and the profile. Out: for each part pointed at, by its path, who leads it; and why such a part is
others'. A territory and a Party committee take part in every field, whoever leads it above them.
"""

from __future__ import annotations

import re

from assistant.draft.cause import Cause
from assistant.draft.parent.binding import is_plural, reach_of
from assistant.draft.unit.profile import UnitProfile, kind_of
from assistant.path_words import path_words
from ingest.facts.bodies.agencies import same_agency
from ingest.plan import Plan

__all__ = ["leads_by_path", "led_by_others"]

_POINTER_RE = re.compile(
    r"(?i)(?:chủ trì|chịu trách nhiệm|làm đầu mối)[^.;:]{0,80}?(?:nhiệm vụ|nội dung|giải pháp|chỉ tiêu)[^.;:]{0,40}? (?:tại|thuộc|theo) (?:các )?"
    r"(?P<refs>(?:điểm|khoản|mục|tiểu mục|phần)(?:(?:\s|[(),.]|và |điểm |khoản |mục |tiểu mục |phần )*(?:\d+(?:\.\d+)*|[IVX]+(?:\.\d+)*|[a-zđ](?=[\s,).]))(?!\w))+)"
)
_PART_RE = re.compile(
    r"(?<![\w.])(?:(?P<roman>[IVX]+)(?P<below>(?:\.\d+)*)|(?P<number>\d+(?:\.\d+)*)|(?P<letter>[a-zđ])(?=[\s,).]|$))(?!\w)"
)


def _paths(refs: str) -> list[str]:
    """The paths that a pointer names.

    >>> _paths("mục (IV) (4.1) (4.2)"), _paths("khoản 2 Mục III"), _paths("mục IV.3"), _paths("mục (IV)(3.4)(a)")
    (['IV.4.1', 'IV.4.2'], ['III.2'], ['IV.3'], ['IV.3.4.a'])
    """
    romans, numbers, letters = [], [], []
    for part in _PART_RE.finditer(refs):
        if part["roman"]:
            romans.append(part["roman"] + part["below"])
        elif part["number"]:
            numbers.append(part["number"])
        else:
            letters.append(part["letter"])
    if len(romans) != 1:
        return romans
    whole = [f"{romans[0]}.{number}" for number in numbers] or romans
    return [f"{path}.{letter}" for path in whole for letter in letters] or whole


def leads_by_path(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Who leads each part that the parent points at."""
    found: dict[str, list[str]] = {}
    for fact in plan.facts.assignments:
        if fact.actor is None or fact.role == "coordinate" or is_plural(fact.actor):
            continue
        words = " ".join(plan.source.quote(fact.span).replace("*", "").split())
        for pointer in _POINTER_RE.finditer(words):
            for path in _paths(pointer["refs"]):
                names = found.setdefault(path, [])
                if fact.actor not in names:
                    names.append(fact.actor)
    return {path: tuple(names) for path, names in found.items()}


def led_by_others(path: str, leads: dict[str, tuple[str, ...]], profile: UnitProfile) -> Cause | None:
    """Why a part is others' that the parent gives to a body by pointing at it.

    >>> led_by_others("IV.5", {"IV.5": ("Sở Y tế",)}, UnitProfile("Sở Nội vụ", "department")).said()
    'Thuộc trách nhiệm của Sở Y tế (được giao chủ trì mục IV.5)'
    """
    names = leads.get(path)
    kind = kind_of(profile)
    if not names or kind.area or kind.system == "party":
        return None
    own = (profile.name, profile.parent or "")
    if any(
        reach_of(name, profile, collective=False) or any(one and same_agency(name, one) for one in own)
        for name in names
    ):
        return None
    return Cause("pointed", f"{', '.join(names)} (được giao chủ trì {path_words(path)})")
