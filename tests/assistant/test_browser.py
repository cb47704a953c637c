"""The page as an officer meets it: a real server, a real library, a real browser."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.assistant.web_desk import NAME, TEXT

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SWITCHES = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()
QUESTION = "Ai chủ trì tổng hợp báo cáo kết quả giải quyết đơn thư khiếu nại?"
LOCAL = {"127.0.0.1", "localhost"}
WAIT_MS = 60_000
BOUND_MS = 2_000
"""Gradio draws its parts before it binds their events; a person is slower than that, a program is not."""
"""The first question loads the embedding model; a busy machine takes its time."""


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over a library that holds one invented plan."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed (Debian: apt install chromium)")
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install playwright)")
    import uvicorn

    from assistant.settings import Settings
    from assistant.web.app import build_server
    from assistant.weighing import Desk
    from vectorstore import open_library
    from vectorstore.hits import StoreSettings

    folder = tmp_path_factory.mktemp("library")
    plan = folder / NAME
    plan.write_text(TEXT, encoding="utf-8")
    with open_library(StoreSettings(folder / "data")) as library:
        library.add(plan, NAME)
        desk = Desk(Settings(data=folder / "data"), library)
        port = _free_port()
        server = uvicorn.Server(
            uvicorn.Config(build_server(desk, (QUESTION,)), host="127.0.0.1", port=port, log_level="warning")
        )
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
        server.should_exit = True
        thread.join(20)


@pytest.fixture(scope="module")
def browser(address: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        chromium = player.chromium.launch(executable_path=CHROMIUM, headless=True, args=SWITCHES)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """A fresh browser window on the page; fails the test when anything is asked of another machine."""
    window = browser.new_context(viewport={"width": 1440, "height": 900})
    page = window.new_page()
    page.set_default_timeout(WAIT_MS)
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(address)
    page.wait_for_selector(".example")
    page.wait_for_timeout(BOUND_MS)
    yield page
    window.close()
    elsewhere = [
        url
        for url in asked
        if urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname not in LOCAL
    ]
    assert not elsewhere, "the page must work with no network"
    assert not faults


def _ask(page: Any, question: str) -> None:
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
    page.wait_for_selector(".exchange .answer:not(.thinking)")


def test_citation_opens_the_highlighted_passage_and_outlives_a_reload(page: Any) -> None:
    _ask(page, QUESTION)
    assert "Thanh tra tỉnh" in page.locator(".answer .body").inner_text()
    page.locator(".answer .cite").first.click()
    page.wait_for_selector(".source.open mark")
    marked = page.locator(".source.open mark")
    assert "tổng hợp báo cáo kết quả giải quyết đơn thư khiếu nại" in " ".join(marked.all_inner_texts())
    assert marked.first.is_visible()
    assert NAME in page.locator(".source.open header").inner_text()
    page.reload()
    page.locator(".answer .chip").first.click()
    page.wait_for_selector(".source.open mark")
    page.keyboard.press("Escape")
    page.wait_for_selector(".source.empty")


def test_example_question_is_asked_by_a_click(page: Any) -> None:
    page.locator(".example").first.click()
    page.wait_for_selector(".answer .citations")
    assert page.locator(".question p").inner_text() == QUESTION


def test_markup_in_a_plan_is_shown_as_text(page: Any) -> None:
    _ask(page, "Mục đích của kế hoạch là gì?")
    page.locator(".answer .cite").first.click()
    page.wait_for_selector(".source.open mark")
    assert "<script>alert(1)</script>" in page.locator(".source .text").inner_text()
    assert page.locator("#source script, #transcript script").count() == 0


def test_question_without_an_answer_is_told_calmly(page: Any) -> None:
    _ask(page, "Số điện thoại của Chủ tịch tỉnh Hoa Lư là bao nhiêu?")
    assert page.locator(".answer.not-found").count() == 1
    assert page.locator(".answer.failed").count() == 0


def test_language_switch_reaches_every_part(page: Any) -> None:
    page.locator("#language label", has_text="English").click()
    page.wait_for_selector(".welcome h2:has-text('What would you like')")
    for label in ("Ask", "Plan library"):
        page.wait_for_selector(f"#pages button[role=tab]:visible:text-is('{label}')")
    assert page.locator("#question textarea").get_attribute("placeholder").startswith("Ask about the plans")
    page.wait_for_timeout(BOUND_MS)
    page.reload()
    page.wait_for_selector(".welcome h2:has-text('What would you like')")


def test_library_takes_refuses_and_removes_files(page: Any, tmp_path: Path) -> None:
    page.locator("#pages button[role=tab]:visible", has_text="Kho kế hoạch").click()
    page.wait_for_selector(f".library tbody tr:has-text('{NAME}')")
    broken = tmp_path / "văn bản hỏng.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    good = tmp_path / "bản sao.txt"
    good.write_text(TEXT.replace("2031", "2032"), encoding="utf-8")
    page.locator("#page-library input[type=file]").set_input_files([broken, good])
    page.wait_for_selector(".uploads li.added")
    assert "văn bản hỏng.docx" in page.locator(".uploads li.failed .why").inner_text()
    page.wait_for_selector(".library tbody tr:has-text('bản sao.txt')")
    page.locator(".remove[data-remove='bản sao.txt']").click()
    page.locator("[data-confirm]").click()
    page.wait_for_selector(".notice:has-text('bản sao.txt')")
    assert page.locator(".library tbody tr").count() == 1
