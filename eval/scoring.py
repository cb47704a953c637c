"""What makes an answer right: accepted words, rejected words, cited evidence. Pure functions."""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.model import Answer, Citation
from eval.gold import Evidence, GoldQuestion

__all__ = [
    "HEADS",
    "Change",
    "Marked",
    "Summary",
    "cells",
    "changes",
    "mark",
    "percent",
    "squeeze",
    "summarise",
]

_MARKUP_RE = re.compile(r"\*\*|\[\d+\]")


def squeeze(text: str) -> str:
    """NFC, lower case, single spaces, no Markdown: how answers and evidence are compared.

    >>> squeeze("**Thanh tra  tỉnh** [1]")
    'thanh tra tỉnh'
    """
    plain = _MARKUP_RE.sub("", unicodedata.normalize("NFC", text))
    return " ".join(plain.lower().split())


def _occurs(word: str, said: str) -> bool:
    """Whether the accepted words stand in the answer as whole words and whole numbers ("2" is not in "12" nor in "0,2").

    >>> _occurs("2", "ngày 12"), _occurs("500", "4.500 lít"), _occurs("15", "ngày 15/5")
    (False, False, True)
    """
    wanted = re.escape(squeeze(word))
    return re.search(rf"(?<!\w)(?<!\d[.,]){wanted}(?!\w|[.,]\d)", said) is not None


@dataclass(frozen=True, slots=True)
class Marked:
    """One question's marks."""

    gold: GoldQuestion
    answer: Answer
    right: bool
    cited: bool
    """A citation overlaps the evidence (for questions with evidence that were answered)."""
    shown: bool
    """The same for the citations and the further places to look at."""
    verbatim: bool
    """Every quote stands at its offsets."""
    confident_error: bool
    """Told as certain, and wrong: the worst that can happen."""
    unsure_error: bool
    """Told with the warning that it is not certain, and wrong."""
    wrong_number: bool
    """Answered a question about a date or a number without the accepted one."""


def mark(gold: GoldQuestion, answer: Answer, text_of: Callable[[str], str]) -> Marked:
    """Mark one answer; ``text_of`` gives a plan's original text by file name.

    An answer that leaves the verdict to the reader is marked by its words alone.
    """
    said = squeeze(answer.text)
    rejected = any(_occurs(word, said) for word in gold.reject)
    accepted = all(any(_occurs(word, said) for word in group) for group in gold.accept)
    answered = answer.status == "answered"
    told = answered or gold.kind == "blank"  # that something is left open is told either way
    contrary = None not in {gold.verdict, answer.verdict} and gold.verdict != answer.verdict
    right = (
        (told and accepted and not rejected and not contrary) if gold.status == "answered" else not answered
    )
    numeric = any(any(letter.isdigit() for letter in word) for group in gold.accept for word in group)
    return Marked(
        gold=gold,
        answer=answer,
        right=right,
        cited=_meets_any(answer.citations, gold.evidence),
        shown=_meets_any((*answer.citations, *answer.elsewhere), gold.evidence),
        verbatim=all(
            c.quote and text_of(c.plan)[c.start : c.end] == c.quote
            for c in (*answer.citations, *answer.elsewhere)
        ),
        confident_error=answered and answer.sure and not right,
        unsure_error=answered and not answer.sure and not right,
        wrong_number=answered and not right and numeric,
    )


def _meets_any(citations: Sequence[Citation], evidence: Sequence[Evidence]) -> bool:
    return any(_meets(c.plan, c.quote, e) for c in citations for e in evidence)


def _meets(plan: str, quote: str, evidence: Evidence) -> bool:
    """Whether a citation overlaps the evidence by containing it, or a good part of it."""
    if plan != evidence.plan:
        return False
    cited, wanted = squeeze(quote), squeeze(evidence.quote)
    if wanted in cited or (len(cited) >= 12 and cited in wanted):
        return True
    words = wanted.split()
    half = max(3, len(words) // 2)
    return any(" ".join(words[at : at + half]) in cited for at in range(len(words) - half + 1))


@dataclass(frozen=True, slots=True)
class Summary:
    """Shares over a group of marked questions; None where nothing was there to count."""

    questions: int
    right: float | None
    """Answerable questions answered rightly, with or without the warning."""
    surely_right: float | None
    """Those told as certain."""
    cited: float | None
    shown: float | None
    """Answerable questions of which an evidence was cited or offered as a place to look at, however they were answered."""
    verbatim: float | None
    refused: float | None
    """Unanswerable questions that were refused."""
    refusal_precision: float | None
    """Refusals that were of unanswerable questions."""
    confident_error: float | None
    unsure_error: float | None
    wrong_number: float | None


def _share(values: Iterable[bool]) -> float | None:
    found = list(values)
    return sum(found) / len(found) if found else None


def summarise(marks: Sequence[Marked]) -> Summary:
    """Count: accuracy over answerable questions, citations over those answered rightly."""
    answerable = [m for m in marks if m.gold.status == "answered"]
    return Summary(
        questions=len(marks),
        right=_share(m.right for m in answerable),
        surely_right=_share(m.right and m.answer.sure for m in answerable),
        cited=_share(m.cited for m in answerable if m.right),
        shown=_share(m.shown for m in answerable if m.gold.evidence),
        verbatim=_share(m.verbatim for m in marks if m.answer.citations),
        refused=_share(m.right for m in marks if m.gold.status != "answered"),
        refusal_precision=_share(m.gold.status != "answered" for m in marks if m.answer.status != "answered"),
        confident_error=_share(m.confident_error for m in marks),
        unsure_error=_share(m.unsure_error for m in marks),
        wrong_number=_share(m.wrong_number for m in marks),
    )


HEADS = (
    "n|right %|certain %|cited %|evidence shown %|verbatim %|refused %|refusal precision %|confident wrong %|unsure wrong %|wrong number %|p50 ms|p95 ms"
).split("|")
"""What a line of a score table tells, in the order of ``cells``."""


def percent(value: float | None) -> str:
    """A share as a percentage; a dash where nothing was there to count.

    >>> percent(0.956), percent(None)
    ('95.6', '–')
    """
    return "–" if value is None else f"{100 * value:.1f}"


def cells(marks: Sequence[Marked]) -> list[str]:
    """One line of a score table."""
    summary = summarise(marks)
    times = sorted(1000 * m.answer.seconds for m in marks)
    shares = (
        summary.right,
        summary.surely_right,
        summary.cited,
        summary.shown,
        summary.verbatim,
        summary.refused,
        summary.refusal_precision,
        summary.confident_error,
        summary.unsure_error,
        summary.wrong_number,
    )
    return [
        str(summary.questions),
        *map(percent, shares),
        f"{statistics.median(times):.0f}" if times else "–",
        f"{times[int(0.95 * (len(times) - 1))]:.0f}" if times else "–",
    ]


@dataclass(frozen=True, slots=True)
class Change:
    """A question that is right now and was not before, or the other way round."""

    id: str
    question: str
    gain: bool
    before: str
    now: str


def changes(marks: Sequence[Marked], before: Mapping[str, Mapping[str, Any]]) -> list[Change]:
    """Gains and losses against the records of an earlier run, by question id; gains first."""
    found = [
        Change(m.gold.id, m.gold.question, m.right, str(old.get("answer", "")), m.answer.text)
        for m in marks
        if (old := before.get(m.gold.id)) is not None and old["right"] != m.right
    ]
    return sorted(found, key=lambda change: not change.gain)
