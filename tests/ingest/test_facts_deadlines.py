"""Deadlines: what is due when, from whom, to whom, through whom."""

from __future__ import annotations

import pytest

from ingest.facts.dates import normalise_time
from tests.ingest.facts_document import facts_of

TIMES = [
    ("trước ngày 29/02/2024", None, "2024-02-29"),
    ("chậm nhất ngày 20 tháng 12 năm 2025", None, "2025-12-20"),
    ("trước 15/11/2024", None, "2024-11-15"),
    ("trước ngày 31/02/2024", None, None),
    ("trước ngày 15/5", 2024, "2024-05-15"),
    ("trước ngày 15/5", None, "--05-15"),
    ("đến hết năm 2025", None, "2025-12-31"),
    ("hết tháng 02/2024", None, "2024-02-29"),
    ("trong quý I/2026", None, "2026-Q1"),
    ("Quý IV năm 2025", None, "2025-Q4"),
    ("tháng 11/2025", None, "2025-11"),
    ("trong tháng 12", 2024, "2024-12"),
    ("Tháng 6, 12", 2023, "2023-06,2023-12"),
    ("Tháng 4,10", None, "--04,--10"),
    ("Năm 2025 - 2026", None, "2025/2026"),
    ("Hàng tháng", None, "monthly"),
    ("hằng quý", None, "quarterly"),
    ("ngày 25 hằng tháng", None, "monthly:day 25"),
    ("trước ngày 15 tháng cuối của quý", None, "quarterly:day 15 of last month"),
    ("trước ngày 30/11 hằng năm", None, "yearly:--11-30"),
    ("Định kỳ hằng năm (trước ngày 15 tháng 12)", None, "yearly:--12-15"),
    ("định kỳ 6 tháng, năm", None, "half-yearly,yearly"),
    ("Theo văn bản chỉ đạo của tỉnh", 2024, None),
    ("Thường xuyên", 2024, None),
]


@pytest.mark.parametrize(("words", "year", "normal"), TIMES)
def test_a_time_has_one_normal_form(words: str, year: int | None, normal: str | None) -> None:
    assert normalise_time(words, year) == normal


def test_who_owes_what_to_whom_through_whom() -> None:
    facts, _ = facts_of(
        "1. Các cơ quan, đơn vị\n- Xây dựng kế hoạch gửi UBND tỉnh (qua Sở Nội vụ tổng hợp) trước ngày 29/02/2024."
    )
    (deadline,) = facts.deadlines
    assert (deadline.who, deadline.to, deadline.via) == ("Các cơ quan, đơn vị", "UBND tỉnh", "Sở Nội vụ")
    assert (deadline.when, deadline.normalised, deadline.path) == (
        "trước ngày 29/02/2024",
        "2024-02-29",
        "II.1",
    )


def test_a_list_inherits_from_its_lead_line() -> None:
    facts, _ = facts_of(
        "1. Chế độ báo cáo\nCác cơ quan, đơn vị thực hiện báo cáo gửi UBND tỉnh (qua Sở Nội vụ), thời hạn báo cáo:\n"
        "- Báo cáo quý: trước ngày 15 tháng cuối của quý.\n- Báo cáo năm: trước 15/11/2024."
    )
    assert [(d.what, d.who, d.to, d.via, d.normalised) for d in facts.deadlines] == [
        ("Báo cáo quý", "Các cơ quan, đơn vị", "UBND tỉnh", "Sở Nội vụ", "quarterly:day 15 of last month"),
        ("Báo cáo năm", "Các cơ quan, đơn vị", "UBND tỉnh", "Sở Nội vụ", "2024-11-15"),
    ]
    assert facts.assignments == () or all("Báo cáo quý" not in a.task for a in facts.assignments)


@pytest.mark.parametrize(
    "words",
    [
        "1. Sở Nội vụ tuyên truyền Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ.",
        "1. Sở Nội vụ tổ chức kỷ niệm 80 năm ngày thành lập ngành.",
        "1. Sở Nội vụ triển khai Chương trình giai đoạn 2021-2025, định hướng đến năm 2030.",
        "1. Sở Nội vụ lập dự toán ngân sách hằng năm theo quy định.",
    ],
)
def test_what_is_no_deadline(words: str) -> None:
    assert facts_of(words)[0].deadlines == ()
