"""Footnotes leave the running text: their words go behind the body, their marks are taken out of it.

Two makes occur. In text taken from PDFs a footnote stands at the foot of its page, behind a drawn rule
that the text keeps as a line of spaces, and begins with its number; it may go on at the foot of the next
page. In text taken from web pages and word processors the notes stand together, "[1] ...", after the end.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.lines import Line, placed_lines
from ingest.plan import Footnote, Range
from ingest.repair.furniture import PAGE
from ingest.repair.labels import LABEL_RE
from ingest.repair.offsets import Edit, MappedText

__all__ = ["Note", "anchor_notes", "lift_notes"]

_BRACKETED_RE = re.compile(r"[\s*_]*\[\^?(\d{1,3})\]:?")
_NUMBERED_RE = re.compile(r"\s*(\d{1,2})[.)]?\s*(?=[^\W\d_]|[“\"(])")
# Word draws the rule above footnotes with underlined spaces; others draw it with low lines.
_SEPARATOR_RE = re.compile(r"[ \u00a0]{20,}|\s*_{5,}\s*")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# "m2", "km2": a unit of measure, no mark.
_UNITS = frozenset(
    {"m", "km", "cm", "mm", "dm", "ha", "hm", "co", "pm", "h", "v", "th", "b", "a", "q", "k", "t"}
)


class Note(NamedTuple):
    """A footnote as found: its mark, the make of its mark, and its words (the mark still before them)."""

    mark: str
    bracketed: bool
    text: MappedText
    label: int
    """How many letters of ``text`` the mark takes."""


class _Block(NamedTuple):
    """Lines ``first:last`` hold (a part of) the note ``mark``; ``label`` letters are its mark, 0 if it goes on."""

    mark: str
    bracketed: bool
    first: int
    last: int
    label: int


def lift_notes(text: MappedText) -> tuple[MappedText, tuple[Note, ...]]:
    r"""Part a text into its body and its footnotes.

    >>> body, notes = lift_notes(MappedText.identity("Theo quy định[1].\n\n\n[1] Nghị định số 30."))
    >>> body.text.rstrip(), [(note.mark, note.text.text) for note in notes]
    ('Theo quy định[1].', [('1', '[1] Nghị định số 30.')])
    """
    lines = placed_lines(text.text)
    blocks = sorted([*_page_feet(lines), *_end_notes(lines)], key=lambda block: block.first)
    if not blocks:
        return text, ()
    kept: list[tuple[int, int]] = []
    at = 0
    for block in blocks:
        before = block.first
        while before and lines[before - 1].blank and PAGE not in lines[before - 1].text:
            before -= 1
        kept.append((at, max(at, lines[before].start)))
        at = lines[block.last].start if block.last < len(lines) else len(text.text)
    kept.append((at, len(text.text)))
    return text.take(kept), tuple(_notes(text, lines, blocks))


def _notes(text: MappedText, lines: Sequence[Line], blocks: Sequence[_Block]) -> list[Note]:
    """One note for each mark; what goes on at the next page's foot is appended."""
    found: list[Note] = []
    for block in blocks:
        pieces = [(line.start, line.end) for line in lines[block.first : block.last] if not line.blank]
        words = text.take(pieces)
        seams = [0]
        for start, end in pieces:
            seams.append(seams[-1] + end - start)
        whole = words.replace(Edit(at, at, "\n") for at in seams[1:-1])
        if block.label or not found:
            found.append(Note(block.mark, block.bracketed, whole, block.label))
        else:
            found[-1] = found[-1]._replace(text=append(found[-1].text, whole))
    return found


def append(first: MappedText, second: MappedText) -> MappedText:
    """Set one text behind another, a line end between them."""
    seam = first.ends[-1] if first.ends else 0
    return MappedText(
        f"{first.text}\n{second.text}",
        (*first.starts, seam, *second.starts),
        (*first.ends, seam, *second.ends),
    )


def _end_notes(lines: Sequence[Line]) -> list[_Block]:
    """Notes "[1] ...", "[2] ..." that stand together after the end, each parted by a blank line or its own line."""
    heads: list[tuple[int, str, int]] = []
    for at, line in enumerate(lines):
        match = _BRACKETED_RE.match(line.text)
        if match and (
            at == 0
            or lines[at - 1].blank
            or (heads and heads[-1][0] == at - 1)
            or line.text.strip() != match[0].strip()
        ):
            heads.append((at, match[1], match.end()))
    chain = heads[-1:]
    for head in reversed(heads[:-1]):
        if int(head[1]) + 1 == int(chain[0][1]):
            chain.insert(0, head)
    if not chain or chain[0][1] != "1" or not _close_together(lines, [head[0] for head in chain]):
        return []
    text = "\n".join(line.text for line in lines[: chain[0][0]])
    if not re.search(r"\S[ *_]*\[\^?1\]", text):
        return []
    stops = [head[0] for head in chain[1:]] + [len(lines)]
    return [
        _Block(mark, True, at, _paragraph_end(lines, at, stop), label)
        for (at, mark, label), stop in zip(chain, stops, strict=True)
    ]


def _close_together(lines: Sequence[Line], heads: Sequence[int]) -> bool:
    """Notes follow one another; a text that puts "[2]" before its own articles keeps them."""
    between = (line.text.strip(" *_") for line in lines[heads[0] : heads[-1]])
    labels = (LABEL_RE.match(words) for words in between)
    return not any(label and not label["note"] and not label["bullet"] for label in labels)


def _paragraph_end(lines: Sequence[Line], first: int, stop: int) -> int:
    for at in range(first + 1, stop):
        if lines[at].blank:
            return at
    return stop


def _page_feet(lines: Sequence[Line]) -> list[_Block]:
    starts = [at for at, line in enumerate(lines) if PAGE in line.text]
    blocks: list[_Block] = []
    expected = 1
    page = 0
    for end in [*starts, len(lines)]:
        for block in _foot(lines, page, end, expected, paged=bool(starts), goes_on=bool(blocks)):
            blocks.append(block)
            expected += bool(block.label)
        page = end
    return blocks


def _foot(
    lines: Sequence[Line], page: int, end: int, expected: int, *, paged: bool, goes_on: bool
) -> list[_Block]:
    """The footnotes of one page, given the number that the next one must bear."""
    filled = [at for at in range(page, end) if not lines[at].blank]
    rule = next((at for at in range(end - 1, page, -1) if _SEPARATOR_RE.fullmatch(lines[at].text)), None)
    first = next((at for at in filled if rule is not None and at > rule), None)
    if first is not None and not _is_foot(
        lines, page, first, expected, drawn=rule, goes_on=goes_on and paged
    ):
        first = None
    if first is None and paged:
        first = next((at for at in filled[1:] if _marked(lines, page, at, expected)), None)
    if first is None:
        return []
    blocks: list[_Block] = []
    for at in (at for at in filled if at >= first):
        head = _NUMBERED_RE.match(lines[at].text)
        if head and int(head[1]) == expected:
            blocks.append(_Block(head[1], False, at, end, head.end()))
            expected += 1
        elif not blocks:
            blocks.append(_Block("", False, at, end, 0))
    return [block._replace(last=following.first) for block, following in itertools.pairwise(blocks)] + blocks[
        -1:
    ]


def _is_foot(
    lines: Sequence[Line], page: int, first: int, expected: int, *, drawn: int | None, goes_on: bool
) -> bool:
    """Tell whether footnotes begin behind a rule: its make, the number or the mark above must say so."""
    spaces = drawn is not None and not lines[drawn].text.strip()
    head = _NUMBERED_RE.match(lines[first].text)
    if head and int(head[1]) == expected:
        return (spaces and goes_on) or _marked(lines, page, first, expected)
    return spaces and goes_on


def _marked(lines: Sequence[Line], page: int, at: int, expected: int) -> bool:
    """Tell whether a line begins with a bare number whose mark is glued to a word above, on the same page."""
    head = _NUMBERED_RE.match(lines[at].text)
    # A table row that begins with its number ("1<tab>Ban hành ...") is no note.
    if (
        not head
        or "\t" in lines[at].text
        or LABEL_RE.match(lines[at].text.strip())
        or int(head[1]) != expected
    ):
        return False
    above = "\n".join(line.text for line in lines[page:at])
    return _find_mark(above, Note(head[1], False, MappedText.identity(""), 0), 0) is not None


def _find_mark(text: str, note: Note, start: int) -> tuple[int, int] | None:
    """Where the mark of a note stands from ``start`` on, or None."""
    if note.bracketed:
        found = re.compile(rf"(?<=\S)[ ]?\[\^?{note.mark}\]").search(text, start)
        return found.span() if found else None
    pattern = rf"([^\W\d_]+)[)”\"]?({note.mark}|{note.mark.translate(_SUPERSCRIPTS)})(?=[\s.,;:)”/]|$)"
    for found in re.compile(pattern).finditer(text, start):
        if found[1].lower() not in _UNITS and not (found[1].isupper() and found[2].isascii()):
            return found.span(2)
    return None


def anchor_notes(body: MappedText, notes: Sequence[Note]) -> tuple[MappedText, tuple[Footnote, ...]]:
    r"""Take the marks out of the body and set the notes behind it, a line each.

    >>> text = MappedText.identity("công tác dân vận1. Hết")
    >>> note = Note("1", False, MappedText.identity("1 Kế hoạch số 2"), 2)
    >>> whole, (footnote,) = anchor_notes(text, [note])
    >>> whole.text.split("\n"), whole.text[: footnote.anchor], footnote.range
    (['công tác dân vận. Hết', '1 Kế hoạch số 2'], 'công tác dân vận', Range(start=24, end=37))
    """
    edits: list[Edit] = []
    anchors: list[int | None] = []
    at = removed = 0
    for note in notes:
        place = _find_mark(body.text, note, at)
        anchors.append(None if place is None else place[0] - removed)
        if place is not None:
            edits.append(Edit(*place, ""))
            at, removed = place[1], removed + place[1] - place[0]
    whole = body.replace(edits)
    footnotes = []
    for note, anchor in zip(notes, anchors, strict=True):
        start = len(whole.text) + 1
        whole = append(whole, note.text)
        footnotes.append(Footnote(note.mark, anchor, Range(start + note.label, len(whole.text))))
    return whole, tuple(footnotes)
