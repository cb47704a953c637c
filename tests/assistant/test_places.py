"""Places of a document that a question names by their numbers."""

from __future__ import annotations

import pytest

from assistant.question.places import named_paths

NAMED = [
    # question, the path looked for first ("" where no place is named)
    ("diem b khoan 3 dieu 12 thong tu nay noi gi", "Điều 12.3.b"),
    ("Điều 4 khoản 2 quy định những ai", "Điều 4.2"),
    ("khoản 2 của Điều 4", "Điều 4.2"),
    ("phần III mục 5 giao cho đơn vị nào", "III.5"),
    ("What does clause 3 of Article 7 say?", "Điều 7.3"),
    ("Chương IV gồm những điều nào", "Chương IV"),
    ("Điều 6 của Quy chế ban hành kèm theo", "annex/Điều 6"),
    ("mục tiêu đến năm 2030 là gì", ""),
    ("thang đo mức 4 nghĩa là gì", ""),
    ("điểm cộng 5 điểm cho xã nào", ""),
]


@pytest.mark.parametrize(("question", "path"), NAMED, ids=[case[0] for case in NAMED])
def test_a_place_is_read_in_any_order(question: str, path: str) -> None:
    assert (named_paths(question) or ("",))[0] == path
