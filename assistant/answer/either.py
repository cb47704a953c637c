"""Questions that offer the answer: "8,95 tỷ hay 2.800 triệu?", "SNV hay STP?".

Each value offered is looked for beside the subject; where both stand in the plans, both are told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.cite import Statement
from assistant.answer.evidence import score_units
from assistant.answer.passages import heading_owner, quote
from assistant.answer.wording import clip, say
from assistant.knowledge import Knowledge, Unit
from assistant.question.asked_body import bodies_offered
from assistant.question.bodies import same_body
from assistant.question.cues import cue_text
from assistant.question.two import offers_values
from assistant.question.understand import Need
from ingest.plan import Assignment

__all__ = ["answer_either"]

ENOUGH = 0.3
"""Share of the subject beside a value: the value itself is already much."""
_VALUE_RE = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?|\d+(?:[.,]\d+)*(?:\s?[-–]\s?\d{4})?(?![\w/-]*[A-ZĐ])")


def answer_either(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """What the plans say of each offered value or body; [] when the question offers none."""
    if not offers_values(cue_text(need.question)):
        return []
    return _of_values(need, knowledge, plans) or _of_bodies(need, knowledge, plans)


def _squeezed(text: str) -> str:
    return re.sub(r"\s?[-–]\s?", "-", text)


def _of_values(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    named = " ".join(need.scope.taken)
    values = [v for v in dict.fromkeys(map(_squeezed, _VALUE_RE.findall(need.question))) if v not in named]
    terms = tuple(term for term in need.terms if re.search(r"[^\W\d_]", term.text))
    if len(values) < 2 or not terms:
        return []
    scored = score_units(knowledge, knowledge.of("sentence", "row"), terms, plans)
    told: dict[str, Unit] = {}
    for value in values:
        shape = re.compile(rf"(?<![\d.,/]){re.escape(value)}(?![\d/]|[.,]\d)")
        found = (s.unit for s in scored if s.coverage >= ENOUGH and shape.search(_squeezed(s.unit.text)))
        if unit := next(found, None):
            told[value] = unit
    if not told:
        return []
    lines = []
    for value, unit in told.items():
        line = quote(unit, need, knowledge)
        lines.append(replace(line, text=f"- **{value}**: {line.text}"))
    if len(told) > 1:
        return [Statement(say("differ", need.language)), *lines]
    value, unit = next(iter(told.items()))
    return [Statement(f"**{value}**", (unit,)), quote(unit, need, knowledge)]


def _of_bodies(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    offered = bodies_offered(need.question, knowledge.actors)
    if len(offered) < 2 or not need.terms:
        return []
    for scored in score_units(knowledge, knowledge.of("assignment", "sentence"), need.terms, plans):
        unit = scored.unit
        fact = unit.fact
        actor = fact.actor if isinstance(fact, Assignment) else heading_owner(unit.heading)
        if scored.coverage >= ENOUGH and actor and any(same_body(actor, name) for name in offered):
            return [Statement(f"**{clip(actor)}**", (unit,)), quote(unit, need, knowledge)]
    return []
