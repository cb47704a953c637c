"""Which set a question asks for."""

from __future__ import annotations

import pytest

from assistant.question.wanted import find_wanted
from vectorstore.lexicon import load_lexicon

WANTED = [
    # question, the noun of its members, whether their number is asked
    ("những phường nào làm điểm mô hình", "phuong", False),
    ("5 phường nào của tỉnh phải làm mô hình", "phuong", False),
    ("có mấy trường hợp bị loại trừ?", "truong hop", True),
    ("hình thức khen thưởng của đợt thi đua gồm những gì", "hinh thuc khen thuong", False),
    ("liệt kê thị trường xuất khẩu của tỉnh", "thi truong xuat khau", False),
    ("tỉnh định xuất thanh long sang thị trường nào", "thi truong", False),
    ("How many wards of the city are named?", "phuong", True),
    ("List the targets of the plan.", "chi tieu", False),
]


@pytest.mark.parametrize(("question", "noun", "counted"), WANTED)
def test_wanted(question: str, noun: str, counted: bool) -> None:
    wanted = find_wanted(question, load_lexicon())
    assert wanted is not None
    assert tuple(noun.split()) in wanted.forms
    assert wanted.counted == counted


@pytest.mark.parametrize(
    "question",
    ["ai chủ trì tổng hợp báo cáo", "hạn nộp báo cáo là khi nào", "mỗi hộ nộp bao nhiêu một tháng"],
)
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
