"""One place that cites a document, before all mentions of one document are folded."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.plan import Range

__all__ = ["Mention", "one_line", "type_name"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that cites a document; ``range`` in the text that was searched."""

    type: str | None
    number: str | None
    date: str | None
    issuer: str | None
    title: str | None
    range: Range
    path: str = ""
    core_end: int = 0
    """Where number, date and issuer end and the title begins."""

    @property
    def core(self) -> Range:
        """The words of type, number, date and issuer, without the title."""
        return Range(self.range.start, self.core_end or self.range.end)

    def fullness(self) -> tuple[int, int]:
        """How much this mention says; the fullest one stands for the document."""
        said = sum(part is not None for part in (self.type, self.number, self.date, self.issuer, self.title))
        return said, len(self.title or "")


def one_line(words: str) -> str:
    """Words with single spaces between them."""
    return re.sub(r"\s+", " ", words)


def type_name(words: str) -> str:
    """A type as a heading writes it: "Nghị quyết"."""
    name = one_line(words)
    return name[:1].upper() + name[1:].lower()
