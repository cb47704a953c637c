"""Several plans asked in one question: each body's plan is answered for by itself, in one small table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.cells import words_of
from assistant.answer.evidence.short import short_answer
from assistant.answer.evidence.units import coverage, meet, score_units, weights_for
from assistant.answer.kinds.deadlines import single_addressee, single_deadline
from assistant.answer.kinds.identity import IDENTITY_KINDS, answer_identity
from assistant.answer.kinds.references import single_reference
from assistant.answer.kinds.targets import single_target
from assistant.answer.kinds.who import single_who
from assistant.answer.wording import clip, plan_label
from assistant.knowledge import Knowledge
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.plan import Plan

__all__ = ["MOST_BODIES", "answer_each", "by_issuer"]

Singles = Callable[[Need, Knowledge, Sequence[str]], list[list[Statement]]]
_SINGLES: dict[str, Singles] = {
    "lead": single_who,
    "coordinate": single_who,
    "advise": single_who,
    "deadline": single_deadline,
    "report_to": single_addressee,
    "target": single_target,
    "count": single_target,
    "reference": single_reference,
    "reference_date": single_reference,
}
MOST_BODIES = 4
TITLED = 0.5
"""What a plan's title says of the subject counts so much beside what is said in it."""
FACT_FIRST = 0.1
"""A fact is preferred to a sentence that covers so little more of the subject."""
ENOUGH = 0.3
LOOKED_AT = 12


def answer_each(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """One row for each issuer among the plans, from that of its plans which says most; [] for one issuer."""
    issuers = by_issuer(knowledge.plans, plans)
    if not 2 <= len(issuers) <= MOST_BODIES:
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


def by_issuer(plans: Mapping[str, Plan], names: Sequence[str]) -> dict[str, list[str]]:
    """The names of the plans of each issuer; a plan without one stands alone."""
    issuers: dict[str, list[str]] = {}
    for name in names:
        issuers.setdefault(fold(plans[name].letterhead.issuer) or name, []).append(name)
    return issuers


def _best_of(need: Need, knowledge: Knowledge, name: str) -> tuple[float, Statement] | None:
    """What this plan says, as a table row, and how much of the subject it covers."""
    title = TITLED * coverage(need.terms, knowledge.titles[name])
    if need.kind in IDENTITY_KINDS:
        told = answer_identity(need, knowledge, [name])
        return (title, _row(told, knowledge, name)) if told and told[0].units else None
    weights = weights_for(need.terms, knowledge.titles[name])
    covered = meet(knowledge, need.terms).coverage(weights)
    found: list[tuple[float, list[Statement]]] = []
    if need.kind in _SINGLES:
        for told in _SINGLES[need.kind](need, knowledge, [name]):
            share = max(float(covered[u.at]) for s in told for u in s.units if u.at >= 0)
            found.append((share + FACT_FIRST, told))
    kinds = knowledge.of("sentence", "row")
    for scored in score_units(knowledge, kinds, need.terms, [name], most=LOOKED_AT)[:LOOKED_AT]:
        short = short_answer(scored.unit, need, knowledge)
        if short or need.kind not in _SINGLES:
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
