"""What the judge tells, and what it must not tell however it scores."""

from __future__ import annotations

import pytest

from assistant.answer.judged.judge import Judge

ANY = Judge({"covered": 2.0}, bias=0.0, threshold=0.5)


@pytest.mark.parametrize(
    ("rows", "chosen"),
    [
        ([], None),
        ([{"covered": 1.0, "other_noun": 1.0}], None),
        ([{"covered": 1.0, "other_noun": 1.0}, {"covered": 0.2}], 1),
        ([{"covered": 1.0, "other_noun": 0.0}, {"covered": 0.2}], 0),
    ],
)
def test_a_number_of_another_noun_is_never_chosen(rows: list[dict[str, float]], chosen: int | None) -> None:
    assert next((at for at, _ in ANY.ranked(rows)), None) == chosen
