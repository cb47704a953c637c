"""Whom a sentence charges: those whom a superior asks, whoever is described, bodies with a phrase between them and the verb."""

from __future__ import annotations

import pytest

from tests.ingest.facts_document import facts_of

CASES = [
    # who asks is not who acts, also where the task is left to the lines below
    (
        "1. Chính phủ yêu cầu các Bộ trưởng, Thủ trưởng cơ quan ngang bộ thực hiện:\na) Rà soát văn bản.",
        [("các Bộ trưởng", "Rà soát văn bản"), ("Thủ trưởng cơ quan ngang bộ", "Rà soát văn bản")],
    ),
    ("1. Đảng ủy giao Công an xã tuần tra.", [("Công an xã", "tuần tra")]),
]


@pytest.mark.parametrize(("tasks", "wanted"), CASES)
def test_whom_a_sentence_charges(tasks: str, wanted: list[tuple[str, str]]) -> None:
    facts, _ = facts_of(tasks="Điều 4. Giải quyết hồ sơ\n" + tasks)
    assert [(one.actor, one.task) for one in facts.assignments if one.actor] == wanted
