"""Whether an answer tells a set whole: features of the judge for questions that ask for one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.lead_ins import leads_in
from assistant.answer.listing import announces
from assistant.knowledge import Unit
from assistant.question.wanted import Wanted

__all__ = ["COUNTED", "set_features"]

COUNTED = frozenset({"listing", "count", "facts", "which_plans"})
"""Sorts of evidence whose number in bold is the number of the things that are told below it."""
LONGEST_TOLD = 2500
"""Letters of an answer in which a number of the noun is looked for."""
HEAD = 400
"""Letters of an answer in which the noun of the set is looked for."""
READ = 3
"""Units that may end where a list begins."""
_BOLD_RE = re.compile(r"\*\*(?:[\w.]{1,5}[.)] )?([^*]+)\*\*")
_LINE_RE = re.compile(r"^(?:- |\| (?!Nội dung|Kế hoạch|What|Plan))")


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
    row["set_member"] = float(wanted.begins(first))
    return row
