"""What is to be filled in is one list: the page's number, the trace, the coverage and the marks in the Word file agree."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from assistant.draft.child.slots import count_slots
from assistant.draft.coverage import cover_draft, write_xlsx
from assistant.draft.draft import draft_plan
from assistant.draft.edits import apply_edits
from assistant.draft.file.word import write_docx
from assistant.draft.model import SLOT, Draft, Task
from assistant.draft.revise import revise_draft, rows_of
from assistant.draft.trace import trace_of
from assistant.draft.unit.profile import UnitProfile
from assistant.draft.unit.profile_file import example_profiles, read_profile
from assistant.draft.unit.reorganisation import renew_names
from assistant.path_words import path_words
from assistant.samples import sample_paths
from ingest.pipeline import plan_from_text, read_plan
from ingest.plan import RawText

PARENT = next(path for path in sample_paths() if path.name == "tinh-son-ha-12-kh-ubnd.docx")
UNITS = {path.stem: path for path in example_profiles()}


@pytest.fixture(params=sorted(UNITS))
def unit(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _annex_marks(draft: Draft, unit: str, folder: Path) -> int:
    write_docx(draft, read_profile(UNITS[unit]), folder / "d.docx")
    table = Document(str(folder / "d.docx")).tables[-1]
    return sum(cell.text.count(SLOT) for row in table.rows for cell in row.cells[2:])


def test_the_list_is_the_same_everywhere(unit: str, tmp_path: Path) -> None:
    plan = read_plan(PARENT)
    draft = draft_plan(plan, read_profile(UNITS[unit]))
    annex = [slot for slot in draft.slots if slot.path.startswith("Phụ lục")]
    assert sum(slot.count for slot in annex) == _annex_marks(draft, unit, tmp_path)
    told = trace_of(draft)["slots"]
    assert sum(slot["count"] for slot in told) == count_slots(draft)
    write_xlsx(cover_draft(plan, draft), tmp_path / "c.xlsx", "Đối chiếu", (), draft.slots)
    rows = list(load_workbook(tmp_path / "c.xlsx")["Cần điền"].values)[1:]
    assert [(label, path, count) for label, path, count in rows] == [
        (s.label, path_words(s.path), s.count) for s in draft.slots
    ]


def test_the_list_follows_the_officer(unit: str) -> None:
    draft = draft_plan(read_plan(PARENT), read_profile(UNITS[unit]))
    rows = [replace(row, text=row.text.replace(SLOT, "05")) for row in rows_of(draft)]
    left = revise_draft(draft, rows).slots
    assert not any(
        s.path not in {"head", "body", "closing"} and not s.path.startswith("Phụ lục") for s in left
    )


def test_a_column_that_no_row_fills_asks_for_nothing(tmp_path: Path) -> None:
    unit = sorted(UNITS)[0]
    draft = draft_plan(read_plan(PARENT), read_profile(UNITS[unit]))
    bare = replace(draft, tasks=(Task("Rà soát quy trình", "II.1", "Văn phòng"),))
    write_docx(bare, read_profile(UNITS[unit]), tmp_path / "d.docx")
    header = Document(str(tmp_path / "d.docx")).tables[-1].rows[0].cells
    assert [cell.text for cell in header] == ["TT", "Nội dung", "Chủ trì"]


def test_a_task_that_nobody_surely_has_names_the_nearest_in_word_and_trace(tmp_path: Path) -> None:
    unit = sorted(UNITS)[0]
    likely = ("Văn phòng", "Phòng Cây xanh")
    draft = replace(
        draft_plan(read_plan(PARENT), read_profile(UNITS[unit])),
        tasks=(Task("Họp dân", "II.1", SLOT, likely=likely), Task("Trồng cây", "II.2", "Phòng Cây xanh")),
    )
    write_docx(draft, read_profile(UNITS[unit]), tmp_path / "d.docx")
    notes = [comment.text for comment in Document(str(tmp_path / "d.docx")).comments]
    assert notes[-1] == "Bộ phận chủ trì, gần nhất: Văn phòng hoặc Phòng Cây xanh"
    assert [task.get("likely") for task in trace_of(draft)["tasks"]] == [list(likely), None]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Huyện ủy Mường Lai Chỉ đạo dọn chợ", "[…] Chỉ đạo dọn chợ"),
        ("Huyện ủy Phối hợp với Mặt trận", "[…] Phối hợp với Mặt trận"),
        ("Huyện ủy Ứng Lai mở lớp", "[…] mở lớp"),
        ("Các đảng bộ thuộc Thị ủy mở lớp", "Các đảng bộ thuộc […] mở lớp"),
    ],
)
def test_the_slot_of_an_ended_body_takes_its_name_and_no_more(text: str, left: str) -> None:
    assert apply_edits(text, renew_names(text, UnitProfile("UBND xã A", "commune", year=2026), ())[0]) == left


def test_a_profile_of_name_and_kind_asks_only_for_what_nothing_tells() -> None:
    plan = plan_from_text(
        RawText(
            "kh.txt",
            "KẾ HOẠCH\nDân vận năm 2026\n\nUBND tỉnh Sơn Hà ban hành Kế hoạch như sau:\n\nI. NHIỆM VỤ\n"
            "1. Các cơ quan, đơn vị tuyên truyền pháp luật.\n2. UBND xã Suối Bạc mở lớp học nghề.\n",
        )
    )
    unit = UnitProfile("UBND xã Suối Bạc", "commune", code="UBND", year=2026)
    draft = draft_plan(plan, unit)
    asked = {slot.label for slot in draft.slots}
    assert not asked & {"Địa danh", "Chức vụ người ký", "Đầu mối tổng hợp báo cáo", "Bộ phận được giao"}
    assert "UBND xã mở lớp học nghề" in draft.text()
    assert "gửi báo cáo về Văn phòng HĐND và UBND xã trước thời hạn báo cáo cấp trên" in draft.text()
    assert any("Văn phòng HĐND và UBND xã" in warning for warning in draft.warnings)
