"""Rows of annexes whose cells ran together: told by the facts of the parent, as rows of the unit's own annex.

In: the parent's assignments whose path names a row, and that stand in no table. Out: the rows where the unit leads or
helps, with the parent's time and product; every other row is left out with its cause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.draft.cause import charged_to
from assistant.draft.child.adapt import Adapter
from assistant.draft.child.assign import choose_division
from assistant.draft.child.cooperation import beside
from assistant.draft.model import SLOT, Dropped, Source, Task
from assistant.draft.parent.binding import is_plural, reach_of
from assistant.draft.unit.party import led_task
from assistant.draft.unit.profile import UnitProfile
from ingest.facts.bodies.agencies import find_agencies
from ingest.plan import Assignment, Plan

__all__ = ["FlatRow", "flat_rows", "read_flat_rows", "with_figure"]


@dataclass(frozen=True, slots=True)
class FlatRow:
    """One row: its task, who leads, who helps, and where it stands in the parent."""

    path: str
    task: str
    leads: tuple[str, ...]
    helps: tuple[str, ...]
    time: str
    product: str
    source: Source


def flat_rows(plan: Plan) -> tuple[FlatRow, ...]:
    """The rows of the parent that stand in no table, in reading order."""
    tabled = {row.path for table in plan.tables for row in table.rows}
    groups: dict[tuple[str, str], list[Assignment]] = {}
    for fact in plan.facts.assignments:
        if "/row " in fact.path and fact.path not in tabled and fact.actor:
            groups.setdefault((fact.path, fact.task), []).append(fact)
    return tuple(_row(path, task, facts, plan) for (path, task), facts in groups.items())


_LABEL_LINE_RE = re.compile(r"\s*\n\s*(?:\d{1,3}(?:\.\d{1,2})*[.)]?|[IVX]{1,5}[.)])\s")


def _rest_of_line(plan: Plan, end: int) -> str:
    """What follows a row's bodies on their line, where the next line opens the next row: its product."""
    text = plan.source.original
    stop = text.find("\n", end)
    if stop < 0 or stop - end > 200 or not _LABEL_LINE_RE.match(text, stop):
        return ""
    words = " ".join(text[end:stop].split()).strip(" .;:,")
    return words if words[:1].isupper() and not any(a.start == 0 for a in find_agencies(words)) else ""


_FIGURE_RE = re.compile(
    r"\s*(?P<figure>(?:(?:phấn đấu|đạt|tăng|giảm|khoảng|trên|dưới|từ|không quá|không thấp hơn|ít nhất|tối thiểu|bình quân)\s+)*(?:[≥≤<>~]\s*)?"
    r"\d+(?:[.,]\d+)*(?:\s*[-–]\s*\d+(?:[.,]\d+)*)?(?:\s*%)?(?:\s+(?:trở lên|điểm %|lần|tuổi|năm))?)(?=\s+(?:\d\.\s+)?(?-i:[A-ZĐÂÔƠƯ])|\s*$)",
    re.IGNORECASE,
)


# What is counted: a unit in brackets or a measure's word; else a number behind a task is a year, or of another column.
_MEASURE_RE = re.compile(
    r"\([^()]{1,30}\)\W*$|^\W*(?:(?:tổng|tốc độ|tăng|giảm)\s)*(?:t[ỷỉ] lệ|t[ỷỉ] trọng|chỉ số|số|mức|diện tích|sản lượng|năng suất|giá trị|kim ngạch|quy mô|thu nhập|tuổi thọ|tăng trưởng|GDP|GRDP)(?!\w)",
    re.IGNORECASE,
)
_SAYS_MEASURE_RE = re.compile(
    r"[%≥≤<>]|(?:^|\s)(?:đạt|phấn đấu|tăng|giảm|trên|dưới|ít nhất|tối thiểu|không quá)\s", re.IGNORECASE
)
_BARE_YEAR_RE = re.compile(r"(?:từ\s+)?(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?", re.IGNORECASE)


def with_figure(task: str, row: str) -> str:
    """A target of a row with the figure that stands in the next column, before who leads it.

    >>> with_figure("GDP bình quân đầu người (USD)", "GDP bình quân đầu người (USD) 8.500 1. Bộ Tài chính đầu mối")
    'GDP bình quân đầu người (USD): 8.500'
    >>> with_figure("Tỷ lệ đô thị hóa (%)", "Tỷ lệ đô thị hóa (%) 1. Bộ Xây dựng chủ trì")
    'Tỷ lệ đô thị hóa (%)'
    >>> with_figure("Tuyển dụng viên chức", "Tuyển dụng viên chức 2027 Sở Nội vụ"), with_figure("Tập huấn", "Tập huấn 5 Sở Y tế")
    ('Tuyển dụng viên chức', 'Tập huấn')
    """
    flat = " ".join(row.split())
    at = flat.find(task)
    told = _FIGURE_RE.match(flat, at + len(task)) if at >= 0 else None
    if told is None or _BARE_YEAR_RE.fullmatch(told["figure"]):
        return task
    measured = _MEASURE_RE.search(task) or _SAYS_MEASURE_RE.search(told["figure"])
    return f"{task.rstrip(' .:;')}: {told['figure']}" if measured else task


def _row(path: str, task: str, facts: list[Assignment], plan: Plan) -> FlatRow:
    start, end = min(f.span.start for f in facts), max(f.span.end for f in facts)
    quote = plan.source.original[start:end]
    flat = " ".join(quote.split()).lower()
    # A list that says its head once is read with the head supplied; what does not stand there so is not told.
    said = [(f.actor, f.role) for f in facts if f.actor and f.actor.lower() in flat]
    leads = tuple(dict.fromkeys(name for name, role in said if role != "coordinate"))
    helps = tuple(dict.fromkeys(name for name, role in said if role == "coordinate"))
    time = next((f.time for f in facts if f.time), "") or ""
    said_with = task if time else with_figure(task, quote)
    product = next((f.product for f in facts if f.product and said_with == task), "") or ""
    product = product or ("" if time or said_with != task else _rest_of_line(plan, end))
    return FlatRow(path, said_with, leads, helps, time, product, Source(start, end, quote))


def _led_first(row: FlatRow) -> FlatRow:
    """A row whose first words name a body is that body's: its column stood before the task's."""
    first = next((a for a in find_agencies(row.task[:120]) if a.start == 0 and not a.collective), None)
    rest = row.task[first.end :].strip(" :-") if first else ""
    if first is None or not rest[:1].isupper() or len(rest.split()) < 3:
        return row
    others = tuple(name for name in (*row.leads, *row.helps) if name != first.name)
    return replace(row, task=rest, leads=(first.name,), helps=others)


def _mine(names: Iterable[str], profile: UnitProfile) -> str | None:
    reaches = [reach_of(name, profile, collective=is_plural(name)) for name in names]
    return "unit" if "unit" in reaches else "class" if "class" in reaches else None


def _led(row: FlatRow, profile: UnitProfile) -> tuple[str, str] | None:
    """Who of the bodies that a committee leads has the row, and the row as what it leads them to do."""
    reaches = [reach_of(name, profile, collective=is_plural(name)) for name in row.leads]
    return led_task(row.leads, reaches, profile.name, row.task)


def read_flat_rows(plan: Plan, adapter: Adapter) -> tuple[Task, ...]:
    """Return the rows that bind the unit; every other row is dropped with its cause."""
    tasks: list[Task] = []
    for row in flat_rows(plan):
        source = row.source
        row = _led_first(row)
        leads, helps = _mine(row.leads, adapter.profile), _mine(row.helps, adapter.profile)
        led = _led(row, adapter.profile)
        mine = bool(leads or led)
        if not (mine or helps):
            why = charged_to(row.leads or row.helps)
            adapter.dropped.append(Dropped(source.quote, why, row.path, source.start, source.end))
            continue
        said = led[1] if led else row.task
        what = adapter.narrow(said, own=mine, whole=leads == "unit").text
        division = led[0] if led else choose_division(what, adapter.profile, theme=adapter.theme) or SLOT
        # Whoever leads in the unit's name ("UBND cấp xã") is the unit itself, and none that it works with.
        beside_me = () if led else (name for name in row.leads if not _mine([name], adapter.profile))
        told = dict.fromkeys((*beside_me, *row.helps))
        with_me = [
            name for name in told if led or reach_of(name, adapter.profile, collective=False) != "unit"
        ]
        own = mine or not row.leads
        others = ", ".join(with_me) if own else ", ".join(row.leads)
        said = what if own else beside(others, what)
        task = Task(said, row.path, division, others, row.time, row.product, (source,))
        tasks.append(task)
        adapter.row(task, named=leads == "unit", leads=() if own else row.leads, led=led is not None)
    return tuple(tasks)
