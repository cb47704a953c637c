"""Times told from the plan's own become years only where the plan's year is meant."""

from __future__ import annotations

import pytest

from assistant.question.relative_time import with_years
from ingest.plan import Letterhead

OF_A_YEAR = Letterhead(date="2031-02-08", year=2031, title="Phòng, chống bệnh dại năm 2031")
OF_A_PERIOD = Letterhead(date="2031-02-08", year=2031, title="Phát triển chăn nuôi giai đoạn 2031-2035")
DATED_BEFORE = Letterhead(date="2030-11-24", year=2031, title="Tài chính 03 năm 2031 - 2033")


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("Xã năm nay khoan mấy giếng?", "Xã năm 2031 khoan mấy giếng?"),
        ("So với năm ngoái tăng mấy %, sang năm thì sao?", "So với năm 2030 tăng mấy %, năm 2032 thì sao?"),
        ("cuối giai đoạn phải đạt mấy con", "năm 2035 phải đạt mấy con"),
        ("Đến hết kỳ kế hoạch, đàn bò có mấy con?", "Đến năm 2035, đàn bò có mấy con?"),
    ],
)
def test_a_time_of_the_plan_is_a_year(question: str, understood: str) -> None:
    assert with_years(question, [OF_A_PERIOD]) == understood


@pytest.mark.parametrize(
    "question",
    [
        "trong 5 năm tới khoan bao nhiêu giếng?",
        "hai năm tới khoan mấy giếng",
        "trong năm năm tới khoan mấy giếng",
        "những năm tới làm gì",
        "mấy năm nay đã khoan bao nhiêu giếng",
        "who signed this year's plan",
        "chuyển sang năm sau bao nhiêu tiền",
        "kết thúc kỳ thi vào ngày nào",
        "cuối kỳ họp ai phát biểu",
        "hết kỳ nghỉ thì báo cáo ai",
        "số liệu cuối kỳ báo cáo gửi đâu",
        "kết thúc giai đoạn thử nghiệm vào tháng mấy",
    ],
)
def test_years_counted_and_periods_of_other_things_stay(question: str) -> None:
    assert with_years(question, [OF_A_PERIOD]) == question


def test_a_plan_dated_before_its_year_tells_no_this_year() -> None:
    assert with_years("bội chi năm nay bao nhiêu?", [DATED_BEFORE]) == "bội chi năm nay bao nhiêu?"


def test_the_end_of_one_plan_is_not_put_on_another() -> None:
    question = "cuối giai đoạn phải đạt mấy con?"
    assert with_years(question, [OF_A_YEAR, OF_A_PERIOD]) == question


def test_a_plan_dated_in_the_year_tells_that_it_has_begun() -> None:
    heads = [DATED_BEFORE, OF_A_YEAR]
    assert with_years("năm nay khoan mấy giếng?", heads) == "năm 2031 khoan mấy giếng?"
