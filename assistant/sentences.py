"""The sentences of a plan, each with where it stands: those of its sections, and those of its footnotes.

In: a plan as it was read. Out: the words, their offsets in the clean text, and the section that they belong to; a
footnote belongs to the section that carries its mark. And a section's parts, with the paragraphs that belong to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.facts.language.lexicon import UPPER
from ingest.plan import Plan, Range, Section

__all__ = ["footnotes_of", "parts_of", "sentences_of", "walk_parts"]

_SENTENCE_END_RE = re.compile(rf"(?<=[.!?;:…])\s+(?=[\"“(]?[{UPPER}-])|\n(?!\s*(?:\.{{4,}}|…{{2,}}|_{{4,}}))")
"""Where a sentence ends; a form's dots in the next line are still of it."""
_CLOSED_RE = re.compile(r"[.;,!?…)/\"”]\s*$")
"""How a paragraph ends, and no heading does."""
LONGEST_RUN_IN = 120
_LIST_RE = re.compile(r"[-+•*(]|(?:[a-zđ]|\d+)[.)] ")
LONGEST_LABEL = 160
"""Letters before a colon up to which it labels what follows it in the same line."""
LONGEST_LISTED = 400
"""Letters up to which a sentence goes on with what it has announced."""
_CLAUSE_END_RE = re.compile(r"[;.]\s+")
_ANNOUNCED_RE = re.compile(r"(?<![\d/.,])(?!0?1 )\d{1,3} [^\W\d_]+[^:;.,]{0,45}:\s+\S")
"""A number of things, more than one, and behind a colon the first of them."""
_LABELLED_RE = re.compile(r" *: *[^\n]*\w")
"""The few words of which a heading says what they are ("Tổng kinh phí: 20 tỷ"): neither answers anything alone."""
_BRACKET_RE = re.compile(r"\([^()]*\)")
MIN_SENTENCE = 12
"""Shorter pieces ("a)", "Năm 2024.") answer nothing by themselves."""


def sentences_of(plan: Plan) -> Iterator[tuple[Section, str, int, int]]:
    """The sentences of each section's own text, with clean offsets."""
    for section in plan.walk():
        start = max(section.range.start, section.heading_range.end)
        holes = [(child.range.start, child.range.end) for child in section.children]
        for begin, end in _outside(start, section.range.end, holes):
            text = plan.source.clean[begin:end]
            at = 0
            for piece in [*_SENTENCE_END_RE.finditer(text), None]:
                stop = piece.start() if piece else len(text)
                raw = text[at:stop]
                rest = text[piece.end() :] if piece else ""
                if piece and any(
                    goes(raw, piece[0], rest) for goes in (_in_bracket, _told_at_once, _counts_on)
                ):
                    continue
                left = len(raw) - len(raw.lstrip(" \t\n:;,"))
                words = raw[left:].rstrip()
                end = begin + at + left + len(words)
                if len(words) >= MIN_SENTENCE:
                    yield section, words, end - len(words), end
                elif begin + at == section.heading_range.end and _LABELLED_RE.match(raw):
                    head = section.heading_range.start
                    yield section, plan.source.clean[head:end], head, end
                elif piece and words.endswith(":") and piece[0] != "\n":
                    continue  # "Dự án 1:" is said of what follows it
                at = piece.end() if piece else stop


def _told_at_once(said: str, gap: str, rest: str) -> bool:
    """Whether a colon has its one value behind it in the same line ("Thị trường xuất khẩu: EU, Hoa Kỳ"), not a list.

    >>> _told_at_once("Đợt 01:", " ", "Cao điểm trong 10 ngày."), _told_at_once("Gồm:", " ", "- Tiền; - Gạo.")
    (True, False)
    """
    label = _CLAUSE_END_RE.split(said)[-1]
    colon = label.endswith(":") and len(label) <= LONGEST_LABEL and "\n" not in gap
    return colon and not _LIST_RE.match(rest)


def _counts_on(said: str, gap: str, rest: str) -> bool:
    """Whether a semicolon parts what the same sentence has announced by a number ("03 đợt: Tết; Tháng hành động; Trung thu").

    What has a label of its own ("Chủ trì: Sở A; Phối hợp: Sở B") is told by itself.
    >>> _counts_on("Kiểm tra 02 đợt: Tết (tháng 01);", " ", "Tháng hành động (tháng 4)."), _counts_on("Gồm:", " ", "- Tiền.")
    (True, False)
    >>> _counts_on("Chủ trì 02 đợt: Sở A;", " ", "Phối hợp: Sở B.")
    False
    """
    following = re.split(r"[;.]", rest.partition("\n")[0])[0]
    announced = _ANNOUNCED_RE.search(said) is not None and len(said) <= LONGEST_LISTED
    return announced and said.endswith(";") and "\n" not in gap and not re.search(r":\s", following)


def _in_bracket(said: str, gap: str, rest: str) -> bool:
    """Whether a sentence would end within a bracket of its own line ("(gồm: Ngân sách tỉnh; Ngân sách xã)").

    One that its line never closes, as a scan may lose the mark, holds nothing.
    >>> _in_bracket("Chi 5 tỷ đồng (gồm:", " ", "Tiền; Gạo)."), _in_bracket("Chi (5 tỷ đồng.", " ", "Sở A (mới) lo.")
    (True, False)
    """
    if "\n" in gap or "(" not in _BRACKET_RE.sub("", said):
        return False
    return ")" in _BRACKET_RE.sub("", rest.partition("\n")[0])


def _outside(start: int, end: int, holes: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = start
    for left, right in holes:
        if left > at:
            yield at, left
        at = max(at, right)
    if end > at:
        yield at, end


def footnotes_of(plan: Plan) -> Iterator[tuple[str, str, str, int, int]]:
    """The sentences of footnotes: the section of the mark, the line that carries it, the words, their clean offsets."""
    clean = plan.source.clean
    for note in plan.source.footnotes:
        path, line = "closing", ""
        if note.anchor is not None:
            held = [s.path for s in plan.walk() if s.range.start <= note.anchor <= s.range.end]
            path = held[-1] if held else "preamble"
            line = clean[clean.rfind("\n", 0, note.anchor) + 1 : note.anchor]
        for start, end in _pieces(clean, note.range.start, note.range.end):
            yield path, line, clean[start:end], start, end


def _pieces(clean: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the sentences of a range stand, that are long enough to answer something."""
    stops = [match.span() for match in _SENTENCE_END_RE.finditer(clean, start, end)]
    for stop, after in [*stops, (end, end)]:
        if len(clean[start:stop].strip()) >= MIN_SENTENCE:
            yield start, stop
        start = after


def parts_of(plan: Plan, section: Section) -> tuple[Section, ...]:
    """The parts of a section; one that is only a heading ("- Thủy sản") holds the paragraphs up to the next.

    No number tells that they are below it, so that they were read as the section's own; but a bullet that no mark ends
    and that paragraphs follow is no paragraph itself. What follows the last one is the section's own, unless another of
    its parts holds paragraphs too.
    """
    ends = [*(part.range.start for part in section.children[1:]), section.range.end]
    parts = tuple(_with_its_own(plan, part, end) for part, end in zip(section.children, ends, strict=False))
    if all(part is own for part, own in zip(parts[:-1], section.children, strict=False)):
        return section.children
    return parts


def _with_its_own(plan: Plan, part: Section, end: int) -> Section:
    said = plan.text(part.range).removeprefix(part.label).strip()
    heads = not (part.heading or part.children) and part.kind in {"bullet", "item"}
    if not heads or "\n" in said or len(said) > LONGEST_RUN_IN or _CLOSED_RE.search(said):
        return part
    if not plan.source.clean[part.range.end : end].strip():
        return part
    span = plan.source.span(part.range.start, end)
    return replace(
        part,
        heading=said.rstrip(" :"),
        range=Range(part.range.start, end),
        heading_range=part.range,
        span=span,
    )


def walk_parts(plan: Plan) -> Iterator[Section]:
    """All sections of a plan in reading order, as ``parts_of`` reads them."""

    def below(section: Section) -> Iterator[Section]:
        yield section
        for part in parts_of(plan, section):
            yield from below(part)

    for section in plan.sections:
        yield from below(section)
