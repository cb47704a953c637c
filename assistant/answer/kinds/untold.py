"""What the best place on the subject leaves open: a gap in the form, or who, when, how many it does not say.

A gap ("đạt   % trở lên") is the answer. A place that tells of the matter but not what is asked of it ("xây dựng
phần mềm", by whom?) makes a refusal that says just that, with the place quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.amounts import left_open
from assistant.answer.evidence.office_holders import names_person
from assistant.answer.evidence.persons import asks_firm, named_firm
from assistant.answer.evidence.units import nearest, score_units
from assistant.answer.kinds.lead_ins import leads_in
from assistant.answer.kinds.parts import part_of, read_part
from assistant.answer.kinds.quoted import quote
from assistant.answer.wording import clip, say
from assistant.knowledge import Floats, Knowledge, Unit
from assistant.question.cues import cue_text
from assistant.question.sort import asks_day
from assistant.question.understand import Need
from ingest.facts.language.forms import is_form

__all__ = ["answer_untold", "asks_of_form", "gap_in", "stands_in_form"]

ENOUGH = 0.6
"""Share of the subject that a place must say to be its place."""
BY_WORDS, BY_MEANING, MOST = 3, 4, 5
WITHIN, MOST_BESIDE = 4, 6
"""Sentences on either side among which the rest of a paragraph is looked for; words before a gap that are told with it."""
SCANNED = 60
"""Units nearest in meaning among which sentences and rows of these plans are looked for."""
_REASONS = {
    "lead": "no_actor",
    "coordinate": "no_partner",
    "deadline": "no_deadline",
    "target": "no_number",
    "source": "no_source",
    "product": "no_product",
    "place": "no_place",
    "reference": "no_document",
}
_OPEN = r"(?:\.{3,}|…+|_{2,})[\s.]*"
_LABELLED = "labelled"
"""Whatever a label announces ("Số điện thoại đường dây nóng: ....")."""
_GAPS = {
    _LABELLED: re.compile(rf"(?<=:)\s*{_OPEN}"),
    "deadline": re.compile(
        rf"{_OPEN}(?:/|[-–]|tháng|năm)|(?:ngày|tháng|năm)\s*(?:\.{{3,}}|…+|_{{2,}})|(?:ngày|tháng) {{2,}}(?:tháng|năm)"
    ),
    "target": re.compile(
        rf"{_OPEN}(?:%|(?:(?:nghìn|triệu|tỷ) )?đồng(?!\w))|(?:đạt|trên|là|từ|:)\s*(?:\.{{3,}}|…+|_{{2,}})|(?<!\w)(?:đạt|trên|là|từ) +%"
    ),
    "reference": re.compile(rf"(?i)(?<!\w)số\s*:?\s*(?:{_OPEN}|/)"),
}
"""What a form leaves open of each sort: a day, a number, a document's number."""
_FORM_ASKED_RE = re.compile(r"\bphu luc\b|\bmau\b|\bbieu\b|\bdon\b|\b(?:annex|form|template)\b")
_CEILING_RE = re.compile(r"(?i)(?:tối đa|tối thiểu|không quá|ít nhất) \d[\d.,]*(?! ?(?:%|[a-zà-ỹđ]))")
"""An amount in a row of a table that says its measure once for all."""


def answer_untold(
    need: Need, knowledge: Knowledge, plans: Sequence[str], parts: Sequence[str], near: Floats
) -> list[list[Statement]]:
    """One answer for each of the best places that leave open what is asked; [] where they tell it."""
    wanted = [part for part in parts if part in _REASONS]
    if not wanted and need.yesno:
        return []
    answers = []
    for unit in _places(need, knowledge, plans, near):
        gaps = (gap_in(unit.text, need, part) for part in wanted or (_LABELLED,))
        gap = next(filter(None, gaps), None)
        if gap and (asks_of_form(need) or not stands_in_form(unit, knowledge)):
            what = f"{say('gap', need.language)[:-1]}: “{_beside(unit.text, gap)}”."
            answers.append([Statement(f"**{what}**", (unit,), left_open=True), quote(unit, need, knowledge)])
        elif wanted and not any(_told(unit, need, knowledge, part) for part in wanted):
            reasons = [Statement(say(_REASONS[part], need.language), refuses=True) for part in wanted]
            answers.append([*reasons, quote(unit, need, knowledge)])
    return answers[:MOST]


def _places(need: Need, knowledge: Knowledge, plans: Sequence[str], near: Floats) -> list[Unit]:
    """The places that the question may be about: by its words, then those nearest in meaning.

    Of a line in capitals (a letterhead, a title) nothing is told, of one that leads in a list its list tells.
    """
    kinds = knowledge.of("sentence", "row")
    found = score_units(knowledge, kinds, need.terms, plans, most=BY_WORDS) if need.terms else []
    said = [scored.unit for scored in found[:BY_WORDS] if scored.coverage >= ENOUGH]
    meant = nearest(knowledge, near, SCANNED, {"sentence", "row"}, plans)
    found_once = {unit.at: unit for unit in (*said, *meant[:BY_MEANING])}.values()
    return [unit for unit in found_once if not (unit.text.isupper() or leads_in(unit))]


def asks_of_form(need: Need) -> bool:
    """Whether a question is of a form or an annex itself, whose blanks are then what it asks for."""
    return _FORM_ASKED_RE.search(cue_text(need.question)) is not None


def stands_in_form(unit: Unit, knowledge: Knowledge) -> bool:
    """Whether a place is of a form that others are to fill in: its blanks are no gaps of the document."""
    plan = knowledge.plans[unit.plan]
    annexes = (one for one in plan.sections if one.kind == "annex")
    around = (one for one in annexes if one.span.start <= unit.span.start < one.span.end)
    return any(is_form(one, plan.source.clean[slice(*one.range)]) for one in around)


def _told(unit: Unit, need: Need, knowledge: Knowledge, part: str) -> bool:
    """Whether the place, or the rest of its paragraph, says such a thing; a day has a number."""
    value = part_of(unit, need, knowledge, part) if unit.kind == "row" else None
    if part == "lead" and (
        names_person(unit.text) or (asks_firm(cue_text(need.asked)) and named_firm(unit.text))
    ):
        return True
    if part == "target" and unit.kind == "row" and _CEILING_RE.search(unit.text):
        return True
    told = (read_part(other, need, knowledge, part) for other in paragraph(unit, knowledge))
    value = value or next(filter(None, told), None)
    by_day = part == "deadline" and asks_day(cue_text(need.question))
    return bool(value) and (not by_day or any(letter.isdigit() for letter in value or ""))


def paragraph(unit: Unit, knowledge: Knowledge) -> list[Unit]:
    """A sentence with the others of its line, where that was cut up; a list's other points are other matters."""
    beside = range(max(0, unit.at - WITHIN), min(len(knowledge.units), unit.at + WITHIN + 1))
    near = (knowledge.units[at] for at in beside)
    others = [other for other in near if (other.plan, other.kind) == (unit.plan, unit.kind)]
    text = knowledge.plans[unit.plan].source.original
    return [
        o
        for o in others
        if "\n" not in text[min(o.span.end, unit.span.end) : max(o.span.start, unit.span.start)]
    ]


def gap_in(text: str, need: Need, part: str) -> tuple[int, int] | None:
    """Where a text leaves open what is asked."""
    found = _GAPS[part].search(text) if part in _GAPS else None
    return found.span() if found else left_open(text, need) if part == "target" else None


def _beside(text: str, gap: tuple[int, int]) -> str:
    """The gap with a few words around it."""
    before, after = text[: gap[0]].split(), text[gap[1] :].split()
    return clip(" ".join((*before[-MOST_BESIDE:], text[slice(*gap)].strip(), *after[:3])))
