"""Role labels as lines of text: who leads, who joins, when, what comes out, for the task above them."""

from __future__ import annotations

import pytest

from tests.ingest.facts_document import facts_of

LEAD, COORDINATE, RESPONSIBLE = "lead", "coordinate", "responsible"

CASES = [
    # all labels in the task's own line
    (
        "1. Tổ chức hội thi tuyên truyền. Cơ quan chủ trì: Sở Tư pháp; cơ quan phối hợp: Tỉnh đoàn, Công an tỉnh; "
        "thời gian thực hiện: quý II/2024; sản phẩm: Kế hoạch hội thi.",
        [
            ("Sở Tư pháp", LEAD, "Tổ chức hội thi tuyên truyền", "II.1", "quý II/2024", "Kế hoạch hội thi"),
            (
                "Tỉnh đoàn",
                COORDINATE,
                "Tổ chức hội thi tuyên truyền",
                "II.1",
                "quý II/2024",
                "Kế hoạch hội thi",
            ),
            (
                "Công an tỉnh",
                COORDINATE,
                "Tổ chức hội thi tuyên truyền",
                "II.1",
                "quý II/2024",
                "Kế hoạch hội thi",
            ),
        ],
        [("Tổ chức hội thi tuyên truyền", "quý II/2024", "2024-Q2", "Sở Tư pháp")],
    ),
    # labels as bullets of a numbered task
    (
        "1. Tập huấn nghiệp vụ dân vận\n- Đơn vị chủ trì: Sở Nội vụ.\n- Đơn vị phối hợp: Trường Chính trị tỉnh.\n"
        "- Thời gian: Tháng 4.",
        [
            ("Sở Nội vụ", LEAD, "Tập huấn nghiệp vụ dân vận", "II.1", "Tháng 4", None),
            ("Trường Chính trị tỉnh", COORDINATE, "Tập huấn nghiệp vụ dân vận", "II.1", "Tháng 4", None),
        ],
        [("Tập huấn nghiệp vụ dân vận", "Tháng 4", "2024-04", "Sở Nội vụ")],
    ),
    # several tasks with their labels in one item: each label tells of the bullet before it
    (
        "1. Công tác tuyên truyền\n- In tờ rơi song ngữ.\n- Chủ trì: Sở Tư pháp.\n- Mở chuyên mục trên báo.\n- Chủ trì: Báo Sơn Hà.",
        [
            ("Sở Tư pháp", LEAD, "In tờ rơi song ngữ", "II.1", None, None),
            ("Báo Sơn Hà", LEAD, "Mở chuyên mục trên báo", "II.1", None, None),
        ],
        [],
    ),
    # a body whose name begins like a verb; what a bracket lists is said of the one before it
    (
        "1. Tổng hợp số liệu\n- Cơ quan chủ trì: Bộ Tài chính (Cục Thống kê, Thống kê tỉnh).\n- Cơ quan phối hợp: Thống kê cơ sở.",
        [
            ("Bộ Tài chính", LEAD, "Tổng hợp số liệu", "II.1", None, None),
            ("Thống kê cơ sở", COORDINATE, "Tổng hợp số liệu", "II.1", None, None),
        ],
        [],
    ),
    # a value that says itself who leads
    (
        "1. Rà soát văn bản\n- Cơ quan thực hiện: Sở Tư pháp chủ trì, phối hợp với Công an tỉnh.\n- Thời gian: Quý II/2024.",
        [
            ("Sở Tư pháp", LEAD, "Rà soát văn bản", "II.1", "Quý II/2024", None),
            ("Công an tỉnh", COORDINATE, "Rà soát văn bản", "II.1", "Quý II/2024", None),
        ],
        [("Rà soát văn bản", "Quý II/2024", "2024-Q2", "Sở Tư pháp")],
    ),
    (
        "1. Rà soát văn bản\n- Phân công thực hiện: Sở Tư pháp (chủ trì), Tỉnh đoàn, Công an tỉnh (phối hợp).",
        [
            ("Sở Tư pháp", LEAD, "Rà soát văn bản", "II.1", None, None),
            ("Tỉnh đoàn", COORDINATE, "Rà soát văn bản", "II.1", None, None),
            ("Công an tỉnh", COORDINATE, "Rà soát văn bản", "II.1", None, None),
        ],
        [],
    ),
    # in brackets after the task
    (
        "1. Sửa chữa nhà văn hóa thôn (chủ trì: Phòng Kinh tế; phối hợp: Ủy ban MTTQ Việt Nam xã).",
        [
            ("Phòng Kinh tế", LEAD, "Sửa chữa nhà văn hóa thôn", "II.1", None, None),
            ("Ủy ban MTTQ Việt Nam xã", COORDINATE, "Sửa chữa nhà văn hóa thôn", "II.1", None, None),
        ],
        [],
    ),
    # a time of its own between the task and who does it
    (
        "1. Thành lập tổ công tác xóa nhà tạm. Hoàn thành trước ngày 15/4/2026. Thực hiện: Sở Nội vụ.",
        [("Sở Nội vụ", RESPONSIBLE, "Thành lập tổ công tác xóa nhà tạm", "II.1", None, None)],
        [("Thành lập tổ công tác xóa nhà tạm", "trước ngày 15/4/2026", "2026-04-15", None)],
    ),
    # lettered labels, and a time without a date
    (
        "1. Hội thao công chức\na) Đơn vị thực hiện: Sở Nội vụ\nb) Thời gian thực hiện: Theo hướng dẫn của Công đoàn cấp trên",
        [
            (
                "Sở Nội vụ",
                RESPONSIBLE,
                "Hội thao công chức",
                "II.1.a",
                "Theo hướng dẫn của Công đoàn cấp trên",
                None,
            )
        ],
        [("Hội thao công chức", "Theo hướng dẫn của Công đoàn cấp trên", None, "Sở Nội vụ")],
    ),
]


@pytest.mark.parametrize(("tasks", "assignments", "deadlines"), CASES)
def test_labels_tell_of_the_task_above(
    tasks: str, assignments: list[object], deadlines: list[object]
) -> None:
    facts, _ = facts_of(tasks)
    assert [(a.actor, a.role, a.task, a.path, a.time, a.product) for a in facts.assignments] == assignments
    assert [(d.what, d.when, d.normalised, d.who) for d in facts.deadlines] == deadlines


@pytest.mark.parametrize(
    "words",
    [
        "1. Sở Nội vụ chủ trì: theo dõi, tổng hợp kết quả.",
        "1. Kết quả: đã giảm nhiều vụ việc.",
    ],
)
def test_what_is_no_label(words: str) -> None:
    facts, _ = facts_of(words)
    assert [a.actor for a in facts.assignments] in ([], ["Sở Nội vụ"])
    assert facts.deadlines == ()


def test_who_prepares_leads_and_names_its_partner() -> None:
    facts, _ = facts_of("1. Rà soát văn bản\n- Cơ quan chuẩn bị: Văn phòng UBND tỉnh phối hợp với Sở Nội vụ.")
    assert [(a.role, a.actor) for a in facts.assignments] == [
        ("lead", "Văn phòng UBND tỉnh"),
        ("coordinate", "Sở Nội vụ"),
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "1. Thu gom bao gói tại 18 bể; mở 02 lớp tập huấn (Phòng Kinh tế).",
            [("Phòng Kinh tế", RESPONSIBLE, "Thu gom bao gói tại 18 bể; mở 02 lớp tập huấn")],
        ),
        (
            "1. Biên soạn 01 bộ tài liệu trước ngày 31/8/2024 - Sở Y tế; Sở Nội vụ phối hợp dịch nội dung.",
            [
                ("Sở Nội vụ", COORDINATE, "phối hợp dịch nội dung"),
                ("Sở Y tế", RESPONSIBLE, "Biên soạn 01 bộ tài liệu trước ngày 31/8/2024"),
            ],
        ),
        (
            "1. Xây dựng 05 chuỗi; hướng dẫn áp dụng. Thời gian: quý II. Giao Sở Công Thương.",
            [("Sở Công Thương", RESPONSIBLE, "Xây dựng 05 chuỗi; hướng dẫn áp dụng")],
        ),
        # whose a body is, and a name with a dash, say nothing of who acts
        ("1. Tổ chức ngày hội tại Trung tâm Văn hóa tỉnh (Sở Văn hóa).", [(None, RESPONSIBLE)]),
        ("1. Gửi danh sách về Phòng Văn hóa - Xã hội.", [(None, RESPONSIBLE)]),
    ],
)
def test_bodies_that_close_a_task_do_it(line: str, found: list[tuple[str | None, ...]]) -> None:
    facts, _ = facts_of(line)
    told = [(a.actor, a.role, a.task) for a in facts.assignments]
    assert [one[: len(want)] for one, want in zip(told, found, strict=True)] == found


@pytest.mark.parametrize(
    "line",
    [
        "1. Thực hiện hỗ trợ theo Quyết định 15/QĐ-TTg (Thủ tướng Chính phủ).",
        "1. Rà soát hồ sơ theo hướng dẫn (Sở Y tế).",
        "1. Tiếp nhận đoàn công tác (Sở Y tế).",
        "1. Tham dự hội thảo quốc tế - Bộ Ngoại giao.",
        "1. Triển khai phần mềm (Tập đoàn Viettel).",
    ],
)
def test_a_body_behind_a_thing_of_its_own_does_nothing(line: str) -> None:
    facts, _ = facts_of(line)
    assert not any(one.actor for one in facts.assignments)
