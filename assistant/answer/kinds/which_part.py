"""The part of a plan whose number is asked for: "Điều mấy nói về ...?" is told by the heading that says most of the subject."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.answer.cite import Statement
from assistant.answer.evidence.units import coverage
from assistant.answer.kinds.passages import tell_section
from assistant.grams import gram_set, tokens
from assistant.knowledge import Knowledge, headed
from assistant.path_words import path_words
from assistant.question.naming import fold
from assistant.question.places import level_asked
from assistant.question.understand import Need

__all__ = ["answer_which_part"]

LEAST = 0.25
"""Share of the subject below which a heading is of something else."""
_LABELLED = ("dieu", "chuong", "phu luc")
"""Levels that are part of the label ("Điều 5"); a "mục" or "phần" bears a bare number."""


def answer_which_part(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """Where the part of that level stands whose heading says most of the subject and least besides, then what it says."""
    level, asked = level_asked(need.asked), set(tokens(need.asked))
    terms = [term for term in need.terms if fold(term.text) != level]
    found = [
        (
            _whole_said(part.heading, need),
            coverage(terms, gram_set(part.heading)),
            _share_said(part.heading, asked),
            name,
            part,
        )
        for name in plans
        for part in headed(knowledge, name)
        if level and _is_of(level, part.label)
    ]
    best = max(found, key=lambda one: one[:3], default=None)
    if best is None or not (best[0] or best[1] >= LEAST):
        return []
    *_, name, part = best
    where = path_words(part.path, need.language)
    first, *lines = tell_section(part, name, knowledge)
    if fold(part.label).startswith(fold(where)):
        return [first, *lines]
    return [
        replace(first, text=f"**{where[:1].upper()}{where[1:]}**: {first.text.replace('**', '')}"),
        *lines,
    ]


def _whole_said(heading: str, need: Need) -> bool:
    """Whether the question says a heading of two words or more as it stands ("Chỉ tiêu ... nằm ở mục mấy")."""
    words = fold(heading).split()
    return len(words) > 1 and f" {' '.join(words)} " in f" {fold(need.asked)} "


def _share_said(heading: str, asked: Collection[str]) -> float:
    words = tokens(heading)
    return sum(word in asked for word in words) / max(len(words), 1)


def _is_of(level: str, label: str) -> bool:
    """Whether a part so labelled is of the level.

    >>> _is_of("dieu", "Điều 5."), _is_of("muc", "Điều 5."), _is_of("muc", "VI.")
    (True, False, True)
    """
    own = fold(label)
    return own.startswith(level) if level in _LABELLED else bool(own) and not own.startswith(_LABELLED)
