"""Clauses that nobody is charged with and that go with those of whom the rest of their line tells that they act.

In: the clauses of a line with their verdicts. Out: the same clauses, those that are others' with the cause.
"""

from __future__ import annotations

import re

from assistant.draft.cause import CHARGED
from assistant.draft.parent.clause import Clause
from assistant.draft.parent.fields import speaks_of_own
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.tasks.roles import find_predicate

__all__ = ["OWN_PLACE_RE", "led_behind", "ruled_by_others"]

# "Sở Nội vụ chủ trì, phối hợp với các sở hướng dẫn, kiểm tra": what others are to do themselves.
_WATCHES_RE = re.compile(
    r"(?i)chủ trì,?\s+(?:phối hợp [^.;]{0,80}?\s)?(?:hướng dẫn|kiểm tra|theo dõi|đôn đốc|tổng hợp|giám sát|đánh giá)(?!\w)"
)
OWN_PLACE_RE = re.compile(
    r"(?i)(?:tại|trong|của) (?:(?:các|từng|mỗi) )?(?:cơ quan|đơn vị|trụ sở|nơi làm việc)(?!\w)"
)
"""What is done where one works is each unit's own."""
_DONE_TO_RE = re.compile(r"(?!Mọi |Tất cả )[A-ZĐÂÔƠƯ][^,;.:]{3,80}?\s(?<!phải )(?:được|bị)\s")


def led_behind(clauses: list[Clause], profile: UnitProfile) -> list[Clause]:
    """What nobody is charged with is theirs of whom the next sentence says that they lead.

    "Trình HĐND tỉnh ban hành chính sách hỗ trợ. Sở Nội vụ chủ trì, xây dựng hồ sơ."; in its own field a unit has its part.
    """
    kind = kind_of(profile)
    first = next((c for c in clauses if c.subject is not None), None)
    if (
        kind.area
        or kind.system == "party"
        or first is None
        or not first.because({"others"})
        or first.role != "lead"
        or _WATCHES_RE.search(first.text)
    ):
        return clauses
    return [
        c.left_out(first.cause)
        if first.cause
        and c.verdict == "general"
        and c.sentence < first.sentence
        and not (speaks_of_own(c.text, profile) or OWN_PLACE_RE.search(c.text))
        else c
        for c in clauses
    ]


def ruled_by_others(clauses: list[Clause]) -> tuple[Clause, ...]:
    """What is only done to someone goes with those whom the rest of its line charges.

    "Quán tham gia đủ 06 tháng được gắn biển. Tiêu chí do Phòng Kinh tế soạn thảo."
    """
    told = [c.cause for c in clauses if c.cause and c.because(CHARGED)]
    if not told or any(c.verdict not in {"general", "dropped"} for c in clauses):
        return tuple(clauses)
    return tuple(
        c.left_out(told[-1])
        if c.verdict == "general" and _DONE_TO_RE.match(c.text) and find_predicate(c.text, 0, 12) is None
        else c
        for c in clauses
    )
