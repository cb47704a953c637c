"""The nouns of the house, all frozen: what a file becomes, from its text to its facts.

Two coordinate systems exist and have different types, so that they cannot be mixed up:

- ``Span``: half-open ``[start, end)`` in the *original* text of the file. Every fact, quote and
  citation carries one; ``source.quote(span)`` is verbatim by construction.
- ``Range``: half-open ``[start, end)`` in the *clean* text (NFC, one logical block a line, broken
  lines joined, page furniture gone). Parsing happens there; it never leaves the house.

``SourceText.span(range)`` translates the second into the first.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal, NamedTuple

__all__ = [
    "Assignment",
    "Chunk",
    "Closing",
    "Deadline",
    "Facts",
    "Footnote",
    "Letterhead",
    "Plan",
    "Range",
    "RawText",
    "Reference",
    "Repair",
    "Run",
    "Section",
    "Signer",
    "SourceText",
    "Span",
    "Structure",
    "Table",
    "TableRow",
    "Target",
]

System = Literal["state", "party"]
Role = Literal["lead", "coordinate", "advise", "support", "responsible"]
SectionKind = Literal["preamble", "heading", "item", "bullet", "row", "annex", "closing"]

CELL_SEPARATOR = "\t"
"""Between the cells of a table row in a clean line."""
CELL_BREAK = "\N{LINE SEPARATOR}"
"""Between the paragraphs inside one table cell in a clean line."""
VISIBLE_GAP = "[…]"
"""Stands for letters that were lost and cannot be known."""


class Span(NamedTuple):
    """Half-open character range ``[start, end)`` of the original text."""

    start: int
    end: int


class Range(NamedTuple):
    """Half-open character range ``[start, end)`` of the clean text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RawText:
    """What a reader hands over: the text of a file as it stands, and where its pages begin.

    ``pages`` holds the offset in ``text`` at which each page starts (page 1 first); it is empty for
    formats without pages. Tables are written one row a line: cells parted by a tab, paragraphs in a
    cell by U+2028; a cell that goes on from the row above (merged with it) holds U+2028 alone. ``notes`` are messages for the user about what could only be half read (Vietnamese).
    """

    name: str
    text: str
    pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


class Run(NamedTuple):
    """A stretch of clean text and the stretch of original text that it came from.

    Equal lengths mean letter by letter; otherwise the whole clean stretch stands for the whole original.
    """

    clean: int
    clean_length: int
    original: int
    original_length: int


@dataclass(frozen=True, slots=True)
class Repair:
    """One visible change of the text that a reader should know of (not mere layout).

    ``kind`` is e.g. "lost_glyphs", "legacy_font", "mojibake", "spaced_letters", "ocr".
    ``confidence`` is 0..1; ``after`` holds VISIBLE_GAP where nothing certain can be said.
    """

    kind: str
    span: Span
    before: str
    after: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote lifted out of the running text: its mark, where the mark stood, and its own text."""

    mark: str
    anchor: int | None
    """Offset in the clean text just after the word that carries the mark; None if no mark was found."""
    range: Range


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text in both shapes: as it is (``original``) and as it is read (``clean``).

    The clean text has one logical block a line (heading, paragraph, bullet, table row). Its lines after
    ``body_end`` are the footnotes, lifted out of the body.
    """

    name: str
    original: str
    clean: str
    runs: tuple[Run, ...]
    body_end: int
    pages: tuple[int, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    repairs: tuple[Repair, ...] = ()
    corruption: float = 0.0
    """Share of the words that are damaged, 0..1, before repair."""
    notes: tuple[str, ...] = ()

    def _original(self, offset: int, *, end: bool) -> int:
        run = self.runs[bisect_right(self.runs, offset, key=lambda run: run.clean) - 1]
        if run.clean_length == run.original_length:
            return run.original + offset - run.clean + end
        return run.original + (run.original_length if end else 0)

    def span(self, start: int, end: int) -> Span:
        """Translate clean ``[start, end)`` into the span of the original that it came from."""
        if not self.runs or start >= end:
            at = self._original(min(start, len(self.clean) - 1), end=False) if self.runs and self.clean else 0
            return Span(at, at)
        return Span(self._original(start, end=False), self._original(end - 1, end=True))

    def quote(self, span: Span) -> str:
        """Return the verbatim words of the original at ``span``."""
        return self.original[span.start : span.end]

    def page(self, span: Span) -> int | None:
        """Return the page (from 1) on which ``span`` starts, or None where there are no pages."""
        return bisect_right(self.pages, span.start) if self.pages else None


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the document's own numbering.

    ``path`` joins the numbers as a reader would cite them: ``IV.3``, ``II.3.1``, ``III.2.a``,
    ``Điều 5.2``, ``annex``, ``annex/row 15``. A bullet has label "-" (or "+") and path
    ``<parent path>/-<ordinal>``; facts and citations name the nearest numbered section instead.
    ``heading`` is the clean heading without its label; "" for items and bullets, which are full
    paragraphs. An actor's bare name ("2. Sở Nội vụ") is a heading. A "row" is a row of a table whose cells
    ran together (path ``annex/row 15``); the rows of other tables are no sections.
    """

    label: str
    path: str
    kind: SectionKind
    heading: str
    level: int
    range: Range
    """Clean: label, heading, body and children."""
    heading_range: Range
    """Clean: label and heading line only; empty for items and bullets."""
    span: Span
    children: tuple[Section, ...] = ()

    def walk(self) -> list[Section]:
        """Return this section and all below it, in reading order."""
        return [self, *(below for child in self.children for below in child.walk())]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; ``cells`` are clean texts in header order, merged and empty cells already inherited."""

    number: str
    """The row's own number ("15") or its ordinal where it has none."""
    path: str
    """``annex/row 15`` or ``III.2/row 4``."""
    cells: tuple[str, ...]
    cell_ranges: tuple[Range, ...]
    """Clean ranges of the cells (an inherited cell points to where its words stand)."""
    range: Range
    span: Span
    group: str = ""
    """The group row above ("II. Sản phẩm công nghiệp"), or "" where there is none."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its header; layout tables (letterhead, signature block) are not among these."""

    title: str
    path: str
    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of a document; what is blank or absent is None, never guessed.

    ``blanks`` names what the form has but leaves open: "number", "day", "month", "date".
    """

    doc_type: str | None = None
    number: str | None = None
    issuer: str | None = None
    parent_issuer: str | None = None
    level: Literal["central", "province", "department", "district", "commune", "other"] | None = None
    system: System | None = None
    province: str | None = None
    place: str | None = None
    date: str | None = None
    """ISO date, only when day, month and year all stand there."""
    year: int | None = None
    """The year that the plan is for (from its title), else the year of its date."""
    title: str | None = None
    blanks: tuple[str, ...] = ()
    spans: tuple[tuple[str, Span], ...] = ()
    """(field name, where it stands) for number, date, issuer, title, doc_type."""

    @property
    def kind(self) -> str | None:
        """The type by which it is cited: a consolidated text by its own, not by that of the document it gives."""
        return "Văn bản hợp nhất" if "/VBHN-" in (self.number or "") else self.doc_type


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: ``authority`` "TM. ỦY BAN NHÂN DÂN", ``title`` "CHỦ TỊCH", ``name``."""

    authority: str | None = None
    title: str | None = None
    name: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """The foot of a document: recipients as written (without bullets and final marks) and signer."""

    recipients: tuple[str, ...] = ()
    recipient_spans: tuple[Span, ...] = ()
    signer: Signer | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who does what. ``actor`` is None when the text names none; a collective stays as written.

    Field terms: lead = chủ trì; coordinate = phối hợp; advise = tham mưu; support = giúp, làm đầu mối;
    responsible = giao, có trách nhiệm, đề nghị, yêu cầu, or the plain subject of the task.
    ``span`` covers the sentence (or cell) that says it; ``time`` and ``product`` come from table rows.
    """

    actor: str | None
    role: Role
    task: str
    path: str
    span: Span
    actor_span: Span | None = None
    time: str | None = None
    product: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """When something is due. ``normalised``: ISO date, a recurrence or None.

    Recurrences: "monthly", "quarterly", "yearly", "weekly", "half-yearly" with an optional day,
    e.g. "quarterly:day 15 of last month"; months of a year as "2023-06,2023-12" or "--06,--12" when
    no year is known. ``to`` is who receives, ``via`` through whom.
    """

    what: str
    when: str
    normalised: str | None
    path: str
    span: Span
    who: str | None = None
    to: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A number to be reached. ``value`` as written with its comparator ("trên 85%", "từ 01 - 02")."""

    value: str
    subject: str
    path: str
    span: Span
    comparator: Literal["=", ">", ">=", "<", "<=", "range"] = "="
    number: float | None = None
    upper: float | None = None
    unit: str | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited document, all its mentions folded into one; unknown parts are None."""

    type: str | None
    number: str | None
    date: str | None
    issuer: str | None
    title: str | None
    path: str
    span: Span
    """The fullest mention."""
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of one plan, in reading order."""

    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Structure:
    """What parsing finds before any fact: head, tree, tables, foot, own abbreviations."""

    letterhead: Letterhead
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    closing: Closing
    abbreviations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A file, understood: its text, head, tree, tables, foot, parents and facts."""

    source: SourceText
    letterhead: Letterhead
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    closing: Closing
    parents: tuple[Reference, ...]
    """The documents that this plan carries out, as cited in its opening basis."""
    facts: Facts
    abbreviations: tuple[tuple[str, str], ...] = ()
    """The plan's own: ("QCDC", "quy chế dân chủ")."""

    def walk(self) -> list[Section]:
        """Every section of the tree, in reading order."""
        return [below for section in self.sections for below in section.walk()]

    def text(self, span_range: Range) -> str:
        """The clean words of a range."""
        return self.source.clean[span_range.start : span_range.end]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A passage for the index: clean text with its breadcrumb and its place in the original."""

    ordinal: int
    path: str
    heading: str
    title_line: str
    """Plan title and section path in words; indexed in front of ``text``."""
    text: str
    span: Span
    page: int | None = None
