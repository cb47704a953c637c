"""Which units speak of what is asked, and how surely: the weighing that every kind of answer shares."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from assistant.knowledge import Floats, Knowledge, Unit
from assistant.question.naming import fold
from assistant.question.terms import Term
from ingest.plan import Span

__all__ = [
    "Meeting",
    "Scored",
    "best_of_each",
    "best_units",
    "by_place",
    "by_plan",
    "coverage",
    "covered_shares",
    "meet",
    "meets",
    "near_best",
    "nearest",
    "places_of",
    "said_before",
    "score_units",
    "sentence_of",
    "tasks_in",
    "weigh_for",
    "weights_for",
]

Numbers = npt.NDArray[np.int64]
Forms = tuple[tuple[str, ...], ...]
CONTEXT_SHARE = 0.7
"""A word that stands only in the headings above counts less than one in the unit itself."""
NEAR_SHARE = 0.6
"""And one that stands only in another sentence of the same item."""
TITLE_SHARE = 0.25
REQUIRED = 0.7
"""A required term must be met wholly, if only by a heading."""
CLOSE = 4
"""Words before a value that say what it is of."""
_LEADS_TO_VALUE_RE = re.compile(r"\b(?:va|con|rieng|dat|la|trong|vong|khoang|nam (?:19|20)\d\d)\b")
"""Folded: words before a value, or between clauses, that say nothing of what it is of."""
LENGTH_PENALTY = 0.0004
"""Per letter: of two units that say all that is asked, the shorter says it more plainly."""
LONG = 400
"""Letters beyond which a unit is not penalised further."""


class Scored(NamedTuple):
    """A unit, the share of the wanted terms that it covers (0..1), and its rank score."""

    unit: Unit
    coverage: float
    score: float


def coverage(
    terms: Sequence[Term], grams: Collection[str], context: Collection[str] = (), near: Collection[str] = ()
) -> float:
    """Weighted share of ``terms`` met in ``grams`` (full), in ``context`` or ``near`` (in part), 0..1.

    >>> coverage([Term("đơn", (("đơn",),), 2.0), Term("thư", (("thư",),), 2.0)], {"đơn"})
    0.5
    """
    total = sum(term.weight for term in terms)
    if not total:
        return 0.0
    return sum(term.weight * _met(term, grams, context, near) for term in terms) / total


def _met(term: Term, grams: Collection[str], context: Collection[str], near: Collection[str] = ()) -> float:
    def share(gram: str) -> float:
        if gram in grams:
            return 1.0
        return CONTEXT_SHARE if gram in context else NEAR_SHARE if gram in near else 0.0

    best = 0.0
    for alternative in term.alternatives:
        best = max(best, sum(map(share, alternative)) / len(alternative) if alternative else 0.0)
        if best == 1.0:
            return best
    return max(best, *(min(map(share, other)) for other in term.others)) if term.others else best


def meets(term: Term, grams: Collection[str]) -> bool:
    """Whether one of a term's forms stands here whole."""
    return _met(term, grams, ()) == 1.0


def weigh_for(terms: Sequence[Term], title: Collection[str]) -> list[Term]:
    """The same terms with the weights that they have beside a plan's title."""
    weights = weights_for(terms, title)
    return [replace(term, weight=weight) for term, weight in zip(terms, weights, strict=True)]


def weights_for(terms: Sequence[Term], title: Collection[str]) -> tuple[float, ...]:
    """Weights: terms of a plan's own title weigh little within it, they said which plan, not what in it."""
    return tuple(term.weight * (TITLE_SHARE if meets(term, title) else 1.0) for term in terms)


@dataclass(frozen=True, slots=True)
class Meeting:
    """How far every unit meets every term: rows are terms, columns units, 0..1.

    ``whole`` counts headings and neighbours in part, ``own`` the unit's own words alone.
    """

    whole: Floats
    own: Floats

    def coverage(self, weights: Sequence[float], *, own: bool = False) -> Floats:
        """Weighted share of the terms that each unit meets."""
        array = np.asarray(weights, dtype=np.float32)
        return np.asarray((array @ (self.own if own else self.whole)) / max(float(array.sum()), 1e-9))


@lru_cache(maxsize=64)
def meet(knowledge: Knowledge, terms: tuple[Term, ...]) -> Meeting:
    """Match terms against all units at once; remembered, since every sort of answer asks for it."""
    rows = [_meet_one(knowledge, term.alternatives, term.others) for term in terms]
    size = (len(terms), len(knowledge.units))
    whole = np.array([whole for whole, _ in rows], np.float32).reshape(size)
    return Meeting(whole, np.array([own for _, own in rows], np.float32).reshape(size))


@lru_cache(maxsize=256)
def _meet_one(knowledge: Knowledge, alternatives: Forms, others: Forms) -> tuple[Floats, Floats]:
    """How far every unit meets one term, with headings and by its own words: readings share most of theirs."""
    size = len(knowledge.units)

    def vectors(gram: str) -> tuple[Floats, Floats]:
        whole, own = np.zeros(size, np.float32), np.zeros(size, np.float32)
        for postings, share in ((knowledge.near, NEAR_SHARE), (knowledge.context, CONTEXT_SHARE)):
            if (there := postings.get(gram)) is not None:
                whole[there] = share
        if (there := knowledge.own.get(gram)) is not None:
            whole[there] = own[there] = 1.0
        return whole, own

    grams = {gram: vectors(gram) for form in (*alternatives, *others) for gram in form}
    found = np.zeros(size, np.float32), np.zeros(size, np.float32)
    for part, target in enumerate(found):
        for alternative in alternatives:
            met = sum(grams[gram][part] for gram in alternative) / max(len(alternative), 1)
            np.maximum(target, met, out=target)
        for other in others:
            np.maximum(target, np.minimum.reduce([grams[gram][part] for gram in other]), out=target)
    return found


@dataclass(frozen=True, slots=True)
class Places:
    """Where the units stand, as arrays: the number of their plan, where they begin in its file, how long they are.

    ``order`` counts the places by the name of the plan and where in it they are: equal for units of one place.
    """

    number: Mapping[str, int]
    plan: Numbers
    start: Numbers
    length: Numbers
    order: Numbers
    kinds: Mapping[str, Numbers]
    """The units of each kind."""


@lru_cache(maxsize=8)
def places_of(knowledge: Knowledge) -> Places:
    """The places of all units, in their order."""
    number = {name: at for at, name in enumerate(knowledge.plans)}
    units = knowledge.units
    order = {place: at for at, place in enumerate(sorted({(unit.plan, unit.span) for unit in units}))}
    return Places(
        number,
        np.array([number[unit.plan] for unit in units], np.int64),
        np.array([unit.span.start for unit in units], np.int64),
        np.array([len(unit.text) for unit in units], np.int64),
        np.array([order[unit.plan, unit.span] for unit in units], np.int64),
        {kind: np.array(at, np.int64) for kind, at in knowledge.by_kind.items()},
    )


@lru_cache(maxsize=4)
def by_place(knowledge: Knowledge) -> Mapping[tuple[str, str, str], Sequence[Unit]]:
    """The units of each kind, plan and path, in their order."""
    found: dict[tuple[str, str, str], list[Unit]] = {}
    for unit in knowledge.units:
        found.setdefault((unit.kind, unit.plan, unit.path), []).append(unit)
    return found


def sentence_of(unit: Unit, knowledge: Knowledge) -> Unit | None:
    """The sentence in which a fact ends; None where it stands in none."""
    own = by_place(knowledge).get(("sentence", unit.plan, unit.path), ())
    return next((one for one in own if one.span.start < unit.span.end <= one.span.end), None)


def tasks_in(unit: Unit, knowledge: Knowledge) -> Sequence[Unit]:
    """The tasks that a sentence says, wholly or in part."""
    return _tasks_at(unit.plan, unit.span, knowledge)


@lru_cache(maxsize=8192)
def _tasks_at(plan: str, span: Span, knowledge: Knowledge) -> tuple[Unit, ...]:
    tasks = by_plan(knowledge).get(("assignment", plan), ())
    return tuple(task for task in tasks if task.span.start < span.end and span.start < task.span.end)


@lru_cache(maxsize=4)
def by_plan(knowledge: Knowledge) -> Mapping[tuple[str, str], Sequence[Unit]]:
    """The units of each kind and plan, in their order."""
    found: dict[tuple[str, str], list[Unit]] = {}
    for unit in knowledge.units:
        found.setdefault((unit.kind, unit.plan), []).append(unit)
    return found


@lru_cache(maxsize=64)
def covered_shares(knowledge: Knowledge, terms: tuple[Term, ...], plans: tuple[str, ...]) -> Floats:
    """Share of the terms that each unit of these plans meets; below 0 for all that cannot answer."""
    meeting, places = meet(knowledge, terms), places_of(knowledge)
    out = np.full(len(knowledge.units), -1.0, np.float32)
    alike: dict[tuple[float, ...], list[int]] = {}
    for plan in plans:
        alike.setdefault(weights_for(terms, knowledge.titles[plan]), []).append(places.number[plan])
    for weights, numbers in alike.items():
        meant = np.zeros(len(places.number), bool)
        meant[numbers] = True
        here = meant[places.plan]
        out[here] = meeting.coverage(weights)[here]
    for row, term in enumerate(terms):
        if term.required:
            out[meeting.whole[row] < REQUIRED] = -1.0
    if terms:
        out[out <= 0] = -1.0
    return out


def score_units(
    knowledge: Knowledge,
    indices: Iterable[int] | Numbers,
    terms: Sequence[Term],
    plans: Collection[str],
    weigh: Callable[[Unit], float] | None = None,
    *,
    least: float = 0.0,
    most: int | None = None,
) -> list[Scored]:
    """Score units of the given plans, best first; ``weigh`` may raise, lower or (0) drop a unit.

    Only units that meet the share ``least`` of the terms, and only the best ``most`` with those that score no less.
    """
    covered = covered_shares(knowledge, tuple(terms), tuple(plans))
    at = indices if isinstance(indices, np.ndarray) else np.fromiter(indices, np.int64)
    at = at[covered[at] >= least]
    units = (knowledge.units[index] for index in at.tolist())
    weights = np.array([weigh(unit) for unit in units] if weigh else np.ones(len(at)), np.float64)
    kept = weights != 0
    return _best_first(knowledge, at[kept], covered, weights[kept], most)


def best_units(
    knowledge: Knowledge,
    kinds: Sequence[str],
    terms: Sequence[Term],
    plans: Collection[str],
    gain: npt.NDArray[np.float64],
    most: int,
) -> list[Scored]:
    """The best ``most`` units of these kinds, each unit's share of the terms multiplied by its ``gain``."""
    places = places_of(knowledge)
    shares = covered_shares(knowledge, tuple(terms), tuple(plans))
    at = np.concatenate([places.kinds[kind] for kind in kinds if kind in places.kinds] or [places.plan[:0]])
    at = at[shares[at] >= 0]
    return _best_first(knowledge, at, shares, gain[at], most)


def _best_first(
    knowledge: Knowledge, at: Numbers, covered: Floats, weights: npt.NDArray[np.float64], most: int | None
) -> list[Scored]:
    """The units at these places by their weighed share of the terms; of equal ones in the order of their places."""
    places = places_of(knowledge)
    scores = covered[at] * weights - LENGTH_PENALTY * np.minimum(places.length[at], LONG)
    if most is not None and len(at) > most:
        kept = scores >= np.partition(scores, -most)[-most]
        at, scores = at[kept], scores[kept]
    order = np.lexsort((places.order[at], -scores))
    at, scores = at[order], scores[order]
    found = zip(at.tolist(), covered[at].tolist(), scores.tolist(), strict=True)
    return [Scored(knowledge.units[index], share, score) for index, share, score in found]


def best_of_each(found: Sequence[Scored], share: float, *, several: bool) -> list[Scored]:
    """The best and its near equals; of each plan by itself when several plans were named."""
    if not several:
        return near_best(found, share)
    plans = dict.fromkeys(scored.unit.plan for scored in found)
    return [s for plan in plans for s in near_best([f for f in found if f.unit.plan == plan], share)]


def near_best(found: Sequence[Scored], share: float) -> list[Scored]:
    """Those whose score is at least ``share`` of the best one's."""
    return [scored for scored in found if scored.score >= share * found[0].score] if found else []


def nearest(
    knowledge: Knowledge, near: Floats, among: int, kinds: Collection[str], plans: Collection[str]
) -> list[Unit]:
    """Of the ``among`` units nearest in meaning those of these kinds and plans, the nearest first."""
    at = np.argpartition(-near, among)[:among] if len(near) > among else np.arange(len(near))
    units = (knowledge.units[place] for place in at[np.argsort(-near[at], kind="stable")])
    return [unit for unit in units if unit.kind in kinds and unit.plan in plans]


def said_before(asked: str, words: str) -> float:
    """The share of the last words before a value that a question says: of clauses side by side they tell which is asked about.

    What only leads to the value, and its year, is none of them.

    >>> [said_before("ca bệnh nhóm B trong bao lâu?", one) for one in ("Báo ca bệnh nhóm A trong", ", nhóm B trong")]
    [0.75, 1.0]
    """
    last = re.findall(r"\w+", _LEADS_TO_VALUE_RE.sub(" ", fold(words)))[-CLOSE:]
    said = {*re.findall(r"\w+", fold(asked))}
    return sum(word in said for word in last) / len(last) if last else 0.0
