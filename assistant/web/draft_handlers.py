"""What the page "Soạn kế hoạch" does, apart from its wiring: profiles kept, draft made, reviewed, exported."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assistant.draft.child.years import own_year
from assistant.draft.coverage import cover_draft, write_xlsx
from assistant.draft.draft import draft_plan
from assistant.draft.file.word import write_docx
from assistant.draft.lint import lint_draft
from assistant.draft.model import Draft
from assistant.draft.revise import Row, revise_draft, rows_of
from assistant.draft.trace import trace_of
from assistant.draft.unit.profile import UnitProfile
from assistant.draft.unit.profile_file import BadProfile, example_profiles, profile_to_yaml, read_profile
from assistant.draft.unit.saved import read_saved
from assistant.draft.wording import Progress, word_draft
from assistant.review import Finding, review_plans
from assistant.review.check import read_accepted
from assistant.review.table import write_table
from assistant.web.draft_form import profile_of, values_of
from assistant.web.draft_sheet import render_sheet
from assistant.weighing import Desk
from ingest.pipeline import read_plan

__all__ = [
    "Drafted",
    "export_files",
    "kept_profiles",
    "kept_values",
    "render_drafted",
    "review_drafted",
    "revised_row",
    "start_draft",
    "word_drafted",
    "yaml_of",
]


@dataclass(frozen=True, slots=True)
class Drafted:
    """What one session has on its page: the draft, its unit, and the officer's hand on each row."""

    draft: Draft
    profile: UnitProfile
    rows: tuple[Row, ...]


def kept_profiles(desk: Desk, words: Mapping[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The profiles to choose from: those kept in this library, then the shipped examples."""
    saved = [(f"saved:{slug}", profile.name) for slug, profile in read_saved(desk.settings.data).items()]
    shipped = [(f"example:{path.stem}", read_profile(path).name) for path in example_profiles()]
    return [(words["saved"], saved), (words["examples"], shipped)]


def kept_values(desk: Desk, chosen: str) -> dict[str, Any]:
    """The form's values of a kept profile; empty for a new one."""
    where, _, name = chosen.partition(":")
    if where == "saved":
        profile = read_saved(desk.settings.data).get(name)
    else:
        path = next((path for path in example_profiles() if path.stem == name), None)
        profile = read_profile(path) if path else None
    return values_of(profile) if profile else {}


def yaml_of(values: Mapping[str, Any]) -> str:
    """The profile in the form as YAML; "" while it has faults."""
    try:
        return profile_to_yaml(profile_of(values))
    except BadProfile:
        return ""


def start_draft(desk: Desk, parent: str, values: Mapping[str, Any]) -> Drafted:
    """Draft from a plan of the library; raises with a Vietnamese message where the profile is at fault."""
    profile = profile_of(values)
    draft = draft_plan(desk.library.plan(parent), profile)
    return Drafted(draft, profile, tuple(rows_of(draft)))


def word_drafted(desk: Desk, drafted: Drafted) -> Iterator[tuple[Progress, Drafted]]:
    """Let the language model word a fresh draft, step by step."""
    year = own_year(desk.library.plan(drafted.draft.parent_name).letterhead)
    for step in word_draft(desk.settings, drafted.draft, drafted.profile, year):
        yield step, Drafted(step.draft, drafted.profile, tuple(rows_of(step.draft)))


def revised_row(drafted: Drafted, edit: Mapping[str, Any]) -> Drafted:
    """Note the officer's edit of one row: {"row", "text"?, "keep"?}; an edit of no row changes nothing."""
    index = str(edit.get("row", ""))
    if not index.isdigit() or int(index) >= len(drafted.rows):
        return drafted
    row = drafted.rows[int(index)]
    text = str(edit["text"]) if edit.get("text") is not None else row.text
    keep = bool(edit["keep"]) if edit.get("keep") is not None else row.keep
    rows = list(drafted.rows)
    rows[int(index)] = replace(row, text=text, keep=keep)
    return replace(drafted, rows=tuple(rows))


def render_drafted(desk: Desk, drafted: Drafted, words: Mapping[str, str], *, reviewed: bool = True) -> str:
    """The draft beside its parent as HTML; while a model still words it, not yet ``reviewed``."""
    plan = desk.library.plan(drafted.draft.parent_name)
    coverage = cover_draft(plan, drafted.draft)
    findings = review_drafted(desk, drafted) if reviewed else ()
    found = [finding for finding in findings if finding.severity != "low"]
    faults: Sequence[str] = [
        *lint_draft(drafted.draft, plan, drafted.profile),
        *(f"{finding.message} {finding.suggestion}" for finding in found),
    ]
    return render_sheet(drafted.draft, drafted.rows, coverage, faults, words)


def review_drafted(desk: Desk, drafted: Drafted) -> tuple[Finding, ...]:
    """Review the draft as its Word file reads, against its parent and the library; what is open to fill in is left out."""
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / "du-thao.docx"
        write_docx(revise_draft(drafted.draft, drafted.rows), drafted.profile, word)
        plan = read_plan(word)
    library = [desk.library.plan(entry.name) for entry in desk.library.plans()]
    parent = desk.library.plan(drafted.draft.parent_name)
    return review_plans([plan], library, parent, off={"TH01"}, accepted=read_accepted(desk.settings.data))


def export_files(desk: Desk, drafted: Drafted) -> list[str]:
    """Write the reviewed draft as Word, coverage, trace and what the review finds in it; returns the files."""
    revised = revise_draft(drafted.draft, drafted.rows)
    folder = Path(tempfile.mkdtemp(prefix="kehoach-draft-"))
    word, cover, trace = folder / "du-thao.docx", folder / "doi-chieu.xlsx", folder / "dau-vet.json"
    write_docx(revised, drafted.profile, word)
    covered = cover_draft(desk.library.plan(revised.parent_name), revised)
    write_xlsx(covered, cover, f"Đối chiếu với {revised.parent_citation}", revised.warnings, revised.slots)
    trace.write_text(json.dumps(trace_of(revised), ensure_ascii=False, indent=2), encoding="utf-8")
    checked = folder / "ra-soat.xlsx"
    write_table(review_drafted(desk, drafted), checked)
    return [str(word), str(cover), str(trace), str(checked)]
