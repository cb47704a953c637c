"""The nouns of the officer's side, all frozen: what was asked, and what is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Answer", "Citation", "Language", "Turn", "Verdict"]

Language = Literal["vi", "en"]
Status = Literal["answered", "not_found"]
Verdict = Literal["yes", "no"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message of the conversation."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where it says so: ``quote`` is verbatim, ``start:end`` are offsets in the file's text.

    Number n of the marks ``[n]`` in the answer is the n-th citation, from 1.
    """

    plan: str
    """File name as ingested."""
    section: str
    """Path of the nearest numbered section, e.g. "IV.3"."""
    heading: str
    page: int | None
    quote: str
    start: int
    end: int
    plan_title: str = ""
    plan_label: str = ""
    """Type, number or year and issuer, as an officer names the plan."""
    repaired: str | None = None
    """The repaired reading of a damaged quote, shown beside it and marked as such."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the officer reads. ``text`` is Markdown with citation marks ``[1]``."""

    status: Status
    text: str
    kind: str
    """What was asked for: lead, coordinate, duties, deadline, target, reference, recipients, ..., passage; help for small talk."""
    language: Language
    citations: tuple[Citation, ...] = ()
    understood: str | None = None
    """The question as it was understood, when spelling was restored or a follow-up was completed."""
    notes: tuple[str, ...] = ()
    """Shown under the answer: what was replaced, what is uncertain."""
    seconds: float = 0.0
    sure: bool = True
    """Whether it may be relied on; an answer that may not says so in its first line."""
    sureness: float | None = None
    """How sure the best candidate was, 0..1 (less where it states a number), sure enough or not; None where there was none."""
    elsewhere: tuple[Citation, ...] = ()
    """Up to two further places to look at, the likeliest first, beside an answer that is not sure and beside a refusal."""
    verdict: Verdict | None = None
    """Whether it bears out or denies what a yes-or-no question claims; None where the reader judges."""
