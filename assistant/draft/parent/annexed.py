"""Annexes that charge a whole group: "Nhiệm vụ của các bộ, ngành, địa phương", "Các bộ, cơ quan:" above rows of tasks.

In: headings and lines of annexes, and the profile. Out: whether what stands below is the unit's; its clauses as charged.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.draft.parent.clause import Clause
from assistant.draft.parent.whose import reaches_of
from assistant.draft.unit.profile import UnitProfile
from ingest.facts.bodies.agencies import Agency, find_agencies, split_names
from ingest.facts.tasks.roles import find_predicate
from ingest.plan import Section

__all__ = ["as_charged", "charges_group", "holds_common", "only_bodies"]

_CHARGES_RE = re.compile(
    r"(?i)(?:nhiệm vụ|trách nhiệm|phân công|công việc)[^.;:]{0,30}?\s(?:của|giao(?: cho)?|cho|đối với)\s+(?P<who>\S.*)$"
)
_COMMON_RE = re.compile(r"(?i)nhiệm vụ (?:chung|thường xuyên)")
# A body that a task speaks of stands behind such a word, or in a list behind one; a cell stands alone.
_SPOKEN_OF_RE = re.compile(
    r"(?i)(?:với|của|cho|về|tại|do|theo|gửi|báo cáo|trình|qua|cùng|giữa|đến|từ|trong|vào|,|và|\(|thuộc|tham mưu|đề nghị|giúp)\s*$"
)
_TABLE_RE = re.compile(r"(?m)^\W*(?:S?TT|Stt|Số TT)(?!\w)")
_EACH_RE = re.compile(r"(?i)cụ thể|riêng|từng (?:bộ|cơ quan|đơn vị)")


def holds_common(
    section: Section, holder: str | None, profile: UnitProfile, text: str, *, above: bool
) -> tuple[bool, bool]:
    """Whether an annex's section charges the unit's group, and whether its lines may be taken as tasks of it.

    ``above``: what stands above charges the group. A table whose cells ran apart is read by its rows (``flat_rows``),
    unless its tasks are told as common.
    """
    told = charges_group(section.heading, profile)
    if told is None and holder is not None:
        told = holder in {"unit", "class"}
    group = above if told is None else told
    common = _COMMON_RE.search(section.heading) is not None
    ran_apart = _TABLE_RE.search(text, section.range.start, section.range.end) is not None
    return group, group and (common or not ran_apart)


def charges_group(heading: str, profile: UnitProfile) -> bool | None:
    """Whether the words of a heading charge a group with the unit in it; None where they charge nobody.

    >>> unit = UnitProfile("Bộ Y tế", "agency")
    >>> [charges_group(words, unit) for words in ("NHIỆM VỤ CỦA CÁC BỘ, NGÀNH, ĐỊA PHƯƠNG", "NHIỆM VỤ CỤ THỂ", "Danh mục")]
    [True, False, None]
    """
    if _EACH_RE.search(heading) and not _COMMON_RE.search(heading):
        return False
    told = _CHARGES_RE.search(heading)
    bodies = find_agencies(told["who"].lower())[:1] if told else ()
    if told is None or not bodies or bodies[0].start:
        return None
    return any(reaches_of(bodies, profile))


def only_bodies(line: str) -> tuple[Agency, ...]:
    """The bodies of a line that names nothing else and is set as a title, above rows of their tasks.

    A bare line of bodies may be a cell of a row whose task stands before it.

    >>> [body.name for body in only_bodies("Các bộ, cơ quan, địa phương:")], only_bodies("Các bộ, cơ quan, địa phương")
    (['Các bộ, cơ quan, địa phương'], ())
    """
    words = line.strip(" *.:\t")
    title = line.rstrip(" *").endswith(":") or line.lstrip().startswith("**")
    if len(words) > 120 or not words or not title:
        return ()
    known = find_agencies(words)
    whole = bool(known) and known[0].start == 0 and known[-1].end >= len(words) - 1
    return split_names(words) if whole else ()


def as_charged(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses of a group with the unit in it, as what the unit is charged with by name; cells of broken rows are none."""

    def task(clause: Clause) -> bool:
        opens = find_predicate(clause.text, 0, len(clause.text)) is not None or clause.subject is not None
        spoken = (a for a in find_agencies(clause.text[clause.predicate :]) if not a.collective)
        cells = any(not _SPOKEN_OF_RE.search(clause.text[: clause.predicate + a.start]) for a in spoken)
        return opens and not cells

    return tuple(
        replace(c, verdict="named") if c.verdict in {"general", "bound"} and task(c) else c for c in clauses
    )
