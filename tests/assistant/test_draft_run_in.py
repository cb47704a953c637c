"""A point that goes on behind its heading in one line stays one paragraph; a task of others that names the unit stays."""

from __future__ import annotations

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.unit.profile import UnitProfile
from ingest.pipeline import read_plan

TEXT = """TỈNH ỦY SƠN HÀ
*
Số 12-KH/TU
Sơn Hà, ngày 05 tháng 01 năm 2032

KẾ HOẠCH
phát triển đảng viên vùng lòng hồ năm 2032

I- CHỈ TIÊU
1- Chỉ tiêu cụ thể
a) Tỷ lệ tổ chức cơ sở đảng sinh hoạt đúng kỳ: vùng lòng hồ đạt từ 90% trở lên.
b) Số đảng viên mới.
II- NHIỆM VỤ
1- Ban Dân vận Tỉnh ủy mở 02 lớp bồi dưỡng.
2- Đảng ủy Công an tỉnh cử 05 đảng viên tăng cường, phối hợp Đảng ủy xã Nậm Lành thành lập chi bộ bản nổi. Thí điểm sinh hoạt chi bộ trên thuyền tại Đảng bộ xã Nậm Lành.
3- Đảng ủy Bộ đội Biên phòng tỉnh hướng dẫn các đồn.
"""


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("lake") / "tinh-uy.txt"
    path.write_text(TEXT, encoding="utf-8")
    return draft_plan(read_plan(path), UnitProfile("Đảng ủy xã Nậm Lành", "party_committee")).text()


def test_a_line_is_not_torn_from_what_it_counts(text: str) -> None:
    assert "a) Tỷ lệ tổ chức cơ sở đảng sinh hoạt đúng kỳ: vùng lòng hồ đạt từ 90% trở lên." in text, text


def test_others_task_with_the_unit_by_name_is_kept(text: str) -> None:
    assert "thành lập chi bộ bản nổi" in text, text
    assert "Thí điểm sinh hoạt chi bộ trên thuyền" in text, text


def test_others_task_without_the_unit_is_left_out(text: str) -> None:
    assert "hướng dẫn các đồn" not in text, text
