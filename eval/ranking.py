"""How good a ranking is: nDCG, recall, hit and their bootstrap intervals. Pure functions."""

from __future__ import annotations

import math
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass

import numpy as np

__all__ = ["DEPTH", "Interval", "Placed", "hit", "interval", "ndcg", "place", "recall"]

DEPTH = 10
RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the relevant passages of one question stand: places from 1, and how many there are at all."""

    places: tuple[int, ...]
    relevant: int


def place(ranking: Sequence[Hashable], relevant: Collection[Hashable]) -> Placed:
    """Find the relevant passages in a ranking.

    >>> place(["b", "a", "c"], {"a", "z"})
    Placed(places=(2,), relevant=2)
    """
    wanted = set(relevant)
    return Placed(tuple(at for at, key in enumerate(ranking, 1) if key in wanted), len(wanted))


def ndcg(placed: Placed, depth: int = DEPTH) -> float:
    """Normalised discounted cumulative gain with equal gains (Järvelin and Kekäläinen, 2002).

    >>> ndcg(Placed((1,), 1)), round(ndcg(Placed((2,), 1)), 4), ndcg(Placed((), 1))
    (1.0, 0.6309, 0.0)
    """
    ideal = sum(1 / math.log2(at + 1) for at in range(1, min(placed.relevant, depth) + 1))
    gained = sum(1 / math.log2(at + 1) for at in placed.places if at <= depth)
    return gained / ideal if ideal else 0.0


def recall(placed: Placed, depth: int = DEPTH) -> float:
    """The share of the relevant passages among the first ``depth``.

    >>> recall(Placed((3, 12), 2))
    0.5
    """
    return sum(at <= depth for at in placed.places) / placed.relevant if placed.relevant else 0.0


def hit(placed: Placed, depth: int) -> float:
    """1 if any relevant passage is among the first ``depth``, else 0.

    >>> hit(Placed((3,), 1), 1), hit(Placed((3,), 1), 5)
    (0.0, 1.0)
    """
    return float(any(at <= depth for at in placed.places))


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with the range in which 95 % of resampled means lie."""

    mean: float
    low: float
    high: float


def interval(values: Sequence[float], seed: int = 0) -> Interval:
    """Percentile bootstrap over questions (Efron, 1979); the same seed gives the same range.

    >>> interval([1.0, 1.0, 1.0])
    Interval(mean=1.0, low=1.0, high=1.0)
    """
    if not values:
        return Interval(0.0, 0.0, 0.0)
    listed = np.asarray(values, dtype=np.float64)
    draws = np.random.default_rng(seed).integers(0, len(listed), size=(RESAMPLES, len(listed)))
    low, high = np.percentile(listed[draws].mean(axis=1), [2.5, 97.5])
    return Interval(float(listed.mean()), float(low), float(high))
