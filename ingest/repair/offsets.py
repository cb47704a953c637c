"""Text that remembers where each of its letters came from.

Every step of the repair is a list of edits on a ``MappedText``; the result still knows, letter by
letter, the stretch of the file's own text behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.plan import Run, Span

__all__ = ["Edit", "MappedText"]


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``new`` (offsets of the text that the edit is applied to)."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class MappedText:
    r"""A text, and for each of its letters the half-open stretch of the original that it stands for.

    >>> text = MappedText.identity("k\u0065\u0302\u0301 hoạch").replace([Edit(1, 4, "ế")])
    >>> text.text, text.span(0, 2)
    ('kế hoạch', Span(start=0, end=4))
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def identity(cls, original: str) -> MappedText:
        """Begin: every letter stands for itself."""
        return cls(original, tuple(range(len(original))), tuple(range(1, len(original) + 1)))

    def span(self, start: int, end: int) -> Span:
        """Return the original stretch behind ``[start, end)``; empty ranges give an empty span."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])

    def replace(self, edits: Iterable[Edit]) -> MappedText:
        """Apply edits, which must be sorted and must not overlap.

        A replacement of equal length maps letter by letter; any other maps each new letter to the whole
        stretch that it replaces. Raises ValueError on overlapping edits.
        """
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for start, end, new in edits:
            if start < at:
                raise ValueError(f"edits overlap at {start}")
            pieces.append(self.text[at:start])
            starts.extend(self.starts[at:start])
            ends.extend(self.ends[at:start])
            pieces.append(new)
            if len(new) == end - start:
                starts.extend(self.starts[start:end])
                ends.extend(self.ends[start:end])
            else:
                behind = self.span(start, end)
                starts.extend([behind.start] * len(new))
                ends.extend([behind.end] * len(new))
            at = end
        pieces.append(self.text[at:])
        starts.extend(self.starts[at:])
        ends.extend(self.ends[at:])
        return MappedText("".join(pieces), tuple(starts), tuple(ends))

    def take(self, pieces: Sequence[tuple[int, int]]) -> MappedText:
        """Return the given stretches, in the given order, as a new text."""
        return MappedText(
            "".join(self.text[start:end] for start, end in pieces),
            tuple(at for start, end in pieces for at in self.starts[start:end]),
            tuple(at for start, end in pieces for at in self.ends[start:end]),
        )

    def runs(self) -> tuple[Run, ...]:
        """Compress the map: stretches that map letter by letter, and stretches that map as a whole."""
        found: list[list[int]] = []
        for at, (start, end) in enumerate(zip(self.starts, self.ends, strict=True)):
            if found:
                clean, length, original, original_length = last = found[-1]
                if end - start == 1 and length == original_length and original + original_length == start:
                    last[1], last[3] = length + 1, original_length + 1
                    continue
                if (original, original + original_length) == (start, end) and length != original_length:
                    last[1] = at + 1 - clean
                    continue
            found.append([at, 1, start, end - start])
        return tuple(Run(*run) for run in found)
