"""English words of a question as they were meant: a letter lost, doubled or swapped is mended.

In: a question that has English in it. Out: the same with its slips mended; marks, capitals and the plans' words stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from string import ascii_lowercase

from vectorstore.embedder import load_static
from vectorstore.lexicon import load_lexicon
from vectorstore.translate import FUNCTION_WORDS

__all__ = ["is_english_word", "mend_english"]

_WORD_RE = re.compile(r"(?<![\w@.])[a-z]{3,}(?![\w@]|\.\w)")
AMONG_VIETNAMESE = 5
"""Letters from which on a mistyped word among Vietnamese is rather an English one."""
LONG = 4
"""Letters from which on an unknown word may be a known one with an ending."""


@lru_cache(maxsize=4096)
def is_english_word(word: str) -> bool:
    """Whether the model of the search has met this word whole; its Vietnamese words too.

    >>> [is_english_word(word) for word in ("surveillance", "surveillancce", "thn")]
    [True, False, False]
    """
    return len(load_static().tokenize([word])[0]) == 1


def mend_english(question: str, is_plans: Callable[[str], bool], *, among_vietnamese: bool = False) -> str:
    """The question with each English word mended that nobody knows and that one slip leads to; ``is_plans`` tells the plans' words.

    A short word ``among_vietnamese`` may as well be one of those.

    >>> mend_english("How mnay households connect thn before?", set().__contains__)
    'How many households connect than before?'
    """
    shortest = AMONG_VIETNAMESE if among_vietnamese else 0

    def mended(found: re.Match[str]) -> str:
        return found[0] if len(found[0]) < shortest or is_plans(found[0]) else _mended(found[0])

    return _WORD_RE.sub(mended, question)


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    inflected = len(word) >= LONG and word.endswith(("s", "ed")) and is_english_word(word[:-1])
    if inflected or is_english_word(word):
        return word
    known = [one for one in (*_doubled(word), *_swapped(word), *_lost(word)) if is_english_word(one)]
    return min(known, key=_rareness, default=word)


def _rareness(word: str) -> tuple[int, int]:
    """How little a word is to be expected: those of all sentences first, then those of plans, then by the model's order."""
    rank = 0 if word in FUNCTION_WORDS else 1 if load_lexicon().translate([word]) else 2
    return rank, load_static().tokenize([word])[0][0] if rank else 0


def _swapped(word: str) -> list[str]:
    return [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]


def _lost(word: str) -> list[str]:
    return [word[:at] + letter + word[at:] for at in range(1, len(word) + 1) for letter in ascii_lowercase]


def _doubled(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(1, len(word)) if word[at] == word[at - 1]]
