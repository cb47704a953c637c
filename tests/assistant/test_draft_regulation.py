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


def regulated(articles: str, unit: UnitProfile = CENTRE, *, name: str = "qd.txt") -> str:
    text = f"QUY ĐỊNH\nQuản lý bảo tàng\n\nSở Văn hóa ban hành Quy định như sau:\n\n{articles}"
    return inner(draft_plan(plan_from_text(RawText(name, text)), unit))


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


COMMITTEE = UnitProfile("Tỉnh ủy Sơn Hà", "party_committee", place="Sơn Hà", year=2026)
COMMUNE = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
_SCOPE = "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Đối tượng áp dụng\n"
_COLUMNS = "\nPHỤ LỤC\nDANH MỤC\n\n| TT | Tên | {head} |\n| --- | --- | --- |\n| 1 | Hồ Suối Bạc | {holder} |\n| 2 | Hồ Cồn Dài | Sở Xây dựng |\n"


@pytest.mark.parametrize(
    ("unit", "scope", "rule", "head", "holder", "there"),
    [
        (COMMITTEE, "Các cơ quan đảng từ Trung ương đến cơ sở.", "Chủ quản dữ liệu trong các cơ quan đảng phải lưu trữ nhật ký ít nhất 2 năm.", "Cơ quan chủ quản dữ liệu", "Các tỉnh ủy, thành ủy", "Tỉnh ủy phải lưu trữ nhật ký"),
        (COMMITTEE, "Các cơ quan đảng.", "Dữ liệu của cơ quan cấp nào thì cơ quan cấp đó chịu trách nhiệm cập nhật.", "Cơ quan lưu giữ", "Sở Y tế", "cơ quan cấp đó chịu trách nhiệm cập nhật"),
        (COMMUNE, "UBND các xã, phường.", "Chủ đầu tư lập hồ sơ an toàn hồ; định kỳ báo cáo tiến độ.", "Chủ đầu tư", "UBND các xã, phường", "lập hồ sơ an toàn hồ"),
        (COMMUNE, "UBND các xã, phường.", "Cơ quan chủ quản có trách nhiệm kiểm tra đập trước mùa lũ.", "Cơ quan chủ quản", "UBND xã Suối Bạc", "kiểm tra đập trước mùa lũ"),
    ],
)  # fmt: skip
def test_a_role_that_a_column_of_the_annex_gives_to_the_unit(
    unit: UnitProfile, scope: str, rule: str, head: str, holder: str, there: str
) -> None:
    articles = f"{_SCOPE}{scope}\nChương II\nQUẢN LÝ\nĐiều 2. Hồ sơ\n1. {rule}\n"
    assert there in regulated(articles + _COLUMNS.format(head=head, holder=holder), unit, name="qd.md")


def test_a_role_that_the_columns_give_to_others_is_not_the_units() -> None:
    articles = f"{_SCOPE}UBND các xã, phường.\nChương II\nQUẢN LÝ\nĐiều 2. Hồ sơ\n1. Chủ đầu tư lập hồ sơ an toàn hồ.\n"
    said = regulated(
        articles + _COLUMNS.format(head="Chủ đầu tư", holder="Công an tỉnh"), COMMUNE, name="qd.md"
    )
    assert "lập hồ sơ" not in said


def test_what_lies_between_other_bodies_is_no_rule_for_the_unit() -> None:
    articles = f"{_SCOPE}Các cơ quan đảng.\nChương II\nDỮ LIỆU\nĐiều 2. Chia sẻ dữ liệu giữa Văn phòng Chính phủ và Bộ Công an\n1. Phải chia sẻ lịch tiếp dân.\nĐiều 3. Nguyên tắc\n1. Không thu phí dữ liệu chia sẻ.\n"
    said = regulated(articles, COMMITTEE)
    assert "Không thu phí" in said and "lịch tiếp dân" not in said
