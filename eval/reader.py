"""`python -m eval.reader`: which line of a passage answers a question, by the reader, by BM25 and by the embedding.

The questions are those of the training file whose documents were set aside; none of them was trained on. 440 lines of
text are read a second, so a share of the questions is asked.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from vectorstore.embedder import load_embedder
from vectorstore.reader import Text, load_reader
from vectorstore.training.reader.questions import Question, read_questions
from vectorstore.training.reader.texts import read_texts

__all__ = ["bm25", "first_right"]

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
ASKED = 600
Scorer = Callable[[Question], Sequence[float]]


def bm25(question: Sequence[str], lines: Sequence[Sequence[str]]) -> list[float]:
    """Scores of the lines among themselves (Robertson and Zaragoza 2009, k1 1.2, b 0.75).

    >>> scores = bm25(["hồ", "sơ"], [["hồ", "sơ", "gốc"], ["kinh", "phí"]])
    >>> scores[0] > scores[1] == 0.0
    True
    """
    length = sum(map(len, lines)) / len(lines)
    having = Counter(word for line in lines for word in set(line))
    found = []
    for line in lines:
        times = Counter(line)
        share = 1.2 * (0.25 + 0.75 * len(line) / length)
        found.append(
            sum(
                math.log(1 + (len(lines) - having[word] + 0.5) / (having[word] + 0.5))
                * times[word]
                * 2.2
                / (times[word] + share)
                for word in set(question)
            )
        )
    return found


def first_right(questions: Sequence[Question], scorer: Scorer) -> float:
    """The share of the questions whose best line is right."""
    right = 0
    for one in questions:
        scores = scorer(one)
        right += one.right[max(range(len(scores)), key=scores.__getitem__)]
    return right / len(questions)


def main() -> None:
    """Print the three shares."""
    if not SHARED.is_dir():
        raise SystemExit(f"Not measured: {SHARED} is absent.")
    told = [one for one in read_questions(read_texts(SHARED)) if one.aside and any(one.right)]
    asked = random.Random(0).sample(told, min(ASKED, len(told)))
    reader, embedder = load_reader(), load_embedder()

    def read(one: Question) -> list[float]:
        return reader.scores(one.words, [Text(line, one.title) for line in one.lines])

    def counted(one: Question) -> list[float]:
        return bm25(one.words.lower().split(), [line.lower().split() for line in one.lines])

    def embedded(one: Question) -> list[float]:
        vectors = embedder.encode_passages([f"{one.title}. {line}" for line in one.lines])
        return [float(score) for score in vectors @ embedder.encode_query(one.words)]

    sys.stdout.write(
        f"{len(asked)} of {len(told)} questions, best of {sum(len(o.lines) for o in asked) / len(asked):.0f} lines right\n"
    )
    for name, scorer in (("BM25", counted), ("embedding", embedded), ("reader", read)):
        sys.stdout.write(f"{name:10} {first_right(asked, scorer):.1%}\n")


if __name__ == "__main__":
    main()
