"""Lines that only lead in what stands below: the issuer enacts its plan there.

In: a line of the parent and its clauses. Out: why it is no task itself, or None.
"""

from __future__ import annotations

import re

from assistant.draft.cause import Cause
from assistant.draft.parent.clause import Clause
from ingest.facts.tasks.held import Holding

__all__ = ["leads_in"]

# "Điều 1. Phê duyệt Đề án ..., với các nội dung chính như sau:" is the issuer's deed; what follows is the plan.
_ENACTS_RE = re.compile(
    r"(?is)\W*(?:(?:căn cứ|thực hiện|triển khai|để|nhằm)\s[^.:]{0,600}?,\s)??(?P<who>(?-i:[A-ZĐ])[^,;.:]{2,80}?\s)??(?:phê duyệt|ban hành|thông qua|cập nhật, bổ sung|công bố)\s.{0,400}(?:như sau|sau đây|chủ yếu|chính)\s*:\s*$"
)


def leads_in(holding: Holding, clauses: tuple[Clause, ...]) -> Cause | None:
    """Why a line is no task itself: it enacts the plan."""
    enacts = _ENACTS_RE.fullmatch(holding.block.text[holding.block.body :])
    # "Chính phủ ban hành Chương trình ... như sau:" is none of the unit's; "Các sở ban hành kế hoạch ..., nội dung chính:" is.
    enacted = enacts is not None and (enacts["who"] is None or all(c.cause for c in clauses))
    return Cause("lead_in") if enacted else None
