"""A clause of the parent with what it means for the unit, and what the sections above it tell.

The verdicts are told in ``clauses``, which gives them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ingest.plan import Range, Role

__all__ = ["Clause", "Place", "Verdict"]

Verdict = Literal["named", "bound", "general", "handed", "partner", "related", "unsure", "dropped"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the parent (clean offsets) and what it means for the unit."""

    start: int
    end: int
    text: str
    verdict: Verdict
    reason: str = ""
    leads: tuple[str, ...] = ()
    role: Role = "responsible"
    subject: Range | None = None
    """Where in ``text`` the actors stand; None where none is said."""
    predicate: int = 0
    """Offset in ``text`` where the predicate begins, after the subject (0 where none is said)."""
    task: int = 0
    """Offset in ``text`` where the task's own words begin, after roles and partners."""
    sentence: int = 0
    """Which sentence of its line it belongs to."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the sections above a line tell of it."""

    target: bool = False
    """Its counts are targets."""
    theme: str | None = None
    """Theme of the plan, where the line may be a task of any field."""
    own_field: bool = False
    """What stands above speaks of the unit's field."""
    funding: bool = False
    """It stands in the part on money."""
    issuer: str | None = None
    """Who issues the parent."""
