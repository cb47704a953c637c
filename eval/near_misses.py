"""Near misses of gold questions: the same words of another body, year, province or document number than any plan has.

Nothing is a wrong answer so easily as the right one to the question beside it. In: answerable questions and the texts
of their library. Out: questions that nothing there answers, each made of one of those by one name or number put for
another; ``split`` says which ("body", "year", "province", "number"), ``kind`` what was asked.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.question.naming import fold
from eval.gold import GoldQuestion
from ingest.facts.bodies.agencies import find_agencies
from ingest.parse.provinces import province_names

__all__ = ["near_misses"]

_NAMES = Path(__file__).parent / "data" / "near_misses.tsv"
_DENIABLE = frozenset({"yesno", "compare", "conflict", "blank", "unanswerable"})
"""Kinds of questions that such a swap may leave an answer: no, or that the other plan says."""
_YEAR_RE = re.compile(r"(?<![\w/.-])20[2-4]\d(?![\w/.-])")
_NUMBER_RE = re.compile(
    r"(?i)\b(?:kế hoạch|ke hoach|KH|quyết định|quyet dinh|QĐ|QD|chỉ thị|chi thi|CT|nghị quyết|nghi quyet|NQ|nghị định|nghi dinh|NĐ|ND|công văn)"
    r"(?: số| so)? (\d{2,4})(?![\d.-])(?! ?(?:%|(?:ngày|năm|tháng)\b))"
)
_PROVINCE_RE = re.compile(
    rf"(?i)(?<!\w)(?:{'|'.join(sorted(map(re.escape, province_names()), key=len, reverse=True))})(?!\w)"
)


def near_misses(questions: Iterable[GoldQuestion], texts: Sequence[str]) -> list[GoldQuestion]:
    """All that can be made of the questions against these texts; the same on every run.

    Follow-ups, questions in English, and those that may be denied are left out.
    """
    said = " ".join(fold(" ".join(text.split())) for text in texts)
    made = []
    for gold in questions:
        if gold.status != "answered" or gold.history or gold.language == "en" or gold.kind in _DENIABLE:
            continue
        for swap, words in _swapped(gold, said):
            made.append(
                replace(
                    gold,
                    id=f"{gold.id}~{swap}",
                    question=words,
                    status="not_found",
                    accept=(),
                    reject=(),
                    evidence=(),
                    split=swap,
                )
            )
    return made


def _swapped(gold: GoldQuestion, said: str) -> Iterator[tuple[str, str]]:
    """The kind of each swap and the question after it; ``said`` is all that the library says, folded."""
    asked, pick = gold.question, random.Random(gold.id)
    bodies = [one for one in find_agencies(asked) if not one.collective]
    if len(bodies) == 1:
        yield from _put(asked, "body", bodies[0].start, bodies[0].end, _others(bodies[0].name), said, pick)
    for swap, pattern, others in (
        ("year", _YEAR_RE, [str(year) for year in range(2017, 2060)]),
        ("number", _NUMBER_RE, [str(number) for number in range(301, 999)]),
        ("province", _PROVINCE_RE, [name.title() for name in province_names() if len(name.split()) == 2]),
    ):
        found = list(pattern.finditer(asked))
        if len(found) == 1:
            start, end = found[0].span(pattern.groups)
            yield from _put(asked, swap, start, end, others, said, pick)


def _put(
    asked: str, swap: str, start: int, end: int, others: Sequence[str], said: str, pick: random.Random
) -> Iterator[tuple[str, str]]:
    strange = [one for one in others if re.search(rf"\b{re.escape(fold(one))}\b", said) is None]
    if strange:
        yield swap, f"{asked[:start]}{pick.choice(strange)}{asked[end:]}"


def _others(name: str) -> list[str]:
    """Names of other bodies of the same kind."""
    rows = (line.split("\t") for line in _NAMES.read_text("utf-8").splitlines() if not line.startswith("#"))
    return [f"{head} {field}" for head, field in rows if fold(name).startswith(f"{fold(head)} ")]
