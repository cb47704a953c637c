"""What a mail or a chat does to a text is undone: quotation marks before the lines, the mail's own head.

A forwarded mail sets ">" before each line of what it quotes (RFC 3676, 4.5) and begins with lines that say who sent it when.
"""

from __future__ import annotations

import re

from ingest.repair.offsets import Edit, MappedText

__all__ = ["unwrap_mail"]

_QUOTED_RE = re.compile(r"^[ ]?(?:>[ ]?)+", re.MULTILINE)
_FILLED_RE = re.compile(r"^.*\S", re.MULTILINE)
_HEAD_RE = re.compile(
    r"\s*(?:^[-_ ]*(?:Thư đã chuyển tiếp|Tin nhắn được chuyển tiếp|Forwarded message|Original Message|Bắt đầu tin nhắn được chuyển tiếp)[-_: ]*\n\s*)?"
    r"(?:^[*_]{0,2}(?:Từ|Người gửi|From|Ngày|Đã gửi|Date|Sent|Chủ đề|Tiêu đề|Subject|Đến|Người nhận|Tới|To|Cc|Kính gửi Cc|Đính kèm|Attachments?)[*_]{0,2}:[^\n]*\n){3,}",
    re.MULTILINE,
)
_SHARE = 0.6
"""Share of the lines that are quoted in a mail."""


def unwrap_mail(text: MappedText) -> MappedText:
    r"""Take off quotation marks and the head of a forwarded mail.

    >>> mail = "Từ: Văn thư\nNgày: 12/01/2026\nChủ đề: Fwd: kế hoạch\nĐến: Phòng\n\n> KẾ HOẠCH\n> năm 2026"
    >>> unwrap_mail(MappedText.identity(mail)).text
    '\nKẾ HOẠCH\nnăm 2026'
    """
    if head := _HEAD_RE.match(text.text):
        text = text.replace([Edit(*head.span(), "")])
    if ">" not in text.text:
        return text
    marks = list(_QUOTED_RE.finditer(text.text))
    if len(marks) < _SHARE * len(_FILLED_RE.findall(text.text)):
        return text
    return text.replace(Edit(*mark.span(), "") for mark in marks)
