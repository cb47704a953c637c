"""What reading the lines for assignments gives: the assignments, and who holds the tasks from line to line."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.facts.language.blocks import Block
from ingest.facts.tasks.holders import Holders
from ingest.plan import Range, Role

__all__ = ["FoundAssignment", "Holding"]


@dataclass(frozen=True, slots=True)
class FoundAssignment:
    """An assignment in clean offsets; ``actor`` None where the text names none."""

    actor: str | None
    role: Role
    task: str
    path: str
    range: Range
    actor_range: Range | None = None
    time: str | None = None
    product: str | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """One line with its assignments, and who held the tasks before and after it."""

    block: Block
    before: Holders
    found: tuple[FoundAssignment, ...]
    after: Holders
