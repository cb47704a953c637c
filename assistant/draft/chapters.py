"""Titles of the chapters of a regulation, as the parts of a plan are called (mục II.6.đ of the annex of decree 30/2020).

In: a heading of the parent. Out: "Nội dung chung" for "Quy định chung", "Tổ chức thực hiện" for "Điều khoản thi hành";
any other heading as it is.
"""

from __future__ import annotations

import re

__all__ = ["as_part_of_plan"]

_TITLES = (
    (re.compile(r"(?i)(?:những |các )?quy định chung"), "Nội dung chung"),
    (re.compile(r"(?i)(?:những |các )?quy định cụ thể"), "Nội dung thực hiện"),
    (re.compile(r"(?i)(?:tổ chức thực hiện (?:và|,) )?(?:điều khoản|hiệu lực) (?:thi hành|thực hiện)"), "Tổ chức thực hiện"),
)  # fmt: skip


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
