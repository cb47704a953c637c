"""Facts of table rows, whatever the columns are called and however a cell says who does what."""

from __future__ import annotations

import pytest

from tests.ingest.facts_document import facts_of

ROWS = [
    # the column of goals is the column of tasks where the table says who leads
    (
        "TT\tChỉ tiêu\tChủ trì\n1\tKinh tế số chiếm 45% GRDP.\tSở Tài chính\n2\tPhủ sóng 5G.\tSở Nội vụ; Sở Y tế theo dõi, báo cáo",
        [
            ("Sở Tài chính", "lead", "Kinh tế số chiếm 45% GRDP"),
            ("Sở Nội vụ", "lead", "Phủ sóng 5G"),
            ("Sở Y tế", "lead", "Phủ sóng 5G"),
        ],
    ),
    # a cell that says what each body does
    (
        "TT\tNhiệm vụ\tCơ quan chủ trì\n1\tDữ liệu mở.\tSở Nội vụ chủ trì hướng dẫn; các sở, ngành thực hiện công bố\n2\tHọp.\tSở Y tế",
        [
            ("Sở Nội vụ", "lead", "Dữ liệu mở"),
            ("các sở, ngành", "responsible", "Dữ liệu mở"),
            ("Sở Y tế", "lead", "Họp"),
        ],
    ),
    # the one column that plays no other part holds the tasks
    (
        "STT\tChuyên đề\tCơ quan chủ trì\tCơ quan phối hợp\n1\tNước sạch.\tSở Y tế\tSở Xây dựng\n2\tRác thải.\tSở Xây dựng\t",
        [
            ("Sở Y tế", "lead", "Nước sạch"),
            ("Sở Xây dựng", "coordinate", "Nước sạch"),
            ("Sở Xây dựng", "lead", "Rác thải"),
        ],
    ),
    # an empty leader's cell stays open, "nt" repeats the cell above; a new group begins anew
    (
        "TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\n1\tTuyên truyền.\tSở Nội vụ\tCác sở, ngành\n2\tTập huấn.\t\tSở Tài chính\n"
        "II\tSơ kết\t\t\n1\tSơ kết quý.\tSở Y tế\tSở Nội vụ\n2\tTổng kết năm.\tSở Tư pháp\tnt",
        [
            ("Sở Nội vụ", "lead", "Tuyên truyền"),
            ("Các sở, ngành", "coordinate", "Tuyên truyền"),
            ("Sở Tài chính", "coordinate", "Tập huấn"),
            ("Sở Y tế", "lead", "Sơ kết quý"),
            ("Sở Nội vụ", "coordinate", "Sơ kết quý"),
            ("Sở Tư pháp", "lead", "Tổng kết năm"),
            ("Sở Nội vụ", "coordinate", "Tổng kết năm"),
        ],
    ),
    # the row that adds up is nobody's
    (
        "TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tIn tờ rơi.\tSở Y tế\tQuý I\n2\tTập huấn.\tSở Nội vụ\tQuý II\n\tCộng\t\t",
        [("Sở Y tế", "lead", "In tờ rơi"), ("Sở Nội vụ", "lead", "Tập huấn")],
    ),
    # one task in a cell that spans the rows of its two leaders
    (
        "<table><tr><td>TT</td><td>Nhiệm vụ</td><td>Chủ trì</td><td>Thời gian</td></tr>"
        '<tr><td>1</td><td rowspan="2">Rà soát văn bản</td><td>Sở Tư pháp</td><td>Quý I</td></tr>'
        "<tr><td>2</td><td>Sở Nội vụ</td><td>Quý II</td></tr></table>",
        [("Sở Tư pháp", "lead", "Rà soát văn bản"), ("Sở Nội vụ", "lead", "Rà soát văn bản")],
    ),
    # a leader's cell that spans rows leads them all; a sum that does is no row's own
    (
        "<table><tr><td>TT</td><td>Nhiệm vụ</td><td>Chủ trì</td><td>Phối hợp</td><td>Số lớp</td></tr>"
        '<tr><td>1</td><td>Rà soát</td><td rowspan="2">Sở Tư pháp</td><td>Sở Y tế</td><td rowspan="2">14</td></tr>'
        "<tr><td>2</td><td>Tập huấn</td><td>Sở Nội vụ</td></tr>"
        "<tr><td>3</td><td>Sơ kết</td><td></td><td>Sở Tài chính</td><td></td></tr></table>",
        [
            ("Sở Tư pháp", "lead", "Rà soát"),
            ("Sở Y tế", "coordinate", "Rà soát"),
            ("Sở Tư pháp", "lead", "Tập huấn"),
            ("Sở Nội vụ", "coordinate", "Tập huấn"),
            ("Sở Tài chính", "coordinate", "Sơ kết"),
        ],
    ),
    # in columns of spaces a row leaves open what its other cells do not stand under
    (
        "STT  Công việc          Chủ trì        Phối hợp       Thời gian\n"
        "1    Ký cam kết         Trưởng bản     Hội Nông dân   Quý I\n"
        "2    Diễn tập           Công an xã     Trạm Y tế      Tháng 5\n"
        "3    Dựng bảng báo                     Hội Phụ nữ     Tháng 7",
        [
            ("Trưởng bản", "lead", "Ký cam kết"),
            ("Hội Nông dân", "coordinate", "Ký cam kết"),
            ("Công an xã", "lead", "Diễn tập"),
            ("Trạm Y tế", "coordinate", "Diễn tập"),
            ("Hội Phụ nữ", "coordinate", "Dựng bảng báo"),
        ],
    ),
    # a row that a page broke
    (
        "|TT|Nhiệm vụ|Chủ trì|\n|---|---|---|\n|1|Xây dựng Đề án số hóa các cơ quan|Sở Khoa học|\n\n7\n\n"
        "|TT|Nhiệm vụ|Chủ trì|\n|---|---|---|\n||nhà nước của tỉnh|và Công nghệ|\n|2|Kiểm tra việc thực hiện|Thanh tra tỉnh|",
        [
            ("Sở Khoa học và Công nghệ", "lead", "Xây dựng Đề án số hóa các cơ quan nhà nước của tỉnh"),
            ("Thanh tra tỉnh", "lead", "Kiểm tra việc thực hiện"),
        ],
    ),
]


@pytest.mark.parametrize(("rows", "expected"), ROWS)
def test_assignments_of_rows(rows: str, expected: list[tuple[str, str, str]]) -> None:
    facts, _ = facts_of(f"1. Phân công\n{rows}")
    assert {(a.actor, a.role, a.task) for a in facts.assignments} == set(expected)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a number of days is no time
        (
            "TT\tNội dung\tThời gian (ngày)\tThời gian thực hiện\n1\tBồi dưỡng kế toán\t3\tQuý II, III\n2\tBồi dưỡng tin học\t5\tTháng 9",
            [("Bồi dưỡng kế toán", "2024-Q2,2024-Q3"), ("Bồi dưỡng tin học", "2024-09")],
        ),
        # the head says what the bare numbers count; the lessons are what is held
        (
            "TT\tTên lớp\tSố ngày\tTháng\n1\tKỹ năng hòa giải\t2\t5\n2\tCứu hộ\t1\t6, 7",
            [("Kỹ năng hòa giải", "2024-05"), ("Cứu hộ", "2024-06,2024-07")],
        ),
    ],
)
def test_a_column_of_times_beside_one_of_amounts(rows: str, expected: list[tuple[str, str]]) -> None:
    facts, _ = facts_of(rows)
    assert [(d.what, d.normalised) for d in facts.deadlines] == expected
