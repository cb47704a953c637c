"""A follow-up turns to another row, another column or another point of a list beside the place of the last answer."""

from __future__ import annotations

from functools import partial

import pytest

from assistant.knowledge import build_knowledge
from assistant.question.turned import find_turned
from assistant.question.whole import make_whole
from ingest.pipeline import plan_from_text
from ingest.plan import RawText

PLAN = """KẾ HOẠCH
Nuôi ong năm 2031

I. MỤC TIÊU
1. Sản lượng mật hoa nhãn xuất khẩu đến năm 2035 đạt 900 tấn.
2. Sản lượng mật hoa vải xuất khẩu đến năm 2035 đạt 300 tấn.
3. Mỗi xã có một tổ thu gom đàn ong bị bệnh.
4. Trạm Giống tuyển chọn giống khỏe cho các bản.

PHỤ LỤC
GIAO ĐÀN ONG

| TT | Đơn vị | Đàn ong nội | Học bổng nghề |
|---|---|---|---|
| 1 | Nậm Dẻ | 405 | 58 |
| 2 | Pá Sung | 220 | 30 |

PHỤ LỤC II
PHÂN CÔNG

| TT | Nội dung | Chủ trì |
|---|---|---|
| I | Ong nội |
| 1 | Tuyển chọn giống khỏe cho các bản | Trạm Giống |
| II | Ong ngoại |
| 1 | Kiểm dịch đàn nhập về | Trạm Thú y |
| 2 | Tuyển chọn giống khỏe cho các bản | Hội Nuôi ong |
"""


@pytest.mark.parametrize(
    ("base", "answer", "question", "whole"),
    [
        (
            "Nậm Dẻ được mấy suất học bổng nghề?",
            "58 suất.",
            "Pá Sung thì sao?",
            "Pá Sung được mấy suất học bổng nghề",
        ),
        (
            "Nậm Dẻ có bao nhiêu đàn ong nội?",
            "405.",
            "còn học bổng nghề?",
            "Nậm Dẻ có bao nhiêu học bổng nghề",
        ),
        (
            "ai tuyển chọn giống khỏe ong nội?",
            "Trạm Giống.",
            "thế ong ngoại?",
            "ai tuyển chọn giống khỏe ong ngoại",
        ),
        (
            "Tuyển chọn giống khỏe ở các bản do ai chủ trì?",
            "Trạm Giống.",
            "Còn kiểm dịch đàn nhập?",
            "kiểm dịch đàn nhập do ai chủ trì",
        ),
        (
            "Đến 2035 xuất bao nhiêu tấn mật hoa nhãn?",
            "900 tấn.",
            "hoa vải thì sao?",
            "Đến 2035 xuất bao nhiêu tấn mật hoa vải",
        ),
        # what is asked of the thing says some words of its row, too
        (
            "Trạm nào tuyển chọn giống khỏe cho các bản?",
            "Trạm Giống.",
            "kiểm dịch đàn nhập về thì sao",
            "Trạm nào kiểm dịch đàn nhập về",
        ),
        ("Nậm Dẻ được mấy suất học bổng nghề?", "58 suất.", "Huổi Lếch thì sao?", None),
        ("Đến 2035 xuất bao nhiêu tấn mật hoa nhãn?", "900 tấn.", "tổ thu gom đàn ong bệnh thì sao?", None),
    ],
)
def test_what_stands_beside_the_last_place(base: str, answer: str, question: str, whole: str | None) -> None:
    knowledge = build_knowledge({"kh.md": plan_from_text(RawText("kh.md", PLAN))})
    beside = partial(find_turned, last=f"{base} {answer}", plans=("kh.md",), knowledge=knowledge)
    assert make_whole(question, (), base, (), {}, beside) == whole
