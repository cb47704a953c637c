"""A writer killed in the middle leaves a library that answers and mends itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from vectorstore import StoreSettings, open_library

ROOT = Path(__file__).resolve().parents[2]


def write_plans(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        lines = [f"Tổ công tác số {number} chủ trì nhiệm vụ thứ {line} về thủy lợi." for line in range(60)]
        text = "\n".join([f"KẾ HOẠCH số {number} của huyện", *lines])
        (folder / f"kế-hoạch-{number:03}.txt").write_text(text, "utf-8")


def kill_while_adding(library: Path, plans: Path, after: int, delay: float) -> set[str]:
    """Start a writer, let it report ``after`` plans, wait ``delay`` seconds, kill it."""
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.vectorstore.killed_writer", str(library), str(plans)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert writer.stdout is not None
    told = {writer.stdout.readline().strip() for _ in range(after)}
    time.sleep(delay)
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    return told - {""}


def test_killed_writer_loses_nothing_that_it_reported(tmp_path: Path) -> None:
    write_plans(tmp_path / "plans", 24)
    settings = StoreSettings(tmp_path / "library", lock_seconds=20)
    told: set[str] = set()
    for after, delay in ((1, 0.03), (8, 0.08)):
        told |= kill_while_adding(settings.folder, tmp_path / "plans", after, delay)
        with open_library(settings) as library:
            names = {entry.name for entry in library.plans()}
            assert told <= names
            assert library.search("ai chủ trì nhiệm vụ về thủy lợi")
            for name in names:
                number = int(name[-7:-4])
                best = library.search(f"Tổ công tác số {number}", limit=3, only=[name])
                assert best and best[0].lexical > 0 and best[0].dense > 0
            library.warm()
            health = library.health()
            assert (health.lexical, health.dense) == ("ready", "chroma"), health.notes
            assert health.chunks == 60 * len(names)
            assert library.search("ai chủ trì nhiệm vụ về thủy lợi")
