"""English forms of asking, and words of both languages: what each is read as."""

from __future__ import annotations

import pytest

from assistant.question.cues import asks_who, cue_text, find_cue
from assistant.question.language import tongue_of
from assistant.weighing import weigh_question
from tests.assistant.answer_desk import COMMUNE, COMMUNE_TEXT, open_desk
from vectorstore.lexicon import load_lexicon

KINDS = [
    ("Whose signature is on the plan?", "signer"),
    ("When a commune joins, what does the department assess?", "passage"),  # no time is asked for
    ("How much do people whose house burnt down get?", "target"),
    ("Who put their name to the Son La decision?", "signer"),
    ("How long is the licence valid?", "deadline"),
    ("What is the time limit for granting a licence?", "deadline"),
    ("What is the effective date of the decree?", "deadline"),
    ("What is the decree's date of issue?", "letterhead_date"),
    ("What proportion of communes should be drug-free?", "target"),
    ("What is the cap on the salary of a consultant?", "target"),
    ("At least what share of allowance recipients should be paid without cash?", "target"),  # no document's
    ("What does the decree repeal?", "reference"),
    ("Which Ministry of Health decision does the plan carry out?", "reference"),
    ("What documents must the application include?", "list"),
    ("On what grounds may a licence be revoked?", "list"),  # "may" is no "mấy"
    ("Which AI systems must be labelled?", "list"),  # "AI" is no "ai"
    ("Where must the application be lodged?", "report_to"),
    ("To which ministry do provinces report?", "report_to"),
    ("Who receives the quarterly reports?", "report_to"),
    ("Who is the plan sent to?", "recipients"),
    ("Which body adopted the resolution?", "issuer"),
]
YES_OR_NO = [
    "Do Bac Ninh agencies have to report by November?",
    "Can foreign investors buy the bonds?",
    "Is Sở Nội vụ the lead agency?",
    "In Lai Chau, may the return date of a file be postponed?",
]
NOT_YES_OR_NO = ["can bo nao duoc cu di hoc", "do ai phu trach viec nay", "may chi tieu nam 2026"]


@pytest.mark.parametrize(("question", "kind"), KINDS)
def test_the_kind_of_an_english_question(question: str, kind: str) -> None:
    assert find_cue(cue_text(question)).kind == kind


@pytest.mark.parametrize("question", YES_OR_NO)
def test_a_sentence_that_begins_with_its_verb_wants_yes_or_no(question: str) -> None:
    assert find_cue(cue_text(question)).yesno


@pytest.mark.parametrize("question", NOT_YES_OR_NO)
def test_vietnamese_words_that_look_like_english_verbs_do_not(question: str) -> None:
    assert not find_cue(cue_text(question)).yesno


def test_persons_who_may_do_something_are_no_agency() -> None:
    assert not asks_who(cue_text("Who may apply for the card?"))
    assert not asks_who(cue_text("Who does the decree apply to?"))
    assert asks_who(cue_text("Who may sign the report?"))


def test_words_of_both_languages_do_not_make_english_mixed() -> None:
    known = {"do", "so", "can", "be", "ai", "to", "in"}.__contains__
    assert tongue_of("What must AI providers do so that images can be recognised?", known).spelling == "en"


def test_short_forms_typed_without_marks() -> None:
    assert load_lexicon().spell_out("vpdkdd") == ("Văn phòng đăng ký đất đai",)


@pytest.mark.parametrize(
    ("question", "padded"),
    [
        ("Does the commune chairman receive citizens on the 5th and the 20th of each month?", True),
        ("chủ tịch xã tiếp dân ngày 5 hằng tháng phải không?", True),
        ("What is said of the 5th Congress?", False),
        ("Điều 5 của kế hoạch nói gì?", False),  # a part's number stands as it is
    ],
)
def test_a_day_is_looked_for_as_plans_write_it(question: str, padded: bool) -> None:
    with open_desk({COMMUNE: COMMUNE_TEXT}) as desk:
        terms = weigh_question(desk, question).need.terms
    assert any(("05",) in term.alternatives for term in terms) is padded
