"""The answer that was chosen, made plainer by what other candidates and the question say of the same places.

In: the likeliest candidate. Out: the same with a verdict, with the word that a name is not in its list, or with the one
number asked for said first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.candidates import Candidate
from assistant.answer.cite import Statement
from assistant.answer.evidence.claim_cover import lacking_member
from assistant.answer.evidence.figures import DIGITS_RE
from assistant.answer.judged.features import short_form
from assistant.answer.kinds.due_in import MAY_LACK
from assistant.answer.kinds.yesno import judged
from assistant.answer.wording import say
from assistant.knowledge import Knowledge, Unit
from assistant.question.sort import asked_sort

__all__ = ["all_parts_told", "judged_by_its_line", "not_listed", "of_each_plan", "value_first"]

_LISTS = frozenset({"heading", "listing", "single_item"})
WHOLE_LIST = 40
"""Lines up to which a list is told whole."""
LIKELY = 0.5
"""How sure a number must be to be said before the section in which it stands."""


def judged_by_its_line(chosen: Candidate, others: Sequence[Candidate]) -> Candidate:
    """An answer that leaves the claim of a yes-or-no question to the reader, with the verdict that one of its lines bears out.

    So do the number of a line, and the body that a line charges: that line is told then, though not as certain.
    """
    if not chosen.need.yesno or any(s.verdict or s.refuses or s.left_open for s in chosen.statements):
        return chosen
    first, *lines = chosen.statements
    told = [unit for statement in chosen.statements for unit in statement.units]
    within = [
        other
        for other in others
        for claimed in other.statements[0].units
        if other.source in {"claim_numbers", "yesno"} and any(_in(claimed, unit) for unit in told)
    ]
    verdicts = {other.statements[0].verdict for other in within}
    verdict = verdicts.pop() if len(verdicts) == 1 else None
    charged = next((other for other in within if other.source == "yesno"), None)
    if verdict and charged:
        return replace(charged, speaks=(*charged.speaks, ("no_surer_than", MAY_LACK)))
    return replace(chosen, statements=(judged(verdict, first, chosen.need), *lines)) if verdict else chosen


def not_listed(chosen: Candidate, knowledge: Knowledge) -> Candidate:
    """A list told whole to a question whether it holds something, with the word that this is not in it; never certain."""
    units = [unit for statement in chosen.statements for unit in statement.units]
    if chosen.source not in _LISTS or len(units) > WHOLE_LIST or any(s.verdict for s in chosen.statements):
        return chosen
    texts = (knowledge.plans[unit.plan].source.original for unit in units)
    listed = " ".join(text[unit.span.start : unit.span.end] for text, unit in zip(texts, units, strict=True))
    if not (name := lacking_member(chosen.need, listed)):
        return chosen
    lacks = Statement(say("not_listed", chosen.need.language, name=name), left_open=True)
    return replace(
        chosen, statements=(lacks, *chosen.statements), speaks=(*chosen.speaks, ("no_surer_than", MAY_LACK))
    )


def of_each_plan(chosen: Candidate, others: Sequence[tuple[Candidate, float]]) -> Candidate:
    """Of a question that names no plan: the answer of all the plans that tell, in place of one plan's that is among theirs.

    ``others`` are candidates with their sureness, the surest first. Who gathers the reports is another body in each plan.
    """
    told, plans = _shorts(chosen), _plans(chosen)
    if chosen.need.scope.named or chosen.need.follows or len(plans) != 1 or not told:
        return chosen
    wider = (
        (other, sureness)
        for other, sureness in others
        if sureness >= LIKELY and other.need.kind == chosen.need.kind and other.source != "both"
        if plans < _plans(other) and told < _shorts(other)
    )
    for other, sureness in wider:
        return replace(other, speaks=(*other.speaks, ("no_surer_than", sureness)))
    return chosen


def all_parts_told(chosen: Candidate, others: Sequence[tuple[Candidate, float]]) -> Candidate | None:
    """The task that tells the same short answer and something else that is asked; None where none is likely.

    ``others`` are candidates with their sureness, the surest first. A row that has who and when is more than a sentence with who alone.
    """
    told = _shorts(chosen)
    wider = (
        replace(other, speaks=(*other.speaks, ("no_surer_than", sureness)))
        for other, sureness in others
        if other.source == "parts" and sureness >= LIKELY and not other.statements[0].left_open
        if told and told < _shorts(other) and _plans(other) == _plans(chosen)
    )
    return next(wider, None)


def _plans(candidate: Candidate) -> frozenset[str]:
    return frozenset(unit.plan for statement in candidate.statements for unit in statement.units)


def _shorts(candidate: Candidate) -> frozenset[str]:
    """The names and values that an answer has in bold."""
    return frozenset(bold for statement in candidate.statements for bold in statement.bolds)


def value_first(chosen: Candidate, others: Sequence[tuple[Candidate, float]]) -> Candidate:
    """A section told whole to a question for one number, with that number said before it, as sure as the less sure of both.

    ``others`` are candidates with their sureness, the surest first: the first that tells a number of one line of the section.
    """
    if chosen.source not in _LISTS or short_form(chosen) or asked_sort(chosen.need) != "number":
        return chosen
    tells = (
        (other, sureness)
        for other, sureness in others
        if sureness >= LIKELY and DIGITS_RE.search(short_form(other)) and _within(other, chosen)
    )
    for other, sureness in tells:
        no_surer = ("no_surer_than", min(sureness, MAY_LACK))
        lines = (*other.statements, *chosen.statements)
        return replace(chosen, statements=lines, speaks=(*chosen.speaks, no_surer))
    return chosen


def _within(one: Candidate, whole: Candidate) -> bool:
    """Whether every place that an answer cites stands in a place that the other tells."""
    told = [unit for statement in whole.statements for unit in statement.units]
    cited = [unit for statement in one.statements for unit in statement.units]
    return bool(cited) and all(any(_in(unit, place) for place in told) for unit in cited)


def _in(unit: Unit, place: Unit) -> bool:
    return unit.plan == place.plan and place.span.start <= unit.span.start < place.span.end
