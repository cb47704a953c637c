"""The page of the review: what is rendered, and what its handlers return, without a browser."""

from __future__ import annotations

from assistant.review import review_plans
from assistant.web.pages.review import Reviewed, _source, _table
from assistant.web.review_rendering import render_findings, review_texts
from ingest.pipeline import plan_from_text
from ingest.plan import RawText

PLAN = plan_from_text(
    RawText(
        "kh.txt",
        "KẾ HOẠCH\nCông tác dân vận năm 2026\n\nI. MỤC ĐÍCH\nCác phong trào thi đua thi đua <b>yêu nước</b>.",
    )
)
REVIEWED = Reviewed(review_plans([PLAN]), {"kh.txt": PLAN}, 1)


def test_findings_are_listed_with_their_quotes_escaped() -> None:
    html = render_findings(REVIEWED.findings, 1, review_texts("vi"))
    assert "thi đua thi đua" in html
    assert "<b>yêu" not in html
    assert f'data-finding="{REVIEWED.findings[0].id}"' in html


def test_a_clicked_quote_is_marked_in_its_plan() -> None:
    clicked = {"finding": REVIEWED.findings[0].id, "quote": "0"}
    assert "<mark>thi đua thi đua</mark>" in _source(REVIEWED, clicked, "vi")
    assert "<mark>" not in _source(REVIEWED, {"finding": "x", "quote": "9"}, "vi")


def test_before_a_review_the_page_says_what_it_does() -> None:
    assert review_texts("vi").idle in render_findings((), 0, review_texts("vi"))


def test_the_table_is_a_file() -> None:
    assert _table(REVIEWED).endswith(".xlsx")
