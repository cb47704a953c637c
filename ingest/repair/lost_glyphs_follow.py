"""What follows what in a damaged text: the syllable model, and the document's own pairs of intact words.

In: words by their numbers in the model. Out: log probabilities, and the arcs of the lattice that are worth keeping.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.repair.lost_glyphs_model import BITS, Floats, Ints, SyllableModel
from ingest.repair.lost_glyphs_words import Candidates

__all__ = ["MARGIN", "Cache", "Follow", "cuts_of"]

MARGIN = 9.0
"""States and arcs that are this many nats below the best are dropped."""
_FEW = 3
_SLACK = 2.0
"""Arcs are first weighed by pairs of words; those that triples could still lift by this much stay."""
_CACHE_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class Cache:
    """The document's own pairs of intact words, as log probabilities under packed keys."""

    keys: Ints
    logp: Floats

    @classmethod
    def of(cls, ids: Ints) -> Cache:
        """Count the pairs in a sequence of word numbers (-1 breaks it)."""
        pairs = (ids[:-1] << BITS | ids[1:])[(ids[:-1] >= 0) & (ids[1:] >= 0)]
        keys, counts = np.unique(pairs, return_counts=True)
        if not len(keys):
            return cls(np.zeros(1, np.int64), np.full(1, -30, np.float32))
        _, at = np.unique(keys >> BITS, return_inverse=True)
        total = np.bincount(at, weights=counts)[at]
        return cls(keys, np.log((counts - 0.5) / (total + 1)).astype(np.float32))

    def own(self, first: Ints, second: Ints) -> Floats:
        """Log probability of each second word after the first, by this document alone."""
        keys = (first << BITS) | second
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, self.logp[at], np.float32(-30))


_MODEL_WEIGHT, _OWN_WEIGHT = np.float32(np.log(1 - _CACHE_SHARE)), np.float32(np.log(_CACHE_SHARE))


def cuts_of(values: Ints) -> Ints:
    """Where runs of equal values begin, and the end."""
    return np.concatenate([[0], np.flatnonzero(values[1:] != values[:-1]) + 1, [len(values)]])


class Follow:
    """What follows what: the model and the document's own pairs, with whole rows kept for reuse."""

    def __init__(self, model: SyllableModel, cache: Cache) -> None:
        self.model, self.cache = model, cache
        self.rows: dict[int, tuple[Floats, Floats]] = {}
        self.scores: dict[tuple[int, int, int], float] = {}

    def row(self, first: int) -> tuple[Floats, Floats]:
        """Log probability of every word after ``first``: by the model, and with the document's share."""
        if first not in self.rows:
            plain = self.model.row(first)
            mixed = plain + _MODEL_WEIGHT
            low, high = np.searchsorted(self.cache.keys, [first << BITS, (first + 1) << BITS])
            own = self.cache.keys[low:high] & ((1 << BITS) - 1)
            mixed[own] = np.logaddexp(mixed[own], self.cache.logp[low:high] + _OWN_WEIGHT)
            self.rows[first] = (plain, mixed)
        return self.rows[first]

    def score(self, first: int, second: int, third: int) -> float:
        """Log probability of one word after two others, remembered."""
        key = (first, second, third)
        if key not in self.scores:
            plain = self.row(second)[0][third]
            one, two, three = np.array([first]), np.array([second]), np.array([third])
            logp = self.model.trigram(one, two, three, plain + self.model.back_off(one, two))
            own = self.cache.own(two, three)
            self.scores[key] = float(np.logaddexp(logp + _MODEL_WEIGHT, own + _OWN_WEIGHT)[0])
        return self.scores[key]

    def arcs(
        self, states: tuple[Ints, Ints], alpha: NDArray[np.floating], found: Candidates
    ) -> tuple[Ints, Ints, Floats]:
        """State, candidate and log score of each arc worth keeping, ordered by candidate.

        ``states`` are the last two words of each reading so far, ``alpha`` how likely each is.
        """
        firsts, seconds = states
        if len(found.words) == 1 and len(seconds) <= _FEW:
            word, cost = int(found.words[0]), float(found.costs[0])
            pairs_of = zip(firsts.tolist(), seconds.tolist(), strict=True)
            scores = np.array([self.score(first, second, word) + cost for first, second in pairs_of])
            return np.arange(len(scores)), np.zeros(len(scores), np.int64), scores
        order: dict[int, int] = {}
        place = np.array([order.setdefault(second, len(order)) for second in seconds.tolist()])
        pairs = [self.row(second) for second in order]
        plain = np.array([pair[0][found.words] for pair in pairs])
        rough = np.array([pair[1][found.words] for pair in pairs])[place] + found.costs
        total = rough + alpha[:, None]
        # Words that end at the same place compete; longer ones have more text behind them.
        starts = cuts_of(found.stops)
        best = np.maximum.reduceat(total.max(axis=0), starts[:-1])
        floor = np.repeat(best, starts[1:] - starts[:-1]) - MARGIN - _SLACK
        columns, rows = np.nonzero(floor[:, None] < total.T)
        words = found.words[columns]
        first, second = firsts[rows], seconds[rows]
        back = self.model.back_off(firsts, seconds)[rows]
        logp = self.model.trigram(first, second, words, plain[place[rows], columns] + back)
        own = self.cache.own(second, words)
        return rows, columns, np.logaddexp(logp + _MODEL_WEIGHT, own + _OWN_WEIGHT) + found.costs[columns]
