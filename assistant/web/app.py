"""The window and its server; the only importer of gradio.

Nothing leaves the machine: no analytics, no fonts or scripts from elsewhere, no share links.
"""

from __future__ import annotations

import inspect
import logging
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import fastapi
import gradio as gr
import uvicorn
from gradio import Blocks

from assistant.web.examples import examples_of
from assistant.web.frame import QUIET, STATIC, Frame, static
from assistant.web.pages import PAGES
from assistant.web.rendering import render_title
from assistant.web.texts import LANGUAGES, texts_in
from ingest.errors import KehoachError

if TYPE_CHECKING:
    from assistant.weighing import Desk

__all__ = ["build_app", "build_server", "serve"]

CONCURRENT_EVENTS = 4
"""Questions answered at once; each runs in a worker thread, so the page stays alive for the others."""
MAX_FILE_SIZE = "100mb"
FORGET_UPLOADS = 3600
"""Seconds after which gradio's own copy of an uploaded file is deleted; the library keeps what it needs."""
_log = logging.getLogger(__name__)
_FONT = ("system-ui", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "Arial", "sans-serif")
_MONO = ("ui-monospace", "Consolas", "Noto Sans Mono", "monospace")


def _theme() -> gr.themes.Base:
    return gr.themes.Base(
        primary_hue=gr.themes.colors.blue,
        neutral_hue=gr.themes.colors.slate,
        font=[gr.themes.Font(name) for name in _FONT],
        font_mono=[gr.themes.Font(name) for name in _MONO],
    )


def _with_data(handler: Callable[..., Any]) -> Callable[..., Any]:
    """Hand the data of a browser event to ``handler`` as its first argument (gradio looks at annotations)."""
    if inspect.isgeneratorfunction(handler):

        def on_stream(event: gr.EventData, *values: object) -> Iterator[object]:
            yield from handler(event._data or {}, *values)

        return on_stream

    def on_event(event: gr.EventData, *values: object) -> object:
        return handler(event._data or {}, *values)

    return on_event


def _known_language(kept: str) -> object:
    # The page is made in Vietnamese; writing that again could undo a quick reader's first click.
    texts = texts_in(kept)
    return gr.skip() if texts.language == "vi" else (texts.language, render_title(texts))


def build_app(desk: Desk, examples: Sequence[str] | None = None) -> Blocks:
    """Return the window over a desk; ``examples`` are the questions offered on the empty page, by its library where not given."""

    def offered() -> Sequence[str]:
        return examples_of(desk.library) if examples is None else examples

    texts = texts_in("vi")
    blocks: Blocks = gr.Blocks(
        title=texts.title,
        analytics_enabled=False,
        fill_width=True,
        fill_height=True,
        delete_cache=(FORGET_UPLOADS, FORGET_UPLOADS),
    )
    with blocks:
        stored = gr.BrowserState("vi", storage_key="kehoach-language", secret="kehoach-language")
        with gr.Row(elem_id="title-bar"):
            title = gr.HTML(
                render_title(texts), elem_id="title", js_on_load=static("title.js"), apply_default_css=False
            )
            language = gr.Radio(
                LANGUAGES,
                value=texts.language,
                show_label=False,
                label=texts.language_label,
                container=False,
                elem_id="language",
                scale=0,
                min_width=180,
            )
        loaded = blocks.load(_known_language, [stored], [language, title], **QUIET)
        frame = Frame(gr, desk, language, loaded, offered, _with_data)
        # First of all handlers, so that the choice is kept before the pages are written anew.
        frame.on_language(lambda chosen: (chosen, render_title(texts_in(chosen))), [], [stored, title])
        with gr.Tabs(elem_id="pages"):
            for add_page in PAGES:
                add_page(frame)
    blocks.queue(default_concurrency_limit=CONCURRENT_EVENTS, api_open=False)
    return blocks


def build_server(desk: Desk, examples: Sequence[str] | None = None) -> fastapi.FastAPI:
    """Return the web server with the window mounted at its root.

    The window sits in FastAPI, so that a sign-in can be put before it (``auth_dependency``).
    """
    server = fastapi.FastAPI(title="kehoach", docs_url=None, redoc_url=None, openapi_url=None)
    mounted: fastapi.FastAPI = gr.mount_gradio_app(
        server,
        build_app(desk, examples),
        path="/",
        theme=_theme(),
        css=static("style.css") + static("draft.css"),
        favicon_path=str(STATIC / "favicon.svg"),
        footer_links=[],
        max_file_size=MAX_FILE_SIZE,
        ssr_mode=False,
        show_error=False,
        enable_monitoring=False,
        pwa=False,
    )
    return mounted


def _warm(desk: Desk) -> None:
    """Load what the first question would otherwise wait for; if that fails, the question will say so."""
    try:
        desk.library.warm()
        desk.context()
    except KehoachError as error:
        _log.warning("%s", error)


def _tell_when_started(server: uvicorn.Server, address: str, open_browser: bool) -> None:
    while not server.started:
        if server.should_exit:
            return
        time.sleep(0.1)
    sys.stderr.write(f"Trang hỏi đáp đã sẵn sàng: {address} (dừng: Ctrl+C)\n")
    if open_browser:
        webbrowser.open(address)


def _claim(host: str, port: int) -> None:
    """Raise KehoachError where another program serves on this port already."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as exc:
            raise KehoachError(
                f"Không mở được trang ở {host}:{port}: cổng đang được chương trình khác dùng hoặc không được phép; "
                f"hãy chọn cổng khác: kehoach serve --samples --port {port + 1}."
            ) from exc


def serve(desk: Desk, host: str = "127.0.0.1", port: int = 7860, open_browser: bool = False) -> None:
    """Serve the window until interrupted, and say where; with ``open_browser`` show it as soon as it answers.

    Raises KehoachError where the port is taken.
    """
    _claim(host, port)
    threading.Thread(target=_warm, args=(desk,), daemon=True).start()
    server = uvicorn.Server(uvicorn.Config(build_server(desk), host=host, port=port, log_level="warning"))
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    address = f"http://{shown}:{port}"
    threading.Thread(target=_tell_when_started, args=(server, address, open_browser), daemon=True).start()
    server.run()
