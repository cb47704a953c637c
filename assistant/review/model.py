"""The nouns of the review, all frozen: a document made ready, a quote, a finding, a rule."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from ingest.facts.cited.mention import Mention
from ingest.facts.language.blocks import Block
from ingest.plan import Plan, Range, Span
from ingest.spelling import match_key

__all__ = ["Case", "Cited", "Document", "Finding", "Quote", "Rule", "Severity"]

Severity = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Verbatim words of a plan and where they stand in its original text."""

    plan: str
    path: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Cited:
    """One place that cites a document; ``range`` is clean."""

    mention: Mention
    block: Block
    range: Range

    @property
    def core(self) -> Range:
        """Type, number, date and issuer, without the title."""
        shift = self.range.start - self.mention.range.start
        return Range(self.range.start, max(self.mention.core.end + shift, self.range.start + 1))


@dataclass(frozen=True, slots=True)
class Document:
    """A plan made ready for the rules: its lines with their sections, and every citation in them."""

    plan: Plan
    lines: tuple[Block, ...]
    """Every line of the body, of the tables (a cell each) and of the footnotes."""
    cited: tuple[Cited, ...]
    keys: tuple[str, ...]
    """``match_key`` of each line: worked out once, read by many rules."""

    @property
    def name(self) -> str:
        """The file name."""
        return self.plan.source.name

    def quote(self, start: int, end: int, path: str = "") -> Quote:
        """Quote clean ``[start, end)``."""
        span = self.plan.source.span(start, end)
        return Quote(self.name, path, span, self.plan.source.quote(span))

    def quote_span(self, span: Span, path: str = "") -> Quote:
        """Quote a span of the original."""
        return Quote(self.name, path, span, self.plan.source.quote(span))

    def in_citation(self, start: int, end: int) -> bool:
        """Tell whether a clean range touches a cited document, its title included."""
        return any(c.range.start < end and start < c.range.end for c in self.cited)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a careful clerk would point at. ``confidence`` is 0..1; the first quote is where the fault is."""

    id: str
    code: str
    severity: Severity
    message: str
    why: str
    suggestion: str
    confidence: float
    quotes: tuple[Quote, ...]
    doubtful: bool = False
    """Shown as low, whatever the rule: this place may be right, or its fault the file's and not the author's."""

    @classmethod
    def of(
        cls,
        code: str,
        message: str,
        why: str,
        suggestion: str,
        quotes: Iterable[Quote],
        confidence: float = 0.9,
        doubtful: bool = False,
    ) -> Finding:
        """Make a finding; its severity is filled in from the table of rules.

        The id depends on the rule and on the quoted words, not on offsets: a finding that was accepted
        stays so while the rest of the document changes.
        """
        quoted = tuple(quotes)
        words = "\n".join(f"{q.plan}|{' '.join(match_key(q.text).split())}" for q in quoted[:2])
        mark = hashlib.sha256(f"{code}\n{words}".encode()).hexdigest()[:12]
        return cls(mark, code, "low", message, why, suggestion, confidence, quoted, doubtful)


@dataclass(frozen=True, slots=True)
class Case:
    """What is reviewed: the documents, the library they are compared with, and a parent where one is named."""

    documents: tuple[Document, ...]
    library: tuple[Document, ...] = ()
    """Other documents; nothing is reported about them alone."""
    parent: Document | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A short code, how bad it is, its Vietnamese name, and the pure function that finds it."""

    code: str
    severity: Severity
    name: str
    check: Callable[[Case], Iterable[Finding]]
