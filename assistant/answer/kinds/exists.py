"""Whether there is such a plan at all: "năm 2026 tỉnh X có kế hoạch phát triển kinh tế số không?".

In: a question of that shape. Out: the plans whose titles say its whole subject, with number and date. The library holds what
it holds: without such a title nothing is said here, and where the question asks of the library itself it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.cite import Statement
from assistant.answer.evidence.units import coverage
from assistant.answer.kinds.identity import answer_identity
from assistant.answer.kinds.yesno import judged
from assistant.knowledge import Knowledge
from assistant.question.cues import in_long
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.plan import Plan

__all__ = ["answer_exists", "asks_of_library", "no_such_plan"]

_KIND = r"ke hoach|quyet dinh|chi thi|nghi quyet|nghi dinh|thong tu|de an|chuong trinh|quy che|quy dinh|van ban|plan|decision|directive|resolution|decree|circular|programme|document"
_EXISTS_RE = re.compile(
    rf"\b(?:da co|co|da(?= (?:ban hanh|ra|lap))) (?:(?:ban hanh|xay dung|lap|ra|duoc|mot|ban|cai|nhung|cac) )*(?P<kind>{_KIND})(?! (?:nay|do|so|rieng)\b)\b[^?]*\b(?:khong|chua)(?: \w+)?\s*\??\s*$"
    rf"|^(?:does|do|has|have|did) [^?]*\b(?:have|issued?|adopt(?:ed)?) (?:an?|any|its|the) (?:\w+ ){{0,3}}(?P<en>{_KIND})\b|^(?:is|are) there (?:an?|any) (?:\w+ ){{0,4}}(?P<there>{_KIND})s?\b"
)
_LIBRARY_RE = re.compile(
    r"\b(?:kho|thu vien|he thong|du lieu|library)\b(?: (?:nay|minh|ke hoach|cua ban))?(?: (?:co|has|have|hold)|[^?]{0,12}khong)|\bin the library\b|\bco ke hoach nao\b"
)
_TELLS_RE = re.compile(
    r"\b(?:noi (?:ve|den|toi)|neu|quy dinh (?:ve|viec|muc)|de cap|nhac (?:den|toi)|mentions?|says?)\b"
)
"""Folded: what stands in a plan is asked, not what it is called."""
_SPENT = frozenset(
    "ke hoach quyet dinh chi thi nghi van ban de an chuong trinh quy che thong tu ban hanh xay dung lap ra nao co khong chua kho thu vien plan decision "
    "directive resolution decree circular programme document library have has issue issued any ve cua trien khai thuc hien da tinh".split()
)
WHOLLY = 0.7
"""Share of the subject that a title must say."""
MOST = 4
_RANGE_RE = re.compile(r"((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)")
_UNTIL_RE = re.compile(r"den (?:het )?nam ((?:19|20)\d\d)")


def asks_of_library(need: Need) -> bool:
    """Whether it is asked if the library itself holds a plan."""
    folded = in_long(fold(need.question))
    return need.yesno and bool(_EXISTS_RE.search(folded) and _LIBRARY_RE.search(folded))


def answer_exists(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """Yes, with the plans; [] where none has such a title, or the question has another shape."""
    found = _titled(need, knowledge, plans)
    if not found or len(found) > MOST:
        return []
    lines = answer_identity(replace(need, kind="letterhead_number"), knowledge, found)
    if not lines or not all(line.units for line in lines):
        lines = answer_identity(replace(need, kind="issuer"), knowledge, found)
    titles = [knowledge.plans[name].letterhead.title or "" for name in found]
    if len(found) == 1 and lines:
        titled = replace(lines[0], text=f"{lines[0].text} {titles[0]}")
        lines = [judged("yes", titled, need), *lines[1:]]
    return lines


def no_such_plan(need: Need, knowledge: Knowledge) -> bool:
    """Whether the library is asked for a plan that it does not hold: of another place, or of no such title."""
    if not asks_of_library(need) or _TELLS_RE.search(in_long(fold(need.question))):
        return False  # a plan of another title may tell it
    return bool(need.scope.foreign) or not _titled(need, knowledge, need.scope.tiers[0])


def _titled(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[str]:
    folded = in_long(fold(need.question))
    if not need.yesno or need.scope.foreign or not _EXISTS_RE.search(folded):
        return []
    terms = [
        term for term in need.terms if not set(fold(term.text).split()) <= _SPENT and not term.text.isdigit()
    ]
    years = {int(year) for year in re.findall(r"(?<![\d/-])(?:19|20)\d\d(?![\d/])", folded)}
    if not terms and not need.scope.placed:
        return []
    return [
        name
        for name in plans
        if (not terms or coverage(terms, knowledge.titles[name]) >= WHOLLY)
        and all(_runs_in(year, knowledge.plans[name]) for year in years)
    ]


def _runs_in(year: int, plan: Plan) -> bool:
    """Whether a plan is of a year, by its head or the years that its title names."""
    head = plan.letterhead
    title = fold(head.title or "")
    of_its_own = {head.year, int(head.date[:4]) if head.date else None}
    if spans := _RANGE_RE.findall(title):
        return any(int(first) <= year <= int(last) for first, last in spans)
    last = max((int(found) for found in _UNTIL_RE.findall(title)), default=0)
    own = [one for one in of_its_own if one]
    return year in own or bool(last and own and min(own) <= year <= last)
