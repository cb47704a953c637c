"""Whether there is such a plan is told from the library's own catalogue."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.exists import answer_exists, no_such_plan
from assistant.ask import Desk
from assistant.question.understand import understand
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
