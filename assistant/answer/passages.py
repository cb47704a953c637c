"""What no fact answers: the best sentences of the best passages, or the section that is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence import Scored, score_units
from assistant.answer.wording import clip, place, plan_label
from assistant.knowledge import Knowledge, Unit
from assistant.question.understand import Need
from ingest.plan import Plan, Section
from ingest.spelling import match_key, undiacritise
from vectorstore.hits import Hit

__all__ = ["answer_passage", "answer_section", "nearest_passage"]

ENOUGH = 0.62
"""Share of the subject that the best sentence must cover to be offered as an answer (development set)."""
NEAR = 0.4
"""Share from which a passage is worth offering as the nearest one."""
FOUND_BONUS = 0.15
"""For a sentence inside the passages that the search ranks highest."""
EQUAL = 0.9
MOST = 3
LONGEST_SENTENCE = 600
_SECTION_RE = re.compile(
    r"\b(?:muc|phan|section|part|dieu|article|diem|khoan)\s+(?:so\s+)?([ivx]+(?:\.\d+)*(?:\.[a-z])?|\d+(?:\.\d+)*(?:\.[a-z])?)\b"
)


def _ranked(need: Need, knowledge: Knowledge, plans: Sequence[str], hits: Sequence[Hit]) -> list[Scored]:
    best = hits[0].score if hits else 0.0
    spans = [(hit.plan, hit.chunk.span, hit.score / best) for hit in hits if best > 0]

    def weigh(unit: Unit) -> float:
        inside = [
            s for plan, span, s in spans if plan == unit.plan and span.start <= unit.span.start < span.end
        ]
        return 1.0 + FOUND_BONUS * max(inside, default=0.0)

    return score_units(knowledge, knowledge.of("sentence", "row"), need.terms, plans, weigh)


def answer_passage(
    need: Need, knowledge: Knowledge, plans: Sequence[str], hits: Sequence[Hit]
) -> list[Statement]:
    """Quote the sentences that speak of the subject; [] when none covers enough of it."""
    if not need.terms:
        return []
    found = [scored for scored in _ranked(need, knowledge, plans, hits) if scored.coverage >= ENOUGH]
    if not found:
        return []
    kept = [scored for scored in found if scored.score >= EQUAL * found[0].score][:MOST]
    return [
        Statement(
            f"{clip(s.unit.text, LONGEST_SENTENCE)} ({place(s.unit.path, knowledge.plans[s.unit.plan], need.language)}).",
            (s.unit,),
        )
        for s in kept
    ]


def nearest_passage(
    need: Need, knowledge: Knowledge, plans: Sequence[str], hits: Sequence[Hit]
) -> Unit | None:
    """The sentence nearest to a question that the plans do not answer; None when nothing is near."""
    found = _ranked(need, knowledge, plans, hits) if need.terms else []
    return found[0].unit if found and found[0].coverage >= NEAR else None


def _section(plan: Plan, wanted: str) -> Section | None:
    for section in plan.walk():
        path = section.path.lower()
        if path == wanted or path == f"điều {wanted}":
            return section
    return None


def answer_section(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """What a numbered section says: its heading, then its parts or its first sentences."""
    match = _SECTION_RE.search(undiacritise(match_key(need.question)))
    if match is None:
        return []
    statements: list[Statement] = []
    for name in plans:
        plan = knowledge.plans[name]
        section = _section(plan, match[1])
        if section is None:
            continue
        whole = Unit(name, "section", section.heading, "", section.path, section.heading, section.span)
        statements.append(Statement(f"**{section.label} {section.heading}** – {plan_label(plan)}", (whole,)))
        parts = [child for child in section.children if child.heading or child.kind == "item"]
        if parts:
            for child in parts:
                unit = Unit(name, "section", child.heading, "", child.path, child.heading, child.span)
                text = child.heading or clip(plan.text(child.range))
                statements.append(
                    Statement(f"- {child.label} {text}" if child.heading else f"- {text}", (unit,))
                )
        else:
            own = [
                knowledge.units[at]
                for at in knowledge.of("sentence")
                if knowledge.units[at].plan == name and knowledge.units[at].path == section.path
            ]
            statements += [Statement(f"- {clip(unit.text)}", (unit,)) for unit in own[:12]]
    return statements
