"""A follow-up asked of the very place that the last answer came from, and of what stands beside it.

The place is found by the words of the last question and answer together. "Hạn khi nào?", "nộp cho ai?" are read
off it or its neighbours; "thế đợt 2?", "nếu trên 11 năm?" are looked for among its neighbours by their own words.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.answer.cite import Statement
from assistant.answer.evidence.short import short_answer
from assistant.answer.evidence.units import coverage, places_of
from assistant.answer.kinds.parts import tell_parts
from assistant.answer.kinds.quoted import quote
from assistant.answer.wording import clip
from assistant.grams import gram_set, ngrams, tokens
from assistant.knowledge import Knowledge, Unit
from assistant.question.parts import asked_parts
from assistant.question.understand import Need

__all__ = ["answer_followed", "last_place"]

MOST = 3
AROUND = 12
"""Sentences and rows on either side that belong to the place."""
LONG = 300.0
"""Letters at which a long unit's share of the last words counts half."""
SAYS = 0.35
"""Share of the follow-up's own words from which a neighbour is about them."""


def answer_followed(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[list[Statement]]:
    """Answers from around the place of the last one; [] for a question that does not follow."""
    anchor = last_place(need.last, knowledge, plans) if need.follows and need.last else None
    if anchor is None:
        return []
    around = _around(anchor, knowledge)
    answers = []
    if need.said:
        share = {
            unit.at: coverage(need.said, knowledge.grams[unit.at], gram_set(unit.near)) for unit in around
        }
        said = sorted((u for u in around if share[u.at] >= SAYS), key=lambda unit: -share[unit.at])
        around = said or [anchor]  # "quý mấy phải xong" says nothing but what is asked
    parts = asked_parts(need.original) or asked_parts(need.question)
    for unit in around:
        told = _tell(unit, need, knowledge, parts)
        if told:
            answers.append(told)
        if len(answers) >= MOST:
            break
    return answers


def _tell(unit: Unit, need: Need, knowledge: Knowledge, parts: Sequence[str]) -> list[Statement]:
    """What this unit says of the parts asked; of no part, the unit itself where the follow-up names something."""
    if parts:
        told = tell_parts(unit, need, knowledge, parts, alone=True)
        # What the follow-up names is told where it stands: its neighbours tell of other things.
        if told and not (need.said and unit.kind == "sentence" and len(told[0].units) > 1):
            return told
    elif short := short_answer(unit, need, knowledge):
        return [Statement(f"**{clip(short)}**", (unit,)), quote(unit, need, knowledge)]
    return [quote(unit, need, knowledge)] if need.said and unit.kind in {"sentence", "row"} else []


def last_place(last: str, knowledge: Knowledge, plans: Sequence[str]) -> Unit | None:
    """The sentence or row that has most of the last question's and answer's words, rare ones counting more."""
    scores = np.zeros(len(knowledge.units), np.float32)
    for gram in dict.fromkeys(ngrams(tokens(last))):
        if (there := knowledge.own.get(gram)) is not None:
            scores[there] += knowledge.rarity(gram)
    places, at = places_of(knowledge), knowledge.of("sentence", "row")
    at = at[np.isin(places.plan[at], [places.number[plan] for plan in plans])]
    by_length = scores[at] / (1 + places.length[at] / LONG)
    best = int(by_length.argmax()) if len(at) else -1
    return knowledge.units[at[best]] if best >= 0 and by_length[best] > 0 else None


def _around(anchor: Unit, knowledge: Knowledge) -> list[Unit]:
    """The place itself, then what stands near it in the same plan, the nearest first."""
    near = range(max(0, anchor.at - AROUND), min(len(knowledge.units), anchor.at + AROUND + 1))
    units = [knowledge.units[at] for at in near]
    own = [u for u in units if u.plan == anchor.plan and u.kind == anchor.kind]
    return sorted(own, key=lambda unit: (unit.path != anchor.path, abs(unit.at - anchor.at)))
