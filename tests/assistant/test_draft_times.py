"""When a task of a draft is due: told by its own words, by a line beside it or beneath it; invented text."""

from __future__ import annotations

import pytest

from tests.assistant.test_draft_lists import BUILDERS, COMMUNE, draft

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


_TREES = "Thành lập tổ trồng cây, phân công thành viên phụ trách từng thôn trong quý I/2026."


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        # A heading "Tiến độ" above tasks is no time.
        (
            f"1. Rà soát đất trống.\n2. Tiến độ thực hiện\n- {_TREES}\n- Tổ chức ra quân trồng cây.",
            {"Thành lập tổ trồng cây": "quý I/2026", "ra quân": ""},
        ),
        # A time ends with its sentence or clause; what stands behind it is a task.
        (
            "1. Trồng cây\n- Chuẩn bị cây giống.\n- Thời gian thực hiện: tháng 3/2026. Ủy ban nhân dân các xã lập danh sách hộ.",
            {"Chuẩn bị cây giống": "tháng 3/2026", "lập danh sách hộ": ""},
        ),
        (
            "1. Rà soát\na) Kiểm tra bến đò.\nb) Thời gian hoàn thành: trước ngày 30/6/2026; niêm yết công khai kết quả, giải quyết khiếu nại của người dân.",
            {"Kiểm tra bến đò": "Trước ngày 30/6/2026", "niêm yết công khai": ""},
        ),
        # A task told with its time under the label is a task.
        (
            "1. Quy chế\na) Họp dân.\nb) Tiến độ: Quý I/2026, Ủy ban nhân dân các xã ban hành quy chế.",
            {"Họp dân": "", "ban hành quy chế": ""},
        ),
        # A time that names no day is a time, too.
        (
            "1. Hội nghị\n- Tổ chức hội nghị triển khai.\n- Thời gian: theo hướng dẫn của tỉnh.",
            {"Tổ chức hội nghị": "theo hướng dẫn của tỉnh"},
        ),
        (
            "1. Hội nghị\n- Tổ chức hội nghị triển khai.\n- Thời gian: từ tháng 3/2026; chậm nhất ngày 30/6/2026.",
            {"Tổ chức hội nghị": "từ tháng 3/2026; chậm nhất ngày 30/6/2026"},
        ),
    ],
)
def test_no_task_is_taken_for_a_time(body: str, rows: dict[str, str]) -> None:
    tasks = draft(COMMUNE, body).tasks
    for words, time in rows.items():
        found = [task.time for task in tasks if words in task.content]
        assert found and time in found[0] and bool(found[0]) == bool(time), (words, tasks)
