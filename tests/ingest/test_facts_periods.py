"""Months, quarters and years in a row keep all that they say."""

from __future__ import annotations

import pytest

from ingest.facts.times.dates import normalise_time
from ingest.facts.times.limits import find_times

ROWS = [
    ("Quý II - Quý IV/2026", "2026-Q2/2026-Q4"),
    ("Từ quý I đến quý III/2026", "2026-Q1/2026-Q3"),
    ("Quý III/2026 và Quý I/2027", "2026-Q3,2027-Q1"),
    ("Tháng 9, tháng 12/2026", "2026-09,2026-12"),
    ("Tháng 9 - 12/2026", "2026-09/2026-12"),
    ("Từ tháng 3/2026 đến tháng 12/2026", "2026-03/2026-12"),
    ("từ tháng 11/2026 đến hết tháng 02 năm 2027", "2026-11/2027-02"),
    ("Từ tháng 3/2026 đến năm 2030", "2026-03/2030"),
    ("Tháng 01 - 02/2026; tháng 9/2026", "2026-01/2026-02,2026-09"),
    ("Tháng 6, tháng 12 hằng năm", "yearly:--06,--12"),
    ("Năm 2026 và năm 2027", "2026,2027"),
    ("Tháng 5-2026", "2026-05"),
    ("hết tháng 12/2025", "2025-12-31"),
    ("tháng 4 đến 30/6/2026", "2026-06-30"),
    ("ngày làm việc cuối cùng của quý II/2026", "2026-Q2"),
    ("ngày cuối cùng của tháng 6/2026", "2026-06-30"),
]


@pytest.mark.parametrize(("words", "expected"), ROWS)
def test_a_row_of_periods_is_read_whole(words: str, expected: str) -> None:
    assert normalise_time(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sở Y tế tổ chức lớp học vào tháng 6/2026 và tháng 12/2026.", "vào tháng 6/2026 và tháng 12/2026"),
        ("Sở Nội vụ kiểm tra trong quý II đến quý IV/2026.", "trong quý II đến quý IV/2026"),
        ("Sở Nội vụ tổ chức kiểm tra từ tháng 4 đến tháng 9/2026.", "từ tháng 4 đến tháng 9/2026"),
    ],
)
def test_a_row_of_periods_is_found_whole(words: str, expected: str) -> None:
    assert [words[time.start : time.end] for time in find_times(words)] == [expected]
