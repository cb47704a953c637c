"""The cell of a table row that answers: chosen by the words of its column's header.

"Năm 2030 bao nhiêu ha" means the row of the subject and the column "Năm 2030"; "ai chủ trì" the column of
those who lead. In: a row's unit. Out: header and cell, or None where no column is of that sort.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from assistant.knowledge import Knowledge, Unit
from assistant.measures import measure_of
from assistant.question.cues import cue_text
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.plan import Table, TableRow

__all__ = [
    "EMPTY_RE",
    "IS_NUMBER_RE",
    "MARK_RE",
    "MEASURED_RE",
    "NAMED_RE",
    "ORDINAL_RE",
    "UNIT_RE",
    "asked_columns",
    "cell_by_header",
    "column_numbers",
    "header_of",
    "measured",
    "number_cells",
    "open_number",
    "words_of",
    "years_of",
]

_YEAR_RE = re.compile(r"\b(?:19|20)\d\d\b")
_STRETCH_RE = re.compile(r"\b(?:19|20)\d\d\s*[-–]\s*(?:20)?\d\d\b")
"""Years from one to another, which head a group of columns, each of one year."""
_COMPARES_RE = re.compile(
    r"\bso (?:voi|sanh)\b|\b\w+ (?:20\d\d )?voi \w+ 20\d\d|\bty le\b|%|tang truong|\bphan tram\b|\b(?:tang|giam)(?: them)? bao nhieu\b"
)
"""Folded: a column (or a question) that holds one number against another."""
_OF_YEAR_RE = re.compile(r"\bnam (?:20\d\d|nay|sau|hoc|toi)\b")
_WORTH_RE = re.compile(
    r"\b(?:kim ngach|gia tri|tri gia|doanh thu|thanh tien|bao nhieu tien|value|revenue|turnover)\b|(?:\(|nghin |trieu |ty )(?:dong|usd)\b"
)
_QUANTITY_RE = re.compile(
    r"\b(?:san|khoi|so|trong)? ?luong\b|\b(?:quantity|volume)\b|(?:\(|nhieu )(?:tan|ta|kg|con|cay|lit|m3)\b"
)
"""Folded: what things are worth, and how many they are, in a question or a column's name."""
_TOTAL_RE = re.compile(r"tong(?: so| cong)?|cong")
UNIT_RE = re.compile(r"^(?:dvt|don vi(?: tinh)?|don vi do)$")
MEASURED_RE = re.compile(
    r"(?i)\(((?:nghìn |ngàn |triệu |tỷ )?(?:đồng|tấn|tạ|kg|ha|m2|m3|km|USD|người|%))\)\s*$"
)
"""A column or a row that tells its own measure ("Giá trị xuất khẩu (Nghìn USD)")."""
_COUNTED_RE = re.compile(
    r"\(((?!ước|mới|cũ|khác|cả|[A-ZĐ]{2})[^\W\d_]\w*(?:/[^\W\d_]+(?: [^\W\d_]+)?)?)\)\s*$"
)
"""One that tells what it counts ("Cây phân tán (cây)", "Công suất (m3/ngày đêm)")."""
EMPTY_RE = re.compile(r"[\s.…_–-]*")
"""A cell that is left blank, or has but the dash of what there is none of."""
ORDINAL_RE = re.compile(r"^(?:stt|tt|so tt|so thu tu)$")
NAMED_RE = re.compile(r"[^\W\d_]{2,} |[^\W\d_]{4,}|^[^\W\d_]*[^\x00-\x7f][^\W\d_]*$")
"""Words in the column that numbers the rows: the name of a row whose cells were merged ("Tổng cộng")."""
_BOUND = r"(?:(?:trên|dưới|từ|đến|đạt|khoảng|ít nhất|tối thiểu|tối đa|không quá|[><≥≤~=])\s*)*"
IS_NUMBER_RE = re.compile(
    rf"(?i){_BOUND}\d+(?:[.,]\d+)*(?:(?:\s*%)?\s*(?:[-–]|(?<![a-z])đến)\s*{_BOUND}(?!(?:19|20)\d\d$)\d+(?:[.,]\d+)*)?(?:\s*%|\s+\D{{1,20}})?"
)
"""One number or a span of numbers ("từ 10 đến 20 hộ"), with its bound and its measure."""
MOST_CELLS = 4
MARK_RE = re.compile(r"^(?:[-+•*–]+\s*|(?:[a-zđ]|\d+)\)\s+|\d+\.\s+(?=[^\W\d]))+")
"""The mark of a list's member, which says nothing where the member stands alone."""


def _table_of(unit: Unit, knowledge: Knowledge) -> Table | None:
    return _tables(knowledge).get((unit.plan, unit.fact))


@lru_cache(maxsize=4)
def _tables(knowledge: Knowledge) -> Mapping[tuple[str, object], Table]:
    """The table of each row of each plan; of equal rows the first one's."""
    return {
        (name, row): table
        for name, plan in knowledge.plans.items()
        for table in reversed(plan.tables)
        for row in table.rows
    }


def header_of(unit: Unit, knowledge: Knowledge) -> tuple[str, ...]:
    """The column names of the table in which a row stands."""
    table = _table_of(unit, knowledge)
    return table.header if table else ()


def _measure(unit: Unit, knowledge: Knowledge) -> str:
    """The measure that stands above the whole table."""
    table = _table_of(unit, knowledge)
    return measure_of(knowledge.plans[unit.plan], table) if table else ""


def cell_by_header(
    unit: Unit, knowledge: Knowledge, wanted: re.Pattern[str], but: re.Pattern[str] | None = None
) -> str | None:
    """The first filled cell whose column name (folded) fits ``wanted`` and not ``but``."""
    assert isinstance(unit.fact, TableRow)
    for title, cell in zip(header_of(unit, knowledge), unit.fact.cells, strict=False):
        folded = fold(title)
        if cell.strip() and wanted.search(folded) and not (but and but.search(folded)):
            return " ".join(cell.split())
    return None


def number_cells(unit: Unit, need: Need, knowledge: Knowledge) -> list[tuple[str, str]]:
    """The columns of numbers that the question means, with the row's unit; all of them when it names none.

    [] when the question names a year and the table has columns by year, but not this one.
    """
    assert isinstance(unit.fact, TableRow)
    cells = list(zip(map(str, header_of(unit, knowledge)), unit.fact.cells, strict=False))
    measure = next((cell for title, cell in cells if UNIT_RE.match(fold(title)) and cell.strip()), "")
    named = next((m[1] for _, cell in cells if (m := MEASURED_RE.search(cell))), "")
    measure = measure or named or _measure(unit, knowledge)
    numbers = [
        (title, measured(cell.strip(), title, measure))
        for title, cell in cells
        if IS_NUMBER_RE.fullmatch(cell.strip()) and not ORDINAL_RE.match(fold(title)) and title.strip()
    ]
    kept = asked_columns([title for title, _ in numbers], range(len(numbers)), need)
    return [numbers[at] for at in kept][:MOST_CELLS]


def asked_columns(
    header: Sequence[str], columns: Sequence[int], need: Need, also: frozenset[str] = frozenset()
) -> tuple[int, ...]:
    """Which columns of numbers a question means (see ``column_numbers``); a follow-up by its own words, if they part them.

    ``also`` are further folded words that it may be taken to say (translations).
    """
    for text in (need.asked, need.question) if need.follows else (need.question,):
        words = frozenset(re.findall(r"\w+", cue_text(text))) | also
        kept = column_numbers(header, columns, text, words)
        if len(kept) < len(columns):
            break
    return kept


def years_of(text: str) -> frozenset[str]:
    """The years that a text says, those of a stretch only where it says no other.

    >>> sorted(years_of("GIAI ĐOẠN 2026 - 2030 - Năm 2027")), sorted(years_of("giai đoạn 2026 - 2028"))
    (['2027'], ['2026', '2028'])
    """
    return frozenset(_YEAR_RE.findall(_STRETCH_RE.sub(" ", text)) or _YEAR_RE.findall(text))


def column_numbers(
    header: Sequence[str], columns: Sequence[int], question: str, words: frozenset[str]
) -> tuple[int, ...]:
    """Which of these columns a question means: of its year, by its own words; all that it does not part.

    ``words`` are the folded words of the question. () when it names a year and there are columns by year, but not this one.
    >>> head = ["Chỉ tiêu", "Năm 2026", "Năm 2027 (tấn)", "Năm 2027 (ha)", "So sánh 2027 với 2026 (%)"]
    >>> column_numbers(head, range(1, 5), "năm 2027 bao nhiêu tấn", frozenset({"nam", "2027", "bao", "nhieu", "tan"}))
    (2,)
    >>> column_numbers(["Bậc", "Nam", "Nữ", "Cộng"], range(1, 4), "năm 2031 tuyển bao nhiêu", frozenset({"nam", "2031"}))
    (3,)
    """
    kept = list(columns)
    years = years_of(question)
    if years and any(years_of(header[at]) for at in kept):
        kept = [at for at in kept if years & years_of(header[at])]
    if not _COMPARES_RE.search(cue_text(question)):
        kept = [at for at in kept if not _COMPARES_RE.search(fold(header[at]))] or kept
    kept = _of_asked_sort(header, kept, fold(question))
    if len(kept) < 2:
        return tuple(kept)
    own = {at: frozenset(re.findall(r"\w+", fold(header[at]))) - {"so"} for at in kept}
    if _OF_YEAR_RE.search(cue_text(question)):
        words = words - {"nam"}  # a year is no column "Nam"
    shared = frozenset.intersection(*own.values())
    measures = {
        at: set(fold(m[1]).split()) if (m := MEASURED_RE.search(header[at])) else set() for at in kept
    }
    # "Bao nhiêu tấn xuất khẩu" means the column in tons, whatever the other one is called.
    said = {
        at: (bool(words & measure - shared), len((own[at] - shared - measure) & words))
        for at, measure in measures.items()
    }
    if not any(map(any, said.values())):
        kept = [at for at in kept if _TOTAL_RE.fullmatch(fold(header[at]).strip())] or kept
    return tuple(at for at in kept if said[at] == max(said.values()))


def _of_asked_sort(header: Sequence[str], columns: list[int], asked: str) -> list[int]:
    """Of these columns those that tell what things are worth, or how many they are, where the question asks for that alone.

    >>> _of_asked_sort(["Sản phẩm", "Lượng xuất khẩu (tấn)", "Kim ngạch"], [1, 2], "kim ngach xuat khau gao bao nhieu")
    [2]
    """
    asks = [sign for sign in (_WORTH_RE, _QUANTITY_RE) if sign.search(asked)]
    said = [at for at in columns if len(asks) == 1 and asks[0].search(fold(header[at]))]
    return said if len(said) < len(columns) and said else columns


def measured(cell: str, title: str, measure: str) -> str:
    """A number with the measure of its own column, else with that of its row or table.

    >>> measured("117.000", "Giá trị (Nghìn USD)", "Tấn"), measured("94,0", "So với 2025 (%)", ""), measured("9", "Năm 2026", "Ha")
    ('117.000 nghìn USD', '94,0%', '9 ha')
    >>> measured("9.600", "Cây phân tán (cây)", "ha"), measured("36 tiết", "Số tiết", ""), measured("12%", "Tăng", "%")
    ('9.600 cây', '36 tiết', '12%')
    """
    if not cell[-1:].isdigit():
        return cell
    own = MEASURED_RE.search(title) or _COUNTED_RE.search(title)
    told = own[1] if own else measure
    told = " ".join(word if word.isupper() else word.lower() for word in told.split())
    return f"{cell}{'' if told == '%' else ' '}{told}".strip()


def open_number(unit: Unit, need: Need, knowledge: Knowledge) -> bool:
    """Whether the row leaves empty a column that holds numbers in other rows, of the year asked where one is."""
    assert isinstance(unit.fact, TableRow)
    table = _table_of(unit, knowledge)
    if table is None:
        return False
    years = set(_YEAR_RE.findall(fold(need.question)))
    by_year = any(_YEAR_RE.search(title) for title in table.header)
    for column, (title, cell) in enumerate(zip(table.header, unit.fact.cells, strict=False)):
        meant = not (years and by_year) or bool(years & set(_YEAR_RE.findall(title)))
        others = (row.cells[column].strip() for row in table.rows if column < len(row.cells))
        if meant and not cell.strip() and any(IS_NUMBER_RE.fullmatch(other) for other in others):
            return True
    return False


def words_of(unit: Unit, knowledge: Knowledge) -> str:
    """A unit as an answer says it: a sentence without the mark of its list; a row by its name, then its other columns.

    >>> words_of(Unit("a", "sentence", "- a) Tổ chức tập huấn.", "", "I", "", (0, 1)), None)
    'Tổ chức tập huấn.'
    """
    if not isinstance(unit.fact, TableRow):
        return MARK_RE.sub("", unit.text)
    filled = [
        (title.strip(), " ".join(cell.split()))
        for title, cell in zip(header_of(unit, knowledge), unit.fact.cells, strict=False)
        if not EMPTY_RE.fullmatch(cell) and (not ORDINAL_RE.match(fold(title)) or NAMED_RE.search(cell))
    ]
    if len(filled) < 2:
        return unit.text
    measure = _measure(unit, knowledge)
    others = [f"{_as_said(title)}: {cell}" if title else cell for title, cell in filled[1:]]
    others += [f"đơn vị tính: {measure}"] if measure and any(c[-1:].isdigit() for _, c in filled[1:]) else []
    title, name = filled[0][0], MARK_RE.sub("", filled[0][1]).rstrip(" .;:")
    # "2" names no row, "Giai đoạn 2" does.
    name = f"{title} {name}" if title and name.isdigit() and title[:1].isupper() else name
    return f"{name} – {'; '.join(others)}"


def _as_said(title: str) -> str:
    """A column's name in running text: not in capitals, but for a short form ("CHỦ TRÌ", "ĐVT")."""
    title = " ".join(title.split())
    if title.isupper() and " " in title:
        return title.lower()
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
