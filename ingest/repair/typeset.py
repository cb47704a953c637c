"""How wide a line was on paper, and how a file breaks its lines.

Official documents are set in Times New Roman, justified (Decree 30/2020, annex I): a word goes to the
next line only when it no longer fits. So the natural widths of lines tell which line ends early, that is
where a paragraph ends, and which line is indented, that is where one begins.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ingest.repair.labels import LABEL_RE, is_closed, is_finished, is_low, leaves_open
from ingest.repair.visual import VisualLine

__all__ = ["Layout", "infer_layout", "natural_width"]

# Advance widths of Times New Roman in thousandths of the type size (Adobe's metrics for Times).
_WIDTHS = {
    **dict.fromkeys("ijlt/\\", 278),
    **dict.fromkeys(" .,", 250),
    **dict.fromkeys(":;", 278),
    **dict.fromkeys("rfI-()[]!’‘'", 333),
    **dict.fromkeys("sJ", 389),
    **dict.fromkeys("ceza?“”", 444),
    **dict.fromkeys("PSF", 556),
    **dict.fromkeys("ELTZB", 611),
    **dict.fromkeys("CRVXYA", 680),
    **dict.fromkeys("wDGHKNOQU&m", 722),
    **dict.fromkeys("M%", 860),
    "W": 944,
    '"': 408,
}
_OTHER = 500


@lru_cache(maxsize=2048)
def _advance(letter: str) -> int:
    base = unicodedata.normalize("NFD", letter)[0]
    return _WIDTHS.get("D" if base == "Đ" else base, _OTHER)


def natural_width(words: str) -> float:
    """Width of a line in type sizes (em), before it is justified.

    >>> round(natural_width("Mm"), 2), natural_width("ế") == natural_width("e")
    (1.58, True)
    """
    return sum(map(_advance, words)) / 1000


class Layout(NamedTuple):
    """How the file breaks its lines, inferred from the file itself."""

    width: float | None
    """Natural width that a full line reaches, or None where a paragraph is one line."""
    first: float
    """The same for the first line of a paragraph, which is indented."""
    spaced: bool
    """Blank lines say nothing: they follow every line, or none."""
    gap: int
    """The usual number of blank lines between the lines of one paragraph."""

    def filled(self, one: VisualLine, two: VisualLine, *, opens: bool) -> float:
        """How far ``one`` would reach with the first word of ``two`` on it; from 1 on the word does not fit."""
        if self.width is None:
            return 0.0
        return natural_width(f"{one.words} {two.first_word}") / (self.first if opens else self.width)

    def begins(self, two: VisualLine, three: VisualLine | None) -> bool | None:
        """Tell whether ``two`` is set as a paragraph's first line; None where its width does not say."""
        if self.width is None or three is None or self.width - self.first < _INDENT:
            return None
        if is_finished(two.words) or not (is_low(three.words) or leaves_open(two.words)):
            return None
        wide, next_wide = natural_width(two.words), natural_width(f"{two.words} {three.first_word}")
        # As a first line it would be full, as any other the next word would still have fitted; or the reverse.
        if wide <= 1.01 * self.first <= 1.02 * next_wide and next_wide < 0.975 * self.width:
            return True
        return False if wide > 1.02 * self.first else None


_INDENT = 1.0
"""A first line is told from the others only where it is indented by this much (em)."""
_LONG = 150
_PLENTY = 8


def infer_layout(lines: Sequence[VisualLine]) -> Layout:
    """Infer the layout from where sentences run on into the next line.

    >>> infer_layout([]).width is None
    True
    """
    prose = [(one, two) for one, two in itertools.pairwise(lines) if not one.row and not two.row]
    # A line that breaks inside a sentence: the next one goes on in small letters.
    runs_on = [(one, two) for one, two in prose if is_low(two.words) and not is_finished(one.words)]
    texts = [line for line in lines if not line.row]
    long = sum(1 for line in texts if len(line.words) > _LONG)
    if not runs_on or long > max(2, 0.5 * len(runs_on)) or len(runs_on) < 0.08 * len(texts):
        return Layout(None, 0.0, spaced=False, gap=0)
    gaps = sorted(two.gap for _, two in runs_on)
    gap = gaps[len(gaps) // 2]
    width = _nearly_highest([natural_width(one.words) for one, _ in runs_on])
    labelled = [natural_width(one.words) for one, _ in runs_on if LABEL_RE.match(one.words)]
    first = _nearly_highest(labelled) if len(labelled) >= _PLENTY else 0.93 * width
    return Layout(width, min(first, width), spaced=gap > 0 or not _parted(prose), gap=gap)


def _parted(prose: Sequence[tuple[VisualLine, VisualLine]]) -> bool:
    """Tell whether blank lines part the paragraphs: they stand where a sentence is over."""
    ends = [two.gap > 0 for one, two in prose if is_closed(one.words) and not is_low(two.words)]
    return 2 * sum(ends) >= len(ends)


def _nearly_highest(widths: list[float]) -> float:
    """The width that the widest lines share; a few stray ones in a smaller type do not count."""
    ordered = sorted(widths)
    return ordered[int(0.93 * (len(ordered) - 1))]
