"""Titles of the parts of the unit's plan: of a regulation's chapters, and above the unit's own tasks.

In: a heading of the parent. Out: "Nội dung chung" for "Quy định chung", "Tổ chức thực hiện" for "Điều khoản thi hành" (mục
II.6.đ of the annex of decree 30/2020), "Nhiệm vụ của UBND xã" where it names who acts; any other heading as it is.
"""

from __future__ import annotations

import re

from assistant.draft.parent.binding import own_division
from assistant.draft.unit.profile import UnitProfile, kind_of

__all__ = ["as_part_of_plan", "names_duties", "own_heading"]

_TITLES = (
    (re.compile(r"(?i)(?:những |các )?quy định chung"), "Nội dung chung"),
    (re.compile(r"(?i)(?:những |các )?quy định cụ thể"), "Nội dung thực hiện"),
    (re.compile(r"(?i)(?:tổ chức thực hiện (?:và|,) )?(?:điều khoản|hiệu lực) (?:thi hành|thực hiện)"), "Tổ chức thực hiện"),
)  # fmt: skip


# Beneath "Trách nhiệm cụ thể" what is told to the unit's class is no "Nhiệm vụ chung".
_OWN_PART_RE = re.compile(r"(?i)(?:nhiệm vụ|trách nhiệm) (?:cụ thể|riêng)\W*$")


def as_part_of_plan(heading: str) -> str:
    """The heading of a plan's part for that of a regulation's chapter, in the same case.

    >>> as_part_of_plan("NHỮNG QUY ĐỊNH CHUNG"), as_part_of_plan("Điều khoản thi hành"), as_part_of_plan("Hồ sơ")
    ('NỘI DUNG CHUNG', 'Tổ chức thực hiện', 'Hồ sơ')
    """
    words = " ".join(heading.split())
    title = next((title for shape, title in _TITLES if shape.fullmatch(words.strip(" .:"))), None)
    if title is None:
        return heading
    return title.upper() if words.isupper() else title


def own_heading(heading: str, profile: UnitProfile, above: str = "", *, shared: bool) -> str:
    """What heads the unit's own tasks where the parent names it, or (``shared``) its class among others.

    >>> unit = UnitProfile("UBND xã Suối Bạc", "commune")
    >>> own_heading("17. UBND các xã, phường", unit, shared=True), own_heading("Đối với các xã", unit, shared=True)
    ('Nhiệm vụ chung của UBND xã', 'Đối với UBND xã')
    >>> own_heading("2. Sở Y tế các tỉnh", UnitProfile("UBND tỉnh Sơn Hà", "province"), shared=True)
    'Nhiệm vụ của Sở Y tế'
    """
    kind = kind_of(profile)
    bare = re.sub(r"^\W*\d+\W+", "", heading)
    if kind.name == "province" and (division := own_division(bare, profile)):
        return f"Nhiệm vụ của {division.rstrip(' .:;')}"
    who = f"UBND {kind.self}" if kind.area else kind.self
    # "Đối với các đoàn thể": what the unit's own part is about stands above it.
    if re.match(r"(?i)\W*(?:đối với|dành cho|về phía)\s", heading):
        return f"Đối với {who}"
    common = "chung " if shared and not _OWN_PART_RE.search(above) else ""
    return f"Nhiệm vụ {common}của {who}"


def names_duties(heading: str) -> bool:
    """Whether a heading says more than whom it is for: "Trách nhiệm của Chủ tịch UBND cấp xã".

    >>> names_duties("2. Trách nhiệm của Chủ tịch UBND cấp xã"), names_duties("2. UBND cấp xã")
    (True, False)
    """
    return (
        re.match(r"(?i)[\W\d]*(?:điều \d+\W+)?(?:trách nhiệm|nhiệm vụ|quyền hạn|thẩm quyền)(?!\w)", heading)
        is not None
    )
