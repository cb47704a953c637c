"""Whether an answer tells a set whole: features of the judge for questions that ask for one, and lead-ins made whole.

"Trừ các trường hợp sau đây:" announces what is asked; the cases that follow it are the answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answer.cite import Statement
from assistant.answer.enumeration import NAMED, find_lists, named
from assistant.answer.listing import LEADS_IN_RE, LONGEST_LINE, announces
from assistant.answer.wording import clip
from assistant.knowledge import Knowledge, Unit
from assistant.question.naming import fold
from assistant.question.wanted import Wanted

__all__ = ["COUNTED", "set_features", "with_what_follows"]

COUNTED = frozenset({"listing", "count", "enumeration", "facts", "which_plans"})
"""Sorts of evidence whose number in bold is the number of the things that are told below it."""
MOST_FOLLOWING = 30
LONGEST_TOLD, FIRST = 2500, 160
"""Letters of an answer in which a number of the noun is looked for; those with which it begins."""
HEAD = 400
"""Letters of an answer in which the noun of the set is looked for."""
READ, LONGEST_READ = 3, 700
"""Units, and letters of each, in which lists are looked for."""
_BOLD_RE = re.compile(r"\*\*(?:[\w.]{1,5}[.)] )?([^*]+)\*\*")
_LINE_RE = re.compile(r"^(?:- |\| (?!Nội dung|Kế hoạch|What|Plan))")


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
    """The same answer with the lists that its sentences lead in, where it stops at the colon."""
    told = {unit.at for statement in statements for unit in statement.units}
    found: list[Statement] = []
    for statement in statements:
        found.append(statement)
        last = statement.units[-1] if statement.units else None
        if last is None or last.at < 0 or not leads_in(last):
            continue
        for unit in following(last, knowledge):
            if unit.at not in told:
                text = clip(unit.text.lstrip("-+ "), LONGEST_LINE)
                found.append(Statement(f"- {text}", (unit,)))
                told.add(unit.at)
    return found


def set_features(
    source: str, statements: Sequence[Statement], units: Sequence[Unit], wanted: Wanted | None
) -> dict[str, float]:
    """How well an answer tells the set that is asked for, and whether it stops where the list would begin."""
    told = {unit.at for unit in units}
    row = {"cut_off": float(any(leads_in(u) and u.at + 1 not in told for u in units[:READ] if u.at >= 0))}
    if wanted is None:
        return row
    text = " ".join(statement.text for statement in statements)[:HEAD]
    heads = _BOLD_RE.findall(text)
    lines = sum(_LINE_RE.match(statement.text) is not None for statement in statements)
    listed = float(lines > 1)
    noun = wanted.share(text)
    announced = max((announces(wanted, head) for head in heads), default=0.0)
    if wanted.counted:
        counts = source in COUNTED
        said = wanted.numbered(" ".join(statement.text for statement in statements)[:LONGEST_TOLD])
        row["count_noun"] = counts * noun
        row["count_announced"] = counts * announced
        row["count_said"] = float(said and not counts)
        row["count_bare"] = float(not said and not counts)
        return row
    row["set_noun"] = noun
    row["set_listed"] = listed * noun
    row["set_announced"] = announced
    first = heads[0] if heads else ""
    proper = [source == "enumeration" and name[:1].isupper() for name in first.split("; ")]
    row["set_member"] = max(float(wanted.begins(first)), sum(proper) / len(proper))
    if wanted.number:
        lists = (one for unit in units[:READ] for one in find_lists(unit.text[:LONGEST_READ]))
        enumerated = {len(one.items) for one in lists if named(one, wanted) >= NAMED}
        row["set_as_many"] = float(wanted.number in {lines, *enumerated})
    return row
