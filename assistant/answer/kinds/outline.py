"""What a plan is about in short: its title, then its parts by their headings, each cited."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.wording import clip, plan_label
from assistant.knowledge import Knowledge, Unit
from assistant.question.understand import Need
from ingest.plan import Plan

__all__ = ["answer_outline"]

MOST_PLANS = 4


def answer_outline(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """Title and headings of each plan meant; [] when too many could be meant or none has headings."""
    if len(plans) > MOST_PLANS:
        return []
    return [statement for name in plans for statement in _outline(name, knowledge.plans[name])]


def _outline(name: str, plan: Plan) -> list[Statement]:
    parts = [section for section in plan.sections if section.heading]
    if not parts:
        return []
    spans = dict(plan.letterhead.spans)
    title = plan.letterhead.title or ""
    head = (Unit(name, "identity", title, "", "preamble", "", spans["title"]),) if "title" in spans else ()
    told = [Statement(f"**{clip(title)}** – {plan_label(plan)}" if title else plan_label(plan), head)]
    for part in parts:
        unit = Unit(name, "section", part.heading, "", part.path, part.heading, part.span)
        below = "; ".join(child.heading for child in part.children if child.heading)
        told.append(Statement(f"- {part.label} {part.heading}{f': {clip(below)}' if below else ''}", (unit,)))
    return told
