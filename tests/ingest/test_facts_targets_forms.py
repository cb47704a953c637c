"""Numbers to be reached in less usual forms: said in words, for each person, on so many people, by case."""

from __future__ import annotations

import pytest

from ingest.facts.amounts.targets import read_targets
from ingest.pipeline import plan_from_text
from ingest.plan import RawText
from tests.ingest.facts_document import BASIS, HEAD


def test_a_number_between_a_rate_and_its_share_is_of_the_rate() -> None:
    text = "Tỷ lệ tiêm đủ 8 loại vắc xin cho trẻ dưới 1 tuổi đạt từ 95% trở lên; mỗi xã có 02 bác sĩ."
    (found, _) = read_targets(text, goals=True)
    assert (found.number, found.subject) == (95, "Tỷ lệ tiêm đủ 8 loại vắc xin cho trẻ dưới 1 tuổi")


def test_a_norm_says_its_numbers_in_words_too() -> None:
    text = "Trường mở ít nhất 4 (bốn) khóa cho người lao động; nộp 70% (bảy mươi phần trăm) mức phí."
    found = [(target.value, target.subject) for target in read_targets(text, norm=True, rates=True)]
    assert found == [("ít nhất 4", "khóa cho người lao động"), ("70%", "mức phí")]


def test_a_size_for_each_person_has_its_unit() -> None:
    (found,) = read_targets("Phòng học có diện tích tối thiểu 1,4 m2/học viên, có quạt.", norm=True)
    assert (found.value, found.unit) == ("tối thiểu 1,4", "m2/học viên")


def test_an_aside_in_brackets_supposes_nothing() -> None:
    (found,) = read_targets("Thời hạn thuê (nếu thuê cơ sở vật chất) phải tối thiểu là 02 năm.", norm=True)
    assert found.number == 2


@pytest.mark.parametrize(
    "text",
    [
        "01 giường nằm tương đương với 06 ghế hành khách.",
        "Nhân sự đạt số phiếu trên 50% số người được triệu tập thì được lựa chọn.",
        "Bồi dưỡng giáo viên theo Thông tư số 01/2014/TT-BGDĐT ngày 24/01/2014 của Bộ Giáo dục và Đào tạo ban hành Khung năng lực ngoại ngữ 6 bậc.",
        "Tổng hợp nhu cầu hỗ trợ theo Chương trình 167 tới Sở Tài chính.",
    ],
)
def test_conversions_conditions_and_titles_set_nothing(text: str) -> None:
    assert read_targets(text, norm=True, rates=True) == ()


def test_a_chapter_on_spending_in_a_norm_sets_limits() -> None:
    head = HEAD.replace("KẾ HOẠCH", "THÔNG TƯ").replace(
        "I. MỤC TIÊU", "Chương II\nSỬ DỤNG KINH PHÍ\nĐiều 3. Mức chi"
    )
    lines = "1. Mức chi tối đa không quá 30.000 đồng/người hưởng."
    plan = plan_from_text(RawText("mau.txt", head.format(basis=BASIS, goals=lines, tasks="1. Chung")))
    assert [target.number for target in plan.facts.targets] == [30000]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số bác sĩ trên 10.000 dân đạt 15 bác sĩ.", [("15", "Số bác sĩ trên 10.000 dân")]),
        (
            "Có trên 10.000 thuê bao đăng ký dưới 30 tuổi.",
            [("trên 10.000", "thuê bao đăng ký dưới 30 tuổi")],
        ),
        (
            "Số vụ cháy không quá 26 vụ, số người chết không quá 12 người.",
            [("không quá 26", "Số vụ cháy"), ("không quá 12", "số người chết")],
        ),
        (
            "100% xe chở khách từ 08 chỗ trở lên lắp thiết bị.",
            [("100%", "xe chở khách từ 08 chỗ trở lên lắp thiết bị")],
        ),
        (
            "Thời gian chuyển văn bản không quá 04 giờ làm việc.",
            [("không quá 04", "Thời gian chuyển văn bản")],
        ),
        ("Xử lý dứt điểm 18 điểm đen.", [("18", "điểm đen")]),
    ],
)
def test_what_a_goal_counts(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(target.value, target.subject) for target in read_targets(text, goals=True)] == expected


def test_cases_of_a_task_are_no_numbers_to_reach() -> None:
    text = "Điều phối nạn nhân hàng loạt (từ 05 người trở lên); kiểm tra khi tai nạn làm chết từ 02 người trở lên; trực cấp cứu 115 liên tục."
    assert read_targets(text) == ()
    assert [target.number for target in read_targets("Mỗi xã thành lập từ 02 tổ trở lên.")] == [2]


def test_a_rate_that_an_annex_applies_is_set() -> None:
    text = "Trường hợp phát lại thì áp dụng 15% mức tiền bản quyền của lần đầu."
    assert [target.value for target in read_targets(text, sheet=True)] == ["15%"]
    assert read_targets("Hàm lượng tinh bột 15% khối lượng.", sheet=True) == ()


@pytest.mark.parametrize("goals", [False, True])
def test_a_share_that_falls_from_one_to_another_is_the_second(goals: bool) -> None:
    found = read_targets("Giảm mức đóng từ 1% xuống bằng 0% quỹ tiền lương.", goals=goals)
    assert [(target.value, target.number) for target in found] == [("0%", 0)]


def test_a_closing_quotation_mark_is_no_subject() -> None:
    (found,) = read_targets("“c) Ô tô điện nộp lệ phí với mức thu là 0%”.")
    assert "mức thu" in found.subject


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kiểm tra từ 20 cơ sở trở lên.", ["từ 20 cơ sở trở lên"]),
        ("Tập huấn cho từ 300 cán bộ thôn trở lên.", ["từ 300 cán bộ thôn trở lên"]),
        ("100% xã vận động từ 50 hộ trở lên hiến đất.", ["100%", "từ 50 hộ trở lên"]),
        ("Thực hiện Nghị quyết số 05/NQ-HĐND về giảm nghèo, hỗ trợ 300 hộ nghèo xây nhà.", ["300"]),
        ("Thực hiện Nghị quyết số 05/NQ-HĐND về hỗ trợ 300 hộ nghèo xây nhà.", []),
        ("Vận động hộ có vườn từ 100 m2 trở lên ủ phân.", []),
        ("Báo cáo ngay vụ cháy gây thiệt hại từ 500 triệu đồng trở lên.", []),
    ],
)
def test_a_number_that_a_task_is_to_reach(text: str, expected: list[str]) -> None:
    assert [target.value for target in read_targets(text)] == expected


RULES = [
    ("Hỗ trợ một lần 15 triệu đồng cho hộ nuôi mới.", [("15 triệu", "cho hộ nuôi mới")]),
    (
        "Mức hỗ trợ là 100 triệu đồng/hợp tác xã; đối với tổ hợp tác: 40 triệu đồng/tổ hợp tác.",
        [("100 triệu", "Mức hỗ trợ"), ("40 triệu", "đối với tổ hợp tác")],
    ),
    ("Hỗ trợ lãi suất vay vốn 3%/năm.", [("3%/năm", "Hỗ trợ lãi suất vay vốn")]),
    (
        "Mật độ thả không vượt quá 40 con/m2; khoảng cách giữa các lồng tối thiểu là 10 m.",
        [("không vượt quá 40", "Mật độ thả"), ("tối thiểu là 10", "khoảng cách giữa các lồng")],
    ),
    (
        "Mức thưởng đối với cá nhân không quá 03 lần mức lương cơ sở, đối với tập thể không quá 15 lần mức lương cơ sở.",
        [("không quá 03", "Mức thưởng đối với cá nhân"), ("không quá 15", "đối với tập thể")],
    ),
    (
        "Thời hạn lưu hồ sơ tối thiểu là 05 năm, đối với hóa đơn thì theo luật thuế.",
        [("tối thiểu là 05", "Thời hạn lưu hồ sơ")],
    ),
    ("Phụ cấp bằng 0,3 mức lương cơ sở.", [("0,3", "Phụ cấp")]),
    (
        "Hỗ trợ tối đa 50% chi phí mua giống, nhưng không quá 30 triệu đồng/hộ.",
        [("tối đa 50%", "chi phí mua giống"), ("không quá 30 triệu", "chi phí mua giống")],
    ),
    ("Thời hạn của thẻ là 05 năm kể từ ngày cấp.", [("05", "Thời hạn của thẻ")]),
    (
        "Nước thải có hàm lượng chất rắn không quá 50 mg/l, nếu vượt thì phải xử lý.",
        [("không quá 50", "Nước thải có hàm lượng chất rắn")],
    ),
    ("Trường hợp diện tích không quá 50 m2, Ủy ban nhân dân cấp xã quyết định.", []),
    ("Học viên đạt từ 5,0 điểm trở lên thì được cấp chứng chỉ.", []),
]


@pytest.mark.parametrize(("text", "expected"), RULES)
def test_what_an_article_sets(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.value, t.subject) for t in read_targets(text, norm=True, rates=True)] == expected


def test_sums_under_a_heading_that_names_the_rate() -> None:
    text = "50.000 đồng/người/ngày đối với học viên ở xa"
    assert [t.value for t in read_targets(text, rates=True, named=True)] == ["50.000"]
    assert read_targets(text, rates=True) == ()


def test_what_a_number_is_measured_in_is_not_its_subject() -> None:
    found = read_targets(
        "Mỗi giáo viên dự giờ 2 tiết/tuần; đón 50.000 lượt khách, trong đó khách quốc tế chiếm 15%.",
        goals=True,
    )
    assert [(t.value, t.subject) for t in found] == [
        ("2", "Mỗi giáo viên dự giờ"),
        ("50.000", "lượt khách"),
        ("15%", "khách quốc tế"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thời hạn của giấy phép từ 02 đến 05 năm.", [("từ 02 đến 05", "năm")]),
        ("Thời gian đào tạo từ 03 tháng đến 06 tháng.", [("từ 03 tháng đến 06", "tháng")]),
        ("Chứng chỉ có giá trị 05 năm.", [("05", "năm")]),
        ("Tổ thẩm định gồm từ 05 đến 07 thành viên.", [("từ 05 đến 07", "thành viên")]),
        ("Tỷ lệ góp vốn không thấp hơn 30% vốn điều lệ.", [("không thấp hơn 30%", "%")]),
        ("Người lao động có hợp đồng xác định thời hạn có thời hạn từ 12 tháng đến 36 tháng.", []),
        ("Phạt nặng khi vượt quá số lượng đăng ký từ 01 người đến 10 người.", []),
    ],
)
def test_a_norm_sets_stretches_and_terms(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.value, t.unit) for t in read_targets(text, norm=True, rates=True)] == expected


def test_a_length_in_metres_may_end_a_sentence() -> None:
    found = read_targets("Hàng rào cao tối thiểu 20 m. Độ dốc không quá 5%.", norm=True, rates=True)
    assert [t.value for t in found] == ["tối thiểu 20", "không quá 5%"]


def test_by_when_is_no_part_of_what_is_counted() -> None:
    (found,) = read_targets("Bồi dưỡng 94 người còn thiếu, hoàn thành trước ngày 15/5/2026.")
    assert (found.value, found.subject) == ("94", "người còn thiếu")


def test_whoever_has_so_much_and_must_do_something_is_a_case() -> None:
    assert read_targets("Kiểm tra chi bộ; chi bộ có tỷ lệ dưới 50% ba tháng liên tục phải kiểm điểm.") == ()
