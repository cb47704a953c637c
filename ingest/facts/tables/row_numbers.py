"""Numbers of a table's rows: counted in the task's cell, in the product's, and in columns of amounts to be reached.

In: a table and its columns. Out: targets with the words of their row. "250 camera", "7/7 khu công nghiệp", "100% dữ liệu" are
products by number. A column of amounts ("Số hộ mẫu", "Số lượng cần chuẩn bị") counts where its own name or the table's title
asks for them; what is there ("hiện có"), sums of money, numbers of pages, days or telephones do not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.facts.amounts.targets import FoundTarget, read_targets
from ingest.facts.language.comparators import comparator_of, read_number
from ingest.facts.tables.goal_tables import VALUE_RE
from ingest.facts.tables.row_cells import cell_words, row_range
from ingest.plan import Range, Table, TableRow
from ingest.spelling import spaced_re

__all__ = ["product_counts", "read_amounts", "read_counts", "task_counts"]

_ASKS_RE = spaced_re(
    r"(?i)(?<!\w)(?:cần|phải|giao|phân bổ|kế hoạch|dự kiến|nhu cầu|chỉ tiêu|phấn đấu|bổ sung|mua|trang bị|đăng ký|huy động)(?!\w)"
)
_TITLE_RE = spaced_re(
    r"(?i)(?<!\w)(?:chỉ tiêu|phân bổ|phân giao|giao (?:chỉ|nhiệm)|nhu cầu|quy mô|cơ cấu|dự kiến|số lượng|kế hoạch (?:trồng|tiêm|tuyển|đào|mở|khám|mua)|phương án|chuẩn bị|lịch)(?!\w)"
)
_AMOUNT_RE = spaced_re(
    r"(?i)^(?:tổng )?số(?! (?:tt|thứ|hiệu|điện|văn|trang|ngày|tiết|buổi|giờ|phút|tháng|năm|nhà|tiền|tài|cccd|quyết|báo|bị|kiểm))(?: \w+)|^(?:khối|sản|số) lượng|^diện tích|^tỷ lệ|^chỉ tiêu|\((?:%|[^\W\d_]+(?: [^\W\d_]+){0,2}|km2?|m2|m3)\)$"
)
_NOT_RE = spaced_re(
    r"(?i)(?<!\w)(?:hiện (?:có|trạng|nay)|đã|thực hiện|kết quả|ước|kinh phí|tiền|(?<!hợp\s)(?<!cộng\s)(?<!hội\s)đồng|đơn giá|giá(?! trị)|hiện hành|thời|ngày|ghi chú|năm (?:trước|(?:19|20)\d\d)|so sánh|điểm (?:tối|chuẩn|trừ)|hệ số|(?<!cao\s)tuổi|(?:năm|nơi) sinh|khoảng cách|nguy cơ|(?<!thiết\s)(?<!trang\s)(?<!chuẩn\s)bị)(?!\w)"
)
# A budget, a forecast: no things to be done.
_MONEY_RE = spaced_re(r"(?i)ngân sách|nsnn|dự toán|dự báo|kinh phí|(?:vay|trả) nợ")
_UNIT_RE = spaced_re(r"(?i)^(?:đvt|đơn vị tính|đơn vị\s*\(?\s*tính\)?)$")
_IN_BRACKETS_RE = re.compile(r"\s*\((?P<unit>[^()]{1,30})\)\s*$")
_GOAL_RE = spaced_re(r"(?i)^(?:(?:các|mức|kế hoạch) )?(?:chỉ tiêu|mục tiêu|phấn đấu|giao)(?!\w)")
_GOALS_RE = spaced_re(r"(?i)(?<!\w)chỉ tiêu(?!\w)")
_YEAR_RE = spaced_re(r"(?i)(?:năm |giai đoạn )?(?:19|20)\d\d")
_TOTAL_RE = spaced_re(r"(?i)^(?:tổng|cộng|(?:số )?(?:xã|phường|thôn|bản|ấp|khu phố|tổ dân phố)|dân số)(?!\w)")
# A row that adds up the others tells no goal of its own.
_SUM_ROW_RE = spaced_re(r"(?i)(?:tổng|cộng|tổng (?:cộng|số)|toàn (?:tỉnh|huyện|xã|phường|thành phố))")
# Beside a goal's name only the past and money stand against it: it may name its year, a day, a group of pupils.
_REACHED_RE = spaced_re(r"(?i)hiện (?:có|trạng|nay)|đã\s|thực hiện|kết quả|(?<!\w)ước(?!\w)|đạt được|so sánh")
_COUNTED_PRODUCT_RE = spaced_re(r"\s*(?:[-+]\s*)?(?:\d|(?:ít nhất|tối thiểu|trên) \d)", re.IGNORECASE)
# "Thu cổ tức (địa phương hưởng 100%)": whose it is, nothing to be reached.
_SHARE_NOTE_RE = re.compile(r"(?i)\([^()]*(?:hưởng|điều\s+tiết|góp)\s+\d[\d.,]*\s*%[^()]*\)\s*$")
# Papers and reports are no things counted, even with their number: "01 kế hoạch".
_PAPER_RE = spaced_re(
    r"(?i)^(?:bản|bộ hồ sơ|báo cáo|kế hoạch|quyết định|văn bản|công văn|tờ trình|nghị quyết|biên bản|danh sách|thông báo|hướng dẫn)(?!\w)"
)


def read_counts(
    row: TableRow, columns: Mapping[str, int], pieces: Sequence[tuple[str, Range]]
) -> list[FoundTarget]:
    """What the task's pieces and the product's cell count; the task is the condition of a product's number."""
    found = [
        replace(one, range=place, path=row.path) for words, place in pieces for one in task_counts(words)
    ]
    product = cell_words(row, columns.get("product"))
    if product and pieces:
        place = row.cell_ranges[columns["product"]]
        found += [replace(one, range=place, path=row.path) for one in product_counts(product, pieces[0][0])]
    return found


def task_counts(words: str) -> list[FoundTarget]:
    """The things that the words of a row's task count.

    >>> [(one.value, one.subject) for one in task_counts("Sửa đường chạy, thay 40 bục xuất phát")]
    [('40', 'bục xuất phát')]
    """
    return [] if _SHARE_NOTE_RE.search(words) else list(read_targets(words))


def product_counts(product: str, task: str) -> list[FoundTarget]:
    """A product by its number, with its task as condition; papers are none.

    >>> [(one.value, one.subject, one.condition) for one in product_counts("25 camera", "Lắp camera tại chợ")]
    [('25', 'camera', 'Lắp camera tại chợ')]
    >>> product_counts("01 kế hoạch", "Xây dựng phương án")
    []
    """
    if _COUNTED_PRODUCT_RE.match(product) is None:
        return []
    return [
        replace(one, condition=one.condition or task.strip(" .;:,"))
        for one in read_targets(product, 0, True)
        if not _PAPER_RE.match(one.subject)
    ]


def read_amounts(table: Table, taken: frozenset[int]) -> list[FoundTarget]:
    """One target for each row and each column of amounts to be reached; ``taken`` are columns read otherwise."""
    if _MONEY_RE.search(table.title):
        return []
    title = _YEAR_RE.sub(" ", table.title)
    asked = _TITLE_RE.search(title) is not None and not _NOT_RE.search(title)
    columns = [
        index
        for index in range(len(table.header))
        if index not in taken and (_is_goal(table, index) or _is_amount(table, index, asked))
    ]
    unit = next((i for i, words in enumerate(table.header) if _UNIT_RE.search(words.strip())), None)
    name = next(
        (i for i in range(len(table.header)) if i not in columns and i != unit and _is_name(table, i)), None
    )
    if name is None:
        return []
    return [
        target
        for row in table.rows
        for index in columns
        if (target := _amount(table, row, name, index, unit))
    ]


def _is_goal(table: Table, index: int) -> bool:
    """Whether a column says by its name, or by that above it, that its numbers are to be reached ("Chỉ tiêu 2027 - Số lớp")."""
    words = table.header[index].strip()
    return bool(_GOAL_RE.search(words)) and not _REACHED_RE.search(words) and _all_numbers(table, index)


def _is_amount(table: Table, index: int, asked: bool) -> bool:
    """Whether a column is of amounts of things that its name, or the table's title (``asked``), wants."""
    words = table.header[index].strip()
    if _NOT_RE.search(words):
        return False
    amount, numbers = _AMOUNT_RE.search(words) is not None, _all_numbers(table, index)
    if asked and _GOALS_RE.search(table.title) and numbers and not _TOTAL_RE.search(words):
        return True  # "Giao chỉ tiêu cho các xã": the columns need only name the things
    return (asked and amount) or (_ASKS_RE.search(words) is not None and (amount or numbers))


def _all_numbers(table: Table, index: int) -> bool:
    cells = [row.cells[index].strip() for row in table.rows if index < len(row.cells)]
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(VALUE_RE.fullmatch(cell) for cell in filled)


def _is_name(table: Table, index: int) -> bool:
    cells = [row.cells[index].strip() for row in table.rows if index < len(row.cells)]
    return sum(bool(re.search(r"[^\W\d_]{2}", cell)) for cell in cells) > len(cells) / 2


def _amount(table: Table, row: TableRow, name: int, index: int, unit: int | None) -> FoundTarget | None:
    words, value = cell_words(row, name), cell_words(row, index)
    match = VALUE_RE.fullmatch(value or "")
    if words is None or value is None or match is None or _SUM_ROW_RE.fullmatch(words.strip(" .:")):
        return None
    head = re.sub(r"\s+", " ", table.header[index]).strip()
    bracket = _IN_BRACKETS_RE.search(head)
    own = bracket["unit"].strip() if bracket else None
    return FoundTarget(
        value=value,
        subject=words.strip("- "),
        range=row_range(row, row.cell_ranges[name], row.cell_ranges[index]),
        comparator=comparator_of(match["sign"] or "", (match["bound"] or "").lower()),
        number=read_number(match["number"]),
        unit=match["unit"] or own or cell_words(row, unit),
        condition=head,
        path=row.path,
    )
