"""Wiring of "Soạn kế hoạch": parent and profile on top, the draft beside its parent, report and files below.

The table is the review: its text can be edited, a tick taken away drops a paragraph, one set restores it.
"""

# ruff: noqa: ANN401 (gradio hands over untyped values)

from __future__ import annotations

from typing import Any

from assistant.web import draft_handlers as handlers
from assistant.web.frame import QUIET, Frame
from ingest.errors import KehoachError

__all__ = ["add_page"]

_WORDS = {
    "vi": {
        "tab": "Soạn kế hoạch",
        "parent": "Kế hoạch cấp trên",
        "example": "Hồ sơ mẫu",
        "profile": "Hồ sơ đơn vị (YAML)",
        "draft": "Soạn dự thảo",
        "export": "Xuất tệp",
        "files": "Tệp kết quả",
        "table": "Dự thảo và nguồn: sửa chữ trong cột “Dự thảo”; bỏ dấu ở cột “Giữ” để bỏ đoạn, đánh dấu để khôi phục",
        "first": "Hãy chọn kế hoạch cấp trên và điền hồ sơ đơn vị.",
    },
    "en": {
        "tab": "Draft a plan",
        "parent": "Parent plan",
        "example": "Example profile",
        "profile": "Unit profile (YAML)",
        "draft": "Draft",
        "export": "Export",
        "files": "Files",
        "table": "Draft and sources: edit the text; untick to drop a paragraph, tick to restore one",
        "first": "Choose a parent plan and fill in the unit's profile.",
    },
}
_HEADERS = ["Giữ", "Mục", "Dự thảo", "Cách xử lý", "Kế hoạch cấp trên / lý do"]


def add_page(frame: Frame) -> None:
    """Hang the drafting page into the window."""
    gr, desk = frame.gr, frame.desk
    words = _WORDS["vi"]

    def plans() -> list[tuple[str, str]]:
        return [
            (f"{entry.number or entry.name}: {entry.title or ''}", entry.name)
            for entry in desk.library.plans()
        ]

    def show(parent: str | None, profile: str) -> tuple[Any, str, Any, Any]:
        if not parent or not profile.strip():
            return [], f"<p>{_WORDS['vi']['first']}</p>", None, None
        try:
            draft, unit = handlers.start_draft(desk, parent, profile)
        except KehoachError as error:
            return [], f'<p role="alert">{error}</p>', None, None
        return handlers.draft_rows(draft), handlers.render_report(desk, draft, unit), (draft, unit), None

    def export(held: Any, table: list[list[Any]]) -> tuple[Any, str]:
        if held is None:
            return None, f"<p>{_WORDS['vi']['first']}</p>"
        draft, unit = held
        files, revised = handlers.export_files(desk, draft, unit, table)
        return files, handlers.render_report(desk, revised, unit)

    def rewrite(language: str) -> list[Any]:
        now = _WORDS.get(language, words)
        return [
            gr.update(label=now["tab"]),
            gr.update(label=now["parent"], choices=plans()),
            gr.update(label=now["example"]),
            gr.update(label=now["profile"]),
            gr.update(value=now["draft"]),
            gr.update(value=now["export"]),
            gr.update(label=now["files"]),
        ]

    with gr.Tab(words["tab"], id="draft", elem_id="page-draft") as tab:
        with gr.Row():
            parent = gr.Dropdown(plans(), label=words["parent"], elem_id="draft-parent", value=None)
            example = gr.Dropdown(
                handlers.example_choices(), label=words["example"], elem_id="draft-example", value=None
            )
        profile = gr.Textbox(label=words["profile"], lines=10, max_lines=24, elem_id="draft-profile")
        with gr.Row():
            start = gr.Button(words["draft"], variant="primary", elem_id="draft-start")
            finish = gr.Button(words["export"], elem_id="draft-export")
        report = gr.HTML("", elem_id="draft-report")
        files = gr.Files(label=words["files"], interactive=False, elem_id="draft-files")
        table = gr.Dataframe(
            headers=_HEADERS,
            datatype=["bool", "str", "str", "str", "str"],
            type="array",
            interactive=True,
            wrap=True,
            label=words["table"],
            elem_id="draft-table",
            column_widths=["6%", "8%", "40%", "10%", "36%"],
        )
        held = gr.State(None)

    example.input(lambda text: text or "", [example], [profile], **QUIET)
    start.click(show, [parent, profile], [table, report, held, files], **QUIET)
    finish.click(export, [held, table], [files, report], **QUIET)
    tab.select(lambda: gr.update(choices=plans()), [], [parent], **QUIET)
    shown = [tab, parent, example, profile, start, finish, files]

    def resume(language: str) -> object:
        # The page is made in Vietnamese; writing that again could undo a quick reader's first click.
        return gr.skip() if language != "en" else rewrite(language)

    frame.loaded.then(resume, [frame.language], shown, **QUIET)
    frame.on_language(rewrite, [], shown)
