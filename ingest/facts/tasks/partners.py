"""Those after "phối hợp": "với Sở A, Sở B", without "với", in brackets, or in a later part of the clause.

In: a clause and where the partners' words begin. Out: the bodies, and where the task goes on.
"""

from __future__ import annotations

import re

from ingest.facts.bodies.agencies import Agency, find_agencies, read_agencies
from ingest.facts.language.verbs import PREDICATE_RE, starts_plain
from ingest.facts.tasks.trailing import is_bare, loose_partners
from ingest.spelling import spaced_re

__all__ = [
    "COORDINATE_RE",
    "bare_partners",
    "bracketed_partners",
    "inner_partners",
    "read_partners",
    "shared_task",
]

_LEADING_BODY_RE = spaced_re(r"(?:các )?(?:[cC]ơ quan|[đĐ]ơn vị) (?:được giao )?chủ trì(?= \w)")
# Parties to a project, whose names hold a verb ("đầu tư").
_PARTY_RE = spaced_re(r"(?:các )?(?i:chủ đầu tư|nhà đầu tư|đơn vị tư vấn)(?!\w)")
_WITHIN_RE = spaced_re(r"trong (?:quá trình|việc|công tác|tổ chức|thực hiện|suốt)(?!\w)")
COORDINATE_RE = re.compile(r"(?i:phối\s+hợp)(?!\w)")


# "UBND các xã có cơ sở nhà đất": which of them are meant.
_WHICH_RE = re.compile(r"\s+(?:có|thuộc|ở|nơi|nằm)\s[^,;]{2,70}")


# "chính quyền địa phương nơi | tổ chức thực hiện dự án": which of them is meant.
_WHERE_RE = spaced_re(r"(?<!\w)nơi (?:dự kiến |đang )?$")
_LOOSE_END_RE = re.compile(r"\s(?:để|trong|về|khi)$")
_JOINT_RE = spaced_re(r" (?:cùng )?phối hợp (?!với(?!\w))(?=\w)")


def shared_task(text: str, at: int, end: int) -> int:
    """Where the task begins that a leader shares with the bodies at ``at``; ``at`` where they share none.

    >>> text = "Sở Y tế và Công an tỉnh phối hợp tổ chức tập huấn"
    >>> text[shared_task(text, 0, len(text)) :]
    'tổ chức tập huấn'
    """
    joint = _JOINT_RE.match(text, read_agencies(text, at)[1], end)
    return joint.end() if joint else at


def read_partners(text: str, at: int, end: int) -> tuple[tuple[Agency, ...], int]:
    """Read those after "phối hợp với"; bodies outside the grammar reach to the next task verb."""
    partners, reached = read_agencies(text, at)
    leading = _LEADING_BODY_RE.match(text, at, end) or _PARTY_RE.match(text, at, end)
    if leading:
        partners, reached = (Agency(leading[0], at, leading.end(), collective=True),), leading.end()
    rest = re.compile(r"\s*(?:,|để)?\s*").match(text, reached, end)
    after = rest.end() if rest else reached
    if reached >= end or PREDICATE_RE.match(text, after, end):
        return partners, min(after, end)
    if partners and _WITHIN_RE.match(text, after, end):
        return partners, after
    past = 0
    for word in re.compile(r"(?<=\s)(?=\w)").finditer(text, after, min(end, after + 200)):
        verb = PREDICATE_RE.match(text, word.start(), end)
        if verb and (word.start() <= past or _WHERE_RE.search(text, reached, word.start())):
            past = verb.end() + 1
        elif verb:
            more = find_agencies(text[reached : word.start()])
            moved = tuple(Agency(a.name, a.start + reached, a.end + reached, a.collective) for a in more)
            if not partners and not moved:
                name = _LOOSE_END_RE.sub("", text[at : word.start()].strip(" ,"))
                moved = (
                    (Agency(name, at, at + len(name), collective=True),) if len(name.split()) <= 12 else ()
                )
            return partners + moved, word.start()
    return (partners, min(after, end)) if partners else (loose_partners(text, at, end), end)


def bare_partners(text: str, at: int, end: int) -> tuple[tuple[Agency, ...], int] | None:
    """Read "phối hợp Sở Y tế thẩm định ...", where "với" is left out."""
    verb = COORDINATE_RE.match(text, at, end)
    if verb is None or verb.end() + 1 >= end:
        return None
    partners, reached = read_agencies(text, verb.end() + 1)
    after = re.compile(r"\s*(?:\([^)]*\))?\s*,?\s*").match(text, reached, end) if partners else None
    if after is None:
        return None
    which = partners[-1].collective and _WHICH_RE.fullmatch(text, reached, end)
    if which or is_bare(text, after.end(), end):
        return partners, end
    acts = PREDICATE_RE.match(text, after.end(), end) or starts_plain(text, after.end(), end)
    return (partners, after.end()) if acts else None


def bracketed_partners(text: str, at: int, end: int) -> tuple[tuple[Agency, ...], int] | None:
    """Read "(phối hợp với Sở Tư pháp) hướng dẫn ..."."""
    bracket = re.compile(r"\s*\(\s*phối\s+hợp\s+(?:với|cùng)\s+").match(text, at, end)
    partners, reached = read_agencies(text, bracket.end()) if bracket else ((), at)
    after = re.compile(r"\s*\)\s*,?\s*").match(text, reached, end) if partners else None
    return (partners, after.end()) if after else None


def inner_partners(text: str, place: int, end: int) -> tuple[Agency, ...]:
    """Those of a later "..., phối hợp với Y ..." in the clause, when it opens a part of its own."""
    later = re.compile(
        r"(?:[,;]|\s+và)\s+(?:(?:chủ\s+động|tích\s+cực|chủ\s+trì,?)\s+)?phối\s+hợp\s+(?:chặt\s+chẽ\s+)?với\s+"
    ).search(text, place, end)
    # "Chỉ đạo Phòng Kinh tế chủ trì, phối hợp với ...": the partners of whom is told to lead.
    if later is None or re.search(r"chủ\s+trì$", text[place : later.start()]):
        return ()
    return read_agencies(text, later.end())[0]
