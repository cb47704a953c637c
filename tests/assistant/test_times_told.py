"""Which time is told where a sentence has several: a stretch whole, a clause's own day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

SCHOOL = """ỦY BAN NHÂN DÂN XÃ SUỐI BẠC
TRƯỜNG TIỂU HỌC SUỐI BẠC
Số: 21/KH-TH
Suối Bạc, ngày 05 tháng 9 năm 2031

KẾ HOẠCH
Phòng chống cháy rừng quanh trường năm học 2031 - 2032

Thực hiện Kế hoạch số 31/KH-UBND ngày 12/01/2031 của UBND xã, nhà trường ban hành Kế hoạch như sau:

I. YÊU CẦU
1. Mùa hanh được tính từ ngày 15 tháng 10 năm trước đến ngày 31 tháng 3 năm sau.
2. Đám cháy được phát hiện và có lực lượng tại chỗ tới trong vòng 15 phút.

II. TỔ CHỨC THỰC HIỆN
1. Tổ văn phòng báo cáo Phòng Kinh tế xã kết quả trực rừng cuối học kỳ I (trước ngày 12/01/2032) và cuối năm học (trước ngày 28/5/2032).
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"truong.txt": SCHOOL}) as opened:
        yield opened


@pytest.mark.parametrize(
    "question, told, not_told",
    [
        (
            "mùa hanh tính từ tháng nào đến tháng nào?",
            "**từ ngày 15 tháng 10 năm trước đến ngày 31 tháng 3 năm sau**",
            "**ngày 31 tháng 3 năm sau**",
        ),
        ("đám cháy thì lực lượng tại chỗ phải tới trong bao lâu?", "**trong vòng 15 phút**", "**trước ngày"),
        ("tổ văn phòng báo cáo học kỳ I hạn nào?", "**trước ngày 12/01/2032**", "**trước ngày 28/5/2032**"),
        (
            "tổ văn phòng báo cáo cuối năm học hạn nào?",
            "**trước ngày 28/5/2032**",
            "**trước ngày 12/01/2032**",
        ),
    ],
)
def test_the_time_of_its_own_clause(desk: Desk, question: str, told: str, not_told: str) -> None:
    text = answer_question(desk, question).text
    assert told in text and not_told not in text, text
