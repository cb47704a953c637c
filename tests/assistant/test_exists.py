"""Whether there is such a plan is told from the library's own catalogue."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.judged.called import of_another_subject
from assistant.answer.kinds.exists import answer_exists, no_such_plan
from assistant.answer.unknown import of_cited_document, unknown_documents
from assistant.ask import answer_question
from assistant.question.understand import understand
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import PROVINCE, open_desk

THERE = [
    # question, whether the catalogue says yes
    ("tỉnh Sơn Hà có kế hoạch phát triển dược liệu không?", True),
    ("tinh son ha da ban hanh ke hoach phat trien duoc lieu chua", True),
    ("tỉnh Sơn Hà có kế hoạch phòng chống ma túy không?", False),
    ("năm 1999 tỉnh Sơn Hà có kế hoạch phát triển dược liệu không?", False),
    ("Sở Công Thương có làm theo kế hoạch dược liệu không?", False),
]


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk() as desk:
        yield desk


@pytest.mark.parametrize(("question", "there"), THERE)
def test_a_plan_is_there_by_its_title(desk: Desk, question: str, there: bool) -> None:
    context = desk.context()
    need = understand(question, context)
    told = answer_exists(need, context.knowledge, need.scope.tiers[0])
    assert bool(told) is there
    assert not there or {unit.plan for unit in told[0].units} == {PROVINCE}


def test_the_library_is_asked_for_what_it_does_not_hold(desk: Desk) -> None:
    context = desk.context()
    asked = understand("kho có kế hoạch nào về phòng chống cháy rừng không?", context)
    assert no_such_plan(asked, context.knowledge)
    content = understand("tỉnh Sơn Hà có kế hoạch mua máy bay không?", context)
    assert not no_such_plan(content, context.knowledge)
    told_inside = understand("có kế hoạch nào nói về phòng chống cháy rừng không?", context)
    assert not no_such_plan(told_inside, context.knowledge)


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("nghị định 30 quy định thể thức thế nào?", ["nghi dinh 30"]),
        ("quyet dinh 2255 cua son ha ban hanh ngay nao", ["quyet dinh 2255"]),
        ("KH 31 của tỉnh Sơn Hà giao ai?", []),
        ("nghị quyết 07 của Tỉnh ủy về việc gì?", []),
        ("kế hoạch 31 giao Sở Công Thương việc gì", []),
        ("kế hoạch 12 tháng tới có gì", []),
        ("kế hoạch 25 bộ dữ liệu dùng chung của tỉnh Sơn Hà đến năm nào?", []),
        ("Kế hoạch 12 trung tâm dạy kỹ năng số giao ai?", []),
        ("kế hoạch 35 cửa hàng, 60 hộ dân của tỉnh Sơn Hà xong khi nào", []),
        ("quy định 18 điều cán bộ không được làm là gì", []),
        ("nghị quyết 77 tỷ đồng cho đường giao thông", []),
        ("plan 15 classes of Son Ha", []),
        ("nghị định số 77 quy định gì", ["nghi dinh so 77"]),
        ("Sở Công Thương làm gì theo nghị quyết 77?", ["nghi quyet 77"]),
        ("quyết định 77 Lào Cai ban hành bao giờ", ["quyet dinh 77"]),
        ("quyết định 77 ngày 5/3/2021 của ai", ["quyet dinh 77"]),
        ("Kế hoạch số 99/KH-UBND giao ai?", ["99/kh-ubnd"]),
        ("quyết định 77 ở Sơn Hà dựa vào nghị định nào?", ["quyet dinh 77"]),
        ("qd 854 dua vao nghi dinh nao", ["qd 854"]),
        ("kế hoạch 626 phòng chống ma túy ai ký", ["ke hoach 626"]),
        ("kế hoạch 120 hộ nghèo được vay xong khi nào", []),
        ("kế hoạch 800 tỷ đồng lấy từ đâu", []),
    ],
)
def test_a_document_called_by_a_number_that_nothing_bears_or_cites(
    desk: Desk, question: str, unknown: list[str]
) -> None:
    context = desk.context()
    assert unknown_documents(understand(question, context), context.knowledge) == unknown


@pytest.mark.parametrize(
    ("question", "only_cited"),
    [
        ("ai ký nghị quyết 07-NQ/TU?", True),
        ("nghị quyết số 07 của Tỉnh ủy do ai ký", True),
        ("07-NQ/TU gửi những ai, nơi nhận?", True),
        ("Nghị quyết 07-NQ/TU ban hành ngày nào?", True),
        ("ai ký kế hoạch thực hiện Nghị quyết 07-NQ/TU?", False),
        ("ai ký kế hoạch 31/KH-UBND?", False),
        ("kế hoạch số 31 của tỉnh Sơn Hà do ai ký", False),
        ("Nghị quyết 07-NQ/TU về việc gì?", False),
    ],
)
def test_head_and_foot_of_a_document_that_is_only_cited(
    desk: Desk, question: str, *, only_cited: bool
) -> None:
    context = desk.context()
    assert of_cited_document(understand(question, context), context.knowledge) is only_cited


def test_the_head_of_another_plan_is_not_told_of_a_document_that_is_not_there(desk: Desk) -> None:
    asked = "QĐ 369/2030 của tỉnh Sơn Hà về dược liệu giao Sở Công Thương việc gì, ai ký?"
    assert answer_question(desk, asked).status == "not_found"


def test_no_plan_signer_is_told_of_a_cited_document(desk: Desk) -> None:
    assert answer_question(desk, "ai ký nghị quyết 07-NQ/TU?").status == "not_found"
    dated = answer_question(desk, "Nghị quyết 07-NQ/TU ban hành ngày nào?")
    assert "2031" not in dated.text.partition("\n")[0]


@pytest.mark.parametrize(
    ("question", "of_the_head"),
    [
        ("phong trào dược liệu Sơn Hà diễn ra ngày nào?", False),
        ("đăng ký trồng dược liệu Sơn Hà khi nào?", False),
        ("kế hoạch dược liệu Sơn Hà ra ngày nào?", True),
        ("kế hoạch dược liệu Sơn Hà ký ngày nào?", True),
    ],
)
def test_the_date_of_the_head_is_that_of_the_document(
    desk: Desk, question: str, *, of_the_head: bool
) -> None:
    told = [s.text for c in weigh_question(desk, question).candidates for s in c.statements]
    assert any("**ngày 12/01/2031**" in text for text in told) is of_the_head


@pytest.mark.parametrize(
    ("question", "another"),
    [
        ("ai ký kế hoạch phòng chống bệnh dại của tỉnh Sơn Hà?", True),
        ("ke hoach tiem chung son ha so may", True),
        ("ai ký kế hoạch dược liệu của tỉnh Sơn Hà?", False),
        ("ke hoach cay duoc lieu son ha so may", False),
        ("kế hoạch này của tỉnh Sơn Hà số mấy", False),
        ("ai ký kế hoạch năm 2031 của tỉnh Sơn Hà", False),
    ],
)
def test_a_plan_on_another_subject_is_not_the_one_called(desk: Desk, question: str, another: bool) -> None:
    context = desk.context()
    assert of_another_subject(understand(question, context), PROVINCE, context.knowledge) is another


@pytest.mark.parametrize(
    ("question", "sure"),
    [
        ("ai ký kế hoạch phòng chống bệnh dại của tỉnh Sơn Hà?", False),
        ("ai ký kế hoạch sinh dược của tỉnh Sơn Hà?", False),
        ("ai ký kế hoạch dược liệu của tỉnh Sơn Hà?", True),
    ],
)
def test_a_head_is_told_with_care_where_the_title_says_the_subject_otherwise(
    desk: Desk, question: str, sure: bool
) -> None:
    told = answer_question(desk, question)
    assert (told.status, told.sure) == ("answered", sure)
