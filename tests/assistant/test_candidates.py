"""What is put before the chooser: for each sort of question one candidate tells all that is asked, from its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from assistant.answer.cite import compose
from assistant.model import Turn
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import TEXTS, open_desk

BOARD = "bo-noi-vu.txt"
BOARD_TEXT = """BỘ NỘI VỤ
Số: 77/QĐ-BNV
Hà Nội, ngày 03 tháng 4 năm 2032

QUYẾT ĐỊNH
Phê duyệt Đề án số hóa hồ sơ lưu trữ lịch sử

Điều 1. Nội dung hỗ trợ
1. Kinh phí thực hiện Đề án được bố trí từ các nguồn:
a) Ngân sách trung ương;
b) Vốn vay và tài trợ hợp pháp khác.
2. Đối tượng được hỗ trợ gồm:
a) Kho lưu trữ cấp tỉnh;
b) Kho lưu trữ chuyên ngành;
c) Trung tâm bảo quản tư liệu.

3. Mức hỗ trợ:
a) Kho từ 10 người đến dưới 40 người: 15 triệu đồng;
b) Kho từ 40 người trở lên: 20 triệu đồng.
Điều 2. Chỉ tiêu
1. Tỷ lệ hồ sơ giấy được bồi nền đạt   % trở lên.
2. Diện tích kho lưu trữ đạt 900 m2 mỗi tỉnh.
Điều 3. Tổ chức thực hiện
1. Các tỉnh bố trí diện tích kho lưu trữ đạt 700 m2 mỗi tỉnh.
2. Làm điểm số hóa hồ sơ tại các tỉnh: Sơn Hà, Vân Khê và Nậm Sơn.
3. Tiền thuê máy quét hồ sơ do ngân sách địa phương bảo đảm.

Nơi nhận:
- Văn phòng Chính phủ;
- Lưu: VT.
BỘ TRƯỞNG

Phan Thị Lụa

PHỤ LỤC
DANH MỤC NHIỆM VỤ SỐ HÓA
TT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời hạn\tSản phẩm
1\tKhảo sát kho lưu trữ giấy\tCục Văn thư\tSở Nội vụ\tQuý I/2033\tBáo cáo khảo sát
2\tĐào tạo cán bộ số hóa\tTrung tâm Tin học\tCục Văn thư\t\tGiấy chứng nhận
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({**TEXTS, BOARD: BOARD_TEXT}) as desk:
        yield desk


CASES = [
    # source, question, all that one candidate of it says
    ("parts", "khảo sát kho lưu trữ giấy do ai làm, bao giờ xong?", ("Cục Văn thư", "Quý I/2033")),
    ("parts", "đào tạo cán bộ số hóa sản phẩm là gì, hạn khi nào", ("Giấy chứng nhận", "để trống")),
    ("parts", "đào tạo cán bộ số hóa hạn khi nào", ("để trống",)),
    ("listing", "đề án số hóa lấy tiền từ những nguồn nào", ("Ngân sách trung ương", "Vốn vay")),
    ("listing", "đối tượng được hỗ trợ gồm những gì", ("cấp tỉnh", "chuyên ngành", "bảo quản tư liệu")),
    ("listing", "có mấy đối tượng được hỗ trợ", ("**3**",)),
    ("parts", "tiền thuê máy quét lấy từ ngân sách nào", ("ngân sách địa phương bảo đảm",)),
    ("which_part", "điều mấy nói về nội dung hỗ trợ số hóa", ("Điều 1.", "Ngân sách trung ương")),
    ("untold", "đào tạo cán bộ số hóa từ nguồn kinh phí nào", ("không nêu nguồn kinh phí", "Đào tạo cán bộ")),
    ("untold", "tỷ lệ hồ sơ được bồi nền đạt bao nhiêu phần trăm", ("còn để trống",)),
    ("listing", "danh mục nhiệm vụ số hóa kèm quyết định có mấy việc", ("**2**", "Khảo sát", "Đào tạo")),
    (
        "both",
        "kho có 12 người với kho có 45 người được hỗ trợ bao nhiêu",
        (
            "| kho có 12 người |",
            "15 triệu đồng",
            "| kho có 45 người |",
            "20 triệu đồng",
        ),
    ),
    (
        "claim_numbers",
        "có phải diện tích kho lưu trữ mỗi tỉnh đạt 950 m2 không",
        ("**Không.**", "900 m2"),
    ),
    ("untold", "đào tạo cán bộ số hóa tổ chức ở tỉnh nào", ("không nêu địa điểm", "Đào tạo cán bộ")),
    ("titled", "quyết định về số hóa hồ sơ lưu trữ số mấy, ngày nào", ("77/QĐ-BNV", "03/04/2032")),
    ("passage", "đối tượng nào được hỗ trợ", ("cấp tỉnh", "bảo quản tư liệu")),
    ("count", "Điều 1 của quyết định số hóa hồ sơ có mấy khoản", ("**3**", "Kinh phí thực hiện")),
    ("count", "Phòng Dân vận chủ trì mấy việc", ("**2**", "Tập huấn cán bộ", "Thi cán bộ dân vận khéo")),
    ("count", "tháng 3 Phòng Dân vận có mấy việc", ("**1**", "Tập huấn cán bộ")),
    ("duties", "Sở Nông nghiệp và Môi trường phải làm gì", ("vườn ươm giống", "chính sách hỗ trợ giống")),
    ("which_plans", "những kế hoạch nào trồng mới cây dược liệu", ("tỉnh Sơn Hà", "xã Bản Mờ")),
    ("facts", "liệt kê các chỉ tiêu của kế hoạch tỉnh Sơn Hà", ("350 ha", "85%")),
    ("facts", "kế hoạch tỉnh Sơn Hà có những hạn báo cáo nào", ("10/6/2031", "05/12/2031")),
    ("mentions", "Sở Nội vụ có mặt trong những việc nào", ("Khảo sát kho lưu trữ giấy",)),
    (
        "report_to",
        "báo cáo năm của tỉnh Sơn Hà nộp khi nào, gửi ai",
        ("**trước ngày 05/12/2031** → **Sở Nông nghiệp",),
    ),
    ("identity", "ai ký quyết định phê duyệt đề án số hóa hồ sơ", ("Phan Thị Lụa",)),
]


FOLLOWED = [
    # what was asked and answered, the follow-up, what one candidate says
    (
        "ai khảo sát kho lưu trữ giấy?",
        "Cục Văn thư chủ trì [1].",
        "sản phẩm là gì, bao giờ xong",
        ("Báo cáo khảo sát", "Quý I/2033"),
    ),
    (
        "báo cáo 6 tháng của tỉnh Sơn Hà hạn ngày nào?",
        "trước ngày 10/6/2031 [1].",
        "gửi cho ai?",
        ("Nông nghiệp",),
    ),
]


def _told(desk: Desk, source: str, question: str, history: Sequence[Turn] = ()) -> list[str]:
    weighed = weigh_question(desk, question, history)
    plans = desk.context().knowledge.plans
    return [compose(c.need, plans, c.statements).text for c in weighed.candidates if c.source == source]


@pytest.mark.parametrize(("source", "question", "said"), CASES, ids=[case[1] for case in CASES])
def test_a_candidate_tells_all(desk: Desk, source: str, question: str, said: tuple[str, ...]) -> None:
    told = _told(desk, source, question)
    assert any(all(word in text for word in said) for text in told), told


@pytest.mark.parametrize(
    ("asked", "answer", "question", "said"), FOLLOWED, ids=[case[2] for case in FOLLOWED]
)
def test_a_follow_up_is_asked_of_the_place_of_the_last_answer(
    desk: Desk, asked: str, answer: str, question: str, said: tuple[str, ...]
) -> None:
    told = _told(desk, "followed", question, (Turn("user", asked), Turn("assistant", answer)))
    assert any(all(word in text for word in said) for text in told), told


def test_the_number_of_a_heading_is_no_number_told(desk: Desk) -> None:
    weighed = weigh_question(desk, "đối tượng được hỗ trợ số hóa gồm những ai")
    pairs = zip(weighed.candidates, weighed.rows, strict=True)
    rows = [row for one, row in pairs if one.statements[0].text.startswith("**2. Đối tượng")]
    assert rows and not any(row["bold_has_number"] for row in rows)


def test_two_sides_are_told_in_one_table(desk: Desk) -> None:
    told = _told(
        desk, "both", "Ở tỉnh Sơn Hà trồng mới dược liệu với tập huấn hộ nông dân, mỗi bên bao nhiêu?"
    )
    assert any("350 ha" in text and "1.200" in text for text in told), told


def test_words_of_a_ministrys_name_do_not_name_its_plan(desk: Desk) -> None:
    weighed = weigh_question(desk, "công tác nội vụ của tỉnh Sơn Hà do ai tham mưu", ())
    assert BOARD not in weighed.need.scope.tiers[0]


def test_a_body_that_acts_keeps_the_other_plans_in_sight(desk: Desk) -> None:
    weighed = weigh_question(desk, "Bộ Nội vụ nhận kết quả giám sát khi nào", ())
    assert {name for tier in weighed.need.scope.tiers for name in tier} == {*TEXTS, BOARD}


def test_a_share_asked_for_is_no_count_of_sections(desk: Desk) -> None:
    assert not _told(desk, "count", "tỷ lệ hồ sơ giấy được bồi nền đạt bao nhiêu phần trăm")


def test_a_place_left_blank_is_weighed_against_its_bare_quote(desk: Desk) -> None:
    weighed = weigh_question(desk, "tỷ lệ hồ sơ giấy được bồi nền đạt bao nhiêu phần trăm", ())
    opened = [row for c, row in zip(weighed.candidates, weighed.rows, strict=True) if c.source == "untold"]
    assert 1.0 in {row["open_gap"] for row in opened}
    assert 1.0 in {row.get("bare_of_open") for row in weighed.rows}
