"""What is to be done in a month, in a quarter or on a day that the question names: rows and deadlines of that time, as a list.

In: "tháng 3 phải xong những việc gì", "what is due in March". Out: every row of a table whose time it is, and every
deadline of that time in running text, plan by plan, in reading order; of a body or subject alone where one is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.answer.cite import Statement
from assistant.answer.evidence.calendar import Period, ends_by, months_in, period_asked
from assistant.answer.evidence.cells import words_of
from assistant.answer.evidence.units import coverage
from assistant.answer.kinds.section_lines import words_within
from assistant.answer.wording import clip, plan_label, say
from assistant.grams import gram_set
from assistant.knowledge import Knowledge, Unit
from assistant.question.bodies import same_body
from assistant.question.cues import cue_text
from assistant.question.naming import fold
from assistant.question.sort import asked_sort
from assistant.question.understand import Need
from ingest.facts.bodies.agencies import split_names
from ingest.plan import Deadline, Span
from ingest.spelling import match_key

__all__ = ["MAY_LACK", "answer_due_in", "asks_due_in", "nothing_due_in", "rows_due", "without_time"]

ON_SUBJECT = 0.5
"""Share of the subject, beside the time, that a row or a deadline must say."""
MAY_LACK = 0.8
"""No list of a time is surer than this: it is whole only where every time of the plan was read."""
MOST = 30
LONGEST = 400
_THING = r"viec|cong viec|dau viec|nhiem vu|noi dung|hoat dong|hang muc|cai"
_ASKS_RE = re.compile(
    rf"\b(?:nhung |cac )?(?:{_THING})(?: \w+){{0,3}}? (?:gi|nao)\b|\b(?:gom|co|lam|xong|trien khai|hoan thanh) (?:nhung )?gi\b"
    rf"|\b(?:liet ke|ke|nhung|cac) (?:ra |ten )?(?:nhung |cac )?(?:{_THING})\b"
    rf"|^(?:{_THING}) (?:can |phai )"
    r"|\bwhat (?:is|are|was|were) (?:due|planned|scheduled|to be)\b|\bwhat (?:must|should|has to|have to|work|tasks?|needs?|falls?)\b"
    r"|\bwhich (?:tasks?|rows?|items?|activit)|\blist\b"
)
_ASKS_ELSE_RE = re.compile(r"\b(?:o dau|the nao|tai sao|vi sao|how|where|why)\b")
_EXCEPTS_RE = re.compile(
    r"\b(?:không (?:phải|cần)|trừ|ngoại trừ|ngoài|đã|chưa|khong (?:phai|can)|ngoai tru|not|except|already|done)\b"
)
"""What is left out, or was done, is not what is due then."""
_ANNEX_RE = re.compile(r"\b(?:phu luc|bang|bieu|annex|appendix|table)\b")
"""Where the rows of tables alone are meant."""
_WHERE = frozenset(
    "phu luc|bang|bieu|ke hoach|phan cong|annex|table|plan|tinh|huyen|xa|phuong|thanh pho".split("|")
)
"""What names the place of the answer, or whose plan it is, and is no subject."""
_DOING = frozenset("hoan thanh|trien khai|thuc hien|tien hanh|to chuc".split("|"))
"""What is to be done with a thing that is due then."""
_TIME_HEADER_RE = re.compile(r"thoi gian|thang|tien do|thoi han|thoi diem|hoan thanh")
_LABEL_RE = re.compile(r"\W*thoi (?:gian|han)\b[^:]{0,20}:")
_CONTENTS_RE = re.compile(r"\b(?:gom|noi dung)\b")
"""What is asked of a thing that is named by its time: "hội nghị tháng 6 gồm những nội dung gì"."""


def asks_due_in(need: Need) -> bool:
    """Whether a question asks which things are to be done in a time, and nothing else of them.

    What is asked of a thing by its time ("báo cáo tháng 3 gửi ai") is no such question.
    """
    sort = asked_sort(need)
    if need.yesno or not (sort in {"list", "words"} or (sort == "when" and need.wanted)):
        return False
    cues = cue_text(need.question)
    if _EXCEPTS_RE.search(match_key(need.question)):
        return False
    return _ASKS_RE.search(cues) is not None and _ASKS_ELSE_RE.search(cues) is None


def without_time(need: Need) -> Need:
    """The need whose subject is what the question names beside the time and the place where it stands."""
    if (period := period_asked(need.question)) is None:
        return need
    spent = {*re.findall(r"\w+", period.said), *"thang quy ngay nam quarter".split()}
    if period.until:
        spent |= {"truoc", *" ".join(_DOING).split()}  # "hoàn thành trước 30/4"
    terms = ((term, fold(term.text)) for term in need.terms)
    beside = _WHERE | _DOING
    kept = tuple(term for term, said in terms if said not in beside and not set(said.split()) <= spent)
    return replace(need, terms=kept)


def answer_due_in(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """All that is due in the time asked about, plan by plan; [] where the question is another or nothing is due then.

    The subject of ``need`` is what must be said beside the time (``without_time``).
    """
    period = period_asked(need.question)
    if period is None or not asks_due_in(need) or (need.terms and _CONTENTS_RE.search(fold(need.question))):
        return []
    rows_only = _ANNEX_RE.search(fold(need.question)) is not None
    lines: list[Statement] = []
    for name in plans:
        due = _due(name, period, knowledge, rows_only=rows_only)
        units = [unit for unit in due if _is_of(unit, need, knowledge)]
        if not units:
            continue
        head = f"**{plan_label(knowledge.plans[name])}** ({len(units)}):"
        lines.append(Statement(head, tuple(units[:1])))
        lines += [Statement(f"- {_line(unit, knowledge)}", (unit,)) for unit in units[:MOST]]
        if len(units) > MOST:
            lines.append(Statement(f"- {say('more', need.language, n=len(units) - MOST)}", (units[MOST],)))
    return lines


def nothing_due_in(need: Need, knowledge: Knowledge) -> str:
    """The time, in the question's words, in which no plan has anything due, where nothing but what is due then is asked; else ""."""
    period = period_asked(need.question)
    plans = [name for tier in need.scope.tiers for name in tier]
    if period is None or not asks_due_in(need) or need.scope.foreign or without_time(need).terms:
        return ""
    if any(_due(name, period, knowledge, rows_only=False) for name in plans):
        return ""
    start = fold(need.question).find(period.said)
    return need.question[start : start + len(period.said)]


def rows_due(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Unit]:
    """The table rows of the time that a question names, of its body where one has any; [] without such a time."""
    if (period := period_asked(need.question)) is None:
        return []
    rows = [unit for name in plans for unit in _due(name, period, knowledge, rows_only=True)]
    body = fold(need.agency or "")
    return [unit for unit in rows if body and body in fold(unit.text)] or rows


def _due(name: str, period: Period, knowledge: Knowledge, *, rows_only: bool) -> list[Unit]:
    """The rows and the deadlines of a plan that are of the period, each place once, in reading order."""
    times = _row_times(knowledge)
    rows = [
        unit
        for at in knowledge.of("row")
        if (unit := knowledge.units[at]).plan == name
        and any(_fits(words, period) for words in times.get((name, unit.span), ()))
    ]
    found = {unit.span: unit for unit in rows}
    for at in () if rows_only else knowledge.of("deadline"):
        unit = knowledge.units[at]
        inside = any(span.start <= unit.span.start < span.end for span in found)
        if (
            unit.plan == name
            and not inside
            and isinstance(unit.fact, Deadline)
            and _fits(unit.fact.when, period)
        ):
            found[unit.span] = unit
    return [found[span] for span in sorted(found)]


def _fits(words: str, period: Period) -> bool:
    """Whether words of time name the period.

    >>> asked = period_asked("việc gì trong quý II/2026")
    >>> [_fits(words, asked) for words in ("Quý II", "Tháng 5/2026", "Tháng 5/2025", "Quý III", "hằng quý")]
    [True, True, False, False, True]
    >>> _fits("trước ngày 30/6/2026", period_asked("việc gì phải xong ngày 30/6"))
    True
    >>> _fits("25/6/2026", period_asked("việc gì phải xong trước ngày 30/6"))
    True
    """
    folded = fold(words)
    years = {int(year) for year in re.findall(r"20\d\d", folded)}
    if period.year and years and period.year not in years:
        return False
    if period.until:
        return ends_by(words, period)
    if period.day is not None:
        (month,) = period.months
        return re.search(rf"\b0?{period.day}(?:[/-]0?{month}\b| thang 0?{month}\b)", folded) is not None
    return bool(months_in(words) & period.months)


@lru_cache(maxsize=2)
def _row_times(knowledge: Knowledge) -> Mapping[tuple[str, Span], tuple[str, ...]]:
    """The cells of each row that tell its time, by plan and place."""
    return {
        (name, row.span): tuple(
            cell for header, cell in zip(table.header, row.cells, strict=False) if _tells_time(header)
        )
        for name, plan in knowledge.plans.items()
        for table in plan.tables
        for row in table.rows
    }


def _tells_time(header: str) -> bool:
    return _TIME_HEADER_RE.search(fold(header)) is not None


def _is_of(unit: Unit, need: Need, knowledge: Knowledge) -> bool:
    """Whether a row or a deadline is of the body and on the subject that the question names beside the time."""
    if need.agency and not any(same_body(name, need.agency) for name in _bodies(unit)):
        return False
    issuer = gram_set(knowledge.plans[unit.plan].letterhead.issuer or "")
    said = knowledge.grams[unit.at] | knowledge.titles[unit.plan] | issuer
    return not need.terms or coverage(need.terms, said) >= ON_SUBJECT


def _bodies(unit: Unit) -> Iterator[str]:
    """Who acts in a row or a deadline, as written."""
    if isinstance(unit.fact, Deadline):
        yield from (agency.name for agency in split_names(unit.fact.who or ""))
    for cell in getattr(unit.fact, "cells", ()):
        yield from (agency.name for agency in split_names(cell))


def _line(unit: Unit, knowledge: Knowledge) -> str:
    """A row as it is; of a deadline the time first, and who acts where only a heading says it."""
    if not isinstance(unit.fact, Deadline):
        return clip(words_of(unit, knowledge), LONGEST)
    said, who = clip(words_within(unit, knowledge)), unit.fact.who or ""
    if _LABEL_RE.match(fold(said)):  # "Thời gian: tháng 8": the line above says of what
        said = clip(unit.fact.what)
    return f"{clip(unit.fact.when)}: {said if fold(who) in fold(said) else f'{clip(who)}: {said}'}"
