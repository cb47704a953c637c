"""Mails and chats: their marks go, their lists come apart, a sentence's own enumeration stays."""

from __future__ import annotations

import pytest

from ingest.pipeline import plan_from_text
from ingest.plan import RawText
from ingest.repair.mail import unwrap_mail
from ingest.repair.offsets import MappedText
from ingest.repair.parting import part_lines
from ingest.repair.run_items import part_items

ITEMS = [
    (
        "items behind the one that begins the line",
        "a) Rà soát hộ nghèo; b) 100% thôn có tổ tự quản; c) Báo cáo quý.",
        ["a) Rà soát hộ nghèo;", "b) 100% thôn có tổ tự quản;", "c) Báo cáo quý."],
    ),
    (
        "an enumeration inside a sentence",
        "1. Hồ sơ gồm: a) Đơn đề nghị; b) Bản sao giấy phép.",
        ["1. Hồ sơ gồm: a) Đơn đề nghị; b) Bản sao giấy phép."],
    ),
    ("no next label", "2. Sửa đổi khoản 1. 5. Việc khác.", ["2. Sửa đổi khoản 1. 5. Việc khác."]),
    (
        "a compound's dash",
        "- Phát triển kinh tế - Xã hội bền vững",
        ["- Phát triển kinh tế - Xã hội bền vững"],
    ),
]


@pytest.mark.parametrize(("text", "lines"), [case[1:] for case in ITEMS], ids=[case[0] for case in ITEMS])
def test_items(text: str, lines: list[str]) -> None:
    assert part_items(MappedText.identity(text)).text.split("\n") == lines


def test_a_forwarded_mail_reads_as_its_plan() -> None:
    plan = "KẾ HOẠCH\nPhòng cháy rừng năm 2026\nCăn cứ Luật Lâm nghiệp;\nI. NHIỆM VỤ\n1. Hạt Kiểm lâm chủ trì trực cháy."
    head = "From: Van thu\nSent: Monday\nTo: Phong\nSubject: FW: KH\n\n"
    mail = head + "\n".join(f"> {line}" for line in plan.split("\n"))
    read = plan_from_text(RawText("kh.txt", mail))
    assert read.letterhead.title == "Phòng cháy rừng năm 2026"
    assert [(a.role, a.path) for a in read.facts.assignments] == [("lead", "I.1")]
    assert mail[read.facts.assignments[0].span.start :].startswith("Hạt Kiểm lâm")


def test_a_quotation_is_no_mail() -> None:
    text = "I. MỤC TIÊU\n> 85% hộ dân có nước sạch\n2. Việc khác"
    assert unwrap_mail(MappedText.identity(text)).text == text


@pytest.mark.parametrize(
    "stamp",
    [
        "Người ký: ỦY BAN NHÂN DÂN TỈNH\nEmail: ubnd@example.vn\nCơ quan: TỈNH SƠN HÀ\nThời gian ký: 15.01.2026 16:42:10 +07:00",
        "Ký bởi: Sở Nội vụ\nNgày ký: 15-01-2026 16:42:10 +07:00",
    ],
)
def test_a_stamp_goes(stamp: str) -> None:
    assert part_lines(MappedText.identity(f"{stamp}\nKẾ HOẠCH")).text.strip() == "KẾ HOẠCH"
