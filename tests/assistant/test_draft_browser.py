"""The page "Soạn kế hoạch" in a real browser: choose, draft, see the trace, export the files."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.assistant.test_browser import CHROMIUM, SWITCHES, WAIT_MS

pytestmark = pytest.mark.browser
PARENT = Path(__file__).resolve().parents[2] / "assistant" / "samples" / "tinh-son-ha-12-kh-ubnd.docx"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed (Debian: apt install chromium)")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    import uvicorn

    from assistant.ask import Desk
    from assistant.settings import Settings
    from assistant.web.app import build_server
    from vectorstore import open_library
    from vectorstore.hits import StoreSettings

    folder = tmp_path_factory.mktemp("library")
    with open_library(StoreSettings(folder / "data")) as library:
        library.add(PARENT)
        desk = Desk(Settings(data=folder / "data"), library)
        with socket.socket() as door:
            door.bind(("127.0.0.1", 0))
            port: int = door.getsockname()[1]
        server = uvicorn.Server(
            uvicorn.Config(build_server(desk), host="127.0.0.1", port=port, log_level="warning")
        )
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.05)
        with playwright.sync_playwright() as player:
            chromium = player.chromium.launch(executable_path=CHROMIUM, headless=True, args=SWITCHES)
            window = chromium.new_page(viewport={"width": 1400, "height": 1000}, accept_downloads=True)
            window.set_default_timeout(WAIT_MS / 4)
            window.goto(f"http://127.0.0.1:{port}/")
            yield window
            chromium.close()
        server.should_exit = True
        thread.join(20)


def _choose(page: Any, where: str, words: str) -> None:
    page.locator(f"#{where} input").click()
    page.get_by_role("option").filter(has_text=words).first.click()


def test_officer_drafts_and_exports(page: Any, tmp_path: Path) -> None:
    from docx import Document

    page.get_by_role("tab", name="Soạn kế hoạch").click()
    _choose(page, "draft-parent", "12/KH-UBND")
    _choose(page, "draft-example", "Sở Nông nghiệp và Môi trường")
    page.wait_for_function("document.querySelector('#draft-profile textarea').value.includes('SNNMT')")
    page.locator("#draft-start").click()
    report = page.locator("#draft-report")
    report.get_by_text("Nhiệm vụ:").wait_for()
    assert "còn thiếu 0" in report.inner_text()
    table = page.locator("#draft-table")
    table.get_by_text("100% phòng, đơn vị thuộc Sở ban hành kế hoạch").first.wait_for()
    assert "62/62 xã, phường" in table.inner_text()
    page.locator("#draft-export").click()
    files = page.locator("#draft-files")
    files.get_by_text("doi-chieu").first.wait_for()
    with page.expect_download() as waiting:
        files.locator("a[download]").first.click()
    waiting.value.save_as(tmp_path / "d.docx")
    texts = [p.text for p in Document(str(tmp_path / "d.docx")).paragraphs]
    assert any("Thực hiện Kế hoạch số 12/KH-UBND" in text for text in texts)


def test_a_bad_profile_is_told_in_vietnamese(page: Any) -> None:
    page.locator("#draft-profile textarea").fill("kind: ministry")
    page.locator("#draft-start").click()
    alert = page.get_by_role("alert")
    alert.wait_for()
    assert "tên đơn vị" in alert.inner_text() and "một trong" in alert.inner_text()
