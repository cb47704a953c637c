"""A clause of the parent with what it means for the unit, and what the sections above it tell.

The verdicts are told in ``rulings``, which gives them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.draft.cause import Cause, Why
from ingest.plan import Range, Role

__all__ = [
    "KEPT",
    "Clause",
    "Place",
    "Ruling",
    "Verdict",
    "closes",
    "leans",
    "lost",
    "task_before",
    "tells_when",
]

Verdict = Literal["named", "bound", "general", "handed", "led", "partner", "related", "unsure", "dropped"]

KEPT: frozenset[Verdict] = frozenset({"named", "bound", "general", "handed", "led"})
"""Verdicts on what stays where it stands."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What becomes of a clause: ``cause`` where it is left out, ``asked`` where an officer must say."""

    verdict: Verdict
    cause: Cause | None = None
    asked: str = ""


_TIME_LABEL_RE = re.compile(r"(?i)\W*thời (?:gian|hạn)[^:;.]{0,30}:")
# A sentence that tells only when the task before it is done.
_WHEN_RE = re.compile(
    rf"{_TIME_LABEL_RE.pattern}|(?i:\W*(?:phải )?(?:hoàn thành|thực hiện xong|chậm nhất|thời hạn(?: hoàn thành)?)"
    r" (?:là |xong )?(?:trước|trong|vào|chậm nhất)?[^;.,a-zà-ỹđ]*(?:(?:ngày|tháng|quý|năm|tuần|hết|cuối|đầu)(?!\w)[^;,.]*)?\W*$)"
)
_LEANS_RE = re.compile(
    r"(?i)(?:đồng thời|ưu tiên|bảo đảm|đảm bảo|lấy(?! (?:ý kiến|mẫu|phiếu))|phải|không|gắn(?: kết)? với|góp phần|nhất là|chậm nhất|hoàn thành (?:trước|trong|vào)"
    r"|cập nhật (?:\d+|vào|định kỳ|hằng|hàng|thường xuyên))(?!\w)"
)


def leans(text: str) -> bool:
    """Whether a clause without an actor only adds to the one before it, and says nothing without it.

    >>> leans("ưu tiên các hộ nghèo"), leans("cập nhật 06 tháng/lần"), leans("tổ chức tập huấn")
    (True, True, False)
    """
    return _LEANS_RE.match(text) is not None


def tells_when(text: str) -> bool:
    """Whether a sentence only tells when the task before it is done.

    >>> tells_when("Hoàn thành trước ngày 30/9/2026."), tells_when("Hoàn thành trước 30/9/2026 việc rà soát đất")
    (True, False)
    """
    return _WHEN_RE.match(text) is not None


def lost(cause: Cause) -> Ruling:
    """The ruling on what is left out."""
    return Ruling("dropped", cause)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the parent (clean offsets) and what it means for the unit."""

    start: int
    end: int
    text: str
    verdict: Verdict
    cause: Cause | None = None
    """Why it is left out; None where it is not."""
    asked: str = ""
    """The role or collective of which an officer must say whether the unit is meant."""
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

    def left_out(self, cause: Cause) -> Clause:
        """The clause, left out."""
        return replace(self, verdict="dropped", cause=cause, asked="")

    def because(self, causes: Container[Why]) -> bool:
        """Whether it is left out for one of some causes."""
        return self.cause is not None and self.cause.why in causes


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
    before: str = ""
    """The words of the parent right before it."""


def closes(clauses: tuple[Clause, ...]) -> bool:
    """Whether the first of some clauses is the last of those who act in it: the next that stays names its own."""
    after = (c for c in clauses[1:] if c.sentence == clauses[0].sentence and c.verdict in KEPT)
    following = next(after, None)
    return following is None or following.subject is not None


def task_before(found: Sequence[Clause], text: str) -> Clause | None:
    """The clause that words go on from: no mere share of roles; "Thời gian: ..." tells of the line's first."""
    if found and _TIME_LABEL_RE.match(text):
        return found[0]
    return next((c for c in reversed(found) if not c.because({"told_above"})), None)
