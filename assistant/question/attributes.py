"""Things that officers ask of an agency or a task and that plans hardly ever hold: telephone, address, date of birth.

Such a question overlaps with many sentences in its other words; a sentence that holds no such value
answers it as little as one about another matter.
"""

from __future__ import annotations

import re

from assistant.question.cues import cue_text

__all__ = ["asked_attribute"]

_PHONE = r"(?<![\d/])(?:\(?\+?84|\(?0)[\d]{1,3}\)?[ .-]?\d{3,4}[ .-]?\d{3,4}(?![\d/])"
_ATTRIBUTES: tuple[tuple[str, str], ...] = (
    # cue in the folded question, the value as evidence must hold it
    (r"so (?:dien thoai|may ban|di dong)|(?:^|\b(?:cho|xin|hoi) )dien thoai (?:cua |lien he )?(?:so|phong|ban|ubnd|cong an|chi cuc|trung tam|dong chi|ong|ba|anh|chi)\b|\bsdt\b|\bhotline\b|(?:tele)?phone(?: number)?\b|\bfax\b", _PHONE),
    (r"\bduong day nong\b[^?]*\bso (?:nao|may|gi|bao nhieu)\b", rf"{_PHONE}|(?<![\d/.])1(?:[89]00[ .-]?\d{{4}}|\d{{2,3}})(?![\d/.])"),
    (r"^(?![^?]*(?:khi nao|bao gio|\b(?:ngay|thang) (?:nao|may)|\bhan\b|\bwhen\b|deadline))[^?]*(?:\be-?mail\b|thu dien tu)", r"\S@\S"),
    (r"dia chi (?:cua|tru so|o dau|la)|tru so [^?]*o dau|\baddress\b", r"(?i)địa chỉ|trụ sở|(?<!\w)đường\s+[A-ZĐ]"),
    (r"ngay sinh|sinh nam|bao nhieu tuoi|\bhow old\b|date of birth", r"(?i)sinh\s+(?:ngày|năm)|\d\s+tuổi"),
    (r"(?<!vu )(?<!cuc )(?<!phong )(?:tien|muc) luong\b[^?]*(?:bao nhieu|\bmay\b|the nao|la gi)|\bmuc luong (?:cua|cho|khoi)\b|(?:^|\b(?:huong|nhan|tra|duoc|cho|them|bang|thi) )luong [^?]*(?:bao nhieu|\bmay\b)|(?:how (?:much|high)|what)\b[^?]*\bsalar(?:y|ies)\b", r"(?i)(?<!\w)lương(?!\w)[^.;]*\d"),
    (r"\bten (?:cua )?(?:cac )?(?:nha thau|cong ty|ngan hang|nha cung cap|don vi thi cong)\b|\bnha thau (?:nao|la ai)\b|\bcontractor'?s name|name of the (?:contractor|bank|company)\b", r"(?i:nhà thầu|công ty|ngân hàng|tập đoàn|TNHH)(?: \w+)? [A-ZĐ]"),
    (r"so tai khoan|bank account (?:number|no)", r"(?i)tài khoản[^.;]*\d{6}"),
)  # fmt: skip
_ASKED_RE = tuple((re.compile(cue), value) for cue, value in _ATTRIBUTES)


def asked_attribute(question: str) -> str | None:
    """The pattern that evidence must match for this question to have an answer; None for other questions.

    >>> re.search(asked_attribute("Số điện thoại của Sở Nội vụ?"), "liên hệ 0219.3866 256") is None
    False
    >>> re.search(asked_attribute("sdt so noi vu"), "Sở Nội vụ làm đầu mối, gửi trước ngày 15/12/2024") is None
    True
    >>> hotline = asked_attribute("Đường dây nóng báo rác thải là số nào?")
    >>> [re.search(hotline, text) is None for text in ("gọi 1900.1234", "trả lời trong 05 ngày, trước 15/12/2024")]
    [False, True]
    >>> asked_attribute("số lượng đơn vị là bao nhiêu?"), asked_attribute("Vụ Tiền lương có nhiệm vụ gì?")
    (None, None)
    >>> asked_attribute("Sở Nội vụ phải làm gì?"), asked_attribute("kinh phí lấy từ đâu?")
    (None, None)
    >>> asked_attribute("sản lượng tôm bao nhiêu tấn"), asked_attribute("tram y te my luong dong co bao nhieu may")
    (None, None)
    """
    folded = cue_text(question)
    return next((value for cue, value in _ASKED_RE if cue.search(folded)), None)
