"""Which clauses of a line stay where it stands: not the parent's closing, nothing general beneath others' headings, of rules only duties.

In: the clauses of a line with their verdicts. Out: the same clauses, those that do not stay with the cause.
"""

from __future__ import annotations

import re

from assistant.draft.cause import CHARGED, Cause
from assistant.draft.parent.binding import own_division
from assistant.draft.parent.clause import Clause
from assistant.draft.parent.requests import ASKS_RE
from assistant.draft.parent.roles import by_role
from assistant.draft.parent.ruled import asks_something
from assistant.draft.parent.superior import closes_plan, opens_closing
from assistant.draft.parent.whose import reaches_of
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.language.blocks import Block
from ingest.facts.language.sentences import split_sentences
from ingest.spelling import match_key

__all__ = ["only_charged", "without_closing", "without_lost"]

_WHEN_FIRST_RE = re.compile(
    r"^(?:chậm nhất|hằng năm|định kỳ|trước|sau|trong|khi|căn cứ|trên cơ sở)(?!\w)[^;.:]{0,110}?,\s+"
)
# What befalls who breaks the rules is no task of those who are named.
_PUNISHED_RE = re.compile(r"(?i)(?<!\w)vi phạm[^.;]{0,120}(?<!\w)bị(?!\w)")
_GOES_ON_RE = re.compile(r"(?:[a-zà-ỹđ]|(?:Chỉ đạo|Phối hợp|Tổ chức|Báo cáo|Bảo đảm|Kiểm tra|Hướng dẫn) )")


def without_closing(block: Block, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Leave the parent's formula of closing out; the unit has its own."""
    if not closes_plan(block.text):
        return clauses
    told = (i for i, s in enumerate(split_sentences(block.text)) if opens_closing(block.text[s.start :]))
    first = next(told, None)
    return tuple(
        c.left_out(Cause("closing")) if first is not None and c.sentence >= first else c for c in clauses
    )


def without_lost(lost: Cause | None, clauses: tuple[Clause, ...], profile: UnitProfile) -> tuple[Clause, ...]:
    """Under the heading of others' duty nothing general is the unit's; who is told to act by name still is."""
    if lost is None:
        return clauses
    why = lost.why

    def own(clause: Clause) -> bool:
        # "các sở, ban, ngành, địa phương" acts in its own clause, whatever the heading; a lone "các đơn vị" may be theirs.
        told = clause.verdict == "bound" and clause.subject is not None
        if why == "past":
            # "Về tình hình ...: Chính phủ giao các bộ phân bổ hết vốn": who is asked to act is.
            return told and ASKS_RE.search(clause.text[: clause.predicate]) is not None
        if told and why == "enacting":
            # "Nếu có vướng mắc, các tỉnh ủy, thành ủy báo cáo ..." beneath "Điều khoản thi hành".
            kind = kind_of(profile)
            own_kind = (
                rf"{kind.one_of_class}|^(?:các )?cấp (?:ủy|uỷ)"
                if kind.system == "party"
                else kind.one_of_class
            )
            return any(re.search(own_kind, match_key(name)) for name in clause.leads)
        if why == "judged":
            # "Các đơn vị căn cứ thành tích bình xét, đề nghị khen thưởng" beneath "Tiêu chuẩn khen thưởng".
            return told and clause.subject is not None and clause.subject.start == 0
        # "Ban tổ chức tỉnh ủy, thành ủy" beneath "Trách nhiệm của các cơ quan tham mưu" is the committee's own.
        own_class = kind_of(profile).one_of_class
        return (
            told
            and why in CHARGED
            and any(
                "," in n
                or own_division(n, profile)
                or by_role(n, profile)
                or re.search(own_class, match_key(n))
                for n in clause.leads
            )
        )

    found: list[Clause] = []
    stays = False
    for clause in clauses:
        # "Chủ đầu tư lập hồ sơ; định kỳ báo cáo tiến độ": what goes on in the sentence is told to the same one.
        goes_on = clause.subject is None and bool(found) and found[-1].sentence == clause.sentence
        stays = own(clause) or (goes_on and stays and clause.verdict == "bound")
        gone = clause.verdict in {"general", "bound", "unsure"} and not stays
        found.append(clause.left_out(lost) if gone else clause)
    return tuple(found)


def only_charged(
    clauses: tuple[Clause, ...], profile: UnitProfile, *, covered: bool = False
) -> tuple[Clause, ...]:
    """Of a regulation's articles only what charges someone is a task; the rest binds as it stands.

    ``covered``: the unit is one of those whom the rules here bind: what they ask without saying whom is asked of it.
    """

    def told(clause: Clause) -> bool:
        # "Cấp ủy cấp xã nơi có trụ sở Trung tâm trực tiếp lãnh đạo ...": who is spoken of first is told to act.
        key, kind = _WHEN_FIRST_RE.sub("", match_key(clause.text)), kind_of(profile)
        shape = re.sub(r"[$](?=[|]|$)", "", kind.one_of_class)
        led = kind.area or kind.system == "party"
        if led and re.match(rf"(?:{shape})(?!\w)(?! (?:tỉnh|huyện))", key):
            return True
        first = find_agencies(clause.text)[:1]
        return bool(first) and first[0].start == 0 and any(reaches_of(first, profile))

    def goes_on(place: int) -> bool:
        # "...; chỉ đạo tổ chức tập huấn": what follows in the sentence is told to the one it began with.
        before = [n for n in range(place + 1) if told(clauses[n])]
        rest = clauses[before[-1] + 1 : place + 1] if before else ()
        return bool(before) and all(_GOES_ON_RE.match(c.text) is not None for c in rest)

    return tuple(
        c.left_out(Cause("ruled"))
        if c.verdict == "unsure"
        or (c.verdict in {"bound", "general"} and _PUNISHED_RE.search(c.text))
        or (c.verdict == "general" and not goes_on(place) and not (covered and asks_something(c.text)))
        else c
        for place, c in enumerate(clauses)
    )
