"""Things that the parent puts the unit in charge of by a name of their own (“Ngôi nhà xanh”): a target for them is the unit's.

In: the parent and the profile; the clauses of a line. Out: the names; the clauses with such targets given back.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.draft.cause import TARGETS
from assistant.draft.parent.binding import reach_of
from assistant.draft.parent.clause import Clause
from assistant.draft.unit.profile import UnitProfile
from ingest.plan import Plan

__all__ = ["own_terms", "with_own_terms"]

_QUOTED_RE = re.compile(r"[“\"]([^“”\"\n]{3,50})[”\"]")


def own_terms(plan: Plan, profile: UnitProfile) -> frozenset[str]:
    """The quoted names in tasks that the parent gives the unit by name, alone or with others."""
    mine = (
        fact
        for fact in plan.facts.assignments
        if fact.actor and reach_of(fact.actor, profile, collective=False) == "unit"
    )
    return frozenset(" ".join(name.split()) for fact in mine for name in _QUOTED_RE.findall(fact.task))


def with_own_terms(clauses: tuple[Clause, ...], terms: frozenset[str]) -> tuple[Clause, ...]:
    """Give back a target that was left to others though it counts what the unit is in charge of."""

    def own(clause: Clause) -> bool:
        words = " ".join(clause.text.split())
        return clause.because(TARGETS | {"governing"}) and any(term in words for term in terms)

    return tuple(replace(c, verdict="general", cause=None) if terms and own(c) else c for c in clauses)
