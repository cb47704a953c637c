"""Several plans asked in one question: each body's plan is answered for by itself, in one small table."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.cells import words_of
from assistant.answer.evidence.short import short_answer
from assistant.answer.evidence.units import coverage, score_units
from assistant.answer.kinds.choose import by_issuer
from assistant.answer.kinds.identity import IDENTITY_KINDS, answer_identity
from assistant.answer.wording import clip, plan_label
from assistant.knowledge import Knowledge
from assistant.question.understand import Need

__all__ = ["MOST_ISSUERS", "answer_each"]

MOST_ISSUERS = 4
"""Issuers whose plans are told side by side."""
TITLED = 0.5
"""What a plan's title says of the subject counts so much beside what is said in it."""
ENOUGH = 0.3
LOOKED_AT = 12


def answer_each(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """One row for each issuer among the plans, from that of its plans which says most; [] for one issuer."""
    issuers = by_issuer(knowledge.plans, plans)
    if not 2 <= len(issuers) <= MOST_ISSUERS:
        return []
    rows = []
    for names in issuers.values():
        found = [best for name in names if (best := _best_of(need, knowledge, name))]
        if found:
            rows.append(max(found, key=lambda best: best[0])[1])
    if len(rows) < 2:
        return []
    return [*_head(need), *rows]


def _head(need: Need) -> list[Statement]:
    head = "| Kế hoạch | Nội dung |" if need.language == "vi" else "| Plan | What it says |"
    return [Statement(head), Statement("|---|---|")]


def _best_of(need: Need, knowledge: Knowledge, name: str) -> tuple[float, Statement] | None:
    """What this plan says, as a table row, and how much of the subject it covers."""
    title = TITLED * coverage(need.terms, knowledge.titles[name])
    if need.kind in IDENTITY_KINDS:
        told = answer_identity(need, knowledge, [name])
        return (title, _row(told, knowledge, name)) if told and told[0].units else None
    found: list[tuple[float, list[Statement]]] = []
    kinds = knowledge.of("sentence", "row")
    for scored in score_units(knowledge, kinds, need.terms, [name], most=LOOKED_AT)[:LOOKED_AT]:
        short = short_answer(scored.unit, need, knowledge)
        head = [Statement(f"**{clip(short)}**", (scored.unit,))] if short else []
        found.append(
            (scored.coverage, [*head, Statement(clip(words_of(scored.unit, knowledge)), (scored.unit,))])
        )
    if not found:
        return None
    best = max(found, key=lambda one: one[0])
    return (best[0] + title, _row(best[1], knowledge, name)) if best[0] >= ENOUGH else None


def _row(told: Sequence[Statement], knowledge: Knowledge, name: str) -> Statement:
    text = " – ".join(" ".join(s.text.replace("|", "/").removeprefix("- ").split()) for s in told[:2])
    units = tuple(dict.fromkeys(unit for s in told[:2] for unit in s.units))
    return Statement(f"| {plan_label(knowledge.plans[name])} | {text}", units)
