"""Questions close to what the plans tell, and yet not told: no candidate may be told but one that says just that."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.judged.judge import barred
from assistant.ask import answer_question
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import TEXTS, open_desk


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk(TEXTS) as desk:
        yield desk


def _may_be_told(desk: Desk, question: str) -> list[str]:
    weighed = weigh_question(desk, question)
    pairs = zip(weighed.candidates, weighed.rows, strict=True)
    return [
        "\n".join(s.text for s in candidate.statements)
        for candidate, row in pairs
        if not barred(row) and not any(s.refuses for s in candidate.statements)
    ]


@pytest.mark.parametrize(
    "question",
    [
        "Sở Công Thương tỉnh Sơn Hà có bao nhiêu biên chế",
        "so cong thuong son ha co may bien che vay",
        "tập huấn nông dân hết bao nhiêu tiền",
        "trong moi 350 ha ton may ty",
        "phó chủ tịch tỉnh Sơn Hà tên gì",
        "Sở Y tế tỉnh Sơn Hà phải làm gì trong kế hoạch dược liệu",
        "hiện nay đã trồng được bao nhiêu ha cây dược liệu",
        "vườn ươm giống dược liệu xây dựng năm nào",
        "trồng cây dược liệu sai kỹ thuật bị phạt tiền mức nào",
    ],
)
def test_what_is_not_told_is_not_told(desk: Desk, question: str) -> None:
    assert not _may_be_told(desk, question)


def test_a_share_is_told_by_a_share(desk: Desk) -> None:
    told = _may_be_told(desk, "hội thảo giới thiệu giống mới chiếm bao nhiêu phần trăm")
    assert all("%" in text for text in told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("trồng mới bao nhiêu ha cây dược liệu", "350 ha"),
        ("tap huan cho may luot ho nong dan", "1.200 lượt"),
        ("chủ tịch tỉnh Sơn Hà ký kế hoạch tên gì", "Lò Văn Thắng"),
        ("Sở Công Thương phải làm gì trong kế hoạch dược liệu", "xúc tiến tiêu thụ"),
        ("thực hiện trồng mới bao nhiêu ha cây dược liệu", "350 ha"),
        ("phát hiện đại vùng trồng dược liệu thì trồng mới bao nhiêu ha", "350 ha"),
        ("sản phẩm được cấp mã số vùng trồng bao nhiêu phần trăm", "85%"),
        ("tập huấn cho bao nhiêu lượt người", "1.200 lượt"),  # whoever the plan counts
    ],
)
def test_what_is_told_may_be_told(desk: Desk, question: str, told: str) -> None:
    assert any(told in text for text in _may_be_told(desk, question))


EXERCISE = """BỆNH VIỆN ĐA KHOA TỈNH SƠN HÀ
Số: 31/KH-BVĐK
Sơn Hà, ngày 12 tháng 4 năm 2031

KẾ HOẠCH
Diễn tập chữa cháy năm 2031

I. NỘI DUNG
1. Hội nghị quán triệt: 60 đại biểu.
8. Giải quyết việc làm cho khoảng 900 người (đến năm 2031).
5. Hội nghị tổng kết dự kiến 150 đại biểu, trong đó cấp xã 90 đại biểu.
7. Bảo vệ trực cổng từ 6 giờ 30 phút đến 17 giờ 30 phút.
6. Tình huống có 12 người bệnh cần sơ tán, trong đó 04 người thở máy.
2. Thành lập Tổ hậu cần gồm 05 thành viên.
3. Các khoa cử người tham gia diễn tập.
4. Kinh phí của Bệnh viện: ... triệu đồng, từ nguồn thu sự nghiệp.
"""


@pytest.fixture(scope="module")
def hospital() -> Iterator[Desk]:
    with open_desk({"benh-vien.txt": EXERCISE}) as desk:
        yield desk


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Tổ hậu cần có mấy người?", "05 thành viên"),
        ("Hội nghị quán triệt có bao nhiêu người?", "60 đại biểu"),
    ],
)
def test_an_amount_is_told_whole(hospital: Desk, question: str, told: str) -> None:
    answer = answer_question(hospital, question)
    assert answer.status == "answered" and told in answer.text, answer.text


def test_what_was_not_found_is_not_said_to_be_absent(hospital: Desk) -> None:
    answer = answer_question(hospital, "Có bao nhiêu người tham gia diễn tập?")
    assert answer.text.startswith("Không tìm thấy")


def test_a_blank_is_told_only_of_what_is_asked_for(hospital: Desk) -> None:
    assert "trống" not in answer_question(hospital, "benh vien dien tap ngay nao").text
    assert "trống" in answer_question(hospital, "kinh phí của bệnh viện bao nhiêu?").text
