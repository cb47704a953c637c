"""Which candidates of a question say the same, and from how many sorts of evidence: features of the judge."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.candidates import Candidate
from assistant.answer.judge import ANSWER
from assistant.knowledge import Unit
from assistant.question.naming import fold

__all__ = ["agreement", "same_answer"]

BEGINNING = 200
"""Letters by which answers without anything in bold are compared."""
SHORTEST = 4
"""A shorter answer ("05") stands in too many others by chance."""
PLACES = 8


def same_answer(one: str, other: str) -> bool:
    """Whether two answers say the same: one may say it with more words.

    >>> same_answer("truoc ngay 15/11", "ngay 15/11"), same_answer("so noi vu", "so tu phap")
    (True, False)
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return one == other or (len(short) >= SHORTEST and short in long)


def agreement(candidates: Sequence[Candidate], units: Sequence[Sequence[Unit]]) -> list[dict[str, float]]:
    """For each candidate: how many other sorts of evidence say the same in bold, how many lead to the same place.

    ``says`` numbers the answers, so that the judge knows which candidates are rivals. ``units`` are each one's evidence.
    """
    bolds = [fold(" ".join(c.statements[0].bolds)) for c in candidates]
    said = [bold or _beginning(c) for bold, c in zip(bolds, candidates, strict=True)]
    places = [{(u.plan, u.path) for u in each[:PLACES]} for each in units]
    numbers: list[int] = []
    rows = []
    for at, candidate in enumerate(candidates):
        numbers.append(next((numbers[i] for i in range(at) if same_answer(said[i], said[at])), at))
        others = [i for i, other in enumerate(candidates) if other.source != candidate.source]
        alike = {candidates[i].source for i in others if bolds[at] and bolds[i] == bolds[at]}
        near = {candidates[i].source for i in others if not places[i].isdisjoint(places[at])}
        rows.append(
            {
                ANSWER: float(numbers[at]),
                "agreed": min(len(alike), 3) / 3,
                "same_place": min(len(near), 5) / 5,
            }
        )
    return rows


def _beginning(candidate: Candidate) -> str:
    return fold(" ".join(statement.text for statement in candidate.statements)[:BEGINNING])
