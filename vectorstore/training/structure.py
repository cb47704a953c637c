"""Rows that share, by a fixed sparse matrix that is multiplied in once at the end.

A compound is its own row and half of each syllable's; a form without marks is mostly the mean of the forms
that it may stand for.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import scipy.sparse as sparse
from tokenizers import Tokenizer

from ingest.spelling import undiacritise
from vectorstore.training.vocabulary import MARK, Vocabulary

__all__ = ["folding", "sharing", "unmarked_rows"]

SYLLABLE_SHARE = 0.5
OWN_ENGLISH = 30
"""A sighting on the English side speaks this much more for a word of its own ("the", "plan")."""
FOLD = 0.7


def _twins(tokenizer: Tokenizer, vocabulary: Vocabulary) -> dict[int, list[tuple[int, int]]]:
    """For each form without marks: the marked forms behind it and how often they occur."""
    pieces: dict[str, int] = tokenizer.get_vocab()
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for piece, at in sorted(pieces.items()):
        bare = undiacritise(piece)
        if bare != piece and bare in pieces and len(piece) > 2 and piece.startswith(MARK):
            word = piece[1:].replace(MARK, " ")
            count = vocabulary.vietnamese.get(word, 0) or vocabulary.compounds.get(word, 0)
            found[pieces[bare]].append((at, count))
    return {bare: forms for bare, forms in found.items() if sum(count for _, count in forms)}


def unmarked_rows(tokenizer: Tokenizer, vocabulary: Vocabulary) -> set[int]:
    """Rows of forms without marks that stand for marked ones."""
    return set(_twins(tokenizer, vocabulary))


def sharing(tokenizer: Tokenizer, vocabulary: Vocabulary) -> sparse.csr_matrix:
    """The matrix that makes effective rows of free rows."""
    pieces: dict[str, int] = tokenizer.get_vocab()
    size = tokenizer.get_vocab_size()
    rows: list[dict[int, float]] = [{at: 1.0} for at in range(size)]
    for piece, at in pieces.items():
        parts = piece[1:].split(MARK) if piece.startswith(MARK) else []
        for part in parts if len(parts) > 1 else ():
            if (syllable := pieces.get(MARK + part)) is not None:
                rows[at][syllable] = rows[at].get(syllable, 0.0) + SYLLABLE_SHARE
    names = {at: piece for piece, at in pieces.items()}
    marked = [dict(row) for row in rows]
    for bare, forms in _twins(tokenizer, vocabulary).items():
        word = names[bare][1:].replace(MARK, " ")
        total = sum(count for _, count in forms)
        own = vocabulary.vietnamese.get(word, 0) + OWN_ENGLISH * vocabulary.english.get(word, 0)
        fold = 0.8 * total / (total + own * 3)
        kept = {bare: 1.0} if " " in word else marked[bare]
        row = {at: share * (1 - fold * 0.5) for at, share in kept.items()}
        for form, count in forms:
            for at, share in marked[form].items():
                row[at] = row.get(at, 0.0) + fold * count / total * share
        rows[bare] = row
    return _matrix(rows, size)


def folding(tokenizer: Tokenizer, vocabulary: Vocabulary, share: float = FOLD) -> sparse.csr_matrix:
    """The matrix that folds finished rows: without marks = own part + ``share`` of the marked forms' mean."""
    names = {at: piece for piece, at in tokenizer.get_vocab().items()}
    rows: list[dict[int, float]] = [{at: 1.0} for at in range(tokenizer.get_vocab_size())]
    for bare, forms in _twins(tokenizer, vocabulary).items():
        word = names[bare][1:].replace(MARK, " ")
        total = sum(count for _, count in forms)
        own = vocabulary.vietnamese.get(word, 0) + OWN_ENGLISH * vocabulary.english.get(word, 0)
        fold = share * total / (total + own * 3)
        rows[bare] = {bare: 1 - fold}
        for form, count in forms:
            rows[bare][form] = rows[bare].get(form, 0.0) + fold * count / total
    return _matrix(rows, len(rows))


def _matrix(rows: list[dict[int, float]], size: int) -> sparse.csr_matrix:
    places = [(at, other, share) for at, row in enumerate(rows) for other, share in row.items()]
    left, right, values = (np.array(column) for column in zip(*places, strict=True))
    return sparse.csr_matrix((values.astype(np.float32), (left, right)), shape=(size, size))
