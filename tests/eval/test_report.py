"""The HTML report opens offline and tells gains and losses; a saved run is compared question by question."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.model import Answer
from eval.gold import GoldQuestion
from eval.report import write_report
from eval.scoring import Marked, changes

pytest.importorskip("matplotlib")


def _marked(name: str, *, right: bool, sureness: float) -> Marked:
    gold = GoldQuestion(
        name, f"ai chủ trì <{name}>?", (), "vi", "lead", "samples", "answered", (), (), (), "dev", ""
    )
    answer = Answer("answered", "**Sở Nội vụ** [1]", "lead", "vi", seconds=0.02, sureness=sureness)
    return Marked(gold, answer, right, right, right, True, not right, False, False)


def test_report_holds_everything_itself(tmp_path: Path) -> None:
    marks = [_marked("a", right=True, sureness=0.9), _marked("b", right=False, sureness=0.6)]
    found = changes(marks, {"a": {"right": False, "answer": "?"}, "b": {"right": True, "answer": "x"}})
    assert [(change.id, change.gain) for change in found] == [("a", True), ("b", False)]
    write_report(tmp_path / "r.html", {"Trợ lý": marks, "stock": marks}, found)
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 4
    assert "1 gained, 1 lost" in page
    assert "ai chủ trì &lt;a&gt;?" in page
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
