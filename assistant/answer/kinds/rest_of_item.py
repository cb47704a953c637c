"""What else an item says, told behind the answer to a question that asks for several things at once.

"Diễn tập ở đâu, tháng mấy, ai phối hợp": one fact tells the month, and the sentences beside it in the same item the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answer.cite import Statement
from assistant.answer.evidence.units import by_place
from assistant.answer.kinds.section_lines import LONGEST_LINE
from assistant.answer.wording import clip
from assistant.knowledge import Knowledge, Unit
from ingest.facts.language.sentences import strip_label

__all__ = ["plain_words", "with_rest_of_item"]

MOST_TOLD = 4
"""Lines up to which an answer is one fact with its sentence, and no list or section."""
MOST_MORE = 4


def with_rest_of_item(statements: Sequence[Statement], knowledge: Knowledge) -> list[Statement]:
    """The same answer and, word for word, the sentences of its item that it leaves out; as it is where it is a list.

    The item is that of the first evidence. A fact's own sentence counts as left out where the fact shortens it.
    """
    units = [unit for statement in statements for unit in statement.units]
    if not units or len(statements) > MOST_TOLD:
        return list(statements)
    said = plain_words(" ".join(statement.text for statement in statements))
    left_out = [one for one in _sentences(units[0], knowledge) if plain_words(one.text) not in said][
        :MOST_MORE
    ]
    return [
        *statements,
        *(
            Statement(f"- {clip(one.text[strip_label(one.text) :], LONGEST_LINE)}", (one,))
            for one in left_out
        ),
    ]


def _sentences(unit: Unit, knowledge: Knowledge) -> list[Unit]:
    """The sentence in which evidence stands and, where they are one short item, those beside it."""
    beside = by_place(knowledge).get(("sentence", unit.plan, unit.path), ())
    return [
        one
        for one in beside
        if (unit.near and one.near == unit.near)
        or (one.span.start < unit.span.end and unit.span.start < one.span.end)
    ]


@lru_cache(maxsize=8192)
def plain_words(text: str) -> str:
    """The words of a text alone, in small letters, by which two wordings of one line meet.

    >>> plain_words("- **80%** thôn;")
    '80% thôn'
    """
    return " ".join(re.findall(r"[\w%]+", text.lower()))
