"""What is typed around a question changes nothing: not what is asked, nor the answer, nor a follow-up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.model import Turn
from assistant.question.courtesy import without_courtesy
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

AROUND = [
    ("Em ơi, {}?", "hạn nộp báo cáo năm là ngày nào"),
    ("Dạ em chào anh, em muốn hỏi {} ạ", "hạn nộp báo cáo năm là ngày nào"),
    ("Tôi đang soạn tờ trình, cho tôi biết {}, trích nguyên văn giúp tôi nhé", "sở nào chủ trì"),
    ("Sếp đang hỏi gấp {} (trả lời ngắn gọn thôi)", "sở nào chủ trì"),
    ("{} vậy ạ, em cảm ơn", "sở nào chủ trì"),
    ("{} giúp mình với", "kể tên các sở chủ trì"),
    ("cho e hoi {}", "han nop bao cao la ngay nao"),
    ("nho tro ly tim giup: {} vay", "han nop bao cao la ngay nao"),
    ("Could you please tell me {}, thanks", "who signs the plan"),
]
NOTHING_AROUND = [
    "Hội viên nghèo được vay bao nhiêu?",  # no "hỏi", no "vậy"
    "Cho em học sinh nghèo mượn sách là việc của ai",
    "Ai chi trả tiền cho cô nuôi dạy trẻ?",
    "ai dc vay",
    "Gửi hồ sơ cho sở nào để hỏi ý kiến?",
    "Sở làm như thế nào?",
    "lop tap huan cho bao nhieu ho",
    "Báo cáo gửi trước 15/11 à?",  # what asks whether it is so
    "Em ơi!",
]


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk() as desk:
        yield desk


@pytest.mark.parametrize(("around", "asked"), AROUND)
def test_what_is_typed_around_a_question_is_left_out(around: str, asked: str) -> None:
    assert (without_courtesy(around.format(asked)) or "").rstrip("?") == asked


@pytest.mark.parametrize("question", NOTHING_AROUND)
def test_words_of_the_question_itself_are_kept(question: str) -> None:
    assert without_courtesy(question) is None


def test_the_answer_is_the_same_and_nothing_is_said_to_be_changed(desk: Desk) -> None:
    plain = answer_question(desk, "Sở NNMT Sơn Hà nhận báo cáo năm trước ngày nào?")
    around = answer_question(
        desk, "Chị ơi, em đang làm báo cáo quý, cho em hỏi Sở NNMT Sơn Hà nhận báo cáo năm trước ngày nào ạ?"
    )
    assert plain.status == "answered"
    assert (around.text, around.citations, around.sureness) == (plain.text, plain.citations, plain.sureness)


def test_a_follow_up_stays_one(desk: Desk) -> None:
    before = (Turn("user", "Báo cáo năm gửi ai?"), Turn("assistant", "Sở Nông nghiệp và Môi trường."))
    plain = answer_question(desk, "trước ngày nào?", before)
    assert answer_question(desk, "Dạ em hỏi thêm, trước ngày nào vậy ạ?", before).text == plain.text
