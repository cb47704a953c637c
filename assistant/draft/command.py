"""`kehoach draft`: a unit's plan from its parent's, with trace, coverage and Word file; or a check of a child."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.path_words import path_words
from assistant.settings import BadSetting, Settings

if TYPE_CHECKING:
    from assistant.draft.model import Draft
    from assistant.draft.unit.profile import UnitProfile
    from ingest.plan import Plan

__all__ = ["draft"]

OptionalPath = Path | None


def draft(
    parent: Annotated[
        str | None,
        typer.Option("--parent", help="Kế hoạch cấp trên: tệp, hoặc số của một kế hoạch trong kho."),
    ] = None,
    profile: Annotated[OptionalPath, typer.Option("--profile", help="Hồ sơ đơn vị (YAML).")] = None,
    out: Annotated[OptionalPath, typer.Option("--out", help="Ghi dự thảo (.docx).")] = None,
    trace: Annotated[OptionalPath, typer.Option("--trace", help="Ghi dấu vết từng đoạn (.json).")] = None,
    coverage: Annotated[
        OptionalPath, typer.Option("--coverage", help="Ghi báo cáo đối chiếu (.xlsx).")
    ] = None,
    annex: Annotated[bool, typer.Option(help="Kèm phụ lục phân công nhiệm vụ.")] = True,
    lm: Annotated[
        bool | None,
        typer.Option("--lm/--no-lm", help="Diễn đạt bằng mô hình ngôn ngữ (mặc định: khi có KEHOACH_LLM)."),
    ] = None,
    check: Annotated[
        OptionalPath,
        typer.Option("--check", help="Đối chiếu kế hoạch đã có với cấp trên (--profile: nói rõ đơn vị)."),
    ] = None,
    sample: Annotated[
        str | None,
        typer.Option(
            "--sample",
            metavar="LOẠI",
            help="In hồ sơ đơn vị mẫu để chép và sửa: department, commune, province, school, hospital, party_committee, party_body.",
        ),
    ] = None,
    data: Annotated[OptionalPath, typer.Option("--data", help="Thư mục của kho kế hoạch.")] = None,
) -> None:
    """Soạn kế hoạch của đơn vị từ kế hoạch cấp trên; --check: đối chiếu kế hoạch đã có.

    Bắt đầu: kehoach draft --sample commune > don-vi.yaml, sửa tệp ấy, rồi
    kehoach draft --parent ke-hoach-tinh.docx --profile don-vi.yaml --out du-thao.docx
    """
    from assistant.plan_named import plan_named
    from ingest.pipeline import read_plan

    if sample is not None:
        typer.echo(_sample(sample), nl=False)
        return
    if parent is None:
        raise typer.BadParameter("cần --parent KẾ_HOẠCH (hoặc --sample để in một hồ sơ đơn vị mẫu)")
    plan = plan_named(parent, data)
    if check is not None:
        from assistant.draft.check import check_child
        from assistant.draft.unit.profile_file import read_profile

        unit = read_profile(profile) if profile is not None else None
        report = check_child(plan, read_plan(check), unit)
        typer.echo(report.text())
        if coverage is not None:
            report.write(coverage)
        return
    if profile is None:
        raise typer.BadParameter("cần --profile HỒ_SƠ.yaml (hoặc --check KẾ_HOẠCH để đối chiếu)")
    _draft(plan, profile, out, trace, coverage, annex, lm)


def _sample(kind: str) -> str:
    """The shipped profile of a unit of one kind, with what each kind is."""
    from assistant.draft.unit.profile import kinds
    from assistant.draft.unit.profile_file import example_profiles, read_profile

    shipped = {read_profile(path).kind: path for path in example_profiles()}
    if kind not in shipped:
        raise typer.BadParameter(f"không có hồ sơ mẫu “{kind}”; có: {', '.join(shipped)}")
    listed = "\n".join(f"#   {name}: {one.label}" for name, one in kinds().items())
    return f"{shipped[kind].read_text(encoding='utf-8').rstrip()}\n# kind là một trong:\n{listed}\n"


def _draft(
    plan: Plan,
    profile: Path,
    out: OptionalPath,
    trace: OptionalPath,
    coverage: OptionalPath,
    annex: bool,
    lm: bool | None,
) -> None:
    from assistant.draft.coverage import cover_draft, write_xlsx
    from assistant.draft.draft import draft_plan
    from assistant.draft.trace import trace_of
    from assistant.draft.unit.profile_file import read_profile

    unit = read_profile(profile)
    made = draft_plan(plan, unit)
    settings = Settings.read()
    if lm and settings.llm is None:
        raise BadSetting('--lm cần KEHOACH_LLM, ví dụ KEHOACH_LLM="openai:qwen3" và KEHOACH_LLM_URL.')
    if settings.llm is not None and lm is not False:
        made = _worded(settings, made, unit, plan)
    covered = cover_draft(plan, made)
    if out is not None:
        from assistant.draft.file.word import write_docx

        write_docx(made, unit, out, annex=annex)
    if trace is not None:
        trace.write_text(json.dumps(trace_of(made), ensure_ascii=False, indent=2), encoding="utf-8")
    if coverage is not None:
        write_xlsx(covered, coverage, f"Đối chiếu với {made.parent_citation}", made.warnings, made.slots)
    if out is None and trace is None:
        typer.echo(f"KẾ HOẠCH\n{made.text()}")
    typer.echo(covered.report(), err=True)
    for slot in made.slots:
        typer.echo(f"[…] {slot.label} ({path_words(slot.path)})", err=True)
    for warning in made.warnings:
        typer.echo(f"Lưu ý: {warning}", err=True)


def _worded(settings: Settings, made: Draft, unit: UnitProfile, plan: Plan) -> Draft:
    """The draft in a model's words where these hold, with a line of progress for each request."""
    from assistant.draft.child.years import own_year
    from assistant.draft.wording import word_draft

    for step in word_draft(settings, made, unit, own_year(plan.letterhead)):
        made = step.draft
        if step.done < step.total:
            typer.echo(f"Mô hình ngôn ngữ {step.done + 1}/{step.total}: {step.section}", err=True)
    return made
