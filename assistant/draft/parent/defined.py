"""A branch that charges a collective and says itself who that is: "1. Tập thể: là các cơ quan, đơn vị ..., chịu trách nhiệm:".

In: the lines of the parent with those who hold their tasks, and the profile. Out: the same lines, where the members that
the parent names stand for the collective, if the unit is one of them, or holds a part of the branch by its own heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from assistant.draft.parent.binding import is_plural, reach_of
from assistant.draft.unit.profile import UnitProfile
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.tasks.held import Holding
from ingest.facts.tasks.holders import Holder
from ingest.plan import Range
from ingest.spelling import match_key

__all__ = ["defined_as", "with_members"]

_COLLECTIVE_RE = re.compile(r"(?:(?:đối với|trách nhiệm của|về) )?(?:các |những |mỗi )?tập thể")
_PARTED_RE = re.compile(r"(?:(?:đối với|trách nhiệm của|về) )?(?:các |những |mỗi )?(?:tập thể|cá nhân)")
_IS_RE = re.compile(
    r"(?i)[\s:,.*–-]*(?:(?:các )?(?:tập thể|cá nhân)\s+)?(?:(?:được hiểu )?là|(?:bao )?gồm(?: có)?)(?::|(?!\w))\s*"
)
_ANY_RE = re.compile(r"(?i)(?:những |các )?(?:tập thể|cơ quan|đơn vị|tổ chức|địa phương)(?!\w)")


def defined_as(heading: str, text: str, profile: UnitProfile) -> Literal["own", "others"] | None:
    """Tell whether a line only says who the collective or the persons of its heading are, and whether the unit is meant.

    >>> unit = UnitProfile("Sở Tài chính", "department")
    >>> defined_as("Tập thể", "Là các cơ quan, đơn vị quản lý tài sản, chịu trách nhiệm:", unit)
    'own'
    >>> defined_as("Tập thể", "Là các doanh nghiệp viễn thông, chịu trách nhiệm:", unit)
    'others'
    >>> defined_as("Tập thể", "Lập sổ theo dõi tài sản.", unit) is None
    True
    """
    told = _IS_RE.match(text)
    if told is None or _PARTED_RE.fullmatch(match_key(heading).strip(" .:;-")) is None:
        return None
    first = find_agencies(text[told.end() :])[:1]
    named = bool(first) and first[0].start == 0 and not _ANY_RE.match(text, told.end())
    others = named and not any(reach_of(a.name, profile) for a in find_agencies(text))
    return "others" if others else "own"


def _members(holding: Holding, following: Holding | None, profile: UnitProfile) -> tuple[Range, str] | None:
    """Where a heading names a collective that it, or the line beneath it, then defines; and the definition."""
    if holding.block.kind != "heading" or len(holding.after) != 1 or holding.after == holding.before:
        return None
    held = holding.after[0]
    key = match_key(held.name)
    if not (_COLLECTIVE_RE.fullmatch(key) or is_plural(held.name)) or reach_of(held.name, profile):
        return None
    at = held.range.end - holding.block.start
    told = _IS_RE.match(holding.block.text, at)
    if told:
        return held.range, holding.block.text[told.end() :]
    below = following.block if following and following.block.kind != "heading" else None
    told = _IS_RE.match(below.text, below.body) if below else None
    return (held.range, below.text[told.end() :]) if below and told else None


def _stand_in(holders: tuple[Holder, ...], spot: Range, members: tuple[str, ...]) -> tuple[Holder, ...]:
    found: list[Holder] = []
    for holder in holders:
        found += (replace(holder, name=name) for name in members) if holder.range == spot else [holder]
    return tuple(found)


def with_members(holdings: Iterable[Holding], profile: UnitProfile) -> tuple[Holding, ...]:
    """Let the members named by the parent stand for a collective that the unit belongs to.

    The heading itself then names nobody; where the unit is told only by a heading beneath, nobody is named at all.
    """
    lines = tuple(holdings)
    for index, holding in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        defined = _members(holding, following, profile)
        if defined is None:
            continue
        spot, told = defined
        names = tuple(a.name for a in find_agencies(re.split(r"(?<=\w);|\.\s", told)[0]))
        mine = tuple(name for name in names if reach_of(name, profile, collective=is_plural(name)))
        own = {match_key(held.name) for held in holding.after}
        branch = [h for h in lines if any(a.range == spot for a in (*h.before, *h.after))]
        beneath = any(
            reach_of(holder.name, profile, collective=is_plural(holder.name))
            for h in branch
            if h.block.kind == "heading"
            for holder in h.after
        )
        if not (mine or beneath or (not names and _ANY_RE.match(told))):
            continue
        changed = {id(h) for h in branch}
        lines = tuple(
            replace(
                h,
                before=_stand_in(h.before, spot, mine),
                after=() if place == index else _stand_in(h.after, spot, mine),
                found=tuple(f for f in h.found if match_key(f.actor or "") not in own),
            )
            if id(h) in changed
            else h
            for place, h in enumerate(lines)
        )
    return lines
