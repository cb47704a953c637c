"""The lexicon: what is in the table, and what it makes of English and Vietnamese words."""

from __future__ import annotations

from collections import Counter

import pytest

from ingest.spelling import match_key
from vectorstore.lexicon import english_stem, load_lexicon


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("How many complaints?", "khiếu nại"),
        ("When is the quarterly report due?", "báo cáo quý"),
        ("the six-month report", "báo cáo 6 tháng"),
        ("annual reports", "báo cáo năm"),
        ("the Department of Home Affairs", "Sở Nội vụ"),
        ("the Home Affairs Department", "Sở Nội vụ"),
        ("Department of Transportation", "Sở Giao thông vận tải"),
        ("the Transport Department's plan", "Sở Giao thông vận tải"),
        ("the Ministry of Finance", "Bộ Tài chính"),
        ("Veterans' Association", "Hội Cựu chiến binh"),
        ("the Fatherland Front", "Mặt trận Tổ quốc Việt Nam"),
        ("Provincial Inspectorate", "Thanh tra tỉnh"),
        ("the Women’s Union", "Hội Liên hiệp Phụ nữ"),
        ("grassroots democracy", "dân chủ ở cơ sở"),
        ("mass mobilization work", "dân vận"),
        ("prioritized programmes", "ưu tiên"),
        ("which decree is cited", "nghị định"),
        ("by December", "tháng 12"),
        ("urban planning", "quy hoạch đô thị"),
        ("anti-drug plan", "phòng, chống ma túy"),
    ],
)
def test_english_is_translated(question: str, phrase: str) -> None:
    words = question.replace("?", "").split()
    matches = load_lexicon().translate(words)
    assert phrase in {form for match in matches for form in match.vietnamese}, matches


def test_a_match_covers_the_words_it_stands_for() -> None:
    words = "report of the Department of Home Affairs today".split()
    match = next(m for m in load_lexicon().translate(words) if "Sở Nội vụ" in m.vietnamese)
    assert words[match.start : match.end] == ["Department", "of", "Home", "Affairs"]


@pytest.mark.parametrize(
    "word", "ai ban bao dam dan dat day du han hang lo loan may min nam ngo on so tam to tu".split()
)
def test_vietnamese_without_marks_is_not_english(word: str) -> None:
    assert load_lexicon().translate([word]) == []


@pytest.mark.parametrize(
    ("vietnamese", "other"),
    [("nộp", "gửi"), ("phụ trách", "chủ trì"), ("đơn thư", "đơn thư khiếu nại, tố cáo, kiến nghị, phản ánh")],
)
def test_other_vietnamese_forms(vietnamese: str, other: str) -> None:
    found = {form for match in load_lexicon().same(vietnamese.split()) for form in match.vietnamese}
    assert other in found


SAID = [
    ("tiền ở đâu ra", "nguồn kinh phí"),
    ("trẻ con", "trẻ em"),
    ("xe cộ", "phương tiện"),
    ("kẹt xe", "ùn tắc giao thông"),
    ("chích ngừa", "tiêm chủng"),
    ("nuôi heo", "chăn nuôi lợn"),
]


@pytest.mark.parametrize(("said", "written"), SAID)
def test_what_officers_say_is_read_one_way(said: str, written: str) -> None:
    lexicon = load_lexicon()
    assert written in {form for match in lexicon.written(said.split()) for form in match.vietnamese}
    assert said not in {form for match in lexicon.same(written.split()) for form in match.vietnamese}


def test_a_longer_phrase_goes_before_a_shorter_one() -> None:
    found = load_lexicon().same("xóa nhà tạm cho hộ nghèo".split())
    assert (found[0].start, found[0].end) == (0, 3)


@pytest.mark.parametrize(
    ("phrase", "vietnamese"),
    [
        ("who signs off", "phê duyệt"),
        ("pregnant women", "phụ nữ mang thai"),
        ("the seedlings", "cây giống"),
        ("out of how many", "tổng số"),
        ("makeshift houses", "nhà tạm, nhà dột nát"),
        ("recurrent money not been allocated", "thường xuyên"),
        ("benefit recipients", "người hưởng trợ cấp"),
    ],
)
def test_english_phrases_of_questions(phrase: str, vietnamese: str) -> None:
    assert vietnamese in {
        form for match in load_lexicon().translate(phrase.split()) for form in match.vietnamese
    }


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("UBND", "Ủy ban nhân dân"),
        ("ubnd", "Ủy ban nhân dân"),
        ("HĐND", "Hội đồng nhân dân"),
        ("SNV", "Sở Nội vụ"),
        ("GTVT", "Giao thông vận tải"),
        ("TTHC", "thủ tục hành chính"),
        ("KNTC", "khiếu nại, tố cáo"),
        ("CCHC", "cải cách hành chính"),
        ("TU", "Tỉnh ủy"),
        ("gp", "giấy phép"),
        ("cq", "cơ quan"),
        ("cty", "công ty"),
    ],
)
def test_abbreviations(short: str, long: str) -> None:
    assert long in load_lexicon().spell_out(short)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("issued", "issue"),
        ("programs", "programme"),
        ("dated", "date"),
        ("planned", "plan"),
        ("centres", "center"),
    ],
)
def test_forms_of_one_english_word_meet(one: str, other: str) -> None:
    assert english_stem(one) == english_stem(other)


@pytest.mark.parametrize(("one", "other"), [("planning", "plan"), ("theme", "them"), ("housing", "house")])
def test_different_english_words_do_not_meet(one: str, other: str) -> None:
    assert english_stem(one) != english_stem(other)


def test_the_table_is_well_formed() -> None:
    entries = load_lexicon().entries
    assert len(entries) >= 1500
    assert not [vi for vi, times in Counter(match_key(entry.vi) for entry in entries).items() if times > 1]
    for entry in entries:
        assert entry.vi == entry.vi.strip()
        assert entry.source
        assert entry.english or entry.synonyms or entry.abbreviations
        assert all(len(short.split()) <= 2 for short in entry.abbreviations), entry
