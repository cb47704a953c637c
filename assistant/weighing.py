"""From what was typed to all that could be said to it, with what speaks for each: where questions are weighed."""

from __future__ import annotations

import gc
import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from assistant.answer.both import IN_TURN, tell_together, tells_one
from assistant.answer.candidates import HEAD_ONLY, Candidate, find_candidates
from assistant.answer.evidence.meaning import Meaning, build_meaning
from assistant.answer.evidence.report_periods import asked_periods, is_period
from assistant.answer.judged.features import describe
from assistant.answer.judged.judge import load_judge
from assistant.answer.judged.read import unread, with_reading
from assistant.answer.kinds.choose import by_issuer
from assistant.answer.kinds.each import MOST_ISSUERS
from assistant.answer.prepare import prepare
from assistant.answer.refusal import out_of_scope
from assistant.answer.told_last import FOUND, tell_on
from assistant.answer.unknown import of_cited_document
from assistant.knowledge import build_knowledge
from assistant.model import Answer, Turn
from assistant.question.attributes import asked_attribute
from assistant.question.cues import cue_text
from assistant.question.documents import DOC, SHORT_DOC
from assistant.question.more import asked_of_each
from assistant.question.parts import asked_apart, topic_of
from assistant.question.restore import build_speller
from assistant.question.sides import said_together, split_sides, uncompared
from assistant.question.two import asks_two
from assistant.question.understand import Context, Need, only_of, understand, within
from assistant.settings import Settings
from ingest.parse.provinces import province_names
from vectorstore.hits import Hit
from vectorstore.lexicon import load_lexicon
from vectorstore.library import Library
from vectorstore.reader import load_reader

__all__ = ["MOST_FURTHER", "Desk", "Weighed", "asked_on", "find_passages", "weigh", "weigh_question"]

_PLAN_RE = re.compile(rf"(?:{DOC}|{SHORT_DOC})\b")
VERY_ALIKE = 2.0
"""Likeness from which two phrases are two things though no other word sets them against each other."""
MOST_FURTHER = 2
"""Things asked behind the first that are looked for: each costs as much as a question."""
SEARCHED = 20
"""Passages that the search hands over."""


@dataclass(slots=True, eq=False)
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


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question as understood, all that could be said to it, and what speaks for each."""

    need: Need
    hits: tuple[Hit, ...]
    candidates: tuple[Candidate, ...]
    rows: tuple[dict[str, float], ...]
    refusal: Answer | None = None
    """What is said where the question asks of a place, a year or a body that no plan has."""


def weigh_question(desk: Desk, question: str, history: Sequence[Turn] = ()) -> Weighed:
    """Understand a question and gather its candidate answers with their features."""
    context = desk.context()
    return weigh(desk, context, understand(question, context, history))


def find_passages(desk: Desk, question: str, limit: int = SEARCHED) -> tuple[Hit, ...]:
    """The passages of the plans that a question means, best first, as the answer would search them."""
    return _search(desk, understand(question, desk.context()), limit)


def weigh(
    desk: Desk, context: Context, need: Need, of: Sequence[Hit] | None = None, *, part: bool = False
) -> Weighed:
    """The candidates of a need, which may be a later ``part`` of a question.

    A question that is itself half of another takes what was found for that one (``of``), and is not parted again.
    """
    knowledge = context.knowledge
    if not knowledge.plans:
        return Weighed(need, (), (), ())
    if refusal := out_of_scope(need, knowledge):
        return Weighed(need, (), (), (), refusal)
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
    parted = of is None and not need.yesno
    together = _both(desk, context, need, hits) if parted else []
    candidates += [*together, *(_in_turn(desk, context, need, hits) if parted else [])]
    not_held = of_cited_document(need, knowledge)
    candidates = [
        c
        for c in candidates
        if _of_the_year(need, c)
        and _of_each(need, c)
        and _holds(value, c)
        and not (not_held and c.source in HEAD_ONLY)
    ]
    if alone := of is None and not part:
        candidates, told_on = tell_on(candidates, need, knowledge, _plans(need))
    rows = describe(candidates, need, knowledge, fresh, near, meaning)
    if alone:
        rows = [
            row | (FOUND if more and row["fits"] else {}) for row, more in zip(rows, told_on, strict=True)
        ]
    if together:  # what was asked in halves has taken its time already
        rows = unread(rows)
    elif of is None:
        rows = with_reading(need.question, candidates, rows, load_judge(), load_reader())
    return Weighed(need, hits, tuple(candidates), tuple(rows))


def _both(desk: Desk, context: Context, need: Need, hits: tuple[Hit, ...]) -> list[Candidate]:
    """Several things asked about in one question: each is asked by itself, and the answers are told together.

    The things are two phrases of the question, or the plans of the bodies that it names.
    """
    found: list[Candidate] = []
    asked, knowledge = _own_question(need), context.knowledge
    certain = asks_two(cue_text(asked)) or asked_of_each(need.original) is not None
    texts = [knowledge.plans[name].source.clean for name in need.scope.tiers[0]]
    for sides in split_sides(asked):
        if not certain and (sides.likeness < VERY_ALIKE or said_together(sides, texts)):
            continue
        if len(asked_periods(asked)) > len(sides.things) and all(map(is_period, sides.things)):
            continue  # of "quý, 6 tháng và năm" two would leave the third
        each = [understand(question, context, need.before) for question in sides.questions]
        halves = [_half(desk, context, one, hits) for one in each]
        # Of two plans called by their topics each is told by another.
        plans = all(_PLAN_RE.match(cue_text(thing)) for thing in sides.things)
        alone = not plans and all(one.scope.tiers == each[0].scope.tiers for one in each)
        found += tell_together(
            "both", need, sides.things, halves, sides.likeness / 4, knowledge, of_one_plan=alone
        )
    groups = by_issuer(context.knowledge.plans, need.scope.tiers[0])
    compared = need.scope.several or (need.kind == "compare" and need.scope.placed)
    if not need.follows and compared and 2 <= len(groups) <= MOST_ISSUERS:
        single = understand(uncompared(need.question), context) if need.kind == "compare" else need
        single = need if single.kind == "passage" else single  # no word says what sort of thing is compared
        halves = [_half(desk, context, only_of(single, names), hits) for names in groups.values()]
        found += tell_together("bodies", need, [""] * len(groups), halves, 1.0, context.knowledge)
    return found


def _in_turn(desk: Desk, context: Context, need: Need, hits: tuple[Hit, ...]) -> list[Candidate]:
    """The clauses of a question that asks one thing after the other, each asked by itself: told together.

    Those behind the first are asked as one asks on after its answer.
    """
    question = _own_question(need)
    turns = asked_apart(question)[: MOST_FURTHER + 1]
    if len(turns) < 2:
        return []
    first = _placed(understand(turns[0], context, need.before), need)
    halves, alone, said = [_half(desk, context, first, hits)], True, ""
    for other in turns[1:]:
        if not halves[-1]:
            return []  # nothing is told together of which one part is answered by nothing
        said += " ".join(s.text for candidate, _ in halves[-1][:1] for s in candidate.statements)
        before = (*need.before, Turn("user", turns[0]), Turn("assistant", said))
        asked = _placed(asked_on(other, question, context, before), need)
        halves.append(_half(desk, context, asked, hits))
        own = understand(other, context).scope
        alone = alone and (not own.named or own.tiers == first.scope.tiers)
    return tell_together(
        "both", need, turns, halves, IN_TURN, context.knowledge, in_turn=True, of_one_plan=alone
    )


def asked_on(part: str, question: str, context: Context, before: Sequence[Turn]) -> Need:
    """A later part of a question, asked as one asks on; one that leans on nothing before it is of the question's topic."""
    asked, topic = understand(part, context, before), topic_of(question)
    return asked if asked.follows or not topic else understand(f"{topic} {part}", context, before)


def _own_question(need: Need) -> str:
    """What is asked without the question before that it leans on."""
    return need.words if need.before else need.question


def _placed(clause: Need, need: Need) -> Need:
    """A clause of a question asked of the plans that it names itself, or else of those that the question names."""
    return clause if clause.scope.named else within(clause, need.scope)


@lru_cache(maxsize=8)
def _half(
    desk: Desk, context: Context, need: Need, hits: tuple[Hit, ...]
) -> tuple[tuple[Candidate, float], ...]:
    """The candidates of one of several questions, the surest first.

    Remembered, for a clause asked in turn is often one of the two things that a question sets side by side, too.
    """
    weighed = weigh(desk, context, need, hits)
    return tuple((weighed.candidates[at], sure) for at, sure in load_judge().ranked(weighed.rows))


def _search(desk: Desk, need: Need, limit: int) -> tuple[Hit, ...]:
    return desk.library.search(need.question, limit=limit, only=_plans(need), named=need.scope.taken)


def _plans(need: Need) -> list[str]:
    return [name for tier in need.scope.tiers for name in tier]


def _of_the_year(need: Need, candidate: Candidate) -> bool:
    """A year that no plan is of must stand in the evidence itself, or above the column told of."""
    year = None if need.yesno else need.scope.absent_year
    units = [unit for statement in candidate.statements for unit in statement.units]
    return (
        year is None
        or candidate.source == "grid"
        or any(str(year) in f"{unit.context} {unit.text}" for unit in units)
    )


def _of_each(need: Need, candidate: Candidate) -> bool:
    """Which of two bodies has more is told by the plans of both."""
    if not (need.scope.several and asked_of_each(need.original)):
        return True
    cited = {unit.plan for statement in candidate.statements for unit in statement.units}
    return len(cited) > 1 or any(statement.refuses for statement in candidate.statements)


def _holds(value: str | None, candidate: Candidate) -> bool:
    """A telephone number, an address asked for must stand in the evidence itself, or be told to be left open."""
    texts = (unit.text for statement in candidate.statements for unit in statement.units)
    return value is None or candidate.source == "untold" or any(re.search(value, text) for text in texts)
