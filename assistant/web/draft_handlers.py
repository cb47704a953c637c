"""What the page "Soạn kế hoạch" does, apart from its wiring: draft, review, export."""

from __future__ import annotations

import json
import tempfile
from html import escape
from pathlib import Path
from typing import Any

from assistant.ask import Desk
from assistant.draft.coverage import cover_draft, write_xlsx
from assistant.draft.draft import draft_plan
from assistant.draft.lint import lint_draft
from assistant.draft.model import Draft
from assistant.draft.profile import UnitProfile, example_profiles, profile_from_yaml, read_profile
from assistant.draft.revise import Row, revise_draft, rows_of
from assistant.draft.trace import trace_of
from assistant.draft.word import write_docx

__all__ = ["ACTIONS", "draft_rows", "example_choices", "export_files", "render_report", "start_draft"]

ACTIONS = {
    "kept": "Giữ nguyên",
    "narrowed": "Thu hẹp",
    "assigned": "Phân công",
    "slot": "Cần điền",
    "new": "Viết mới",
    "dropped": "Không đưa vào",
}


def example_choices() -> list[tuple[str, str]]:
    """The shipped profiles: name shown, YAML text."""
    return [(read_profile(path).name, path.read_text(encoding="utf-8")) for path in example_profiles()]


def start_draft(desk: Desk, parent: str, profile_text: str) -> tuple[Draft, UnitProfile]:
    """Draft from a plan of the library; raises with a Vietnamese message where the profile is at fault."""
    profile = profile_from_yaml(profile_text)
    return draft_plan(desk.library.plan(parent), profile), profile


def draft_rows(draft: Draft) -> list[list[Any]]:
    """The side-by-side table: keep, path, draft, what was done, parent."""
    return [[row.keep, row.path, row.text, ACTIONS[row.action], row.parent] for row in rows_of(draft)]


def _revised(draft: Draft, table: list[list[Any]]) -> Draft:
    rows = [
        Row(str(r[0]).lower() in {"true", "1"}, str(r[1]), str(r[2]), str(r[3]), str(r[4])) for r in table
    ]
    return revise_draft(draft, rows)


def render_report(desk: Desk, draft: Draft, profile: UnitProfile) -> str:
    """Coverage, slots to fill, warnings and faults as HTML."""
    plan = desk.library.plan(draft.parent_name)
    covered = cover_draft(plan, draft)
    faults = lint_draft(draft, plan, profile)
    parts = [f"<p><strong>Đối chiếu với {escape(draft.parent_citation)}</strong></p><ul>"]
    parts += [f"<li>{escape(line)}</li>" for line in covered.report().splitlines()]
    parts.append("</ul>")
    for name, lines in (
        ("Cần điền", [f"{slot.label} (mục {slot.path})" for slot in draft.slots]),
        ("Lưu ý", list(draft.warnings)),
        ("Lỗi phát hiện được", faults),
    ):
        if lines:
            items = "".join(f"<li>{escape(line)}</li>" for line in lines)
            parts.append(f"<details><summary>{name}: {len(lines)}</summary><ul>{items}</ul></details>")
    return f'<div class="draft-report">{"".join(parts)}</div>'


def export_files(
    desk: Desk, draft: Draft, profile: UnitProfile, table: list[list[Any]]
) -> tuple[list[str], Draft]:
    """Write the reviewed draft as Word, trace and coverage; returns the files and the draft."""
    revised = _revised(draft, table)
    folder = Path(tempfile.mkdtemp(prefix="kehoach-draft-"))
    word, trace, cover = folder / "du-thao.docx", folder / "dau-vet.json", folder / "doi-chieu.xlsx"
    write_docx(revised, profile, word)
    trace.write_text(json.dumps(trace_of(revised), ensure_ascii=False, indent=2), encoding="utf-8")
    covered = cover_draft(desk.library.plan(draft.parent_name), revised)
    write_xlsx(covered, cover, f"Đối chiếu với {revised.parent_citation}", revised.warnings)
    return [str(word), str(trace), str(cover)], revised
