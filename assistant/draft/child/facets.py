"""What only tells when, with whom, for whom and how of a task is no task: "Thời gian: Quý II/2026", "Đối tượng: ...".

In: the numbered paragraphs of a draft. Out: the same for finding tasks in, with such lines folded into what they tell of, and
what lines of their own tell for the columns of the annex. The parent's times for some words stand here, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.draft.child.cooperation import beside
from assistant.draft.edits import balance
from assistant.draft.model import SLOT, Paragraph, Source, Task
from assistant.draft.parent.below import is_role_line
from assistant.draft.parent.binding import own_division, reach_of
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import read_agencies, split_names
from ingest.facts.language.verbs import opens_task, starts_predicate
from ingest.facts.tables.labels import Label, find_labels
from ingest.facts.tasks.roles import find_predicate
from ingest.plan import Plan

__all__ = ["Told", "fold_facets", "parted", "said_times", "tells_facet"]

_TIME = r"(?:thời (?:gian|hạn)|tiến độ)(?: (?:thực hiện|hoàn thành|triển khai|tổ chức|dự kiến))*"
_TIME_RE = re.compile(rf"(?i)\W*{_TIME}\s*:\s*(?P<when>\S.*)", re.DOTALL)
_TIME_HEAD_RE = re.compile(rf"(?i)\W*{_TIME}\W*")
_FACET = r"(?:nội dung|đối tượng|thành phần|địa điểm|hình thức|số lượng|quy mô|phương thức|cách thức|sản phẩm)(?:(?:,| và)? \w+){0,3}"
_FACET_RE = re.compile(rf"(?i)\W*{_FACET}\s*:\s*\S")
_NO_TASK_RE = re.compile(rf"(?i)\W*(?:{_TIME}|{_FACET}|mục (?:đích|tiêu)|yêu cầu|phạm vi|kinh phí)(?!\w)")
_OPENS_TIME_RE = re.compile(
    r"(?i)\W*(?:\d|(?:trong|từ|đến|trước|sau|vào|cuối|đầu|giữa|hết|ngày|tuần|tháng|quý|năm|đợt|giai đoạn|hằng|hàng|định kỳ|thường xuyên|chậm nhất|hoàn thành|xong|dự kiến|bắt đầu|kết thúc)(?!\w))"
)
_DONE_RE = re.compile(r"(?i)(?:hoàn thành|thực hiện|triển khai|tổ chức|bắt đầu|kết thúc)(?!\w)")
"""Verbs that only say of what the time is ("hoàn thành trước ngày 30/6")."""
_CLAUSE_RE, _PART_RE = re.compile(r"[.;]\s+"), re.compile(r"[.;,:]\s+")
_DAY_RE = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}|(?:ngày \d{1,2} )?tháng \d{1,2} năm \d{4}|(?<=năm )\d{4}"
)
_THIS_RE = re.compile(r"(\w+) này$")


def tells_facet(text: str) -> bool:
    """Whether words open with what they only tell of a task: its time, place, contents.

    >>> tells_facet("Thời gian do hai bên thỏa thuận"), tells_facet("Hoàn thành trong quý II")
    (True, False)
    """
    return _NO_TASK_RE.match(text) is not None


def said_times(sources: Sequence[Source], text: str, plan: Plan) -> str:
    """The parent's times for what stands in some words of a draft, as they say them there.

    A date that another year left open ("trước ngày […]") and "Kế hoạch này", which the draft calls by its number, are found too.
    """
    found: list[str] = []
    for deadline in plan.facts.deadlines:
        if any(s.start < deadline.span.end and deadline.span.start < s.end for s in sources):
            said = re.search(_shape(deadline.when), text)
            found += [balance(said[0])] if said else []
    return "; ".join(dict.fromkeys(found))


def _shape(when: str) -> str:
    """A time of the parent as a draft may say it.

    >>> bool(re.search(_shape("Trước ngày 29/02/2024"), "gửi trước ngày […]"))
    True
    """
    parts: list[str] = []
    at = 0
    for day in _DAY_RE.finditer(when):
        parts += [re.escape(when[at : day.start()]), rf"(?:{re.escape(day[0])}|{re.escape(SLOT)}|\d{{4}})"]
        at = day.end()
    rest = re.escape(when[at:])
    this = _THIS_RE.search(when[at:])
    if this:
        rest = rf"{re.escape(when[at : at + this.start(1)])}{this[1]} (?:này|số \S*\w)"
    return rf"(?i)(?<!\w)(?:{''.join(parts)}{rest})"


def _acts(words: str) -> bool:
    """Whether words open with who does something or with what to do."""
    words = words.lstrip()
    return bool(read_agencies(words)[0]) or starts_predicate(words) or opens_task(words)


def _only_time(words: str) -> bool:
    """Whether words tell a time and nothing to do.

    >>> _only_time("Từ tháng 3, chậm nhất ngày 30/6/2026."), _only_time("Quý I/2026: tập huấn")
    (True, False)
    """
    parts = (part for part in _PART_RE.split(words) if part)
    return all(_OPENS_TIME_RE.match(p) and find_predicate(p, 0, len(p)) is None for p in parts)


def _apart(line: Paragraph) -> list[Paragraph]:
    """A line "Thời gian: ..." as the time, which ends with its clause, and what it says then; a task told with its time alone."""
    told = _TIME_RE.fullmatch(line.text) if line.kind != "heading" else None
    if told is None:
        return [line]
    when = told["when"]
    ends = list(_CLAUSE_RE.finditer(when))
    starts = [m.end() for m in ends] + [len(when)]
    cut = next((i for i, m in enumerate(ends) if not _only_time(when[m.end() : starts[i + 1]])), None)
    time = when if cut is None else when[: ends[cut].start()]
    opens = _acts(time) and not _DONE_RE.match(time)
    if opens or any(_acts(time[part.end() :]) for part in _PART_RE.finditer(time)):
        return [replace(line, text=when)]
    if cut is None:
        return [line]
    said = replace(line, text=line.text[: told.start("when") + len(time)])
    return [said, replace(line, text=when[ends[cut].end() :])]


def _merged_heads(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, times apart from tasks; a heading "Thời gian" is one line with its own text or a time alone beneath it."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        last = found[-1] if found else None
        if (
            last
            and last.kind == "heading"
            and _TIME_HEAD_RE.fullmatch(last.text)
            and paragraph.kind != "heading"
        ):
            sources = (*last.sources, *paragraph.sources)
            line = replace(last, text=f"{last.text}: {paragraph.text}", kind="item", sources=sources)
            said = _apart(line)
            time = _time_alone(said[0])
            if time and (paragraph.kind == "text" or _only_time(time)):
                found[-1:] = said
                continue
        found += _apart(paragraph)
    return found


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a task apart from it: for the columns of the annex."""

    lead: str = ""
    partners: str = ""
    time: str = ""
    product: str = ""

    def of(self, task: Task, profile: UnitProfile) -> Task:
        """Fill what a row of the annex leaves open; who leads is one of the unit's divisions, or another whom the unit helps.

        >>> from assistant.draft.unit.profile import Division
        >>> unit = UnitProfile("Sở A", "department", divisions=(Division("Chi cục Thủy lợi"),))
        >>> Told("Chi cục Thủy lợi", "Sở B").of(Task("Mở lớp", "1", "[…]"), unit).lead
        'Chi cục Thủy lợi'
        >>> Told("Sở B", "Sở A", "quý II").of(Task("Mở lớp", "1", "Phòng Một"), unit).content
        'Phối hợp với Sở B: Mở lớp'
        """
        names = [one.name for one in split_names(self.lead)]
        own = next((own for name in names if (own := own_division(name, profile))), None)
        helps = bool(names) and own is None and not any(reach_of(n, profile, collective=False) for n in names)
        ours = (kind_of(profile).head, *(division.name for division in profile.divisions))
        told = any(name in task.content for name in ours) or task.content.startswith("Phối hợp")
        content = beside(self.lead, task.content) if helps and not told else task.content
        return replace(
            task,
            content=content,
            lead=own or task.lead,
            partners=task.partners or (self.lead if helps else self.partners),
            time=task.time or self.time,
            product=task.product or self.product,
        )


def _joined(several: Iterable[Told]) -> Told:
    """What several lines tell together; the first counts where two tell the same."""
    lines = tuple(several)

    def first(values: Iterable[str]) -> str:
        return next((value for value in values if value), "")

    return Told(
        first(one.lead for one in lines),
        first(one.partners for one in lines),
        first(one.time for one in lines),
        first(one.product for one in lines),
    )


def _labels(text: str, labels: Sequence[Label]) -> Told:
    """What some labels of a text tell."""

    def said(*kinds: str) -> str:
        return "; ".join(text[slice(*label.value)] for label in labels if label.kind in kinds)

    return Told(said("lead", "both", "responsible"), said("coordinate"), said("time"), said("product"))


def _time_alone(line: Paragraph) -> str:
    told = _TIME_RE.fullmatch(line.text)
    return told["when"].rstrip(" .;") if told else ""


def _tells(line: Paragraph) -> Told | None:
    """What a line of its own tells of tasks; None where it is no such line."""
    if line.kind == "heading":
        return None
    if when := _time_alone(line):
        return Told(time=when)
    return _labels(line.text, find_labels(line.text)) if is_role_line(line.text) else None


def parted(text: str) -> tuple[str, Told]:
    """A task, and what the labels behind it tell.

    >>> parted("Mở lớp tập huấn. Chủ trì: Sở A; phối hợp: Sở B; thời gian: quý II.")
    ('Mở lớp tập huấn.', Told(lead='Sở A', partners='Sở B', time='quý II', product=''))
    """
    for label in find_labels(text):
        rest = text[label.start :]
        if label.start and is_role_line(rest):
            return text[: label.start].rstrip(" ("), _labels(rest, find_labels(rest))
    return text, Told()


def _bound_by(lines: Sequence[Paragraph], index: int) -> range:
    """The lines of which one tells: those before it since the last that tells apart, and the one above; all where it is the first."""
    level = lines[index].level
    start = end = index
    while start and lines[start - 1].level >= level:
        start -= 1
    while end < len(lines) and lines[end].level >= level:
        end += 1
    telling = [i for i in range(start, end) if _tells(lines[i])]
    firsts = [i for i in telling if i - 1 not in telling]
    first = max(i for i in firsts if i <= index)
    tasks = any(not _FACET_RE.match(line.text) for line in lines[start:first])
    if len(firsts) > 1 or tasks:
        return range(max((i for i in telling if i < first), default=start), first)
    return range(max(0, start - 1), end)


def fold_facets(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], dict[int, Told]]:
    """Fold lines that tell only of a task into it; with what is told of each place of the result that has such a line.

    A heading above nothing but such lines is the task itself; among tasks what is told is that of each.

    >>> lines = [Paragraph("I.1", "Tập huấn lái đò", "kept", kind="heading", level=2),
    ...          Paragraph("I.1/-1", "Đối tượng: lái đò.", "kept", level=3),
    ...          Paragraph("I.1/-2", "Thời gian: Quý II/2026.", "kept", level=3)]
    >>> [p.text for p in fold_facets(lines)[0]], fold_facets(lines)[1][0].time
    (['Tập huấn lái đò: Đối tượng: lái đò'], 'Quý II/2026')
    """
    merged = _merged_heads(paragraphs)
    found: list[Paragraph] = []
    known: dict[int, Told] = {}
    at = 0
    while at < len(merged):
        head, at = merged[at], at + 1
        if _tells(head) or (head.kind != "heading" and _TIME_RE.match(head.text)):
            continue
        found.append(head)
        lines: list[Paragraph] = []
        while (
            head.kind == "heading"
            and at < len(merged)
            and merged[at].kind != "heading"
            and merged[at].level > head.level
        ):
            lines.append(merged[at])
            at += 1
        telling = [(index, told) for index, line in enumerate(lines) if (told := _tells(line))]
        rest = [line for line in lines if not _tells(line)]
        times = sum(bool(told.time) for _, told in telling)
        alone = not rest and head.level > 1 and any(told.lead or told.partners for _, told in telling)
        facets = head.level > 1 and all(_FACET_RE.match(line.text) for line in rest)
        if (alone or (facets and (times == 1 or len(rest) > 1))) and not tells_facet(head.text):
            text = ": ".join((head.text.rstrip(" .:"), "; ".join(line.text.rstrip(" .;") for line in rest)))
            sources = (*head.sources, *(source for line in lines for source in line.sources))
            found[-1] = replace(head, text=text.rstrip(": "), kind="item", sources=sources)
            known |= {len(found) - 1: _joined(told for _, told in telling)} if times < 2 else {}
            continue
        # What a line says behind its time is a task of its own.
        own = {lines[index].path for index, _ in telling}
        places: dict[int, int] = {}
        for index, line in enumerate(lines):
            if not _TIME_RE.match(line.text) and not _tells(line):
                places[index] = len(found)
                found.append(line)
        for index, told in telling:
            for i in (i for i in _bound_by(lines, index) if i in places and lines[i].path not in own):
                known[places[i]] = _joined((known.get(places[i], Told()), told))
    return tuple(found), known
