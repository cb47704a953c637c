"""Questions as officers ask them, on invented plans: what the answer must say, and what must be refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.judged.judge import load_judge
from assistant.answer.wording import say
from assistant.ask import answer_question
from assistant.model import Turn
from assistant.weighing import Desk
from tests.assistant.answer_desk import COMMUNE, PARTY, PROVINCE, TEXTS, open_desk


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk() as desk:
        yield desk


ANSWERED = [
    # question, what the answer says, the plan that is cited
    ("sở nào chủ trì xây dựng vườn ươm giống ở tỉnh Sơn Hà?", "Sở Nông nghiệp và Môi trường", PROVINCE),
    ("ai lo cái vụ xúc tiến tiêu thụ dược liệu của tỉnh Sơn Hà", "Sở Công Thương", PROVINCE),
    ("ai tham muu chinh sach ho tro giong", "Sở Nông nghiệp và Môi trường", PROVINCE),
    ("phối hợp với ai để xây dựng vườn ươm giống?", "Sở Khoa học và Công nghệ", PROVINCE),
    ("tỉnh Sơn Hà trồng mới bao nhiêu ha dược liệu?", "350 ha", PROVINCE),
    ("tập huấn bao nhiêu lượt hộ?", "1.200 lượt", PROVINCE),
    ("tỷ lệ sản phẩm được cấp mã số vùng trồng đạt bao nhiêu?", "85%", PROVINCE),
    ("báo cáo 6 tháng của tỉnh Sơn Hà hạn ngày nào?", "10/6/2031", PROVINCE),
    ("khi nào lập bản đồ thổ nhưỡng vùng trồng sâm?", "theo hướng dẫn của Viện Thổ nhưỡng", PROVINCE),
    ("hội thảo giới thiệu giống mới vào những tháng nào?", "tháng 9", PROVINCE),
    ("Sở Công Thương phải làm gì?", "xúc tiến tiêu thụ sản phẩm", PROVINCE),
    ("kế hoạch của tỉnh Sơn Hà gửi cho bộ nào?", "Bộ Y tế", PROVINCE),
    ("ai ký kế hoạch của xã Bản Mờ?", "Vàng A Páo", COMMUNE),
    ("kế hoạch xã Bản Mờ số bao nhiêu?", "Để trống", COMMUNE),
    ("ai chủ trì khảo sát đời sống công nhân?", "Phòng Đoàn thể và các Hội", PARTY),
    ("thi cán bộ dân vận khéo khi nào tổ chức", "Quý III", PARTY),
    ("trong tháng 3 có mấy việc theo phụ lục", "2", PARTY),
    ("Phòng Dân vận chủ trì những việc nào", "Tập huấn cán bộ dân vận xã", PARTY),
    ("bao nhiêu mô hình dân vận khéo cấp tỉnh", "12 mô hình", PARTY),
    ("kế hoạch 15 căn cứ văn bản nào", "40-CTr/TU", PARTY),
    ("chương trình 40 ban hành ngày nào", "10/12/2030", PARTY),
    ("ke hoach cua ban tuyen giao gui cho nhung ai", "Thường trực Tỉnh ủy", PARTY),
    ("tóm tắt kế hoạch của xã Bản Mờ", "TỔ CHỨC THỰC HIỆN", COMMUNE),
    ("Which units coordinate the survey of workers?", "Liên đoàn Lao động tỉnh", PARTY),
    ("who chủ trì xây dựng vườn ươm giống ở Sơn Hà?", "Sở Nông nghiệp và Môi trường", PROVINCE),
]


@pytest.mark.parametrize(("question", "says", "plan"), ANSWERED)
def test_answer_says_and_cites(desk: Desk, question: str, says: str, plan: str) -> None:
    answer = answer_question(desk, question)
    assert answer.status == "answered"
    assert says in answer.text.replace("**", "")
    assert plan in {citation.plan for citation in answer.citations}
    assert all(TEXTS[c.plan][c.start : c.end] == c.quote for c in answer.citations)


@pytest.mark.parametrize(
    "question", ["ai ký kế hoạch của xã Bản Mờ?", "tập huấn bao nhiêu lượt hộ?", "xã Bản Mờ ở đâu?"]
)
def test_only_an_answer_that_is_not_certain_warns(desk: Desk, question: str) -> None:
    answer = answer_question(desk, question)
    warned = answer.text.startswith((say("unsure", "vi"), say("unsure", "en")))
    assert warned is (answer.status == "answered" and (answer.sureness or 0) <= load_judge().sure)
    assert answer.sure is not warned


REFUSED = [
    "số điện thoại của Sở Công Thương là gì?",
    "ai chủ trì vườn ươm giống ở tỉnh Lai Châu?",
    "hiện có bao nhiêu hộ trồng sâm?",
    "bao nhiêu cán bộ được đi nước ngoài?",
    "Phòng Kinh tế xã Bản Mờ được cấp bao nhiêu tiền mua máy bay?",
    "Who builds the new swimming pool?",
]


@pytest.mark.parametrize("question", REFUSED)
def test_refuses_what_no_plan_tells(desk: Desk, question: str) -> None:
    assert answer_question(desk, question).status == "not_found"


VERDICTS = [
    ("báo cáo năm của tỉnh Sơn Hà hạn là ngày 05/12/2031, đúng không?", "Đúng"),
    ("báo cáo năm của tỉnh Sơn Hà hạn là ngày 20/11/2031, đúng không?", "Không"),
    ("có phải Sở Công Thương chủ trì xây dựng vườn ươm giống không?", "Không"),
    ("Is plan 31/KH-UBND signed by the director?", "No"),
    ("Was the commune plan signed by the chairman?", "Yes"),
]


@pytest.mark.parametrize(("question", "verdict"), VERDICTS)
def test_yes_or_no_first(desk: Desk, question: str, verdict: str) -> None:
    answer = answer_question(desk, question)
    assert answer.text.removeprefix(f"{say('unsure', 'vi')}\n\n").startswith(f"**{verdict}.**")


FOLLOW_UPS = [
    # earlier question, earlier answer, follow-up, what the answer says
    ("tỉnh Sơn Hà trồng mới bao nhiêu ha dược liệu?", "350 ha [1].", "còn xã Bản Mờ?", "20 ha"),
    ("ai chủ trì xúc tiến tiêu thụ dược liệu?", "**Sở Công Thương** [1]", "họ còn phải làm gì?", "xúc tiến"),
    (
        "Phòng Kinh tế xã Bản Mờ tổng hợp báo cáo kết quả trước ngày nào?",
        "Trước ngày 01/12/2031 [1].",
        "gửi cho ai vậy?",
        "Sở Nông nghiệp và Môi trường",
    ),
]


@pytest.mark.parametrize(("before", "told", "question", "says"), FOLLOW_UPS)
def test_follow_up(desk: Desk, before: str, told: str, question: str, says: str) -> None:
    history = (Turn("user", before), Turn("assistant", told))
    answer = answer_question(desk, question, history)
    assert answer.status == "answered"
    assert says in answer.text


def test_two_plans_are_answered_for_one_by_one(desk: Desk) -> None:
    answer = answer_question(desk, "so sánh diện tích trồng mới của tỉnh Sơn Hà và xã Bản Mờ")
    assert "350" in answer.text
    assert "20" in answer.text
    assert {citation.plan for citation in answer.citations} == {PROVINCE, COMMUNE}


@pytest.mark.parametrize(
    "said", ["Xin chào!", "cam on ban nhieu nhe", "bạn làm được gì?", "What can you do?"]
)
def test_small_talk_is_answered_without_the_plans(desk: Desk, said: str) -> None:
    answer = answer_question(desk, said)
    assert (answer.status, answer.kind, answer.citations) == ("answered", "help", ())


def test_thanks_leave_the_subject_of_the_conversation(desk: Desk) -> None:
    asked = [Turn("user", "ai chủ trì khảo sát đời sống công nhân?"), Turn("assistant", "…")]
    thanked = [*asked, Turn("user", "cảm ơn"), Turn("assistant", "Không có gì.")]
    told = answer_question(desk, "còn ai phối hợp?", asked)
    assert answer_question(desk, "còn ai phối hợp?", thanked).text == told.text
