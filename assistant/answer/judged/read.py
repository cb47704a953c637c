"""What the reader thinks of the likeliest candidates: one more thing for the judge to weigh."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from assistant.answer.candidates import Candidate
from assistant.answer.judged.judge import ANSWER, READ, Judge
from vectorstore.reader import Reader, Text

__all__ = ["MOST_READ", "log_shares", "text_of", "unread", "with_reading"]

MOST_READ = 6
"""Candidates that are read: each costs some 4 ms, and of twelve no more are chosen rightly."""

NO_OPINION = -1.0
"""What stands for the reader's opinion where it was not asked: about the mean of what it thinks of the likeliest."""


def text_of(candidate: Candidate) -> Text:
    """The evidence of a candidate, each piece once, under the headings of the first; before it the short answer.

    Two answers that stand on one sentence ("Sở Nội vụ"; "trước 15/11") are told apart by the short answer only.
    """
    statements = candidate.statements
    units = [unit for statement in statements for unit in statement.units]
    evidence = " ".join(dict.fromkeys(unit.text for unit in units))
    short = "; ".join(bold for statement in statements for bold in statement.bolds)
    if not units:
        return Text(short or " ".join(statement.text for statement in statements))
    told = f"{short}: {evidence}" if short and short not in evidence else evidence
    return Text(told, units[0].context.split("\n")[0])


def log_shares(scores: Sequence[float], answers: Sequence[float]) -> list[float]:
    """Each score against those of all answers, as a log probability; an answer counts once, by its best evidence.

    >>> [round(share, 2) for share in log_shares([2.0, 2.0, 0.0], [1.0, 1.0, 2.0])]
    [-0.13, -0.13, -2.13]
    """
    best: dict[float, float] = {}
    for score, answer in zip(scores, answers, strict=True):
        best[answer] = max(score, best.get(answer, -math.inf))
    top = max(best.values())
    every = top + math.log(sum(math.exp(score - top) for score in best.values()))
    return [score - every for score in scores]


def with_reading(
    question: str,
    candidates: Sequence[Candidate],
    rows: Sequence[Mapping[str, float]],
    judge: Judge,
    reader: Reader,
) -> list[dict[str, float]]:
    """The rows of the candidates; those of the likeliest with what the reader thinks of them."""
    found = [dict(row) for row in rows]
    likely = [at for at, _ in judge.ranked(rows)][:MOST_READ]
    if not likely:
        return found
    texts = [text_of(candidates[at]) for at in likely]
    each = list(dict.fromkeys(texts))
    scores = dict(zip(each, reader.scores(question, each), strict=True))
    shares = log_shares([scores[text] for text in texts], [rows[at].get(ANSWER, 0.0) for at in likely])
    for at, share in zip(likely, shares, strict=True):
        found[at][READ] = share
    return found


def unread(rows: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """The rows of candidates that the reader is not asked about.

    >>> unread([{"covered": 0.5}])
    [{'covered': 0.5, 'read': -1.0}]
    """
    return [{**row, READ: NO_OPINION} for row in rows]
