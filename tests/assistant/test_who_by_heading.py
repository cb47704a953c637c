"""Who does it, where only a heading above names the body, and who is in charge of "this plan" as a whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

TEXT = """UBND TỈNH SƠN HÀ
Số: 57/KH-UBND
Sơn Hà, ngày 09 tháng 02 năm 2032

KẾ HOẠCH
Phát triển nghề nuôi ong lấy mật trên địa bàn tỉnh năm 2032

I. MỤC TIÊU
Các cơ quan cấp mã (Chi cục Thú y, Chi cục Kiểm lâm) dùng chung một sổ.
Toàn tỉnh có 12.000 đàn ong.

II. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Môi trường
a) Chủ trì, phối hợp với các sở, ban, ngành và các cơ quan có liên quan
- Là cơ quan đầu mối theo dõi, đôn đốc, tổng hợp tình hình thực hiện Kế hoạch này.
- Cấp giấy xác nhận vùng hoa cho các trại ong di chuyển.
b) Kiểm tra mật ong pha đường bán tại chợ.
c) Chăm sóc đàn ong
- Chi cục Thú y cấp thuốc trị ve cho trại ong.
2. Trách nhiệm của Sở Tài chính
a) Cung cấp mức giá thùng ong để các xã lập dự toán.
3. Các cơ quan cấp mã
Cấp mã cho các trại ong trong 05 ngày.
4. Sở Khoa học và Công nghệ
Theo chức năng, nhiệm vụ của đơn vị phối hợp, hỗ trợ, chia sẻ kinh nghiệm đăng ký nhãn hiệu cho mật ong.

Trong quá trình thực hiện, nếu có vướng mắc, đề nghị gửi phản ánh về Sở Nông nghiệp và Môi trường (Phòng Chăn nuôi) để tổng hợp.

Nơi nhận:
- Các sở, ban, ngành;
- Lưu: VT.
"""
WHO = [
    ("cơ quan đầu mối của kế hoạch nuôi ong là đâu", "Sở Nông nghiệp và Môi trường"),
    ("ai đôn đốc kế hoạch phát triển nghề nuôi ong lấy mật", "Sở Nông nghiệp và Môi trường"),
    ("muốn xin giấy xác nhận vùng hoa thì hỏi sở nào", "Sở Nông nghiệp và Môi trường"),
    (
        "làm kế hoạch nuôi ong ở Sơn Hà bị kẹt thì gửi phòng nào",
        "**Sở Nông nghiệp và Môi trường; Phòng Chăn nuôi**",
    ),
    ("muốn biết mức giá thùng ong thì hỏi sở nào", "Sở Tài chính"),
]


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"ong.txt": TEXT}) as desk:
        yield desk


@pytest.mark.parametrize(("question", "body"), WHO)
def test_body_of_the_heading_is_told(desk: Desk, question: str, body: str) -> None:
    answer = answer_question(desk, question)
    assert answer.status == "answered" and body in answer.text, answer.text


def test_who_only_helps_is_not_told_to_lead(desk: Desk) -> None:
    answer = answer_question(desk, "sở nào chủ trì đăng ký nhãn hiệu cho mật ong")
    assert "**Sở Khoa học và Công nghệ**" not in answer.text, answer.text


def test_of_whom_a_body_is_made_is_told_from_another_place(desk: Desk) -> None:
    answer = answer_question(desk, "ai cấp mã cho các trại ong")
    assert "**Các cơ quan cấp mã**" in answer.text, answer.text
    assert "Các cơ quan cấp mã (Chi cục Thú y, Chi cục Kiểm lâm)" in answer.text, answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("sở nào chủ trì kế hoạch nuôi ong lấy mật của Sơn Hà", True),
        ("ke hoach 57 do co quan nao lam dau moi", True),
        ("sở nào chủ trì tập huấn nuôi ong lấy mật", False),
        ("sở nào chủ trì bố trí kinh phí của kế hoạch nuôi ong lấy mật", False),
    ],
)
def test_who_is_in_charge_of_a_plan_is_told_only_where_nothing_else_is_asked(
    desk: Desk, question: str, told: bool
) -> None:
    answer = answer_question(desk, question)
    assert ("tổng hợp tình hình thực hiện Kế hoạch này" in answer.text) == told, answer.text
    assert not told or "**Sở Nông nghiệp và Môi trường**" in answer.text, answer.text


def test_a_sentence_with_a_doer_of_its_own_is_not_put_behind_another(desk: Desk) -> None:
    answer = answer_question(desk, "ai cấp thuốc trị ve cho trại ong")
    assert "**Chi cục Thú y**" in answer.text, answer.text
    assert "Sở Nông nghiệp và Môi trường: Chi cục Thú y" not in answer.text, answer.text
