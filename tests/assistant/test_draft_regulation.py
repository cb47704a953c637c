"""Rules that bind the unit and those to whom it answers: a leader above is a receiver, never the doer; invented text."""

from __future__ import annotations

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.parent.binding import foreign_duty
from assistant.draft.unit.profile import Division, UnitProfile
from ingest.pipeline import plan_from_text
from ingest.plan import RawText
from tests.assistant.draft_texts import inner

CENTRE = UnitProfile(
    "Trung tâm Bảo tồn Sơn Hà",
    "agency",
    parent="Sở Văn hóa",
    year=2026,
    gatherer="Phòng Hành chính",
    roles=("trung tâm bảo tồn",),
    divisions=(Division("Phòng Hành chính", ("tổng hợp, báo cáo",)), Division("Phòng Hiện vật", ("hiện vật, kho",))),
)  # fmt: skip


def regulated(articles: str, unit: UnitProfile = CENTRE) -> str:
    text = f"QUY ĐỊNH\nQuản lý bảo tàng\n\nSở Văn hóa ban hành Quy định như sau:\n\n{articles}"
    return inner(draft_plan(plan_from_text(RawText("qd.txt", text)), unit))


def test_a_leader_to_whom_the_unit_answers_takes_none_of_its_duties() -> None:
    said = regulated(
        "Điều 1. Trách nhiệm\n1. Các trung tâm bảo tồn: chịu trách nhiệm trước Giám đốc Sở, Chủ tịch UBND tỉnh về các việc sau:\n"
        "a) Bảo quản hiện vật trong kho.\nb) Báo cáo Chủ tịch UBND tỉnh kết quả kiểm kê (qua Phòng Di sản) trước ngày 15/12 hằng năm.\n"
        "c) Trường hợp hiện vật hư hỏng thì phải báo cáo Giám đốc Sở trong 03 ngày.\n"
        "2. Phòng Di sản thuộc Sở\na) Thẩm định hồ sơ hiện vật.\n"
    )
    assert "Bảo quản hiện vật trong kho" in said and "(qua Phòng Di sản) trước ngày 15/12" in said, said
    assert "trong 03 ngày" in said and "Thẩm định hồ sơ" not in said


@pytest.mark.parametrize(
    ("words", "above"),
    [
        ("Báo cáo UBND tỉnh, Chủ tịch UBND tỉnh kết quả trực hồ", False),
        ("Xin ý kiến Chủ tịch UBND tỉnh trước khi xả lũ", False),
        ("Theo chỉ đạo của Chủ tịch UBND tỉnh rà soát điểm sạt lở", False),
        ("Chủ tịch UBND tỉnh, các Phó Chủ tịch UBND tỉnh đi kiểm tra hồ chứa", True),
        ("Hằng quý, lãnh đạo UBND tỉnh đối thoại với thanh niên", True),
    ],
)
def test_receivers(words: str, above: bool) -> None:
    cause = foreign_duty(words, UnitProfile("Sở Nội vụ", "department"))
    assert (cause is not None and cause.why == "leaders_above") is above


_RULES = (
    "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Đối tượng áp dụng\nQuy định này áp dụng với các trung tâm bảo tồn, bảo tàng trên địa bàn tỉnh.\n"
    "Điều 2. Giải thích từ ngữ\n1. Hiện vật là vật phải được giữ lại.\nĐiều 3. Nguyên tắc\n1. Hiện vật được kiểm kê sau mỗi đợt trưng bày.\n"
    "2. Không đưa hiện vật ra khỏi kho, trừ khi có lệnh của Giám đốc Sở.\n3. Kho phải bảo đảm tối thiểu 02 bình chữa cháy.\n"
    "Điều 4. Kiểm kê\n1. Kho ở nơi nào thì nơi đó kiểm kê hiện vật theo quý.\n"
    "2. Trung tâm bảo tồn có hiện vật gửi trưng bày ở tỉnh khác phải đăng ký trước 15 ngày.\n3. Phòng Di sản phải thẩm định hồ sơ.\n"
    "Điều 5. Hiệu lực\nQuy định này có hiệu lực từ ngày ký.\n"
)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("được kiểm kê sau mỗi đợt trưng bày", True),
        ("trừ khi có lệnh của Giám đốc Sở", True),
        ("tối thiểu 02 bình chữa cháy", True),
        ("nơi đó kiểm kê hiện vật theo quý", True),
        ("phải đăng ký trước 15 ngày", True),
        ("vật phải được giữ lại", False),
        ("thẩm định hồ sơ", False),
        ("hiệu lực", False),
    ],
)
def test_rules_without_an_actor_bind_whom_the_scope_covers(words: str, kept: bool) -> None:
    assert (words in regulated(_RULES)) is kept


def test_rules_do_not_bind_a_unit_outside_their_scope() -> None:
    said = regulated(_RULES, UnitProfile("Bưu điện tỉnh Sơn Hà", "agency", year=2026))
    assert "bình chữa cháy" not in said and "trưng bày" not in said
