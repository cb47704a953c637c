"""What holds for the facts of every document: verbatim spans, order, no exception."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.facts import extract_facts
from ingest.parse import parse_structure
from ingest.plan import RawText
from ingest.repair import repair_text

MEMO = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH SƠN HÀ\tĐộc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND\tSơn Hà, ngày 05 tháng 01 năm 2024

KẾ HOẠCH
Công tác dân vận chính quyền năm 2024

Thực hiện Chương trình số 39-CTr/TU ngày 19/12/2023 của Tỉnh ủy về công tác dân vận năm 2024, UBND tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU
- Trên 85% cán bộ được tập huấn; mỗi xã có từ 01 - 02 mô hình.

II. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
- Chủ trì, phối hợp với Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Kế hoạch này.
- Gửi báo cáo về UBND tỉnh trước ngày 15/11/2024.
2. Thanh tra tỉnh chủ trì tổng hợp kết quả giải quyết đơn thư. Định kỳ báo cáo UBND tỉnh (qua Sở Nội vụ).
"""


def _check(original: str, name: str) -> None:
    source = repair_text(RawText(name, original))
    facts, parents = extract_facts(source, parse_structure(source))
    for group in (facts.assignments, facts.deadlines, facts.targets):
        spans = [fact.span for fact in group]
        assert spans == sorted(spans)
        for span in spans:
            assert 0 <= span.start < span.end <= len(original)
    for assignment in facts.assignments:
        if assignment.actor_span is not None:
            assert source.quote(assignment.actor_span).strip()
    for reference in (*facts.references, *parents):
        assert reference.mentions
        for span in (reference.span, *reference.mentions):
            assert source.quote(span).strip()
    assert set(parents) <= set(facts.references)


def test_facts_of_a_memo_are_verbatim_and_sorted() -> None:
    _check(MEMO, "memo.txt")


def test_an_empty_document_has_no_facts() -> None:
    source = repair_text(RawText("empty.txt", "Chào buổi sáng.\n"))
    facts, parents = extract_facts(source, parse_structure(source))
    assert (facts.assignments, facts.deadlines, facts.targets, facts.references, parents) == (
        (),
        (),
        (),
        (),
        (),
    )


def test_renumbering_a_section_moves_no_fact() -> None:
    before = repair_text(RawText("a.txt", MEMO))
    after = repair_text(RawText("a.txt", MEMO.replace("\nII. TỔ CHỨC", "\nIII. TỔ CHỨC")))
    said = [
        [(a.actor, a.role, a.task) for a in extract_facts(s, parse_structure(s))[0].assignments]
        for s in (before, after)
    ]
    assert said[0] == said[1]


@pytest.mark.parametrize("folder", ["seeds", "plans"])
def test_every_real_document_gives_facts_without_an_exception(shared: Path, folder: str) -> None:
    for path in sorted((shared / folder).iterdir()):
        _check(path.read_text(encoding="utf-8"), path.name)
