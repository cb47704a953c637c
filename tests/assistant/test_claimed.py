"""What a yes-or-no question claims, held against the words of a place."""

from __future__ import annotations

import pytest

from assistant.answer.evidence.claimed import compare, denies, narrows, read_claim
from assistant.question.cues import cue_text, find_cue

AMOUNTS = [
    # question, what a place says, whether that is the same (True), another thing (False), or neither
    ("mỗi tổ có phải đủ 7 thành viên không", "mỗi tổ có 5 thành viên", False),
    ("lớp học kéo dài 3 ngày đúng không", "tổ chức 03 lớp, mỗi lớp 3 ngày", True),
    ("có được vay 50 triệu đồng không", "cho vay không quá 100 triệu đồng", None),
    ("kiểm tra 2 lần mỗi năm phải không", "kiểm tra một lần trong năm", False),
    ("Sở A có chủ trì Dự án 6 không", "Dự án 4: nâng cao năng lực", None),
    ("được gia hạn quá 2 lần không", "gia hạn không quá 02 lần", False),
    ("có được nghỉ hơn 10 ngày không", "nghỉ 10 ngày", None),
    ("mỗi xã có quá 3 điểm thu gom không", "mỗi xã có ít nhất 04 điểm thu gom", True),
    ("trường vùng sâu đạt 90% phải không", "đạt 90%; riêng trường vùng sâu đạt từ 70%", None),
    ("khen thưởng cho tập thể không được quá 10% phải không", "không quá 10% tập thể, 5% cá nhân", True),
    ("khen thưởng cho cá nhân không quá 10% phải không", "không quá 10% tập thể, 5% cá nhân", False),
    ("có 100 hợp tác xã nuôi tôm đúng không", "100 hợp tác xã trồng lúa, 50 hợp tác xã nuôi tôm", False),
    ("tỷ lệ hộ nghèo còn 5% đúng không", "tỷ lệ hộ nghèo còn 4%, hộ cận nghèo còn 5%", False),
    ("sai số không được vượt quá 2% à", "sai số không quá 2%", True),
    ("kiểm tra một trường 2 lần được không", "không kiểm tra một trường quá 01 lần", False),
    ("hẹn lại lần thứ hai được không", "hẹn lại không quá một lần", False),
    (
        "tiếp dân ngày 10 với ngày 25 hằng tháng phải không",
        "tiếp dân định kỳ ngày 10 và ngày 25 hằng tháng",
        True,
    ),
    ("còn 8 kho phải không", "giảm từ 19 xuống còn 08 kho", True),
    ("lớp nhận 20 em được không", "từ 15 em trở xuống", False),
    (
        "tiếp dân ngày 15 ở trụ sở chính phải không",
        "tiếp dân thứ Năm tại trụ sở chính; ngày 15 tại trụ sở số 2",
        None,
    ),
]
SHAPES = [
    ("kế hoạch đã được phê duyệt chưa?", True),
    ("báo cáo trễ hai ngày được không ạ", True),
    ("sở gửi trước ngày nào, có trùng hạn của tỉnh không", False),
    ("hồ chứa nào phải kiểm tra?", False),
    ("tỉnh giao Sở Y tế lo việc này à?", True),
    ("khám một lần là đủ hả chị", True),
    ("hạn nộp báo cáo quý ạ?", False),
    ("không rõ bên nào thì coi như đồng ý phải không?", True),
    ("được lùi hai ngày không (xã Nà Lừ)", True),
]


@pytest.mark.parametrize(("question", "place", "same"), AMOUNTS)
def test_amounts_are_compared_by_what_they_count(question: str, place: str, same: bool | None) -> None:
    assert compare(read_claim(question), place) is same


def test_denials_are_of_what_is_asked() -> None:
    asked = read_claim("doanh nghiệp có phải nộp bản giấy không")
    assert denies(asked, "gửi qua hệ thống, không nộp bản giấy")
    assert not denies(asked, "doanh nghiệp không có trụ sở tại tỉnh")
    assert denies(read_claim("xe cứu thương có bị thu phí không"), "thu phí các loại xe, trừ xe cứu thương")


def test_more_than_the_bare_fact_is_not_borne_out() -> None:
    assert narrows(read_claim("có được miễn hết học phí không"), "giảm 50% học phí")
    assert not narrows(read_claim("có được giảm học phí không"), "giảm 50% học phí")
    assert not narrows(read_claim("Sở Y tế chi trả trợ cấp phải không chị"), "Sở Y tế chi trả trợ cấp")
    assert not narrows(read_claim("chỉ giữ lại 8 kho phải không"), "giảm xuống còn 8 kho")


@pytest.mark.parametrize(("question", "yesno"), SHAPES)
def test_yes_or_no_is_known_by_its_end(question: str, yesno: bool) -> None:
    assert find_cue(cue_text(question)).yesno is yesno


def test_a_deed_that_is_granted_too_is_not_denied() -> None:
    asked = read_claim("xã đạt 100% thì có được cộng 5 điểm không")
    assert denies(asked, "không đạt thì không cộng điểm")
    assert not denies(asked, "được cộng 5 điểm; không đạt thì không cộng điểm")
