"""Money: the words that ask for it, and those that tell it. One list for questions, for answers and for the judge.

In: a folded question (see ``cues.cue_text``), or words of a plan. A question may ask for a sum, for what may be told as a
share of one ("phụ cấp bằng 30% lương"), or for either.
"""

from __future__ import annotations

import re

__all__ = ["MONEY_NOUNS", "SUM_RE", "asks_money", "asks_rate", "asks_sum", "tells_money"]

MONEY_NOUNS = frozenset({"tien", "kinh phi", "kinh", "von", "dong"})
"""Folded: nouns behind "bao nhiêu" that count nothing but money."""
_PRICE = r"(?<!quoc )(?<!tham )(?<!chuyen )(?<!tri )(?<!danh )(?<!dinh )(?<!co )\b(?:don )?gia\b(?! (?:tri|dinh|tang|nhap|cong|han|suc|cam|thanh|dich|lang|dau|nua|khoan|dat|cac))"
"""A price, folded, and no part of another word ("đánh giá", "gia đình")."""
_PAID = "thu lao|phu cap|tro cap|le phi|hoc phi|tien thuong|muc ho tro"
"""What is paid by the head, folded: a plan may tell it as a share of a sum."""
_PAID_FOR = (
    r"\b(?:chi phi|(?<!uu )(?<!cai )(?<!tien )(?<!thuc )tien (?!do|trinh|hanh|si|bo|phong|de|ich|mat|te|tien|giang|luong|hai|du an)[a-z]+)\b"
    r"[^?]*\bbao nhieu\b(?=[^\w%]*$|[,;./]| (?:dong|mot|1|moi|cho|de|va|tu|nhu|vay|the|nhi|a)\b)"
)
"""What is paid for something: "tiền rác", "tiền thuê"; and no part of another word ("tiến độ", "ưu tiên")."""
_IN_MONEY = r"bao nhieu (?:tien|dong|ty|trieu|nghin)\b|\bmay (?:tien|dong(?! chi)|ty|trieu|tram|nghin|chuc)\b"
_NO_SHARE = r"(?! (?:phan tram|%))"
_ASKED_RE = re.compile(
    rf"bao nhieu (?:kinh phi|von)\b|{_IN_MONEY}"
    rf"|(?:\b(?:kinh phi|ngan sach|so tien|tong von|tien von|von dau tu|muc chi|du toan|muc phat|{_PAID})\b|{_PRICE})"
    r"[^?]*\bbao nhieu\b(?! (?:phan tram|%|nguoi|don vi|ngay|thang|nam|lan|gio|muc|noi dung))"
    rf"|{_PAID_FOR}"
    r"|how much (?:money|funding|budget|rent)\b|how much (?:is|are|do|does|did|will|must)\b[^?]*\b(?:paid|pay|costs?|charged?|earn)\b"
    r"|\bbudget in\b|(?:what is|size of) the (?:total )?budget|total budget|interest rate"
    r"|\bwhat (?:is the )?(?:\w+ ){0,2}(?:allowance|stipend|rent|price|fee|fine)\b"
)
_SUM_ASKED_RE = re.compile(
    r"^(?![^?]*(?:\btoc do|\bty (?:le|trong)|phan tram|%|\bai\b|\bnao\b|\bgi\b))[^?]*\b(?:kim ngach|doanh thu|tri gia|gia tri (?:xuat khau|san xuat|san pham))\b"
    rf"|{_IN_MONEY}|\bphat tien (?:o |toi |den )?(?:muc nao|bao nhieu)\b"
    r"|(?<!tang )(?<!% )\b(?:thu|chi) (?:dau tu|thuong xuyen|ngan sach|noi dia|can doi|nsnn|nsdp|su nghiep)\b"
    rf"[^?]*\bbao nhieu\b{_NO_SHARE}"
    r"|\b(?:ngan sach|kinh phi|nha nuoc)\b[^?,]* chi (?:ra |het |khoang )?bao nhieu\b(?! (?:phan tram|%|cho moi|mot))"
    rf"|\b(?:muc phat|tong von|tong kinh phi|thu ngan sach|{_PAID})\b[^?]*\bbao nhieu\b{_NO_SHARE}"
    rf"|{_PAID_FOR}"
    r"|in vnd|how much money|budget in\b|total budget|how much (?:is|will|does)[^?]*\b(?:budget|cost)\b"
)
_RATE_ASKED_RE = re.compile(
    rf"\b(?:{_PAID})\b[^?]*\bbao nhieu\b(?! (?:tien|dong|ty|trieu|nghin)\b)|{_PAID_FOR}"
)
SUM_RE = re.compile(
    r"\d\s*(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng|đ|VNĐ|VND|USD)(?!\w)|(?:nghìn|triệu|tỷ) đồng|(?i:kinh phí|vốn|ngân sách|tiền|mức)[^;.:]{0,40}: ?\d"
    r"|(?i:đồng|tỷ|triệu|usd|vnđ)\W{0,3}:? ?\d|(?i:đơn vị tính: (?:[\w.]+ )?(?:đồng|tỷ|triệu|usd|vnđ))"
)
"""A sum in words or in a column of sums."""
_MONEY_RE = re.compile(rf"{SUM_RE.pattern}|%")


def asks_money(folded: str) -> bool:
    """Whether a sum of money is asked for, or what may be told as a share of one.

    >>> asks_money("thu tien rac moi ho bao nhieu mot thang"), asks_money("how much rent does a stall pay")
    (True, True)
    >>> asks_money("tien do bao nhieu"), asks_money("kinh phi lay tu dau"), asks_money("ngan sach ho tro bao nhieu nguoi")
    (False, False, False)
    """
    return _ASKED_RE.search(folded) is not None


def asks_sum(folded: str) -> bool:
    """Whether a sum of money is asked for, and no share of one.

    >>> asks_sum("thiet hai bao nhieu tien"), asks_sum("kim ngach tang bao nhieu phan tram"), asks_sum("thu tien nuoc bao nhieu %?")
    (True, False, False)
    """
    return _SUM_ASKED_RE.search(folded) is not None


def asks_rate(folded: str) -> bool:
    """Whether the sum that is asked for may be told as a share of another ("phụ cấp bao nhiêu": "30% mức lương")."""
    return _RATE_ASKED_RE.search(folded) is not None


def tells_money(text: str) -> bool:
    """Whether a text tells a sum of money; a share ("10% quỹ lương") may be one of it.

    >>> tells_money("thiệt hại ước trên 4.500 tỷ đồng"), tells_money("Xã Nậm Lìn – kinh phí (triệu đồng): 45")
    (True, True)
    >>> tells_money("mua 15 máy phun")
    False
    """
    return _MONEY_RE.search(text) is not None
