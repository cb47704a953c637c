"""What kind of document it is where no type line says so: by its number's code, or by its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.lines import Line
from ingest.parse.parts import Part

__all__ = ["type_of_code", "type_of_text"]

# Decree 30/2020, annex III.I, and the Party's codes (QĐi, QyĐ: quy định; CTHĐ: chương trình hành động).
_CODES = {
    "KH": "Kế hoạch", "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định", "QYĐ": "Quy định",
    "QĐi": "Quy định", "TC": "Thông cáo", "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "CTR": "Chương trình",
    "CTHĐ": "Chương trình hành động", "CTrHĐ": "Chương trình hành động", "PA": "Phương án", "ĐA": "Đề án", "DA": "Dự án",
    "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình", "TTR": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện", "KL": "Kết luận",
    "CV": "Công văn", "NĐ": "Nghị định", "TT": "Thông tư", "GM": "Giấy mời", "GUQ": "Giấy ủy quyền",
}  # fmt: skip
_TYPES = r"Kế hoạch|Chương trình|Phương án|Đề án|Hướng dẫn|Chỉ thị|Quyết định|Nghị quyết|Kết luận|Báo cáo"
_ISSUED_RE = re.compile(rf"(?:ban hành|xây dựng|lập)\s+(?:bản )?({_TYPES})(?!\w)(?! số)", re.IGNORECASE)
_ABOVE_RE = re.compile(rf"Trên đây là (?:nội dung |toàn văn )?({_TYPES})", re.IGNORECASE)


def type_of_code(number: str) -> str | None:
    """The type that the symbol of a number names.

    >>> type_of_code("235/KH-UBND"), type_of_code("39-CTr/TU"), type_of_code("12/UBND-VX")
    ('Kế hoạch', 'Chương trình', None)
    """
    match = re.match(r"\d+[a-zA-Z]?[-/](?:\d{4}/)?([^\W\d]+)", number)
    return _CODES.get(match[1]) if match else None


def type_of_text(basis: Sequence[Line], parts: Sequence[Part]) -> str | None:
    """The type by "X ban hành Kế hoạch ..." at the end of the basis, or by "Trên đây là Kế hoạch ..."."""
    for line in reversed(basis):
        if found := list(_ISSUED_RE.finditer(line.text)):
            return found[-1][1].capitalize()
    for part in parts:
        for line in reversed(part.body[-12:]):
            if match := _ABOVE_RE.match(line.text):
                return match[1].capitalize()
    return None
