"""A question that names no plan is answered for all the plans that tell, where their answers differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.ask import answer_question
from assistant.samples import sample_paths
from assistant.settings import Settings
from assistant.weighing import Desk
from vectorstore import StoreSettings, open_library


@pytest.mark.parametrize(
    ("question", "bodies"),
    [
        ("ai chủ trì tổng hợp báo cáo giải quyết đơn thư?", {"Thanh tra tỉnh", "Văn phòng HĐND và UBND xã"}),
        ("ai chủ trì tổng hợp báo cáo giải quyết đơn thư ở xã Suối Bạc?", {"Văn phòng HĐND và UBND xã"}),
    ],
)
def test_who_gathers_is_told_plan_by_plan(tmp_path: Path, question: str, bodies: set[str]) -> None:
    with open_library(StoreSettings(tmp_path)) as library:
        assert all(outcome.error is None for outcome in library.add_all(sample_paths()))
        short = answer_question(Desk(Settings(data=tmp_path), library), question).text
    assert {
        body for body in ("Thanh tra tỉnh", "Văn phòng HĐND và UBND xã") if f"**{body}**" in short
    } == bodies, short
