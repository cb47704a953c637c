"""Numbers stated without a verb of aiming: scale, indicators, sizes of what is set up, shares reached before."""

from __future__ import annotations

import pytest

from ingest.facts.amounts.targets import read_targets
from tests.ingest.facts_document import facts_of

STATED = [
    (
        "Quy mô mẫu: 2.880 hộ ở 96 địa bàn; trong đó 960 hộ điều tra phiếu dài.",
        [("2.880", "hộ ở"), ("96", "địa bàn"), ("960", "hộ điều tra phiếu dài")],
    ),
    (
        "Cơ cấu giải thưởng: 101 giải nhất, 202 giải ba.",
        [("101", "giải nhất"), ("202", "giải ba")],
    ),
    (
        "Trang bị 12 máy chấm điểm điện tử, 300 bộ bàn ghế và 45 lều bạt.",
        [("12", "máy chấm điểm điện tử"), ("300", "bộ bàn ghế"), ("45", "lều bạt")],
    ),
    (
        "Bồi dưỡng cho 510 thành viên tổ công nghệ, tặng 200 phần quà, phát 12 bản tin.",
        [("510", "thành viên tổ công nghệ"), ("200", "phần quà"), ("12", "bản tin")],
    ),
    ("Thành lập Tổ thường trực gồm 05 người.", [("05", "Thành lập Tổ thường trực")]),
    (
        "Số hóa 1,2 triệu trang tài liệu; nạo vét 3.500 m kênh.",
        [("1,2 triệu", "trang tài liệu"), ("3.500", "m kênh")],
    ),
    ("Năm 2024 đã điều tra 2.600 hộ, tỷ lệ trả lời 93,4%.", []),
    ("Lần tổ chức trước (năm 2022) có 54 đoàn tham gia, tranh 312 bộ huy chương.", []),
    ("Trực 24/24 giờ trong mùa mưa bão.", []),
    ("Phun hóa chất bán kính 200 m tính từ nhà bệnh nhân.", []),
]
GOALS = [
    (
        "9/10 hộ gia đình có cáp quang; kinh tế số chiếm 18% GRDP.",
        [("9/10", "hộ gia đình có cáp quang"), ("18%", "kinh tế số")],
    ),
    (
        "Sản lượng lương thực 320.000 tấn; thu ngân sách 12.500 tỷ đồng.",
        [("320.000", "Sản lượng lương thực"), ("12.500 tỷ", "thu ngân sách")],
    ),
    (
        "Giành 15 huy chương vàng; mua 400 đầu sách, trồng 150 cây xanh.",
        [("15", "huy chương vàng"), ("400", "đầu sách"), ("150", "cây xanh")],
    ),
    ("Hiện nay 62% hồ sơ trực tuyến.", []),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_numbers_stated_in_a_task(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.value, t.subject) for t in read_targets(text)] == expected


@pytest.mark.parametrize(("text", "expected"), GOALS)
def test_numbers_stated_under_goals(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.value, t.subject) for t in read_targets(text, 0, True)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tổng số giờ làm thêm trong một tháng không quá 40 giờ.",
            [("không quá 40", "giờ", "Tổng số giờ làm thêm trong một tháng")],
        ),
        (
            "Thời hạn vay tối đa là 15 năm, thời gian ân hạn tối đa 06 tháng.",
            [("tối đa là 15", "năm", "Thời hạn vay"), ("tối đa 06", "tháng", "thời gian ân hạn")],
        ),
        ("Sở Y tế trả lời trong thời hạn không quá 05 ngày làm việc.", []),
        ("Thời hạn nộp tối đa là 14 ngày kể từ ngày mở thầu.", []),
        ("Thông báo cho người lao động trước khi thực hiện ít nhất 30 ngày.", []),
        ("Trường hợp nghỉ không quá 14 ngày thì được hưởng lương.", []),
        (
            "Phí duy trì tên trên hệ thống là 330.000 đồng cho 01 năm.",
            [("330.000", "đồng", "Phí duy trì tên trên hệ thống")],
        ),
    ],
)
def test_what_a_norm_bounds(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = read_targets(text, norm=True, rates=True)
    assert [(target.value, target.unit, target.subject) for target in found] == expected


def test_a_worked_example_tells_no_fact() -> None:
    """An example reckons a rule with made-up persons, sums and days; the rules round it are read as ever."""
    facts, _ = facts_of(
        "1. Phòng Y tế hỗ trợ tối thiểu 50% chi phí điều trị;\n"
        "2. Trạm Y tế xã tổng hợp, gửi Phòng Y tế. Ví dụ: Trạm Y tế xã lập danh sách trước ngày 05/3/2024.\n"
        "Ví dụ 2: Bà N nghỉ điều trị từ ngày 01/02/2024 đến ngày 10/02/2024:\n"
        "- Phòng Y tế hỗ trợ bà N ít nhất 75% chi phí;\n"
        "- Mức hỗ trợ là 400.000 đồng x 75% = 300.000 đồng.\n"
        "Như vậy, Trạm Y tế xã chi trả cho bà N trước ngày 20/02/2024.\n"
        "Phòng Tài chính quyết toán trước ngày 15/12/2024.\n"
        "3. Trạm Y tế xã (ví dụ: xã Suối Bạc) báo cáo trước ngày 20/11/2024."
    )
    assert [target.value for target in facts.targets] == ["tối thiểu 50%"]
    assert [one.normalised for one in facts.deadlines] == ["2024-12-15", "2024-11-20"]
    assert {one.actor for one in facts.assignments} == {"Phòng Y tế", "Phòng Tài chính", "Trạm Y tế xã"}


@pytest.mark.parametrize(
    ("text", "subject", "condition"),
    [
        ("Kinh tế số chiếm trên 20% GRDP.", "Kinh tế số", "GRDP"),
        ("Đến năm 2030, kinh tế số chiếm trên 20% GRDP.", "kinh tế số", "Đến năm 2030; GRDP"),
        ("Kinh tế số chiếm không dưới 20% GRDP.", "Kinh tế số", "GRDP"),
        ("Chợ phiên đóng góp tối thiểu 5% thu ngân sách xã.", "Chợ phiên", "thu ngân sách xã"),
        ("Quỹ dự phòng không vượt quá 17% quỹ lương.", "Quỹ dự phòng", "quỹ lương"),
    ],
)
def test_a_bounded_share_is_of_what_stands_before_it(text: str, subject: str, condition: str) -> None:
    (found,) = read_targets(text, goals=True)
    assert (found.subject, found.condition) == (subject, condition)


def test_none_of_one_thing_and_so_much_of_another() -> None:
    found = read_targets("Không để xảy ra cháy rừng và trồng mới trên 50 ha.", goals=True)
    assert [one.value for one in found] == ["trên 50"]
    assert read_targets("Không để xảy ra cháy rừng và làm chết trên 3 người.", goals=True) == ()


def test_a_later_year_is_of_the_whole_not_of_its_part() -> None:
    text = "Tỷ lệ lao động qua đào tạo 70%; trong đó có bằng cấp 30%; đến năm 2030 đạt 80%."
    last = read_targets(text, goals=True)[-1]
    assert (last.subject, last.condition) == ("Tỷ lệ lao động qua đào tạo", "đến năm 2030")


def test_an_example_in_a_line_ends_with_its_sentence() -> None:
    facts, _ = facts_of(
        "1. Tuyên truyền về nước sạch. Ví dụ: phát tờ rơi. Sở Nội vụ báo cáo UBND tỉnh trước ngày 15/6/2024.\n"
        "2. Trạm Y tế xã:\n- Khám tại thôn. Ví dụ: khám mắt.\n- Cấp phát vitamin A.\n"
        "Ví dụ 1: Bà N được khám miễn phí.\nSở Y tế tiêm vắc xin phòng cúm B."
    )
    told = {(one.actor, one.task) for one in facts.assignments}
    assert [one.when for one in facts.deadlines] == ["trước ngày 15/6/2024"]
    assert ("Trạm Y tế xã", "Cấp phát vitamin A") in told
    assert ("Sở Y tế", "tiêm vắc xin phòng cúm B") in told
