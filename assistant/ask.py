"""Question -> evidence -> answer: the one road, from what was typed to what can be signed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.answer.choose import by_title
from assistant.answer.cite import Statement, compose
from assistant.answer.conflict import answer_conflict
from assistant.answer.deadlines import answer_addressee, answer_deadline, answer_report_to, nearest_task
from assistant.answer.duties import answer_duties, answer_rows
from assistant.answer.identity import answer_identity
from assistant.answer.outline import answer_outline
from assistant.answer.passages import answer_heading, answer_passage, answer_section, nearest_passage
from assistant.answer.phrase import word_answer
from assistant.answer.references import answer_reference
from assistant.answer.targets import answer_target
from assistant.answer.verdict import answer_compare, answer_count
from assistant.answer.who import answer_who, is_task_without_actor
from assistant.answer.wording import clip, place, say
from assistant.answer.yesno import answer_yesno, with_verdict
from assistant.knowledge import Knowledge, Unit, build_knowledge
from assistant.model import Answer, Turn
from assistant.question.attributes import asked_attribute
from assistant.question.restore import build_speller
from assistant.question.understand import Context, Need, understand
from assistant.settings import Settings
from ingest.parse.places import province_names
from vectorstore.hits import Hit
from vectorstore.lexicon import load_lexicon
from vectorstore.library import Library

__all__ = ["Desk", "answer_question", "stream_answer"]

Answerer = Callable[[Need, Knowledge, Sequence[str]], list[Statement]]
SEARCHED = 20
"""Passages that the search hands over."""
_BY_KIND: dict[str, tuple[Answerer, ...]] = {
    "lead": (answer_who,),
    "coordinate": (answer_who,),
    "advise": (answer_who,),
    "duties": (answer_rows, answer_duties),
    "list": (answer_rows, answer_duties, answer_heading),
    "deadline": (answer_deadline,),
    "report_to": (answer_report_to, answer_addressee),
    "target": (answer_target,),
    "count": (answer_count, answer_target),
    "reference": (answer_reference,),
    "reference_date": (answer_reference,),
    "letterhead_number": (answer_identity,),
    "letterhead_date": (answer_identity,),
    "issuer": (answer_identity,),
    "signer": (answer_identity,),
    "recipients": (answer_identity,),
    "blank": (answer_identity,),
    "section": (answer_section, answer_heading),
    "outline": (answer_outline,),
    "compare": (answer_compare,),
    "conflict": (answer_conflict,),
    "passage": (answer_rows, answer_section, answer_heading),
}


@dataclass(slots=True)
class Desk:
    """Where questions are answered: the settings, the library, and what was learnt from it.

    What was learnt is built on the first question and again whenever the library has changed.
    """

    settings: Settings
    library: Library
    _revision: int = -1
    _context: Context | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def context(self) -> Context:
        """What understanding and answering need to know of the library, up to date."""
        with self._lock:
            revision = self.library.revision()
            if self._context is None or revision != self._revision:
                knowledge = build_knowledge({e.name: self.library.plan(e.name) for e in self.library.plans()})
                speller = build_speller(knowledge.words, knowledge.pairs)
                self._context = Context(knowledge, speller, load_lexicon(), province_names())
                self._revision = revision
            return self._context


def answer_question(desk: Desk, question: str, history: Sequence[Turn] = ()) -> Answer:
    """Answer from the plans, with citations, or say that they do not tell."""
    return list(stream_answer(desk, question, history))[-1]


def stream_answer(desk: Desk, question: str, history: Sequence[Turn] = ()) -> Iterator[Answer]:
    """Yield the extracted answer at once; a language model's wording of it, where one is set, follows."""
    start = time.perf_counter()
    context = desk.context()
    need = understand(question, context, history)
    extracted = _answer(desk, context.knowledge, need)
    yield replace(extracted, seconds=round(time.perf_counter() - start, 4))
    if desk.settings.llm:
        for worded in word_answer(desk.settings, extracted, need.question):
            yield replace(worded, seconds=round(time.perf_counter() - start, 4))


def _answer(desk: Desk, knowledge: Knowledge, need: Need) -> Answer:
    if not knowledge.plans:
        return _refuse(need, knowledge, "no_plans")
    if refusal := _out_of_scope(need, knowledge):
        return refusal
    hits: Sequence[Hit] = ()
    for tier in need.scope.tiers:
        plans = by_title(need, knowledge, tier)
        for answerer in _answerers(need):
            statements = answerer(need, knowledge, plans)
            if need.yesno:
                statements = with_verdict(need, statements)
            if statements and _of_the_year(need, knowledge, statements):
                return compose(need, knowledge.plans, statements)
        hits = desk.library.search(need.question, limit=SEARCHED, only=plans, named=need.scope.taken)
        statements = answer_passage(need, knowledge, plans, hits)
        if statements and _of_the_year(need, knowledge, statements):
            return compose(need, knowledge.plans, statements)
        if need.kind == "deadline" and (task := nearest_task(need, knowledge, plans)):
            return _not_stated(need, knowledge, "no_deadline", task)
    near = nearest_passage(need, knowledge, need.scope.tiers[0], hits)
    if near and need.kind in {"lead", "coordinate", "advise"} and is_task_without_actor(near, knowledge):
        return _not_stated(need, knowledge, "no_actor", near)
    return _not_stated(need, knowledge, "not_found", near) if near else _refuse(need, knowledge, "not_found")


def _answerers(need: Need) -> tuple[Answerer, ...]:
    own = _BY_KIND.get(need.kind, ())
    return (answer_yesno, *own) if need.yesno else own


def _out_of_scope(need: Need, knowledge: Knowledge) -> Answer | None:
    """Refuse a place or a year that no plan has and that no plan's text mentions either."""
    strangers = [name for name in need.scope.foreign if name not in knowledge.frequency]
    if strangers and not need.scope.placed:
        return _refuse(need, knowledge, "foreign", names=", ".join(name.title() for name in strangers))
    if (attribute := asked_attribute(need.question)) and not knowledge.known(attribute):
        return _refuse(need, knowledge, "not_found")
    if need.scope.absent_year and not knowledge.known(str(need.scope.absent_year)):
        return _refuse(need, knowledge, "absent_year", year=need.scope.absent_year)
    return None


def _of_the_year(need: Need, knowledge: Knowledge, statements: Sequence[Statement]) -> bool:
    """A year that no plan is of must stand in the evidence itself."""
    year = need.scope.absent_year
    units = [unit for statement in statements for unit in statement.units]
    return year is None or any(str(year) in f"{unit.context} {unit.text}" for unit in units)


def _refuse(need: Need, knowledge: Knowledge, reason: str, **parts: object) -> Answer:
    return compose(
        need, knowledge.plans, [Statement(say(reason, need.language, **parts))], status="not_found"
    )


def _not_stated(need: Need, knowledge: Knowledge, reason: str, near: Unit) -> Answer:
    where = place(near.path, knowledge.plans[near.plan], need.language)
    lines = [
        Statement(say(reason, need.language)),
        Statement(f"{say('nearest', need.language)} {clip(near.text)} ({where}).", (near,)),
    ]
    return compose(need, knowledge.plans, lines, status="not_found")
