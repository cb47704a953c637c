"""The unit's part in what another opens: whom it sends, and to what, are told by two clauses that are one task.

In: the clauses of a line with their verdicts. Out: the same, where the unit's clause names what it joins, who opens it
and when, in the words of the clause before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.draft.parent.clause import Clause
from ingest.facts.language.verbs import starts_predicate
from ingest.facts.times.limits import find_times

__all__ = ["with_events"]

_OPENS_RE = re.compile(
    r"(?i)(?:chủ trì,?\s+)?(?P<does>(?:đăng cai )?tổ chức|mở(?! rộng| cửa)|đăng cai|thành lập|phát động|khai mạc)\s+(?=\w)"
)
# "... cử 05 thí sinh dự thi": to what, its own words do not tell.
_JOINS_RE = re.compile(r"(?i)(?<!\w)(?:tham gia|tham dự|(?<!dự )dự)(?P<contest> thi(?: đấu)?)?[\s.;]*$")
_SENDS_RE = re.compile(r"(?i)(?:gửi|cử|đưa|chọn|đăng ký|chuẩn bị|lựa chọn|giới thiệu|tham gia|tham dự)(?!\w)")
_CONTEST_RE = re.compile(r"(?i)(?:\w+ ){0,2}thi(?!\w)")


def with_events(clauses: Iterable[Clause]) -> list[Clause]:
    """Say of what the unit joins what it is, who opens it and when, where only the clause before tells that.

    "Sở Văn hóa mở hội diễn trong tháng 8; các xã đưa 15 diễn viên tham dự": a hội diễn "do Sở Văn hóa mở trong tháng 8".
    "Tổ chức hội thi toàn tỉnh trong tháng 5; các xã gửi 02 gian hàng": what it is for stands in a bracket behind it.
    """
    found: list[Clause] = []
    for clause in clauses:
        last = found[-1] if found else None
        joins = (
            _JOINS_RE.search(clause.text)
            if clause.verdict in {"named", "bound"} and clause.predicate
            else None
        )
        others = last is not None and (last.because({"others"}) or last.verdict == "partner")
        event = _event(last) if joins and last and others and clause.sentence - last.sentence < 2 else ""
        opened = _opened_above(last, clause) if not event else ""
        if opened and last:
            found.append(replace(clause, start=last.start, text=f"{clause.text.rstrip(' .;')} ({opened})"))
        elif joins and last and event:
            contest = "" if _CONTEST_RE.match(event) else joins["contest"] or ""
            ends = joins.start("contest") if joins["contest"] else len(clause.text.rstrip(" .;"))
            text = f"{clause.text[:ends]}{contest} {event}"
            found[-1] = replace(clause, start=last.start, text=text)
        else:
            found.append(clause)
    return found


def _opened_above(last: Clause | None, clause: Clause) -> str:
    """The event of those above that the unit sends something to, with its time, as the clause before it tells; "" for none."""
    above = last is not None and last.because({"conferences", "system_above"})
    opens = _OPENS_RE.match(last.text) if last and above and last.sentence == clause.sentence else None
    sends = (
        clause.verdict in {"named", "bound"}
        and clause.subject is not None
        and _SENDS_RE.match(clause.text, clause.predicate)
    )
    return last.text[opens.end() :].rstrip(" ,;.") if last and opens and sends else ""


def _event(clause: Clause) -> str:
    """What others open, by whom and when, as it is said behind the verb of who joins; "" where they open nothing.

    >>> text = "Sở Y tế tổ chức Hội thi tay nghề trong quý III/2026, hướng dẫn thể lệ"
    >>> _event(Clause(0, len(text), text, "dropped", leads=("Sở Y tế",), task=8))
    'Hội thi tay nghề do Sở Y tế tổ chức trong quý III/2026'
    """
    opens = _OPENS_RE.match(clause.text, clause.task)
    if opens is None or not clause.leads:
        return ""
    told = clause.text[opens.end() :].rstrip(" ,;.")
    more = (
        comma.start() for comma in re.finditer(r",\s+(?:và\s+)?", told) if starts_predicate(told, comma.end())
    )
    told = told[: next(more, len(told))]
    times = find_times(told)
    at = times[-1].start if times and times[-1].end == len(told) and times[-1].start else len(told)
    return (
        f"{told[:at].rstrip(' ,')} do {', '.join(clause.leads)} {opens['does'].lower()} {told[at:]}".rstrip()
    )
