"""What a text states that can be right or wrong: its numbers, dates, document symbols and agencies.

In: a sentence or a passage, Vietnamese or English. Out: the same claims in one spelling, so that
"15/5/2024", "ngày 15 tháng 5 năm 2024" and "May 15, 2024" are one. Pure; knows nothing of evidence.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from ingest.facts.bodies.agencies import Agency, find_agencies
from ingest.facts.language.patterns import DATE_RE, NUMBER_RE, YEAR, iso_date, key_of
from ingest.spelling import spaced_re

__all__ = ["Claims", "plain", "read_claims"]

EN_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = rf"(?P<month>{'|'.join(EN_MONTHS)})"
_ENGLISH_DATE_RE = spaced_re(
    rf"(?i)\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH.replace('month', 'month2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)(?!\d)(?:,? (?P<year>{YEAR}))?"
)
_ISO_RE = re.compile(rf"(?<![\d-])(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
_DAY_MONTH_RE = re.compile(r"(?<![\d/])(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?!\d)")
_SLASH_RE = re.compile(r"(?<![\d/.,])(?P<one>\d{1,3})\s?/\s?(?P<two>\d{1,3})(?![\d/])")
_MONTH_YEAR_RE = re.compile(
    rf"(?i)(?:tháng\s+(?P<month>\d{{1,2}})\s*(?:/|-|năm|,\s*năm)\s*|(?<![\d/])(?P<month2>\d{{1,2}})/|{_MONTH.replace('month', 'name')}\s+)(?P<year>{YEAR})(?!\d)"
)
_QUARTER_RE = re.compile(
    rf"(?:[Qq]uý\s*(?P<roman>I{{1,3}}|IV|[1-4])(?!\w)|\bQ(?P<q>[1-4])(?!\w)|(?i:the\s+)?\b(?P<word>first|second|third|fourth)\s+quarter)(?:\s*(?:/|-|,?\s*năm|of)?\s*(?P<year>{YEAR}))?"
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
_UNITS = (
    (r"%|phần\s+trăm|per\s?cent(?:age)?", "%"),
    (r"tỷ|tỉ|billion", "e9"),
    (r"triệu|million", "e6"),
    (r"nghìn|ngàn|thousand", "e3"),
)
_VALUE_RE = re.compile(
    rf"(?<![\w])(?P<value>\d+(?:[.,]\d+)*)(?:\s*(?P<unit>{'|'.join(shape for shape, _ in _UNITS)})(?!\w))?",
    re.IGNORECASE,
)
# "một" and "năm" are left out: "one" is often no number, and "năm" is mostly "year".
_WORDS = {
    "hai": "2", "ba": "3", "bốn": "4", "sáu": "6", "bảy": "7", "tám": "8", "chín": "9", "mười": "10",
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "twice": "2", "twenty": "20", "thirty": "30", "hundred": "100",
    "half": "1/2", "third": "1/3",
}  # fmt: skip
_WORD_RE = re.compile(rf"(?<!\w)(?:{'|'.join(_WORDS)})(?!\w)")
_TAG_RE = re.compile(r"<[^<>\n]{1,200}>")


@dataclass(frozen=True, slots=True)
class Claims:
    """The checkable claims of a text, each in one spelling."""

    dates: frozenset[str]
    """ISO dates; "--05-15" without a year, "2024-05" without a day, "2026-Q1" and "--Q1"."""
    numbers: frozenset[str]
    """Values with their unit: "85%", "1200", "2e9" (two billion), "62/62"."""
    symbols: frozenset[str]
    """Document numbers: "12/kh-ubnd"."""
    agencies: tuple[Agency, ...]
    """Single agencies in reading order; collectives are words like others."""

    def values(self) -> frozenset[str]:
        """Dates, numbers and symbols together."""
        return self.dates | self.numbers | self.symbols


def plain(text: str) -> str:
    """Return running text: NFC, without Markdown marks, tags, odd spaces and dashes.

    >>> plain("**Sở Nội vụ** – theo dõi")
    'Sở Nội vụ - theo dõi'
    """
    text = unicodedata.normalize("NFC", text)
    text = _TAG_RE.sub(" ", text)
    text = re.sub(r"\\([\\`*_{}\[\]()#+.!|>-])", r"\1", text)
    text = re.sub(r"[*`]+|(?m:^#{1,6}\s)", "", text)
    text = re.sub(r"[–—\N{NON-BREAKING HYPHEN}]", "-", text)
    return re.sub(r"[^\S\n]+", " ", text.replace("\N{LINE SEPARATOR}", "\n")).strip()


def read_claims(text: str) -> Claims:
    """Read the claims of a text.

    >>> claims = read_claims("Sở Nội vụ đạt 85% trước ngày 15 tháng 5 năm 2024 (Kế hoạch 12/KH-UBND).")
    >>> sorted(claims.values()), [agency.name for agency in claims.agencies]
    (['12/kh-ubnd', '2024-05-15', '85%'], ['Sở Nội vụ'])
    """
    text = plain(text)
    agencies = tuple(agency for agency in find_agencies(text) if not agency.collective)
    symbols: set[str] = set()

    def symbol(match: re.Match[str]) -> str:
        # A letter's number needs letters; a date or a share never has any.
        symbols.add(key_of(match[0]))
        return " ; "

    rest = NUMBER_RE.sub(symbol, text)
    dates, rest = _dates(rest)
    pairs: set[str] = set()

    def pair(match: re.Match[str]) -> str:
        one, two = int(match["one"]), int(match["two"])
        pairs.add(f"{one}/{two}")
        return " ; "

    rest = _SLASH_RE.sub(pair, rest)
    numbers = {_value(match) for match in _VALUE_RE.finditer(rest)} | pairs
    numbers |= {_WORDS[word] for word in _WORD_RE.findall(text.lower()) if word not in {"third", "half"}}
    return Claims(frozenset(dates), frozenset(numbers), frozenset(symbols), agencies)


def _value(match: re.Match[str]) -> str:
    """One spelling of a number: "1.200" and "1,200" are 1200, "0,5" and "0.5" are 0.5, "05" is 5."""
    digits = match["value"]
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        digits = re.sub(r"[.,]", "", digits)
    whole, _, part = digits.replace(",", ".").partition(".")
    value = str(int(whole)) + (f".{part}" if part else "")
    unit = (match["unit"] or "").lower()
    return value + next((sign for shape, sign in _UNITS if unit and re.fullmatch(shape, unit)), "")


def _dates(text: str) -> tuple[set[str], str]:
    """The dates of a text, and the text without them."""
    found: set[str] = set()

    def keep(value: str | None, match: re.Match[str]) -> str:
        if value is None:
            return match[0]
        found.add(value)
        return " ; "

    text = DATE_RE.sub(lambda m: keep(iso_date(m), m), text)
    text = _ISO_RE.sub(lambda m: keep(_iso(m["year"], m["month"], m["day"]), m), text)
    text = _ENGLISH_DATE_RE.sub(
        lambda m: keep(
            _iso(m["year"], EN_MONTHS.index((m["month"] or m["month2"]).lower()) + 1, m["day"] or m["day2"]),
            m,
        ),
        text,
    )
    text = _MONTH_YEAR_RE.sub(lambda m: keep(_month(m), m), text)
    text = _DAY_MONTH_RE.sub(lambda m: keep(_iso(None, m["month"], m["day"]), m), text)
    return found, _QUARTER_RE.sub(lambda m: keep(_quarter(m), m), text)


def _iso(year: str | None, month: int | str, day: str) -> str | None:
    try:
        # A leap year stands in where no year is written, so that 29 February stays a date.
        written = date(int(year or 2024), int(month), int(day)).isoformat()
    except ValueError:
        return None
    return written if year else f"--{written[5:]}"


def _month(match: re.Match[str]) -> str | None:
    name = match["name"]
    month = EN_MONTHS.index(name.lower()) + 1 if name else int(match["month"] or match["month2"])
    return f"{match['year']}-{month:02d}" if 1 <= month <= 12 else None


def _quarter(match: re.Match[str]) -> str:
    told = match["roman"] or match["q"] or match["word"]
    return f"{match['year'] or '-'}-Q{_QUARTERS.get(told) or int(told)}"
