"""Unit profiles: read, written, and refused with every fault named."""

from __future__ import annotations

import re

import pytest

from assistant.draft.file.word import _issuer_lines
from assistant.draft.unit.party import cell_kinds
from assistant.draft.unit.profile import Division, UnitProfile, hamlets_of, kind_of, kinds, post_of
from assistant.draft.unit.profile_file import (
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


@pytest.mark.parametrize(
    ("name", "signs", "issuer"),
    [
        ("Văn phòng Tỉnh ủy Sơn Hà", "CHÁNH VĂN PHÒNG", ["VĂN PHÒNG"]),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy Sơn Hà", "TRƯỞNG BAN", ["BAN TUYÊN GIÁO VÀ DÂN VẬN"]),
        ("Ủy ban Kiểm tra Tỉnh ủy Sơn Hà", None, ["ỦY BAN KIỂM TRA"]),
    ],
)
def test_the_head_of_an_office_of_a_party_committee_signs_by_the_post(
    name: str, signs: str | None, issuer: list[str]
) -> None:
    unit = UnitProfile(name, "party_body", parent="Tỉnh ủy Sơn Hà", place="Sơn Hà", year=2026)
    kind = kind_of(unit)
    assert kind.authority == ("" if signs else "T/M ỦY BAN KIỂM TRA")
    assert signs is None or post_of(unit) == signs
    assert _issuer_lines(unit, 200, 14) == (["TỈNH ỦY SƠN HÀ"], issuer)


@pytest.mark.parametrize(
    ("parts", "told"),
    [("Các phum, sóc", "phum"), ("Làng Kon Rờ Bàng", "làng"), ("Tiểu khu 3", "tiểu khu"), ("Khu vực Thạnh Hòa", "khu vực"), ("Ban Chăm sóc trẻ em", "thôn")],
)  # fmt: skip
def test_hamlets_are_called_as_the_law_and_the_profile_call_them(parts: str, told: str) -> None:
    unit = UnitProfile("UBND xã Suối Bạc", "commune", divisions=(Division("Phòng Kinh tế"), Division(parts)))
    assert hamlets_of(unit) == told


def test_a_cell_of_a_hamlet_is_one_of_its_kind_whatever_the_hamlet_is_called() -> None:
    for name in ("Chi bộ Tiểu khu 3", "Chi bộ Làng Kon Rờ Bàng", "Chi bộ Phum Rò"):
        assert re.fullmatch(cell_kinds(name) or "", "khu dân cư")
    assert not re.fullmatch(cell_kinds("Chi bộ Trung tâm Chăm sóc trẻ em") or "", "khu dân cư")
