"""The document's own names for bodies: "(sau đây gọi chung là Công an đơn vị, địa phương)", "“Ngân hàng phục vụ” là ...".

In: assignments and the names that the document gives. Out: the same, a part of such a name widened to the whole.
"Công an đơn vị, địa phương" is one name, though its comma and its nouns read as a list of two; so is "Ngân hàng phục vụ",
though "phục vụ" reads as what a bank does.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.facts.bodies.doers import begins_name
from ingest.facts.tasks.held import FoundAssignment
from ingest.plan import Range
from ingest.spelling import spaced_re

__all__ = ["defined_bodies", "list_like", "widen_actors"]

_CALLED_RE = spaced_re(
    r"\(\s*(?:(?:sau|dưới) đây )?(?:được )?gọi (?:(?:chung|tắt) )*là\s*:?\s*[“\"]?(?P<name>[^()“”\"\n]{4,60}?)[”\"]?\s*\)"
)
_MEANINGS_RE = re.compile(r"(?ms)^Điều \d+[.:]? Giải thích từ ngữ.*?(?=^Điều \d|\Z)")
_MEANT_RE = re.compile(r"(?m)^\d{1,2}\.\s+[“\"]?(?P<name>[^“”\"\n,;:.()]{4,60}?)[”\"]?\s+là\s")
_LISTED_RE = re.compile(r",\s|\s(?:và|hoặc)\s")
_NO_TASK_RE = re.compile(r"(?:được(?!\s+(?:giao|phân))|là|trong|theo|tại|về|của|và|có\s+quyền)\s")
_FEWEST = 2
"""Words of a name that says of itself that it is a list."""


def list_like(text: str) -> tuple[str, ...]:
    """The names that a document gives several bodies together and that read as lists.

    >>> list_like("công an tỉnh, các cục (sau đây gọi chung là Công an đơn vị, địa phương), quy chế (sau đây gọi tắt là Quy chế)")
    ('Công an đơn vị, địa phương',)
    """
    names = [match["name"].strip() for match in _CALLED_RE.finditer(text)]
    return tuple(
        dict.fromkeys(name for name in names if _LISTED_RE.search(name) and len(name.split()) > _FEWEST)
    )


def defined_bodies(text: str) -> tuple[str, ...]:
    r"""The bodies of more than two words whose names an article of definitions explains.

    >>> defined_bodies("Điều 3. Giải thích từ ngữ\n1. “Ngân hàng phục vụ” là ngân hàng được chọn.\n2. “Dư nợ” là khoản nợ.")
    ('Ngân hàng phục vụ',)
    """
    meanings = _MEANINGS_RE.search(text)
    names = [match["name"].strip() for match in _MEANT_RE.finditer(meanings[0])] if meanings else []
    return tuple(name for name in names if begins_name(name) and len(name.split()) > _FEWEST)


def widen_actors(
    found: tuple[FoundAssignment, ...], text: str, names: tuple[str, ...]
) -> tuple[FoundAssignment, ...]:
    """Give an actor that is a part of one of the names the whole of it, once.

    >>> text = "Công an đơn vị, địa phương lập danh sách"
    >>> halves = tuple(FoundAssignment(text[a:b], "responsible", "lập", "1", Range(0, 40), Range(a, b)) for a, b in ((0, 14), (16, 26)))
    >>> [one.actor for one in widen_actors(halves, text, ("Công an đơn vị, địa phương",))]
    ['Công an đơn vị, địa phương']
    """
    if not names:
        return found
    whole = [_widened(one, text, names) for one in found]
    # "Ngân hàng | phục vụ được lựa chọn": behind the whole name stands no predicate of a task.
    told = [
        one for one, old in zip(whole, found, strict=True) if one == old or not _NO_TASK_RE.match(one.task)
    ]
    return tuple(dict.fromkeys(told))


def _widened(one: FoundAssignment, text: str, names: tuple[str, ...]) -> FoundAssignment:
    if one.actor_range is None:
        return one
    first, last = one.actor_range
    for name in names:
        begin = max(0, first - len(name))
        at = text[begin : last + len(name)].lower().find(name.lower())
        if at >= 0 and begin + at < last and first < begin + at + len(name):
            start, end = min(begin + at, first), max(begin + at + len(name), last)
            task = _behind(text[start:end], one.task)
            return replace(one, actor=text[start:end], actor_range=Range(start, end), task=task)
    return one


def _behind(name: str, task: str) -> str:
    """A task without the end of the name where a verb in it was taken for the predicate.

    >>> _behind("cơ sở, đơn vị nuôi dưỡng", "nuôi dưỡng kiểm tra bếp ăn")
    'kiểm tra bếp ăn'
    """
    words = name.split()
    ends = (" ".join(words[at:]) for at in range(1, len(words)))
    behind = (task[len(end) :] for end in ends if task.lower().startswith(end.lower()))
    return next((words.lstrip(" :") for words in behind if words[:1] in (" ", ":")), task)
