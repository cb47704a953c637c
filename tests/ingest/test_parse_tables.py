import pytest

from tests.ingest.parsing import source_of, structure_of

HEAD = "KẾ HOẠCH\nNăm 2024\nI. NỘI DUNG\n1. Làm.\nNơi nhận:\n- Lưu.\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n"


def table_of(rows: str):
    return structure_of(HEAD + rows).tables[0]


def test_header_numbers_and_cells():
    table = table_of("TT\tNội dung\tThời gian\n1\tHọp\tQuý I\n2\tTập huấn\tQuý II")
    assert (table.title, table.path, table.header) == (
        "DANH MỤC NHIỆM VỤ",
        "annex",
        ("TT", "Nội dung", "Thời gian"),
    )
    assert [(row.number, row.path, row.cells) for row in table.rows] == [
        ("1", "annex/row 1", ("1", "Họp", "Quý I")),
        ("2", "annex/row 2", ("2", "Tập huấn", "Quý II")),
    ]


def test_rows_without_own_number_are_counted_and_inherit_it():
    table = table_of("Stt\tNội dung\tThời gian\n1\tHọp\tQuý I\n\tTập huấn\tQuý II\n2\tTổng kết\t")
    assert [row.path for row in table.rows] == ["annex/row 1", "annex/row 2", "annex/row 3"]
    assert table.rows[1].cells == ("1", "Tập huấn", "Quý II")
    assert table.rows[2].cells == ("2", "Tổng kết", "")


TWO_ROWS = [
    (
        "TT\tNhiệm vụ\tCơ quan\tThời gian\nChủ trì\tPhối hợp\n1\tHọp\tSở A\tSở B\tQuý I\n2\tLàm\tSở B\tSở C\tQuý II",
        ("TT", "Nhiệm vụ", "Cơ quan - Chủ trì", "Cơ quan - Phối hợp", "Thời gian"),
    ),
    (
        "TT\tNhiệm vụ\tCơ quan thực hiện\t\tThời gian\n\t\tChủ trì\tPhối hợp\t\n1\tHọp\tSở A\tSở B\tQuý I\n2\tLàm\tSở B\tSở C\tQuý II",
        ("TT", "Nhiệm vụ", "Cơ quan thực hiện - Chủ trì", "Cơ quan thực hiện - Phối hợp", "Thời gian"),
    ),
    (
        "TT\tChỉ tiêu\tĐVT\tGIAI ĐOẠN 2026 - 2028\nNăm 2026\tNăm 2027\tNăm 2028\n1\tChè\tHa\t1\t2\t3\n2\tNhãn\tHa\t4\t5\t6",
        ("TT", "Chỉ tiêu", "ĐVT", "GIAI ĐOẠN 2026 - 2028 - Năm 2026", "GIAI ĐOẠN 2026 - 2028 - Năm 2027", "GIAI ĐOẠN 2026 - 2028 - Năm 2028"),
    ),
    ("TT\tNội dung\tSố tiền\n(1)\t(2)\t(3)\n1\tHọp\t5\n2\tLàm\t6", ("TT", "Nội dung", "Số tiền")),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "header"), TWO_ROWS)
def test_headers(rows, header):
    table = table_of(rows)
    assert table.header == header
    assert [row.number for row in table.rows] == ["1", "2"]


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ("Xã\t2026\t2027\nSuối Bạc\t5\t4", True),
        ("Cầu Nậm Hin\tUBND xã Suối Bạc\t2026\nKè Suối Bạc\tSở Xây dựng\t2027", False),
        ("Cầu Nậm Hin\tUBND xã Suối Bạc\t2026\nKè Suối Bạc\tSở Xây dựng\tQuý II", False),
    ],
)
def test_a_year_names_a_column_of_what_is_counted_for_it(rows: str, named: bool) -> None:
    assert any(table_of(rows).header) is named


def test_groups_name_their_rows():
    table = table_of(
        "TT\tSản phẩm\tSố lượng\nI\tNÔNG SẢN\t\n1\tChè\t5\n2\tNhãn\t7\n\tII. Sản phẩm công nghiệp\t\n1\tGạch\t8"
    )
    assert [(row.group, row.number, row.path) for row in table.rows] == [
        ("I. NÔNG SẢN", "1", "annex/row I.1"),
        ("I. NÔNG SẢN", "2", "annex/row I.2"),
        ("II. Sản phẩm công nghiệp", "1", "annex/row II.1"),
    ]


def test_a_table_goes_on_after_a_page_break():
    table = table_of("TT\tNội dung\tThời gian\n1\tHọp\tQuý I\nTT\tNội dung\tThời gian\n2\tLàm\tQuý II")
    assert [row.number for row in table.rows] == ["1", "2"]


def test_what_a_short_row_lacks_at_its_end_is_no_other_rows():
    table = table_of(
        "TT\tNội dung\tThời gian\tNguồn\n1\tHọp\tQuý I\tNgân sách\n2\tLàm\tQuý II\n3\tThi\tQuý III\tXã hội hóa"
    )
    assert table.rows[1].cells == ("2", "Làm", "Quý II", "")


def test_spans_of_rows_and_inherited_cells_are_verbatim():
    text = HEAD + "Stt\tNội dung\tThời gian\n1\tHọp\tQuý I\n\tTập huấn\tQuý II"
    row = structure_of(text).tables[0].rows[1]
    assert source_of(text).quote(row.span) == "Tập huấn\tQuý II"
    assert [text[slice(*found)] for found in row.cell_ranges] == ["1", "Tập huấn", "Quý II"]


def test_table_in_a_section_and_layout_rows():
    text = "KẾ HOẠCH\nNăm 2024\nI. NỘI DUNG\n2. Phân công\nTT\tNội dung\tChủ trì\n1\tHọp\tSở A\n2\tLàm\tSở B\nNơi nhận:\u2028- Lưu.\tGIÁM ĐỐC\u2028Lê An"
    found = structure_of(text)
    assert [table.path for table in found.tables] == ["I.2"]
    assert found.tables[0].title == "Phân công"


def test_a_row_behind_cells_of_its_group_begins_at_its_number():
    table = table_of(
        "TT\tNhiệm vụ\tChủ trì\tThời gian\nI\tƯơm cây\t\t\n1\tLập vườn ươm\tSở A\tTháng 1\n"
        "II\tViệc khác\t\t1\tTrồng cây đầu xuân\tSở B\tTháng 2\n\t\t2\tThống kê cây chết khô\n"
        "\t\t3\tTỉa cành\tSở C\tQuý III\n4\tMua xe đẩy\t2\tchiếc"
    )
    assert [(row.path, row.cells[1:]) for row in table.rows] == [
        ("annex/row I.1", ("Lập vườn ươm", "Sở A", "Tháng 1")),
        ("annex/row II.1", ("Trồng cây đầu xuân", "Sở B", "Tháng 2")),
        ("annex/row II.2", ("Thống kê cây chết khô", "", "")),
        ("annex/row II.3", ("Tỉa cành", "Sở C", "Quý III")),
        ("annex/row II.4", ("Mua xe đẩy", "2", "chiếc")),
    ]


def test_a_number_behind_the_name_of_a_group_stays_in_its_column():
    table = table_of(
        "Nhóm\tTT\tNội dung\tThời gian\nCây\t1\tHọp bàn việc lớn\tQuý I\n\t2\tTập huấn cho người dân\tQuý II"
    )
    assert table.rows[1].cells == ("Cây", "2", "Tập huấn cho người dân", "Quý II")
