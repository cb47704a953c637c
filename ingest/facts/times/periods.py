"""Months and quarters in a row: "Quý II - Quý IV/2026", "tháng 9, tháng 12/2026", "từ tháng 3 đến hết năm 2027".

Out: "2026-Q2/2026-Q4" for a stretch, "2026-09,2026-12" for a list. One alone is left to ``normalise_time``.
"""

from __future__ import annotations

import re

from ingest.spelling import spaced_re

__all__ = ["QUARTERS", "in_school_year", "is_long_past", "read_periods"]

QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ITEM = r"(?:(?P<unit>(?i:tháng|quý))\s*)?(?P<number>IV|I{1,3}|\d{1,2})(?![\w])(?:\s*(?:/|-|–|năm|,\s*năm)\s*(?P<year>(?:19|20)\d\d)(?!\d))?"
_FIRST_RE = re.compile(rf"(?<!\d\s)(?<!\w)(?=(?i:tháng|quý)\s*[\dI]){_ITEM}")
_NEXT_RE = spaced_re(
    rf"\s*(?:(?P<to>-|–|(?i:đến)(?: hết)?)|,\s*(?:và )?|;|&|(?i:và))\s*(?!\d{{1,2}} (?i:tháng)){_ITEM}"
)
_SCHOOL_YEAR_RE = re.compile(r"(?i)năm\s+học\s+(?P<first>20\d\d)\s*[-–]\s*(?P<last>20\d\d)(?!\d)")
_OPEN_RE = re.compile(r"(?:--\d\d(?:-\d\d)?[,/]?)+")
_TO_YEAR_RE = re.compile(r"\s*(?:-|–|(?i:đến)(?:\s+hết)?)\s*(?i:năm\s+)(?P<year>(?:19|20)\d\d)(?!\d)")


def read_periods(text: str, year: int | None) -> str | None:
    """Read two or more months or quarters in a row; one without a year takes that of the next, else ``year``.

    >>> read_periods("Quý II - Quý IV/2026", None), read_periods("Tháng 9, tháng 12/2026", None)
    ('2026-Q2/2026-Q4', '2026-09,2026-12')
    >>> read_periods("từ tháng 3/2026 đến hết năm 2027", None), read_periods("tháng 6/2026", None)
    ('2026-03/2027', None)
    """
    first = _FIRST_RE.search(text)
    if first is None:
        return None
    unit = first["unit"].lower()
    matches = [first]
    while (after := _NEXT_RE.match(text, matches[-1].end())) is not None:
        if (after["unit"] or unit).lower() != unit:
            return None
        matches.append(after)
    ending = _TO_YEAR_RE.match(text, matches[-1].end())
    if len(matches) == 1 and ending is None:
        return None
    names: list[str] = []
    known = year
    for match in reversed(matches):
        known = int(match["year"]) if match["year"] else known
        name = _name(unit, match["number"], known)
        if name is None:
            return None
        names.insert(0, name)
    said = names[0]
    for match, name in zip(matches[1:], names[1:], strict=True):
        said += ("/" if match["to"] else ",") + name
    return f"{said}/{ending['year']}" if ending else said


def _name(unit: str, number: str, year: int | None) -> str | None:
    value = QUARTERS.get(number) if unit == "quý" else int(number) if number.isdigit() else None
    if value is None or not 1 <= value <= 12:
        return None
    start = str(year) if year else "-"
    return f"{start}-Q{value}" if unit == "quý" else f"{start}-{value:02d}"


def in_school_year(normalised: str | None, title: str) -> str | None:
    """Give months without a year that of the one school year which the title names: from August the first, else the second.

    >>> in_school_year("--09-05", "Kế hoạch năm học 2025 - 2026"), in_school_year("--05", "Kế hoạch năm học 2025 - 2026")
    ('2025-09-05', '2026-05')
    >>> in_school_year("--05", "Kế hoạch công tác"), in_school_year("yearly:--09-05", "Kế hoạch năm học 2025 - 2026")
    ('--05', 'yearly:--09-05')
    """
    named = list(_SCHOOL_YEAR_RE.finditer(title))
    if len(named) != 1 or normalised is None or not _OPEN_RE.fullmatch(normalised):
        return normalised
    first, last = int(named[0]["first"]), int(named[0]["last"])
    if last != first + 1:
        return normalised
    return re.sub(r"--(\d\d)", lambda m: f"{first if int(m[1]) >= 8 else last}-{m[1]}", normalised)


def is_long_past(normalised: str | None, dated: str | None) -> bool:
    """Tell whether a time had passed a whole calendar year before the document was dated: then nothing is due by it.

    >>> is_long_past("1979-01-01/1988-12-31", "2024-02-16"), is_long_past("2023-12-15", "2024-02-16")
    (True, False)
    """
    years = [int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", normalised or "")]
    return bool(years and dated) and max(years) < int((dated or "")[:4]) - 1
