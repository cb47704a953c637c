"""How well rows find what they never saw: articles and sentence pairs set aside, to choose recipes by.

The measures of the final table (XQuAD, Zalo's test half, FLORES, Tatoeba, the plans' test half) are not
touched here.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from ingest.spelling import undiacritise
from vectorstore.training.corpus import Corpus

__all__ = ["embed", "ndcg", "probe"]

Floats = npt.NDArray[np.float32]
OTHER_PASSAGES = 15_000
TOP = 10


def embed(rows: Floats, tokenizer: Tokenizer, texts: Sequence[str]) -> Floats:
    """Unit vectors of texts: the mean of their rows."""
    out = np.zeros((len(texts), rows.shape[1]), np.float32)
    for at, encoding in enumerate(tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)):
        if encoding.ids:
            out[at] = rows[encoding.ids].mean(axis=0)
    return np.asarray(out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def ndcg(scores: Floats, right: Sequence[int]) -> float:
    """Mean nDCG@10 where each question has one right passage.

    >>> ndcg(np.array([[0.9, 0.1], [0.8, 0.2]], np.float32), [0, 1])
    0.8154648767857288
    """
    best = scores[np.arange(len(right)), right]
    places = (scores > best[:, None]).sum(axis=1)
    return float(np.where(places < TOP, 1 / np.log2(places + 2), 0).mean())


def probe(rows: Floats, tokenizer: Tokenizer, corpus: Corpus) -> dict[str, float]:
    """nDCG@10 of titles among passages (with and without marks) and of sentences in the other language."""
    titles, passages = zip(*corpus.articles_aside, strict=True)
    step = max(1, len(corpus.chunks) // OTHER_PASSAGES)
    pool = embed(rows, tokenizer, [*passages, *corpus.chunks[::step]])
    english, vietnamese = zip(*corpus.parallel_aside, strict=True)
    en, vi = embed(rows, tokenizer, english), embed(rows, tokenizer, vietnamese)
    places = range(len(titles))
    return {
        "titles": ndcg(embed(rows, tokenizer, titles) @ pool.T, places),
        "titles without marks": ndcg(
            embed(rows, tokenizer, list(map(undiacritise, titles))) @ pool.T, places
        ),
        "en to vi": ndcg(en @ vi.T, range(len(en))),
        "vi to en": ndcg(vi @ en.T, range(len(en))),
    }
