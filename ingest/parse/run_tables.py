"""Tables that a conversion set as running text, cell after cell: where they begin, which of their lines begin a row.

"TT Tên nhiệm vụ Cơ quan chủ trì ..." is the header; then each row's number stands at the start of a line, often
alone on it. Such a number counts a row and heads no section; what is in the cells is read by ``facts.flat_tables``.
"""

from __future__ import annotations

import re

from ingest.parse.lines import is_upper
from ingest.parse.numbering import UPPER_STYLES, Label

__all__ = ["cut_header", "heads_section", "opens_table"]

_COLUMNS = (
    r"tên|nội dung|nhiệm vụ|chỉ tiêu|ngành|cơ quan|đơn vị|họ và tên|danh mục|mã|loại|văn bản|tiêu chí|nhóm|hạng mục|đề án|dự án|công việc"
    r"|mô tả|ký hiệu|chức danh|sản phẩm|hoạt động|khoản mục|yêu cầu|mẫu|lĩnh vực|địa phương|số"
)
# "TT" is also short for "Thường trực" and "Thông tư": a header ends with it or goes on with the name of a column.
_HEADER_RE = re.compile(rf"(?:^|(?<=\s))(?:STT|TT|Số TT|Stt)(?=\s*$|\s+(?i:{_COLUMNS})(?!\w))")


def opens_table(text: str) -> bool:
    """Whether a plain line holds the header of a table that ran together, or its first word at the end.

    >>> opens_table("(Kèm theo Nghị quyết số 100/NQ-CP của Chính phủ) TT"), opens_table("TT Nhiệm vụ Cơ quan chủ trì")
    (True, True)
    >>> opens_table("Báo cáo TT Tỉnh ủy xem xét")
    False
    """
    return _HEADER_RE.search(text) is not None


def cut_header(title: str) -> str:
    """An annex's title without the header that ran on behind it.

    >>> cut_header("DANH MỤC NHIỆM VỤ TT NỘI DUNG THỜI HẠN")
    'DANH MỤC NHIỆM VỤ'
    """
    found = _HEADER_RE.search(title)
    return title[: found.start()].strip() if found and found.start() else title


def heads_section(label: Label, text: str) -> bool:
    """Whether a label inside such a table heads the next section after it, and is no row's number.

    >>> from ingest.parse.numbering import read_labels
    >>> [heads_section(read_labels(text)[0], text) for text in ("II. TỔ CHỨC THỰC HIỆN", "II.", "2. Xây dựng đề án")]
    [True, False, False]
    """
    if label.style == "article":
        return True
    words = text[label.end :]
    return label.style in UPPER_STYLES and len(words.split()) > 1 and is_upper(words)
