"""Unit profiles: read, written, and refused with every fault named."""

from __future__ import annotations

import pytest

from assistant.draft.profile import kinds
from assistant.draft.profile_file import (
    BadProfile,
    example_profiles,
    profile_from_yaml,
    profile_to_yaml,
    read_profile,
)


def test_examples_survive_writing() -> None:
    assert {read_profile(path).kind for path in example_profiles()} <= set(kinds())
    for path in example_profiles():
        profile = read_profile(path)
        assert profile_from_yaml(profile_to_yaml(profile)) == profile


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kind: department", "name. còn thiếu"),
        ("name: A\nkind: ministry", "một trong"),
        ("name: A\nkind: school\nyear: 12", "năm từ"),
        ("name: A\nkind: school\ncolour: red", "colour"),
        ("name: A\nkind: school\ndivisions: 3", "divisions"),
        ("name: A\nkind: school\ngatherer: B\ndivisions: [{name: C}]", "gatherer"),
        ("name: A\nkind: school\nreport_lead_days: -3", "từ 0 trở lên"),
        ("name: [", "YAML"),
        ("- a", "tên: giá trị"),
    ],
)
def test_faults_are_told(text: str, said: str) -> None:
    with pytest.raises(BadProfile, match=said):
        profile_from_yaml(text)
