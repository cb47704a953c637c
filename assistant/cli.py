"""The `kehoach` command: parse, call one function, print. Messages are Vietnamese."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.answer.wording import shorten
from assistant.draft.command import draft
from assistant.path_words import path_words
from assistant.review.command import check
from assistant.settings import Settings
from ingest.errors import KehoachError

if TYPE_CHECKING:
    from assistant.model import Answer, Citation
    from assistant.weighing import Desk

__all__ = ["app", "main"]

app = typer.Typer(
    help="Trợ lý Kế hoạch: đọc kế hoạch, trả lời có trích dẫn, soạn và rà soát kế hoạch.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command()(draft)
app.command()(check)
LONGEST_QUOTE = 600
"""Letters of a quote that are printed; ``--json`` has it whole."""
Data = Annotated[
    Path | None,
    typer.Option("--data", help="Thư mục của kho kế hoạch (mặc định: KEHOACH_DATA hoặc ./.kehoach)."),
]
SUFFIXES = {
    ".txt",
    ".md",
    ".docx",
    ".pdf",
    ".html",
    ".htm",
    ".doc",
    ".odt",
    ".rtf",
    ".png",
    ".jpg",
    ".jpeg",
    ".tif",
    ".tiff",
}


@contextmanager
def _desk(data: Path | None) -> Iterator[Desk]:
    from assistant.weighing import Desk
    from vectorstore import open_library
    from vectorstore.hits import StoreSettings

    settings = Settings.read(data)
    store = StoreSettings(settings.data, settings.database_url, settings.embedder)
    with open_library(store) as library:
        yield Desk(settings, library)


def _files(paths: list[Path]) -> list[Path]:
    """Files as given; folders are searched for what can be read, hidden files left out."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(
                p
                for p in path.rglob("*")
                if p.suffix.lower() in SUFFIXES and not p.name.startswith((".", "~$"))
            )
        else:
            found.append(path)
    return found


@app.command()
def ingest(paths: list[Path], data: Data = None) -> None:
    """Thêm tệp hoặc thư mục kế hoạch vào kho."""
    from rich.console import Console
    from rich.progress import Progress

    words = {"added": "đã thêm", "unchanged": "không đổi", "replaced": "đã thay bản cũ"}
    failed = 0
    files = _files(paths)
    if not files:
        typer.echo("Không có tệp nào đọc được trong các thư mục đã nêu.", err=True)
        raise typer.Exit(1)
    with _desk(data) as desk, Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("Đang đọc", total=len(files))
        for outcome in desk.library.add_all(files):
            progress.advance(task)
            if outcome.added:
                typer.echo(
                    f"{outcome.added.name}: {words[outcome.added.status]} ({outcome.added.chunks} đoạn)"
                )
            else:
                failed += 1
                typer.echo(f"LỖI {outcome.error}", err=True)
    if failed:
        raise typer.Exit(1)


@app.command()
def plan(
    file: Path,
    as_json: Annotated[bool, typer.Option("--json", help="In cấu trúc và dữ kiện dạng JSON.")] = False,
    text: Annotated[bool, typer.Option("--text", help="In văn bản đã phục hồi.")] = False,
) -> None:
    """Đọc một tệp và in ra điều đã hiểu được."""
    from ingest.pipeline import read_plan
    from ingest.serialise import plan_to_json

    read = read_plan(file)
    if text:
        typer.echo(read.source.clean)
    elif as_json:
        typer.echo(json.dumps(plan_to_json(read), ensure_ascii=False, indent=2))
    else:
        from assistant.outline import outline

        typer.echo(outline(read))


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="Câu hỏi.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="In câu trả lời dạng JSON.")] = False,
    batch: Annotated[Path | None, typer.Option(help="Tệp JSONL: mỗi dòng một câu hỏi.")] = None,
    out: Annotated[Path | None, typer.Option(help="Tệp JSONL ghi câu trả lời.")] = None,
    data: Data = None,
) -> None:
    """Hỏi một câu, hoặc cả tệp câu hỏi."""
    from assistant.ask import answer_question

    if (question is None) == (batch is None):
        raise typer.BadParameter('cần một câu hỏi, hoặc "--batch TỆP.jsonl --out TỆP.jsonl"')
    with _desk(data) as desk:
        if batch is not None:
            _ask_batch(desk, batch, out)
            return
        answer = answer_question(desk, question or "")
    if as_json:
        typer.echo(json.dumps(answer_to_json(answer), ensure_ascii=False, indent=2))
        return
    if answer.understood:
        typer.echo(f"(Hiểu là: {answer.understood})")
    typer.echo(answer.text)
    _echo_citations(answer.citations, 1)
    if answer.elsewhere:
        typer.echo("\nNơi khác có thể nói về việc này:")
        _echo_citations(answer.elsewhere, len(answer.citations) + 1)


def _echo_citations(citations: Sequence[Citation], first: int) -> None:
    for number, cited in enumerate(citations, first):
        page = f", trang {cited.page}" if cited.page else ""
        typer.echo(
            f"\n[{number}] {cited.plan}, {path_words(cited.section)}{page}:\n    “{shorten(cited.quote, LONGEST_QUOTE)}”"
        )


def _ask_batch(desk: Desk, batch: Path, out: Path | None) -> None:
    from rich.console import Console
    from rich.progress import track

    from assistant.ask import answer_question
    from assistant.model import Turn

    lines = [line for line in batch.read_text(encoding="utf-8").splitlines() if line.strip()]
    written = []
    for number, line in enumerate(track(lines, "Đang trả lời", console=Console(stderr=True)), 1):
        try:
            asked: dict[str, Any] = json.loads(line)
            history = [Turn(turn["role"], turn["content"]) for turn in asked.get("history") or ()]
            answer = answer_question(desk, asked["question"], history)
        except (ValueError, KeyError, TypeError) as exc:
            raise KehoachError(
                f'{batch.name}, dòng {number}: cần JSON có "id" và "question"; hãy sửa dòng này.'
            ) from exc
        written.append(json.dumps({"id": asked.get("id"), **answer_to_json(answer)}, ensure_ascii=False))
    text = "\n".join(written) + "\n"
    if out is None:
        typer.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8")


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """The shape of an answer that ``docs/commands.md`` promises."""
    return {
        "status": answer.status,
        "sure": answer.sure,
        "answer": answer.text,
        "kind": answer.kind,
        "language": answer.language,
        "citations": [_citation_to_json(cited) for cited in answer.citations],
        "elsewhere": [_citation_to_json(cited) for cited in answer.elsewhere],
        "understood": answer.understood,
        "notes": list(answer.notes),
        "seconds": answer.seconds,
    }


def _citation_to_json(cited: Citation) -> dict[str, Any]:
    return {
        "plan": cited.plan,
        "section": cited.section,
        "heading": cited.heading,
        "page": cited.page,
        "quote": cited.quote,
        "start": cited.start,
        "end": cited.end,
    }


@app.command(name="list")
def list_plans(data: Data = None) -> None:
    """Liệt kê các kế hoạch trong kho."""
    with _desk(data) as desk:
        for entry in desk.library.plans():
            parts = [
                entry.number or "(chưa có số)",
                entry.date or "(chưa có ngày)",
                entry.issuer or "",
                entry.title or "",
            ]
            typer.echo(f"{entry.name}\t" + "\t".join(parts))


@app.command()
def remove(name: str, data: Data = None) -> None:
    """Bỏ một kế hoạch khỏi kho, theo tên tệp."""
    with _desk(data) as desk:
        desk.library.remove(name)
    typer.echo(f"{name}: đã bỏ khỏi kho")


@app.command()
def serve(
    host: str = "127.0.0.1",
    port: int = 7860,
    samples: Annotated[bool, typer.Option("--samples", help="Nạp kế hoạch mẫu nếu kho còn trống.")] = False,
    open_browser: Annotated[bool, typer.Option("--open", help="Mở trình duyệt.")] = False,
    data: Data = None,
) -> None:
    """Mở trang hỏi đáp trên trình duyệt."""
    with _desk(data) as desk:
        if samples and not desk.library.plans():
            add_samples(desk)
        from assistant.web.app import serve as serve_web

        serve_web(desk, host, port, open_browser)


def add_samples(desk: Desk) -> None:
    from rich.progress import track

    from assistant.samples import sample_paths

    files = sample_paths()
    for outcome in track(desk.library.add_all(files), "Đang nạp kế hoạch mẫu", total=len(files)):
        if outcome.error:
            typer.echo(f"LỖI {outcome.error}", err=True)


def _add_commands() -> None:
    """Commands of the packages above this one (eval) join by their entry points."""
    for point in entry_points(group="kehoach.commands"):
        app.add_typer(point.load(), name=point.name)


def main() -> None:
    """Run the command; a fault of the user's input is one Vietnamese line and exit code 1."""
    _add_commands()
    try:
        app()
    except KehoachError as exc:
        typer.echo(f"LỖI {exc}", err=True)
        sys.exit(1)
