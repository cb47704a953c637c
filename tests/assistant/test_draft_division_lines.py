"""Which division has a task by its line of work; who only gets or shares it tells nothing."""

from __future__ import annotations

import pytest

from assistant.draft.child.assign import choose_division
from assistant.draft.child.lines import divisions_of_lines
from assistant.draft.unit.profile import Division, UnitProfile

_ROOMS = (Division("Phòng Văn hóa - Xã hội"), Division("Phòng Kinh tế"), Division("Văn phòng HĐND và UBND"))


@pytest.mark.parametrize(
    ("task", "division"),
    [
        ("gửi kết quả về Sở Y tế", None),
        ("Lập danh sách, báo cáo về Sở Nông nghiệp và Môi trường", None),
        ("Tổng hợp số liệu gửi Sở Tài chính", None),
        ("Nhập danh sách học sinh, gửi Sở Tài chính", "Phòng Văn hóa - Xã hội"),
        ("Phòng, chống dịch bệnh, báo cáo Sở Nông nghiệp và Môi trường", "Phòng Văn hóa - Xã hội"),
        ("Nâng cấp Trạm Y tế", "Phòng Văn hóa - Xã hội"),
        ("Khám bệnh cho người cao tuổi", "Phòng Văn hóa - Xã hội"),
    ],
)
def test_the_receiver_tells_no_line(task: str, division: str | None) -> None:
    assert list(divisions_of_lines(task, _ROOMS)) == ([division] if division else [])


@pytest.mark.parametrize(
    ("task", "division"),
    [
        ("Truy quét tội phạm, đấu tranh với buôn bán hàng giả", None),
        ("Phòng, chống tội phạm và dịch bệnh tại trường học", None),
        ("Khám sức khỏe nghĩa vụ quân sự", "Phòng Văn hóa - Xã hội"),
        ("Tuyên truyền phòng, chống tội phạm", "Phòng Văn hóa - Xã hội"),
    ],
)
def test_police_and_military_work_is_no_room_s(task: str, division: str | None) -> None:
    unit = UnitProfile("UBND xã Suối Bạc", "commune", divisions=_ROOMS)
    assert choose_division(task, unit) == division
