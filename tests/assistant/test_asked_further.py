"""What a question asks behind its first thing is asked as a follow-up of that, and told under the officer's own words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.ask import answer_question
from assistant.samples import sample_paths
from assistant.settings import Settings
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk
from vectorstore import StoreSettings, open_library

PLAN = """ỦY BAN NHÂN DÂN
TỈNH NẬM SƠN
Số: 15/KH-UBND
Nậm Sơn, ngày 05 tháng 3 năm 2031

KẾ HOẠCH
Trồng rừng phòng hộ ven suối năm 2031

I. CHỈ TIÊU
1. Trồng mới 420 ha rừng phòng hộ.
2. Chăm sóc 1.150 ha rừng đã trồng.

II. TỔ CHỨC THỰC HIỆN
1. Chi cục Kiểm lâm chủ trì trồng rừng phòng hộ, nghiệm thu từng lô.
2. Trung tâm Khuyến nông cung ứng cây giống, xong trước ngày 30/5/2031.
3. UBND các xã báo cáo kết quả trồng rừng phòng hộ về Chi cục Kiểm lâm trước ngày 15/11/2031.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Mùa Thị Dở
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"nam-son.txt": PLAN}) as desk:
        yield desk


def test_each_thing_asked_is_answered_from_its_own_item(desk: Desk) -> None:
    answer = answer_question(desk, "trồng mới bao nhiêu rừng phòng hộ? cơ quan nào chủ trì trồng?")
    assert "420" in answer.text and "Về “cơ quan nào chủ trì trồng”" in answer.text
    assert "Chi cục Kiểm lâm" in answer.text.split("Về “")[1]
    assert {c.section for c in answer.citations} >= {"I.1", "II.1"}
    assert "cây giống" not in answer.text


def test_what_one_item_tells_is_not_told_twice(desk: Desk) -> None:
    answer = answer_question(desk, "ai cung ứng cây giống, xong khi nào?")
    assert answer.text.count("cung ứng cây giống") == 1
    assert "30/5/2031" in answer.text


def test_what_is_nowhere_is_not_told_of(desk: Desk) -> None:
    answer = answer_question(desk, "ai cung ứng cây giống, số điện thoại bao nhiêu?")
    assert "Trung tâm Khuyến nông" in answer.text
    assert "Về “" not in answer.text


def test_a_part_that_is_told_is_answered_though_another_is_not(desk: Desk) -> None:
    answer = answer_question(desk, "mua mấy máy bay phun thuốc, chăm sóc bao nhiêu ha rừng đã trồng?")
    assert "1.150" in answer.text and not answer.sure
    assert "Về “mua mấy máy bay phun thuốc”: chưa tìm được" in answer.text


def test_a_part_of_which_nothing_told_holds_anything_is_said_to_be_open(desk: Desk) -> None:
    answer = answer_question(desk, "ai nghiệm thu từng lô, kinh phí bao nhiêu?")
    assert "Chi cục Kiểm lâm" in answer.text
    assert "Về “kinh phí bao nhiêu”: chưa tìm được" in answer.text
    assert not answer.sure and answer_question(desk, "ai nghiệm thu từng lô?").sure


def test_words_that_only_look_like_asking_part_no_question(desk: Desk) -> None:
    answer = answer_question(desk, "chống hạn, trồng rừng phòng hộ do ai chủ trì?")
    assert "Về “" not in answer.text


def test_the_first_part_is_told_too_where_the_second_is_the_surest() -> None:
    more = (
        "từng lô; tập huấn cho 40 người.\n4. Chi cục Kiểm lâm báo cáo UBND tỉnh 6 tháng trước ngày 20/6/2031."
    )
    with open_desk({"nam-son.txt": PLAN.replace("từng lô.", more)}) as desk:
        answer = answer_question(
            desk, "Chi cục Kiểm lâm phải làm gì, báo cáo 6 tháng trước ngày nào, gửi cho ai?"
        )
    assert "20/6/2031" in answer.text and "nghiệm thu từng lô" in answer.text


def test_when_and_to_whom_are_told_in_one(tmp_path: Path) -> None:
    """The sample plans: every department reports by 20 November, Sở Nội vụ for all of them by the 30th."""
    with open_library(StoreSettings(tmp_path)) as library:
        assert all(outcome.error is None for outcome in library.add_all(sample_paths()))
        answer = answer_question(
            Desk(Settings(data=tmp_path), library),
            "bên nội vụ có nhiệm vụ gì, báo cáo năm trước ngày nào và gửi cho ai?",
        )
    assert "30 tháng 11" in answer.text and "20 tháng 11" not in answer.text


def test_what_is_not_certain_alone_is_not_certain_beside_another(tmp_path: Path) -> None:
    """The sample plans: who gathers the reports is told with a warning, and so when the day is asked in one breath."""
    with open_library(StoreSettings(tmp_path)) as library:
        assert all(outcome.error is None for outcome in library.add_all(sample_paths()))
        desk = Desk(Settings(data=tmp_path), library)
        assert not answer_question(desk, "ai gom báo cáo dân vận?").sure
        assert not answer_question(desk, "ai gom báo cáo dân vận, hạn nộp báo cáo năm khi nào?").sure
