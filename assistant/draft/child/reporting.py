"""The part on reports: when the unit's own parts report, and to whom the unit does where the parent asks for no report.

In: the parent's deadlines that the draft has taken over, and the profile. Out: a line for the unit's parts with the days
worked out from the profile's working days of lead (Saturdays, Sundays and holidays of a fixed day left out; the lunar
ones are not known). A report that the parent asks for stands where the parent has it; where there is none, its day is a slot.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from assistant.draft.child.adapt import Adapter
from assistant.draft.child.assign import gatherer_of
from assistant.draft.child.citing import issuer_of, reports_to
from assistant.draft.child.pieces import Piece
from assistant.draft.edits import apply_edits, balance
from assistant.draft.model import SLOT
from assistant.draft.parent.binding import is_plural, reach_of
from assistant.draft.unit.profile import UnitProfile, kind_of
from assistant.draft.unit.reorganisation import renew_names
from ingest.facts.bodies.agencies import same_agency
from ingest.plan import Deadline

__all__ = ["before_workdays", "inner_days", "with_reports"]

_REPORT_RE = re.compile(r"(?i)báo cáo")
# Of the plan's results, not of a case ("báo cáo ca bệnh trong 24 giờ") nor of what the receiver does next.
_RESULTS_RE = re.compile(
    r"(?i)báo cáo(?=\W*$|[^;.]{0,60}(?:kết quả|tình hình|tiến độ|định kỳ|quý|tháng|năm|sơ kết|tổng kết))|(?:kết quả|định kỳ)[^;.]{0,60}báo cáo|^gửi"
)
_NEXT_STEP_RE = re.compile(r"(?i)gửi [^;]*tổng hợp,? (?:để )?(?:báo cáo|trình)")
# "Báo cáo kết quả như quy định tại điểm b khoản 5 mục này": the day is told there; "tại kỳ họp cuối năm": it is that of the sitting.
_POINTED_RE = re.compile(
    r"(?i)báo cáo [^;:.]{0,60}(?:như|theo)(?: \w+){0,3} (?:tại|ở) (?:điểm|khoản|mục|phần|tiết)(?!\w)"
    r"|báo cáo(?: kết quả)?(?: thực hiện)? tại (?:các )?(?:kỳ|phiên) họp(?!\w)"
)
_OFTEN_RE = re.compile(r"daily|weekly|\d{4}-\d\d$")
_DAY_RE = re.compile(
    r"(?P<every>monthly|quarterly|yearly):(?:day (?P<day>\d+)(?P<of> of (?:last|next) month)?|--(?P<month>\d\d)-(?P<on>\d\d))"
)
_EVERY = {"monthly": "hằng tháng", "quarterly": "hằng quý", "yearly": "hằng năm"}
_SAYS_OFTEN_RE = re.compile(r"(?i)(?<!\w)(?:h[ằà]ng|mỗi|tháng|quý|năm)(?!\w)")
_REPORTS_RE = re.compile(r"(?i)(?:chế độ )?(?:(?:thông tin|kiểm tra|theo dõi)(?:,| và)? )*(?:và )?báo cáo")
"""Headings of the part on reports."""
_HOLIDAYS = frozenset({(1, 1), (4, 30), (5, 1), (9, 2)})
"""Holidays that have a fixed day of the year (article 112 of the Labour Code)."""
_ANY_YEAR = 2001
"""A year without 29/02, to reckon days that return each year."""


def before_workdays(day: date, count: int) -> date:
    """The day that lies ``count`` working days before another.

    >>> before_workdays(date(2026, 6, 10), 5).isoformat()
    '2026-06-03'
    """
    while count:
        day -= timedelta(days=1)
        count -= day.weekday() < 5 and (day.month, day.day) not in _HOLIDAYS
    return day


def inner_days(
    deadlines: Iterable[Deadline], profile: UnitProfile, since: str | None = None
) -> Iterator[tuple[Deadline, str]]:
    """For each deadline with a known day, the day by which the unit's own parts report, as a plan says it.

    ``since`` is the parent's own date (ISO): no day before it is told. Nor is one for a day that not every year has.

    >>> from ingest.plan import Span
    >>> unit = UnitProfile("Sở Nội vụ", "department", year=2026, report_lead_days=5)
    >>> def told(normalised: str) -> list[str]:
    ...     return [day for _, day in inner_days([Deadline("báo cáo", "", normalised, "V", Span(0, 0))], unit)]
    >>> told("2026-06-10"), told("monthly:day 15"), told("yearly:--12-01"), told("yearly:--02-30")
    (['trước ngày 03/6/2026'], ['trước ngày 08 hằng tháng'], ['trước ngày 24/11 hằng năm'], [])
    """
    lead = profile.report_lead_days
    for deadline in deadlines if lead else ():
        told = deadline.normalised or ""
        day = _DAY_RE.fullmatch(told)
        if due := _day_of(told):
            inner = before_workdays(due, lead or 0)
            if not since or inner.isoformat() >= since:
                yield deadline, f"trước ngày {_day_and_month(inner)}/{inner.year}"
        elif day and day["month"] and (due := _day_of(f"{_ANY_YEAR}-{day['month']}-{day['on']}")):
            yield deadline, f"trước ngày {_day_and_month(_before_any_year(due, lead or 0))} hằng năm"
        elif day and day["day"]:
            # As many days earlier as the working days can at most take, whatever the weekday.
            left = int(day["day"]) - (lead or 0) - 2 * -(-(lead or 0) // 5)
            if left > 0:
                of = {None: "hằng tháng", " of next month": "của tháng kế tiếp"}.get(
                    day["of"], "của tháng cuối quý"
                )
                yield deadline, f"trước ngày {left:02d} {of}"


def _day_of(told: str) -> date | None:
    """An ISO date; None for anything else, and for a day that its year has not."""
    try:
        return date.fromisoformat(told) if re.fullmatch(r"\d{4}-\d\d-\d\d", told) else None
    except ValueError:
        return None


def _before_any_year(due: date, count: int) -> date:
    """The day that lies some working days before another in every year; within eleven, it falls on each weekday."""
    years = (due.replace(year=due.year + later) for later in range(11))
    return due - max(day - before_workdays(day, count) for day in years)


def _day_and_month(day: date) -> str:
    return f"{day.day:02d}/{day.month if day.month > 2 else f'0{day.month}'}"


def _is_units(deadline: Deadline, profile: UnitProfile) -> bool:
    """Whether the unit is whom a report is asked of, and not whom it goes to."""
    told, by = f"{deadline.what} {deadline.when}", deadline.normalised
    asked = _REPORT_RE.search(told) and _RESULTS_RE.search(told) and not _NEXT_STEP_RE.match(deadline.what)
    if not (asked and by) or _OFTEN_RE.match(by):
        return False
    goes_to = (deadline.to, deadline.via)
    if any(name and reach_of(name, profile, collective=False) == "unit" for name in goes_to):
        return False
    # "Chế độ báo cáo: Báo cáo năm gửi trước ngày 10/12": nobody named is all whom the plan is for.
    names = deadline.who.split(";") if deadline.who else ()
    return not names or any(reach_of(name.strip(), profile, collective=is_plural(name)) for name in names)


def _asked_for(adapter: Adapter, body: Iterable[Piece]) -> list[Deadline]:
    """The days of reports that the body has taken over, in its order."""
    return [
        deadline
        for piece in (piece for part in body for piece in part.walk())
        for deadline in adapter.plan.facts.deadlines
        if deadline.when in piece.text
        and re.search(r"\d", deadline.when)
        and any(s.start < deadline.span.end and deadline.span.start < s.end for s in piece.sources)
        and _is_units(deadline, adapter.profile)
    ]


def _open_report(adapter: Adapter, who: str, advises: str) -> Piece:
    """The report that the parent asks for by no day: its day is open."""
    profile, plan = adapter.profile, adapter.plan
    missing = () if gatherer_of(profile) else ("Đầu mối tổng hợp báo cáo",)
    above, *gathers = reports_to(plan, profile)
    issues = same_agency(above, issuer_of(plan) or "")
    goes_to = f"{above} (qua {gathers[0]})" if gathers and issues else above
    edits, asked, _ = renew_names(goes_to, profile, ())
    text = f"{who} {advises}báo cáo kết quả thực hiện gửi {apply_edits(goes_to, edits)} trước ngày {SLOT}."
    slots = (*missing, *asked, "Thời hạn báo cáo (kế hoạch cấp trên không nêu cho đơn vị)")
    return Piece(text, "slot", slots=slots, style="dash")


def _when(deadline: Deadline) -> str:
    """The parent's words for the day, with how often where they stand apart from it ("hằng tháng (trước ngày 15)")."""
    words = deadline.when[:1].lower() + deadline.when[1:]
    day = _DAY_RE.fullmatch(deadline.normalised or "")
    often = _EVERY.get(day["every"], "") if day and not _SAYS_OFTEN_RE.search(words) else ""
    return balance(f"{words} {often}".strip())


def with_reports(body: Sequence[Piece], adapter: Adapter) -> tuple[list[Piece], list[Piece]]:
    """The body, where its own part on reports tells who gathers, reports and watches, too; else that part, made anew."""
    lines = _report_lines(adapter, body)
    filled = _filled(body, lines)
    head = "Chế độ thông tin, báo cáo"
    return (filled, []) if filled else (list(body), [Piece(head, "new", heading=True, children=tuple(lines))])


def _filled(parts: Sequence[Piece], lines: list[Piece]) -> list[Piece] | None:
    """The parts with these lines at the end of the one on reports; None where none is."""
    for index, part in enumerate(parts):
        if not part.heading:
            continue
        if _REPORTS_RE.fullmatch(part.text):
            # In the form of the part's first line: behind a plain line with its points, no further point of these.
            style = part.children[0].style if part.children else "dash"
            below = [*part.children, *(replace(line, style=style) for line in lines)]
        elif (told := _filled(part.children, lines)) is None:
            continue
        else:
            below = told
        return [*parts[:index], replace(part, children=tuple(below)), *parts[index + 1 :]]
    return None


def _report_lines(adapter: Adapter, body: Sequence[Piece]) -> list[Piece]:
    """Who gathers and reports, to whom and by when; when the unit's parts report; who watches."""
    profile, kind = adapter.profile, kind_of(adapter.profile)
    who = gatherer_of(profile) or SLOT
    # A cell's committee gathers itself, and tells the whole cell.
    itself = who.lower() == kind.leaders.lower()
    # "Phòng Kế hoạch tổng hợp tổng hợp": its name says it already.
    advises = ("" if who.lower().endswith("tổng hợp") else "tổng hợp, ") + (
        "" if itself else f"tham mưu {kind.leaders} "
    )
    told = kind.self if itself else kind.leaders
    days = profile.report_lead_days
    lead = f"chậm nhất {days:02d} ngày làm việc " if days else ""
    missing = () if gatherer_of(profile) else ("Đầu mối tổng hợp báo cáo",)
    reports = _asked_for(adapter, body)
    pointed = any(_POINTED_RE.search(piece.text) for part in body for piece in part.walk())
    pieces = [] if reports or pointed or adapter.upward else [_open_report(adapter, who, advises)]
    inner = kind.inner[:1].upper() + kind.inner[1:]
    inner_dates = dict.fromkeys(
        f"{day} đối với kỳ báo cáo {_when(deadline)}"
        for deadline, day in inner_days(reports, profile, adapter.plan.letterhead.date)
    )
    listed = f", cụ thể: {'; '.join(inner_dates)}" if inner_dates else ""
    text = f"{inner} gửi báo cáo về {who} {lead}trước thời hạn báo cáo cấp trên{listed}."
    pieces.append(Piece(text, "slot" if missing else "new", slots=missing, style="dash"))
    text = (
        f"{who} theo dõi, đôn đốc việc thực hiện Kế hoạch này, tổng hợp khó khăn, vướng mắc báo cáo {told}."
    )
    pieces.append(Piece(text, "slot" if missing else "new", slots=missing, style="dash"))
    return pieces
