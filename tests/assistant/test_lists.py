"""Lists of a plan told whole: which part is meant, where a list stands in one sentence, that no member is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.sentences import sentences_of
from assistant.weighing import Desk, weigh_question
from ingest.pipeline import plan_from_text
from ingest.plan import RawText
from tests.assistant.answer_desk import open_desk

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 45/KH-UBND
Sơn Hà, ngày 12 tháng 01 năm 2031

KẾ HOẠCH
Phát triển thư viện công cộng đến năm 2035

Thực hiện Nghị quyết số 07-NQ/TU ngày 05/6/2030 của Tỉnh ủy, UBND tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU
1. Mục tiêu cụ thể
1.1. Đến năm 2033
- Bạn đọc nhỏ tuổi
Mở phòng đọc thiếu nhi ở 40 xã, phường.
Mỗi năm tổ chức 12 buổi kể chuyện sách.
- Vốn sách
Bổ sung 9.000 bản sách chữ nổi.
- Cán bộ thư viện
Bồi dưỡng nghiệp vụ cho 150 cán bộ, công chức thư viện.

II. KHEN THƯỞNG
1. Hình thức khen thưởng
Các hình thức khen thưởng gồm: Bằng khen của Bộ trưởng; Bằng khen của Chủ tịch UBND tỉnh; Giấy khen.
Việc xét khen thưởng theo quy định của pháp luật.
2. Tiêu chí bình xét
a) Đối với tập thể
- Phục vụ bạn đọc cả ngày nghỉ (gồm: thứ Bảy; Chủ nhật).
- Có câu lạc bộ đọc sách.
b) Đối với cá nhân
- Có sáng kiến được công nhận; được bạn đọc tín nhiệm.

III. TỔ CHỨC THỰC HIỆN
1. Sở Văn hóa, Thể thao và Du lịch chủ trì, báo cáo UBND tỉnh trước ngày 15/11/2031.
2. Hồ sơ đăng ký mở phòng đọc gồm: đơn đăng ký; sơ đồ phòng đọc; danh mục sách.
3. Các giai đoạn
3.1. Giai đoạn 2031 - 2032: Khảo sát nhu cầu đọc của Nhân dân.
3.2. Giai đoạn 2033 - 2035: Mở rộng mạng lưới thư viện.
4. Dọn kho sách
- Sắp xếp tủ phích
- Phun thuốc mối mọt
Các phòng gửi kết quả cho thủ kho trước ngày 20/12/2031.
5. Phiếu mượn sách gồm: tên bạn đọc; số thẻ; ngày trả.
Phiếu nộp tại quầy lễ tân.
6. Xe sách đi về 412 hộ của xã Nậm Khe, gồm 04 thôn: Pá Hán, Tà Lừ, Nậm Lành và Huổi Sen; mỗi tháng một chuyến.

Nơi nhận:
- Như mục III;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Thắng

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ
STT\tNHIỆM VỤ\tCHỦ TRÌ\tTHỜI GIAN
I\tPHỤC VỤ TẠI CHỖ\t\t
1\tSố hóa kho địa chí\tSở Văn hóa, Thể thao và Du lịch\t2032
II\tPHỤC VỤ LƯU ĐỘNG\t\t
2\tMua xe thư viện lưu động\tSở Tài chính\t2033
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"thu-vien.txt": PLAN}) as desk:
        yield desk


LISTS = (
    # A heading without a number holds the paragraphs below it, and the question names it beside the section's own.
    (
        "Mục tiêu cụ thể về bạn đọc nhỏ tuổi đến năm 2033 gồm những gì?",
        ["40 xã, phường", "12 buổi kể chuyện"],
        ["chữ nổi", "nghiệp vụ"],
    ),
    # The heading of the part, not that of the section in which it stands.
    ("Tiêu chí bình xét đối với cá nhân gồm những gì?", ["sáng kiến", "tín nhiệm"], ["câu lạc bộ"]),
    # A list in one sentence behind a colon; its last member is too short to be a sentence.
    ("Có những hình thức khen thưởng nào?", ["Bộ trưởng", "Chủ tịch UBND tỉnh", "  - Giấy khen"], ["cá nhân"]),
    ("Phiếu mượn sách gồm những gì?", ["\n- tên bạn đọc", "\n- ngày trả", "\n- Phiếu nộp"], ["mối mọt"]),
    # Names behind the noun asked for, in the middle of a sentence.
    ("Xã Nậm Khe có những thôn nào?", ["**Pá Hán, Tà Lừ, Nậm Lành và Huổi Sen**"], ["mối mọt"]),
    # What stands behind the last of a list is the section's own.
    ("Dọn kho sách gồm những gì?", ["\n- Sắp xếp", "\n- Phun thuốc", "\n- Các phòng gửi"], ["  - Các phòng"]),
    ("Hồ sơ đăng ký mở phòng đọc gồm những gì?", ["- đơn đăng ký", "- sơ đồ", "- danh mục sách"], ["Khảo sát"]),
)  # fmt: skip


@pytest.mark.parametrize(("question", "says", "leaves"), LISTS)
def test_the_part_asked_for_is_told_whole(
    desk: Desk, question: str, says: list[str], leaves: list[str]
) -> None:
    answer = answer_question(desk, question)
    assert answer.status == "answered"
    assert [words for words in says if words not in answer.text] == []
    assert [words for words in leaves if words in answer.text] == []


@pytest.mark.parametrize(
    ("question", "quoted"),
    [("Kế hoạch có những hình thức nào?", False), ("Hình thức khen thưởng gồm những gì?", True)],
)
def test_no_sentence_that_only_says_the_noun_is_the_set(desk: Desk, question: str, quoted: bool) -> None:
    found = weigh_question(desk, question).candidates
    sources = {c.source for c in found if c.need.kind in {"list", "passage"}}
    assert bool(sources & {"passage", "single_sentence"}) == quoted


def test_what_is_said_of_the_members_is_never_left_out() -> None:
    law = PLAN.replace("2. Hồ sơ đăng ký mở phòng đọc gồm:", "2. Không áp dụng đối với các hồ sơ sau:")
    with open_desk({"thu-vien.txt": law}) as desk:
        told = answer_question(desk, "Mục III.2 nói gì?")
        found = [
            c for c in weigh_question(desk, "Mục III.2 nói gì?").candidates if "sơ đồ phòng đọc" in str(c)
        ]
    assert "Không áp dụng" in told.text or told.status == "not_found"
    assert found and all("Không áp dụng" in " ".join(s.text for s in c.statements) for c in found)


def test_the_members_of_a_sentence_are_counted(desk: Desk) -> None:
    assert answer_question(desk, "Có mấy hình thức khen thưởng?").text.startswith("Có **3**")


def test_every_member_is_cited_in_the_words_of_the_file(desk: Desk) -> None:
    answer = answer_question(desk, "Có những hình thức khen thưởng nào?")
    quotes = {citation.quote for citation in answer.citations}
    assert any(quote.startswith("Giấy khen") for quote in quotes)
    assert all(PLAN[c.start : c.end] == c.quote for c in answer.citations)


def test_parts_stand_one_step_in_without_a_second_mark(desk: Desk) -> None:
    text = answer_question(desk, "Tiêu chí bình xét gồm những gì?").text
    assert "\n- Đối với tập thể" in text
    assert "\n  - Phục vụ bạn đọc cả ngày nghỉ (gồm: thứ Bảy; Chủ nhật)" in text


@pytest.mark.parametrize(
    ("line", "sentences"),
    [
        (
            "Chi cho thư viện (dự kiến 5 tỷ đồng. Sở Tài chính thẩm định. Sở Xây dựng (mới) tổ chức thi công.",
            3,
        ),
        ("Chi cho thư viện (gồm: Ngân sách tỉnh; Ngân sách xã). Sở Tài chính thẩm định.", 2),
    ],
)
def test_a_bracket_that_its_line_never_closes_joins_no_sentences(line: str, sentences: int) -> None:
    plan = plan_from_text(RawText("thu-vien.txt", PLAN.replace("Phiếu nộp tại quầy lễ tân.", line)))
    found = [words for _, words, _, _ in sentences_of(plan) if words in line]
    assert len(found) == sentences


def test_which_tasks_asks_for_no_department(desk: Desk) -> None:
    """ "Nhiệm vụ nào" holds the letters of "vụ nào"."""
    text = answer_question(desk, "Giai đoạn 2033 - 2035 có những nhiệm vụ nào?").text
    assert "Mở rộng mạng lưới thư viện" in text


def test_two_words_that_the_plan_says_together_are_no_two_things(desk: Desk) -> None:
    text = answer_question(desk, "Số cán bộ, công chức được bồi dưỡng là bao nhiêu?").text
    assert "|---" not in text


def test_a_row_is_told_as_a_sentence(desk: Desk) -> None:
    text = answer_question(desk, "Liệt kê các nhiệm vụ trong phụ lục phân công nhiệm vụ").text
    assert "Số hóa kho địa chí – chủ trì: Sở Văn hóa, Thể thao và Du lịch; " in text
    assert "STT" not in text
    lines = [line.split(" [")[0].strip() for line in text.splitlines() if line.startswith("- ")]
    assert [line[:17] for line in lines] == [
        "- I PHỤC VỤ TẠI C",
        "- Số hóa kho địa ",
        "- II PHỤC VỤ LƯU ",
        "- Mua xe thư viện",
    ]


def test_times_stand_first(desk: Desk) -> None:
    weighed = weigh_question(desk, "Kế hoạch có những mốc thời gian nào?")
    lines = [s.text for c in weighed.candidates if c.source == "facts" for s in c.statements]
    assert any(line.startswith("- trước ngày 15/11/2031: Sở Văn hóa") for line in lines)


@pytest.mark.parametrize("question", ["Mục đích là gì?", "Yêu cầu của kế hoạch là gì?"])
def test_a_heading_of_several_things_is_that_of_each(question: str) -> None:
    aims = "I. MỤC ĐÍCH, YÊU CẦU\n- Đưa sách tới bạn đọc vùng cao.\n- Cán bộ nắm mục đích, ý nghĩa của thư viện.\n\nII. MỤC TIÊU"
    with open_desk({"thu-vien.txt": PLAN.replace("I. MỤC TIÊU", aims, 1)}) as desk:
        assert answer_question(desk, question).text.startswith("**I. MỤC ĐÍCH, YÊU CẦU**")
