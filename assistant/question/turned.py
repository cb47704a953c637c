"""The words of a question that a follow-up replaces, told by the place of the last answer and one beside it.

"Hòn Nhạn được mấy suất học bổng?" was answered by a row. "Bãi Ngang thì sao?" names another row of that table: what the
question said of the first row and the second does not say ("Hòn Nhạn") gives way. So do two points of a list, two columns.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from assistant.knowledge import Knowledge, Unit
from assistant.question.last_place import last_places
from assistant.question.slots import Slot, fold_letters
from ingest.plan import Table

__all__ = ["ENOUGH", "content_words", "find_turned", "table_of"]

AROUND = 12
"""Sentences on either side that belong to a place."""
ENOUGH, TITLED = 0.75, 0.5
"""Share of the follow-up's thing that a place beside must say; of a column's name that the question before must say."""
PARALLEL = 0.6
"""Share of the words of the longer of two sentences that both say, where they are points of one list."""
_WORD_RE = re.compile(r"[^\W_]+(?:[-/.,][^\W_]+)*")
_LOOSE = frozenset(
    "cua o tai ve cho la va voi trong co duoc bi thi do cac nhung mot cai the ma vu theo den tu nam thang ngay gio so muc the of in for to with a an one and".split()
)
"""Folded: words that tell no thing from another."""
_Words = frozenset[str]


def find_turned(
    thing: str, base: str, last: str, plans: Collection[str], knowledge: Knowledge
) -> tuple[Slot, str] | None:
    """The words of the base that give way, and what to; None where the thing stands in nothing beside the last place."""
    said, asked = content_words(thing), content_words(base)
    places = last_places(last, knowledge, plans) if said and not said <= asked else ()
    for own, others in (one for place in places for one in _beside(place, said, asked, knowledge)):
        words = content_words(own)
        shares = [(len(said & one) / len(said), len(words & one)) for one in map(content_words, others)]
        best = max(range(len(others)), key=shares.__getitem__, default=None)
        if best is None or shares[best][0] < ENOUGH or len(said & words) / len(said) >= shares[best][0]:
            continue
        if found := _put(thing, base, words - content_words(others[best]) - said, own):
            return found
    return None


def _beside(
    place: Unit, said: _Words, asked: _Words, knowledge: Knowledge
) -> Iterator[tuple[str, Sequence[str]]]:
    """What stands at the place, and beside it: the names of its table's columns, the cells of one column, like sentences."""
    table = table_of(place, knowledge)
    if table is None:
        near = knowledge.units[max(0, place.at - AROUND) : place.at + AROUND + 1]
        own, around = content_words(place.text), (unit for unit in near if unit.kind == "sentence")
        yield (
            place.text,
            [
                unit.text
                for unit in around
                if unit.plan == place.plan
                and unit is not place
                and len(own & (other := content_words(unit.text))) >= PARALLEL * max(len(own), len(other))
            ],
        )
        return
    titled = max(table.header, key=lambda title: _share(title, asked))
    if _share(titled, asked) >= TITLED:
        yield titled, [title for title in table.header if title != titled and _share(title, said) == 1]
    at = next(at for at, row in enumerate(table.rows) if row.span == place.span)
    for column in zip(*((row.group, *row.cells) for row in table.rows), strict=False):
        yield column[at], [cell for cell in column if cell != column[at]]


def table_of(place: Unit, knowledge: Knowledge) -> Table | None:
    """The table whose row a place is; None for a sentence."""
    tables = knowledge.plans[place.plan].tables if place.kind == "row" else ()
    return next((one for one in tables if any(row.span == place.span for row in one.rows)), None)


def _share(name: str, words: _Words) -> float:
    """Share of a name that words say."""
    own = content_words(name)
    return len(own & words) / len(own) if own else 0.0


def _put(thing: str, base: str, only: _Words, own: str) -> tuple[Slot, str] | None:
    """The words of the base that only the last place says, in one stretch as it says them, with what the thing begins with, too."""
    words, there = _folded(base), [word for word, _, _ in _folded(own)]
    pairs = set(pairwise(there))
    runs: list[list[int]] = []
    for at, (word, _, _) in enumerate(words):
        if word in only and not word.isdigit():
            goes_on = runs and all(other in {*there, *_LOOSE} for other, _, _ in words[runs[-1][-1] : at])
            runs[-1].append(at) if goes_on else runs.append([at])
    if not runs:
        return None
    longest = max(runs, key=len)
    first, end = longest[0], longest[-1] + 1
    while first and (words[first - 1][0], words[first][0]) in pairs:
        first -= 1
    while end < len(words) and (words[end - 1][0], words[end][0]) in pairs:
        end += 1
    begun = [word for word, _, _ in _folded(thing)]
    for length in range(min(first, len(begun) - 1), 0, -1):
        if [word for word, _, _ in words[first - length : first]] == begun[:length]:
            first -= length
            break
    return Slot("beside", words[first][1], words[end - 1][2]), thing


def _folded(text: str) -> list[tuple[str, int, int]]:
    return [(fold_letters(m[0]), m.start(), m.end()) for m in _WORD_RE.finditer(text)]


def content_words(text: str) -> _Words:
    """The words of a text that tell one thing from another, folded.

    >>> sorted(content_words("của xã Pá Sung"))
    ['pa', 'sung', 'xa']
    """
    return frozenset(word for word, _, _ in _folded(text)) - _LOOSE
