"""All targets, tasks or deadlines on a subject: "liệt kê các chỉ tiêu về kinh tế số", "list the reporting deadlines".

In: a set whose noun names a sort of fact. Out: every fact of that sort that says the subject, plan by plan, each
as it stands; with their number first where it is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.units import score_units
from assistant.answer.kinds.section_lines import words_within
from assistant.answer.wording import clip, plan_label, say
from assistant.knowledge import Knowledge, Unit
from assistant.question.bodies import same_body
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.plan import Deadline

__all__ = ["answer_facts"]

_NOUNS: tuple[tuple[str, frozenset[str]], ...] = (
    ("target", frozenset({"chi tieu", "muc tieu", "chi tieu cu the", "target", "targets"})),
    ("deadline", frozenset({"han", "thoi han", "moc", "moc thoi gian", "deadline", "deadlines", "han nop"})),
    ("assignment", frozenset({"nhiem vu", "viec", "cong viec", "dau viec", "task", "tasks"})),
    ("reference", frozenset({"van ban", "can cu", "quyet dinh", "nghi quyet", "document", "documents"})),
)
ENOUGH = 0.6
"""Share of the subject that a fact must say, or the headings above it."""
LITTLE = 2.0
"""A subject that weighs less than this says nothing of its own."""
MOST = 30
MOST_PLANS = 2
"""Plans of which all facts are told where no subject is named."""


def answer_facts(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[list[Statement]]:
    """The facts of the sort asked for; [] where the noun names none or fewer than two say the subject."""
    if need.wanted is None or not need.wanted.sure:
        return []
    issuers = (knowledge.plans[name].letterhead.issuer or "" for name in plans)
    if need.agency and not all(same_body(issuer, need.agency) for issuer in issuers):
        return []  # what one body must do is listed as its duties
    kind = _kind(need.wanted.forms)
    if kind is None or (kind == "assignment" and need.wanted.counted):
        return []  # how many tasks a plan has is told by its own numbering, not by the facts read from it
    nouns = {word for form in need.wanted.forms for word in form}
    terms = [term for term in need.terms if not set(fold(term.text).split()) <= nouns]
    if sum(term.weight for term in terms) < LITTLE:
        terms = []
    if not terms and len(plans) > MOST_PLANS:
        return []
    found = score_units(knowledge, knowledge.of(kind), terms, plans)
    near = [scored.unit for scored in found if scored.coverage >= ENOUGH or not terms]
    narrower = _beside(need.wanted.forms, kind)
    near = [
        unit for unit in near if any(rest in fold(f"{unit.text} {unit.context}") for rest in narrower)
    ] or near
    lines: list[Statement] = []
    for name in dict.fromkeys(unit.plan for unit in near):
        facts = sorted((unit for unit in near if unit.plan == name), key=lambda unit: unit.span)
        own = _once(facts, knowledge)
        lines.append(Statement(f"**{plan_label(knowledge.plans[name])}** ({len(own)}):", tuple(own[:1])))
        lines += [Statement(f"- {_line(unit, facts, knowledge)}", (unit,)) for unit in own[:MOST]]
        if more := len(own) - MOST if len(own) > MOST else 0:
            lines.append(Statement(f"- {say('more', need.language, n=more)}", (own[MOST],)))
    if len(near) < 2:
        return []
    return [
        [Statement(say("count", need.language, n=len(near)), lines[0].units), *lines]
        if need.wanted.counted
        else lines
    ]


def _kind(forms: Sequence[tuple[str, ...]]) -> str | None:
    """The sort of fact that a noun names, by its first words.

    >>> _kind([("chi", "tieu", "kinh", "te")]), _kind([("phuong",)])
    ('target', None)
    """
    heads = {" ".join(form[:length]) for form in forms for length in range(1, len(form) + 1)}
    return next((kind for kind, nouns in _NOUNS if heads & nouns), None)


def _beside(forms: Sequence[tuple[str, ...]], kind: str) -> set[str]:
    """What a noun says beside the sort of fact.

    >>> _beside([("han", "bao", "cao")], "deadline")
    {'bao cao'}
    """
    nouns = dict(_NOUNS)[kind]
    phrases = (" ".join(form) for form in forms)
    rests = (
        phrase.removeprefix(noun).strip() for phrase in phrases for noun in nouns if phrase.startswith(noun)
    )
    return {rest for rest in rests if rest}


def _once(units: Sequence[Unit], knowledge: Knowledge) -> list[Unit]:
    """Facts that stand in one sentence, or in rows that say the same, are told once."""
    return list({words_within(unit, knowledge): unit for unit in reversed(units)}.values())[::-1]


def _line(unit: Unit, facts: Sequence[Unit], knowledge: Knowledge) -> str:
    """What a fact stands in; of a time first when it is, with the other times in the same words."""
    said = clip(words_within(unit, knowledge))
    if not isinstance(unit.fact, Deadline):
        return said
    times = (f.fact.when for f in facts if isinstance(f.fact, Deadline) and f.span == unit.span)
    return f"{clip('; '.join(dict.fromkeys(times)))}: {said}"
