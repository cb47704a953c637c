"""The document's own names for several bodies at once: "(sau đây gọi chung là Công an đơn vị, địa phương)".

In: assignments and the short names that the document gives. Out: the same, a part of such a name widened to the whole.
"Công an đơn vị, địa phương" is one name, though its comma and its nouns read as a list of two.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.facts.held import FoundAssignment
from ingest.plan import Range

__all__ = ["list_like", "widen_actors"]

_CALLED_RE = re.compile(
    r"\(\s*(?:(?:sau|dưới)\s+đây\s+)?(?:được\s+)?gọi\s+(?:(?:chung|tắt)\s+)*là\s*:?\s*[“\"]?(?P<name>[^()“”\"\n]{4,60}?)[”\"]?\s*\)"
)
_LISTED_RE = re.compile(r",\s|\s(?:và|hoặc)\s")
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
    return tuple(dict.fromkeys(whole))


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
    ends = (" ".join(words[at:]) + " " for at in range(1, len(words)))
    return next((task[len(end) :] for end in ends if task.lower().startswith(end.lower())), task)
