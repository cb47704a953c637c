"""Which candidates of a question give the same answer, so that the judge knows which are rivals."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.candidates import Candidate
from assistant.question.naming import fold

__all__ = ["number_answers", "same_answer"]

BEGINNING = 200
"""Letters by which answers without anything in bold are compared."""
SHORTEST = 4
"""A shorter answer ("05") stands in too many others by chance."""


def same_answer(one: str, other: str) -> bool:
    """Whether two answers say the same: one may say it with more words.

    >>> same_answer("truoc ngay 15/11", "ngay 15/11"), same_answer("so noi vu", "so tu phap")
    (True, False)
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return one == other or (len(short) >= SHORTEST and short in long)


def number_answers(candidates: Sequence[Candidate]) -> list[int]:
    """For each candidate the number of its answer: the place of the first candidate that gives the same."""
    said = [fold(" ".join(c.statements[0].bolds)) or _beginning(c) for c in candidates]
    number: dict[str, int] = {}
    for at, answer in enumerate(said):
        if answer not in number:
            number[answer] = next((number[one] for one in number if same_answer(one, answer)), at)
    return [number[answer] for answer in said]


def _beginning(candidate: Candidate) -> str:
    return fold(" ".join(statement.text for statement in candidate.statements)[:BEGINNING])
