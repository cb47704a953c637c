"""Tables whose columns hold what is to be reached."""

from __future__ import annotations

import pytest

from tests.ingest.facts_document import facts_of

TABLES = [
    (
        "| TT | Tên chỉ số | Đơn vị tính | Năm 2025 | Mục tiêu |\n|---|---|---|---|---|\n"
        "| 1 | Tỷ lệ người bệnh hài lòng | % | 91 | ≥ 95 |\n| 2 | Thời gian chờ khám | phút | 110 | không quá 90 |",
        [("≥ 95", ">=", 95.0, "%"), ("không quá 90", "<=", 90.0, "phút")],
    ),
    (
        "| TT | Chỉ tiêu | ĐVT | Ước thực hiện 2025 | Kế hoạch 2026 |\n|---|---|---|---|---|\n| 1 | Trồng rừng | ha | 210 | 1.250 |",
        [("1.250", "=", 1250.0, "ha")],
    ),
    (
        "Chỉ tiêu theo từng năm\n| TT | Chỉ tiêu | Đơn vị | TH 2025 | 2026 | 2027 |\n|---|---|---|---|---|---|\n| 1 | Hộ nghèo | % | 4 | 3 | <2 |",
        [("3", "=", 3.0, "%"), ("<2", "<", 2.0, "%")],
    ),
    (
        "Chỉ tiêu theo từng năm\n| TT | Chỉ tiêu | MN năm 2026 | TH năm 2026 | THCS năm 2026 |\n|---|---|---|---|---|\n| 1 | Trường đạt chuẩn (%) | 70 | 80 | 75 |",
        [("70", "=", 70.0, None), ("80", "=", 80.0, None), ("75", "=", 75.0, None)],
    ),
    (
        "| TT | Chỉ tiêu | ĐVT | Thực hiện 2024 | Thực hiện 2025 |\n|---|---|---|---|---|\n| 1 | Trồng rừng | ha | 210 | 250 |",
        [],
    ),
    (
        "| TT | Nội dung | Mục tiêu | Đơn vị chủ trì |\n|---|---|---|---|\n| 1 | Tập huấn | Nắm chắc quy trình | Phòng Kế hoạch |",
        [],
    ),
]


@pytest.mark.parametrize(("table", "expected"), TABLES)
def test_targets_of_a_table(table: str, expected: list[tuple[str, str, float, str]]) -> None:
    facts, _ = facts_of(tasks=f"1. Thực hiện theo bảng sau:\n\n{table}")
    assert [(t.value, t.comparator, t.number, t.unit) for t in facts.targets] == expected
