"""Times and numbers of table rows: two columns of one time, days told in a task, products by number, columns of amounts."""

from __future__ import annotations

import pytest

from tests.ingest.facts_document import facts_of

TIMES = [
    # beginning and end are one time
    (
        "TT\tCông việc\tBắt đầu\tKết thúc\tĐơn vị phụ trách\n1\tChọn hộ mẫu\t11/3\t15/3\tPhòng nghiệp vụ\n2\tCông bố kết quả\t\tQuý IV/2024\tChi cục Thống kê",
        [("Chọn hộ mẫu", "15/3", "2024-03-11/2024-03-15"), ("Công bố kết quả", "Quý IV/2024", "2024-Q4")],
    ),
    # a day told in the task stands for the month of the row
    (
        "Tháng\tNội dung công việc\tNgười thực hiện\n9/2024\t- Khai giảng ngày 05/9.\u2028- Kiểm tra nề nếp.\tHiệu trưởng\n10/2024\tHội thi\tĐoàn trường",
        [
            ("Khai giảng", "ngày 05/9", "2024-09-05"),
            ("Kiểm tra nề nếp", "9/2024", "2024-09"),
            ("Hội thi", "10/2024", "2024-10"),
        ],
    ),
    # a calendar of places has no column of tasks
    (
        "Đợt\tĐịa điểm\tNgày, giờ\n1\tNhà văn hóa thôn Hạ\t7 giờ ngày 12/3\n2\tTrạm Y tế xã\t12 - 14/3",
        [
            ("Nhà văn hóa thôn Hạ", "7 giờ ngày 12/3", "2024-03-12"),
            ("Trạm Y tế xã", "12 - 14/3", "2024-03-12/2024-03-14"),
        ],
    ),
    # a time over two columns, its day over several rows
    (
        "Thời gian\t\tNội dung\tĐịa điểm\tĐơn vị phụ trách\nNgày\tGiờ\t\t\t\nNgày 17/4 (thứ Sáu)\t7 giờ 30\tĐón tiếp các đoàn\tNhà khách\tSở Nội vụ\n"
        "\t20 giờ 00\tLễ khai mạc\tQuảng trường\tSở Y tế",
        [
            ("Đón tiếp các đoàn", "Ngày 17/4 (thứ Sáu)", "2024-04-17"),
            ("Lễ khai mạc", "Ngày 17/4 (thứ Sáu)", "2024-04-17"),
        ],
    ),
    # one day for each task of a cell
    (
        "STT\tĐơn vị\tNhiệm vụ\tThời gian hoàn thành\n1\tSở Nội vụ\t- Thành lập các tiểu ban.\u2028- Chuẩn bị sân bãi.\tTrước ngày 20/3/2024 05/4/2024\n2\tSở Y tế\tCử tổ cấp cứu\t16 - 19/4",
        [
            ("Thành lập các tiểu ban", "Trước ngày 20/3/2024", "2024-03-20"),
            ("Chuẩn bị sân bãi", "05/4/2024", "2024-04-05"),
            ("Cử tổ cấp cứu", "16 - 19/4", "2024-04-16/2024-04-19"),
        ],
    ),
]
NUMBERS = [
    (
        "TT\tNhiệm vụ\tChủ trì\tKết quả\n1\tLắp camera tại chợ\tCông an xã\t25 camera\n2\tLàm sạch dữ liệu\tSở Tư pháp\t100% dữ liệu\n3\tXây dựng phương án\tSở Nội vụ\t01 kế hoạch",
        [("25", None, "camera"), ("100%", "%", "dữ liệu")],
    ),
    (
        "TT\tVật tư\tĐVT\tSố lượng hiện có\tSố lượng cần chuẩn bị\n1\tBao tải\tcái\t2.000\t5.000\n2\tÁo phao\tchiếc\t150\t300",
        [("5.000", "cái", "Bao tải"), ("300", "chiếc", "Áo phao")],
    ),
    (
        "TT\tĐơn vị\tChỉ tiêu giao (người)\tKinh phí dự kiến\n1\tXã An Lạc\t1.200\t35\n2\tXã Bình Hòa\t800\t28",
        [("1.200", "người", "Xã An Lạc"), ("800", "người", "Xã Bình Hòa")],
    ),
    (
        # a goal by its column's name, whatever year it names and whatever stands under it
        "TT\tNội dung\tĐVT\tChỉ tiêu năm 2027\n1\tHộ được vay vốn\tHộ\t450\n2\tLao động qua đào tạo\t%\t68,5\nTổng cộng\t\t\t518,5",
        [("450", "Hộ", "Hộ được vay vốn"), ("68,5", "%", "Lao động qua đào tạo")],
    ),
    (
        "TT\tĐơn vị\tChỉ tiêu năm 2027\nSố lớp\tHọc viên\n1\tHội Nông dân\t5\t150\n2\tHội Phụ nữ\t4\t120",
        [
            ("5", None, "Hội Nông dân"),
            ("150", None, "Hội Nông dân"),
            ("4", None, "Hội Phụ nữ"),
            ("120", None, "Hội Phụ nữ"),
        ],
    ),
    (
        "STT\tNội dung chỉ tiêu\tMức phấn đấu\tĐơn vị theo dõi\n1\tHồ sơ đúng hạn\t≥ 98%\tVăn phòng\n2\tĐiểm du lịch\t03 điểm\tSở Y tế",
        [("≥ 98%", "%", "Hồ sơ đúng hạn"), ("03 điểm", "điểm", "Điểm du lịch")],
    ),
    # by what the table's title shares out; not the places themselves, nor sums; a number who takes part is no partner
    (
        "Giao chỉ tiêu năm 2027 cho các xã\nTT\tXã\tThôn\tTàu lắp thiết bị\tSố hộ tham gia\tTổng\n1\tAn Lạc\t3\t12\t45\t57\n2\tBình Hòa\t2\t20\t30\t50",
        [("12", None, "An Lạc"), ("45", None, "An Lạc"), ("20", None, "Bình Hòa"), ("30", None, "Bình Hòa")],
    ),
    (
        "Chỉ tiêu tuyển sinh năm học 2027 - 2028\nTT\tNgành, nghề\tCao đẳng\tTrung cấp\n1\tĐiện công nghiệp\t60\t40\n2\tHàn\t25\t35",
        [
            ("60", None, "Điện công nghiệp"),
            ("40", None, "Điện công nghiệp"),
            ("25", None, "Hàn"),
            ("35", None, "Hàn"),
        ],
    ),
    # "ước", "giá", "bị" within other words
    (
        "Giao chỉ tiêu\nTT\tXã\tSố công trình nước sạch\tSố giáo viên tập huấn\tBộ thiết bị dạy học\n1\tAn Lạc\t6\t40\t10",
        [("6", None, "An Lạc"), ("40", None, "An Lạc"), ("10", None, "An Lạc")],
    ),
    (
        "Kết quả thực hiện chỉ tiêu năm 2026\nTT\tXã\tTàu lắp thiết bị\n1\tAn Lạc\t12\n2\tBình Hòa\t20",
        [],
    ),
    (
        "TT\tĐơn vị\tSố hộ nghèo năm 2023\tSố điện thoại\n1\tXã An Lạc\t120\t02133\n2\tXã Bình Hòa\t80\t02134",
        [],
    ),
]


@pytest.mark.parametrize(("table", "expected"), TIMES)
def test_times_of_rows(table: str, expected: list[tuple[str, str, str]]) -> None:
    facts, _ = facts_of(f"1. Thực hiện theo bảng sau:\n{table}")
    found = [(d.what, d.when, d.normalised) for d in facts.deadlines]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(("table", "expected"), NUMBERS)
def test_numbers_of_rows(table: str, expected: list[tuple[str, str | None, str]]) -> None:
    facts, _ = facts_of(f"1. Thực hiện theo bảng sau:\n{table}")
    assert [(t.value, t.unit, t.subject) for t in facts.targets] == expected


def test_a_unit_beside_its_task_does_it() -> None:
    facts, _ = facts_of(
        "1. Phân công:\nSTT\tĐơn vị\tNhiệm vụ\n1\tSở Nội vụ\tMời đại biểu\n2\tSở Y tế\tTrực cấp cứu"
    )
    assert [(a.actor, a.role, a.task) for a in facts.assignments] == [
        ("Sở Nội vụ", "responsible", "Mời đại biểu"),
        ("Sở Y tế", "responsible", "Trực cấp cứu"),
    ]
    facts, _ = facts_of(
        "1. Kiểm tra:\nSTT\tĐơn vị\tNội dung kiểm tra\n1\tSở Nội vụ\tTiếp công dân\n2\tSở Y tế\tĐấu thầu"
    )
    assert facts.assignments == ()


def test_a_row_cut_by_a_page_goes_on_behind_a_second_table_s_header() -> None:
    first = "TT\tMôn\tĐịa điểm\n1\tBơi\tBể bơi tỉnh"
    second = (
        "STT\tĐơn vị\tNhiệm vụ\tThời gian\n1\tSở Nội vụ\tTổng hợp kinh phí theo quy\tTrước 20/3\n3\n"
        "STT\tĐơn vị\tNhiệm vụ\tThời gian\n\t\tđịnh hiện hành.\t\n2\tSở Y tế\tCử tổ cấp cứu\t16/4"
    )
    facts, _ = facts_of(f"1. Lịch:\n{first}\n2. Phân công:\n{second}")
    assert [(d.what, d.normalised) for d in facts.deadlines] == [
        ("Tổng hợp kinh phí theo quy định hiện hành", "2024-03-20"),
        ("Cử tổ cấp cứu", "2024-04-16"),
    ]


def test_a_header_broken_over_two_rows_is_one() -> None:
    facts, _ = facts_of(
        "1. Tiến độ:\nSTT\tNội\tĐơn\tThời gian\n\tdung công việc\tvị thực hiện\t\n(1)\t(2)\t(3)\t(4)\n1\tHọp dân\tSở Nội vụ\t06/3\n2\tTập huấn\tSở Y tế\t10/4"
    )
    assert [(d.what, d.normalised, d.who) for d in facts.deadlines] == [
        ("Họp dân", "2024-03-06", "Sở Nội vụ"),
        ("Tập huấn", "2024-04-10", "Sở Y tế"),
    ]
