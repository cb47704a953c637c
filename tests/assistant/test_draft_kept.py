"""What a rule on others' tasks must leave with the unit: its own work named beside theirs, and each of two that differ in time."""

from __future__ import annotations

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.unit.profile import UnitProfile
from tests.assistant.draft_texts import inner, parent_of

HOSPITAL = UnitProfile(
    "Bệnh viện Đa khoa tỉnh Sơn Hà", "hospital", parent="Sở Y tế", place="Sơn Hà", year=2026
)
PRIMARY = UnitProfile(
    "Trường Tiểu học Suối Bạc", "school", parent="UBND xã Suối Bạc", place="Sơn Hà", year=2026
)
LOWER = UnitProfile("Trường THCS Suối Bạc", "school", parent="UBND xã Suối Bạc", place="Sơn Hà", year=2026)
DEPARTMENT = UnitProfile("Sở Tư pháp", "department", parent="UBND tỉnh Sơn Hà", place="Sơn Hà", year=2026)
COMMUNE = UnitProfile("UBND xã Suối Bạc", "commune", parent="UBND tỉnh Sơn Hà", place="Suối Bạc", year=2026)


@pytest.mark.parametrize(
    ("unit", "line", "kept"),
    [
        # Whoever leads the watching, the work is done by all.
        (HOSPITAL, "Phân loại rác tại nơi làm việc. Sở Nông nghiệp và Môi trường chủ trì hướng dẫn, kiểm tra.", "phân loại rác"),
        (LOWER, "Treo cờ Tổ quốc từ ngày 28/4/2026. Sở Văn hóa, Thể thao và Du lịch chủ trì kiểm tra.", "treo cờ"),
        (DEPARTMENT, "Thực hiện nghiêm giờ làm việc. Sở Nội vụ chủ trì, phối hợp với các sở theo dõi.", "giờ làm việc"),
        # From the province down, and lists that only end in a commune's rooms.
        (DEPARTMENT, "Các cơ quan, đơn vị từ tỉnh đến cấp xã: tiết kiệm điện tại trụ sở.", "tiết kiệm điện"),
        (HOSPITAL, "Các đơn vị sự nghiệp công lập, các phòng thuộc UBND xã: công khai tài chính.", "công khai tài chính"),
        # Schools of another level that one works with, and what every secondary school tells.
        (PRIMARY, "Rà soát trẻ mầm non 5 tuổi trên địa bàn để tuyển sinh lớp 1.", "tuyển sinh lớp 1"),
        (LOWER, "Phối hợp với các trường đại học, cao đẳng bồi dưỡng giáo viên.", "bồi dưỡng giáo viên"),
        (LOWER, "Thực hiện giáo dục nghề nghiệp, hướng nghiệp cho học sinh.", "hướng nghiệp"),
        # Counted beside the communes, or done with them.
        (HOSPITAL, "Lắp điểm rửa tay tại 100% xã, phường, trường học, bệnh viện.", "điểm rửa tay"),
        (HOSPITAL, "Phối hợp với 100% xã, phường tổ chức khám sức khỏe cho người cao tuổi.", "khám sức khỏe"),
        (HOSPITAL, "Tỷ lệ hồ sơ xử lý trên mạng: cấp tỉnh 100%, cấp xã 80%, đơn vị sự nghiệp 70%.", "đơn vị sự nghiệp 70%"),
    ],
)  # fmt: skip
def test_the_unit_keeps_its_own(unit: UnitProfile, line: str, kept: str) -> None:
    parent = parent_of(f"I. NHIỆM VỤ\n1. {line}\n2. Đọc sách mỗi tuần.", "Nâng cao nếp sống năm 2026")
    assert kept in inner(draft_plan(parent, unit)).lower()


@pytest.mark.parametrize("unit", [HOSPITAL, LOWER])
def test_a_share_at_the_place_of_work_is_not_the_residents_before_it(unit: UnitProfile) -> None:
    line = "90% hộ dân có nước sạch; 100% thực hiện khám sức khỏe cho viên chức, người lao động tại đơn vị."
    text = inner(draft_plan(parent_of(f"I. MỤC TIÊU\n1. {line}", "Nâng cao nếp sống năm 2026"), unit))
    assert "khám sức khỏe" in text
    assert "hộ dân" not in text


TWICE = """I. NHIỆM VỤ
1. UBND các xã tổ chức tập huấn kỹ năng số cho cán bộ thôn trước ngày 30/4/2026.
2. UBND các xã tổ chức tập huấn kỹ năng số cho cán bộ thôn trước ngày 30/10/2026.
3. UBND các xã kiểm tra an toàn thực phẩm tại các chợ đợt 1.

PHỤ LỤC
NHIỆM VỤ

| TT | Nhiệm vụ | Chủ trì | Thời gian |
| --- | --- | --- | --- |
| 1 | Tổ chức tập huấn kỹ năng số cho cán bộ thôn | UBND các xã | Trước 30/4/2026 |
| 2 | Tổ chức tập huấn kỹ năng số cho cán bộ thôn | UBND các xã | Trước 30/10/2026 |
| 3 | Kiểm tra an toàn thực phẩm tại các chợ đợt 2 | UBND các xã | Tháng 9/2026 |
"""


def test_two_tasks_that_differ_in_time_or_round_are_two() -> None:
    draft = draft_plan(parent_of(TWICE, "Nâng cao nếp sống năm 2026"), COMMUNE)
    courses = [task.time for task in draft.tasks if "tập huấn" in task.content]
    assert len(courses) == 2
    assert "30/4/2026" in courses[0] and "30/10/2026" not in courses[0]
    assert "30/10/2026" in courses[1]
    rounds = [task.content for task in draft.tasks if "an toàn thực phẩm" in task.content]
    assert [f"đợt {n}" in task for n, task in enumerate(rounds, 1)] == [True, True]
    assert not any("hai cách" in warning for warning in draft.warnings)
