"""A sentence that narrowing would leave broken stays as the parent says it, and the officer is told; invented text."""

from __future__ import annotations

import pytest

from assistant.draft.child import narrow
from assistant.draft.edits import Edit, breaks
from assistant.draft.unit.profile import UnitProfile
from tests.assistant.test_draft_lists import BUILDERS, draft


@pytest.mark.parametrize(
    ("new", "old", "broken"),
    [
        ("cấp thẻ tại hoặc nhà dân", "cấp thẻ tại UBND xã hoặc nhà dân", True),
        ("theo Kế hoạch của.", "theo Kế hoạch của tỉnh.", True),
        ("các thôn và và các hội", "các thôn, bản và các hội", True),
        ("phát huy mô hình “Dân vận", "phát huy mô hình “Dân vận khéo”", True),
        ("rà soát các các thôn", "rà soát các xã, các thôn", True),
        ("giao cho các thôn, tổ", "giao cho các xã, phường", False),
        (
            "a) rà soát hồ sơ xã chuyển đến; lập biên bản",
            "a) rà soát hồ sơ huyện chuyển đến; lập biên bản",
            False,
        ),
    ],
)
def test_half_a_sentence_is_told_from_a_whole_one(new: str, old: str, broken: bool) -> None:
    assert breaks(new, old) is broken


def test_narrowing_that_breaks_a_sentence_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Cấp thẻ tại UBND xã hoặc nhà dân trong năm 2025."
    cut = [Edit(len("Cấp thẻ tại "), len("Cấp thẻ tại UBND xã "), "", "bỏ")]
    monkeypatch.setattr(narrow, "_phrase_edits", lambda *_, **__: cut)
    said = narrow.narrow_text(text, UnitProfile("UBND xã A", "commune", year=2026), 2025)
    assert said.text == "Cấp thẻ tại UBND xã hoặc nhà dân trong năm 2026."
    assert any("Giữ nguyên lời cấp trên" in warning for warning in said.warnings)


def test_where_others_work_the_unit_keeps_its_name() -> None:
    line = "1. UBND các xã phối hợp với ngân hàng mở tài khoản cho chủ đò tại UBND các xã hoặc tại nhà."
    assert "tại UBND xã hoặc tại nhà" in draft(BUILDERS, line).text()
