"""Which of the plans say a thing: "những kế hoạch nào đặt hạn 10/6", "which plans ask for a monthly report".

In: a question whose members are plans themselves. Out: one line for each plan in which a place says most of the
subject and all of its numbers, or by which the document is cited that the question names by its number; with their
number first where it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.cells import words_of
from assistant.answer.evidence.units import score_units
from assistant.answer.kinds.references import asked_numbers, has_number, reference_text
from assistant.answer.wording import clip, plan_label, say
from assistant.knowledge import Knowledge
from assistant.model import Language
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.plan import Reference

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
FEWEST, LOOKED_AT = 2, 5
"""Plans that make a list; places of one plan among which the one with the question's numbers is looked for."""
_NUMBER_RE = re.compile(r"\d+(?:[/.,]\d+)*")


def answer_which_plans(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[list[Statement]]:
    """The plans that say it, each with the place; [] where no plans are asked for or fewer than two say it.

    A document's number is exact: one plan that cites it is told too.
    """
    if need.wanted is None or not need.wanted.sure:
        return []
    of_plans = any(form[: len(noun)] == noun for form in need.wanted.forms for noun in _PLAN_NOUNS)
    if of_plans and (named := asked_numbers(need)) and not all(number.isdigit() for number in named):
        return _counted(_citing(named, knowledge, plans, need.language), need)
    if not _PLAN_NOUNS & set(need.wanted.forms):
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
    return _counted(lines, need) if len(lines) >= FEWEST else []


def _citing(
    numbers: Sequence[str], knowledge: Knowledge, plans: Sequence[str], language: Language
) -> list[Statement]:
    """A line for each plan that cites one of these documents, with its first mention."""
    lines = {}
    for unit in (knowledge.units[at] for at in knowledge.of("reference")):
        cited = isinstance(unit.fact, Reference) and has_number(unit.fact, numbers)
        if cited and unit.plan in plans and unit.plan not in lines:
            label = plan_label(knowledge.plans[unit.plan])
            lines[unit.plan] = Statement(f"- **{label}**: {reference_text(unit.fact, language)}", (unit,))
    return list(lines.values())


def _counted(lines: list[Statement], need: Need) -> list[list[Statement]]:
    if not lines or need.wanted is None or not need.wanted.counted:
        return [lines] if lines else []
    return [[Statement(say("count", need.language, n=len(lines)), lines[0].units), *lines]]


def _says(number: str, said: set[str]) -> bool:
    """Whether a number is among these; "10/6" is also said by "10/6/2026".

    >>> _says("10/6", {"10/6/2026", "15"}), _says("1", {"10"})
    (True, False)
    """
    return number in said or any(other.startswith(f"{number}/") for other in said)
