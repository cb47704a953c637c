"""What else was asked in one question, told behind the answer to the first thing: only what is new."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.candidates import Candidate
from assistant.answer.cite import Statement
from assistant.answer.evidence.units import coverage
from assistant.answer.evidence.value import holds_sort
from assistant.answer.kinds.parts import tell_parts
from assistant.answer.kinds.rest_of_item import plain_words
from assistant.answer.wording import say
from assistant.grams import gram_set
from assistant.knowledge import Knowledge
from assistant.model import Language
from assistant.question.bodies import same_body
from assistant.question.parts import asked_parts, only_asks
from assistant.question.sort import asked_sort
from assistant.question.terms import Term
from assistant.question.understand import Need
from ingest.plan import Assignment, Deadline

__all__ = [
    "LISTED",
    "about",
    "bare",
    "holds_what",
    "not_told",
    "of_another_body",
    "of_one_matter",
    "of_the_task",
    "tells_of",
]

MOST = 4
"""Lines up to which the answer to a further thing is told: a longer list is an answer of its own."""

ENOUGH = 0.3
"""Share of a subject that a place must say to be of it."""
_HEADING_RE = re.compile(r"\*\*[^*]+\*\* – ")
"""The line above a list: the heading in bold, and where it stands."""
LISTED = frozenset({"duties", "list", "section", "outline"})
"""Kinds of questions that a whole list answers."""


def about(part: str, language: Language, *, sure: bool) -> Statement:
    """The line above what is told of a further thing, in the officer's own words, with a warning where it is not certain.

    >>> about("báo cáo cho ai?", "vi", sure=True).text
    'Về “báo cáo cho ai”:'
    """
    return Statement(say("further" if sure else "further_unsure", language, part=bare(part)), warns=not sure)


def bare(part: str) -> str:
    """A part of a question without the marks at its ends, to be quoted.

    >>> bare("báo cáo cho ai?")
    'báo cáo cho ai'
    """
    return part.strip(" ?.,;")


def not_told(
    found: Sequence[Statement], told: Sequence[Statement], *, whole: bool = False
) -> list[Statement]:
    """The statements of which something was not told; none of a refusal, or whose short answer stands there already.

    Nor of a long list, unless the ``whole`` of a list is asked for; nor a heading alone beneath which all is told. A short
    answer of its own is told though the sentence quoted for the first thing has its words.
    >>> not_told([Statement("Hạn: **15/11**"), Statement("Nộp trước 15/11.")], [Statement("Nộp trước 15/11.")])
    [Statement(text='Hạn: **15/11**', units=(), refuses=False, left_open=False, warns=False, verdict=None)]
    >>> not_told([Statement("Hạn: **15/11**")], [Statement("**15/11** nộp cho Sở Nội vụ")])
    []
    >>> not_told([Statement("**Sở Nội vụ**")], [Statement("**15/11**"), Statement("Gửi Sở Nội vụ trước 15/11")])[0].bolds
    ('Sở Nội vụ',)
    >>> not_told([Statement("**2. Trạm Y tế** – Kế hoạch 18"), Statement("- Báo cáo")], [Statement("Báo cáo")])
    []
    """
    if (len(found) > MOST and not whole) or any(one.refuses for one in found):
        return []
    shorts = plain_words(" ".join(bold for one in told for bold in one.bolds))
    unsaid = {bold for one in found for bold in one.bolds if plain_words(bold) not in shorts}
    if any(one.bolds for one in found) and not unsaid:
        return []
    said = plain_words(" ".join(one.text for one in told))
    new = [one for one in found if unsaid.intersection(one.bolds) or plain_words(one.text) not in said]
    only_heading = len(found) > 1 and new == [found[0]] and _HEADING_RE.match(found[0].text) is not None
    return [] if only_heading else new


def of_the_task(part: str, asked: Need, told: Sequence[Statement], knowledge: Knowledge) -> list[Statement]:
    """What the row of a table that was told of says of a part that names no subject of its own; [] for other parts."""
    kinds = asked_parts(part)
    if not kinds or not only_asks(part, english=asked.language == "en"):
        return []
    rows = (unit for statement in told for unit in statement.units if "/row " in unit.path)
    found = (tell_parts(row, asked, knowledge, kinds, alone=True) for row in rows)
    return next(filter(None, found), [])[:1]


def holds_what(part: str, asked: Need, told: Sequence[Statement]) -> bool:
    """Whether what was told already holds something of the sort that a part asks for, or that cannot be known.

    For a part with a subject of its own the short answers to the others are not that.
    """
    sort = asked_sort(asked)
    if sort not in {"who", "when", "number"}:
        return True
    texts = [unit.text for statement in told for unit in statement.units]
    if not only_asks(part, english=asked.language == "en"):
        for short in (bold for statement in told for bold in statement.bolds):
            texts = [text.replace(short, " ") for text in texts]
    return any(holds_sort(text, sort) for text in texts)


def of_one_matter(found: Sequence[Statement], told: Sequence[Statement]) -> bool:
    """Whether an answer stands in an item told of before, or is of a body told of: else it may be of another matter."""
    items = {(unit.plan, unit.path) for one in told for unit in one.units}
    within = any((unit.plan, unit.path) in items for one in found for unit in one.units)
    return within or any(same_body(one, other) for one in _bodies(told) for other in _bodies(found))


def tells_of(subject: Sequence[Term], found: Sequence[Statement]) -> bool:
    """Whether an answer has a short answer, and a place of it says enough of a subject to tell of that and not of another."""
    shares = (
        coverage(
            subject, gram_set(f"{unit.text} {unit.heading}"), gram_set(unit.context), gram_set(unit.near)
        )
        for one in found
        for unit in one.units
    )
    short = bool(found[0].bolds) and not _HEADING_RE.match(found[0].text)
    return short and max(shares, default=0.0) >= ENOUGH


def of_another_body(found: Candidate, told: Sequence[Statement]) -> bool:
    """Whether a time or a receiver is told of what another body owes than the one told of before, or asked about."""
    if asked_sort(found.need) != "when" and found.need.kind != "report_to":
        return False
    acting, owing = _bodies(told), _bodies(found.statements)
    if found.need.agency:  # "nơi đó báo tiếp khi nào?"
        acting.add(found.need.agency)
    return bool(acting and owing) and not any(same_body(one, other) for one in acting for other in owing)


def _bodies(statements: Sequence[Statement]) -> set[str]:
    """Who does or owes the facts told."""
    facts = [unit.fact for statement in statements for unit in statement.units]
    return {
        name
        for fact in facts
        if (
            name := fact.actor
            if isinstance(fact, Assignment)
            else fact.who
            if isinstance(fact, Deadline)
            else None
        )
    }
