"""Which of several plans a question about a whole plan means, by the words of its title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answer.evidence.units import coverage
from assistant.knowledge import Knowledge
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.plan import Plan

__all__ = ["by_issuer", "by_title"]

_WHOLE_PLAN = {
    "letterhead_number",
    "letterhead_date",
    "issuer",
    "signer",
    "recipients",
    "blank",
    "section",
    "count",
    "reference",
    "list",
    "compare",
    "outline",
}
ENOUGH = 0.3
CLOSE = 0.85


def by_title(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> tuple[str, ...]:
    """Keep the plans whose titles say most of the question's subject; all of them when none does.

    Only for questions about a plan as a whole ("ai ký kế hoạch ma túy của Cần Thơ?"): in the others the
    words are matched inside the plans. Where several bodies are named, of each body's plans.
    """
    if need.kind not in _WHOLE_PLAN or len(plans) < 2 or not need.terms:
        return tuple(plans)
    groups = by_issuer(knowledge.plans, plans).values() if need.scope.several else [plans]
    kept = {plan for group in groups for plan in _titled(need, knowledge, group)}
    return tuple(plan for plan in plans if plan in kept)


def by_issuer(plans: Mapping[str, Plan], names: Sequence[str]) -> dict[str, list[str]]:
    """The names of the plans of each issuer; a plan without one stands alone."""
    issuers: dict[str, list[str]] = {}
    for name in names:
        issuers.setdefault(fold(plans[name].letterhead.issuer) or name, []).append(name)
    return issuers


def _titled(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[str]:
    scores = {plan: coverage(need.terms, knowledge.titles[plan]) for plan in plans}
    best = max(scores.values())
    return [plan for plan in plans if best < ENOUGH or scores[plan] >= CLOSE * best]
