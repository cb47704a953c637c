"""The shapes of document numbers and dates, with the reason for each.

Numbers: Decree 30/2020/NĐ-CP, Annex III (state) and Guidance 36-HD/VPTW (Party); laws by the Law on the
Promulgation of Legal Documents. Dates: "ngày 26 tháng 01 năm 2024", "ngày 26/01/2024", "18-02-2019".
"""

from __future__ import annotations

import re
from datetime import date

from ingest.facts.language.lexicon import alternatives
from ingest.spelling import match_key, spaced_re

__all__ = [
    "DATE_RE",
    "NUMBER_RE",
    "TYPES",
    "TYPE_OF_CODE",
    "TYPE_PATTERN",
    "YEAR",
    "iso_date",
    "normal_number",
    "number_system",
]

_UP = "A-ZĂÂĐÊÔƠƯ"
_TYPE = rf"[{_UP}][{_UP}a-zđ]{{0,5}}"
_SEG = rf"[{_UP}][{_UP}a-z0-9&]*"
_NUM = r"\d{1,5}(?:\.\d{1,3})?[a-d]?"
YEAR = r"(?:19|20)\d\d"
"""A year of ours or of the century before."""
_ISSUER = rf"{_SEG}(?:\s?[-–]\s?(?:{_SEG}|[a-z]{{1,2}})(?![{_UP}a-z]))*"
_KINDS = {
    "law": rf"{_NUM}\s?/\s?{YEAR}\s?/\s?(?:QH|UBTVQH)\d{{1,2}}",
    "ordinance": rf"{_NUM}/{YEAR}/(?:PL|L|NQLT|TTLT)[-/]{_ISSUER}",
    # A column of a PDF breaks symbols at their strokes: "136/2025/TT- BTC", "12/2024/ QĐ-TTg".
    "state_legal": rf"{_NUM}\s?/\s?{YEAR}\s?/\s?{_TYPE}-\s?{_ISSUER}",
    "party": rf"{_NUM}\s?[-–]\s?{_TYPE}\s?/{_ISSUER}",
    "state": rf"{_NUM}\s?/\s?{_TYPE}[-/]\s?{_ISSUER}",
    "letter": rf"{_NUM}/{_SEG}(?:-{_SEG})?",
}

TYPE_OF_CODE = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QYĐ": "Quy định", "QĐI": "Quy định",
    "TC": "Thông cáo", "TB": "Thông báo", "HD": "Hướng dẫn", "CTR": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án",
    "ĐA": "Đề án", "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản", "TTR": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền", "GM": "Giấy mời", "NĐ": "Nghị định", "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch", "NQLT": "Nghị quyết liên tịch", "PL": "Pháp lệnh", "KL": "Kết luận", "CV": "Công văn", "QCPH": "Quy chế phối hợp",
    "CTPH": "Chương trình phối hợp", "KHPH": "Kế hoạch phối hợp", "HDLN": "Hướng dẫn liên ngành", "CTHĐ": "Chương trình hành động", "VBHN": "Văn bản hợp nhất", "SL": "Sắc lệnh", "L": "Lệnh",
}  # fmt: skip
"""Type code (upper case) -> type, after Annex III of Decree 30/2020 and the Party's table."""

TYPES = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết liên tịch", "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Thông tư liên tịch",
    "Thông tư", "Thông tri", "Kế hoạch phối hợp", "Kế hoạch liên tịch", "Kế hoạch hành động", "Kế hoạch", "Chương trình hành động", "Chương trình phối hợp", "Chương trình công tác", "Chương trình",
    "Đề án", "Kết luận", "Quy định", "Quy chế phối hợp", "Quy chế", "Hướng dẫn liên ngành", "Hướng dẫn", "Công văn", "Thông báo kết luận", "Thông báo", "Báo cáo", "Tờ trình",
    "Công điện", "Dự án", "Phương án", "Lệnh", "Điều lệ", "Văn bản hợp nhất", "Văn bản", "Biên bản", "Sắc lệnh", "Chiến lược", "Quy hoạch", "Thông cáo",
)  # fmt: skip
"""The types of documents, longest first where one begins another."""

# A letter's number (4912/UBND-NC) must not begin with a type code, else "01/KH" would pass.
_CODES = "|".join(sorted({code for code in TYPE_OF_CODE if len(code) > 1}, key=len, reverse=True))
_NOT_A_CODE = rf"(?!{_NUM}/(?i:{_CODES})(?![{_UP}a-z]))"
NUMBER_RE = re.compile(
    r"(?<![\w/.:-])(?:"
    + "|".join(
        f"(?P<{name}>{_NOT_A_CODE if name == 'letter' else ''}{shape})" for name, shape in _KINDS.items()
    )
    + rf")(?![\w/]|-[{_UP}])"
)
"""Any document number; the name of the group that matched is its kind."""

DATE_RE = spaced_re(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?:\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>(?:19|20)\d\d)"
    r"| tháng (?P<month2>\d{1,2})\s*(?:,\s*)?năm (?P<year2>(?:19|20)\d\d))(?!\d|[/-]\d)"
)
"""A full date, with or without the word "ngày" before it."""

TYPE_PATTERN = alternatives(list(TYPES))


def iso_date(match: re.Match[str]) -> str | None:
    """Write a match of ``DATE_RE`` as an ISO date; None where there is no such day.

    >>> iso_date(DATE_RE.search("ngày 26 tháng 01 năm 2024")), iso_date(DATE_RE.search("31/02/2024"))
    ('2024-01-26', None)
    """
    year, month = match["year"] or match["year2"], match["month"] or match["month2"]
    try:
        return date(int(year), int(month), int(match["day"])).isoformat()
    except ValueError:
        return None


def normal_number(number: str) -> str:
    """Bring a number to one spelling: no spaces, plain hyphens, TU for TƯ; for comparing and showing.

    >>> normal_number("142 -KH/BDVTU"), normal_number("08 – KH/TƯ")
    ('142-KH/BDVTU', '08-KH/TU')
    """
    tight = re.sub(r"\s+", "", number).replace("–", "-")
    return re.sub(r"(?<=/)TƯ(?!\w)", "TU", tight)


def number_system(number: str) -> str:
    """Tell whose numbering it is: "party" (12-KH/TU) or "state" (12/KH-UBND)."""
    return "party" if re.match(r"\d+[a-d]?-", normal_number(number)) else "state"


def code_type(number: str) -> str | None:
    """The type that a number's own code says, None where the code is unknown.

    >>> code_type("235/KH-UBND"), code_type("10-CTr/TU"), code_type("10/2022/QH15"), code_type("4912/UBND-NC")
    ('Kế hoạch', 'Chương trình', None, 'Công văn')
    """
    tight = normal_number(number)
    if re.search(r"/UBTVQH|/QH\d", tight) and not re.search(rf"/[{_UP}]+-", tight):
        return None
    parts = [part.upper() for part in re.split(r"[/-]", tight)[1:] if not part.isdigit()]
    if parts and parts[0] in TYPE_OF_CODE:
        return TYPE_OF_CODE[parts[0]]
    match = NUMBER_RE.fullmatch(number.strip())
    return "Công văn" if match and (match["letter"] or match["state"]) else None


def key_of(number: str) -> str:
    """The key under which two spellings of one number meet."""
    return match_key(normal_number(number))
