"""To whom something is sent and with whom work is done, as sentences of plans say it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.evidence.parties import does_by, partners, receivers
from assistant.ask import answer_question
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

SENT = [
    (
        "Các xã báo cáo UBND tỉnh Sơn Hà, Chủ tịch UBND tỉnh (thông qua Sở Tài chính) để xem xét",
        None,
        ("UBND tỉnh Sơn Hà", "Chủ tịch UBND tỉnh"),
        ("Sở Tài chính",),
    ),
    (
        "Định kỳ gửi báo cáo trước ngày 15/11 hằng năm về Sở Khoa học và Công nghệ để tổng hợp, tham mưu UBND tỉnh báo cáo Chính phủ",
        None,
        ("Sở Khoa học và Công nghệ",),
        (),
    ),
    (
        "Các đơn vị gửi Sở Nội vụ; Sở Nội vụ tổng hợp, báo cáo UBND tỉnh (qua Văn phòng UBND tỉnh)",
        "Sở Nội vụ",
        ("UBND tỉnh",),
        ("Văn phòng UBND tỉnh",),
    ),
    (
        "Đăng ký hỗ trợ thông qua đầu mối Ủy ban MTTQ Việt Nam tỉnh hoặc Sở Công Thương",
        None,
        (),
        ("Ủy ban MTTQ Việt Nam tỉnh", "Sở Công Thương"),
    ),
    ("Tiếp nhận hồ sơ tại Văn phòng đăng ký đất đai, Chi nhánh Văn phòng đăng ký đất đai", None, (), ()),
    ("Chỉ tiêu đăng ký theo Nghị quyết của Tỉnh ủy, HĐND tỉnh", None, (), ()),
    (
        "Đề nghị gửi phản ánh về Sở Nội vụ (Phòng Thi đua - Khen thưởng) để tổng hợp, báo cáo UBND tỉnh",
        None,
        ("Sở Nội vụ", "Phòng Thi đua - Khen thưởng"),
        (),
    ),
    (
        "Các xã gửi kết quả về UBND tỉnh, đồng thời gửi Sở Y tế để theo dõi, báo cáo Bộ Y tế",
        None,
        ("UBND tỉnh", "Sở Y tế"),
        (),
    ),
    ("Giáo viên báo Ban giám hiệu trong 30 phút; trường báo cáo UBND phường", None, ("Ban giám hiệu",), ()),
    ("Kịp thời phản ánh với cấp ủy, chính quyền những kiến nghị", None, ("cấp ủy, chính quyền",), ()),
    (
        "Khi có cháy rừng, UBND cấp xã thông báo ngay cho Hạt Kiểm lâm khu vực",
        None,
        ("Hạt Kiểm lâm khu vực",),
        (),
    ),
    ("Thông báo kết luận của Tỉnh ủy và văn bản gửi Sở Nội vụ", None, ("Sở Nội vụ",), ()),
]
TOGETHER = [
    (
        "Sở Y tế chủ trì, phối hợp với Sở Tài chính, Công an tỉnh rà soát chế độ theo Nghị định số 05/2030/NĐ-CP của Chính phủ",
        ("Sở Tài chính", "Công an tỉnh"),
    ),
    ("Phối hợp Công an tỉnh tham mưu UBND tỉnh khen thưởng các tập thể, cá nhân", ("Công an tỉnh",)),
    ("Công an xã Suối Bạc phối hợp với Sở Y tế tuyên truyền", ("Công an xã Suối Bạc",)),
    ("Tăng cường phối hợp thường xuyên giữa các sở, ngành với Mặt trận Tổ quốc trong giám sát", ("các sở, ngành", "Mặt trận Tổ quốc")),
    ("Phối hợp chặt chẽ lực lượng Công an và các đoàn thể thực hiện Kế hoạch", ("Công an", "các đoàn thể")),
    ("Phối hợp chặt chẽ, thực hiện hiệu quả các nội dung do UBND tỉnh giao", ()),
    ("Cơ quan phối hợp phải báo cáo rõ lý do với người đứng đầu đơn vị", ()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "asked", "to", "via"), SENT)
def test_the_direct_receiver_is_told_and_through_whom(
    sentence: str, asked: str | None, to: tuple[str, ...], via: tuple[str, ...]
) -> None:
    assert receivers(sentence, asked) == (to, via)


@pytest.mark.parametrize(("sentence", "names"), TOGETHER)
def test_partners_end_where_the_duty_begins(sentence: str, names: tuple[str, ...]) -> None:
    assert partners(sentence, "Sở Y tế", ()) == names


DONE_BY = """ỦY BAN NHÂN DÂN TỈNH SƠN HÀ
Số: 15/KH-UBND
Sơn Hà, ngày 20 tháng 3 năm 2031

KẾ HOẠCH
Phát triển cây dược liệu năm 2031

II. NHIỆM VỤ
1. Các xã rà soát diện tích trồng, gửi danh sách qua Chi cục Kiểm lâm thẩm định.
2. Các hộ nộp hồ sơ cho Phòng Kinh tế, Sở Nội vụ cấp chứng nhận.
3. Các xã gửi báo cáo về Sở Công Thương để theo dõi, Sở Tài chính tổng hợp.
4. Vướng mắc gửi về Sở Y tế (Phòng Nghiệp vụ) để xem xét, giải đáp.
5. Các xã lập hồ sơ nguồn nước gửi Sở Xây dựng.
II. TỔ CHỨC
1. Sở Khoa học và Công nghệ
Theo chức năng của đơn vị phối hợp, hỗ trợ, chia sẻ kinh nghiệm chi trả học bổng không dùng tiền mặt.
III. VĂN BẢN
7. Các cơ quan họp giao ban 06 tháng một lần do Sở Dân tộc và Tôn giáo chủ trì.
8. Cơ quan phát hiện vi phạm chuyển hồ sơ cho Hạt Kiểm lâm khu vực trong thời hạn 24 giờ.
9. Khi có sâu hại, các hộ thông báo cho Trạm Y tế xã Bản Mờ trong vòng 02 ngày.
6. Tiếp tục thực hiện Quyết định số 415/QĐ-TTg ngày 05 tháng 3 năm 2030 của Thủ tướng Chính phủ phê duyệt Chương trình làng nghề.

PHỤ LỤC
TIẾN ĐỘ
| TT | Nội dung công việc | Đơn vị chủ trì | Thời gian |
|---|---|---|---|
| 1 | Báo cáo kết quả trồng rừng gửi Sở Y tế | Phòng Kế hoạch | 05/6/2031 |
"""
"""What others do with what is sent to them, or beside those who send."""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"ke-hoach.txt": DONE_BY}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Cơ quan nào thẩm định danh sách?", "Chi cục Kiểm lâm"),
        ("Ai cấp chứng nhận cho các hộ?", "Sở Nội vụ"),
        ("Ai tổng hợp báo cáo của các xã?", "Sở Tài chính"),
        ("Cơ quan nào giải đáp vướng mắc?", "Sở Y tế"),
        ("Ai lập hồ sơ nguồn nước?", "Các xã"),
        ("Chương trình làng nghề do ai phê duyệt?", "Thủ tướng Chính phủ"),
        ("Ai ban hành Quyết định phê duyệt Chương trình làng nghề?", "Thủ tướng Chính phủ"),
        ("Ai chủ trì họp giao ban?", "Sở Dân tộc và Tôn giáo"),
        ("Họp giao ban bao lâu một lần, ai chủ trì?", "Sở Dân tộc và Tôn giáo"),
        ("Các hộ thông báo sâu hại cho ai?", "Trạm Y tế xã Bản Mờ"),
        ("Hồ sơ vi phạm chuyển trong bao lâu, cho ai?", "Hạt Kiểm lâm khu vực"),
        ("Báo cáo kết quả trồng rừng gửi cho ai?", "Sở Y tế** "),
    ],
)
def test_who_does_a_thing_is_whom_the_sentence_names_beside_the_verb(
    desk: Desk, question: str, named: str
) -> None:
    assert f"**{named}" in answer_question(desk, question).text


@pytest.mark.parametrize(
    "question",
    [
        "Ai nghiệm thu danh sách?",
        "Ai phê duyệt phương án làng nghề?",
        "Sở nào chủ trì chi trả học bổng không dùng tiền mặt?",
    ],
)
def test_nobody_is_told_as_certain_to_do_what_is_said_of_none(desk: Desk, question: str) -> None:
    answer = answer_question(desk, question)
    assert answer.status == "not_found" or not answer.sure


def test_who_sends_is_no_doer_in_a_yes_or_no_question(desk: Desk) -> None:
    assert answer_question(desk, "Có phải các xã thẩm định danh sách không?").verdict != "yes"
    assert answer_question(desk, "Có phải Chi cục Kiểm lâm thẩm định danh sách không?").verdict != "no"


@pytest.mark.parametrize(
    ("text", "gathers"),
    [
        ("Các xã báo cáo kết quả về UBND tỉnh (qua Sở Nội vụ tổng hợp) trước ngày 15/11", ("Sở Nội vụ",)),
        ("Báo cáo gửi về Văn phòng Sở trước ngày 20 hằng tháng để theo dõi, tổng hợp", ("Văn phòng Sở",)),
        ("Các đơn vị báo cáo thông qua Sở Tài chính tổng hợp, trình UBND tỉnh", ("Sở Tài chính",)),
        ("Báo cáo kết quả về UBND tỉnh (qua Công an tỉnh) để tổng hợp chung", ("Công an tỉnh",)),
        ("Các xã gửi Sở Y tế, Sở Xây dựng để tổng hợp", ("Sở Y tế", "Sở Xây dựng")),
        ("Sở Y tế gửi UBND tỉnh tổng hợp, Sở Xây dựng trình Tỉnh ủy tổng hợp", ("UBND tỉnh", "Tỉnh ủy")),
        ("Sở Nội vụ tổng hợp báo cáo của các xã, gửi UBND tỉnh", ("Sở Nội vụ",)),
        ("Sở Nội vụ phối hợp với Sở Y tế, Sở Xây dựng tổng hợp", ()),
        ("Các xã thực hiện theo hướng dẫn của Sở Y tế tổng hợp từ cơ sở", ()),
        ("Báo cáo do Sở Y tế tổng hợp", ("Sở Y tế",)),
        ("Các xã rà soát, tổng hợp danh sách gửi Sở Y tế", ()),
    ],
)
def test_who_gathers_is_whom_it_is_sent_to(text: str, gathers: tuple[str, ...]) -> None:
    assert does_by(text, "tong hop") == gathers
