"""Scores of several indexes -> one score, by weights that depend on how the question is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

__all__ = ["WEIGHTS", "Weights", "fuse"]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each index counts for one class of questions; they sum to 1."""

    words: float
    syllables: float
    plain: float
    dense: float

    def __post_init__(self) -> None:
        if abs(self.words + self.syllables + self.plain + self.dense - 1) > 1e-9:
            raise ValueError("the weights must sum to 1")


# Shares by class of question, after embedding-prototype.md section 1: BM25 carries Vietnamese, the
# vectors carry English; a question without marks can only be met by the index without marks.
WEIGHTS: Mapping[str, Weights] = {
    "marked": Weights(words=0.40, syllables=0.25, plain=0.10, dense=0.25),
    "unmarked": Weights(words=0.0, syllables=0.0, plain=0.75, dense=0.25),
    "foreign": Weights(words=0.0, syllables=0.20, plain=0.20, dense=0.60),
}


def _scaled(scores: Sequence[float]) -> list[float]:
    low, high = min(scores), max(scores)
    return [(score - low) / (high - low) if high > low else 0.0 for score in scores]


def fuse(scores: Mapping[str, Sequence[float]], weights: Weights) -> list[float]:
    """Min-max scale each index's scores over the candidates and add them by weight.

    An index that says the same of all candidates says nothing.

    >>> fuse({"words": [4.0, 2.0, 0.0], "dense": [0.1, 0.5, 0.1]}, Weights(0.75, 0, 0, 0.25))
    [0.75, 0.625, 0.0]
    """
    total = [0.0] * max((len(listed) for listed in scores.values()), default=0)
    for name, listed in scores.items():
        weight = getattr(weights, name)
        if weight and listed:
            total = [sum_ + weight * score for sum_, score in zip(total, _scaled(listed), strict=True)]
    return total
