"""English words of a question -> the Vietnamese phrases that they may stand for, weighted.

Three sources, read once: the administrative lexicon (phrases, longest first), and ``data/english.tsv`` with
common words of the general language: "usage" rows by own knowledge, the likeliest first, for words among the
6,000 most frequent of a general list (the vocabulary of all-MiniLM-L6-v2);
"alignment" rows with the share of each translation in the parallel sentences (``vectorstore.training.english``,
keyed by ``english_stem``). Translations expand what is asked of the word indexes; nothing is ever shown or cited.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.spelling import match_key
from vectorstore.lexicon import english_stem, load_lexicon

__all__ = ["FUNCTION_WORDS", "Alternatives", "translate"]

ENGLISH_FILE = Path(__file__).parent / "data" / "english.tsv"
SECOND = 0.5
"""Weight of a translation beside the likeliest one, where a source only tells the order."""
LEAST = 0.1
MOST = 5
"""Translations of one word beyond these add noise and time."""
_SYLLABLE_RE = re.compile(r"\w+")
_FUNCTION = """
    a about all also am an and any are as at be been being but by can could did do does doing done for from had
    has have having he her here hers him his how i if in into is it its itself let many may me might mine more
    most much must my no nor not of off on or our out over own s shall she should so some such t than that the
    their them then there these they this those to too under up us very was we were what when where which who
    whom whose why will with would you your
"""
FUNCTION_WORDS = frozenset(_FUNCTION.split())


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Words ``[start, end)`` of the question, and Vietnamese phrases (as syllables) with weights up to 1."""

    start: int
    end: int
    phrases: tuple[tuple[tuple[str, ...], float], ...]


@cache
def _words(path: Path = ENGLISH_FILE) -> dict[str, dict[str, float]]:
    """Stem -> translation -> weight, the best of each source."""
    found: dict[str, dict[str, float]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            aligned = row["source"] == "alignment"
            stem = row["en"] if aligned else english_stem(row["en"])
            listed = [part.partition(":") for part in row["vi"].split("|")]
            best = max(float(share or 1) for _, _, share in listed)
            into = found.setdefault(stem, {})
            for at, (phrase, _, share) in enumerate(listed):
                weight = float(share) / best if aligned else 1.0 if at == 0 else SECOND
                into[phrase] = max(weight, into.get(phrase, 0.0))
    return found


def _weighted(phrases: dict[str, float]) -> tuple[tuple[tuple[str, ...], float], ...]:
    best: dict[tuple[str, ...], float] = {}
    for phrase, weight in phrases.items():
        key = tuple(_SYLLABLE_RE.findall(match_key(phrase)))
        if key and weight >= LEAST:
            best[key] = max(weight, best.get(key, 0.0))
    return tuple(sorted(best.items(), key=lambda item: -item[1])[:MOST])


def translate(words: Sequence[str], is_english: Callable[[int], bool]) -> list[Alternatives]:
    """Translate the words of which ``is_english`` (asked by position) says that they are English.

    A phrase of the lexicon is taken whole ("home affairs"); any other word alone, by all sources.

    >>> found = translate("Who leads the steering committee".split(), lambda at: True)
    >>> [(alternatives.start, alternatives.phrases[0][0]) for alternatives in found]
    [(1, ('chủ', 'trì')), (3, ('ban', 'chỉ', 'đạo'))]
    """
    lexicon = load_lexicon()
    found: list[Alternatives] = []
    done: set[int] = set()
    single: dict[int, dict[str, float]] = {}
    for match in lexicon.translate(words):
        inside = range(match.start, match.end)
        if not any(is_english(at) for at in inside):
            continue
        weights = {phrase: 1.0 if at == 0 else SECOND for at, phrase in enumerate(match.vietnamese)}
        if len(inside) > 1:
            found.append(Alternatives(match.start, match.end, _weighted(weights)))
            done.update(inside)
        else:
            single[match.start] = weights
    for at, word in enumerate(words):
        if at in done or not is_english(at) or word.lower() in FUNCTION_WORDS:
            continue
        weights = dict(single.get(at, {}))
        for phrase, weight in _words().get(english_stem(word), {}).items():
            weights[phrase] = max(weight, weights.get(phrase, 0.0))
        if phrases := _weighted(weights):
            found.append(Alternatives(at, at + 1, phrases))
    return sorted(found, key=lambda alternatives: alternatives.start)
