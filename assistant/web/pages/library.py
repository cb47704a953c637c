"""Wiring of the library: the list of plans, upload with progress, removal after a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.web import handlers
from assistant.web.frame import QUIET, Frame, static
from assistant.web.library_rendering import render_library, render_notice, render_uploads
from assistant.web.texts import texts_in

__all__ = ["add_page"]

_ONE_WRITER: dict[str, Any] = {"concurrency_limit": 1, "concurrency_id": "library"}


def add_page(frame: Frame) -> None:
    """Hang the library into the window."""
    gr, desk = frame.gr, frame.desk
    texts = texts_in("vi")

    def show(language: str, confirming: str = "") -> str:
        return render_library(desk.library.plans(), texts_in(language), confirming)

    def upload(paths: Sequence[str] | None, language: str) -> Iterator[tuple[str, Any]]:
        words = texts_in(language)
        for uploads in handlers.add_files(desk, paths or [], words):
            finished = uploads[-1].outcome != "reading"
            listed = show(language) if finished else gr.skip()
            yield render_uploads(uploads, len(paths or []), words), listed

    def act(clicked: Mapping[str, Any], language: str) -> tuple[Any, str]:
        if name := clicked.get("confirm"):
            return render_notice(handlers.remove_plan(desk, str(name), texts_in(language))), show(language)
        return gr.skip(), show(language, str(clicked.get("remove") or ""))

    def rewrite(language: str) -> tuple[Any, Any, Any, str]:
        words = texts_in(language)
        label = f"{words.upload_label}\n{words.upload_hint}"
        return gr.update(label=words.tab_library), gr.update(label=label), "", show(language)

    def resume(language: str) -> object:
        # The page is made in Vietnamese, and the list is read when the tab is opened.
        return gr.skip() if language == texts.language else rewrite(language)

    with gr.Tab(texts.tab_library, id="library", elem_id="page-library") as tab:
        button = gr.UploadButton(
            f"{texts.upload_label}\n{texts.upload_hint}", file_count="multiple", elem_id="upload"
        )
        report = gr.HTML("", elem_id="report", apply_default_css=False)
        plans = gr.HTML(show("vi"), elem_id="plans", js_on_load=static("library.js"), apply_default_css=False)

    button.upload(upload, [button, frame.language], [report, plans], **_ONE_WRITER, **QUIET)
    plans.select(frame.with_data(act), [frame.language], [report, plans], **_ONE_WRITER, **QUIET)
    tab.select(show, [frame.language], [plans], **QUIET)
    shown = [tab, button, report, plans]
    frame.loaded.then(resume, [frame.language], shown, **QUIET)
    frame.on_language(rewrite, [], shown)
