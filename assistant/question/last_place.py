"""Where the last answer came from: the place that a follow-up is asked of, or of what stands beside it."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from itertools import islice

import numpy as np

from assistant.grams import ngrams, tokens
from assistant.knowledge import Floats, Knowledge, Unit

__all__ = ["last_place", "last_places"]

MOST = 3

LONG = 300.0
"""Letters at which a long unit's share of the last words counts half."""


def last_place(last: str, knowledge: Knowledge, plans: Collection[str]) -> Unit | None:
    """The sentence or row that has most of the last question's and answer's words, rare ones counting more."""
    return next(iter(last_places(last, knowledge, plans)), None)


def last_places(last: str, knowledge: Knowledge, plans: Collection[str]) -> list[Unit]:
    """The likeliest such places: a table may tell what a sentence tells, too."""
    scores = np.zeros(len(knowledge.units), np.float32)
    for gram in dict.fromkeys(ngrams(tokens(last))):
        if (there := knowledge.own.get(gram)) is not None:
            scores[there] += knowledge.rarity(gram)
    at = knowledge.of("sentence", "row")
    shares = (scores / (1 + _lengths(knowledge) / LONG))[at]
    likeliest = (at[index] for index in np.argsort(-shares, kind="stable") if shares[index] > 0)
    return list(islice((unit for index in likeliest if (unit := knowledge.units[index]).plan in plans), MOST))


@lru_cache(maxsize=4)
def _lengths(knowledge: Knowledge) -> Floats:
    return np.array([len(unit.text) for unit in knowledge.units], np.float32)
