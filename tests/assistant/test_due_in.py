"""What is due in a month, a quarter, on a day; and whose plan is meant where one body gives and a place receives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import open_desk

PROVINCE = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 52/KH-UBND
Sơn Hà, ngày 20 tháng 01 năm 2031

KẾ HOẠCH
Phòng, chống bệnh dại trên đàn chó nuôi năm 2031

I. NHIỆM VỤ
4. Sở Giáo dục và Đào tạo truyền thông trong trường học trước ngày 31/7/2031.
1. Sở Y tế mở 04 điểm tiêm huyết thanh, hoàn thành trước ngày 25/3/2031.
2. Sở Tài chính thẩm định dự toán, trình UBND tỉnh trong tháng 02/2031.
3. Báo cáo kết quả gửi Sở Nông nghiệp và Môi trường trước ngày 20/11/2031.

PHỤ LỤC I
CHỈ TIÊU GIAO CÁC XÃ

| TT | Xã | Số điểm tiêm | Tỷ lệ chó được tiêm (%) |
|---|---|---|---|
| 1 | Xã Suối Bạc | 6 | 82 |
| 2 | Xã Bản Mờ | 4 | 75 |
| 3 | Xã Nà Khoai | 3 | 71 |

PHỤ LỤC II
PHÂN CÔNG NHIỆM VỤ

| TT | Nội dung | Chủ trì | Thời gian |
|---|---|---|---|
| 1 | Thống kê đàn chó nuôi | UBND các xã | Tháng 3/2031 |
| 2 | Tập huấn bắt giữ chó thả rông | Sở Nông nghiệp và Môi trường | Tháng 4, 10 |
| 3 | Truyền thông trong trường học | Sở Giáo dục và Đào tạo | Quý II |
| 4 | Giám sát sau tiêm | Sở Y tế | Trước 30/6/2031 |
| 5 | Thi vẽ về chó nhà | Tỉnh đoàn | Từ tháng 7 đến tháng 9 |
"""
COMMUNE = """ỦY BAN NHÂN DÂN
XÃ SUỐI BẠC
Số: 09/KH-UBND
Suối Bạc, ngày 05 tháng 02 năm 2031

KẾ HOẠCH
Phòng, chống bệnh dại năm 2031

I. MỤC TIÊU
Tỷ lệ chó được tiêm đạt ít nhất 85%.
II. NHIỆM VỤ
Trạm Y tế mở 07 điểm tiêm, xong trong tháng 3.
III. KIỂM TRA
1. Kiểm tra 03 thôn về tiêm phòng.
- Thời gian: tháng 5/2031.
2. Các thôn báo cáo kết quả hằng tháng về Phòng Kinh tế trước ngày 18.
3. Phòng Kinh tế tổng hợp kết quả của các thôn, báo cáo UBND xã trước ngày 22.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lò Văn Sơn
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"tinh.md": PROVINCE, "xa.txt": COMMUNE}) as one:
        yield one


@pytest.mark.parametrize(
    ("question", "due", "not_due"),
    [
        ("kế hoạch của tỉnh tháng 3 có những việc gì?", ("25/3/2031", "Thống kê đàn chó"), ("Tập huấn bắt giữ", "huấn luyện")),
        ("trong phụ lục của tỉnh, tháng 10 làm những việc gì", ("Tập huấn bắt giữ",), ("Thống kê", "20/11")),
        ("what is due in March in the provincial plan?", ("25/3/2031", "Thống kê đàn chó"), ("Tập huấn",)),
        ("quy II tinh Son Ha phai lam nhung viec gi", ("Truyền thông", "Tập huấn", "Giám sát sau tiêm"), ("Thống kê",)),
        ("Sở Y tế có nhiệm vụ gì trong tháng 6?", ("Giám sát sau tiêm",), ("Truyền thông",)),
        ("tháng 8 tỉnh Sơn Hà có những việc gì?", ("Thi vẽ",), ("Thống kê", "Giám sát")),
        ("tỉnh Sơn Hà tháng 5 phải làm gì?", ("Truyền thông",), ("Thi vẽ", "Tập huấn")),
        ("việc nào của tỉnh hạn 25/3?", ("huyết thanh",), ("Thống kê",)),
        ("Việc nào của tỉnh phải xong trước ngày 30/3?", ("huyết thanh", "dự toán"), ("Giám sát", "Thống kê", "Tập huấn")),
        ("việc phải hoàn thành trước 30/6/2031 của tỉnh?", ("Thống kê", "Giám sát", "huyết thanh"), ("20/11", "Thi vẽ")),
        ("tháng 5 xã Suối Bạc làm những việc gì?", ("Kiểm tra 03 thôn",), ("Thời gian",)),
    ],
)  # fmt: skip
def test_what_is_due_in_a_time_is_listed(
    desk: Desk, question: str, due: tuple[str, ...], not_due: tuple[str, ...]
) -> None:
    answer = answer_question(desk, question)
    assert (answer.status, answer.sure) == ("answered", False), "whole only where every time was read"
    assert all(words in answer.text for words in due), answer.text
    assert not any(words in answer.text for words in not_due), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "ai thống kê đàn chó tháng 3?",
        "tập huấn bắt giữ chó vào tháng mấy?",
        "những việc gì phải xong trước tháng 6?",
        "tập huấn tháng 4 gồm những nội dung gì?",
        "what is the lead agency of the training in April?",
        "những việc của tháng 4, trừ tập huấn, là việc gì?",
        "tháng 6 đã làm những việc gì?",
        "kế hoạch ngày 20/01/2031 có những nhiệm vụ gì?",
    ],
)
def test_what_is_asked_of_one_thing_or_beyond_a_time_is_no_list(desk: Desk, question: str) -> None:
    assert all(candidate.source != "due" for candidate in weigh_question(desk, question).candidates)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Tỉnh giao xã Suối Bạc tỷ lệ chó được tiêm bao nhiêu %?", "82"),
        ("Tỉnh giao xã Suối Bạc, theo kế hoạch của xã tỷ lệ chó được tiêm bao nhiêu %?", "85"),
        ("xã Suối Bạc đặt tỷ lệ chó được tiêm bao nhiêu %?", "85"),
    ],
)
def test_the_giver_has_the_plan(desk: Desk, question: str, told: str) -> None:
    assert f"{told}%" in answer_question(desk, question).text


def test_rows_of_communes_are_not_counted_as_what_a_column_counts(desk: Desk) -> None:
    assert "**3**" in answer_question(desk, "Kế hoạch tỉnh giao xã Nà Khoai bao nhiêu điểm tiêm?").text
    assert "Có **3**" not in answer_question(desk, "Kế hoạch tỉnh giao xã Bản Mờ bao nhiêu điểm tiêm?").text


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("kế hoạch phòng dại của xã Bản Mờ số bao nhiêu?", "not_found"),
        ("ke hoach phong dai cua xa na khoai ai ky", "not_found"),
        ("kế hoạch phòng dại của xã Suối Bạc ai ký?", "answered"),
        ("ai ký kế hoạch của tỉnh giao điểm tiêm tại xã Bản Mờ?", "answered"),
    ],
)
def test_a_place_in_an_annex_has_no_plan_of_its_own(desk: Desk, question: str, status: str) -> None:
    assert answer_question(desk, question).status == status


COUNTED = """ỦY BAN NHÂN DÂN XÃ SUỐI BẠC
Số: 12/KH-UBND
Suối Bạc, ngày 2 tháng 4 năm 2031

KẾ HOẠCH
Nghề truyền thống và đường ngõ xóm năm 2031

I. NHIỆM VỤ
1. Mở lớp dạy nghề trong quý II.
2. Làm đường trong quý III.

II. DANH SÁCH TUYẾN ĐƯỜNG

| STT | Tên tuyến | Thôn | Chiều dài (km) |
|---|---|---|---|
| 1 | Tuyến Nà Ban - Nà Phặc | Nà Ban | 1,2 |
| 2 | Tuyến Bản Vài | Bản Vài | 1,5 |
| 3 | Tuyến Cầu Mới | Bản Vài | 3,5 |

PHỤ LỤC
DANH MỤC NHIỆM VỤ

| STT | Nhiệm vụ | Chủ trì | Thời gian |
|---|---|---|---|
| 1 | Tập huấn nghề mây tre | Phòng Nghề | Quý II |
| 2 | Tập huấn nghề dệt | Phòng Nghề | Quý II |
| 3 | Hội chợ làng nghề | Phòng Thương mại | Quý II |
| 4 | Khảo sát làng nghề | Phòng Nghề | Quý I |
"""


def test_rows_are_counted_of_the_body_the_time_and_the_name_asked() -> None:
    with open_desk({"xa.md": COUNTED}) as one:
        told = {
            question: answer_question(one, question)
            for question in (
                "Phòng Nghề chủ trì mấy nhiệm vụ?",
                "Phòng Nghề chủ trì mấy nhiệm vụ trong quý II?",
                "thôn Bản Vài có mấy tuyến đường?",
                "có bao nhiêu nhiệm vụ trong quý II?",
                "tháng 7 có việc gì phải xong?",
            )
        }
    of_body, of_time, of_village, by_heading, due = told.values()
    assert due.status == "answered" and "Làm đường" in due.text and "Khảo sát" not in due.text
    assert "Có **3**" in of_body.text and "Khảo sát" in of_body.text
    assert "Có **2**" in of_time.text and "Khảo sát" not in of_time.text
    assert "Có **2**" in of_village.text and "Nà Ban" not in of_village.text
    assert "Có **2**" not in by_heading.text  # the parts of "I. NHIỆM VỤ" are not all of that time


def test_nothing_due_is_said_so(desk: Desk) -> None:
    answer = answer_question(desk, "tỉnh Sơn Hà có những việc gì phải xong trong tháng 12?")
    assert answer.status == "not_found" and "không việc nào được nêu là phải làm" in answer.text
    assert "(tháng 12)" in answer.text
    other = answer_question(desk, "Điểm tiêm cùng tháng 12, cái nào áp dụng ngay?")
    assert "không việc nào được nêu" not in other.text  # more than the time is asked


def test_what_the_receiver_sends_on_is_no_day_for_what_is_sent_to_it(desk: Desk) -> None:
    text = answer_question(desk, "các thôn xã Suối Bạc nộp báo cáo cho Phòng Kinh tế trước ngày nào?").text
    assert "ngày 18" in text and "**trước ngày 22**" not in text, text


def test_a_day_of_every_month_is_told_with_the_month(desk: Desk) -> None:
    text = answer_question(desk, "các thôn xã Suối Bạc báo cáo kết quả khi nào?").text
    assert "hằng tháng" in text.partition("[1]")[0], text


def test_two_days_for_one_task_are_said_to_differ(desk: Desk) -> None:
    text = answer_question(desk, "tỉnh Sơn Hà truyền thông trong trường học xong khi nào?").text
    assert "**Quý II**" in text and "31/7/2031" in text, text
    assert "Hai nơi ghi khác nhau" in text, text
    assert "Hai nơi" not in answer_question(desk, "tỉnh Sơn Hà giám sát sau tiêm xong khi nào?").text
