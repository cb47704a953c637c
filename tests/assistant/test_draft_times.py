"""When a task of a draft is due: told by its own words, by a line beside it or beneath it; invented text."""

from __future__ import annotations

import pytest

from tests.assistant.test_draft_lists import BUILDERS, draft

_TALKS = (
    "1. Tập huấn kỹ năng cứu đuối cho người lái đò\n- Nội dung: sơ cứu, dùng phao.\n- Đối tượng: người lái đò.\n"
    "- Thời gian thực hiện: Quý II/2026."
)
_CHECKS = "1. Kiểm tra bến đò\na) Kiểm tra áo phao tại bến.\nb) Xử lý bến đò không phép.\nc) Thời gian: trước ngày 30/6/2026."
_TWO = "1. Việc khác:\n- Sửa cầu tàu.\n- Thời gian: quý III/2026.\n- Kẻ vạch báo hiệu.\n- Thời gian: quý IV/2026."
_UNDER = "1. Về đò\na) Tổ chức hội nghị chủ bến.\n- Thời gian: tháng 4/2026.\nb) Thu hồi giấy phép bến đò."


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        (
            _TALKS,
            {
                "Tập huấn kỹ năng cứu đuối cho người lái đò: Nội dung: sơ cứu, dùng phao; Đối tượng: người lái đò": "Quý II/2026"
            },
        ),
        (
            _CHECKS,
            {
                "Kiểm tra áo phao tại bến": "trước ngày 30/6/2026",
                "Xử lý bến đò không phép": "trước ngày 30/6/2026",
            },
        ),
        (_TWO, {"Sửa cầu tàu": "quý III/2026", "Kẻ vạch báo hiệu": "quý IV/2026"}),
        (_UNDER, {"Tổ chức hội nghị chủ bến": "tháng 4/2026", "Thu hồi giấy phép bến đò": ""}),
        ("1. Định kỳ hằng quý báo cáo Sở Xây dựng.", {"báo cáo Sở Xây dựng": "hằng quý"}),
        (
            "1. UBND các xã gửi danh sách trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này.",
            {"gửi danh sách": "trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch số 12/KH-UBND"},
        ),
        (
            "1. Sở Xây dựng hướng dẫn đăng kiểm đò; UBND các xã gửi bản đăng ký trước ngày 31/3/2026.",
            {"gửi bản đăng ký": "trước ngày 31/3/2026"},
        ),
    ],
)
def test_the_time_of_a_task_stands_in_its_row(body: str, rows: dict[str, str]) -> None:
    tasks = draft(BUILDERS, body).tasks
    assert not any(task.content.startswith("Thời gian") for task in tasks)
    for words, time in rows.items():
        found = [task.time for task in tasks if words in task.content]
        assert found and time in found[0] and bool(found[0]) == bool(time), (words, tasks)
