"""Questions that offer the answer: "8,95 tỷ hay 2.800 triệu?", "SNV hay STP?".

Each value offered is looked for beside the subject; where both stand in the plans, both are told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.answer.cite import Statement
from assistant.answer.evidence.units import by_plan, score_units
from assistant.answer.kinds.quoted import heading_owner, quote
from assistant.answer.wording import clip, say
from assistant.knowledge import Knowledge, Unit
from assistant.question.asked_body import bodies_offered
from assistant.question.bodies import same_body
from assistant.question.cues import cue_text
from assistant.question.two import offers_values
from assistant.question.understand import Need
from ingest.plan import Assignment

__all__ = ["answer_either"]

ENOUGH = 0.3
"""Share of the subject beside a value: the value itself is already much, with its noun enough."""
_VALUE_RE = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?|\d+(?:[.,]\d+)*(?:\s?[-–]\s?\d{4})?(?![\w/-]*[A-ZĐ])")


_NO_NOUN = frozenset("hay hoặc or là và thì mới vậy đúng cái".split())


def answer_either(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """What the plans say of each offered value or body; [] when the question offers none."""
    if not offers_values(cue_text(need.question)):
        return []
    return _of_values(need, knowledge, plans) or _of_bodies(need, knowledge, plans)


def _squeezed(text: str) -> str:
    return re.sub(r"\s?[-–]\s?", "-", text)


@lru_cache(maxsize=16_384)
def _plain(text: str) -> str:
    """A unit's text as the shapes of values are looked for in it."""
    return _squeezed(text).lower()


def _shapes(value: str, question: str) -> list[re.Pattern[str]]:
    """How a text may write an offered value: with the noun that the question counts (or its month), then bare.

    >>> _shapes("9", "tập huấn tháng 9 hay tháng 10")[0].search("xong trước 30/9/2026") is None
    False
    >>> [bool(s.search("có 17 khu phố, 02 chợ")) for s in _shapes("17", "phường có 16 hay 17 khu phố")]
    [True, True, True]
    """
    plain = re.escape(value.lstrip("0") or "0")
    bare = re.compile(rf"(?<![\d.,/])0*{plain}(?![\d/]|[.,]\d)")
    asked = question.lower()
    if re.search(rf"tháng 0?{plain}(?!\d)", asked) or (
        re.search(r"tháng \d", asked) and re.search(rf"(?:hay|hoặc|or) 0?{plain}(?!\d)", asked)
    ):
        return [re.compile(rf"tháng 0?{plain}(?!\d)|\d/0?{plain}(?!\d)|(?<![\d/])0?{plain}/20\d\d"), bare]
    nouns = _counted_nouns(asked)
    return [
        *(re.compile(rf"(?<![\d.,/])0*{plain}\s+(?:\w+\s+)?{re.escape(noun)}(?!\w)") for noun in nouns),
        bare,
    ]


def _counted_nouns(asked: str) -> list[str]:
    """What is counted behind the last of the offered numbers, two words and one ("16 hay 17 khu phố")."""
    found = re.findall(r"\d\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?", asked)
    if not found or found[-1][0] in _NO_NOUN:
        return []
    first, second = found[-1]
    return [f"{first} {second}", first] if second else [first]


def _of_values(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    named = " ".join(need.scope.taken)
    values = [v for v in dict.fromkeys(map(_squeezed, _VALUE_RE.findall(need.question))) if v not in named]
    terms = tuple(term for term in need.terms if re.search(r"[^\W\d_]", term.text))
    if len(values) < 2 or not terms:
        return []
    scored = score_units(knowledge, knowledge.of("sentence", "row"), terms, plans)
    told: dict[str, Unit] = {}
    for value in values:
        *counted, bare = _shapes(value, need.question)
        # A value with its noun may stand anywhere in the plan of the matter.
        others = [
            unit
            for scored_one in scored[:1]
            for kind in ("sentence", "row")
            for unit in by_plan(knowledge).get((kind, scored_one.unit.plan), ())
        ]
        anywhere = [*(s.unit for s in scored), *others]
        pools = [(shape, anywhere) for shape in counted]
        pools.append((bare, [s.unit for s in scored if s.coverage >= ENOUGH]))
        for shape, pool in pools:
            if unit := next((u for u in pool if shape.search(_plain(u.text))), None):
                told[value] = unit
                break
    if not told:
        return []
    lines = []
    for value, unit in told.items():
        line = quote(unit, need, knowledge)
        lines.append(replace(line, text=f"- **{value}**: {line.text}"))
    if len(told) > 1:
        return [Statement(say("differ", need.language)), *lines]
    value, unit = next(iter(told.items()))
    return [Statement(f"**{value}**", (unit,)), quote(unit, need, knowledge)]


def _of_bodies(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    offered = bodies_offered(need.question, knowledge.actors)
    if len(offered) < 2 or not need.terms:
        return []
    kinds = knowledge.of("assignment", "sentence")
    for scored in score_units(knowledge, kinds, need.terms, plans, least=ENOUGH):
        unit = scored.unit
        fact = unit.fact
        actor = fact.actor if isinstance(fact, Assignment) else heading_owner(unit.heading)
        if actor and any(same_body(actor, name) for name in offered):
            return [Statement(f"**{clip(actor)}**", (unit,)), quote(unit, need, knowledge)]
    return []
