"""The reader tells which text answers; its training is run whole, on a very small scale."""

from __future__ import annotations

import numpy as np
import pytest

from vectorstore.reader import LONGEST, PAD, Text, arrange, load_reader
from vectorstore.training.reader.__main__ import Recipe, train
from vectorstore.training.reader.draws import draws
from vectorstore.training.reader.export import export
from vectorstore.training.reader.lessons import Lesson, _thin
from vectorstore.training.reader.network import Network, Size, of_fewer_layers
from vectorstore.training.reader.questions import Question
from vectorstore.training.reader.texts import Texts, lines_of, train_tokenizer

LINES = (
    "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan tổng hợp kết quả thực hiện.",
    "Hồ sơ gửi về Trung tâm Phục vụ hành chính công trước ngày 15 tháng 11.",
    "Kinh phí thực hiện do ngân sách tỉnh bảo đảm.",
    "Khen thưởng tập thể, cá nhân có thành tích xuất sắc.",
)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("tiền lấy ở đâu ra?", 2),
        ("nộp giấy tờ chỗ nào?", 1),
        ("cơ quan nào gom số liệu báo cáo?", 0),
        ("ai làm tốt được biểu dương không?", 3),
        ("who leads?", 0),
    ],
)
def test_other_words_find_the_line(question: str, line: int) -> None:
    scores = load_reader().scores(question, [Text(text) for text in LINES])
    assert scores.index(max(scores)) == line


def test_scores_do_not_depend_on_what_else_is_read() -> None:
    reader = load_reader()
    alone = reader.scores("kinh phí ở đâu?", [Text(LINES[2], "TỔ CHỨC THỰC HIỆN")])[0]
    among = reader.scores("kinh phí ở đâu?", [Text(LINES[0]), Text(LINES[2], "TỔ CHỨC THỰC HIỆN")])[1]
    assert among == pytest.approx(alone, abs=0.3)  # the bytes of a batch are scaled together


def test_long_parts_are_cut() -> None:
    ids, parts = arrange(range(10, 99), range(100, 199), range(200, 499))
    assert len(ids) == len(parts) == sum(LONGEST.values()) + 4
    assert ids[LONGEST["question"] + 2] == 199 - LONGEST["context"], "the nearest headings are kept"
    assert PAD not in ids


def test_empty_words_are_read() -> None:
    assert len(load_reader().scores("", [Text(""), Text("", "A")])) == 2


def some_texts() -> Texts:
    articles = {
        str(n): (f"Trách nhiệm của cơ quan thứ {n}", " ".join(LINES) + f" Điều {n}.") for n in range(40)
    }
    return Texts(articles, {"g": "\n".join(LINES)}, [("The lead agency", "Cơ quan chủ trì")] * 40)


def test_all_lessons_at_small_scale(tmp_path) -> None:
    texts = some_texts()
    tokenizer = train_tokenizer([text for one in texts.articles.values() for text in one] * 3, 300)
    questions = [
        Question("tiền lấy ở đâu?", "t", LINES, (False, False, True, False), aside=n % 3 == 0)
        for n in range(12)
    ]
    recipe = Recipe(64, 2, 1.0, 1.0, 1, (0,), 0.5, 0.5, 1, 1)
    network = train(texts, tokenizer, questions, recipe)
    assert network.size.layers == 1
    assert export(network, tokenizer, tmp_path) == (tmp_path / "reader.onnx").stat().st_size
    scores = load_reader(tmp_path).scores("tiền lấy ở đâu?", [Text(line) for line in LINES])
    assert np.isfinite(scores).all()


def test_the_first_of_a_draw_is_its_own() -> None:
    texts = some_texts()
    tokenizer = train_tokenizer([text for one in texts.articles.values() for text in one], 300)
    drawn = draws(tokenizer, texts, np.random.default_rng(3))
    for _ in range(30):
        rows = next(drawn)
        assert len(rows) == 8
        assert all(len(ids) == len(parts) for ids, parts in rows)


def test_fewer_layers_are_the_kept_ones() -> None:
    large = Network(Size(50, 3, 64))
    small = of_fewer_layers(large, (2,))
    kept = small.bert.encoder.layer[0].output.dense.weight
    assert kept.equal(large.bert.encoder.layer[2].output.dense.weight)


def test_right_lines_stay_when_a_passage_is_thinned() -> None:
    import random

    rows = [([n], [0]) for n in range(30)]
    lesson = Lesson(rows, [n == 17 for n in range(30)], [float(n) for n in range(30)])
    thin = _thin(lesson, random.Random(0))
    assert thin.rows[thin.right.index(True)] == ([17], [0])
    assert thin.taught[thin.right.index(True)] == 17.0
    assert len(thin.rows) == 10


def test_lines_are_sentences_and_items() -> None:
    text = "a) Lập hồ sơ; Gửi báo cáo.\n\nb) Lưu trữ hồ sơ\nab"
    assert lines_of(text) == ["a) Lập hồ sơ;", "Gửi báo cáo.", "b) Lưu trữ hồ sơ"]
