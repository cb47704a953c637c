"""The one value that is asked about is told, whole: not its neighbour's, not the case itself, not another report's day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

TEXT = """ĐẢNG BỘ TỈNH SƠN HÀ
ĐẢNG UỶ XÃ SUỐI BẠC
Số 19-KH/ĐU
Suối Bạc, ngày 05 tháng 01 năm 2032

KẾ HOẠCH
Kiểm tra, giám sát năm 2032

I. CHỈ TIÊU
1. Ban Thường vụ kiểm tra 04 tổ chức đảng và 03 đảng viên.
2. Mỗi chi bộ kiểm tra ít nhất 15% đảng viên, riêng chi bộ dưới 10 đảng viên kiểm tra tối thiểu 01 đảng viên.
3. Đảng bộ có 41 chi bộ, 612 đảng viên; trong đó 02 đồng chí bí thư chi bộ mới nhận nhiệm vụ.
4. Từ 01/10/2032: ngừng gửi phiếu giấy ở các chi bộ, trừ Chi bộ Công an (chuyển đổi trước 31/12/2032).

II. TỔ CHỨC THỰC HIỆN
1. Các chi bộ trực thuộc gửi kế hoạch trước ngày 31/01/2032; gửi báo cáo 06 tháng trước ngày 01/6, báo cáo năm trước ngày 15/11/2032.
2. Thẩm định hồ sơ kỷ luật không quá 30 ngày kể từ ngày nhận đủ hồ sơ.
3. Trả lời đơn thư trong 05 ngày làm việc; mỗi chi bộ cử ít nhất 02 đảng viên làm đầu mối.
4. Quý II: mở lớp tập huấn tại 08 thôn đợt 1. Quý III: giám sát các chi bộ còn lại.
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"dang-uy-suoi-bac.txt": TEXT}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("Chi bộ dưới 10 đảng viên phải kiểm tra bao nhiêu đảng viên?", "**tối thiểu 01 đảng viên**", "**dưới 10"),
        ("Đảng bộ xã có bao nhiêu chi bộ?", "**41 chi bộ**", "**02 đồng chí"),
        ("Các chi bộ gửi báo cáo năm trước ngày nào?", "**trước ngày 15/11/2032**", "**trước ngày 01/6"),
        ("Các chi bộ gửi báo cáo 6 tháng trước ngày nào?", "**trước ngày 01/6**", "15/11/2032**"),
        ("Thời hạn thẩm định hồ sơ kỷ luật là bao lâu?", "**không quá 30 ngày", "**30 ngày"),
        ("Trả lời đơn thư trong mấy ngày?", "05 ngày làm việc**", "05 ngày**"),
        ("Mỗi chi bộ cử mấy đảng viên làm đầu mối?", "**ít nhất 02 đảng viên", "đảng viên làm**"),
        ("Từ khi nào ngừng gửi phiếu giấy?", "**Từ 01/10/2032**", "**trước 31/12/2032"),
        ("Giám sát các chi bộ còn lại khi nào?", "**Quý III**", "**Quý II**"),
    ],
)  # fmt: skip
def test_the_value_asked_about_is_told_whole(desk: Desk, question: str, told: str, not_told: str) -> None:
    text = answer_question(desk, question).text
    assert told in text and not_told not in text, text


def test_what_is_counted_second_is_not_told_the_first_number(desk: Desk) -> None:
    text = answer_question(desk, "Ban Thường vụ kiểm tra mấy tổ chức đảng, mấy đảng viên?").text
    assert "**04 tổ chức đảng**" in text and "**03 đảng viên**" in text, text


def test_which_of_two_has_more_is_told_by_the_numbers_of_both_or_not_at_all() -> None:
    base = TEXT.split("I. CHỈ TIÊU")[0]
    one = (
        base
        + "I. HỢP TÁC TRONG XÃ\na) Ký thoả thuận giữa 03 bên: xã, doanh nghiệp, hợp tác xã.\nb) Mời gọi đầu tư.\nc) Liên kết tiêu thụ.\n"
    )
    one += "II. ĐẶC ĐIỂM\n1. Xã có 14 thôn, 2.310 hộ; hộ nghèo 6,5%.\n"
    other = base.replace("SUỐI BẠC", "BẢN MỜ").replace("Suối Bạc", "Bản Mờ").replace("19-KH", "23-KH")
    other += "I. ĐẶC ĐIỂM\n1. Xã có 9 thôn, 1.105 hộ; hộ nghèo 8,1%.\n2. Hỗ trợ hợp tác xã có đủ năng lực tài chính.\n"
    other += "3. Thôn có tỷ lệ hộ nghèo cao hơn thì được xếp hỗ trợ trước.\n"
    with open_desk({"suoi-bac.txt": one, "ban-mo.txt": other}) as desk:
        told = answer_question(desk, "Suối Bạc và Bản Mờ: tỷ lệ hộ nghèo của ai cao hơn?").text
        assert "**6,5%**" in told and "**8,1%**" in told, told
        untold = answer_question(desk, "Suối Bạc với Bản Mờ, xã nào có nhiều hợp tác xã hơn theo kế hoạch?")
        assert untold.status == "not_found", untold.text


def test_a_body_called_by_a_part_of_its_name_is_not_denied() -> None:
    text = TEXT.replace("II. TỔ CHỨC", "II. NHIỆM VỤ\n1. Công ty Điện lực Sơn Hà: ưu tiên cấp điện cho trạm bơm, cơ sở y tế.\n\nIII. TỔ CHỨC")  # fmt: skip
    with open_desk({"dang-uy-suoi-bac.txt": text}) as desk:
        answer = answer_question(
            desk, "Điện lực Sơn Hà có phải lo điện cho bệnh viện, trạm xá trước không?"
        ).text
        assert "cơ sở y tế" in answer and "**Không.**" not in answer, answer
