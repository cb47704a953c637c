"""Which units speak of what is asked, and how surely: the weighing that every kind of answer shares."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from assistant.knowledge import Knowledge, Unit
from assistant.question.terms import Term

__all__ = ["Scored", "coverage", "near_best", "score_units"]

CONTEXT_SHARE = 0.7
"""A word that stands only in the headings above counts less than one in the unit itself."""
LENGTH_PENALTY = 0.0004
"""Per letter: of two units that say all that is asked, the shorter says it more plainly."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A unit, the share of the wanted terms that it covers (0..1), and its rank score."""

    unit: Unit
    coverage: float
    score: float


def coverage(terms: Sequence[Term], grams: Collection[str], context: Collection[str] = ()) -> float:
    """Weighted share of ``terms`` met in ``grams`` (full) or in ``context`` (in part), 0..1.

    >>> coverage([Term("đơn", (("đơn",),), 2.0), Term("thư", (("thư",),), 2.0)], {"đơn"})
    0.5
    """
    total = sum(term.weight for term in terms)
    if not total:
        return 0.0
    return sum(term.weight * _met(term, grams, context) for term in terms) / total


def _met(term: Term, grams: Collection[str], context: Collection[str]) -> float:
    best = 0.0
    for alternative in term.alternatives:
        share = sum(
            1.0 if gram in grams else CONTEXT_SHARE if gram in context else 0.0 for gram in alternative
        )
        best = max(best, share / len(alternative) if alternative else 0.0)
        if best == 1.0:
            break
    return best


def score_units(
    knowledge: Knowledge,
    indices: Iterable[int],
    terms: Sequence[Term],
    plans: Collection[str],
    weigh: Callable[[Unit], float] = lambda unit: 1.0,
) -> list[Scored]:
    """Score units of the given plans, best first; ``weigh`` may raise, lower or (0) drop a unit."""
    found = []
    for index in indices:
        unit = knowledge.units[index]
        if unit.plan not in plans or not (weight := weigh(unit)):
            continue
        covered = coverage(terms, knowledge.grams[index], knowledge.context_grams[index])
        if covered > 0 or not terms:
            found.append(Scored(unit, covered, covered * weight - LENGTH_PENALTY * min(len(unit.text), 400)))
    return sorted(found, key=lambda scored: (-scored.score, scored.unit.plan, scored.unit.span))


def near_best(found: Sequence[Scored], share: float) -> list[Scored]:
    """Those whose score is at least ``share`` of the best one's."""
    return [scored for scored in found if scored.score >= share * found[0].score] if found else []
