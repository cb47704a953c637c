"""Assignments: who takes which role in which task."""

from __future__ import annotations

import pytest

from tests.ingest.facts_document import facts_of

LEAD, COORDINATE, ADVISE, SUPPORT, RESPONSIBLE = "lead", "coordinate", "advise", "support", "responsible"
UNITS = "các cơ quan, đơn vị, địa phương"

CASES = [
    (
        "1. Sở Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị, địa phương theo dõi việc thực hiện.",
        [("Sở Nội vụ", LEAD, "theo dõi việc thực hiện"), (UNITS, COORDINATE, "theo dõi việc thực hiện")],
    ),
    # the item's actor is kept by its next sentences; "qua Sở Nội vụ" is no actor
    (
        "1. Thanh tra tỉnh chủ trì tổng hợp kết quả tiếp công dân. Định kỳ báo cáo UBND tỉnh (qua Sở Nội vụ).",
        [
            ("Thanh tra tỉnh", LEAD, "tổng hợp kết quả tiếp công dân"),
            ("Thanh tra tỉnh", RESPONSIBLE, "Định kỳ báo cáo UBND tỉnh (qua Sở Nội vụ)"),
        ],
    ),
    # the heading's actor is carried to its bullets
    (
        "1. Sở Y tế\n- Chủ trì kiểm tra vệ sinh.\n- Làm đầu mối giúp UBND tỉnh theo dõi Kế hoạch.",
        [
            ("Sở Y tế", LEAD, "kiểm tra vệ sinh"),
            ("Sở Y tế", SUPPORT, "Làm đầu mối giúp UBND tỉnh theo dõi Kế hoạch"),
        ],
    ),
    ("1. Giao Thanh tra Sở chủ trì theo dõi.", [("Thanh tra Sở", LEAD, "theo dõi")]),
    (
        "1. Đề nghị Ban Dân vận Tỉnh ủy phối hợp với Sở Nội vụ kiểm tra cơ sở.",
        [("Ban Dân vận Tỉnh ủy", COORDINATE, "kiểm tra cơ sở"), ("Sở Nội vụ", COORDINATE, "kiểm tra cơ sở")],
    ),
    # several bodies before one verb, parted by commas and a semicolon
    (
        "1. Cổng Thông tin điện tử tỉnh; Báo Sơn Hà, Đài Phát thanh - Truyền hình tỉnh đăng tin về dân vận.",
        [
            ("Cổng Thông tin điện tử tỉnh", RESPONSIBLE, "đăng tin về dân vận"),
            ("Báo Sơn Hà", RESPONSIBLE, "đăng tin về dân vận"),
            ("Đài Phát thanh - Truyền hình tỉnh", RESPONSIBLE, "đăng tin về dân vận"),
        ],
    ),
    # tasks parted by semicolons, the second role explicit
    (
        "1. Văn phòng Sở chủ trì đôn đốc các phòng; tham mưu lãnh đạo Sở khen thưởng.",
        [
            ("Văn phòng Sở", LEAD, "đôn đốc các phòng"),
            ("Văn phòng Sở", ADVISE, "tham mưu lãnh đạo Sở khen thưởng"),
        ],
    ),
    # cited documents after a semicolon are no tasks of their own
    (
        "1. Sở Tư pháp tuyên truyền Chỉ thị số 33/CT-TTg; Quyết định số 310-QĐ/TU của Ban Thường vụ Tỉnh ủy.",
        [
            (
                "Sở Tư pháp",
                RESPONSIBLE,
                "tuyên truyền Chỉ thị số 33/CT-TTg; Quyết định số 310-QĐ/TU của Ban Thường vụ Tỉnh ủy",
            )
        ],
    ),
    # no actor: none, never the one of the paragraph before
    (
        "1. Sở Nội vụ chủ trì theo dõi.\n2. Tiếp nhận, xử lý đơn thư kịp thời.",
        [("Sở Nội vụ", LEAD, "theo dõi"), (None, RESPONSIBLE, "Tiếp nhận, xử lý đơn thư kịp thời")],
    ),
    (
        "1. Trên cơ sở đề xuất của các sở, ngành, Sở Tài chính chủ trì tổng hợp kinh phí.",
        [("Sở Tài chính", LEAD, "tổng hợp kinh phí")],
    ),
    (
        "1. Tổ chức hội thi tuyên truyền, do Sở Tư pháp chủ trì.",
        [(None, RESPONSIBLE, "Tổ chức hội thi tuyên truyền, do Sở Tư pháp chủ trì")],
    ),
    (
        "1. Sở Y tế chủ trì, phối hợp Sở Tài chính rà soát định mức.",
        [("Sở Y tế", LEAD, "rà soát định mức"), ("Sở Tài chính", COORDINATE, "rà soát định mức")],
    ),
]


@pytest.mark.parametrize(("tasks", "expected"), CASES)
def test_assignments_of_a_paragraph(tasks: str, expected: list[tuple[str | None, str, str]]) -> None:
    facts, _ = facts_of(tasks)
    assert [(a.actor, a.role, a.task) for a in facts.assignments] == expected


def test_the_path_is_that_of_the_numbered_section() -> None:
    facts, _ = facts_of("1. Sở Y tế\n- Chủ trì kiểm tra vệ sinh.")
    assert [a.path for a in facts.assignments] == ["II.1"]


def test_purposes_and_goals_are_no_assignments() -> None:
    facts, _ = facts_of(goals="- Các cơ quan, đơn vị nâng cao nhận thức về công tác dân vận.")
    assert facts.assignments == ()
