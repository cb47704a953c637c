"""Drafts of invented units from sample and real parents: nothing invented, nothing lost, well formed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from assistant.draft.check import check_child
from assistant.draft.coverage import cover_draft, write_xlsx
from assistant.draft.draft import draft_plan
from assistant.draft.lint import lint_draft
from assistant.draft.model import SLOT
from assistant.draft.trace import trace_of
from assistant.draft.unit.profile import UnitProfile
from assistant.draft.unit.profile_file import example_profiles, read_profile
from ingest.pipeline import plan_from_text, read_plan
from ingest.plan import Plan, RawText

SAMPLES = Path(__file__).resolve().parents[2] / "assistant" / "samples"
PARENT = "tinh-son-ha-12-kh-ubnd.docx"
UNITS = {path.stem: path for path in example_profiles()}
DEPARTMENT = "so-nong-nghiep-va-moi-truong"


@cache
def _plan(path: Path) -> Plan:
    return read_plan(path)


def _small(body: str, head: str = "") -> Plan:
    text = f"{head}KẾ HOẠCH\nCông tác dân vận năm 2024\n\nThực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ; UBND tỉnh Sơn Hà ban hành Kế hoạch như sau:\n\n{body}"
    return plan_from_text(RawText("kh.txt", text))


@pytest.mark.parametrize("unit", sorted(UNITS))
@pytest.mark.parametrize("name", [PARENT, "dang-uy-phuong-binh-minh-08-kh-du.pdf"])
def test_sample_drafts_keep_every_invariant(name: str, unit: str) -> None:
    plan, profile = _plan(SAMPLES / name), read_profile(UNITS[unit])
    draft = draft_plan(plan, profile)
    coverage = cover_draft(plan, draft)
    assert lint_draft(draft, plan, profile) == []
    assert coverage.count("missing") == 0
    assert draft.seconds < 2
    for paragraph in draft.paragraphs:
        for source in paragraph.sources:
            assert plan.source.original[source.start : source.end] == source.quote
        assert (SLOT in paragraph.text) == bool(paragraph.slots), paragraph.text


@pytest.mark.parametrize("seed", ["000", "001", "002", "004"])
def test_real_parents_are_accounted_for(shared: Path, seed: str) -> None:
    path = next((shared / "seeds").glob(f"{seed}_*.txt"))
    plan = _plan(path)
    for unit in (DEPARTMENT, "ubnd-xa-suoi-bac"):
        profile = read_profile(UNITS[unit])
        draft = draft_plan(plan, profile)
        assert cover_draft(plan, draft).count("missing") == 0
        assert lint_draft(draft, plan, profile) == []


@pytest.mark.parametrize("name", ["tinh-dong-nai-182-kh-ubnd.md", "tinh-ha-tinh-624-kh-ubnd.md"])
def test_other_themes_are_accounted_for(shared: Path, name: str) -> None:
    plan = _plan(shared / "plans" / name)
    profile = UnitProfile("Sở Giáo dục và Đào tạo", "department", code="SGDĐT", year=2026)
    draft = draft_plan(plan, profile)
    assert cover_draft(plan, draft).count("missing") == 0
    assert lint_draft(draft, plan, profile) == []
    named = [a for a in plan.facts.assignments if a.actor and "Giáo dục và Đào tạo" in a.actor]
    held = [(s.start, s.end) for p in draft.paragraphs for s in p.sources] + [
        (s.start, s.end) for t in draft.tasks for s in t.sources
    ]
    for assignment in named:
        assert any(a < assignment.span.end and assignment.span.start < b for a, b in held), assignment.task


def test_department_is_charged_and_reports_by_the_parents_dates() -> None:
    draft = draft_plan(_plan(SAMPLES / PARENT), read_profile(UNITS[DEPARTMENT]))
    text = draft.text()
    assert "Chi cục Phát triển nông thôn chủ trì chuẩn bị nội dung Hội nghị đối thoại với nông dân" in text
    assert "về UBND tỉnh (qua Sở Nội vụ tổng hợp): báo cáo quý gửi trước ngày 15 của tháng cuối quý" in text
    assert "Văn phòng Sở tham mưu Lãnh đạo Sở báo cáo kết quả" in text
    assert "chậm nhất 05 ngày làm việc trước thời hạn báo cáo cấp trên" in text
    assert "62/62" not in text and "Chủ tịch UBND tỉnh tiếp công dân" not in text


def test_title_and_basis() -> None:
    draft = draft_plan(_plan(SAMPLES / PARENT), read_profile(UNITS[DEPARTMENT]))
    assert (
        draft.title
        == "Thực hiện công tác dân vận chính quyền và dân chủ ở cơ sở năm 2026 của Sở Nông nghiệp và Môi trường"
    )
    basis = next(p for p in draft.paragraphs if p.kind == "basis").text
    assert basis.startswith(
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 09 tháng 01 năm 2026 của UBND tỉnh Sơn Hà về"
    )
    assert "Chương trình số 21-CTr/TU, ngày 25/12/2025 của Tỉnh ủy Sơn Hà" in basis


@pytest.mark.parametrize(
    ("body", "there", "gone"),
    [
        # A duty of the armed forces and of the People's Council is never copied.
        (
            "I. NHIỆM VỤ\n1. Các cơ quan, đơn vị tăng cường tuyên truyền.\n2. Nâng cao hiệu quả chất vấn tại kỳ họp Hội đồng nhân dân.\n",
            "tăng cường tuyên truyền",
            "chất vấn",
        ),
        (
            "I. NHIỆM VỤ\n1. Tiếp tục chỉ đạo các cấp, các ngành rà soát đơn thư.\n",
            "Tiếp tục rà soát đơn thư",
            "các ngành",
        ),
        ("I. NHIỆM VỤ\n1. Gửi báo cáo trước ngày 15/5/2024.\n", "trước ngày […]", "15/5/2024"),
        # A former body stays in a citation and changes as an actor.
        (
            "I. NHIỆM VỤ\n1. Phối hợp với Ban Dân vận Tỉnh ủy thực hiện Chương trình số 10-CTr/BDVTU ngày 17/01/2022 của Ban Dân vận Tỉnh ủy.\n",
            "Ban Tuyên giáo và Dân vận Tỉnh ủy thực hiện Chương trình số 10-CTr/BDVTU ngày 17/01/2022 của Ban Dân vận Tỉnh ủy",
            None,
        ),
        (
            "I. CHỈ TIÊU\n- 100% cơ quan, đơn vị, địa phương xây dựng kế hoạch; từ 01 - 02 mô hình.\n",
            "100% phòng, đơn vị thuộc Sở xây dựng kế hoạch",
            "địa phương",
        ),
        ("I. NHIỆM VỤ\n1. Đẩy mạnh thi đua thi đua yêu nước.\n", "thi đua yêu nước", "thi đua thi đua"),
    ],
)
def test_narrowing(body: str, there: str, gone: str | None) -> None:
    unit = UnitProfile("Sở Nội vụ", "department", year=2026)
    plan = _small(body)
    draft = draft_plan(plan, unit)
    inner = "\n".join(p.text for p in draft.paragraphs if p.kind not in {"basis", "title", "closing"})
    assert there in inner
    assert gone is None or gone not in inner
    assert lint_draft(draft, plan, unit) == []


def test_what_is_not_known_is_a_slot() -> None:
    draft = draft_plan(
        _small("I. NHIỆM VỤ\n1. Các cơ quan, đơn vị tuyên truyền.\n"), UnitProfile("Sở Nội vụ", "department")
    )
    labels = " ".join(slot.label for slot in draft.slots)
    for wanted in (
        "Số văn bản",
        "Họ và tên người ký",
        "Các bộ phận",
        "Ngày ban hành của kế hoạch cấp trên",
        "Thời hạn báo cáo",
    ):
        assert wanted in labels


def test_trace_has_the_shape_of_the_contract() -> None:
    trace = trace_of(draft_plan(_plan(SAMPLES / PARENT), read_profile(UNITS[DEPARTMENT])))
    assert set(trace["paragraphs"][0]) >= {"path", "text", "action", "sources", "slots"}
    assert {p["action"] for p in trace["paragraphs"]} <= {"kept", "narrowed", "assigned", "slot", "new"}
    assert all({"quote", "cause", "reason"} <= set(d) and d["reason"] for d in trace["dropped"])


def test_coverage_is_written_as_xlsx(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    plan = _plan(SAMPLES / PARENT)
    coverage = cover_draft(plan, draft_plan(plan, read_profile(UNITS[DEPARTMENT])))
    write_xlsx(coverage, tmp_path / "c.xlsx", "Đối chiếu")
    book = load_workbook(tmp_path / "c.xlsx")
    assert book.sheetnames == ["Tổng hợp", "Chi tiết"]
    assert book["Chi tiết"].max_row == len(coverage.items) + 1


def test_check_of_a_child_written_by_hand() -> None:
    parent = _plan(SAMPLES / PARENT)
    report = check_child(parent, _plan(SAMPLES / "so-nong-nghiep-va-moi-truong-36-kh-snnmt.docx"))
    assert report.coverage.count("missing", "task") > 0
    assert "Còn thiếu" in report.text()


def test_check_finds_faults_of_a_child() -> None:
    parent = _small("I. NHIỆM VỤ\n1. Các cơ quan, đơn vị tổ chức phong trào thi đua yêu nước.\n")
    child = _small(
        "I. NHIỆM VỤ\n1. Tổ chức phong trào thi đua thi đua “yêu nước.\n2. Có từ 01-02 điển hình; tối thiểu 01 mô hình.\n"
    )
    faults = " ".join(check_child(parent, child).faults)
    assert "từ lặp" in faults and "ngoặc kép" in faults and "nhiều mức" in faults


def test_next_year_is_carried_over_in_sight() -> None:
    profile = replace(read_profile(UNITS[DEPARTMENT]), year=2027)
    plan = _plan(SAMPLES / PARENT)
    draft = draft_plan(plan, profile)
    assert lint_draft(draft, plan, profile) == []
    assert any("năm 2026 được chuyển sang năm 2027" in w for w in draft.warnings)
    assert any(
        "kế hoạch cấp trên năm 2026 ghi: trước ngày 31 tháng 01 năm 2026" in s.label for s in draft.slots
    )


def test_the_officer_edits_drops_and_restores() -> None:
    from assistant.draft.revise import revise_draft, rows_of

    plan, profile = _plan(SAMPLES / PARENT), read_profile(UNITS[DEPARTMENT])
    draft = draft_plan(plan, profile)
    rows = rows_of(draft)
    assert revise_draft(draft, rows).text() == draft.text()
    lost = next(i for i, row in enumerate(rows) if row.path == "II.1")
    back = next(i for i, row in enumerate(rows) if not row.keep and "5.000 cuốn" in row.text)
    rows[lost] = replace(rows[lost], keep=False)
    rows[back] = replace(rows[back], keep=True)
    revised = revise_draft(draft, rows)
    assert "5.000 cuốn" in revised.text()
    assert next(p for p in revised.paragraphs if p.path == "II.1").text.startswith("Tối thiểu 95%")
    assert any(d.cause.why == "officer" for d in revised.dropped)
    assert cover_draft(plan, revised).count("missing") == 0
    assert [f for f in lint_draft(revised, plan, profile) if "đánh số" in f] == []
