"""How bodies of the Party above the communes speak of themselves: their short name, parts, leaders and peers.

In: the name of a body of kind "party_committee". Out: its short name, and what differs from a commune's committee
(data/unit_kinds.yaml). Names of parts follow Quy định 399-QĐ/TW and common usage; a profile can set its own.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["party_changes", "party_self"]

_COMMITTEE_RE = re.compile(r"(?i)(tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ)(?!\w)")
"""Committees above the communes: what stands under them are bodies and committees, no cells."""
_BODY_RE = re.compile(
    r"(?i)(?:ban|văn phòng|ủy ban kiểm tra)(?= .*(?:tỉnh|thành|huyện|đảng) (?:ủy|uỷ)(?!\w))"
)
_WHOLE_RE = re.compile(
    r"(?i)đảng (?:ủy|uỷ)(?=.*(?<!\w)(?:tỉnh|thành phố|trung ương)(?!\w))(?!.*(?<!\w)(?:xã|phường|đặc khu)(?!\w))"
)
"""Committees of a province's bodies: "Đảng ủy UBND tỉnh Sơn Hà"."""
_BODY_BINDS = ("cấp ủy, tổ chức đảng", "cơ quan", "đơn vị", "các ban", "ban (?:xây dựng )?đảng")


def party_self(name: str) -> str | None:
    """Tell what a Party body above the communes calls itself; None for other committees.

    >>> party_self("Tỉnh ủy Sơn Hà"), party_self("Ban Nội chính Tỉnh ủy"), party_self("Đảng ủy xã Tân An")
    ('Tỉnh ủy', 'Ban', None)
    """
    found = _COMMITTEE_RE.match(name) or _BODY_RE.match(name)
    return f"{found[0][:1].upper()}{found[0][1:]}" if found else None


def party_changes(name: str, own: str, head: str | None) -> dict[str, Any]:
    """What differs from a commune's committee; ``own`` is what the body calls itself, ``head`` its head's title.

    >>> party_changes("Tỉnh ủy Sơn Hà", "Tỉnh ủy", None)["inner"]
    'các ban, cơ quan, đảng ủy trực thuộc Tỉnh ủy'
    """
    if _COMMITTEE_RE.match(own):
        level = "province" if own.lower().startswith(("tỉnh", "thành")) else "district"
        parts = f"ban, cơ quan, đảng ủy trực thuộc {own}"
        peers = "tỉnh|thành" if level == "province" else "huyện|quận|thị"
        peer = rf"^(?:các )?(?:{peers}) (?:ủy|uỷ)(?:,? (?:và )?(?:{peers}|đảng) (?:ủy|uỷ))*$"
        at = "tỉnh" if level == "province" else "huyện"
        peer = rf"{peer}|^(?:ban thường vụ )?(?:các )?cấp (?:ủy|uỷ) cấp {at}$"
        heads = f"người đứng đầu các {parts}"
        return {"level": level, "one_of_class": peer, "inner": f"các {parts}", "one_inner": parts} | {
            "inner_heads": heads
        }
    if _BODY_RE.match(name):
        parts = f"phòng, đơn vị thuộc {own}"
        words = {"inner": f"các {parts}", "one_inner": parts, "inner_heads": f"Trưởng các {parts}"}
        leads = {"leaders": f"Lãnh đạo {own}", "head": head or f"Thủ trưởng {own}"}
        return {**words, **leads, "level": "province", "one_of_class": "^$", "binds": _BODY_BINDS}
    if _WHOLE_RE.match(name):
        return {"level": "province", "one_of_class": r"^(?:các )?(?:đảng ủy|đảng uỷ) trực thuộc"}
    return {}
