"""Plans called by what they are about."""

from __future__ import annotations

import pytest

from assistant.knowledge import build_knowledge
from assistant.question.scope import Scope
from assistant.question.topic import called_by_topic, topic_called
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
