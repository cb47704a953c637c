"""What answering needs of the plans alone, worked out before the first question asks for it.

In: what is known of the plans. Each of these is remembered where it is made, so that no question waits for it.
"""

from __future__ import annotations

from assistant.answer.evidence.strangers import grams_of
from assistant.answer.evidence.units import by_place, by_plan, places_of
from assistant.answer.kinds.duties import actor_keys, folded_units
from assistant.answer.kinds.listing import heads_of
from assistant.knowledge import Knowledge
from assistant.question.mentioned import texts_of

__all__ = ["prepare"]


def prepare(knowledge: Knowledge) -> None:
    """Work out the headings, counts and names of the plans (0.1 ms a unit)."""
    for make in (places_of, by_place, by_plan, grams_of, texts_of, actor_keys, folded_units):
        make(knowledge)
    places_of(heads_of(knowledge))
