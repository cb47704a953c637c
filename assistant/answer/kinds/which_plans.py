"""Which of the plans say a thing: "những kế hoạch nào đặt hạn 10/6", "which plans ask for a monthly report".

In: a question whose members are plans themselves. Out: one line for each plan in which a place says most of the
subject and all of its numbers; with their number first where it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.cells import words_of
from assistant.answer.evidence.units import score_units
from assistant.answer.wording import clip, plan_label, say
from assistant.knowledge import Knowledge
from assistant.question.naming import fold
from assistant.question.understand import Need

__all__ = ["answer_which_plans"]

_PLAN_NOUNS = {
    ("ke", "hoach"),
    ("van", "ban"),
    ("tai", "lieu"),
    ("ban", "ke", "hoach"),
    ("plan",),
    ("plans",),
}
ENOUGH = 0.55
LOOKED_AT = 5
"""Places of one plan among which the one with the question's numbers is looked for."""
_NUMBER_RE = re.compile(r"\d+(?:[/.,]\d+)*")


def answer_which_plans(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[list[Statement]]:
    """The plans that say it, each with the place; [] where no plans are asked for or fewer than two say it."""
    if need.wanted is None or not need.wanted.sure or not _PLAN_NOUNS & set(need.wanted.forms):
        return []
    numbers = {number.lstrip("0") for number in _NUMBER_RE.findall(need.question)}
    terms = [term for term in need.terms if tuple(fold(term.text).split()) not in _PLAN_NOUNS]
    indices = list(knowledge.of("sentence", "row"))
    lines = []
    for name in plans:
        found = score_units(knowledge, indices, terms, [name], most=LOOKED_AT)[:LOOKED_AT]
        for scored in found:
            said = {number.lstrip("0") for number in _NUMBER_RE.findall(scored.unit.text)}
            if scored.coverage >= ENOUGH and all(_says(number, said) for number in numbers):
                label = plan_label(knowledge.plans[name])
                lines.append(
                    Statement(f"- **{label}**: {clip(words_of(scored.unit, knowledge))}", (scored.unit,))
                )
                break
    if len(lines) < 2:
        return []
    counted = need.wanted.counted
    return [
        [Statement(say("count", need.language, n=len(lines)), lines[0].units), *lines] if counted else lines
    ]


def _says(number: str, said: set[str]) -> bool:
    """Whether a number is among these; "10/6" is also said by "10/6/2026".

    >>> _says("10/6", {"10/6/2026", "15"}), _says("1", {"10"})
    (True, False)
    """
    return number in said or any(other.startswith(f"{number}/") for other in said)
