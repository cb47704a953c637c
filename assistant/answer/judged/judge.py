"""Which candidate is the answer, and whether it is sure enough to be one.

A candidate's score is a weighted sum of its features (``assistant/data/answer_weights.json``, fitted by
``python -m eval.fit_answers`` on the gold questions). Saying nothing has the score 0, so the score is the
log odds of this answer against none; what speaks for other answers lowers it. The likeliest candidates are then read
(``assistant.answer.judged.read``), and the score and the reader's opinion are weighed against each other. Below the file's
threshold the nearest passage is offered instead; below its second, higher one an answer is told with the warning
that it is not certain. An answer that states a number must be surer than others for both.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["ANSWER", "READ", "Judge", "against_rivals", "barred", "guarded", "load_judge", "weighed_with"]

WEIGHTS_FILE = Path(__file__).parents[2] / "data" / "answer_weights.json"


ANSWER = "says"
"""Which answer a candidate gives, as a number in its row: no feature, equal for those that say the same."""
READ = "read"
"""What the reader thinks of a candidate, where it was read: log share among the answers read. Weighed after the features."""
RIVALRY = 0.15
"""Weight of the odds of other answers: with plans held out .1 to .3 part right from wrong best (.814 of pairs; 0: .809, 1: .806)."""
NUMBER = "bold_has_number"
"""Feature of an answer whose short form holds a number."""
CAUTION = 0.5
"""So much surer (log odds) must such an answer be, for a wrong number does most harm. With plans held out, of 2,482 questions 144
are answered with a wrong number against 158 at 0 (127 at 1, but there the page's own examples are refused), as many wrongly in all."""


LEAST, MORE_THAN_LEAST = "no_surer_than", 1.0
"""How sure the least sure of the answers to a question's clauses is; by how much (log odds) the whole may be surer."""


def against_rivals(scores: Sequence[float], rows: Sequence[Mapping[str, float]]) -> list[float]:
    """Lower each score by what speaks for other answers: the log odds against none of them or silence.

    >>> against_rivals([2.0, 2.0], [{"says": 0.0}, {"says": 0.0}])
    [2.0, 2.0]
    >>> [round(score, 2) for score in against_rivals([2.0, 2.0], [{"says": 0.0}, {"says": 1.0}])]
    [1.25, 1.25]
    """
    odds: dict[float, float] = {}
    for score, row in zip(scores, rows, strict=True):
        answer = row.get(ANSWER, 0.0)
        odds[answer] = odds.get(answer, 0.0) + math.exp(score)
    every = sum(odds.values())
    return [
        float(score - math.log1p(RIVALRY * max(every - odds[row.get(ANSWER, 0.0)], 0.0)))
        for score, row in zip(scores, rows, strict=True)
    ]


def weighed_with(
    reading: Sequence[float], scores: Sequence[float], rows: Sequence[Mapping[str, float]]
) -> list[float]:
    """Scores and the reader's opinions as one: by the weights of both and the bias. One not read counts as the worst read.

    >>> weighed_with((0.5, 2.0, 1.0), [2.0, 4.0, 0.0], [{"read": -1.0}, {"read": -3.0}, {}])
    [0.0, -3.0, -5.0]
    >>> weighed_with((0.5, 2.0, 1.0), [2.0], [{}])
    [2.0]
    """
    least = min((row[READ] for row in rows if READ in row), default=None)
    if least is None:
        return list(scores)
    of_score, of_reading, bias = reading
    return [
        of_score * score + of_reading * row.get(READ, least) + bias
        for score, row in zip(scores, rows, strict=True)
    ]


def barred(features: Mapping[str, float]) -> bool:
    """Whether an answer must not be told however it scores: its number counts another thing than was asked.

    Nor may one that has nothing of the sort asked for (no time, no amount beside the subject, nobody's name), or
    is of another body, place or year: of 7,000 such candidates of the development questions one in eighty was right, mostly by chance.
    >>> barred({"other_noun": 1.0}), barred({"value_lacking": 1.0}), barred({"counts_the_noun": 1.0})
    (True, True, False)
    """
    return any(features.get(name, 0.0) > 0 for name in ("other_noun", "value_lacking", "of_another"))


def no_surer_than_its_parts(score: float, features: Mapping[str, float]) -> float:
    """The score of an answer made of several: not much above that of the least sure of them.

    >>> no_surer_than_its_parts(2.0, {}), round(no_surer_than_its_parts(2.0, {"no_surer_than": 0.5}), 2)
    (2.0, 1.0)
    """
    least = min(max(features.get(LEAST, 1.0), 1e-6), 1 - 1e-6)
    return min(score, MORE_THAN_LEAST + math.log(least / (1 - least)))


def guarded(sureness: float, features: Mapping[str, float]) -> float:
    """The sureness, 0..1, that is held against a threshold: less than its own where the answer states a number.

    >>> guarded(0.8, {}), round(guarded(0.8, {"bold_has_number": 1.0}), 2)
    (0.8, 0.71)
    """
    if not 0 < sureness < 1 or features.get(NUMBER, 0.0) <= 0:
        return sureness
    return 1 / (1 + math.exp(CAUTION - math.log(sureness / (1 - sureness))))


@dataclass(frozen=True, slots=True)
class Judge:
    """The weights by the name of the feature, the least sureness of an answer, and that of one to rely on."""

    weights: Mapping[str, float]
    bias: float
    threshold: float
    sure: float = 0.0
    reading: tuple[float, float, float] = (1.0, 0.0, 0.0)
    """Weights of the score and of the reader's opinion, and the bias of their sum."""

    def score(self, features: Mapping[str, float]) -> float:
        """Log odds that this is the answer.

        >>> Judge({"covered": 2.0}, bias=-1.0, threshold=0.5).score({"covered": 1.0, "new": 9.0})
        1.0
        """
        return self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items())

    def ranked(self, rows: Sequence[Mapping[str, float]], *, rivals: bool = True) -> list[tuple[int, float]]:
        """The places of all candidates that may be told, the surest first, and how sure each is, 0..1.

        Without ``rivals`` an answer loses nothing by another's telling otherwise, as two places do that disagree.
        >>> Judge({"covered": 2.0}, bias=-1.0, threshold=0.5).ranked([{"covered": 0.5}])
        [(0, 0.5)]
        """
        alone = [self.score(row) for row in rows]
        alone = against_rivals(alone, rows) if rivals else alone
        every = weighed_with(self.reading, alone, rows)
        scores = {
            at: no_surer_than_its_parts(score, rows[at])
            for at, score in enumerate(every)
            if not barred(rows[at])
        }
        order = sorted(scores, key=lambda at: -scores[at])
        return [(at, 1 / (1 + math.exp(-scores[at]))) for at in order]


@cache
def load_judge() -> Judge:
    """Read the fitted weights."""
    fitted = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    return Judge(
        fitted["weights"], fitted["bias"], fitted["threshold"], fitted["sure"], tuple(fitted["reading"])
    )
