"""Two sides of one question: "người A với người B chênh nhau sao", "dự án 8 và dự án 6 mỗi cái sở nào".

The question is parted at the word that sets the sides against each other, and each side is looked for by its own
words and what both share. Where nothing parts it ("năm 2025 và 2030"), one place is the best, the other the one that
says most of what the best leaves out. Each is told as one row of a small table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from assistant.answer.cite import Statement
from assistant.answer.evidence import meet, score_units
from assistant.answer.short import short_answer
from assistant.answer.wording import clip, place
from assistant.knowledge import Knowledge, Unit
from assistant.question.cues import cue_text
from assistant.question.naming import fold
from assistant.question.parts import asked_parts
from assistant.question.terms import Term
from assistant.question.two import asks_two
from assistant.question.understand import Need

__all__ = ["answer_sides"]

_JOINT_RE = re.compile(r"\b(?:so voi|con|hay|voi|va|and|versus|vs|than|with|or)\b|[,;/]")
_WEAK_JOINTS = ("va", "and", ",", ",", ";", ";", "/", "/", "/")
"""Joints that mostly part something else; the more often one is here, the later it is tried."""
SHARED = 0.5
"""What counts the other side's share beside one's own."""
ENOUGH = 0.3
LOOKED_AT = 12
COMPLETING = 40
LEAST_NEW = 0.04
"""Share of the subject that a second place must add to be the other side."""
_THREE_RE = re.compile(r"\b(?:ba|bon|3|4|three|four)\b(?! (?:thang|nam|ngay|gio))")
LONGEST = 300


def answer_sides(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[list[Statement]]:
    """A row for each side; [] where the question sets no two sides against each other, or one is not found."""
    folded = cue_text(need.question)
    if need.follows or need.yesno or not asks_two(folded):
        return []
    answers: list[list[Statement]] = []
    joints = sorted(_JOINT_RE.finditer(folded), key=lambda joint: _WEAK_JOINTS.count(joint[0]))
    for joint in joints:
        sides = _part(need.terms, folded[: joint.start()], folded[joint.end() :])
        if sides and not answers:
            both = [_rows(need, sides, knowledge, plans, own_first=first) for first in (True, False)]
            answers += [rows for rows in both if rows]
    beside = _complement(need, knowledge, plans)
    return [*answers, beside] if beside else answers


def _part(terms: Sequence[Term], before: str, after: str) -> tuple[tuple[Term, ...], tuple[Term, ...]] | None:
    """The terms that each side alone says; None where one has none."""
    first = [t for t in terms if _says(before, t) and not _says(after, t)]
    second = [t for t in terms if _says(after, t) and not _says(before, t)]
    if not first or not second:
        return None
    return tuple(first), tuple(second)


def _says(text: str, term: Term) -> bool:
    return re.search(rf"\b{re.escape(fold(term.text))}\b", text) is not None


def _complement(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """The place that says most, and those that say what it leaves out; [] where one place says all."""
    kinds = asked_parts(need.question) or ("target",)
    near = score_units(knowledge, knowledge.of("sentence", "row"), need.terms, plans, most=COMPLETING)[
        :COMPLETING
    ]
    typed = [(s.unit, short) for s in near if (short := _short(s.unit, need, knowledge, kinds))]
    if not typed:
        return []
    weights = np.array([term.weight for term in need.terms], np.float32)
    met = {unit.at: meet(knowledge, need.terms).whole[:, unit.at] for unit, _ in typed}
    told, said = [typed[0]], met[typed[0][0].at]
    most = 3 if _THREE_RE.search(cue_text(need.question)) else 2
    while len(told) < most:
        free = [one for one in typed if one not in told]
        gains = [
            (float(weights @ np.maximum(met[u.at] - said, 0)), float(weights @ np.minimum(met[u.at], said)))
            for u, _ in free
        ]
        best = max(range(len(free)), key=lambda at: gains[at][0] + SHARED * gains[at][1], default=None)
        if best is None or gains[best][0] < LEAST_NEW * float(weights.sum()):
            break
        told.append(free[best])
        said = np.maximum(said, met[free[best][0].at])
    return _table(told, need, knowledge) if len(told) > 1 else []


def _rows(
    need: Need,
    sides: tuple[tuple[Term, ...], tuple[Term, ...]],
    knowledge: Knowledge,
    plans: Sequence[str],
    *,
    own_first: bool,
) -> list[Statement]:
    """A row for each side, from a place that says its own words, or (not ``own_first``) most of all words."""
    kinds = asked_parts(need.question) or ("target",)
    told: list[tuple[Unit, str | None]] = []
    for own in sides:
        # What the other side says may be of both ("tiền bồi dưỡng: người A với người B"): it counts in part.
        others = tuple(replace(term, required=False) for term in need.terms if term not in own)
        beside = meet(knowledge, others).coverage([term.weight for term in others]) if others else None
        found = [
            (s.coverage + SHARED * float(beside[s.unit.at] if beside is not None else 0), s.unit)
            for s in score_units(knowledge, knowledge.of("sentence", "row"), own, plans, least=ENOUGH)
        ]
        if not own_first:
            all_terms = (*own, *(replace(term, weight=SHARED * term.weight) for term in others))
            scored = score_units(knowledge, knowledge.of("sentence", "row"), all_terms, plans, most=LOOKED_AT)
            found = [(s.score, s.unit) for s in scored[:LOOKED_AT] if s.coverage >= ENOUGH]
        found.sort(key=lambda one: -one[0])
        free = [unit for _, unit in found[:LOOKED_AT] if unit not in [u for u, _ in told]]
        if not free:
            return []
        typed = ((unit, _short(unit, replace(need, terms=own), knowledge, kinds)) for unit in free)
        told.append(next(((unit, short) for unit, short in typed if short), (free[0], None)))
    return _table(told, need, knowledge)


def _table(told: Sequence[tuple[Unit, str | None]], need: Need, knowledge: Knowledge) -> list[Statement]:
    head = "| Nội dung | Nơi ghi |" if need.language == "vi" else "| What it says | Where |"
    return [Statement(head), Statement("|---|---|"), *(_row(u, s, need, knowledge) for u, s in told)]


def _short(unit: Unit, need: Need, knowledge: Knowledge, kinds: Sequence[str]) -> str | None:
    values = [short_answer(unit, replace(need, kind=kind), knowledge) for kind in kinds]
    return "; ".join(value for value in values if value) or None


def _row(unit: Unit, short: str | None, need: Need, knowledge: Knowledge) -> Statement:
    where = place(unit.path, knowledge.plans[unit.plan], need.language)
    bold = f"**{clip(short)}** – " if short else ""
    text = f"{bold}{clip(unit.text, LONGEST)}".replace("|", "/")
    return Statement(f"| {text} | {where}", (unit,))
