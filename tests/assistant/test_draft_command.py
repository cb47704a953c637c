"""`kehoach draft` for a newcomer: a sample profile that can be copied, and a help that says how to begin."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.cli import app
from assistant.draft.unit.profile import READ_FROM_PARENT, UnitProfile, kinds
from assistant.draft.unit.profile_file import profile_from_yaml
from assistant.plan_named import plan_named
from assistant.samples import sample_paths
from ingest.errors import KehoachError
from vectorstore import StoreSettings, open_library

COMMANDS = Path(__file__).resolve().parents[2] / "docs" / "commands.md"


@pytest.mark.parametrize("kind", ["department", "commune", "province", "party_body"])
def test_a_sample_profile_can_be_read_back(kind: str) -> None:
    done = CliRunner().invoke(app, ["draft", "--sample", kind])
    assert done.exit_code == 0
    assert profile_from_yaml(done.stdout).kind == kind
    assert all(f"{name}: " in done.stdout for name in kinds())


def test_without_a_parent_the_command_says_how_to_begin() -> None:
    assert CliRunner().invoke(app, ["draft"]).exit_code == 2
    assert CliRunner().invoke(app, ["draft", "--sample", "không-có"]).exit_code == 2


def test_the_profile_in_the_documents_is_one() -> None:
    told = re.search(r"```yaml\n(.*?)```", COMMANDS.read_text(encoding="utf-8"), re.DOTALL)
    assert told is not None
    assert profile_from_yaml(told[1]).report_lead_days == 3


def test_the_documents_name_every_key_of_a_profile() -> None:
    text = COMMANDS.read_text(encoding="utf-8")
    assert not {f.name for f in fields(UnitProfile) if f"`{f.name}`" not in text} - READ_FROM_PARENT


def test_a_parent_is_named_by_its_number_in_the_library(tmp_path: Path) -> None:
    with open_library(StoreSettings(tmp_path, dense="exact")) as library:
        library.add(sample_paths()[0])
    assert plan_named("12/kh-ubnd", tmp_path).source.name == sample_paths()[0].name
    with pytest.raises(KehoachError, match="157/KH-UBND"):
        plan_named("157/KH-UBND", tmp_path)
