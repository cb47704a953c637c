"""Where a text looks as if letters were lost: orphan letters, odd syllables, runs of spaces."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.repair.lost_glyphs_case import is_upper_line
from ingest.repair.lost_glyphs_model import MARK, NUMBER, START, Ints, SyllableModel, is_syllable
from ingest.repair.lost_glyphs_words import Stretch, may_be
from ingest.spelling import spaced_re

__all__ = ["Tokens", "find_stretches", "looks_damaged", "shows_losses", "tokenise"]

_TOKEN_RE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]+|_+")
_WORD_RE = re.compile(r"[^\W\d_]+")
_SPACED_RE = re.compile(r"(?<!\S)(?:\w ){5,}\w(?!\S)")
"""Letters set apart for show ("K Ế  H O Ạ C H") are no loss; another repair joins them."""
_POINTS_RE = spaced_re(r"điểm(?: [a-zđ](?!\w)(?:\s*,| và| hoặc| đến)?(?: điểm(?!\w))?)+")
"""Points of an article are cited by single letters: "tại các điểm a, b, c và đ khoản 3"."""
_LONE = frozenset("iueoăâêôơư")
"""Vowels that are hardly ever a word by themselves."""
_OPENING = "([{\"'“‘«"
_BLANK = " \n\t\r\f\v\N{LINE SEPARATOR}"
_LONG = 60
"""Ranges of more tokens than this are not joined further, so that each stays quick to decode."""
_LAYOUT = 25
"""A run of this many spaces is layout, whatever stands around it."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words, numbers and marks of a text in order."""

    text: str
    starts: list[int]
    ends: list[int]
    ids: Ints
    """Number in the model (0 unknown)."""

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, at: int) -> str:
        """The token as written."""
        return self.text[self.starts[at] : self.ends[at]]

    def gap(self, at: int) -> str:
        """What stands between this token and the next."""
        following = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.text)
        return self.text[self.ends[at] : following]


def _orphan(text: str, start: int, end: int) -> bool:
    """A small-letter piece that is no syllable and stands alone, as "m" in "đẩy m nh" does."""
    word = text[start:end]
    if not word.islower() or is_syllable(word):
        return False
    left = text[start - 1] if start else " "
    right = text[end] if end < len(text) else " "
    return (
        (left in _BLANK or left in _OPENING)
        and (right in _BLANK or right in ".,;:")
        and not (text[max(0, start - 2) : start].strip().isdigit())
    )


def looks_damaged(text: str) -> bool:
    """A cheap first look, line by line: enough orphans among syllables that are otherwise Vietnamese.

    Lines that are mostly not Vietnamese (English, codes, noise) say nothing either way.

    >>> looks_damaged("Ti p tục đẩy m nh công tác dân v n"), looks_damaged("Tiếp tục đẩy mạnh")
    (True, False)
    """
    words = orphans = 0
    for line in _POINTS_RE.sub("", _SPACED_RE.sub("", text)).splitlines():
        found = list(_WORD_RE.finditer(line))
        good = sum(is_syllable(match[0].lower()) for match in found)
        odd = sum(_orphan(line, match.start(), match.end()) for match in found)
        if 2 * good >= len(found) or (odd and good >= 2):
            words += len(found)
            orphans += odd
    return orphans >= 2 and orphans >= 0.004 * words


def _fits_somewhere(line: str, start: int, end: int) -> bool:
    """Tell whether an orphan makes a syllable with a lost letter beside it, or with the next piece."""
    left = re.search(r"([^\W\d_]*) $", line[max(0, start - 8) : start])
    right = re.match(r" ([^\W\d_]*)", line[end : end + 8])
    before = left[1] + " " if left else ""
    after = " " + right[1] if right else ""
    word = line[start:end]
    joined = [before + word if before.strip() else "", word + after if after.strip() else ""]
    if line[max(0, start - 2) : start].strip(" ") == "":
        joined.append(" " + word)
    if line[end : end + 2].strip(" ") == "" and end + 1 < len(line):
        joined.append(word + " ")
    return any(pattern and may_be(pattern.lower()) for pattern in joined)


MOST_ORPHANS = 400


def shows_losses(text: str) -> bool:
    """A closer look at (some of) the orphans: tell whether they make words once a letter is put back.

    Labels ("điểm b khoản 2"), units and foreign words do not.
    """
    good = seen = 0
    for line in _POINTS_RE.sub("", _SPACED_RE.sub("", text)).splitlines():
        for match in _WORD_RE.finditer(line):
            if _orphan(line, match.start(), match.end()):
                seen += 1
                good += _fits_somewhere(line, match.start(), match.end())
        if seen >= MOST_ORPHANS:
            break
    return good >= 2 and good >= 0.35 * seen


def tokenise(text: str, model: SyllableModel) -> Tokens:
    """Split a text for the model."""
    matches = list(_TOKEN_RE.finditer(text))
    ids = [
        model.index.get(match[0].lower(), 0)
        if match[0][0].isalpha()
        else NUMBER
        if match[0].isdigit()
        else MARK
        for match in matches
    ]
    return Tokens(text, [m.start() for m in matches], [m.end() for m in matches], np.array(ids, np.int64))


def _hugged(text: str, start: int, end: int) -> bool:
    """A space where none belongs: before a comma or slash, or after an opening bracket or slash."""
    after, before = text[end : end + 2], text[max(0, start - 2) : start]
    return (len(after) == 2 and after[0] == " " and after[1] in ",;:.)/") or (
        len(before) == 2 and before[1] == " " and before[0] in "(/"
    )


def _odd(tokens: Tokens, at: int, model: SyllableModel) -> bool:
    """Tell whether a single word looks damaged by itself."""
    word = tokens.word(at)
    if not word[0].isalpha():
        return False
    start, end, small = tokens.starts[at], tokens.ends[at], word.lower()
    hugged = _hugged(tokens.text, start, end)
    if word.isupper():
        wide = tokens.gap(at).startswith("  ") or (at > 0 and tokens.gap(at - 1).endswith("  "))
        beside = tokens.gap(at) == " " or (at > 0 and tokens.gap(at - 1) == " ")
        shout = beside and is_upper_line(tokens.text, start) and not is_syllable(small)
        single = len(word) == 1 and word not in "IVX" and tokens.gap(at) == " "
        return hugged or shout or single or (wide and (tokens.ids[at] == 0 or len(word) == 1))
    if hugged or (small in _LONE and tokens.gap(at)[:1] in ("", " ")):
        return True
    if is_syllable(small):
        return bool(tokens.ids[at] == 0) or bool(model.one[tokens.ids[at]] < -15.0)
    if word.islower():
        return _orphan(tokens.text, start, end)
    return len(word) <= 4


def _wide(gap: str) -> bool:
    """Tell whether the space between two tokens may hide letters."""
    if "\n" in gap:
        lines = gap.split("\n")
        return any(2 <= len(part) < _LAYOUT and not part.strip(" ") for part in (lines[0], lines[-1]))
    return 2 <= gap.count(" ") < _LAYOUT and not gap.strip(" ")


def _suspects(tokens: Tokens, model: SyllableModel) -> NDArray[np.bool_]:
    flags = np.array([_odd(tokens, at, model) for at in range(len(tokens))], dtype=bool)
    for at in range(len(tokens)):
        if _wide(tokens.gap(at)):
            flags[at] = True
            if at + 1 < len(tokens):
                flags[at + 1] = True
    ids = tokens.ids
    if len(ids) > 2:
        # A word that the model has met next to neither of its neighbours.
        keys = (ids[:-1] << 14) | ids[1:]
        place = np.minimum(np.searchsorted(model.keys_two, keys), len(model.keys_two) - 1)
        unseen = model.keys_two[place] != keys
        alone = np.concatenate([[True], unseen]) & np.concatenate([unseen, [True]]) & (ids > NUMBER)
        flags |= alone
    for match in _SPACED_RE.finditer(tokens.text):
        low, high = np.searchsorted(tokens.starts, [match.start(), match.end()])
        flags[low:high] = False
    return flags


def _grown(flags: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Ranges of tokens to decode: each suspect with its neighbours, close ranges joined."""
    ranges: list[tuple[int, int]] = []
    for at in np.flatnonzero(flags):
        low, high = max(0, int(at) - 1), min(len(flags), int(at) + 2)
        before = ranges[-1] if ranges else (0, -9)
        if low < before[1] or (low <= before[1] + 2 and before[1] - before[0] < _LONG):
            ranges[-1] = (before[0], max(high, before[1]))
        else:
            ranges.append((low, high))
    return ranges


def find_stretches(tokens: Tokens, model: SyllableModel) -> list[Stretch]:
    """The stretches that must be decoded, with up to two intact words of context behind each."""
    text = tokens.text
    flags = _suspects(tokens, model)
    found = []
    for low, high in _grown(flags):
        start = tokens.starts[low]
        while start > 0 and text[start - 1] == " " and (low == 0 or start - 1 > tokens.ends[low - 1]):
            start -= 1
        after = high
        while after < min(high + 2, len(tokens)) and not flags[after]:
            after += 1
        core, end = tokens.ends[high - 1], tokens.ends[after - 1]
        while after == high and end < len(text) and text[end] == " ":
            core = end = end + 1
        before = (
            int(tokens.ids[low - 2]) if low > 1 else START,
            int(tokens.ids[low - 1]) if low > 0 else START,
        )
        suspects = frozenset(tokens.starts[at] for at in range(low, high) if flags[at])
        found.append(Stretch(text, start, core, end, before, suspects))
    return found
