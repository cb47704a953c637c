"""What else was asked in one question, told behind the answer to the first thing: only what is new."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.candidates import Candidate
from assistant.answer.cite import Statement
from assistant.answer.evidence.value import holds_sort
from assistant.answer.kinds.rest_of_item import plain_words
from assistant.answer.wording import say
from assistant.model import Language
from assistant.question.bodies import same_body
from assistant.question.sort import asked_sort
from assistant.question.understand import Need
from ingest.plan import Assignment, Deadline

__all__ = ["LISTED", "about", "bare", "holds_what", "not_told", "of_another_body", "of_one_matter"]

MOST = 4
"""Lines up to which the answer to a further thing is told: a longer list is an answer of its own."""

_HEADING_RE = re.compile(r"\*\*[^*]+\*\* – ")
"""The line above a list: the heading in bold, and where it stands."""
LISTED = frozenset({"duties", "list", "section", "outline"})
"""Kinds of questions that a whole list answers."""


def about(part: str, language: Language, *, sure: bool) -> Statement:
    """The line above what is told of a further thing, in the officer's own words, with a warning where it is not certain.

    >>> about("báo cáo cho ai?", "vi", sure=True).text
    'Về “báo cáo cho ai”:'
    """
    return Statement(say("further" if sure else "further_unsure", language, part=bare(part)))


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
    [Statement(text='Hạn: **15/11**', units=(), refuses=False, left_open=False, verdict=None)]
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


def holds_what(asked: Need, told: Sequence[Statement]) -> bool:
    """Whether what was told already holds something of the sort that a part asks for, or that cannot be known."""
    sort = asked_sort(asked)
    if sort not in {"who", "when", "number"}:
        return True
    return any(holds_sort(unit.text, sort) for statement in told for unit in statement.units)


def of_one_matter(found: Sequence[Statement], told: Sequence[Statement]) -> bool:
    """Whether an answer stands in an item told of before, or is of a body told of: else it may be of another matter."""
    items = {(unit.plan, unit.path) for one in told for unit in one.units}
    within = any((unit.plan, unit.path) in items for one in found for unit in one.units)
    return within or any(same_body(one, other) for one in _bodies(told) for other in _bodies(found))


def of_another_body(found: Candidate, told: Sequence[Statement]) -> bool:
    """Whether a time or a receiver is told of what another body owes than the one that was told of before."""
    if asked_sort(found.need) != "when" and found.need.kind != "report_to":
        return False
    acting, owing = _bodies(told), _bodies(found.statements)
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
