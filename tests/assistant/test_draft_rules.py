"""Rules of narrowing and of parents that are no plans: each row is a fault once seen in a draft."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.draft.child.assign import choose_division
from assistant.draft.child.narrow import narrow_text
from assistant.draft.coverage import cover_draft
from assistant.draft.draft import draft_plan
from assistant.draft.lint import lint_draft
from assistant.draft.unit.profile import Division, UnitProfile, kind_of
from ingest.pipeline import plan_from_text
from ingest.plan import Plan, RawText
from tests.assistant.draft_texts import inner

DEPARTMENT = UnitProfile("Sở Y tế", "department", year=2026)
COMMUNE = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
DISTRICT = UnitProfile("UBND huyện Tân Sơn", "district", place="huyện Tân Sơn", year=2024)


def parent(body: str, title: str = "Công tác dân vận năm 2026") -> Plan:
    opening = "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ; UBND tỉnh Sơn Hà ban hành Kế hoạch như sau:"
    return plan_from_text(RawText("kh.txt", f"KẾ HOẠCH\n{title}\n\n{opening}\n\nI. NHIỆM VỤ\n{body}\n"))


@pytest.mark.parametrize(
    ("unit", "body", "there", "gone"),
    [
        (
            DISTRICT,
            "1. Nâng cao chất lượng công tác dân vận trong các cơ quan hành chính nhà nước, chính quyền các cấp.",
            "trong chính quyền huyện",
            "các chính quyền",
        ),
        (
            DISTRICT,
            "1. Thực hiện quy chế dân chủ trong thu hồi đất trên địa bàn các huyện, thành phố.",
            "trên địa bàn huyện Tân Sơn",
            "địa bàn các",
        ),
        (
            DISTRICT,
            "1. Xây dựng mô hình ở vùng đồng bào dân tộc thiểu số, các huyện biên giới.",
            "khu vực biên giới",
            "UBND các xã, thị trấn biên giới",
        ),
        (
            COMMUNE,
            "1. Tập huấn cho công chức của các cơ quan, đơn vị cấp tỉnh, cấp huyện, UBND cấp xã về luật mới.",
            "các bộ phận, đơn vị, thôn thuộc xã",
            "cấp huyện",
        ),
        # A collective that goes on as a noun is some of a kind, not the unit's own parts.
        (
            DEPARTMENT,
            "1. Kiểm tra các đơn vị kinh doanh nước sạch; yêu cầu các đơn vị khắc phục kịp thời.",
            "yêu cầu các đơn vị khắc phục",
            "phòng, đơn vị thuộc Sở",
        ),
        (
            DEPARTMENT,
            "1. Các cơ quan, đơn vị, nhất là chính quyền các cấp chủ động phối hợp với Mặt trận Tổ quốc.",
            "Các phòng, đơn vị thuộc Sở chủ động phối hợp",
            "chính quyền các cấp",
        ),
        (
            DEPARTMENT,
            "1. Tổ chức triển khai có hiệu quả Luật Tiếp công dân trên địa bàn toàn tỉnh.",
            "trong phạm vi quản lý của Sở",
            "toàn tỉnh",
        ),
        # Bodies of their own name, ministries and branches of learning are no parts of the unit.
        (
            DEPARTMENT,
            "1. Thực hiện Nghị quyết đại hội Đảng bộ các cấp, văn bản của Chính phủ, Bộ, ngành và tỉnh.",
            "đại hội Đảng bộ các cấp",
            "phòng, đơn vị thuộc Sở",
        ),
        (
            DEPARTMENT,
            "1. Phấn đấu nâng tỷ trọng đào tạo các ngành STEM lên 30%.",
            "đào tạo các ngành STEM",
            "phòng, đơn vị thuộc Sở",
        ),
        (DEPARTMENT, "1. Các đơn vị tăng cường tuyên truyền./.", "tăng cường tuyên truyền.", "./."),
    ],
)
def test_narrowing(unit: UnitProfile, body: str, there: str, gone: str) -> None:
    plan = parent(body)
    draft = draft_plan(plan, unit)
    # The part that the program writes itself names the unit's parts rightly.
    text = inner(draft).split("TỔ CHỨC THỰC HIỆN")[0]
    assert there in text and gone not in text
    assert lint_draft(draft, plan, unit) == []


@pytest.mark.parametrize(
    "body",
    [
        "1. Các tổ chức, cá nhân và hộ gia đình khai thác nước có trách nhiệm\na) Kê khai, đăng ký khai thác nước dưới đất.",
        "1. Các đơn vị cấp nước sạch trên địa bàn tỉnh có trách nhiệm\na) Mở rộng mạng lưới cấp nước.",
        "1. Đề nghị Liên minh Hợp tác xã tỉnh, Hội Nông dân tỉnh\na) Đẩy mạnh tập huấn mô hình sản xuất tiên tiến.",
        "1. Giao Ban Quản lý các khu công nghiệp Sơn Hà chỉ đạo các đơn vị hạ tầng:\na) Duy trì cấp nước liên tục.",
    ],
)
def test_duties_of_others_are_dropped_with_a_reason(body: str) -> None:
    plan = parent(f"{body}\n2. Các cơ quan, đơn vị tuyên truyền Luật Tài nguyên nước.")
    draft = draft_plan(plan, DEPARTMENT)
    lost = body.split("a) ")[1].rstrip(".")
    assert lost not in inner(draft) and "tuyên truyền Luật Tài nguyên nước" in inner(draft)
    assert any(lost in " ".join(d.quote.split()) and d.cause.said() for d in draft.dropped)


def test_a_pointer_to_the_parent_is_named_once() -> None:
    body = "1. Mặt trận Tổ quốc tỉnh chủ trì, phối hợp với các cơ quan, đơn vị thực hiện nội dung tại mục 8, phần II của Kế hoạch này."
    assert (
        "Kế hoạch của UBND tỉnh Sơn Hà"
        not in inner(draft_plan(parent(body), DEPARTMENT))
        .replace("Kế hoạch của UBND tỉnh Sơn Hà", "", 1)
        .split("Phân công")[0]
        .split("Công tác phối hợp")[-1]
        .split("theo chức năng")[0]
    )


DECISION = """ỦY BAN NHÂN DÂN TỈNH SƠN HÀ
Số: 15/QĐ-UBND
Sơn Hà, ngày 20 tháng 3 năm 2026

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch xúc tiến thương mại năm 2026

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch xúc tiến thương mại năm 2026.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Bình

KẾ HOẠCH
Xúc tiến thương mại năm 2026
(Kèm theo Quyết định số 15/QĐ-UBND ngày 20 tháng 3 năm 2026)

I. MỤC ĐÍCH, YÊU CẦU
Phát triển thị trường trong nước.

II. NHIỆM VỤ
1. Tổ chức hội chợ trước ngày 30/9/2026.

III. TỔ CHỨC THỰC HIỆN
1. Sở Công Thương chủ trì tổ chức hội chợ, báo cáo UBND tỉnh trước ngày 15/10/2026.
2. Các sở, ban, ngành phối hợp thực hiện.
"""


def test_the_plan_attached_to_a_decision_is_what_is_drafted_from() -> None:
    plan = plan_from_text(RawText("qd.txt", DECISION))
    unit = UnitProfile(
        "Sở Công Thương", "department", year=2026, divisions=(Division("Phòng Thương mại", ("hội chợ",)),)
    )
    draft = draft_plan(plan, unit)
    text = inner(draft)
    assert draft.title.startswith("Triển khai Kế hoạch xúc tiến thương mại năm 2026")
    assert "Phòng Thương mại chủ trì tổ chức hội chợ" in text
    assert "Ban hành kèm theo" not in text and "có hiệu lực" not in text
    assert cover_draft(plan, draft).count("missing") == 0
    assert any(d.cause.why == "article" for d in draft.dropped)


def test_a_directive_gets_an_organising_part_of_its_own() -> None:
    body = "1. Sở Y tế\na) Kiểm tra chất lượng nước.\n2. Sở Xây dựng\na) Cấp nước đô thị."
    plan = parent(body)
    directive = plan_from_text(
        RawText("ct.txt", plan.source.original.replace("KẾ HOẠCH\n", "CHỈ THỊ\nVề việc ", 1).replace("I. NHIỆM VỤ\n", ""))
    )  # fmt: skip
    draft = draft_plan(directive, DEPARTMENT)
    heads = [f"{p.label} {p.text}" for p in draft.paragraphs if p.kind == "heading" and p.level == 1]
    assert heads == ["1. Nhiệm vụ của Sở", "2. Tổ chức thực hiện"]
    assert not draft.title.startswith("Về")


def test_the_theme_of_the_plan_does_not_choose_the_division() -> None:
    unit = UnitProfile(
        "UBND huyện A",
        "district",
        divisions=(
            Division("Phòng Nội vụ", ("dân vận chính quyền", "tổng hợp báo cáo")),
            Division("Phòng Văn hóa", ("tuyên truyền",)),
        ),
    )
    theme = "Thực hiện công tác dân vận chính quyền năm 2024"
    assert choose_division("Tuyên truyền về công tác dân vận chính quyền", unit, "", theme) == "Phòng Văn hóa"
    assert choose_division("Nâng cao công tác dân vận chính quyền", unit, "", theme) == "Phòng Nội vụ"


def test_check_asks_of_a_child_only_what_is_its_own() -> None:
    from assistant.draft.check import check_child

    higher = parent(
        "1. Các cơ quan, đơn vị tuyên truyền Luật Thực hiện dân chủ ở cơ sở.\n2. Các cơ quan, đơn vị niêm yết công khai thủ tục hành chính.\n"
        "3. Thanh tra tỉnh chủ trì kiểm tra việc giải quyết đơn thư khiếu nại, tố cáo trên địa bàn tỉnh.\n"
        "4. Sở Tài chính chủ trì bố trí kinh phí thực hiện chương trình mục tiêu."
    )
    child = plan_from_text(
        RawText(
            "con.txt",
            "UBND TỈNH SƠN HÀ\nSỞ Y TẾ\n\nKẾ HOẠCH\nCông tác dân vận năm 2026\n\nI. NHIỆM VỤ\n1. Tuyên truyền Luật Thực hiện dân chủ ở cơ sở.\n"
            "2. Chủ trì kiểm tra việc giải quyết đơn thư khiếu nại, tố cáo trên địa bàn tỉnh.\n",
        )
    )
    report = check_child(higher, child, DEPARTMENT)
    missing = [item.text for item in report.coverage.items if item.status == "missing"]
    assert any("niêm yết công khai" in text for text in missing)
    assert not any("kinh phí" in text for text in missing)
    assert any("giao nơi khác" in fault and "Thanh tra tỉnh" in fault for fault in report.faults)


@pytest.mark.parametrize(
    ("unit", "body", "there", "gone"),
    [
        (
            UnitProfile("Trường THPT Suối Bạc", "school", year=2026),
            "1. Các sở, ban, ngành, Ủy ban Mặt trận Tổ quốc tỉnh, các doanh nghiệp (sau đây viết tắt là cơ quan, đơn vị) triển khai đợt thi đua.",
            "Các tổ, bộ phận của Nhà trường triển khai đợt thi đua",
            "viết tắt",
        ),
        (
            UnitProfile("Bệnh viện Đa khoa tỉnh", "hospital", year=2026),
            "1. Mức độ hài lòng đối với sự phục vụ của cơ quan hành chính nhà nước đạt từ 90% trở lên.\n2. Rút ngắn 20% thời gian giải quyết thủ tục về đất đai, hộ tịch.",
            "sự phục vụ của Bệnh viện đạt từ 90%",
            "đất đai",
        ),
        (
            COMMUNE,
            "1. Các sở, ban, ngành tỉnh và UBND xã, phường bố trí công chức trực tại Trung tâm Phục vụ hành chính công cấp xã.",
            "tại Trung tâm Phục vụ hành chính công xã",
            "sở, ban, ngành",
        ),
        (
            UnitProfile("UBND phường Bình Minh", "commune", year=2026),
            "1. Xác định trách nhiệm của các sở, ban, ngành, UBND xã, phường và các cơ quan, đơn vị trong phối hợp.",
            "trách nhiệm của các bộ phận, đơn vị, tổ dân phố thuộc phường trong phối hợp",
            "sở, ban, ngành",
        ),
    ],
)
def test_narrowing_of_schools_hospitals_and_communes(
    unit: UnitProfile, body: str, there: str, gone: str
) -> None:
    text = inner(draft_plan(parent(body), unit)).split("TỔ CHỨC THỰC HIỆN")[0]
    assert there in text and gone not in text


def test_a_school_reports_to_the_body_above_it() -> None:
    school = UnitProfile("Trường THPT A", "school", parent="Sở Giáo dục và Đào tạo", year=2026)
    draft = draft_plan(parent("1. Các cơ quan, đơn vị tuyên truyền."), school)
    assert "gửi Sở Giáo dục và Đào tạo trước ngày […]" in inner(draft)
    assert draft.recipients[0] == "Sở Giáo dục và Đào tạo (b/c)"
    listed = replace(school, recipients=("Các tổ chuyên môn",))
    again = draft_plan(parent("1. Các cơ quan, đơn vị tuyên truyền."), listed)
    assert again.recipients[:2] == ("Sở Giáo dục và Đào tạo (b/c)", "Các tổ chuyên môn")


def test_a_profile_of_bodies_that_ended_is_told() -> None:
    unit = UnitProfile("UBND huyện Tân Sơn", "district", year=2026, divisions=(Division("Thanh tra huyện"),))
    told = " ".join(draft_plan(parent("1. Các cơ quan, đơn vị tuyên truyền."), unit).warnings)
    assert "“UBND huyện” không còn" in told and "“Thanh tra huyện” không còn" in told
    before = draft_plan(parent("1. Các cơ quan, đơn vị tuyên truyền."), DISTRICT).warnings
    assert not any("Hồ sơ đơn vị" in warning for warning in before)


@pytest.mark.parametrize(
    ("unit", "inner_words"),
    [
        (UnitProfile("UBND phường Bình Minh", "commune"), "các bộ phận, đơn vị, tổ dân phố thuộc phường"),
        (
            UnitProfile("UBND xã A", "commune", divisions=(Division("Phòng Kinh tế"), Division("Bản Nà Lò"))),
            "các phòng, đơn vị, bản thuộc xã",
        ),
    ],
)
def test_a_commune_calls_its_parts_as_its_divisions_do(unit: UnitProfile, inner_words: str) -> None:
    assert kind_of(unit).inner == inner_words


def test_a_row_where_the_unit_helps_keeps_the_lead_of_the_parent() -> None:
    table = (
        "PHỤ LỤC\n\n| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |\n|---|---|---|---|---|\n"
        "| 1 | Kiểm tra an toàn hồ đập | Sở Xây dựng | Sở Y tế | Định kỳ (hằng năm |\n"
    )
    unit = UnitProfile(
        "Sở Y tế", "department", year=2026, divisions=(Division("Phòng Y", ("an toàn hồ đập",)),)
    )
    plan = plan_from_text(RawText("kh.md", parent("1. Sở Y tế tuyên truyền.").source.original + "\n" + table))
    draft = draft_plan(plan, unit)
    task = next(t for t in draft.tasks if "hồ đập" in t.content)
    assert (task.lead, task.partners, task.time) == ("Phòng Y", "Sở Xây dựng", "Định kỳ (hằng năm)")
    said = "Phối hợp với Sở Xây dựng: Kiểm tra an toàn hồ đập (thời hạn: Định kỳ (hằng năm))."
    assert any(p.text == said for p in draft.paragraphs)


@pytest.mark.parametrize(
    "body",
    [
        "1. Phối hợp rà soát quy định với các cơ quan quản lý nhà nước về môi trường.",
        "1. Làm việc với các cơ quan chuyên môn của thành phố.",
        "1. Đào tạo nhân lực cho các ngành, lĩnh vực có thế mạnh.",
        "1. Ưu tiên các ngành kinh tế mũi nhọn, các ngành dịch vụ có tiềm năng.",
        "1. Kiện toàn bộ phận một cửa các cấp.",
        "1. Nâng cao ý thức của mỗi cán bộ, công chức.",
        # What a noun or adjective follows is some of a kind; whom one advises stands above; anyone is no part.
        "1. Phát huy vai trò nòng cốt của các cơ quan chuyên trách về phòng, chống ma túy.",
        "1. Có kế hoạch nâng cao sức cạnh tranh của các ngành, lĩnh vực xuất khẩu.",
        "1. Tham mưu các cấp ủy, chính quyền giải quyết kịp thời.",
        "1. Phát huy vai trò của các cơ quan, tổ chức xã hội và toàn dân.",
        "1. Hướng dẫn thủ tục cho cơ quan, tổ chức, doanh nghiệp.",
    ],
)
def test_collectives_that_are_no_parts_of_the_unit_stay(body: str) -> None:
    text = inner(draft_plan(parent(body), DEPARTMENT)).split("TỔ CHỨC THỰC HIỆN")[0]
    assert body.removeprefix("1. ") in text


@pytest.mark.parametrize(("division", "asked"), [("Phòng Nghiệp vụ", True), ("Văn phòng Sở", False)])
def test_an_office_gathers_reports_and_no_other_division_unless_the_profile_says_so(
    division: str, asked: bool
) -> None:
    unit = UnitProfile("Sở Y tế", "department", divisions=(Division(division, ("cải cách hành chính",)),))
    draft = draft_plan(parent("1. Các cơ quan, đơn vị tuyên truyền."), unit)
    assert any(slot.label == "Đầu mối tổng hợp báo cáo" for slot in draft.slots) == asked


def test_the_same_point_is_said_once() -> None:
    draft = draft_plan(
        parent("1. Tuyên truyền\n- Phát tờ rơi về luật mới.\n- Phát tờ rơi về luật mới."), DEPARTMENT
    )
    assert inner(draft).count("Phát tờ rơi") == 1


@pytest.mark.parametrize(
    ("opening", "cited"),
    [
        (
            "Thực hiện Nghị quyết số 138/NQ-CP ngày 16/5/2025 của Chính phủ ban hành Kế hoạch hành động của Chính phủ thực hiện"
            " Nghị quyết số 68-NQ/TW ngày 04/5/2025 của Bộ Chính trị về phát triển kinh tế tư nhân",
            [
                "Chính phủ thực hiện Nghị quyết số 68-NQ/TW ngày 04/5/2025 của Bộ Chính trị về phát triển kinh tế tư nhân"
            ],
        ),
        (
            "Căn cứ Luật Đất đai số 31/2024/QH15 được sửa đổi, bổ sung bởi Luật số 43/2024/QH15",
            ["31/2024/QH15 được sửa đổi, bổ sung bởi Luật số 43/2024/QH15"],
        ),
        (
            "Căn cứ các Công điện: số 007/CĐ-UBND ngày 17/11/2025, số 008/CĐ-UBND ngày 18/11/2025 về ứng phó mưa lũ",
            ["Công điện: số 007/CĐ-UBND ngày 17/11/2025, số 008/CĐ-UBND ngày 18/11/2025"],
        ),
    ],
)
def test_a_document_cited_inside_another_stays_with_it(opening: str, cited: list[str]) -> None:
    text = f"KẾ HOẠCH\nỨng phó năm 2026\n\n{opening}; theo đề nghị của Sở Y tế tại Tờ trình số 29/TTr-SYT ngày 01/01/2026; UBND tỉnh Sơn Hà ban hành Kế hoạch như sau:\n\nI. NHIỆM VỤ\n1. Các sở, ngành báo cáo.\n"
    draft = draft_plan(plan_from_text(RawText("kh.txt", text)), DEPARTMENT)
    basis = next(p.text for p in draft.paragraphs if p.kind == "basis")
    assert all(words in basis for words in cited)
    # What a lower office proposed is no basis of another's plan.
    assert "TTr-SYT" not in basis


def test_each_of_the_bodies_just_named_is_not_the_unit() -> None:
    unit = UnitProfile("Ủy ban nhân dân xã Hoa Ban", "commune", year=2026)
    said = "Sở Y tế và Sở Tư pháp mỗi cơ quan lập một danh sách riêng."
    assert narrow_text(said, unit, 2026).text == said
    assert narrow_text("Mỗi cơ quan, đơn vị xây dựng kế hoạch.", unit, 2026).text == "Xã xây dựng kế hoạch."


def test_a_short_form_keeps_its_capitals_in_the_title() -> None:
    """A heading all in capitals hides which words are short forms; the body shows it."""
    plan = parent(
        "1. Tuyên truyền chống khai thác IUU tới ngư dân.", "CHỐNG KHAI THÁC BẤT HỢP PHÁP (IUU) NĂM 2026"
    )
    title = draft_plan(plan, COMMUNE).title
    assert title == "Chống khai thác bất hợp pháp (IUU) trên địa bàn xã Suối Bạc năm 2026"
