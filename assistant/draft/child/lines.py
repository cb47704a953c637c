"""Which division has the line of work that a task is in, where no duty says the task in its own words.

In: words of a task, the profile's divisions. Out: the divisions that alone have a line which the words tell. Lines are the
fields of data/fields_of_work.tsv and what every office does (data/functions_of_offices.tsv).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.draft.unit.profile import Division
from assistant.word_lists import read_rows
from ingest.facts.bodies.agencies import find_agencies
from ingest.spelling import match_key

__all__ = ["GATHERING", "divisions_of_lines", "lines_told", "of_the_forces", "usual_holder", "without_bodies"]

BY_DUTY, BY_LAW = 2.0, 1.4
"""What a line of work counts for, of the weight of a syllable that one division alone has: a pair of words, and less."""
FIELD, FURTHER = 0.8, 0.6
"""Share of that for a field, and for what every office does where the text does not open with it."""
GATHERING = "tổng hợp"
"""The line of who gathers and reports."""
_FORCES = frozenset({"an ninh, trật tự", "quốc phòng, biên phòng"})
"""Fields of the police and the military, which stand beside the divisions of a commune."""
_OBJECT = 9
"""Words within which the object of what a text opens with begins."""
_OPENS = 3
"""Words before what a text opens with ("Tăng cường công tác tuyên truyền")."""
_KEPT_RE = re.compile(r"(?i)(?:trạm|trường|trung tâm|nhà|thư viện|bệnh viện|phòng khám)(?!\w)")
"""Houses that a division's work is about, not bodies that it writes to or works with."""


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    field: bool
    """Whether it is a field of work, not what every office does."""
    words: re.Pattern[str]
    by_law: re.Pattern[str]
    """More words that tell it of a division, where none has it by its own duties."""


@cache
def _lines() -> tuple[_Line, ...]:
    return tuple(
        _Line(name, field, *(re.compile(rf"(?<!\w)(?:{words})(?!\w)") for words in told))
        for field, table in ((False, "functions_of_offices.tsv"), (True, "fields_of_work.tsv"))
        for name, *told in read_rows(table)
    )


@cache
def _holder(line: _Line, divisions: tuple[Division, ...]) -> tuple[str, float] | None:
    """The one division that has a line by its duties and name, else by law, and how sure that is; None where none or several do."""
    said = {d.name: match_key(" ; ".join((d.name, *d.duties))) for d in divisions}
    for shape, sure in ((line.words, BY_DUTY), (line.by_law, BY_LAW)):
        if held := [name for name, words in said.items() if shape.search(words)]:
            return (held[0], sure) if len(held) == 1 else None
    return None


@lru_cache(maxsize=4096)
def lines_told(text: str) -> frozenset[str]:
    """The lines of work that words tell.

    >>> sorted(lines_told("Tuyên truyền phòng, chống dịch bệnh"))
    ['tuyên truyền', 'y tế']
    """
    key = match_key(text)
    return frozenset(line.name for line in _lines() if line.words.search(key))


def of_the_forces(text: str, divisions: tuple[Division, ...]) -> bool:
    """Whether the work that a text tells first is of the police or the military, and none of the divisions has it.

    >>> rooms = (Division("Phòng Văn hóa - Xã hội", ("y tế",)),)
    >>> of_the_forces("Truy quét tội phạm", rooms), of_the_forces("Khám sức khỏe nghĩa vụ quân sự", rooms)
    (True, False)
    >>> of_the_forces("Truy quét tội phạm", (*rooms, Division("Công an xã")))
    False
    """
    key = match_key(without_bodies(text, ()))
    told = [(found.start(), line) for line in _lines() if (found := line.words.search(key))]
    first = min(told, default=None, key=lambda one: one[0])
    if first is None or first[1].name not in _FORCES or len(key[: first[0]].split()) > _OBJECT:
        return False
    held = match_key(" ; ".join(words for d in divisions for words in (d.name, *d.duties)))
    return not any(shape.search(held) for shape in (first[1].words, first[1].by_law))


def without_bodies(text: str, divisions: tuple[Division, ...]) -> str:
    """A text without the names of single bodies, but those that a division has to do with: who gets or shares a task tells nothing of whose work it is.

    >>> without_bodies("Gửi kết quả về Sở Y tế; nâng cấp Trạm Y tế", ())
    'Gửi kết quả về ;; nâng cấp Trạm Y tế'
    """
    charged = tuple(
        match_key(thing.strip())
        for d in divisions
        for one in (d.name, *d.duties)
        for thing in one.split(",")
        if thing.strip()
    )
    for body in reversed(find_agencies(text)):
        if (
            not body.collective
            and not _KEPT_RE.match(body.name)
            and not match_key(body.name).startswith(charged)
        ):
            text = f"{text[: body.start]};{text[body.end :]}"
    return text


def usual_holder(name: str, divisions: tuple[Division, ...]) -> str | None:
    """The one division that has a line of work by its duties, its name or its usual work.

    >>> usual_holder("tài chính, tài sản", (Division("Phòng Kế hoạch - Tài chính"), Division("Thanh tra Sở")))
    'Phòng Kế hoạch - Tài chính'
    """
    held = next((_holder(line, divisions) for line in _lines() if line.name == name), None)
    return held[0] if held else None


def divisions_of_lines(text: str, divisions: tuple[Division, ...]) -> dict[str, tuple[str, float]]:
    """For each division that alone has a line of work which the text tells: the line, and how much that says.

    The names of other bodies tell none. What every office does is the work where the text opens with it; further on it is what the field works with.

    >>> rooms = (Division("Phòng Văn hóa - Xã hội", ("y tế",)), Division("Phòng Kinh tế", ("kinh phí",)))
    >>> divisions_of_lines("Bố trí dự toán cho tiêm chủng", rooms)
    {'Phòng Kinh tế': ('tài chính, tài sản', 2.0), 'Phòng Văn hóa - Xã hội': ('y tế', 1.6)}
    >>> divisions_of_lines("Rà soát nhu cầu về nguồn vốn tiêm chủng", rooms)
    {'Phòng Kinh tế': ('tài chính, tài sản', 1.2), 'Phòng Văn hóa - Xã hội': ('y tế', 1.6)}
    """
    key = match_key(without_bodies(text, ()))
    told: dict[str, tuple[str, float]] = {}
    for line in _lines():
        found, holder = line.words.search(key), _holder(line, divisions)
        if found and holder and line.name != GATHERING:  # many a task of any field ends in a report
            name, sure = holder
            opens = len(key[: found.start()].split()) <= _OPENS
            weight = sure * (FIELD if line.field else 1 if opens else FURTHER)
            if weight > told.get(name, ("", 0.0))[1]:
                told[name] = (line.name, weight)
    return told
