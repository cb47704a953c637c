"""Whether an answer tells a set whole: features of the judge for questions that ask for one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.timing import tells_time_asked
from assistant.answer.kinds.lead_ins import leads_in
from assistant.answer.kinds.listing import announces
from assistant.knowledge import Unit
from assistant.question.cues import cue_text
from assistant.question.understand import Need

__all__ = ["COUNTED", "set_features"]

COUNTED = frozenset({"listing", "count", "facts", "which_plans"})
"""Sorts of evidence whose number in bold is the number of the things that are told below it."""
LONGEST_TOLD = 2500
"""Letters of an answer in which a number of the noun is looked for."""
HEAD = 400
"""Letters of an answer in which the noun of the set and what stands in bold are looked for."""
READ = 3
"""Units that may end where a list begins."""
_BOLD_RE = re.compile(r"\*\*(?:[\w.]{1,5}[.)] )?([^*]+)\*\*")


def set_features(
    need: Need, source: str, statements: Sequence[Statement], units: Sequence[Unit]
) -> dict[str, float]:
    """How well an answer tells the set that is asked for, and whether it stops where the list would begin.

    An hour or a stretch of time that is asked for counts as a number of members would.
    """
    told = {unit.at for unit in units}
    row = {"cut_off": float(any(leads_in(u) and u.at + 1 not in told for u in units[:READ] if u.at >= 0))}
    text, wanted = " ".join(statement.text for statement in statements), need.wanted
    heads = _BOLD_RE.findall(text[:HEAD])
    timed = tells_time_asked(cue_text(need.question), " ; ".join(heads) or statements[0].text)
    if timed is not None:
        return row | {"count_said": float(timed), "count_bare": float(not timed)}
    if wanted is None:
        return row
    if not wanted.counted:
        return row | {"set_member": float(wanted.begins(heads[0] if heads else ""))}
    counts, said = source in COUNTED, wanted.numbered(text[:LONGEST_TOLD])
    return row | {
        "count_noun": counts * wanted.share(text[:HEAD]),
        "count_announced": counts * max((announces(wanted, head) for head in heads), default=0.0),
        "count_said": float(said and not counts),
        "count_bare": float(not said and not counts),
    }
