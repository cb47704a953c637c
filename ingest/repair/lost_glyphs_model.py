"""The language model behind the repair of lost glyphs: which syllables exist, and which follow which.

A trigram over syllables, numbers and punctuation, counted by ``vectorstore/training/syllable_lm.py`` from
official law texts and kept as numpy tables, so that the repair needs no torch. It is read on first use,
that is only once a text has been found damaged.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "BITS",
    "SPECIALS",
    "STEP",
    "UNKNOWN",
    "SyllableModel",
    "is_syllable",
    "syllable_model",
    "word_tokens",
]

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

SPECIALS = ("<unk>", "<s>", "<p>", "<num>")
UNKNOWN, START, MARK, NUMBER = range(4)
BITS = 14
"""Bits of a word's number inside a packed n-gram key."""
STEP = 1 / 12
"""Log probabilities are stored as whole steps of this many nats."""

_TOKEN_RE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]+")

_ONSET = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx]"
_OPEN = (
    "ai|ao|au|ay|âu|ây|a|eo|e|êu|ê|iêu|iu|ia|i|oai|oao|oay|oa|oeo|oe|oi|o|ôi|ô|ơi|ơ|uây|uôi|uya|uyêu|uyu|"
    "uê|uơ|uy|ua|ui|u|ươi|ươu|ưa|ưi|ưu|ư|yêu|y"
)
_NASAL = (
    "a(?:m|ng|nh|n)|ă(?:m|ng|n)|â(?:m|ng|n)|e(?:m|ng|n)|ê(?:m|nh|n)|iê(?:m|ng|n)|i(?:m|nh|n)|oa(?:m|ng|nh|n)|"
    "oă(?:m|ng|n)|oen|oong|o(?:m|ng|n)|ô(?:m|ng|n)|ơ(?:m|n)|uâ(?:ng|n)|uênh|uô(?:m|ng|n)|uyên|uynh|uyn|"
    "u(?:m|ng|n)|ươ(?:m|ng|n)|ư(?:m|ng|n)|yê(?:m|ng|n)|y(?:nh|n)"
)
_STOP = (
    "a(?:ch|c|p|t)|ă(?:c|p|t)|â(?:c|p|t)|e(?:c|p|t)|ê(?:ch|p|t)|iê(?:c|p|t)|i(?:ch|p|t)|oa(?:ch|c|p|t)|"
    "oă(?:c|t)|oet|ooc|o(?:c|p|t)|ô(?:c|p|t)|ơ(?:p|t)|uât|uêch|uô(?:c|t)|uych|uyêt|uy(?:t|p)|u(?:c|p|t)|"
    "ươ(?:c|p|t)|ư(?:c|t)|yêt|yt|ych"
)
_SYLLABLE_RE = re.compile(
    rf"(?:{_ONSET})?(?:(?:{_OPEN}|{_NASAL})([\u0300\u0301\u0303\u0309\u0323]?)|(?:{_STOP})[\u0301\u0323])"
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Tell whether a lower-case NFC word is formed as a Vietnamese syllable may be.

    The rule is the spelling of the national language: onset, rhyme, one tone; a rhyme that closes in
    c, ch, p or t bears only the sharp or the heavy tone.

    >>> [is_syllable(word) for word in ("nghiệp", "chuyển", "m", "nh", "tôt", "plan")]
    [True, True, False, False, False, False]
    """
    split = unicodedata.normalize("NFD", word)
    tone = "".join(c for c in split if c in _TONES)
    plain = unicodedata.normalize("NFC", "".join(c for c in split if c not in _TONES))
    return len(tone) <= 1 and _SYLLABLE_RE.fullmatch(plain + tone) is not None


def word_tokens(text: str) -> list[str]:
    """Words, numbers and marks of a text in order, as the model counts them.

    >>> word_tokens("Số: 12/KH-UBND, tốt")
    ['Số', ':', '12', '/', 'KH', '-', 'UBND', ',', 'tốt']
    """
    return _TOKEN_RE.findall(text)


@dataclass(frozen=True, slots=True)
class SyllableModel:
    """The tables: words in order of number, and back-off log probabilities in nats."""

    words: tuple[str, ...]
    index: dict[str, int]
    forms: dict[int, str]
    """Words with capitals in odd places, as they are written ("TTg")."""
    capital: Floats
    """Per word: how often it bears a capital inside a line."""
    upper: Floats
    """Per word: how often it is written in capitals in a mixed line (abbreviations)."""
    one: Floats
    bo_one: Floats
    keys_two: Ints
    two: Floats
    bo_two: Floats
    keys_three: Ints
    three: Floats

    def row(self, first: int) -> Floats:
        """Log probability of every word after ``first``."""
        low, high = np.searchsorted(self.keys_two, [first << BITS, (first + 1) << BITS])
        row = self.bo_one[first] + self.one
        row[self.keys_two[low:high] & ((1 << BITS) - 1)] = self.two[low:high]
        return np.asarray(row)

    def back_off(self, first: Ints, second: Ints) -> Floats:
        """Log weight of the shorter context after each pair of words (0 where the pair is unknown)."""
        context = (first << BITS) | second
        at = np.minimum(np.searchsorted(self.keys_two, context), len(self.keys_two) - 1)
        return np.where(self.keys_two[at] == context, self.bo_two[at], np.float32(0))

    def trigram(self, first: Ints, second: Ints, third: Ints, otherwise: Floats) -> Floats:
        """Log probability of each third word after its two predecessors; ``otherwise`` where never met."""
        keys = (first << 2 * BITS) | (second << BITS) | third
        at = np.minimum(np.searchsorted(self.keys_three, keys), len(self.keys_three) - 1)
        return np.where(self.keys_three[at] == keys, self.three[at], otherwise)


def _values(stored: NDArray[np.uint8]) -> Floats:
    return stored.astype(np.float32) * np.float32(-STEP)


@lru_cache(maxsize=1)
def syllable_model() -> SyllableModel:
    """Read the model that ships with the package (once)."""
    with files("ingest").joinpath("data/syllable_lm.npz").open("rb") as source, np.load(source) as data:
        tables = {name: data[name] for name in data.files}
    words = (*SPECIALS, *tables["words"].tobytes().decode().split("\n"))
    none = np.zeros(len(SPECIALS), dtype=np.float32)

    def keys(order: str) -> Ints:
        steps = sum(tables[f"keys_{order}_{plane}"].astype(np.int64) << (8 * plane) for plane in range(5))
        return np.cumsum(steps, dtype=np.int64)

    index = {word: at for at, word in enumerate(words)}
    return SyllableModel(
        words=words,
        index=index,
        forms={index[form.lower()]: form for form in tables["forms"].tobytes().decode().split()},
        capital=np.concatenate([none, tables["capital"].astype(np.float32) / 255]),
        upper=np.concatenate([none, tables["upper"].astype(np.float32) / 255]),
        one=_values(tables["one"]),
        bo_one=_values(tables["bo_one"]),
        keys_two=keys("two"),
        two=_values(tables["two"]),
        bo_two=_values(tables["bo_two"]),
        keys_three=keys("three"),
        three=_values(tables["three"]),
    )
