"""Of several things asked at once each is told: from the same task, as a follow-up of the one before, of each plan."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.model import Turn
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

HEAD = """ỦY BAN NHÂN DÂN
TỈNH NẬM SƠN
Số: {number}
Nậm Sơn, ngày {day} tháng 3 năm 2031

{kind}
{title}

"""
FOOT = """
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

{signer}
"""
ROADMAP = "".join(
    (
        HEAD.format(
            number="15/KH-UBND", day="05", kind="KẾ HOẠCH", title="Lộ trình đổi mới công nghệ đến năm 2035"
        ),
        """I. MỤC TIÊU
1. Tỷ lệ doanh nghiệp ứng dụng công nghệ đạt 45%.
2. Mỗi năm có 120 sản phẩm mới được thương mại hóa.
3. Đào tạo 90 kỹ sư vận hành.

II. XỬ LÝ VI PHẠM
1. Đơn vị dùng dữ liệu sai mục đích thì chủ quản dữ liệu tạm ngừng cung cấp, thông báo cho đơn vị đó chậm nhất 2 ngày kể từ khi phát hiện.
2. Đơn vị không khắc phục vi phạm thì chủ quản dữ liệu chấm dứt kết nối trong vòng 45 ngày.

III. CHẾ ĐỘ BÁO CÁO
Các sở, ban, ngành, UBND các xã báo cáo kết quả thực hiện hằng năm trước ngày 20/11 về Sở Khoa học và Công nghệ. Sở Khoa học và Công nghệ tổng hợp, báo cáo UBND tỉnh trước ngày 30/11 hằng năm.
""",
        FOOT.format(signer="Mùa Thị Dở"),
        """
PHỤ LỤC
DANH MỤC NHIỆM VỤ

| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian | Sản phẩm |
|---|---|---|---|---|
| 1 | Đào tạo chuyên môn về GIS, khoa học dữ liệu | Sở Khoa học và Công nghệ | 2031-2034 | Các lớp đào tạo |
| 2 | Xây dựng cơ chế đặt hàng nghiên cứu | Sở Tài chính | Quý III/2032 | Quyết định của UBND tỉnh |
| 3 | Khảo sát trình độ công nghệ doanh nghiệp | Sở Công Thương | 2033 | |
""",
    )
)
DIRECTIVE = "".join(
    (
        HEAD.format(number="09/CT-UBND", day="17", kind="CHỈ THỊ", title="Tăng cường quản lý nước sinh hoạt nông thôn"),
        "1. Sở Nông nghiệp và Môi trường kiểm tra các công trình cấp nước.\n",
        FOOT.format(signer="Quàng Văn Pản"),
    )
)  # fmt: skip
DIGITAL = "".join(
    (
        HEAD.format(number="31/KH-UBND", day="20", kind="KẾ HOẠCH", title="Chuyển đổi số năm 2031"),
        "I. CHẾ ĐỘ BÁO CÁO\nCác sở, ban, ngành báo cáo kết quả hằng năm trước ngày 05/12 về Sở Nội vụ.\n",
        FOOT.format(signer="Giàng A Tủa"),
    )
)
CASES = [
    # history, question, what the answer says
    ((), "who leads the GIS training, and over which years?", ["Sở Khoa học và Công nghệ", "2031-2034"]),
    ((), "ai lo xây dựng cơ chế đặt hàng nghiên cứu, bao giờ xong?", ["Sở Tài chính", "Quý III/2032"]),
    ((), "Chỉ thị 09 và kế hoạch 15 của Nậm Sơn mỗi cái ai ký, ký ngày nào?",
     ["Mùa Thị Dở", "Quàng Văn Pản", "05/03/2031", "17/03/2031"]),
    ((), "KH đổi mới công nghệ: các sở, xã gửi kết quả hằng năm trước ngày nào, gửi ai? Nơi đó báo cáo tiếp lên tỉnh trước ngày nào?",
     ["20/11", "**Sở Khoa học và Công nghệ**", "30/11"]),
    (("Đơn vị dùng dữ liệu sai mục đích thì xử lý sao?", "Chủ quản dữ liệu tạm ngừng cung cấp."),
     "Thế phải báo cho đơn vị đó chậm nhất mấy ngày, và không khắc phục thì bao lâu bị chấm dứt kết nối?",
     ["2 ngày", "45 ngày"]),
    (("Tỷ lệ doanh nghiệp ứng dụng công nghệ bao nhiêu?", "Đạt 45%."),
     "ok còn kỹ sư vận hành với sản phẩm thương mại hóa thì bao nhiêu?", ["90 kỹ sư", "120 sản phẩm"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk(
        {"nam-son-15.md": ROADMAP, "nam-son-09.txt": DIRECTIVE, "nam-son-31.txt": DIGITAL}
    ) as opened:
        yield opened


@pytest.mark.parametrize(("history", "question", "says"), CASES, ids=[case[1] for case in CASES])
def test_each_is_told(desk: Desk, history: tuple[str, ...], question: str, says: list[str]) -> None:
    turns = [Turn(role, text) for role, text in zip(("user", "assistant"), history, strict=False)]  # type: ignore[arg-type]
    text = answer_question(desk, question, turns).text
    assert [words for words in says if words not in text] == [], text


def test_a_place_of_no_plan_stays_foreign(desk: Desk) -> None:
    asked = "Ai ký kế hoạch đổi mới công nghệ của Nậm Sơn?"
    said = answer_question(desk, asked).text
    turns = [Turn("user", asked), Turn("assistant", said)]
    assert "Mùa Thị Dở" in said
    assert "Mùa Thị Dở" not in answer_question(desk, "còn Thanh Hóa?", turns).text


@pytest.mark.parametrize(
    ("first", "question", "says"),
    [
        ("đào tạo bao nhiêu kỹ sư vận hành?", "thế ai ký?", "Mùa Thị Dở"),
        ("báo cáo cho Sở Nội vụ trước ngày nào?", "văn bản này ban hành khi nào?", "20/03/2031"),
        ("báo cáo cho Sở Nội vụ trước ngày nào?", "ai ký kế hoạch này?", "Giàng A Tủa"),
    ],
)
def test_the_head_asked_on_for_is_of_the_plan_told_of(
    desk: Desk, first: str, question: str, says: str
) -> None:
    turns = [Turn("user", first), Turn("assistant", answer_question(desk, first).text)]
    text = answer_question(desk, question, turns).text
    assert says in text.split("[1]")[0], text
