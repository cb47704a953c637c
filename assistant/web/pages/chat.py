"""Wiring of the chat: the conversation on the left, the source of the clicked citation on the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
"""The citation in the source panel: its number and itself."""

# Browser storage is encrypted with this; it must outlive a restart, and guards nothing that is secret.
_STORAGE = {"storage_key": "kehoach-conversation", "secret": "kehoach-conversation"}


@dataclass(frozen=True, slots=True)
class _Parts:
    """The components of the page."""

    tab: Any
    transcript: Any
    box: Any
    anew: Any
    source: Any
    stored: Any
    """The conversation in this browser; outlives a reload."""
    conversation: Any
    """The conversation in this session."""
    opened: Any


@dataclass(frozen=True, slots=True)
class _Events:
    """What the page does: each method takes the values of components and returns new ones."""

    frame: Frame

    def ask(
        self, question: str, conversation: Conversation, language: str
    ) -> Iterator[tuple[object, Conversation, str]]:
        busy = self.frame.gr.update(value="", submit_btn=False, stop_btn=True)
        for fuller in handlers.ask(self.frame.desk, conversation, question):
            yield busy, fuller, self.show(fuller, language)

    def ask_example(
        self, clicked: Mapping[str, Any], conversation: Conversation, language: str
    ) -> Iterator[tuple[object, Conversation, str]]:
        yield from self.ask(str(clicked.get("question", "")), conversation, language)

    def rest(self, conversation: Conversation) -> tuple[object, list[Any]]:
        return self.frame.gr.update(submit_btn=True, stop_btn=False), to_json(conversation)

    def show(self, conversation: Conversation, language: str) -> str:
        return render_conversation(conversation, self.frame.examples(), texts_in(language))

    def greet(self, conversation: Conversation, language: str) -> object:
        """The welcome anew, since the library may have changed on another page."""
        return self.frame.gr.skip() if conversation else self.show((), language)

    def show_source(self, opened: Opened, language: str) -> str:
        if opened is None:
            return render_no_source(texts_in(language))
        number, citation = opened
        plan = handlers.find_plan(self.frame.desk, citation.plan)
        return render_source(citation, number, plan, texts_in(language))

    def open_citation(self, clicked: Mapping[str, Any], language: str) -> tuple[Opened, str]:
        opened = handlers.read_citation(clicked)
        return opened, self.show_source(opened, language)

    def close(self, language: str) -> tuple[Opened, str]:
        return None, self.show_source(None, language)

    def start_anew(self, language: str) -> tuple[object, Conversation, Opened, list[Any], str, str]:
        ready = self.frame.gr.update(submit_btn=True, stop_btn=False)
        return ready, (), None, [], self.show((), language), self.show_source(None, language)

    def rewrite(
        self, language: str, conversation: Conversation, opened: Opened
    ) -> tuple[object, object, object, str, str]:
        words, update = texts_in(language), self.frame.gr.update
        return (
            update(label=words.tab_chat),
            update(placeholder=words.ask_placeholder, label=words.ask_label),
            update(value=words.new_conversation),
            self.show(conversation, language),
            self.show_source(opened, language),
        )

    def resume(self, language: str, kept: list[Any], conversation: Conversation) -> object:
        # Whoever asks before this arrives keeps that conversation.
        if conversation:
            return self.frame.gr.skip()
        restored = from_json(kept)
        return restored, *self.rewrite(language, restored, None)


def add_page(frame: Frame) -> None:
    """Hang the chat into the window."""
    _wire(frame, _lay_out(frame), _Events(frame))


def _lay_out(frame: Frame) -> _Parts:
    gr, texts = frame.gr, texts_in("vi")
    with gr.Tab(texts.tab_chat, id="chat", elem_id="page-chat") as tab:
        stored = gr.BrowserState([], **_STORAGE)
        conversation, opened = gr.State(()), gr.State(None)
        with gr.Row(elem_id="desk", equal_height=True):
            with gr.Column(scale=3, min_width=320, elem_id="chat"):
                transcript = gr.HTML(
                    render_conversation((), frame.examples(), texts),
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
    return _Parts(tab, transcript, box, anew, source, stored, conversation, opened)


def _wire(frame: Frame, parts: _Parts, events: _Events) -> None:
    language, conversation, opened = frame.language, parts.conversation, parts.opened
    box, transcript, source, stored = parts.box, parts.transcript, parts.source, parts.stored

    answering = {"outputs": [box, conversation, transcript], **QUIET}
    asked = box.submit(events.ask, [box, conversation, language], **answering)
    picked = transcript.submit(frame.with_data(events.ask_example), [conversation, language], **answering)
    for answered in (asked, picked):
        answered.then(events.rest, [conversation], [box, stored], **QUIET)
    box.stop(events.rest, [conversation], [box, stored], cancels=[asked, picked], **QUIET)
    for begun in (box.submit, transcript.submit):  # The panel showed a passage of the question before.
        begun(events.close, [language], [opened, source], **QUIET)
    parts.tab.select(events.greet, [conversation, language], [transcript], **QUIET)
    parts.anew.click(
        events.start_anew,
        [language],
        [box, conversation, opened, stored, transcript, source],
        cancels=[asked, picked],
        **QUIET,
    )
    transcript.select(frame.with_data(events.open_citation), [language], [opened, source], **QUIET)
    source.clear(events.close, [language], [opened, source], **QUIET)

    shown = [parts.tab, box, parts.anew, transcript, source]
    frame.loaded.then(events.resume, [language, stored, conversation], [conversation, *shown], **QUIET)
    frame.on_language(events.rewrite, [conversation, opened], shown)
