"""What plants errors: a changed text, and ways to find a place for the change."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.facts.cited.references import find_mentions
from ingest.plan import Plan, Range

__all__ = ["Plant", "Planted", "body", "citation", "insert", "swap"]


@dataclass(frozen=True, slots=True)
class Planted:
    """A changed text; ``codes`` are the rules that may find it, ``words`` what a finding must quote."""

    text: str
    codes: frozenset[str]
    words: str
    child: bool = False
    """To be reviewed as a child of the unchanged plan."""
    parent: str = ""
    """The text of another parent, where the unchanged plan itself is not it."""


Plant = Callable[[Plan, random.Random], Planted | None]
"""A kind of error; None where a plan has no place for it."""


def swap(plan: Plan, place: Range, new: str, codes: str, words: str = "", child: bool = False) -> Planted:
    """Put ``new`` in a clean range; ``words`` are what a finding must quote (``new`` itself where not given)."""
    clean = plan.source.clean
    return Planted(
        clean[: place.start] + new + clean[place.end :], frozenset(codes.split()), words or new, child
    )


def body(plan: Plan, pattern: str, pick: random.Random) -> re.Match[str] | None:
    """One match of a pattern in the body, picked by chance."""
    start = plan.sections[0].range.start if plan.sections else 0
    shape = re.compile(pattern)
    found = [m for m in shape.finditer(plan.source.clean) if start <= m.start() < plan.source.body_end]
    return pick.choice(found) if found else None


def citation(plan: Plan, pick: random.Random, shape: str) -> tuple[re.Match[str], str] | None:
    """One match of a pattern inside a full citation, picked by chance, with the cited title."""
    found = [
        (match, mention.title or "")
        for line in re.finditer(r"[^\n]+", plan.source.clean)
        for mention in find_mentions(line[0])
        if mention.number and mention.date
        and (match := re.compile(shape).search(plan.source.clean, line.start() + mention.range.start, line.start() + mention.core.end))
    ]  # fmt: skip
    return pick.choice(found) if found else None


def insert(words: str, codes: str, quote: str = "") -> Plant:
    """A kind that adds a sentence after some paragraph."""

    def plant(plan: Plan, pick: random.Random) -> Planted | None:
        where = body(plan, r"(?<=[a-zà-ỹ])\.\n(?=\S)", pick)
        return (
            swap(plan, Range(where.start(), where.end()), f". {words}\n", codes, quote or words)
            if where
            else None
        )

    return plant
