"""The nouns of drafting, all frozen: what a draft is made of and where each word of it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.draft.cause import Cause

__all__ = ["SLOT", "Action", "Draft", "Dropped", "Paragraph", "Slot", "Source", "Task", "Wording"]

Action = Literal["kept", "narrowed", "assigned", "slot", "new"]
ParagraphKind = Literal["title", "basis", "heading", "text", "item", "bullet", "closing"]
SLOT = "[…]"
"""Stands in the draft for what neither the parent nor the profile says."""


@dataclass(frozen=True, slots=True)
class Source:
    """Words of the parent: ``quote`` is ``original[start:end]``."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Slot:
    """Something the officer must fill in, the path of the paragraph where it stands, and in how many places."""

    label: str
    path: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Wording:
    """What a language model made of a paragraph: its words stand (``by`` "model"), or were refused ("rules")."""

    by: Literal["model", "rules"]
    other: str
    """The wording that does not stand: the rules' where the model's does, the model's where it was refused."""
    fault: str = ""
    """Why it was refused, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the draft; ``text`` is without its label ("III.", "a)")."""

    path: str
    text: str
    action: Action
    sources: tuple[Source, ...] = ()
    slots: tuple[str, ...] = ()
    kind: ParagraphKind = "text"
    label: str = ""
    level: int = 0
    changes: tuple[str, ...] = ()
    """What was changed and why, in Vietnamese."""
    wording: Wording | None = None
    """None where no language model was asked."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Words of the parent that the draft leaves out, and why."""

    quote: str
    cause: Cause
    path: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Task:
    """One row of the assignment annex; times and products are the parent's."""

    content: str
    path: str
    lead: str
    partners: str = ""
    time: str = ""
    product: str = ""
    sources: tuple[Source, ...] = ()
    likely: tuple[str, ...] = ()
    """Where ``lead`` is a slot: the divisions that come nearest, for the officer to choose."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A unit's plan made from its parent's. ``paragraphs`` come in reading order, the title first."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    dropped: tuple[Dropped, ...]
    slots: tuple[Slot, ...]
    warnings: tuple[str, ...]
    tasks: tuple[Task, ...]
    recipients: tuple[str, ...]
    parent_name: str
    parent_citation: str
    year: int | None
    system: Literal["state", "party"]
    seconds: float = 0.0

    def text(self) -> str:
        """The whole draft as plain text, one paragraph a line with its label."""
        return "\n".join(f"{p.label} {p.text}".strip() for p in self.paragraphs)
