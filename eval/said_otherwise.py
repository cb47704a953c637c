"""Gold questions typed another way: without marks, with a slip of the hand, in chat's short forms, with other words, twice.

Who asks the same must be told the same. In: questions. Out: each as it stands (``split`` "same") and in every other form
that a program can make of it (``split`` says which); the answer sought is the same.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

from eval.gold import GoldQuestion
from ingest.spelling import undiacritise

__all__ = ["SAME", "of_the_right", "said_otherwise"]

SAME = "same"
_FORMS = Path(__file__).parent / "data" / "said_otherwise.tsv"
_SHORTEST = 4
"""Letters of a word that a slip is made in."""
_NAME_RE = re.compile(r"(?:UBND|Sở|Bộ|Tỉnh|Ban|Hội|Văn|Kế|Phòng|Trường|Đảng|Thanh)\b|\w[^\W\d_a-z]")
"""A question that begins with a name keeps its capital behind a form of address."""


class _Marked(Protocol):
    @property
    def gold(self) -> GoldQuestion: ...
    @property
    def right(self) -> bool: ...


_M = TypeVar("_M", bound=_Marked)


def said_otherwise(questions: Iterable[GoldQuestion]) -> list[GoldQuestion]:
    """All that can be made of the questions; the same on every run."""
    return [
        replace(gold, id=f"{gold.id}~{form}", question=words, split=form)
        for gold in questions
        for form, words in ((SAME, gold.question), *_typed(gold))
    ]


def of_the_right(marks: Sequence[_M]) -> list[_M]:
    """What became of the questions that are answered rightly as they stand: the others cannot be lost."""
    right = {
        mark.gold.id.removesuffix(f"~{SAME}") for mark in marks if mark.gold.split == SAME and mark.right
    }
    return [mark for mark in marks if mark.gold.id.rpartition("~")[0] in right]


def _typed(gold: GoldQuestion) -> Iterator[tuple[str, str]]:
    """The name of each form and the question in it."""
    asked, pick = gold.question, random.Random(gold.id)
    bare = asked.rstrip("?. ")
    forms = {"lower": bare.lower(), "typo": _with_slip(asked, pick), "twice": f"{asked} {asked}"}
    if gold.language in ("vi", "mixed"):
        opened = asked if _NAME_RE.match(asked) else asked[:1].lower() + asked[1:]
        forms |= {
            "bare": undiacritise(asked),
            "prefix": pick.choice(_pairs("prefix"))[0] + opened,
            "suffix": f"{bare}{pick.choice(_pairs('suffix'))[0]}?",
            "short": _put(asked, _pairs("short")),
            "word": _put(asked, _one_of(asked, _pairs("word"), pick), most=1),
        }
    yield from ((form, words) for form, words in forms.items() if words not in ("", asked))


def _with_slip(asked: str, pick: random.Random) -> str:
    """One letter of one word lost, doubled or swapped with the next; the first letter stays."""
    words = [word for word in re.finditer(r"\w+", asked) if len(word[0]) >= _SHORTEST and word[0].islower()]
    if not words:
        return ""
    place = pick.choice(words)
    word = place[0]
    at = pick.randrange(1, len(word) - 1)
    head, letter, tail = word[:at], word[at], word[at + 1 :]
    slip = pick.choice([head + tail[0] + letter + tail[1:], head + tail, head + letter * 2 + tail])
    return asked[: place.start()] + slip + asked[place.end() :]


def _put(asked: str, pairs: Sequence[tuple[str, str]], most: int = 0) -> str:
    """The question with one wording put for the other, "" where none stands in it."""
    words = asked
    for plain, other in pairs:
        words = re.sub(rf"(?<!\w){re.escape(plain)}(?!\w)", other, words, count=most)
    return " ".join(words.split()) if words != asked else ""


def _one_of(asked: str, pairs: Sequence[tuple[str, str]], pick: random.Random) -> list[tuple[str, str]]:
    there = [pair for pair in pairs if re.search(rf"(?<!\w){re.escape(pair[0])}(?!\w)", asked)]
    return [pick.choice(there)] if there else []


@cache
def _pairs(form: str) -> tuple[tuple[str, str], ...]:
    """The rows of a form: what stands in a question (or is put to it), and what is typed for it."""
    rows = (line.split("\t") for line in _FORMS.read_text("utf-8").splitlines() if not line.startswith("#"))
    return tuple((plain, other[0] if other else "") for sort, plain, *other in rows if sort == form)
