"""`kehoach check`: review the library, or files against it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from assistant.path_words import path_words
from assistant.review.model import Finding
from ingest.errors import KehoachError
from ingest.plan import Plan

__all__ = ["check"]


def check(
    files: Annotated[list[Path] | None, typer.Argument(help="Tệp cần rà soát; để trống: cả kho.")] = None,
    parent: Annotated[
        str | None,
        typer.Option(help="Kế hoạch cấp trên để đối chiếu: tệp, hoặc số của một kế hoạch trong kho."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="In dạng JSON.")] = False,
    xlsx: Annotated[Path | None, typer.Option(help="Ghi bảng Excel.")] = None,
    off: Annotated[
        list[str] | None, typer.Option(help="Tắt một quy tắc theo mã (dùng được nhiều lần).")
    ] = None,
    accept: Annotated[
        list[str] | None, typer.Option(help="Chấp nhận một phát hiện theo mã, không báo lại.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Báo cả những phát hiện đã chấp nhận.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="Liệt kê các quy tắc.")] = False,
    data: Annotated[Path | None, typer.Option("--data", help="Thư mục của kho kế hoạch.")] = None,
) -> None:
    """Rà soát: văn bản viện dẫn mâu thuẫn, thời hạn, chỉ tiêu, câu chữ, tổ chức bộ máy."""
    from assistant.plan_named import plan_named
    from assistant.review.check import accept_findings, finding_to_json, read_accepted, review_plans
    from assistant.review.table import write_table
    from assistant.settings import Settings
    from ingest.pipeline import read_plan

    if rules:
        _print_rules()
        return
    _known_codes(off or [])
    folder = Settings.read(data).data
    library = _library(data) if not files or folder.exists() else ()
    plans = [read_plan(path) for path in files] if files else library
    kept = set() if everything else set(read_accepted(folder))
    above = plan_named(parent, data) if parent else None
    findings = review_plans(plans, library if files else (), above, off or (), kept)
    if accept:
        chosen = [finding for finding in findings if finding.id in accept]
        _all_known(accept, chosen, kept)
        accept_findings(folder, chosen)
        findings = tuple(finding for finding in findings if finding not in chosen)
    if xlsx:
        write_table(findings, xlsx)
    if as_json:
        typer.echo(
            json.dumps([finding_to_json(finding) for finding in findings], ensure_ascii=False, indent=2)
        )
    else:
        _print(findings, len(plans))


def _library(data: Path | None) -> Sequence[Plan]:
    from assistant.settings import Settings
    from vectorstore import open_library
    from vectorstore.hits import StoreSettings

    settings = Settings.read(data)
    with open_library(StoreSettings(settings.data, settings.database_url, settings.embedder)) as library:
        return [library.plan(entry.name) for entry in library.plans()]


def _known_codes(codes: Sequence[str]) -> None:
    from assistant.review.rules import RULES

    unknown = set(codes) - {rule.code for rule in RULES}
    if unknown:
        raise KehoachError(
            f"Không có quy tắc {', '.join(sorted(unknown))}; xem các mã bằng: kehoach check --rules."
        )


def _all_known(wanted: Sequence[str], chosen: Sequence[Finding], kept: set[str]) -> None:
    from assistant.review.check import UnknownFinding

    unknown = set(wanted) - {finding.id for finding in chosen} - kept
    if unknown:
        raise UnknownFinding(
            f"Không có phát hiện {', '.join(sorted(unknown))}; hãy chép mã từ kết quả rà soát."
        )


def _print_rules() -> None:
    from assistant.review.rules import RULES
    from assistant.review.table import SEVERITY_NAMES

    for rule in RULES:
        typer.echo(f"{rule.code}\t{SEVERITY_NAMES[rule.severity]}\t{rule.name}")


def _print(findings: Sequence[Finding], plans: int) -> None:
    from assistant.review.table import SEVERITY_NAMES

    for finding in findings:
        typer.echo(
            f"\n[{SEVERITY_NAMES[finding.severity]}] {finding.code} {finding.message} ({finding.confidence:.0%}; mã {finding.id})"
        )
        for quote in finding.quotes:
            typer.echo(f"    {quote.plan}, {path_words(quote.path)}: “{' '.join(quote.text.split())}”")
        typer.echo(f"    Vì sao: {finding.why}\n    Đề nghị: {finding.suggestion}")
    typer.echo(f"\n{plans} kế hoạch, {len(findings)} phát hiện.")
