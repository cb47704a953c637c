"""What a scale tells for a case: "từ 90 - 95% cộng 03 điểm; từ 95% trở lên cộng 04 điểm", asked of a ward that reached 92%.

In: a question that tells its case in a measure and asks how many of something. Out: the step whose range holds the case,
with the whole scale; a scale is told by the clauses of a row or of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.amounts import in_band
from assistant.answer.evidence.cells import words_of
from assistant.answer.evidence.counted_nouns import asked_unit
from assistant.answer.evidence.units import coverage, score_units
from assistant.answer.kinds.crossing import Crossing
from assistant.answer.wording import clip, place
from assistant.grams import gram_set
from assistant.knowledge import Knowledge
from assistant.question.understand import Need
from ingest.spelling import match_key

__all__ = ["answer_scale"]

LEAST, MOST = 0.3, 2
"""Share of the subject that a scale must say: what earns its steps is often named by the table alone."""
OF_CASE = 0.5
"""The same of what the case is a number of: a scale for "92% người nhận trợ cấp" tells nothing for "92% học sinh biết bơi"."""
LONGEST = 900
_CASE_RE = re.compile(
    r"(?i)\d\s*%?(?P<of>(?: (?!thì |được |thi |duoc |cộng |cong |hưởng |huong )[^\W\d_]+)+)"
)
"""What stands behind the number of a case, up to what it earns."""


def answer_scale(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Crossing]:
    """One answer for each of the scales that say most of the subject; [] where no scale holds the case of the question."""
    if need.yesno or not need.terms or not asked_unit(need):  # most questions: no unit need be read for them
        return []
    case = _CASE_RE.search(need.asked)
    measured = [term for term in need.terms if case and term.text in match_key(case["of"])] or need.terms
    units = [at for kind in ("row", "sentence") for at in knowledge.of(kind)]
    answers: list[Crossing] = []
    for scored in score_units(knowledge, units, need.terms, plans, least=LEAST):
        unit, step = scored.unit, in_band(" ".join(scored.unit.text.split()), need)
        if step and coverage(measured, gram_set(f"{unit.text} {unit.heading}")) >= OF_CASE:
            where = place(unit.path, knowledge.plans[unit.plan], need.language)
            whole = f"{clip(words_of(unit, knowledge), LONGEST)} ({where})."
            speaks = (("table_said", scored.coverage), ("table_column", 1.0), ("table_noun", 1.0))
            answers.append(Crossing([Statement(f"**{step}**", (unit,)), Statement(whole, (unit,))], speaks))
    return answers[:MOST]
