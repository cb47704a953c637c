"""What a draft keeps of the parent and what it must not spoil; each row is a class of fault once seen, on invented text."""

from __future__ import annotations

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.edits import undouble
from assistant.draft.model import Draft
from assistant.draft.profile import Division, UnitProfile
from ingest.pipeline import plan_from_text
from ingest.plan import Plan, RawText

INTERIOR = UnitProfile(
    "Sở Nội vụ",
    "department",
    year=2026,
    field=("cán bộ, công chức",),
    gatherer="Văn phòng Sở",
    divisions=(Division("Văn phòng Sở", ("tổng hợp báo cáo",)),),
)


def parent(body: str, title: str = "Cải cách hành chính năm 2026") -> Plan:
    text = f"KẾ HOẠCH\n{title}\n\nUBND tỉnh Sơn Hà ban hành Kế hoạch như sau:\n\n{body}\n"
    return plan_from_text(RawText("kh.txt", text))


def inner(draft: Draft) -> str:
    return "\n".join(p.text for p in draft.paragraphs if p.kind not in {"title", "basis", "closing"})


@pytest.mark.parametrize(
    "text",
    [
        "hiệp đồng, hợp tác tác chiến",
        "quản lý lý lịch tư pháp",
        "kêu gọi các nhà đầu tư đầu tư vào tỉnh",
        "các cơ quan, tổ chức tổ chức hội nghị",
        "hỗ trợ hợp tác hợp tác xã",
    ],
)
def test_two_words_that_share_a_syllable_stay(text: str) -> None:
    assert undouble(text) == text


def test_a_word_typed_twice_is_said_once() -> None:
    assert undouble("của các các sở thi đua thi đua yêu nước") == "của các sở thi đua yêu nước"


@pytest.mark.parametrize(
    ("unit", "body", "there", "gone"),
    [
        (
            INTERIOR,
            "I. NHIỆM VỤ\n1. Các sở, ban, ngành phối hợp với Sở Nội vụ rà soát vị trí việc làm.",
            "Phối hợp với các sở, ban, ngành rà soát vị trí việc làm",
            "với Sở Nội vụ",
        ),
        (
            INTERIOR,
            "I. NHIỆM VỤ\n1. Các cơ quan, đơn vị chủ trì, phối hợp với Sở Nội vụ, Sở Tài chính rà soát biên chế.",
            "rà soát biên chế",
            "với Sở Nội vụ",
        ),
    ],
)
def test_duties(unit: UnitProfile, body: str, there: str, gone: str) -> None:
    text = inner(draft_plan(parent(body), unit))
    assert there.lower() in text.lower(), text
    assert gone not in text, text


@pytest.mark.parametrize(
    ("name", "kind", "archive", "inner_words"),
    [
        ("Tỉnh ủy Sơn Hà", "party_committee", "Lưu Văn phòng Tỉnh ủy", "trực thuộc Tỉnh ủy"),
        (
            "Ban Tuyên giáo và Dân vận Tỉnh ủy",
            "party_committee",
            "Lưu Văn phòng Ban",
            "phòng, đơn vị thuộc Ban",
        ),
        (
            "Đảng ủy phường Bình Minh",
            "party_committee",
            "Lưu Văn phòng Đảng ủy",
            "chi bộ, đảng bộ trực thuộc",
        ),
        ("Sở Nội vụ", "department", "Lưu: VT", "phòng, đơn vị thuộc Sở"),
    ],
)
def test_a_committee_speaks_of_its_own_level(name: str, kind: str, archive: str, inner_words: str) -> None:
    unit = UnitProfile(name, kind, year=2026)
    draft = draft_plan(parent("I. NHIỆM VỤ\n1. Các cấp ủy, cơ quan, đơn vị tăng cường tuyên truyền."), unit)
    assert draft.recipients[-1] == archive
    assert inner_words in inner(draft)
    if inner_words != "chi bộ, đảng bộ trực thuộc":
        assert "chi bộ" not in inner(draft) and "Ban Thường vụ Đảng ủy" not in inner(draft)


def test_the_superior_is_written_as_in_a_sentence() -> None:
    unit = UnitProfile("Trường THCS Lê Lợi", "school", parent="UBND PHƯỜNG BÌNH MINH", year=2026)
    draft = draft_plan(parent("I. NHIỆM VỤ\n1. Các trường học tăng cường tuyên truyền."), unit)
    assert "UBND phường Bình Minh (b/c)" in draft.recipients
    assert "PHƯỜNG BÌNH MINH" not in inner(draft)
