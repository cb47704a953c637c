"""The lines of a text with where each begins."""

from __future__ import annotations

__all__ = ["placed_lines"]


def placed_lines(text: str) -> list[tuple[int, str]]:
    r"""Each line without its end, and the offset of its first letter.

    >>> placed_lines("Sở Y tế\nHọp")
    [(0, 'Sở Y tế'), (8, 'Họp')]
    """
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, line))
        at += len(line) + 1
    return found
