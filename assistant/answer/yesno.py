"""Yes or no: whether the agency, the date or the number that a question claims is what the plan says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.cite import Statement
from assistant.answer.evidence import nearest, score_units
from assistant.answer.passages import quote
from assistant.answer.strangers import names_asked
from assistant.answer.who import find_who, state_assignment
from assistant.answer.wording import say
from assistant.knowledge import Floats, Knowledge, Unit
from assistant.question.bodies import body_key, same_body
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.facts.agencies import find_agencies
from ingest.plan import Assignment
from ingest.spelling import undiacritise

__all__ = ["answer_claim", "answer_yesno", "with_verdict"]

BY_WORDS, BY_MEANING = 4, 3
ON_SUBJECT, WHOLLY = 0.5, 0.85
"""Share of a claim that a sentence must say to judge its numbers; to bear it out where it has none."""
_NUMBER_RE = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w)")
_PERIOD_RE = re.compile(r"(?i)báo cáo 0?6 tháng|\b(?:in|within) the first 6 months\b")
"""A number in the name of what is asked about claims nothing."""
_YEAR_RE = re.compile(r"(?:19|20)\d\d")
_DENIES_RE = re.compile(r"\b(?:khong(?: duoc| phai)?|chua|nghiem cam|cam)((?: \w+){1,3})")
"""A denial and the words next to it, folded; "không quá", "không chỉ" are none of what follows."""
_QUESTION_TAG_RE = re.compile(
    r"\b(?:phai|dung|duoc|chua) khong\b|\b(?:hay|co) khong\b|\bkhong\s*[?.]*\s*$|\bhay chua\b"
)
_VERDICTS = tuple(say(word, language) for word in ("yes", "no") for language in ("vi", "en"))
_DAY_RE = re.compile(
    r"(?<![\d/])([12]\d|3[01]|0?[1-9])(?:/| thang )(1[0-2]|0?[1-9])(?!\d|/\d{1,2}\b| (?:so|gio|tong)\b)"
)
"""A day of a month, folded; the year may be left out. No share ("3/4 số xã") is one."""
_OFFICE_RE = re.compile(r"(?<!pho )\b(chu tich|bo truong|giam doc|bi thu|thu tuong|truong ban|hieu truong)\b")
"""Offices for whose holder somebody else may sign, folded."""
BODY_KINDS = frozenset({"lead", "coordinate", "advise", "report_to", "issuer"})
VALUE_KINDS = frozenset(
    {"deadline", "target", "count", "letterhead_date", "letterhead_number", "reference_date"}
)


def answer_yesno(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """Is it this agency? Yes or no, with who it is; [] when the question claims no agency."""
    if need.agency is None or need.kind in VALUE_KINDS:
        return []
    if need.kind in {"recipients", "report_to", "passage"} and (told := _recipient(need, knowledge, plans)):
        return told
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
    verdict = say("yes" if right else "no", need.language)
    return [
        Statement(f"{verdict} {state_assignment(shown[0].unit, need, knowledge)}", (shown[0].unit,)),
        *(Statement(f"- {state_assignment(s.unit, need, knowledge)}", (s.unit,)) for s in shown[1:]),
    ]


def _recipient(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """Whether the agency is among a plan's recipients; [] when the question is not about them."""
    if need.kind != "recipients" or need.agency is None:
        return []
    units = [knowledge.units[at] for at in knowledge.of("recipient") if knowledge.units[at].plan in plans]
    found = [unit for unit in units if _names(unit, need.agency)]
    shown = found or units
    names = "; ".join(unit.text for unit in shown)
    return (
        [Statement(f"{say('yes' if found else 'no', need.language)} {names}.", tuple(shown))] if shown else []
    )


def _names(unit: Unit, agency: str) -> bool:
    return any(same_body(part.strip(" -.;"), agency) for part in re.split(r"[,;]", unit.text))


def answer_claim(
    need: Need, knowledge: Knowledge, plans: Sequence[str], near: Floats
) -> list[tuple[str, list[Statement]]]:
    """Yes or no by each of the sentences that say most of the claim; none by one that bears out neither.

    With each, what the verdict rests on: "denied" words, the "numbers" claimed, or all words "said".
    """
    found = (
        score_units(knowledge, knowledge.of("sentence", "row"), need.terms, plans, most=BY_WORDS)
        if need.terms
        else []
    )
    weights = {s.unit.at: s.coverage for s in found[:BY_WORDS] if s.coverage >= ON_SUBJECT}
    meant = nearest(knowledge, near, 10 * BY_MEANING, {"sentence", "row"}, plans)
    weights = {unit.at: 0.0 for unit in meant[:BY_MEANING]} | weights
    answers = []
    for at, covered in sorted(weights.items(), key=lambda one: -one[1]):
        unit = knowledge.units[at]
        basis, right = _bears_out(unit, covered, need)
        if right is not None:
            line = quote(unit, need, knowledge)
            verdict = say("yes" if right else "no", need.language)
            answers.append((basis, [Statement(f"{verdict} {line.text}", line.units)]))
    return answers


def _bears_out(unit: Unit, covered: float, need: Need) -> tuple[str, bool | None]:
    """Whether a sentence says what the question claims, or another thing of it; None where neither is sure.

    Before it, what that rests on.
    """
    if need.kind == "conflict":
        return "", None  # one sentence bears out no difference between two
    if need.agency and not _names(unit, need.agency) and need.agency not in f"{unit.text} {unit.heading}":
        return "", None  # whose task it is, the assignments tell
    if _denied(unit.text, need):
        return "denied", False
    named = " ".join(need.scope.taken)
    claimed = {_plain(number) for number in _NUMBER_RE.findall(need.question) if number not in named}
    told = {_plain(number) for number in _NUMBER_RE.findall(unit.text)}
    if claimed:
        return "numbers", True if claimed <= told else False if told and not claimed & told else None
    return "said", True if covered >= WHOLLY else None


def _denied(text: str, need: Need) -> bool:
    """Whether the sentence denies what the question asks without denying: "không thu phí" to "có phải trả phí không"."""
    if _DENIES_RE.search(_QUESTION_TAG_RE.sub(" ", fold(need.question))):
        return False
    folded = fold(text)
    said = {gram for term in need.terms for one in term.forms for gram in one}
    words = {undiacritise(word) for gram in said for word in gram.split()}
    return any(words & set(denied[1].split()) for denied in _DENIES_RE.finditer(folded))


def with_verdict(need: Need, statements: list[Statement]) -> list[Statement]:
    """Say first whether what the question claims is that of the answer: its dates and numbers, or its body.

    The answer's own are set in bold at its beginning. Left as it is where the question claims none.
    """
    if not statements:
        return statements
    bold = " ".join(statements[0].bolds)
    verdict = (_of_dates(need, bold) or _of_values(need, bold)) if need.kind in VALUE_KINDS else None
    if need.kind == "signer" and bold:
        verdict = _of_signer(need, statements[0].text)
    if need.kind in BODY_KINDS and need.agency and not statements[0].text.startswith(_VERDICTS):
        verdict = _of_body(need, bold)
    if verdict is None:
        return statements
    first = replace(statements[0], text=f"{say(verdict, need.language)} {statements[0].text}")
    return [first, *statements[1:]]


def _of_dates(need: Need, bold: str) -> str | None:
    """Whether the days in bold are those that the question claims; None where either has none."""
    claimed, told = (
        {(int(m[1]), int(m[2])) for m in _DAY_RE.finditer(fold(text))} for text in (need.question, bold)
    )
    if not claimed or not told:
        return None
    return "yes" if claimed <= told else "no"


def _of_signer(need: Need, told: str) -> str | None:
    """Whether who signed is the person, or holds the office, that the question claims; None where it claims neither."""
    signed, _, plan = fold(told).partition(" – ")
    taken = " ".join((plan, *map(fold, need.scope.taken)))
    names = [name for name in names_asked(need.question, need.language) if " " in name and name not in taken]
    if names:
        return "yes" if any(name in signed for name in names) else "no"
    office = _OFFICE_RE.search(fold(need.question))
    if office is None or not re.search(r"\bky\b|\bsign", fold(need.question)):
        return None
    deputy = re.search(rf"\bkt\. ?|\bpho {office[1]}", signed) is not None
    return "yes" if office[1] in signed and not deputy else "no"


def _of_values(need: Need, bold: str) -> str | None:
    named = " ".join(need.scope.taken)
    asked = _PERIOD_RE.sub(" ", need.question)
    claimed = {_plain(number) for number in _NUMBER_RE.findall(asked) if number not in named}
    claimed = {number for number in claimed if not _YEAR_RE.fullmatch(number)} or claimed
    told = {_plain(n) for n in _NUMBER_RE.findall(bold)}
    if not claimed or not told:
        return None
    return "yes" if claimed <= told else "no" if not claimed & told else None


def _of_body(need: Need, bold: str) -> str | None:
    """Whether the body in bold is the one that the question claims."""
    told = find_agencies(bold)
    if not told or need.agency is None:
        return None
    return "yes" if any(same_body(body.name, need.agency) for body in told) else "no"


def _plain(number: str) -> str:
    """A number without leading zeros: "05" and "5" are one."""
    return number.lstrip("0") or "0"
