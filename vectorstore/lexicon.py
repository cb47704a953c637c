"""The bilingual administrative lexicon: an editable table, read once, looked up by phrase.

``data/lexicon.tsv`` has one entry a row: ``vi``, other Vietnamese forms, English, abbreviations (each
parted by "|") and the row's source. It expands questions; it never changes what is cited.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from ingest.spelling import match_key

__all__ = ["Entry", "Lexicon", "Match", "english_stem", "load_lexicon"]

LEXICON_FILE = Path(__file__).parent / "data" / "lexicon.tsv"
MAX_PHRASE_WORDS = 7
_K = TypeVar("_K")
_WORD_RE = re.compile(r"[\w'’&]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a Vietnamese term, its other forms, its English and its abbreviations."""

    vi: str
    synonyms: tuple[str, ...]
    english: tuple[str, ...]
    abbreviations: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``[start, end)`` of the question, and the Vietnamese phrases that they may stand for."""

    start: int
    end: int
    vietnamese: tuple[str, ...]


def english_stem(word: str) -> str:
    """Fold the commonest English endings, enough to look a word up.

    >>> english_stem("complaints"), english_stem("agencies"), english_stem("Reporting"), english_stem("press")
    ('complaint', 'agency', 'report', 'press')
    """
    word = word.lower().removesuffix("'s").removesuffix("’s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 5 and word.endswith("ing"):
        return word[:-3]
    if len(word) > 4 and word.endswith("ed"):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _english_key(phrase: str) -> tuple[str, ...]:
    words = [word for word in _WORD_RE.findall(phrase) if word.lower() not in {"the", "a", "an", "of", "to"}]
    return tuple(english_stem(word) for word in words)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The table, keyed for look-up."""

    entries: tuple[Entry, ...]
    english: dict[tuple[str, ...], tuple[str, ...]] = field(repr=False)
    short: dict[str, tuple[str, ...]] = field(repr=False)
    synonyms: dict[tuple[str, ...], tuple[str, ...]] = field(repr=False)

    def translate(self, words: Sequence[str]) -> list[Match]:
        """Find English phrases, longest first, and the Vietnamese that they may stand for.

        >>> load_lexicon().translate("the steering committee".split())[0].vietnamese[0]
        'Ban Chỉ đạo'
        """
        return _longest(words, self.english, english_stem)

    def same(self, words: Sequence[str]) -> list[Match]:
        """Find Vietnamese phrases that have other forms, and those forms."""
        return _longest(words, self.synonyms, match_key)

    def spell_out(self, short: str) -> tuple[str, ...]:
        """Return the long forms of an abbreviation, () when it is none.

        >>> load_lexicon().spell_out("QCDC")
        ('Quy chế dân chủ',)
        """
        return self.short.get(short.casefold(), ())


def _longest(
    words: Sequence[str], table: dict[tuple[str, ...], tuple[str, ...]], key: Callable[[str], str]
) -> list[Match]:
    keys = [key(word) for word in words]
    found: list[Match] = []
    at = 0
    while at < len(keys):
        for length in range(min(MAX_PHRASE_WORDS, len(keys) - at), 0, -1):
            if phrases := table.get(tuple(keys[at : at + length])):
                found.append(Match(at, at + length, phrases))
                at += length
                break
        else:
            at += 1
    return found


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


@cache
def load_lexicon(path: Path = LEXICON_FILE) -> Lexicon:
    """Read the table (UTF-8, tab-separated, a header row)."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    entries = tuple(
        Entry(
            row["vi"], _parts(row["synonyms"]), _parts(row["en"]), _parts(row["abbreviations"]), row["source"]
        )
        for row in rows
    )
    english: dict[tuple[str, ...], list[str]] = {}
    short: dict[str, list[str]] = {}
    synonyms: dict[tuple[str, ...], list[str]] = {}
    for entry in entries:
        forms = (entry.vi, *entry.synonyms)
        for phrase in entry.english:
            english.setdefault(_english_key(phrase), []).extend(forms)
        for abbreviation in entry.abbreviations:
            short.setdefault(abbreviation.casefold(), []).append(entry.vi)
        for form in forms if len(forms) > 1 else ():
            others = [other for other in forms if other != form]
            synonyms.setdefault(tuple(match_key(form).split()), []).extend(others)
    english.pop((), None)
    return Lexicon(entries, _frozen(english), _frozen(short), _frozen(synonyms))


def _frozen(table: dict[_K, list[str]]) -> dict[_K, tuple[str, ...]]:
    return {key: tuple(dict.fromkeys(values)) for key, values in table.items()}
