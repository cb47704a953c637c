"""Which plan of a small library is meant, by the whole name of its issuer, by its level and by its topic; and of what is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.candidates import HEAD_ONLY
from assistant.ask import answer_question
from assistant.question.understand import understand
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import open_desk

COMMUNE, SCHOOL, DEPARTMENT, HOSPITAL, PROVINCE = (
    "xa-suoi-bac.txt",
    "truong.txt",
    "so.txt",
    "benh-vien.txt",
    "tinh.txt",
)
LIBRARY = {
    PROVINCE: """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 12/KH-UBND
Sơn Hà, ngày 10 tháng 02 năm 2032

KẾ HOẠCH
Phân loại rác thải tại nguồn năm 2032

Theo kết luận của Phó Chủ tịch UBND tỉnh Lò Văn Páo tại cuộc họp ngày 05/02/2032.

I. NHIỆM VỤ
1. Sở Nông nghiệp và Môi trường chủ trì biên soạn Sổ tay phân loại rác trước ngày 30/4/2032.
2. UBND các xã gửi kế hoạch về Sở Nông nghiệp và Môi trường trước ngày 25/3/2032.
3. Mỗi phản ánh về rác không được chuyển quá 02 lần giữa các cơ quan.
4. Kiểm tra điểm tập kết rác tại 06 xã vùng thấp và 02 xã biên giới.

PHỤ LỤC
PHÂN KỲ THỰC HIỆN
| Giai đoạn | Khu vực thực hiện | Thời gian | Người phụ trách |
|---|---|---|---|
| 1 | Các phường | 01/3 - 30/4/2032 | Bà Vi Thị Bưởi |
| 2 | Các xã vùng thấp | 01/5 - 30/6/2032 | Ông Giàng A Páo |

Nơi nhận:
- Các sở, ban, ngành tỉnh;
- Lưu: VT.
CHỦ TỊCH

Lò Văn Thắng
""",
    DEPARTMENT: """SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG
TỈNH SƠN HÀ
Số: 40/KH-SNNMT
Sơn Hà, ngày 01 tháng 3 năm 2032

KẾ HOẠCH
Triển khai phân loại rác thải tại nguồn năm 2032

1. Chi cục Bảo vệ môi trường biên soạn Sổ tay phân loại rác trước ngày 20/4/2032.
2. Các phòng nộp kế hoạch riêng trước ngày 10/3/2032.
""",
    COMMUNE: """ỦY BAN NHÂN DÂN
XÃ SUỐI BẠC
Số: 21/KH-UBND
Suối Bạc, ngày 05 tháng 3 năm 2032

KẾ HOẠCH
Phòng, chống dịch bệnh trên đàn vật nuôi xã Suối Bạc năm 2032

1. Phòng Kinh tế tiêm phòng cho 1.200 con trâu, bò trước ngày 20/5/2032.
2. Trạm Y tế xã trực 24/24 giờ. Số điện thoại đường dây nóng:
....................

Nơi nhận:
- UBND tỉnh;
- Các thôn;
- Lưu: VT.
""",
    SCHOOL: """UBND XÃ SUỐI BẠC
TRƯỜNG THCS SUỐI BẠC
Số: 07/KH-THCS
Suối Bạc, ngày 05 tháng 9 năm 2032

KẾ HOẠCH
An toàn trường học năm học 2032 - 2033

1. Nhà trường có 16 lớp với 548 học sinh, trong đó 210 học sinh bán trú.
2. Bảo vệ trực cổng, tổ chức phát thanh măng non 02 buổi mỗi tuần.
""",
    HOSPITAL: """SỞ Y TẾ TỈNH SƠN HÀ
BỆNH VIỆN ĐA KHOA TỈNH
Số: 33/KH-BVĐK
Sơn Hà, ngày 05 tháng 02 năm 2032

KẾ HOẠCH
Triển khai bệnh án điện tử năm 2032

1. Phòng Hành chính - Quản trị chuẩn bị mặt bằng xong trước ngày 10/4/2032.
2. Khoa Chẩn đoán hình ảnh kết nối máy chụp vào hệ thống trước ngày 30/4/2032.
3. Khoa Dược nghiệm thu phần mềm trong tháng 9/2032.
""",
}


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk(LIBRARY) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("Trường THCS Suối Bạc có bao nhiêu học sinh bán trú?", SCHOOL),
        ("Xã Suối Bạc tiêm phòng bao nhiêu con trâu, bò?", COMMUNE),
        ("Trong tháng 4/2032 bệnh viện đa khoa tỉnh có những việc gì phải xong?", HOSPITAL),
        ("Sổ tay phân loại rác theo Sở phải xong trước ngày nào?", DEPARTMENT),
        ("Sổ tay phân loại rác theo tỉnh phải xong trước ngày nào?", PROVINCE),
        ("Kế hoạch phòng dịch gửi những ai?", COMMUNE),
    ],
)
def test_the_plan_that_is_meant(desk: Desk, question: str, plan: str) -> None:
    tiers = understand(question, desk.context()).scope.tiers
    assert plan in tiers[0] and len(tiers[0]) <= 2, tiers


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Trường THCS Suối Bạc có bao nhiêu học sinh bán trú?", ["**210 học sinh"]),
        ("Hạn nộp kế hoạch của xã về Sở NNMT là bao giờ?", ["**trước ngày 25/3/2032"]),
        (
            "Trong tháng 4/2032 bệnh viện đa khoa tỉnh có những việc gì phải xong?",
            ["10/4/2032", "30/4/2032"],
        ),
        ("Kế hoạch phòng dịch gửi những ai?", ["Nơi nhận (2)", "Các thôn"]),
        ("Mỗi phản ánh về rác được chuyển tối đa mấy lần?", ["**02 lần"]),
        ("Kiểm tra điểm tập kết rác tại bao nhiêu xã?", ["**06 xã; 02 xã**"]),
        ("Ai phụ trách giai đoạn 2 phân loại rác?", ["Giai đoạn 2 – ", "Giàng A Páo"]),
        ("Số điện thoại đường dây nóng của Trạm Y tế xã?", ["để trống", "đường dây nóng: …"]),
        ("Ai chủ trì và hạn khi nào cho việc biên soạn Sổ tay phân loại rác của tỉnh?", ["30/4/2032", "**Sở Nông nghiệp"]),
    ],
)  # fmt: skip
def test_what_the_plan_tells(desk: Desk, question: str, told: list[str]) -> None:
    answer = answer_question(desk, question)
    assert answer.status == "answered" and all(words in answer.text for words in told), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch cải cách tư pháp của UBND tỉnh Sơn Hà năm 2032 giao việc gì?",
        "Phát thanh măng non của trường lúc mấy giờ?",
    ],
)
def test_what_no_plan_tells_is_refused(desk: Desk, question: str) -> None:
    answer = answer_question(desk, question)
    assert answer.status == "not_found", answer.text


def test_whom_a_report_is_sent_to_no_list_of_recipients_tells(desk: Desk) -> None:
    text = answer_question(desk, "gửi cho ai báo cáo nghiệm thu phần mềm của UBND xã?").text
    assert "Nơi nhận" not in text, text


def test_the_head_of_a_committee_names_no_province(desk: Desk) -> None:
    provinces = {plan.letterhead.province for plan in desk.context().knowledge.plans.values()}
    assert "Lò Văn Páo" not in provinces and "Sơn Hà" in provinces


def test_where_the_plans_meant_tell_it_the_heads_of_others_are_not_told(desk: Desk) -> None:
    weighed = weigh_question(desk, "KH phân loại rác thải tại nguồn gửi báo cáo bộ nào")
    assert len(weighed.need.scope.tiers) > 1
    tiers = {
        one.tier for one in weighed.candidates if one.source in HEAD_ONLY and one.need.kind == "recipients"
    }
    assert tiers == {0}
