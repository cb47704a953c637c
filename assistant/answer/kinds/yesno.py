"""Yes or no: whether the agency, the date or the number that a question claims is what the plan says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from assistant.answer.cite import Statement
from assistant.answer.evidence.claim_cover import WHOLLY, lead_of, said_by_member
from assistant.answer.evidence.claimed import (
    Claim,
    asks_done,
    compare,
    denied_above,
    denies,
    narrows,
    of_another_case,
    read_claim,
    says_case,
    tells_done,
    wants_less,
)
from assistant.answer.evidence.claimed_amounts import Amount, amounts_in
from assistant.answer.evidence.claimed_bodies import (
    acting,
    in_title_of,
    is_another,
    is_general,
    names_body,
    of_another_level,
    told_of,
)
from assistant.answer.evidence.number_years import of_other_years
from assistant.answer.evidence.owed import frees
from assistant.answer.evidence.parties import doers_asked, done_by_others, receivers
from assistant.answer.evidence.persons import signed_as_claimed
from assistant.answer.evidence.strangers import names_within
from assistant.answer.evidence.units import coverage, covered_shares, nearest, score_units, weigh_for
from assistant.answer.kinds.quoted import heading_owner, quote
from assistant.answer.kinds.who import find_who, state_assignment
from assistant.answer.wording import clip, say
from assistant.grams import gram_set
from assistant.knowledge import Floats, Knowledge, Unit
from assistant.model import Verdict
from assistant.question.bodies import body_key, same_body
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.facts.bodies.agencies import find_agencies
from ingest.plan import Assignment

__all__ = ["answer_claim", "answer_yesno", "judged", "with_verdict"]

BY_WORDS, BY_MEANING = 4, 3
OUTRIGHT, ON_SUBJECT, CONTRARY = 0.3, 0.5, 0.65
"""Share of a claim that a sentence must say to deny just that; to bear out its numbers, or deny it; to tell others."""
_DAY_RE = re.compile(
    r"(?<![\d/])([12]\d|3[01]|0?[1-9])(?:/| thang )(1[0-2]|0?[1-9])(?!\d|/\d{1,2}\b| (?:so|gio|tong)\b)"
)
"""A day of a month, folded; the year may be left out. No share ("3/4 số xã") is one."""
_YEAR_OF_DAY_RE = re.compile(r"\d(?:/| thang )\d{1,2}(?:/| nam )((?:19|20)\d\d)\b")
_WHO_RE = re.compile(
    r"\b(?:chu tri|phu trach|dau moi|thuong truc|chiu trach nhiem|tham muu|tong hop|phoi hop|lo|cam trich|la (?:noi|co quan|don vi|ben|nguoi)|do|thuoc|co phai|dung la|phai (?:khong|ko|k)|dung (?:khong|ko|k|chu)|leads?|in charge|responsible|the one|that|chairs?|true)\b"
)
"""Folded: who does a thing is asked, so that another body's name answers "no"."""
_MUST_RE = re.compile(r"(?<=\w) co phai (?!la\b|chu tri\b|phu trach\b|dau moi\b|do\b|khong\b)(?=[a-z])")
"""Behind a body it asks what that must do ("xã có phải đối thoại không"), not whether it is the one."""
_LEADS_RE = re.compile(r"\b(?:chu tri|phoi hop|leads?|coordinates?)\b")
"""Folded: a role that is claimed of a body."""
_ADDRESSED_RE = re.compile(
    r"\b(?:(?<!giao )(?<!phan cong )cho|den|toi|ve|voi|qua|len|gui|nop|trinh|bao cao)(?: (?:cac|nhung))? *$"
)
"""Before a body that is given something."""
_SENDS_RE = re.compile(r"\b(?:gui|nop|trinh|bao cao|phan anh|sen[dt]|submit\w*|reports?)\b")
BODY_KINDS = frozenset({"lead", "coordinate", "advise", "report_to", "issuer"})
_CLAIMED_RE = re.compile(
    r"\d|\bonce\b|\btwice\b|\blần thứ\b|^(?:thứ )?(?:lần|hai|ba|tư|thứ)$|^(?:khuyến khích|mở rộng|tăng)$"
)
"""A word of the question that a place which says otherwise does not say."""
VALUE_KINDS = frozenset(
    {"deadline", "target", "count", "letterhead_date", "letterhead_number", "reference_date"}
)


def answer_yesno(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """Is it this agency? Yes or no, with who it is; [] when the question claims no agency."""
    if need.agency is None or need.kind in VALUE_KINDS:
        return []
    if need.kind in {"recipients", "report_to", "passage"} and (told := _recipient(need, knowledge, plans)):
        return told
    if _ADDRESSED_RE.search(_before(need.agency, need.question)):
        return _sent_to(need, knowledge, plans)
    kind = need.kind if need.kind in {"coordinate", "advise"} else "lead"
    found = find_who(replace(need, kind=kind), knowledge, plans)
    if not found:
        return []
    right = [
        s
        for s in found
        if isinstance(s.unit.fact, Assignment) and body_key(s.unit.fact.actor or "") == need.agency_key
    ]
    shown = right or found
    claim, units = _claim(need), [scored.unit for scored in shown]
    if shown[0].coverage < CONTRARY or not _of_its_year(need, units, knowledge):
        return []
    if (
        "chu tri" in fold(need.question)
        and isinstance(units[0].fact, Assignment)
        and units[0].fact.role != "lead"
    ):
        return []
    text = " ".join(unit.text for unit in units)
    if (claim.amounts and not compare(claim, text)) or (
        right and (narrows(claim, text) or denies(claim, text))
    ):
        return []
    if not right and not (
        _WHO_RE.search(_MUST_RE.sub(" ", fold(need.question)))
        and is_another(need, [u.fact.actor for u in units if isinstance(u.fact, Assignment)])
    ):
        return []  # that somebody else does the like denies no "Sở A có được làm ... không"
    first = Statement(state_assignment(shown[0].unit, need, knowledge), (shown[0].unit,))
    return [
        judged("yes" if right else "no", first, need),
        *(Statement(f"- {state_assignment(s.unit, need, knowledge)}", (s.unit,)) for s in shown[1:]),
    ]


def _recipient(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """Whether the agency is among a plan's recipients; [] when the question is not about them."""
    if need.kind != "recipients" or need.agency is None:
        return []
    units = [knowledge.units[at] for at in knowledge.of("recipient") if knowledge.units[at].plan in plans]
    found = [unit for unit in units if names_body(unit, need.agency)]
    shown = found or units
    names = "; ".join(unit.text for unit in shown)
    return [judged("yes" if found else "no", Statement(f"{names}.", tuple(shown)), need)] if shown else []


def _sent_to(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """Whether what a question tells of is sent to the body that it names; [] where the best sentence does not say."""
    if need.agency is None or not _SENDS_RE.search(fold(need.question)):
        return []
    for scored in score_units(knowledge, knowledge.of("sentence"), need.terms, plans, most=BY_WORDS):
        names = [name for named in receivers(scored.unit.text) for name in named]
        if scored.coverage < CONTRARY or not _of_its_year(need, [scored.unit], knowledge):
            break
        # To whom the document itself goes, its head and its list of recipients say.
        if names and scored.unit.path not in {"preamble", "closing"}:
            right = any(same_body(name, need.agency) for name in names)
            # How a body that the sentence names is party to the sending may be misread: that denies nothing.
            if right or (is_another(need, names) and not told_of(need.agency, scored.unit)):
                return [judged("yes" if right else "no", quote(scored.unit, need, knowledge), need)]
            break
    return []


def answer_claim(
    need: Need, knowledge: Knowledge, plans: Sequence[str], near: Floats
) -> list[tuple[str, list[Statement]]]:
    """Yes or no by each of the sentences that say most of the claim; none by one that bears out neither.

    With each, what the verdict rests on: "denied" words, the "numbers" claimed, or all words "said".
    """
    if need.kind in {"conflict", "compare"} or need.scope.several or not need.terms:
        return []  # one sentence bears out no difference between two
    found = score_units(knowledge, knowledge.of("sentence", "row"), need.terms, plans, most=BY_WORDS)
    meant = nearest(knowledge, near, 10 * BY_MEANING, {"sentence", "row"}, plans)
    shares = covered_shares(knowledge, need.terms, tuple(plans))
    # Where a place says another number, or wants less of a thing, that which is claimed cannot stand there.
    subject = tuple(term for term in need.terms if not _CLAIMED_RE.search(term.text)) or need.terms
    on_subject = covered_shares(knowledge, subject, tuple(plans))
    places = {unit.at: unit for unit in (*(s.unit for s in found[:BY_WORDS]), *meant[:BY_MEANING])}
    answers = []
    borne_out = {
        at: _bears_out(unit, float(shares[at]), float(on_subject[at]), need, knowledge)
        for at, unit in places.items()
    }
    if any(_concerns(need, knowledge.units[at]) for at in np.flatnonzero(shares >= CONTRARY)):
        borne_out = {at: ("", None) if one[0] == "owned" else one for at, one in borne_out.items()}
    said = max((on_subject[at] for at, one in borne_out.items() if one == ("numbers", True)), default=-1.0)
    for at, unit in sorted(places.items(), key=lambda one: -shares[one[0]]):
        basis, right = borne_out[at]
        # Where a place that says as much of the claim says the very number, another's is of another thing.
        if right is not None and not ((basis, right) == ("numbers", False) and on_subject[at] <= said):
            line = quote(unit, need, knowledge)
            if right and (lead := lead_of(unit)) and float(shares[at]) < WHOLLY:
                line = replace(line, text=f"{clip(lead.rstrip(' :'))}: {line.text}")
            answers.append((basis, [judged("yes" if right else "no", line, need)]))
    return answers


def _bears_out(
    unit: Unit, covered: float, on_subject: float, need: Need, knowledge: Knowledge
) -> tuple[str, bool | None]:
    """Whether a sentence says what the question claims, or another thing of it; None where neither is sure.

    Before it, what that rests on. ``on_subject`` is the share of the claim's words, its numbers aside, that it says.
    """
    claim = _claim(need)
    body = need.agency
    if body and not (
        is_general(body)
        or names_body(unit, body)
        or body in f"{unit.text} {unit.heading}"
        or in_title_of(body, unit, knowledge)
    ):
        another = (
            covered >= WHOLLY and _is_anothers_section(need, unit) and _of_its_year(need, [unit], knowledge)
        )
        return "owned", False if another else None  # whose task else it is, the assignments tell
    if need.agency and _LEADS_RE.search(fold(need.question)):
        return "", None  # who leads and who helps stand in one sentence: the assignments part them
    if not _of_its_year(need, [unit], knowledge) or of_other_years(need, unit.text):
        return "", None
    if (asks_done(need.question) and not tells_done(unit.text)) or of_another_case(claim, unit.text):
        return "", None
    told = (told_of(body, unit) or in_title_of(body, unit, knowledge) for body in acting(need))
    if not all(told) or of_another_level(need, unit, knowledge):
        return "", None
    if need.agency and done_by_others(unit.text, need.agency, need):
        another = covered >= WHOLLY and is_another(need, doers_asked(unit.text, need))
        return "said", False if another else None
    above = _above(unit, need, knowledge)
    freed = frees(claim.asked, unit.text, above)
    if freed or denies(claim, unit.text, above):
        outright = freed or wants_less(claim, unit.text)
        enough = on_subject >= (OUTRIGHT if outright else ON_SUBJECT)
        return "denied", (freed and claim.denies) if enough else None
    if denied_above(claim, need.question, (unit.heading, unit.context.partition("\n")[0], lead_of(unit))):
        return "", None
    if claim.amounts:
        right = compare(claim, unit.text)
        if right is False:
            return "numbers", False if on_subject >= CONTRARY else None
        whole = right and covered >= ON_SUBJECT and not narrows(claim, unit.text)
        return "numbers", True if whole and _names_said(unit, need, knowledge) else None
    said = max(_said_at_once(covered, unit, need, knowledge), said_by_member(unit, need, knowledge))
    whole = said >= WHOLLY and not narrows(claim, unit.text) and _names_said(unit, need, knowledge)
    return "said", True if whole and says_case(claim, f"{unit.text} {above}") else None


def _said_at_once(covered: float, unit: Unit, need: Need, knowledge: Knowledge) -> float:
    """The share of a claim that a sentence says, less where no one of its parts says it: "các hộ A ...; các hộ B ..."."""
    parts = unit.text.split(";")
    if covered < WHOLLY or len(parts) == 1:
        return covered
    terms = weigh_for(need.terms, knowledge.titles[unit.plan])
    above = gram_set(f"{unit.heading} {unit.context} {parts[0].partition(':')[0] if ':' in parts[0] else ''}")
    return min(covered, max(coverage(terms, gram_set(part) | above) for part in parts))


def _above(unit: Unit, need: Need, knowledge: Knowledge) -> str:
    """What stands above a place and calls its plan, and the words of the question that they and it say in other words."""
    above = f"{unit.heading} {unit.context} {knowledge.plans[unit.plan].letterhead.title or ''}"
    grams = gram_set(f"{unit.text} {above}")
    return " ".join((above, *(term.text for term in need.terms if coverage([term], grams) == 1)))


def _concerns(need: Need, unit: Unit) -> bool:
    """Whether a place, or the heading above it, names the body that the question names."""
    return need.agency is not None and told_of(need.agency, unit)


def _is_anothers_section(need: Need, unit: Unit) -> bool:
    """Whether it is asked who does a thing, and a place stands in the section of another body alone ("c) Công an tỉnh")."""
    owner, asked = heading_owner(unit.heading), _MUST_RE.sub(" ", fold(need.question))
    helps = "phoi hop" in asked or "phoi hop" in fold(unit.text)
    return bool(owner and not helps and _WHO_RE.search(asked)) and is_another(need, [owner])


def _names_said(unit: Unit, need: Need, knowledge: Knowledge) -> bool:
    """Whether the place, or what names its plan, says every name of the question: "sông Ba" tells nothing of "sông Hinh"."""
    head = knowledge.plans[unit.plan].letterhead
    plan = (head.title, head.issuer, head.province, *need.scope.taken)
    told = " ".join((unit.text, unit.context, unit.near, *filter(None, plan)))
    return names_within(need.original, need.language, told, marked=need.spelling == "vi")


def _before(body: str, question: str) -> str:
    """What a question says before it names a body, folded."""
    return fold(question).partition(fold(body))[0]


def _claim(need: Need) -> Claim:
    return read_claim(need.question, "\n".join(need.scope.taken))


def _of_its_year(need: Need, units: Sequence[Unit], knowledge: Knowledge) -> bool:
    """Whether the years that are claimed are those of the place or of its plan."""
    heads = (knowledge.plans[unit.plan].letterhead for unit in units)
    told = " ".join(f"{u.text} {u.context} {u.near}" for u in units)
    told += " ".join(f"{head.title} {head.year} {head.date}" for head in heads)
    return all(year in told for year in _claim(need).years)


def with_verdict(need: Need, statements: list[Statement], knowledge: Knowledge) -> list[Statement]:
    """Say first whether what the question claims is that of the answer: its dates and numbers, or its body.

    The answer's own are set in bold at its beginning. Left as it is where the question claims none.
    """
    if not statements or need.kind in {"conflict", "compare"} or need.scope.several:
        return statements
    bold = " ".join(statements[0].bolds)
    verdict = (
        (_of_dates(need, bold) or _of_values(need, bold, statements)) if need.kind in VALUE_KINDS else None
    )
    if need.kind == "signer" and bold:
        verdict = signed_as_claimed(need, statements[0].text)
    if need.kind in BODY_KINDS and need.agency and statements[0].verdict is None:
        verdict = _of_body(need, bold)
    if verdict is None and statements[0].verdict is None and _of_member(need, statements, knowledge):
        verdict = "yes"
    units = [unit for statement in statements[:2] for unit in statement.units]
    if verdict is None or not _of_its_year(need, units, knowledge):
        return statements
    return [judged(verdict, statements[0], need), *statements[1:]]


def _of_member(need: Need, statements: Sequence[Statement], knowledge: Knowledge) -> bool:
    """Whether a name of the list that an answer tells under its heading bears out what the question claims."""
    head, *members = statements
    names = (
        replace(
            unit,
            kind="sentence",
            text=f"- {line.text.removeprefix('- ').partition(' – ')[0]}",
            context=head.units[0].text,
        )
        for line in members
        for unit in line.units[:1]
        if head.units
    )
    return any(_bears_out(name, 0.0, 0.0, need, knowledge) == ("said", True) for name in names)


def judged(verdict: Verdict, statement: Statement, need: Need) -> Statement:
    """The statement behind the word of its verdict."""
    return replace(statement, text=f"{say(verdict, need.language)} {statement.text}", verdict=verdict)


def _of_dates(need: Need, bold: str) -> Verdict | None:
    """Whether the days in bold are those that the question claims; None where either has none."""
    claimed, told = (
        {(int(m[1]), int(m[2])) for m in _DAY_RE.finditer(fold(text))} for text in (need.question, bold)
    )
    if not claimed or not told:
        return None
    years, others = ({m[1] for m in _YEAR_OF_DAY_RE.finditer(fold(text))} for text in (need.question, bold))
    if years and others and not years <= others:
        return "no"
    return "yes" if claimed <= told else "no"


def _of_values(need: Need, bold: str, statements: Sequence[Statement]) -> Verdict | None:
    """Whether the amounts in bold are those that the question claims, of the body that it names."""
    claim, told = _claim(need), " ".join(statement.text for statement in statements)
    right = compare(claim, bold)
    if right is None or (
        right and (narrows(claim, told) or not compare(claim, told) or _differ(amounts_in(fold(bold))))
    ):
        return None
    if need.agency and need.agency not in told:
        return None
    return "yes" if right else "no"


def _differ(amounts: Sequence[Amount]) -> bool:
    """Whether amounts of one unit are several, so that it is not told which is that of the claim."""
    return any(one.unit == other.unit and one.value != other.value for one in amounts for other in amounts)


def _of_body(need: Need, bold: str) -> Verdict | None:
    """Whether the body in bold is the one that the question claims."""
    told = [body.name for body in find_agencies(bold)]
    if not told or need.agency is None:
        return None
    if any(same_body(name, need.agency) for name in told):
        return "yes"
    return "no" if is_another(need, told) else None
