"""Lines that only lead in what stands below: the issuer enacts its plan there, or says who a collective is.

In: a line of the parent, its clauses and the profile. Out: why it is no task itself, or None.
"""

from __future__ import annotations

import re

from assistant.draft.cause import Cause, charged_to
from assistant.draft.parent.clause import Clause
from assistant.draft.parent.defined import defined_as
from assistant.draft.unit.profile import UnitProfile
from ingest.facts.tasks.held import Holding

__all__ = ["leads_in"]

# "Điều 1. Phê duyệt Đề án ..., với các nội dung chính như sau:" is the issuer's deed; what follows is the plan.
_ENACTS_RE = re.compile(
    r"(?is)\W*(?:(?:căn cứ|thực hiện|triển khai|để|nhằm)\s[^.:]{0,600}?,\s)??(?P<who>(?-i:[A-ZĐ])[^,;.:]{2,80}?\s)??(?:phê duyệt|ban hành|thông qua|cập nhật, bổ sung|công bố)\s.{0,400}(?:như sau|sau đây|chủ yếu|chính)\s*:\s*$"
)


def leads_in(
    holding: Holding, clauses: tuple[Clause, ...], profile: UnitProfile, lost: Cause | None
) -> Cause | None:
    """Why a line is no task itself: it enacts the plan, or says who the collective of its heading is."""
    words = holding.block.text[holding.block.body :]
    chain = holding.block.chain
    told = defined_as(chain[-1].heading, words, profile) if chain and lost is None else None
    if told == "others":
        return charged_to([chain[-1].heading])
    own = told == "own" and not any(c.cause or c.asked for c in clauses)
    enacts = _ENACTS_RE.fullmatch(words)
    # "Chính phủ ban hành Chương trình ... như sau:" is none of the unit's; "Các sở ban hành kế hoạch ..., nội dung chính:" is.
    enacted = enacts is not None and (enacts["who"] is None or all(c.cause for c in clauses))
    return Cause("lead_in") if own or enacted else None
