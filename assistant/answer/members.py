"""Who a body of several is made of, where another place of the plan tells it in brackets: told behind the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.units import by_plan
from assistant.answer.wording import place
from assistant.knowledge import Knowledge, Unit
from assistant.model import Language
from ingest.facts.bodies.agencies import find_agencies

__all__ = ["members_in", "with_members"]

FEWEST = 2
"""Bodies in brackets that make them the members, and no short form or note."""


def with_members(
    statements: Sequence[Statement], language: Language, knowledge: Knowledge
) -> tuple[Statement, ...]:
    """An answer that names bodies, with the sentence that says of whom each is made; as it is where it says so itself.

    "**Các cơ quan đăng ký đầu tư** chủ trì ..." is followed by "Các cơ quan đăng ký đầu tư (Sở Tài chính, Ban quản lý ...)".
    """
    said = " ".join(one.text for one in statements)
    found: list[Statement] = []
    for name in statements[0].bolds:
        unit, words = next(_told_of(name, statements[0].units, knowledge), (None, ""))
        if unit is not None and words not in said:
            where = place(unit.path, knowledge.plans[unit.plan], language)
            found.append(Statement(f"{words} ({where}).", (unit,)))
    return (*statements, *found)


def _told_of(name: str, units: Sequence[Unit], knowledge: Knowledge) -> Iterator[tuple[Unit, str]]:
    for plan in dict.fromkeys(unit.plan for unit in units):
        for unit in by_plan(knowledge).get(("sentence", plan), ()):
            if words := members_in(unit.text, name):
                yield unit, words


def members_in(text: str, name: str) -> str:
    """The name with its members in brackets, as a text has them; "" where it has none.

    >>> members_in("Giao các cơ quan đầu mối (Sở Tài chính, Sở Xây dựng) tiếp nhận hồ sơ", "Các cơ quan đầu mối")
    'các cơ quan đầu mối (Sở Tài chính, Sở Xây dựng)'
    >>> members_in("Sở Tài chính (cơ quan thường trực) báo cáo", "Sở Tài chính")
    ''
    """
    found = re.search(rf"(?i)(?<!\w){re.escape(name)}\s*\(([^()]+)\)", text)
    return found[0] if found and len(find_agencies(found[1])) >= FEWEST else ""
