"""The same question typed another way is understood the same: slips of the hand, chat's short forms, pasted twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.question.as_meant import as_meant
from assistant.question.understand import understand
from assistant.weighing import Desk
from tests.assistant.answer_desk import PROVINCE, PROVINCE_TEXT, open_desk

AS_MEANT = [
    # typed, as plans write it
    ("Sở nào xây dng vườn ươm giống?", "Sở nào xây dựng vườn ươm giống?"),  # no vowel
    ("Sở nào xây dựg vườn ươm giống?", "Sở nào xây dựng vườn ươm giống?"),
    ("hạn nộp báo cáo năm trưc ngày nào?", "hạn nộp báo cáo năm trước ngày nào?"),
    (
        "ai được gao chủ trì xúc tiến tiêu thụ?",
        "ai được giao chủ trì xúc tiến tiêu thụ?",
    ),  # "gạo" is near, too
    ("nững sở nào báo cáo kết quả?", "những sở nào báo cáo kết quả?"),
    ("so nao xay dng vuon uom giong?", "sở nào xây dựng vườn ươm giống?"),
    ("Which department must bulid the nursery?", "Which department must build the nursery?"),
    ("How mnay farmers are trained?", "How many farmers are trained?"),
    ("deadlie báo cáo năm là ngày nào?", "deadline báo cáo năm là ngày nào?"),
    ("mỗi năm trồng bn ha, t/h trc tháng mấy?", "mỗi năm trồng bao nhiêu ha, thực hiện trước tháng mấy?"),
    ("sở ko nộp đc thì báo cáo vs ai?", "sở không nộp được thì báo cáo với ai?"),
    ("trồng sâm năm 2031 vs ai?", "trồng sâm năm 2031 với ai?"),
    ("tỉ lệ sống của cây giống là bao nhiêu?", "tỷ lệ sống của cây giống là bao nhiêu?"),
    ("tap huan bn luot ho", "tập huấn bao nhiêu lượt hộ"),
    ("Ai ký kế hoạch? Ai ký kế hoạch?", "Ai ký kế hoạch?"),
    ("ai ký kế hoạch dược liệu ai ký kế hoạch dược liệu", "ai ký kế hoạch dược liệu"),
]
AS_TYPED = [
    "Trung tâm cấp tên miền số nào?",  # "tên" stands in no plan, but in the language
    "phòng nào lo database cây dược liệu?",
    "Who compiles the circulars of the province?",
    "năm 2031 vs 2032 thì trồng mấy ha?",
    "theo điểm k khoản 2 thì ai chủ trì?",
]


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({PROVINCE: PROVINCE_TEXT}) as opened:
        yield opened


@pytest.mark.parametrize(("typed", "meant"), AS_MEANT)
def test_a_question_is_understood_as_it_was_meant(desk: Desk, typed: str, meant: str) -> None:
    assert understand(typed, desk.context()).words == meant


@pytest.mark.parametrize("typed", AS_TYPED)
def test_words_of_the_language_and_of_documents_stay(desk: Desk, typed: str) -> None:
    assert understand(typed, desk.context()).words == typed


def test_a_short_form_of_the_plans_is_theirs() -> None:
    assert as_meant("số bn mắc bệnh trc tết", {"bn"}.__contains__) == "số bn mắc bệnh trước tết"


def test_what_was_made_of_a_question_is_shown(desk: Desk) -> None:
    answer = answer_question(desk, "Ai ký KH dược liệu vs chức gì?")
    assert answer.understood == "Ai ký KH dược liệu với chức gì?"
    assert answer_question(desk, "Ai ký kế hoạch dược liệu?").understood is None
