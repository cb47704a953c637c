"""Wiring of the chat: the conversation on the left, the source of the clicked citation on the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.model import Citation
from assistant.web import handlers
from assistant.web.conversation import Conversation, from_json, to_json
from assistant.web.frame import QUIET, Frame, static
from assistant.web.rendering import render_conversation
from assistant.web.source_rendering import render_no_source, render_source
from assistant.web.texts import texts_in

__all__ = ["add_page"]

Opened = tuple[int, Citation] | None

# Browser storage is encrypted with this; it must outlive a restart, and guards nothing that is secret.
_STORAGE = {"storage_key": "kehoach-conversation", "secret": "kehoach-conversation"}


def add_page(frame: Frame) -> None:
    """Hang the chat into the window."""
    gr, desk, examples = frame.gr, frame.desk, frame.examples
    texts = texts_in("vi")

    def show_source(opened: Opened, language: str) -> str:
        if opened is None:
            return render_no_source(texts_in(language))
        number, citation = opened
        return render_source(citation, number, handlers.find_plan(desk, citation.plan), texts_in(language))

    def ask(
        question: str, conversation: Conversation, language: str
    ) -> Iterator[tuple[Any, Conversation, str]]:
        busy = gr.update(value="", submit_btn=False, stop_btn=True)
        for fuller in handlers.ask(desk, conversation, question):
            yield busy, fuller, render_conversation(fuller, examples, texts_in(language))

    def rest(conversation: Conversation) -> tuple[Any, list[Any]]:
        return gr.update(submit_btn=True, stop_btn=False), to_json(conversation)

    def ask_example(
        clicked: Mapping[str, Any], conversation: Conversation, language: str
    ) -> Iterator[tuple[Any, Conversation, str]]:
        yield from ask(str(clicked.get("question", "")), conversation, language)

    def open_citation(clicked: Mapping[str, Any], language: str) -> tuple[Opened, str]:
        opened = handlers.read_citation(clicked)
        return opened, show_source(opened, language)

    def close(language: str) -> tuple[Opened, str]:
        return None, show_source(None, language)

    def start_anew(language: str) -> tuple[Any, Conversation, Opened, list[Any], str, str]:
        empty = render_conversation((), examples, texts_in(language))
        return gr.update(submit_btn=True, stop_btn=False), (), None, [], empty, show_source(None, language)

    def rewrite(language: str, conversation: Conversation, opened: Opened) -> tuple[Any, Any, Any, str, str]:
        words = texts_in(language)
        return (
            gr.update(label=words.tab_chat),
            gr.update(placeholder=words.ask_placeholder, label=words.ask_label),
            gr.update(value=words.new_conversation),
            render_conversation(conversation, examples, words),
            show_source(opened, language),
        )

    with gr.Tab(texts.tab_chat, id="chat", elem_id="page-chat") as tab:
        stored = gr.BrowserState([], **_STORAGE)
        conversation, opened = gr.State(()), gr.State(None)
        with gr.Row(elem_id="desk", equal_height=True):
            with gr.Column(scale=3, min_width=320, elem_id="chat"):
                transcript = gr.HTML(
                    render_conversation((), examples, texts),
                    elem_id="transcript",
                    js_on_load=static("transcript.js"),
                    apply_default_css=False,
                )
                with gr.Row(elem_id="composer"):
                    anew = gr.Button(texts.new_conversation, size="sm", elem_id="anew", scale=0, min_width=0)
                    box = gr.Textbox(
                        placeholder=texts.ask_placeholder,
                        label=texts.ask_label,
                        show_label=False,
                        container=False,
                        lines=1,
                        max_lines=6,
                        max_length=handlers.MAX_QUESTION,
                        autofocus=True,
                        submit_btn=True,
                        elem_id="question",
                        scale=1,
                    )
            with gr.Column(scale=2, min_width=320, elem_id="source-column"):
                source = gr.HTML(
                    render_no_source(texts),
                    elem_id="source",
                    js_on_load=static("source.js"),
                    apply_default_css=False,
                )

    answering = {"outputs": [box, conversation, transcript], **QUIET}
    asked = box.submit(ask, [box, conversation, frame.language], **answering)
    picked = transcript.submit(frame.with_data(ask_example), [conversation, frame.language], **answering)
    for answered in (asked, picked):
        answered.then(rest, [conversation], [box, stored], **QUIET)
    box.stop(rest, [conversation], [box, stored], cancels=[asked, picked], **QUIET)
    transcript.select(frame.with_data(open_citation), [frame.language], [opened, source], **QUIET)
    source.clear(close, [frame.language], [opened, source], **QUIET)
    anew.click(
        start_anew,
        [frame.language],
        [box, conversation, opened, stored, transcript, source],
        cancels=[asked, picked],
        **QUIET,
    )
    restored = frame.loaded.then(from_json, [stored], [conversation], **QUIET)
    frame.on_language(rewrite, [conversation, opened], [tab, box, anew, transcript, source], after=restored)
