"""The bilingual administrative lexicon: an editable table, read once, looked up by phrase.

``data/lexicon.tsv`` has one entry a row: ``vi``, other Vietnamese forms, English, abbreviations (each
parted by "|") and the row's source. It expands questions; it never changes what is cited. Where an English
word has several meanings, the first row that has it tells the commonest one in plans.

``data/equivalents.tsv`` has what officers say (``said``) for what plans write (``written``, the forms of which stand for
one another too): read one way, so that a plan's "kinh phí" is never looked for as "tiền". ``data/phrases.tsv`` has
English words and phrases of questions (``en``), and how plans write that (``vi``), the likeliest first.

Sources: "Circular 03/2009" (official English of organs and posts), "Decree 30" (kinds and parts of
documents), "alignment" (found by ``vectorstore.training.align``, chosen by hand), "usage" (as officers,
laws in English and the press write; own knowledge).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

from ingest.spelling import match_key, undiacritise

__all__ = ["Entry", "Lexicon", "Match", "english_stem", "load_lexicon"]

LEXICON_FILE = Path(__file__).parent / "data" / "lexicon.tsv"
EQUIVALENTS_FILE = Path(__file__).parent / "data" / "equivalents.tsv"
PHRASES_FILE = Path(__file__).parent / "data" / "phrases.tsv"
_K = TypeVar("_K")
_WORD_RE = re.compile(r"[\w'’&]+")
_VOWEL_RE = re.compile(r"[aeiouy]")
_SILENT_E_RE = re.compile(r"[^aeiouy][aeiou][^aeiouwxy]$")
# Nouns that mean something else than their verbs.
_NOUNS = frozenset({"planning", "housing", "mining"})
SKIPPED = frozenset({"the", "a", "an", "of", "to", "s", "and", "them", "it"})
"""Words that do not tell one English term from another."""
_SPELLINGS = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("bour", "bor"),
    ("vour", "vor"),
    ("nour", "nor"),
    ("mme", "m"),
    ("centre", "center"),
    ("skillful", "skilful"),
)
_ORGANS = frozenset({"Department", "Ministry", "Division"})
# What an undiacritised Vietnamese syllable looks like: such letters in lower case are a word ("tu"), not a
# short form (TU).
_SYLLABLE_RE = re.compile(
    r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?"
)


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


@lru_cache(maxsize=4096)
def english_stem(word: str) -> str:
    """Fold the commonest English endings and spellings, enough to look a word up.

    >>> english_stem("complaints"), english_stem("agencies"), english_stem("Reporting"), english_stem("press")
    ('complaint', 'agency', 'report', 'press')
    >>> english_stem("issued") == english_stem("issue"), english_stem("Programme") == english_stem("programs")
    (True, True)
    """
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("s'")
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word in _NOUNS:
        return word
    if len(word) > 4 and word.endswith("ied"):
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and _VOWEL_RE.search(stem):
            word = _verb(stem)
            break
    # Without its e a word may look like a Vietnamese one: "date" and "dat" (đất, đạt).
    shorter = word.removesuffix("e")
    return word if len(word) < 5 or _SYLLABLE_RE.fullmatch(shorter) else shorter


def _verb(stem: str) -> str:
    """What stands before "-ing" or "-ed", as it is written alone: "plann" -> "plan", "dat" -> "date"."""
    if stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return stem + "e" if len(stem) < 5 and _SILENT_E_RE.search(stem) else stem


def _english_key(phrase: str) -> tuple[str, ...]:
    return tuple(english_stem(word) for word in _WORD_RE.findall(phrase) if word.lower() not in SKIPPED)


def _orders(phrase: str) -> tuple[str, ...]:
    """An organ's name in both orders that are in use.

    >>> _orders("Department of Home Affairs")
    ('Department of Home Affairs', 'Home Affairs Department')
    """
    organ, of, field_ = phrase.partition(" of ")
    return (phrase, f"{field_} {organ}") if of and organ in _ORGANS else (phrase,)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The table, keyed for look-up."""

    entries: tuple[Entry, ...]
    english: dict[tuple[str, ...], tuple[str, ...]] = field(repr=False)
    short: dict[str, tuple[str, ...]] = field(repr=False)
    synonyms: dict[tuple[str, ...], tuple[str, ...]] = field(repr=False)
    spoken: dict[tuple[str, ...], tuple[str, ...]] = field(repr=False)
    """Of ``synonyms`` what only officers say, and what plans write for it."""
    longest: dict[str, int] = field(repr=False)
    """How many words the longest phrase of all tables has that begins with a word."""

    def translate(self, words: Sequence[str]) -> list[Match]:
        """Find English phrases, longest first, and the Vietnamese that they may stand for.

        >>> load_lexicon().translate("the steering committee".split())[0].vietnamese[0]
        'Ban Chỉ đạo'
        >>> load_lexicon().translate("the Department of Home Affairs?".split())[0].vietnamese[0]
        'Sở Nội vụ'
        """
        pieces = [(at, key) for at, word in enumerate(words) for key in _english_key(word)]
        found = self._found([key for _, key in pieces], self.english)
        return [Match(pieces[m.start][0], pieces[m.end - 1][0] + 1, m.vietnamese) for m in found]

    def same(self, words: Sequence[str]) -> list[Match]:
        """Find Vietnamese phrases that have other forms, longest first, and those forms.

        >>> load_lexicon().same("tiền ở đâu ra".split())[0].vietnamese[0]
        'nguồn kinh phí'
        """
        return self._found([match_key(word) for word in words], self.synonyms)

    def written(self, words: Sequence[str]) -> list[Match]:
        """Find phrases that officers say, longest first, and what plans write for them.

        >>> load_lexicon().written("chích ngừa cho trẻ con".split())[1].vietnamese[0]
        'trẻ em'
        """
        return self._found([match_key(word) for word in words], self.spoken)

    def spell_out(self, short: str) -> tuple[str, ...]:
        """Return the long forms of an abbreviation, () when it is none.

        In lower case only letters that cannot be a word are taken for one: "ubnd", but not "tu".

        >>> load_lexicon().spell_out("TU")[0], load_lexicon().spell_out("tu")
        ('Tỉnh ủy', ())
        """
        if short.islower() and _SYLLABLE_RE.fullmatch(undiacritise(short)):
            return ()
        return self.short.get(short.casefold(), ())

    def _found(self, keys: Sequence[str], table: dict[tuple[str, ...], tuple[str, ...]]) -> list[Match]:
        """The phrases of a table that stand here, from left to right the longest each."""
        found: list[Match] = []
        at = 0
        while at < len(keys):
            for length in range(min(self.longest.get(keys[at], 0), len(keys) - at), 0, -1):
                if phrases := table.get(tuple(keys[at : at + length])):
                    found.append(Match(at, at + length, phrases))
                    at += length
                    break
            else:
                at += 1
        return found


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _spoken_key(form: str) -> tuple[str, ...]:
    return tuple(_WORD_RE.findall(match_key(form)))


@cache
def load_lexicon() -> Lexicon:
    """Read the tables (UTF-8, tab-separated, a header row)."""
    rows = _rows(LEXICON_FILE)
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
        for phrase in (order for name in entry.english for order in _orders(name)):
            english.setdefault(_english_key(phrase), []).extend(forms)
        for abbreviation in entry.abbreviations:
            short.setdefault(abbreviation.casefold(), []).append(entry.vi)
        for form in forms if len(forms) > 1 else ():
            others = [other for other in forms if other != form]
            synonyms.setdefault(_spoken_key(form), []).extend(others)
    for row in _rows(PHRASES_FILE):
        for phrase in _parts(row["en"]):
            english.setdefault(_english_key(phrase), []).extend(_parts(row["vi"]))
    spoken: dict[tuple[str, ...], list[str]] = {}
    for row in _rows(EQUIVALENTS_FILE):
        said, written = _parts(row["said"]), _parts(row["written"])
        for form in said:
            spoken.setdefault(_spoken_key(form), []).extend(written)
        for form in written if not said else ():
            synonyms.setdefault(_spoken_key(form), []).extend(w for w in written if w != form)
    for key in spoken.keys() & synonyms.keys():  # Plans write it too.
        synonyms[key] += spoken.pop(key)
    for abbreviation in [*short]:  # typed without marks: "vpdkdd"
        short.setdefault(undiacritise(abbreviation), short[abbreviation])
    english.pop((), None)
    synonyms |= spoken
    longest = _longest((*english, *synonyms))
    return Lexicon(entries, _frozen(english), _frozen(short), _frozen(synonyms), _frozen(spoken), longest)


def _longest(phrases: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """How many words the longest phrase has that begins with a word."""
    found: dict[str, int] = {}
    for words in phrases:
        found[words[0]] = max(found.get(words[0], 0), len(words))
    return found


def _frozen(table: dict[_K, list[str]]) -> dict[_K, tuple[str, ...]]:
    return {key: tuple(dict.fromkeys(values)) for key, values in table.items()}
