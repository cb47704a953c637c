"""Sentences that only announce: "Trừ các trường hợp sau đây:" leads in the cases that follow, and they are the answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.answer.cite import Statement
from assistant.answer.evidence.cells import words_of
from assistant.answer.evidence.units import sentence_of
from assistant.answer.kinds.listing import LEADS_IN_RE
from assistant.answer.kinds.section_lines import LONGEST_LINE
from assistant.answer.wording import clip
from assistant.knowledge import Knowledge, Unit
from assistant.question.naming import fold

__all__ = ["leads_in", "with_what_follows"]

MOST_FOLLOWING = 30


def leads_in(unit: Unit) -> bool:
    """Whether a sentence only announces what comes next.

    >>> leads_in(Unit("a", "sentence", "Hồ sơ gồm:", "", "", "", (0, 1)))
    True
    """
    return unit.kind == "sentence" and _announces_more(unit.text)


@lru_cache(maxsize=20_000)
def _announces_more(text: str) -> bool:
    return LEADS_IN_RE.search(fold(text)) is not None


def following(unit: Unit, knowledge: Knowledge) -> list[Unit]:
    """What stands below a lead-in: the parts of its section, or the rest of its section's own sentences."""
    found: list[Unit] = []
    for at in range(unit.at + 1, min(unit.at + 1 + MOST_FOLLOWING, len(knowledge.units))):
        other = knowledge.units[at]
        below = other.path == unit.path or other.path.startswith((f"{unit.path}.", f"{unit.path}/"))
        if (other.plan, other.kind) != (unit.plan, unit.kind) or not below:
            break
        if other.path == unit.path and found and found[-1].path != unit.path:
            break
        if leads_in(other) and other.path == unit.path:
            break  # the next list of the same section
        found.append(other)
    return found


def with_what_follows(statements: Sequence[Statement], knowledge: Knowledge) -> list[Statement]:
    """The same answer with the lists that its sentences lead in, where it stops at the colon.

    A duty stops there too: what it is "theo các nội dung sau:" stands in the lines below its sentence.
    """
    told = [unit for statement in statements for unit in statement.units]
    found: list[Statement] = []
    for statement in statements:
        found.append(statement)
        last = statement.units[-1] if statement.units else None
        last = sentence_of(last, knowledge) if last and last.kind == "assignment" else last
        if last is None or last.at < 0 or not leads_in(last):
            continue
        for unit in following(last, knowledge):
            if not any(_within(unit, other) for other in told):
                text = clip(words_of(unit, knowledge).lstrip("-+ "), LONGEST_LINE)
                found.append(Statement(f"- {text}", (unit,)))
                told.append(unit)
    return found


def _within(unit: Unit, other: Unit) -> bool:
    """Whether a sentence was told, or a duty that it holds; a section's heading tells none of its sentences."""
    if unit.plan != other.plan or other.kind == "section":
        return False
    return unit.span.start <= other.span.start < unit.span.end
