"""One thing with two stretches of years in a plan: both places are told where a question doubts that they agree."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 64/KH-UBND
Sơn Hà, ngày 12 tháng 01 năm 2036

KẾ HOẠCH
Trồng sâm tỉnh Sơn Hà giai đoạn 2036 - 2040

I. MỤC TIÊU
1. Góp phần hoàn thành nhiệm vụ kinh tế - xã hội năm 2036 và kế hoạch 05 năm (2036 - 2040).
2. Diện tích sâm đạt 300 ha.

II. GIẢI PHÁP TRỒNG SÂM TỈNH SƠN HÀ GIAI ĐOẠN 2031 - 2035
1. Chọn giống sâm sạch bệnh để hoàn thành kế hoạch 05 năm (2035 - 2040).

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Vi Văn Sao
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"sam.txt": PLAN}) as desk:
        yield desk


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "kế hoạch trồng sâm Sơn Hà giai đoạn nào, sao mục II ghi giai đoạn khác?",
            ("2036 - 2040", "2031 - 2035"),
        ),
        (
            "ke hoach trong sam Son Ha ghi giai doan nao, cac cho co lech nhau khong",
            ("2036 - 2040", "2031 - 2035"),
        ),
        (
            "kế hoạch 5 năm của Sơn Hà ghi giai đoạn nào, có khớp nhau không?",
            ("2036 - 2040", "2035 - 2040"),
        ),
        (
            "Which period does the Sơn Hà plan on sâm cover, do the headings differ?",
            ("2036 - 2040", "2031 - 2035"),
        ),
    ],
)
def test_both_stretches_are_told_with_their_places(desk: Desk, question: str, told: tuple[str, str]) -> None:
    answer = answer_question(desk, question)
    assert all(f"**{years}**" in answer.text for years in told)
    assert len({one.quote for one in answer.citations}) == 2


def test_without_doubt_nothing_is_held_against_each_other(desk: Desk) -> None:
    answer = answer_question(desk, "kế hoạch trồng sâm Sơn Hà thực hiện giai đoạn nào?")
    assert "Hai nơi ghi khác nhau" not in answer.text
