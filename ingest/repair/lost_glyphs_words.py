"""Which words may stand at a damaged place: those that agree with every letter that survived."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ingest.plan import VISIBLE_GAP
from ingest.repair.lost_glyphs_channel import DIGIT, LETTER, UPPER
from ingest.repair.lost_glyphs_model import (
    NUMBER,
    UNKNOWN,
    Floats,
    Ints,
    SyllableModel,
    is_syllable,
    syllable_model,
)

if TYPE_CHECKING:
    from ingest.repair.lost_glyphs_lattice import Stretch

__all__ = ["Candidates", "word_arcs"]

_LONGEST = 7
"""No Vietnamese syllable is longer ("nghiêng")."""
_MOST = 28
"""Candidates kept for one pattern."""
_VANISH = -4.5
"""Log chance that a lost letter left no space behind."""
_CAPITAL = 0.15
"""Chance that a word whose first letter is lost began with a capital, where nothing else tells."""
_LONGEST_GAP = 14


class Candidates(NamedTuple):
    """Words that may begin at a node: number, end, log score of the damage, restored text."""

    words: Ints
    stops: Ints
    costs: Floats
    news: list[str]


@dataclass(frozen=True, slots=True)
class _Table:
    """Words of one length as rows of glyph numbers; ``missing`` is the letter that vanished, or -1."""

    words: Ints
    glyphs: Ints
    missing: Ints
    prior: Floats


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[int, _Table], dict[int, _Table]]:
    """Words by length, and the same with one letter vanished, by the length that is left."""
    model = syllable_model()
    whole: dict[int, list[tuple[int, list[int], int]]] = {}
    vanished: dict[int, list[tuple[int, list[int], int]]] = {}
    for number, word in enumerate(model.words):
        if not all(letter in LETTER for letter in word) or len(word) > _LONGEST + 1:
            continue
        row = [LETTER[letter] for letter in word]
        whole.setdefault(len(row), []).append((number, row, -1))
        if is_syllable(word) and len(row) > 1:
            for at in range(len(row)):
                vanished.setdefault(len(row) - 1, []).append((number, row[:at] + row[at + 1 :], row[at]))

    def table(rows: list[tuple[int, list[int], int]]) -> _Table:
        words = np.array([row[0] for row in rows])
        return _Table(
            words, np.array([row[1] for row in rows]), np.array([row[2] for row in rows]), model.one[words]
        )

    return {n: table(rows) for n, rows in whole.items()}, {n: table(rows) for n, rows in vanished.items()}


@lru_cache(maxsize=50_000)
def _matching(pattern: str, *, vanish: bool) -> NDArray[np.int64]:
    """Rows of the table for this length that agree with the letters of the pattern (small letters)."""
    table = _tables()[vanish].get(len(pattern))
    if table is None:
        return np.zeros(0, np.int64)
    agree = np.ones(len(table.words), dtype=bool)
    for at, letter in enumerate(pattern):
        if letter != " ":
            agree &= table.glyphs[:, at] == LETTER.get(letter, -1)
    return np.flatnonzero(agree)


class _Place(NamedTuple):
    """One pattern in the text and the log losses at its positions."""

    pattern: str
    losses: Floats
    upper_line: bool


def _shape(place: _Place) -> str:
    """How the word is written: lower, Capital, UPPER, or free (its first letter is lost)."""
    seen = [letter for letter in place.pattern if letter != " "]
    if not seen:
        return "upper" if place.upper_line else "free"
    if all(letter.isupper() for letter in seen):
        if len(seen) > 1 or place.pattern[0] == " " or place.upper_line:
            return "upper"
        return "capital"
    if place.pattern[0] == " ":
        return "free"
    return "capital" if place.pattern[0].isupper() else "lower"


def _damage(place: _Place, glyphs: Ints, shape: str) -> Floats:
    """Log chance that just these letters of each word were lost."""
    total = np.zeros(len(glyphs), dtype=np.float32)
    shift = UPPER if shape == "upper" else 0
    for at, letter in enumerate(place.pattern):
        if letter == " ":
            row = place.losses[at]
            if at == 0 and shape == "free":
                small, great = row[glyphs[:, 0]], row[glyphs[:, 0] + UPPER]
                total += np.logaddexp(small + np.log(1 - _CAPITAL), great + np.log(_CAPITAL))
            else:
                total += row[glyphs[:, at] + shift]
    return total


def _write(word: str, place: _Place, shape: str) -> str:
    """The word in the case that the survivors show."""
    if shape == "upper":
        return word.upper()
    if shape == "capital":
        return word[0].upper() + word[1:]
    if shape == "free" and len(word) == len(place.pattern):
        glyph = LETTER[word[0]]
        if place.losses[0, glyph + UPPER] > place.losses[0, glyph] + 2.0:
            return word[0].upper() + word[1:]
    return word


def _readings(place: _Place, model: SyllableModel, *, vanish: bool) -> tuple[Ints, Floats, list[str]]:
    """The best candidates for a pattern."""
    rows = _matching(place.pattern.lower(), vanish=vanish)
    if not len(rows):
        return np.zeros(0, np.int64), np.zeros(0, np.float32), []
    table = _tables()[vanish][len(place.pattern)]
    shape = _shape(place)
    cost = _damage(place, table.glyphs[rows], shape)
    if vanish:
        cost = (
            cost
            + place.losses.max(axis=0)[table.missing[rows] + (UPPER if shape == "upper" else 0)]
            + _VANISH
        )
    abbreviation = model.upper[table.words[rows]] > 0.5
    if shape != "upper":
        # "UBND" with its tail lost shows a single capital; other abbreviations do not fit small letters.
        fits = (shape == "capital") & (place.pattern[1:].strip() == "") | (place.pattern.strip() == "")
        if vanish or not fits:
            rows, cost = rows[~abbreviation], cost[~abbreviation]
        elif abbreviation.any():
            cost = np.where(abbreviation, _damage(place, table.glyphs[rows], "upper"), cost)
    if len(rows) > _MOST:
        top = np.argsort(-(cost + 0.7 * table.prior[rows]), kind="stable")[:_MOST]
        rows, cost = rows[top], cost[top]
    words = table.words[rows]
    news = [_write(model.words[word], place, "upper" if model.upper[word] > 0.5 else shape) for word in words]
    return words, cost.astype(np.float32), news


def _unknown_cost(pattern: str) -> float:
    """Log chance of a word that the model does not know: names and abbreviations are the likely ones."""
    if pattern.isupper():
        return -1.5 - 0.5 * len(pattern)
    if pattern[0].isupper():
        return -3.0 - 1.2 * len(pattern)
    return -5.0 - 2.0 * len(pattern)


def _intact(word: str, model: SyllableModel) -> tuple[int, float]:
    """The number and cost of a word that is read as it stands."""
    number = model.index.get(word.lower(), UNKNOWN)
    if number == UNKNOWN:
        return UNKNOWN, _unknown_cost(word)
    if not is_syllable(word.lower()) and not word.isupper() and not word[0].isupper():
        # "m", "nh", "t": known to the model as units and labels, but here more likely the rest of a word.
        return number, -3.0
    return number, 0.0


def _gap_text(pattern: str) -> str:
    """What survived, with a visible gap for each stretch that did not."""
    pieces = pattern.split(" ")
    new = VISIBLE_GAP.join(piece for piece in pieces)
    while VISIBLE_GAP * 2 in new:
        new = new.replace(VISIBLE_GAP * 2, VISIBLE_GAP)
    return new


def _gaps(place: _Place, common: Floats) -> list[tuple[int, float, str]]:
    """The pattern read as something that cannot be known: digits, or a name."""
    lost = [at for at, letter in enumerate(place.pattern) if letter == " "]
    found = []
    if len(lost) == len(place.pattern):
        digits = float(place.losses[lost, DIGIT].sum())
        found.append((NUMBER, digits - 1.0 - 0.3 * len(lost), VISIBLE_GAP))
    letters = float(sum(np.logaddexp.reduce(place.losses[at, : len(common)] + common) for at in lost))
    found.append(
        (
            UNKNOWN,
            letters + _unknown_cost(place.pattern.strip() or "x" * len(lost)) - 2.0,
            _gap_text(place.pattern),
        )
    )
    return found


@lru_cache(maxsize=1)
def _common() -> NDArray[np.float32]:
    """Log share of each small letter in Vietnamese text."""
    model = syllable_model()
    counts = np.full(UPPER, 1e-5)
    for word, logp in zip(model.words, model.one, strict=True):
        for letter in word:
            if LETTER.get(letter, UPPER) < UPPER:
                counts[LETTER[letter]] += np.exp(logp)
    return np.asarray(np.log(counts / counts.sum()), dtype=np.float32)


def _upper_line(text: str, at: int) -> bool:
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    letters = [c for c in text[start : end if end >= 0 else len(text)] if c.isalpha()]
    return len(letters) >= 3 and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def _stops(text: str, at: int, stretch: Stretch) -> list[int]:
    """Where a word that begins here may end: never between two letters that stand together."""
    found = []
    stop = at
    while stop < stretch.end and (text[stop].isalpha() or text[stop] == " "):
        stop += 1
        if stop < stretch.end and text[stop].isalpha():
            continue
        if stop - at > _LONGEST and not (text[at:stop].isalpha() or not text[at:stop].strip()):
            break
        found.append(stop)
        if stop - at > _LONGEST_GAP and text[stop - 1] == " ":
            break
    return found


def word_arcs(text: str, at: int, stretch: Stretch, losses: Floats, model: SyllableModel) -> Candidates:
    """All words, gaps and numbers that may begin at ``text[at]``."""
    words: list[int] = []
    stops: list[int] = []
    costs: list[float] = []
    news: list[str] = []

    def add(stop: int, number: int, cost: float, new: str) -> None:
        words.append(number)
        stops.append(stop)
        costs.append(cost)
        news.append(new)

    upper_line = _upper_line(text, at)
    for stop in _stops(text, at, stretch):
        pattern = text[at:stop]
        fixed = bool(stretch.fixed[at - stretch.start : stop - stretch.start].any())
        if " " not in pattern:
            add(stop, *_intact(pattern, model), pattern)
        if fixed:
            continue
        place = _Place(pattern, losses[at - stretch.start : stop - stretch.start], upper_line)
        if " " in pattern:
            for number, cost, new in _gaps(place, _common()):
                add(stop, number, cost, new)
        if len(pattern) > _LONGEST:
            continue
        kinds = ([False] if " " in pattern else []) + ([True] if pattern.strip() else [])
        for vanish in kinds:
            for number, cost, new in zip(*_readings(place, model, vanish=vanish), strict=True):
                add(stop, int(number), float(cost), new)
    return Candidates(np.array(words, np.int64), np.array(stops, np.int64), np.array(costs, np.float32), news)
