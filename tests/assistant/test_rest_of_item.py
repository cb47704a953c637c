"""A question that asks for several things is told the rest of the item in which its answer stands, word for word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

PLAN = """ỦY BAN NHÂN DÂN
TỈNH NẬM SƠN
Số: 15/KH-UBND
Nậm Sơn, ngày 05 tháng 3 năm 2031

KẾ HOẠCH
Bảo đảm an toàn hồ chứa năm 2031

I. NHIỆM VỤ
1. Tổ chức 01 cuộc diễn tập xử lý sự cố hồ chứa tại xã Bản Mờ, hoàn thành trong tháng 7/2031. Sở Nông nghiệp và Môi trường chủ trì; Công an tỉnh, UBND xã Bản Mờ phối hợp.
2. Rà soát 18 hồ chứa xuống cấp, hoàn thành trước ngày 30/4/2031.

II. KINH PHÍ
1. Tổng kinh phí dự kiến 8.650 triệu đồng. Trong đó ngân sách tỉnh 6.200 triệu đồng, xã hội hóa 2.450 triệu đồng.
2. Kinh phí được giao trong dự toán hằng năm của các cơ quan, đơn vị.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Mùa Thị Dở
"""
CASES = [
    (
        "diễn tập sự cố hồ chứa ở đâu, tháng mấy, ai phối hợp?",
        ["xã Bản Mờ", "tháng 7/2031", "Công an tỉnh, UBND xã Bản Mờ phối hợp"],
        "30/4/2031",
    ),
    ("tổng kinh phí bao nhiêu, tách theo nguồn thế nào?", ["8.650", "6.200", "2.450"], "diễn tập"),
]

IN_TURN = [
    ("diễn tập sự cố hồ chứa xong trước tháng nào? Phải rà soát bao nhiêu hồ chứa xuống cấp?", ["tháng 7/2031", "**18 hồ"]),
    ("rà soát bao nhiêu hồ chứa xuống cấp, tổng kinh phí dự kiến là bao nhiêu?", ["18 hồ chứa", "8.650 triệu"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"nam-son.txt": PLAN}) as desk:
        yield desk


@pytest.mark.parametrize(("question", "says", "not_says"), CASES, ids=[case[0] for case in CASES])
def test_several_things_are_told_together(desk: Desk, question: str, says: list[str], not_says: str) -> None:
    answer = answer_question(desk, question)
    assert all(words in answer.text for words in says), answer.text
    assert not_says not in answer.text


@pytest.mark.parametrize(("question", "says"), IN_TURN, ids=[case[0] for case in IN_TURN])
def test_what_stands_in_two_places_is_told_from_both(desk: Desk, question: str, says: list[str]) -> None:
    answer = answer_question(desk, question)
    assert all(words in answer.text for words in says), answer.text


def test_one_thing_asked_is_told_alone(desk: Desk) -> None:
    answer = answer_question(desk, "diễn tập sự cố hồ chứa xong trước tháng nào?")
    assert "tháng 7/2031" in answer.text
    assert "phối hợp" not in answer.text
