"""When something is due, to whom and through whom: answered from extracted deadlines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.parties import asks_of_others, receivers
from assistant.answer.evidence.report_periods import fits, periods_of_need
from assistant.answer.evidence.short import lacks_span
from assistant.answer.evidence.timing import (
    asks_period,
    asks_start,
    begins_then,
    tells_time_asked,
    with_both_ends,
)
from assistant.answer.evidence.units import Scored, best_of_each, said_before, score_units
from assistant.answer.kinds.passages import better_sentence
from assistant.answer.wording import clip, place, say
from assistant.grams import tokens
from assistant.knowledge import Knowledge, Unit
from assistant.question.bodies import body_key, same_body
from assistant.question.cues import cue_text
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.plan import Deadline

__all__ = [
    "answer_deadline",
    "answer_report_to",
]

ENOUGH = 0.6
EQUAL = 0.93
"""Deadlines this close to the best answer the same question (a list of quarterly, half-yearly, ...)."""
MOST = 6
OF_ANOTHER = 0.85
"""A deadline of one agency, when another is asked about."""
ALL = 0.99
TASK = 4
"""Words by which a task is known again in another place."""
_SENDS_A_PLAN_RE = re.compile(
    r"^(?![^?]*bao cao).*\b(?:gui|nop|trinh|lap|xay dung|ban hanh) (?:ban |cac )?(?:kh|ke hoach)\b|\b(?:submit|send) (?:its |their |the )?plans?\b"
)
_BARE_DAY_RE = re.compile(r"(?i)(?:(?:trước|vào|chậm nhất(?: là| vào)?) )?ngày \d{1,2}")
_OFTEN_RE = re.compile(r"(?i)(?:hằng|hàng|mỗi) (?:tháng|quý)")
_NUMBERS_RE = re.compile(r"\d+|\b[ivx]+\b")
_BRACKETED_RE = re.compile(r"([^()]+)\(([^()]*\d/\d[^()]*)\)")
"""Words and the day in brackets behind them."""


def _all(need: Need, knowledge: Knowledge, plans: Sequence[str], *, addressed: bool) -> list[Scored]:
    starts = not addressed and asks_start(cue_text(need.asked))
    periods = periods_of_need(need)

    def weigh(unit: Unit) -> float:
        fact = unit.fact
        if not isinstance(fact, Deadline) or (addressed and not any(_receiver(unit, need, knowledge))):
            return 0.0
        if periods and not _fit(unit, periods, knowledge):
            return 0.0  # "báo cáo năm" is not due with "báo cáo quý"
        if not addressed and lacks_span(fact.when, need):
            return 0.0  # "trước ngày 10/12" tells of no "bao nhiêu ngày"
        if not addressed and tells_time_asked(cue_text(need.asked), _told(unit, need, knowledge)) is False:
            return 0.0  # nor "hằng tuần" of "mấy giờ", or a last day of "từ ngày nào đến ngày nào"
        if starts and not begins_then(fact.when):
            return 0.0  # "từ khi nào ngừng in" is asked for no last day
        if need.agency_key and need.agency_key in map(body_key, (fact.who or "").split("; ")):
            return 1.1
        asked = need.agency
        another = asked and fact.who and not addressed and not (fact.to and same_body(fact.to, asked))
        others = OF_ANOTHER if another else 1.0
        return others * (1.0 if addressed or fact.normalised else 0.75)

    return score_units(knowledge, knowledge.of("deadline"), need.terms, plans, weigh)


def _find(need: Need, knowledge: Knowledge, plans: Sequence[str], *, addressed: bool) -> list[Scored]:
    found = _all(need, knowledge, plans, addressed=addressed)
    found = [scored for scored in found if scored.coverage >= ENOUGH]
    if _SENDS_A_PLAN_RE.search(cue_text(need.question)):
        found = [scored for scored in found if _is_a_plan(scored.unit)] or found
    asked_to = receivers(need.asked)[0] if need.agency and not addressed else ()
    if any(same_body(name, need.agency or "") for name in asked_to):
        # "Nộp báo cáo quý cho Sở A khi nào" does not ask what Sở A itself sends on.
        found = [one for one in found if _is_for(one.unit, need.agency or "")] or found
    return [scored for scored in found if not _of_another_bracket(scored.unit, need, knowledge)]


def _is_for(unit: Unit, body: str) -> bool:
    return isinstance(unit.fact, Deadline) and bool(unit.fact.to) and same_body(unit.fact.to or "", body)


def _of_another_bracket(unit: Unit, need: Need, knowledge: Knowledge) -> bool:
    """Whether the day stands in brackets behind other words of its sentence than those that are asked about.

    In "báo cáo học kỳ I (trước ngày 12/01) và cuối năm học (trước ngày 28/5)" each day is of the words just before it.
    """
    sentence = " ".join(knowledge.plans[unit.plan].source.quote(unit.span).split())
    behind = [
        (said_before(need.asked, match[1]), _when(unit) in match[2])
        for match in _BRACKETED_RE.finditer(sentence)
    ]
    own = [share for share, here in behind if here]
    return len(own) == 1 and any(share > own[0] for share, _ in behind)


def _is_a_plan(unit: Unit) -> bool:
    """Whether what is due is a plan, and no report on one, which the same sentence may set a day for as well."""
    what = fold(unit.fact.what) if isinstance(unit.fact, Deadline) else ""
    return "ke hoach" in what and "bao cao" not in what


def _fit(unit: Unit, periods: Sequence[str], knowledge: Knowledge) -> int:
    """How well a deadline is one of the reports for these periods: 0 where it is of another period's."""
    return fits(knowledge.plans[unit.plan].source.quote(unit.span), _when(unit), periods)


def _best_fitting(found: Sequence[Scored], period: str, knowledge: Knowledge) -> list[Scored]:
    each = [_fit(one.unit, [period], knowledge) for one in found]
    return [one for one, fit in zip(found, each, strict=True) if fit == max(each)]


def _state(unit: Unit, need: Need, knowledge: Knowledge) -> str:
    """What is due, by whom and to whom, as far as the words do not say that themselves, and when."""
    fact = unit.fact
    assert isinstance(fact, Deadline)
    what = clip(fact.what)
    said = fold(what)
    to = f" → {clip(fact.to)}" if fact.to and fold(fact.to) not in said else ""
    via = (
        f" ({say('via', need.language, name=clip(fact.via))})"
        if fact.via and fold(fact.via) not in said
        else ""
    )
    who = f"{clip(fact.who)}: " if fact.who and not said.startswith(fold(fact.who)) else ""
    where = place(unit.path, knowledge.plans[unit.plan], need.language)
    return f"{who}{what}{to}{via}: {clip(fact.when)} ({where})."


def answer_deadline(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """The date first, then what is due, by whom, to whom; [] when no deadline fits."""
    every = _find(need, knowledge, plans, addressed=False)
    # "Báo cáo 6 tháng và năm" asks for two days, each of which the words of one say better.
    periods = periods_of_need(need)
    each = [[one for one in every if _fit(one.unit, [period], knowledge)] for period in periods]
    best = [
        best_of_each(of, EQUAL, several=need.scope.several) for of in (each if all(each) else ()) or [every]
    ]
    if len(best) == len(periods):
        best = [_best_fitting(of, period, knowledge) for of, period in zip(best, periods, strict=True)]
    found = _distinct([scored for of in best for scored in of])[:MOST]
    if not found:
        return []
    if better := better_sentence(need, knowledge, plans, found[0].score):
        return better
    dates = list(dict.fromkeys(clip(_told(scored.unit, need, knowledge)) for scored in found))
    headline = "; ".join(f"**{date}**" for date in dates)
    lines = [Statement(_state(s.unit, need, knowledge), (s.unit,)) for s in found]
    if len(lines) == 1:
        return [Statement(headline, (found[0].unit,)), *lines]
    differ = len(found) == len(dates) == 2 and _disagree(found[0].unit, found[1].unit)
    return [
        Statement(headline, tuple(s.unit for s in found)),
        *([Statement(say("differ", need.language))] if differ else []),
        *(Statement(f"- {line.text}", line.units) for line in lines),
    ]


def _disagree(one: Unit, other: Unit) -> bool:
    """Whether a row of a table and the text set two days for the same task: one says all that the other does."""
    if one.plan != other.plan or ("/row " in one.path) == ("/row " in other.path):
        return False
    said, also = (set(tokens(u.fact.what)) for u in (one, other) if isinstance(u.fact, Deadline))
    then, when = ({n.lstrip("0") for n in _NUMBERS_RE.findall(fold(_when(u)))} for u in (one, other))
    apart = not (then <= when or when <= then)  # "trong quý III/2031" is "Quý III"
    return apart and min(len(said), len(also)) >= TASK and (said <= also or also <= said)


def _receiver(unit: Unit, need: Need, knowledge: Knowledge) -> tuple[str | None, str | None]:
    """To whom something is due and through whom; where that is the body asked about, to whom it sends it on."""
    fact = unit.fact
    assert isinstance(fact, Deadline)
    if need.agency is None or not asks_of_others(need):
        return fact.to, fact.via
    if not (fact.to and same_body(fact.to, need.agency)):
        return fact.to, None if fact.via and same_body(fact.via, need.agency) else fact.via
    sentence = knowledge.plans[unit.plan].source.quote(unit.span)
    to, via = receivers(sentence, need.agency)
    others = [name for name in to if not same_body(name, need.agency)]
    return "; ".join(others) or None, "; ".join(via) if others and via else None


def _to(unit: Unit, need: Need, knowledge: Knowledge) -> str:
    receiver, through = _receiver(unit, need, knowledge)
    to = f"**{clip(receiver)}**" if receiver else ""
    via = say("via", need.language, name=f"**{clip(through)}**") if through else ""
    told = f"{to} ({via})" if to and via else to or via
    if any(reading.kind == "deadline" for reading in need.readings):  # "nộp khi nào, gửi ai" asks two things
        return f"**{clip(_day(unit, knowledge))}**{' →' if to else ','} {told}"
    return told


def _when(unit: Unit) -> str:
    assert isinstance(unit.fact, Deadline)
    return unit.fact.when


def _day(unit: Unit, knowledge: Knowledge) -> str:
    """When it is due; a day without its month with what its sentence says of it ("hằng tháng ... trước ngày 18")."""
    when = _when(unit)
    often = _OFTEN_RE.search(knowledge.plans[unit.plan].source.quote(unit.span))
    return f"{when} {often[0]}" if often and _BARE_DAY_RE.fullmatch(when) else when


def _told(unit: Unit, need: Need, knowledge: Knowledge) -> str:
    """The day; where it is asked from when until when, the whole stretch whose end it is."""
    if not asks_period(cue_text(need.question)):
        return _day(unit, knowledge)
    return with_both_ends([_when(unit)], knowledge.plans[unit.plan].source.quote(unit.span))[0]


def _distinct(found: Sequence[Scored]) -> list[Scored]:
    seen: set[tuple[object, ...]] = set()
    kept = []
    for scored in found:
        key = (scored.unit.plan, scored.unit.span, _when(scored.unit))
        if key not in seen:
            seen.add(key)
            kept.append(scored)
    return kept


def answer_report_to(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """To whom a report goes and through whom; [] when no deadline names an addressee."""
    found = _distinct(
        best_of_each(_find(need, knowledge, plans, addressed=True), EQUAL, several=need.scope.several)
    )[:MOST]
    names: dict[str, None] = {}
    for scored in found:
        names.setdefault(_to(scored.unit, need, knowledge))
    if not found:
        return []
    return [
        Statement("; ".join(names), tuple(s.unit for s in found)),
        *(Statement(_state(s.unit, need, knowledge), (s.unit,)) for s in found[:3]),
    ]
