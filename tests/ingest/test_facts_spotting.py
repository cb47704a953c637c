"""Agencies in questions, however they are typed."""

from __future__ import annotations

import pytest

from ingest.facts.bodies.agencies import agency_key
from ingest.facts.bodies.spotting import spot_agencies


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("SNV phải làm gì?", ["so noi vu"]),
        ("so noi vu phai lam gi", ["so noi vu"]),
        ("What must the Sở VHTT&DL do?", ["so van hoa the thao du lich"]),
        ("nhiệm vụ của sở tư pháp và công an tỉnh", ["so tu phap", "cong an tinh"]),
        ("ban dan van huyen uy chu tri gi", ["ban dan van huyen uy"]),
        ("ai chủ trì tổng hợp báo cáo?", []),
        ("tư liệu nào được dùng", []),
    ],
)
def test_spotted_agencies(question: str, keys: list[str]) -> None:
    assert [agency_key(agency.name) for agency in spot_agencies(question)] == keys
