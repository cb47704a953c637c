"""Every set of checklists can be read, and its parents that are kept here are found. Nothing is drafted."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.drafts import SETS, _pairs, _parent, read_unit

KEYS = {"parent", "unit", "seen", "split", "has", "not", "together", "owner", "word", "word_not"}


@pytest.mark.parametrize("name", sorted(SETS))
def test_sets_follow_the_form(name: str, tmp_path: Path) -> None:
    for pair in _pairs(name):
        assert pair.keys() <= KEYS
        assert read_unit(pair["unit"]).name
        if pair["parent"].startswith(("library:", "sample:")):
            assert _parent(pair["parent"], tmp_path) is not None
