"""What is asked of all rows of a table: most and least, totals, bounds, two held apart, and what must not be reckoned."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer.cite import bold_words
from assistant.answer.evidence.figures import read_column, show_figure
from assistant.measures import measure_above
from assistant.question.reckoning import Bound, read_reckoning
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import open_desk

LIBRARIES = Path(__file__).parents[2] / "eval" / "data" / "libraries"
LETTER = """ỦY BAN NHÂN DÂN
XÃ NẬM CÁT
Số: 40/KH-UBND
Nậm Cát, ngày 10 tháng 02 năm 2032

KẾ HOẠCH
Làm đường giao thông nông thôn năm 2032

I. MỤC TIÊU
1. Bê tông hóa đường thôn theo danh mục tại phụ lục.

Nơi nhận:
- Lưu: VT.
CHỦ TỊCH

Tẩn A Lù

PHỤ LỤC
DANH MỤC TUYẾN ĐƯỜNG (triệu đồng)
TT\tTuyến đường\tVốn xã\tDân góp\tSố hộ (hộ)
1\tĐường Suối Lạnh\t120,5\t40\t31
2\tĐường Đèo Gió\t90\ttheo khả năng\t18
3\tĐường Khe Sim\t75,5\t30\t44
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    files = sorted((LIBRARIES / "dev10").glob("*.md"))
    texts = {file.name: file.read_text(encoding="utf-8") for file in files}
    with open_desk(texts | {"xa-nam-cat.txt": LETTER}) as opened:
        yield opened


def _told(desk: Desk, question: str) -> list[str]:
    """What the best answer over rows sets in bold first; [] where there is none."""
    weighed = weigh_question(desk, question)
    tables = [candidate for candidate in weighed.candidates if candidate.source == "table"]
    return list(bold_words(tables[0].statements[0].text)) if tables else []


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("xã nào được giao trồng nhiều rừng sản xuất nhất?", ["Xã Tà Hộc", "210 ha"]),
        ("xa nao trong it rung san xuat nhat", ["Xã Chiềng Sơ", "64 ha"]),
        ("Which commune has the largest area of protection forest to plant?", ["Xã Chiềng Sơ", "58,5 ha"]),
        (
            "hai xã nào được giao nhiều rừng phòng hộ nhất?",
            ["Xã Chiềng Sơ", "58,5 ha", "Xã Nậm Lìn", "40 ha"],
        ),
        ("Đơn vị nào phải trồng nhiều cây phân tán nhất?", ["Phường Bình Minh", "9.600 cây"]),
        ("năm 2027 xã nào có nhiều hộ đấu nối nước sạch nhất?", ["Nà Ngựu", "1.310 hộ"]),
        ("công trình nào có total investment thấp nhất?", ["Bể chứa Suối Bạc", "1.180 triệu đồng"]),
        ("lớp nào nhiều em bán trú nhất", ["7B", "21"]),
        ("tuyến đường nào ở Nậm Cát được cấp nhiều vốn xã nhất?", ["Đường Suối Lạnh", "120,5 triệu đồng"]),
        ("tuyến đường nào ở Nậm Cát nhiều hộ nhất?", ["Đường Khe Sim", "44 hộ"]),
    ],
)
def test_the_row_with_most_or_least_is_told_with_its_number(desk, question, told):
    assert _told(desk, question) == told


@pytest.mark.parametrize(
    ("question", "total"),
    [
        ("Tổng diện tích rừng sản xuất giao các xã, phường năm 2026 là bao nhiêu ha?", "649 ha"),
        ("Tổng số hộ đấu nối nước sạch năm 2028 của các xã là bao nhiêu?", "3.970 hộ"),
        ("cong tat ca cac mon thi boi duong bao nhieu tiet", "132 tiết"),
        ("Tổng học sinh nữ toàn trường là bao nhiêu?", "105"),
        ("Tổng dự toán kinh phí trồng rừng năm 2026 là bao nhiêu?", "4.885 triệu đồng"),
        ("tổng vốn xã làm đường giao thông nông thôn Nậm Cát là bao nhiêu", "286 triệu đồng"),
        (
            "tổng mức đầu tư các công trình do Ban Quản lý dự án tỉnh làm chủ đầu tư là bao nhiêu?",
            "26.300 triệu đồng",
        ),
    ],
)
def test_a_total_is_the_tables_own_or_else_reckoned(desk, question, total):
    assert _told(desk, question) == [total]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("có mấy xã được giao trên 100 ha rừng sản xuất", ["3", "Xã Suối Bạc", "Xã Tà Hộc", "Xã Pá Khoang"]),
        ("mấy lớp có sĩ số dưới 35 em?", ["2", "7B", "9A"]),
        ("bao nhiêu công trình hoàn thành năm 2028?", ["1", "Nâng cấp trạm Thanh Luông"]),
        (
            "Tà Hộc hơn Suối Bạc bao nhiêu ha rừng sản xuất?",
            ["Xã Tà Hộc", "210 ha", "120 ha", "90 ha"],
        ),
        (
            "số hộ đấu nối năm 2028 của Suối Bạc tăng bao nhiêu so với năm 2026?",
            ["Năm 2028 (hộ)", "560 hộ", "240 hộ", "320 hộ"],
        ),
    ],
)
def test_rows_are_counted_and_held_apart(desk, question, told):
    assert _told(desk, question) == told


@pytest.mark.parametrize(
    "question",
    [
        "xã nào được giao trồng nhiều tre măng nhất?",
        "lớp nào đông học sinh nhất?",  # no column is called so
        "chỉ tiêu nào cao nhất năm 2026 trong bảng các chỉ tiêu chung nước sạch?",  # of several measures
        "tổng các chỉ tiêu chung năm 2026 là bao nhiêu?",
        "tuyến đường nào ở Nậm Cát dân góp nhiều nhất?",  # one cell is no number
        "mỗi xã trồng ít nhất bao nhiêu ha rừng sản xuất?",
        "xã nào có nhiều hộ đấu nối nước sạch nhất?",  # of four years
        "Xã Tà Hộc được giao tổng số bao nhiêu ha rừng sản xuất?",  # one row
        "cuộc họp nào tốn kinh phí nhất trong kế hoạch trồng rừng?",  # no rows are called so
    ],
)
def test_nothing_is_reckoned_over_what_is_not_certain(desk, question):
    assert _told(desk, question) == []


def test_every_row_that_was_read_is_cited(desk):
    weighed = weigh_question(desk, "Tổng diện tích rừng sản xuất giao các xã, phường là bao nhiêu ha?")
    answer = next(one for one in weighed.candidates if one.source == "table")
    assert len({unit.span for statement in answer.statements for unit in statement.units}) == 7
    assert "tính từ 7 dòng" in "\n".join(statement.text for statement in answer.statements)


def test_a_number_below_a_heading_of_people_is_not_left_blank():
    with open_desk({"xa-nam-cat.txt": LETTER.replace("Số hộ (hộ)", "Số người tham gia")}) as desk:
        weighed = weigh_question(desk, "đường Khe Sim có bao nhiêu người tham gia")
    assert not any(s.left_open for one in weighed.candidates if one.source == "cell" for s in one.statements)


PLANTING = """ỦY BAN NHÂN DÂN
HUYỆN NẬM CÁT
Số: 41/KH-UBND
Nậm Cát, ngày 10 tháng 02 năm 2032

KẾ HOẠCH
Trồng rừng sản xuất năm 2032

I. MỤC TIÊU
1. Trồng rừng sản xuất theo phụ lục.

Nơi nhận:
- Lưu: VT.
CHỦ TỊCH

Tẩn A Lù

PHỤ LỤC
DIỆN TÍCH RỪNG SẢN XUẤT GIAO CÁC XÃ
TT\tXã\tRừng sản xuất (ha)
"""


def _planted(rows: str, question: str) -> list[str]:
    """What is told first over a table of these rows: "A 100, B 60"."""
    lines = (
        f"{n}\t{row.rpartition(' ')[0]}\t{row.rpartition(' ')[2]}\n"
        for n, row in enumerate(rows.split("; "), 1)
    )
    with open_desk({"huyen-nam-cat.txt": PLANTING + "".join(lines)}) as desk:
        return _told(desk, question)


_MOST, _SUM = (
    "xã nào được giao trồng nhiều rừng sản xuất nhất?",
    "Tổng rừng sản xuất giao các xã là bao nhiêu?",
)


@pytest.mark.parametrize(
    ("rows", "question", "told"),
    [
        ("Xã Đông 100; Xã Hạ 60; Xã Mai 40", _MOST, []),
        ("Xã Đông 100; Xã Hạ 60; Xã Mai 40", _SUM, []),
        ("Xã Đông 100; Xã Hạ 60; Xã Mai 40; Tổng cộng 200", _MOST, ["Xã Đông", "100 ha"]),
        ("Xã Đông 100; Xã Hạ 60; Xã Mai 40; Tổng cộng 200", _SUM, ["200 ha"]),
        ("Xã Đông 100; Xã Hạ 60; Xã Mai 30", _SUM, ["190 ha"]),
    ],
)
def test_a_row_is_no_total_by_its_number(rows, question, told):
    assert _planted(rows, question) == told


@pytest.mark.parametrize(
    ("question", "operation", "rows"),
    [
        ("Tổ nào có ít hộ nhất?", "least", 1),
        ("xã nào có ít lao động nhất?", "least", 1),
        ("hộ nào nuôi ít lợn nhất?", "least", 1),
        ("hội đồng nào có nhiều thành viên nhất?", "most", 1),
        ("hai xã nào trồng nhiều rừng nhất?", "most", 2),
        ("xã nào có trên 50 ha?", "count", 1),
    ],
)
def test_what_is_reckoned_is_read_with_its_marks(question, operation, rows):
    wanted = read_reckoning(question)
    assert wanted is not None
    assert (wanted.operation, wanted.rows) == (operation, rows)


@pytest.mark.parametrize(
    "question",
    [
        "xa nao co it lao dong nhat",  # "đông" or "động"
        "xã nào nhiều hộ nhất, xã nào ít hộ nhất?",
        "không phải xã Tà Hộc thì xã nào nhiều rừng nhất?",
        "bao nhiêu xã có từ 50 ha đến 70 ha?",
        "mấy xã có trên 50 ha và dưới 90 ha?",
        "mấy xã không có trên 50 ha?",
        "tổng diện tích của các xã có trên 50 ha là bao nhiêu?",
        "how many communes have over 1,000 ha?",
        "Quảng Nam xã nào có nhiều hộ nhất?",
        "Hải Dương, đến hết năm xã nào có nhiều hộ nhất?",
        "Ở Ba Vì xã nào có nhiều hộ nhất?",
        "hết tháng 6 xã nào có nhiều hộ nhất?",
    ],
)
def test_a_question_in_doubt_is_not_reckoned(question):
    assert read_reckoning(question) is None


@pytest.mark.parametrize(
    ("unit", "measure", "keeps"),
    [
        ("ha", "m2", None),
        ("ha", "ha", True),
        ("ho", "ha", None),
        ("dong", "triệu đồng", None),
        ("em", "", True),
    ],
)
def test_a_bound_in_another_unit_is_not_held_to(unit, measure, keeps):
    assert Bound(">", "1", "", unit).keeps(Decimal(5), measure) is keeps


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (["1,250", "3,500"], False),
        (["1,250", "90"], False),
        (["1,250", "3,5"], True),
        (["12,5", "1.250"], True),
    ],
)
def test_a_comma_before_three_digits_only_is_not_read(cells, read):
    assert (read_column(cells) is not None) is read


@pytest.mark.parametrize(("value", "shown"), [("-0.5", "-0,5"), ("-1200", "-1.200"), ("0", "0")])
def test_a_figure_keeps_its_sign(value, shown):
    assert show_figure(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("Đơn vị: Hộ kinh doanh Nà Pó\n", ""),
        ("Đơn vị: Đồng Tháp", ""),
        ("Đơn vị: Người lao động\n", ""),
        ("Đơn vị: hộ\n", "hộ"),
        ("(Đơn vị: đồng)", "đồng"),
        ("**Đơn vị: ha** |", "ha"),
        ("Đơn vị: %\n", "%"),
    ],
)
def test_a_measure_ends_its_line_or_bracket(words: str, measure: str) -> None:
    assert measure_above(words) == measure


def test_a_question_without_marks_asks_for_the_most():
    assert _planted("Xã Đông 100; Xã Tây 60; Xã Nam 45", "xa nao trong nhieu rung nhat") == [
        "Xã Đông",
        "100 ha",
    ]
