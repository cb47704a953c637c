"""A programme attached to the document that issues it: the issuer's deed of promulgation charges nobody; the unit's named part stays whole; invented text."""

from __future__ import annotations

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.model import SLOT, Draft
from assistant.draft.unit.profile import Division, UnitProfile
from ingest.pipeline import plan_from_text
from ingest.plan import RawText
from tests.assistant.draft_texts import inner
from tests.assistant.test_draft_province import PROVINCE

_HEAD = (
    "CHÍNH PHỦ\nSố: 88/NQ-CP\nNGHỊ QUYẾT\nVề sắp xếp mạng lưới thư viện năm 2026\n\nChính phủ quyết nghị:\n\n"
    "Điều 1. Ban hành kèm theo Nghị quyết này Chương trình sắp xếp mạng lưới thư viện.\n"
    "Điều 2. Nghị quyết này có hiệu lực thi hành kể từ ngày ký.\n\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\nNguyễn Văn A\n\n"
    "CHƯƠNG TRÌNH\nSắp xếp mạng lưới thư viện\n(Kèm theo Nghị quyết số 88/NQ-CP)\n\n"
    "Chính phủ ban hành Chương trình sắp xếp mạng lưới thư viện như sau:\n\n"
)
_BODY = (
    "I. MỤC ĐÍCH, YÊU CẦU\n1. Thống nhất nhận thức về sắp xếp thư viện.\n\nII. NHIỆM VỤ\n1. Về bộ máy\n"
    "a) Các bộ, cơ quan ngang bộ, Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương\n"
    "- Rà soát các thư viện trước ngày 30/6/2026; bố trí viên chức dôi dư; giải quyết chế độ\ntheo quy định.\n"
    "b) Bộ Nội vụ\n- Hướng dẫn vị trí việc làm.\n"
    "2. Về số hóa\nCác bộ, ngành, địa phương:\n- Số hóa sách quý trong năm 2026.\n"
    "3. Ngoài các nhiệm vụ chung, một số cơ quan, địa phương thực hiện nhiệm vụ cụ thể như sau:\n"
    "a) Bộ Tài chính\n- Bố trí kinh phí.\nb) Ủy ban nhân dân tỉnh Sơn Hà\n- Thí điểm thư viện lưu động tại 05 xã.\n"
    "- Khi thiếu viên chức thì hợp đồng lao động theo quy định.\n"
)


def programme(body: str, unit: UnitProfile = PROVINCE) -> Draft:
    return draft_plan(plan_from_text(RawText("ct.txt", _HEAD + body)), unit)


def empty_headings(draft: Draft) -> list[str]:
    """Headings that nothing stands beneath."""
    rest = draft.paragraphs[1:]
    return [
        p.text
        for p, after in zip(draft.paragraphs, rest, strict=False)
        if p.kind == "heading" and after.level <= p.level
    ]


_LED_IN = (
    "Chính phủ ban hành",
    "Căn cứ Kết luận số 5-KL/TW ngày 02 tháng 3 năm 2026 của Bộ Chính trị về thư viện (sau đây viết tắt là Kết luận), Chính phủ ban hành",
)


@pytest.mark.parametrize("led_in", _LED_IN)
@pytest.mark.parametrize(
    "words",
    [
        "Thống nhất nhận thức",
        "bố trí viên chức dôi dư; giải quyết chế độ theo quy định",
        "Số hóa sách quý trong năm 2026",
        "thí điểm thư viện lưu động tại 05 xã",
        "hợp đồng lao động theo quy định",
    ],
)
def test_who_issues_a_programme_does_not_take_its_tasks(words: str, led_in: str) -> None:
    text = _HEAD.replace(_LED_IN[0], led_in) + _BODY
    draft = draft_plan(plan_from_text(RawText("ct.txt", text)), PROVINCE)
    assert words in inner(draft), inner(draft)
    assert "Hướng dẫn vị trí việc làm" not in inner(draft) and "Bố trí kinh phí" not in inner(draft)
    assert empty_headings(draft) == []


def test_the_named_part_of_a_department_stays_under_a_lead_in_of_others() -> None:
    """What announces the parts of several bodies is nobody's task; the unit's part is not lost with it."""
    unit = UnitProfile("Sở Công Thương", "department", divisions=(Division("Phòng Quản lý thị trường"),))
    body = (
        "KẾ HOẠCH\nKiểm định cân năm 2026\n\nUBND tỉnh Sơn Hà ban hành Kế hoạch như sau:\n\nI. NHIỆM VỤ\n"
        "1. Sở Tài chính bố trí kinh phí.\n2. Chủ tịch UBND tỉnh giao Sở Y tế và một số cơ quan việc riêng:\n"
        "a) Sở Y tế\n- Kiểm tra cân ở trạm y tế.\nb) Sở Công Thương\n- Kiểm định cân ở chợ trước ngày 30/4/2026.\n"
        "- Khi thiếu người thì mượn của chi cục.\n"
    )
    draft = draft_plan(plan_from_text(RawText("kh.txt", body)), unit)
    text = inner(draft)
    assert "iểm định cân ở chợ trước ngày 30/4/2026" in text and "mượn của chi cục" in text
    assert "trạm y tế" not in text
    assert empty_headings(draft) == []


_ANNEXES = (
    "\nPHỤ LỤC I\nDANH MỤC ĐỀ ÁN\n(Kèm theo Chương trình số 1)\nTT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Sản phẩm Thời hạn\n"
    "1.\nXây dựng đề án sách điện tử Bộ Nội vụ Bộ Tài chính Đề án Năm 2026\n"
    "2.\nXây dựng quy định về thư viện Bộ Nội vụ Bộ Tài chính Nghị định Năm 2027 Phụ lục II ĐỊNH HƯỚNG SẮP XẾP THEO LĨNH VỰC "
    "(Kèm theo Chương trình số 1) 1. Đối với các bộ, cơ quan ngang bộ\na) Lĩnh vực y tế\nĐối với viện: mỗi bộ không quá 02 viện.\n"
    "2. Đối với địa phương\na) Lĩnh vực văn hóa\n"
    "Đối với thư viện cấp xã: mỗi xã duy trì không quá 01 thư viện. Giám đốc Sở Y tế tham mưu phương án trước ngày 31/10/2026.\n"
    "Giám đốc Sở Khoa học và Công nghệ tham mưu phương án đo kiểm.\n"
    "b) Lĩnh vực giáo dục\n- Đối với trường chuyên: mỗi tỉnh có không quá 02 trường.\n"
    "c) Lĩnh vực khí tượng\nSắp xếp các trạm đo mưa thành 01 đầu mối.\n"
)


@pytest.mark.parametrize("about", ["Đối với", "Về sắp xếp thư viện thuộc"])
def test_an_annex_in_prose_is_read_by_whom_its_parts_address(about: str) -> None:
    """Measures for each commune stay as they are; a department told by its head acts; a field of no department is a slot."""
    annexes = _ANNEXES.replace("1. Đối với", f"1. {about}").replace("2. Đối với", f"2. {about}")
    draft = programme(_BODY + annexes)
    text = inner(draft)
    assert "mỗi xã duy trì không quá 01 thư viện" in text and "không quá 02 trường" in text, text
    assert "mỗi bộ" not in text and "sách điện tử" not in text
    leads = {task.content[:24]: task.lead for task in draft.tasks}
    assert leads["Sở Y tế tham mưu phương "] == "Sở Y tế", leads
    # A department that is not in the profile keeps its name; it is not the gatherer.
    assert leads["Sở Khoa học và Công nghệ"] == "Sở Khoa học và Công nghệ", leads
    assert leads["Sắp xếp các trạm đo mưa "] == SLOT, leads
    assert empty_headings(draft) == []


def test_an_annex_for_the_communes_of_a_province() -> None:
    """The same shape under a province's plan, for a commune; the other parts are not its own."""
    unit = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
    body = (
        "KẾ HOẠCH\nThu gom rác năm 2026\n\nUBND tỉnh Sơn Hà ban hành Kế hoạch như sau:\n\nI. NHIỆM VỤ\n1. Sở Y tế phun khử khuẩn.\n\n"
        "Phụ lục\nHƯỚNG DẪN THU GOM\n(Kèm theo Kế hoạch số 5/KH-UBND)\n1. Đối với các sở, ban, ngành\n- Phân loại giấy tại trụ sở.\n"
        "2. Đối với UBND các xã, phường\n- Bố trí tối thiểu 02 điểm tập kết.\n"
    )
    text = inner(draft_plan(plan_from_text(RawText("kh.txt", body)), unit))
    assert "ố trí tối thiểu 02 điểm tập kết" in text and "Phân loại giấy" not in text, text


def test_a_form_that_articles_point_at_is_no_plan_attached() -> None:
    """The articles of a circular bind; a form of a report with "CHƯƠNG TRÌNH" in its heading does not stand in for them."""
    unit = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
    text = (
        "BỘ Y TẾ\nSố: 3/2026/TT-BYT\nTHÔNG TƯ\nHướng dẫn giám sát Chương trình nước sạch\n\n"
        "Điều 1. Báo cáo\n1. Báo cáo đánh giá Chương trình thực hiện theo Mẫu số 01 ban hành kèm theo Thông tư này.\n"
        "Điều 2. Tổ chức thực hiện\n1. Ủy ban nhân dân cấp xã kiểm tra giếng khoan trước ngày 30/6/2026.\n"
        "Điều 3. Hiệu lực thi hành\n1. Thông tư này có hiệu lực từ ngày 01 tháng 5 năm 2026.\n\nBỘ TRƯỞNG\nNguyễn Văn A\n\n"
        "BÁO CÁO ĐÁNH GIÁ CHƯƠNG TRÌNH NƯỚC SẠCH\n\nI. NỘI DUNG\n1. Đánh giá công tác chỉ đạo.\n2. Đánh giá nguồn vốn.\n"
    )
    said = inner(draft_plan(plan_from_text(RawText("tt.txt", text)), unit))
    assert "iểm tra giếng khoan trước ngày 30/6/2026" in said, said
    assert "Đánh giá nguồn vốn" not in said, said


_CIRCULAR = (
    "BỘ Y TẾ\nSố: 3/2026/TT-BYT\nTHÔNG TƯ\nHướng dẫn giám sát nước sạch\n\n"
    "Điều 1. Báo cáo\n1. Trước ngày 01 tháng 6, các bộ, ngành và địa phương gửi báo cáo về Bộ Y tế.\n"
    "Điều 2. Hiệu lực thi hành\n1. Thông tư này có hiệu lực từ ngày 01 tháng 5 năm 2026.\n\nBỘ TRƯỞNG\nNguyễn Văn A\n\n"
    "Phụ lục I\nCÁC BƯỚC GIÁM SÁT\n(Ban hành kèm theo Thông tư số 3/2026/TT-BYT)\n\nI. TRÁCH NHIỆM CỦA CÁC CẤP\n"
    "a) Cấp trung ương\n- Lấy mẫu ở cửa sông.\nb) Cấp tỉnh Sở Y tế là cơ quan thường trực, có trách nhiệm:\n- Lấy mẫu ở nhà máy.\n"
    "c) Cấp xã\n- Lấy mẫu ở giếng khoan; ghi theo mục I phụ lục này.\n\nII. TỔNG HỢP\n1. Tổng hợp kết quả ở cấp xã Trạm y tế ghi sổ:\n- Đo độ đục hằng tuần.\n"
    "2. Tổng hợp kết quả ở cấp tỉnh\n- Đo kim loại nặng.\n3. Tổng hợp kết quả ở cấp trung ương\n- Đo phóng xạ.\n"
    "III. NỘI DUNG\n1. Nội dung giám sát của chủ dự án cấp nước\n- Đo áp lực đường ống.\n"
)


def test_steps_told_level_by_level() -> None:
    """Of an annex that tells the same work for each level only the unit's stays, numbered with the articles; it reports to its own superior."""
    unit = UnitProfile(
        "UBND xã Suối Bạc", "commune", parent="UBND tỉnh Sơn Hà", place="xã Suối Bạc", year=2026
    )
    draft = draft_plan(plan_from_text(RawText("tt.txt", _CIRCULAR)), unit)
    said = inner(draft)
    # The circular guides how to watch; the commune watches.
    assert draft.title == "Giám sát nước sạch trên địa bàn xã Suối Bạc"
    assert "ấy mẫu ở giếng khoan" in said and "độ đục hằng tuần" in said, said
    for other in ("cửa sông", "nhà máy", "kim loại nặng", "phóng xạ", "đường ống"):
        assert other not in said, said
    assert "mục I Phụ lục I Thông tư số 3/2026/TT-BYT" in said, said
    assert "báo cáo về UBND tỉnh Sơn Hà" in said and "về Bộ Y tế" not in said, said
    assert not any("Bộ Y tế" in line for line in draft.recipients)
    assert {p.label[-2:-1].isdigit() for p in draft.paragraphs if p.kind == "heading" and p.level == 1} == {
        True
    }


def test_the_programme_of_action_is_called_by_its_document() -> None:
    body = "I. NHIỆM VỤ\n1. Các bộ, ngành, địa phương xây dựng kế hoạch theo Chương trình hành động này.\n"
    assert "Chương trình ban hành kèm theo Nghị quyết số 88/NQ-CP" in inner(programme(body))
