"""Which set a question asks for, and which lists a sentence holds."""

from __future__ import annotations

import pytest

from assistant.answer.enumeration import find_lists
from assistant.question.wanted import find_wanted
from vectorstore.lexicon import load_lexicon

WANTED = [
    # question, the noun of its members, whether their number is asked, how many it says itself
    ("những phường nào làm điểm mô hình", "phuong", False, None),
    ("5 phường nào của tỉnh phải làm mô hình", "phuong", False, 5),
    ("có mấy trường hợp bị loại trừ?", "truong hop", True, None),
    ("hình thức khen thưởng của đợt thi đua gồm những gì", "hinh thuc khen thuong", False, None),
    ("liệt kê thị trường xuất khẩu của tỉnh", "thi truong xuat khau", False, None),
    ("tỉnh định xuất thanh long sang thị trường nào", "thi truong", False, None),
    ("How many wards of the city are named?", "phuong", True, None),
    ("List the targets of the plan.", "chi tieu", False, None),
]


@pytest.mark.parametrize(("question", "noun", "counted", "number"), WANTED)
def test_wanted(question: str, noun: str, counted: bool, number: int | None) -> None:
    wanted = find_wanted(question, load_lexicon())
    assert wanted is not None
    assert tuple(noun.split()) in wanted.forms
    assert (wanted.counted, wanted.number) == (counted, number)


@pytest.mark.parametrize("question", ["ai chủ trì tổng hợp báo cáo", "hạn nộp báo cáo là khi nào"])
def test_no_set_is_wanted(question: str) -> None:
    assert find_wanted(question, load_lexicon()) is None


def test_whose_names_are_asked_for_does_nothing_itself() -> None:
    lexicon = load_lexicon()
    named = find_wanted("kể tên các cơ quan đăng ký đầu tư", lexicon)
    doing = find_wanted("các xã phường phải làm gì", lexicon)
    assert named is not None
    assert named.sure
    assert named.is_of("các cơ quan đăng ký")
    assert doing is None or not doing.sure


LISTS = [
    # sentence, the members of its lists
    ("Chọn ba nơi (các phường: Hoa Ban, Nà Lay, Bản Mờ) làm mẫu.", ["Hoa Ban|Nà Lay|Bản Mờ"]),
    ("Hồ sơ gồm: đơn đề nghị; bản sao quyết định; ảnh chụp.", ["đơn đề nghị|bản sao quyết định|ảnh chụp"]),
    ("Thị trường xuất khẩu: Lào, Úc.", ["Lào|Úc"]),
    ("Lập khu tự do tại Sơn Hà, Bình Minh và Nậm Sơn trong năm 2030.", ["Sơn Hà|Bình Minh|Nậm Sơn"]),
    ("Sở Nội vụ theo dõi, đôn đốc, báo cáo kết quả.", []),
    ("Giao các cơ quan: Sở Y tế, Sở Khoa học và Công nghệ.", ["Sở Y tế|Sở Khoa học và Công nghệ"]),
    ("Định hướng: giữ vững hòa bình, ổn định; phát triển nhanh.", []),
    ("Dự án 4: “Nâng cao hiệu quả phòng, chống cháy ở cơ sở”.", []),
]


@pytest.mark.parametrize(("sentence", "members"), LISTS)
def test_lists(sentence: str, members: list[str]) -> None:
    assert ["|".join(one.items) for one in find_lists(sentence)] == members
