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

    from assistant.settings import Settings
    from assistant.web.app import build_server
    from assistant.weighing import Desk
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


def _open(page: Any) -> None:
    page.get_by_role("tab", name="Soạn kế hoạch").click()
    page.locator(".draft-form").wait_for()
    option = page.locator("[name=parent_plan] option").filter(has_text="12/KH-UBND")
    page.locator("[name=parent_plan]").select_option(option.get_attribute("value"))


def test_officer_fills_the_form_saves_drafts_edits_and_exports(page: Any, tmp_path: Path) -> None:
    from docx import Document

    _open(page)
    side = page.locator(".draft-side")
    assert "Ký hiệu trong số văn bản" in side.inner_text() and "[…]" in side.inner_text()
    for name, text in (
        ("name", "Sở Nội vụ"), ("code", "SNV"), ("year", "2026"), ("place", "Sơn Hà"), ("parent", "UBND tỉnh Sơn Hà"),
        ("authority", "KT. GIÁM ĐỐC"), ("signer_title", "PHÓ GIÁM ĐỐC"), ("gatherer", "Văn phòng Sở"),
    ):  # fmt: skip
        page.locator(f"[name={name}]").fill(text)
    page.locator("[name=kind]").select_option("department")
    page.get_by_role("button", name="Thêm bộ phận").click()
    rows = page.locator(".division")
    assert rows.count() == 3
    for index, (name, duties) in enumerate(
        (
            ("Văn phòng Sở", "tổng hợp báo cáo; tuyên truyền"),
            ("Phòng Cải cách hành chính", "cải cách hành chính"),
        )
    ):
        rows.nth(index).locator("[data-division=name]").fill(name)
        rows.nth(index).locator("[data-division=duties]").fill(duties)
    rows.nth(2).get_by_role("button").click()
    page.get_by_role("button", name="Lưu hồ sơ").click()
    page.get_by_text("Đã lưu hồ sơ Sở Nội vụ.").wait_for()
    assert page.locator("[name=kept] option").filter(has_text="Sở Nội vụ").count() == 1
    assert "Họ và tên người ký" in side.inner_text() and "Ký hiệu" not in side.inner_text()
    page.locator("[data-act=draft]").click()
    sheet = page.locator(".draft-sheet")
    sheet.wait_for()
    assert "100% phòng, đơn vị thuộc Sở" in sheet.inner_text() and "62/62 xã, phường" in sheet.inner_text()
    assert sheet.locator("td.missing").all_inner_texts() == ["0", "0", "0", "0"]
    title = sheet.locator("article.title .t")
    title.fill("Công tác dân vận năm 2026 của Sở Nội vụ")
    title.blur()
    gone = sheet.locator("article").filter(has_text="Yêu cầu").last
    gone.get_by_role("button", name="Bỏ đoạn").click()
    page.locator("[data-export]").click()
    files = page.locator("#draft-files")
    files.get_by_text("doi-chieu").first.wait_for()
    with page.expect_download() as waiting:
        files.locator("a[download]").first.click()
    waiting.value.save_as(tmp_path / "d.docx")
    document = Document(str(tmp_path / "d.docx"))
    texts = [p.text for p in document.paragraphs]
    assert "Công tác dân vận năm 2026 của Sở Nội vụ" in texts
    assert any("Thực hiện Kế hoạch số 12/KH-UBND" in text for text in texts)
    signature = [p.text for p in document.tables[1].rows[0].cells[1].paragraphs if p.text]
    assert signature == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "[…]"]


def test_a_saved_profile_is_there_for_the_next_visit_and_its_yaml_goes_out_and_in(
    page: Any, tmp_path: Path
) -> None:
    page.reload()
    _open(page)
    page.locator("[name=kept]").select_option(label="Sở Nội vụ")
    page.wait_for_function("document.querySelector('[name=code]').value === 'SNV'")
    assert page.locator("[data-division=name]").first.input_value() == "Văn phòng Sở"
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Tải YAML").click()
    waiting.value.save_as(tmp_path / "unit.yaml")
    text = (tmp_path / "unit.yaml").read_text(encoding="utf-8")
    assert "name: Sở Nội vụ" in text
    (tmp_path / "other.yaml").write_text(text.replace("SNV", "SNV2"), encoding="utf-8")
    page.locator("input[data-act=import]").set_input_files(tmp_path / "other.yaml")
    page.wait_for_function("document.querySelector('[name=code]').value === 'SNV2'")
    page.locator("[name=kept]").select_option(label="Sở Nội vụ")
    page.wait_for_function("document.querySelector('[name=code]').value === 'SNV'")
    page.get_by_role("button", name="Xóa hồ sơ này").click()
    page.get_by_text("Đã xóa hồ sơ.").wait_for()
    assert page.locator("[name=kept] option").filter(has_text="Sở Nội vụ").count() == 0


def test_a_bad_profile_is_told_in_vietnamese(page: Any) -> None:
    page.locator("[name=kept]").select_option(label="Hồ sơ mới…")
    page.wait_for_function("document.querySelector('[name=code]').value === ''")
    page.locator("[name=year]").fill("mười")
    page.locator("[data-act=draft]").click()
    alert = page.locator(".draft-side [role=alert]")
    alert.wait_for()
    assert "“Tên đơn vị” còn thiếu" in alert.inner_text() and "Năm kế hoạch" in alert.inner_text()


def test_the_page_is_in_english_too_and_keeps_what_was_typed(page: Any) -> None:
    page.locator("[name=name]").fill("Sở Y tế")
    page.locator("[name=name]").blur()
    page.wait_for_timeout(500)
    page.get_by_text("English", exact=True).click()
    page.get_by_role("button", name="Add a division").wait_for()
    assert page.locator("[name=name]").input_value() == "Sở Y tế"
    page.get_by_text("Tiếng Việt", exact=True).click()
    page.get_by_role("button", name="Thêm bộ phận").wait_for()
