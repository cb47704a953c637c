"""Answers, sources and lists as HTML: what an officer sees, and that a plan's text can do no harm."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from assistant.model import Answer, Citation
from assistant.web.conversation import Exchange
from assistant.web.library_rendering import Upload, render_library, render_uploads
from assistant.web.passage import MAX_SHOWN, clean_ranges, find_passage
from assistant.web.rendering import render_answer, render_conversation, render_markdown, render_place
from assistant.web.source_rendering import mark, render_source
from assistant.web.texts import Texts, texts_in
from ingest.plan import Range, Repair, Run, SourceText, Span
from tests.assistant.web_desk import (
    ANSWER,
    NAME,
    NOT_FOUND,
    QUOTE,
    TEXT,
    TITLE,
    MemoryLibrary,
    cite,
    make_plan,
)

VI, EN = texts_in("vi"), texts_in("en")

EVIL = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "[bấm vào đây](javascript:alert(1))",
    "![x](http://example.org/x.png)",
    "<http://example.org>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "${alert(1)} {{value}} #{x}",
    "```html\n<script>alert(1)</script>\n```",
    "[x]: http://example.org\n\n[x]",
    "</article></section><button data-ask='x'>",
)


_TAGS = set(
    "article aside b br button code dd details div dl dt em footer h2 h3 h4 header hr i li mark ol p path pre progress"
    " rect section span strong summary svg table tbody td th thead tr u ul blockquote".split()
)
_ATTRIBUTES = set(
    "aria-hidden aria-label aria-live class colspan d height max role rx title type value viewbox width x y start"
    " data-ask data-copy data-cite data-citations data-close data-confirm data-remove data-cancel data-label".split()
)


class _Browser(HTMLParser):
    """Reads markup as a browser would and keeps what it would make of it."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.mark.parametrize("evil", EVIL)
def test_text_of_a_plan_is_inert_everywhere(evil: str) -> None:
    citation = Citation(evil, evil, evil, 1, evil, 0, len(evil), evil, repaired=evil)
    answer = Answer("answered", f"{evil} [1]", "lead", "vi", (citation,), understood=evil, notes=(evil,))
    answer = replace(answer, elsewhere=(citation,))
    plan = make_plan(TEXT.replace("<script>alert(1)</script>", evil.replace("\n", " ")))
    pages = (
        render_conversation((Exchange(evil, answer),), (evil,), VI),
        render_conversation((), (evil,), VI),
        render_source(citation, 1, None, VI),
        render_source(citation, 1, plan, VI),
        render_source(cite("Mục đích", plan.source.original, "I.1"), 1, plan, VI),
        render_library(
            [replace(entry, title=evil, name=evil) for entry in MemoryLibrary().plans()], VI, evil
        ),
        render_uploads([Upload(evil, "failed", evil)], 1, VI),
    )
    for page in pages:
        seen = _Browser(page)
        assert seen.tags <= _TAGS and seen.attributes <= _ATTRIBUTES
        assert "{" not in page and "$" not in page, "gradio's templates must find nothing to evaluate"
        assert page.count("<button") == page.count("</button>")


@pytest.mark.parametrize(
    ("text", "citations", "expected"),
    [
        ("Sở Nội vụ [1]", 1, [1]),
        ("Sở Nội vụ [1][2]; Thanh tra tỉnh [2].", 2, [1, 2, 2]),
        ("| Việc | Ai |\n|---|---|\n| A | Sở B [1] |", 1, [1]),
        ("Không có trích dẫn [3]", 2, []),
        ("Nghị định [0]", 1, []),
        ("`[1]`", 1, []),
    ],
)
def test_marks_become_buttons_only_for_citations_that_exist(
    text: str, citations: int, expected: list[int]
) -> None:
    markup = render_markdown(text, citations, VI)
    assert [int(number) for number in re.findall(r'data-cite="(\d+)"', markup)] == expected


def test_further_places_are_quoted_and_numbered_behind_the_citations() -> None:
    place = replace(ANSWER.citations[0], quote="Sở Tư pháp tổng hợp.")
    markup = render_answer(replace(ANSWER, elsewhere=(place,)), VI)
    number = len(ANSWER.citations) + 1
    assert f'data-cite="{number}"' in markup and "“Sở Tư pháp tổng hợp.”" in markup
    stored = re.search(r'data-citations="([^"]*)"', markup)
    assert stored and len(json.loads(html.unescape(stored[1]))) == number


def test_citations_of_one_place_are_one_button() -> None:
    one, other = ANSWER.citations[0], replace(ANSWER.citations[0], section="V.1", heading="Sở Y tế")
    markup = render_answer(replace(ANSWER, text="A [1]\n\nB [2]\n\nC [3]", citations=(one, one, other)), VI)
    chips = re.findall(
        r'class="chip"[^>]*data-cite="(\d+)"(?: data-last="(\d+)")?><span class="n">([^<]+)', markup
    )
    assert chips == [("1", "2", "1–2"), ("3", "", "3")]
    assert markup.count('class="cite"') == 3


def test_answer_carries_its_citations_for_later_clicks() -> None:
    markup = render_answer(ANSWER, VI)
    stored = re.search(r'data-citations="([^"]*)"', markup)
    assert stored
    kept = json.loads(html.unescape(stored[1]))
    assert kept[0]["quote"] == QUOTE and kept[0]["start"] == TEXT.index(QUOTE)
    assert "Mục IV.3 · Thanh tra tỉnh" in markup


def test_not_found_is_calm_and_shows_the_nearest_passage() -> None:
    markup = render_answer(replace(NOT_FOUND, citations=ANSWER.citations), VI)
    assert 'class="answer not-found"' in markup
    assert "alert" not in markup and 'data-cite="1"' in markup


def test_an_answer_that_is_not_certain_looks_so() -> None:
    assert 'class="answer unsure"' in render_answer(replace(ANSWER, sure=False), VI)
    assert 'class="answer unsure"' not in render_answer(ANSWER, VI)


def test_understood_question_is_shown_only_when_changed() -> None:
    assert "được hiểu là" not in render_answer(ANSWER, VI)
    assert "được hiểu là" in render_answer(replace(ANSWER, understood="Ai chủ trì?"), VI)
    assert "Understood as" in render_answer(replace(ANSWER, understood="Ai chủ trì?"), EN)


@pytest.mark.parametrize(
    ("section", "page", "vietnamese", "english"),
    [
        ("IV.3", None, "Mục IV.3", "Section IV.3"),
        ("annex/row 15", 4, "Phụ lục, dòng 15, trang 4", "Annex, row 15, page 4"),
        ("III.2/row 4", None, "Mục III.2, dòng 4", "Section III.2, row 4"),
        ("", 2, "Trang 2", "Page 2"),
        ("", None, "Phần mở đầu", "Opening part"),
        ("annex/Điều 7.4", None, "Phụ lục, Điều 7.4", "Annex, Điều 7.4"),
        ("annex/II.1", None, "Phụ lục, mục II.1", "Annex, section II.1"),
        ("preamble", None, "Phần mở đầu", "Opening part"),
        ("closing", 9, "Phần cuối văn bản, trang 9", "Closing part, page 9"),
        ("VIII", None, "Mục VIII", "Section VIII"),
        ("Điều 5.2", None, "Điều 5.2", "Điều 5.2"),
    ],
)
def test_place_is_said_in_words(section: str, page: int | None, vietnamese: str, english: str) -> None:
    citation = Citation("a.txt", section, "", page, "x", 0, 1)
    assert (render_place(citation, VI), render_place(citation, EN)) == (vietnamese, english)


def test_source_marks_the_cited_words_in_their_section() -> None:
    markup = render_source(cite(QUOTE), 1, make_plan(), VI)
    assert f"<mark>{QUOTE}</mark>" in markup
    for shown in (TITLE, "45/KH-UBND", "14/02/2031", NAME, "Mục IV.3", "<h4>3. Thanh tra tỉnh</h4>"):
        assert shown in markup
    assert "MỤC ĐÍCH" not in markup, "another section is not shown"


def test_source_of_a_table_row_shows_header_and_cells() -> None:
    markup = render_source(cite("Kiểm tra công vụ\tTháng 3", section="annex/row 1"), 2, make_plan(), VI)
    assert "<td><mark>Kiểm tra công vụ</mark></td><td><mark>Tháng 3</mark></td>" in markup
    assert "<th>Nhiệm vụ</th>" in markup


@pytest.mark.parametrize(("start", "end", "quote"), [(0, 5, "khác"), (9_000, 9_004, "chữ "), (3, 3, "")])
def test_changed_plan_shows_the_stored_quote_and_says_so(start: int, end: int, quote: str) -> None:
    citation = Citation(NAME, "IV.3", "Thanh tra tỉnh", None, quote, start, end, TITLE)
    markup = render_source(citation, 1, make_plan(), VI)
    assert VI.passage_gone in markup and f"<mark>{quote}</mark>" in markup


def test_removed_plan_shows_the_stored_quote_and_says_so() -> None:
    markup = render_source(cite(QUOTE), 1, None, VI)
    assert VI.plan_gone in markup and f"<mark>{QUOTE}</mark>" in markup


def test_restored_text_stands_beside_the_original_and_is_named() -> None:
    broken = TEXT.replace("khiếu nại, tố cáo của", "khi u n i, t  cáo của")
    start = broken.index("khi u n i")
    clean = broken.replace("khi u n i, t  cáo", "khiếu nại, tố cáo")
    runs = (
        Run(0, start, 0, start),
        Run(start, len("khiếu nại, tố"), start, len("khi u n i, t ")),
        Run(start + len("khiếu nại, tố"), len(clean), start + len("khi u n i, t "), len(clean)),
    )
    repair = Repair(
        "lost_glyphs", Span(start, start + len("khi u n i, t ")), "khi u n i, t ", "khiếu nại, tố", 0.9
    )
    plan = make_plan(broken, (repair,))
    plan = replace(plan, source=replace(plan.source, clean=clean, runs=runs))
    markup = render_source(cite(QUOTE.replace("khiếu nại, tố", "khi u n i, t "), broken), 1, plan, VI)
    assert re.search(r"Nguyên văn</span> <mark>[^<]*khi u n i, t  cáo của công dân\.</mark>", markup)
    assert re.search(r"Đã phục hồi</span> [^<]*<u>khiếu nại, tố</u> cáo của công dân\.", markup)
    assert "<mark>" not in markup.split("Đã phục hồi</span>")[1].split("</p>")[0], (
        "a guess is never highlighted"
    )
    assert "12%" in markup


def test_long_section_is_cut_around_the_citation() -> None:
    filler = "".join(f"- Nhiệm vụ phụ thứ {at} của các cơ quan, đơn vị.\n" for at in range(600))
    text = TEXT.replace("3. Thanh tra tỉnh\n", "3. Thanh tra tỉnh\n" + filler)
    passage = find_passage(make_plan(text), cite(QUOTE, text))
    assert passage and passage.cut_before and not passage.cut_after
    assert sum(len(line.text) for line in passage.lines) <= MAX_SHOWN
    assert any(line.cited for line in passage.lines)


def test_clean_ranges_follow_moved_and_dropped_text() -> None:
    source = SourceText("a", "**Sở** Nội vụ", "Sở Nội vụ", (Run(0, 2, 2, 2), Run(2, 7, 6, 7)), 9)
    assert clean_ranges(source, Span(0, 13)) == (Range(0, 9),)
    assert clean_ranges(source, Span(0, 2)) == ()
    assert clean_ranges(source, Span(3, 8)) == (Range(1, 4),)


def test_mark_nests_restored_words_inside_the_citation() -> None:
    assert (
        mark("abcdef", (Range(1, 5),), (Range(2, 3),))
        == "a<mark>b</mark><mark><u>c</u></mark><mark>de</mark>f"
    )


def test_upload_report_counts_and_names_faults() -> None:
    uploads = (Upload("a.docx", "added"), Upload("b.docx", "failed", "b.docx: tệp bị hỏng; hãy lưu lại."))
    assert "Đang đọc tệp 3/3" in render_uploads((*uploads, Upload("c.pdf", "reading")), 3, VI)
    done = render_uploads(uploads, 2, VI)
    assert "1 tệp vào kho, 1 tệp không đọc được" in done and "b.docx: tệp bị hỏng" in done


def test_both_languages_fill_the_same_blanks() -> None:
    for name in Texts.__slots__:
        vietnamese, english = getattr(VI, name), getattr(EN, name)
        assert vietnamese and english, name
        blanks = [sorted(re.findall(r"\{\w+\}", words)) for words in (vietnamese, english)]
        assert blanks[0] == blanks[1], name
