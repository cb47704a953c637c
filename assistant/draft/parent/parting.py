"""Where a sentence of the parent parts into clauses that may charge different bodies."""

from __future__ import annotations

import re

from assistant.draft.parent.levels import level_subject
from assistant.draft.parent.requests import asked_subject
from assistant.draft.parent.roles import role_subject
from assistant.draft.parent.superior import acts_itself, whole_above
from assistant.draft.parent.whose import given_apart, reaches_of
from assistant.draft.unit.profile import UnitProfile
from ingest.facts.bodies.agencies import read_agencies
from ingest.facts.language.sentences import split_clauses
from ingest.facts.tasks.roles import find_predicate, read_subject
from ingest.plan import Range

__all__ = ["SHARE_OPENS_RE", "clauses_of"]

SHARE_OPENS_RE = re.compile(r"\W*\d+(?:[.,]\d+)?\s*%")
_WHOLE_RE = re.compile(r"toàn (?:[đĐ]ảng bộ )?(?:tỉnh|thành phố)(?!\w)")
# Whom the first body works with, tells or asks may be a list that goes on after the comma.
_TELLS_MORE_RE = re.compile(
    r"(?i)(?<!\w)(?:phối hợp|cùng|với|của|cho|yêu cầu|đề nghị|chỉ đạo|hướng dẫn|đôn đốc|giao|gồm|để|khi|nếu|do|các)(?!\w)"
)
_SHARES_RE = re.compile(
    r"(?i)(?:tham gia|phối hợp|bố trí|cử|hỗ trợ|chịu trách nhiệm|ít nhất|tối thiểu|đạt)(?!\w)"
)
# What others do with what the unit hands in.
_DECIDES_RE = re.compile(
    r"(?i)(?:(?:kịp thời|trực tiếp) )?(?:thẩm định|phê duyệt|tổng hợp|kiểm tra|xem xét|quyết định|hướng dẫn|bố trí|cấp|hỗ trợ|ban hành|công bố|chủ trì|chịu trách nhiệm)(?!\w)"
)


def clauses_of(text: str, sentence: Range, profile: UnitProfile, issuer: str | None) -> list[Range]:
    """Clauses of a sentence; one that opens nothing of its own stays with the one before."""
    merged: list[Range] = []
    above = whole_above(profile)
    whole = re.compile(rf"(?i)toàn {above}(?!\w)") if above else None
    for clause in split_clauses(text, sentence):
        subject = read_subject(text, clause.start, clause.end)
        subject = subject or role_subject(text, clause.start, clause.end, profile)
        subject = subject or asked_subject(text, clause.start, clause.end, profile)
        subject = subject or level_subject(text, clause.start, clause.end, profile)
        subject = subject or given_apart(text, clause.start, clause.end, profile)
        opens = subject is not None or find_predicate(text, clause.start, clause.end) is not None
        opens = opens or _WHOLE_RE.match(text, clause.start) is not None
        opens = opens or SHARE_OPENS_RE.match(text, clause.start) is not None
        opens = opens or (whole is not None and whole.match(text, clause.start) is not None)
        opens = opens or acts_itself(text, issuer, profile, clause.start) is not None
        names, reached = read_agencies(text[: merged[-1].end], merged[-1].start) if merged else ((), -1)
        if merged and (not opens or (names and reached == merged[-1].end)):
            merged[-1] = Range(merged[-1].start, clause.end)
        else:
            merged.append(clause)
    return [part for clause in merged for part in _with_own_part(text, clause, profile)]


def _with_own_part(text: str, clause: Range, profile: UnitProfile) -> list[Range]:
    """Part a clause where, after what one body does, another is told its own share: the unit's group, or who is not.

    >>> unit = UnitProfile("UBND xã A", "commune")
    >>> text = "Sở Tài chính chủ trì định giá đất, UBND các xã, phường tham gia kiểm tra"
    >>> [text[part.start : part.end] for part in _with_own_part(text, Range(0, len(text)), unit)]
    ['Sở Tài chính chủ trì định giá đất', 'UBND các xã, phường tham gia kiểm tra']
    >>> text = "UBND các xã lập danh sách, các sở thẩm định trong 05 ngày"
    >>> [text[part.start : part.end] for part in _with_own_part(text, Range(0, len(text)), unit)]
    ['UBND các xã lập danh sách', 'các sở thẩm định trong 05 ngày']
    """
    first = read_subject(text, clause.start, clause.end)
    if first is None:
        return [clause]
    ours = any(reaches_of(first.actors, profile))
    for comma in re.compile(r",\s+").finditer(text, first.predicate, clause.end):
        before = text[first.predicate : comma.start()]
        if len(before.split()) < 3 or _TELLS_MORE_RE.search(before):
            continue
        second = role_subject(text, comma.end(), clause.end, profile)
        second = second or read_subject(text, comma.end(), clause.end)
        second = second or level_subject(text, comma.end(), clause.end, profile)
        if (
            second is None
            or second.actors[0].start != comma.end()
            or any(reaches_of(second.actors, profile)) == ours
        ):
            continue
        if (_DECIDES_RE if ours else _SHARES_RE).match(text, second.predicate):
            return [Range(clause.start, comma.start()), Range(comma.end(), clause.end)]
    return [clause]
