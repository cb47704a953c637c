"""Make ``ingest/data/syllable_lm.npz``: the syllable trigram model behind the repair of lost glyphs.

Counts only, no network: an interpolated absolute-discounting trigram over Vietnamese syllables, numbers
and punctuation, pruned and stored as back-off tables (log probabilities in steps of 1/12 nat). The text is
official and free: the articles of the codified law and the documents of the Official Gazette, and, for
everyday syllables, the Vietnamese side of the permissively licensed sentence pairs. Neither the seeds nor
the plans of ../shared are read, so both stay honest test material.

    python -m vectorstore.training.syllable_lm ../shared/data ingest/data/syllable_lm.npz
"""

from __future__ import annotations

import argparse
import gzip
import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingest.repair.lost_glyphs_model import BITS, SPECIALS, STEP, is_syllable, word_tokens

__all__ = ["main", "train"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

DISCOUNT = 0.7
MIN_SYLLABLE = 2
"""A well-formed syllable is kept from this count on; anything else (abbreviations, foreign words) later."""
MIN_OTHER = 40
MIN_BIGRAM = 1
MIN_TRIGRAM = 2


@dataclass(frozen=True, slots=True)
class Order:
    """The n-grams of one length: sorted keys, counts, and the share that falls to shorter contexts."""

    keys: Ints
    counts: Ints
    logp: Floats


def _texts(data: Path) -> Iterator[str]:
    for name in ("articles.jsonl.gz", "gazette-docs.jsonl.gz"):
        with gzip.open(data / "legal-articles" / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield unicodedata.normalize("NFC", json.loads(line)["text"])
    with gzip.open(data / "parallel-en-vi" / "train.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield unicodedata.normalize("NFC", line.split("\t")[1])


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words to keep, and for each how often it is capitalised or upper-case within mixed lines."""

    words: list[str]
    capital: Floats
    upper: Floats
    forms: list[str]
    """Words that are mostly written with capitals in odd places ("TTg", "BGDĐT")."""


def _vocabulary(data: Path) -> Vocabulary:
    counts: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    mixed_forms: Counter[str] = Counter()
    for text in _texts(data):
        before = "."
        for line in text.split("\n"):
            mixed = not line.isupper()
            for token in word_tokens(line):
                if token[0].isalpha():
                    word = token.lower()
                    counts[word] += 1
                    if not (token.islower() or token.isupper() or token.istitle()):
                        mixed_forms[token] += 1
                    if mixed:
                        upper[word] += len(token) > 1 and token.isupper()
                        capital[word] += before.isalpha() and token[0].isupper() and not token[1:].isupper()
                before = token
    words = [
        word
        for word, count in counts.most_common()
        if len(word) <= 12 and count >= (MIN_SYLLABLE if is_syllable(word) else MIN_OTHER)
    ]
    known = set(words)
    return Vocabulary(
        words,
        np.array([capital[word] / counts[word] for word in words]),
        np.array([upper[word] / counts[word] for word in words]),
        sorted(
            form
            for form, n in mixed_forms.items()
            if form.lower() in known and n > 0.5 * counts[form.lower()]
        ),
    )


def _ids(data: Path, words: list[str]) -> Ints:
    index = {word: at + len(SPECIALS) for at, word in enumerate(words)}
    start, mark, number = SPECIALS.index("<s>"), SPECIALS.index("<p>"), SPECIALS.index("<num>")
    found: list[int] = []
    for text in _texts(data):
        for line in text.split("\n"):
            found.append(start)
            for token in word_tokens(line):
                if token[0].isalpha():
                    found.append(index.get(token.lower(), 0))
                else:
                    found.append(number if token[0].isdigit() else mark)
    return np.array(found, dtype=np.int64)


def _log_interpolated(keys: Ints, counts: Ints, lower: Floats) -> Floats:
    """Log of (c - D)/total + D * distinct/total * lower, per key; the context is all but the last word."""
    _, at = np.unique(keys >> BITS, return_inverse=True)
    total = np.bincount(at, weights=counts)[at]
    distinct = np.bincount(at)[at]
    return np.asarray(np.log((counts - DISCOUNT + DISCOUNT * distinct * np.exp(lower)) / total))


def _back_off(kept: Order, lower: Floats, contexts: Ints) -> Floats:
    """What is left for unseen words after each context, over what shorter contexts would give them."""
    at = np.searchsorted(contexts, kept.keys >> BITS)
    seen = np.bincount(at, weights=np.exp(kept.logp), minlength=len(contexts))
    below = np.bincount(at, weights=np.exp(lower), minlength=len(contexts))
    return np.asarray(np.log(np.clip(1 - seen, 1e-4, 1) / np.clip(1 - below, 1e-4, 1)))


def _quantised(values: Floats) -> NDArray[np.uint8]:
    return np.clip(np.rint(-values / STEP), 0, 255).astype(np.uint8)


def _deltas(keys: Ints) -> dict[str, NDArray[np.uint8]]:
    """Sorted keys as byte planes of their differences: small, and quick to sum up again."""
    steps = np.diff(keys, prepend=0)
    return {str(plane): (steps >> (8 * plane) & 255).astype(np.uint8) for plane in range(5)}


def _orders(ids: Ints, size: int) -> tuple[Floats, Order, Order]:
    unigrams = np.bincount(ids, minlength=size)
    log_one: Floats = np.log((unigrams + 0.5) / (unigrams.sum() + 0.5 * size))
    keys, counts = np.unique(ids[:-1] << BITS | ids[1:], return_counts=True)
    two = Order(keys, counts, _log_interpolated(keys, counts, log_one[keys & ((1 << BITS) - 1)]))
    keys, counts = np.unique(ids[:-2] << 2 * BITS | ids[1:-1] << BITS | ids[2:], return_counts=True)
    lower = two.logp[np.searchsorted(two.keys, keys & ((1 << 2 * BITS) - 1))]
    return log_one, two, Order(keys, counts, _log_interpolated(keys, counts, lower))


def _pruned(order: Order, least: int) -> Order:
    keep = order.counts >= least
    return Order(order.keys[keep], order.counts[keep], order.logp[keep])


def train(data: Path, target: Path) -> dict[str, int]:
    """Read the texts under ``data`` (the folder ../shared/data), write the model to ``target``; return its sizes."""
    vocabulary = _vocabulary(data)
    words = vocabulary.words
    size = len(words) + len(SPECIALS)
    ids = _ids(data, words)
    log_one, all_two, all_three = _orders(ids, size)
    two = _pruned(all_two, MIN_BIGRAM)
    three = _pruned(all_three, MIN_TRIGRAM)
    # Every trigram's context and tail must itself be a kept bigram.
    tail, head = three.keys & ((1 << 2 * BITS) - 1), three.keys >> BITS
    known = np.isin(tail, two.keys) & np.isin(head, two.keys)
    three = Order(three.keys[known], three.counts[known], three.logp[known])
    bo_one = _back_off(two, log_one[two.keys & ((1 << BITS) - 1)], np.arange(size))
    lower = two.logp[np.searchsorted(two.keys, three.keys & ((1 << 2 * BITS) - 1))]
    bo_two = _back_off(three, lower, two.keys)
    with target.open("wb") as out:
        np.savez_compressed(
            out,
            allow_pickle=False,
            words=np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
            forms=np.frombuffer("\n".join(vocabulary.forms).encode(), dtype=np.uint8),
            capital=np.rint(vocabulary.capital * 255).astype(np.uint8),
            upper=np.rint(vocabulary.upper * 255).astype(np.uint8),
            one=_quantised(log_one),
            bo_one=_quantised(np.minimum(bo_one, 0)),
            two=_quantised(two.logp),
            bo_two=_quantised(np.minimum(bo_two, 0)),
            three=_quantised(three.logp),
            **{f"keys_two_{plane}": values for plane, values in _deltas(two.keys).items()},
            **{f"keys_three_{plane}": values for plane, values in _deltas(three.keys).items()},
        )
    return {"tokens": len(ids), "words": len(words), "bigrams": len(two.keys), "trigrams": len(three.keys)}


def main() -> None:
    """Command line: the folder ../shared/data, the file to write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("target", type=Path)
    chosen = parser.parse_args()
    print(train(chosen.data, chosen.target), chosen.target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
