"""Plans of bodies above that only mention the place a question names: "xã A có bao nhiêu tổ" may stand in the province's annex.

In: the question and its scope, which holds the place's own plans. Out: the scope with those others (``Scope.above``), asked
where the own plans say nothing; alone where a column of theirs, of whose rows the place is one, is asked for by a name that
the own plans never say. What they tell must say the place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.knowledge import Knowledge
from assistant.question.naming import OF_PLACES, fold
from assistant.question.scope import Scope
from ingest.plan import Plan

__all__ = ["texts_of", "with_mentions"]


_BRACKETED_RE = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=4)
def texts_of(knowledge: Knowledge) -> Mapping[str, str]:
    """All text of a plan, folded."""
    return {name: fold(plan.source.clean) for name, plan in knowledge.plans.items()}


def with_mentions(question: str, scope: Scope, knowledge: Knowledge) -> Scope:
    """The scope with the plans of its place's province that mention it; the same where it is of no one place."""
    own = [knowledge.plans[name].letterhead for tier in scope.tiers for name in tier]
    if not scope.placed or scope.several or not own or any(head.level not in OF_PLACES for head in own):
        return scope
    issuers = [fold(head.issuer) for head in own]
    named = [said for said in map(fold, scope.taken) if all(said in issuer for issuer in issuers)]
    if not named:
        return scope
    place, texts = max(named, key=len), texts_of(knowledge)
    provinces = {head.province for head in own}
    others = [
        name
        for name, plan in knowledge.plans.items()
        if plan.letterhead.level == "province"
        and (None in provinces or plan.letterhead.province in {None, *provinces})
        and re.search(rf"\b{re.escape(place)}\b", texts[name])
    ]
    meant = replace(scope, above=tuple(sorted(others)), place=place) if others else scope
    own_texts = [texts[name] for tier in scope.tiers for name in tier]
    rows = [
        name for name in meant.above if _has_cell(knowledge.plans[name], place, fold(question), own_texts)
    ]
    if not rows:
        return meant
    taken = tuple(said for said in scope.taken if fold(said) != place)
    return replace(meant, tiers=(tuple(rows),), above=(), taken=taken)


def _has_cell(plan: Plan, place: str, question: str, own_texts: Sequence[str]) -> bool:
    """Whether a table has a row of the place, and a column that the question names and no plan of the place does."""
    return any(
        re.search(rf"\b{re.escape(place)}\b", fold(cell))
        for table in plan.tables
        if any(_named(title, question, own_texts) for title in table.header)
        for row in table.rows
        for cell in row.cells
    )


def _named(title: str, question: str, own_texts: Sequence[str]) -> bool:
    name = " ".join(re.findall(r"\w+", fold(_BRACKETED_RE.sub(" ", title))))
    said = " ".join(re.findall(r"\w+", question))
    return (
        len(name.split()) > 1 and f" {name} " in f" {said} " and not any(name in text for text in own_texts)
    )
