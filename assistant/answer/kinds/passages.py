"""What no fact answers: the best sentences of the best passages, or the section that is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from assistant.answer.cite import Statement
from assistant.answer.evidence.shares import is_share
from assistant.answer.evidence.short import short_answer
from assistant.answer.evidence.units import Scored, best_units, by_place, nearest, places_of
from assistant.answer.kinds.listing import (
    LEADS_IN_RE,
    bears_parts_of,
    heading_words,
    joined_heading,
    of_another_time,
    part_asked,
    tell_whole,
)
from assistant.answer.kinds.quoted import LONGEST_SENTENCE, quote
from assistant.answer.kinds.section_lines import (
    called_by_label,
    members_of,
    named_in_line,
    on_the_rest,
    section_lines,
)
from assistant.answer.wording import clip, place, plan_label, say
from assistant.grams import tokens
from assistant.knowledge import Floats, Knowledge, Unit, headed
from assistant.path_words import path_words
from assistant.question.bodies import body_key
from assistant.question.naming import fold
from assistant.question.places import level_asked, named_paths
from assistant.question.terms import Term
from assistant.question.understand import Need
from assistant.sentences import parts_of
from ingest.facts.bodies.agencies import find_agencies
from ingest.plan import Plan, Section
from ingest.spelling import match_key, undiacritise
from vectorstore.hits import Hit

__all__ = [
    "answer_heading",
    "answer_passage",
    "answer_section",
    "better_sentence",
    "count_heading",
    "named_sections",
    "nearest_passage",
    "single_item",
    "single_sentence",
]

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
BY_WORDS, BY_MEANING = 10, 6
RANKED = 400
"""Sentences that are put in order at all."""
SCANNED = 60
"""Sentences that are looked at for the sort of thing asked for."""
LONGEST_ITEM = 3000
MOST_SENTENCES = 12
_UNNAMED = {"preamble": "Phần mở đầu", "closing": "Phần cuối", "annex": "Phụ lục"}
"""What a part is called that has neither number nor heading."""
_SECOND_RE = re.compile(r" \(\d+\)")
"""What parts a path from that of another part with the same number."""
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
        "issuer",
    }
)
_OF_LEAD_IN = {"deadline", "target", "count"}
"""Kinds whose value the line above a list can say of all its members."""
_OF_AGENCY = {"duties", "list", "passage"}
_HEADING_CUE_RE = re.compile(
    r"\b(?:phan (?!mem|tram|lon|nao|dau|hoi|cong|cap|anh|dien|bo)|muc (?!tieu|do|dich|nao|luong|chi)|noi dung ve |section on |part on )((?:(?!noi|gom|trong|cua|co|quy dinh|neu|la|ghi|of|in)\w+\s*){1,7})"
)


def _ranked(need: Need, knowledge: Knowledge, plans: Sequence[str], hits: Sequence[Hit]) -> Sequence[Scored]:
    return _best_sentences(need.terms, knowledge, tuple(plans), tuple(hits))


@lru_cache(maxsize=16)
def _best_sentences(
    terms: tuple[Term, ...], knowledge: Knowledge, plans: tuple[str, ...], hits: tuple[Hit, ...]
) -> tuple[Scored, ...]:
    """Sentences and rows by their share of the terms and the rank of their passage; several readings ask for it."""
    return tuple(best_units(knowledge, ("sentence", "row"), terms, plans, _gain(knowledge, hits), RANKED))


@lru_cache(maxsize=4)
def _gain(knowledge: Knowledge, hits: tuple[Hit, ...]) -> npt.NDArray[np.float64]:
    """What the rank of its passage multiplies the score of each unit by."""
    places, best = places_of(knowledge), hits[0].score if hits else 0.0
    gain = np.ones(len(knowledge.units))
    for hit in hits if best > 0 else ():
        span, number = hit.chunk.span, places.number.get(hit.plan, -1)
        inside = (places.plan == number) & (places.start >= span.start) & (places.start < span.end)
        gain[inside] = np.maximum(gain[inside], 1.0 + FOUND_BONUS * hit.score / best)
    return gain


def answer_passage(
    need: Need, knowledge: Knowledge, plans: Sequence[str], hits: Sequence[Hit]
) -> list[Statement]:
    """Quote the sentences that speak of the subject; [] when none covers enough of it."""
    if not need.terms:
        return []
    ranked = _ranked(need, knowledge, plans, hits)
    if need.kind in TYPED:
        return _typed(ranked, need, knowledge)
    found = [s for s in ranked[:CONSIDERED] if s.coverage >= ENOUGH and not is_share(s.unit, need)]
    if need.agency_key and need.kind in _OF_AGENCY:
        found = [scored for scored in found if _mentions(scored.unit, need)]
    if not found:
        return []
    kept = [scored for scored in found if scored.score >= EQUAL * found[0].score][:MOST]
    named = named_in_line(kept[0].unit.text, need.wanted) if len(kept) == 1 else None
    head = [Statement(f"**{clip(named)}**", (kept[0].unit,))] if named else []
    return [*head, *(quote(s.unit, need, knowledge) for s in kept)]


def single_sentence(
    need: Need, knowledge: Knowledge, plans: Sequence[str], hits: Sequence[Hit], near: Floats
) -> list[list[Statement]]:
    """One answer for each of the sentences that say most of the subject or come nearest in meaning.

    Where a sort of thing is asked for (a date, a body), sentences that do not say one are passed over.
    """
    ranked = [s.unit for s in _ranked(need, knowledge, plans, hits)[:SCANNED]] if need.terms else []
    close = nearest(knowledge, near, 10 * BY_MEANING, {"sentence", "row"}, plans)[:BY_MEANING]
    typed = need.kind in TYPED
    answers: list[list[Statement]] = []
    for unit in {u.at: u for u in (*close, *(ranked if typed else ranked[:BY_WORDS]))}.values():
        short = short_answer(unit, need, knowledge) if typed else named_in_line(unit.text, need.wanted)
        if short or not typed:
            head = [Statement(f"**{clip(short)}**", (unit,))] if short else []
            answers.append([*head, quote(unit, need, knowledge)])
        elif told := _by_lead_in(unit, need, knowledge):
            answers.append(told)
        if typed and len(answers) >= BY_WORDS:
            break
    return answers


def _by_lead_in(unit: Unit, need: Need, knowledge: Knowledge) -> list[Statement]:
    """The value that the line above a list says of all its members ("Mức 45% áp dụng đối với các trường hợp sau:")."""
    if need.kind not in _OF_LEAD_IN or "." not in unit.path:
        return []
    above = by_place(knowledge).get(("sentence", unit.plan, unit.path.rpartition(".")[0]), ())
    lead = next((one for one in reversed(above) if LEADS_IN_RE.search(fold(one.text))), None)
    short = short_answer(lead, need, knowledge) if lead else None
    if lead is None or short is None:
        return []
    where = place(unit.path, knowledge.plans[unit.plan], need.language)
    words = (
        f"{clip(lead.text.rstrip(' :'), LONGEST_SENTENCE)}: {clip(unit.text, LONGEST_SENTENCE)} ({where})."
    )
    return [Statement(f"**{clip(short)}**", (unit, lead)), Statement(words, (unit, lead))]


@lru_cache(maxsize=2)
def _by_path(knowledge: Knowledge) -> dict[str, dict[str, Section]]:
    """The sections of each plan by their path; of several with one path the first."""
    return {name: {s.path: s for s in reversed([*plan.walk()])} for name, plan in knowledge.plans.items()}


def single_item(knowledge: Knowledge, near: Sequence[Unit]) -> list[list[Statement]]:
    """The whole section of each of these units, heading first: for what is answered by a list."""
    answers: dict[tuple[str, str], Sequence[Statement]] = {}
    for unit in near:
        path, told = _item_at(knowledge, unit.plan, unit.path, unit.span.start)
        answers.setdefault((unit.plan, path), told)
    return [list(told) for told in answers.values() if len(told) > 1]


@lru_cache(
    maxsize=1024
)  # the readings of one question come to the same few places, and questions to the same sections
def _item_at(knowledge: Knowledge, name: str, path: str, start: int) -> tuple[str, tuple[Statement, ...]]:
    """The path of the section in which a unit stands, and the section told whole; ("", ()) where that is too long."""
    plan, section = knowledge.plans[name], _by_path(knowledge)[name].get(path)
    if section is not None:
        unnumbered = (s for s in parts_of(plan, section) if s.heading)
        section = next((s for s in unnumbered if s.span.start <= start < s.span.end), section)
    if section is None or section.kind in {"preamble", "closing"}:
        return "", ()  # what stands before and behind the plan's own parts is no item of it
    if len(plan.text(section.range)) > LONGEST_ITEM:
        return "", ()
    return section.path, tuple(tell_section(section, name, knowledge))


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
                quote(scored.unit, need, knowledge),
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
        body_key(m.name) == need.agency_key for m in find_agencies(text)
    )


def nearest_passage(
    need: Need, knowledge: Knowledge, plans: Sequence[str], hits: Sequence[Hit]
) -> Scored | None:
    """The sentence nearest to a question that the plans do not answer; None when nothing is near."""
    found = _ranked(need, knowledge, plans, hits) if need.terms else []
    return found[0] if found and found[0].coverage >= NEAR else None


def _sections(plan: Plan, paths: Sequence[str]) -> list[Section]:
    """The sections of the first of these paths that the plan has, with the parts beside it that are numbered alike."""
    sections: dict[str, list[Section]] = {}
    for section in plan.walk():
        sections.setdefault(_SECOND_RE.sub("", section.path).lower(), []).append(section)
    return next((sections[path.lower()] for path in paths if path.lower() in sections), [])


def answer_heading(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """What the section says whose heading the question names ("mục đích của kế hoạch là gì")."""
    if need.kind == "section" and level_asked(need.asked):
        return []  # the part of the level asked for is told by its number
    found = _headed_so(need, knowledge, plans)
    if len(found) > 1:  # "Kinh phí diễn tập": of many plans with such a part only one on what else is asked
        found = [(name, part) for name, part in found if on_the_rest(need, part, name, knowledge)]
    return [s for name, section in found for s in tell_section(section, name, knowledge)]


def count_heading(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """The same with the number of its parts first, where their number is asked for ("chia cho mấy nhóm")."""
    if need.wanted is None or not need.wanted.counted:
        return []
    found = [
        (name, section, members)
        for name, section in _headed_so(need, knowledge, plans)
        if len(members := members_of(section, name, knowledge)[1]) > 1
    ]
    if len(found) != 1 or not bears_parts_of(need.wanted, found[0][1].heading, ()):
        return []
    if of_another_time(need, found[0][1].heading):
        return []
    name, section, members = found[0]
    told = tell_section(section, name, knowledge)
    return [Statement(say("count", need.language, n=len(members)), told[0].units), *told]


def _headed_so(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[tuple[str, Section]]:
    """The section of each plan whose heading the question says whole, or calls by its words.

    Of two plans, one with "Kinh phí khen thưởng" and one with "Kinh phí", the question that says the longer means that.
    """
    cue = _HEADING_CUE_RE.search(undiacritise(match_key(need.question)))
    named = frozenset(cue[1].split()) if cue else None
    asked = frozenset(tokens(need.question))
    found: list[tuple[str, Section, frozenset[str]]] = []
    for name in plans:
        best: tuple[int, Section] | None = None
        for section in headed(knowledge, name):
            words, folded = heading_words(section.heading)
            whole = bool(words) and asked.issuperset(words)
            called = named is not None and named <= folded
            if (whole or called) and (best is None or (len(words) > best[0] and whole)):
                best = (len(words), section)
        if best is None and len(plans) == 1 and (one := joined_heading(need, headed(knowledge, name))):
            best = (0, one)
        if best:
            said = heading_words(best[1].heading)[1]
            found.append((name, part_asked(best[1], asked, knowledge.plans[name]), said))
    return [
        (name, section)
        for name, section, said in found
        if need.scope.several or not any(said < fuller for *_, fuller in found)
    ]


def answer_section(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """What a numbered section says: its heading, then its parts or its first sentences."""
    return [
        statement
        for name, section in named_sections(need, knowledge, plans)
        for statement in tell_section(section, name, knowledge)
    ]


def named_sections(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[tuple[str, Section]]:
    """The sections of each plan that the question names by a number ("mục III.2", "điểm a khoản 1 Điều 5").

    They are mostly one; some plans number two parts alike, and both are meant.
    """
    if not (paths := named_paths(need.question)):
        return []
    return [(name, section) for name in plans for section in _sections(knowledge.plans[name], paths)]


def tell_section(section: Section, name: str, knowledge: Knowledge) -> list[Statement]:
    """The section whole, where it is not too long; else its heading and the first words of its parts."""
    if section.children and (whole_list := tell_whole(section, name, knowledge)):
        return whole_list
    plan = knowledge.plans[name]
    whole = Unit(name, "section", section.heading, "", section.path, section.heading, section.span)
    told = [Statement(_called(section, plan), (whole,))]
    for child in parts_of(plan, section):
        if child.heading or child.kind == "item":
            unit = Unit(name, "section", child.heading, "", child.path, child.heading, child.span)
            words = child.heading or clip(plan.text(child.range).removeprefix(child.label))
            told.append(Statement(f"- {called_by_label(child, words)}", (unit,)))
            if len(plan.text(section.range)) <= SHORT_SECTION and child.heading:
                told += section_lines(child, name, knowledge)[:MOST_SENTENCES]
    if len(told) == 1:
        told += section_lines(section, name, knowledge)[:MOST_SENTENCES]
    return told


def _called(section: Section, plan: Plan) -> str:
    """What a section is called: its heading, or its number and where it stands."""
    if section.heading:
        return f"**{called_by_label(section)}** – {plan_label(plan)}"
    if section.kind in _UNNAMED:
        return f"**{_UNNAMED[section.kind]}** – {plan_label(plan)}"
    where = path_words(section.path, "vi")
    return f"**{where[:1].upper()}{where[1:]}** – {plan_label(plan)}"
