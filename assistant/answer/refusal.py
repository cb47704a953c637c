"""What is said where the plans do not tell: why, and the nearest passage as such."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.absent_bodies import absent_bodies
from assistant.answer.candidates import Candidate
from assistant.answer.cite import Statement, citation, compose
from assistant.answer.evidence.claim_cover import lacking_member
from assistant.answer.evidence.strangers import unknown_places
from assistant.answer.evidence.value import holds_sort
from assistant.answer.kinds.due_in import nothing_due_in
from assistant.answer.kinds.exists import no_such_plan
from assistant.answer.kinds.passages import nearest_passage
from assistant.answer.kinds.section_lines import words_within
from assistant.answer.kinds.untold import asks_of_form, gap_in, stands_in_form
from assistant.answer.offered import places_to_read
from assistant.answer.unknown import (
    of_absent_issuer,
    of_absent_topic,
    of_another_province,
    of_cited_document,
    unknown_documents,
)
from assistant.answer.wording import clip, place, say
from assistant.knowledge import Knowledge, Unit
from assistant.model import Answer, Citation
from assistant.question.sort import asked_sort
from assistant.question.understand import Need
from vectorstore.hits import Hit

__all__ = ["cited", "not_told_at_all", "out_of_scope", "refuse"]

ON_SUBJECT = 0.7
"""Share of the subject from which a passage is about it, so that what it does not say is left out."""
_LEFT_OUT = {"when": "no_deadline", "who": "no_actor", "number": "no_number"}
_PART_OF = {"when": "deadline", "number": "target"}
_GAP_RE = re.compile(r"\[…\]|\.{3,}|…{2,}|_{2,}")
"""Where a form was not filled in, whatever should stand there."""


def out_of_scope(need: Need, knowledge: Knowledge) -> Answer | None:
    """Refuse a place or a year that no plan has and that no plan's text mentions either."""
    strangers = [name for name in need.scope.foreign if name not in knowledge.frequency]
    if strangers and not need.scope.placed:
        return refuse(need, knowledge, "foreign", names=", ".join(name.title() for name in strangers))
    # Whether a place is in a list, the list tells that does not name it.
    unknown = () if lacking_member(need, "") else unknown_places(need.asked, knowledge)
    if unknown:
        return refuse(need, knowledge, "foreign", names=", ".join(unknown))
    if (
        no_such_plan(need, knowledge)
        or unknown_documents(need, knowledge)
        or of_another_province(need, knowledge)
        or of_absent_issuer(need, knowledge)
        or of_absent_topic(need, knowledge)
    ):
        return refuse(need, knowledge, "no_such_plan")
    if absent := absent_bodies(need, knowledge):
        return refuse(need, knowledge, "absent_body", names=", ".join(absent))
    if need.kind in {"signer", "recipients"} and of_cited_document(need, knowledge):
        return refuse(need, knowledge, "only_cited")
    of_a_plan = asked_sort(need) == "letterhead"
    if (
        need.scope.absent_year
        and not need.yesno
        and (of_a_plan or not knowledge.known(str(need.scope.absent_year)))
    ):
        return refuse(need, knowledge, "absent_year", year=need.scope.absent_year)
    return None


def refuse(need: Need, knowledge: Knowledge, reason: str, **parts: object) -> Answer:
    """The refusal for one reason of ``wording``, in the officer's language, with nothing cited."""
    return compose(
        need, knowledge.plans, [Statement(say(reason, need.language, **parts))], status="not_found"
    )


def not_told_at_all(
    need: Need, knowledge: Knowledge, hits: Sequence[Hit], likely: Sequence[Candidate]
) -> Answer:
    """The refusal that fits: what a passage on the very subject leaves out or blank; else the likeliest places."""
    near = nearest_passage(need, knowledge, need.scope.tiers[0], hits)
    places = places_to_read(likely, need.terms) or ((near.unit,) if near else ())
    if time := nothing_due_in(need, knowledge):
        return _not_stated(need, knowledge, say("none_due", need.language, time=time), places)
    if not places:
        return refuse(need, knowledge, "not_found")
    sort = asked_sort(need)
    if near and near.coverage >= ON_SUBJECT and (reason := _LEFT_OUT.get(sort)):
        part = _PART_OF.get(sort)
        gap = gap_in(near.unit.text, need, part) if part else _GAP_RE.search(near.unit.text)
        blank = gap and (asks_of_form(need) or not stands_in_form(near.unit, knowledge))
        if blank or not any(holds_sort(unit.text, sort) for unit in (near.unit, *places)):
            left_out = say("gap" if blank else reason, need.language)
            return _not_stated(need, knowledge, left_out, (near.unit,))
    return _not_stated(need, knowledge, say("not_found", need.language), places)


def _not_stated(need: Need, knowledge: Knowledge, reason: str, places: Sequence[Unit]) -> Answer:
    """A refusal with the first of the places told as the nearest, if there is one, and the others to look at."""
    lines = [Statement(reason)]
    for near in places[:1]:
        where = place(near.path, knowledge.plans[near.plan], need.language)
        words = clip(words_within(near, knowledge))
        lines.append(Statement(f"{say('nearest', need.language)} {words} ({where}).", (near,)))
    refusal = compose(need, knowledge.plans, lines, status="not_found")
    return replace(refusal, elsewhere=cited(places[1:], knowledge))


def cited(units: Sequence[Unit], knowledge: Knowledge) -> tuple[Citation, ...]:
    """The citations of places to look at."""
    return tuple(citation(unit, knowledge.plans[unit.plan]) for unit in units)
