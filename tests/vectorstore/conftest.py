"""A library over plans built by hand: the rooms of ingest have tests of their own."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from ingest.plan import (
    Assignment,
    Chunk,
    Closing,
    Facts,
    Letterhead,
    Plan,
    RawText,
    Run,
    SourceText,
    Span,
)
from vectorstore import StoreSettings, open_library
from vectorstore.library import Library


def make_plan(raw: RawText) -> Plan:
    """A plan whose title is the first line and whose assignments are "X chủ trì Y"."""
    text = raw.text
    source = SourceText(raw.name, text, text, (Run(0, len(text), 0, len(text)),), len(text))
    assignments = tuple(
        Assignment(match[1].strip(), "lead", match[2], "I", Span(*match.span()))
        for match in re.finditer(r"^(.+?) chủ trì (.+)$", text, re.MULTILINE)
    )
    head = Letterhead(title=text.split("\n", 1)[0], province="Sơn Hà", year=2024, doc_type="Kế hoạch")
    return Plan(source, head, (), (), Closing(), (), Facts(assignments))


def make_chunks(plan: Plan) -> tuple[Chunk, ...]:
    """One chunk a line after the title."""
    lines = list(re.finditer(r"[^\n]+", plan.source.clean))[1:]
    title = plan.letterhead.title or ""
    return tuple(
        Chunk(at, f"I.{at + 1}", "", title, line[0], Span(*line.span())) for at, line in enumerate(lines)
    )


def read_by_hand(path: Path) -> Plan:
    return make_plan(RawText(path.name, path.read_text("utf-8")))


def modules_by_hand() -> dict[str, ModuleType]:
    """The modules of ingest that the library calls, with the simple functions above in them."""
    pipeline, chunk = ModuleType("ingest.pipeline"), ModuleType("ingest.chunk")
    pipeline.read_plan, pipeline.plan_from_text = read_by_hand, make_plan  # type: ignore[attr-defined]
    chunk.chunk_plan = make_chunks  # type: ignore[attr-defined]
    return {"ingest.pipeline": pipeline, "ingest.chunk": chunk}


@pytest.fixture(autouse=True)
def hand_made_ingest(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rooms of ingest have tests of their own."""
    for name, module in modules_by_hand().items():
        monkeypatch.setitem(sys.modules, name, module)


COMPLAINTS = """KẾ HOẠCH giải quyết khiếu nại, tố cáo năm 2024 của tỉnh Sơn Hà
Thanh tra tỉnh chủ trì tổng hợp báo cáo kết quả giải quyết đơn thư khiếu nại.
Sở Tài chính chủ trì bố trí kinh phí theo Kế hoạch số 235/KH-UBND.
Các xã, phường báo cáo kết quả trước ngày 15/6/2024.
"""
SCHOOLS = """KẾ HOẠCH chuyển đổi số trường học năm 2024 của tỉnh Sơn Hà
Sở Giáo dục và Đào tạo chủ trì triển khai học bạ điện tử.
Phấn đấu 85% trường học có đường truyền tốc độ cao.
"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Two plans on disk."""
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "khieu-nai.txt").write_text(COMPLAINTS, "utf-8")
    (folder / "truong-hoc.txt").write_text(SCHOOLS, "utf-8")
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> StoreSettings:
    """A library of its own, without Chroma (tests of Chroma ask for it)."""
    return StoreSettings(tmp_path / "library", dense="exact", lock_seconds=20)


@pytest.fixture
def library(settings: StoreSettings, files: Path) -> Iterator[Library]:
    """A library that holds both plans."""
    with open_library(settings) as opened:
        for outcome in opened.add_all(sorted(files.iterdir())):
            assert outcome.added is not None, outcome.error
        yield opened


@pytest.fixture
def tops(library: Library) -> Callable[[str], str]:
    """The text of the best passage for a question."""
    return lambda question: library.search(question)[0].chunk.text
