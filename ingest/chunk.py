"""Sections become passages for the index: none crosses a numbered section, each carries its breadcrumb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.parse.letters import compile_pattern
from ingest.plan import CELL_BREAK, CELL_SEPARATOR, Chunk, Plan, Range, Section, Span, Table

__all__ = ["chunk_plan", "plan_title_line"]

TARGET = 900
"""Letters a passage aims at: about 200 syllables, which the embedder reads whole."""
SCRAP = 180
LEAD_IN = 300
"""Letters of a sentence that opens a list, up to which it names the items below it."""
_SENTENCE_RE = compile_pattern(r"(?<=[.;!?…])\s+(?=[\p{Lu}\"“(+-])")
_WORD_RE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Passage:
    path: str
    heading: str
    trail: tuple[str, ...]
    text: str
    span: Span


def chunk_plan(plan: Plan) -> tuple[Chunk, ...]:
    """Cut a plan into passages in reading order.

    Numbered sections without numbered children are passages (long ones are parted between paragraphs, then
    sentences); so are letterhead, basis, closing, foot, footnotes and every table row, its header names
    before its cells.
    """
    title = plan_title_line(plan)
    passages = [*_letterhead(plan)]
    for section in plan.sections:
        passages += _section(plan, section, ())
    passages += [*_rows(plan), *_foot(plan), *_footnotes(plan)]
    passages.sort(key=lambda passage: passage.span)
    return tuple(
        Chunk(n, p.path, p.heading, " > ".join((title, *p.trail)), p.text, p.span, plan.source.page(p.span))
        for n, p in enumerate(passages)
    )


def plan_title_line(plan: Plan) -> str:
    """The plan in one line: type, number, issuer, title; what is unknown is left out."""
    head = plan.letterhead
    named = [
        head.doc_type or "Văn bản",
        f"số {head.number}" if head.number else "",
        f"của {head.issuer}" if head.issuer else "",
    ]
    line = " ".join(filter(None, named))
    if head.title:
        line = f"{line}: {head.title}"
    place = f" ({head.province})" if head.province and head.province.lower() not in line.lower() else ""
    return line + place


def _section(plan: Plan, section: Section, above: tuple[str, ...]) -> Iterator[_Passage]:
    numbered = [child for child in section.children if child.kind != "bullet"]
    name = _name(section) or (_lead_in(plan, section, numbered) if numbered else "")
    trail = (*above, name) if name else above
    heading = section.heading or (above[-1] if above else "")
    own = [r for r in _own_ranges(plan, section, numbered) if not _only_heading(section, r, bool(numbered))]
    for found in own:
        for part in _parts(plan, found):
            yield _Passage(section.path, heading, trail, _readable(plan.text(part)), plan.source.span(*part))
    for child in numbered:
        yield from _section(plan, child, trail)


def _name(section: Section) -> str:
    if section.kind == "preamble":
        return "Căn cứ, mở đầu"
    if section.kind == "closing":
        return "Kết thúc"
    if section.kind == "annex":
        return " ".join(filter(None, (section.label or "Phụ lục", section.heading)))
    return f"{section.label} {section.heading}".strip() if section.heading else ""


def _lead_in(plan: Plan, section: Section, numbered: list[Section]) -> str:
    """The sentence that opens a section's numbered list ("Ủy ban nhân dân tỉnh có trách nhiệm:"), short."""
    opening = plan.source.clean[section.range.start : numbered[0].range.start].strip()
    if not opening.endswith(":") or len(opening) > LEAD_IN:
        return ""
    return _WORD_RE.sub(" ", _readable(opening)).removesuffix(":")


def _only_heading(section: Section, found: Range, parent: bool) -> bool:
    """A heading above numbered children needs no passage: the breadcrumbs of its children say it."""
    return parent and found.end <= section.heading_range.end and section.kind != "annex"


def _own_ranges(plan: Plan, section: Section, numbered: list[Section]) -> list[Range]:
    """The stretches of a section that belong to no numbered child and to no table."""
    holes = sorted(
        [child.range for child in numbered]
        + [r for r in _table_ranges(plan) if section.range.start <= r.start < section.range.end]
    )
    found, at = [], section.range.start
    for hole in [*holes, Range(section.range.end, section.range.end)]:
        start, end = _strip(plan.source.clean, at, hole.start)
        if start < end:
            found.append(Range(start, end))
        at = max(at, hole.end)
    return found


def _table_ranges(plan: Plan) -> list[Range]:
    """From the first row to the last of every table, with its header (which stands on the lines above)."""
    found = []
    for table in plan.tables:
        start, end = table.rows[0].range.start, table.rows[-1].range.end
        clean = plan.source.clean
        start = clean.rfind("\n", 0, start) + 1
        while start > 0 and CELL_SEPARATOR in clean[(before := clean.rfind("\n", 0, start - 1) + 1) : start]:
            start = before
        line_end = clean.find("\n", end)
        found.append(Range(start, line_end if line_end >= 0 else len(clean)))
    return found


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _readable(text: str) -> str:
    return text.replace(CELL_SEPARATOR, " | ").replace(CELL_BREAK, "\n")


def _parts(plan: Plan, whole: Range) -> Iterator[Range]:
    """Part a long stretch between paragraphs, a long paragraph between sentences."""
    text = plan.source.clean
    if whole.end - whole.start <= TARGET * 4 // 3:
        yield whole
        return
    found: list[Range] = []
    start = end = whole.start
    for piece in _pieces(text, whole):
        # A heading line, or a scrap, stays with what follows it.
        if end - start > SCRAP and piece.end - start > TARGET:
            found.append(Range(*_strip(text, start, end)))
            start = piece.start
        end = piece.end
    if found and end - start < SCRAP:
        start = found.pop().start
    yield from [part for part in (*found, Range(*_strip(text, start, end))) if part.start < part.end]


def _pieces(text: str, whole: Range) -> Iterator[Range]:
    at = whole.start
    for line in text[whole.start : whole.end].split("\n"):
        if len(line) <= TARGET:
            yield Range(at, at + len(line))
        else:
            cut = at
            for match in _SENTENCE_RE.finditer(line):
                yield Range(cut, at + match.start())
                cut = at + match.end()
            yield Range(cut, at + len(line))
        at += len(line) + 1


def _letterhead(plan: Plan) -> Iterator[_Passage]:
    start, end = _strip(
        plan.source.clean, 0, plan.sections[0].range.start if plan.sections else plan.source.body_end
    )
    if start < end:
        for part in _parts(plan, Range(start, end)):
            yield _Passage(
                "preamble", "", ("Phần đầu văn bản",), _readable(plan.text(part)), plan.source.span(*part)
            )


def _rows(plan: Plan) -> Iterator[_Passage]:
    places = {section.path: section for section in plan.walk()}
    for table in plan.tables:
        place = places.get(table.path.split("/table ")[0])
        names = [_name(place)] if place and _name(place) else []
        title = _WORD_RE.sub(" ", table.title)
        if title and not any(title in name for name in names):
            names.append(title)
        for row in table.rows:
            trail = (*names, row.group) if row.group else tuple(names)
            yield _Passage(row.path, title, trail, _row_text(table, row.cells), row.span)


def _row_text(table: Table, cells: tuple[str, ...]) -> str:
    pairs = []
    for name, cell in zip(table.header, cells, strict=False):
        words = _WORD_RE.sub(" ", cell).strip()
        if words:
            pairs.append(f"{name}: {words}" if name else words)
    return "; ".join(pairs)


def _foot(plan: Plan) -> Iterator[_Passage]:
    closing = plan.closing
    if closing.span is None:
        return
    lines = []
    if closing.recipients:
        lines.append("Nơi nhận: " + "; ".join(closing.recipients))
    if closing.signer:
        signer = closing.signer
        lines.append("Người ký: " + ", ".join(filter(None, (signer.authority, signer.title, signer.name))))
    if lines:
        yield _Passage(
            "closing", "Nơi nhận, người ký", ("Nơi nhận, người ký",), "\n".join(lines), closing.span
        )


def _footnotes(plan: Plan) -> Iterator[_Passage]:
    """A footnote is cited with the section that carries its mark."""
    sections = [section for section in plan.walk() if section.kind != "bullet"]
    for note in plan.source.footnotes:
        start, end = _strip(plan.source.clean, *note.range)
        if start >= end:
            continue
        inside = [
            s for s in sections if note.anchor is not None and s.range.start <= note.anchor <= s.range.end
        ]
        home = inside[-1] if inside else None
        path = home.path if home else "preamble"
        trail = tuple(filter(None, (_name(s) for s in inside)))
        for part in _parts(plan, Range(start, end)):
            yield _Passage(
                path,
                home.heading if home else "",
                (*trail, f"Chú thích {note.mark}"),
                plan.text(part),
                plan.source.span(*part),
            )
