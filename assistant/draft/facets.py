"""What only tells when, for whom and how of a task is no task: "Thời gian: Quý II/2026", "Đối tượng: ...".

In: the numbered paragraphs of a draft. Out: the same for finding tasks in, with such lines folded into what they tell of, and
the times that lines of their own tell. The parent's times for some words stand here, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.draft.edits import balance
from assistant.draft.model import SLOT, Paragraph, Source
from ingest.facts.agencies import read_agencies
from ingest.facts.roles import find_predicate
from ingest.facts.verbs import opens_task, starts_predicate
from ingest.plan import Plan

__all__ = ["fold_facets", "said_times", "tells_facet"]

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
            if (time := _when(said[0])) and (paragraph.kind == "text" or _only_time(time)):
                found[-1:] = said
                continue
        found += _apart(paragraph)
    return found


def _when(line: Paragraph) -> str:
    """The time that a line of its own tells; "" where it tells none."""
    told = _TIME_RE.fullmatch(line.text)
    return told["when"].rstrip(" .;") if told else ""


def _bound_by(lines: Sequence[Paragraph], index: int) -> range:
    """The lines of which one tells the time: those beside it and the one above them; of several times, those since the last."""
    level = lines[index].level
    start = end = index
    while start and lines[start - 1].level >= level:
        start -= 1
    while end < len(lines) and lines[end].level >= level:
        end += 1
    several = [i for i in range(start, end) if _TIME_RE.match(lines[i].text)]
    if len(several) > 1:
        return range(max((i for i in several if i < index), default=start), index)
    return range(max(0, start - 1), end)


def fold_facets(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], dict[int, str]]:
    """Fold lines that tell only of a task into it; with the time for each place of the result that has one so.

    A heading above nothing but such lines is the task itself; among tasks the time is that of each.

    >>> lines = [Paragraph("I.1", "Tập huấn lái đò", "kept", kind="heading", level=2),
    ...          Paragraph("I.1/-1", "Đối tượng: lái đò.", "kept", level=3),
    ...          Paragraph("I.1/-2", "Thời gian: Quý II/2026.", "kept", level=3)]
    >>> [p.text for p in fold_facets(lines)[0]], fold_facets(lines)[1]
    (['Tập huấn lái đò: Đối tượng: lái đò'], {0: 'Quý II/2026'})
    """
    told = _merged_heads(paragraphs)
    found: list[Paragraph] = []
    times: dict[int, str] = {}
    at = 0
    while at < len(told):
        head, at = told[at], at + 1
        if head.kind != "heading" and _TIME_RE.match(head.text):
            continue
        found.append(head)
        lines: list[Paragraph] = []
        while (
            head.kind == "heading"
            and at < len(told)
            and told[at].kind != "heading"
            and told[at].level > head.level
        ):
            lines.append(told[at])
            at += 1
        said = [time for line in lines if (time := _when(line))]
        when = said[0] if len(said) == 1 else ""
        rest = [line for line in lines if not _when(line)]
        whole = (
            head.level > 1 and all(_FACET_RE.match(line.text) for line in rest) and (when or len(rest) > 1)
        )
        if whole and not tells_facet(head.text):
            text = ": ".join((head.text.rstrip(" .:"), "; ".join(line.text.rstrip(" .;") for line in rest)))
            sources = (*head.sources, *(source for line in lines for source in line.sources))
            found[-1] = replace(head, text=text.rstrip(": "), kind="item", sources=sources)
            times |= {len(found) - 1: when} if when else {}
            continue
        # What a line says behind its time is a task of its own.
        own = {line.path for line in lines if _when(line)}
        places: dict[int, int] = {}
        for index, line in enumerate(lines):
            if not _TIME_RE.match(line.text):
                places[index] = len(found)
                found.append(line)
        for index, line in enumerate(lines):
            if time := _when(line):
                bound = (i for i in _bound_by(lines, index) if i in places and lines[i].path not in own)
                times |= {places[i]: time for i in bound}
    return tuple(found), times
