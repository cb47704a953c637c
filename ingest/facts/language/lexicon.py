"""The word lists that the facts are found with, read once from ``ingest/data``.

Each list is plain text, one entry a line, ``#`` for remarks; tables are parted by tabs.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from unicodedata import normalize

__all__ = ["LOWER", "UPPER", "alternatives", "either_tone", "read_list", "read_table"]


def _letters(vowels: str, consonants: str) -> str:
    """All Vietnamese letters of one case: each vowel with each tone."""
    tones = ["", "\N{COMBINING GRAVE ACCENT}", "\N{COMBINING ACUTE ACCENT}", "\N{COMBINING HOOK ABOVE}"]
    tones += ["\N{COMBINING TILDE}", "\N{COMBINING DOT BELOW}"]
    return consonants + "".join(normalize("NFC", vowel + tone) for vowel in vowels for tone in tones)


UPPER = _letters("AĂÂEÊIOÔƠUƯY", "BCDFGHJKLMNPQRSTVWXZĐ")
"""Upper-case letters, to stand inside ``[...]`` of a regular expression."""
LOWER = _letters("aăâeêioôơuưy", "bcdfghjklmnpqrstvwxzđ")


@cache
def read_list(name: str) -> tuple[str, ...]:
    """Return the entries of ``ingest/data/<name>`` without remarks and blank lines.

    >>> "Nội vụ" in read_list("agency_fields.txt")
    True
    """
    text = files("ingest").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def read_table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a tab-separated ``ingest/data/<name>``."""
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in read_list(name))


def alternatives(entries: tuple[str, ...] | list[str]) -> str:
    r"""Write entries as regular-expression alternatives, the longest first, any white space between words.

    >>> alternatives(["sở", "sở nội vụ"])
    'sở\\s+nội\\s+vụ|sở'
    """
    longest_first = sorted(entries, key=lambda entry: (-len(entry), entry))
    words = "|".join(r"\s+".join(re.escape(word) for word in entry.split()) for entry in longest_first)
    return either_tone(words)


_EARLY_TONE_RE = re.compile(
    rf"(?<![qQ])([òóỏõọÒÓỎÕỌ])([ae])(?![{LOWER}])|(?<![qQ])([ùúủũụÙÚỦŨỤ])(y)(?![{LOWER}])"
)


def either_tone(pattern: str) -> str:
    """Let "hóa" in a regular expression match "hoá" too, "ủy" also "uỷ": both placements are current.

    >>> re.fullmatch(either_tone("Văn hóa"), "Văn hoá") is not None
    True
    """

    def both(match: re.Match[str]) -> str:
        first, second = (match[1], match[2]) if match[1] else (match[3], match[4])
        split = normalize("NFD", first)
        late = split[0] + normalize("NFC", second + split[1:])
        return f"(?:{match[0]}|{late})"

    return _EARLY_TONE_RE.sub(both, pattern)
