"""Gold questions typed another way: what is made of them, and of which of them the answers are counted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from eval.gold import GoldQuestion
from eval.said_otherwise import of_the_right, said_otherwise
from tests.eval.test_near_misses import GOLD

ASKED = replace(GOLD, question="Sở nào thực hiện báo cáo trước ngày 10/6?")


@dataclass(frozen=True)
class Told:
    gold: GoldQuestion
    right: bool


def test_a_question_is_typed_in_every_way() -> None:
    made = {one.split: one.question for one in said_otherwise([ASKED])}
    assert made["same"] == ASKED.question
    assert made["bare"] == "So nao thuc hien bao cao truoc ngay 10/6?"
    assert made["short"] == "Sở nào t/h BC trc ngày 10/6?"
    assert made["twice"] == f"{ASKED.question} {ASKED.question}"
    assert made["prefix"].endswith(ASKED.question)  # "Sở" begins a name
    assert len(made["typo"].split()) == len(ASKED.question.split())
    assert made["typo"] != ASKED.question
    assert [one.question for one in said_otherwise([ASKED])] == list(made.values())


def test_only_what_is_answered_rightly_as_it_stands_can_be_lost() -> None:
    asked = said_otherwise([replace(ASKED, id="known"), replace(ASKED, id="unknown")])
    told = [Told(one, right=one.id == "known~same") for one in asked]
    assert {one.gold.id.split("~")[0] for one in of_the_right(told)} == {"known"}
