"""The chapters of a regulation: whatever they are called in the plan, what they charge the unit with is a task."""

from __future__ import annotations

from assistant.draft.draft import draft_plan
from assistant.draft.unit.profile import Division, UnitProfile
from ingest.pipeline import plan_from_text
from ingest.plan import RawText

_RULES = """UBND TỈNH SƠN HÀ
Số: 45/QĐ-UBND
Sơn Hà, ngày 05 tháng 3 năm 2026

QUYẾT ĐỊNH
Ban hành Quy chế bảo vệ rừng trên địa bàn tỉnh Sơn Hà

Điều 1. Ban hành kèm theo Quyết định này Quy chế bảo vệ rừng trên địa bàn tỉnh Sơn Hà.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A

QUY CHẾ
Bảo vệ rừng trên địa bàn tỉnh Sơn Hà
(Ban hành kèm theo Quyết định số 45/QĐ-UBND ngày 05 tháng 3 năm 2026 của UBND tỉnh Sơn Hà)

Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc bảo vệ rừng.
Điều 2. Trách nhiệm của UBND cấp xã
1. UBND cấp xã tuần tra rừng trên địa bàn.
2. UBND cấp xã tổ chức diễn tập chữa cháy rừng trước ngày 15/4 hằng năm.
Điều 3. Sổ theo dõi
1. UBND cấp xã lập sổ theo dõi từng khu rừng.

Chương II
ĐIỀU KHOẢN THI HÀNH
Điều 4. Tổ chức thực hiện
1. UBND cấp xã tuyên truyền Quy chế này.
"""


def test_duties_of_the_first_chapter_are_tasks() -> None:
    unit = UnitProfile(
        "UBND xã Suối Bạc",
        "commune",
        place="xã Suối Bạc",
        year=2026,
        divisions=(Division("Văn phòng", ("tổng hợp",)), Division("Phòng Kinh tế", ("lâm nghiệp, rừng",))),
    )
    tasks = draft_plan(plan_from_text(RawText("p.txt", _RULES)), unit).tasks
    for words in ("tuần tra rừng", "diễn tập chữa cháy rừng", "lập sổ theo dõi"):
        assert any(words in task.content for task in tasks)


def test_a_heading_is_said_once() -> None:
    from tests.assistant.test_draft_lists import COMMUNE, draft

    body = (
        "1. Chế độ thông tin, báo cáo\n- UBND các xã báo cáo hằng quý.\nII. TRÁCH NHIỆM\n"
        "1. Trách nhiệm của UBND các xã\n- Lập danh sách đò.\n2. Trách nhiệm của Chủ tịch UBND các xã\n- Ký giấy phép đò.\n"
    )
    heads = [p.text.lower() for p in draft(COMMUNE, body).paragraphs if p.kind == "heading"]
    assert len(heads) == len(set(heads)), heads
    assert "chế độ thông tin, báo cáo" in heads
