"""What is asked of a plan's own head and foot is told of them, never of a document that the plan cites."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.judged.judge import barred
from assistant.ask import answer_question
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import COMMUNE, PARTY, PROVINCE, TEXTS, open_desk

HEADLESS = "so-y-te.txt"
HEADLESS_TEXT = """KẾ HOẠCH
Phòng, chống bệnh dại năm 2031 trên địa bàn tỉnh Nậm Sơn

Căn cứ Quyết định số 2151/QĐ-TTg ngày 21/12/2030 của Thủ tướng Chính phủ ban hành Kế hoạch phòng, chống bệnh dại;

Sở Y tế tỉnh Nậm Sơn ban hành Kế hoạch với các nội dung sau:

I. NHIỆM VỤ
1. Tiêm phòng cho đàn chó theo Quyết định số 118/QĐ-UBND ngày 05/02/2031 của UBND tỉnh Nậm Sơn ban hành Kế hoạch tiêm phòng.

Nơi nhận:
- UBND tỉnh;
- Kiểm toán nhà nước khu vực II (b/c);
- Lưu: VT.
GIÁM ĐỐC

Mùa Thị Dở
"""
CASES = [
    # question, what the answer says, what it must not say, the plan that is cited
    ("số và ngày ban hành của kế hoạch xã Bản Mờ", "ngày ban hành và số, ký hiệu", "31/KH-UBND", COMMUNE),
    ("kế hoạch của xã Bản Mờ số mấy, ai ký?", "Vàng A Páo", "31/KH-UBND", COMMUNE),
    ("kế hoạch của tỉnh Nậm Sơn số mấy", "không ghi số, ký hiệu", "118/QĐ", HEADLESS),
    ("kế hoạch phòng chống bệnh dại của Nậm Sơn ban hành ngày nào", "không ghi ngày", "21/12/2030", HEADLESS),
    ("kế hoạch nào do Phó Trưởng ban ký?", "Nguyễn Thị Sen", "Vàng A Páo", PARTY),
    ("Vàng A Páo ký kế hoạch nào?", "Vàng A Páo", "Lò Văn Thắng", COMMUNE),
    ("kế hoạch 31 có gửi cho mấy bộ không, là bộ nào?", "**Bộ Y tế**", "Không tìm thấy", PROVINCE),
    (
        "ke hoach benh dai cua nam son gui kiem toan nha nuoc khu vuc may",
        "**Kiểm toán nhà nước khu vực II (b/c)**",
        "118/QĐ",
        HEADLESS,
    ),
    ("căn cứ pháp lý của kế hoạch xã Bản Mờ", "31/KH-UBND", "ngày ban hành", COMMUNE),
    ("kế hoạch của tỉnh Nậm Sơn căn cứ vào những văn bản nào?", "2151/QĐ-TTg", "118/QĐ", HEADLESS),
    ("kế hoạch phòng chống bệnh dại của Nậm Sơn dựa trên quyết định nào?", "2151/QĐ-TTg", "118/QĐ", HEADLESS),
    ("quyết định ban hành kế hoạch tiêm phòng số mấy", "118/QĐ-UBND", "không ghi", HEADLESS),
]


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({**TEXTS, HEADLESS: HEADLESS_TEXT}) as desk:
        yield desk


@pytest.mark.parametrize(("question", "says", "not_says", "plan"), CASES, ids=[case[0] for case in CASES])
def test_a_plan_s_head_is_its_own(desk: Desk, question: str, says: str, not_says: str, plan: str) -> None:
    answer = answer_question(desk, question)
    assert says in answer.text
    assert not_says not in answer.text
    assert plan in {citation.plan for citation in answer.citations}


@pytest.mark.parametrize(
    "question",
    [
        "KH 31 của tỉnh Sơn Hà ai sign vậy, issue ngày mấy?",
        "Plan 31 tỉnh Sơn Hà do ai sign, date nào?",
        "Kế hoạch cây dược liệu của tỉnh Sơn Hà đánh số mấy, ra ngày nào? Ai đứng tên ký?",
    ],
)
def test_all_that_is_asked_of_the_head_is_told(desk: Desk, question: str) -> None:
    answer = answer_question(desk, question)
    assert "12/01/2031" in answer.text
    assert "Lò Văn Thắng" in answer.text


def test_of_several_plans_the_first_issued_is_told_first(desk: Desk) -> None:
    found = weigh_question(desk, "kế hoạch nào ban hành trước?").candidates
    told = next(candidate for candidate in found if candidate.source == "identity").statements
    assert "31/KH-UBND" in told[0].text, "with a plan that has no date none is called the first"
    assert "15-KH/BTGDVTU" in told[1].text
    assert any("ngày ban hành" in statement.text and statement.left_open for statement in told[2:])


PROVINCE = """ỦY BAN NHÂN DÂN
TỈNH {name}
Số: {number}/KH-UBND
{place}, ngày {day} tháng 3 năm 2031

KẾ HOẠCH
{title}

I. NHIỆM VỤ
1. Sở Y tế chủ trì thực hiện Kế hoạch này.

{signed}
CHỦ TỊCH

{signer}
"""
SEEN_AGAINST = {
    "nam-son.txt": PROVINCE.format(
        name="NẬM SƠN", number=15, place="Nậm Sơn", day="05", title="Phòng, chống bệnh dại năm 2031",
        signed="TM. ỦY BAN NHÂN DÂN", signer="Mùa Thị Dở",
    ),
    "nam-son-tre-em.txt": PROVINCE.format(
        name="NẬM SƠN", number=16, place="Nậm Sơn", day="09", title="Phòng, chống đuối nước trẻ em năm 2031",
        signed="TM. ỦY BAN NHÂN DÂN", signer="Giàng A Tủa",
    ),
    "phieng-lau.txt": PROVINCE.format(
        name="PHIÊNG LÂU", number=27, place="Phiêng Lâu", day="07", title="Phòng, chống bệnh dại năm 2031",
        signed="TM. ỦY BAN NHÂN DÂN", signer="Quàng Văn Pản",
    ),
}  # fmt: skip
COMPARED = [
    (
        "so sánh người ký kế hoạch bệnh dại của Nậm Sơn với Phiêng Lâu",
        ["Mùa Thị Dở", "Quàng Văn Pản"],
        "Giàng A Tủa",
    ),
    (
        "kế hoạch bệnh dại của Nậm Sơn và Phiêng Lâu, cái nào ban hành trước?",
        ["trước: **Kế hoạch số 15"],
        "09/3",
    ),
    (
        "kế hoạch bệnh dại của Nậm Sơn với của Phiêng Lâu có ra cùng ngày không",
        ["**Không.**", "07/03"],
        "Đúng",
    ),
    (
        "Ngày ban hành cụ thể của kế hoạch bệnh dại Nậm Sơn và Phiêng Lâu?",
        ["05/03", "07/03"],
        "Ban hành trước",
    ),
    (
        "Which was issued first, the rabies plan of Nậm Sơn or that of Phiêng Lâu?",
        ["first: **Kế hoạch số 15", "07/03"],
        "09/03",
    ),
]


@pytest.fixture(scope="module")
def provinces() -> Iterator[Desk]:
    with open_desk(SEEN_AGAINST) as desk:
        yield desk


@pytest.mark.parametrize(("question", "says", "not_says"), COMPARED, ids=[case[0] for case in COMPARED])
def test_heads_of_several_plans_are_told_side_by_side(
    provinces: Desk, question: str, says: list[str], not_says: str
) -> None:
    answer = answer_question(provinces, question)
    assert all(words in answer.text for words in says), answer.text
    assert not_says not in answer.text
    assert len({citation.plan for citation in answer.citations}) == 2


def test_plans_of_two_days_are_not_of_one_though_another_has_none() -> None:
    undated = SEEN_AGAINST["phieng-lau.txt"].replace("ngày 07 tháng 3", "ngày      tháng    ")
    with open_desk({**SEEN_AGAINST, "phieng-lau.txt": undated}) as desk:
        answer = answer_question(desk, "Các kế hoạch có cùng ngày ban hành không?")
        before = answer_question(desk, "Kế hoạch nào ban hành trước 06/3/2031?")
    assert answer.text.startswith("**Không.**"), answer.text
    assert "Để trống" in answer.text
    assert "Ban hành trước" not in before.text, "who is the first was not asked"


def test_a_plan_of_a_body_that_issued_none_is_not_answered_by_another(desk: Desk) -> None:
    for question in ("kế hoạch của Sở Dân tộc và Tôn giáo ai ký?", "ke hoach so noi vu so may, ngay nao"):
        answer = answer_question(desk, question)
        assert answer.status == "not_found" and not answer.citations, answer.text


def test_how_many_were_sent_is_not_told_by_the_recipients(desk: Desk) -> None:
    weighed = weigh_question(desk, "How many army helicopters were sent to the communes of Nậm Sơn?", ())
    told = zip(weighed.candidates, weighed.rows, strict=True)
    rows = [row for candidate, row in told if candidate.need.kind == "recipients"]
    assert rows
    assert all(map(barred, rows))


def test_a_basis_of_another_sort_is_not_told_as_that_asked_for(desk: Desk) -> None:
    told = weigh_question(desk, "kế hoạch của tỉnh Nậm Sơn căn cứ luật nào?").candidates
    assert not any(candidate.source == "titled" for candidate in told)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Kế hoạch 31 ngày bao nhiêu", "12/01/2031"),
        ("What is the date of plan 31?", "12/01/2031"),
    ],
)
def test_a_plan_called_by_its_number_is_asked_for_its_own_date(desk: Desk, question: str, words: str) -> None:
    answer = answer_question(desk, question)
    assert answer.status == "answered" and words in answer.text, answer.text


def test_what_a_plan_called_by_its_number_does_is_not_dated_by_its_head(desk: Desk) -> None:
    answer = answer_question(desk, "Kế hoạch 31 xong khi nào")
    assert "12/01/2031" not in answer.text, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Phú Thịnh do ai ký?",
        "ke hoach cua phu thinh ky ngay nao",
        "Who signed the Phú Thịnh plan?",
        "kế hoạch phòng cháy rừng do ai ký",
        "ke hoach nuoi tom gui nhung noi nao",
        "kế hoạch về du lịch biển số mấy?",
        "Who signed the plan on tourism?",
    ],
)
def test_the_head_of_a_plan_that_is_not_there_is_not_told_by_the_others(desk: Desk, question: str) -> None:
    assert answer_question(desk, question).status == "not_found"


@pytest.mark.parametrize(
    "question", ["kế hoạch này ai ký?", "kế hoạch dược liệu ai ký?", "kế hoạch về dược liệu số mấy"]
)
def test_the_head_of_a_plan_that_is_there_is_told(desk: Desk, question: str) -> None:
    assert answer_question(desk, question).status != "not_found"
