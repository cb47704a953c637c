"""Questions that language models wrote about lines of law texts, with the lines that answer each: the reader's lessons.

``reader_questions.tsv.gz``: document, first and last line of the passage that its writer saw (half-open), the lines of
the passage that answer (from 1; 0: it does not tell), the question. The writers saw no question of ``eval`` and no plan.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from vectorstore.training.reader.texts import Texts, lines_of

__all__ = ["QUESTIONS", "Question", "read_questions"]

QUESTIONS = Path(__file__).parents[1] / "reader_questions.tsv.gz"
ASIDE = 10
"""One document in this many is set aside to measure by."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the title and the lines of the passage, and which of the lines answer it."""

    words: str
    title: str
    lines: tuple[str, ...]
    right: tuple[bool, ...]
    aside: bool


def read_questions(texts: Texts, path: Path = QUESTIONS) -> list[Question]:
    """Read the questions about the documents at hand."""
    cut: dict[str, list[str]] = {}
    found = []
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for document, first, last, answers, title, words in csv.reader(
            file, delimiter="\t", quoting=csv.QUOTE_NONE
        ):
            if document not in cut:
                text = texts.gazette.get(document) or texts.articles.get(document, ("", ""))[1]
                cut[document] = lines_of(text)
            lines = tuple(cut[document][int(first) : int(last)])
            if lines:
                right = {int(number) for number in answers.split(",")}
                aside = (
                    int(hashlib.md5(document.encode(), usedforsecurity=False).hexdigest(), 16) % ASIDE == 0
                )
                marks = tuple(number in right for number in range(1, len(lines) + 1))
                found.append(Question(words, title, lines, marks, aside))
    return found
