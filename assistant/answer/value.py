"""Whether an answer has the sort of value at all that a question wants: a time, a name, a sum of money.

An answer may quote the right place and yet not have what was asked. Where its whole text has no such thing, it is
no answer, however near it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.strangers import UPPER
from assistant.question.cues import cue_text
from assistant.question.naming import fold
from assistant.question.sort import asked_sort
from assistant.question.understand import Need

__all__ = ["value_lacking"]

_TIME_RE = re.compile(
    r"\d{1,2}/\d|\bthang (?:\d|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi|gieng|chap|cuoi)|\bngay (?:\d|lam|ky|ban hanh|cuoi)"
    r"|\bquy (?:[ivx]+|\d|cuoi)\b|\bnam \d|\d ?(?:gio|ngay|thang|nam|tuan|h)\b|\b(?:hang|moi) (?:ngay|tuan|thang|quy|nam)"
    r"|dinh ky|giai doan|(?:thoi (?:gian|han|diem)|theo) [^.;]*huong dan|cho den khi|thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat|thuong xuyen"
    r"|\bkhi\b|\b(?:20|19)\d\d\b|\bdip\b|ky hop|\d ?h\d\d|theo van ban|hang ngay|\d lan\b|lien tuc|\bngay \w+ (?:nhan|co)\b"
)
"""Any way in which a text says when, folded."""
_SURNAME = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Trịnh|Mai|Lương|Tô|Hà|Trương|Cao"
    "|Lò|Lường|Vàng|Giàng|Sùng|Thào|Mùa|Vi|Bế|Nông|Hoàn|Triệu|Quách|Tạ|Chu|Châu|Thái|Tống|Lâm|La|Kiều|Đoàn|Doãn|Phùng|Đàm"
    "|Khổng|Lại|Ma|Mạc|Nghiêm|Tăng|Từ|Văn|Viên|Hầu|Cư|Hạng|Lầu|Mã|Tẩn|Phàn|Chảo|Cầm|Quàng|Tòng|Điêu|Đèo|Y|H'|Rơ|Ksor|Siu|Thạch|Sơn|Danh|Kim"
)
"""The common ones of the Kinh and of the peoples of the uplands and the delta."""
_PERSON_RE = re.compile(
    rf"(?<!\w)(?:{_SURNAME})(?: {UPPER}[^\W\d_]*){{2,4}}"
    rf"|(?:[Ôô]ng|[Bb]à|[Đđ]/c|[Đđ]ồng chí) {UPPER}[^\W\d_]+ {UPPER}"
)
_PERSON_ASKED_RE = re.compile(
    r"(?:ten|ho ten|danh tinh)(?: day du)?(?: cua [^?]*)?(?: la)? (?:gi|ai)\b|\bten (?:la )?gi\b|\bai la (?:ceo|giam doc|chu tich|bi thu|truong (?:ban|phong))"
    r"|\b(?:giam doc|chu tich|bi thu|truong (?:ban|phong|thon)|hieu truong|vien truong|chanh [a-z ]+|ceo)\b[^?]{0,40} (?:la ai|la nguoi nao)\b"
    r"|who is (?:the |its |their )?(?:vice |deputy |current )?(?:head|director|chair\w*|secretary|ceo|principal|president|contact person|focal (?:point|person))|what is the name|\bnames? of the (?:director|chair\w*|head)"
)
_FIRM_RE = re.compile(
    r"\b(?:cong ty|doanh nghiep|tap doan|nha thau|ngan hang|nha cung cap) (?:[a-z]+ )?(?:nao|gi)\b"
    r"|\b(?:which|what) (?:company|companies|contractor|bank|firm|supplier)"
)
_FIRM_TOLD_RE = re.compile(
    rf"(?:[Cc]ông ty|[Tt]ập đoàn|[Dd]oanh nghiệp|[Nn]gân hàng|[Nn]hà thầu|TNHH)\s+(?:[\w.]+\s+)?{UPPER}"
)
_MONEY_ASKED_RE = re.compile(
    r"bao nhieu (?:tien|dong|kinh phi|von|ty|trieu|nghin)\b|\bmay (?:tien|dong(?! chi)|ty|trieu|tram|nghin|chuc)\b"
    r"|\b(?:kinh phi|ngan sach|so tien|tong von|von dau tu|muc chi|du toan|(?<!quoc )(?<!chuyen )(?<!tham )gia|thu lao|phu cap|tro cap|le phi|hoc phi|tien thuong|muc ho tro|muc phat)\b"
    r"[^?]*\bbao nhieu\b(?! (?:phan tram|%|nguoi|don vi|ngay|thang|nam|lan|gio|muc|noi dung))"
    r"|how much (?:money|funding|budget)|\bbudget in\b|(?:what is|size of) the (?:total )?budget|interest rate"
)
_MONEY_RE = re.compile(
    r"\d\s*(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng|đ|VNĐ|USD)(?!\w)|(?:nghìn|triệu|tỷ) đồng|(?i:kinh phí|vốn|ngân sách|tiền|mức)[^;.:]{0,40}: ?\d|%"
)
"""A sum in words or in a column of sums; a share of one ("10% quỹ lương") tells it too."""
_BARE_NUMBER_RE = re.compile(r"[\d.,]+(?: \w+)?")
"""A number in bold with the thing that it counts."""
_LEFT_OPEN_RE = re.compile(r"de trong|left blank|khong neu|khong ghi|chua ghi|does not say|not stated")
"""An answer that says that the text leaves it open tells what there is to tell."""


@lru_cache(maxsize=64)
def _asked(folded: str) -> tuple[bool, bool, bool]:
    """Whether a person's name is asked for, whether a firm's, and whether a sum of money."""
    return (
        bool(_PERSON_ASKED_RE.search(folded)),
        bool(_FIRM_RE.search(folded)),
        bool(_MONEY_ASKED_RE.search(folded)),
    )


def value_lacking(need: Need, told: str, bold: str) -> bool:
    """Whether the sort of thing that is asked for stands nowhere in an answer.

    ``told`` is all that it says and quotes, ``bold`` its short answer: of a sum, that must be one.
    """
    person, firm, money = _asked(cue_text(need.asked))
    when = asked_sort(need) == "when"
    if not (when or person or firm or money) or _LEFT_OPEN_RE.search(folded := fold(told)):
        return False
    if money and _BARE_NUMBER_RE.fullmatch(bold):
        told = bold
    return bool(
        (when and not _TIME_RE.search(folded))
        or (person and not _PERSON_RE.search(told))
        or (firm and not _FIRM_TOLD_RE.search(told))
        or (money and not _MONEY_RE.search(told))
    )
