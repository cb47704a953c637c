"""Rows of the parent's annexes: those that charge the unit become rows of its own annex."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.draft.cause import Cause, charged_to
from assistant.draft.child.adapt import Adapter
from assistant.draft.child.assign import choose_division
from assistant.draft.child.cooperation import beside
from assistant.draft.child.schedule import cell_words, told_row
from assistant.draft.edits import balance
from assistant.draft.model import SLOT, Dropped, Source, Task
from assistant.draft.parent.binding import is_plural, own_division, reach_of
from assistant.draft.parent.elsewhere import is_own_place
from assistant.draft.parent.handed import everywhere_of_class
from assistant.draft.unit.other_words import one_name
from assistant.draft.unit.party import led_task
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import find_agencies, same_agency, split_names
from ingest.facts.bodies.loose import BODY_WORD_RE
from ingest.facts.tables.rows import DITTO_RE
from ingest.plan import CELL_BREAK, Plan, Table, TableRow
from ingest.spelling import match_key

__all__ = ["read_task_rows"]

_LEAD_RE = re.compile(r"(?i)chủ trì|thực hiện|cơ quan|đơn vị|trách nhiệm")
_PARTNER_RE = re.compile(r"(?i)phối hợp")
_TIME_RE = re.compile(r"(?i)thời (?:gian|hạn)|tiến độ|hoàn thành")
_PRODUCT_RE = re.compile(r"(?i)sản phẩm|kết quả")
_CONTENT_RE = re.compile(
    r"(?i)nội dung|nhiệm vụ|công việc|hoạt động|tên|chỉ tiêu|mục tiêu|giải pháp|đề án|dự án|hạng mục|đầu việc|văn bản"
)

_RELATED_RE = re.compile(
    r"(?i)(?:các )?(?:(?:cơ quan|đơn vị|ban|ngành|tổ chức)(?:,| và)? )+(?:có )?liên quan"
)
_DEPARTMENTS_RE = re.compile(
    r"(?i)(?:(?:các )?doanh nghiệp[,;] )?(?:các )?sở,(?: ban,)? ngành(?: (?:cấp )?tỉnh)? (?:có )?liên quan"
)
_NUMBERING_RE = re.compile(r"(?i)(?:số )?t\.?t\.?|stt|#")
_NOT_CONTENT_RE = re.compile(r"(?i)cơ quan|đơn vị|chủ trì|phối hợp|sản phẩm|thời (?:gian|hạn)")
_NOT_LEAD_RE = re.compile(r"(?i)phối hợp|thời (?:gian|hạn)|tiến độ|nội dung|nhiệm vụ|công việc|hoạt động")


def _column(table: Table, pattern: re.Pattern[str], but: re.Pattern[str] | None = None) -> int | None:
    for index, name in enumerate(table.header):
        if pattern.search(name) and not (but and but.search(name)):
            return index
    return None


def _with_bodies(table: Table, index: int | None) -> int | None:
    """A column of those who act; "Đơn vị" over measures ("Người", "Tấn", "-") is none."""
    cells = [words for row in table.rows if (words := _cell(row, index))]
    bodies = sum(bool(find_agencies(words)) or BODY_WORD_RE.match(words) is not None for words in cells)
    return index if bodies * 3 >= len(cells) > 0 else None


def _cell(row: TableRow, index: int | None) -> str:
    return cell_words(row.cells[index]) if index is not None and index < len(row.cells) else ""


def _told(table: Table, row: TableRow, index: int | None) -> str:
    """A cell in one line; one that says "as above" ("-nt-", "như trên") tells what the row above it does."""
    rows = table.rows[: table.rows.index(row) + 1]
    cells = (" ".join(_cell(one, index).split()) for one in reversed(rows))
    return next((words for words in cells if not DITTO_RE.fullmatch(words)), "")


def _longest(row: TableRow, *apart: int | None) -> str:
    """The longest cell that names no bodies: the task, where no header tells which it is."""
    cells = [_cell(row, index) for index in range(len(row.cells)) if index not in apart]
    return max(cells or list(row.cells), key=len)


def _reaches(cell: str, adapter: Adapter) -> dict[str, str | None]:
    """The bodies of a cell, with how each reaches the unit."""
    return {
        a.name: reach_of(a.name, adapter.profile, collective=a.collective or is_plural(a.name))
        for a in (*split_names(cell), *find_agencies(cell))
        if a.name
    }


def _reach(cell: str, adapter: Adapter) -> str | None:
    reaches = _reaches(cell, adapter).values()
    return "unit" if "unit" in reaches else "class" if "class" in reaches else None


def _helps(cell: str, adapter: Adapter) -> str | None:
    """How the unit is among those who help: no commune is one of "các cơ quan liên quan", no school of "sở, ngành liên quan"."""
    reaches = {name: reach for name, reach in _reaches(cell, adapter).items() if reach}
    kind = kind_of(adapter.profile)
    commune = kind.level == "commune" and (kind.area or kind.system == "party")
    neighbours = _RELATED_RE if commune else _DEPARTMENTS_RE if kind.level == "unit" else None
    if neighbours and all(neighbours.fullmatch(name) for name in reaches):
        return None
    return "unit" if "unit" in reaches.values() else "class" if reaches else None


def _slipped(row: TableRow, source: Source, adapter: Adapter, tasks: list[Task]) -> None:
    """A row whose columns do not stand under their headers: kept where it names the unit, always told."""
    why = Cause("slipped", row.path)
    adapter.warnings.append(why.said())
    if "unit" not in {_reach(cell, adapter) for cell in row.cells if len(cell) < 120}:
        adapter.dropped.append(Dropped(source.quote, why, row.path, source.start, source.end))
        return
    what = adapter.narrow(cell_words(max(row.cells, key=len))).text
    tasks.append(
        Task(
            what,
            row.path,
            choose_division(what, adapter.profile, theme=adapter.theme) or SLOT,
            sources=(source,),
        )
    )


def _own_cell(table: Table, row: TableRow, profile: UnitProfile) -> int | None:
    """Which cell names the unit, or the commune that is its place ("Xã Thạch Giang | 37 | 8")."""
    for index, cell in enumerate(row.cells[: len(table.header)]):
        words = cell.replace(CELL_BREAK, " ").strip()
        if not words or len(words) > 90:
            continue
        named = one_name(words, profile.name)
        named = named or any(
            reach_of(a.name, profile, collective=False) == "unit" for a in split_names(words)
        )
        if named or is_own_place(words, profile) or _listed_barely(words, table.header[index], profile):
            return index
    return None


def _listed_barely(words: str, head: str, profile: UnitProfile) -> bool:
    """Whether the unit is one of the names of a cell that leave out what the column's head says they are.

    >>> unit = UnitProfile("Khoa Nội tổng hợp", "hospital")
    >>> _listed_barely("Nhi, Nội tổng hợp và Mắt", "Khoa thực hiện", unit), _listed_barely("Nội tổng hợp", "Nội dung", unit)
    (True, False)
    """
    what, _, own = match_key(profile.name).partition(" ")
    return re.search(rf"(?<!\w){what}(?!\w)", match_key(head)) is not None and own in _names(words)


def _names(words: str) -> list[str]:
    return re.split(r"[,;]\s*|\svà\s", match_key(words))


def _allots(table: Table, name: int | None) -> bool:
    """Whether a table gives each body its figures: beside the names stand numbers with their heads."""
    others = [
        i
        for i in range(len(table.header))
        if i != name and not _NUMBERING_RE.fullmatch(table.header[i].strip())
    ]
    cells = [_cell(row, index) for row in table.rows for index in others]
    told = [cell for cell in cells if cell]
    numbers = sum(re.fullmatch(r"[\d.,%*\s–-]+", cell) is not None for cell in told)
    return bool(told) and numbers > 0.7 * len(told)


def _allotted(table: Table, row: TableRow, own: int, source: Source, adapter: Adapter) -> Task:
    """The unit's row of a table that allots figures or times: each cell with its header."""
    who, apart = _cell(row, own), [own]
    if _listed_barely(who, table.header[own], adapter.profile):
        # Of several in one cell the unit alone; how many they are says nothing of it.
        several = len(_names(who))
        apart += [
            i for i in range(len(row.cells)) if several > 1 and _cell(row, i).lstrip("0") == str(several)
        ]
        who = adapter.profile.name
    what = f"{who}: {told_row(table, row, *apart)}"
    time = balance(_cell(row, _column(table, _TIME_RE)))
    task = Task(
        what,
        row.path,
        choose_division(what, adapter.profile, theme=adapter.theme) or SLOT,
        time=time,
        sources=(source,),
    )
    adapter.row(replace(task, time=""), named=True)
    return task


def read_task_rows(plan: Plan, adapter: Adapter) -> tuple[Task, ...]:
    """Return the rows that bind the unit; every other row is dropped with its cause."""
    tasks: list[Task] = []
    for table in plan.tables:
        content = _column(table, _CONTENT_RE, _NOT_CONTENT_RE)
        lead = _with_bodies(table, _column(table, _LEAD_RE, _NOT_LEAD_RE))
        partner = _column(table, _PARTNER_RE)
        for row in table.rows:
            if row.path in adapter.told_rows:
                continue
            source = Source(row.span.start, row.span.end, plan.source.quote(row.span))
            leads, helps = _told(table, row, lead), _told(table, row, partner)
            mine, with_me = _reach(leads, adapter), _helps(helps, adapter)
            if lead is not None and re.fullmatch(r"[\dIVX.]*", leads):
                # Cells of merged rows slip to the side; who leads cannot be told then.
                _slipped(row, source, adapter, tasks)
                continue
            allots = content is None and mine == "unit" and _allots(table, lead)
            own = _own_cell(table, row, adapter.profile) if allots or not (mine or with_me) else None
            if own is not None and (allots or not leads):
                tasks.append(_allotted(table, row, own, source, adapter))
                continue
            by_name = _reaches(leads, adapter)
            what = _cell(row, content) or _longest(row, lead, partner, _column(table, _NUMBERING_RE))
            led = led_task(tuple(by_name), tuple(by_name.values()), adapter.profile.name, what)
            if not mine and everywhere_of_class(what, adapter.profile):
                above = adapter.profile.parent or ""
                mine = "class" if any(same_agency(name, above) for name in by_name) else None
                with_me = "class"
            if not (mine or with_me or led) and own is None:
                why = charged_to([leads]) if leads else Cause("figures_above")
                adapter.dropped.append(Dropped(source.quote, why, row.path, source.start, source.end))
                continue
            what = adapter.narrow(led[1] if led else what, whole=mine == "unit").text
            named = (own_division(name, adapter.profile) for name in by_name)
            division = next(filter(None, named), None) or choose_division(
                what, adapter.profile, theme=adapter.theme
            )
            division = led[0] if led else division or SLOT
            # Where the unit only helps, its division works with the body that the parent names as the lead.
            others = helps if mine or led else leads or SLOT
            said = what if mine or led or not leads else beside(leads, what)
            time = balance(_told(table, row, _column(table, _TIME_RE)))
            product = _told(table, row, _column(table, _PRODUCT_RE))
            task = Task(said, row.path, division, others, time, product, (source,))
            tasks.append(task)
            adapter.row(
                task, named=mine == "unit", leads=() if mine or led else (leads,), led=led is not None
            )
    return tuple(tasks)
