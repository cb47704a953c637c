"""Keys for comparing Vietnamese words: never shown, never cited, only matched.

Both keys keep one letter for one letter of NFC text, so offsets survive.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["CAPITALS", "has_diacritics", "match_key", "spaced", "spaced_re", "undiacritise"]

CAPITALS = "A-ZĐĂÂÊÔƠƯÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ"
"""For a class of a pattern: Vietnamese capitals and small letters alternate in Unicode, no range parts them."""
# "hoà, khoẻ, thuỷ" (tone on the second vowel, before 1980s reforms and in many Party documents) and
# "hòa, khỏe, thủy" are the same words; after "q" the u belongs to the consonant ("quý" has one form).
_LATE_TONE_RE = re.compile(r"o[àáảãạèéẻẽẹ](?!\w)|(?<!q)u[ỳýỷỹỵ](?!\w)")


def spaced(pattern: str) -> str:
    r"""A pattern whose spaces stand for any white space, as words may be parted in a file.

    >>> spaced("Ủy ban (?:nhân dân|MTTQ)")
    'Ủy\\s+ban\\s+(?:nhân\\s+dân|MTTQ)'
    """
    return pattern.replace(" ", r"\s+")


def spaced_re(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""The same, compiled.

    >>> spaced_re("Ủy ban nhân dân").match("Ủy ban\nnhân dân") is not None
    True
    """
    return re.compile(spaced(pattern), flags)


class _Plain(dict[int, str]):
    """Letters without marks by code point, filled as they are met (for ``str.translate``)."""

    def __missing__(self, code: int) -> str:
        self[code] = _base(chr(code))
        return self[code]


_PLAIN = _Plain()


def _base(letter: str) -> str:
    """One letter without tone, hat, horn or bar; letters that do not decompose to one stay."""
    if letter in "đĐ":
        return "d" if letter == "đ" else "D"
    first = unicodedata.normalize("NFD", letter)[0]
    return first if first.isalpha() else letter


def undiacritise(text: str) -> str:
    """Drop all Vietnamese marks, letter for letter (input NFC).

    >>> undiacritise("Đôn đốc việc thực hiện quy chế")
    'Don doc viec thuc hien quy che'
    """
    return text if text.isascii() else text.translate(_PLAIN)


def _early_tone(match: re.Match[str]) -> str:
    decomposed = unicodedata.normalize("NFD", match[0][1])
    return unicodedata.normalize("NFC", match[0][0] + decomposed[-1]) + decomposed[0]


def match_key(text: str) -> str:
    """Lower-case with one tone placement, letter for letter (input NFC).

    >>> match_key("Uỷ ban, khoẻ, hoà giải, Quý, ĐẢNG UỶ")
    'ủy ban, khỏe, hòa giải, quý, đảng ủy'
    """
    return text.lower() if text.isascii() else _LATE_TONE_RE.sub(_early_tone, text.lower())


def has_diacritics(text: str) -> bool:
    """Tell whether any letter carries a Vietnamese mark.

    >>> has_diacritics("han nop bao cao"), has_diacritics("hạn nộp")
    (False, True)
    """
    return undiacritise(text) != text
