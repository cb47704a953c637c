"""Facts of table rows, whatever the columns are called and however a cell says who does what."""

from __future__ import annotations

import pytest

from tests.ingest.facts_document import facts_of

ROWS = [
    # the column of goals is the column of tasks where the table says who leads
    (
        "TT\tChỉ tiêu\tChủ trì\n1\tKinh tế số chiếm 45% GRDP.\tSở Tài chính\n2\tPhủ sóng 5G.\tSở Nội vụ; Sở Y tế theo dõi, báo cáo",
        [
            ("Sở Tài chính", "lead", "Kinh tế số chiếm 45% GRDP"),
            ("Sở Nội vụ", "lead", "Phủ sóng 5G"),
            ("Sở Y tế", "lead", "Phủ sóng 5G"),
        ],
    ),
    # a cell that says what each body does
    (
        "TT\tNhiệm vụ\tCơ quan chủ trì\n1\tDữ liệu mở.\tSở Nội vụ chủ trì hướng dẫn; các sở, ngành thực hiện công bố\n2\tHọp.\tSở Y tế",
        [
            ("Sở Nội vụ", "lead", "Dữ liệu mở"),
            ("các sở, ngành", "responsible", "Dữ liệu mở"),
            ("Sở Y tế", "lead", "Họp"),
        ],
    ),
    # the one column that plays no other part holds the tasks
    (
        "STT\tChuyên đề\tCơ quan chủ trì\tCơ quan phối hợp\n1\tNước sạch.\tSở Y tế\tSở Xây dựng\n2\tRác thải.\tSở Xây dựng\t",
        [
            ("Sở Y tế", "lead", "Nước sạch"),
            ("Sở Xây dựng", "coordinate", "Nước sạch"),
            ("Sở Xây dựng", "lead", "Rác thải"),
        ],
    ),
]


@pytest.mark.parametrize(("rows", "expected"), ROWS)
def test_assignments_of_rows(rows: str, expected: list[tuple[str, str, str]]) -> None:
    facts, _ = facts_of(f"1. Phân công\n{rows}")
    assert [(a.actor, a.role, a.task) for a in facts.assignments] == expected
