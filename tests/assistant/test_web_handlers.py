"""What clicks do, without a browser and without gradio."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.model import Answer
from assistant.web import handlers
from assistant.web.conversation import MAX_KEPT, Exchange, from_json, history, to_json
from assistant.web.texts import texts_in
from ingest.errors import KehoachError
from tests.assistant.web_desk import ANSWER, NAME, NOT_FOUND, QUESTION, MemoryDesk, cite, scripted_answers

VI = texts_in("vi")


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> MemoryDesk:
    monkeypatch.setattr(handlers, "stream_answer", scripted_answers)
    return MemoryDesk()


def test_ask_shows_the_question_first_then_fuller_answers(desk: MemoryDesk) -> None:
    steps = [conversation[-1] for conversation in handlers.ask(desk, (), f"  {QUESTION} ")]
    assert steps[0] == Exchange(QUESTION)
    assert [step.answer is not None and step.answer.text for step in steps[1:]] == [
        "**Thanh tra tỉnh** [1]",
        ANSWER.text,
    ]


def test_ask_hands_over_the_history(desk: MemoryDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def spy(desk: object, question: str, turns: object) -> Iterator[Answer]:
        seen.append(turns)
        yield NOT_FOUND

    monkeypatch.setattr(handlers, "stream_answer", spy)
    before = (Exchange(QUESTION, ANSWER), Exchange("hỏng", failed=True))
    list(handlers.ask(desk, before, "còn Sở Nội vụ?"))
    assert (
        [turn.content for turn in seen[0]] == [QUESTION, ANSWER.text] == [t.content for t in history(before)]
    )


@pytest.mark.parametrize("question", ["", "   ", "\n\t"])
def test_empty_question_changes_nothing(desk: MemoryDesk, question: str) -> None:
    before = (Exchange(QUESTION, ANSWER),)
    assert list(handlers.ask(desk, before, question)) == [before]


@pytest.mark.parametrize(
    ("error", "fault"), [(RuntimeError("x"), ""), (KehoachError("Kho đang bận."), "Kho đang bận.")]
)
def test_error_keeps_what_was_answered(
    desk: MemoryDesk, monkeypatch: pytest.MonkeyPatch, error: Exception, fault: str
) -> None:
    def breaks(*_: object) -> Iterator[Answer]:
        yield ANSWER
        raise error

    monkeypatch.setattr(handlers, "stream_answer", breaks)
    assert list(handlers.ask(desk, (), QUESTION))[-1] == (
        Exchange(QUESTION, ANSWER, failed=True, fault=fault),
    )


def test_conversation_survives_the_browser() -> None:
    conversation = (Exchange(QUESTION, ANSWER), Exchange("x", NOT_FOUND))
    assert from_json(to_json(conversation)) == conversation
    assert len(to_json(conversation * MAX_KEPT)) == MAX_KEPT


@pytest.mark.parametrize("stored", [None, [], "text", [{}], [{"question": None}], {"a": 1}, 7])
def test_foreign_browser_storage_is_forgotten(stored: object) -> None:
    assert from_json(stored) == ()  # type: ignore[arg-type]


def test_clicked_citation_is_read_back() -> None:
    citation = cite("Thanh tra tỉnh")
    clicked = {"number": 2, "citation": to_json((Exchange("x", ANSWER),))[0]["answer"]["citations"][0]}
    assert handlers.read_citation(clicked) == (2, ANSWER.citations[0])
    assert handlers.read_citation({"number": 1, "citation": {"plan": citation.plan}}) is None
    assert handlers.read_citation({}) is None


def test_find_plan_tells_removed_plans(desk: MemoryDesk) -> None:
    assert handlers.find_plan(desk, NAME) is not None
    assert handlers.remove_plan(desk, NAME, VI) == f"Đã xoá {NAME} khỏi kho."
    assert handlers.find_plan(desk, NAME) is None
    assert "không còn trong kho" in handlers.remove_plan(desk, NAME, VI)


def test_one_broken_file_does_not_keep_the_others_out(desk: MemoryDesk, tmp_path: Path) -> None:
    names = ("kế hoạch 1.txt", "hỏng.docx", "kế hoạch 2.txt")
    for name in names:
        (tmp_path / name).write_bytes(b"\0\0" if name == "hỏng.docx" else b"x")
    (tmp_path / "kế hoạch 1.txt").rename(tmp_path / "ke\u0302\u0301 hoạch 1.txt")
    paths = [str(tmp_path / name) for name in ("ke\u0302\u0301 hoạch 1.txt", *names[1:])]
    steps = list(handlers.add_files(desk, paths, VI))
    assert [step[-1].outcome for step in steps] == [
        "reading",
        "added",
        "reading",
        "failed",
        "reading",
        "added",
    ]
    assert [upload.name for upload in steps[-1]] == list(names), "names are NFC"
    assert "tệp bị hỏng" in steps[-1][1].message


def test_unforeseen_fault_of_a_file_is_told_calmly(
    desk: MemoryDesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(desk.library, "add", lambda *_: 1 / 0)
    (last,) = list(handlers.add_files(desk, [str(tmp_path / "a.txt")], VI))[-1]
    assert last.outcome == "failed" and "lỗi bên trong" in last.message


def test_gradio_is_imported_by_the_app_alone() -> None:
    code = "import sys, assistant.web.handlers, assistant.web.pages; sys.exit('gradio' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
