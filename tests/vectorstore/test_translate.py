"""English words of a question in Vietnamese, and what an English question asks the indexes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vectorstore.search import read_question
from vectorstore.translate import translate


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("the quarterly reports", "báo cáo quý"),
        ("the Department of Home Affairs", "sở nội vụ"),
        ("built in Germany", "đức"),
        ("several kings", "vua"),
    ],
)
def test_translate(question: str, phrase: str) -> None:
    found = translate(question.split(), lambda at: True)
    assert any(tuple(phrase.split()) == said for alternatives in found for said, _ in alternatives.phrases)


def test_weights_are_shares_of_the_likeliest() -> None:
    for alternatives in translate("the report of agencies on training".split(), lambda at: True):
        weights = [weight for _, weight in alternatives.phrases]
        assert weights == sorted(weights, reverse=True) and 0 < weights[-1] <= weights[0] <= 1


def test_names_are_searched_as_they_stand() -> None:
    asked = read_question("Which agency of Lai Chau reports in 2024?")
    assert asked.tokens["plain"].items() >= {"lai": 1.0, "chau": 1.0, "lai_chau": 1.0, "2024": 1.0}.items()  # type: ignore[union-attr]
    assert all(alternatives.end <= 2 or alternatives.start > 4 for alternatives in asked.translated)


def test_a_vietnamese_question_has_only_its_english_words_translated() -> None:
    (deadline,) = read_question("deadline báo cáo quý của Hà Giang?").translated
    assert (deadline.start, deadline.end) == (0, 1)
    assert read_question("báo cáo quý của tỉnh Hà Giang gửi ai?").translated == ()
    assert read_question("han nop bao cao quy cua tinh Ha Giang?").translated == ()


def test_what_officers_say_is_searched_as_plans_write_it() -> None:
    (children,) = read_question("trẻ con đi học ra sao").translated[:1]
    assert children.phrases[0][0] == ("trẻ", "em")
    assert children.phrases[-1][0] == ("trẻ", "con")


@pytest.mark.parametrize(
    "question",
    ["Who settles the complaints by citizens?", "which agency handles complaint petitions"],
)
def test_english_finds_the_vietnamese_passage(tops: Callable[[str], str], question: str) -> None:
    assert "khiếu nại" in tops(question)


def test_an_abbreviation_is_asked_by_its_long_form() -> None:
    (found,) = read_question("Hà Giang: SNV phải làm những gì").translated
    assert found.phrases[0][0] == ("sở", "nội", "vụ")


def test_who_signed_asks_for_the_foot() -> None:
    assert read_question("ai ký kế hoạch dân vận").translated[-1].phrases == ((("người", "ký"), 1.0),)
    assert read_question("ai chủ trì ký kết quy chế").translated == ()


def test_words_that_name_the_plan_weigh_less() -> None:
    asked = read_question("Hà Giang chi bao nhiêu", named=["hà giang"])
    plain = dict(asked.tokens["plain"])  # type: ignore[call-overload]
    assert plain["ha_giang"] == plain["ha"] == 0.3 and plain["chi"] == 1.0
