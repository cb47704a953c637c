"""What stands beside the thing told: a follow-up finds it in the same sentence, a second thing asked in the same row."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.refined import all_parts_told
from assistant.answer.told_last import tell_on
from assistant.ask import answer_question
from assistant.model import Turn
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import open_desk

HEAD = """ỦY BAN NHÂN DÂN
TỈNH NẬM SƠN
Số: {number}
Nậm Sơn, ngày 05 tháng 3 năm 2031

{kind}
{title}

"""
FOOT = """
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Mùa Thị Dở
"""
FRUIT = "".join(
    (
        HEAD.format(number="15/KH-UBND", kind="KẾ HOẠCH", title="Xuất khẩu trái cây năm 2031"),
        """I. MỤC TIÊU
1. Sản lượng cam xuất khẩu đến năm 2035 đạt 900 tấn; tổng giá trị cam xuất khẩu đến năm 2035 đạt 4,5 triệu USD.
2. Sản lượng quýt xuất khẩu đến năm 2035 đạt 300 tấn; tổng giá trị quýt xuất khẩu đến năm 2035 đạt 1,2 triệu USD.
3. Qua rà soát còn 146 vườn già cỗi, tập trung tại xã Nậm Dẻ và xã Huổi Lếch.
II. KINH PHÍ
Tổng kinh phí thực hiện 650 triệu đồng từ ngân sách tỉnh.
III. TỔ CHỨC THỰC HIỆN
1. Sở Công Thương: Chủ trì, phối hợp với các sở, ngành, địa phương xây dựng và triển khai các chương trình đào tạo, bồi dưỡng nguồn nhân lực xuất khẩu đáp ứng yêu cầu hội nhập và phát triển thương mại.
""",
        FOOT,
        """
PHỤ LỤC
DANH MỤC NHIỆM VỤ

| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
|---|---|---|---|---|
| 1 | Xây dựng và triển khai các chương trình đào tạo, bồi dưỡng nhân lực xuất khẩu đáp ứng yêu cầu hội nhập | Sở Công Thương | Viện, Trường | 2031-2034 |
| 2 | Khảo sát vùng trồng | Sở Nông nghiệp và Môi trường | UBND các xã | Quý III/2032 |

PHỤ LỤC II
VƯỜN CÂY CẦN CẢI TẠO THEO XÃ

| TT | Xã | Vườn trên 5 ha | Vườn già cỗi | Vườn thiếu nước |
|---|---|---|---|---|
| 1 | Xã Nậm Dẻ | 405 | 58 | 41 |
| 2 | Xã Pá Sung | 220 | 30 | 22 |
| 3 | Xã Huổi Lếch | 190 | 27 | 13 |
""",
    )
)
WASTE = "".join(
    (
        HEAD.format(number="31/KH-UBND", kind="KẾ HOẠCH", title="Phân loại rác thải sinh hoạt năm 2031"),
        "I. KINH PHÍ\nTổng kinh phí thực hiện 2.400 triệu đồng từ ngân sách tỉnh.\n",
        FOOT,
    )
)


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"nam-son-15.md": FRUIT, "nam-son-31.txt": WASTE}) as opened:
        yield opened


def test_a_follow_up_is_told_what_else_the_same_sentence_says(desk: Desk) -> None:
    turns = [Turn("user", "Quýt đến năm 2035 xuất mấy tấn?"), Turn("assistant", "300 tấn.")]
    weighed = weigh_question(desk, "Thế bán được bao nhiêu tiền?", turns)
    _, more = tell_on(weighed.candidates, weighed.need, desk.context().knowledge, ["nam-son-15.md"])
    told = {one.statements[0].bolds for one, is_more in zip(weighed.candidates, more, strict=True) if is_more}
    assert ("1,2 triệu USD",) in told
    assert not told & {("300 tấn",), ("4,5 triệu USD",)}


@pytest.mark.parametrize(
    ("asked", "answer", "question", "told"),
    [
        # the same column of another row, whatever the column was called by; a task of the body that another row names
        ("Nậm Dẻ bao nhiêu vườn to?", "**405** vườn.", "Huổi Lếch thì sao?", "Vườn trên 5 ha: **190**"),
        ("Sở Công Thương chủ trì việc gì?", "Xây dựng và triển khai các chương trình đào tạo, bồi dưỡng nhân lực"
         " xuất khẩu đáp ứng yêu cầu hội nhập.", "còn Sở Nông nghiệp và Môi trường?", "Nhiệm vụ: **Khảo sát vùng trồng**"),
    ],
)  # fmt: skip
def test_another_row_is_told_in_the_column_of_the_last_answer(
    desk: Desk, asked: str, answer: str, question: str, told: str
) -> None:
    weighed = weigh_question(desk, question, [Turn("user", asked), Turn("assistant", answer)])
    assert told in [one.statements[0].text for one in weighed.candidates if one.source == "followed"]


def test_what_is_asked_of_the_same_thing_is_of_its_own_kind(desk: Desk) -> None:
    turns = [Turn("user", "Khảo sát vùng trồng xong khi nào?"), Turn("assistant", "Quý III/2032.")]
    assert weigh_question(desk, "Sản phẩm là gì?", turns).need.kind != "deadline"
    assert weigh_question(desk, "Thế đào tạo nhân lực?", turns).need.kind == "deadline"


def test_the_value_told_last_is_not_told_again(desk: Desk) -> None:
    turns = [Turn("user", "Cam đến năm 2035 xuất mấy tấn?"), Turn("assistant", "900 tấn.")]
    for question in ("thế người trồng cam được vay bao nhiêu?", "còn diện tích cam bao nhiêu?"):
        assert "**900 tấn**" not in answer_question(desk, question, turns).text


def test_who_signed_is_asked_of_no_year_told_before(desk: Desk) -> None:
    asked = "Cam đến năm 2035 xuất mấy tấn?"
    turns = [Turn("user", asked), Turn("assistant", answer_question(desk, asked).text)]
    assert "Mùa Thị Dở" in answer_question(desk, "do ai ký kế hoạch này?", turns).text


def test_a_row_that_tells_the_open_part_too_is_taken_for_a_sentence_that_does_not(desk: Desk) -> None:
    weighed = weigh_question(desk, "Đào tạo nhân lực xuất khẩu giao sở nào, làm tới năm nào?")
    one = next(c for c in weighed.candidates if c.statements[0].bolds == ("Sở Công Thương",))
    rows = [(c, 0.6) for c in weighed.candidates if c.source == "parts"]
    wider = all_parts_told(one, rows)
    assert wider is not None
    assert wider.statements[0].bolds == ("Sở Công Thương", "2031-2034")
    assert all_parts_told(one, [(c, 0.3) for c, _ in rows]) is None
    another = next(c for c in weighed.candidates if "Sở Nông nghiệp và Môi trường" in c.statements[0].bolds)
    assert all_parts_told(another, [(wider, 0.6)]) is None


def test_two_plans_are_not_told_by_one_sentence(desk: Desk) -> None:
    text = answer_question(desk, "Trái cây với rác thải, kế hoạch nào tốn tiền hơn?").text
    assert "650 triệu đồng" in text, text
    assert "2.400 triệu đồng" in text
    for other in ("rác thải với kế hoạch dạy bơi", "dạy bơi với kế hoạch rác thải"):
        answer = answer_question(desk, f"Kế hoạch {other}, kế hoạch nào tốn tiền hơn?")
        assert not (answer.sure and answer.status == "answered"), answer.text


def test_number_with_date_of_a_document_is_its_head(desk: Desk) -> None:
    text = answer_question(desk, "Cho xin số với ngày của kế hoạch xuất khẩu trái cây").text
    assert "15/KH-UBND" in text, text
    assert "05/03/2031" in text


def test_two_rows_of_one_table_are_told_before_a_sentence_and_a_row(desk: Desk) -> None:
    text = answer_question(desk, "Nậm Dẻ với Pá Sung, xã nào nhiều vườn già cỗi hơn?").text
    assert "58" in text, text
    assert "30" in text
    assert "**146" not in text
