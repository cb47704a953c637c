"""What no fact answers: the best sentences of the best passages, or the section that is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence import Scored, score_units
from assistant.answer.wording import clip, place, plan_label
from assistant.knowledge import Knowledge, Unit, tokens
from assistant.question.understand import Need
from ingest.facts.agencies import find_agencies
from ingest.plan import Plan, Section
from ingest.spelling import match_key, undiacritise
from vectorstore.hits import Hit

__all__ = ["answer_heading", "answer_passage", "answer_section", "nearest_passage"]

ENOUGH = 0.7
"""Share of the subject that the best sentence must cover to be offered as an answer (development set)."""
NEAR = 0.4
"""Share from which a passage is worth offering as the nearest one."""
FOUND_BONUS = 0.15
"""For a sentence inside the passages that the search ranks highest."""
EQUAL = 0.9
MOST = 3
LONGEST_SENTENCE = 600
MOST_SENTENCES = 12
# For these kinds a passage answers only if it says the sort of thing that is asked for.
_SORT = {
    "deadline": re.compile(
        r"\d{1,2}/\d{1,2}|ngày \d|tháng \d|quý [IV\d]|hằng|hàng|định kỳ|năm \d{4}|thời gian|thời hạn|trước khi|sau khi"
    ),
    "target": re.compile(r"\d"),
    "count": re.compile(r"\d"),
}
TYPED_ENOUGH = 0.72
"""Such a passage must cover more of the subject: no fact was found in it."""
_WHO_KINDS = {"lead", "coordinate", "advise", "report_to"}
_HEADING_CUE_RE = re.compile(
    r"\b(?:phan|muc|noi dung ve|section on|part on)\s+((?:(?!noi|gom|trong|cua|co|quy dinh|neu|la|ghi|of|in)\w+\s*){1,7})"
)
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
    sort = _SORT.get(need.kind)
    least = TYPED_ENOUGH if sort or need.kind in _WHO_KINDS else ENOUGH
    found = [scored for scored in _ranked(need, knowledge, plans, hits) if scored.coverage >= least]
    if sort:
        found = [scored for scored in found if sort.search(scored.unit.text)]
    if need.kind in _WHO_KINDS:
        found = [scored for scored in found if find_agencies(scored.unit.text)]
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


def answer_heading(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """What the section says whose heading the question names ("mục đích của kế hoạch là gì")."""
    cue = _HEADING_CUE_RE.search(undiacritise(match_key(need.question)))
    named = frozenset(cue[1].split()) if cue else None
    asked = frozenset(tokens(need.question))
    statements: list[Statement] = []
    for name in plans:
        best: tuple[int, Section] | None = None
        for section in knowledge.plans[name].walk():
            words = [word for word in tokens(section.heading) if word not in {"và", "các", "của"}]
            whole = bool(words) and asked.issuperset(words)
            called = named is not None and named <= frozenset(map(undiacritise, words))
            if (whole or called) and (best is None or (len(words) > best[0] and whole)):
                best = (len(words), section)
        if best:
            statements += _tell(best[1], name, knowledge)
    return statements


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
        statements += _tell(section, name, knowledge)
    return statements


def _tell(section: Section, name: str, knowledge: Knowledge) -> list[Statement]:
    """The heading, then the parts below it, or its own sentences where it has no parts."""
    plan = knowledge.plans[name]
    whole = Unit(name, "section", section.heading, "", section.path, section.heading, section.span)
    told = [Statement(f"**{section.label} {section.heading}** – {plan_label(plan)}", (whole,))]
    for child in section.children:
        if child.heading or child.kind == "item":
            unit = Unit(name, "section", child.heading, "", child.path, child.heading, child.span)
            told.append(
                Statement(f"- {child.label} {child.heading or clip(plan.text(child.range))}", (unit,))
            )
    if len(told) == 1:
        own = [knowledge.units[at] for at in knowledge.of("sentence")]
        own = [unit for unit in own if unit.plan == name and unit.path == section.path]
        told += [Statement(f"- {clip(unit.text.lstrip('-+ '))}", (unit,)) for unit in own[:MOST_SENTENCES]]
    return told
