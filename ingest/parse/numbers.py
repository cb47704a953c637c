"""The document's number with its symbol, and its place and date (Decree 30/2020, annex I, II.3 and II.4).

State: "Số: 235/KH-UBND"; Party: "Số 159-KH/HU". The order of "/" and "-" alone tells the two apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ingest.lines import Line
from ingest.parse.letters import compile_pattern
from ingest.plan import Range, System

__all__ = [
    "Found",
    "PlaceDate",
    "attached_number",
    "find_adoption",
    "find_number",
    "find_place_date",
    "number_and_date",
    "system_of_number",
]

_CODE = r"[A-ZĐĂÂÊÔƠƯ][\w&.]*"
_SYMBOL = rf"(?:/\s*(?:\d{{4}}\s*/\s*)?{_CODE}(?:\s?[-–]\s?{_CODE}|\s?/\s?{_CODE})*|[-–]\s*{_CODE}\s*/\s*{_CODE}(?:\s?[-–]\s?{_CODE})*)"
_NUMBER_RE = re.compile(
    rf"(?:Luật\s+)?S[ốô]\s*[:.]?\s*(?P<number>(?P<digits>\d{{1,5}}(?:\.\d{{1,3}})?[a-zA-Z]?)\s*{_SYMBOL})",
    re.IGNORECASE,
)
_BLANK_RE = re.compile(rf"S[ốô]\s*[:.]?\s*[.…_\s\-]*(?P<symbol>{_SYMBOL})", re.IGNORECASE)
_BARE_RE = re.compile(rf"^(?P<number>(?P<digits>\d{{1,5}})\s?{_SYMBOL})\W*$")
_DOTS = r"[.…_ \u00a0/]*"
_DATE_RE = compile_pattern(
    rf"(?:(?P<place>[\p{{Lu}}][^,;:\d\t]{{1,40}}?)\s*,\s*)?(?:ngày|ngay(?=\s*\d{{1,2}}\s+tháng)){_DOTS}(?P<day>\d{{1,2}})?{_DOTS}"
    rf"tháng{_DOTS}(?P<month>\d{{1,2}})?{_DOTS}n?ăm{_DOTS}(?P<year>(?:20|19)\d\d|20(?=\W|$))?",
    re.IGNORECASE,
)
_ADOPTED_RE = re.compile(
    r"(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh) này (?:đã )?được .{0,160}?thông qua (?=ngày)", re.IGNORECASE
)
_SHORT_DATE_RE = re.compile(
    r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>(?:19|20)\d\d)"
)
_PARTY_RE = re.compile(r"\d+[a-zA-Z]?[-–]")


@dataclass(frozen=True, slots=True)
class Found:
    """A value and the clean range of the words it stands in."""

    value: str
    range: Range


@dataclass(frozen=True, slots=True)
class PlaceDate:
    """Place and date of a letterhead; ``blanks`` are the parts that the form leaves open."""

    place: str | None
    date: str | None
    year: int | None
    range: Range
    blanks: tuple[str, ...] = ()


def _tidy(number: str) -> str:
    return re.sub(r"\s+", "", number).replace("–", "-").rstrip(".-/")


def find_number(pieces: Iterable[Line]) -> tuple[Found | None, str | None]:
    """The number, and the symbol of a blank number form ("Số: /KH-SNV" gives (None, "/KH-SNV")).

    >>> find_number([Line(0, "Số: 235 /KH - UBND")])[0].value
    '235/KH-UBND'
    >>> find_number([Line(0, "Số: /KH - SGTVT Lai Châu, ngày tháng 02 năm 2025")])
    (None, '/KH-SGTVT')
    """
    blank: str | None = None
    for piece in pieces:
        if match := (_NUMBER_RE.search(piece.text) or _BARE_RE.match(piece.text)):
            # The place line may follow on the same line: a symbol ends at a word that is no code.
            end = match.start("number") + _symbol_end(match["number"])
            start = match.start("number")
            return Found(_tidy(piece.text[start:end]), Range(piece.start + start, piece.start + end)), None
        if blank is None and (match := _BLANK_RE.search(piece.text)):
            blank = _tidy(match["symbol"][: _symbol_end(match["symbol"])])
    return None, blank


def _symbol_end(text: str) -> int:
    return len(text.rstrip(" .-–/"))


def find_place_date(pieces: Iterable[Line]) -> PlaceDate | None:
    """The line "Sơn Hà, ngày 05 tháng 02 năm 2025"; open parts become blanks, never a guess.

    >>> found = find_place_date([Line(0, "Lai Châu, ngày tháng 02 năm 2025")])
    >>> found.place, found.date, found.year, found.blanks
    ('Lai Châu', None, 2025, ('day',))
    """
    for piece in _with_year(list(pieces)):
        # "Số: /KH-SNV Sơn Hà, ngày ..." on one line: the place is what follows the symbol; a Party document's
        # date may stand above its number ("Sơn Hà, ngày ... Số 45-KH/TU").
        number = _NUMBER_RE.search(piece.text) or _BLANK_RE.search(piece.text)
        behind = _DATE_RE.finditer(piece.text, number.end() if number else 0)
        before = _DATE_RE.finditer(piece.text, 0, number.start()) if number else ()
        for match in (*behind, *before):
            if not (match["day"] or match["month"] or match["year"] or match["place"]):
                continue
            blanks = tuple(
                part
                for part in ("day", "month", "year")
                if not match[part] or (part == "year" and len(match[part]) < 4)
            )
            place = match["place"].strip(" *") if match["place"] else None
            year = int(match["year"]) if match["year"] and len(match["year"]) == 4 else None
            date = _iso(match["day"], match["month"], match["year"]) if not blanks else None
            return PlaceDate(
                place, date, year, Range(piece.start + match.start(), piece.start + match.end()), blanks
            )
    return None


def _with_year(pieces: Sequence[Line]) -> Iterator[Line]:
    """The lines, a date's with the year that the end of the line cut off ("... tháng 11 năm" / "2026")."""
    for piece, after in zip_longest(pieces, pieces[1:], fillvalue=Line(0, "")):
        cut = re.search(r"tháng\s+\d{1,2}\s+năm\s*$", piece.text) and re.fullmatch(
            r"20\d\d", after.text.strip()
        )
        gap = " " * (after.start - piece.end)
        yield Line(piece.start, f"{piece.text}{gap}{after.text}") if cut else piece


def find_adoption(lines: Iterable[Line]) -> PlaceDate | None:
    """The day on which an assembly passed its text, told in the last paragraph instead of a letterhead's date.

    >>> found = find_adoption([Line(0, "Nghị quyết này được Hội đồng nhân dân tỉnh thông qua ngày 23 tháng 3 năm 2022./.")])
    >>> found.date
    '2022-03-23'
    """
    for line in lines:
        told = _ADOPTED_RE.match(line.text)
        match = _DATE_RE.match(line.text, told.end()) if told else None
        if match and match["day"] and match["month"] and match["year"] and len(match["year"]) == 4:
            date = _iso(match["day"], match["month"], match["year"])
            return PlaceDate(
                None, date, int(match["year"]), Range(line.start + match.start(), line.start + match.end())
            )
    return None


def _iso(day: str, month: str, year: str) -> str | None:
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
        return None
    return f"{year}-{int(month):02d}-{int(day):02d}"


def attached_number(line: Line, doc_type: str) -> tuple[Found, PlaceDate | None] | None:
    """The number and date in an annex's "(Kèm theo Kế hoạch số 159 -KH/HU, ngày 16/01/2023 của ...)".

    >>> found, date = attached_number(Line(0, "(Kèm theo Kế hoạch số 159 -KH/HU, ngày 16/01/2023 của BTV)"), "Kế hoạch")
    >>> found.value, date.date
    ('159-KH/HU', '2023-01-16')
    """
    match = re.search(rf"kèm theo\s+(?:\w+\s+)?{doc_type}\s+", line.text, re.IGNORECASE)
    return number_and_date(line, match.end()) if match else None


def number_and_date(line: Line, at: int) -> tuple[Found, PlaceDate | None] | None:
    """The number that begins at ``at`` and the first date behind it; None where no number stands there.

    >>> number_and_date(Line(0, "Thông tư số 5/2024/TT-BYT ngày 03 tháng 4 năm 2024"), 9)[0].value
    '5/2024/TT-BYT'
    """
    number = _NUMBER_RE.match(line.text, at)
    if number is None:
        return None
    start, end = number.start("number"), number.start("number") + _symbol_end(number["number"])
    found = Found(_tidy(line.text[start:end]), Range(line.start + start, line.start + end))
    after = line.text[end:]
    dated = _DATE_RE.search(after) if "tháng" in after else _SHORT_DATE_RE.search(after)
    if not dated or not (dated["day"] and dated["month"] and dated["year"]):
        return found, None
    at = line.start + end
    iso = _iso(dated["day"], dated["month"], dated["year"])
    return found, PlaceDate(None, iso, int(dated["year"]), Range(at + dated.start("day"), at + dated.end()))


def system_of_number(number: str) -> System:
    """State or Party by the form of the number.

    >>> system_of_number("235/KH-UBND"), system_of_number("159-KH/HU")
    ('state', 'party')
    """
    return "party" if _PARTY_RE.match(number) else "state"
