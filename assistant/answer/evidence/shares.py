"""Lines that tell only a part of the sum asked for: an item of a list under its total, a cost set apart.

In: an evidence unit and what is asked. Out: whether its amount is but a share of the one that is meant.
"""

from __future__ import annotations

import re

from assistant.answer.evidence.cells import MARK_RE
from assistant.knowledge import Unit
from assistant.question.naming import fold
from assistant.question.understand import Need

__all__ = ["is_share"]

_TOTAL_RE = re.compile(r"\btong (?:cong|so|kinh phi|tien|von|muc|du toan|chi phi|nhu cau|nguon)\b|\btotal\b")
_SET_APART_RE = re.compile(
    r"\W*(?:rieng|trong do) (?:chi phi|kinh phi|tien) (?P<part>[a-z ]+?)(?: (?:la|du kien|khoang))? \d"
)
_FUNDS = frozenset("kinh phi von nguon tien".split())
_FUNDS_RE = re.compile(r"\b(?:kinh phi|ngan sach|von|tien)\b")
"""A part of a sum, by its name, and that money is asked about; both folded."""


def is_share(unit: Unit, need: Need) -> bool:
    """Whether a total is asked for, or money without its source, and a line of the list below one tells only what goes into it.

    Or money is asked about, and a sentence sets apart some of it of which the question does not say a word ("Riêng chi phí
    vận chuyển là 410 triệu đồng").
    """
    asked, above, own = map(fold, (need.question, unit.context, unit.text))
    if (apart := _SET_APART_RE.match(own)) and _FUNDS_RE.search(asked):
        return not set(apart["part"].split()) & set(asked.split())
    if not MARK_RE.match(unit.text) or _TOTAL_RE.search(own) or not _TOTAL_RE.search(above):
        return False
    label = set(re.findall(r"[a-z]+", own.partition(":")[0])) - _FUNDS
    whole = _TOTAL_RE.search(asked) or (_FUNDS_RE.search(asked) and not label & set(asked.split()))
    return bool(whole)
