"""How an answer is marked against its gold question."""

from __future__ import annotations

from dataclasses import replace

from assistant.model import Answer, Citation
from eval.gold import Evidence, GoldQuestion
from eval.scoring import mark, summarise

TEXT = "1. Sở Nội vụ chủ trì tổng hợp báo cáo. 2. Thanh tra tỉnh phối hợp."


def cite(words: str) -> Citation:
    at = TEXT.index(words)
    return Citation("a.txt", "IV.1", "", None, words, at, at + len(words))


def test_a_place_that_is_only_offered_shows_the_evidence_but_makes_no_answer_right() -> None:
    gold = GoldQuestion(
        id="q1",
        kind="lead",
        language="vi",
        split="test",
        collection="samples",
        status="answered",
        question="Ai chủ trì tổng hợp báo cáo?",
        history=(),
        accept=(("Sở Nội vụ",),),
        reject=(),
        evidence=(Evidence("a.txt", "Sở Nội vụ chủ trì tổng hợp báo cáo"),),
        writer="tests",
    )
    refusal = Answer("not_found", "Không tìm thấy.", "lead", "vi", (cite("Thanh tra tỉnh phối hợp"),))
    offering = replace(refusal, elsewhere=(cite("Sở Nội vụ chủ trì tổng hợp báo cáo"),))
    marks = [mark(gold, answer, lambda name: TEXT) for answer in (refusal, offering)]
    assert [m.shown for m in marks] == [False, True]
    assert not any(m.right or m.cited for m in marks)
    assert (summarise(marks).shown, summarise(marks).verbatim) == (0.5, 1.0)
    askew = replace(offering, elsewhere=(replace(offering.elsewhere[0], start=0),))
    assert not mark(gold, askew, lambda name: TEXT).verbatim
