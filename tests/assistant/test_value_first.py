"""A question for one sum or number is told it first, whatever words beside it the plan does not say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.evidence.counted_nouns import asked_unit
from assistant.ask import answer_question
from assistant.question.understand import understand
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

TEXT = """ỦY BAN NHÂN DÂN
XÃ SUỐI BẠC
Số: 18/KH-UBND
Suối Bạc, ngày 02 tháng 3 năm 2031

KẾ HOẠCH
Giảm nghèo và hỗ trợ học tập xã Suối Bạc năm 2031

I. MỤC TIÊU
1. Kinh tế hộ
a) Tỷ trọng kinh tế hộ đạt 18% tổng thu nhập; phấn đấu đến năm 2035 đạt 25%.
b) Trên 60% hộ ký hợp đồng bao tiêu.
2. Hộ có nước sạch:
- Đạt từ 90% trở lên.

II. CHÍNH SÁCH
1. Hỗ trợ học phí: bằng 100% mức thu học phí đối với học sinh thuộc hộ nghèo; bằng 70% mức thu đối với học sinh thuộc hộ cận nghèo.
2. Hỗ trợ tiền ăn trưa: 200.000 đồng/trẻ/tháng đối với trẻ mẫu giáo; 250.000 đồng/học sinh/tháng đối với học sinh trung học cơ sở. Thời gian hỗ trợ không quá 9 tháng/năm học.

III. KINH PHÍ
Tổng kinh phí là 5.640 triệu đồng. Trong đó:
- Ngân sách trung ương: 3.800 triệu đồng;
- Ngân sách tỉnh: 1.500 triệu đồng;
- Ngân sách xã: 340 triệu đồng.
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"xa-suoi-bac.txt": TEXT}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Ngân sách xã Suối Bạc chi cho giảm nghèo bao nhiêu?", "340 triệu đồng"),
        ("Ngân sách xã bố trí bao nhiêu cho giảm nghèo Suối Bạc?", "340 triệu đồng"),
        ("Ngân sách tỉnh dành bao nhiêu cho giảm nghèo?", "1.500 triệu đồng"),
        ("Học sinh cận nghèo được hỗ trợ học phí bao nhiêu?", "70%"),
        ("Trẻ mẫu giáo được hỗ trợ ăn trưa bao nhiêu một tháng?", "200.000 đồng"),
        ("Học sinh trung học cơ sở được hỗ trợ tiền ăn trưa bao nhiêu?", "250.000 đồng"),
        ("Tỷ trọng kinh tế hộ năm 2031?", "18%"),
    ],
)
def test_the_number_asked_for_is_told_first(desk: Desk, question: str, told: str) -> None:
    answer = answer_question(desk, question)
    short = answer.text.partition("[1]")[0]
    assert answer.status == "answered" and f"**{told}" in short, answer.text


@pytest.mark.parametrize(
    ("question", "nouns"),
    [
        ("xã bố trí bao nhiêu cho giảm nghèo?", ()),
        ("trẻ được hỗ trợ bao nhiêu một tháng?", ()),
        ("xã có bao nhiêu hộ?", ("ho",)),
    ],
)
def test_what_is_counted_is_a_noun(desk: Desk, question: str, nouns: tuple[str, ...]) -> None:
    assert asked_unit(understand(question, desk.context())) == nouns


def test_what_leads_in_a_number_is_not_told_behind_it(desk: Desk) -> None:
    text = answer_question(desk, "Hỗ trợ tiền ăn trưa bao nhiêu?").text
    assert "200.000 đồng/trẻ/tháng" in text and "tháng Hỗ trợ" not in text, text


def test_a_number_told_without_its_subject_is_told(desk: Desk) -> None:
    answer = answer_question(desk, "Bao nhiêu % hộ có nước sạch?")
    assert "90%" in answer.text, answer.text
