"""Near misses differ from their question by one name or number, which the library does not have."""

from __future__ import annotations

from dataclasses import replace

from assistant.model import Turn
from eval.gold import Evidence, GoldQuestion
from eval.near_misses import near_misses

TEXT = "Kế hoạch số 31/KH-UBND năm 2031 của tỉnh Điện Biên\nSở Công\nThương báo cáo. Sở Y tế, Sở Tư pháp phối hợp."
GOLD = GoldQuestion(
    "a-1", "Sở Công Thương Điện Biên báo cáo năm 2031 theo kế hoạch 31 khi nào?", (), "vi", "deadline", "samples",
    "answered", (("20/11",),), (), (Evidence("kh.txt", "báo cáo"),), "dev", "me",
)  # fmt: skip


def test_each_swap_is_a_question_that_nothing_answers() -> None:
    made = {one.split: one for one in near_misses([GOLD], [TEXT])}
    assert {*made} == {"body", "year", "number", "province"}
    assert all(one.status == "not_found" and not one.accept and not one.evidence for one in made.values())
    assert made["year"].question.startswith("Sở Công Thương Điện Biên báo cáo năm 20")
    assert "2031" not in made["year"].question
    assert "Điện Biên" not in made["province"].question


def test_a_body_of_the_library_is_put_for_none() -> None:
    asked = {
        near_misses([replace(GOLD, id=f"a-{n}")], [TEXT])[0].question.split(" Điện")[0] for n in range(40)
    }
    assert len(asked) > 3
    assert not asked & {"Sở Công Thương", "Sở Y tế", "Sở Tư pháp"}


def test_what_may_be_denied_and_what_leans_on_a_turn_is_left_out() -> None:
    denied = replace(GOLD, kind="yesno")
    follows = replace(GOLD, history=(Turn("user", "Ai chủ trì?"),))
    assert near_misses([denied, follows, replace(GOLD, language="en")], [TEXT]) == []
