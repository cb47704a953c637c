"""Pairs as token numbers, and the batches drawn from them. Same pairs and seed, same batches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer
from tqdm import tqdm

from vectorstore.training.pairs import LAW, PARALLEL, Pairs

__all__ = ["Bags", "Batches", "TokenPairs", "tokenize_pairs"]

Ints = npt.NDArray[np.int64]
QUESTION_TOKENS, PASSAGE_TOKENS = 64, 128
TEXTS_AT_ONCE = 10_000
SAME_BEGINNING = 80
"""Passages whose first letters are the same are taken for the same text, never for each other's negatives."""
NEIGHBOURS = 16


@dataclass(frozen=True, slots=True)
class Bags:
    """Texts as token numbers, one after the other; text ``n`` is ``tokens[starts[n]:starts[n + 1]]``."""

    tokens: npt.NDArray[np.int32]
    starts: Ints

    def pick(self, numbers: Ints) -> tuple[Ints, Ints]:
        """The tokens of these texts and where each begins, as ``embedding_bag`` reads them.

        >>> bags = Bags(np.array([5, 6, 7], np.int32), np.array([0, 1, 3]))
        >>> [part.tolist() for part in bags.pick(np.array([1, 0]))]
        [[6, 7, 5], [0, 2]]
        """
        starts = self.starts[numbers]
        lengths = self.starts[numbers + 1] - starts
        offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        places = np.repeat(starts - offsets, lengths) + np.arange(lengths.sum())
        return self.tokens[places].astype(np.int64), offsets


@dataclass(frozen=True, slots=True)
class TokenPairs:
    """Training pairs as token numbers; ``same`` numbers the passages by their text."""

    questions: Bags
    passages: Bags
    answers: Ints
    sorts: Ints
    same: Ints


def _bags(tokenizer: Tokenizer, texts: Sequence[str], most: int, label: str) -> Bags:
    tokens: list[npt.NDArray[np.int32]] = []
    lengths = np.zeros(len(texts) + 1, dtype=np.int64)
    for start in tqdm(range(0, len(texts), TEXTS_AT_ONCE), desc=label, unit=" × 10,000"):
        batch = texts[start : start + TEXTS_AT_ONCE]
        for at, encoding in enumerate(
            tokenizer.encode_batch_fast(batch, add_special_tokens=False), start + 1
        ):
            ids = encoding.ids[:most] or [0]
            tokens.append(np.array(ids, dtype=np.int32))
            lengths[at] = len(ids)
    return Bags(np.concatenate(tokens), np.cumsum(lengths))


def tokenize_pairs(tokenizer: Tokenizer, pairs: Pairs) -> TokenPairs:
    """Number the tokens of all pairs."""
    seen: dict[str, int] = {}
    same = [seen.setdefault(text[:SAME_BEGINNING].lower(), len(seen)) for text in pairs.passages]
    return TokenPairs(
        _bags(tokenizer, pairs.questions, QUESTION_TOKENS, "questions"),
        _bags(tokenizer, pairs.passages, PASSAGE_TOKENS, "passages"),
        np.array(pairs.answers),
        np.array(pairs.sorts),
        np.array(same),
    )


class Batches:
    """Draws batches of one sort each; a part of a law batch can be blocks of neighbouring passages."""

    def __init__(self, pairs: TokenPairs, size: int, law_share: float, block_share: float, seed: int) -> None:
        self._rng = np.random.default_rng(seed)
        self._size, self._law_share, self._block = size, law_share, int(size * block_share) // NEIGHBOURS
        self._members = {sort: np.flatnonzero(pairs.sorts == sort) for sort in (LAW, PARALLEL)}
        self._left = {sort: members[:0] for sort, members in self._members.items()}
        law = self._members[LAW]
        self._in_order = law[np.argsort(pairs.answers[law], kind="stable")]

    def _draw(self, sort: int, size: int) -> Ints:
        if len(self._left[sort]) < size:
            self._left[sort] = self._rng.permutation(self._members[sort])
        drawn, self._left[sort] = self._left[sort][:size], self._left[sort][size:]
        return drawn

    def draw(self) -> tuple[int, Ints]:
        """The sort of the next batch and the numbers of its pairs."""
        if self._rng.random() >= self._law_share:
            return PARALLEL, self._draw(PARALLEL, self._size)
        if not self._block:
            return LAW, self._draw(LAW, self._size)
        near = NEIGHBOURS * 5 // 2
        starts = self._rng.integers(len(self._in_order) - near, size=self._block)
        blocks = [self._in_order[start + self._rng.permutation(near)[:NEIGHBOURS]] for start in starts]
        return LAW, np.concatenate([*blocks, self._draw(LAW, self._size - NEIGHBOURS * self._block)])
