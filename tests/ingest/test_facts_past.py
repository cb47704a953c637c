"""What a report tells of the year gone by is no target and not due; what its last part sets is."""

from __future__ import annotations

from tests.ingest.facts_document import facts_of

REPORT = """1. Về tình hình tháng 4; nhiệm vụ, giải pháp tháng 5
1.1. Những kết quả nổi bật
Giải ngân đến hết tháng 4 đạt 14,2% kế hoạch.
1.2. Nhiệm vụ, giải pháp
Trong tháng 5, giải ngân đạt 100% kế hoạch."""


def test_results_are_no_targets_and_not_due() -> None:
    facts, _ = facts_of(tasks=REPORT)
    assert [target.value for target in facts.targets] == ["100%"]
    assert [deadline.when for deadline in facts.deadlines] == ["Trong tháng 5"]


def test_words_inside_a_title_tell_no_past() -> None:
    facts, _ = facts_of(tasks="1. Khắc phục hạn chế\nHỗ trợ xây 05 nhà.\n2. Nắm tình hình\nLập 05 tổ.")
    assert [target.value for target in facts.targets] == ["05", "05"]
