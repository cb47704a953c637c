"""What a yes-or-no question claims, held against the words of a place."""

from __future__ import annotations

import pytest

from assistant.answer.evidence.claimed import (
    compare,
    denies,
    narrows,
    of_another_case,
    read_claim,
)
from assistant.answer.evidence.owed import frees
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


DENIALS = [
    # question, what a place says, whether it denies what is asked
    (
        "học viên nghỉ nhiều thì có được cấp chứng chỉ không",
        "nghỉ quá nửa số buổi thì không được cấp chứng chỉ",
        True,
    ),
    ("thư viện có được thu tiền nước không", "thư viện không thu phí mượn sách", False),
    ("bệnh nhân có phải trả tiền giường không", "tỷ lệ thanh toán không dùng tiền mặt đạt 41%", False),
    ("quỹ có được dùng để xây trụ sở không", "quỹ chỉ được dùng để mua sách, không dùng để xây trụ sở", True),
    ("quỹ có được dùng để mua sách không", "quỹ chỉ được dùng để mua sách, không dùng để xây trụ sở", False),
    ("bác sĩ có phải kết luận rõ không", "phiếu không kết luận rõ thì xem như đồng ý", False),
    ("cán bộ có được dùng loa kéo không", "nghiêm cấm đốt pháo, tụ tập ban đêm, dùng loa kéo", True),
    ("cán bộ có được dùng loa phường không", "nghiêm cấm đốt pháo, dùng súng hơi", False),
    ("cán bộ bị nhắc hai lần có được xét thi đua không", "bị nhắc hai lần không được xét thi đua", True),
    ("thời hạn có được gia hạn không", "gia hạn 01 lần, thời gian không vượt quá thời hạn đầu", False),
    (
        "có được hạ thấp tiêu chuẩn tuyển giáo viên không",
        "không hạ thấp tiêu chuẩn, điều kiện kết nạp",
        False,
    ),
    ("có được hạ thấp tiêu chuẩn kết nạp không", "không hạ thấp tiêu chuẩn, điều kiện kết nạp", True),
    ("cơ quan có được hoãn họp không", "cơ quan không được hoãn họp", True),
    ("xã không đạt chuẩn thì có được nâng hạng không", "xã không đạt chuẩn không được nâng hạng", True),
]


@pytest.mark.parametrize(("question", "place", "denied"), DENIALS)
def test_a_denial_is_of_the_deed_and_its_thing(question: str, place: str, denied: bool) -> None:
    assert denies(read_claim(question), place) is denied


CASES = [
    ("nơi chưa có điện có được lắp quạt không", "nơi đã có điện được lắp quạt", True),
    ("nơi chưa có điện có được lắp quạt không", "nơi chưa có điện không lắp quạt", False),
    ("người bị nhắc một lần có được xét không", "người bị nhắc 02 lần không được xét", True),
    ("xe đã chạy 25 năm có được chở học sinh không", "xe chở học sinh không quá 20 năm", False),
    ("có được nghỉ không lương không", "được nghỉ 3 ngày", False),
]


@pytest.mark.parametrize(("question", "place", "another"), CASES)
def test_another_case_tells_nothing(question: str, place: str, another: bool) -> None:
    assert of_another_case(read_claim(question), place) is another


def test_what_is_punished_is_not_said_to_be_allowed() -> None:
    place = "thành viên chụp ảnh hồ sơ thì bị rút khỏi đoàn"
    assert narrows(read_claim("thành viên có được chụp ảnh hồ sơ không"), place)
    assert not narrows(read_claim("chụp ảnh hồ sơ có bị rút khỏi đoàn không"), place)


PAID = [
    # question, what a place says, what stands above it, whether it frees them of paying for that
    ("Hộ nghèo có phải trả tiền xe không?", "hộ nghèo được miễn", "2. Giá vé xe", True),
    ("Hộ nghèo có phải trả tiền xe không?", "hộ nghèo được miễn", "2. Giá nước", False),
    ("Hộ nghèo có phải trả tiền xe không?", "hộ nghèo được miễn tiền nhà", "2. Giá vé xe", False),
    ("Hộ nghèo tiêm vắc xin có mất tiền không?", "hỗ trợ 100% tiền vắc xin cho hộ nghèo", "", True),
    (
        "Công ty lấy bản đồ của sở có phải trả phí không?",
        "không thu phí bản đồ cấp cho các cơ quan",
        "",
        False,
    ),
    ("Bên xã lấy bản đồ của sở có bị tính phí không?", "không thu phí bản đồ cấp cho các cơ quan", "", True),
    ("Sở có phải trả lời bản đồ bị mất không?", "không thu phí bản đồ bị mất", "", False),
    (
        "Các hộ khác có phải trả tiền vắc xin không?",
        "các hộ khác tự trả tiền vắc xin, được miễn công tiêm",
        "",
        False,
    ),
    ("Do poor households pay for the map?", "the map; không thu phí", "", False),
]


@pytest.mark.parametrize(("question", "place", "above", "free"), PAID)
def test_a_party_is_freed_of_paying_for_the_thing(question: str, place: str, above: str, free: bool) -> None:
    assert frees(question, place, above) is free
