"""Assignments that no role word announces, and those told by a turn to another body or of the sentence before."""

from __future__ import annotations

import pytest

from ingest.facts.tasks.passives import read_passive
from ingest.plan import Range
from tests.ingest.facts_document import facts_of

LEAD, COORDINATE, RESPONSIBLE = "lead", "coordinate", "responsible"

CASES = [
    # how often before a verb, a rule done by its adviser, and who has so many of something
    (
        "1. Văn phòng Tỉnh ủy theo dõi; mỗi năm kiểm tra 16 đảng bộ. Mỗi quý báo cáo một lần.",
        [
            ("Văn phòng Tỉnh ủy", RESPONSIBLE, "theo dõi"),
            ("Văn phòng Tỉnh ủy", RESPONSIBLE, "mỗi năm kiểm tra 16 đảng bộ"),
            ("Văn phòng Tỉnh ủy", RESPONSIBLE, "Mỗi quý báo cáo một lần"),
        ],
    ),
    (
        "1. Quy chế quản lý, khai thác dữ liệu dùng chung do Văn phòng Tỉnh ủy tham mưu, trình trong quý III.",
        [
            (
                "Văn phòng Tỉnh ủy",
                "advise",
                "Quy chế quản lý, khai thác dữ liệu dùng chung do Văn phòng Tỉnh ủy tham mưu, trình trong quý III",
            )
        ],
    ),
    ("1. TTYT khu vực tổng hợp lịch khám.", [("TTYT khu vực", RESPONSIBLE, "tổng hợp lịch khám")]),
    (
        "1. Mỗi đảng ủy bố trí 01 cán bộ; mỗi chi bộ có ít nhất 01 đảng viên hướng dẫn; gửi danh sách về Tỉnh ủy.",
        [
            (
                "Mỗi đảng ủy",
                RESPONSIBLE,
                "bố trí 01 cán bộ; mỗi chi bộ có ít nhất 01 đảng viên hướng dẫn",
            ),
            ("Mỗi đảng ủy", RESPONSIBLE, "gửi danh sách về Tỉnh ủy"),
        ],
    ),
    # whom a task tells to lead, and what committees of the Party do
    (
        "1. Chỉ đạo Công an xã chủ trì, phối hợp Ban Chỉ huy Quân sự xã tuần tra ban đêm.",
        [
            ("Công an xã", LEAD, "tuần tra ban đêm"),
            ("Ban Chỉ huy Quân sự xã", COORDINATE, "tuần tra ban đêm"),
        ],
    ),
    (
        "1. UBND xã chỉ đạo Công an xã chủ trì, phối hợp với Trạm Y tế xã tuần tra.",
        [
            ("UBND xã", RESPONSIBLE, "chỉ đạo Công an xã chủ trì, phối hợp với Trạm Y tế xã tuần tra"),
            ("Công an xã", LEAD, "tuần tra"),
            ("Trạm Y tế xã", COORDINATE, "tuần tra"),
        ],
    ),
    (
        "1. Đảng ủy xã\n- Quán triệt Kế hoạch; lãnh đạo UBND xã bố trí kinh phí.",
        [
            ("Đảng ủy xã", RESPONSIBLE, "Quán triệt Kế hoạch"),
            ("Đảng ủy xã", RESPONSIBLE, "lãnh đạo UBND xã bố trí kinh phí"),
        ],
    ),
    # plain verbs right behind a body, and a turn to the next body behind a comma
    (
        "1. Văn phòng in tờ rơi, Đoàn Thanh niên xã phát tờ rơi cho từng hộ.",
        [
            ("Văn phòng", RESPONSIBLE, "in tờ rơi"),
            ("Đoàn Thanh niên xã", RESPONSIBLE, "phát tờ rơi cho từng hộ"),
        ],
    ),
    # a school's own people
    (
        "1. Giáo viên chủ nhiệm nhắc học sinh đội mũ; đội cờ đỏ chấm điểm nề nếp; kế toán thanh toán tiền chổi.",
        [
            ("Giáo viên chủ nhiệm", RESPONSIBLE, "nhắc học sinh đội mũ"),
            ("đội cờ đỏ", RESPONSIBLE, "chấm điểm nề nếp"),
            ("kế toán", RESPONSIBLE, "thanh toán tiền chổi"),
        ],
    ),
    # who does the task of the sentence before
    (
        "1. Nạo vét mương trước mùa mưa. Phòng Kinh tế chủ trì, Hội Nông dân xã tham gia.",
        [
            ("Phòng Kinh tế", LEAD, "Nạo vét mương trước mùa mưa"),
            ("Hội Nông dân xã", COORDINATE, "Nạo vét mương trước mùa mưa"),
        ],
    ),
    (
        "1. Trồng lại hàng cây ven đường. Việc này do Hội Cựu chiến binh xã đảm nhận.",
        [("Hội Cựu chiến binh xã", RESPONSIBLE, "Trồng lại hàng cây ven đường")],
    ),
    (
        "1. Chống nợ đọng thuế. Sở Tài chính và Công an tỉnh mỗi đơn vị chủ trì phần việc của mình.",
        [("Sở Tài chính", LEAD, "Chống nợ đọng thuế"), ("Công an tỉnh", LEAD, "Chống nợ đọng thuế")],
    ),
    (
        "1. Lát vỉa hè. Phòng Kinh tế chủ trì, có sự tham gia của Hội Phụ nữ xã.",
        [("Phòng Kinh tế", LEAD, "Lát vỉa hè"), ("Hội Phụ nữ xã", COORDINATE, "Lát vỉa hè")],
    ),
    (
        "1. Lát vỉa hè. Phòng Kinh tế là cơ quan chủ trì; Văn phòng là cơ quan phối hợp.",
        [("Phòng Kinh tế", LEAD, "Lát vỉa hè"), ("Văn phòng", COORDINATE, "Lát vỉa hè")],
    ),
    # places under one head noun are one collective, none an actor of its own
    (
        "1. Các xã Hoa Ban, Hoa Mai và Hoa Lan tổ chức ra quân.",
        [("Các xã Hoa Ban, Hoa Mai và Hoa Lan", RESPONSIBLE, "tổ chức ra quân")],
    ),
    # partners and lists are no turn
    (
        "1. Sở Y tế phối hợp với các trường, Đoàn Thanh niên xã tổ chức khám mắt.",
        [
            ("Sở Y tế", "coordinate", "tổ chức khám mắt"),
            ("các trường", "coordinate", "tổ chức khám mắt"),
            ("Đoàn Thanh niên xã", "coordinate", "tổ chức khám mắt"),
        ],
    ),
]


@pytest.mark.parametrize(("tasks", "expected"), CASES)
def test_turns_from_body_to_body(tasks: str, expected: list[tuple[str | None, str, str]]) -> None:
    facts, _ = facts_of(tasks)
    assert [(a.actor, a.role, a.task) for a in facts.assignments] == expected


@pytest.mark.parametrize(
    ("text", "chaired"),
    [
        ("Tổ chức hội nghị do Sở Y tế chủ trì trong tháng 6", True),
        ("Tham dự các cuộc họp do Sở Y tế chủ trì", False),
        ("Phát biểu tại hội nghị do Sở Y tế chủ trì", False),
    ],
)
def test_who_chairs_a_meeting_holds_it_unless_others_come_to_it(text: str, chaired: bool) -> None:
    assert (read_passive(text, Range(0, len(text)), own=True, strict=False) is not None) is chaired
