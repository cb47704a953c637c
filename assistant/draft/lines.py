"""Which division has the line of work that a task is in, where no duty says the task in its own words.

In: words of a task, the profile's divisions. Out: the one division of the first line that the words tell. Lines are the
fields of data/fields_of_work.tsv and what every office does (data/functions_of_offices.tsv).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.draft.binding import read_rules
from assistant.draft.profile import Division
from ingest.facts.agencies import find_agencies
from ingest.spelling import match_key

__all__ = ["division_of_line", "lines_told"]

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
        for name, *told in read_rules(table)
    )


@cache
def _holder(line: _Line, divisions: tuple[Division, ...]) -> str | None:
    """The one division that has a line by its duties and name, else by law; None where none or several do."""
    said = {d.name: match_key(" ; ".join((d.name, *d.duties))) for d in divisions}
    for shape in (line.words, line.by_law):
        if held := [name for name, words in said.items() if shape.search(words)]:
            return held[0] if len(held) == 1 else None
    return None


def lines_told(text: str) -> frozenset[str]:
    """The lines of work that words tell.

    >>> sorted(lines_told("Tuyên truyền phòng, chống dịch bệnh"))
    ['tuyên truyền', 'y tế']
    """
    key = match_key(text)
    return frozenset(line.name for line in _lines() if line.words.search(key))


def _without_bodies(text: str) -> str:
    """A text without the names of single bodies: who gets a report tells nothing of whose work it is.

    >>> _without_bodies("Gửi kết quả về Sở Y tế; nâng cấp Trạm Y tế")
    'Gửi kết quả về ;; nâng cấp Trạm Y tế'
    """
    for body in reversed(find_agencies(text)):
        if not body.collective and not _KEPT_RE.match(body.name):
            text = f"{text[: body.start]};{text[body.end :]}"
    return text


def division_of_line(text: str, divisions: tuple[Division, ...], apart: frozenset[str]) -> str | None:
    """The division of the first line in a text, but those ``apart``, that one division alone has.

    The names of other bodies tell none. What every office does is the work where the text opens with it; further on it is what the field works with.

    >>> rooms = (Division("Phòng Văn hóa - Xã hội", ("y tế",)), Division("Phòng Kinh tế", ("kinh phí",)))
    >>> division_of_line("Bố trí dự toán cho tiêm chủng", rooms, frozenset())
    'Phòng Kinh tế'
    >>> division_of_line("Rà soát nhu cầu về nguồn vốn tiêm chủng", rooms, frozenset())
    'Phòng Văn hóa - Xã hội'
    """
    key = match_key(_without_bodies(text))
    told = [
        (1 if line.field else 0 if len(key[: found.start()].split()) <= _OPENS else 2, found.start(), name)
        for line in _lines()
        if line.name not in apart and (found := line.words.search(key)) and (name := _holder(line, divisions))
    ]
    return min(told)[-1] if told else None
