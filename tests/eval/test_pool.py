"""A pool ranks as the library does; a part that is left out is really out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from eval.pool import Pool
from eval.systems import asks, reader_of, systems_of
from eval.tasks import holds, passage
from vectorstore.embedder import Vectors

TEXTS = (
    "Thanh tra tỉnh tổng hợp báo cáo giải quyết khiếu nại.",
    "Sở Tài chính bố trí kinh phí cho trường học.",
    "Sở Y tế tiêm chủng cho trẻ em.",
)


class LengthEmbedder:
    """Two numbers a text: enough to be a space, useless to search by."""

    name = "length"
    dimensions = 2

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        vectors = np.array([[1.0, len(text)] for text in texts], np.float32)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)

    def encode_query(self, text: str) -> Vectors:
        vector: Vectors = self.encode_passages([text])[0]
        return vector


@pytest.fixture
def pool(tmp_path: Path) -> Pool:
    passages = [passage(at, text) for at, text in enumerate(TEXTS)]
    return Pool(passages, LengthEmbedder(), tmp_path, words={key: "" for key, _ in passages})


@pytest.mark.parametrize("question", ["ai tổng hợp báo cáo khiếu nại?", "ai tong hop bao cao khieu nai"])
def test_whole_search_finds_the_passage(pool: Pool, question: str) -> None:
    passages = [passage(at, text) for at, text in enumerate(TEXTS)]
    assert asks(pool, reader_of(passages))(question)[0] == (1, 0)


def test_every_system_ranks(pool: Pool) -> None:
    passages = [passage(at, text) for at, text in enumerate(TEXTS)]
    systems = systems_of(pool, reader_of(passages), plans=False)
    names = [system.name for system in systems]
    assert "our search" in names and "  without routing" in names and "  without plan boosts" not in names
    assert all(set(system.ranker("khiếu nại")) <= set(pool.matrix.keys) for system in systems)


def test_marks_matter_without_routing(pool: Pool) -> None:
    ranker = pool.words("syllables", str.split)
    assert ranker("khieu nai") == [] and ranker("khiếu nại")[0] == (1, 0)


def test_a_cut_quote_is_held_by_its_greater_part() -> None:
    quote = "Thanh tra tỉnh tổng hợp báo cáo giải quyết khiếu nại và tố cáo của công dân"
    assert holds("Thanh tra tỉnh tổng hợp báo cáo giải quyết khiếu nại và", quote)
    assert not holds("tố cáo của công dân", quote)
