"""Questions close to what the plans tell, and yet not told: no candidate may be told but one that says just that."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.judged.judge import barred
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import TEXTS, open_desk


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk(TEXTS) as desk:
        yield desk


def _may_be_told(desk: Desk, question: str) -> list[str]:
    weighed = weigh_question(desk, question)
    pairs = zip(weighed.candidates, weighed.rows, strict=True)
    return [
        "\n".join(s.text for s in candidate.statements)
        for candidate, row in pairs
        if not barred(row) and not any(s.refuses for s in candidate.statements)
    ]


@pytest.mark.parametrize(
    "question",
    [
        "Sở Công Thương tỉnh Sơn Hà có bao nhiêu biên chế",
        "so cong thuong son ha co may bien che vay",
        "tập huấn nông dân hết bao nhiêu tiền",
        "trong moi 350 ha ton may ty",
        "phó chủ tịch tỉnh Sơn Hà tên gì",
        "Sở Y tế tỉnh Sơn Hà phải làm gì trong kế hoạch dược liệu",
        "hiện nay đã trồng được bao nhiêu ha cây dược liệu",
    ],
)
def test_what_is_not_told_is_not_told(desk: Desk, question: str) -> None:
    assert not _may_be_told(desk, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("trồng mới bao nhiêu ha cây dược liệu", "350 ha"),
        ("tap huan cho may luot ho nong dan", "1.200 lượt"),
        ("chủ tịch tỉnh Sơn Hà ký kế hoạch tên gì", "Lò Văn Thắng"),
        ("Sở Công Thương phải làm gì trong kế hoạch dược liệu", "xúc tiến tiêu thụ"),
        ("thực hiện trồng mới bao nhiêu ha cây dược liệu", "350 ha"),
        ("phát hiện đại vùng trồng dược liệu thì trồng mới bao nhiêu ha", "350 ha"),
    ],
)
def test_what_is_told_may_be_told(desk: Desk, question: str, told: str) -> None:
    assert any(told in text for text in _may_be_told(desk, question))
