"""Passages are ordered by what they are beside what is asked; passages of no plan stay as they were."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from ingest.plan import Chunk, Span
from vectorstore.offered import MARKS, PLACES, has, place
from vectorstore.rerank import _FITS, rerank
from vectorstore.search import Scored, read_question
from vectorstore.sought import _SOUGHT, sought

TITLE = "Kế hoạch số 1/KH-UBND của UBND tỉnh Sơn Hà: Công tác dân vận"


def chunk(ordinal: int, part: str, text: str, path: str = "I") -> Chunk:
    return Chunk(ordinal, path, "", f"{TITLE} > {part}", text, Span(0, 0))


PASSAGES = (
    chunk(0, "Phần đầu văn bản", "KẾ HOẠCH Công tác dân vận tỉnh Sơn Hà", "preamble"),
    chunk(
        1, "V. TỔ CHỨC THỰC HIỆN > 2. Sở Nội vụ", "Chủ trì, tổng hợp báo cáo trước ngày 15 tháng 12.", "V.2"
    ),
    chunk(2, "Nơi nhận, người ký", "Nơi nhận: Bộ Nội vụ (b/c)\nNgười ký: CHỦ TỊCH, Lê Văn A", "closing"),
    chunk(3, "IV. KINH PHÍ", "Kinh phí do ngân sách tỉnh bảo đảm.", "IV"),
)


def rarity(words: Collection[str]) -> dict[str, float]:
    return dict.fromkeys(words, 1.0)


def first(question: str) -> int:
    """The passage put first of four that the indexes think nearly equal, the head of the plan best."""
    scored = [Scored((1, at), 1 - at / 20, 0.5, 0.0, 0.0, 0.0) for at in range(len(PASSAGES))]
    chunks = {(1, passage.ordinal): passage for passage in PASSAGES}
    return rerank(read_question(question, named=["sơn hà"]), scored, chunks, rarity)[0].key[1]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("ai ký kế hoạch dân vận Sơn Hà", 2),
        ("who signed the Sơn Hà plan?", 2),
        ("noi nhan ke hoach dan van son ha", 2),
        ("Sở Nội vụ tỉnh Sơn Hà có nhiệm vụ gì", 1),
        ("hạn báo cáo của kế hoạch dân vận Sơn Hà là khi nào", 1),
        ("kinh phí kế hoạch dân vận Sơn Hà lấy ở đâu", 3),
    ],
)
def test_what_is_asked_for_stands_first(question: str, wanted: int) -> None:
    assert first(question) == wanted


def test_passages_of_no_plan_keep_their_order() -> None:
    loose = {(1, at): Chunk(at, "", "", "", "Ai ký?", Span(0, 0)) for at in range(2)}
    scored = [Scored((1, at), 1.0 - at, 0.5, 0.0, 0.0, 0.0) for at in range(2)]
    assert rerank(read_question("ai ký?"), scored, loose, rarity) == scored
    assert rerank(read_question("ai ký?"), [], {}, rarity) == []


def test_the_table_names_only_what_is_known() -> None:
    offers = {offer for listed in _FITS.values() for offer in listed.split(", ")}
    assert offers <= MARKS | PLACES and set(_FITS) == set(_SOUGHT)


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("Kế hoạch này gửi cho những ai?", "recipients"),
        ("can cu phap ly cua ke hoach", "basis"),
        ("Which departments coordinate?", "help"),
        ("mỗi người được bao nhiêu tiền", "many"),
        ("tiền lấy từ nguồn nào", "funding"),
        ("when does it come into force?", "effect"),
    ],
)
def test_cues(question: str, sort: str) -> None:
    assert sort in sought(question)


def test_marks_and_places() -> None:
    assert has("đạt 95% trở lên", "share") and not has("đạt kết quả", "share")
    assert has("Mức hỗ trợ: 500.000 đồng/người", "amount")
    assert place(PASSAGES[1]) >= {"in tasks", "body first", "short"}
    assert "foot" in place(PASSAGES[2]) and "head" in place(PASSAGES[0])
