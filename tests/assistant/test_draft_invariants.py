"""What must hold of every draft, whichever parent and unit: nothing that charges the unit is lost, nothing invented."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from assistant.draft.cause import CHARGED
from assistant.draft.coverage import cover_draft
from assistant.draft.draft import draft_plan
from assistant.draft.lint import find_invented
from assistant.draft.parent.binding import is_plural, reach_of
from assistant.draft.unit.profile import Division, UnitProfile, kind_of
from assistant.samples import sample_paths
from ingest.pipeline import read_plan
from ingest.plan import Plan

SHARED = Path(__file__).resolve().parents[3] / "shared"
# Development parents only: plans, a decision with its plan attached, two regulations.
NAMES = (
    "seeds/001_*",
    "plans/thanh-pho-can-tho-157-*",
    "plans/tinh-dong-nai-182-*",
    "plans/tinh-lai-chau-88-*",
    "plans/tinh-son-la-2954-*",
    "plans/ban-chap-hanh-trung-uong-ban-t-1147-*",
)
OFFICE = (Division("Văn phòng", ("tổng hợp báo cáo",)),)
UNITS = (
    UnitProfile("Sở Nội vụ", "department", year=2026, field=("nội vụ",), divisions=OFFICE),
    UnitProfile("Sở Nông nghiệp và Môi trường", "department", year=2026, divisions=OFFICE),
    UnitProfile("UBND phường Bình Minh", "commune", place="phường Bình Minh", year=2026, divisions=OFFICE),
    UnitProfile("Đảng ủy xã Tân An", "party_committee", year=2026, divisions=OFFICE),
    UnitProfile("Trường THCS Lê Lợi", "school", parent="UBND phường Bình Minh", year=2026, divisions=OFFICE),
    UnitProfile("Hội Liên hiệp Phụ nữ tỉnh", "agency", year=2026, divisions=OFFICE),
)


def _parents() -> list[Path]:
    real = [path for name in NAMES for path in sorted(SHARED.glob(name))[:1]]
    return [*(path for path in sample_paths() if path.suffix != ".pdf"), *real]


@pytest.fixture(scope="module", params=_parents(), ids=lambda path: path.stem[:30])
def plan(request: pytest.FixtureRequest) -> Plan:
    return read_plan(request.param)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.kind + unit.name[-4:])
def test_nothing_that_charges_the_unit_is_lost_and_nothing_invented(plan: Plan, unit: UnitProfile) -> None:
    draft = draft_plan(plan, unit)
    assert find_invented(draft, plan, unit) == []
    body = [p for p in draft.paragraphs if p.kind not in {"title", "basis"}]
    for one, following in pairwise(body):
        assert one.kind != "heading" or following.level > one.level, one
    own_class = re.compile(kind_of(unit).one_of_class)
    for item in cover_draft(plan, draft).items:
        assert item.status != "missing", item
        if item.kind != "task" or item.cause is None or not item.who:
            continue
        enacts = re.search(r"thi hành|hiệu lực", item.text) or item.cause.why == "article"
        reach = reach_of(item.who, unit, collective=is_plural(item.who))
        assert reach != "unit" or enacts, item
        # A collective that includes the unit may only be left out for what the duty is, never as another's.
        others = item.cause.why in CHARGED
        assert not (reach == "class" and others), item
        own = unit.kind != "agency" and own_class.search(item.who.lower())
        assert not own or enacts or not others, item
