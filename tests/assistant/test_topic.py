"""Plans called by what they are about."""

from __future__ import annotations

import pytest

from assistant.ask import answer_question
from assistant.knowledge import build_knowledge
from assistant.question.scope import Scope
from assistant.question.topic import called_by_topic, topic_called
from assistant.question.understand import understand
from tests.assistant.answer_desk import open_desk
from vectorstore.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Đoàn Thanh niên làm gì trong kế hoạch phân loại rác?", "phân loại rác"),
        ("theo KH dân vận 2026 thì Sở Tài chính lo gì", "dân vận"),
        ("ai chủ trì dự án 4 của chương trình giảm nghèo", "giảm nghèo"),
        ("Sở Xây dựng làm gì trong kế hoạch kinh tế số?", "kinh tế số"),
        ("KH ma túy Sơn Hà: báo cáo năm hạn nào", "ma túy"),
        ("hạn của kế hoạch số 12 là khi nào", None),
        ("trong kế hoạch này có mấy phần", None),
        ("phần kinh phí trong KH tỉnh Sơn Hà", None),
        ("What must the police do under the land complaints plan?", "land complaints"),
        ("lập kế hoạch dân vận trước ngày nào", None),  # the thing to be made, not where to look
    ],
)
def test_topic_called(question: str, topic: str | None) -> None:
    called = topic_called(question, ["sơn hà"])
    assert (called[1] if called else None) == topic


def test_no_plan_is_called_in_an_empty_library() -> None:
    scope = Scope(((),))
    question = "Sở Xây dựng làm gì trong kế hoạch kinh tế số?"
    assert called_by_topic(question, scope, build_knowledge({}), load_lexicon()) == scope


INSPECTION = """ỦY BAN NHÂN DÂN
XÃ SUỐI BẠC
Số: 14/KH-UBND
Suối Bạc, ngày 10 tháng 01 năm 2031

KẾ HOẠCH
Kiểm tra an toàn bếp ăn trường học năm 2031

I. NỘI DUNG
1. Kiểm tra 12 bếp ăn trường học trong quý II.
2. Phòng Văn hóa - Xã hội chủ trì đoàn kiểm tra.
"""
WATER = """ỦY BAN NHÂN DÂN
XÃ SUỐI BẠC
Số: 15/KH-UBND
Suối Bạc, ngày 11 tháng 01 năm 2031

KẾ HOẠCH
Cấp nước sạch nông thôn năm 2031

I. NỘI DUNG
1. Khoan 9 giếng tại thôn Nà Tông.
2. Phòng Kinh tế chủ trì khoan giếng.
"""


def test_the_topic_at_the_start_is_still_what_is_asked_about() -> None:
    with open_desk({"suoi-bac-14.txt": INSPECTION, "suoi-bac-15.txt": WATER}) as desk:
        need = understand("kế hoạch kiểm tra ai chủ trì?", desk.context())
        assert need.scope.tiers[0] == ("suoi-bac-14.txt",)
        assert any("kiểm tra" in term.text for term in need.terms)
        answer = answer_question(desk, "kế hoạch kiểm tra ai chủ trì?")
        assert "Phòng Văn hóa - Xã hội" in answer.text
