"""How a restored word is written: in the case that its surviving letters or its place tell, gaps where nothing is known."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from ingest.plan import VISIBLE_GAP
from ingest.repair.lost_glyphs_channel import LETTER, UPPER
from ingest.repair.lost_glyphs_model import NUMBER, UNKNOWN, Floats, SyllableModel

__all__ = ["agrees", "capital_chance", "gap_text", "is_upper_line", "shape_of", "write"]

_CAPITAL = 0.06
"""Chance that a word whose first letter is lost began with a capital, where nothing else tells."""
_LABEL_RE = re.compile(r"[-+*•–]+|\**\(?(?:\d+(?:\.\d+)*|[a-zđ]|[IVX]+)\s*[.)/-]?\**")
"""What stands before the first word of a list item: a bullet or a number."""


def shape_of(pattern: str, *, upper_line: bool) -> str:
    """How the word is written: lower, Capital, UPPER, or free (its first letter is lost)."""
    seen = pattern.replace(" ", "")
    if not seen:
        return "upper" if upper_line else "free"
    if seen.isupper():
        return "upper" if len(seen) > 1 or pattern[0] == " " or upper_line else "capital"
    if pattern[0] == " ":
        return "free"
    return "capital" if pattern[0].isupper() else "lower"


@lru_cache(maxsize=2_000)
def _is_upper(line: str) -> bool:
    letters = [letter for letter in line if letter.isalpha()]
    return len(letters) >= 3 and sum(letter.isupper() for letter in letters) > 0.8 * len(letters)


def is_upper_line(text: str, at: int) -> bool:
    """Tell whether the line around ``at`` is set in capitals."""
    end = text.find("\n", at)
    return _is_upper(text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)])


def gap_text(pattern: str) -> str:
    """What survived, with a visible gap for each stretch that did not."""
    new = VISIBLE_GAP.join(pattern.split(" "))
    while VISIBLE_GAP * 2 in new:
        new = new.replace(VISIBLE_GAP * 2, VISIBLE_GAP)
    return new


def agrees(word: str, pattern: str) -> bool:
    """Tell whether a word shows every letter of the pattern, blanks aside."""
    return len(word) == len(pattern) and all(
        old in (" ", new) for old, new in zip(pattern, word, strict=True)
    )


def capital_chance(text: str, at: int) -> float:
    """Chance that the word at ``at`` begins with a capital, from what stands before it."""
    line_start = max(text.rfind(mark, 0, at) for mark in "\n\t\N{LINE SEPARATOR}") + 1
    ahead = text[line_start:at].strip()
    if ahead:
        if ahead[-1] in ".?!" or _LABEL_RE.fullmatch(ahead):
            return 0.9
        return 0.3 if ahead[-1] in ':“"' else _CAPITAL
    before = text[:line_start].rstrip()[-1:]
    return 0.9 if before in ".;:!?/" or not before else 0.3


def write(
    pattern: str, number: int, losses: Floats, model: SyllableModel, *, upper_line: bool, starts: float
) -> str:
    """The restored word in the case that the survivors show; unknowns and numbers as visible gaps."""
    if number in (UNKNOWN, NUMBER):
        return gap_text(pattern)
    word = model.words[number]
    shape = shape_of(pattern, upper_line=upper_line)
    if number in model.forms and agrees(model.forms[number], pattern):
        return model.forms[number]
    if shape == "upper" or model.upper[number] > 0.5:
        return word.upper()
    if shape == "free":
        glyph = LETTER[word[0]]
        chance = max(starts, min(float(model.capital[number]), 0.45))
        great = float(losses[0, glyph + UPPER]) + np.log(chance)
        shape = "capital" if great > float(losses[0, glyph]) + np.log(1 - chance) else "lower"
    return word[0].upper() + word[1:] if shape == "capital" else word
