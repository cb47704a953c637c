"""The higher documents that a parent rests on, each as its opening cites it, letter by letter.

In: the parent and the stretches of its opening. Out: one Basis for each document. A document cited inside the
title of another ("... của Chính phủ thực hiện Nghị quyết số 68-NQ/TW"), or as what amends it, stays with it; what
a lower office proposed ("Theo đề nghị của Sở Công Thương tại Tờ trình số ...") is no basis of a child.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.facts.bodies.agencies import find_agencies, same_agency
from ingest.facts.cited.references import find_mentions
from ingest.plan import Plan, Range

__all__ = ["Basis", "read_basis"]

_ISSUES_RE = re.compile(
    r"(?:^|[,;.\n])\s*(?:(?:Ủy ban nhân dân|UBND|Sở|Ban|Đảng ủy|Tỉnh ủy|Huyện ủy|Thành ủy|Hội|Bộ|Ban Chỉ đạo|Thanh tra|Trường|Bệnh viện)"
    r"[^;.]{0,80}?\s)(?:ban hành|xây dựng|triển khai xây dựng|đề ra)\s+(?:Kế hoạch|kế hoạch|Chương trình|nội dung)"
)
_OPENS_RE = re.compile(
    r"(?i)(?:^|[,;.\n–-])\s*(?:và\s+)?(?:căn cứ|thực hiện|thi hành|theo|xét|trên cơ sở)(?:\s+các)?\s*$"
)
"""Words that open the next basis."""
_LISTED_RE = re.compile(r"\s*(?:[,;]|và|[,;]\s*và)?\s*(?:[sS]ố\s+)?")
_TYPE_BEFORE_RE = re.compile(
    r"(?:[Cc]ác\s+)?(?:Công điện|Công văn|Kế hoạch|Quyết định|Chỉ thị|Nghị quyết|Nghị định|Thông báo|Chương trình|Kết luận|Luật|[Vv]ăn bản|Tờ trình|Báo cáo)"
    r"(?:\s+của\s[^;,.:\d]{3,40}?)?\s*:?(?:\s+[sS]ố)?\s*:?\s*$"
)
_PROPOSED_RE = re.compile(r"(?i)(?:theo|xét) đề nghị[^;\n]*$")
_PROPOSAL_RE = re.compile(r"(?i)(?:các )?(?:tờ trình|báo cáo|văn bản số)(?!\w)")
# How the body above is made up, works and lays down rules is no ground of a unit's plan.
_OF_OFFICE_RE = re.compile(
    r"(?i)quy chế làm việc|chức năng, nhiệm vụ(?:,| và) (?:quyền hạn|tổ chức bộ máy)|phân công (?:công tác|nhiệm vụ) (?:của |giữa |cho )?(?:các )?(?:chủ tịch|thành viên|phó)"
    r"|^(?:các )?luật (?:sửa đổi, bổ sung [^;]{0,40})?(?:của )?(?:luật )?(?:tổ chức chính phủ|ban hành văn bản quy phạm pháp luật)|thi hành (?:một số điều của )?luật ban hành văn bản quy phạm pháp luật"
)
_OF_PLACE_RE = re.compile(
    r"(?i)^luật (?:sửa đổi, bổ sung [^;]{0,40})?(?:luật )?tổ chức chính quyền địa phương"
)
# A law named in a story of what went wrong ("việc chấp hành Luật Lâm nghiệp còn hạn chế") is no basis.
_STORY_RE = re.compile(
    r"(?i)thời gian (?:qua|vừa qua)|những năm qua|trong năm qua|tuy nhiên|bên cạnh đó|việc chấp hành"
)
_RULES_RE = re.compile(r"(?i)(?:các )?(?:luật|bộ luật|pháp lệnh|nghị định|thông tư)(?!\w)")
_REST_RE = re.compile(r"(?:(?!\s(?:Căn cứ|Theo đề nghị|Xét đề nghị)\s)[^;])*")
_AMENDED_RE = re.compile(r"sửa đổi, bổ sung (?:một số điều )?(?:bởi|theo)[^;]*$")
_ON_PROPOSAL_RE = re.compile(r"^Theo đề nghị của [^;,]{3,150}, ")
_DEED_RE = re.compile(
    r"\s+(?:đã\s+)?(?:ban hành|xây dựng|triển khai|quy định|hướng dẫn|yêu cầu|quyết định|quyết nghị|thông báo|phát động|đề ra|chỉ đạo|cụ thể hóa|thống nhất|phê duyệt|tổ chức)(?!\w)"
)
_WORDS = 22
"""Words between two documents of one citation at most."""


@dataclass(frozen=True, slots=True)
class Basis:
    """A higher document as the parent's opening cites it (clean offsets)."""

    text: str
    range: Range


def _is_bare(text: str, mention: Range) -> bool:
    return text[mention.start].isdigit()


def _goes_on(text: str, before: Range, mention: Range) -> bool:
    """Whether a document is cited inside the citation of the one before it, or in one list with it."""
    if mention.start < before.end:
        return True
    gap = text[before.end : mention.start]
    if _LISTED_RE.fullmatch(gap) and gap.strip():
        # "được sửa đổi, bổ sung bởi Luật số 23/2023/QH15 và Luật số 118/2025/QH15": both amend the one cited.
        amends = ";" not in gap and _AMENDED_RE.search(text[before.start : before.end]) is not None
        return _is_bare(text, mention) or (amends and " số " in text[mention.start : mention.start + 20])
    if ";" in gap or _OPENS_RE.search(text[: mention.start]) or re.search(r"\.\s", gap):
        return False
    if not gap.strip():
        return text[before.end - 1] not in ",;."
    # "và Nghị quyết số ...", ", Kế hoạch số ..." open a new citation; "được sửa đổi, bổ sung bởi Luật số ..." none.
    return len(gap.split()) <= _WORDS and re.search(r"(?:,|\svà)\s*$", gap) is None


def _citations(text: str, limit: int) -> list[Range]:
    """The stretches of a text that cite one document each."""
    found: list[Range] = []
    for mention in (m.range for m in find_mentions(text) if m.range.start < limit):
        if found and _goes_on(text, found[-1], mention):
            found[-1] = Range(found[-1].start, max(found[-1].end, mention.end))
            continue
        kind = _TYPE_BEFORE_RE.search(text[: mention.start]) if _is_bare(text, mention) else None
        found.append(Range(kind.start() if kind else mention.start, mention.end))
    return found


def _to_its_end(text: str, spot: Range, following: int, limit: int) -> int:
    """A title may run on after what the grammar of titles knows: it ends at the semicolon, its brackets closed."""
    end = min(spot.end, limit)
    rest = _REST_RE.match(text[end:limit])
    if rest and following >= end + rest.end() and ";" in text[end : end + rest.end() + 1]:
        end += rest.end()
    if text.count("(", spot.start, end) > text.count(")", spot.start, end):
        close = text.find(")", end)
        end = close + 1 if 0 <= close < limit else text.rfind("(", spot.start, end)
    return end


def _tells_own_deed(plan: Plan, clause: str) -> bool:
    """Whether a clause tells what the issuer does itself ("UBND tỉnh triển khai Đợt thi đua theo Nghị quyết ...")."""
    words = _ON_PROPOSAL_RE.sub("", clause.strip())
    opens = find_agencies(words)[:1]
    whole = opens and opens[0].start == 0 and same_agency(opens[0].name, plan.letterhead.issuer or "")
    return bool(whole and _DEED_RE.match(words, opens[0].end))


def _said_before(words: str, found: list[Basis]) -> bool:
    """Whether a document is cited already: by its number, or, without one, in the words of a longer citation."""
    number = re.match(r"[^\d;]{0,60}?số (\S*\d[\w./-]+)", words)
    for basis in found:
        if words in basis.text:
            return True
        if number and re.match(rf"[^\d;]{{0,60}}?số {re.escape(number[1])}(?![\w/-])", basis.text):
            return True
        rest = iter(basis.text.lower().split())
        if (
            number is None
            and not any(c.isdigit() for c in words)
            and all(w in rest for w in words.lower().split())
        ):
            return True
    return False


def read_basis(plan: Plan, opening: Iterable[Range], *, area: bool = False) -> tuple[Basis, ...]:
    """The higher documents of the parent's opening, each as written there; ``area``: for a unit that governs a place."""
    clean = plan.source.clean
    found: list[Basis] = []
    for spot in opening:
        text = clean[spot.start : spot.end]
        stop = next(reversed(list(_ISSUES_RE.finditer(text))), None)
        limit = stop.start() if stop else len(text)
        cited = _citations(text, limit)
        for index, citation in enumerate(cited):
            following = cited[index + 1].start if index + 1 < len(cited) else limit
            end = _to_its_end(text, citation, following, limit)
            words = re.sub(r"[,;]?\s+và$", "", text[citation.start : end].strip(" ,;."))
            before = text[: citation.start]
            apart = _PROPOSED_RE.search(before) or _PROPOSAL_RE.match(words) or _OF_OFFICE_RE.search(words)
            apart = apart or (None if area else _OF_PLACE_RE.match(words))
            told = before[max(before.rfind(". "), before.rfind("\n")) + 1 :]
            # Whatever has a number and a law that is carried out are bases, in whatever sentence.
            own = not _RULES_RE.match(words) and _tells_own_deed(plan, told[told.rfind(";") + 1 :])
            story = not re.search(r"\d", words) and (own or _STORY_RE.search(told))
            if words and not (apart or story or _said_before(words, found)):
                start = spot.start + citation.start
                found.append(Basis(words, Range(start, start + len(words))))
    return tuple(found)
