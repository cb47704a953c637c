"""What a plan reports of the time before it is no goal of it: "phải kết nạp bao nhiêu" is not told by what was done last year.

In: the question and the units of an answer. Out: whether a goal or duty is asked for and only the part on the situation speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.knowledge import Knowledge, Unit
from assistant.question.cues import cue_text
from assistant.question.naming import fold
from assistant.question.sort import asked_sort
from assistant.question.understand import Need

__all__ = ["reported_instead"]

_GOAL_ASKED_RE = re.compile(
    r"\b(?:phai|phan dau|muc tieu|chi tieu|dat ra|de ra|du kien|se|must|should|aims?|target(?:s|ed)?|required)\b"
)
_REPORTS_RE = re.compile(
    r"^(?:dac diem |khai quat |danh gia |so luoc )*(?:tinh hinh|ket qua|thuc trang|hien trang)\b(?!.*\b(?:nhiem vu|muc tieu|giai phap|phuong huong)\b)"
)
"""The heading, folded, of a part that tells what was so far."""
_AHEAD_RE = re.compile(r"\b(?:phan dau|den nam|se|trong thoi gian toi|can phai)\b")


def reported_instead(need: Need, units: Sequence[Unit], knowledge: Knowledge) -> bool:
    """Whether a number to be reached is asked for, and all the evidence stands in a part on the situation and looks back."""
    if asked_sort(need) != "number" or not _GOAL_ASKED_RE.search(cue_text(need.asked)):
        return False
    return all(_looks_back(unit, knowledge) for unit in units)


def _looks_back(unit: Unit, knowledge: Knowledge) -> bool:
    first = unit.path.partition(".")[0]
    headings = (s.heading for s in knowledge.plans[unit.plan].sections if s.path == first)
    return any(_REPORTS_RE.search(fold(heading)) for heading in headings) and not _AHEAD_RE.search(
        fold(unit.text)
    )
