"""Places to look at beside an answer that is not sure, or instead of one: what the likeliest candidates cite.

An officer who must check anyway is helped most by the few places where the answer is likeliest to stand. Of refused
questions that the plans do tell, the likeliest candidate cites the evidence nearly half as often again as the sentence that
shares most words with the question; see CHANGELOG.md, 2026-11-26.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answer.candidates import Candidate
from assistant.answer.evidence.units import coverage
from assistant.grams import gram_set
from assistant.knowledge import Unit
from assistant.question.terms import Term

__all__ = ["places_to_read"]

MOST = 3


def places_to_read(
    ranked: Iterable[Candidate], terms: Sequence[Term], shown: Iterable[Unit] = (), most: int = MOST
) -> tuple[Unit, ...]:
    """The unit of each of the best candidates that says most of what is asked, the surest candidate's first.

    In: the candidates, the surest first, and the terms of the question. Out: at most ``most`` units of candidates that
    have no unit in common with a surer one, nor with those ``shown``.

    >>> places_to_read((), ())
    ()
    """
    found: list[Unit] = []
    taken = list(shown)
    for candidate in ranked:
        if len(found) == most:
            break
        # A part without a heading has no words of its own to look at.
        units = [unit for s in candidate.statements for unit in s.units if unit.text.strip()]
        if units and not any(_meet(unit, one) for unit in units for one in taken):
            # A section told with its parts is no place to look at, its parts are.
            parts = [unit for unit in units if not any(_holds(unit, other) for other in units)]
            found.append(max(parts, key=lambda unit: coverage(terms, gram_set(unit.text))))
            taken += units
    return tuple(found)


def _meet(one: Unit, other: Unit) -> bool:
    return one.plan == other.plan and one.span.start < other.span.end and other.span.start < one.span.end


def _holds(whole: Unit, part: Unit) -> bool:
    return _meet(whole, part) and len(part.text) < len(whole.text)
