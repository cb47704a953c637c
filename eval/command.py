"""`kehoach eval ...`: each score by one command. Importing this loads nothing heavy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["app"]

app = typer.Typer(help="Đo chất lượng: câu trả lời, đọc văn bản, tìm kiếm.", no_args_is_help=True)


@app.command()
def answers(
    questions: Annotated[
        Path | None, typer.Option("--questions", "--gold", help="Tệp JSONL câu hỏi (mặc định: bộ của dự án).")
    ] = None,
    plans: Annotated[Path | None, typer.Option(help="Thư mục kế hoạch cho bộ câu hỏi riêng.")] = None,
    split: Annotated[str | None, typer.Option(help="dev hoặc test; mặc định cả hai.")] = None,
    collection: Annotated[
        str | None,
        typer.Option(help="samples, seeds, plans hoặc gazette... (eval/gazette.py); mặc định tất cả."),
    ] = None,
    baseline: Annotated[bool, typer.Option(help="Chạy cả LangChain nguyên bản để so sánh.")] = True,
    lm: Annotated[bool, typer.Option("--lm", help="Dùng mô hình ngôn ngữ đã đặt (KEHOACH_LLM).")] = False,
    near: Annotated[
        bool,
        typer.Option(
            "--near-misses", help="Hỏi câu gần giống mà kho không trả lời được: thay cơ quan, năm, tỉnh, số."
        ),
    ] = False,
    otherwise: Annotated[
        bool,
        typer.Option(
            "--said-otherwise",
            help="Hỏi cả các cách gõ khác của từng câu: không dấu, gõ sai, viết tắt, từ khác, dán hai lần.",
        ),
    ] = False,
    show: Annotated[bool, typer.Option("--show", help="In từng câu sai.")] = False,
    save: Annotated[
        Path | None, typer.Option("--save", "--out", help="Ghi kết quả từng câu (JSONL), để so sánh lần sau.")
    ] = None,
    compare: Annotated[
        Path | None,
        typer.Option("--compare", "--against", help="Kết quả lần trước: in câu được thêm, câu mất đi."),
    ] = None,
    report: Annotated[Path | None, typer.Option(help="Ghi báo cáo HTML có biểu đồ, mở ngoại tuyến.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="So với điểm mong đợi trong eval/expected.yaml.")
    ] = False,
) -> None:
    """Hỏi bộ câu hỏi chuẩn, chấm câu trả lời và trích dẫn, bên cạnh một hệ thống mẫu."""
    from eval.answers import Wanted, run

    wanted = Wanted(
        questions, plans, split, collection, baseline, lm, near, otherwise, show, save, compare, report, check
    )
    if not run(wanted):
        raise typer.Exit(1)


@app.command()
def retrieval(
    quick: Annotated[bool, typer.Option("--quick", help="Mẫu 60 câu mỗi bài, bỏ kho 64 nghìn điều.")] = False,
    only: Annotated[str | None, typer.Option(help="Chỉ các bài này: plans, XQuAD, FLORES, Zalo.")] = None,
    half: Annotated[
        str | None,
        typer.Option(
            help="Câu hỏi kế hoạch: dev (các bộ phát triển), test, fresh hoặc fresh3; mặc định tất cả."
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option("--json", help="Ghi mọi điểm ra tệp JSON.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="So với điểm mong đợi trong eval/expected.yaml.")
    ] = False,
    details: Annotated[bool, typer.Option(help="In cả bảng chi tiết kèm khoảng tin cậy.")] = True,
) -> None:
    """Tìm đúng đoạn: BM25, LangChain nguyên bản, mô hình nhúng, và tìm kiếm của ta khi đủ và khi bớt từng phần."""
    from eval.retrieval import run

    if not run(quick=quick, only=only, half=half, out=out, check=check, details=details):
        raise typer.Exit(1)


@app.command()
def speed(
    baseline: Annotated[bool, typer.Option(help="Đo cả LangChain nguyên bản để so sánh.")] = True,
) -> None:
    """Đo thời gian đọc, nạp và trả lời với mọi kế hoạch thật trong một kho."""
    from eval.speed import run

    run(baseline=baseline)


@app.command()
def review(
    seed: Annotated[int, typer.Option(help="Hạt giống của các lỗi cài vào.")] = 7,
    sheet: Annotated[
        Path | None, typer.Option(help="Chỉ ghi bảng phát hiện cao, vừa (JSONL) cho người đọc độc lập.")
    ] = None,
) -> None:
    """Đo rà soát: lỗi cài bằng chương trình, và phát hiện trên kế hoạch đã chú giải bằng tay."""
    from eval.review import run

    if not run(seed, sheet=sheet):
        raise typer.Exit(1)


@app.command()
def drafts(
    split: Annotated[str, typer.Option(help="dev, hoặc test2 đến test8.")] = "dev",
    show: Annotated[bool, typer.Option("--show", help="In từng mục không đạt.")] = False,
) -> None:
    """Soạn các cặp kế hoạch mẫu và chấm theo danh mục kiểm tra; so bản viết tay (002) với dự thảo từ 000."""
    from eval.drafts import run

    if not run(show=show, split=split):
        raise typer.Exit(1)


@app.command()
def divisions(
    split: Annotated[str, typer.Option(help="dev hoặc test.")] = "dev",
    show: Annotated[bool, typer.Option("--show", help="In từng nhiệm vụ giao sai, bỏ ngỏ.")] = False,
) -> None:
    """Soạn các cặp mẫu và xem mỗi nhiệm vụ giao cho bộ phận nào, bên cạnh cách so từ đơn thuần."""
    from eval.divisions import run

    if not run(show=show, split=split):
        raise typer.Exit(1)


@app.command()
def reading(
    split: Annotated[
        str | None,
        typer.Option(
            help="dev, test2, test5, test6, test10, hay vài phần cách nhau bằng dấu phẩy; mặc định tất cả."
        ),
    ] = None,
    show: Annotated[bool, typer.Option("--show", help="In từng điều bị thiếu, từng điều sai.")] = False,
    gazette: Annotated[bool, typer.Option("--gazette", help="Đọc thêm 403 văn bản Công báo.")] = False,
    glyphs: Annotated[bool, typer.Option(help="Đo việc phục hồi chữ bị mất.")] = True,
) -> None:
    """Đọc các kế hoạch đã chú giải bằng tay: mục, đầu văn bản, phân công, thời hạn, chỉ tiêu, dẫn chiếu."""
    from eval.reading import run

    if not run(split=split, show=show, gazette=gazette, glyphs=glyphs):
        raise typer.Exit(1)
