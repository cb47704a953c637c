"""What an agency must do: every assignment of it, plan by plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answer.cite import Statement
from assistant.answer.evidence.cells import MARK_RE, words_of
from assistant.answer.evidence.grid import BRACKETED_RE
from assistant.answer.evidence.units import coverage
from assistant.answer.kinds.passages import tell_section
from assistant.answer.kinds.quoted import heading_owner
from assistant.answer.wording import ROLE_WORDS, clip, place, plan_label, say
from assistant.grams import gram_set
from assistant.knowledge import Knowledge, Unit, headed
from assistant.path_words import path_words
from assistant.question.bodies import body_key, same_body
from assistant.question.naming import fold
from assistant.question.roles import asked_roles
from assistant.question.terms import Term
from assistant.question.understand import Need
from ingest.plan import Assignment, Role, Section
from ingest.spelling import match_key, undiacritise

__all__ = [
    "actor_keys",
    "answer_duties",
    "answer_mentions",
    "duties_of",
    "folded_units",
    "own_section",
]

MOST_SHOWN = 30
FEW = 6
"""So many duties are all told, those on the subject first."""
LITTLE = 5.0
"""A subject that weighs less than this is in every second sentence: all duties are told."""
ON_SUBJECT = 0.5
"""With a subject named as well, a duty must cover this share of it."""
LONGEST_NAME = 80
_EVERY_RE = re.compile(r"\b(?:cac|tung|moi) ")


def duties_of(
    name: str, knowledge: Knowledge, plans: Sequence[str], roles: Sequence[Role] | None = None
) -> list[Unit]:
    """Assignments whose actor is this agency, one per task, in reading order."""
    found: dict[tuple[str, str], Unit] = {}
    for index in _places_of_body(name, knowledge):
        unit = knowledge.units[index]
        fact = unit.fact
        assert isinstance(fact, Assignment)
        if unit.plan in plans and (roles is None or fact.role in roles):
            found.setdefault((unit.plan, fact.task), unit)
    if not found and (fuller := _only_fuller(name, knowledge, plans)):
        return duties_of(fuller, knowledge, plans, roles)
    return sorted(found.values(), key=lambda unit: (plans.index(unit.plan), unit.span))


@lru_cache(maxsize=4)
def _by_actor(knowledge: Knowledge) -> dict[str, tuple[int, ...]]:
    """The places of the assignments of each actor, by the name as written."""
    found: dict[str, list[int]] = {}
    for index in knowledge.of("assignment"):
        fact = knowledge.units[index].fact
        if isinstance(fact, Assignment) and fact.actor:
            found.setdefault(fact.actor, []).append(index)
    return {actor: tuple(places) for actor, places in found.items()}


@lru_cache(maxsize=256)
def _places_of_body(name: str, knowledge: Knowledge) -> tuple[int, ...]:
    """The places of the assignments of a body under all its names, in order."""
    actors = _by_actor(knowledge).items()
    return tuple(sorted(at for actor, places in actors if same_body(actor, name) for at in places))


@lru_cache(maxsize=4)
def actor_keys(knowledge: Knowledge) -> tuple[tuple[str, str], ...]:
    """Each actor with the key of its name."""
    return tuple((actor, body_key(actor)) for actor in _by_actor(knowledge))


def _only_fuller(name: str, knowledge: Knowledge, plans: Sequence[str]) -> str | None:
    """The one actor whose name goes on where this one stops ("Chi cục Hải quan" -> "... khu vực V")."""
    key = body_key(name)
    actors = _by_actor(knowledge)
    fuller = {
        actor_key: actor
        for actor, actor_key in actor_keys(knowledge)
        if actor_key.startswith(f"{key} ") and any(knowledge.units[at].plan in plans for at in actors[actor])
    }
    return next(iter(fuller.values())) if len(fuller) == 1 and len(key.split()) > 1 else None


def answer_duties(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """List what the agency must do, all of it, plan by plan; [] when no agency is named or none of its duties fits.

    A section that bears its name is told whole, unless only one role or one subject of many is asked for.
    """
    if need.agency is None or need.agency_key is None:
        return []
    roles = asked_roles(need.question)
    units = duties_of(need.agency, knowledge, plans, roles)
    narrow, themed = roles is not None, set[str]()
    if need.terms:
        # In a plan that is about the subject as a whole every duty is on it, whatever words it uses.
        themed = {plan for plan in plans if coverage(need.terms, knowledge.titles[plan]) >= ON_SUBJECT}
        on_subject = [unit for unit in units if unit.plan in themed or _share(unit, need.terms) >= ON_SUBJECT]
        says_little = sum(term.weight for term in need.terms) < LITTLE
        if not on_subject and not says_little:
            return []
        few = len(units) <= FEW and not themed
        narrow |= bool(on_subject) and not few and not themed
        units = [*on_subject, *(u for u in units if u not in on_subject)] if few else on_subject or units
    statements: list[Statement] = []
    for plan in plans:
        own = [unit for unit in units if unit.plan == plan]
        told_whole = not narrow and (not themed or plan in themed)
        if told_whole and (whole := _whole_share(need, own, knowledge, plan)):
            statements += whole
        elif own:
            statements.append(Statement(f"**{own[0].fact.actor}** – {plan_label(knowledge.plans[plan])}:"))  # type: ignore[union-attr]
            statements += _lines(own, need)
    return statements


def own_section(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """The sections that bear the agency's name, told whole, then its tasks that stand elsewhere."""
    if need.agency is None:
        return []
    told: list[Statement] = []
    for name in plans:
        if _sections_of(need.agency, knowledge, name):
            units = duties_of(need.agency, knowledge, [name], asked_roles(need.question))
            told += _whole_share(need, units, knowledge, name)
    return told


def _sections_of(agency: str, knowledge: Knowledge, name: str) -> list[Section]:
    """The sections of a plan that bear the agency's name."""
    return [section for section in headed(knowledge, name) if _bears_name(section.heading, agency)]


def _whole_share(need: Need, units: Sequence[Unit], knowledge: Knowledge, name: str) -> list[Statement]:
    """What a plan's sections of that name say, then the duties that stand elsewhere; [] without such a section."""
    own = _sections_of(need.agency or "", knowledge, name)
    if not own:
        return []
    told = [statement for section in own for statement in tell_section(section, name, knowledge)]
    outside = (u for u in units if not any(s.span.start <= u.span.start < s.span.end for s in own))
    return [*told, *_lines(list(outside), need)]


@lru_cache(maxsize=100_000)
def _bears_name(heading: str, agency: str) -> bool:
    """Whether a heading is this agency's name and nothing else ("5. Trưởng các thôn" is the village heads' section)."""
    heading = BRACKETED_RE.sub("", heading).strip()
    if (owner := heading_owner(heading)) and same_body(owner, agency):
        return True
    bare = (_EVERY_RE.sub("", body_key(name.strip(" .:;-*"))) for name in (heading, agency))
    return len(heading) <= LONGEST_NAME and len(set(bare)) == 1


def _lines(units: Sequence[Unit], need: Need) -> list[Statement]:
    told = [Statement(f"- {_line(unit, need)}", (unit,)) for unit in units[:MOST_SHOWN]]
    if len(units) > MOST_SHOWN:
        more = say("more", need.language, n=len(units) - MOST_SHOWN)
        told.append(Statement(f"- {more}", (units[MOST_SHOWN],)))
    return told


def answer_mentions(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """Every place of the plans that names the agency, with what it is named for; [] when none is asked about.

    A body that only helps, or whose task a form parts from its name ("Cơ quan phối hợp: ..."), has no sentence
    that makes it an actor.
    """
    if need.agency is None:
        return []
    asked, meant = _names_of(need.agency, knowledge), frozenset(plans)
    named = [
        unit
        for unit, text in folded_units(knowledge)
        if unit.plan in meant
        and any(name in text for name in asked)
        and unit.path not in {"preamble", "closing"}
    ]
    if need.terms:
        named = [unit for unit in named if _share(unit, need.terms) > 0] or named
    told: dict[tuple[str, str], Unit] = {}
    for unit in named:
        told.setdefault((unit.plan, unit.near or unit.text), unit)
    return [
        Statement(
            f"- {clip(MARK_RE.sub('', unit.near) or words_of(unit, knowledge))} ({place(unit.path, knowledge.plans[unit.plan], need.language)}).",
            (unit,),
        )
        for unit in list(told.values())[:MOST_SHOWN]
    ]


@lru_cache(maxsize=64)
def _names_of(agency: str, knowledge: Knowledge) -> frozenset[str]:
    """The names, folded, by which the plans call an agency: as asked, and as an actor ("Hội LHPN", "Hội phụ nữ")."""
    actors = (actor for actor in _by_actor(knowledge) if same_body(actor, agency))
    return frozenset(undiacritise(match_key(name)) for name in (agency, *actors))


@lru_cache(maxsize=4)
def folded_units(knowledge: Knowledge) -> tuple[tuple[Unit, str], ...]:
    """Sentences and rows with their words without marks."""
    units = (knowledge.units[at] for at in knowledge.of("sentence", "row"))
    return tuple((unit, undiacritise(match_key(unit.text))) for unit in units)


def _share(unit: Unit, terms: Sequence[Term]) -> float:
    """How much of the subject a duty's words and the headings above it say."""
    return coverage(terms, gram_set(unit.text), gram_set(unit.context))


def _line(unit: Unit, need: Need) -> str:
    fact = unit.fact
    assert isinstance(fact, Assignment)
    said = ROLE_WORDS[fact.role][need.language == "en"]
    role = "" if fact.role == "responsible" or fold(fact.task).startswith(fold(said)) else f"{said}: "
    told = f"{role}{clip(fact.task)}"
    time = f" – {clip(fact.time)}" if fact.time else ""
    return f"{told[:1].upper()}{told[1:]}{time} ({path_words(unit.path, need.language)})"
