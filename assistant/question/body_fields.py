"""What sets a department, a division or an association apart from others of its kind: the field that it is called by.

In: names of bodies as written, of a question or a plan. Out: their head and the words of their field, by which "Sở Giáo dục",
"Sở GDĐT tỉnh A" and "Sở Giáo dục và Đào tạo" meet, and "Sở Y tế" does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.question.naming import fold
from assistant.word_lists import read_rows
from ingest.facts.bodies.agencies import agency_key, find_agencies
from ingest.facts.language.lexicon import read_list
from ingest.parse.provinces import province_names

__all__ = ["BodyField", "ended", "field_of", "has_ended", "has_field", "stands_among", "tells_of_field"]

_HEAD_RE = re.compile(
    r"(?P<head>so|bo|tong cuc|chi cuc|cuc|phong|hoi|trung tam|ban|truong|benh vien|vien) (?P<field>(?!(?:thuong vu|chap hanh|can su|bi thu|chi dao)\b)\w.*)"
)
"""A body that is called by its field, folded; committees and governments are told apart by their level and place."""
_IDLE = frozenset("va cac cua tinh huyen xa phuong thanh pho viet nam nha nuoc cap khu vuc".split())
"""Words of a body's name that do not tell it from another with its head."""
_CHIEF_RE = re.compile(r"(?i)trưởng\b")
"""Who heads a body ("trưởng Cục ..."), which without marks is a school."""
BodyField = tuple[str, frozenset[str]]
"""A body's head and the words of its field."""


def stands_among(body: BodyField, there: Iterable[BodyField]) -> bool:
    """Whether one of some bodies may be this one, called by more words of its field or by fewer.

    >>> stands_among(("so", frozenset({"giao", "duc"})), [("so", frozenset({"giao", "duc", "dao", "tao"}))])
    True
    """
    head, field = body
    return any(head == other and (field <= words or words <= field) for other, words in there)


def has_field(name: str) -> bool:
    """Whether a body is called by its field of work, and so by no other name than that.

    >>> has_field("Sở Nội vụ"), has_field("Tỉnh ủy Sơn Hà")
    (True, False)
    """
    return field_of(name) is not None


def has_ended(name: str) -> bool:
    """Whether the reorganisation of 2025 ended a body: who asks for one by its old name may mean its successor.

    >>> has_ended("Sở Giao thông vận tải"), has_ended("Sở Nội vụ")
    (True, False)
    """
    return field_of(name) in ended()


@lru_cache(maxsize=1)
def ended() -> frozenset[BodyField]:
    """The bodies that the reorganisation of 2025 ended."""
    return frozenset(body for row in read_rows("reorganisation_2025.tsv") if (body := field_of(row[0])))


def tells_of_field(text: str, name: str) -> bool:
    """Whether a text names a body, or one called by fewer words or more of the same field.

    >>> tells_of_field("TTYT khu vực Sông Mây: 60 lít", "TTYT Sông Mây"), tells_of_field("Sở Y tế báo cáo", "Sở Nội vụ")
    (True, False)
    """
    there = {body for one in find_agencies(text) if (body := field_of(one.name))}
    return (body := field_of(name)) is not None and stands_among(body, there)


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return frozenset(map(fold, read_list("task_verbs.txt")))


@lru_cache(maxsize=16_384)
def field_of(name: str) -> BodyField | None:
    """A body's head and the words of its field; None where a name has none of its own, or initials that nobody knows.

    >>> field_of("SNV") == field_of("Sở Nội vụ tỉnh Sơn Hà") == ("so", frozenset({"noi", "vu"})), field_of("UBND xã"), field_of("Bộ GDX")
    (True, None, None)
    """
    key = fold(agency_key(name))
    match = _HEAD_RE.fullmatch(key)
    words = match["field"].split() if match else []
    field = frozenset(words) - _IDLE
    if match is None or not field or " ".join(words) in _provinces() or _CHIEF_RE.match(name):
        return None
    own = name.partition(" ")[2]
    if own[:1].islower() and fold(own) in _verbs():  # "Sở tổ chức" is the department that organises
        return None
    short = (fold(word) for word in re.findall(r"\w{2,}", name) if word.isupper())
    return None if any(word in field for word in short) else (match["head"], field)


@lru_cache(maxsize=1)
def _provinces() -> frozenset[str]:
    return frozenset(map(fold, province_names()))
