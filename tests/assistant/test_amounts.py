"""Of several amounts the one asked about, with its bound; and no refusal over a place that does tell."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.cite import compose
from assistant.answer.evidence.number_years import bound_years
from assistant.ask import answer_question
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import open_desk

TEXT = """UBND TỈNH SƠN HÀ
Số: 41/KH-UBND
Sơn Hà, ngày 05 tháng 01 năm 2032

KẾ HOẠCH
Kiểm tra kho lưu trữ năm 2032

I. NỘI DUNG
1. Khen thưởng phong trào giữ kho sạch không quá 10% tập thể, 5% cá nhân.
2. Tỷ lệ hồ sơ được bồi nền ở cấp tỉnh đạt từ 90% trở lên và ở cấp xã trên 60%.
4. Phấn đấu đến năm 2035 đạt ít nhất 50% số xã, phường có kho không mối mọt.
5. Thực hiện Quy định 1859-QĐ/TU về phòng cháy; mỗi kho duy trì ít nhất 03 bình bọt.
3. Người trông kho được bồi dưỡng như sau:
a) Kho có máy điều hòa: 15 nghìn đồng mỗi ngày;
b) Kho không có máy điều hòa: 20 nghìn đồng mỗi ngày.
4. Thi đua số hóa hồ sơ: kho đạt từ 80 - 90% hồ sơ cộng 02 điểm; từ 90-95% cộng 03 điểm; từ 95 - dưới 100% cộng 04 điểm; đạt 100% cộng 05 điểm.
5. Kinh phí mua giá kệ: 2 tỷ 350 triệu đồng.
6. Tổng kinh phí phun mối: 96 triệu đồng (Chín mươi sáu triệu đồng), trong đó:
- Ngân sách tỉnh phun mối: 70 triệu đồng;
- Ngân sách xã phun mối: 26 triệu đồng.
7. Tổng kinh phí sửa mái kho 450 triệu đồng, gồm ngân sách tỉnh 300 triệu đồng, ngân sách xã 150 triệu đồng.

PHỤ LỤC
LỊCH KIỂM TRA
TT\tKho\tTháng\tTrưởng đoàn
1\tKho Bản Mờ\tTháng 3\tĐ/c Lò Văn Sáng
2\tKho Nậm Sơn\tTháng 4\tĐ/c Vi Thị Bưởi
"""
AMOUNTS = [
    ("khen thưởng phong trào giữ kho sạch được mấy phần trăm tập thể", "**không quá 10%"),
    ("khen thưởng phong trào giữ kho sạch được mấy phần trăm cá nhân", "**5%"),
    ("tỷ lệ hồ sơ được bồi nền ở cấp tỉnh bao nhiêu phần trăm", "**từ 90% trở lên**"),
    ("tỷ lệ hồ sơ được bồi nền ở cấp xã bao nhiêu phần trăm", "**trên 60%**"),
    ("số hóa 92% hồ sơ thì kho được cộng mấy điểm thi đua", "**03 điểm**"),
    ("số hóa 90% hồ sơ thì kho được cộng mấy điểm thi đua", "**03 điểm**"),
    ("số hóa đủ 100% hồ sơ thì kho được cộng mấy điểm thi đua", "**05 điểm**"),
    ("kinh phí mua giá kệ bao nhiêu", "**2 tỷ 350 triệu đồng**"),
    ("tổng kinh phí phun mối là bao nhiêu", "**96 triệu đồng**"),
    ("tổng tiền phun mối bao nhiêu", "**96 triệu đồng**"),
    ("ngân sách xã chi bao nhiêu tiền phun mối", "**26 triệu đồng**"),
    ("sửa mái kho của tỉnh tốn bao nhiêu tiền", "**450 triệu đồng**"),
    ("sửa mái kho ngân sách tỉnh chi bao nhiêu tiền", "**300 triệu đồng**"),
    ("đến 2035 phải có bao nhiêu xã có kho không mối mọt", "**ít nhất 50% số xã**"),
    ("chỉ tiêu phòng cháy, duy trì bình bọt ở mỗi kho", "**ít nhất 03 bình bọt**"),
]


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"kho.txt": TEXT}) as desk:
        yield desk


def _told(desk: Desk, question: str, *sources: str) -> list[str]:
    weighed = weigh_question(desk, question, ())
    plans = desk.context().knowledge.plans
    return [compose(c.need, plans, c.statements).text for c in weighed.candidates if c.source in sources]


@pytest.mark.parametrize(("question", "begins"), AMOUNTS)
def test_the_amount_of_the_clause_asked_about_is_told_with_its_bound(
    desk: Desk, question: str, begins: str
) -> None:
    told = _told(desk, question, "passage", "single_typed")
    assert told
    assert told[0].startswith(begins), told


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("kiểm tra kho Bản Mờ tháng 3 ai làm trưởng đoàn", "Lò Văn Sáng"),
        ("người trông kho được bao nhiêu", "như sau"),
    ],
)
def test_a_place_that_tells_it_is_not_said_to_leave_it_out(desk: Desk, question: str, place: str) -> None:
    assert not any(place in text for text in _told(desk, question, "untold"))


OTHER = """UBND XÃ BẢN MỜ
Số: 42/KH-UBND
Bản Mờ, ngày 05 tháng 01 năm 2032

KẾ HOẠCH
Dán nhãn tài liệu năm 2032

I. CHỈ TIÊU
1. Tỷ lệ hộp tài liệu được dán nhãn đạt 95% (năm 2031 đạt 82,5%).
2. Mỗi kho có từ 01 - 02 giá di động.
3. Bằng khen cho tập thể, cá nhân dán nhãn giỏi (tỷ lệ không quá 10% tập thể, 5% cá nhân).
4. Đến hết quý II năm 2032: 60% cán bộ ký cam kết giữ kho.
5. Tối thiểu 80% kho và 100% quầy lắp chuông báo trộm.
6. Lấy mẫu giấy để thử: tối thiểu 1.200 mẫu, trong đó giấy dó 500 mẫu, các loại khác ...... mẫu.
7. In lại 42 phiếu điện tử của kho.
8. Kinh phí thuê máy hút ẩm: ≤ 20 tỷ.
9. Kiên trì giữ sạch kho; từng xã đăng ký lộ trình hằng năm, phấn đấu đạt 20% xã, phường “không mối” năm 2032, bảo đảm đến hết năm 2035 có ít nhất 60% xã, phường “không mối”.
10. Bồi dưỡng trực đêm mức 72.000 đồng/người/đêm.
11. Mỗi huyện lựa chọn ít nhất 04 doanh nghiệp, hợp tác xã làm đầu mối thu gom giấy vụn.
12. Cấp phát 25 sản phẩm giấy dó cho mỗi kho.
"""


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("năm 2031 tỷ lệ hộp tài liệu được dán nhãn là bao nhiêu", "**82,5%**", "**95%**"),
        ("tỷ lệ hộp tài liệu được dán nhãn là bao nhiêu", "**95%**", "**82,5%**"),
        ("mỗi kho có bao nhiêu giá di động", "**từ 01 - 02 giá di động**", "**02 giá di động**"),
        ("bằng khen dán nhãn giỏi tối đa bao nhiêu phần trăm cá nhân", "**5%**", "**không quá 10%**"),
        ("bằng khen dán nhãn giỏi không quá bao nhiêu phần trăm cá nhân", "**5%**", "**không quá 10%**"),
        ("bằng khen dán nhãn giỏi tối đa bao nhiêu phần trăm tập thể", "**không quá 10%**", "**5%**"),
        ("đến hết quý II năm 2032 bao nhiêu phần trăm cán bộ ký cam kết giữ kho", "**60%**", "**90%**"),
        ("bao nhiêu phần trăm kho lắp chuông báo trộm", "**Tối thiểu 80%**", "**100%**"),
        ("tỷ lệ quầy lắp chuông báo trộm là bao nhiêu", "**100%**", "80%**"),
        (
            "trong số mẫu giấy để thử, các loại khác là mấy mẫu",
            "các loại khác ......",
            "**tối",
        ),
        ("kho in lại mấy phiếu điện tử, trình ai", "**42 phiếu điện tử**", "**42 phiếu điện**"),
        ("thuê máy hút ẩm tối đa bao nhiêu", "**≤ 20 tỷ**", "Không tìm thấy"),
        ("riêng năm 2032 phấn đấu bao nhiêu phần trăm xã phường sạch mối", "**20%**", "**ít nhất 60%"),
        ("trực đêm được bồi dưỡng bao nhiêu một đêm", "**72.000 đồng", "Không tìm thấy"),
        ("mỗi huyện chọn ít nhất mấy DN, HTX làm đầu mối thu gom giấy vụn", "**ít nhất 04", "Không tìm"),
        ("cấp cho mỗi kho mấy sp giấy dó", "**25 sản phẩm**", "Không tìm thấy"),
        ("cấp cho mỗi kho mấy hộp giấy dó", "giấy dó", "**25"),
        ("mỗi huyện chọn nhiều nhất mấy DN, HTX thu gom giấy vụn", "Không tìm thấy", "**ít nhất 04"),
        ("How many communes get do paper products?", "giấy dó", "**25 sản phẩm"),
    ],
)
def test_the_amount_of_its_year_or_noun_is_told_whole(question: str, told: str, not_told: str) -> None:
    with open_desk({"nhan.txt": OTHER}) as desk:
        answer = answer_question(desk, question)
    assert told in answer.text
    assert not_told not in answer.text


YEARS = """UBND TỈNH SƠN HÀ
Số: 43/KH-UBND
Sơn Hà, ngày 05 tháng 01 năm 2032

KẾ HOẠCH
Phát triển nông thôn năm 2032, định hướng đến năm 2035

I. CHỈ TIÊU
1. Chỉ tiêu năm 2032
- Tỷ lệ thôn có loa là 55%.
2. Chỉ tiêu đến năm 2035
- Tỷ lệ thôn có loa là 88%.
- Tỷ lệ đường thôn được rải nhựa đạt 98%.
3. Chỉ tiêu khác
- Tỷ lệ hộ xem truyền hình số đạt 60%; đến năm 2035 đạt 75%.
- Đến năm 2032 có 70% xã có chợ; đến năm 2035 có 90% xã có chợ.
"""


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("năm 2032 tỷ lệ thôn có loa là bao nhiêu", "**55%**", "88%"),
        ("đến năm 2035 tỷ lệ thôn có loa là bao nhiêu", "**88%**", "55%"),
        ("năm 2032 tỷ lệ hộ xem truyền hình số là bao nhiêu", "**60%**", "75%"),
        ("năm 2035 tỷ lệ hộ xem truyền hình số là bao nhiêu", "75%", "**60%**"),
        ("năm 2032 bao nhiêu phần trăm xã có chợ", "**70%**", "90%"),
        ("năm 2035 bao nhiêu phần trăm xã có chợ", "**90%**", "70%"),
        ("năm 2032 tỷ lệ đường thôn được rải nhựa đạt bao nhiêu", "", "**98%**"),
    ],
)
def test_the_number_of_another_year_is_not_told(question: str, told: str, not_told: str) -> None:
    with open_desk({"nam.txt": YEARS}) as desk:
        answer = answer_question(desk, question)
    assert told in answer.text
    assert f"**{not_told}**" not in answer.text


@pytest.mark.parametrize(
    ("text", "value", "year"),
    [
        ("Hộ dùng bếp ga đạt 45% (2032), 65% (2035)", "45%", 2032),
        ("Hộ dùng bếp ga đạt 45% (2032), 65% (2035)", "65%", 2035),
        ("Năm 2032: 45%; 2035: 65%", "65%", 2035),
        ("Theo Luật Lưu trữ (2024), 35% thôn có tủ sách", "35%", None),
    ],
)
def test_a_bare_year_in_brackets_or_before_a_colon_is_the_number_s(
    text: str, value: str, year: int | None
) -> None:
    assert bound_years(text, value) == (((year, year),) if year else ())


TWICE = """UBND TỈNH SƠN HÀ
Số: 44/KH-UBND
Sơn Hà, ngày 05 tháng 01 năm 2032

KẾ HOẠCH
Số hóa tài liệu năm 2032

I. CHỈ TIÊU
1. Cấp tỉnh
- Tỷ lệ tài liệu lưu trữ được số hóa đạt 85%.
- Tỷ lệ hộp tài liệu được dán nhãn màu đạt 70%.
2. Cấp xã
- Tỷ lệ hộp tài liệu được dán nhãn màu đạt 60%.
- Tỷ lệ thang gấp trong kho được kiểm định đạt 66%.
II. CHỈ TIÊU CẤP TRƯỜNG
- Tỷ lệ thang gấp trong kho được kiểm định đạt 77%.

PHỤ LỤC
BẢNG CHỈ TIÊU
TT\tChỉ tiêu\tĐơn vị tính\tNăm 2032\tNăm 2033
1\tTỷ lệ tài liệu lưu trữ được số hóa\t%\t90\t95
2\tSố kho lưu trữ có điều hòa\tKho\t12\t14
"""


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("tỷ lệ tài liệu lưu trữ được số hóa đạt bao nhiêu", "**85%**; **90%** [1][2]", "**95%**"),
        ("năm 2032 tỷ lệ tài liệu lưu trữ được số hóa đạt bao nhiêu", "**85%**; **90%** [1][2]", "**95%**"),
        ("tỷ lệ hộp tài liệu được dán nhãn màu ở cấp tỉnh đạt bao nhiêu", "70%", "Hai nơi ghi khác nhau"),
        (
            "tỷ lệ thang gấp trong kho được kiểm định ở cấp trường là bao nhiêu",
            "77%",
            "Hai nơi ghi khác nhau",
        ),
        ("tỷ lệ thang gấp trong kho được kiểm định là bao nhiêu", "Hai nơi ghi khác nhau", "Không tìm thấy"),
        ("tỷ lệ tài liệu lưu trữ được số hóa là bao nhiêu", "năm 2032: 90", "TT: 1"),
    ],
)
def test_two_places_that_set_two_numbers_are_both_told(question: str, told: str, not_told: str) -> None:
    with open_desk({"so-hoa.txt": TWICE}) as desk:
        answer = answer_question(desk, question)
    assert told in answer.text
    assert not_told not in answer.text


BY_YEAR = """UBND TỈNH SƠN HÀ
Số: 46/KH-UBND
Sơn Hà, ngày 05 tháng 01 năm 2032

KẾ HOẠCH
Phát triển y tế, kinh tế giai đoạn 2032 - 2035

I. CHỈ TIÊU
1. Đến năm 2033
- Tỷ lệ bao phủ bảo hiểm y tế đạt 93%.
2. Đến năm 2035
- Tỷ lệ bao phủ bảo hiểm y tế đạt 96%.
3. Tỷ lệ lao động qua đào tạo đạt 60%; đến năm 2035 đạt 75%.
4. Tỷ lệ hộ nghèo giảm còn 4,2%.
5. Tổng đàn gia súc, gia cầm đạt 2.450.000 con.
6. Cơ cấu kinh tế:
- Công nghiệp - xây dựng: 33%;
- Dịch vụ: 45%.
7. Tốc độ tăng trưởng GRDP đạt 8,5%.
8. Du lịch thu hút gần 8,1 triệu lượt khách (trong đó, 131.000 lượt khách quốc tế).
9. Giáo viên dạy nghề dạy 270 giờ một năm.
10. Số vụ lừa đảo lợi dụng không gian mạng bị phát hiện tăng trên 5%.
11. Lũ trên sông Ba, sông Kỳ Lộ vượt báo động 3.

PHỤ LỤC
BẢNG CHỈ TIÊU
TT\tChỉ tiêu\tĐơn vị tính\tNăm 2032
1\tTỷ lệ hộ nghèo\t%\t4,5
2\tSố xã có chợ\tXã\t14
3\tCơ cấu kinh tế\t\t
\t- Công nghiệp - xây dựng\t%\t33
\t- Dịch vụ\t%\t47
4\tKim ngạch xuất khẩu\ttriệu USD\t150
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("tỷ lệ bao phủ bảo hiểm y tế là bao nhiêu", "**93%** (2033); **96%** (2035) [1][2]"),
        ("tỷ lệ bao phủ bảo hiểm y tế đến năm 2035 là bao nhiêu", "**96%** [1]"),
        ("tỷ lệ lao động qua đào tạo là bao nhiêu", "**60%**; **75%** (2035) [1]"),
        ("tỷ lệ hộ nghèo năm 2032 còn bao nhiêu", "**4,2%**; **4,5%** [1][2]"),
        ("tổng đàn gia súc, gia cầm là bao nhiêu con", "**2.450.000 con** [1]"),
        ("dịch vụ chiếm bao nhiêu phần trăm GRDP?", "**45%**; **47%** [1][2]"),
        ("kim ngạch xuất khẩu năm 2032?", "Kim ngạch xuất khẩu – Năm 2032: **150 triệu USD** [1]"),
        ("du lịch thu hút bao nhiêu khách", "**gần 8,1 triệu lượt khách**"),
        ("giáo viên dạy nghề dạy bao nhiêu giờ một năm", "**270 giờ"),
        ("số vụ lợi dụng không gian mạng tăng bao nhiêu", "**trên 5%**"),
        ("tỷ trọng công nghiệp - xây dựng là bao nhiêu", "**33%** [1]"),
    ],
)
def test_a_number_is_told_with_those_for_other_years_and_places(question: str, told: str) -> None:
    with open_desk({"y-te.txt": BY_YEAR}) as desk:
        answer = answer_question(desk, question)
    assert told in answer.text
    assert "|" not in answer.text


def test_a_name_that_the_place_does_not_say_is_not_borne_out() -> None:
    with open_desk({"y-te.txt": BY_YEAR}) as desk:
        answers = [answer_question(desk, f"Sông {name} có vượt báo động 3 không?") for name in ("Ba", "Hinh")]
    assert [answer.text.startswith("**Đúng.**") for answer in answers] == [True, False]
    assert "**Đúng.**" not in answers[1].text


def test_a_figure_for_a_quarter_is_none_for_the_end_of_the_year() -> None:
    with open_desk({"nhan.txt": OTHER}) as desk:
        answer = answer_question(desk, "đến hết năm 2032 bao nhiêu phần trăm cán bộ ký cam kết giữ kho")
    assert not (answer.status == "answered" and answer.sure)


def test_a_fall_is_no_level_though_another_thing_falls_to_one() -> None:
    fall = BY_YEAR.replace("giảm còn 4,2%", "giảm 2%; hộ cận nghèo giảm còn 6%")
    with open_desk({"y-te.txt": fall}) as desk:
        assert "4,5%" not in answer_question(desk, "tỷ lệ hộ nghèo giảm bao nhiêu").text


ROADS = """ỦY BAN NHÂN DÂN TỈNH SƠN HÀ
Số: 19/KH-UBND
Sơn Hà, ngày 20 tháng 1 năm 2031

KẾ HOẠCH
An toàn giao thông năm 2031

I. NHIỆM VỤ
1. Lắp đặt hệ thống camera giám sát trên Quốc lộ 7 và đường tỉnh 402 với ...... vị trí, kết nối về Trung tâm chỉ huy.
2. Tỷ lệ người đi xe máy đội mũ bảo hiểm đúng quy cách đạt 95%, riêng trẻ em từ đủ 06 tuổi ngồi trên xe đạt 90%.
"""


def test_a_number_that_the_question_says_is_not_what_it_asks_for() -> None:
    with open_desk({"duong.txt": ROADS}) as desk:
        answer = answer_question(desk, "Số vị trí gắn camera trên Quốc lộ 7 và đường 402 là bao nhiêu?")
    assert "**7" not in answer.text and "**402" not in answer.text


def test_a_number_of_the_question_is_known_without_its_zero() -> None:
    with open_desk({"duong.txt": ROADS}) as desk:
        answer = answer_question(desk, "trẻ em từ 6 tuổi đội mũ bảo hiểm phải đạt mức nào?")
    assert "**06" not in answer.text and "90%" in answer.text
