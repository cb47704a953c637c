"""Whether an answer speaks of another body, place, year or month than the one that the question names.

All other words may fit: the duties of Sở A answer no question for those of Sở B, the plan of one province none for
another province's, a share for 2030 none for one in 2025. Such an answer is not told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.evidence.claimed_bodies import acting, is_another, is_general, told_of
from assistant.answer.evidence.number_years import CITED_RE, YEAR_RE, of_another_year
from assistant.answer.evidence.parties import sent_by_another
from assistant.answer.evidence.value import has_amount
from assistant.answer.judged.asked import within
from assistant.answer.kinds.references import documents_of, issuer_asked
from assistant.knowledge import Knowledge, Unit
from assistant.question.bodies import body_key, same_body
from assistant.question.body_fields import has_ended, has_field, tells_of_field
from assistant.question.naming import fold
from assistant.question.sort import asked_sort
from assistant.question.understand import Need
from ingest.facts.bodies.agencies import find_agencies
from ingest.plan import Deadline, TableRow

__all__ = ["of_another"]

_MONTH_RE = re.compile(r"\bthang 0?(\d{1,2})(?:/| nam )(20\d\d)")
_YEAR_END_RE = re.compile(r"\b(?:het|cuoi) nam (20\d\d)|\bend of (?:the year )?(20\d\d)")
_PART_OF_YEAR_RE = re.compile(
    r"\b(?:quy (?:iii|ii|i|[123])|(?:6|06|sau|9|09|chin) thang dau(?: nam)?|thang (?:0?[1-9]|1[01]))\b(?:(?:/|,? nam )?20\d\d)?"
)
"""A part of a year that ends before the year does, with its year."""
_OF_BODY_RE = re.compile(r"(?i)(?:(?:trách nhiệm|nhiệm vụ|quyền hạn|và|,|đối với|của) ?)*[\s:.]*")
"""A heading without the body that it is of ("Trách nhiệm của [Sở Tài chính]")."""
_OWNED_RE = re.compile(r"\b(?:cua|o|tai) $")
"""Before the body that a thing is of, folded."""
READ = 12
MOST, LONGEST = 60, 16_000
"""Units, and letters, in which names of bodies are looked for."""


def of_another(
    need: Need, units: Sequence[Unit], told: str, bolds: Sequence[str], knowledge: Knowledge
) -> bool:
    """Whether the evidence of an answer is not of what the question names.

    ``told`` is all that it says and quotes, ``bolds`` its short answer.
    What a yes-or-no question claims need not be so, and is not looked at.
    """
    if need.yesno:
        return False
    return (
        _of_other_place(need, units[0])
        or _of_other_time(need, units, told, bolds, knowledge)
        or _of_part_of_year(need, units)
        or _of_other_body(need, units, told, knowledge)
        or _of_other_doer(need, units, knowledge)
        or _of_other_owner(need, units, told, knowledge)
        or _of_the_body_told(need, told, bolds)
    )


def _of_other_place(need: Need, first: Unit) -> bool:
    """A province is named that no plan is of, and the place where the answer stands does not name it."""
    if not need.scope.foreign or need.scope.placed:
        return False
    there = fold(f"{first.text} {first.context} {first.heading} {first.near}")
    return not any(fold(name) in there for name in need.scope.foreign)


def _of_other_time(
    need: Need, units: Sequence[Unit], told: str, bolds: Sequence[str], knowledge: Knowledge
) -> bool:
    """One year, or a month of a year, is named, and neither the evidence nor the head of its plan has it.

    A number is of the year that its own clause names, whatever others stand beside it.
    """
    sort = asked_sort(need)
    dated = _number_dated(need, units, bolds, knowledge) if sort == "number" else None
    if dated:
        return True
    asked = fold(need.asked)
    for number in (words for words in need.scope.taken if "/" in words):
        asked = asked.replace(number, " ")  # the year of "NĐ 123/2026" is no time that is asked about
    years = set(YEAR_RE.findall(asked))
    if len(years) != 1:
        return False
    told_by = [u for u in units[:READ] if sort != "number" or has_amount(u.text)] or units[:READ]
    said = CITED_RE.sub(" ", " ".join(f"{u.context} {u.text} {u.near}" for u in told_by))
    own = set(YEAR_RE.findall(said))
    heads = (knowledge.plans[plan].letterhead for plan in {unit.plan for unit in units})
    named = " ".join(f"{h.number or ''} {h.year or ''} {h.date or ''} {h.title or ''}" for h in heads)
    lacking = not years & {*own, *YEAR_RE.findall(named), *YEAR_RE.findall(told)}
    if dated is None and (
        (lacking and sort in {"number", "when"}) or (own and not years & own and sort == "number")
    ):
        return True
    month = _MONTH_RE.search(fold(need.asked))
    if month is None:
        return False
    month_said = rf"\bthang 0?{month[1]}\b|\b0?{month[1]}/{month[2]}|\bquy\b"
    return lacking or not re.search(month_said, fold(told))


def _number_dated(
    need: Need, units: Sequence[Unit], bolds: Sequence[str], knowledge: Knowledge
) -> bool | None:
    """Whether a number in bold is told for another year than asked; False where all are of that year, None where it is not said."""
    found = []
    for bold in bolds:
        told = [
            of_another_year(need, unit, bold, knowledge)
            for unit in units[:READ]
            if not isinstance(unit.fact, TableRow)
        ]
        said = [one for one in told if one is not None]
        found.append(all(said) if said else None)
    return True if True in found else False if found and None not in found else None


def _of_part_of_year(need: Need, units: Sequence[Unit]) -> bool:
    """The amount at the end of a year is asked for, and the evidence, with its headings, is of a part of the year alone."""
    asked = _YEAR_END_RE.search(fold(need.asked))
    if asked is None or asked_sort(need) != "number" or _PART_OF_YEAR_RE.search(fold(need.asked)):
        return False
    said = fold(" ".join(f"{unit.heading} {unit.text}" for unit in units[:READ]))
    whole, parts = _PART_OF_YEAR_RE.subn(" ", said)
    return parts > 0 and (asked[1] or asked[2]) not in whole


def _of_other_body(need: Need, units: Sequence[Unit], told: str, knowledge: Knowledge) -> bool:
    """The duties of a body, or its document, are asked for, and it is named nowhere, not by a shorter name either.

    A plan that cites no document of a body so named may call it otherwise ("Tỉnh ủy", "Ban Chấp hành Đảng bộ tỉnh").
    """
    issuer = issuer_asked(need)
    if need.agency is None or need.spelling == "en" or not (need.kind == "duties" or issuer):
        return False
    if issuer and not (has_field(issuer) or documents_of(issuer, knowledge.plans[units[0].plan].parents)):
        return False
    if need.follows and fold(need.agency) not in fold(need.asked):
        return False  # the body of the question before, of which another may be told now
    asked = need.agency_key or ""
    around = (f"{unit.heading}. {unit.context}. {unit.text}" for unit in units[:MOST])
    texts = list(within((*told.split("\n"), *around), LONGEST))
    if _plain(need.agency) in _plain(" ".join(texts)):
        return False
    named = (one for text in texts for one in find_agencies(text))
    return not any(_one_body(one.key, asked) or same_body(one.name, need.agency) for one in named)


def _of_other_doer(need: Need, units: Sequence[Unit], knowledge: Knowledge) -> bool:
    """What a body does, when, or how much of it, is asked, and every place told is of another one, named for itself."""
    if need.agency is None or need.spelling == "en" or is_general(need.agency):
        return False
    # Whom something is done to is named where it is asked who does it.
    if asked_sort(need) == "who" and need.kind != "report_to":
        return False
    # "Sở Tài chính Cà Mau" is asked of as "Sở Tài chính".
    named = [one for one in find_agencies(need.asked) if fold(one.name).startswith(fold(need.agency))]
    acts = any(fold(one).startswith(fold(need.agency)) for one in acting(need))
    if not acts or any(one.collective for one in named):
        return False
    read = units[:READ]
    if any(told_of(need.agency, unit) or tells_of_field(unit.text, need.agency) for unit in read):
        return False
    return all(_done_by_another(need, unit, knowledge) for unit in read)


def _of_other_owner(need: Need, units: Sequence[Unit], told: str, knowledge: Knowledge) -> bool:
    """A thing of a body is asked about ("hóa chất của Sở Y tế"), which is named nowhere where the answer stands."""
    asked = need.asked
    named = [
        one.name
        for one in find_agencies(asked)
        if " " in one.name
        and has_field(one.name)
        and not one.collective
        and _OWNED_RE.search(fold(asked[: one.start]))
    ]
    if len(named) != 1 or need.spelling == "en" or need.follows or has_ended(named[0]):
        return False
    issuers = (knowledge.plans[unit.plan].letterhead.issuer or "" for unit in units)
    texts = (
        f"{unit.path}. {unit.heading}. {unit.context}. {unit.text}. {unit.near}" for unit in units[:MOST]
    )
    return not any(
        fold(named[0]) in fold(text) or tells_of_field(text, named[0])
        for text in (told[:LONGEST], *issuers, *texts)
    )


def _done_by_another(need: Need, unit: Unit, knowledge: Knowledge) -> bool:
    """Whether a place says who does it, by its fact, its words or the heading right above, and that is another body.

    Where it says nobody, what a department plans it does itself.
    """
    who = unit.fact.who or "" if isinstance(unit.fact, Deadline) else ""
    above = [
        one
        for one in find_agencies(unit.heading)
        if _OF_BODY_RE.fullmatch(unit.heading.replace(one.name, ""))
    ]
    if doers := find_agencies(who) or above:
        return is_another(need, [one.name for one in doers]) and not any(one.collective for one in doers)
    issuer = knowledge.plans[unit.plan].letterhead.issuer or ""
    of_other = has_field(issuer) and has_field(need.agency or "") and is_another(need, [issuer])
    return of_other or sent_by_another(unit.text, need.agency or "")


def _of_the_body_told(need: Need, told: str, bolds: Sequence[str]) -> bool:
    """Another body than the one told before is asked for ("còn ai nữa"), and an answer names that one first."""
    if not need.without:
        return False
    first = find_agencies(" ; ".join(bolds)) or [
        one for one in find_agencies(told[:LONGEST]) if not one.start
    ]
    return bool(first) and body_key(first[0].name) in need.without


def _plain(name: str) -> str:
    """A name without what makes it plural: "UBND các xã, phường" is "ubnd xa phuong".

    >>> _plain("UBND các xã, phường")
    'ubnd xa phuong'
    """
    return " ".join(word for word in re.findall(r"\w+", fold(name)) if word != "cac")


def _one_body(named: str, asked: str) -> bool:
    """Whether one name is the other or its beginning ("Văn phòng Đảng ủy" of "Văn phòng Đảng ủy phường A").

    >>> _one_body("văn phòng đảng ủy", "văn phòng đảng ủy phường bình minh"), _one_body("sở y tế", "sở nội vụ")
    (True, False)
    """
    short, long = sorted((named, asked), key=len)
    return short == long or (len(short.split()) > 1 and long.startswith(f"{short} "))
