"""The things of a question that another question may replace, each with its sort: a body, a place, a number, a period.

In: a question, the words that named its plans, the bodies that act in the library. Out: slots, half-open spans of the
question, none inside another. "Còn tháng 9?" replaces the slot of the same sort in the question before it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from assistant.question.asked_body import is_common_noun
from assistant.question.naming import occurrences
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.bodies.spotting import spot_agencies
from ingest.facts.language.lexicon import UPPER
from ingest.spelling import undiacritise

__all__ = ["Slot", "find_slots", "fold_letters"]

_UNIT = "gio|ngay|tuan|thang|nam|tuoi|hours?|days?|weeks?|months?|years?|trieu|ty|nguoi|ho|%"
_LIMIT = (
    r"(?:(?:tren|duoi|tu(?: du)?|den|it nhat|khong qua|toi thieu|toi da|hon|over|under|above|below|from) )*"
)
_NUMERAL = r"(?:\d[\w./-]*(?:,\d+)?|[ivx]+)(?![\w%])(?!,\d)"
_WORDED = "nhat|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi"
_NOT_HEADS = (
    "va|voi|hay|hoac|la|den|tu|o|tai|cua|cho|co|duoc|trong|bang|theo|gom|tren|duoi|con|the|thi|dat|nam"
)
_SPAN = "tuần|tháng|quý|năm"
_LEVEL = "tỉnh|huyện|xã|phường|thôn|tổ dân phố|khu phố|thành phố|trung ương|cơ sở|xã phường|xã, phường"
_SORTS: tuple[tuple[str, str], ...] = (
    ("period", rf"(?<=báo cáo )(?:{_SPAN})\b(?! \d)|\b(?:hằng|hàng|mỗi|định kỳ|cả|nửa) (?:{_SPAN})\b|^(?:{_SPAN})$|\b(?:0?6|9|sáu|chín) tháng(?: đầu năm)?\b|\b(?:hk ?|học kỳ )(?:\d|[ivx]+)\b|\btổng kết\b|\b(?:annual|yearly|quarterly|monthly|weekly|(?:six|6)[- ]month(?:ly)?|half-year(?:ly)?)\b"),
    ("year", r"(?<![\w/-])(?:năm )?(?:19|20)\d\d\b(?![/-])"),
)  # fmt: skip
_LEVELLED: tuple[tuple[str, str], ...] = (
    ("office", rf"\b(?:phó )?(?:chủ tịch|bí thư|giám đốc|trưởng)(?: ubnd| ủy ban nhân dân| đảng ủy)? (?:cấp )?(?:{_LEVEL})\b"),
    ("level", rf"\b(?:cấp |các |mấy |những )?(?:{_LEVEL})\b(?! [uủ][ỷy]| đoàn)|\b(?:communes?|wards?|districts?|provinces?|hamlets?|villages?)\b"),
)  # fmt: skip
"""Read in the question's small letters, marks kept: "tỉnh" is a level, "tính" is not."""
_NUMBERED: tuple[tuple[str, str], ...] = (
    ("ordinal", r"\b(?:first|second|third|fourth|fifth|last|next)\b"),
    ("quantity", rf"\b{_LIMIT}(?:\d[\d.,]*|mot|hai|ba|bon|nam|sau)(?: ?(?:-|den|to) ?\d[\d.,]*)? ?(?:{_UNIT})(?!\w)(?: tro len)?"),
    ("number:{0}", rf"\b(?!(?:{_NOT_HEADS}) )([a-z]+)(?: so)? (?:{_NUMERAL})(?! ?(?:{_UNIT}|diem)\b)"),
    ("number:{0}", rf"\b(dot|doan|ky|vong|lan|quy|buoc|nhom|loai|hang|muc|cap|doi|to|phong|cum) (?:thu )?(?:{_WORDED})\b"),
    ("number:{0}", r"\b\d+(?:[.,]\d+)? (diem)\b"),
)  # fmt: skip
_COMPILED = tuple((sort, re.compile(pattern)) for sort, pattern in _SORTS)
_COMPILED_LEVELS = tuple((sort, re.compile(pattern)) for sort, pattern in _LEVELLED)
_COMPILED_NUMBERED = tuple((sort, re.compile(pattern)) for sort, pattern in _NUMBERED)
_ROMAN_RE = re.compile(r"[ivx]+")
"""In small letters it is a word ("đơn vi")."""
_PLACE_RE = re.compile(
    r"\b(?i:tỉnh|huyện|xã|phường|thôn|bản|ấp|khu phố|thành phố|thị trấn|đặc khu) "
    rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{0,2}}"
)
_LONGEST_BODY, _SHORTEST_BODY = 8, 2
_WORD_RE = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that may be replaced: its sort ("body", "place", "number:thang", "period" ...) and where it stands."""

    sort: str
    start: int
    end: int


def fold_letters(text: str) -> str:
    """Lower case without marks, letter for letter, so that places in it are places in the text."""
    return "".join(undiacritise(letter.lower())[:1] or " " for letter in text)


def find_slots(question: str, taken: Collection[str], actors: Mapping[str, str]) -> tuple[Slot, ...]:
    """The slots of a question, in its order; ``taken`` are the words that named its plans.

    >>> [(s.sort, "còn tháng 9 ở cấp xã"[s.start : s.end]) for s in find_slots("còn tháng 9 ở cấp xã", (), {})]
    [('number:thang', 'tháng 9'), ('level', 'cấp xã')]
    """
    kept: list[Slot] = []
    levels = [*_levels(question)]
    offices = [slot for slot in levels if slot.sort == "office"]
    for slot in (*_typed(question), *offices, *_named(question, taken, actors), *levels):
        if all(slot.end <= other.start or other.end <= slot.start for other in kept):
            kept.append(slot)
    return tuple(sorted(kept, key=lambda slot: slot.start))


def _typed(question: str) -> Iterator[Slot]:
    marked, folded = question.lower(), fold_letters(question)
    if len(marked) == len(question):
        for sort, pattern in _COMPILED:
            yield from (Slot(sort, m.start(), m.end()) for m in pattern.finditer(marked))
    for sort, pattern in _COMPILED_NUMBERED:
        for m in pattern.finditer(folded):
            numeral = question[m.start() : m.end()].split()[-1]
            if not numeral.isascii() or not numeral.islower() or not _ROMAN_RE.fullmatch(numeral):
                yield Slot(sort.format(m[1] if pattern.groups else ""), m.start(), m.end())


def _levels(question: str) -> Iterator[Slot]:
    """Offices and levels; the level before a name ("xã Thạch Giang") belongs to that name."""
    marked = question.lower()
    for sort, pattern in _COMPILED_LEVELS if len(marked) == len(question) else ():
        for m in pattern.finditer(marked):
            if sort == "office" or not question[m.end() :].lstrip()[:1].isupper():
                yield Slot(sort, m.start(), m.end())


def _named(question: str, taken: Collection[str], actors: Mapping[str, str]) -> Iterator[Slot]:
    """Bodies, longest first, and the places and plans that the question names."""
    places = [
        Slot("place", match.start(), match.end())
        for phrase in sorted(taken, key=len, reverse=True)
        for match in occurrences(question, phrase)
    ]
    places += [Slot("place", m.start(), m.end()) for m in _PLACE_RE.finditer(question)]
    found = [Slot("body", m.start, m.end) for m in (*find_agencies(question), *spot_agencies(question))]
    words = [(fold_letters(m[0]), m.start(), m.end()) for m in _WORD_RE.finditer(question)]
    for length in range(min(_LONGEST_BODY, len(words)), _SHORTEST_BODY - 1, -1):
        for at in range(len(words) - length + 1):
            name = " ".join(word for word, _, _ in words[at : at + length])
            if name in actors and not is_common_noun(name):  # "cơ sở khám chữa bệnh" is no body "cơ sở"
                found.append(Slot("body", words[at][1], words[at + length - 1][2]))
    for body in sorted(found, key=lambda slot: slot.start - slot.end):
        end = next((p.start for p in places if body.start < p.start and p.end == body.end), body.end)
        yield Slot("body", body.start, len(question[:end].rstrip()))
    yield from places
