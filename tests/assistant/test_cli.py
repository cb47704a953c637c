"""The command as a user types it: a fresh process or the same entry point, a library of its own."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant import cli
from assistant.samples import sample_paths
from ingest.errors import KehoachError

ROOT = Path(__file__).resolve().parents[2]
PLAN = """ỦY BAN NHÂN DÂN XÃ SUỐI NGỌC
Số: 07/KH-UBND
Suối Ngọc, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Tiếp công dân năm 2026

I. MỤC ĐÍCH
Giải quyết kịp thời kiến nghị của Nhân dân.

II. TỔ CHỨC THỰC HIỆN
1. Văn phòng HĐND và UBND xã chủ trì, phối hợp với Phòng Kinh tế lập lịch tiếp công dân.
2. Phòng Kinh tế gửi báo cáo quý về UBND xã trước ngày 20 tháng cuối quý.
"""


@pytest.fixture
def kehoach(tmp_path: Path):
    """Run the command in this process against a library of its own."""
    runner = CliRunner()

    def run(*arguments: str):
        return runner.invoke(cli.app, [*arguments, "--data", str(tmp_path / "library")])

    return run


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "xa-suoi-ngoc.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def loaded_by(code: str) -> set[str]:
    """Top-level modules that a fresh interpreter has loaded after running ``code``."""
    script = f"{code}\nimport sys\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


HEAVY = {"torch", "gradio", "chromadb", "sentence_transformers", "underthesea", "langchain"}


def test_help_and_ingest_load_nothing_heavy() -> None:
    help_page = "import contextlib, sys\nsys.argv = ['kehoach', '--help']\nfrom assistant.cli import main\nwith contextlib.suppress(SystemExit):\n    main()"
    assert not HEAVY & loaded_by(help_page)
    assert not HEAVY & loaded_by("import ingest, ingest.pipeline, vectorstore")


def test_a_plan_goes_in_answers_and_goes_out(kehoach, plan_file: Path) -> None:
    added = kehoach("ingest", str(plan_file))
    assert added.exit_code == 0 and "xa-suoi-ngoc.txt: đã thêm" in added.output
    assert "không đổi" in kehoach("ingest", str(plan_file)).output
    assert "07/KH-UBND" in kehoach("list").output
    answer = json.loads(kehoach("ask", "ai chủ trì lập lịch tiếp công dân?", "--json").output)
    assert answer["status"] == "answered"
    assert "**Văn phòng HĐND và UBND xã**" in answer["answer"]
    cited = answer["citations"][0]
    assert cited["section"] == "II.1" and PLAN[cited["start"] : cited["end"]] == cited["quote"]
    assert kehoach("remove", "xa-suoi-ngoc.txt").exit_code == 0
    gone = json.loads(kehoach("ask", "ai chủ trì lập lịch tiếp công dân?", "--json").output)
    assert gone["status"] == "not_found" and not gone["citations"]


def test_a_bad_file_is_named_and_the_others_go_on(kehoach, plan_file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "hong.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing more")
    result = kehoach("ingest", str(broken), str(plan_file))
    assert result.exit_code == 1
    assert re.search(r"LỖI hong\.pdf: .+;.+\.", result.output)
    assert "xa-suoi-ngoc.txt: đã thêm" in result.output


def test_a_batch_keeps_ids_and_order(kehoach, plan_file: Path, tmp_path: Path) -> None:
    kehoach("ingest", str(plan_file))
    asked, told = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    history = [
        {"role": "user", "content": "ai chủ trì lập lịch tiếp công dân?"},
        {"role": "assistant", "content": "…"},
    ]
    rows = [
        {"id": "a", "question": "han nop bao cao quy la khi nao"},
        {"id": "b", "question": "phối hợp với ai?", "history": history},
        {"id": "c", "question": "kinh phí mua ô tô bao nhiêu tỷ?"},
    ]
    asked.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    assert kehoach("ask", "--batch", str(asked), "--out", str(told)).exit_code == 0
    answers = [json.loads(line) for line in told.read_text(encoding="utf-8").splitlines()]
    assert [answer["id"] for answer in answers] == ["a", "b", "c"]
    assert "ngày 20 tháng cuối quý" in answers[0]["answer"]
    assert "Phòng Kinh tế" in answers[1]["answer"]
    assert answers[2]["status"] == "not_found"
    assert set(answers[0]) >= {"id", "status", "answer", "kind", "language", "citations", "seconds"}


def test_a_batch_with_a_bad_line_names_it(kehoach, tmp_path: Path) -> None:
    asked = tmp_path / "in.jsonl"
    asked.write_text('{"id": 1, "question": "ai ký?"}\n{oops\n', encoding="utf-8")
    result = kehoach("ask", "--batch", str(asked))
    assert isinstance(result.exception, KehoachError) and "dòng 2" in str(result.exception)


def test_plan_json_keeps_the_contract(plan_file: Path) -> None:
    result = CliRunner().invoke(cli.app, ["plan", str(plan_file), "--json"])
    plan = json.loads(result.output)
    fields = "file doc_type number issuer level system province date year title parents recipients signer sections tables facts repairs"
    assert set(fields.split()) <= set(plan)
    assert (plan["number"], plan["date"], plan["level"], plan["province"]) == (
        "07/KH-UBND",
        "2026-01-12",
        "commune",
        None,
    )
    for kind in ("assignments", "deadlines", "targets", "references"):
        for fact in plan["facts"][kind]:
            assert PLAN[fact["start"] : fact["end"]] == fact["quote"]


def test_every_command_of_the_documents_exists() -> None:
    told = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/commands.md"))
    named = set(re.findall(r"kehoach (ingest|plan|ask|list|remove|serve|draft|check)\b", told))
    known = {info.name or info.callback.__name__ for info in cli.app.registered_commands if info.callback}
    assert named <= known and {"ingest", "plan", "ask", "list", "remove", "serve"} <= named


def test_samples_are_loaded_into_an_empty_library_only(kehoach, plan_file: Path, tmp_path: Path) -> None:
    from assistant.settings import Settings
    from assistant.weighing import Desk
    from vectorstore import StoreSettings, open_library

    folder = tmp_path / "library"
    with open_library(StoreSettings(folder)) as library:
        cli.add_samples(Desk(Settings(data=folder), library))
        assert len(library.plans()) == len(sample_paths())
