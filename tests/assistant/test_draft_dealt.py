"""Of what a sentence gives to each of several kinds of bodies, and to each of many, only what is the unit's; invented text."""

from __future__ import annotations

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.unit.profile import UnitProfile
from tests.assistant.draft_texts import inner
from tests.assistant.test_draft_shared import CENTRE, COMMUNE, SCHOOL, STATION, parent


@pytest.mark.parametrize(
    ("unit", "line", "said"),
    [
        # A sentence that deals out figures: only the unit's, without its label.
        (CENTRE, "Số người khám: Bệnh viện Đa khoa tỉnh: trên 60.000 lượt; các trung tâm y tế khu vực: trên 20.000 lượt; trạm y tế: trên 3.000 lượt.", "Số người khám: trên 20.000 lượt."),
        (COMMUNE, "Tỷ lệ rác được thu gom: các phường trên 90%; các xã trên 60%.", "Tỷ lệ rác được thu gom: trên 60%."),
        (COMMUNE, "Thư viện tỉnh: trên 90.000 lượt bạn đọc; các xã: trên 2.000 lượt; các điểm bưu điện: trên 500 lượt.", "Trên 2.000 lượt."),
        (COMMUNE, "Đối với các phường: trồng 5.000 cây xanh; đối với các xã: trồng 2.000 cây xanh.", "Trồng 2.000 cây xanh."),
        # Without a head the words before the figure may hold a verb; what is counted is no body.
        (COMMUNE, "Mỗi xã trồng 5 ha quế, các phường trồng 2 ha cây bóng mát.", "Xã trồng 5 ha quế, các phường trồng 2 ha cây bóng mát."),
        (STATION, "Tiêm vắc xin: trẻ dưới 1 tuổi đạt 95%, phụ nữ có thai đạt 90%.", "Tiêm vắc xin: trẻ dưới 1 tuổi đạt 95%, phụ nữ có thai đạt 90%."),
        # What another gets by itself, what is for schools of another level.
        (COMMUNE, "UBND các xã, phường rà soát hộ nghèo; Công an tỉnh được cấp 10 máy tính.", "UBND xã rà soát hộ nghèo."),
        (SCHOOL, "Các trường dùng dự toán được giao; Bảo tàng tỉnh được thêm 200 triệu đồng mua máy quét.", "Nhà trường dùng dự toán được giao."),
        (SCHOOL, "Các trường mở ngày hội đọc sách. Đối với các trường trung học phổ thông: thi hùng biện.", "Nhà trường mở ngày hội đọc sách."),
    ],
)  # fmt: skip
def test_only_the_units_share(unit: UnitProfile, line: str, said: str) -> None:
    text = inner(draft_plan(parent(f"I. NHIỆM VỤ\n1. Chỉ tiêu chung.\n- {line}"), unit))
    assert said in text.splitlines(), text


@pytest.mark.parametrize(
    ("unit", "task", "said"),
    [
        # What is told of each of many is told of one.
        (SCHOOL, "Các trường lập mỗi trường 01 câu lạc bộ, sinh hoạt tối thiểu 02 buổi/trường.", "Nhà trường lập 01 câu lạc bộ, sinh hoạt tối thiểu 02 buổi."),
        (COMMUNE, "UBND các xã, phường xây dựng mỗi xã 01 mô hình, tối thiểu 03 hộ/xã.", "UBND xã xây dựng 01 mô hình, tối thiểu 03 hộ."),
        (STATION, "Các trạm y tế khám tối thiểu 02 buổi/trạm/tuần, mỗi trạm cử 01 nhân viên.", "Trạm khám tối thiểu 02 buổi/tuần, cử 01 nhân viên."),
        (CENTRE, "Các trung tâm y tế khu vực mở mỗi trung tâm ít nhất 02 lớp.", "Trung tâm mở ít nhất 02 lớp."),
        # A verb of two syllables is no name with a verb of one.
        (STATION, "Khi bị bỏng, các trạm y tế sơ cứu người bị nạn.", "Khi bị bỏng, Trạm sơ cứu người bị nạn."),
        # The level of schools belongs to their name.
        (UnitProfile("Trường THPT Sơn Hà", "school", place="Sơn Hà"), "Các trường trung học phổ thông chăm bón vườn cây.", "Nhà trường chăm bón vườn cây."),
        (SCHOOL, "Các trường chiết ghép cây ăn quả.", "Nhà trường chiết ghép cây ăn quả."),
    ],
)  # fmt: skip
def test_told_of_one(unit: UnitProfile, task: str, said: str) -> None:
    text = inner(draft_plan(parent(f"I. NHIỆM VỤ\n1. {task}"), unit))
    assert said in text.splitlines(), text
