"""Who holds a post is told from the foot of a document and as of its day; who leads a body that a plan sets up, by its line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

FOOT = """{above}
{body}
Số: {number}
{place}, ngày {day} tháng 3 năm 2031

KẾ HOẠCH
{title} năm 2031

I. NHIỆM VỤ
{tasks}

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
{post}

{name}
"""
COMMUNE = FOOT.format(
    above="ỦY BAN NHÂN DÂN", body="XÃ BẢN MỜ", number="12/KH-UBND", place="Bản Mờ", day="04", title="Giảm nghèo",
    tasks="1. Phòng Kinh tế rà soát hộ nghèo.", post="TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", name="Giàng A Tủa",
)  # fmt: skip
OTHER = FOOT.format(
    above="ỦY BAN NHÂN DÂN", body="XÃ SUỐI BẠC", number="15/KH-UBND", place="Suối Bạc", day="06", title="Giảm nghèo",
    tasks="1. Phòng Kinh tế trình Chủ tịch UBND xã.", post="KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", name="Lò Thị Mẩy",
)  # fmt: skip
OFFICE = FOOT.format(
    above="UBND TỈNH SƠN HÀ", body="SỞ NỘI VỤ", number="21/KH-SNV", place="Sơn Hà", day="08", title="Thanh tra công vụ",
    tasks="""1. Đoàn thanh tra do đồng chí Phó Giám đốc Sở làm Trưởng đoàn.
2. Kiểm tra 03 xã vùng cao.
- Trưởng đoàn: đồng chí Chánh Văn phòng Sở.
3. Tổ giúp việc: bà Lường Thị Pọm, Trưởng phòng Tổ chức - Tổ trưởng; Chuyên viên Văn phòng Sở - Thư ký.
4. Ban Chỉ đạo cải cách hành chính gồm:
- Ông Hà Văn Chom, Giám đốc Sở - Trưởng ban;
- Bà Cà Thị Ín, Phó Giám đốc Sở - Phó Trưởng ban Thường trực;
- Ông Vì Văn Dọc, Chánh Văn phòng Sở - Phó Trưởng ban.
5. Các xã báo cáo chương trình chuyển đổi số hằng quý, xây dựng kế hoạch gửi về Sở Khoa học và Công nghệ, cơ quan thường trực Chương trình, để theo dõi.
6. Văn phòng Sở là đơn vị thường trực công tác dân vận, tham mưu Giám đốc Sở triển khai.""",
    post="GIÁM ĐỐC", name="Hà Văn Chom",
)  # fmt: skip


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    texts = {"xa-ban-mo.txt": COMMUNE, "xa-suoi-bac.txt": OTHER, "so-noi-vu.txt": OFFICE}
    with open_desk(texts) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "name", "day"),
    [
        ("Giám đốc Sở Nội vụ là ai?", "Hà Văn Chom", "08/03/2031"),
        ("ai là chủ tịch UBND xã Bản Mờ", "Giàng A Tủa", "04/03/2031"),
        ("Chủ tịch xã Bản Mờ là ai?", "Giàng A Tủa", "04/03/2031"),
        ("chu tich ubnd xa ban mo la ai", "Giàng A Tủa", "04/03/2031"),
        ("Giám đốc SNV là ai?", "Hà Văn Chom", "08/03/2031"),
    ],
)
def test_holder_of_a_post_is_who_signed_with_it_then(desk: Desk, question: str, name: str, day: str) -> None:
    answer = answer_question(desk, question)
    assert f"**{name}**" in answer.text and day in answer.text, answer.text
    assert not answer.sure


@pytest.mark.parametrize(
    "body", ["Sở Văn hóa, Thể thao và Du lịch", "Sở VHTTDL", "sở văn hoá thể thao du lịch"]
)
def test_the_issuer_is_known_by_its_short_form_and_without_commas(body: str) -> None:
    text = OFFICE.replace("SỞ NỘI VỤ", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH").replace("SNV", "SVHTTDL")
    with open_desk({"so-vhttdl.txt": text}) as desk:
        assert "**Hà Văn Chom**" in answer_question(desk, f"Ai là giám đốc {body}?").text


@pytest.mark.parametrize(
    "question",
    ["Chủ tịch UBND xã Suối Bạc là ai?", "Giám đốc Sở Y tế là ai?", "Phó Giám đốc Sở Nội vụ tên là gì?"],
)
def test_nobody_is_told_for_a_post_that_no_signer_held(desk: Desk, question: str) -> None:
    answer = answer_question(desk, question)
    assert not any(name in answer.text.split("\n\n")[0] for name in ("Mẩy", "Tủa", "Chom")), answer.text
    assert not (answer.sure and answer.status == "answered"), answer.text


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("Đoàn thanh tra do ai làm trưởng đoàn?", "đồng chí Phó Giám đốc Sở"),
        ("Ai làm trưởng đoàn kiểm tra 03 xã vùng cao?", "đồng chí Chánh Văn phòng Sở"),
        ("ai lam truong doan kiem tra 3 xa vung cao", "đồng chí Chánh Văn phòng Sở"),
        ("Ai là thư ký tổ giúp việc?", "Chuyên viên Văn phòng Sở"),
        ("Trưởng ban Ban Chỉ đạo cải cách hành chính là ai?", "Ông Hà Văn Chom, Giám đốc Sở"),
        ("Ai làm cơ quan thường trực chương trình chuyển đổi số?", "Sở Khoa học và Công nghệ"),
        ("don vi thuong truc cong tac dan van la don vi nao", "Văn phòng Sở"),
        ("Ai là phó trưởng ban chỉ đạo?", "Bà Cà Thị Ín, Phó Giám đốc Sở"),
        ("Ai là phó trưởng ban chỉ đạo?", "Ông Vì Văn Dọc, Chánh Văn phòng Sở"),
    ],
)
def test_who_leads_a_body_is_told_by_its_line(desk: Desk, question: str, holder: str) -> None:
    answer = answer_question(desk, question)
    assert f"**{holder}**" in answer.text, answer.text


def test_a_name_is_asked_for_and_only_a_post_told(desk: Desk) -> None:
    answer = answer_question(desk, "tên trưởng đoàn kiểm tra 03 xã vùng cao là ai?")
    assert answer.status == "not_found", answer.text
