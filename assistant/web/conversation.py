"""A conversation as the page keeps it: exchanges, whole with their citations, and their JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from assistant.model import Answer, Turn

__all__ = ["MAX_KEPT", "Conversation", "Exchange", "from_json", "history", "to_json"]

MAX_KEPT = 30
"""Exchanges kept in the browser: enough for a working day, far under its storage limit."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and what came of it; ``answer`` is None while nothing is known yet."""

    question: str
    answer: Answer | None = None
    failed: bool = False
    """An error cut the answer off; the page says so in the interface language."""
    fault: str = ""
    """What the user can be told of that error, where it was foreseen."""


Conversation = tuple[Exchange, ...]


def history(conversation: Conversation) -> tuple[Turn, ...]:
    """Return the finished exchanges as the turns that the assistant reads follow-ups from.

    >>> history((Exchange("Ai chủ trì?", Answer("answered", "Sở Nội vụ [1]", "lead", "vi")),))[0].content
    'Ai chủ trì?'
    """
    turns: list[Turn] = []
    for exchange in conversation:
        if exchange.answer is not None:
            turns.append(Turn("user", exchange.question))
            turns.append(Turn("assistant", exchange.answer.text))
    return tuple(turns)


def to_json(conversation: Conversation) -> list[Any]:
    """Return what the browser stores, so that answers and citations outlive a reload."""
    kept: list[Any] = msgspec.to_builtins(conversation[-MAX_KEPT:])
    return kept


def from_json(stored: Sequence[Any] | None) -> Conversation:
    """Read back what the browser stored; anything that is not a conversation is forgotten.

    >>> from_json([{"question": 1}])
    ()
    """
    try:
        return msgspec.convert(stored or [], tuple[Exchange, ...])
    except msgspec.ValidationError:
        return ()
