"""The part on reports: what the parent asks for by a day, to whom and through whom, and when the unit's own parts report.

In: the parent's deadlines that the draft has taken over, and the profile. Out: a line for each report, and one for the
unit's parts with the days worked out from the profile's working days of lead (Saturdays, Sundays and holidays of a
fixed day left out; the lunar ones are not known). Where the parent asks for no report by a day, the day is a slot.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.draft.adapt import Adapter
from assistant.draft.assign import gatherer_of
from assistant.draft.binding import is_plural, reach_of
from assistant.draft.citing import issuer_of, reports_to
from assistant.draft.edits import apply_edits
from assistant.draft.model import SLOT
from assistant.draft.pieces import Piece
from assistant.draft.profile import UnitProfile, kind_of
from assistant.draft.reorganisation import renew_names
from ingest.facts.agencies import find_agencies, same_agency
from ingest.plan import Deadline

__all__ = ["before_workdays", "inner_days", "report_part"]

_REPORT_RE = re.compile(r"(?i)báo cáo")
# Of the plan's results, not of a case ("báo cáo ca bệnh trong 24 giờ") nor of what the receiver does next.
_RESULTS_RE = re.compile(
    r"(?i)báo cáo(?=\W*$|[^;.]{0,60}(?:kết quả|tình hình|tiến độ|định kỳ|quý|tháng|năm|sơ kết|tổng kết))|(?:kết quả|định kỳ)[^;.]{0,60}báo cáo|^gửi"
)
_NEXT_STEP_RE = re.compile(r"(?i)gửi [^;]*tổng hợp,? (?:để )?(?:báo cáo|trình)")
_OFTEN_RE = re.compile(r"daily|weekly|\d{4}-\d\d$")
_REPORTS_HEAD_RE = re.compile(r"(?i)báo cáo|thông tin")
_SENTENCE = 500
"""Letters of a sentence at most."""
_DAY_RE = re.compile(
    r"(?P<every>monthly|quarterly|yearly):(?:day (?P<day>\d+)(?P<of> of (?:last|next) month)?|--(?P<month>\d\d)-(?P<on>\d\d))"
)
_TO_RE = re.compile(r"(?i)(?:gửi|báo cáo)(?: (?:báo cáo|kết quả|văn bản))?(?: về| cho| đến)?\s*$")
_GATHERED_RE = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:để )?(?:tổng hợp|theo dõi)")


_HOLIDAYS = frozenset({(1, 1), (4, 30), (5, 1), (9, 2)})
"""Holidays that have a fixed day of the year (article 112 of the Labour Code)."""


@dataclass(frozen=True, slots=True)
class _Report:
    """A report that the parent asks of the unit: to whom, through whom, by which days."""

    to: str | None
    via: str | None
    deadlines: tuple[Deadline, ...]
    apart: bool
    """It stands among tasks, not in a part on reports."""


def before_workdays(day: date, count: int) -> date:
    """The day that lies ``count`` working days before another.

    >>> before_workdays(date(2026, 6, 10), 5).isoformat()
    '2026-06-03'
    """
    while count:
        day -= timedelta(days=1)
        count -= day.weekday() < 5 and (day.month, day.day) not in _HOLIDAYS
    return day


def inner_days(deadlines: Iterable[Deadline], profile: UnitProfile) -> Iterator[tuple[Deadline, str]]:
    """For each deadline with a known day, the day by which the unit's own parts report, as a plan says it.

    >>> from ingest.plan import Span
    >>> unit = UnitProfile("Sở Nội vụ", "department", year=2026, report_lead_days=5)
    >>> def told(normalised: str) -> list[str]:
    ...     return [day for _, day in inner_days([Deadline("báo cáo", "", normalised, "V", Span(0, 0))], unit)]
    >>> told("2026-06-10"), told("monthly:day 15"), told("yearly:--12-01")
    (['trước ngày 03/6/2026'], ['trước ngày 08 hằng tháng'], ['trước ngày 24/11/2026'])
    """
    lead = profile.report_lead_days
    for deadline in deadlines if lead else ():
        told = deadline.normalised or ""
        day = _DAY_RE.fullmatch(told)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", told):
            yield deadline, _by(before_workdays(date.fromisoformat(told), lead or 0))
        elif day and day["month"] and profile.year:
            due = date(profile.year, int(day["month"]), int(day["on"]))
            yield deadline, _by(before_workdays(due, lead or 0))
        elif day and day["day"]:
            # As many days earlier as the working days can at most take, whatever the weekday.
            left = int(day["day"]) - (lead or 0) - 2 * -(-(lead or 0) // 5)
            if left > 0:
                of = {None: "hằng tháng", " of next month": "của tháng kế tiếp"}.get(
                    day["of"], "của tháng cuối quý"
                )
                yield deadline, f"trước ngày {left:02d} {of}"


def _by(day: date) -> str:
    return f"trước ngày {day.day:02d}/{day.month if day.month > 2 else f'0{day.month}'}/{day.year}"


def _is_units(deadline: Deadline, profile: UnitProfile) -> bool:
    """Whether the unit is whom a report is asked of, and not whom it goes to."""
    told, by = f"{deadline.what} {deadline.when}", deadline.normalised
    asked = _REPORT_RE.search(told) and _RESULTS_RE.search(told) and not _NEXT_STEP_RE.match(deadline.what)
    if not (deadline.who and asked and by) or _OFTEN_RE.match(by):
        return False
    goes_to = (deadline.to, deadline.via)
    if any(name and reach_of(name, profile, collective=False) == "unit" for name in goes_to):
        return False
    return any(
        reach_of(name.strip(), profile, collective=is_plural(name)) for name in deadline.who.split(";")
    )


def _receiver(text: str, told: Iterable[Deadline], profile: UnitProfile) -> str | None:
    """Whom the words of a report send it to ("gửi về Bộ Ngoại giao để tổng hợp"); who gathers goes before who is told."""
    found = [
        agency
        for agency in find_agencies(text)
        if not agency.collective
        and _TO_RE.search(text[: agency.start])
        and reach_of(agency.name, profile, collective=False) != "unit"
    ]
    gathers = next((a.name for a in found if _GATHERED_RE.match(text, a.end)), None)
    named = next((d.to for d in told if d.to and d.to in text), None)
    return gathers or named or (found[0].name if found else None)


def _sentence(piece: Piece, told: Sequence[Deadline], adapter: Adapter) -> str:
    """A paragraph, and where its line was broken what the sentence of the report goes on to say."""
    span = told[-1].span
    start = max(span.start, adapter.plan.source.original.find(told[-1].when, span.start, span.end))
    rest = re.split(r"[.;]\s", adapter.plan.source.original[start : start + _SENTENCE])[0]
    return f"{piece.text} | {' '.join(rest.split())}"


def _asked_for(adapter: Adapter, body: Sequence[Piece]) -> list[_Report]:
    """The reports by a day that the body has taken over, each with the words it stands in."""
    found: list[_Report] = []

    def look(pieces: Iterable[Piece], heads: str) -> None:
        for piece in pieces:
            mine = tuple(
                d
                for d in adapter.plan.facts.deadlines
                if d.when in piece.text
                and any(s.start <= d.span.start < s.end for s in piece.sources)
                and _is_units(d, adapter.profile)
            )
            dated = tuple(dict.fromkeys(d for d in mine if re.search(r"\d", d.when)))
            if dated:
                to = _receiver(_sentence(piece, dated, adapter), dated, adapter.profile)
                via = next((d.via for d in dated if d.via and d.via in piece.text), None)
                apart = not _REPORTS_HEAD_RE.search(heads)
                found.append(_Report(to, via, dated, apart))
            look(piece.children, f"{heads} {piece.text}" if piece.heading else heads)

    look(body, "")
    return found


def _whole_reports(adapter: Adapter, reports: list[_Report], who: str, advises: str) -> list[Piece]:
    """A line for each report that stands among tasks; where none is asked for, one with its day open."""
    profile, plan, missing = (
        adapter.profile,
        adapter.plan,
        () if gatherer_of(adapter.profile) else ("Đầu mối tổng hợp báo cáo",),
    )
    above, *gathers = reports_to(plan, profile)
    issues = same_agency(above, issuer_of(plan) or "")
    default = f"{above} (qua {gathers[0]})" if gathers and issues else above
    pieces: list[Piece] = []
    for report in reports:
        if not report.apart:
            continue
        via = f" (qua {report.via})" if report.via and report.via != report.to else ""
        days = "; ".join(_named_when(d) for d in report.deadlines)
        goes = f"{report.to}{via}" if report.to else default
        text = f"{who} {advises}báo cáo kết quả thực hiện {adapter.parent_short} gửi {goes}: {days}."
        # Its words stand, with their source, where the parent has them; here it is told again, and is no second task.
        pieces.append(Piece(text, "slot" if missing else "new", slots=missing, style="dash"))
    if pieces or reports or adapter.upward:
        return pieces
    edits, asked, _ = renew_names(default, profile, ())
    text = f"{who} {advises}báo cáo kết quả thực hiện gửi {apply_edits(default, edits)} trước ngày {SLOT}."
    slots = (*missing, *asked, "Thời hạn báo cáo (kế hoạch cấp trên không nêu cho đơn vị)")
    return [Piece(text, "slot", slots=slots, style="dash")]


def _when(deadline: Deadline) -> str:
    words = deadline.when
    return words[:1].lower() + words[1:]


def _named_when(deadline: Deadline) -> str:
    """The day with the report's name, where it has one ("báo cáo quý trước ngày 15 của tháng cuối quý")."""
    name = deadline.what.strip()
    named = len(name.split()) < 6 and re.match(r"(?i)báo cáo \w", name) and "báo cáo" not in deadline.when
    return f"{name[:1].lower()}{name[1:]} {_when(deadline)}" if named else _when(deadline)


def report_part(adapter: Adapter, body: Sequence[Piece]) -> list[Piece]:
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
    lead = f"{profile.report_lead_days:02d}" if profile.report_lead_days else SLOT
    missing = () if gatherer_of(profile) else ("Đầu mối tổng hợp báo cáo",)
    open_days = () if profile.report_lead_days else ("Số ngày gửi báo cáo nội bộ trước hạn của cấp trên",)
    reports = _asked_for(adapter, body)
    pieces = _whole_reports(adapter, reports, who, advises)
    inner = kind.inner[:1].upper() + kind.inner[1:]
    inner_dates = dict.fromkeys(
        f"{day} đối với kỳ báo cáo {_when(deadline)}"
        for report in reports
        for deadline, day in inner_days(report.deadlines, profile)
    )
    listed = f", cụ thể: {'; '.join(inner_dates)}" if inner_dates else ""
    text = f"{inner} gửi báo cáo về {who} chậm nhất {lead} ngày làm việc trước thời hạn báo cáo cấp trên{listed}."
    pieces.append(
        Piece(text, "slot" if open_days or missing else "new", slots=(*missing, *open_days), style="dash")
    )
    text = (
        f"{who} theo dõi, đôn đốc việc thực hiện Kế hoạch này, tổng hợp khó khăn, vướng mắc báo cáo {told}."
    )
    pieces.append(Piece(text, "slot" if missing else "new", slots=missing, style="dash"))
    return [Piece("Chế độ thông tin, báo cáo", "new", heading=True, children=tuple(pieces))]
