"""Every score that the README names has its command."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from eval.command import app


@pytest.mark.parametrize(
    "name", ["answers", "retrieval", "reading", "drafts", "divisions", "review", "speed"]
)
def test_each_score_has_a_command(name: str) -> None:
    outcome = CliRunner().invoke(app, [name, "--help"])
    assert outcome.exit_code == 0
    assert name in outcome.output
