"""What an answer must hold: a time where one is asked for, a verdict or a word that there is none, a duty's own list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.cite import Statement
from assistant.answer.judged.judge import barred
from assistant.answer.judged.set_features import set_features
from assistant.answer.wording import say
from assistant.ask import answer_question
from assistant.model import Turn
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import open_desk

TEXT = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 44/KH-UBND
Sơn Hà, ngày 12 tháng 01 năm 2031

KẾ HOẠCH
Phòng, chống dịch bệnh trên đàn vật nuôi năm 2031

Thực hiện Nghị định số 05/2030/NĐ-CP ngày 05/6/2030 của Chính phủ, UBND tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU
- Tiêm phòng cho 90% đàn trâu, bò.

II. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Môi trường
a) Chủ trì, phối hợp với Sở Tài chính, Công an tỉnh xây dựng phương án tiêu hủy vật nuôi theo Nghị định số 05/2030/NĐ-CP ngày 05/6/2030 của Chính phủ.
b) Giám sát dịch bệnh tại các chợ gia súc.
2. Sở Tài chính
Bố trí kinh phí mua vắc xin theo phân cấp ngân sách hiện hành.
Hướng dẫn thanh toán chi phí tiêu hủy.
3. Ủy ban nhân dân cấp xã
Rà soát tổng đàn vật nuôi; thống kê hộ chăn nuôi.
Báo cáo kết quả về UBND tỉnh (qua Sở Nông nghiệp và Môi trường) trước ngày 15/11/2031 để tổng hợp, báo cáo Bộ Nông nghiệp và Môi trường.
4. Trách nhiệm khác
Các trường báo cáo công tác thú y về Sở Nội vụ trước ngày 10/12/2031 để tổng hợp, báo cáo UBND tỉnh.
Chi cục Thú y tạm dừng cấp giấy kiểm dịch cho cơ sở giết mổ trong các trường hợp sau:
a) Cơ sở không khai báo ổ dịch.
b) Cơ sở chưa tiêu độc chuồng trại.
5. Sở Văn hóa, Thể thao và Du lịch phối hợp với Đài Truyền thanh tỉnh tuyên truyền tiêm phòng.
6. Trạm Thú y, Hội Nông dân tỉnh
Xây dựng kế hoạch, gửi Sở Nông nghiệp và Môi trường trước ngày 15/02/2031; báo cáo 6 tháng trước ngày 10/6/2031, báo cáo năm trước ngày 05/11/2031.

III. KINH PHÍ KHEN THƯỞNG
Từ quỹ thi đua của tỉnh.

Nơi nhận:
- Sở Tài chính;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Thắng
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"tinh-son-ha.txt": TEXT}) as desk:
        yield desk


@pytest.mark.parametrize(
    "question",
    [
        "Khi nào Sở Tài chính phải bố trí kinh phí mua vắc xin?",
        "When must the Department of Finance provide money for vaccines?",
    ],
)
def test_duties_without_a_time_answer_no_when(desk: Desk, question: str) -> None:
    answer = answer_question(desk, question)
    assert answer.status == "not_found"
    assert "Bố trí kinh phí mua vắc xin" in answer.text


def test_duties_with_a_time_may_answer_when(desk: Desk) -> None:
    answer = answer_question(desk, "Khi nào UBND cấp xã phải báo cáo kết quả?")
    assert (answer.status, "15/11/2031" in answer.text) == ("answered", True)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("UBND cấp xã báo cáo kết quả cho ai?", "**UBND tỉnh** (qua **Sở Nông nghiệp và Môi trường**)"),
        ("Sở Nông nghiệp và Môi trường báo cáo kết quả cho ai?", "**UBND tỉnh**"),
        ("Sở Nội vụ báo cáo công tác thú y cho ai?", "**UBND tỉnh**"),
        ("Báo cáo kết quả của cấp xã có phải gửi UBND tỉnh không?", "**Đúng.**"),
        ("Báo cáo kết quả của cấp xã có phải gửi Sở Tài chính không?", "**Không.**"),
    ],
)
def test_to_whom_the_asked_reporter_sends(desk: Desk, question: str, told: str) -> None:
    answer = answer_question(desk, question)
    assert answer.text.removeprefix(f"{say('unsure', 'vi')}\n\n").split(" [1]")[0].count(told) == 1


def test_the_asked_body_is_not_its_own_partner(desk: Desk) -> None:
    answer = answer_question(
        desk, "Sở Nông nghiệp và Môi trường phối hợp với ai xây dựng phương án tiêu hủy?"
    )
    assert "**Sở Nông nghiệp và Môi trường**" not in answer.text
    assert "Sở Tài chính, Công an tỉnh" in answer.text


def test_a_department_called_by_its_first_words_is_asked_about(desk: Desk) -> None:
    answer = answer_question(desk, "Sở Văn hóa phải phối hợp với ai tuyên truyền tiêm phòng?")
    assert "Đài Truyền thanh tỉnh" in answer.text


def test_the_day_of_a_plan_is_not_that_of_a_report(desk: Desk) -> None:
    answer = answer_question(desk, "Hội Nông dân phải gửi kế hoạch trước ngày nào?")
    assert "15/02/2031**" in answer.text
    assert "10/6/2031**" not in answer.text


def test_an_annual_report_is_not_that_of_six_months(desk: Desk) -> None:
    answer = answer_question(desk, "When must Hội Nông dân send its annual report?")
    assert "05/11/2031**" in answer.text
    assert "10/6/2031**" not in answer.text


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("Hội Nông dân gửi báo cáo nửa năm trước ngày nào?", "10/6/2031**", "05/11/2031**"),
        ("hoi nong dan nop bao cao cong tac ca nam truoc ngay may", "05/11/2031**", "10/6/2031**"),
        ("Khi nào Hội Nông dân gửi báo cáo cuối năm?", "05/11/2031**", "10/6/2031**"),
    ],
)
def test_a_report_is_due_on_the_day_of_its_own_period(
    desk: Desk, question: str, told: str, other: str
) -> None:
    answer = answer_question(desk, question)
    assert told in answer.text
    assert other not in answer.text


def test_the_other_period_may_be_asked_on_about(desk: Desk) -> None:
    before = (Turn("user", "Hội Nông dân nộp báo cáo 6 tháng khi nào?"), Turn("assistant", "10/6/2031"))
    answer = answer_question(desk, "cả năm thì sao", before)
    assert "05/11/2031**" in answer.text
    assert "10/6/2031**" not in answer.text


def test_both_periods_asked_for_are_told(desk: Desk) -> None:
    answer = answer_question(desk, "Hội Nông dân báo cáo 6 tháng và năm hạn nào?")
    assert "10/6/2031**" in answer.text
    assert "05/11/2031**" in answer.text
    assert "15/02/2031**" not in answer.text


def test_a_telephone_of_a_body_is_not_its_duties(desk: Desk) -> None:
    assert answer_question(desk, "điện thoại Sở Tài chính").status == "not_found"


def test_who_helps_is_asked_after_who_leads(desk: Desk) -> None:
    before = "Sở nào chủ trì xây dựng phương án tiêu hủy?"
    history = (Turn("user", before), Turn("assistant", answer_question(desk, before).text))
    answer = answer_question(desk, "ai phối hợp?", history)
    assert "**Sở Nông nghiệp và Môi trường**" not in answer.text
    assert "Sở Tài chính, Công an tỉnh" in answer.text


def test_who_was_told_is_no_other_body(desk: Desk) -> None:
    before = (
        Turn("user", "Sở nào giám sát dịch bệnh?"),
        Turn("assistant", "**Sở Nông nghiệp và Môi trường** [1]"),
    )
    weighed = weigh_question(desk, "còn sở nào khác?", before)
    told = [c for c, row in zip(weighed.candidates, weighed.rows, strict=True) if not barred(row)]
    assert told
    assert not any("**Sở Nông nghiệp và Môi trường**" in candidate.statements[0].text for candidate in told)


def test_the_fuller_heading_is_meant() -> None:
    other = TEXT.replace("44/KH-UBND", "45/KH-UBND").replace("KINH PHÍ KHEN THƯỞNG", "KINH PHÍ")
    with open_desk({"mot.txt": TEXT, "hai.txt": other.replace("quỹ thi đua", "ngân sách")}) as desk:
        answer = answer_question(desk, "Kinh phí khen thưởng lấy từ đâu?")
    assert "quỹ thi đua" in answer.text
    assert "ngân sách của tỉnh" not in answer.text


def test_a_duty_is_told_with_the_list_that_it_leads_in(desk: Desk) -> None:
    weighed = weigh_question(desk, "Chi cục Thú y có nhiệm vụ gì?")
    duties = next(candidate for candidate in weighed.candidates if candidate.source == "duties")
    assert "chưa tiêu độc chuồng trại" in duties.statements[-1].text


def test_a_claim_that_is_not_judged_is_said_to_be_left_open(desk: Desk) -> None:
    answer = answer_question(desk, "Đàn trâu có phải tiêm phòng 90% trong tháng 3 không?")
    assert answer.text.startswith(say("unjudged", "vi"))


SEVERAL_TEXT = """ỦY BAN NHÂN DÂN
XÃ SUỐI BẠC
Số: 12/KH-UBND
Suối Bạc, ngày 20 tháng 02 năm 2031

KẾ HOẠCH
Trồng rừng gỗ lớn năm 2031

Thực hiện Kế hoạch số 44/KH-UBND ngày 12/01/2031 của UBND tỉnh Sơn Hà; Công văn số 318/SNNMT-KL ngày 30/01/2031 của Sở Nông nghiệp và Môi trường về việc hướng dẫn trồng rừng; Chương trình số 05-CTr/ĐU ngày 02/01/2031 của Đảng ủy xã, UBND xã Suối Bạc ban hành Kế hoạch như sau:

I. MỤC TIÊU
Đến ngày 30/9/2031 xã công bố xóa bỏ vườn tạp trên toàn địa bàn; hết năm 2031 đạt độ che phủ rừng 52%.
Kế hoạch số 12/KH-UBND thay thế Kế hoạch số 07/KH-UBND ngày 14/3/2029 của UBND xã về cây phân tán.

II. NHIỆM VỤ
1. Tổ chức 03 đợt trồng rừng trong năm: vụ Xuân tại bản Nà Phan (từ 20/01 đến 20/3/2031); Tết trồng cây tại bản Lụng (từ 15/4 đến 15/5/2031); vụ Thu tại bản Pá Khoang (từ 25/8 đến 25/9/2031).
2. Duy trì 03 vườn ươm đầu mối (Nà Lụng, Khuổi Dú, Km 12).
3. Phòng Kinh tế dự thảo báo cáo, trình UBND xã trước ngày 20/6/2031 (đối với 6 tháng) và ngày 15/12/2031 (đối với báo cáo năm).

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Vàng A Páo
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Xã phải xóa bỏ vườn tạp toàn địa bàn vào ngày nào?", "**Đến ngày 30/9/2031**"),
        ("Kế hoạch 12 của xã thay thế kế hoạch nào?", "**07/KH-UBND ngày 14/3/2029**"),
        ("Kế hoạch số 12 của xã căn cứ văn bản nào của Sở Nông nghiệp và Môi trường?", "318/SNNMT-KL"),
        ("Trong năm có mấy đợt trồng rừng?", "bản Pá Khoang"),
        ("Có bao nhiêu vườn ươm, tên gì?", "Nà Lụng"),
        ("Phòng Kinh tế trình dự thảo báo cáo năm trước ngày nào?", "**ngày 15/12/2031** [1]"),
    ],
)
def test_what_is_told_is_that_of_the_thing_asked_for(question: str, told: str) -> None:
    with open_desk({"xa-suoi-bac.txt": SEVERAL_TEXT}) as desk:
        assert told in answer_question(desk, question).text


def test_no_day_is_told_for_an_hour() -> None:
    hours = "Báo cáo nhanh ca bệnh dại trước 14 giờ thứ Ba hằng tuần; báo cáo tháng ca bệnh dại trước ngày 25 hằng tháng."
    with open_desk({"mot.txt": TEXT.replace("Từ quỹ thi đua của tỉnh.", hours)}) as desk:
        text = answer_question(desk, "Báo cáo ca bệnh dại gửi chậm nhất mấy giờ?").text
    assert "**trước 14 giờ thứ Ba hằng tuần**" in text
    assert "**trước ngày 25 hằng tháng**" not in text


@pytest.mark.parametrize(
    ("question", "told", "said"),
    [
        ("UBND cấp xã báo cáo kết quả trước mấy giờ?", "trước 9h00’ và 16h00’", 1.0),
        ("UBND cấp xã báo cáo kết quả trước mấy giờ?", "hằng ngày", 0.0),
        ("Tiêm phòng đợt 1 từ ngày nào tới ngày nào?", "từ ngày 03/3 đến ngày 20/3/2031", 1.0),
        ("Tiêm phòng đợt 1 từ ngày nào tới ngày nào?", "trước ngày 15/11/2031", 0.0),
    ],
)
def test_an_hour_or_a_stretch_asked_for_is_said_or_not(
    desk: Desk, question: str, told: str, said: float
) -> None:
    need = weigh_question(desk, question).need
    row = set_features(need, "single_typed", [Statement(f"**{told}**", ())], [])
    assert (row["count_said"], row["count_bare"]) == (said, 1.0 - said)
