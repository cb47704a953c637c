"""Rows of annexes whose cells ran together: told by the facts of the parent, as rows of the unit's own annex.

In: the parent's assignments whose path names a row, and that stand in no table. Out: the rows where the unit leads or
helps, with the parent's time and product; every other row is left out with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.draft.adapt import Adapter
from assistant.draft.assign import choose_division
from assistant.draft.binding import is_plural, reach_of
from assistant.draft.model import SLOT, Dropped, Source, Task
from assistant.draft.profile import UnitProfile
from ingest.plan import Assignment, Plan

__all__ = ["FlatRow", "flat_rows", "read_flat_rows"]


@dataclass(frozen=True, slots=True)
class FlatRow:
    """One row: its task, who leads, who helps, and where it stands in the parent."""

    path: str
    task: str
    leads: tuple[str, ...]
    helps: tuple[str, ...]
    time: str
    product: str
    source: Source


def flat_rows(plan: Plan) -> tuple[FlatRow, ...]:
    """The rows of the parent that stand in no table, in reading order."""
    tabled = {row.path for table in plan.tables for row in table.rows}
    groups: dict[tuple[str, str], list[Assignment]] = {}
    for fact in plan.facts.assignments:
        if "/row " in fact.path and fact.path not in tabled and fact.actor:
            groups.setdefault((fact.path, fact.task), []).append(fact)
    return tuple(_row(path, task, facts, plan) for (path, task), facts in groups.items())


def _row(path: str, task: str, facts: list[Assignment], plan: Plan) -> FlatRow:
    start, end = min(f.span.start for f in facts), max(f.span.end for f in facts)
    leads = tuple(dict.fromkeys(f.actor for f in facts if f.actor and f.role != "coordinate"))
    helps = tuple(dict.fromkeys(f.actor for f in facts if f.actor and f.role == "coordinate"))
    time = next((f.time for f in facts if f.time), "") or ""
    product = next((f.product for f in facts if f.product), "") or ""
    return FlatRow(
        path, task, leads, helps, time, product, Source(start, end, plan.source.original[start:end])
    )


def _mine(names: Iterable[str], profile: UnitProfile) -> str | None:
    reaches = [reach_of(name, profile, collective=is_plural(name)) for name in names]
    return "unit" if "unit" in reaches else "class" if "class" in reaches else None


def read_flat_rows(plan: Plan, adapter: Adapter) -> tuple[Task, ...]:
    """Return the rows that bind the unit; every other row is dropped with its reason."""
    tasks: list[Task] = []
    for row in flat_rows(plan):
        source = row.source
        leads, helps = _mine(row.leads, adapter.profile), _mine(row.helps, adapter.profile)
        if not (leads or helps):
            why = f"Thuộc trách nhiệm của {', '.join(row.leads or row.helps)}"
            adapter.dropped.append(Dropped(source.quote, why, row.path, source.start, source.end))
            continue
        what = adapter.narrow(row.task, own=leads is not None).text
        division = choose_division(what, adapter.profile).name or SLOT
        with_me = [
            name
            for name in (*row.leads, *row.helps)
            if reach_of(name, adapter.profile, collective=False) != "unit"
        ]
        head = division if leads else ", ".join(row.leads) or SLOT
        others = ", ".join(with_me) if leads else division
        tasks.append(Task(what, row.path, head, others, row.time, row.product, (source,)))
    return tuple(tasks)
