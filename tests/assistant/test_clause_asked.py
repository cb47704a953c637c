"""Of values that stand side by side in one sentence the one of what is asked is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

TEXT = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 72/KH-UBND
Sơn Hà, ngày 02 tháng 3 năm 2031

KẾ HOẠCH
Cải cách thủ tục và y tế cơ sở năm 2031

I. NHIỆM VỤ
1. Hồ sơ nhóm 1 giải quyết trong 05 ngày, hồ sơ nhóm 2 giải quyết trong 10 ngày, hồ sơ nhóm 3 giải quyết trong 15 ngày.
2. Trạm y tế báo cáo ca bệnh nhóm A trong vòng 24 giờ, nhóm B trong vòng 48 giờ kể từ khi có chẩn đoán.
3. 70% hộ có tài khoản thanh toán; riêng các xã đặc biệt khó khăn đạt 50%.
4. Bố trí tối thiểu 05 giường mỗi bệnh viện, riêng Bệnh viện Đa khoa tỉnh 20 giường.
5. Báo cáo cuối học kỳ I (trước ngày 10/01/2032) và cuối năm học (trước ngày 25/5/2032) về Sở Giáo dục và Đào tạo.
6. Giảm tỷ lệ hộ nghèo từ 4% trở lên so với năm 2030 (năm 2030: 33,6%).
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"tinh-son-ha.txt": TEXT}) as opened:
        yield opened


@pytest.mark.parametrize(
    "question, told, other",
    [
        ("hồ sơ nhóm 3 giải quyết trong bao lâu?", "15 ngày", "05 ngày"),
        ("hồ sơ nhóm 2 giải quyết trong mấy ngày?", "10 ngày", "05 ngày"),
        ("hồ sơ nhóm 1 giải quyết trong bao lâu?", "05 ngày", "15 ngày"),
        ("ca bệnh nhóm B báo cáo trong bao lâu?", "48 giờ", "24 giờ"),
        ("các xã đặc biệt khó khăn bao nhiêu % hộ có tài khoản?", "50%", "70%"),
        ("tỷ lệ hộ có tài khoản ở xã đặc biệt khó khăn?", "50%", "70%"),
        ("Bệnh viện Đa khoa tỉnh bố trí bao nhiêu giường?", "20 giường", "05 giường"),
        ("báo cáo học kỳ I hạn nào?", "10/01/2032", "25/5/2032"),
        ("báo cáo cuối năm học trước ngày nào?", "25/5/2032", "10/01/2032"),
    ],
)
def test_value_of_what_is_asked(desk: Desk, question: str, told: str, other: str) -> None:
    short = answer_question(desk, question).text.partition("[1]")[0]
    assert told in short, short
    assert other not in short, short


def test_a_year_alone_does_not_say_of_what_a_value_is(desk: Desk) -> None:
    text = answer_question(desk, "hạ tỷ lệ hộ nghèo xuống mấy phần trăm so với năm 2030?").text
    assert "**từ 4% trở lên**" in text and "**33,6%" not in text, text


AFTER = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 74/KH-UBND
Sơn Hà, ngày 04 tháng 3 năm 2031

KẾ HOẠCH
Kiểm tra công vụ năm 2031

I. NHIỆM VỤ
1. Trưởng các phòng: Gửi danh sách về Văn phòng Sở chậm nhất ngày 25/3/2031.
2. Chậm nhất 20 ngày kể từ ngày kết thúc thẩm tra, Đoàn kiểm tra trình Ban Thường vụ thông báo kết luận.
Báo cáo tổng kết năm gửi Ủy ban Kiểm tra Tỉnh ủy trước ngày 10/12/2031.
3. Phòng Kinh tế: Là cơ quan thường trực, tham mưu UBND tỉnh thực hiện Kế hoạch.

II. KINH PHÍ
Tổng kinh phí dự kiến 86,5 tỷ đồng, gồm ngân sách tỉnh và xã hội hóa.

PHỤ LỤC
KINH PHÍ TẬP HUẤN KIỂM TRA CÔNG VỤ
| STT | Nội dung | Kinh phí (triệu đồng) |
|---|---|---|
| 1 | Lớp cấp tỉnh | 120 |
| 2 | Lớp cấp xã | 200 |
| | Tổng cộng | 320 |
"""


@pytest.fixture(scope="module")
def other_desk() -> Iterator[Desk]:
    with open_desk({"tinh-son-ha.txt": AFTER}) as opened:
        yield opened


def test_no_day_of_the_calendar_is_so_many_days(other_desk: Desk) -> None:
    text = answer_question(other_desk, "Bao nhiêu ngày thì Đoàn kiểm tra trình thông báo kết luận?").text
    assert "**trước ngày 10/12/2031**" not in text, text


def test_what_a_plan_costs_in_its_text_is_told_before_a_table_s_total(other_desk: Desk) -> None:
    text = answer_question(other_desk, "Tổng kinh phí kiểm tra công vụ là bao nhiêu?").text
    assert "86,5 tỷ đồng" in text, text
    assert "320" not in text or text.index("86,5") < text.index("320"), text
    of_table = answer_question(other_desk, "Tổng kinh phí trong phụ lục là bao nhiêu?").text
    assert "320" in of_table and "86,5" not in of_table.partition("[1]")[0], of_table


def test_who_acts_is_named_once(other_desk: Desk) -> None:
    text = answer_question(other_desk, "Trưởng các phòng gửi danh sách khi nào?").text
    assert "Trưởng các phòng: Trưởng các phòng" not in text and "→ Văn phòng Sở" not in text, text
    assert "giúp Là" not in answer_question(other_desk, "Cơ quan nào tham mưu thực hiện Kế hoạch?").text
