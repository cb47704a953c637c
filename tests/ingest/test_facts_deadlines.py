"""Deadlines: what is due when, from whom, to whom, through whom."""

from __future__ import annotations

import pytest

from ingest.facts.times.dates import normalise_time
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
    ("từ năm 2021 đến hết năm 2025", None, "2021/2025"),
    ("ngày 05 và ngày 20 hằng tháng", 2024, "monthly:day 5 and 20"),
    ("02 lần/ngày", None, "daily"),
    ("trong vòng 06 tháng kể từ ngày được giao", 2024, None),
    ("trong vòng 36 tháng, kể từ thời điểm được công nhận", 2024, None),
    ("từ ngày 08 đến ngày 10 tháng 12 năm 2025", None, "2025-12-08/2025-12-10"),
    ("Tháng 11 hằng năm", None, "yearly:--11"),
    ("trong quý IV hằng năm", None, "yearly:--Q4"),
    ("trước ngày 05 của tháng liền kề", None, "monthly:day 5 of next month"),
    ("đến cuối năm 2026", None, "2026-12-31"),
    ("trong 6 tháng đầu năm 2026", None, "2026-01/2026-06"),
    ("trong Quý I, II năm 2026", None, "2026-Q1,2026-Q2"),
    ("từ ngày 20/11/2025 đến ngày 03/12/2025", None, "2025-11-20/2025-12-03"),
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
        "1. Sở Nội vụ rà soát các văn bản đã ban hành trước ngày 01/7/2025.",
        "1. Sở Nội vụ đóng phí đến hết ngày cuối cùng của tháng chuyển đi.",
        "1. Sở Nội vụ rà soát vụ việc xảy ra vào năm 2020.",
        "1. Sở Nội vụ rà soát người đang hưởng trợ cấp xã hội, hỗ trợ kinh phí nuôi dưỡng hằng tháng.",
        "1. Sở Nội vụ triển khai Chương trình từ năm 2021 đến hết năm 2025.",
        "1. Đánh giá tình hình\nTừ ngày 15/11 đến ngày 20/11/2025, trên địa bàn tỉnh xảy ra mưa lớn.",
    ],
)
def test_what_is_no_deadline(words: str) -> None:
    assert facts_of(words)[0].deadlines == ()


SEVERAL = [
    # which report a time is for, in brackets behind it
    (
        "1. Sở Nội vụ trình UBND tỉnh dự thảo trước ngày 20/6/2026 (đối với 6 tháng) và ngày 15/12/2026 (đối với báo cáo năm).",
        [
            ("Sở Nội vụ trình UBND tỉnh dự thảo đối với 6 tháng", "2026-06-20", "Sở Nội vụ", "UBND tỉnh"),
            ("Sở Nội vụ trình UBND tỉnh dự thảo đối với báo cáo năm", "2026-12-15", "Sở Nội vụ", "UBND tỉnh"),
        ],
    ),
    # each report of a list has its own time; who, to and via are shared
    (
        "1. Sở Nội vụ\na) Tham mưu gửi báo cáo về Bộ Nội vụ (qua Vụ Tổ chức cán bộ): báo cáo quý trước ngày 15 của tháng cuối quý; "
        "báo cáo 6 tháng trước ngày 10 tháng 6 năm 2024; báo cáo năm gửi trước ngày 20 tháng 11 năm 2024.",
        [
            ("báo cáo quý", "quarterly:day 15 of last month", "Sở Nội vụ", "Bộ Nội vụ"),
            ("báo cáo 6 tháng", "2024-06-10", "Sở Nội vụ", "Bộ Nội vụ"),
            ("báo cáo năm", "2024-11-20", "Sở Nội vụ", "Bộ Nội vụ"),
        ],
    ),
    (
        "1. Sở Nội vụ báo cáo UBND tỉnh trước ngày 15/6/2024 đối với báo cáo 6 tháng và trước ngày 25/11/2024 đối với báo cáo năm.",
        [
            ("báo cáo 6 tháng", "2024-06-15", "Sở Nội vụ", "UBND tỉnh"),
            ("báo cáo năm", "2024-11-25", "Sở Nội vụ", "UBND tỉnh"),
        ],
    ),
    (
        "1. Sở Nội vụ báo cáo UBND tỉnh kết quả định kỳ 6 tháng (trước ngày 30/5), một năm (trước ngày 15/11).",
        [
            ("Sở Nội vụ báo cáo UBND tỉnh kết quả", "2024-05-30", "Sở Nội vụ", "UBND tỉnh"),
            ("Sở Nội vụ báo cáo UBND tỉnh kết quả", "yearly:--11-15", "Sở Nội vụ", "UBND tỉnh"),
        ],
    ),
    (
        "1. Ba cuộc đối thoại với Nhân dân: tháng 3 (về đất đai), tháng 7 (về nước sinh hoạt), tháng 10 (về giảm nghèo).",
        [
            ("Ba cuộc đối thoại với Nhân dân về đất đai", "2024-03", None, None),
            ("Ba cuộc đối thoại với Nhân dân về nước sinh hoạt", "2024-07", None, None),
            ("Ba cuộc đối thoại với Nhân dân về giảm nghèo", "2024-10", None, None),
        ],
    ),
    # two times side by side, a label with several reports, the next year
    (
        "1. Trước ngày 25 tháng cuối quý, trước ngày 15/12 hằng năm, các sở báo cáo UBND tỉnh.",
        [
            ("các sở báo cáo UBND tỉnh", "quarterly:day 25 of last month", "các sở", "UBND tỉnh"),
            ("các sở báo cáo UBND tỉnh", "yearly:--12-15", "các sở", "UBND tỉnh"),
        ],
    ),
    (
        "1. Thời hạn gửi báo cáo: báo cáo quý I trước ngày 15/3, báo cáo 6 tháng trước ngày 15/6.",
        [("báo cáo quý I", "2024-03-15", None, None), ("báo cáo 6 tháng", "2024-06-15", None, None)],
    ),
    (
        "1. Sở Y tế gửi Bộ Y tế trước ngày 31 tháng 3 năm sau liền kề.",
        [("Sở Y tế gửi Bộ Y tế", "yearly:--03-31", "Sở Y tế", "Bộ Y tế")],
    ),
    # a title before the lead-in; a recurrence at the end
    (
        "1. Báo cáo định kỳ: Trước ngày 15/6 hằng năm, các đơn vị gửi báo cáo về Sở Tài chính.",
        [
            (
                "Báo cáo định kỳ các đơn vị gửi báo cáo về Sở Tài chính",
                "yearly:--06-15",
                "các đơn vị",
                "Sở Tài chính",
            )
        ],
    ),
    (
        "1. Sở Công Thương tổ chức đối thoại với doanh nghiệp hằng quý.",
        [("Sở Công Thương tổ chức đối thoại với doanh nghiệp", "quarterly", "Sở Công Thương", None)],
    ),
    # a recurrence that the clause gives its day is said once
    (
        "1. Sở Nội vụ định kỳ hằng năm báo cáo Bộ Nội vụ trước ngày 15 tháng 12.",
        [("Sở Nội vụ báo cáo Bộ Nội vụ", "yearly:--12-15", "Sở Nội vụ", "Bộ Nội vụ")],
    ),
    # what is to be issued by then is due, what was issued before then is not
    (
        "1. Sở Tư pháp trình UBND tỉnh để ban hành trước ngày 01 tháng 7 năm 2026.",
        [("Sở Tư pháp trình UBND tỉnh để ban hành", "2026-07-01", "Sở Tư pháp", "UBND tỉnh")],
    ),
    (
        "1. Sở Nội vụ gửi Bộ Nội vụ báo cáo giữa kỳ (năm 2028), báo cáo cuối kỳ (năm 2030).",
        [
            ("báo cáo giữa kỳ", "2028", "Sở Nội vụ", "Bộ Nội vụ"),
            ("báo cáo cuối kỳ", "2030", "Sở Nội vụ", "Bộ Nội vụ"),
        ],
    ),
    (
        "1. Tháng 11 hằng năm, Sở Nội vụ báo cáo UBND tỉnh.",
        [("Sở Nội vụ báo cáo UBND tỉnh", "yearly:--11", "Sở Nội vụ", "UBND tỉnh")],
    ),
    # a clause that only says "done by then" is of the task before it
    (
        "1. Tuyên truyền tại thôn. Sở Y tế chủ trì; hoàn thành trước ngày 30/6/2024.",
        [("Tuyên truyền tại thôn", "2024-06-30", "Sở Y tế", None)],
    ),
    (
        "1. Sắp xếp dân cư thôn Tà Lừ. Thời gian thực hiện theo văn bản chỉ đạo của tỉnh.",
        [("Sắp xếp dân cư thôn Tà Lừ", None, None, None)],
    ),
    (
        "1. Tổ chức hội thi cấp phường; thời gian theo hướng dẫn của Tỉnh ủy.",
        [("Tổ chức hội thi cấp phường", None, None, None)],
    ),
    (
        "1. Sở Y tế\n- Trả lời bằng văn bản chậm nhất 05 ngày làm việc kể từ ngày nhận hồ sơ.",
        [("Trả lời bằng văn bản", None, "Sở Y tế", None)],
    ),
    (
        "1. Chủ tịch UBND xã tiếp công dân vào ngày 05 và ngày 20 hằng tháng.",
        [("Chủ tịch UBND xã tiếp công dân", "monthly:day 5 and 20", "Chủ tịch UBND xã", None)],
    ),
    (
        "1. Sở Y tế\n- Huy động nguồn lực; báo cáo 02 lần/ngày (trước 9h00’ và 16h00’) gửi UBND tỉnh.",
        [("gửi UBND tỉnh", "daily", "Sở Y tế", "UBND tỉnh")],
    ),
    (
        "1. Hằng tháng, Lãnh đạo UBND xã tổ chức giao ban với các trưởng thôn.",
        [("Lãnh đạo UBND xã tổ chức giao ban với các trưởng thôn", "monthly", "Lãnh đạo UBND xã", None)],
    ),
    # to whom: told of each time, and not by what is done next
    (
        "1. Sở Y tế gửi Sở Tư pháp thẩm định trước ngày 31/5/2026, trình UBND tỉnh trước ngày 30/6/2026.",
        [
            ("Sở Y tế gửi Sở Tư pháp thẩm định", "2026-05-31", "Sở Y tế", "Sở Tư pháp"),
            ("trình UBND tỉnh", "2026-06-30", "Sở Y tế", "UBND tỉnh"),
        ],
    ),
    (
        "1. Văn phòng đăng tin trước ngày 10/6/2026; bố trí xe cho Ban Chỉ đạo.",
        [("Văn phòng đăng tin", "2026-06-10", "Văn phòng", None)],
    ),
    (
        "1. Sở Y tế báo cáo UBND tỉnh trước 17 giờ ngày 20/11/2025.",
        [("Sở Y tế báo cáo UBND tỉnh", "2025-11-20", "Sở Y tế", "UBND tỉnh")],
    ),
    (
        "1. Sở Y tế trình văn bản, bảo đảm có hiệu lực trước ngày 20/11/2025.",
        [("Sở Y tế trình văn bản, bảo đảm có hiệu lực", "2025-11-20", "Sở Y tế", None)],
    ),
    (
        "1. Sở Y tế gửi kết quả cho Sở Nội vụ; tổng hợp báo cáo gửi UBND tỉnh trước ngày 20/11/2025.",
        [("tổng hợp báo cáo gửi UBND tỉnh", "2025-11-20", "Sở Y tế", "UBND tỉnh")],
    ),
    (
        "1. Hằng năm, trước ngày 10 tháng 12, Sở Y tế báo cáo UBND tỉnh.",
        [("Sở Y tế báo cáo UBND tỉnh", "yearly:--12-10", "Sở Y tế", "UBND tỉnh")],
    ),
    (
        "1. Các mốc\n- Quý II/2026: Tổ chức hội nghị sơ kết.\n- Tháng 12/2026: Ban hành báo cáo.",
        [("Tổ chức hội nghị sơ kết", "2026-Q2", None, None), ("Ban hành báo cáo", "2026-12", None, None)],
    ),
    (
        "1. Kế hoạch này có hiệu lực kể từ ngày 01 tháng 12 năm 2025.",
        [("Kế hoạch này có hiệu lực", "2025-12-01", None, None)],
    ),
]


@pytest.mark.parametrize(("tasks", "expected"), SEVERAL)
def test_each_time_has_its_own_matter(
    tasks: str, expected: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    facts, _ = facts_of(tasks)
    assert [(d.what, d.normalised, d.who, d.to) for d in facts.deadlines] == expected


def test_a_list_of_reports_is_one_task() -> None:
    facts, _ = facts_of(
        "1. Sở Nội vụ gửi báo cáo: báo cáo quý trước ngày 15; báo cáo năm trước ngày 20/11/2024."
    )
    assert [a.task for a in facts.assignments] == [
        "gửi báo cáo: báo cáo quý trước ngày 15; báo cáo năm trước ngày 20/11/2024"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Sở Nội vụ chủ trì; thời gian thực hiện: Quý IV/2026.",
        "Sở Nội vụ chủ trì, phối hợp với Sở Y tế hoàn thành trong quý IV/2026.",
    ],
)
def test_a_time_after_who_leads_is_for_the_task_above(words: str) -> None:
    facts, _ = facts_of(f"1. Tập huấn cán bộ\na) {words}")
    assert [(d.what, d.normalised, d.who) for d in facts.deadlines] == [
        ("Tập huấn cán bộ", "2026-Q4", "Sở Nội vụ")
    ]


def test_a_text_takes_effect_some_days_after_its_signing() -> None:
    (found,) = facts_of("Điều 9. Hiệu lực\nThông tư này có hiệu lực sau 45 ngày, kể từ ngày ký ban hành.")[
        0
    ].deadlines
    assert (found.what, found.when, found.normalised) == (
        "Thông tư này có hiệu lực",
        "sau 45 ngày, kể từ ngày ký ban hành",
        None,
    )


def test_a_report_before_a_bracketed_time_is_what_is_due() -> None:
    facts, _ = facts_of(
        "1. Sở Nội vụ định kỳ báo cáo: báo cáo quý (trước ngày 15 tháng cuối quý), báo cáo năm (trước ngày 15/12/2024)."
    )
    assert [(d.what, d.normalised) for d in facts.deadlines] == [
        ("báo cáo quý", "quarterly:day 15 of last month"),
        ("báo cáo năm", "2024-12-15"),
    ]


def test_a_heading_that_is_a_time_is_the_time_of_the_tasks_below() -> None:
    facts, _ = facts_of(
        "I. TIẾN ĐỘ\n1. Quý I/2026\n- Sở Nội vụ ban hành hướng dẫn.\n- Tập huấn cho cán bộ xã, hoàn thành trước ngày 20/3/2026.\n"
        "2. Đợt 2 (từ tháng 4 đến tháng 6/2026):\n- Kiểm tra việc thực hiện tại các xã."
    )
    assert [(d.what, d.normalised, d.who) for d in facts.deadlines] == [
        ("Sở Nội vụ ban hành hướng dẫn", "2026-Q1", "Sở Nội vụ"),
        ("Tập huấn cho cán bộ xã, hoàn thành", "2026-03-20", None),
        ("Kiểm tra việc thực hiện tại các xã", "2026-04/2026-06", None),
    ]


@pytest.mark.parametrize(
    "task",
    ["Lập danh sách gửi Sở Xây dựng", "Các bến có đủ dụng cụ nổi cứu sinh", "Hoàn thành tuyển sinh"],
)
def test_a_day_behind_a_name_or_a_thing_is_due(task: str) -> None:
    facts, _ = facts_of(f"1. {task} trước ngày 20/4/2026.")
    assert [deadline.normalised for deadline in facts.deadlines] == ["2026-04-20"]


def test_a_day_on_which_something_came_to_be_is_not_due() -> None:
    facts, _ = facts_of("1. Kiểm tra công trình xây dựng trước ngày 20/4/2016.")
    assert facts.deadlines == ()


def test_a_day_that_says_of_which_things_a_rule_speaks_is_no_deadline() -> None:
    facts, _ = facts_of(
        "1. Đối với hợp đồng ký trước ngày 01/7/2026, Sở Nội vụ rà soát hợp đồng trước ngày 15/8/2026.\n"
        "2. Đối với báo cáo quý trước ngày 15/6, báo cáo năm trước ngày 20/12."
    )
    assert [one.when for one in facts.deadlines] == [
        "trước ngày 15/8/2026",
        "trước ngày 15/6",
        "trước ngày 20/12",
    ]


def test_whoever_a_report_was_sent_to_owes_it_to_the_next() -> None:
    facts, _ = facts_of(
        "1. Hằng năm, trước ngày 15/11, các xã gửi báo cáo về Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh trước ngày 30/11."
    )
    assert [(one.normalised, one.who, one.to) for one in facts.deadlines] == [
        ("yearly:--11-15", "các xã", "Sở Nội vụ"),
        ("yearly:--11-30", "Sở Nội vụ", "UBND tỉnh"),
    ]
