"""One thing asked of two or more: the answers to the single questions side by side in a small table.

Told only where every question found an answer of its own; the judge learns how sure each of them is.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from assistant.answer.candidates import Candidate
from assistant.answer.cite import Statement
from assistant.answer.difference import difference
from assistant.answer.wording import clip, place, plan_label, say
from assistant.knowledge import Knowledge, Unit
from assistant.question.understand import Need

__all__ = ["Half", "tell_together", "tells_one"]

Half = Sequence[tuple[Candidate, float]]
"""The candidate answers to one of the single questions with their sureness, the surest first."""
LOOKED_AT = 6
LONGEST = 240
MOST_LINES = 5
WIDE = 3
"""Lines up to which an answer fits a cell of the table well."""
TOO_WIDE = 0.6
"""What the sureness of an answer of more lines counts when the answers for the table are chosen."""
_TWO = frozenset({"each", "differing", "conflict"})


def tell_together(
    source: str, need: Need, things: Sequence[str], halves: Sequence[Half], alike: float, knowledge: Knowledge
) -> list[Candidate]:
    """The table of the surest answers that are not the same.

    ``things`` are what the questions are about ("" where each is about its plan), ``alike`` how alike they are, 0..1.
    [] where one question has none.
    """
    told = [half[:LOOKED_AT] for half in halves]
    if not all(told):
        return []
    sets = [row for row in itertools.product(*told) if len({_said(c) for c, _ in row}) == len(row)]
    if not sets:
        return []
    best = max(sets, key=lambda row: math.prod(sure * _fitness(c) for c, sure in row))
    return [_table(source, need, things, best, alike, knowledge)]


def tells_one(candidate: Candidate) -> bool:
    """Whether an answer tells something, and not two things side by side itself."""
    return candidate.source not in _TWO and not any(s.refuses for s in candidate.statements)


def _fitness(candidate: Candidate) -> float:
    return 1.0 if len(candidate.statements) <= WIDE else TOO_WIDE


def _table(
    source: str,
    need: Need,
    things: Sequence[str],
    told: Sequence[tuple[Candidate, float]],
    alike: float,
    knowledge: Knowledge,
) -> Candidate:
    lines: tuple[Statement, ...] = (
        Statement("| | Nội dung | Nơi ghi |" if need.language == "vi" else "| | What it says | Where |"),
        Statement("|---|---|---|"),
        *(_row(thing, c, need, knowledge) for thing, (c, _) in zip(things, told, strict=True)),
    )
    values = [c.statements[0].bolds for c, _ in told]
    if len(told) == 2 and all(len(value) == 1 for value in values):
        apart = difference(values[0][0], values[1][0], need.language)
        if apart:
            units = tuple(dict.fromkeys(unit for line in lines for unit in line.units))
            lines = (*lines, Statement(f"{say('apart', need.language)} {apart}.", units))
    speaks = (
        ("both_least", min(sure for _, sure in told)),
        ("both_alike", alike),
    )
    return Candidate(source, need, lines, max(c.tier for c, _ in told), first=False, speaks=speaks)


def _said(candidate: Candidate) -> str:
    return "\n".join(statement.text for statement in candidate.statements)


def _row(thing: str, candidate: Candidate, need: Need, knowledge: Knowledge) -> Statement:
    """One line of the table: the thing, what is said of it, where."""
    told = [s for s in candidate.statements if s.text.strip("|- ")][:MOST_LINES]
    units: dict[Unit, None] = dict.fromkeys(unit for statement in told for unit in statement.units)
    text = " – ".join(clip(s.text.replace("|", "/").removeprefix("- "), LONGEST) for s in told)
    first = next(iter(units), None)
    where = place(first.path, knowledge.plans[first.plan], need.language) if first else ""
    if first and not thing:
        thing = plan_label(knowledge.plans[first.plan])
    return Statement(f"| {clip(thing)} | {text} | {where}", tuple(units))
