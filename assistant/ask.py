"""Question -> evidence -> answer: the one road, from what was typed to what can be signed."""

from __future__ import annotations

import itertools
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from assistant.answer.both import names_a_place, of_its_sort
from assistant.answer.candidates import HEAD_ONLY, Candidate
from assistant.answer.cite import Statement, compose
from assistant.answer.evidence.asked_verb import VERB
from assistant.answer.evidence.parties import only_helps, only_passes_on, receivers
from assistant.answer.evidence.place_said import asked_above
from assistant.answer.further import (
    LISTED,
    about,
    bare,
    holds_what,
    not_told,
    of_another_body,
    of_one_matter,
    of_the_task,
    tells_of,
)
from assistant.answer.judged.called import perhaps_another
from assistant.answer.judged.features import is_of_sort
from assistant.answer.judged.judge import guarded, load_judge
from assistant.answer.kinds.conflict import told_once, with_disputed
from assistant.answer.kinds.identity import IDENTITY_KINDS
from assistant.answer.kinds.other_value import with_other_value
from assistant.answer.kinds.parts import tells_part
from assistant.answer.kinds.titled import head_fields, tell_fields
from assistant.answer.members import with_members
from assistant.answer.offered import places_to_read
from assistant.answer.refined import all_parts_told, judged_by_its_line, not_listed, of_each_plan, value_first
from assistant.answer.refusal import cited, not_told_at_all, refuse
from assistant.answer.unknown import unknown_documents
from assistant.answer.worded.phrase import read_places, word_answer
from assistant.answer.wording import say
from assistant.knowledge import Knowledge, Unit
from assistant.model import Answer, Language, Turn
from assistant.question.as_meant import as_meant
from assistant.question.cues import cue_text, find_kinds
from assistant.question.more import asked_of_each
from assistant.question.parts import asked_apart, asked_parts, only_asks
from assistant.question.small_talk import Talk, small_talk, talk_language, without_small_talk
from assistant.question.sort import asked_sort
from assistant.question.understand import Context, Need, only_of, understand, within
from assistant.weighing import MOST_FURTHER, Desk, Weighed, asked_on, weigh

__all__ = ["answer_question", "one_sided", "stream_answer"]

_JUDGES = frozenset({"either", "conflict"})
"""Sorts of evidence that answer a yes-or-no question by more than yes or no."""
WORTH_READING = 0.05
"""How sure a candidate must be for its place to be offered: of less likely ones of `dev4` 15 % cite the evidence, of those from .2 on 70 %."""
DISPUTED = 0.25
"""How sure a candidate must be to be told for certain as what another place says, where two are said to disagree."""


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
    need, heads = _without_heads(understand(question, context, history), context)
    weighed = weigh(desk, context, need)
    extracted = _answer(desk, context, weighed, heads)
    if not extracted.understood and as_meant(question, context.speller.words.__contains__) != question:
        extracted = replace(extracted, understood=need.original)
    yield replace(extracted, seconds=round(time.perf_counter() - start, 4))
    if desk.settings.llm:
        certain = extracted.status == "answered" and extracted.sure
        phrase = word_answer if certain else read_places
        for worded in phrase(desk.settings, extracted, weighed.need.question):
            yield replace(worded, seconds=round(time.perf_counter() - start, 4))


def _chat(talk: Talk, language: Language) -> Answer:
    """What is said to a greeting, to thanks, and to a question about the assistant itself: nothing is cited."""
    lines = [say("help", language, example=say("example", language))]
    if talk != "help":
        lines = [say("greeting", language), *lines] if talk == "greeting" else [say("thanks", language)]
    return Answer("answered", "\n\n".join(lines), "help", language)


_Heads = Sequence[tuple[str, tuple[str, ...]]]
"""Parts of a question that ask for the head or foot of the plan, each with the fields it asks for."""


def _without_heads(need: Need, context: Context) -> tuple[Need, _Heads]:
    """What else a question asks than the head of its plan ("..., số mấy, ai ký?"), and the parts that ask for that."""
    if need.follows or need.yesno:
        return need, ()
    parts = asked_apart(need.words)
    fields = head_fields(parts)
    heads = [(part, of) for part, of in zip(parts, fields, strict=True) if of]
    others = [part for part, of in zip(parts, fields, strict=True) if not of]
    body = understand(", ".join(others), context) if heads and others else need
    if body is need or (len(others) == 1 and body.kind in IDENTITY_KINDS):
        return need, ()
    return body if body.scope.named else within(body, need.scope), heads


def _tell_heads(need: Need, heads: _Heads, plans: Collection[str], knowledge: Knowledge) -> list[Statement]:
    """What the head or foot of the one plan that was told of, or is meant, says; nothing of several."""
    told: list[Statement] = []
    for part, fields in heads if len(plans) == 1 else ():
        if new := not_told(tell_fields(need, fields, [*plans], knowledge), told):
            told += [about(part, need.language, sure=True), *new]
    return told


def _answer(desk: Desk, context: Context, weighed: Weighed, heads: _Heads = ()) -> Answer:
    need, judge, knowledge = weighed.need, load_judge(), context.knowledge
    if not knowledge.plans:
        return refuse(need, knowledge, "no_plans")
    scope = need.scope.tiers[0] if need.scope.named or need.scope.placed else ()
    if only_head := _tell_heads(need, heads, scope, knowledge):
        only_head = [*(_open(part, need) for part in asked_apart(need.words)), *only_head]
    if weighed.refusal:
        stranger = need.scope.foreign or unknown_documents(need, knowledge)
        return compose(need, knowledge.plans, only_head) if only_head and not stranger else weighed.refusal
    ranked = judge.ranked(weighed.rows, rivals=not need.doubts)
    sureness = round(guarded(ranked[0][1], weighed.rows[ranked[0][0]]), 4) if ranked else None
    likely = [weighed.candidates[at] for at, sure in ranked if sure >= WORTH_READING]
    if sureness is None or (
        sureness <= judge.threshold and not _by_time_alone(weighed.candidates[ranked[0][0]])
    ):
        if of_a_part := _one_part_told(desk, context, need):
            return of_a_part
        if of_above := _told_above(desk, context, need):
            return of_above
        if only_head:
            return replace(compose(need, knowledge.plans, only_head), sure=False, sureness=sureness)
        return replace(not_told_at_all(need, knowledge, weighed.hits, likely), sureness=sureness)
    chosen = judged_by_its_line(weighed.candidates[ranked[0][0]], weighed.candidates)
    chosen = not_listed(chosen, knowledge)
    behind = [(weighed.candidates[at], sure) for at, sure in ranked[1:]]
    chosen = of_each_plan(value_first(chosen, behind), behind)
    disputed = [candidate.statements for candidate in likely[1:]] if need.doubts else []
    surely = sum(sure >= DISPUTED for _, sure in behind)
    both = with_disputed(chosen.statements, disputed[:surely], need)
    perhaps = both or with_disputed(chosen.statements, disputed, need)
    if perhaps:
        chosen = replace(chosen, statements=perhaps)
    elif asked_sort(need) == "number":
        chosen = replace(chosen, statements=with_other_value(chosen.statements, need, knowledge))
    elif asked_sort(need) == "who":
        chosen = replace(chosen, statements=with_members(chosen.statements, need.language, knowledge))
    chosen, further = _with_further(desk, context, need, chosen, behind)
    refuses = any(statement.refuses for statement in chosen.statements)
    unchecked = need.doubts and not refuses and told_once(chosen.statements, need)
    least = min(sureness, dict(chosen.speaks).get("no_surer_than", 1.0))  # a set is as sure as its parts
    passed = any(only_passes_on(need, unit) or only_helps(need, unit) for unit in chosen.statements[0].units)
    # Who only sends a thing is not told for sure to do what is asked of it, where nobody is said to do that.
    sends = any(receivers(unit.text) != ((), ()) for unit in chosen.statements[0].units)
    unsaid = sends and weighed.rows[ranked[0][0]].get(VERB, 1.0) == 0
    halved = asked_of_each(need.original) is not None and len(chosen.statements[0].bolds) == 1
    doubtful = (
        perhaps_another(chosen, knowledge)
        or unchecked
        or perhaps != both
        or passed
        or unsaid
        or halved
        or names_a_place(chosen)
        or any(statement.warns for statement in (*chosen.statements, *further))
        or one_sided(need, [unit for statement in chosen.statements for unit in statement.units])
    )
    sure = least > judge.sure and not doubtful and not _left_to_reader(chosen)
    caveat = (
        (Statement(say("one_place", need.language)),) if unchecked else _caveat(chosen, sure=sure or refuses)
    )
    of = {unit.plan for statement in (*chosen.statements, *further) for unit in statement.units}
    further += _tell_heads(need, heads, of, knowledge)
    answer = compose(chosen.need, knowledge.plans, (*caveat, *chosen.statements, *further))
    if sure:
        return replace(answer, sureness=sureness)
    told = [unit for statement in chosen.statements for unit in statement.units]
    others = places_to_read(likely[1:], need.terms, told, most=2)
    return replace(answer, sure=refuses, sureness=sureness, elsewhere=cited(others, knowledge))


def one_sided(need: Need, units: Sequence[Unit]) -> bool:
    """Whether two plans are named and one alone is told: "bên nào Chủ tịch ký?" is of their difference."""
    return need.scope.several and not need.yesno and len({unit.plan for unit in units}) == 1


def _by_time_alone(candidate: Candidate) -> bool:
    """Whether an answer lists what is due in a time, and nothing else is asked: every line of it is of that time."""
    return candidate.source == "due" and not candidate.need.terms


def _told_above(desk: Desk, context: Context, need: Need) -> Answer | None:
    """What plans of bodies above tell of the place whose own plans tell nothing, never as certain; None where they do not."""
    if not need.scope.above or need.kind in IDENTITY_KINDS:  # who signed is told by the plan itself alone
        return None
    answer = _answer(desk, context, weigh(desk, context, asked_above(need, context.knowledge)))
    return answer if answer.status == "answered" else None


def _one_part_told(desk: Desk, context: Context, need: Need) -> Answer | None:
    """The first of several things asked that the plans tell when it is asked alone, and what else they tell.

    None where nothing is, or one thing is asked.
    """
    parts = asked_apart(need.words)[: MOST_FURTHER + 1]
    if need.yesno or len(parts) < 2:
        return None
    before = need.before
    subject = understand(parts[0], context, before).terms
    for at, part in enumerate(parts):
        asked = asked_on(part, need.words, context, before) if at else understand(part, context, before)
        asked = within(asked, need.scope)
        found = _likely(desk, context, asked)
        of_first = (
            at and asked.follows and not asked.turns
        )  # asked of the first part's subject, of which nothing was found
        if found and of_first and not tells_of(subject, found[0][0].statements):
            found = []
        if found and not found[0][0].need.yesno:
            chosen, sureness = found[0]
            lines = (
                Statement(say("unsure", need.language)),
                about(part, need.language, sure=True),
                *chosen.statements,
            )
            further = _asked_further(desk, context, need, chosen, part, parts[at + 1 :])
            not_answered = [_open(one, need) for one in parts[:at]]
            answer = compose(chosen.need, context.knowledge.plans, (*lines, *further, *not_answered))
            return replace(answer, sure=False, sureness=round(sureness, 4))
        before = (*need.before, Turn("user", parts[0]))
    return None


def _with_further(
    desk: Desk, context: Context, need: Need, chosen: Candidate, behind: Sequence[tuple[Candidate, float]]
) -> tuple[Candidate, list[Statement]]:
    """An answer and what is told of the other things asked; where one stays open, the likely task that tells it too."""
    answered, beside = _parts_beside(asked_apart(need.words), chosen)
    if chosen.source == "both" or any(statement.refuses for statement in chosen.statements):
        beside = []
    further = _asked_further(desk, context, need, chosen, answered, beside)
    if any(_open(part, need) in further for part in beside) and (wider := all_parts_told(chosen, behind)):
        return _with_further(desk, context, need, wider, ())
    return chosen, further


def _parts_beside(parts: Sequence[str], chosen: Candidate) -> tuple[str, list[str]]:
    """The part that an answer is of (the first that asks for its kind, or else the first), and those still open.

    When and to whom a thing is sent are told in one: the part next to it that asks for the other is answered, too.
    """
    kinds = [find_kinds(cue_text(part)) for part in parts]
    surely = (at for at, asked in enumerate(kinds) if asked[:1] == (chosen.need.kind,))
    perhaps = (at for at, asked in enumerate(kinds) if chosen.need.kind in asked)
    at = 0 if chosen.source == "parts" else next(itertools.chain(surely, perhaps), 0)
    short = " ".join(bold for statement in chosen.statements for bold in statement.bolds)
    other = {"deadline": ("report_to", "who"), "report_to": ("deadline", "when")}.get(chosen.need.kind)
    told = {at}
    if other and is_of_sort(short, other[1]):
        told |= {by for by in (at - 1, at + 1) if 0 <= by < len(parts) and other[0] in kinds[by]}
    if chosen.source == "parts":
        told |= {by for by, part in enumerate(parts) if _told_of_task(part, chosen)}
    if chosen.source in HEAD_ONLY:  # all its fields were told in one
        told |= {by for by, fields in enumerate(head_fields(parts)) if fields}
    return parts[at], [part for place, part in enumerate(parts) if place not in told]


def _told_of_task(part: str, chosen: Candidate) -> bool:
    """Whether what is told of a task tells a part that names no subject of its own."""
    line, language = chosen.statements[0], chosen.need.language
    kinds = asked_parts(part) if only_asks(part, english=language == "en") else ()
    return bool(kinds) and all(tells_part(line, kind, language) for kind in kinds)


def _asked_further(
    desk: Desk, context: Context, need: Need, chosen: Candidate, answered: str, others: Sequence[str]
) -> list[Statement]:
    """What a question asks beside the part answered, each as a follow-up of that part and of its answer.

    Asked of the same plans, unless it names one of its own. Nothing that is told already; of what nothing told holds, that it is open.
    """
    if need.yesno:
        return []
    told = list(chosen.statements)
    of = sorted({unit.plan for statement in told for unit in statement.units})
    before = understand(answered, context, need.before).scope if others else need.scope
    for part in others[:MOST_FURTHER]:
        said = Turn("assistant", compose(need, context.knowledge.plans, told).text)
        history = (*need.before, Turn("user", answered), said)
        asked = asked_on(part, need.words, context, history)
        if asked.yesno:
            continue
        if of_task := not_told(of_the_task(part, asked, told, context.knowledge), told):
            told += [about(part, need.language, sure=True), *of_task]
            continue
        own = understand(part, context).scope
        names_a_plan = own.named and own != before
        likely = _likely(desk, context, asked if names_a_plan else only_of(asked, of))
        fitting = [(one, sureness) for one, sureness in likely if not of_another_body(one, told)]
        lines = [not_told(one.statements, told, whole=one.need.kind in LISTED) for one, _ in fitting]
        # The first that tells something new, or whose short answer stands there already.
        at = next((at for at, (one, _) in enumerate(fitting) if lines[at] or one.statements[0].bolds), None)
        if at is not None and lines[at]:
            sure = fitting[at][1] > load_judge().sure and of_one_matter(lines[at], told)
            told += [about(part, need.language, sure=sure), *lines[at]]
        elif at is None and not holds_what(part, asked, told):
            told.append(_open(part, need))
    return told[len(chosen.statements) :]


def _open(part: str, need: Need) -> Statement:
    return Statement(say("part_open", need.language, part=bare(part)), warns=True)


def _likely(desk: Desk, context: Context, need: Need) -> list[tuple[Candidate, float]]:
    """The answers to a part of a question that are sure enough, the surest first; none where that is a refusal."""
    weighed, judge = weigh(desk, context, need, part=True), load_judge()
    every = [
        (weighed.candidates[at], guarded(sureness, weighed.rows[at]))
        for at, sureness in judge.ranked(weighed.rows)
    ]
    sure = [(one, sureness) for one, sureness in every if sureness > judge.threshold]
    if any(statement.refuses for one, _ in sure[:1] for statement in one.statements):
        return []
    return [
        (one, sureness)
        for one, sureness in sure
        if of_its_sort(one) and not any(s.refuses for s in one.statements)
    ]


def _caveat(chosen: Candidate, *, sure: bool) -> tuple[Statement, ...]:
    """What is said before an answer: that it is not certain, or leaves to the reader whether a claim holds."""
    if _left_to_reader(chosen):
        return (Statement(say("unjudged", chosen.need.language)),)
    return () if sure else (Statement(say("unsure", chosen.need.language)),)


def _left_to_reader(chosen: Candidate) -> bool:
    """Whether an answer to a yes-or-no question has no verdict: however sure its place, what it says of the claim is not."""
    told = chosen.statements
    judges = chosen.source in _JUDGES or any(s.verdict or s.refuses or s.left_open for s in told)
    return chosen.need.yesno and not judges
