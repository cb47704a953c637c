"""The model's vocabulary: syllables, compounds, their undiacritised twins, English words, pieces of words.

A Unigram tokenizer used as a fixed dictionary: the score of a piece is its log frequency, so that Viterbi
prefers a compound to its syllables wherever they stand together more often than by chance.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from ingest.spelling import undiacritise
from vectorstore.training.corpus import Corpus

__all__ = ["Vocabulary", "build_tokenizer", "count_words"]

MARK = "\N{LOWER ONE EIGHTH BLOCK}"
LEAST_SYLLABLE, LEAST_ENGLISH = 15, 3
LEAST_PAIR_VI, LEAST_PAIR_EN = 60, 24
LEAST_NPMI_VI, LEAST_NPMI_EN = 0.33, 0.45
MOST_PAIRS_VI, MOST_PAIRS_EN = 9000, 1200
PIECES = 6000
TWIN_SHARE = 0.3
"""How often, beside its marked form, a form without marks is taken to occur."""
_BREAK_RE = re.compile(r"[^\w\s]+|\n+")
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How often words and compounds occur on each side."""

    vietnamese: dict[str, int]
    english: dict[str, int]
    compounds: dict[str, int]
    phrases: dict[str, int]


class _Stream:
    """Words as numbers, in the order of the text; -1 where a sentence or clause ends."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}

    def read(self, texts: Iterable[str]) -> Ints:
        numbers: list[int] = []
        for text in texts:
            for clause in _BREAK_RE.split(text.lower()):
                numbers += [self.names.setdefault(word, len(self.names)) for word in clause.split()]
                numbers.append(-1)
        return np.array(numbers, dtype=np.int64)


def _pairs(
    stream: Ints, names: Sequence[str], least: int, npmi_least: float, most: int, longest: int
) -> dict[int, tuple[str, int]]:
    """Neighbours that belong together by normalised pointwise mutual information."""
    size = len(names)
    counts = np.bincount(stream[stream >= 0], minlength=size)
    total = counts.sum()
    left, right = stream[:-1], stream[1:]
    code, times = np.unique((left * size + right)[(left >= 0) & (right >= 0)], return_counts=True)
    code, times = code[times >= least], times[times >= least]
    first, second = code // size, code % size
    pmi = np.log(times * total / (counts[first] * counts[second].astype(np.float64)))
    npmi = pmi / -np.log(times / total)
    length = np.array([name.count(" ") + 1 for name in names])
    odd = np.array([len(name) < 2 or any(letter.isdigit() for letter in name) for name in names])
    good = (npmi > npmi_least) & (length[first] + length[second] <= longest) & ~odd[first] & ~odd[second]
    chosen = np.flatnonzero(good)
    chosen = chosen[np.argsort(-(npmi[chosen] * np.log(times[chosen])), kind="stable")][:most]
    return {int(code[at]): (f"{names[first[at]]} {names[second[at]]}", int(times[at])) for at in chosen}


def _merged(stream: Ints, names: list[str], found: dict[int, tuple[str, int]]) -> Ints:
    """The stream with the found neighbours as one word each, leftmost first; ``names`` grows."""
    size = len(names)
    code = np.where((stream[:-1] >= 0) & (stream[1:] >= 0), stream[:-1] * size + stream[1:], -1)
    keep = np.ones(len(stream), dtype=bool)
    out = stream.copy()
    numbers: dict[int, int] = {}
    last = -2
    for at in np.flatnonzero(np.isin(code, np.fromiter(found, dtype=np.int64))):
        if at <= last:
            continue
        pair = int(code[at])
        if pair not in numbers:
            numbers[pair] = len(names)
            names.append(found[pair][0])
        out[at], keep[at + 1], last = numbers[pair], False, int(at) + 1
    return out[keep]


def count_words(corpus: Corpus) -> Vocabulary:
    """Count words and find compounds on both sides; the lexicon's terms count as compounds."""
    stream = _Stream()
    vietnamese = stream.read(
        [
            *corpus.chunks,
            *(vi for _, vi in corpus.parallel),
            *(vi for vi, _ in corpus.terms for _ in range(5)),
        ]
    )
    english = stream.read(
        [
            *(en for en, _ in corpus.parallel for _ in range(3)),
            *(en for _, en in corpus.terms for _ in range(5)),
        ]
    )
    names = list(stream.names)
    size = len(names)
    first = _pairs(vietnamese, names, LEAST_PAIR_VI, LEAST_NPMI_VI, MOST_PAIRS_VI, 4)
    compounds = Counter(dict(first.values()))
    grown = list(names)
    merged = _merged(vietnamese, grown, first)
    compounds |= Counter(dict(_pairs(merged, grown, LEAST_PAIR_VI, LEAST_NPMI_VI, MOST_PAIRS_VI, 4).values()))
    phrases = Counter(dict(_pairs(english, names, LEAST_PAIR_EN, LEAST_NPMI_EN, MOST_PAIRS_EN, 3).values()))
    for side, longest, table in ((0, 4, compounds), (1, 3, phrases)):
        for term in {" ".join(re.findall(r"\w+", pair[side].lower())) for pair in corpus.terms}:
            if 2 <= len(term.split()) <= longest:
                table[term] = max(table[term], 60)
    vi_counts = np.bincount(vietnamese[vietnamese >= 0], minlength=size)
    en_counts = np.bincount(english[english >= 0], minlength=size)
    return Vocabulary(
        {name: int(n) for name, n in zip(names, vi_counts, strict=True) if n},
        {name: int(n) for name, n in zip(names, en_counts, strict=True) if n},
        dict(compounds),
        dict(phrases),
    )


def _frequencies(vocabulary: Vocabulary) -> Counter[str]:
    found: Counter[str] = Counter()

    def add(word: str, count: int) -> None:
        key = MARK + word.replace(" ", MARK)
        found[key] = max(found[key], count)

    twins: Counter[str] = Counter()
    for word, count in vocabulary.vietnamese.items():
        if count >= LEAST_SYLLABLE and len(word) <= 16:
            add(word, count)
        if count >= LEAST_SYLLABLE and len(word) <= 7 and undiacritise(word) != word:
            twins[undiacritise(word)] += count
    for word, count in vocabulary.english.items():
        if count >= LEAST_ENGLISH and len(word) <= 20:
            add(word, count)
    for word, count in vocabulary.compounds.items():
        add(word, count)
        twins[undiacritise(word)] += count
    for word, count in twins.items():
        add(word, max(2, int(count * TWIN_SHARE)))
    for word, count in vocabulary.phrases.items():
        add(word, count)
    return found


def _fallback(words: Iterable[str]) -> dict[str, float]:
    """Pieces of words for what the dictionary lacks."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.UnigramTrainer(
        vocab_size=PIECES,
        show_progress=False,
        max_piece_length=8,
        special_tokens=["<unk>"],
        unk_token="<unk>",
    )
    tokenizer.train_from_iterator(sorted(words), trainer)
    return {
        piece: score
        for piece, score in json.loads(tokenizer.to_str())["model"]["vocab"]
        if piece and piece != "<unk>"
    }


def build_tokenizer(vocabulary: Vocabulary, more_english: Iterable[str] = ()) -> Tokenizer:
    """A tokenizer over the counted words, and over English words that only the teacher knows."""
    counts = _frequencies(vocabulary)
    words = {*vocabulary.vietnamese, *vocabulary.english}
    fallback = {piece: score for piece, score in _fallback(words).items() if piece not in counts}
    for word in more_english:
        if MARK + word not in fallback:
            counts.setdefault(MARK + word, 1)
    total = sum(counts.values())
    listed = [(word, math.log(count / total)) for word, count in counts.items()]
    low = min(score for _, score in listed)
    listed += [
        (piece, min(score, -1.0) + low - 2 if len(piece) > 1 else low - 10)
        for piece, score in fallback.items()
    ]
    letters = {*"".join(words), *MARK, *"abcdefghijklmnopqrstuvwxyz0123456789"} - {word for word, _ in listed}
    listed = [("<unk>", 0.0), *listed, *((letter, low - 10) for letter in sorted(letters))]
    tokenizer = Tokenizer(models.Unigram(listed, unk_id=0))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFC(),
            normalizers.Lowercase(),
            normalizers.Replace(Regex(r"[^\w\s]+"), "\n"),
            normalizers.Replace(Regex(r"\s*\n\s*"), "\n" + MARK),
            normalizers.Replace(Regex(r"[ \t\u00a0]+"), MARK),
            normalizers.Prepend(MARK),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(r"\n"), "removed")
    return tokenizer
