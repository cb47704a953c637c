"""The lines of a text with where each begins."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Line", "placed_lines"]


class Line(NamedTuple):
    """A line without its end, and the offset of its first letter."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Behind its last letter."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text.strip()


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
