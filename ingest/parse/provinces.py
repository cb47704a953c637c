"""Which province a document is of: only where its own words say so.

The table holds the 63 provinces and cities until 30 June 2025 and the 34 since (resolution 202/2025/QH15);
a name that follows "tỉnh" in a letterhead or title counts even if no table has it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from ingest.parse.letters import compile_pattern
from ingest.spelling import match_key

__all__ = ["find_province", "is_central_city", "present_province", "province_named", "province_names"]

_UNIT_RE = r"(?:tỉnh|thành phố|tp\.?|thủ đô)"
_ANY_RE = compile_pattern(r"(?i:tỉnh ủy|tỉnh)\s+((?:[\p{Lu}][\w'’]*)(?:(?:\s[-–]\s|\s)[\p{Lu}][\w'’]*){0,3})")
_COMMITTEE_RE = compile_pattern(
    r"(?:UBND|[ỦU][yỷ] ban nhân dân) tỉnh\s+([\p{Lu}][\w'’]*(?:(?:\s[-–]\s|\s)[\p{Lu}][\w'’]*){0,3})"
)

_HELD_RE = re.compile(r"(?i)(?<!\w)(?:chủ tịch|bí thư|giám đốc)\s+$")
"""Before a body whose head is named behind it ("Phó Chủ tịch UBND tỉnh Lò Văn Páo")."""


@cache
def _table() -> dict[str, tuple[str, str, str]]:
    """Spelling key -> (name, kind, the province it is in now)."""
    found: dict[str, tuple[str, str, str]] = {}
    text = files("ingest").joinpath("data/provinces.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        name, kind, present, others = line.split("\t")
        for spelling in (name, *filter(None, others.split(","))):
            found[match_key(spelling)] = (name, kind, present)
    return found


def province_names() -> tuple[str, ...]:
    """Return every spelling of every province and city that the table knows, in keys for matching."""
    return tuple(_table())


@cache
def _names_re() -> re.Pattern[str]:
    names = sorted(_table(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _entry(words: str) -> tuple[str, str, str] | None:
    key = match_key(words).strip(" .,")
    return _table().get(key) or _table().get(re.sub(rf"^{_UNIT_RE}\s*", "", key))


def province_named(words: str) -> str | None:
    """The province that ``words`` are the name of ("Lai Châu", "TP.HCM", "tỉnh Hoà Bình"), or None.

    >>> province_named("tỉnh Hoà Bình"), province_named("Tam Đường")
    ('Hòa Bình', None)
    """
    entry = _entry(words)
    return entry[0] if entry else None


def present_province(name: str) -> str:
    """The province that holds a province's land since 1 July 2025; a name that no table has stays.

    >>> present_province("Phú Yên"), present_province("Sơn Hà")
    ('Đắk Lắk', 'Sơn Hà')
    """
    entry = _entry(name)
    return entry[2] if entry else name


def is_central_city(words: str) -> bool:
    """Whether ``words`` name a city of provincial rank ("thành phố Cần Thơ").

    >>> is_central_city("thành phố Cần Thơ"), is_central_city("thành phố Vinh")
    (True, False)
    """
    entry = _entry(words)
    return bool(entry and entry[1] == "thành phố")


def _mentions(text: str, *, unit: bool) -> list[str]:
    """Provinces named in the text; with ``unit`` only those called "tỉnh ..." or "thành phố ...", or by their committee."""
    key = match_key(text)
    found = []
    for match in _names_re().finditer(key):
        before = key[max(0, match.start() - 12) : match.start()]
        if (
            not unit
            or re.search(rf"(?:{_UNIT_RE}|tỉnh ủy|thành ủy)\s*$", before)
            or match[0].startswith("tp")
        ):
            found.append(_table()[match[0]][0])
    return found


def find_province(sure: Iterable[str], place: str | None, text: str) -> str | None:
    """The province by letterhead or title (``sure``), else by the place line, else the only one that the text calls so.

    >>> find_province(["ỦY BAN NHÂN DÂN TỈNH LAI CHÂU"], None, "")
    'Lai Châu'
    >>> find_province([], None, "theo Chỉ thị của UBND tỉnh Thanh Hóa; UBND tỉnh Thanh Hoá yêu cầu")
    'Thanh Hóa'
    >>> find_province([], None, "học tập tỉnh Bắc Ninh và tỉnh Sơn La") is None
    True
    """
    for words in sure:
        if named := _mentions(words, unit=True):
            return Counter(named).most_common(1)[0][0]
    for words in sure:
        if match := _ANY_RE.search(words):
            return match[1].title() if match[1].isupper() else match[1]
    if place and (name := province_named(place)):
        return name
    named = _mentions(text, unit=True)
    if not named:
        # A province that no table knows still has one name if every mention of its committee agrees.
        named = [m[1] for m in _COMMITTEE_RE.finditer(text) if not _HELD_RE.search(text, 0, m.start())]
    return named[0] if len(set(named)) == 1 else None
