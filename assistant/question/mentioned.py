"""Plans of bodies above that only mention the place a question names: "xã A có bao nhiêu tổ" may stand in the province's annex.

In: the scope, which holds the place's own plans. Out: the scope with those others (``Scope.above``), asked where the own
plans say nothing; what they tell must say the place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from assistant.knowledge import Knowledge
from assistant.question.naming import OF_PLACES, fold
from assistant.question.scope import Scope

__all__ = ["texts_of", "with_mentions"]


@lru_cache(maxsize=4)
def texts_of(knowledge: Knowledge) -> Mapping[str, str]:
    """All text of a plan, folded."""
    return {name: fold(plan.source.clean) for name, plan in knowledge.plans.items()}


def with_mentions(scope: Scope, knowledge: Knowledge) -> Scope:
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
    return replace(scope, above=tuple(sorted(others)), place=place) if others else scope
