"""Letters on a page become lines, and lines paragraphs, by geometry alone.

A line goes on in the next one when the next one's first word would not have fitted behind it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol, TypeVar

from ingest.read.pdf_page import Box, Glyph

__all__ = ["PrintedLine", "build_lines", "join_paragraphs", "reading_order"]

# In units of the line's height.
SAME_LINE_OVERLAP = 0.4
COLUMN_GAP_WIDTH = 2.5
RAISED_BY = 0.15
RAISED_HEIGHT = 0.8
INDENT_WIDTH = 0.8
MAX_LINE_STEP = 2.2
USUAL_STEP = 1.1
"""In units of the page's least step between lines."""
MAX_HANGING = 4.0
COLUMN_GAP = "    "
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# A line that begins like this opens a paragraph: bullets, numbers, letters, roman numbers, "Điều 5.".
OPENING_RE = re.compile(
    r"^([-–—+•*✓☐]\s?\S|\(?(\d{1,3}|[a-zđ]|[IVXLC]+)(\.\d{1,3})*\s?[.)/]\s|\[\d+\] |(Điều|Phụ lục|Chương|Mục|Phần) [\dIVX]|\([Kk]èm theo )"
)
# Whether a hyphen or slash at a line's end joins two words is for the repair to say.
UNSURE_END = ("-", "–", "/")
UNITS_WITH_POWER_RE = re.compile(r"(?<![^\W\d_])(m|km|cm|dm|mm|hm)$")


@dataclass(slots=True)
class PrintedLine:
    """One printed line: its words, its box, and the width of its first word."""

    box: Box
    parts: list[str] = field(default_factory=list)
    raised: str = ""
    """Raised digits not yet written: the mark of a footnote, unless a unit of measure stands before."""
    first_word: float = 0.0
    gaps: int = 0
    last: float = 0.0
    """Where its last letter begins."""
    height: float = 0.0
    """From the baseline to the top of the font; raised marks and high accents do not count."""

    def text(self) -> str:
        """The words; the marks of footnotes as "¹" in the text, as "1 " where the note begins."""
        self.settle()
        return "".join(self.parts).strip()

    def settle(self) -> None:
        """Write the raised digits that wait: plain where they open the line or are a power, else raised."""
        if not self.raised:
            return
        before = "".join(self.parts[-4:])
        power = self.raised in {"2", "3"} and UNITS_WITH_POWER_RE.search(before)
        self.parts.append(self.raised if power or not before else self.raised.translate(SUPERSCRIPTS))
        if before == "":
            self.parts.append(" ")
        self.raised = ""


def build_lines(glyphs: Iterable[Glyph]) -> list[PrintedLine]:
    """Gather letters, which come in content order, into printed lines."""
    lines: list[PrintedLine] = []
    line: PrintedLine | None = None
    space = False
    in_first = True
    for glyph in glyphs:
        if glyph.text == " ":
            space = True
            continue
        if unicodedata.combining(glyph.text[0]) and line is not None:
            line.parts.append(glyph.text)
            continue
        if line is None or not _goes_on(line, glyph):
            line = PrintedLine(glyph.box)
            lines.append(line)
            space, in_first = False, True
        elif space and line.parts:
            in_first = False
        _append(line, glyph, space)
        if in_first:
            line.first_word = line.box.x1 - line.box.x0
        space = False
    return lines


def _goes_on(line: PrintedLine, glyph: Glyph) -> bool:
    box, height = glyph.box, glyph.box.bottom - glyph.box.top
    overlap = min(line.box.bottom, box.bottom) - max(line.box.top, box.top)
    # A ligature is told as two letters in one place, hence the letter before and not the line's end.
    if box.x0 < min(line.last, line.box.x1 - 0.6 * max(line.height, 1.0)):
        return False
    if overlap >= SAME_LINE_OVERLAP * min(line.height or height, height):
        return True
    near = overlap > 0 and box.x0 - line.box.x1 < 0.6 * max(line.height, height)
    return near and (_is_raised(line, glyph) or _began_raised(line, box))


def _append(line: PrintedLine, glyph: Glyph, space: bool) -> None:
    box, height = glyph.box, glyph.box.bottom - glyph.box.top
    line.last = box.x0
    if _is_raised(line, glyph):
        if not line.raised and space and line.parts:
            line.parts.append(" ")
        line.raised += glyph.text
        line.box = line.box._replace(x1=max(line.box.x1, box.x1))
        return
    if _began_raised(line, box):
        # The mark that opens a footnote: the line's own height is that of the letters after it.
        line.raised, line.parts = "".join(line.parts), []
        line.box = Box(line.box.x0, box.top, line.box.x1, box.bottom)
    line.settle()
    gap = box.x0 - line.box.x1
    if line.parts and gap > COLUMN_GAP_WIDTH * line.height:
        line.parts.append(COLUMN_GAP)
        line.gaps += 1
    elif line.parts and space and not line.parts[-1].endswith(" "):
        line.parts.append(" ")
    line.parts.append(glyph.text)
    line.height = min(line.height, height) if line.height else height
    line.box = Box(
        line.box.x0, min(line.box.top, box.top), max(line.box.x1, box.x1), max(line.box.bottom, box.bottom)
    )


def _is_raised(line: PrintedLine, glyph: Glyph) -> bool:
    """A digit that is smaller and higher than its line, or much higher and a little smaller."""
    if not glyph.text.isdigit() or not (line.parts or line.raised):
        return False
    return _hangs_above(glyph.box, line.box.bottom, line.height)


def _began_raised(line: PrintedLine, box: Box) -> bool:
    """All of the line so far was such digits, and now its proper letters begin."""
    return "".join(line.parts).isdigit() and _hangs_above(line.box, box.bottom, box.bottom - box.top)


def _hangs_above(box: Box, baseline: float, height: float) -> bool:
    rise, share = baseline - box.bottom, (box.bottom - box.top) / max(height, 0.1)
    return (rise >= RAISED_BY * height and share <= RAISED_HEIGHT) or (
        rise >= 2 * RAISED_BY * height and share < 0.95
    )


def join_paragraphs(lines: list[PrintedLine], right: float) -> Iterator[str]:
    """Join printed lines into paragraphs; ``right`` is where a full line ends."""
    text = ""
    before: PrintedLine | None = None
    left = min((line.box.x0 for line in lines), default=0.0)
    pitch = _pitch(lines)
    for line in lines:
        words = line.text()
        if not words:
            continue
        if before is not None and _continues(before, line, words, left, right, pitch):
            text += ("\n" if text.endswith(UNSURE_END) else " ") + words
        else:
            if text:
                yield text
            text = words
        before = line
    if text:
        yield text


def _pitch(lines: list[PrintedLine]) -> float:
    """The least step from one line to the next: some fonts tell too little of their letters' height."""
    steps = [below.box.bottom - above.box.bottom for above, below in pairwise(lines)]
    return min((step for step, line in zip(steps, lines, strict=False) if step > line.height), default=0.0)


def _continues(
    before: PrintedLine, line: PrintedLine, words: str, left: float, right: float, pitch: float
) -> bool:
    step = line.box.bottom - before.box.bottom
    most = max(MAX_LINE_STEP * max(before.height, line.height), USUAL_STEP * pitch)
    if not 0 < step <= most:
        return False
    if OPENING_RE.match(words) or before.gaps or line.gaps:
        return False
    if abs(line.height - before.height) > 0.15 * before.height:
        return False
    indent = line.box.x0 - before.box.x0
    hangs = OPENING_RE.match(before.text()) and indent <= MAX_HANGING * line.height
    if not hangs and indent > 2 and line.box.x0 > left + INDENT_WIDTH * line.height:
        # Further in than the line before: a new paragraph, unless both stand in the middle of the page.
        aside = before.box.x0 - left
        middle = aside > 2 and abs(aside - (right - before.box.x1)) < line.height
        if not (middle and _is_centred(line, left, right)):
            return False
    return _was_full(before, line, left, right)


def _was_full(before: PrintedLine, line: PrintedLine, left: float, right: float) -> bool:
    """Tell whether the next line's first word would not have fitted behind ``before``."""
    room = right - before.box.x1
    if _is_centred(before, left, right):
        room *= 2
    return 0.25 * line.height + line.first_word > room - 1


def _is_centred(line: PrintedLine, left: float, right: float) -> bool:
    before, behind = line.box.x0 - left, right - line.box.x1
    return before > line.height and abs(before - behind) < line.height


class Placed(Protocol):
    """Anything that stands somewhere on the page: a line, a table."""

    @property
    def box(self) -> Box:
        """Where it stands."""


Item = TypeVar("Item", bound=Placed)


def reading_order(items: Iterable[Item]) -> list[Item]:
    """Put what stands on a page in order: as painted, save that a higher block goes before a lower one.

    Word paints cell by cell, which is the order in which a clerk reads a letterhead; other programs
    paint page heads and feet last, which must not stay there.
    """
    blocks: list[tuple[Box, list[Item]]] = []
    last: Box | None = None
    for item in items:
        box = item.box
        if last is None or box.top < last.top - 0.5 * (last.bottom - last.top):
            blocks.append((box, [item]))
        else:
            around, members = blocks[-1]
            blocks[-1] = (_union(around, box), [*members, item])
        last = box
    ordered: list[tuple[Box, list[Item]]] = []
    for block in blocks:
        at = len(ordered)
        while at and ordered[at - 1][0].top >= block[0].bottom - 1:
            at -= 1
        ordered.insert(at, block)
    return [item for _, members in ordered for item in members]


def _union(one: Box, other: Box) -> Box:
    return Box(
        min(one.x0, other.x0), min(one.top, other.top), max(one.x1, other.x1), max(one.bottom, other.bottom)
    )
