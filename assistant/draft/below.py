"""Who leads and helps with a task, told beneath it or after it: "- Đơn vị chủ trì: Bộ Công an.", "cơ quan phối hợp: Sở Tư pháp".

In: lines of the parent. Out: the holders of the task above; a line or clause that says only this is no task by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.facts.agencies import split_names
from ingest.facts.holders import Holder
from ingest.plan import Range, Role

__all__ = ["TOLD_ABOVE", "holders_below", "only_roles"]

TOLD_ABOVE = "Phân công của cấp trên, đã xét ở nhiệm vụ nêu ngay trước"
_ROLE_RE = re.compile(
    r"(?i)\W*(?:cơ quan|đơn vị|bộ phận|tổ chức)\s+(?P<role>chủ trì|phối hợp)(?:\s+(?:thực hiện|chính|tham mưu))?\s*:\s*(?P<who>\S[^;]*?)\s*(?=[;.]|$)"
)


def only_roles(text: str) -> bool:
    """Whether a line or clause only says who leads or helps.

    >>> only_roles("- Đơn vị chủ trì: Bộ Công an."), only_roles("Đơn vị chủ trì lập kế hoạch.")
    (True, False)
    """
    return _ROLE_RE.match(text) is not None


def holders_below(lines: Iterable[str]) -> tuple[Holder, ...]:
    """Who holds the task that stands above lines like these; the leads first.

    >>> [(h.name, h.role) for h in holders_below(["- Cơ quan phối hợp: Bộ Tài chính.", "- Cơ quan chủ trì: Bộ Y tế; Bộ Nội vụ."])]
    [('Bộ Y tế', 'lead'), ('Bộ Tài chính', 'coordinate')]
    """
    found: list[Holder] = []
    for line in lines:
        for match in re.finditer(_ROLE_RE, line):
            role: Role = "lead" if match["role"].lower() == "chủ trì" else "coordinate"
            names = split_names(match["who"].strip(" ."))
            found += [Holder(agency.name, Range(0, 0), role) for agency in names]
    return tuple(sorted(found, key=lambda holder: holder.role == "coordinate"))
