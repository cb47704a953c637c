"""The lines of a file as the eye meets them: words without marks, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.repair.markup import plain

__all__ = ["VisualLine", "read_lines"]

# A lone star before a space is a bullet or a sign, a row of low lines is a rule: neither is emphasis.
_EMPHASIS_RE = re.compile(
    r"\*+(?=[^\s*)])|(?<=[^\s*(])\*+|\*{2,}|(?<![\w_])__(?=[^\s_])|(?<=[^\s_])__(?![\w_])"
)


class VisualLine(NamedTuple):
    """A line that is not blank."""

    start: int
    end: int
    words: str
    """What one reads: no marks, no outer spaces."""
    gap: int
    """How many blank lines stand before it."""
    row: bool
    page: bool
    """Whether a page begins here."""
    bold: bool
    """Whether the whole line is set bold (Markdown), or stands inside a bold passage."""
    tied: bool
    """Whether an emphasised passage goes on from the line before into this one."""
    broken: bool
    """Whether the line before ends in Markdown's hard break."""

    @property
    def first_word(self) -> str:
        """The word that might have stood on the line before."""
        return self.words.split(maxsplit=1)[0]


def read_lines(text: str) -> list[VisualLine]:
    r"""List the lines that are not blank, with what their marks and neighbours tell.

    >>> [(line.words, line.gap, line.tied) for line in read_lines("**I. MỤC ĐÍCH,\nYÊU CẦU**\n\nNâng cao")]
    [('I. MỤC ĐÍCH,', 0, False), ('YÊU CẦU', 0, True), ('Nâng cao', 1, False)]
    """
    raws = text.split("\n")
    found: list[VisualLine] = []
    at = gap = 0
    page = broken = False
    for raw, (tied, marked) in zip(raws, _tied(raws), strict=True):
        words = plain(raw.replace("\f", "")) if raw else ""
        page = page or "\f" in raw
        if words:
            bold = tied or raw.lstrip().startswith(("**", "__"))
            found.append(VisualLine(at, at + len(raw), words, gap, "\t" in raw, page, bold, tied, broken))
            gap, page = 0, False
        if not raw.strip():
            gap, broken = gap + 1, False
        elif words:
            broken = marked and raw.endswith("  ")
        at += len(raw) + 1
    return found


def _tied(raws: Sequence[str]) -> Iterator[tuple[bool, bool]]:
    """For each line: whether emphasis runs on into it, and whether there is any in it.

    Emphasis lives inside one block of lines (Markdown); a mark that is never closed opens nothing.
    """
    first = 0
    while first < len(raws):
        last = first
        while last < len(raws) and raws[last].strip():
            last += 1
        counts = [len(_EMPHASIS_RE.findall(raw)) for raw in raws[first:last]]
        left, seen = sum(counts), 0
        for count in counts:
            tied = bool(seen % 2) and left > 0
            yield tied, tied or count > 0
            seen, left = seen + count, left - count
        if last < len(raws):
            yield False, False
        first = last + 1
