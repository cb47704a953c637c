"""What speaks for and against a candidate answer, in numbers: the input of the fitted judge.

Each feature is about 0..1 (a few are -1..1), so that weights can be compared. None tells of the question
alone (its language, whether it names a plan): such weights would learn the gold questions' habits.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from assistant.answer.candidates import HEAD_ONLY, Candidate
from assistant.answer.evidence.amounts import SCALE, tells_sum
from assistant.answer.evidence.asked_verb import verb_features
from assistant.answer.evidence.claim_cover import claim_cover
from assistant.answer.evidence.counted_cells import counts_another, counts_in_cell
from assistant.answer.evidence.counted_nouns import asked_unit, counted_noun
from assistant.answer.evidence.figures import DIGITS_RE
from assistant.answer.evidence.meaning import Meaning
from assistant.answer.evidence.persons import names_party
from assistant.answer.evidence.reported import reported_instead
from assistant.answer.evidence.short import short_answer
from assistant.answer.evidence.strangers import lacking_in_plans
from assistant.answer.evidence.timing import only_dates_another
from assistant.answer.evidence.units import Meeting, coverage, weigh_for, weights_for
from assistant.answer.evidence.value import (
    amount_apart,
    has_amount,
    holds_sort,
    result_lacking,
    value_lacking,
)
from assistant.answer.judged.affinity import affinity
from assistant.answer.judged.another import of_another
from assistant.answer.judged.answers_told import number_answers
from assistant.answer.judged.asked import Asked, claims, read_asked
from assistant.answer.judged.beside import beside_the_thing
from assistant.answer.judged.judge import ANSWER
from assistant.answer.judged.named import names_lacking
from assistant.answer.judged.named_place import asks_of_place, named_place, stands_in
from assistant.answer.judged.rivals import rivalry
from assistant.answer.judged.set_features import COUNTED, set_features
from assistant.answer.judged.shape import shape
from assistant.answer.kinds.quoted import heading_owner
from assistant.answer.kinds.replaced import only_replaces
from assistant.grams import gram_set
from assistant.knowledge import Floats, Knowledge, Unit
from assistant.question.cues import cue_text
from assistant.question.money import asks_money
from assistant.question.naming import fold
from assistant.question.sort import asked_sort
from assistant.question.understand import Need
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.language.patterns import DATE_RE, NUMBER_RE
from ingest.plan import Assignment
from vectorstore.hits import Hit

__all__ = ["describe", "is_of_sort", "short_form"]

_CITED_RE = re.compile(rf"(?:{NUMBER_RE.pattern})(?:,?\s*ngày\s+(?:{DATE_RE.pattern}))?")
"""A document that a text cites, with its date."""
_WHENEVER_RE = re.compile(r"(?i)\((?:ngay )?(?:sau )?khi ")
MET, LITTLE_OF_HEAD, MOST_OF_TITLE = 0.5, 0.4, 0.8
_REPORTING = frozenset("gui nop len trung uong bao cao ket qua bo so noi ke hoach quyet dinh chi thi".split())
"""Folded words that do not say what a report is on."""
RANKED = tuple("own near found soft_own soft_whole soft_every".split())
"""Features that are also told as how far they are behind the best candidate's."""
_WITHOUT_AMOUNT = frozenset({"untold", "identity", "titled", "grid", "table"})
"""Sorts of evidence that tell no amount even where one is asked for, or surely one of the thing asked about."""
_OF_ITSELF = HEAD_ONLY | {"table"}
"""Sorts of evidence that are looked for by what they are of: "nhiều nhất" stands in none of a table's rows."""
LONGEST_READ = 4000


def describe(
    candidates: Sequence[Candidate],
    need: Need,
    knowledge: Knowledge,
    hits: Sequence[Hit],
    near: Floats,
    meaning: Meaning,
) -> list[dict[str, float]]:
    """The features of every candidate of one question."""
    questions = {need.question, *(c.need.asked for c in candidates if _of_first(c, need))}
    alignments = {one: meaning.align(one) for one in questions}
    fresh = meaning.align(need.asked) if need.follows else None
    named = named_place(need, knowledge)
    needs = {id(candidate.need): candidate.need for candidate in candidates}
    asked = {key: read_asked(reading, knowledge) for key, reading in needs.items()}
    evidence = [_units(candidate) for candidate in candidates]
    only_there = bool(named) and asks_of_place(need)
    # An answer that can have no rival is of its own subject: "việc tháng 7" may stand as "từ tháng 5 đến tháng 9".
    subject = candidates[0].need if len(candidates) == 1 else need
    lacking = lacking_in_plans(
        subject, knowledge, sorted({unit.plan for units in evidence for unit in units})
    )
    rows = []
    for candidate, units in zip(candidates, evidence, strict=True):
        reading = asked[id(candidate.need)]
        covered, row = _alone(candidate, units, reading, knowledge, hits, near)
        whole, said = (
            (candidate.need, candidate.need.asked) if _of_first(candidate, need) else (need, need.question)
        )
        row |= affinity(units, _bold(candidate), knowledge, meaning, alignments[said], fresh)
        weights = reading.light[units[0].plan]
        row |= claim_cover(candidate.need, reading.meeting, weights, units)
        row["value_lacking"] = float(_lacks_value(candidate, whole, units, covered, row, knowledge))
        if not (any(s.refuses for s in candidate.statements) or candidate.statements[0].left_open):
            told = _all_said(candidate, units)
            row["of_another"] = float(
                of_another(whole, units, told, candidate.statements[0].bolds, knowledge)
                or (only_there and not any(stands_in(named, unit) for unit in units))
                or (candidate.source not in _OF_ITSELF and beside_the_thing(whole, units, told, knowledge))
            )
        if _of_no_report(candidate, whole, row["covered"], knowledge.titles[units[0].plan]):
            row["of_another"] = 1.0
        rows.append(row | _least(lacking, {unit.plan for unit in units}))
    for name in RANKED:
        best = max((row.get(name, 0.0) for row in rows), default=0.0)
        for row in rows:
            row[f"{name}_behind"] = best - row.get(name, 0.0)
    for row, number, rival in zip(rows, number_answers(candidates), rivalry(candidates, rows), strict=True):
        row |= {ANSWER: float(number), **rival}
    return rows


def _lacks_value(
    candidate: Candidate,
    need: Need,
    units: Sequence[Unit],
    covered: float,
    row: Mapping[str, float],
    knowledge: Knowledge,
) -> bool:
    """Whether an answer has nothing of the sort asked for, or only of something else: a value, names, a time, an amount."""
    first, told, bold = candidate.statements[0], _all_said(candidate, units), _bold(candidate)
    if any(statement.refuses for statement in candidate.statements):
        return False
    left_open = any(statement.left_open for statement in candidate.statements)
    # What a table's number is of is said by its row and column, often without any measure.
    # Who signed with a post is told by the foot, of no clause that names the post.
    signed = (candidate.source, candidate.need.kind) == ("identity", "signer")
    crossing = candidate.source in {"grid", "table"} or signed
    if not (left_open or crossing) and value_lacking(need, told, bold):
        return True
    if first.left_open:
        return False
    if only_replaces(fold(need.asked), units, knowledge) or names_lacking(need, units, told):
        return True
    if _time_lacking(candidate, need, units, bold, knowledge):
        return True
    return candidate.source not in _WITHOUT_AMOUNT and (
        _amount_apart(candidate, need, units, covered, row, knowledge)
        or result_lacking(need, units)
        or reported_instead(need, units, knowledge)
    )


def _bold(candidate: Candidate) -> str:
    return " ".join(candidate.statements[0].bolds)


def _of_first(candidate: Candidate, need: Need) -> bool:
    """Whether it was found by the first of several things asked: it need not say what the others are about."""
    return candidate.need.asked != need.asked and not need.follows


def _of_no_report(candidate: Candidate, need: Need, covered: float, title: Collection[str]) -> bool:
    """Whether a plan's recipients are told to a question for a number, or for those of a report, of what neither they nor its title say.

    To whom "báo cáo bảo vệ rừng" is sent, no plan's list of recipients tells, nor how many helicopters were sent.
    """
    told = candidate.source == "identity" and candidate.need.kind == "recipients"
    if not told or covered >= LITTLE_OF_HEAD:
        return False
    sort = {word for form in need.wanted.forms for word in form} if need.wanted else set[str]()
    on = [term for term in need.terms if not (_REPORTING | sort).issuperset(fold(term.text).split())]
    of_plan = not on or coverage(on, title) >= MOST_OF_TITLE
    other = "bao cao" in fold(need.asked) or asked_sort(need) == "number"
    return other and not of_plan


def _time_lacking(
    candidate: Candidate, need: Need, units: Sequence[Unit], bold: str, knowledge: Knowledge
) -> bool:
    """Whether a time is asked for and no evidence says one: the date of a cited document is none.

    What a body must do, listed, tells when only where a duty has a time of its own.
    """
    if need.yesno or candidate.source in _OF_ITSELF or asked_sort(need) != "when":
        return False
    listed = len(candidate.statements) > 1 and not short_form(candidate)
    if listed and (candidate.source in {"duties", "mentions"} or heading_owner(units[0].heading)):
        due = replace(candidate.need, kind="deadline")
        return not any(short_answer(u, due, knowledge) or _WHENEVER_RE.search(u.text) for u in units)
    timed = [told for unit in units if (told := _timed(unit.text))]
    if timed and all(only_dates_another(fold(need.asked), text, candidate.need.terms) for text in timed):
        return True
    return not (timed or holds_sort(bold, "when"))


@lru_cache(maxsize=8192)
def _timed(text: str) -> str:
    """A text without the documents that it cites, where it tells a time beside their dates; "" where it tells none."""
    told = _CITED_RE.sub(" ", text)
    return told if holds_sort(told, "when") else ""


def _amount_apart(
    candidate: Candidate,
    need: Need,
    units: Sequence[Unit],
    covered: float,
    row: Mapping[str, float],
    knowledge: Knowledge,
) -> bool:
    """Whether the places that hold an amount say little of the subject, and of what the plan's title does not say of it.

    What the title says, a place within it need not say again ("ngân sách xã bố trí bao nhiêu cho giảm nghèo").
    """
    counted = row.get("counts_the_noun", 0.0) > 0 or tells_sum(asked_unit(need), _bold(candidate))
    if not amount_apart(need, candidate.source, units, covered, counted=counted):
        return False
    beside_title = replace(need, terms=tuple(weigh_for(need.terms, knowledge.titles[units[0].plan])))
    return amount_apart(beside_title, candidate.source, units, row["covered"], counted=counted)


def _all_said(candidate: Candidate, units: Sequence[Unit]) -> str:
    """What a candidate tells and quotes."""
    return "\n".join((*(s.text for s in candidate.statements), *(unit.text for unit in units[:12])))


def _least(lacking: Mapping[str, dict[str, float]], plans: Collection[str]) -> dict[str, float]:
    """What all of these plans lack."""
    rows = [lacking[plan] for plan in plans]
    return {name: min(row[name] for row in rows) for name in rows[0]}


def _units(candidate: Candidate) -> list[Unit]:
    seen = {(u.plan, u.kind, u.span, u.text): u for s in candidate.statements for u in s.units}
    return list(seen.values())


def _grams(unit: Unit, knowledge: Knowledge) -> frozenset[str]:
    """Words of a unit that was made for an answer: all that its span holds."""
    quote = knowledge.plans[unit.plan].source.quote(unit.span)[:LONGEST_READ]
    return gram_set(f"{unit.heading} {unit.text} {quote}")


def _met(units: Sequence[Unit], need: Need, meeting: Meeting, knowledge: Knowledge) -> tuple[Floats, Floats]:
    """How far each term is met by the units together: with headings, and by their own words."""
    known = [unit.at for unit in units if unit.at >= 0]
    whole = meeting.whole.take(known, axis=1).max(axis=1) if known else np.zeros(len(need.terms), np.float32)
    own = meeting.own.take(known, axis=1).max(axis=1) if known else np.zeros(len(need.terms), np.float32)
    for unit in [unit for unit in units if unit.at < 0][:6]:
        grams = _grams(unit, knowledge)
        share = np.array([coverage([term], grams) for term in need.terms], np.float32)
        whole, own = np.maximum(whole, share), np.maximum(own, share)
    return whole, own


def _alone(
    candidate: Candidate,
    units: Sequence[Unit],
    asked: Asked,
    knowledge: Knowledge,
    hits: Sequence[Hit],
    near: Floats,
) -> tuple[float, dict[str, float]]:
    """The share of the subject that the evidence says, and the features of a candidate by itself."""
    need, plan = candidate.need, units[0].plan
    if plan not in asked.light:
        asked.light[plan] = np.array(weights_for(need.terms, knowledge.titles[plan]), np.float32)
    light, full = asked.light[plan], asked.full
    whole, own = _met(units, need, asked.meeting, knowledge)
    light_total = float(light.sum())
    missed = light[whole < MET] if len(light) else light
    told = " ".join(s.text for s in candidate.statements)
    row = {
        "covered": float(light @ whole) / light_total if light_total else 0.0,
        "own": float(light @ own) / light_total if light_total else 0.0,
        "missed_most": float(missed.max()) / 8 if len(missed) else 0.0,
        "missed_sum": min(float(missed.sum()) / 20, 2.0),
        "near": max((float(near[u.at]) for u in units if u.at >= 0), default=0.0),
        "made": float(all(u.at < 0 for u in units)),
        "found": _found(units, hits),
        "later_tier": float(candidate.tier > 0),
        "first_reading": float(candidate.first),
        "length": math.log1p(len(told)) / 8,
        "units": math.log1p(len(units)) / 3,
        "many_plans": float(len({u.plan for u in units}) > 1),
        f"source={candidate.source}": 1.0,
        f"source={candidate.source}&first": float(candidate.first),
        **dict(candidate.speaks),
    }
    row |= claims(need, asked, knowledge, units, [s.text for s in candidate.statements])
    row |= _sort(candidate, asked, units)
    row |= set_features(need, candidate.source, candidate.statements, units)
    row |= shape(candidate)
    heading = "" if short_form(candidate) else " ".join(candidate.statements[0].bolds)
    if heading and not has_amount(f"{heading} "):
        row["bold_has_number"] = 0.0  # by its number a heading is called
    row |= verb_features(need, asked.sort, units)
    row["found^2"] = row["found"] ** 2  # to be among the first says more than to be found
    return float(full @ whole) / asked.total if asked.total else 0.0, row


_HEADED_RE = re.compile(r"(?:Có |There are )?\*\*[^*]+\*\* – ")
"""The first line of an answer that lists: the heading of the list, or whose it is, and the plan."""
_DATE_RE = re.compile(r"(?i)\d{1,2}/\d|tháng|ngày|quý|năm \d{4}|\d{4} ?[-–] ?20|giờ|\d phút|\d{1,2}h")


def _sort(candidate: Candidate, asked: Asked, units: Sequence[Unit]) -> dict[str, float]:
    """Whether what stands in bold is of the sort asked for, and the roles of question and evidence."""
    need, sort = candidate.need, asked.sort
    bold = short_form(candidate)
    fits = bool(bold) and (is_of_sort(bold, sort) or (sort == "who" and candidate.source == "who"))
    listed = "" if bold else " ".join(s.text for s in candidate.statements[1:])[:LONGEST_READ]
    row = {
        "listed_tells": float(bool(listed) and is_of_sort(listed, sort)),
        "fits": float(fits),
        "asked_not_told": float(not bold and sort in {"who", "when", "number"}),
        "misfit": float(bool(bold) and not fits and sort in {"who", "when", "number"}),
    }
    fact = units[0].fact
    role = fact.role if isinstance(fact, Assignment) else ""
    text = fold(units[0].text).lstrip("-+ ")
    if asked.leads:
        row["leads_wanted_and_is"] = float(role == "lead" or "chu tri" in text)
        row["leads_wanted_but_helps"] = float(role == "coordinate" or text.startswith("phoi hop"))
    elif asked.helps:
        row["helps_wanted_and_is"] = float(role == "coordinate" or "phoi hop" in text)
    if sort == "number":
        nouns = asked_unit(need)
        near = fold(bold or units[0].text)
        beginning = candidate.statements[:2]
        told_first = " ".join(statement.text for statement in beginning)
        if candidate.source in COUNTED:
            row["counts_the_noun"] = need.wanted.share(told_first) if need.wanted else 0.0
        elif nouns and candidate.source == "grid" and not any(s.left_open for s in beginning):
            row |= dict(
                zip(
                    ("counts_the_noun", "other_noun"),
                    map(float, counts_in_cell(nouns, told_first)),
                    strict=True,
                )
            )
        elif nouns and candidate.source not in {"grid", "table"}:
            counted = any(
                re.search(rf"\d[\d.,/]*{SCALE}\s*(?:%|\w+)?\s*{re.escape(noun)}\b", near) for noun in nouns
            )
            summed = tells_sum(nouns, bold)  # a sum of money is no number of things
            row["counts_the_noun"] = float(counted and not summed)
            row["other_noun"] = float(not (counted or summed) and bool(DIGITS_RE.search(bold)))
        counted_things = ("tien",) if asks_money(cue_text(need.asked)) else counted_noun(need)
        if candidate.source == "grid" and counts_another(counted_things, candidate.statements[0].text):
            row["other_noun"] = 1.0
        row["share_and_is"] = float(asked.share and "%" in bold)
    return row


def is_of_sort(words: str, sort: str) -> bool:
    """Whether somebody, a time, a number, a document is named, as asked."""
    match sort:
        case "who":
            return bool(find_agencies(words)) or names_party(words)
        case "when":
            # A document's number is no date ("117/2017/NĐ-CP").
            return _DATE_RE.search(NUMBER_RE.sub(" ", words)) is not None
        case "number":
            return DIGITS_RE.search(words) is not None
        case "document":
            return re.search(r"\d+[-/]", words) is not None or "Luật" in words
    return False


def short_form(candidate: Candidate) -> str:
    """What an answer puts in bold as the thing asked for; "" where that is only the heading of what it lists."""
    first, *rest = candidate.statements
    listed = bool(rest) and rest[0].text.startswith("- ") and _HEADED_RE.match(first.text) is not None
    return "" if listed else " ".join(first.bolds)


def _found(units: Sequence[Unit], hits: Sequence[Hit]) -> float:
    """How high the search ranks the passage in which one of the units stands; the hits come best first."""
    best = hits[0].score if hits else 0.0
    scores = (
        hit.score / best
        for hit in hits
        for unit in units
        if best > 0 and hit.plan == unit.plan and hit.chunk.span.start <= unit.span.start < hit.chunk.span.end
    )
    return next(scores, 0.0)
