"""What one department or province must do answers for no other: a body that no plan names is told to be none of theirs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.absent_bodies import absent_bodies
from assistant.ask import answer_question
from assistant.question.understand import understand
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

ABSENT = [
    # question, the body that no plan of the library names
    ("Sở Ngoại vụ phải làm gì về dược liệu?", "Sở Ngoại vụ"),
    ("so tu phap nop bao cao nam truoc ngay nao", "sở tư pháp"),
    ("Báo cáo năm gửi Sở Xây dựng trước ngày nào?", "Sở Xây dựng"),
    ("Ban Nội chính làm gì về dược liệu?", "Ban Nội chính"),
    ("Hội Đông y tỉnh Sơn Hà nộp báo cáo năm khi nào?", "Hội Đông y tỉnh Sơn Hà"),
]
THERE = [
    "Sở NNMT Sơn Hà nhận báo cáo năm trước ngày nào?",  # by initials, with its province
    "Sở Nông nghiệp phải làm gì về dược liệu?",  # by the first words of its name
    "Sở TN&MT nhận báo cáo năm khi nào?",  # by a name of before 2025
    "Cơ sở y tế nào trồng dược liệu?",  # no department
    "Trạm biên phòng Sơn Hà cần đạt mấy ha dược liệu?",
    "Sở tổ chức mấy lớp tập huấn cho cán bộ nội vụ?",
    "Đảng bộ Công an tỉnh có mấy đảng viên trồng sâm?",
    "Sở Tư pháp có chủ trì xúc tiến tiêu thụ không?",  # which may be denied
]


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk() as desk:
        yield desk


@pytest.mark.parametrize(("question", "body"), ABSENT)
def test_a_body_that_no_plan_names_is_told_so(desk: Desk, question: str, body: str) -> None:
    answer = answer_question(desk, question)
    assert answer.status == "not_found"
    assert body in answer.text


@pytest.mark.parametrize("question", THERE)
def test_other_names_of_a_body_and_other_words_are_no_absent_body(desk: Desk, question: str) -> None:
    context = desk.context()
    assert absent_bodies(understand(question, context), context.knowledge) == []


RELIEF = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 44/KH-UBND
Sơn Hà, ngày 02 tháng 9 năm 2031

KẾ HOẠCH
Cứu trợ sau bão năm 2031

I. TỔ CHỨC THỰC HIỆN
1. Sở Công Thương
Tổng hợp nhu cầu hàng hóa từ cơ sở, báo cáo UBND tỉnh trước 19 giờ 00 hằng ngày.
2. Sở Y tế
Bảo đảm thuốc, hóa chất khử khuẩn cho vùng ngập.
3. Sở Tài chính
Bố trí kinh phí cứu trợ.

Trên đây là Kế hoạch cứu trợ, Ủy ban nhân dân tỉnh Sơn Hà báo cáo Bộ Tài chính, Bộ Công Thương.

Nơi nhận:
- Sở Công Thương;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Thắng
"""


@pytest.fixture(scope="module")
def relief() -> Iterator[Desk]:
    with open_desk({"tinh-son-ha-44.txt": RELIEF}) as desk:
        yield desk


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("Sở Y tế báo cáo trước mấy giờ hằng ngày?", "19 giờ"),
        ("Sở Tài chính báo cáo cho ai?", "Bộ Công Thương"),
    ],
)
def test_what_another_body_sends_is_not_told_for_sure(relief: Desk, question: str, others: str) -> None:
    answer = answer_question(relief, question)
    assert not (answer.sure and others in answer.text and answer.status == "answered")


def test_what_the_body_itself_sends_is_told(relief: Desk) -> None:
    answer = answer_question(relief, "Sở Công Thương báo cáo trước mấy giờ hằng ngày?")
    assert "19 giờ" in answer.text
    assert answer.sure


DEPARTMENT = """UBND TỈNH SƠN HÀ
SỞ XÂY DỰNG
Số: 12/KH-SXD
Sơn Hà, ngày 05 tháng 02 năm 2031

KẾ HOẠCH
Cải cách thủ tục hành chính năm 2031

Theo đề nghị của Thanh tra Sở tại Tờ trình số 08/TTr-TTS ngày 01/02/2031, Sở Xây dựng ban hành Kế hoạch như sau:

I. NHIỆM VỤ
1. Rà soát, bãi bỏ ít nhất 07 thủ tục nội bộ trước ngày 30/6/2031.

II. TRÁCH NHIỆM
1. Trách nhiệm của Văn phòng Sở
Chuyển hồ sơ đã số hóa cho Sở Nội vụ trong thời gian không quá 02 ngày làm việc.

Nơi nhận:
- UBND tỉnh;
- Sở Nội vụ;
- Lưu: VT.
GIÁM ĐỐC

Lò Thị Mai
"""


@pytest.fixture(scope="module")
def department() -> Iterator[Desk]:
    with open_desk({"so-xay-dung-12.txt": DEPARTMENT}) as desk:
        yield desk


def test_what_a_department_plans_it_does_itself(department: Desk) -> None:
    own = answer_question(department, "Sở Xây dựng phải bãi bỏ ít nhất mấy thủ tục nội bộ?")
    other = answer_question(department, "Sở Nội vụ phải bãi bỏ ít nhất mấy thủ tục nội bộ?")
    assert "07 thủ tục" in own.text.partition("\n")[0]
    assert other.status == "not_found"


def test_what_is_of_one_department_is_not_told_of_another(department: Desk) -> None:
    own = answer_question(department, "Ở Sở Xây dựng phải bãi bỏ bao nhiêu thủ tục nội bộ?")
    other = answer_question(department, "Ở Sở Nội vụ phải bãi bỏ bao nhiêu thủ tục nội bộ?")
    assert "07 thủ tục" in own.text.partition("\n")[0]
    assert other.status == "not_found"


def test_no_recipients_of_a_plan_that_another_department_would_have_issued(department: Desk) -> None:
    assert answer_question(department, "KH của Sở Nội vụ gửi những nơi nào?").status == "not_found"
    assert "UBND tỉnh" in answer_question(department, "KH của Sở Xây dựng gửi những nơi nào?").text


@pytest.mark.parametrize(
    ("question", "there"),
    [
        ("Kế hoạch 44 của Thái Nguyên ai ký?", False),
        ("KH 44 An Giang gửi những nơi nào?", False),
        ("Kế hoạch 44 của tỉnh Sơn Hà ai ký?", True),
        ("Kế hoạch 44 ai ký?", True),
    ],
)
def test_a_number_is_not_that_of_another_province(question: str, there: bool) -> None:
    # Sơn Hà is no province that there is: its plan is given one, as the library would know it.
    plan = RELIEF.replace("Sơn Hà", "Điện Biên").replace("SƠN HÀ", "ĐIỆN BIÊN")
    with open_desk({"tinh-44.txt": plan}) as desk:
        answer = answer_question(desk, question.replace("Sơn Hà", "Điện Biên"))
    assert (answer.status == "answered") is there
