"""Wiring of "Soạn kế hoạch": parent and profile in a form, the draft beside its parent, review and files below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.web import draft_handlers as handlers
from assistant.web.draft_actions import act, form_html, side_html
from assistant.web.draft_handlers import Drafted
from assistant.web.draft_texts import draft_words
from assistant.web.frame import QUIET, Frame, static

__all__ = ["add_page"]

Values = Mapping[str, Any]
_SHOW_FILES = """() => setTimeout(() => {
  document.querySelector("#draft-files")?.scrollIntoView({behavior: "smooth", block: "center"});
}, 200)"""
"""The files come above the button that made them, out of sight on a long draft."""
_IN_ORDER: dict[str, Any] = {"concurrency_limit": 1, "concurrency_id": "draft-edits"}


def add_page(frame: Frame) -> None:
    """Hang the drafting page into the window."""
    gr, desk = frame.gr, frame.desk
    words = draft_words("vi")

    def on_form(event: Values, language: str) -> Iterator[tuple[Any, ...]]:
        for step in act(desk, event, language):
            values, form, side, sheet = (
                gr.skip() if part is None else part
                for part in (step.values, step.form, step.side, step.sheet)
            )
            files = gr.skip() if step.files else gr.update(value=None, visible=False)
            # Typing on while a draft is made must not put the old draft back.
            drafted = gr.skip() if step.sheet is None else step.drafted
            yield values, form, side, sheet, drafted, files

    def on_sheet(event: Values, held: Drafted | None) -> tuple[Any, Any]:
        if held is None:
            return held, gr.skip()
        if event.get("export"):
            return held, gr.update(value=handlers.export_files(desk, held), visible=True)
        return handlers.revised_row(held, event), gr.skip()

    def rewrite(language: str, values: Values, held: Drafted | None) -> tuple[Any, ...]:
        now = draft_words(language)
        sheet = handlers.render_drafted(desk, held, now) if held else ""
        label, files = gr.update(label=now["tab"]), gr.update(label=now["files"])
        return label, form_html(desk, values, language), side_html(desk, values, language), sheet, files

    with gr.Tab(words["tab"], id="draft", elem_id="page-draft") as tab:
        kept, drafted = gr.State({}), gr.State(None)
        script = static("draft_form.js")
        with gr.Row(elem_id="draft-desk"):
            form = gr.HTML("", elem_id="draft-form", js_on_load=script, apply_default_css=False)
            side = gr.HTML(
                side_html(desk, {}, "vi"), elem_id="draft-side", js_on_load=script, apply_default_css=False
            )
        files = gr.Files(label=words["files"], interactive=False, visible=False, elem_id="draft-files")
        sheet = gr.HTML(
            "", elem_id="draft-sheet", js_on_load=static("draft_sheet.js"), apply_default_css=False
        )

    outputs = [kept, form, side, sheet, drafted, files]
    for part in (form, side):
        part.select(frame.with_data(on_form), [frame.language], outputs, trigger_mode="multiple", **QUIET)
    # One edit after the other, so that none is made on a draft without the one before.
    sheet.select(
        frame.with_data(on_sheet), [drafted], [drafted, files], trigger_mode="multiple", **_IN_ORDER, **QUIET
    )
    files.change(None, js=_SHOW_FILES, **QUIET)
    # The list of plans is read when the tab is opened; what was typed stays.
    tab.select(
        lambda values, language: form_html(desk, values, language), [kept, frame.language], [form], **QUIET
    )
    shown = [tab, form, side, sheet, files]

    def resume(language: str, values: Values, held: Drafted | None) -> object:
        # The page is made in Vietnamese; writing that again could undo a quick reader's first click.
        return gr.skip() if language != "en" else rewrite(language, values, held)

    frame.loaded.then(resume, [frame.language, kept, drafted], shown, **QUIET)
    frame.on_language(rewrite, [kept, drafted], shown)
