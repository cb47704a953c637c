"""From what was typed to what is needed: the one noun that answering starts from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from assistant.knowledge import Knowledge
from assistant.model import Turn
from assistant.question.as_meant import as_meant
from assistant.question.asked_body import DUTY_KINDS, asked_body
from assistant.question.bodies import body_key, same_body
from assistant.question.courtesy import without_courtesy
from assistant.question.cues import asks_who, cue_text, find_cue, find_kinds
from assistant.question.documents import asks_date_of
from assistant.question.doubt import without_doubt
from assistant.question.english import without_circumstance
from assistant.question.follow_up import (
    asks_of_another,
    last_answer,
    last_bodies,
    last_name,
    last_question,
    leans_on_the_last,
    sets_apart,
    told_bodies,
    with_name,
)
from assistant.question.gloss import (
    bodies_among,
    english_judge,
    gloss_of,
    places_spelled_out,
    spelled_out,
    spelt_right,
)
from assistant.question.language import Tongue, tongue_of
from assistant.question.mentioned import with_mentions
from assistant.question.more import asked_of_each
from assistant.question.naming import fold, occurrences
from assistant.question.need import Context, Need
from assistant.question.parts import asked_parts, first_asked
from assistant.question.relative_time import with_years
from assistant.question.scope import Scope, find_scope, told_first
from assistant.question.terms import Term, find_terms, phrase_term
from assistant.question.topic import called_by_topic, calls_by_topic
from assistant.question.turned import find_turned
from assistant.question.wanted import Wanted, find_wanted
from assistant.question.whole import make_whole
from ingest.spelling import match_key

__all__ = ["Context", "Need", "only_of", "understand", "within"]

_WHOLE_PLAN = {"letterhead_number", "letterhead_date", "issuer", "signer", "recipients", "blank", "reference"}
_HEAD_KINDS = _WHOLE_PLAN - {"recipients", "blank", "reference"}
_OF_REFERENCE = {"reference", "reference_date"}
MOST_KINDS = 5
SHORT, LITTLE = 7, 14.0
"""A question of so few words, whose subject weighs so little, leans on the one before."""
ANSWERED_WEIGHT, MOST_ANSWERED = 0.3, 2
"""Share of its rarity with which a body of the last answer is looked for."""
MOST_OF_FIRST = 2
MOST_SUBJECT = 0.3
"""Share of a question's subject that the first thing asked must hold to be looked for alone."""
OWN_SUBJECT = 6.0
"""Weight of its own words from which a follow-up has a subject of its own."""
SAYS_SOMETHING = 1.2
"""Weight from which a word of a follow-up is a subject of its own."""
BASE_WEIGHT = 0.45
_OF_BODY = {"duties", "list", "passage"}
_DUTY_WORDS = frozenset(
    "nhiem vu|trach nhiem|viec|cong viec|phan cong|phan viec|chuc nang|duties|duty|tasks|task|responsibilities|responsibility|assignments".split(
        "|"
    )
)
_OF_DOER = {"deadline", "report_to"}
"""Kinds of what is asked on about a body that was asked for."""
_VALUE_KINDS = {"deadline", "target", "count", "letterhead_date", "letterhead_number", "reference_date"}
_CLAIM_RE = re.compile(r"[\d\s]+|ngày \d+|tháng \d+")
_ORDINAL_RE = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b(?=\W*$|[,;.?]| (?:and|or|of|day|each|every|in)\b)")
"""A day in English ("the 5th"; not "the 5th Congress"), which plans write as a bare number."""


def understand(question: str, context: Context, history: Sequence[Turn] = ()) -> Need:
    """Understand a question, completing it from the one before where it leans on it."""
    question = as_meant(question, context.speller.words.__contains__)
    if asked := without_courtesy(question):
        return understand(asked, context, history)
    if asked := without_doubt(question):
        return replace(understand(asked, context, history), original=question, doubts=True)
    if asked := asked_of_each(question):
        return replace(understand(asked, context, history), original=question)
    need = _understand_alone(question, context)
    before = last_question(history)
    if before is None:
        return need
    asked_before = understand(before[0], context, before[1])
    of_who, bodies = asks_who(cue_text(asked_before.question)), told_bodies(history)
    without = frozenset(map(body_key, bodies)) if asks_of_another(question) else frozenset()
    body = None if without else next(iter(bodies), None)
    pointed = with_name(need.question, body, of_who=of_who) if body else ""
    points = pointed not in {"", need.question}
    if points:
        need = _in_words_of(need, _understand_alone(pointed, context))
    alone = need.terms or need.agency or (need.scope.named and need.kind in _WHOLE_PLAN)
    if alone and not points and not leans_on_the_last(question) and not _says_little(need):
        return need
    told = told_first(asked_before.scope, last_answer(history), context.knowledge.plans)
    base = within(asked_before, told)
    # "Thế ai ký?" is asked of the plan told of, "ai phối hợp?" asks for no leader.
    of_head = need.kind in _HEAD_KINDS and base.kind not in _OF_REFERENCE
    if of_head and len(told.tiers[0]) == 1 and not (need.terms or need.scope.named):
        head = replace(told, absent_year=None)  # the year that was asked about is none of the plan's own
        return replace(within(need, head), follows=True, before=tuple(history))
    name = None if without else last_name(question, history)
    if of_who and need.kind in _OF_DOER and not (need.terms or need.agency):
        name = body  # "Ai tổng hợp?" and then "bao giờ phải gửi?" asks when that body must
    other = {"passage", "lead"} if need.kind == "coordinate" else {"passage"}
    others = [_join(reading, base, name) for reading in need.readings if reading.kind not in other]
    if need.kind == "passage":
        others += [_join(need, reading, name) for reading in base.readings]
    others.append(
        _join(
            need.readings[-1] if need.readings else need, base.readings[-1] if base.readings else base, name
        )
    )
    last = f"{base.question} {last_answer(history)}"
    others = [replace(reading, last=last, without=without) for reading in others]
    joined = replace(
        _join(need, base, name), readings=tuple(others), last=last, before=tuple(history), without=without
    )
    provinces = [p for p in context.provinces if any(occurrences(f"{need.question} {base.question}", p))]
    whole = (
        None
        if points
        else make_whole(
            need.question,
            (*need.scope.taken, *provinces),
            base.question,
            (*(said for said in base.scope.taken if not calls_by_topic(said)), *provinces),
            context.knowledge.actors,
            partial(find_turned, last=last, plans=tuple(told.tiers[0]), knowledge=context.knowledge),
        )
    )
    if whole:
        anew = _understand_alone(whole, context)
        scope = told_first(anew.scope, last_answer(history), context.knowledge.plans)
        return _as_said(within(anew, scope), joined)  # a place of no plan ("còn Thanh Hóa?") stays foreign
    if need.scope.named or need.agency:
        return joined
    named, knowledge = last_bodies(history)[:MOST_ANSWERED], context.knowledge
    answered = tuple(phrase_term(name, (name,), knowledge, ANSWERED_WEIGHT) for name in named)
    return replace(
        joined,
        terms=(*joined.terms, *answered),
        readings=tuple(replace(r, terms=(*r.terms, *answered)) for r in joined.readings),
    )


def _as_said(whole: Need, joined: Need) -> Need:
    """A follow-up that was made whole: what it needs is what the whole question needs, in its own language."""

    def turned(reading: Need) -> Need:
        return replace(
            reading,
            follows=True,
            language=joined.language,
            asked=joined.asked,
            said=joined.said,
            last=joined.last,
        )

    return replace(turned(whole), readings=tuple(turned(reading) for reading in whole.readings))


def only_of(need: Need, plans: Sequence[str]) -> Need:
    """The same need asked of these plans alone, with all its readings."""
    return within(need, replace(need.scope, tiers=(tuple(plans),), several=False))


def within(need: Need, scope: Scope) -> Need:
    """The same need in another scope, with all its readings."""
    readings = tuple(replace(reading, scope=scope) for reading in need.readings)
    return replace(need, scope=scope, readings=readings)


def _in_words_of(typed: Need, need: Need) -> Need:
    """What a question needs of which a word was put in for another: told as the typed one was asked."""
    readings = (replace(one, original=typed.original, language=typed.language) for one in need.readings)
    return replace(need, original=typed.original, language=typed.language, readings=tuple(readings))


def _says_little(need: Need) -> bool:
    """Whether a question hardly names a subject, and is short without plan or body ("trước mấy giờ?") or sets a thing apart."""
    short = len(need.original.split()) <= SHORT and not need.scope.named and need.agency is None
    return (short or sets_apart(need.original)) and sum(term.weight for term in need.terms) < LITTLE


@lru_cache(maxsize=32)
def _understand_alone(original: str, context: Context) -> Need:
    """What a question needs by itself; the last ones are remembered, as its parts are asked again and again, each with its history."""
    speller, lexicon = context.speller, context.lexicon
    tongue = tongue_of(original, speller.knows_plain)
    question = spelt_right(original, tongue, lexicon, speller)
    if tongue.spelling in {"en", "mixed"}:
        question = _ORDINAL_RE.sub(r"\1", question)
    cue = find_cue(cue_text(question))
    gloss = gloss_of(without_circumstance(question), lexicon, english=tongue.spelling in {"en", "mixed"})
    said = find_kinds(cue_text(question))
    # "Allowance recipients" are no recipients of the document, though the one word stands for both.
    glossed = (
        k for k in find_kinds(cue_text(gloss)) if k != "recipients" or k in said or tongue.answer != "en"
    )
    kinds = tuple(dict.fromkeys((*said, *glossed)))
    named = question if tongue.spelling in {"vi", "nodia"} else f"{question} ({gloss})"
    named += places_spelled_out(question, lexicon, context.provinces)
    scope = find_scope(named, context.knowledge.plans, context.provinces)
    scope = called_by_topic(question, scope, context.knowledge, lexicon)
    scope = with_mentions(question, scope, context.knowledge)
    words = question
    question = with_years(question, (context.knowledge.plans[name].letterhead for name in scope.tiers[0]))
    called = spelled_out(named, lexicon)
    if tongue.spelling in {"en", "mixed"}:
        bodies = bodies_among(question, lexicon, context.knowledge.actors)
        called = f"{spelled_out(question, lexicon)} ({bodies})"
    # A question that only perhaps is of some kind is first of all one for a passage.
    sure = cue.kind if cue.kind != "passage" else find_cue(cue_text(gloss)).kind
    if sure == "compare":  # the heads of several plans are told side by side anyway
        sure = next((kind for kind in kinds if kind in _HEAD_KINDS), sure)
    wanted = find_wanted(question, lexicon)
    ordered = dict.fromkeys((sure, *kinds[:MOST_KINDS], "passage"))
    sections = _sections_named(question, context.knowledge, scope)
    draft = Draft(question, words, original, tongue, cue.yesno, scope, called, wanted, sections)
    symbols = [context.knowledge.plans[name].letterhead.number for name in scope.tiers[0]]
    if (
        sure == "reference_date"
        and len(symbols) == 1
        and asks_date_of(fold(question), symbols[0], scope.taken)
    ):
        ordered = dict.fromkeys(("letterhead_date", *ordered))
    needs = [_read_as(kind, draft, context) for kind in ordered]
    return replace(needs[0], readings=(*_of_the_first(draft, needs[0], context), *needs[1:]))


def _of_the_first(draft: Draft, whole: Need, context: Context) -> list[Need]:
    """What the first of several things asked needs, where its words are most of the subject: no evidence says the words of all.

    "Tổng kinh phí bao nhiêu, tách theo nguồn thế nào?": the place is found by the first, and tells the rest.
    """
    first = first_asked(draft.question)
    if first is None or draft.yesno:
        return []
    kinds = dict.fromkeys((*find_kinds(cue_text(first)), "passage"))
    called = spelled_out(first, context.lexicon)
    part = replace(draft, question=first, called=called, wanted=find_wanted(first, context.lexicon))
    needs = [_read_as(kind, part, context) for kind in kinds][:MOST_OF_FIRST]
    subject = sum(term.weight for term in whole.terms)
    return [
        replace(need, question=draft.question)
        for need in needs
        if need.terms and sum(term.weight for term in need.terms) >= MOST_SUBJECT * subject
    ]


@dataclass(frozen=True, slots=True)
class Draft:
    """A question before its kind is settled; ``called`` is where agencies are looked for."""

    question: str
    words: str
    original: str
    tongue: Tongue
    yesno: bool
    scope: Scope
    called: str
    wanted: Wanted | None
    sections: Sequence[str]
    """Headings that only say where to look."""


def _read_as(kind: str, draft: Draft, context: Context) -> Need:
    """The need of a question taken to be of this kind: its agency and its subject depend on that."""
    question, scope = draft.question, draft.scope
    agency, said = _body(draft.called, kind in DUTY_KINDS, scope.taken, context.knowledge) or (None, "")
    if agency and draft.wanted and draft.wanted.sure and draft.wanted.is_of(agency):
        agency, said = None, ""  # "kể tên các cơ quan đăng ký" asks for them, not what they do
    taken = [
        *scope.taken,
        *([agency, said] if agency else []),
        *draft.sections,
    ]
    looked_for = partial(
        find_terms,
        question,
        kind,
        context.knowledge,
        context.lexicon,
        english_judge(context.lexicon, context.speller),
        english=draft.tongue.spelling in {"en", "mixed"},
    )
    terms = looked_for(taken)
    if scope.topic and not (terms or agency or kind in _WHOLE_PLAN):
        # "Kế hoạch kiểm tra ai chủ trì?" asks of nothing else than what calls the plan.
        terms = looked_for([phrase for phrase in taken if phrase != scope.topic])
    if draft.yesno and kind in _VALUE_KINDS:
        # What the question claims is checked against the answer; it is not what the answer is about.
        terms = tuple(term for term in terms if not _CLAIM_RE.fullmatch(term.text))
    if agency and kind in _OF_BODY and all(fold(term.text) in _DUTY_WORDS for term in terms):
        # "Nhiệm vụ của Vụ A" says no more than that its duties are asked for.
        actors = context.knowledge.actors
        acts = fold(agency) in actors or any(same_body(agency, actor) for actor in actors.values())
        terms = () if acts else (phrase_term(agency, (agency,), context.knowledge, 1.0),)
    if kind == "lead" and agency and not asks_who(cue_text(question)):
        kind = "duties"
    return Need(
        question=question,
        asked=question,
        words=draft.words,
        original=draft.original,
        language=draft.tongue.answer,
        spelling=draft.tongue.spelling,
        kind=kind,
        yesno=draft.yesno,
        terms=terms,
        scope=scope,
        agency=agency,
        agency_key=body_key(agency) if agency else None,
        wanted=draft.wanted,
    )


@lru_cache(maxsize=16)
def _body(
    called: str, of_duties: bool, taken: tuple[str, ...], knowledge: Knowledge
) -> tuple[str, str] | None:
    """The body asked about, looked for once for all kinds that look for it alike."""
    return asked_body(called, "duties" if of_duties else "passage", taken, knowledge.actors)


def _sections_named(question: str, knowledge: Knowledge, scope: Scope) -> list[str]:
    """Headings that only say where to look ("ở phần tổ chức thực hiện")."""
    asked = match_key(question)
    headings = {
        match_key(s.heading) for name in scope.tiers[0] for s in knowledge.plans[name].sections if s.heading
    }
    return [
        f"{cue} {heading}"
        for heading in sorted(headings)
        for cue in ("phần", "mục")
        if f"{cue} {heading}" in asked
    ]


def _join(need: Need, base: Need, name: str | None) -> Need:
    """Take from the new question what it says, and the rest from the one before."""
    names_plan = need.scope.named or bool(need.scope.foreign) or need.scope.absent_year is not None
    narrower = not need.scope.foreign and set(base.scope.tiers[0]) < set(need.scope.tiers[0])
    turns, topic = sum(term.weight for term in need.terms) >= OWN_SUBJECT, base.topic or base.question
    agency = need.agency or name
    if agency is None and need.kind in {"passage", base.kind}:
        agency = base.agency
    return replace(
        need,
        question=f"{need.question} ({topic})",
        topic=f"{need.question} ({topic})" if turns or need.agency not in {None, base.agency} else topic,
        language=need.language if need.spelling != "en" or base.language == "en" else base.language,
        kind=base.kind if need.kind == "passage" and not asked_parts(need.question) else need.kind,
        yesno=need.yesno or (need.kind == "passage" and base.yesno),
        terms=_joined_terms(need.terms, base.terms),
        said=need.terms,
        turns=turns,
        scope=need.scope if names_plan and not narrower else base.scope,
        agency=agency,
        agency_key=body_key(agency) if agency else None,
        wanted=need.wanted or base.wanted,
        follows=True,
    )


def _joined_terms(own: tuple[Term, ...], base: tuple[Term, ...]) -> tuple[Term, ...]:
    """What the follow-up says counts wholly; of the question before, one thing was probably replaced by it."""
    if not any(term.weight >= SAYS_SOMETHING for term in own):
        return base
    said = {term.text for term in own}
    other_number = any(term.text.isdigit() for term in own)
    kept = [
        replace(t, weight=t.weight * BASE_WEIGHT, required=False)
        for t in base
        if t.text not in said and not (other_number and t.text.isdigit())
    ]
    return (*own, *kept)
