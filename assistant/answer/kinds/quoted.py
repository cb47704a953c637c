"""A sentence or a row as an answer quotes it: with the body or the short heading that it goes on from, and where it stands."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.cite import Statement
from assistant.answer.evidence.cells import words_of
from assistant.answer.evidence.units import tasks_in
from assistant.answer.wording import clip, place
from assistant.knowledge import Knowledge, Unit
from assistant.question.understand import Need
from ingest.facts.bodies.agencies import find_agencies
from ingest.plan import Assignment

__all__ = ["LONGEST_SENTENCE", "heading_owner", "quote"]

LONGEST_SENTENCE = 600
LONGEST_RUN_IN, MARKUP = 60, 12
"""Letters of a heading that is told with its sentence; of marks between the two."""
SLACK = 12
"""Letters beside the name with which a heading is still only a name ("Đề nghị ...")."""
_DEPUTY_RE = re.compile(r"(?i)\bphó\s$")
"""Before a post whose deputy, another person, heads the section."""


def quote(unit: Unit, need: Need, knowledge: Knowledge) -> Statement:
    """The words of a unit, behind the body that its heading names or the heading that runs into it, with its place.

    "5. Công an xã: Bảo đảm trật tự" is told as "Công an xã: Bảo đảm trật tự (mục V.5, ...)."; what is cited is the unit.
    """
    where = place(unit.path, knowledge.plans[unit.plan], need.language)
    head = heading_owner(unit.heading) or inherited_actor(unit, knowledge) or _runs_in(unit, knowledge)
    head = f"{clip(head)}: " if head and head.lower() not in unit.text.lower() else ""
    return Statement(f"{head}{clip(words_of(unit, knowledge), LONGEST_SENTENCE)} ({where}).", (unit,))


def inherited_actor(unit: Unit, knowledge: Knowledge) -> str:
    """The one body that does what a sentence says and is named only above it, in whichever heading; "" for none or several.

    "1. Sở Công Thương" > "a) Chủ trì, phối hợp với các sở" > "- Là cơ quan đầu mối ..." is the department's.
    """
    if unit.kind != "sentence":
        return ""
    begun = (task.fact for task in tasks_in(unit, knowledge) if task.span.start >= unit.span.start)
    named = {
        (fact.actor, unit.span.start <= fact.actor_span.start < unit.span.end)
        for fact in begun
        if isinstance(fact, Assignment) and fact.role != "coordinate" and fact.actor and fact.actor_span
    }
    if len(named) != 1:
        return ""
    ((actor, here),) = named
    return "" if here else actor


def _runs_in(unit: Unit, knowledge: Knowledge) -> str:
    """The short heading that a sentence goes on with in one line ("Từ 01/10/2027: ngừng in bệnh án giấy"); "" for others."""
    if not unit.heading or len(unit.heading) > LONGEST_RUN_IN or unit.kind != "sentence":
        return ""
    start = unit.span.start
    before = knowledge.plans[unit.plan].source.original[max(0, start - len(unit.heading) - MARKUP) : start]
    runs = ":" in before and "\n" not in before.rstrip(" *").rpartition(unit.heading)[2]
    return unit.heading if runs and before.rstrip(" *:").endswith(unit.heading) else ""


@lru_cache(maxsize=20_000)
def heading_owner(heading: str) -> str:
    """The body whose section this is: its name is all that the heading says ("5. Sở Tư pháp"); "" for others.

    >>> heading_owner("Sở Tư pháp"), heading_owner("Nhiệm vụ của các sở")
    ('Sở Tư pháp', '')
    >>> heading_owner("2. Phó Hiệu trưởng")
    ''
    """
    named = find_agencies(heading)
    bare = heading.strip(" .:;-*")
    whole = len(named) == 1 and len(bare) - len(named[0].name) <= SLACK
    return named[0].name if whole and not _DEPUTY_RE.search(heading, 0, named[0].start) else ""
