"""The lines of a text with where each begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.plan import CELL_BREAK, CELL_SEPARATOR

__all__ = ["Line", "placed_lines"]

_EDGE = " \u00a0\u200b\ufeff\r"
_PIECE_RE = re.compile(f"[^{CELL_SEPARATOR}{CELL_BREAK}]+")


class Line(NamedTuple):
    """A line without its end, or a stretch of one, and the offset of its first letter."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset just after the last letter."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text.strip()

    @property
    def is_row(self) -> bool:
        """Whether this is a table row."""
        return CELL_SEPARATOR in self.text

    def pieces(self) -> tuple[Line, ...]:
        r"""The paragraphs of all cells, in reading order; a plain line is its own only piece.

        >>> [piece.text for piece in Line(0, "UBND TỈNH SƠN HÀ\u2028SỞ NỘI VỤ\tSố: 5/KH-SNV").pieces()]
        ['UBND TỈNH SƠN HÀ', 'SỞ NỘI VỤ', 'Số: 5/KH-SNV']
        """
        return tuple(
            piece for match in _PIECE_RE.finditer(self.text) if (piece := self.part(*match.span())).text
        )

    def part(self, start: int, end: int) -> Line:
        """The stripped part ``[start, end)`` of this line, offsets within the line."""
        text = self.text[start:end]
        stripped = text.strip(_EDGE)
        return Line(self.start + start + (text.find(stripped) if stripped else 0), stripped)


def placed_lines(text: str) -> list[Line]:
    r"""The lines of a text.

    >>> [tuple(line) for line in placed_lines("Sở Y tế\nHọp")]
    [(0, 'Sở Y tế'), (8, 'Họp')]
    """
    found, at = [], 0
    for line in text.split("\n"):
        found.append(Line(at, line))
        at += len(line) + 1
    return found
