"""What a yes-or-no question claims of days and signers is held against the plan, even where no plan says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from assistant.answer.cite import compose
from assistant.answer.evidence.claimed import compare, denies, read_claim
from assistant.answer.refined import judged_by_its_line
from assistant.ask import answer_question
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import TEXTS, open_desk

CASES = [
    # question, how one candidate answers
    ("các sở báo cáo 6 tháng trước ngày 20/6 phải không", "**Không.** **trước ngày 10/6/2031**"),
    ("các sở báo cáo 6 tháng trước ngày 10/6/2032 phải không", "**Không.** **trước ngày 10/6/2031**"),
    ("các sở báo cáo 6 tháng trước ngày 10 tháng 6 phải không", "**Đúng.** **trước ngày 10/6/2031**"),
    ("kế hoạch 31/KH-UBND do ông Trần Văn Hải ký phải không", "**Không.** **Lò Văn Thắng**"),
    ("kế hoạch 31/KH-UBND do ông Lò Văn Thằng ký phải không", "**Không.** **Lò Văn Thắng**"),
    ("ke hoach 31/KH-UBND co phai chu tich ky khong", "**Đúng.** **Lò Văn Thắng**"),
    ("báo cáo 6 tháng gửi qua email phải không", "báo cáo 6 tháng"),
    (
        "hộ nghèo xem kính thiên văn có phải nộp phí không?",
        "**Không.** Phí xem kính thiên văn: 30.000 đồng mỗi lượt",
    ),
    (
        "hộ nghèo có phải đóng tiền xem kính thiên văn ko",
        "**Không.** Phí xem kính thiên văn: 30.000 đồng mỗi lượt",
    ),
    ("trường xin ảnh sao băng có phải trả tiền không", "**Không.** Không thu phí ảnh sao băng"),
    ("truong lay anh sao bang co mat phi ko", "**Không.** Không thu phí ảnh sao băng"),
    ("có khuyến khích dựng mới tháp quan sát ở nơi đã có tháp không", "**Không.** Hạn chế dựng mới tháp"),
    ("co khuyen khich dung them thap quan sat o khu vuc da co thap ko", "**Không.** Hạn chế dựng mới tháp"),
    ("kế hoạch dược liệu Sơn Hà làm đến hết năm 2044 đúng không", "dược liệu"),
]


SENT = "ngoi-sao.txt"
SENT_TEXT = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 61/KH-UBND
Sơn Hà, ngày 12 tháng 01 năm 2034

KẾ HOẠCH
Đài quan sát sao năm 2034

I. BÁO CÁO
2. Sở Nội vụ
Quản lý kính thiên văn có khẩu độ từ 200 mm trở lên.
3. Ủy ban nhân dân các xã
Quản lý kính thiên văn có khẩu độ dưới 200 mm.
4. Kiểm tra đài vệ tinh
Thời gian tiến hành: quý II; mỗi cuộc không quá 30 ngày.
5. Phí xem kính thiên văn: 30.000 đồng mỗi lượt; hộ nghèo, hộ cận nghèo được miễn.
6. Không thu phí ảnh sao băng cung cấp cho các trường học.
7. Hạn chế dựng mới tháp quan sát tại khu vực đã có tháp.
8. Ngân sách trả 100% tiền vé cho hộ nghèo; các hộ khác tự trả tiền vé, được miễn tiền thuê ghế.

II. NHẬT KÝ
1. Đài quan sát sao gửi nhật ký quan sát về UBND tỉnh, trình Sở Y tế cho ý kiến.

III. DANH SÁCH XÃ ĐẶT KÍNH
1. Xã Suối Bạc.
2. Xã Nà Lừ.

KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG

Vi Văn Sao
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({**TEXTS, SENT: SENT_TEXT}) as desk:
        yield desk


@pytest.mark.parametrize(("question", "told"), CASES)
def test_claim_is_held_against_the_plan(desk: Desk, question: str, told: str) -> None:
    weighed = weigh_question(desk, question)
    plans = desk.context().knowledge.plans
    assert any(told in compose(c.need, plans, c.statements).text for c in weighed.candidates)


def test_what_is_to_be_done_less_is_not_said_to_be_done(desk: Desk) -> None:
    found = weigh_question(desk, "có dựng mới tháp quan sát ở khu vực đã có tháp không?").candidates
    assert "yes" not in {one.statements[0].verdict for one in found if "Hạn chế" in one.statements[0].text}


@pytest.mark.parametrize(
    ("question", "words", "verdict"),
    [
        ("khu vực chưa có tháp có được dựng mới tháp quan sát không?", "Hạn chế dựng mới tháp", None),
        ("hộ nghèo có phải trả tiền thuê ghế không?", "Ngân sách trả 100% tiền vé", None),
        ("các hộ khác có phải tự trả tiền vé không?", "Ngân sách trả 100% tiền vé", "yes"),
        ("các trường không tốn tiền ảnh sao băng đúng không?", "Không thu phí ảnh sao băng", "yes"),
        ("doanh nghiệp lấy ảnh sao băng có phải trả tiền không?", "Không thu phí ảnh sao băng", None),
    ],
)
def test_a_verdict_is_of_the_party_and_the_case(
    desk: Desk, question: str, words: str, verdict: str | None
) -> None:
    found = [one.statements[0] for one in weigh_question(desk, question).candidates]
    assert {one.verdict for one in found if words in one.text} - {None} == {verdict} - {None}


def test_what_is_asked_as_done_is_not_told_by_a_target(desk: Desk) -> None:
    done = weigh_question(desk, "tỉnh Sơn Hà đã trồng được bao nhiêu ha dược liệu?")
    planned = weigh_question(desk, "tỉnh Sơn Hà trồng mới bao nhiêu ha dược liệu?")
    assert any(row["done_lacking"] for row in done.rows)
    assert not any(row["done_lacking"] for row in planned.rows)


def test_anothers_task_denies_only_who_does_it(desk: Desk) -> None:
    plans = desk.context().knowledge.plans

    def told(question: str) -> list[str]:
        weighed = weigh_question(desk, question)
        found = (compose(c.need, plans, c.statements).text for c in weighed.candidates)
        return [text for text in found if text.startswith(("**Không.**", "**No.**"))]

    assert told("có phải Sở Công Thương chủ trì xây dựng vườn ươm giống không")
    assert not told("Sở Công Thương có được xây dựng vườn ươm giống không")
    assert not told("nhật ký quan sát gửi cho Sở Y tế, đúng không?")
    assert not told("Was the plan 61/KH-UBND signed by the deputy prime minister?")
    assert told("Was the plan 61/KH-UBND signed by the prime minister?")
    assert told("nhật ký quan sát gửi cho Sở Nội vụ, đúng không?")
    assert not told("có phải cơ quan phối hợp chủ trì xây dựng vườn ươm giống không")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("có đúng là kính thiên văn từ 200 mm trở lên do xã quản lý không", "Không"),
        ("kính thiên văn dưới 200 mm do xã quản lý phải không", "Đúng"),
        ("mỗi cuộc kiểm tra đài vệ tinh làm 45 ngày được không", "Không"),
    ],
)
def test_whose_and_how_much_is_held_against_the_place(desk: Desk, question: str, told: str) -> None:
    answer = answer_question(desk, question)
    assert f"**{told}.**" in answer.text
    assert not any(f"**{other}.**" in answer.text for other in {"Không", "Đúng"} - {told})


def test_a_body_that_helps_is_not_said_to_lead(desk: Desk) -> None:
    plans = desk.context().knowledge.plans
    weighed = weigh_question(desk, "Sở Khoa học và Công nghệ chủ trì xây dựng vườn ươm giống phải không?")
    found = [compose(c.need, plans, c.statements).text for c in weighed.candidates]
    assert found and not any(text.startswith("**Đúng.**") for text in found)


@pytest.mark.parametrize(
    ("question", "told", "verdict"),
    [
        ("có phải tối đa 30 ngày không", "thời hạn tối thiểu 30 ngày", False),
        ("có phải tối đa 30 ngày không", "thời hạn tối thiểu 20 ngày", None),
        ("sản lượng có tăng 5% không", "Giảm 5% so với cùng kỳ", None),
        ("giải quyết trong 7 ngày phải không", "trong thời hạn từ 5 đến 10 ngày", None),
        ("giải quyết trong 7 ngày phải không", "trong 5 - 10 ngày", None),
        ("giải quyết trong 15 ngày phải không", "trong 5 - 10 ngày", False),
        ("co phai 15 ngay khong", "trong 10 ngày làm việc", False),
    ],
)
def test_bounds_ranges_and_directions_are_no_amounts(question: str, told: str, verdict: bool | None) -> None:
    assert compare(read_claim(question), told) is verdict


def test_a_denial_is_read_with_its_marks() -> None:
    asked = read_claim("người nghèo có được miễn phí khám bệnh không")
    assert not denies(asked, "được khám, chữa bệnh miễn phí; bố trí không gian, trụ sở")
    assert denies(asked, "không được miễn phí khám bệnh theo yêu cầu")


DENIED = """ỦY BAN NHÂN DÂN
XÃ SUỐI BẠC
Số: 7/KH-UBND
Suối Bạc, ngày 05 tháng 01 năm 2034

KẾ HOẠCH
Miễn giảm học phí năm 2034

I. NỘI DUNG
1. Miễn học phí:
- Học sinh trường công lập
2. Không miễn học phí:
- Học sinh trường tư
3. Nghiêm cấm đốt nương tại:
- Khu vực Pha Luông
- Khu vực Tà Xùa
4. Tạm dừng cấp phép khai thác:
- Mỏ đá Hang Dơi
5. Hộ cận nghèo được hỗ trợ 3 triệu đồng.
6. Hộ nghèo được hỗ trợ 5 triệu đồng.
7. Tính đến ngày 30/9/2033 xã còn 19 kho chứa củi.

II. PHÂN CÔNG
1. Công an xã
- Dự án 3: “Nâng cao hiệu quả canh gác rừng già”
2. Trạm Y tế xã
- Khám sức khỏe cho người gác rừng
3. Hội Nông dân xã
- Đồng chủ trì với Hội Phụ nữ xã, phối hợp với các trường tổ chức hội thi chim hót

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Vi Văn Sao
"""


@pytest.fixture(scope="module")
def denied() -> Iterator[Desk]:
    with open_desk({"hoc-phi.txt": DENIED}) as desk:
        yield desk


@pytest.mark.parametrize(
    ("question", "borne_out"),
    [
        ("Học sinh trường tư có được miễn học phí không?", False),
        ("Khu vực Pha Luông có được đốt nương không?", False),
        ("Mỏ đá Hang Dơi có được cấp phép khai thác không?", False),
        ("Học sinh trường công lập có được miễn học phí không?", True),
        ("Khu vực Pha Luông có bị cấm đốt nương không?", True),
        ("Học sinh trường tư không được miễn học phí phải không?", True),
    ],
)
def test_a_name_under_a_denial_bears_nothing_out(denied: Desk, question: str, borne_out: bool) -> None:
    found = weigh_question(denied, question).candidates
    assert ("yes" in {candidate.statements[0].verdict for candidate in found}) is borne_out


def test_lines_that_bear_out_two_things_give_no_verdict(denied: Desk) -> None:
    found = weigh_question(denied, "Hộ cận nghèo được hỗ trợ 5 triệu phải không?").candidates
    told = {c.statements[0].verdict: c for c in found if c.source == "claim_numbers"}
    lines = tuple(replace(told[verdict].statements[0], verdict=None) for verdict in ("no", "yes"))
    both = replace(told["no"], statements=lines)
    assert judged_by_its_line(both, found).statements[0].verdict is None


@pytest.mark.parametrize(
    ("question", "verdict", "told"),
    [
        ("xã Nà Lừ có trong danh sách xã đặt kính không?", "yes", "Xã Nà Lừ"),
        (
            "xã Mường Đán có trong danh sách xã đặt kính không?",
            None,
            "Không thấy “xã Mường Đán” trong danh sách",
        ),
        ("thị trấn Bản Hoi có nằm trong danh sách xã đặt kính không?", None, "Không thấy “thị trấn Bản Hoi”"),
    ],
)
def test_what_a_list_does_not_name_is_told_with_the_list(
    desk: Desk, question: str, verdict: str | None, told: str
) -> None:
    answer = answer_question(desk, question)
    assert (answer.verdict, answer.sure) == (verdict, verdict is not None)
    assert told in answer.text and any("Xã Suối Bạc" in one.quote for one in answer.citations)


CHARGED = """ỦY BAN NHÂN DÂN TỈNH SƠN HÀ
Số: 25/KH-UBND
Sơn Hà, ngày 20 tháng 3 năm 2031

KẾ HOẠCH
Chuyển đổi số năm 2031

II. NHIỆM VỤ
1. Phong trào chi trả không tiền mặt
a) Ngân hàng Nhà nước Chi nhánh Khu vực 3 chủ trì, phối hợp với các sở, ngành phát động phong trào chi trả không tiền mặt trong toàn tỉnh.
b) Các xã vận động người dân mở tài khoản.
III. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
a) Theo dõi thi đua của các đơn vị.
"""
OF_ANOTHER_PROVINCE = """ỦY BAN NHÂN DÂN TỈNH LÂM KHÊ
Số: 44/KH-UBND
Lâm Khê, ngày 10 tháng 2 năm 2031

KẾ HOẠCH
Phát động phong trào thi đua năm 2031

II. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
a) Chủ trì, phối hợp với các cơ quan tổ chức phong trào thi đua trong toàn tỉnh.
b) Tổng hợp kết quả phong trào, trình Hội đồng Thi đua - Khen thưởng.
"""


def test_whom_the_plan_charges_is_told_not_what_the_body_leads_elsewhere() -> None:
    with open_desk({"a.txt": CHARGED, "b.txt": OF_ANOTHER_PROVINCE}) as one:
        answer = answer_question(one, "Có phải Sở Nội vụ chủ trì phong trào chi trả không tiền mặt không?")
    assert answer.verdict == "no" and "Ngân hàng Nhà nước" in answer.text
    assert not answer.sure and "Lâm Khê" not in answer.text


def test_who_has_a_task_is_told_by_the_section_in_which_it_stands(denied: Desk) -> None:
    def verdicts(question: str) -> set[str | None]:
        return {candidate.statements[0].verdict for candidate in weigh_question(denied, question).candidates}

    assert "no" in verdicts("Trạm Y tế xã chủ trì Dự án 3 nâng cao hiệu quả canh gác rừng già phải không?")
    assert "no" not in verdicts("Công an xã chủ trì Dự án 3 nâng cao hiệu quả canh gác rừng già phải không?")
    assert "no" in verdicts("Xã giao cho Trạm Y tế xã lo Dự án 3 nâng cao hiệu quả canh gác rừng già à?")


def test_who_leads_with_another_is_told_so(denied: Desk) -> None:
    text = answer_question(denied, "Hội Nông dân xã chủ trì tổ chức hội thi chim hót phải không?").text
    assert "**Đúng.** Hội Nông dân xã đồng chủ trì" in text


def test_what_was_so_in_another_year_denies_nothing(denied: Desk) -> None:
    for year, verdict in ((2033, "no"), (2034, None)):
        asked = f"Hết {year} xã còn 8 kho chứa củi phải không?"
        found = {c.statements[0].verdict for c in weigh_question(denied, asked).candidates}
        assert ("no" in found) is (verdict == "no")


def test_what_is_left_to_the_reader_is_not_certain(denied: Desk) -> None:
    answer = answer_question(denied, "Trạm Y tế xã có khám sức khỏe cho người gác rừng ban đêm không?")
    assert "Chưa rút ra" in answer.text
    assert not answer.sure
