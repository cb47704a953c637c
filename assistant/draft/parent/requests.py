"""Whom a body above asks to act: "Chính phủ yêu cầu các Bộ trưởng, Chủ tịch UBND các tỉnh tập trung ..." charges those asked.

In: a clause and the profile. Out: those asked as who acts, where who asks opens the clause; and where, before who acts,
the words stand that say who asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.draft.unit.profile import UnitProfile
from ingest.facts.bodies.agencies import read_agencies, same_agency
from ingest.facts.language.lexicon import LOWER
from ingest.facts.tasks.held import Holding
from ingest.facts.tasks.holders import Holder
from ingest.facts.tasks.roles import Subject
from ingest.plan import Range

__all__ = ["ASKS_RE", "asked_subject", "with_asked"]

_ABOVE = (
    r"(?:Chính phủ|Thủ tướng(?: Chính phủ)?|Phó Thủ tướng|Bộ trưởng|Thứ trưởng|(?:Chủ tịch |Thường trực |Lãnh đạo )?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân)|Ban Thường vụ|Thường trực|Ban Chấp hành"
    r"|(?:Tỉnh|Thành|Đảng|Huyện) (?:ủy|uỷ)|Ban Chỉ đạo|Ban Bí thư|Bộ Chính trị|Quốc hội|Giám đốc|Tổng Giám đốc|Hiệu trưởng|Cục trưởng|Chi cục trưởng|Trưởng Ban|Chủ tịch|Lãnh đạo|Ban Giám đốc|Ban Giám hiệu"
    r"|Bệnh viện|Nhà trường|Trường|Công ty|Liên đoàn Lao động|Bộ|Sở)"
)
ASKS_RE = re.compile(
    rf"{_ABOVE}(?:\s[^,;.:]{{0,60}}?)?\s+(?:(?:thống nhất|cơ bản|đồng ý|tiếp tục|trân trọng)\s+)*(?:yêu cầu|giao(?! ban)|đề nghị|chỉ đạo|phân công)(?:\s+cho)?(?:\s+đồng chí)?:?\s+"
)
_LEAD_IN_RE = re.compile(
    r"(?i)(?:để|nhằm|trước|trong|căn cứ|trên cơ sở|với|từ|nếu|khi|thực hiện|tiếp tục)(?!\w)[^;.:]{3,150}?,\s+"
)
_LEVELS_RE = re.compile(
    r"(?:(?:,| và)\s+(?:mầm non|mẫu giáo|tiểu học|trung học cơ sở|trung học phổ thông|trung học|THCS|THPT)(?!\w))*"
)
_OPENS_RE = re.compile(rf"\s*[,:]?\s*(?=[{LOWER}])")


def asked_subject(text: str, start: int, end: int, profile: UnitProfile) -> Subject | None:
    """Read who is asked as who acts; None where nobody is, or where the unit itself asks.

    >>> unit = UnitProfile("Bộ Y tế", "agency")
    >>> text = "Chính phủ yêu cầu các Bộ trưởng, Chủ tịch UBND các tỉnh, thành phố tập trung cải cách"
    >>> found = asked_subject(text, 0, len(text), unit)
    >>> [actor.name for actor in found.actors], text[found.predicate :]
    (['các Bộ trưởng', 'Chủ tịch UBND các tỉnh, thành phố'], 'tập trung cải cách')
    """
    lead_in = _LEAD_IN_RE.match(text, start, end)
    for at in (start, *((lead_in.end(),) if lead_in else ())):
        asks = ASKS_RE.match(text, at, end)
        if asks is None:
            continue
        above, _ = read_agencies(text, at)
        if any(
            same_agency(body.name, name) for body in above[:1] for name in (profile.name, *profile.aliases)
        ):
            return None
        actors, reached = read_agencies(text, asks.end())
        levels = _LEVELS_RE.match(text, reached, end) if actors else None
        if levels and levels.end() > reached:
            # "các trường tiểu học, trung học cơ sở": the grammar stops at the first level.
            last = actors[-1]
            actors = (*actors[:-1], replace(last, name=text[last.start : levels.end()], end=levels.end()))
            reached = levels.end()
        opens = _OPENS_RE.match(text, reached, end) if actors else None
        if opens:
            return Subject(actors, opens.end(), asked=True)
    return None


def with_asked(holdings: Iterable[Holding], profile: UnitProfile) -> tuple[Holding, ...]:
    """Let those asked in a line that opens a list hold the list, not who asks ("Chính phủ yêu cầu các bộ ... những việc sau:")."""
    found: list[Holding] = []
    opened: list[tuple[int, set[str], tuple[Holder, ...]]] = []
    for holding in holdings:
        block = holding.block
        level = block.chain[-1].level if block.chain else 0
        opened = [one for one in opened if one[0] < level]
        for _, who, asked in opened:
            if holding.before and all(holder.name in who for holder in holding.before):
                holding = replace(holding, before=asked)
        text = block.text.rstrip(" *")
        asks = asked_subject(text, block.body, len(text), profile) if text.endswith(":") else None
        if asks:
            above, _ = read_agencies(text, block.body)
            holders = tuple(Holder(actor.name, Range(0, 0), "lead") for actor in asks.actors)
            opened.append((level, {body.name for body in above}, holders))
        found.append(holding)
    return tuple(found)
