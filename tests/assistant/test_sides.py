"""Two things in one question: how they are parted, by their likeness alone."""

from __future__ import annotations

import pytest

from assistant.ask import one_sided
from assistant.question.more import asked_of_each
from assistant.question.sides import said_together, split_sides
from assistant.question.understand import understand
from tests.assistant.answer_desk import PROVINCE_TEXT, open_desk

PARTED = [
    # question, the two things, what is asked of the second
    ("nhóm 1 khác nhóm 2 chỗ nào", ("nhóm 1", "nhóm 2"), "nhóm 2 chỗ nào"),
    (
        "hạng của tỉnh theo đề án: 2027 với 2032 khác nhau ra sao",
        ("2027", "2032"),
        "hạng của tỉnh theo đề án: 2032",
    ),
    (
        "Sở Y tế và Thanh tra tỉnh mỗi bên chủ trì việc gì",
        ("Sở Y tế", "Thanh tra tỉnh"),
        "Thanh tra tỉnh chủ trì việc gì",
    ),
    (
        "tien an: hoc sinh noi tru voi hoc sinh ban tru bao nhieu",
        ("hoc sinh noi tru", "hoc sinh ban tru"),
        "tien an: hoc sinh ban tru bao nhieu",
    ),
    (
        "báo cáo tháng: các xã nộp ngày nào, Sở Y tế tổng hợp ngày nào",
        ("các xã nộp ngày nào", "Sở Y tế tổng hợp ngày nào"),
        "báo cáo tháng:  Sở Y tế tổng hợp ngày nào",
    ),
    # what belongs to the second thing alone goes with it, up to the next preposition
    (
        "mức ăn của trẻ nhà trẻ với trẻ mẫu giáo bán trú ở trường xã là bao nhiêu",
        ("trẻ nhà trẻ", "trẻ mẫu giáo bán trú"),
        "mức ăn của trẻ mẫu giáo bán trú ở trường xã là bao nhiêu",
    ),
    # another year of the same thing
    (
        "năm 2031 phải đạt bao nhiêu % hộ có điện? Còn 2035?",
        ("năm 2031", "năm 2035"),
        "năm 2035 phải đạt bao nhiêu % hộ có điện",
    ),
    (
        "tỷ lệ hộ có điện năm 2030 là bao nhiêu và năm 2031 phấn đấu mấy %",
        ("năm 2030", "năm 2031"),
        "tỷ lệ hộ có điện năm 2031 là bao nhiêu",
    ),
    # the second thing goes to the end where the two stand alone behind a colon
    (
        "tổng kinh phí bao nhiêu: phòng bệnh dại với chỉnh lý tài liệu",
        ("phòng bệnh dại", "chỉnh lý tài liệu"),
        "tổng kinh phí bao nhiêu: chỉnh lý tài liệu",
    ),
    # a time called by its middle sets nothing apart
    ("báo cáo giữa kỳ với tổng kết nộp năm nào", ("giữa kỳ", "tổng kết"), "báo cáo tổng kết nộp năm nào"),
    ("chênh lệch giữa nội trú và bán trú", ("nội trú", "bán trú"), "giữa bán trú"),
    # a head and its name are one thing
    (
        "kinh phí của trường với phường Tân Lạch",
        ("trường", "phường Tân Lạch"),
        "kinh phí của phường Tân Lạch",
    ),
    ("What is set for 2027 and 2032?", ("2027", "2032"), "What is set for 2032?"),
    ("hạn nộp là 30/4 hay 30/6", ("30/4", "30/6"), "hạn nộp là 30/6"),
]


@pytest.mark.parametrize(("question", "things", "second"), PARTED, ids=[case[0] for case in PARTED])
def test_like_things_part_a_question(question: str, things: tuple[str, str], second: str) -> None:
    best = split_sides(question)[0]
    assert best.things == things
    assert best.questions[1].split() == second.split()


@pytest.mark.parametrize(
    "question",
    [
        "ai chủ trì tập huấn cho công chức",
        "hạn báo cáo là khi nào",
        "Who leads the survey?",
        "hợp tác xã Cồn Trứng thành lập quý mấy",
        "bến đò Đình Thần do ai phụ trách, có gì thiếu",
        "trẻ mấy tháng tuổi con công nhân được nhận",
        "Hội thi kéo dài mấy ngày, từ ngày nào tới ngày nào?",
        "Kiểm tra ngẫu nhiên 50 người, mỗi người nói có được tuyên truyền thì chấm mấy điểm?",
        "Trong số mẫu nước hằng năm, phần mẫu dành cho giếng khác là mấy mẫu?",
    ],
)
def test_one_thing_is_not_parted(question: str) -> None:
    assert split_sides(question) == []


@pytest.mark.parametrize(
    ("question", "together"),
    [
        ("tỷ lệ xã, phường không ma túy của tỉnh Sơn Hà năm 2030 là bao nhiêu", True),
        ("tổng đàn gia súc, gia cầm năm 2030 là bao nhiêu", True),
        ("giá trị nông, lâm nghiệp tăng bao nhiêu", True),
        ("số xã, số phường không ma túy là bao nhiêu", False),
        ("xã gộp từ mấy đơn vị cũ, có bao nhiêu tổ dân phố", False),
        ("Sở Y tế, Sở Nội vụ báo cáo khi nào", False),
        ("đợt 1, đợt 2 diễn ra khi nào", False),
    ],
)
def test_words_that_the_plan_says_together_are_one_thing(question: str, together: bool) -> None:
    plan = "Các xã, phường chăn nuôi gia súc, gia cầm; nông, lâm nghiệp; tại các xã, số lượng tăng; nhà cũ, có mối; Sở Y tế, Sở Nội vụ; đợt 1, đợt 2."
    assert said_together(split_sides(question)[0], [plan]) == together


MORE = [
    ("Kế hoạch rác và kế hoạch nước sạch, kế hoạch nào cần nhiều kinh phí hơn?", "kế hoạch nước sạch"),
    ("So tổng tiền của kế hoạch rác với kế hoạch nước sạch", "kế hoạch nước sạch"),
    ("ke hoach rac va ke hoach nuoc sach, cai nao ton tien hon, moi cai bao nhieu", "ke hoach nuoc sach"),
    ("kế hoạch rác với kế hoạch nước sạch, kinh phí bên nào cao hơn", "kế hoạch nước sạch"),
    ("rác thải với nước sạch, kế hoạch nào tốn tiền hơn?", "kế hoạch nước sạch"),
]


@pytest.mark.parametrize(("question", "second"), MORE, ids=[case[0] for case in MORE])
def test_which_costs_more_is_the_sum_of_each(question: str, second: str) -> None:
    asked = asked_of_each(question)
    assert asked is not None
    (sides,) = split_sides(asked)
    assert sides.things[1] == second
    assert "kinh ph" in sides.questions[1]


def test_one_of_two_plans_told_alone_is_one_sided() -> None:
    texts = {
        f"{name}.txt": PROVINCE_TEXT.replace("SƠN HÀ", name.upper()).replace("Sơn Hà", name)
        for name in ("Lai Châu", "Hà Giang")
    }
    with open_desk(texts) as desk:
        context = desk.context()
        units = context.knowledge.units
        both = understand("Lai Châu với Hà Giang, bên nào Chủ tịch ký?", context)
        alone = understand("Ai ký kế hoạch của Lai Châu?", context)
    first = [next(unit for unit in units if unit.plan == name) for name in sorted(texts)]
    assert one_sided(both, first[:1])
    assert not one_sided(both, first)
    assert not one_sided(alone, first[:1])
