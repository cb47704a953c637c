"""Counts: built on the units of the other kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.cells import words_of
from assistant.answer.kinds.due_in import rows_due
from assistant.answer.kinds.duties import duties_of
from assistant.answer.kinds.passages import named_sections, tell_section
from assistant.answer.wording import clip, plan_label, say
from assistant.knowledge import Knowledge, Unit
from assistant.question.roles import asked_roles
from assistant.question.understand import Need
from ingest.spelling import match_key, undiacritise

__all__ = ["answer_count", "count_own_parts"]

_LABELS = {"article": "Điều", "chapter": "Chương", "annex": "Phụ lục"}
_FORM_RE = re.compile(r"(?m)^\W*(Mẫu (?:số )?\d+)\b.*")
"""The line that heads a form in an annex."""
_COUNTED = (
    (r"chi tieu|muc tieu|target", "target"),
    (r"noi nhan|recipient", "recipient"),
    (r"van ban|can cu|document", "reference"),
    (r"ke hoach|\bplans?\b", "plan"),
    (r"\bdieu\b|article", "article"),
    (r"\bchuong\b|chapter", "chapter"),
    (r"phu luc|\bannex(?:es)?\b|appendi", "annex"),
    (r"\bphan\b(?! tram)|\bmuc\b(?! do)|section|\bparts?\b", "section"),
    (r"^mau\b(?! (?:nao|gi))|\bforms?\b|templates?", "form"),
    (r"nhiem vu|cong viec|dau viec|viec|task|dut", "assignment"),
    (r"\bdong\b|\brows?\b|\bitems?\b", "row"),
)


_OWN_PARTS_RE = re.compile(
    r"ke hoach|quyet dinh|quy che|chi thi|van ban|plan|phan|muc|chuong|dieu|phu luc|sections?|parts?|articles?|chapters?|annex(?:es)?"
)
"""Folded: a word of a question that asks for nothing else than how many parts a document has."""


def count_own_parts(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """How many parts, chapters, articles or annexes the one plan has that is asked about; [] where more is asked."""
    words = [undiacritise(match_key(term.text)) for term in need.terms]
    if need.kind != "count" or need.yesno or len(plans) != 1 or not all(map(_OWN_PARTS_RE.fullmatch, words)):
        return []
    return answer_count(need, knowledge, plans)


def answer_count(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """How many targets, recipients, cited documents, sections or tasks each plan has, and which."""
    folded = undiacritise(match_key(need.question))
    if need.wanted and (parts := _parts_counted(need, knowledge, plans)):
        return parts
    asked = " ".join(need.wanted.forms[0]) if need.wanted and need.wanted.counted else folded
    what = next((kind for pattern, kind in _COUNTED if re.search(pattern, asked)), None)
    if what is None:
        return []
    if what in {"assignment", "row"} and (rows := rows_due(need, knowledge, plans)):
        lines = [Statement(f"- {clip(words_of(unit, knowledge))}", (unit,)) for unit in rows]
        return [Statement(say("count", need.language, n=len(rows)), tuple(rows)), *lines]
    if what == "plan":
        lines = [Statement(f"- {plan_label(knowledge.plans[name])}") for name in plans]
        return [Statement(say("count", need.language, n=len(plans))), *lines]
    statements: list[Statement] = []
    for name in plans:
        units = _counted(what, need, knowledge, name)
        if units:
            statements.append(
                Statement(
                    f"{say('count', need.language, n=len(units))} – {plan_label(knowledge.plans[name])}:", ()
                )
            )
            statements += [Statement(f"- {clip(words_of(unit, knowledge))}", (unit,)) for unit in units]
    return statements


def _parts_counted(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """How many parts the section has that the question names by its number ("Điều 3 có mấy khoản"), and which."""
    for name, section in named_sections(need, knowledge, plans):
        if len(section.children) > 1:
            whole = Unit(name, "section", section.heading, "", section.path, section.heading, section.span)
            number = Statement(say("count", need.language, n=len(section.children)), (whole,))
            return [number, *tell_section(section, name, knowledge)]
    return []


def _counted(what: str, need: Need, knowledge: Knowledge, name: str) -> list[Unit]:
    if what == "section":
        plan = knowledge.plans[name]
        heads = [section for section in plan.sections if section.kind == "heading"]
        return [Unit(name, "section", f"{s.label} {s.heading}", "", s.path, s.heading, s.span) for s in heads]
    if what == "form":
        return list(_forms(knowledge, name))
    if what in _LABELS:
        found = [s for s in knowledge.plans[name].walk() if s.label.lower().startswith(_LABELS[what].lower())]
        return [Unit(name, "section", f"{s.label} {s.heading}", "", s.path, s.heading, s.span) for s in found]
    if what == "assignment":
        # How many tasks a plan has is told by its own numbering, not by the facts read from it.
        return duties_of(need.agency, knowledge, [name], asked_roles(need.question)) if need.agency else []
    return [knowledge.units[at] for at in knowledge.of(what) if knowledge.units[at].plan == name]


def _forms(knowledge: Knowledge, name: str) -> Iterator[Unit]:
    """The lines with which the forms of a document begin, each form once."""
    source, seen = knowledge.plans[name].source, set[str]()
    for line in _FORM_RE.finditer(source.clean):
        if line[1].lower() not in seen:
            seen.add(line[1].lower())
            yield Unit(
                name, "section", line[0].strip(), "", "annex", "", source.span(line.start(1), line.end())
            )
