"""Make the reader from the shared data; a GPU wants half an hour, two cores want days.

    python -m vectorstore.training.reader --data ../shared/data --out vectorstore/reader_model

Prints how often the first line is right on the questions that were set aside.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from vectorstore.training.reader.draws import draws, numbers
from vectorstore.training.reader.export import export
from vectorstore.training.reader.lessons import (
    Lesson,
    answer_lines,
    guess_hidden,
    pick_text,
    rows_of,
    score_all,
)
from vectorstore.training.reader.network import Network, Size, of_fewer_layers
from vectorstore.training.reader.questions import Question, read_questions
from vectorstore.training.reader.texts import Texts, read_texts, train_tokenizer

__all__ = ["Recipe", "first_right", "train"]

END = 3


@dataclass(frozen=True, slots=True)
class Recipe:
    """Seconds of the lessons on texts and rounds of those on questions, of the teacher and of the pupil."""

    width: int = 384
    layers: int = 6
    hidden: float = 455.0
    picked: float = 90.0
    rounds: int = 8
    kept: tuple[int, ...] = (0, 2, 5)
    """The teacher's layers with which the pupil begins."""
    pupil_hidden: float = 70.0
    pupil_picked: float = 20.0
    pupil_rounds: int = 6
    again: int = 8
    """Rounds in which the pupil learns from itself (Furlanello et al. 2018, "Born-Again Neural Networks")."""


def _stream(tokenizer: Tokenizer, texts: Texts) -> np.ndarray:
    """All words in one row, a mark between texts."""
    every = [part for title, text in texts.articles.values() for part in (title, text)]
    every += [*texts.gazette.values(), *(part for pair in texts.pairs for part in pair)]
    return np.array([word for found in numbers(tokenizer, every) for word in (END, *found)], dtype=np.uint16)


def _lessons(tokenizer: Tokenizer, questions: Sequence[Question]) -> list[Lesson]:
    found = []
    for one in questions:
        asked, above, *lines = numbers(tokenizer, [one.words, one.title, *one.lines])
        found.append(Lesson(rows_of(asked, [(above, line) for line in lines]), list(one.right)))
    return found


def first_right(network: Network, lessons: Sequence[Lesson]) -> float:
    """Of the questions that a line answers: the share whose best line does."""
    told = [one for one in lessons if any(one.right)]
    best = [max(range(len(row)), key=row.__getitem__) for row in score_all(network, told)]
    return sum(one.right[at] for one, at in zip(told, best, strict=True)) / max(len(told), 1)


def train(texts: Texts, tokenizer: Tokenizer, questions: Sequence[Question], recipe: Recipe) -> Network:
    """Teach a network of six layers, then one of three by what the first thinks, then that by what itself thinks."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(0)
    words = _stream(tokenizer, texts)
    shown = _lessons(tokenizer, [one for one in questions if not one.aside])
    aside = _lessons(tokenizer, [one for one in questions if one.aside])
    picks = draws(tokenizer, texts, np.random.default_rng(0))

    def told(name: str, network: Network) -> None:
        print(f"{name}: best line right {first_right(network, aside):.3f} of {len(aside)}", flush=True)

    teacher = Network(Size(tokenizer.get_vocab_size(), recipe.layers, recipe.width)).to(device)
    print(f"hidden words: loss {guess_hidden(teacher, words, recipe.hidden, 1e-3):.2f}", flush=True)
    print(f"texts: right {pick_text(teacher, picks, recipe.picked, 2e-4):.3f}", flush=True)
    answer_lines(teacher, shown, recipe.rounds, 1e-4)
    told("teacher", teacher)
    pupil = of_fewer_layers(teacher, recipe.kept).to(device)
    guess_hidden(pupil, words, recipe.pupil_hidden, 5e-4)
    pick_text(pupil, picks, recipe.pupil_picked, 2e-4)
    for wise, rounds in ((teacher, recipe.pupil_rounds), (pupil, recipe.again)):
        for lesson, scores in zip(shown, score_all(wise, shown), strict=True):
            lesson.taught = scores
        answer_lines(pupil, shown, rounds, 1.5e-4)
        told("pupil", pupil)
    return pupil


def main() -> None:
    """Read the command line, train, export."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="the shared data folder")
    parser.add_argument("--out", type=Path, required=True, help="where the model is written")
    told = parser.parse_args()
    texts = read_texts(told.data)
    every = [*(part for one in texts.articles.values() for part in one), *texts.gazette.values()]
    tokenizer = train_tokenizer([*every, *(part for pair in texts.pairs for part in pair)])
    network = train(texts, tokenizer, read_questions(texts), Recipe())
    print(f"{export(network, tokenizer, told.out):,} bytes in {told.out}")


if __name__ == "__main__":
    main()
