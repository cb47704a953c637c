"""One thing asked of two: the answers to the two questions side by side in a small table.

Told only where both questions found an answer of their own; the judge learns how sure each of the two is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from assistant.answer.candidates import Candidate
from assistant.answer.cite import Statement
from assistant.answer.wording import clip, place
from assistant.knowledge import Knowledge, Unit
from assistant.question.naming import fold
from assistant.question.sides import Sides
from assistant.question.understand import Need

__all__ = ["Half", "tell_both"]

Half = Sequence[tuple[Candidate, float]]
"""The candidate answers to one of the two questions with their sureness, the surest first."""
LOOKED_AT = 6
LONGEST = 240
MOST_LINES = 4
_BOLD_RE = re.compile(r"\*\*(.+?)\*\*")


def tell_both(
    need: Need, sides: Sides, halves: tuple[Half, Half], knowledge: Knowledge
) -> tuple[Candidate, ...]:
    """The table of the surest pair of different answers; also the answer that is the surest to both questions.

    () where one of the two has none.
    """
    first, second = (
        [(c, sure) for c, sure in half[:LOOKED_AT] if not any(s.refuses for s in c.statements)]
        for half in halves
    )
    if first and second and _said(first[0][0]) == _said(second[0][0]):
        one, sure = first[0]
        speaks = (("both_least", min(sure, second[0][1])), ("both_alike", sides.likeness / 4))
        once = Candidate("both_once", need, one.statements, one.tier, first=False, speaks=speaks)
        return (once, *_table(need, sides, first, second, knowledge))
    return _table(need, sides, first, second, knowledge)


def _table(
    need: Need, sides: Sides, first: Half, second: Half, knowledge: Knowledge
) -> tuple[Candidate, ...]:
    pairs = [
        (sure * other_sure, one, sure, other, other_sure)
        for (one, sure), (other, other_sure) in itertools.product(first, second)
        if _said(one) != _said(other)
    ]
    if not pairs:
        return ()
    _, one, sure, other, other_sure = max(pairs, key=lambda pair: pair[0])
    bolds = [fold(" ".join(_BOLD_RE.findall(c.statements[0].text))) for c in (one, other)]
    told = (
        Statement("| | Nội dung | Nơi ghi |" if need.language == "vi" else "| | What it says | Where |"),
        Statement("|---|---|---|"),
        *(
            _row(thing, candidate, need, knowledge)
            for thing, candidate in zip(sides.things, (one, other), strict=True)
        ),
    )
    speaks = (
        ("both_least", min(sure, other_sure)),
        ("both_most", max(sure, other_sure)),
        ("both_alike", sides.likeness / 4),
        ("both_short", float(all(bolds))),
        ("both_same_place", float(bool(_places(one) & _places(other)))),
    )
    return (Candidate("both", need, told, max(one.tier, other.tier), first=False, speaks=speaks),)


def _said(candidate: Candidate) -> str:
    return "\n".join(statement.text for statement in candidate.statements)


def _places(candidate: Candidate) -> set[tuple[str, int]]:
    return {(u.plan, u.span.start) for s in candidate.statements for u in s.units}


def _row(thing: str, candidate: Candidate, need: Need, knowledge: Knowledge) -> Statement:
    """One line of the table: the thing, what is said of it, where."""
    told = [s for s in candidate.statements if s.text.strip("|- ")][:MOST_LINES]
    units: dict[Unit, None] = dict.fromkeys(unit for statement in told for unit in statement.units)
    text = " – ".join(clip(s.text.replace("|", "/").removeprefix("- "), LONGEST) for s in told)
    first = next(iter(units), None)
    where = place(first.path, knowledge.plans[first.plan], need.language) if first else ""
    return Statement(f"| {clip(thing)} | {text} | {where}", tuple(units))
