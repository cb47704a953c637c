"""A place that has plans of its own may be a row of its province's table, too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

PROVINCE = """ỦY BAN NHÂN DÂN
TỈNH NẬM SƠN
Số: 15/KH-UBND
Nậm Sơn, ngày 05 tháng 3 năm 2031

KẾ HOẠCH
Cải tạo vườn cây năm 2031

I. MỤC TIÊU
1. Cải tạo 300 ha vườn tạp.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Mùa Thị Dở

PHỤ LỤC
VƯỜN CÂY THEO XÃ

| TT | Xã | Vườn già cỗi (vườn) | Vườn tạp | Cán bộ phụ trách |
|---|---|---|---|---|
| 1 | Xã Nậm Dẻ | 58 | 41 | Lò Văn Đôi |
| 2 | Xã Pá Sung | 30 | 22 | Vàng A Tủa |
"""
COMMUNE = """ỦY BAN NHÂN DÂN
XÃ NẬM DẺ
Số: 09/KH-UBND
Nậm Dẻ, ngày 20 tháng 3 năm 2031

KẾ HOẠCH
Cải tạo vườn cây năm 2031

I. MỤC TIÊU
1. Xã cải tạo 12 vườn tạp trong năm 2031.
2. Toàn xã Nậm Dẻ có 640 vườn, trong đó 75 vườn nhãn lâu năm.
3. Cán bộ khuyến nông xã phụ trách hướng dẫn cắt tỉa.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Giàng A Sếnh
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"tinh-nam-son.md": PROVINCE, "xa-nam-de.txt": COMMUNE}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Xã Nậm Dẻ có bao nhiêu vườn già cỗi?", "**58"),
        ("can bo phu trach xa Nam De la ai", "Lò Văn Đôi"),
        ("Xã Nậm Dẻ cải tạo bao nhiêu vườn tạp?", "**12 vườn"),  # what its own plan says
    ],
)
def test_a_column_that_only_the_table_names_is_read_there(desk: Desk, question: str, told: str) -> None:
    answer = answer_question(desk, question)
    assert told in answer.text, answer.text
