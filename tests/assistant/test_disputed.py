"""Where the question says or fears that two places disagree, both are told, both cited."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.question.doubt import without_doubt
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 52/KH-UBND
Sơn Hà, ngày 08 tháng 02 năm 2031

KẾ HOẠCH
Phòng, chống bệnh dại ở động vật năm 2031

I. MỤC TIÊU
1. Lấy tối thiểu 900 mẫu giám sát, trong đó ngành Y tế 300 mẫu, ngành Thú y 600 mẫu.
2. Tiêm phòng dại cho 85% đàn chó.
3. Ký cam kết nuôi nhốt an toàn với 90% chủ vật nuôi.

II. NHIỆM VỤ
1. Ngành Y tế lấy 350 mẫu giám sát tại các điểm tiêm.
2. Ngành Thú y ra quân đợt cao điểm bắt chó thả rông từ ngày 12/4 đến ngày 25/4/2031.
3. Xây dựng bản đồ ổ dịch cũ, hoàn thành trước ngày 30/4/2031.
4. Sở Y tế mở 12 điểm tiêm vắc xin dại cho người theo Đề án số 15-ĐA/TU ngày 18/8/2030 của Tỉnh ủy.
5. Chi cục Thú y chủ trì đợt cao điểm bắt chó thả rông từ ngày 15/4 đến ngày 25/4/2031.
6. Báo cáo kết quả thực hiện Đề án số 15-ĐA/TU ngày 18/8/2029 của Tỉnh ủy.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Thị Mến

PHỤ LỤC
DANH MỤC NHIỆM VỤ
TT\tNội dung\tThời hạn\tChủ trì
1\tXây dựng bản đồ ổ dịch cũ\tTrước ngày 15/5/2031\tSở Nông nghiệp và Môi trường
2\tTập huấn nhân viên thú y\tTháng 3/2031\tSở Nông nghiệp và Môi trường
3\tKý cam kết nuôi nhốt an toàn với 75% chủ vật nuôi\tQuý IV/2031\tSở Nông nghiệp và Môi trường
"""
DISPUTED = [
    ("ngành y tế lấy mấy mẫu giám sát? tôi thấy trong KH có hai số khác nhau", ("300", "350")),
    ("bản đồ ổ dịch cũ xong ngày nào, phần nhiệm vụ với phụ lục có khớp không?", ("30/4/2031", "15/5/2031")),
    ("bao nhiêu % chủ vật nuôi ký cam kết, phụ lục có ghi giống phần mục tiêu không?", ("90%", "75%")),
    ("tỷ lệ chủ vật nuôi ký cam kết giữa mục tiêu và phụ lục có trùng không", ("90%", "75%")),
    ("Đề án 15-ĐA/TU đề ngày nào? Trong kế hoạch ghi có nhất quán không?", ("18/8/2030", "18/8/2029")),
]
DOUBTS = [
    # question, what is left of it
    ("tỷ lệ hộ có hố xí là bao nhiêu, các chỗ ghi có thống nhất không?", "tỷ lệ hộ có hố xí là bao nhiêu"),
    ("Xã nộp danh sách ngày nào? Sao thấy hai chỗ khác nhau?", "Xã nộp danh sách ngày nào"),
    ("số hộ nghèo có hai số khác nhau", "số hộ nghèo bao nhiêu"),
    ("vốn năm 2031 trong bài ghi 95 tỷ còn biểu 02 ghi bao nhiêu", "vốn năm 2031 bao nhiêu"),
    ("tỷ trọng dịch vụ: lời với bảng lệch nhau, mỗi nơi ghi mấy %?", "tỷ trọng dịch vụ bao nhiêu %"),
    ("vốn của Cà Sơn ở phần lời với Mẫu biểu 01 sao chênh nhau quá vậy?", "vốn của Cà Sơn bao nhiêu"),
    ("How many wells are dug in 2031, and do the two places agree?", "How many wells are dug in 2031"),
    ("ngày nộp báo cáo hai phần ghi khác nhau à?", "ngày nộp báo cáo khi nào"),
    ("số xã có chợ, trong kế hoạch và phụ lục có khớp không?", "số xã có chợ bao nhiêu"),
    (
        "tỷ lệ hộ có bể chứa nước trong kế hoạch và phụ lục có khớp không?",
        "tỷ lệ hộ có bể chứa nước bao nhiêu",
    ),
    ("KH 52: mục tiêu với phụ lục nói số xã có hồ có khớp không?", "KH 52: số xã có hồ bao nhiêu"),
    ("ngày chốt số liệu: phụ lục với mục tiêu ghi có giống nhau không", "ngày chốt số liệu khi nào"),
    ("chi ngân sách xã: mẫu biểu 04 và mẫu biểu 05 có khớp không?", "chi ngân sách xã bao nhiêu"),
    ("số giếng năm 2031 sao có hai số?", "số giếng năm 2031 bao nhiêu"),
    # nothing tells whether a number or a day is meant
    ("tập huấn nhân viên thú y, kế hoạch và phụ lục có khớp không?", None),
    # no doubt of two places: a comparison, two values offered, a document cited
    ("mức của xã và của phường khác nhau thế nào", None),
    ("thống nhất danh sách trước ngày nào", None),
    ("Ai chịu trách nhiệm bảo đảm số liệu khớp?", None),
    ("chỉ tiêu là 80 hay 85%, các chỗ ghi khác nhau", None),
    ("Nghị quyết 16/2030/QH16 ghi ngày nào, sao hai chỗ khác nhau", None),
]


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"son-ha-52.txt": PLAN}) as desk:
        yield desk


@pytest.mark.parametrize(("question", "both"), DISPUTED, ids=[case[0] for case in DISPUTED])
def test_both_places_are_told_and_cited(desk: Desk, question: str, both: tuple[str, str]) -> None:
    answer = answer_question(desk, question)
    assert all(value in answer.text for value in both), answer.text
    quotes = [citation.quote for citation in answer.citations]
    assert all(any(value in quote for quote in quotes) for value in both), quotes


def test_a_value_that_stands_once_is_told_alone(desk: Desk) -> None:
    answer = answer_question(
        desk, "mở mấy điểm tiêm vắc xin dại cho người, trong kế hoạch có thống nhất không?"
    )
    assert "12 điểm" in answer.text
    assert "85%" not in answer.text
    assert "khác nhau" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "tỷ lệ đàn chó được tiêm phòng dại trong kế hoạch và phụ lục có khớp không?",
        "mở mấy điểm tiêm vắc xin dại cho người, trong kế hoạch có thống nhất không?",
    ],
)
def test_a_doubt_that_finds_no_other_place_is_not_settled(desk: Desk, question: str) -> None:
    answer = answer_question(desk, question)
    assert not answer.sure
    assert "Chưa tìm thấy chỗ nào khác" in answer.text


@pytest.mark.parametrize(("question", "left"), DOUBTS, ids=[case[0] for case in DOUBTS])
def test_what_is_asked_without_the_doubt(question: str, left: str | None) -> None:
    assert without_doubt(question) == left
