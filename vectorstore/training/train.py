"""Make the bundled embedding model from the shared data, start to end, on one core.

    python -m vectorstore.training.train --data ../shared/data --out vectorstore/model

Prints how the rows do on what was set aside. Same data, versions and seed: same weights on one machine
(sums of floats may differ in the last digits on another). The teacher's vectors are kept in the work folder.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from vectorstore.training.batches import tokenize_pairs
from vectorstore.training.corpus import Corpus, read_corpus
from vectorstore.training.export import export
from vectorstore.training.grow import grow
from vectorstore.training.learning import Recipe, learn
from vectorstore.training.pairs import Translator, make_pairs
from vectorstore.training.probe import probe
from vectorstore.training.structure import folding, sharing, unmarked_rows
from vectorstore.training.teacher import teach, teacher_words
from vectorstore.training.vocabulary import build_tokenizer, count_words

__all__ = ["train"]


def _told(what: str, since: float) -> None:
    print(f"{time.perf_counter() - since:7.0f} s  {what}", flush=True)


def train(
    data: Path, work: Path, recipe: Recipe
) -> tuple[np.ndarray[tuple[int, int], np.dtype[np.float32]], Tokenizer, Corpus]:
    """Read, count, pair, teach, learn; return the rows, their tokenizer and what they were learnt from."""
    start = time.perf_counter()
    work.mkdir(parents=True, exist_ok=True)
    corpus = read_corpus(data)
    _told(f"{len(corpus.chunks):,} passages, {len(corpus.parallel):,} sentence pairs", start)
    vocabulary = count_words(corpus)
    tokenizer = build_tokenizer(vocabulary, teacher_words())
    _told(f"{tokenizer.get_vocab_size():,} words and pieces of words", start)
    pairs = make_pairs(corpus, Translator(corpus, tokenizer))
    _told(f"{len(pairs.questions):,} training pairs", start)
    teaching = teach(corpus, vocabulary, tokenizer, work)
    _told("the teacher has spoken", start)
    rows = learn(
        recipe,
        tokenize_pairs(tokenizer, pairs),
        sharing(tokenizer, vocabulary),
        teaching,
        teaching.taught(pairs),
    )
    _told(f"{recipe.steps:,} batches of {recipe.batch:,} pairs", start)
    folded = np.asarray(folding(tokenizer, vocabulary) @ rows, dtype=np.float32)
    grown = grow(folded, teaching, unmarked_rows(tokenizer, vocabulary))
    return np.ascontiguousarray(grown[:, : recipe.kept]), tokenizer, corpus


def main() -> None:
    """Read the command line, train, export and print the measures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="the shared data folder")
    parser.add_argument("--out", type=Path, required=True, help="where the model is written")
    parser.add_argument(
        "--work", type=Path, default=Path(".kehoach/training"), help="keeps the teacher's vectors"
    )
    parser.add_argument("--threads", type=int, default=1)
    for name, value in asdict(Recipe()).items():
        if isinstance(value, int | float):
            parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    parser.add_argument("--cuts", type=int, nargs="*", default=Recipe().cuts)
    told = parser.parse_args()
    torch.set_num_threads(told.threads)
    recipe = Recipe(**{name: getattr(told, name) for name in asdict(Recipe())} | {"cuts": tuple(told.cuts)})
    print(recipe)
    rows, tokenizer, corpus = train(told.data, told.work, recipe)
    for name, score in probe(rows, tokenizer, corpus).items():
        print(f"{name:24s} nDCG@10 {score:.3f}")
    print(f"{export(rows, tokenizer, told.out):,} bytes in {told.out}")


if __name__ == "__main__":
    main()
