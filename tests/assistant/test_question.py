"""What a question is understood to ask: kind, subject, plan; words that are no subject."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.evidence.strangers import unknown_places
from assistant.answer.evidence.units import meets
from assistant.model import Turn
from assistant.question.asked_body import asked_body
from assistant.question.cues import cue_text, find_cue, find_kinds
from assistant.question.filler import filler_positions
from assistant.question.follow_up import last_name, leans_on_the_last, sets_apart
from assistant.question.understand import understand
from assistant.weighing import Desk
from tests.assistant.answer_desk import COMMUNE, PROVINCE, open_desk

KINDS = [
    ("QĐ 88/2025 về phối hợp đăng ký đất đai cơ quan nào ký", "signer"),
    ("in nhầm là khoản 2, sửa lại là điều bao nhiêu?", "section"),
    ("phòng nào lo việc họp dân", "lead"),
    ("ai phối hợp với Sở Y tế", "coordinate"),
    ("Who works with the police on this?", "coordinate"),
    ("trong bao nhiêu ngày phải gửi kế hoạch", "deadline"),
    ("How many days do communes have?", "deadline"),
    ("quyết định có hiệu lực từ khi nào", "deadline"),
    ("gửi kế hoạch cho bộ nào", "recipients"),
    ("nộp báo cáo cho ai", "report_to"),
    ("who do the schools send it to", "report_to"),
    ("KH 5 của xã đồng gửi cho sở nào", "recipients"),
    ("đang chạy đợt thi đua mà vướng thì hỏi phòng nào", "report_to"),
    ("kế hoạch của xã được gửi báo cáo những cơ quan trung ương nào", "recipients"),
    ("chỉ thị nước ngầm có send cho cty cấp nước nào không, kể tên", "recipients"),
    ("kế hoạch của xã gửi báo cáo định kỳ cho sở nào", "report_to"),  # a report on it, not the plan
    ("phụ lục có bao nhiêu việc trong tháng 2", "count"),
    ("nghị quyết nào của HĐND về dân chủ", "reference"),
    ("do the two deadlines agree?", "conflict"),
    ("How quickly must the seedlings be delivered?", "deadline"),
    ("chương trình giống cây ở Sơn Hà sở nào tham mưu", "advise"),
    ("kế hoạch này thực hiện chương trình số nào", "reference"),
    ("tóm tắt kế hoạch của xã", "outline"),
    ("What does section (VII) require?", "section"),
    ("điểm 8,5 thì xếp loại gì", "passage"),
    ("muốn ủng hộ gạo thì đăng ký với ai", "report_to"),
    ("văn phòng đăng ký đất đai phối hợp với ai", "coordinate"),
    ("At what time each day must the department report?", "deadline"),
    ("hợp tác xã nuôi cá thành lập quý mấy", "deadline"),
    ("công ty điện lực ĐL làm gì", "duties"),
    ("điều mấy nói về vườn ươm", "section"),
    ("phần báo cáo của Kế hoạch 31 nằm ở mục mấy", "section"),
    ("đảng ủy nào phải nối mạng", "lead"),
    ("ai đang hưởng 3,6 triệu thì được nâng tới mức nào", "target"),  # whoever does
    ("hộ mất trâu theo Quyết định 12/2030 thì nơi nào chi trả", "lead"),
]


@pytest.mark.parametrize(("question", "kind"), KINDS)
def test_kind(question: str, kind: str) -> None:
    assert find_cue(cue_text(question)).kind == kind


@pytest.mark.parametrize(
    ("question", "led"),
    [
        ("Sở Y tế phối hợp với ai", False),
        ("báo cáo quý gửi cho sở nào", False),
        ("ai chủ trì và báo cáo gửi cho ai", True),
        ("sở nào phối hợp với Sở Y tế", True),
    ],
)
def test_whom_one_works_with_or_sends_to_is_no_leader(question: str, led: bool) -> None:
    assert ("lead" in find_kinds(cue_text(question))) is led


def test_an_hour_of_the_clock_is_a_time_and_so_many_hours_are_not_surely() -> None:
    assert find_cue(cue_text("xã báo cáo mấy giờ mỗi ngày")).kind == "deadline"
    assert find_cue(cue_text("xã báo cáo trong mấy giờ")).kind != "deadline"


def test_a_register_is_no_signature() -> None:
    assert "signer" not in find_kinds(cue_text("ai gỡ vướng mắc cho Chi nhánh Văn phòng đăng ký đất đai"))


LEANING = [
    ("nộp cho ai vậy?", True),
    ("còn xã Bản Mờ?", True),
    ("Who is in charge of that one in Sơn Hà?", True),
    ("ai kiểm tra nữa ngoài sở đó", True),
    ("Sở Công Thương chủ trì những việc gì trong kế hoạch dược liệu?", False),
]


APART = [
    ("Suối Bạc thì ai ký?", True),
    ("nếu hồ sơ chưa đạt thì mấy ngày phải trả lời?", True),
    ("khen thuong mo hinh thi lam thang nao", True),
    ("hộ nghèo nuôi bò sinh sản ở Bản Mờ thì vay được bao nhiêu?", False),
    ("Ngoài xã ra thì sở nào xem?", False),
    ("KH 12 thì ai ký?", False),
]


@pytest.mark.parametrize(("question", "apart"), APART)
def test_set_apart(question: str, apart: bool) -> None:
    assert sets_apart(question) is apart


@pytest.mark.parametrize(("question", "leans"), LEANING)
def test_leaning(question: str, leans: bool) -> None:
    assert leans_on_the_last(question) is leans


def test_the_agency_that_they_means() -> None:
    history = (Turn("user", "ai chủ trì?"), Turn("assistant", "Sở Công Thương [1]."))
    assert last_name("cơ quan đó phải làm gì", history) == "Sở Công Thương"


def test_fillers_keep_english_to_english() -> None:
    assert filler_positions(["tổ", "công", "nghệ"], english=False) == set()
    assert filler_positions(["trong", "tất", "cả", "kế", "hoạch"], english=False) == {0, 1, 2}
    assert filler_positions(["who", "leads", "the", "work"], english=True) == {0, 2, 3}


SCOPES = [
    ("kế hoạch của xã Bản Mờ do ai ký", {COMMUNE}),
    ("KH 31 trồng bao nhiêu ha", {PROVINCE}),
    ("tỉnh Sơn Hà giao ai làm vườn ươm", {PROVINCE}),
    ("theo 31 thì ai làm vườn ươm", {PROVINCE}),
    ("mục đích của cái 31", {PROVINCE}),
]


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk() as desk:
        yield desk


@pytest.mark.parametrize(("question", "plans"), SCOPES)
def test_scope(desk: Desk, question: str, plans: set[str]) -> None:
    assert set(understand(question, desk.context()).scope.tiers[0]) == plans


def test_words_that_named_the_plan_are_no_subject(desk: Desk) -> None:
    need = understand("KH 31 Sơn Hà: ai xây dựng vườn ươm", desk.context())
    assert not {"31", "sơn", "hà", "sơn hà"} & {term.text for term in need.terms}


BODIES = [
    ("SNV Sơn Hà phải làm gì", "so noi vu"),
    ("các xã phường ở Sơn Hà phải làm gì", "uy ban nhan dan cap xa"),
    ("UBND các xã, phường Sơn Hà có nhiệm vụ gì", "uy ban nhan dan cap xa"),
    ("mặt trận tổ quốc tỉnh làm gì", "mat tran to quoc tinh"),
    ("Sơn Hà: xã phải báo cáo trước ngày mấy", "uy ban nhan dan cap xa"),
    ("When must Son Ha communes send it?", "uy ban nhan dan cap xa"),
]


@pytest.mark.parametrize(("question", "key"), BODIES)
def test_a_body_is_known_by_any_of_its_names(desk: Desk, question: str, key: str) -> None:
    assert understand(question, desk.context()).agency_key == key


def test_the_first_words_of_a_name_are_enough_where_one_body_has_them() -> None:
    actors = {"so giao duc va dao tao": "Sở Giáo dục và Đào tạo", "so giao thong": "Sở Giao thông"}
    assert asked_body("sở giáo dục làm gì", "duties", (), actors) == (
        "Sở Giáo dục và Đào tạo",
        "so giao duc",
    )
    both = {**actors, "so giao duc nghe nghiep": "Sở Giáo dục nghề nghiệp"}
    assert asked_body("sở giáo dục làm gì", "duties", (), both) is None


def test_a_place_that_no_plan_has_is_foreign(desk: Desk) -> None:
    context = desk.context()
    question = "kế hoạch dân vận của tỉnh Nậm Xuân ai ký?"
    assert unknown_places(question, context.knowledge) == ("Nậm Xuân",)
    assert not understand(question, context).scope.placed
    assert unknown_places("tỉnh Sơn Hà giao ai làm vườn ươm", context.knowledge) == ()


def test_an_english_word_that_the_lexicon_lacks_is_looked_for_by_its_common_translations(desk: Desk) -> None:
    need = understand("How many hectares are grown?", desk.context())
    grown = next(term for term in need.terms if term.text == "grown")
    assert ("trồng",) in grown.alternatives


def test_what_officers_say_asks_as_what_plans_write(desk: Desk) -> None:
    need = understand("vườn ươm ở Sơn Hà bên nào cầm trịch", desk.context())
    assert need.kind == "lead"
    assert "cầm trịch" not in {term.text for term in need.terms}


def test_another_form_counts_only_whole(desk: Desk) -> None:
    need = understand("bà con được hỗ trợ cây non thế nào", desk.context())
    people = next(term for term in need.terms if term.text == "bà con")
    assert people.alternatives == (("bà con",),)
    assert ("người dân",) in people.others
    assert meets(people, {"người dân"})


def test_a_question_without_marks_is_read_with_what_officers_say(desk: Desk) -> None:
    restored = desk.context().speller.restore("ba con nuoi heo o nha")
    assert restored == "bà con nuôi heo ở nhà"
    assert desk.context().speller.restore("ho so xin ho tro nop o dau") == "hồ sơ xin hỗ trợ nộp ở đâu"
    assert desk.context().speller.restore("nop cho bo nao") == "nộp cho bộ nào"
    assert desk.context().speller.restore("gui cho nhung noi nao") == "gửi cho những nơi nào"
    assert desk.context().speller.restore("thu nhap 3,3 trieu") == "thu nhập 3,3 triệu"
    assert desk.context().speller.restore("kế hoạc giao ai?") == "kế hoạch giao ai?"
    assert "sơn hà" in desk.context().speller.restore("so xay dung son ha lam gi")


def test_a_programme_whose_department_is_asked_for_is_no_document_asked_for() -> None:
    assert "reference" not in find_kinds(cue_text("chương trình giống cây ở Sơn Hà sở nào tham mưu"))
    assert "report_to" not in find_kinds(cue_text("tiền cho chương trình giống cây sở nào lo"))


def test_a_body_pointed_at_is_named(desk: Desk) -> None:
    told = (
        Turn("user", "tỉnh Sơn Hà: sở nào xây dựng vườn ươm?"),
        Turn("assistant", "**Sở Công Thương** [1]"),
    )
    for question in (
        "Báo cáo hằng tháng của sở đó thì phải nộp muộn nhất ngày nào?",
        "thế họ còn phải làm gì nữa",
    ):
        need = understand(question, desk.context(), told)
        assert need.follows
        assert need.agency == "Sở Công Thương"
        assert set(need.scope.tiers[0]) == {PROVINCE}


PROVINCIAL = """ỦY BAN NHÂN DÂN
TỈNH {upper}
Số: {number}/KH-UBND
{name}, ngày 12 tháng 01 năm 2031

KẾ HOẠCH
Trồng rừng năm 2031

I. TỔ CHỨC THỰC HIỆN
1. Sở Công Thương
Báo cáo UBND tỉnh trước 19 giờ hằng ngày.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Thắng
"""


def test_the_level_of_a_receiver_is_no_other_plan() -> None:
    plans = {
        f"{number}.txt": PROVINCIAL.format(upper=name.upper(), name=name, number=number)
        for name, number in (("Lào Cai", 21), ("Lai Châu", 22))
    }
    told = (Turn("user", "Lào Cai: sở nào lo trồng rừng?"), Turn("assistant", "**Sở Công Thương** [1]"))
    with open_desk(plans) as desk:
        need = understand("sở này báo cáo UBND tỉnh trước mấy giờ", desk.context(), told)
    assert set(need.scope.tiers[0]) == {"21.txt"}
