"""Evidence of plans that only mention the place a question names: its name is a word of the subject there, and must be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.cite import Statement
from assistant.knowledge import Knowledge
from assistant.question.naming import fold
from assistant.question.terms import phrase_term
from assistant.question.understand import Need

__all__ = ["asked_above", "must_say", "says_place"]


def asked_above(need: Need, knowledge: Knowledge) -> Need:
    """The question as asked of the plans above that only mention its place, whose name is then a word of the subject."""
    scope = need.scope
    said = next((words for words in scope.taken if fold(words) == scope.place), scope.place)
    term = phrase_term(said, (said,), knowledge, 1.0)
    there = replace(scope, tiers=(scope.above,), above=())
    readings = tuple(replace(one, scope=there, terms=(*one.terms, term)) for one in need.readings)
    return replace(need, scope=there, terms=(*need.terms, term), readings=readings)


def must_say(need: Need) -> str:
    """The place (folded) that an answer must name, as the plans asked are not its own; "" for none."""
    return "" if need.scope.above else need.scope.place


def says_place(place: str, statements: Sequence[Statement]) -> bool:
    """Whether the evidence of an answer names a place (folded); "" is said by all."""
    units = (unit for statement in statements for unit in statement.units)
    return not place or any(place in fold(f"{u.heading} {u.context} {u.text} {u.near}") for u in units)
