"""What no fact answers: the best sentences of the best passages, or the section that is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence import Scored, score_units
from assistant.answer.short import short_answer
from assistant.answer.wording import clip, place, plan_label
from assistant.knowledge import Knowledge, Unit, tokens
from assistant.question.understand import Need
from ingest.facts.agencies import find_agencies
from ingest.plan import Plan, Section
from ingest.spelling import match_key, undiacritise
from vectorstore.hits import Hit

__all__ = ["answer_heading", "answer_passage", "answer_section", "better_sentence", "nearest_passage"]

ENOUGH = 0.7
"""Share of the subject that the best sentence must cover to be offered as an answer (development set)."""
NEAR = 0.4
"""Share from which a passage is worth offering as the nearest one."""
FOUND_BONUS = 0.15
"""For a sentence inside the passages that the search ranks highest."""
EQUAL = 0.9
CONSIDERED = 30
"""Sentences that are looked at for the agency asked about: reading names takes time."""
MOST = 3
LONGEST_SENTENCE = 600
MOST_SENTENCES = 12
SHORT_SECTION = 1800
"""Letters up to which a section is told with the sentences of its parts."""
TYPED_ENOUGH = 0.55
"""Share from which a sentence answers that says just the sort of thing that is asked for."""
BETTER = 0.15
"""Facts go first, unless a sentence covers so much more of the subject."""
LOOKED_AT = 12
TYPED = frozenset(
    {
        "lead",
        "coordinate",
        "advise",
        "report_to",
        "deadline",
        "target",
        "count",
        "reference_date",
        "reference",
    }
)
_OF_AGENCY = {"duties", "list", "passage"}
_HEADING_CUE_RE = re.compile(
    r"\b(?:phan (?!mem|tram|lon|nao|dau|hoi|cong|cap|anh|dien|bo)|muc (?!tieu|do|dich|nao|luong|chi)|noi dung ve |section on |part on )((?:(?!noi|gom|trong|cua|co|quy dinh|neu|la|ghi|of|in)\w+\s*){1,7})"
)
_SECTION_RE = re.compile(
    r"\b(?:muc|phan|section|part|dieu|article|diem|khoan)\s+(?:so\s+)?\(?([ivx]+(?:\.\d+)*(?:\.[a-z])?|\d+(?:\.\d+)*(?:\.[a-z])?)\b(?!,\d)"
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
    ranked = _ranked(need, knowledge, plans, hits)
    if need.kind in TYPED:
        return _typed(ranked, need, knowledge)
    found = [scored for scored in ranked[:CONSIDERED] if scored.coverage >= ENOUGH]
    if need.agency_key and need.kind in _OF_AGENCY:
        found = [scored for scored in found if _mentions(scored.unit, need)]
    if not found:
        return []
    kept = [scored for scored in found if scored.score >= EQUAL * found[0].score][:MOST]
    return [_quote(s.unit, need, knowledge) for s in kept]


def _quote(unit: Unit, need: Need, knowledge: Knowledge) -> Statement:
    where = place(unit.path, knowledge.plans[unit.plan], need.language)
    return Statement(f"{clip(unit.text, LONGEST_SENTENCE)} ({where}).", (unit,))


def _typed(ranked: Sequence[Scored], need: Need, knowledge: Knowledge) -> list[Statement]:
    """The best sentence that says the sort of thing asked for, with those words first.

    A sentence of the same item counts as being about what its neighbour is about.
    """
    found = typed_sentence(ranked, need, knowledge)
    return found[1] if found else []


def typed_sentence(
    ranked: Sequence[Scored], need: Need, knowledge: Knowledge
) -> tuple[float, list[Statement]] | None:
    """The same with the share of the subject that the sentence covers; None when no sentence does."""
    sure = [scored for scored in ranked if scored.coverage >= TYPED_ENOUGH]
    items = {(s.unit.plan, s.unit.near) for s in sure if s.unit.near}
    for scored in ranked[:LOOKED_AT]:
        if scored.coverage < TYPED_ENOUGH and (scored.unit.plan, scored.unit.near) not in items:
            continue
        if short := short_answer(scored.unit, need, knowledge):
            return scored.coverage, [
                Statement(f"**{clip(short)}**", (scored.unit,)),
                _quote(scored.unit, need, knowledge),
            ]
    return None


def better_sentence(need: Need, knowledge: Knowledge, plans: Sequence[str], than: float) -> list[Statement]:
    """A sentence that covers clearly more of the subject than the best fact (``than``); [] when there is none."""
    if need.scope.several:
        return []
    found = typed_sentence(_ranked(need, knowledge, plans, ()), need, knowledge)
    return found[1] if found and found[0] > than + BETTER else []


def _mentions(unit: Unit, need: Need) -> bool:
    """Whether a passage, or a heading above it, names the agency that is asked about."""
    text = f"{unit.context} {unit.text}"
    asked = undiacritise(match_key(need.agency or ""))
    return asked in undiacritise(match_key(text)) or any(
        m.key == need.agency_key for m in find_agencies(text)
    )


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
            words = child.heading or clip(plan.text(child.range).removeprefix(child.label))
            told.append(Statement(f"- {child.label} {words}", (unit,)))
            if len(plan.text(section.range)) <= SHORT_SECTION and child.heading:
                told += _sentences(child, name, knowledge)
    if len(told) == 1:
        told += _sentences(section, name, knowledge)
    return told


def _sentences(section: Section, name: str, knowledge: Knowledge) -> list[Statement]:
    """The sentences of a section, bullets included, each cited."""
    units = (knowledge.units[at] for at in knowledge.of("sentence"))
    own = [unit for unit in units if unit.plan == name and unit.path == section.path]
    return [Statement(f"- {clip(unit.text.lstrip('-+ '))}", (unit,)) for unit in own[:MOST_SENTENCES]]
