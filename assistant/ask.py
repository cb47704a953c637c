"""Question -> evidence -> answer: the one road, from what was typed to what can be signed."""

from __future__ import annotations

import gc
import re
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.answer.amounts import counts_another
from assistant.answer.both import IN_TURN, tell_together, tells_one
from assistant.answer.called import perhaps_another
from assistant.answer.candidates import HEAD_ONLY, Candidate, find_candidates, judged_by_its_line
from assistant.answer.cite import Statement, citation, compose
from assistant.answer.conflict import with_disputed
from assistant.answer.each import MOST_BODIES, by_issuer
from assistant.answer.exists import no_such_plan
from assistant.answer.features import describe
from assistant.answer.further import about, not_told
from assistant.answer.judge import guarded, load_judge
from assistant.answer.meaning import Meaning, build_meaning
from assistant.answer.offered import places_to_read
from assistant.answer.other_value import with_other_value
from assistant.answer.passages import nearest_passage
from assistant.answer.phrase import read_places, word_answer
from assistant.answer.prepare import prepare
from assistant.answer.read import unread, with_reading
from assistant.answer.section_lines import words_within
from assistant.answer.strangers import unknown_places
from assistant.answer.unknown import of_cited_document, unknown_documents
from assistant.answer.value import holds_sort
from assistant.answer.wording import clip, place, say
from assistant.knowledge import Knowledge, Unit, build_knowledge
from assistant.model import Answer, Citation, Language, Turn
from assistant.question.attributes import SUM, asked_attribute
from assistant.question.cues import cue_text
from assistant.question.parts import asked_apart
from assistant.question.restore import build_speller
from assistant.question.sides import said_together, split_sides, uncompared
from assistant.question.small_talk import Talk, small_talk, talk_language, without_small_talk
from assistant.question.sort import asked_sort
from assistant.question.two import asks_two
from assistant.question.understand import Context, Need, only_of, understand, within
from assistant.settings import Settings
from ingest.parse.provinces import province_names
from vectorstore.hits import Hit
from vectorstore.lexicon import load_lexicon
from vectorstore.library import Library
from vectorstore.reader import load_reader

__all__ = ["Desk", "Weighed", "answer_question", "find_passages", "stream_answer", "weigh_question"]

ON_SUBJECT = 0.7
"""Share of the subject from which a passage is about it, so that what it does not say is left out."""
_LEFT_OUT = {"when": "no_deadline", "who": "no_actor", "number": "no_number"}
_JUDGES = frozenset({"either", "conflict"})
"""Sorts of evidence that answer a yes-or-no question by more than yes or no."""
_GAP_RE = re.compile(r"\[…\]|\.{3,}|…{2,}|_{2,}|\b(?:đạt|trên|là|từ) (?:%|/)|(?:ngày|tháng) {2,}")
"""Where a form was not filled in."""
VERY_ALIKE = 2.0
"""Likeness from which two phrases are two things though no other word sets them against each other."""
WORTH_READING = 0.05
"""How sure a candidate must be for its place to be offered: of less likely ones of `dev4` 15 % cite the evidence, of those from .2 on 70 %."""
DISPUTED = 0.25
"""How sure a candidate must be to be told as what another place says, where two are said to disagree."""
MOST_FURTHER = 2
"""Things asked behind the first that are looked for: each costs as much as a question."""
SEARCHED = 20
"""Passages that the search hands over."""


@dataclass(slots=True)
class Desk:
    """Where questions are answered: the settings, the library, and what was learnt from it.

    What was learnt is built on the first question and again whenever the library has changed.
    """

    settings: Settings
    library: Library
    _revision: int = -1
    _context: Context | None = None
    _meaning: Meaning | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def context(self) -> Context:
        """What understanding and answering need to know of the library, up to date."""
        with self._lock:
            revision = self.library.revision()
            if self._context is None or revision != self._revision:
                knowledge = build_knowledge({e.name: self.library.plan(e.name) for e in self.library.plans()})
                places = {plan.letterhead.province or "" for plan in knowledge.plans.values()}
                speller = build_speller(knowledge.words, knowledge.pairs, places)
                self._meaning = build_meaning(knowledge)
                prepare(knowledge)
                gc.freeze()  # what was learnt stays: to look through it for garbage held up some answers by 200 ms
                self._context = Context(knowledge, speller, load_lexicon(), province_names())
                self._revision = revision
            return self._context

    def meaning(self) -> Meaning:
        """The units as vectors, in step with the context last asked for."""
        if self._meaning is None:
            self.context()
        assert self._meaning is not None
        return self._meaning


def answer_question(desk: Desk, question: str, history: Sequence[Turn] = ()) -> Answer:
    """Answer from the plans, with citations, or say that they do not tell."""
    return list(stream_answer(desk, question, history))[-1]


def stream_answer(desk: Desk, question: str, history: Sequence[Turn] = ()) -> Iterator[Answer]:
    """Yield the extracted answer at once; a language model's wording of it, where one is set, follows."""
    start = time.perf_counter()
    if talk := small_talk(question):
        yield _chat(talk, talk_language(question))
        return
    history = without_small_talk(history)
    context = desk.context()
    weighed = _weigh(desk, context, understand(question, context, history))
    extracted = _answer(desk, context, weighed)
    yield replace(extracted, seconds=round(time.perf_counter() - start, 4))
    if desk.settings.llm:
        certain = extracted.status == "answered" and extracted.sure
        phrase = word_answer if certain else read_places
        for worded in phrase(desk.settings, extracted, weighed.need.question):
            yield replace(worded, seconds=round(time.perf_counter() - start, 4))


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question as understood, all that could be said to it, and what speaks for each."""

    need: Need
    hits: tuple[Hit, ...]
    candidates: tuple[Candidate, ...]
    rows: tuple[dict[str, float], ...]


def weigh_question(desk: Desk, question: str, history: Sequence[Turn] = ()) -> Weighed:
    """Understand a question and gather its candidate answers with their features."""
    context = desk.context()
    return _weigh(desk, context, understand(question, context, history))


def _weigh(desk: Desk, context: Context, need: Need, of: Sequence[Hit] | None = None) -> Weighed:
    """The candidates of a need.

    A question that is itself half of another takes what was found for that one (``of``), and is not parted again.
    """
    knowledge = context.knowledge
    if not knowledge.plans or _out_of_scope(need, knowledge):
        return Weighed(need, (), (), ())
    hits = (
        _search(desk, need, SEARCHED) if of is None else tuple(hit for hit in of if hit.plan in _plans(need))
    )
    # Of a follow-up with a subject of its own, the old question's words would find the old place again.
    fresh = _search(desk, replace(need, question=need.asked), SEARCHED) if need.turns else hits
    meaning = desk.meaning()
    near = meaning.near(need.question)
    candidates = find_candidates(need, knowledge, hits, near)
    # What a yes-or-no question claims need not be so: its year, its "gửi qua email" may stand nowhere.
    value = None if need.yesno else asked_attribute(need.asked)
    if of is not None:
        candidates = [candidate for candidate in candidates if tells_one(candidate)]
    parted = of is None and not need.follows and not need.yesno
    together = _both(desk, context, need, hits) if parted else []
    candidates += [*together, *(_in_turn(desk, context, need, hits) if parted else [])]
    not_held = of_cited_document(need, knowledge)
    candidates = [
        c
        for c in candidates
        if _of_the_year(need, c) and _holds(value, c) and not (not_held and c.source in HEAD_ONLY)
    ]
    rows = describe(candidates, need, knowledge, fresh, near, meaning)
    if together:  # what was asked in halves has taken its time already
        rows = unread(rows)
    elif of is None:
        rows = with_reading(need.question, candidates, rows, load_judge(), load_reader())
    return Weighed(need, hits, tuple(candidates), tuple(rows))


def _both(desk: Desk, context: Context, need: Need, hits: Sequence[Hit]) -> list[Candidate]:
    """Several things asked about in one question: each is asked by itself, and the answers are told together.

    The things are two phrases of the question, or the plans of the bodies that it names.
    """
    found: list[Candidate] = []
    certain, knowledge = asks_two(cue_text(need.question)), context.knowledge
    texts = [knowledge.plans[name].source.clean for name in need.scope.tiers[0]]
    for sides in split_sides(need.question):
        if not certain and (sides.likeness < VERY_ALIKE or said_together(sides, texts)):
            continue
        halves = [_half(desk, context, understand(question, context), hits) for question in sides.questions]
        found += tell_together("both", need, sides.things, halves, sides.likeness / 4, knowledge)
    groups = by_issuer(context.knowledge.plans, need.scope.tiers[0])
    if (need.scope.several or (need.kind == "compare" and need.scope.placed)) and 2 <= len(
        groups
    ) <= MOST_BODIES:
        single = understand(uncompared(need.question), context) if need.kind == "compare" else need
        single = need if single.kind == "passage" else single  # no word says what sort of thing is compared
        halves = [_half(desk, context, only_of(single, names), hits) for names in groups.values()]
        found += tell_together("bodies", need, [""] * len(groups), halves, 1.0, context.knowledge)
    return found


def _in_turn(desk: Desk, context: Context, need: Need, hits: Sequence[Hit]) -> list[Candidate]:
    """The clauses of a question that asks one thing after the other, each asked by itself: told together.

    Those behind the first are asked as one asks on after its answer.
    """
    turns = asked_apart(need.question)[: MOST_FURTHER + 1]
    if len(turns) < 2:
        return []
    halves = [_half(desk, context, within(understand(turns[0], context), need.scope), hits)]
    said = " ".join(s.text for candidate, _ in halves[0][:1] for s in candidate.statements)
    before = (Turn("user", turns[0]), Turn("assistant", said))
    for other in turns[1:]:
        asked = within(understand(other, context, before), need.scope)
        halves.append(_half(desk, context, asked, hits))
    return tell_together("both", need, turns, halves, IN_TURN, context.knowledge, in_turn=True)


def _half(desk: Desk, context: Context, need: Need, hits: Sequence[Hit]) -> list[tuple[Candidate, float]]:
    """The candidates of one of several questions, the surest first."""
    weighed = _weigh(desk, context, need, hits)
    return [(weighed.candidates[at], sure) for at, sure in load_judge().ranked(weighed.rows)]


def find_passages(desk: Desk, question: str, limit: int = SEARCHED) -> tuple[Hit, ...]:
    """The passages of the plans that a question means, best first, as the answer would search them."""
    return _search(desk, understand(question, desk.context()), limit)


def _search(desk: Desk, need: Need, limit: int) -> tuple[Hit, ...]:
    return desk.library.search(need.question, limit=limit, only=_plans(need), named=need.scope.taken)


def _plans(need: Need) -> list[str]:
    return [name for tier in need.scope.tiers for name in tier]


def _chat(talk: Talk, language: Language) -> Answer:
    """What is said to a greeting, to thanks, and to a question about the assistant itself: nothing is cited."""
    lines = [say("help", language, example=say("example", language))]
    if talk != "help":
        lines = [say("greeting", language), *lines] if talk == "greeting" else [say("thanks", language)]
    return Answer("answered", "\n\n".join(lines), "help", language)


def _answer(desk: Desk, context: Context, weighed: Weighed) -> Answer:
    need, judge, knowledge = weighed.need, load_judge(), context.knowledge
    if not knowledge.plans:
        return _refuse(need, knowledge, "no_plans")
    if refusal := _out_of_scope(need, knowledge):
        return refusal
    ranked = judge.ranked(weighed.rows, rivals=not need.doubts)
    sureness = round(guarded(ranked[0][1], weighed.rows[ranked[0][0]]), 4) if ranked else None
    likely = [weighed.candidates[at] for at, sure in ranked if sure >= WORTH_READING]
    if sureness is None or sureness <= judge.threshold:
        return replace(_not_told(need, knowledge, weighed.hits, likely), sureness=sureness)
    chosen = judged_by_its_line(weighed.candidates[ranked[0][0]], weighed.candidates)
    disputed = [weighed.candidates[at].statements for at, sure in ranked[1:] if sure >= DISPUTED]
    if need.doubts and (both := with_disputed(chosen.statements, disputed, need)):
        chosen = replace(chosen, statements=both)
    elif asked_sort(need) == "number":
        chosen = replace(chosen, statements=with_other_value(chosen.statements, need, knowledge))
    refuses = any(statement.refuses for statement in chosen.statements)
    sure = sureness > judge.sure and not perhaps_another(chosen, knowledge)
    caveat = _caveat(chosen, sure=sure or refuses)
    all_asked = "in_turn_least" in dict(chosen.speaks)
    further = [] if refuses or all_asked else _asked_further(desk, context, need, chosen)
    answer = compose(chosen.need, knowledge.plans, (*caveat, *chosen.statements, *further))
    if sure:
        return replace(answer, sureness=sureness)
    told = [unit for statement in chosen.statements for unit in statement.units]
    others = places_to_read(likely[1:], need.terms, told, most=2)
    return replace(answer, sure=refuses, sureness=sureness, elsewhere=_cited(others, knowledge))


def _asked_further(desk: Desk, context: Context, need: Need, chosen: Candidate) -> list[Statement]:
    """What a question asks behind its first thing, each asked of the same plans as a follow-up of that and of its answer.

    Nothing that is told already, and nothing of a part that names a plan of its own or asks for yes or no.
    """
    first, *others = asked_apart(need.asked)
    if need.yesno or need.follows:
        return []
    judge, plans, told = load_judge(), context.knowledge.plans, list(chosen.statements)
    history = (Turn("user", first), Turn("assistant", compose(need, plans, told).text))
    of = sorted({unit.plan for statement in told for unit in statement.units})
    for part in others[:MOST_FURTHER]:
        asked = understand(part, context, history)
        if asked.yesno or asked.scope.named:
            continue
        weighed = _weigh(desk, context, only_of(asked, of))
        ranked = judge.ranked(weighed.rows)
        sureness = guarded(ranked[0][1], weighed.rows[ranked[0][0]]) if ranked else 0.0
        if sureness > judge.threshold and (
            new := not_told(weighed.candidates[ranked[0][0]].statements, told)
        ):
            told += [about(part, need.language, sure=sureness > judge.sure), *new]
    return told[len(chosen.statements) :]


def _caveat(chosen: Candidate, *, sure: bool) -> tuple[Statement, ...]:
    """What is said before an answer: that it is not certain, or leaves to the reader whether a claim holds."""
    told = chosen.statements
    judges = chosen.source in _JUDGES or any(s.verdict or s.refuses or s.left_open for s in told)
    if chosen.need.yesno and not judges:
        return (Statement(say("unjudged", chosen.need.language)),)
    return () if sure else (Statement(say("unsure", chosen.need.language)),)


def _not_told(need: Need, knowledge: Knowledge, hits: Sequence[Hit], likely: Sequence[Candidate]) -> Answer:
    """The refusal that fits: what a passage on the very subject leaves out or blank; else the likeliest places."""
    near = nearest_passage(need, knowledge, need.scope.tiers[0], hits)
    places = places_to_read(likely, need.terms) or ((near.unit,) if near else ())
    if not places:
        return _refuse(need, knowledge, "not_found")
    sort = asked_sort(need)
    if near and near.coverage >= ON_SUBJECT and (reason := _LEFT_OUT.get(sort)):
        blank = _GAP_RE.search(near.unit.text)
        if blank or not any(holds_sort(unit.text, sort) for unit in (near.unit, *places)):
            return _not_stated(need, knowledge, "gap" if blank else reason, (near.unit,))
    return _not_stated(need, knowledge, "not_found", places)


def _out_of_scope(need: Need, knowledge: Knowledge) -> Answer | None:
    """Refuse a place or a year that no plan has and that no plan's text mentions either."""
    strangers = [name for name in need.scope.foreign if name not in knowledge.frequency]
    if strangers and not need.scope.placed:
        return _refuse(need, knowledge, "foreign", names=", ".join(name.title() for name in strangers))
    if unknown := unknown_places(need.asked, knowledge):
        return _refuse(need, knowledge, "foreign", names=", ".join(unknown))
    if no_such_plan(need, knowledge) or unknown_documents(need, knowledge):
        return _refuse(need, knowledge, "no_such_plan")
    if need.kind in {"signer", "recipients"} and of_cited_document(need, knowledge):
        return _refuse(need, knowledge, "only_cited")
    of_a_plan = asked_sort(need) == "letterhead"
    if (
        need.scope.absent_year
        and not need.yesno
        and (of_a_plan or not knowledge.known(str(need.scope.absent_year)))
    ):
        return _refuse(need, knowledge, "absent_year", year=need.scope.absent_year)
    return None


def _of_the_year(need: Need, candidate: Candidate) -> bool:
    """A year that no plan is of must stand in the evidence itself, or above the column told of."""
    year = None if need.yesno else need.scope.absent_year
    units = [unit for statement in candidate.statements for unit in statement.units]
    return (
        year is None
        or candidate.source == "grid"
        or any(str(year) in f"{unit.context} {unit.text}" for unit in units)
    )


def _holds(value: str | None, candidate: Candidate) -> bool:
    """A telephone number, a sum of money asked for must stand in the evidence itself.

    Not so in a table of sums, which often says their measure nowhere, unless its column counts something else. Nor where
    the place is told to leave it open.
    """
    texts = (unit.text for statement in candidate.statements for unit in statement.units)
    if value is None or candidate.source == "untold" or any(re.search(value, text) for text in texts):
        return True
    bare = candidate.source == "grid" and value == SUM
    return bare and not counts_another(("tien",), candidate.statements[0].text)


def _refuse(need: Need, knowledge: Knowledge, reason: str, **parts: object) -> Answer:
    return compose(
        need, knowledge.plans, [Statement(say(reason, need.language, **parts))], status="not_found"
    )


def _not_stated(need: Need, knowledge: Knowledge, reason: str, places: Sequence[Unit]) -> Answer:
    """A refusal with the first of the places told as the nearest, and the others to look at."""
    near, *others = places
    where = place(near.path, knowledge.plans[near.plan], need.language)
    lines = [
        Statement(say(reason, need.language)),
        Statement(
            f"{say('nearest', need.language)} {clip(words_within(near, knowledge))} ({where}).", (near,)
        ),
    ]
    refusal = compose(need, knowledge.plans, lines, status="not_found")
    return replace(refusal, elsewhere=_cited(others, knowledge))


def _cited(units: Sequence[Unit], knowledge: Knowledge) -> tuple[Citation, ...]:
    return tuple(citation(unit, knowledge.plans[unit.plan]) for unit in units)
