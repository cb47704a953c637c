"""Which letters does each font run of this very document lose? Inferred from the document alone.

A run is a stretch set in one (broken) font. Its profile says, letter by letter, how likely the letter is
to be missing: next to 1 for the glyphs that the font lacks, next to 0 for the rest. Profiles and the
stretches they rule are fitted together by expectation-maximisation over the letters that were seen and
those that the last decoding says were lost. How many runs there are is found by splitting while the
likelihood gains more than a new profile costs.
"""

from __future__ import annotations

import string
from dataclasses import dataclass
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["ALPHABET", "ANY", "DIGIT", "LETTER", "UPPER", "Channel", "Events", "fit_channel", "flat_channel"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_MARKED = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_LOWER = string.ascii_lowercase + _MARKED
UPPER = len(_LOWER)
"""Distance from a small letter to its capital in ``ALPHABET``."""
ALPHABET = _LOWER + _LOWER.upper() + "0"
"""The glyphs that have a profile entry; all digits share one."""
DIGIT = len(ALPHABET) - 1
ANY = len(ALPHABET)
"""Stands for a blank that hides a letter nobody has named yet."""
LETTER = {letter: at for at, letter in enumerate(ALPHABET)} | dict.fromkeys(string.digits, DIGIT)

_FLAT = 0.3
"""Chance of a loss at a blank before anything is known."""
_LIGHT = 0.05
"""General damage of a run of which little was seen."""
_FLOOR, _CEILING = 0.0008, 0.995
_MAX_RUNS = 4
_ITERATIONS = 4
_PRIOR = 0.5
"""Weight, in letters, of the run's general damage against what was counted for one letter."""
_GAIN = 12.0
"""Log-likelihood that a further run must bring (it costs a handful of lost letters to describe)."""


class Events(NamedTuple):
    """What happened to the letters, grouped in units: the seen or the lost letters of one word piece."""

    glyphs: Ints
    """Index in ``ALPHABET``, in reading order."""
    lost: Floats
    """1 lost, 0 seen."""
    weights: Floats
    """How sure the reading is."""
    units: Ints
    """Unit of each letter, 0, 1, 2 ... in reading order."""
    positions: Ints
    """Where each unit starts in the text."""
    common: Floats
    """Share of each glyph in the language, which tells what a nameless blank may have been."""


@dataclass(frozen=True, slots=True)
class Channel:
    """Loss profiles (runs x glyphs) and, for stretches of the text, how likely each run rules there."""

    profiles: Floats
    positions: Ints
    shares: Floats

    def losses(self, start: int, end: int) -> Floats:
        """Chance that each glyph would be lost at each position of ``text[start:end]``."""
        if not len(self.positions):
            return np.repeat(self.profiles[:1], end - start, axis=0)
        at = np.searchsorted(self.positions, np.arange(start, end), side="right") - 1
        after = np.clip(at + 1, 0, len(self.positions) - 1)
        near = 0.7 * self.shares[np.maximum(at, 0)] + 0.3 * self.shares[after]
        mixed = 0.95 * near + 0.05 * self.shares.mean(axis=0)
        return np.asarray(mixed @ self.profiles)


def flat_channel() -> Channel:
    """The channel before the first decoding: any letter may be lost, none more than another."""
    return Channel(np.full((1, len(ALPHABET)), _FLAT), np.zeros(0, np.int64), np.zeros((0, 1)))


def _unit_scores(events: Events, profiles: Floats) -> Floats:
    """Log-likelihood of each unit under each run."""
    # A nameless blank speaks for the runs that lose much.
    full = np.concatenate([profiles, profiles @ events.common[:, None]], axis=1)
    lost, kept = np.log(full), np.log1p(-full)
    each = np.where(events.lost[:, None] > 0.5, lost[:, events.glyphs].T, kept[:, events.glyphs].T)
    starts = np.searchsorted(events.units, np.arange(len(events.positions)))
    return np.asarray(np.add.reduceat(each * events.weights[:, None], starts, axis=0))


def _shares(scores: Floats, switch: float) -> tuple[Floats, float, float]:
    """Forward-backward over the units; a run goes on unless it switches to any other.

    Returns the shares of the runs in each unit, the log-likelihood and the observed switch rate.
    """
    count, runs = scores.shape
    if runs == 1:
        return np.ones((count, 1)), float(scores.sum()), switch
    top = scores.max(axis=1)
    likely = np.exp(scores - top[:, None]).tolist()
    stay, move = 1 - switch - switch / (runs - 1), switch / (runs - 1)
    # Plain lists: the vectors are of two to four numbers, where arrays cost more than they save.
    forward, total = [], float(top.sum())
    belief = [1 / runs] * runs
    for chance in likely:
        belief = [(stay * old + move) * now for old, now in zip(belief, chance, strict=True)]
        mass = sum(belief)
        total += log(mass)
        belief = [value / mass for value in belief]
        forward.append(belief)
    hope, backward = [1.0] * runs, [[1.0] * runs]
    for chance in reversed(likely[1:]):
        hope = [old * now for old, now in zip(hope, chance, strict=True)]
        level = move * sum(hope)
        hope = [stay * old + level for old in hope]
        mass = sum(hope)
        hope = [value / mass for value in hope]
        backward.append(hope)
    shares = np.array(forward) * np.array(backward[::-1])
    shares /= shares.sum(axis=1, keepdims=True)
    rate = float(np.mean(1 - (shares[1:] * shares[:-1]).sum(axis=1))) if count > 1 else switch
    return shares, total, float(np.clip(rate, 0.004, 0.2))


def _profiles(events: Events, shares: Floats) -> Floats:
    """Re-estimate each run's losses; unseen letters follow the run's general damage."""
    found = []
    for run in range(shares.shape[1]):
        weight = shares[events.units, run] * events.weights
        seen = np.bincount(events.glyphs, weights=weight, minlength=ANY + 1)[:ANY]
        lost = np.bincount(events.glyphs, weights=weight * events.lost, minlength=ANY + 1)[:ANY]
        rate = lost / np.maximum(seen, 1e-9)
        kinds = seen > 0.8
        general = float(np.mean(rate[kinds] > 0.5)) if kinds.sum() > 3 else _LIGHT
        general = min(max(general, 0.01), 0.7)
        found.append((lost + _PRIOR * general) / (seen + _PRIOR))
    return np.asarray(np.clip(np.array(found), _FLOOR, _CEILING))


def _fitted(events: Events, profiles: Floats) -> tuple[Floats, Floats, float]:
    switch = 0.05
    for _ in range(_ITERATIONS):
        shares, total, switch = _shares(_unit_scores(events, profiles), switch)
        profiles = _profiles(events, shares)
    shares, total, _ = _shares(_unit_scores(events, profiles), switch)
    return profiles, shares, total


def _split(events: Events, profiles: Floats, shares: Floats) -> Floats | None:
    """Start a new run from the stretches around the losses that no run so far explains."""
    full = np.concatenate([profiles, profiles @ events.common[:, None]], axis=1)
    expected = (shares @ full)[events.units, events.glyphs]
    surprise = events.weights * np.where(events.lost > 0.5, -np.log(expected), -np.log1p(-expected))
    per_unit = np.bincount(events.units, weights=surprise, minlength=len(events.positions))
    odd = per_unit > 1.5
    if odd.sum() < 3:
        return None
    near = np.convolve(odd.astype(float), np.ones(5), mode="same")[: len(odd)] > 1.5
    around = odd | near
    return np.asarray(_profiles(events, around.astype(float)[:, None]))


def fit_channel(events: Events) -> Channel:
    """Fit profiles and their stretches to what the last decoding found lost and seen."""
    if not len(events.positions):
        return flat_channel()
    one = np.ones((len(events.positions), 1))
    profiles, shares, total = _fitted(events, _profiles(events, one))
    while len(profiles) < _MAX_RUNS:
        fresh = _split(events, profiles, shares)
        if fresh is None:
            break
        new_profiles, new_shares, new_total = _fitted(events, np.concatenate([profiles, fresh]))
        if new_total < total + _GAIN:
            break
        profiles, shares, total = new_profiles, new_shares, new_total
    return Channel(profiles, events.positions, shares)
