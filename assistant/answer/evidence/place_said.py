"""Evidence of plans that only mention the place a question names: its name is a word of the subject there, and must be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.cite import Statement
from assistant.knowledge import Knowledge
from assistant.question.naming import fold
from assistant.question.terms import phrase_term
from assistant.question.understand import Need

__all__ = ["says_place", "with_place"]


def with_place(need: Need, knowledge: Knowledge) -> Need:
    """The question as asked of plans that only mention its place, whose name is then a word of the subject."""
    if not (place := need.scope.mentioned):
        return need
    said = next(words for words in need.scope.taken if fold(words) == place)
    term = phrase_term(said, (said,), knowledge, 1.0)
    readings = tuple(replace(one, terms=(*one.terms, term)) for one in need.readings)
    return replace(need, terms=(*need.terms, term), readings=readings)


def says_place(place: str, statements: Sequence[Statement]) -> bool:
    """Whether the evidence of an answer names a place (folded); "" is said by all."""
    units = (unit for statement in statements for unit in statement.units)
    return not place or any(place in fold(f"{u.heading} {u.context} {u.text} {u.near}") for u in units)
