"""Tables of targets: "Chỉ tiêu | Đơn vị tính | Kế hoạch 2026" gives one target for each row and column of goals.

In: a table. Out: targets with the words of their row; the column that has the goal is their condition. Columns of
what was reached, of estimates and of money given are no goals.
"""

from __future__ import annotations

import re

from ingest.facts.amounts.targets import FoundTarget
from ingest.facts.language.comparators import AT_LEAST, AT_MOST, comparator_of, read_number
from ingest.facts.tables.row_cells import cell_words, row_range
from ingest.plan import Table, TableRow
from ingest.spelling import spaced_re

__all__ = ["VALUE_RE", "read_goals"]

_UNIT_RE = re.compile(r"(?i)^(?:đvt|đơn\s+vị(?:\s+tính)?)$")
_SUBJECT_RE = spaced_re(r"(?i)chỉ tiêu|mục tiêu|tiêu chí|chỉ số")
_NAME_RE = spaced_re(
    r"(?i)(?:tên )?(?:chỉ tiêu|tiêu chí|chỉ số)(?! (?:giao|phấn đấu|kế hoạch|năm|(?:19|20)\d\d))"
)
# A column called "Chỉ tiêu" alone is often a list of statistics: the table's title must speak of goals too.
_GOAL_NAME_RE = spaced_re(
    r"(?i)mục tiêu|(?:các|một số|hệ thống) chỉ tiêu|chỉ tiêu (?:giao|phấn đấu|kế hoạch|chủ yếu|theo (?:từng )?năm)"
)
_YEAR_RE = spaced_re(r"(?i)(?:(?:năm|kế hoạch|đến|mục tiêu|chỉ tiêu)\D{0,12}|^\s*)(?:19|20)\d\d")
_GOAL_RE = spaced_re(
    r"(?i)(?:(?:mục tiêu|chỉ tiêu|kế hoạch|phấn đấu|ngưỡng)(?: (?:phấn đấu|giao|kế hoạch|cần đạt))?)(?: (?:đến )?(?:(?:năm|quý) )?(?:(?:19|20)\d\d|[IV]+))?"
)
"""The whole of a header that says by itself that its column holds what is to be reached."""
_PAST_RE = spaced_re(r"(?i)ước|thực hiện|hiện trạng|so sánh|dự toán|đánh giá|hiện hành|kết quả")
# "TH" is "thực hiện", but beside "MN" and "THCS" the primary schools.
_DONE_RE, _SCHOOLS_RE = re.compile(r"(?<!\w)Ư?TH(?!\w)"), re.compile(r"(?<!\w)(?:MN|THCS|THPT)(?!\w)")
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
VALUE_RE = spaced_re(
    rf"(?i)(?P<sign>[≥>≤<]\s*=?|trên|dưới|từ|ít nhất|tối thiểu|tối đa|{AT_MOST}|{AT_LEAST}|đạt)?\s*(?P<number>{_NUMBER})\s*(?P<unit>%|‰|(?!trở )[^\W\d_]+(?: [^\W\d_]+)?)?(?P<bound> trở (?:lên|xuống))?"
)
"""A cell that holds one amount: "450", "≥ 98%", "12 lớp", "từ 85% trở lên"."""


def read_goals(table: Table) -> list[FoundTarget]:
    """The targets of one table, row by row; [] where no column says what is to be reached.

    A header with a goal and a year counts where the table or a header speaks of goals; "Mục tiêu" or "Kế hoạch 2026"
    beside a column of named indicators counts by itself.
    """
    named = next((i for i, words in enumerate(table.header) if _NAME_RE.fullmatch(words.strip())), None)
    subject = named if named is not None else _first(table, _SUBJECT_RE)
    unit = next((i for i, words in enumerate(table.header) if _UNIT_RE.search(words.strip())), None)
    spoken = _GOAL_NAME_RE.search(table.title) or any(_GOAL_NAME_RE.search(words) for words in table.header)
    schools = any(map(_SCHOOLS_RE.search, table.header))
    past = [
        bool(_PAST_RE.search(words) or (_DONE_RE.search(words) and not schools)) for words in table.header
    ]
    ahead = [i for i in range(len(table.header)) if i != subject and not past[i]]
    # Beside "Mục tiêu" a bare "Năm 2025" is what was reached.
    explicit = [i for i in ahead if named is not None and _GOAL_RE.fullmatch(table.header[i].strip())]
    columns = explicit or [i for i in ahead if spoken and _YEAR_RE.search(table.header[i])]
    if subject is None:
        return []
    return [
        target
        for row in table.rows
        for index in columns
        if (target := _target(table, row, subject, index, unit))
    ]


def _first(table: Table, pattern: re.Pattern[str]) -> int | None:
    return next((i for i, words in enumerate(table.header) if pattern.search(words)), None)


def _target(table: Table, row: TableRow, subject: int, index: int, unit: int | None) -> FoundTarget | None:
    name, value = cell_words(row, subject), cell_words(row, index)
    match = VALUE_RE.fullmatch(value or "")
    if name is None or value is None or match is None:
        return None
    return FoundTarget(
        value=value,
        subject=name.strip("- "),
        range=row_range(row, row.cell_ranges[subject], row.cell_ranges[index]),
        comparator=comparator_of(match["sign"] or "", (match["bound"] or "").lower()),
        number=read_number(match["number"]),
        unit=match["unit"] or cell_words(row, unit),
        condition=table.header[index],
        path=row.path,
    )
