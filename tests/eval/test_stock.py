"""A slow model's vectors are read once and kept; the rate counts only what was really read."""

from __future__ import annotations

from pathlib import Path

import pytest
from langchain_core.embeddings import Embeddings

from eval.stock import RememberedEmbeddings
from eval.tasks import Asked, Task, passage


class Counting(Embeddings):
    """Two numbers a text, and how many texts were read."""

    read = 0

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.read += len(texts)
        return [[1.0, float(len(text))] for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


def test_what_was_read_is_kept(tmp_path: Path) -> None:
    model, file = Counting(), tmp_path / "eval" / "minilm.npz"
    first = RememberedEmbeddings(model, file)
    assert first.embed_documents(["kế hoạch", "báo cáo", "kế hoạch"]) == [[1, 8], [1, 7], [1, 8]]
    assert (model.read, first.texts) == (2, 2)
    assert first.embed_query("hạn nộp") == [1, 7] and first.texts == 2
    again = RememberedEmbeddings(model, file)
    assert again.embed_documents(["báo cáo"]) == [[1, 7]] and again.embed_query("hạn nộp") == [1, 7]
    assert (model.read, again.texts) == (3, 2)


@pytest.mark.parametrize(("most", "asked"), [(1, 1), (5, 2)])
def test_a_sample_of_questions(most: int, asked: int) -> None:
    questions = tuple(Asked(text, frozenset({(1, 0)})) for text in ("một", "hai"))
    task = Task("t", "p", (passage(0, "văn bản"),), questions)
    assert len(task.sampled(most).questions) == asked and task.sampled(most) == task.sampled(most)
