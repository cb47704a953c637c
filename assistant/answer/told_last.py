"""What a follow-up is told out of the very place that the last answer came from: not the same again, but what else it says.

In: the candidates of a follow-up that says something of its own. Out: those that would only tell the value told last
without that value, and which of them tell another one of that place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.candidates import Candidate
from assistant.answer.evidence.amounts import tells_sum
from assistant.answer.evidence.units import coverage
from assistant.answer.kinds.due_in import MAY_LACK
from assistant.answer.kinds.followed import SAYS
from assistant.answer.kinds.rest_of_item import plain_words
from assistant.grams import gram_set
from assistant.knowledge import Knowledge, Unit
from assistant.question.cues import cue_text
from assistant.question.last_place import last_place
from assistant.question.money import asks_money
from assistant.question.understand import Need

__all__ = ["FOUND", "tell_on"]

FOUND = {"found": 1.0, "found^2": 1.0, "found_behind": 0.0}
"""The features of an answer that a search finds first of all: where the last answer stood, need not be searched."""
_UNSURE = ("no_surer_than", MAY_LACK)
_BOLD_RE = re.compile(r"\*\*(.+?)\*\*")


def tell_on(
    candidates: Sequence[Candidate], need: Need, knowledge: Knowledge, plans: Sequence[str]
) -> tuple[list[Candidate], list[bool]]:
    """The candidates, those that only tell again what was told last without it, and whether each tells more of its place.

    More is told where the place says what the follow-up does, or a sum where money is asked for: "lãi suất bao nhiêu" is
    not answered by the other numbers of the sentence.
    """
    asks_on = bool(need.follows and need.said and need.last) and not need.yesno
    place = last_place(need.last, knowledge, plans) if asks_on else None
    if place is None:
        return list(candidates), [False] * len(candidates)
    says = coverage(need.said, gram_set(f"{place.text} {place.heading}")) >= SAYS
    money = asks_money(cue_text(need.asked))
    told = f" {plain_words(' '.join(_BOLD_RE.findall(need.last)) or need.last)} "
    kept: list[Candidate] = []
    more: list[bool] = []
    told_again = False
    for candidate in candidates:
        first, *rest = candidate.statements
        shorts = [[plain_words(short) for short in bold.split(";")] for bold in first.bolds]
        there = bool(shorts) and not first.left_open and all(_overlap(unit, place) for unit in first.units)
        again = there and any(all(f" {short} " in told for short in bold) for bold in shorts)
        told_again |= again
        if again and rest:
            candidate = replace(candidate, statements=tuple(rest))
        if not again or rest:
            kept.append(candidate)
            more.append(
                there and not again and (says or (money and tells_sum(("tien",), " ".join(first.bolds))))
            )
    if told_again:  # what has no short answer is less sure to be one than what was told already
        kept = [
            one if one.statements[0].bolds else replace(one, speaks=(*one.speaks, _UNSURE)) for one in kept
        ]
    return kept, more


def _overlap(one: Unit, other: Unit) -> bool:
    return one.plan == other.plan and one.span.start < other.span.end and other.span.start < one.span.end
