"""What is done every year, quarter or month, wherever the sentence says so; what somebody gets so often is not due."""

from __future__ import annotations

import pytest

from tests.ingest.facts_document import facts_of


@pytest.mark.parametrize(
    ("task", "times"),
    [
        ("Căn cứ khoản 2 Điều 1, hằng năm, cơ quan thuế lập kế hoạch.", ["yearly"]),
        ("Hằng năm, vào thời điểm lập dự toán, các trường lập dự toán.", ["yearly"]),
        ("Kiểm toán nhà nước hằng năm thực hiện kiểm toán việc giao dự toán.", ["yearly"]),
        ("Báo cáo kết quả thực hiện dự án 6 tháng, hằng năm với cơ quan chủ quản.", ["half-yearly,yearly"]),
        ("Hằng năm, giảm số người nghiện ma túy.", []),
        ("Nhân viên y tế thôn được hỗ trợ hằng tháng bằng 0,5 lần mức lương cơ sở.", []),
        ("Người lao động làm việc vào ngày nghỉ hằng tuần được nghỉ bù.", []),
        ("Căn cứ kết quả theo dõi, đánh giá hằng quý để chi thưởng.", []),
    ],
)
def test_what_recurs(task: str, times: list[str]) -> None:
    facts, _ = facts_of(tasks=f"Điều 4. Giải quyết hồ sơ\n1. {task}")
    assert [one.normalised for one in facts.deadlines] == times
