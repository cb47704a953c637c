"""Yes or no: whether the agency, the date or the number that a question claims is what the plan says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.cite import Statement
from assistant.answer.evidence import score_units
from assistant.answer.passages import quote
from assistant.answer.who import find_who, state_assignment
from assistant.answer.wording import say
from assistant.knowledge import Knowledge, Unit
from assistant.question.bodies import body_key, same_body
from assistant.question.understand import Need
from ingest.plan import Assignment

__all__ = ["answer_claim", "answer_yesno", "with_verdict"]

ON_SUBJECT, WHOLLY = 0.5, 0.85
"""Share of a claim that a sentence must say to judge its numbers; to bear it out where it has none."""
_NUMBER_RE = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w)")
_PERIOD_RE = re.compile(r"(?i)báo cáo 0?6 tháng|\b(?:in|within) the first 6 months\b")
"""A number in the name of what is asked about claims nothing."""
_YEAR_RE = re.compile(r"(?:19|20)\d\d")
_BOLD_RE = re.compile(r"\*\*(.+?)\*\*")
VALUE_KINDS = frozenset(
    {"deadline", "target", "count", "letterhead_date", "letterhead_number", "reference_date"}
)


def answer_yesno(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """Is it this agency? Yes or no, with who it is; [] when the question claims no agency."""
    if need.agency is None or need.kind in VALUE_KINDS:
        return []
    if need.kind in {"recipients", "report_to", "passage"} and (told := _recipient(need, knowledge, plans)):
        return told
    kind = need.kind if need.kind in {"coordinate", "advise"} else "lead"
    found = find_who(replace(need, kind=kind), knowledge, plans)
    if not found:
        return []
    right = [
        s
        for s in found
        if isinstance(s.unit.fact, Assignment) and body_key(s.unit.fact.actor or "") == need.agency_key
    ]
    shown = right or found
    verdict = say("yes" if right else "no", need.language)
    return [
        Statement(f"{verdict} {state_assignment(shown[0].unit, need, knowledge)}", (shown[0].unit,)),
        *(Statement(f"- {state_assignment(s.unit, need, knowledge)}", (s.unit,)) for s in shown[1:]),
    ]


def _recipient(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """Whether the agency is among a plan's recipients; [] when the question is not about them."""
    if need.kind != "recipients" or need.agency is None:
        return []
    units = [knowledge.units[at] for at in knowledge.of("recipient") if knowledge.units[at].plan in plans]
    found = [unit for unit in units if _names(unit, need.agency)]
    shown = found or units
    names = "; ".join(unit.text for unit in shown)
    return (
        [Statement(f"{say('yes' if found else 'no', need.language)} {names}.", tuple(shown))] if shown else []
    )


def _names(unit: Unit, agency: str) -> bool:
    return any(same_body(part.strip(" -.;"), agency) for part in re.split(r"[,;]", unit.text))


def answer_claim(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """Yes or no by the sentence that says most of the claim; [] when it bears out neither."""
    found = score_units(knowledge, knowledge.of("sentence", "row"), need.terms, plans) if need.terms else []
    if not found or found[0].coverage < ON_SUBJECT:
        return []
    unit = found[0].unit
    if need.agency and not _names(unit, need.agency) and need.agency not in f"{unit.text} {unit.heading}":
        return []  # whose task it is, the assignments tell
    named = " ".join(need.scope.taken)
    claimed = {_plain(number) for number in _NUMBER_RE.findall(need.question) if number not in named}
    told = {_plain(number) for number in _NUMBER_RE.findall(unit.text)}
    if claimed:
        right = True if claimed <= told else False if told and not claimed & told else None
    else:
        right = True if found[0].coverage >= WHOLLY else None
    if right is None:
        return []
    line = quote(unit, need, knowledge)
    return [Statement(f"{say('yes' if right else 'no', need.language)} {line.text}", line.units)]


def with_verdict(need: Need, statements: list[Statement]) -> list[Statement]:
    """Say first whether the dates and numbers that the question claims are those of the answer.

    The answer's own are set in bold at its beginning. Left as it is where the question claims none.
    """
    if not statements or need.kind not in VALUE_KINDS:
        return statements
    named = " ".join(need.scope.taken)
    asked = _PERIOD_RE.sub(" ", need.question)
    claimed = {_plain(number) for number in _NUMBER_RE.findall(asked) if number not in named}
    claimed = {number for number in claimed if not _YEAR_RE.fullmatch(number)} or claimed
    told = {_plain(n) for bold in _BOLD_RE.findall(statements[0].text) for n in _NUMBER_RE.findall(bold)}
    if not claimed or not told:
        return statements
    verdict = "yes" if claimed <= told else "no" if not claimed & told else None
    if verdict is None:
        return statements
    first = replace(statements[0], text=f"{say(verdict, need.language)} {statements[0].text}")
    return [first, *statements[1:]]


def _plain(number: str) -> str:
    """A number without leading zeros: "05" and "5" are one."""
    return number.lstrip("0") or "0"
