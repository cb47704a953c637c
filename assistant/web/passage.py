"""Which part of a plan a citation is shown with: its section in clean lines, and what to highlight.

The clean text gives the layout (one block a line); the original stays one map away, so damaged lines can
show what really stands in the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.model import Citation
from ingest.plan import CELL_SEPARATOR, Plan, Range, Repair, Section, SourceText, Span, Table

__all__ = ["Line", "Passage", "clean_ranges", "find_passage", "within"]

MAX_SHOWN = 6_000
"""Letters of a section shown around a citation: about three pages, so the panel opens at once."""
MAX_SURROUNDINGS = 2_500
"""A short item is shown inside its parent section as long as that is not longer than this."""


@dataclass(frozen=True, slots=True)
class Line:
    """One clean line: its text, what of it is cited, and the repairs that touch it (with clean ranges)."""

    text: str
    kind: str
    """"heading", "header" (of a table), "row", "layout" (letterhead and signature rows) or "text"."""
    cited: tuple[Range, ...] = ()
    repairs: tuple[tuple[Range, Repair], ...] = ()
    original: str = ""
    """Verbatim, for lines with repairs; else empty."""
    original_cited: tuple[Range, ...] = ()
    """What of ``original`` is cited."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What the source panel shows of a plan."""

    trail: tuple[str, ...]
    """Headings from the outermost section to the cited one, with their labels."""
    lines: tuple[Line, ...]
    header: tuple[str, ...] = ()
    """The header row of the table that the shown rows belong to, when it is not among the lines."""
    cut_before: bool = False
    cut_after: bool = False


def clean_ranges(source: SourceText, span: Span) -> tuple[Range, ...]:
    """Translate a span of the original into the clean ranges that it became (may be several, or none)."""
    found: list[Range] = []
    for run in source.runs:
        start = max(span.start, run.original)
        end = min(span.end, run.original + run.original_length)
        if start >= end:
            continue
        if run.clean_length == run.original_length:
            piece = Range(run.clean + start - run.original, run.clean + end - run.original)
        else:
            piece = Range(run.clean, run.clean + run.clean_length)
        if found and found[-1].end >= piece.start:
            found[-1] = Range(found[-1].start, max(found[-1].end, piece.end))
        else:
            found.append(piece)
    return tuple(found)


def _sections_at(plan: Plan, at: int) -> list[Section]:
    found: list[Section] = []
    below = plan.sections
    while True:
        inside = next((section for section in below if section.range.start <= at < section.range.end), None)
        if inside is None:
            return found
        found.append(inside)
        below = inside.children


@dataclass(frozen=True, slots=True)
class _Shown:
    range: Range
    cut_before: bool = False
    cut_after: bool = False


def _shown_range(source: SourceText, sections: list[Section], cited: Range) -> _Shown:
    """Return the smallest telling section, or a window around the citation where it is too long or absent."""
    shown: Range | None = None
    for section in reversed(sections):
        if shown is None or section.range.end - section.range.start <= MAX_SURROUNDINGS:
            shown = section.range
    if shown is None:
        shown = Range(0, source.body_end if cited.start < source.body_end else len(source.clean))
    whole = Range(shown.start, max(shown.end, cited.end))
    if whole.end - whole.start <= MAX_SHOWN:
        return _Shown(whole)
    start = max(whole.start, cited.start - MAX_SHOWN // 3)
    end = min(whole.end, max(start + MAX_SHOWN, cited.end))
    return _Shown(Range(start, end), start > whole.start, end < whole.end)


def _line_starts(clean: str, shown: Range) -> list[tuple[int, int]]:
    at = clean.rfind("\n", 0, shown.start) + 1
    lines: list[tuple[int, int]] = []
    while at < shown.end:
        end = clean.find("\n", at)
        end = len(clean) if end < 0 else end
        lines.append((at, end))
        at = end + 1
    return lines


def _kind(text: str, span: Span, start: int, headings: set[int], tables: tuple[Table, ...]) -> str:
    if CELL_SEPARATOR in text:
        table = next((table for table in tables if table.span.start <= span.start < table.span.end), None)
        if table is None:
            return "layout"
        return "header" if tuple(text.split(CELL_SEPARATOR)) == table.header else "row"
    return "heading" if start in headings else "text"


def within(ranges: Iterable[Range], start: int, end: int) -> tuple[Range, ...]:
    """What the ranges have between two places, counted from the first of them."""
    return tuple(
        Range(max(a, start) - start, min(b, end) - start) for a, b in ranges if max(a, start) < min(b, end)
    )


def _line_repairs(source: SourceText, span: Span, start: int, end: int) -> tuple[tuple[Range, Repair], ...]:
    touching = [
        repair for repair in source.repairs if repair.span.start < span.end and span.start < repair.span.end
    ]
    return tuple(
        (piece, repair)
        for repair in touching
        for piece in within(clean_ranges(source, repair.span), start, end)
    )


def _label(plan: Plan, section: Section) -> str:
    heading = section.heading or section.label or plan.text(section.range).split("\n", 1)[0]
    if len(heading) > 90:
        heading = heading[:90].rsplit(" ", 1)[0] + "…"
    if section.heading and section.kind not in ("annex", "closing") and not heading.startswith(section.label):
        return f"{section.label} {heading}".strip()
    return heading


def _line(
    plan: Plan, cited: tuple[Range, ...], span: Span, bounds: tuple[int, int], headings: set[int]
) -> Line:
    start, end = bounds
    source = plan.source
    text = source.clean[start:end]
    line_span = source.span(start, end)
    repairs = _line_repairs(source, line_span, start, end)
    return Line(
        text=text,
        kind=_kind(text, line_span, start, headings, plan.tables),
        cited=within(cited, start, end),
        repairs=repairs,
        original=source.quote(line_span) if repairs else "",
        original_cited=within((Range(*span),), *line_span) if repairs else (),
    )


def _missing_header(plan: Plan, span: Span, bounds: list[tuple[int, int]]) -> tuple[str, ...]:
    table = next((t for t in plan.tables if t.span.start <= span.start < t.span.end), None)
    if table is None or not table.header or not bounds:
        return ()
    first = plan.source.span(*bounds[0])
    return table.header if first.start > table.span.start else ()


def find_passage(plan: Plan, citation: Citation) -> Passage | None:
    """Return what to show for ``citation``; None when the plan no longer says it there.

    A file that was replaced since the answer is recognised by its words: the quote must still stand at
    its offsets, else the passage would highlight something the assistant never cited.
    """
    source = plan.source
    span = Span(citation.start, citation.end)
    if source.quote(span) != citation.quote:
        return None
    cited = clean_ranges(source, span)
    if not cited:
        return None
    sections = _sections_at(plan, cited[0].start)
    shown = _shown_range(source, sections, Range(cited[0].start, cited[-1].end))
    bounds = [
        (start, end)
        for start, end in _line_starts(source.clean, shown.range)
        if source.clean[start:end].strip()
    ]
    headings = {section.heading_range.start for section in plan.walk() if section.heading}
    numbered = [section for section in sections if section.kind not in ("bullet", "preamble")]
    return Passage(
        trail=tuple(_label(plan, section) for section in numbered),
        lines=tuple(_line(plan, cited, span, bound, headings) for bound in bounds),
        header=_missing_header(plan, span, bounds),
        cut_before=shown.cut_before,
        cut_after=shown.cut_after,
    )
