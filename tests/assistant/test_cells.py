"""Questions that point at a cell of a table, at its total or its number of rows, or that offer two values."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import open_desk

LIBRARY = {
    "xa-nam-cat.txt": """ỦY BAN NHÂN DÂN
XÃ NẬM CÁT
Số: 18/KH-UBND
Nậm Cát, ngày 10 tháng 02 năm 2032

KẾ HOẠCH
Phòng cháy rừng năm 2032

I. MỤC TIÊU
1. Xã có 14 thôn giáp rừng; mua thêm 120 bình chữa cháy đeo vai cho các tổ bảo vệ rừng.
2. Tuần tra theo danh mục kèm theo, tất cả 05 tuyến tuần tra trọng điểm.
3. Diễn tập chữa cháy rừng trước ngày 30/3/2032.

II. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế hướng dẫn 15 thôn giáp rừng làm đường băng cản lửa.

Nơi nhận:
- Lưu: VT.
CHỦ TỊCH

Tẩn A Lù

PHỤ LỤC
DANH MỤC TUYẾN TUẦN TRA
TT\tTuyến tuần tra\tTổ trưởng\tBình chữa cháy (bình)
1\tSuối Lạnh\tGiàng A Páo\t40
2\tĐèo Gió\t\t30
3\tKhe Sim\tLý Thị Mẩy\t35
4\tBãi Lau\tVàng Văn Dín\t10
Cộng\t\t\t115
""",
    "xa-ban-khoang-du-toan.txt": """ỦY BAN NHÂN DÂN
XÃ BẢN KHOANG
Số: 21/KH-UBND
Bản Khoang, ngày 12 tháng 12 năm 2031

KẾ HOẠCH
Tài chính giai đoạn 2032 - 2034

I. MỤC ĐÍCH
1. Cân đối thu, chi ngân sách xã ba năm.

II. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế theo dõi thu, chi.

Nơi nhận:
- Lưu: VT.
CHỦ TỊCH

Phàn Láo Lở

PHỤ LỤC
BIỂU DỰ TOÁN THU
Đơn vị tính: Triệu đồng
TT\tKhoản thu\tNăm 2032\tNăm 2033\tBán ra (nghìn USD)
1\tLệ phí chợ phiên\t412\t455\t0
2\tTiền thuê mặt nước\t1.260\t1.310\t18

PHỤ LỤC SỐ 02
BIỂU THU THEO SẮC THUẾ
TT\tKhoản thu\tƯTH 2031\tNăm 2032
\tTổng số\t90\t102
1\tThuế GTGT\t61\t70
\t- Doanh nghiệp\t20\t22
\t- Hộ kinh doanh\t41\t48
2\tPhí\t29\t
""",
    "xa-ban-pho.txt": """ỦY BAN NHÂN DÂN
XÃ BẢN PHỐ
Số: 22/KH-UBND
Bản Phố, ngày 12 tháng 12 năm 2031

KẾ HOẠCH
Sắp xếp bản năm 2032

I. MỤC ĐÍCH
1. Sắp xếp các bản nhỏ.
2. Dự án kè suối làm từ năm 2029 đến năm 2033 do Phòng Kinh tế theo dõi.

PHỤ LỤC
CÁC BẢN SẮP XẾP
TT\tBản\tQuy mô hộ nghèo\tSố tổ
1\tBản Nà Cang\ttừ 10 đến 20 hộ\t5
2\tBản Huổi Mòn\ttừ 21 đến 30 hộ\t7
3\tBản Pom Lót\ttừ 5 đến 9 hộ\t9
""",
}


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk(LIBRARY) as desk:
        yield desk


@pytest.mark.parametrize(
    ("question", "source", "told"),
    [
        # the cell by its column's name, with marks and without
        ("tuyến Khe Sim tổ trưởng là ai", "cell", ("**Lý Thị Mẩy**",)),
        ("khe sim duoc bao nhieu binh chua chay", "cell", ("**35**",)),
        # the measure that stands above the table, or in the head of the column
        (
            "tiền thuê mặt nước ở Bản Khoang năm 2033 dự toán bao nhiêu tiền",
            "grid",
            ("**1.310 triệu đồng**",),
        ),
        ("le phi cho phien ban khoang nam 2032 thu bao nhieu trieu dong", "grid", ("**412 triệu đồng**",)),
        ("tiền thuê mặt nước ở Bản Khoang bán ra bao nhiêu nghìn USD", "grid", ("**18 nghìn USD**",)),
        # what a row leaves empty
        ("tuyến Đèo Gió ai làm tổ trưởng", "cell", ("để trống",)),
        ("deo gio to truong la ai vay", "cell", ("để trống",)),
        # row and column: by year, measure, short form, the row above, the number of the table
        (
            "tiền thuê mặt nước Bản Khoang năm 2033",
            "grid",
            ("Tiền thuê mặt nước – Năm 2033: **1.310 triệu đồng**",),
        ),
        ("biểu 02 Bản Khoang: thuế GTGT ước thực hiện 2031?", "grid", ("ƯTH 2031: **61**",)),
        ("biểu 02 bản khoang hộ kinh doanh nộp thuế giá trị gia tăng 2032 bao nhiêu", "grid", ("**48**",)),
        ("Bản Khoang thu phí năm 2032 là bao nhiêu (biểu 02)", "grid", ("Phí", "để trống")),
        ("tổng thu biểu 02 Bản Khoang năm 2032 mấy", "grid", ("**102**",)),
        # a span is a number too
        ("bản Huổi Mòn có bao nhiêu hộ nghèo", "grid", ("**từ 21 đến 30 hộ**",)),
        # a period whole
        ("dự án kè suối làm từ năm nào đến năm nào", "passage", ("**từ năm 2029 đến năm 2033**",)),
        ("dự án kè suối làm từ khi nào", "passage", ("**từ năm 2029**",)),
        # two rows of one table beside each other
        (
            "năm 2032 Bản Khoang thu lệ phí chợ phiên với tiền thuê mặt nước, mỗi khoản mấy triệu đồng",
            "grid",
            ("**412 triệu đồng**", "**1.260 triệu đồng**"),
        ),
        # two values offered, with what they count
        ("xã có 14 hay 15 thôn giáp rừng", "either", ("**14**", "**15**")),
    ],
)
def test_the_cell_or_the_two_values_are_put_forward(
    desk: Desk, question: str, source: str, told: tuple[str, ...]
) -> None:
    said = [
        "\n".join(s.text for s in candidate.statements)
        for candidate in weigh_question(desk, question).candidates
        if candidate.source == source
    ]
    assert any(all(words in text for words in told) for text in said), said


@pytest.mark.parametrize(
    "question", ["số hộ nghèo của bản Huổi Mòn là bao nhiêu", "bản Huổi Mòn được bao nhiêu tiền hỗ trợ"]
)
def test_a_column_that_counts_something_else_is_not_told(desk: Desk, question: str) -> None:
    answer = answer_question(desk, question)
    assert "**7**" not in answer.text


EXPORTS = """UBND TỈNH SƠN HÀ
Số: 47/KH-UBND
Sơn Hà, ngày 05 tháng 01 năm 2032

KẾ HOẠCH
Xuất khẩu nông sản năm 2032

I. NHIỆM VỤ
1. Hỗ trợ các sản phẩm chủ lực, gồm: chè, cà phê, cam sành[1].
2. Triển khai nông thôn mới tại các xã:
- Xã Suối Bạc;
- Xã Nậm Cát.
3. Sau Hội chợ nông sản vùng cao lần thứ V, các sở, ngành xây dựng chương trình xúc tiến trước ngày 30/6/2032.

PHỤ LỤC I
SẢN PHẨM XUẤT KHẨU
TT\tSản phẩm\tSản lượng\tGiá trị
1\tChè\t12.000\t24
2\tCà phê\t8.500\t31

PHỤ LỤC II
XUẤT KHẨU THEO THỊ TRƯỜNG
TT\tThị trường\tLượng xuất khẩu (tấn)\tKim ngạch (nghìn USD)
1\tNhật Bản\t1.200\t3.400
2\tLào\t2.500\t1.900


[1] Gồm cam sành Nậm Cát, quýt Suối Bạc và bưởi Đèo Gió.
"""


@pytest.fixture(scope="module")
def exports() -> Iterator[Desk]:
    with open_desk({"xuat-khau.txt": EXPORTS}) as desk:
        yield desk


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("kim ngạch xuất khẩu sang Nhật Bản là bao nhiêu", "**3.400 nghìn USD**", "**1.200"),
        ("xuất khẩu sang Lào bao nhiêu tấn", "**2.500 tấn**", "**1.900"),
        ("sản lượng cà phê xuất khẩu bao nhiêu", "**8.500**", "**31**"),
        ("giá trị chè và cà phê là bao nhiêu", "**31**", "**8.500**"),
        ("xã Nậm Cát có triển khai nông thôn mới không", "**Đúng.**", "dứt khoát"),
        ("kế hoạch có hỗ trợ bưởi Đèo Gió không", "**Đúng.**", "dứt khoát"),
        ("Hội chợ nông sản vùng cao lần thứ V tổ chức ngày nào", "Không tìm thấy", "**trước ngày"),
    ],
)
def test_the_cell_the_name_and_the_time_are_those_asked_for(
    exports: Desk, question: str, told: str, not_told: str
) -> None:
    answer = answer_question(exports, question)
    assert told in answer.text
    assert not_told not in answer.text


def test_two_things_told_side_by_side_say_each_place_once(exports: Desk) -> None:
    answer = answer_question(exports, "Nhật Bản với Lào, bên nào kim ngạch bao nhiêu")
    assert "3.400" in answer.text and "1.900" in answer.text
    assert answer.text.count("dòng 1, Kế hoạch số 47/KH-UBND") == 1


FOREST = """UBND TỈNH SƠN HÀ
Số: 58/KH-UBND
Sơn Hà, ngày 05 tháng 01 năm 2032

KẾ HOẠCH
Trồng rừng năm 2032

I. NHIỆM VỤ
1. Lớp tập huấn dưới 30 người được hỗ trợ 5 triệu đồng; từ 30 người trở lên được hỗ trợ 8 triệu đồng.
2. Cấp 120.000 cây giống cho các hộ nghèo.
3. Kinh phí trồng rừng do ngân sách tỉnh bảo đảm.

PHỤ LỤC
DANH MỤC XÃ TRỒNG RỪNG
TT\tXã\tRừng sản xuất (ha)\tKinh phí (triệu đồng)
1\tSuối Bạc\t120\t3.200
2\tNậm Cát\t150\t4.100
Tổng cộng\t\t270\t7.300
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("tổng kinh phí là bao nhiêu", "(Tổng cộng – Kinh phí (triệu đồng))"),
        ("xã Nậm Cát có trong danh mục trồng rừng không", "**Đúng.**"),
        ("lớp 40 người được hỗ trợ bao nhiêu", "**8 triệu"),
        ("cấp bao nhiêu cây giống cho hộ nghèo", "**120.000 cây giống**"),
    ],
)
def test_totals_members_and_cases_are_read_whole(question: str, told: str) -> None:
    with open_desk({"trong-rung.txt": FOREST}) as desk:
        assert told in answer_question(desk, question).text


def test_a_cell_that_only_says_the_question_is_no_answer(desk: Desk) -> None:
    def cells(question: str) -> list[str]:
        return [c.statements[0].text for c in weigh_question(desk, question).candidates if c.source == "cell"]

    assert "Tuyến tuần tra: **Đèo Gió**" not in cells("ai làm tổ trưởng của tuyến tuần tra Đèo Gió")
    assert "Tổ trưởng: **Lý Thị Mẩy**" in cells("ai làm tổ trưởng của tuyến tuần tra Khe Sim")
