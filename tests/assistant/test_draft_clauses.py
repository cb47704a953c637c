"""Verdicts on single clauses: who acts, who helps, whose field it is; each row is a class of fault once seen."""

from __future__ import annotations

from functools import partial

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.unit.profile import Division, UnitProfile
from tests.assistant.draft_texts import inner, parent_of

HEALTH = UnitProfile(
    "Sở Y tế",
    "department",
    year=2026,
    field=("y tế",),
    gatherer="Văn phòng Sở",
    divisions=(
        Division("Văn phòng Sở", ("tổng hợp báo cáo",)),
        Division("Phòng Y", ("khám bệnh, trạm y tế",)),
    ),
)
WARD = UnitProfile("UBND phường Bình Minh", "commune", place="phường Bình Minh", year=2026)
SCHOOL = UnitProfile("Trường THCS Lê Lợi", "school", parent="UBND phường Bình Minh", year=2026)
PARTY = UnitProfile("Đảng ủy phường Bình Minh", "party_committee", year=2026)


parent = partial(parent_of, title="Phát triển kinh tế - xã hội năm 2026")


@pytest.mark.parametrize(
    ("unit", "body", "there", "gone"),
    [
        # A passive names who leads; the unit helps.
        (
            HEALTH,
            "I. NHIỆM VỤ\n1. Tổ chức hội thi tìm hiểu pháp luật, do Sở Tư pháp chủ trì, phối hợp với Sở Y tế.",
            "Phối hợp với Sở Tư pháp",
            "\nTổ chức hội thi tìm hiểu pháp luật, do",
        ),
        # A named body that leads "các đơn vị có liên quan" leads them.
        (
            HEALTH,
            "I. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính và các đơn vị có liên quan tham mưu UBND tỉnh cân đối ngân sách.\n2. Các sở, ngành báo cáo.",
            "Phối hợp với Sở Tài chính",
            "cân đối ngân sách",
        ),
        # Whoever opens a clause acts in it, whatever the verb.
        (
            WARD,
            "I. NHIỆM VỤ\n1. Báo và Phát thanh, Truyền hình Sơn Hà tăng thời lượng tin, bài.\n2. Tuyên truyền tại cơ sở.",
            "Tuyên truyền tại cơ sở",
            "thời lượng",
        ),
        # What describes one body does not end the list of those who act.
        (
            HEALTH,
            "I. TỔ CHỨC THỰC HIỆN\n1. Căn cứ Kế hoạch này, các sở, ban, ngành cấp tỉnh, cơ quan ngành dọc đóng trên địa bàn, UBND xã, phường xây dựng kế hoạch.",
            "các phòng, đơn vị thuộc Sở xây dựng kế hoạch",
            "ngành dọc",
        ),
        # "Chủ trì, phối hợp với các sở" under another's name opens work that the unit helps with, no duty of its own.
        (
            HEALTH,
            "I. TỔ CHỨC THỰC HIỆN\n1. Sở Công Thương\na) Chủ trì, phối hợp với các sở, ban, ngành\n- Tổ chức tập huấn về hội nhập.\n2. Sở Y tế\na) Tuyên truyền.",
            "Phối hợp với Sở Công Thương tổ chức tập huấn về hội nhập",
            "\nTổ chức tập huấn về hội nhập",
        ),
        # A task of another field is another's, where nobody is named and the plan is not about that field.
        (
            HEALTH,
            "I. NHIỆM VỤ\n1. Phát triển chăn nuôi quy mô lớn.\n2. Nâng cao chất lượng trạm y tế.\n3. Tuyên truyền Luật Chăn nuôi.",
            "Nâng cao chất lượng trạm y tế",
            "chăn nuôi quy mô lớn",
        ),
        # The heading says whose field the targets below are.
        (
            HEALTH,
            "I. CHỈ TIÊU\n1. Y tế cơ sở\n- Ít nhất 80% kim ngạch vật tư trạm y tế đạt chuẩn.\n2. Thương mại\n- Kim ngạch xuất khẩu tăng 10%.",
            "80% kim ngạch vật tư",
            "xuất khẩu tăng 10%",
        ),
        # What only reports on the past, and how others judge and reward, is no task.
        (
            HEALTH,
            "I. ĐÁNH GIÁ TÌNH HÌNH NĂM 2025\n1. Các sở, ngành đã hoàn thành 10 chỉ tiêu.\nII. NHIỆM VỤ\n1. Các sở, ngành tuyên truyền.\n2. Tiêu chí đánh giá\na) Chấm điểm theo thang 100.",
            "tuyên truyền",
            "thang 100",
        ),
        # A chapter of whatever title that opens with a time gone by tells what was; so does such a sentence among tasks.
        (
            HEALTH,
            "I. VÀI NÉT CHUNG\nNăm 2025, các đơn vị tiêm 540 con bò. Có 9/41 sở bỏ họp quý. Giá thóc tăng 12%.\nII. NHIỆM VỤ\n1. Các sở, ngành tuyên truyền.",
            "tuyên truyền",
            "bỏ họp quý",
        ),
        (
            HEALTH,
            "I. NHIỆM VỤ\n1. Giai đoạn 2021 - 2025, các đơn vị mở 04 lớp. Các đơn vị giữ nề nếp họp quý.",
            "giữ nề nếp họp quý",
            "mở 04 lớp",
        ),
        # A time to come opens tasks, and so does a time gone by for which somebody is asked to act.
        (
            HEALTH,
            "I. VÀI NÉT CHUNG\nĐến hết năm 2027, các đơn vị mở 04 lớp học. Các sở, ngành tuyên truyền.",
            "mở 04 lớp học",
            "Vài nét riêng",
        ),
        (
            HEALTH,
            "I. NHIỆM VỤ\n1. Năm 2025, tai nạn tăng; UBND tỉnh yêu cầu các đơn vị cắm 04 biển báo.",
            "cắm 04 biển báo",
            "Vài nét riêng",
        ),
        # What those above agree on of the results is theirs, however the heading begins.
        (
            HEALTH,
            "I. KẾT QUẢ VỤ ĐÔNG, Tỉnh thống nhất đánh giá\n1. Các đơn vị gieo 540 ha.\nII. NHIỆM VỤ\n1. Các sở, ngành tuyên truyền.",
            "tuyên truyền",
            "gieo 540 ha",
        ),
        # A share of the communes is no target of one of them.
        (
            WARD,
            "I. CHỈ TIÊU\n1. Ít nhất 50% số xã, phường trên toàn tỉnh đạt chuẩn.\n2. 100% hồ sơ đúng hạn.",
            "100% hồ sơ đúng hạn",
            "50% số xã",
        ),
        # The heading's own text is no heading, and money is the unit's, too.
        (
            WARD,
            "I. KINH PHÍ\n1. Nguồn ngân sách: Hằng năm, các sở, ngành, UBND các xã, phường xây dựng dự toán kinh phí.",
            "xây dựng dự toán kinh phí",
            "sở, ngành",
        ),
        # A school reports to the body above it; what binds a territory is none of its work.
        (
            SCHOOL,
            "I. TỔ CHỨC THỰC HIỆN\n1. Định kỳ trước ngày 15/6, các cơ quan, đơn vị báo cáo kết quả về UBND tỉnh (qua Sở Nội vụ).\n2. Tổ chức họp thôn.",
            "báo cáo kết quả về UBND phường Bình Minh",
            "UBND tỉnh (qua",
        ),
        # What is told to the unit's own class by its name is its duty, whatever the words.
        (
            PARTY,
            "I. NHIỆM VỤ\n1. Đảng ủy các xã, phường chỉ đạo sửa đổi hương ước, quy ước ở thôn, tổ dân phố.",
            "hương ước",
            "Đảng ủy các xã",
        ),
    ],
)
def test_clauses(unit: UnitProfile, body: str, there: str, gone: str) -> None:
    text = "\n" + inner(draft_plan(parent(body), unit))
    assert there in text, text
    assert gone not in text, text


def test_each_task_sentence_has_a_row() -> None:
    body = "I. NHIỆM VỤ\n1. Sở Y tế rà soát trạm y tế. Thời gian: quý I năm 2026. Sở Y tế tổng hợp báo cáo kết quả."
    tasks = draft_plan(parent(body), HEALTH).tasks
    assert [(t.lead, "quý I" in t.content) for t in tasks] == [("Phòng Y", True), ("Văn phòng Sở", False)]


def test_two_shares_of_different_things_are_no_contradiction() -> None:
    body = (
        "I. CHỈ TIÊU\n1. 85% người hưởng trợ cấp mở tài khoản ngân hàng.\n2. 80% người hưởng trợ cấp được phát thẻ ATM.\n"
        "3. Đến năm 2026, 70% hồ sơ được số hóa toàn bộ.\n4. Đến năm 2027, 90% hồ sơ được số hóa toàn bộ."
    )
    assert not any("hai mức" in w for w in draft_plan(parent(body), WARD).warnings)
    same = "I. CHỈ TIÊU\n1. Đến năm 2026, 70% hồ sơ được số hóa toàn bộ.\n2. Đến năm 2026, 90% hồ sơ được số hóa toàn bộ."
    assert any("hai mức" in w for w in draft_plan(parent(same), WARD).warnings)


def test_what_stands_behind_a_semicolon_stays_with_its_owner() -> None:
    body = (
        "I. NHIỆM VỤ\n1. Các đơn vị có liên quan rà soát hồ sơ; cung cấp số liệu.\n"
        "2. Hoàn thiện chính sách nông nghiệp; ưu tiên vùng khó khăn; tổ chức hội nghị cán bộ.\n"
        "3. Sở Xây dựng kiểm tra công trình; nghiệm thu công trình.\n"
    )
    draft = draft_plan(parent(body), WARD)
    text = inner(draft)
    assert "Các đơn vị có liên quan: cung cấp số liệu" in text, text
    assert "nghiệm thu" not in text
    text = inner(draft_plan(parent(body), SCHOOL))
    assert "vùng khó khăn" not in text
    assert "Tổ chức hội nghị cán bộ" in text


def test_a_title_of_points_that_are_others_is_left_out() -> None:
    body = "I. MỤC TIÊU\n1. Đến năm 2030\n- Thủy sản\n+ Sở Nông nghiệp và Môi trường chủ trì nuôi tôm.\n- Tuyên truyền về chợ.\n"
    text = inner(draft_plan(parent(body), SCHOOL))
    assert "Thủy sản" not in text, text
    assert "Tuyên truyền về chợ" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "Tập huấn kỹ năng số (chủ trì: Sở Nội vụ; phối hợp: các sở, UBND các xã, phường; thời gian: tháng 5/2026).",
            "Phối hợp với Sở Nội vụ tập huấn kỹ năng số; thời gian: tháng 5/2026.",
        ),
        (
            "Sở Y tế chủ trì, UBND các xã, phường phối hợp tổ chức khám sức khỏe trước ngày 30/9/2026.",
            "Phối hợp với Sở Y tế tổ chức khám sức khỏe trước ngày 30/9/2026.",
        ),
        (
            "Giao Sở Công Thương chủ trì kiểm tra chợ; UBND các xã, phường phối hợp thực hiện.",
            "Phối hợp với Sở Công Thương kiểm tra chợ.",
        ),
        (
            "Sở Nội vụ chủ trì; các sở, UBND các xã, phường phối hợp, tổ chức kiểm tra công vụ.",
            "Phối hợp với Sở Nội vụ tổ chức kiểm tra công vụ.",
        ),
        (
            "Kiểm tra thực phẩm (Sở Y tế chủ trì; UBND các xã, phường phối hợp).",
            "Phối hợp với Sở Y tế kiểm tra thực phẩm.",
        ),
        (
            "Giao Sở Tư pháp chủ trì, phối hợp với các sở, UBND các xã, phường rà soát văn bản; hoàn thành trước ngày 31/5/2026.",
            "Phối hợp với Sở Tư pháp rà soát văn bản; hoàn thành trước ngày 31/5/2026.",
        ),
    ],
)
def test_what_others_lead_and_the_class_helps_with(words: str, said: str) -> None:
    unit = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
    text = inner(draft_plan(parent_of(f"I. NHIỆM VỤ\n1. {words}", "Trật tự an toàn năm 2026"), unit))
    assert said in text.splitlines()


def test_a_bracket_that_shares_out_the_unit_s_own_task_leaves_no_mark() -> None:
    unit = UnitProfile("Sở Nội vụ", "department", year=2026)
    words = "Tổ chức hội thi (đơn vị chủ trì: Sở Nội vụ; đơn vị phối hợp: các trường THPT; thời gian: tháng 10/2026)."
    text = inner(draft_plan(parent_of(f"I. NHIỆM VỤ\n1. {words}", "Trật tự an toàn năm 2026"), unit))
    assert "tổ chức hội thi; đơn vị phối hợp: các trường THPT; thời gian: tháng 10/2026." in text


def test_what_the_unit_is_given_or_does_in_passing_and_numbers_left_open_stay() -> None:
    unit = UnitProfile("Sở Nội vụ", "department", year=2026)
    body = """I. NHIỆM VỤ
1. Sở Nội vụ được giao biên tập sổ tay công vụ, hoàn thành trước ngày 30/6/2026.
2. Sở Tài chính in sổ tay công vụ, do Sở Nội vụ biên soạn, cấp phát cho các xã.
3. Hỗ trợ mỗi tổ công nghệ số ……… triệu đồng/năm.
4. Cán bộ, công chức thuộc UBND xã học tập văn hóa công vụ."""
    draft = draft_plan(parent_of(body, "Cải cách hành chính năm 2026"), unit)
    text = inner(draft)
    assert "biên tập sổ tay công vụ, hoàn thành trước ngày 30/6/2026." in text
    assert "Phối hợp với Sở Tài chính in sổ tay công vụ, do Sở Nội vụ biên soạn" in text
    assert "Hỗ trợ mỗi tổ công nghệ số […] triệu đồng/năm." in text
    assert "học tập" not in text
    assert "Mức cấp trên còn để trống" in {slot.label for slot in draft.slots}
