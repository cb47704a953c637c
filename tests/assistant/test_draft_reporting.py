"""Reports: to whom, through whom and by when, and by when the unit's own parts report; whom the plan itself goes to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.lint import find_invented
from assistant.draft.model import Draft
from assistant.draft.unit.profile import Division, UnitProfile
from ingest.pipeline import plan_from_text
from ingest.plan import Plan, RawText
from tests.assistant.draft_texts import inner, parent_of

UNIT = UnitProfile(
    "UBND xã Suối Bạc",
    "commune",
    place="xã Suối Bạc",
    year=2026,
    gatherer="Văn phòng",
    report_lead_days=5,
    divisions=(Division("Văn phòng", ("tổng hợp báo cáo",)), Division("Phòng Kinh tế", ("chợ",))),
)


def parent(
    task: str, number: str = "45/KH-UBND", issuer: str = "UBND TỈNH SƠN HÀ", kind: str = "KẾ HOẠCH"
) -> Plan:
    head = f"{issuer}\nSố: {number}\nSơn Hà, ngày 05 tháng 01 năm 2026\n\n{kind}\nQuản lý chợ dân sinh năm 2026\n\n"
    return plan_from_text(
        RawText(
            "p.txt",
            f"{head}I. NHIỆM VỤ\n1. Rà soát chợ dân sinh\n{task}\n2. Các cơ quan, đơn vị tuyên truyền.\n",
        )
    )


def reports(draft: Draft) -> str:
    at = next(i for i, p in enumerate(draft.paragraphs) if p.text == "Chế độ thông tin, báo cáo")
    return "\n".join(p.text for p in draft.paragraphs[at:] if p.kind != "closing")


@pytest.mark.parametrize(
    ("asked", "inner"),
    [
        ("báo cáo kết quả về UBND tỉnh (qua Sở Công Thương) trước ngày 10/6/2026", "trước ngày 03/6/2026"),
        (
            "báo cáo kết quả gửi Sở Công Thương trước ngày 01 tháng 12 hằng năm để tổng hợp, báo cáo UBND tỉnh",
            "trước ngày 24/11 hằng năm",
        ),
        # No year is told: it is the next year's January, whose day before lies in this December.
        ("báo cáo kết quả năm gửi Sở Công Thương trước ngày 08/01 hằng năm", "trước ngày 29/12 hằng năm"),
    ],
)
def test_the_units_parts_report_before_the_day_of_the_parent(asked: str, inner: str) -> None:
    plan = parent(f"a) UBND các xã, phường sắp xếp chợ; {asked}.")
    draft = draft_plan(plan, UNIT)
    assert f"cụ thể: {inner} đối với" in reports(draft)
    assert find_invented(draft, plan, UNIT) == []


@pytest.mark.parametrize("day", ["30/02 hằng năm", "29 tháng 02 hằng năm", "31/4/2026", "06/01/2026"])
def test_a_day_that_is_none_or_too_early_gives_no_inner_day(day: str) -> None:
    plan = parent(f"a) UBND các xã, phường sắp xếp chợ; báo cáo kết quả về Sở Công Thương trước ngày {day}.")
    draft = draft_plan(plan, UNIT)
    assert "cụ thể" not in reports(draft)
    assert find_invented(draft, plan, UNIT) == []


@pytest.mark.parametrize(
    "asked",
    [
        "a) Định kỳ hằng tháng (trước ngày 15), UBND các xã, phường báo cáo kết quả về UBND tỉnh.",
        "3. Báo cáo: Trước ngày 15 hằng tháng, UBND các xã, phường báo cáo kết quả về UBND tỉnh.",
    ],
)
def test_a_report_of_every_month_has_its_inner_day(asked: str) -> None:
    told = draft_plan(parent(asked), UNIT).text()
    assert "trước ngày 08 hằng tháng đối với kỳ báo cáo trước ngày 15 hằng tháng" in told


def test_a_bracket_around_the_day_is_closed() -> None:
    asked = "UBND các xã định kỳ hằng năm (trước ngày 25/12 trong năm) báo cáo kết quả về UBND tỉnh."
    told = reports(draft_plan(parent(asked), UNIT))
    assert "trước ngày 18/12" in told and told.count("(") == told.count(")"), told


def test_the_parents_part_on_reports_holds_what_the_unit_adds() -> None:
    plan = parent(
        "3. Chế độ báo cáo\n- UBND các xã, phường báo cáo kết quả về UBND tỉnh trước ngày 10/6/2026."
    )
    told = [p.text for p in draft_plan(plan, UNIT).paragraphs]
    assert "Chế độ thông tin, báo cáo" not in told
    at = told.index("Chế độ báo cáo")
    assert "trước ngày 03/6/2026" in told[at + 2]
    assert "theo dõi, đôn đốc" in told[at + 3]


def test_what_all_send_to_the_unit_its_parts_send_to_who_gathers_with_its_day() -> None:
    plan = parent(
        "a) Các sở, ngành báo cáo kết quả gửi Sở Công Thương trước ngày 15/6/2026 để tổng hợp, báo cáo UBND tỉnh."
    )
    told = draft_plan(plan, OFFICE).text()
    assert "gửi Văn phòng Sở trước ngày 15/6/2026 để tổng hợp, báo cáo UBND tỉnh" in told


def test_reports_stand_once_each_with_its_receiver() -> None:
    plan = parent(
        "a) UBND các xã, phường báo cáo kết quả 6 tháng về Sở Tài chính trước ngày 12/6/2026 và báo cáo kết quả năm về Sở"
        " Nội vụ trước ngày 08/12/2026 để tổng hợp."
    )
    draft = draft_plan(plan, UNIT)
    told = [p.text for p in draft.paragraphs if "Sở Nội vụ trước ngày 08/12/2026" in p.text]
    assert len(told) == 1
    assert "Sở Tài chính trước ngày 12/6/2026" in told[0]
    assert "gửi Sở" not in reports(draft)


def test_no_day_is_worked_out_without_days_of_lead() -> None:
    plan = parent("a) UBND các xã, phường báo cáo kết quả về UBND tỉnh trước ngày 10/6/2026.")
    assert "cụ thể" not in reports(draft_plan(plan, replace(UNIT, report_lead_days=None)))


def test_below_the_province_nobody_reports_to_a_central_organ() -> None:
    plan = parent("a) Các sở, ngành tuyên truyền.", "45/QĐ-BCT", "BỘ CÔNG THƯƠNG")
    unit = UnitProfile("Sở Công Thương", "department", parent="UBND tỉnh Sơn Hà", place="Sơn Hà", year=2026)
    assert draft_plan(plan, unit).recipients[0] == "UBND tỉnh Sơn Hà (b/c)"


def test_a_province_sends_to_departments_and_to_communes() -> None:
    plan = parent("a) UBND các tỉnh rà soát chợ.", "45/NQ-CP", "CHÍNH PHỦ")
    unit = UnitProfile("UBND tỉnh Sơn Hà", "province", place="tỉnh Sơn Hà", year=2026)
    recipients = draft_plan(plan, unit).recipients
    assert {"Các sở, ban, ngành (t/h)", "UBND các xã, phường (t/h)"} <= set(recipients)


def test_a_parent_of_another_province_is_warned_of() -> None:
    plan = parent("a) Các sở, ngành tuyên truyền.", issuer="UBND TỈNH LAI CHÂU")
    unit = UnitProfile("Sở Công Thương", "department", parent="UBND tỉnh Sơn La", place="Sơn La", year=2026)
    assert any("của Lai Châu, đơn vị thuộc Sơn La" in warning for warning in draft_plan(plan, unit).warnings)
    assert not any(
        "đơn vị thuộc" in w for w in draft_plan(plan, replace(unit, parent="UBND tỉnh Lai Châu")).warnings
    )


OFFICE = UnitProfile(
    "Sở Công Thương",
    "department",
    parent="UBND tỉnh Sơn Hà",
    year=2026,
    field=("thương mại", "chợ"),
    gatherer="Văn phòng Sở",
    divisions=(
        Division("Văn phòng Sở", ("tổng hợp báo cáo",)),
        Division("Phòng Thương mại", ("chợ", "thương mại")),
    ),
)
PARTS = "Các phòng, đơn vị thuộc Sở"
GATHERS = "Văn phòng Sở tham mưu Lãnh đạo Sở"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        # Behind a semicolon the divisions do not report past their own unit.
        (
            "a) Các sở, ngành rà soát chợ tạm; gửi báo cáo kết quả về UBND tỉnh trước ngày 10/6/2026.",
            f"{PARTS} rà soát chợ tạm; {GATHERS} gửi báo cáo kết quả về UBND tỉnh trước ngày 10/6/2026.",
        ),
        # Who does the task is not who reports it.
        (
            "a) Các sở, ngành sắp xếp chợ, bố trí điểm bán hàng và tổng hợp báo cáo UBND tỉnh trước ngày 15/11.",
            f"{PARTS} sắp xếp chợ, bố trí điểm bán hàng; {GATHERS} tổng hợp báo cáo UBND tỉnh trước ngày 15/11.",
        ),
        (
            "a) Sở Công Thương theo dõi việc sắp xếp chợ và tổng hợp, báo cáo UBND tỉnh trước ngày 20/12.",
            f"Phòng Thương mại theo dõi việc sắp xếp chợ; {GATHERS} tổng hợp, báo cáo UBND tỉnh trước ngày 20/12.",
        ),
        # What the body above decides stays with the division whose matter it is.
        (
            "a) Sở Công Thương lập phương án sắp xếp chợ; báo cáo UBND tỉnh xem xét, quyết định.",
            "Phòng Thương mại lập phương án sắp xếp chợ; báo cáo UBND tỉnh xem xét, quyết định.",
        ),
        (
            "a) Sở Công Thương lập phương án sắp xếp chợ và báo cáo UBND tỉnh xem xét, quyết định.",
            "Phòng Thương mại lập phương án sắp xếp chợ và báo cáo UBND tỉnh xem xét, quyết định.",
        ),
        (
            "a) Sở Công Thương chỉ đạo sắp xếp chợ và báo cáo UBND tỉnh trước ngày 15/11.",
            f"Phòng Thương mại chỉ đạo sắp xếp chợ; {GATHERS} báo cáo UBND tỉnh trước ngày 15/11.",
        ),
        # A task behind the report would lose who does it.
        (
            "a) Các sở, ngành rà soát chợ; báo cáo UBND tỉnh; sắp xếp chợ tạm.",
            f"{PARTS} rà soát chợ; báo cáo UBND tỉnh; sắp xếp chợ tạm.",
        ),
        (
            "a) Các sở, ngành theo dõi, tổng hợp, báo cáo UBND tỉnh việc sắp xếp chợ.",
            f"{GATHERS} theo dõi, tổng hợp, báo cáo UBND tỉnh",
        ),
    ],
)
def test_only_the_report_goes_to_who_gathers_reports(asked: str, told: str) -> None:
    plan = parent(asked)
    draft = draft_plan(plan, OFFICE)
    text = "\n".join(p.text for p in draft.paragraphs)
    assert told in text, text
    assert find_invented(draft, plan, OFFICE) == []


def test_a_task_and_its_report_stand_in_two_rows() -> None:
    plan = parent(
        "a) Sở Công Thương theo dõi việc sắp xếp chợ và tổng hợp, báo cáo UBND tỉnh trước ngày 20/12."
    )
    rows = {task.content: task.lead for task in draft_plan(plan, OFFICE).tasks}
    assert rows["Phòng Thương mại theo dõi việc sắp xếp chợ"] == "Phòng Thương mại"
    assert rows[f"{GATHERS} tổng hợp, báo cáo UBND tỉnh trước ngày 20/12"] == "Văn phòng Sở"


@pytest.mark.parametrize(
    "when",
    [
        "định kỳ trước ngày 15/6, ngày 15/12 (hoặc đột xuất khi có yêu cầu) báo cáo UBND tỉnh (qua Sở Xây dựng)",
        "định kỳ 6 tháng (trước 10/6), hằng năm (trước 05/12) báo cáo UBND tỉnh",
        "trước ngày 15/6, trước ngày 15/12 gửi báo cáo kết quả về Sở Xây dựng",
    ],
)
def test_a_report_due_at_several_times_is_one_report_of_who_gathers(when: str) -> None:
    unit = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", gatherer="Văn phòng xã", year=2026)
    body = f"I. TỔ CHỨC THỰC HIỆN\n1. Các sở, UBND các xã, phường tổ chức thực hiện; {when}."
    text = inner(draft_plan(parent_of(body, "Bảo vệ môi trường năm 2026"), unit))
    assert f"tổ chức thực hiện; Văn phòng xã tham mưu Lãnh đạo UBND xã {when}." in text


def test_a_report_to_nobody_named_is_the_unit_s() -> None:
    unit = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", gatherer="Văn phòng xã", year=2026)
    body = "I. TỔ CHỨC THỰC HIỆN\n1. Các cơ quan, đơn vị, địa phương báo cáo trước ngày 15/11/2026."
    text = inner(draft_plan(parent_of(body, "Bảo vệ môi trường năm 2026"), unit))
    assert "Văn phòng xã tham mưu Lãnh đạo UBND xã báo cáo trước ngày 15/11/2026." in text


def test_the_way_of_one_thing_or_of_another_body_is_not_that_of_the_report() -> None:
    unit = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", gatherer="Văn phòng xã", year=2026)
    own = "Các sở, UBND các xã, phường lập danh mục nhà dôi dư, báo cáo UBND tỉnh (qua Sở Tài chính) trước ngày 31/5/2026."
    other = "Sở Xây dựng lập danh mục nhà dôi dư, báo cáo UBND tỉnh (qua Sở Tài chính) trước ngày 31/5/2026."
    for line in (own, other):
        body = f"I. TỔ CHỨC THỰC HIỆN\n1. {line}\n2. Sở Nội vụ theo dõi, tổng hợp báo cáo UBND tỉnh kết quả thực hiện Kế hoạch."
        text = inner(draft_plan(parent_of(body, "Chống lãng phí năm 2026"), unit))
        assert "báo cáo kết quả thực hiện gửi UBND tỉnh Sơn Hà (qua Sở Tài chính)" not in text
        assert line is own or "(qua Sở Nội vụ)" in text


@pytest.mark.parametrize(
    "told",
    [
        "Báo cáo kết quả thực hiện như quy định tại điểm b khoản 1 mục này.",
        "Báo cáo năm gửi trước ngày 10/12/2026 về Sở Nội vụ.",
    ],
)
def test_a_report_told_to_all_or_by_reference_leaves_no_slot(told: str) -> None:
    unit = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", gatherer="Văn phòng xã", year=2026)
    body = f"""I. TỔ CHỨC THỰC HIỆN
1. Các sở, ban, ngành
a) Tuyên truyền.
b) Báo cáo kết quả 6 tháng trước ngày 05/6/2026 về Sở Nội vụ.
2. UBND các xã, phường
{told}"""
    draft = draft_plan(parent_of(body, "Trật tự an toàn năm 2026"), unit)
    assert "báo cáo kết quả thực hiện gửi" not in inner(draft)
    body = f"I. TỔ CHỨC THỰC HIỆN\n1. Các xã tuyên truyền.\n2. Chế độ báo cáo: {told}"
    assert "báo cáo kết quả thực hiện gửi" not in inner(draft_plan(parent_of(body, "Trật tự năm 2026"), unit))
