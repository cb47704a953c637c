"""Which words may stand at a damaged place: those that agree with every letter that survived."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ingest.repair.lost_glyphs_case import capital_chance, is_upper_line, shape_of
from ingest.repair.lost_glyphs_channel import DIGIT, LETTER, UPPER
from ingest.repair.lost_glyphs_model import (
    NUMBER,
    UNKNOWN,
    Floats,
    Ints,
    is_syllable,
    syllable_model,
)

__all__ = [
    "Candidates",
    "Stretch",
    "common_losses",
    "common_shares",
    "word_arcs",
]

_LONGEST = 7
"""No Vietnamese syllable is longer ("nghiêng")."""
_MOST = 24
"""Candidates kept for one pattern."""
_VANISH = -4.5
"""Log chance that a lost letter left no space behind."""
_LONGEST_GAP = 14
_NO_INTS = np.zeros(0, np.int64)
_NO_FLOATS = np.zeros(0, np.float32)


class Candidates(NamedTuple):
    """Words that may begin at a node: number in the model, end, log score of the damage."""

    words: Ints
    stops: Ints
    costs: Floats
    kept: NDArray[np.bool_]
    """True where the text is read as it stands, False where letters are put back."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch ``text[start:core]`` to decode; the words in ``text[core:end]`` are context and stay."""

    text: str
    start: int
    core: int
    end: int
    before: tuple[int, int]
    suspects: frozenset[int]
    """Where words begin that look odd: only there, and beside blanks, may a letter have vanished."""


class _Table(NamedTuple):
    """Words of one length as rows of glyph numbers; ``missing`` is the letter that vanished, or -1."""

    words: Ints
    glyphs: Ints
    missing: Ints


class _Fits(NamedTuple):
    """The words that agree with one pattern, ready to be scored."""

    words: Ints
    lost: Ints
    """Glyph that each word would have lost at each blank of the pattern."""
    missing: Ints
    free: bool
    """The first letter is lost, so its case is open."""
    prior: Floats


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[int, _Table], dict[int, _Table]]:
    """Words by length, and the same with one letter vanished, by the length that is left."""
    whole: dict[int, list[tuple[int, list[int], int]]] = {}
    vanished: dict[int, list[tuple[int, list[int], int]]] = {}
    for number, word in enumerate(syllable_model().words):
        if not all(letter in LETTER for letter in word) or len(word) > _LONGEST + 1:
            continue
        row = [LETTER[letter] for letter in word]
        whole.setdefault(len(row), []).append((number, row, -1))
        if is_syllable(word) and len(row) > 1:
            for at in range(len(row)):
                vanished.setdefault(len(row) - 1, []).append((number, row[:at] + row[at + 1 :], row[at]))

    def table(rows: list[tuple[int, list[int], int]]) -> _Table:
        words, glyphs, missing = zip(*rows, strict=True)
        return _Table(np.array(words), np.array(glyphs), np.array(missing))

    return {n: table(rows) for n, rows in whole.items()}, {n: table(rows) for n, rows in vanished.items()}


@lru_cache(maxsize=20_000)
def _fits(pattern: str, *, upper_line: bool, vanish: bool) -> _Fits | None:
    """The words that agree with the letters of the pattern."""
    table = _tables()[vanish].get(len(pattern))
    if table is None:
        return None
    agree = np.ones(len(table.words), dtype=bool)
    for at, letter in enumerate(pattern.lower()):
        if letter != " ":
            agree &= table.glyphs[:, at] == LETTER.get(letter, -1)
    shape = shape_of(pattern, upper_line=upper_line)
    model = syllable_model()
    abbreviated = model.upper[table.words] > 0.5
    # "UBND" with its tail lost shows one capital; otherwise an abbreviation does not fit small letters.
    if shape != "upper" and (vanish or pattern[1:].strip()):
        agree &= ~abbreviated
    rows = np.flatnonzero(agree)
    if not len(rows):
        return None
    blanks = [at for at, letter in enumerate(pattern) if letter == " "]
    great = np.full(len(rows), shape == "upper") | abbreviated[rows]
    words = table.words[rows]
    lost = table.glyphs[rows][:, blanks] + UPPER * great[:, None]
    missing = table.missing[rows] + UPPER * great
    return _Fits(words, lost, missing, shape == "free", model.one[words])


def _scored(
    fits: _Fits, losses: Floats, blanks: list[int], starts: float, *, vanish: bool
) -> tuple[Ints, Floats]:
    """Words and log chances that just their missing letters were lost here; the likeliest only."""
    cost = np.zeros(len(fits.words), dtype=np.float32)
    if blanks:
        each = losses[blanks, fits.lost]
        if fits.free:
            great = losses[0, np.minimum(fits.lost[:, 0] + UPPER, DIGIT - 1)]
            each[:, 0] = np.logaddexp(each[:, 0] + np.log(1 - starts), great + np.log(starts))
        cost = each.sum(axis=1)
    if vanish:
        cost = cost + losses[:, fits.missing].max(axis=0) + _VANISH
    most = _MOST if len(blanks) < losses.shape[0] else 3 * _MOST
    if len(cost) <= most:
        return fits.words, cost
    top = np.argpartition(-(cost + 0.7 * fits.prior), most)[:most]
    return fits.words[top], cost[top]


def may_be(pattern: str) -> bool:
    """Tell whether some word agrees with a pattern whose blanks are lost letters.

    >>> may_be("m nh"), may_be("the pl")
    (True, False)
    """
    return len(pattern) <= _LONGEST and _fits(pattern, upper_line=False, vanish=False) is not None


def _unknown_cost(pattern: str) -> float:
    """Log chance of a word that the model does not know: names and abbreviations are the likely ones."""
    if pattern.isupper():
        return -1.5 - 0.5 * len(pattern)
    if pattern[0].isupper():
        return -3.0 - 1.2 * len(pattern)
    return -5.0 - 2.0 * len(pattern)


@lru_cache(maxsize=20_000)
def _intact(word: str) -> tuple[int, float]:
    """The number and cost of a word that is read as it stands."""
    number = syllable_model().index.get(word.lower(), UNKNOWN)
    if number == UNKNOWN:
        return UNKNOWN, _unknown_cost(word)
    if (word.islower() or len(word) == 1) and not is_syllable(word.lower()) and word not in "IVX":
        # "m", "nh", "T": known to the model as units and labels, but here more likely the rest of a word.
        return number, -3.0
    return number, 0.0


@lru_cache(maxsize=1)
def common_shares() -> NDArray[np.float64]:
    """Share of each glyph of ``ALPHABET`` in Vietnamese text, all letters taken as small ones."""
    model = syllable_model()
    counts = np.zeros(DIGIT + 1)
    for word, logp in zip(model.words, model.one, strict=True):
        for letter in word:
            if LETTER.get(letter, UPPER) < UPPER:
                counts[LETTER[letter]] += np.exp(logp)
    return np.asarray(counts / counts.sum())


def common_losses(losses: Floats) -> Floats:
    """Log chance, at each position, that any letter at all was lost there."""
    return np.asarray(np.log(np.exp(losses) @ common_shares() + 1e-9), dtype=np.float32)


@lru_cache(maxsize=20_000)
def _stands(piece: str) -> bool:
    """Tell whether a piece is a word by itself, so that the blank beside it parts words."""
    return len(piece) > 1 and (piece.isupper() or is_syllable(piece.lower()))


def _gaps(pattern: str, blanks: list[int], losses: Floats, anything: Floats) -> list[tuple[int, float]]:
    """The pattern read as something that cannot be known: digits, or a name."""
    # "X ân": a capital cut off from what follows is a broken name, even where the rest is a word.
    broken = len(pattern) > 2 and pattern[0].isupper() and pattern[1] == " "
    if not broken and any(_stands(piece) for piece in pattern.split()):
        return []
    shown = pattern.strip() or "x" * len(blanks)
    found = [(UNKNOWN, float(anything[blanks].sum()) + _unknown_cost(shown) - 2.0)]
    if len(blanks) == len(pattern):
        found.append((NUMBER, float(losses[:, DIGIT].sum()) - 1.0 - 0.3 * len(blanks)))
    return found


def _stops(text: str, at: int, end: int) -> list[int]:
    """Where a word that begins here may end: never between two letters that stand together."""
    found = []
    stop = at
    while stop < end and (text[stop].isalpha() or text[stop] == " "):
        stop += 1
        if stop < end and text[stop].isalpha():
            continue
        if stop - at > _LONGEST and not (text[at:stop].isalpha() or not text[at:stop].strip()):
            break
        found.append(stop)
        if stop - at > _LONGEST_GAP and text[stop - 1] == " ":
            break
    return found


def _may_vanish(pattern: str, blanks: list[int], *, suspect: bool) -> bool:
    """A letter gone without a trace is looked for only where enough of the word is left."""
    return len(pattern) > 2 * len(blanks) if blanks else suspect


class _Option(NamedTuple):
    """Some words that may fill the same pattern, with their scores."""

    words: Ints
    costs: Floats
    stop: int
    kept: bool


def _intact_option(pattern: str, stop: int) -> _Option:
    number, cost = _intact(pattern)
    return _Option(np.array([number]), np.array([cost], np.float32), stop, True)


def _restored(at: int, stop: int, stretch: Stretch, losses: Floats, blanks: list[int]) -> Iterator[_Option]:
    """The words that the pattern ``text[at:stop]`` may have been before letters were lost."""
    text, pattern = stretch.text, stretch.text[at:stop]
    upper_line, starts = is_upper_line(text, at), capital_chance(text, at)
    for vanish in (False, True):
        if not (_may_vanish(pattern, blanks, suspect=at in stretch.suspects) if vanish else blanks):
            continue
        fits = _fits(pattern, upper_line=upper_line, vanish=vanish)
        if fits is not None:
            yield _Option(*_scored(fits, losses, blanks, starts, vanish=vanish), stop, False)


def _options(at: int, stretch: Stretch, losses: Floats, anything: Floats) -> Iterator[_Option]:
    """Every way to read on from ``at``, pattern by pattern, the shortest first."""
    text, base = stretch.text, stretch.start
    stops = _stops(text, at, stretch.end)
    if len(stops) == 1 and " " not in text[at : stops[0]] and at not in stretch.suspects:
        yield _intact_option(text[at : stops[0]], stops[0])
        return
    for stop in stops:
        pattern = text[at:stop]
        blanks = [n for n, letter in enumerate(pattern) if letter == " "]
        if not blanks:
            yield _intact_option(pattern, stop)
        if stop > stretch.core:
            continue
        here = losses[at - base : stop - base]
        if blanks:
            for number, score in _gaps(pattern, blanks, here, anything[at - base : stop - base]):
                yield _Option(np.array([number]), np.array([score], np.float32), stop, False)
        if len(pattern) <= _LONGEST:
            yield from _restored(at, stop, stretch, here, blanks)


def word_arcs(at: int, stretch: Stretch, losses: Floats, anything: Floats) -> Candidates:
    """All words, gaps and numbers that may begin at ``stretch.text[at]``."""
    found = list(_options(at, stretch, losses, anything))
    if not found:
        return Candidates(_NO_INTS, _NO_INTS, _NO_FLOATS, np.zeros(0, bool))
    sizes = [len(option.words) for option in found]
    return Candidates(
        np.concatenate([option.words for option in found]),
        np.repeat([option.stop for option in found], sizes),
        np.concatenate([option.costs for option in found]),
        np.repeat([option.kept for option in found], sizes),
    )
