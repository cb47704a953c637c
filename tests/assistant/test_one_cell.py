"""The number of a row, a year and a measure is told alone: the row's other numbers stand in the quote only."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 61/KH-UBND
Sơn Hà, ngày 12 tháng 01 năm 2031

KẾ HOẠCH
Xuất khẩu nông sản giai đoạn 2031 - 2033

I. MỤC TIÊU
1. Mở rộng thị trường cho nông sản của tỉnh.

II. TỔ CHỨC THỰC HIỆN
1. Sở Công Thương theo dõi, tổng hợp.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Thủ

PHỤ LỤC
MỤC TIÊU XUẤT KHẨU

| TT | Sản phẩm | Kế hoạch 2031 - Lượng (Tấn) | Kế hoạch 2031 - Giá trị (Nghìn USD) | Kế hoạch 2032 - Lượng (Tấn) | Kế hoạch 2032 - Giá trị (Nghìn USD) |
|---|---|---|---|---|---|
| 1 | Mận hậu | 3.100 | 2.450 | 3.600 | 2.980 |
| 2 | Dong riềng | 7.200 | 1.150 | 7.900 | 1.310 |
| 3 | Chè xanh | 1.020 | 4.400 | 1.080 | 4.710 |
"""

CELLS = [
    # question, the cell, another of the row
    ("Năm 2032 xuất mấy tấn mận hậu?", "3.600", "3.100"),
    ("Giá trị xuất khẩu chè xanh năm 2031 bao nhiêu nghìn USD?", "4.400", "4.710"),
    ("nam 2031 xuat khau bao nhieu tan dong rieng", "7.200", "7.900"),
    ("Dong riềng năm 2032 xuất khẩu được bao nhiêu nghìn USD?", "1.310", "1.150"),
]


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"tinh-son-ha.md": PLAN}) as opened:
        yield opened


@pytest.mark.parametrize(("question", "cell", "other"), CELLS, ids=[case[0] for case in CELLS])
def test_the_cell_asked_for_is_told_alone(desk: Desk, question: str, cell: str, other: str) -> None:
    answer = answer_question(desk, question)
    told = answer.text.partition("\n[")[0]
    assert cell in told
    assert other not in told
    assert any(other in citation.quote for citation in answer.citations)
