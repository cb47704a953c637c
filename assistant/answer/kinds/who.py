"""Who leads, coordinates or advises: answered from extracted assignments."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.office_holders import office_asked, office_holder
from assistant.answer.evidence.parties import LEADS_RE, asks_of_others, done_by_others
from assistant.answer.evidence.short import asked_head, short_answer
from assistant.answer.evidence.units import Scored, coverage, near_best, score_units
from assistant.answer.kinds.passages import better_sentence
from assistant.answer.kinds.quoted import quote
from assistant.answer.wording import ROLE_WORDS, clip, place, rank
from assistant.grams import gram_set
from assistant.knowledge import OF_PLAN_RE, Knowledge, Unit
from assistant.question.bodies import body_key
from assistant.question.cues import asks_who, cue_text
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.plan import Assignment, Role, Span

__all__ = ["answer_office", "answer_who", "find_who", "state_assignment"]

_ROLES: dict[str, dict[Role, float]] = {
    "lead": {"lead": 1.0, "support": 0.9, "responsible": 0.85, "advise": 0.8},
    "coordinate": {"coordinate": 1.0},
    "advise": {"advise": 1.0, "support": 0.9, "lead": 0.7},
}
OVERALL = 1.3
"""Gain of an assignment of the plan as a whole, when the question is about the whole."""
WHOLLY = 0.8
SURER = 0.15
"""An extracted assignment is surer than an agency read off a sentence."""
_JOINTLY_RE = re.compile(r"(?i)(?<!\w)đồng chủ trì(?!\w)")
NOT_LEADING = 0.85
"""Where it is asked who *leads*, other roles answer less well than the verb "lo" would let them."""
ENOUGH = 0.55
"""Share of the question's subject that an assignment must cover to be its answer (development set)."""
OTHER_PLANS = 0.88
"""Plans whose best assignment comes this close to the best of all are answered for as well."""
SAME_PLAN = 0.97
"""Within one plan, only an assignment this close to the best is a second answer."""


def scored_who(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Scored]:
    """Assignments of the role asked for, best first, however little of the subject they cover."""
    roles = _ROLES.get(need.kind, _ROLES["lead"])
    if need.kind == "lead" and LEADS_RE.search(fold(need.question)):
        roles = {role: 1.0 if role == "lead" else share * NOT_LEADING for role, share in roles.items()}

    head = asked_head(need)
    folded = fold(need.question)
    asks = asks_who(folded) and asks_of_others(need)

    def weigh(unit: Unit) -> float:
        fact = unit.fact
        if not isinstance(fact, Assignment) or not fact.actor or not fold(fact.actor).startswith(head):
            return 0.0
        key = body_key(fact.actor)
        if key in need.without or (key == need.agency_key and asks):
            return 0.0  # "Sở A phối hợp với sở nào": the body that the question names is no answer
        if done_by_others(unit.text, fact.actor, need):
            return 0.0  # "gửi Sở Nội vụ tổng hợp": those who send do not gather
        weight = roles.get(fact.role, 0.0)
        if overall and need.kind == "lead" and OF_PLAN_RE.search(fact.task):
            weight *= OVERALL
        return weight

    overall = is_overall(need, knowledge, plans)

    found = score_units(knowledge, knowledge.of("assignment"), need.terms, plans, weigh)
    if need.kind == "coordinate" and need.agency_key:
        led = _led_by(need.agency_key, knowledge)
        found = [scored for scored in found if (scored.unit.plan, scored.unit.span) in led] or found
    return found


def find_who(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Scored]:
    """Assignments that answer, best first: the best of each plan that comes close, with its equals."""
    found = scored_who(need, knowledge, plans)
    if not found or found[0].coverage < ENOUGH:
        return []
    chosen: list[Scored] = []
    near = dict.fromkeys(scored.unit.plan for scored in near_best(found, OTHER_PLANS))
    for plan in sorted(near, key=lambda name: rank(knowledge.plans[name])):
        own = [scored for scored in found if scored.unit.plan == plan]
        best = own[0]
        equals = [s for s in own if s.score >= SAME_PLAN * best.score or s.unit.span == best.unit.span]
        chosen += [s for s in equals if _role(s) == _role(best)]
    return _distinct(chosen)


def is_overall(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> bool:
    """Whether the question is about what the whole plan is about: its subject is in a plan's title."""
    best = max((coverage(need.terms, knowledge.titles[plan]) for plan in plans), default=0.0)
    return bool(need.terms) and best >= WHOLLY


def _led_by(key: str, knowledge: Knowledge) -> set[tuple[str, Span]]:
    """Where this agency leads: those who coordinate there do so with it."""
    units = (knowledge.units[at] for at in knowledge.of("assignment"))
    return {
        (unit.plan, unit.span)
        for unit in units
        if isinstance(unit.fact, Assignment)
        and unit.fact.role == "lead"
        and body_key(unit.fact.actor or "") == key
    }


def _role(scored: Scored) -> Role:
    assert isinstance(scored.unit.fact, Assignment)
    return scored.unit.fact.role


def _distinct(found: Sequence[Scored]) -> list[Scored]:
    """One per plan and actor, best first."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for scored in found:
        fact = scored.unit.fact
        assert isinstance(fact, Assignment)
        key = (scored.unit.plan, body_key(fact.actor or ""))
        if key not in seen:
            seen.add(key)
            kept.append(scored)
    return kept


def state_assignment(unit: Unit, need: Need, knowledge: Knowledge) -> str:
    """One sentence: who, in what role, does what, and where it says so."""
    fact = unit.fact
    assert isinstance(fact, Assignment)
    where = place(unit.path, knowledge.plans[unit.plan], need.language)
    role = ROLE_WORDS[fact.role][need.language == "en"]
    task = clip(fact.task)
    if need.language == "en":
        return f"{fact.actor} {role}: “{task}” ({where})."
    if task.startswith("Là "):  # "5. Phòng A: Là cơ quan thường trực ..."
        return f"{fact.actor} {task[0].lower()}{task[1:]} ({where})."
    before = unit.context.partition("\n")[2].partition(fact.task)[0].rpartition(";")[2]
    if fact.role == "lead" and _JOINTLY_RE.search(before):
        role = "đồng chủ trì"  # who leads with another does not lead alone
    verb = "" if fact.role == "responsible" or task.lower().startswith(role) else f" {role}"
    return f"{fact.actor}{verb}{':' if fact.role in {'lead', 'responsible'} else ''} {task} ({where})."


def answer_who(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """The names first, then one cited sentence for each; [] when no assignment fits."""
    found = find_who(need, knowledge, plans)
    if not found:
        return []
    if better := better_sentence(need, knowledge, plans, found[0].coverage + SURER):
        return better
    names: dict[str, str] = {}
    for scored in found:
        assert isinstance(scored.unit.fact, Assignment)
        actor = scored.unit.fact.actor or ""
        names.setdefault(body_key(actor), actor)
    headline = "; ".join(f"**{name}**" for name in names.values())
    if need.kind == "coordinate" and (whole := _cell(found[0].unit, need, knowledge)):
        headline = f"**{whole}**"
    sentences = [Statement(state_assignment(s.unit, need, knowledge), (s.unit,)) for s in found]
    if len(sentences) == 1:
        return [Statement(headline, (found[0].unit,)), *sentences]
    return [
        Statement(headline, tuple(s.unit for s in found)),
        *(Statement(f"- {sentence.text}", sentence.units) for sentence in sentences),
    ]


def answer_office(need: Need, knowledge: Knowledge) -> list[Statement]:
    """Who holds the office asked about, by the lines of the one place that says most of the subject; [] where two may be meant."""
    asked, plans = cue_text(need.asked), {name for tier in need.scope.tiers for name in tier}
    office = office_asked(asked)
    said = (
        knowledge.own.get(" ".join(re.findall(r"\w+", office)[-2:]), ()) if office and not need.yesno else ()
    )
    found: dict[tuple[str, str], list[tuple[Unit, str]]] = defaultdict(list)
    for unit in (knowledge.units[at] for at in said):
        if unit.kind == "sentence" and unit.plan in plans and (who := office_holder(asked, unit.text)):
            # Members of a list are numbered ("2. Bà A - Phó Trưởng ban"): the list is the place.
            listed = re.search(rf"[-–] {office}", fold(unit.text))
            place_of = unit.path.rpartition(".")[0] if listed else unit.path
            found[unit.plan, place_of].append((unit, who))
    shares = {
        at: max(coverage(need.terms, gram_set(f"{u.text} {u.heading}"), gram_set(u.context)) for u, _ in held)
        for at, held in found.items()
    }
    best = max(shares.values(), default=0.0)
    meant = [held for at, held in found.items() if shares[at] == best >= ENOUGH]
    if len(meant) != 1:
        return []
    head = "; ".join(dict.fromkeys(f"**{clip(who)}**" for _, who in meant[0]))
    return [
        Statement(head, tuple(unit for unit, _ in meant[0])),
        *(quote(unit, need, knowledge) for unit, _ in meant[0]),
    ]


def _cell(unit: Unit, need: Need, knowledge: Knowledge) -> str | None:
    """Those who help in a table's row, as its cell lists them all; None for what stands in no row."""
    rows = (knowledge.units[at] for at in knowledge.of("row")) if "/row " in unit.path else ()
    row = next((row for row in rows if (row.plan, row.path) == (unit.plan, unit.path)), None)
    return short_answer(row, need, knowledge) if row else None
