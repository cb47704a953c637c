"""When a task of a draft is due: told by its own words, by a line beside it or beneath it; invented text."""

from __future__ import annotations

from dataclasses import replace

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


@pytest.mark.parametrize(
    ("title", "line", "there", "gone"),
    [
        # A programme, a directive, a school year keep their years; what is past is told.
        ("Chuyển đổi số đến năm 2030", "Năm 2026 đạt 20% hồ sơ trực tuyến.", "Năm 2026 đạt 20%", "2027"),
        ("Giảm nghèo giai đoạn 2026 - 2030", "Các xã rà soát hộ nghèo năm 2026.", "nghèo năm 2026", "2027"),
        ("Giảm nghèo giai đoạn 2026 - 2030, năm 2026", "Từ năm 2026 đến hết năm 2030.", "năm 2026 đến", "năm 2027"),
        ("Về tăng cường phòng, chống cháy rừng", "Các xã tổng kết năm 2026.", "tổng kết năm 2026", "2027"),
        # A plan for one year hands its year on, but not the year of a number.
        ("Về an toàn đò ngang năm 2026", "Các xã rà soát bến đò năm 2026.", "bến đò năm 2027", "bến đò năm 2026"),
        ("Về an toàn đò ngang năm 2026", "Năm 2026 đạt 20% bến đò có phao.", "Năm […] đạt 20%", "Năm 2027"),
        ("Về an toàn đò ngang năm 2026", "Năm 2026 mở ít nhất 02 lớp dạy bơi.", "Năm […] mở ít nhất 02", "Năm 2027"),
        ("Về an toàn đò ngang năm 2026", "Học tập chuyên đề năm 2026 “Sông xanh”.", "chuyên đề năm 2026 “Sông", "2027 “Sông"),
        ("Thực hiện Chương trình “Sông xanh giai đoạn 2021 - 2030” năm 2026", "Rà soát bến đò năm 2026.", "bến đò năm 2027", "bến đò năm 2026"),
    ],
)  # fmt: skip
def test_only_the_year_of_a_plan_for_one_year_moves(title: str, line: str, there: str, gone: str) -> None:
    done = draft(replace(COMMUNE, year=2027), f"1. {line}", title)
    said = "\n".join(p.text for p in done.paragraphs if p.kind not in {"title", "basis", "closing"})
    assert there in said and gone not in said, said
    assert any("2026" in warning for warning in done.warnings)
    if "[…]" in there:
        assert any("năm 2026 ghi: Năm 2026" in slot.label for slot in done.slots)


def test_the_title_of_a_programme_keeps_its_year() -> None:
    unit = replace(COMMUNE, year=2027)
    title = "Giảm nghèo bền vững giai đoạn 2026 - 2030, năm 2026"
    assert draft(unit, "1. Rà soát.", title).title.endswith("năm 2026")
    assert draft(unit, "1. Rà soát.", "Giảm nghèo bền vững năm 2026").title.endswith("năm 2027")
