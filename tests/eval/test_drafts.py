"""Every set of checklists can be read, and its parents that are kept here are found. Nothing is drafted."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from assistant.draft.model import SLOT
from eval.drafts import SETS, _pairs, _parent, read_unit
from eval.reading_gold import DATA

KEYS = {"parent", "unit", "seen", "split", "has", "not", "together", "owner", "word", "word_not"}


@pytest.mark.parametrize("name", sorted(SETS))
def test_sets_follow_the_form(name: str, tmp_path: Path) -> None:
    for pair in _pairs(name):
        assert pair.keys() <= KEYS
        assert read_unit(pair["unit"]).name
        if pair["parent"].startswith(("library:", "sample:")):
            assert _parent(pair["parent"], tmp_path) is not None


@pytest.mark.parametrize("split", ["dev", "test"])
def test_tasks_are_given_to_divisions_of_the_unit(split: str) -> None:
    for pair in yaml.safe_load((DATA / f"divisions_{split}.yaml").read_text(encoding="utf-8")):
        names = {division.name for division in read_unit(pair["unit"]).divisions} | {SLOT}
        assert all(name in names for owners in pair["tasks"] for name in owners.split(" | "))
