"""What the best place on the subject leaves open: a gap in the form, or who, when, how many it does not say.

A gap ("đạt   % trở lên") is the answer. A place that tells of the matter but not what is asked of it ("xây dựng
phần mềm", by whom?) makes a refusal that says just that, with the place quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence import score_units
from assistant.answer.parts import part_of
from assistant.answer.passages import quote
from assistant.answer.wording import say
from assistant.knowledge import Knowledge, Unit
from assistant.question.cues import cue_text
from assistant.question.understand import Need

__all__ = ["answer_untold"]

ENOUGH = 0.7
"""Share of the subject that a place must say to be its place."""
LOOKED_AT, MOST = 3, 2
_REASONS = {
    "lead": "no_actor",
    "coordinate": "no_partner",
    "deadline": "no_deadline",
    "target": "no_number",
    "source": "no_source",
    "product": "no_product",
}
_DAY_RE = re.compile(
    r"ngay (?:nao|may|bao nhieu|cu the|thang)|cu the (?:ngay|khi) nao|(?:what|which) (?:day|date)"
)
_GAP_RE = re.compile(
    r"\[…\]|\.{3,}|…+\s*(?:/|tháng|năm|%)|_{2,}|(?<!\w)(?:đạt|trên|là|từ|số) +(?:%|/)|(?:ngày|tháng) {2,}(?:tháng|năm)"
)


def answer_untold(
    need: Need, knowledge: Knowledge, plans: Sequence[str], parts: Sequence[str]
) -> list[list[Statement]]:
    """One answer for each of the best places that leave open what is asked; [] where they tell it."""
    wanted = [part for part in parts if part in _REASONS]
    if not need.terms or not wanted:
        return []
    answers = []
    found = score_units(knowledge, knowledge.of("sentence", "row"), need.terms, plans)
    for scored in found[:LOOKED_AT]:
        if scored.coverage < ENOUGH:
            break
        unit = scored.unit
        if gap := _GAP_RE.search(unit.text):
            what = f"{say('gap', need.language)[:-1]}: “{_beside(unit.text, gap)}”."
            answers.append([Statement(f"**{what}**", (unit,)), quote(unit, need, knowledge)])
        elif not any(_told(unit, need, knowledge, part) for part in wanted):
            reasons = [Statement(say(_REASONS[part], need.language), refuses=True) for part in wanted]
            answers.append([*reasons, quote(unit, need, knowledge)])
    return answers[:MOST]


def _told(unit: Unit, need: Need, knowledge: Knowledge, part: str) -> bool:
    """Whether the place or what stands beside it says such a thing; a day has a number."""
    value = part_of(unit, need, knowledge, part)
    by_day = part == "deadline" and _DAY_RE.search(cue_text(need.question))
    return bool(value) and (not by_day or any(letter.isdigit() for letter in value or ""))


def _beside(text: str, gap: re.Match[str]) -> str:
    """The gap with a few words around it."""
    before, after = text[: gap.start()].split(), text[gap.end() :].split()
    return " ".join((*before[-4:], gap[0].strip(), *after[:3])).rstrip(" .;,")
