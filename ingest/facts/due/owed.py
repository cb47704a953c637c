"""Deadlines whose words only say who leads: "Sở Nội vụ chủ trì, hoàn thành trong quý IV" is due for the task above.

The task and its owners are those of the assignments that the same words give.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.facts.due.deadlines import FoundDeadline
from ingest.facts.tasks.held import FoundAssignment
from ingest.spelling import spaced_re

__all__ = ["owe_tasks"]

_ONLY_WHO_RE = spaced_re(
    r"(?i)\W*(?:(?:và|với|cùng|có|trách nhiệm|chủ trì|phối hợp|thực hiện|triển khai|hoàn thành|thời (?:gian|hạn))(?!\w)\W*)*"
)


def owe_tasks(
    deadlines: Sequence[FoundDeadline], assignments: Sequence[FoundAssignment]
) -> list[FoundDeadline]:
    """Give each deadline that only says who leads the task which they lead, and them as its owners."""
    return [_owed(deadline, assignments) for deadline in deadlines]


def _owed(deadline: FoundDeadline, assignments: Sequence[FoundAssignment]) -> FoundDeadline:
    here = [a for a in assignments if a.path == deadline.path and a.actor and a.actor in deadline.what]
    leaders = [a for a in here if a.role != "coordinate"]
    if not leaders or leaders[0].task in deadline.what or deadline.when in leaders[0].task:
        return deadline
    rest = deadline.what
    for name in sorted((a.actor for a in here if a.actor), key=len, reverse=True):
        rest = rest.replace(name, " ")
    if not _ONLY_WHO_RE.fullmatch(rest):
        return deadline
    task = leaders[0].task
    owners = dict.fromkeys(a.actor for a in leaders if a.actor and a.task == task)
    return replace(deadline, what=task, who="; ".join(owners))
