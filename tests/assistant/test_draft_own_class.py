"""The unit's own class and organs as who acts: what stands in an object, a place or an attribute makes nothing another's."""

from __future__ import annotations

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.unit.profile import Division, UnitProfile
from ingest.pipeline import plan_from_text
from ingest.plan import RawText
from tests.assistant.draft_texts import inner, parent_of

DEPARTMENT = UnitProfile("Sở Công Thương", "department", year=2027)
SCHOOL = UnitProfile("Trường THCS Suối Đá", "school", year=2027)
COMMUNE = UnitProfile("UBND phường Bắc Lâm", "commune", year=2027)
STATION = UnitProfile(
    "Trạm Bảo vệ thực vật khu vực Bắc", "agency", year=2027, divisions=(Division("Tổ Bẫy đèn"),)
)


def _said(body: str, unit: UnitProfile) -> str:
    return inner(draft_plan(parent_of(body, "Phòng cháy năm 2027"), unit))


@pytest.mark.parametrize(
    ("line", "unit", "kept"),
    [
        (
            "Các sở, ban, ngành rà dây điện ở thôn, tổ dân phố trước ngày 15/5/2027.",
            DEPARTMENT,
            "rà dây điện ở thôn, tổ dân phố",
        ),
        (
            "Việc dựng trạm bơm ở thôn, tổ dân phố phải gần nguồn nước.",
            DEPARTMENT,
            "Việc dựng trạm bơm ở thôn, tổ dân phố",
        ),
        (
            "Các sở, ban, ngành không nhận kho là tài sản của vụ án đang điều tra, truy tố, xét xử.",
            DEPARTMENT,
            "không nhận kho là tài sản của vụ án",
        ),
        ("Các trường treo bảng; ban giám hiệu ăn thử trước 15 phút.", SCHOOL, "ban giám hiệu ăn thử"),
        (
            "Các trường treo bảng; phân công tổ trưởng tổ nuôi dưỡng cân gạo; thu tiền mặt.",
            SCHOOL,
            "tổ trưởng tổ nuôi dưỡng cân gạo",
        ),
        ("Hiệu trưởng các trường chỉ đạo diễn tập.", SCHOOL, "Hiệu trưởng chỉ đạo diễn tập"),
    ],
)
def test_what_is_told_to_the_units_class_or_its_organs_stays(line: str, unit: UnitProfile, kept: str) -> None:
    text = _said(f"I. NHIỆM VỤ\n1. Việc chung\n- {line}\n- Rà soát nội quy.", unit)
    assert kept in text, text


@pytest.mark.parametrize(
    "line",
    [
        "Các sở, ban, ngành và UBND các xã, phường thực hiện thu hồi đất, bồi thường.",
        "Sở Xây dựng dựng cột bơm; kế toán lập bảng kê.",
        "Các trường treo bảng; nhà thầu bảo hành 12 tháng.",
        "Viện kiểm sát nhân dân tỉnh kiểm sát hoạt động điều tra, truy tố, xét xử.",
    ],
)
def test_what_is_others_goes_as_before(line: str) -> None:
    text = _said(f"I. NHIỆM VỤ\n1. Việc chung\n- {line}\n- Rà soát nội quy.", DEPARTMENT)
    assert line.rstrip(".").split("; ")[-1][-14:] not in text, text


def test_a_heading_of_the_units_class_concerned_beside_another_body_holds_its_list() -> None:
    body = """I. TỔ CHỨC THỰC HIỆN
1. Ủy ban nhân dân các xã, phường liên quan, Trạm Thú y
a) Đếm thùng ong trên địa bàn.
b) Hằng quý báo số đàn về Sở Y tế.
2. Sở Tài chính và các đơn vị liên quan
a) Bố trí vốn mua thùng."""
    text = _said(body, COMMUNE)
    assert "Đếm thùng ong" in text and "Hằng quý" in text
    assert "Bố trí vốn mua thùng" not in text


def test_one_of_a_series_is_meant_by_its_class_and_a_restriction() -> None:
    rows = "\n".join(
        f"| {n} | {task} | UBND các xã | {helper} | Tháng 6 |"
        for n, (task, helper) in enumerate(
            [
                ("Khoanh ruộng", "Trạm Bảo vệ thực vật khu vực phụ trách cánh đồng"),
                ("Đắp bờ", "Trạm Bảo vệ thực vật khu vực Nam"),
            ],
            1,
        )
    )
    text = (
        "KẾ HOẠCH\nTrừ sâu năm 2027\n\nUBND tỉnh Sơn Hà ban hành Kế hoạch như sau:\n\nI. NHIỆM VỤ\n1. Rà soát.\n\nPHỤ LỤC\nPHÂN CÔNG\n\n"
        f"| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn |\n|---|---|---|---|---|\n{rows}\n"
    )
    told = inner(draft_plan(plan_from_text(RawText("kh.md", text)), STATION))
    assert "Khoanh ruộng" in told and "Đắp bờ" not in told


def test_a_numbered_sentence_above_a_plain_line_is_no_heading() -> None:
    body = "I. TỔ CHỨC THỰC HIỆN\n1. Các trường gửi thực đơn về Sở Y tế trước ngày 25 hằng tháng.\nBảng kê đính kèm thực đơn."
    assert "gửi thực đơn về Sở Y tế trước ngày 25" in _said(body, SCHOOL)


def test_heads_told_by_what_they_head_each_act_for_their_own_body() -> None:
    unit = UnitProfile("Bộ Khoa học và Công nghệ", "agency", year=2027, divisions=(Division("Vụ Đo lường"),))
    body = """I. NHIỆM VỤ
1. Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch UBND các tỉnh cử đầu mối đo lường.
2. Bộ trưởng Bộ Y tế kiểm nghiệm thuốc."""
    text = _said(body, unit)
    assert (
        "cử đầu mối đo lường" in text
        and "phối hợp với" not in text.partition("\n2.")[0].partition("Phân công")[0]
    )
    assert "kiểm nghiệm thuốc" not in text


def test_what_the_unit_is_no_division_is() -> None:
    school = UnitProfile(
        "Trường THCS Suối Đá", "school", year=2027, divisions=(Division("Tổ Bếp", ("nồi hơi",)),)
    )
    body = "I. NHIỆM VỤ\n1. Trường THCS Suối Đá giữ vai trò bếp nòng cốt: mua thêm 02 nồi hơi.\n2. Trường THCS Suối Đá mua nồi hơi."
    text = _said(body, school)
    assert "Tổ Bếp giữ vai trò" not in text and "Tổ Bếp mua nồi hơi" in text


def test_what_is_told_apart_has_a_row_and_a_leader_of_its_own() -> None:
    unit = UnitProfile(
        "Sở Văn hóa",
        "department",
        year=2027,
        gatherer="Văn phòng Sở",
        divisions=(
            Division("Văn phòng Sở", ("tổng hợp báo cáo", "vé")),
            Division("Đội Vệ sinh", ("quét mối",)),
        ),
    )
    body = """I. TỔ CHỨC THỰC HIỆN
1. Sở Văn hóa
a) In vé, trông kho trước ngày 10/7/2027; riêng kho cổ vật quét mối trước ngày 01/9/2027.
b) Đón khách đoàn, chấm điểm thuyết minh, định kỳ báo cáo UBND tỉnh."""
    tasks = draft_plan(parent_of(body, "Bảo tàng năm 2027"), unit).tasks
    leads = {task.content: task.lead for task in tasks}
    assert leads["Riêng kho cổ vật quét mối trước ngày 01/9/2027"] == "Đội Vệ sinh"
    assert next(lead for content, lead in leads.items() if "chấm điểm" in content) == "[…]"
