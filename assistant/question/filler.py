"""Words of a question that carry no subject: function words, officers' fillers, verbs of all administration.

They stand in ``assistant/data/filler_words.txt``; Vietnamese ones are matched with their marks, English
ones only in a question that is not wholly Vietnamese ("to" is also "tổ" without marks).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path

from ingest.spelling import match_key, undiacritise

__all__ = ["asking_phrases", "filler_positions", "filler_words", "light_positions", "positions_of"]

WORDS_FILE = Path(__file__).parents[1] / "data" / "filler_words.txt"
LONGEST_PHRASE = 4
_TAKES_UP, _OF_WHOLE = frozenset({"chiem", "dong gop"}), frozenset({"phan tram", "ty trong"})
"""Folded: before the whole that a thing takes up a share of."""


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    groups: list[str] = []
    for line in WORDS_FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            sort, *kinds = line.strip("[]").split()
            groups = [f"{sort} {kind}" for kind in kinds]
        elif line and not line.startswith("#"):
            for group in groups:
                found.setdefault(group, set()).update(match_key(part).strip() for part in line.split("|"))
    return {name: frozenset(words) for name, words in found.items()}


def asking_phrases(kind: str) -> frozenset[str]:
    """The folded phrases by which a kind of question is asked: no part of its subject.

    >>> "han chot" in asking_phrases("deadline"), asking_phrases("passage")
    (True, frozenset())
    """
    return _groups().get(f"asks {kind}", frozenset())


def positions_of(words: Sequence[str], phrases: Collection[str]) -> set[int]:
    """Where any of the phrases stands among the words.

    >>> sorted(positions_of(["cái", "báo", "cáo", "này"], {"cái", "báo cáo"}))
    [0, 1, 2]
    """
    gone: set[int] = set()
    for length in range(1, LONGEST_PHRASE + 1):
        for at in range(len(words) - length + 1):
            if " ".join(words[at : at + length]) in phrases:
                gone.update(range(at, at + length))
    return gone


@cache
def filler_words() -> frozenset[str]:
    """The Vietnamese words of asking and of politeness: plans have few of them, and they are spelt right.

    >>> "ạ" in filler_words(), "hạn" in filler_words()
    (True, False)
    """
    return frozenset(word for word in _groups()["filler vi"] if " " not in word)


def _positions(words: Sequence[str], group: str, *, english: bool) -> set[int]:
    gone = positions_of(words, _groups()[f"{group} vi"])
    if english:
        gone |= {at for at in positions_of(words, _groups()[f"{group} en"]) if words[at].isascii()}
    return gone


def filler_positions(words: Sequence[str], *, english: bool) -> set[int]:
    """Where words stand that never are the subject (lower case, as ``grams.tokens`` cuts them).

    >>> sorted(filler_positions("cái vụ họp dân này ai lo".split(), english=False))
    [0, 1, 4, 5, 6]
    """
    return _positions(words, "filler", english=english)


def light_positions(words: Sequence[str], *, english: bool) -> set[int]:
    """Where words stand that say little about the subject ("thực hiện", "phụ lục", "department").

    So does the whole of which a share is asked for: a list of shares ("Cơ cấu kinh tế") leaves it to its heading.

    >>> sorted(light_positions("gỗ rừng chiếm bao nhiêu phần trăm sản lượng".split(), english=False))
    [2, 5, 7, 8]
    """
    light = _positions(words, "light", english=english)
    folded = [undiacritise(word) for word in words]
    for at in sorted(positions_of(folded, _TAKES_UP))[:1]:
        behind = positions_of(folded[at:], _OF_WHOLE)
        light |= set(range(at + max(behind) + 1, len(words))) if behind and at else set()
    return light
