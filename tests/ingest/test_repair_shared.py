"""The laws of repair on every real document at hand: verbatim spans, NFC, idempotence, linear time."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest

from ingest.plan import RawText
from ingest.repair import repair_text
from tests.ingest.test_repair import assert_mapped

FOLDERS = ("seeds", "plans")


def documents(shared: Path) -> list[Path]:
    return sorted(
        path for folder in FOLDERS for path in (shared / folder).iterdir() if path.suffix in {".txt", ".md"}
    )


@pytest.mark.parametrize("at", range(22))
def test_laws(shared: Path, at: int) -> None:
    found = documents(shared)
    if at >= len(found):
        pytest.skip("fewer documents here")
    text = found[at].read_text(encoding="utf-8")
    source = repair_text(RawText(found[at].name, text))
    assert unicodedata.is_normalized("NFC", source.clean)
    assert not any(mark in source.clean for mark in ("**", "\f", "\n\n", "  ", "<td", "<p>"))
    assert_mapped(source)
    if not source.repairs and not source.footnotes:
        assert repair_text(RawText(found[at].name, source.clean)).clean == source.clean


def test_time_grows_with_the_pages(shared: Path) -> None:
    text = (shared / "plans" / "tinh-dong-nai-182-kh-ubnd.md").read_text(encoding="utf-8")

    def seconds(times: int) -> float:
        started = time.perf_counter()
        repair_text(RawText("kh.md", "\n\n".join([text] * times)))
        return time.perf_counter() - started

    seconds(1)
    assert seconds(8) < 24 * max(seconds(1), 0.02)
