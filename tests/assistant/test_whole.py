"""Follow-ups made whole: what the new turn replaces in the question before it."""

from __future__ import annotations

import pytest

from assistant.question.slots import find_slots
from assistant.question.whole import make_whole, said_thing

ACTORS = {"cong doan": "Công đoàn", "tram y te": "Trạm Y tế"}


@pytest.mark.parametrize(
    ("base", "question", "whole"),
    [
        # a number behind the same head, also where more words stand between, or the number stands first
        ("Tháng 5 ai trực ban?", "thế tháng 8 thì ai", "tháng 8 ai trực ban"),
        ("phòng chuyên môn 2 lo việc gì", "còn phòng 3", "phòng chuyên môn 3 lo việc gì"),
        ("bài 7,5 điểm xếp loại gì", "còn điểm 8,5?", "bài điểm 8,5 xếp loại gì"),
        ("When is the second inspection round?", "And the third one?", "When is the third inspection round"),
        # a report's period
        ("Xã gửi báo cáo quý trước ngày nào?", "thế 6 tháng?", "Xã gửi báo cáo 6 tháng trước ngày nào"),
        ("hạn báo cáo 6 tháng của xã?", "báo cáo năm thì sao", "hạn báo cáo năm của xã"),
        ("Trường báo cáo học kỳ 1 khi nào", "thế HK2?", "Trường báo cáo học kỳ 2 khi nào"),
        ("When is the quarterly report due?", "And the annual one?", "When is the annual report due"),
        # a body, an office, a level, a year, a quantity
        ("Sở Tài chính làm gì về lũ?", "còn Sở Y tế?", "Sở Y tế làm gì về lũ"),
        ("Hội Nông dân giúp mấy hộ?", "công đoàn thì sao", "công đoàn giúp mấy hộ"),
        ("Sở Tài chính làm gì về lũ?", "còn xã, phường?", "các xã, phường làm gì về lũ"),
        ("Sở Tài chính làm gì về lũ?", "thế còn cấp xã thì sao", "UBND cấp xã làm gì về lũ"),
        ("tỷ lệ đúng hạn cấp xã bao nhiêu", "còn cấp tỉnh", "tỷ lệ đúng hạn cấp tỉnh bao nhiêu"),
        ("chủ tịch xã tiếp dân ngày mấy?", "còn chủ tịch tỉnh?", "chủ tịch tỉnh tiếp dân ngày mấy"),
        ("thu nội địa năm 2026 bao nhiêu?", "còn năm 2028?", "thu nội địa năm 2028 bao nhiêu"),
        (
            "đóng 6 năm thì được hỗ trợ bao nhiêu?",
            "nếu trên 11 năm?",
            "đóng trên 11 năm thì được hỗ trợ bao nhiêu",
        ),
        # behind the same preposition, behind the same head
        (
            "tỉnh đối thoại với nông dân khi nào?",
            "còn với thanh niên?",
            "tỉnh đối thoại với thanh niên khi nào",
        ),
        ("xã đặt chỉ tiêu sổ sức khỏe bao nhiêu?", "còn chỉ tiêu 5G?", "xã đặt chỉ tiêu 5G bao nhiêu"),
        # the province above a commune, a name that begins like an opening word
        ("xã Suối Bạc đặt bao nhiêu %?", "tỉnh thì sao?", "tỉnh đặt bao nhiêu %"),
        ("xã Bãi Dừa giảm mấy hộ?", "thế Cồn Sậy?", "Cồn Sậy giảm mấy hộ"),
        # asked anew: the old asking gives way
        ("Sở Y tế gửi báo cáo cho ai?", "thế Sở Nội vụ thì gửi khi nào", "Sở Nội vụ gửi báo cáo gửi khi nào"),
    ],
)
def test_takes_the_place_of_its_like(base: str, question: str, whole: str) -> None:
    assert make_whole(question, (), base, (), ACTORS) == whole


@pytest.mark.parametrize(
    ("base", "whole"),
    [
        ("Sở Y tế Sơn Hà phải làm gì?", "Sở Y tế Suối Bạc phải làm gì"),
        ("Mặt trận Tổ quốc tỉnh Sơn Hà phải làm gì?", "Mặt trận Tổ quốc Suối Bạc phải làm gì"),
        ("kế hoạch của Sở Y tế Sơn Hà ban hành ngày nào?", "kế hoạch của Suối Bạc ban hành ngày nào"),
    ],
)
def test_a_body_stays_where_another_place_is_named_but_with_its_plan(base: str, whole: str) -> None:
    assert make_whole("còn Suối Bạc?", ("Suối Bạc",), base, ("Sơn Hà",), ACTORS) == whole


@pytest.mark.parametrize(
    ("base", "question"),
    [
        ("Sở Nội vụ chủ trì việc gì?", "hạn là khi nào?"),  # asks another thing of the same
        ("Sở Nội vụ chủ trì việc gì?", "cơ quan đó báo cáo ai?"),  # points back
        ("tỉnh Vân Khê đặt bao nhiêu?", "còn cấp xã?"),  # still in the province's plan
        ("hộ nghèo được vay bao nhiêu?", "bao lâu thì được xét vay"),  # names no thing before it asks
        ("xã Bản Mờ bán bao nhiêu tấn xoài?", "Nhãn thì sao"),  # its capital is the sentence's
        ("Sở Nội vụ chủ trì việc gì?", "Sở Y tế tiếp nhận hồ sơ khám chữa bệnh thì sao"),  # its own subject
    ],
)
def test_leaves_what_has_no_like(base: str, question: str) -> None:
    assert make_whole(question, (), base, (), ACTORS) is None


def test_a_place_goes_with_its_level() -> None:
    whole = make_whole("còn Suối Bạc?", ["suối bạc"], "hạn của tỉnh Sơn Hà là khi nào", ["sơn hà"], {})
    assert whole == "hạn của Suối Bạc là khi nào"


def test_things_and_slots() -> None:
    assert said_thing("ok còn giá trị xuất khẩu thì bao nhiêu?").thing == "giá trị xuất khẩu"
    found = find_slots("Chủ tịch UBND xã gặp dân tháng 7, đến năm 2030", (), {})
    assert [slot.sort for slot in found] == ["office", "number:thang", "year"]


def test_a_common_noun_is_no_body_that_gives_way() -> None:
    actors = {**ACTORS, "co so": "Cơ sở"}
    assert make_whole("còn công đoàn?", (), "cơ sở khám bệnh xác nhận trong mấy ngày?", (), actors) is None
