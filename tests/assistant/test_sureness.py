"""What tells a right answer from one that only stands near: features of candidates, and questions of nobody's plan."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.evidence.value import value_lacking
from assistant.answer.offered import places_to_read
from assistant.ask import answer_question
from assistant.model import Turn
from assistant.question.understand import understand
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import open_desk


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk() as desk:
        yield desk


@pytest.mark.parametrize(
    ("question", "words", "lacking"),
    [
        ("Hội thảo giới thiệu giống mới tổ chức khi nào?", "trong tháng 4 và tháng 9", 0.0),
        ("Sở Công Thương xúc tiến tiêu thụ khi nào?", "Chủ trì xúc tiến tiêu thụ", 1.0),
        ("công ty nào xúc tiến tiêu thụ dược liệu?", "Chủ trì xúc tiến tiêu thụ", 1.0),
        ("Ai xúc tiến tiêu thụ dược liệu?", "Chủ trì xúc tiến tiêu thụ", 0.0),
    ],
)
def test_an_answer_without_the_sort_of_value_asked_for_is_marked(
    desk: Desk, question: str, words: str, lacking: float
) -> None:
    weighed = weigh_question(desk, question)
    of_one_line = [
        row["value_lacking"]
        for candidate, row in zip(weighed.candidates, weighed.rows, strict=True)
        if len(candidate.statements) == 1 and words in candidate.statements[0].text
    ]
    assert of_one_line and set(of_one_line) == {lacking}


@pytest.mark.parametrize("question", ["Kế hoạch của tỉnh Nậm Chảy ai ký?", "Who leads in Nậm Chảy commune?"])
def test_a_place_that_no_plan_knows_is_refused(desk: Desk, question: str) -> None:
    answer = answer_question(desk, question)
    assert (answer.status, "Nậm Chảy" in answer.text) == ("not_found", True)


@pytest.mark.parametrize(
    ("question", "told", "lacking"),
    [
        ("Trồng mới 350 ha dược liệu hết bao nhiêu tiền?", "350 ha", True),
        ("kinh phí trồng mới là bao nhiêu", "Kinh phí thực hiện: 12,5 tỷ đồng", False),
        ("có mấy đồng chí dự hội thảo", "05 đồng chí", False),
        ("người liên hệ ở Sơn La tên gì", "Sở Công Thương tỉnh Sơn La", True),
        ("Ai là giám đốc sở?", "Giám đốc Lò Văn Thắng", False),
        ("mấy giờ họp?", "trước 9h00", False),
        ("nhóm gỗ tăng mấy %", "Nhóm gỗ 10 - 12 Bộ Nông nghiệp và Môi trường", False),
        ("nhóm gỗ tăng mấy %", "Nhóm gỗ gồm 12 mặt hàng", True),
        ("cơ quan nào chủ trì tuyển chọn giống?", "Sở Nội vụ", False),
        ("ai chủ trì tuyển chọn giống?", "Giáo viên", False),
    ],
)
def test_the_sort_of_value(desk: Desk, question: str, told: str, lacking: bool) -> None:
    need = understand(question, desk.context())
    assert value_lacking(need, told, told) is lacking


@pytest.mark.parametrize("question", ["còn hội thảo giống mới?", "dược liệu nữa"])
def test_a_follow_up_that_asks_nothing_itself_wants_the_holder_asked_for_before(
    desk: Desk, question: str
) -> None:
    history = (Turn("user", "Ai là tổ trưởng tổ giúp việc?"), Turn("assistant", "**Sở Công Thương**"))
    need = understand(question, desk.context(), history)
    assert value_lacking(need, "Sở Công Thương chủ trì", "") is True
    assert value_lacking(need, "Tổ trưởng: ông Lò Văn Thắng", "") is False
    assert answer_question(desk, question, history).status in {"answered", "not_found"}


@pytest.mark.parametrize(
    "question", ["Ai ký kế hoạch số 99/KH-UBND của tỉnh Sơn Hà?", "ke hoach 0998/kh-ubnd ai chu tri"]
)
def test_a_document_that_the_library_neither_holds_nor_cites_is_refused(desk: Desk, question: str) -> None:
    assert answer_question(desk, question).status == "not_found"
    assert answer_question(desk, "Ai ký kế hoạch số 031/KH-UBND?").status == "answered"


def test_places_to_read_are_the_likeliest_and_each_is_offered_once(desk: Desk) -> None:
    weighed = weigh_question(desk, "Ai chủ trì xây dựng vườn ươm giống ở Sơn Hà?")
    assert places_to_read(weighed.candidates, weighed.need.terms, most=0) == ()
    places = places_to_read(weighed.candidates, weighed.need.terms)
    assert 1 < len(places) <= 3
    assert len({(unit.plan, unit.span) for unit in places}) == len(places)
    again = places_to_read(weighed.candidates, weighed.need.terms, shown=places[:1])
    assert places[0] not in again


@pytest.mark.parametrize(
    "question", ["kinh phí hội thảo giống mới là bao nhiêu", "có bao nhiêu vườn ươm ở các xã?"]
)
def test_what_is_not_told_or_not_sure_comes_with_places_that_differ_from_those_cited(
    desk: Desk, question: str
) -> None:
    answer = answer_question(desk, question)
    assert not answer.sure or answer.status == "not_found"
    spans = [(c.plan, c.start, c.end) for c in (*answer.citations, *answer.elsewhere)]
    assert len(set(spans)) == len(spans) and len(answer.elsewhere) <= 2
    for place in answer.elsewhere:
        assert place.quote and place.quote in desk.context().knowledge.plans[place.plan].source.original
