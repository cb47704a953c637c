"""One thing to which a plan gives two stretches of years: "kế hoạch 05 năm (2021 - 2025)", elsewhere "(2020 - 2025)".

In: a question that asks which years ("giai đoạn nào") and doubts that the places agree. Out: both places, both quoted.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer.cite import Statement
from assistant.answer.evidence.units import coverage
from assistant.answer.wording import clip, place, say
from assistant.grams import gram_set
from assistant.knowledge import Knowledge, Unit, headed
from assistant.question.cues import in_long
from assistant.question.naming import fold
from assistant.question.two import DOUBTS
from assistant.question.understand import Need
from ingest.spelling import match_key

__all__ = ["answer_periods"]

_ASKS_RE = re.compile(
    r"\bgiai doan\b[^?]*\b(?:nao|gi|may|lech|khac)\b|\b(?:which|what) (?:period|years)\b|\bperiods?\b[^?]*\bdiffer"
)
_DOUBT_RE = re.compile(
    rf"{DOUBTS}|\b(?:khac|lech|khop|thong nhat)\b|\bthe nay\b[^?]*\bthe khac\b|\bdiffer\w*"
)
_STRETCH_RE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)(?!\d)")
_YEAR_RE = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")
_CLAUSE_RE = re.compile(r"[;:.,](?=\s)")
_TAIL_RE = re.compile(r"(?:\s|[(–-]|\b(?:giai đoạn|thời kỳ|trong|cho|của))+$", re.IGNORECASE)
_LEAST, _LONGEST = 2, 480
"""Words by which two places say the same thing; letters of a quote."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A place of a plan, the words that name a thing there, and the years that it is given."""

    unit: Unit
    thing: str
    years: tuple[str, str]


def answer_periods(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """Two places that give one thing other years, of all such the ones that the question says most of; [] where there are none."""
    asked = in_long(fold(need.original))
    if not (_ASKS_RE.search(asked) and _DOUBT_RE.search(asked)):
        return []
    named = set(_YEAR_RE.findall(asked))
    best = max(
        (
            (coverage(need.terms, gram_set(" ".join(shared))), len(shared), one, other)
            for name in plans
            for one, other, shared in _pairs(list(_told_in(name, knowledge)))
            if named <= {*one.years, *other.years}
        ),
        key=lambda found: found[:2],
        default=None,
    )
    if best is None:
        return []
    *_, one, other = best
    values = "; ".join(f"**{' - '.join(told.years)}**" for told in (one, other))
    return [
        Statement(values, (one.unit, other.unit)),
        Statement(say("differ", need.language)),
        *(_quoted(told.unit, need, knowledge) for told in (one, other)),
    ]


def _quoted(unit: Unit, need: Need, knowledge: Knowledge) -> Statement:
    where = place(unit.path, knowledge.plans[unit.plan], need.language)
    return Statement(f"- {clip(unit.text, _LONGEST)} ({where}).", (unit,))


def _pairs(told: Sequence[_Told]) -> Iterator[tuple[_Told, _Told, list[str]]]:
    """Places that name one thing by the same last words and give it other years, with those words."""
    for one, other in itertools.combinations(told, 2):
        shared = _shared(one.thing, other.thing)
        if len(shared) >= _LEAST and one.years != other.years:
            yield one, other, shared


def _shared(one: str, other: str) -> list[str]:
    """The last words that two names have in common.

    >>> _shared("và Kế hoạch 05 năm", "của tỉnh và 05 năm")
    ['05', 'năm']
    """
    words, others = (re.findall(r"\w+", match_key(thing)) for thing in (one, other))
    backwards = zip(reversed(words), reversed(others), strict=False)
    alike = sum(1 for _ in itertools.takewhile(lambda pair: fold(pair[0]) == fold(pair[1]), backwards))
    return words[len(words) - alike :]


def _told_in(name: str, knowledge: Knowledge) -> Iterator[_Told]:
    """Every stretch of years in a plan's title, headings and sentences, with what it is said of."""
    head = knowledge.plans[name].letterhead
    spans = dict(head.spans)
    places = (
        [Unit(name, "identity", head.title or "", "", "preamble", "", spans["title"])]
        if "title" in spans
        else []
    )
    places += [
        Unit(name, "section", s.heading, "", s.path, s.heading, s.span) for s in headed(knowledge, name)
    ]
    places += [unit for at in knowledge.of("sentence") if (unit := knowledge.units[at]).plan == name]
    for unit in places:
        for found in _STRETCH_RE.finditer(unit.text):
            clause = _CLAUSE_RE.split(unit.text[: found.start()])[-1]
            yield _Told(unit, _TAIL_RE.sub("", clause), (found[1], found[2]))
