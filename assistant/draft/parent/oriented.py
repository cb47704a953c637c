"""Annexes in prose that part their orientations by whom they address: "1. Đối với các bộ", "2. Đối với các địa phương".

In: the annexes of a parent and the profile. Out: those with a part that addresses the unit; what that part says is the
unit's own, as what the body of the parent says is.
"""

from __future__ import annotations

from collections.abc import Iterable

from assistant.draft.parent.others import addressed_part
from assistant.draft.unit.profile import UnitProfile
from ingest.plan import Plan, Section

__all__ = ["oriented_annexes"]


def oriented_annexes(plan: Plan, annexes: Iterable[Section], profile: UnitProfile) -> tuple[Section, ...]:
    """The annexes without a table of which a part addresses the unit, and no part is a row."""
    tabled = [table.span.start for table in plan.tables]

    def prose(section: Section) -> bool:
        rows = any(below.kind == "row" for below in section.walk())
        return not rows and not any(section.span.start <= at < section.span.end for at in tabled)

    return tuple(
        annex
        for annex in annexes
        if prose(annex) and any(addressed_part(below.heading, profile) == "own" for below in annex.walk()[1:])
    )
