"""Numbers to be reached: value with comparator, unit, subject, condition.

A percentage is a target wherever a plan sets tasks or goals; a plain count only with a word that makes it one ("ít nhất",
"phấn đấu", "trở lên") or under a heading of goals. Dates, document numbers, ages and statistics of the past are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.facts.amounts.accepted import Field, accepted_numbers
from ingest.facts.amounts.counted import is_share_of_all, share_start
from ingest.facts.amounts.stated import goes_on, heads_rate, heads_scale, names_rate, names_scale
from ingest.facts.amounts.subjects import (
    LEAD_RE,
    apart_from_case,
    closed_words,
    only_timed,
    subject_of,
    without_time,
)
from ingest.facts.cited.references import find_mentions
from ingest.facts.language.blocks import Block
from ingest.facts.language.comparators import Comparator, comparator_of, read_number, unspelled
from ingest.facts.language.sentences import split_clauses, split_sentences
from ingest.facts.tasks.cases import NORMATIVE, describes_goods
from ingest.facts.tasks.headings import ARTICLE_RE, PAST_PATTERN, tells_past
from ingest.facts.tasks.shares import shared_predicate
from ingest.plan import Range
from ingest.spelling import spaced_re

__all__ = ["FoundTarget", "find_targets", "read_targets"]


# A heading that opens with aims, or ends by telling that they follow; deep in a long one they are told of, and an
# indicator of statistics is none.
_GOALS_RE = spaced_re(
    r"(?i)(?:^|/\s)\s*(?:[^\s/]+ ){0,6}?\W*(?:mục tiêu|chỉ tiêu(?! (?:\w+ \w+ )?thống kê)|kết quả (?:cần )?(?:đạt|phấn đấu))"
    r"|(?:mục tiêu|chỉ tiêu(?! (?:\w+ \w+ )?thống kê))(?: [^\s/:;.,]+){0,5}? (?:như )?sau(?: đây)?\s*:?\s*(?:$|/\s)"
)
_PAST_RE = re.compile(rf"{PAST_PATTERN}|(?i:kinh\s+phí|khái\s+niệm)")
# A norm has no such chapters: its "sử dụng kinh phí" or "hạn chế kinh doanh" sets limits.
_TERMS_RE = spaced_re(r"(?i)giải thích từ ngữ|khái niệm")
_HORIZON_RE = spaced_re(
    r"(?i)(?:đến|trong|tới|vào|hết) (?:hết |cuối )?(?:năm (?:19|20)\d\d|giai đoạn (?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d)|giai đoạn (?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d"
)
_PART_RE = re.compile(r"(?i)(?<!\w)trong\s+đó(?!\w)")


@dataclass(frozen=True, slots=True)
class FoundTarget:
    """A target in offsets of the text that was searched (clean offsets once placed)."""

    value: str
    subject: str
    range: Range
    comparator: Comparator = "="
    number: float | None = None
    upper: float | None = None
    unit: str | None = None
    condition: str | None = None
    path: str = ""


def read_targets(
    text: str,
    body: int = 0,
    goals: bool = False,
    scale: bool = False,
    *,
    norm: bool = False,
    sheet: bool = False,
    rates: bool = False,
    named: bool = False,
) -> tuple[FoundTarget, ...]:
    """Find the targets of one block of text.

    >>> found = read_targets("- Trên 85% cán bộ được tập huấn; mỗi xã có từ 01 - 02 mô hình điển hình.", 2, goals=True)
    >>> [(t.value, t.comparator, t.number, t.upper, t.unit, t.subject) for t in found]
    [('Trên 85%', '>', 85.0, None, '%', 'cán bộ được tập huấn'), ('từ 01 - 02', 'range', 1.0, 2.0, 'mô hình', 'mô hình điển hình')]
    """
    text = unspelled(text)
    mentions = find_mentions(text)
    taken, titles = tuple(one.core for one in mentions), tuple(one.range for one in mentions)
    found: list[FoundTarget] = []
    for sentence in split_sentences(text):
        shared: str | None = None
        set_before = False
        whole: FoundTarget | None = None
        place = Range(max(sentence.start, body), sentence.end)
        stated = scale or names_scale(text[max(sentence.start, body) : sentence.end])
        for clause in split_clauses(text, sentence):
            clause = Range(max(clause.start, body), clause.end)
            further = set_before and goes_on(text, clause)
            field = Field(text, clause, goals, taken, titles, stated, norm, sheet, rates, named, further)
            matches = accepted_numbers(field)
            set_before = bool(matches)
            lead = LEAD_RE.match(text, clause.start, clause.end)
            if matches and lead and lead.end() <= matches[0].start() + 1:
                shared = lead["condition"].strip()
            floor, last = clause.start, whole
            for index, match in enumerate(matches):
                ceiling = matches[index + 1].start() if index + 1 < len(matches) else clause.end
                ceiling = share_start(text, match.end("number"), ceiling) if ceiling < clause.end else ceiling
                subject, condition = subject_of(text, clause.start, match, Range(floor, ceiling), goals=goals)
                subject, condition = apart_from_case(text, match, ceiling, subject, condition)
                subject = subject or (last.subject if last else "")
                if common := shared_predicate(text, match.start("number"), clause.end):
                    subject = f"{subject} {text[common.start : common.end].strip()}"
                target = _target(match, subject, condition or shared, place)
                if last and target.unit == last.unit and (when := only_timed(target.subject)):
                    own, subject = target.condition or when, without_time(last.subject)
                    target = replace(target, subject=subject, condition=own)
                found.append(last := target)
                whole = whole if _PART_RE.search(text, clause.start, match.start()) else target
                floor = match.end()
    return tuple(found)


def _target(match: re.Match[str], subject: str, condition: str | None, place: Range) -> FoundTarget:
    percent = match["percent"] or match["percent1"]
    after = (match["after"] or "") + (match["after2"] or "")
    end = max(
        match.end(name) for name in ("number", "fraction", "upper", "percent1", "percent", "after", "rest")
    )
    value = match.string[match.start() : end]
    if match["after2"] and match["unit"]:
        value = match.string[match.start() : match.end("after2")]
    unit = (
        re.sub(r"\s+", "", percent)
        if percent
        else " ".join(w for w in ((match["rest"] or "").strip(), match["unit"] or "") if w)
        + (match["per"] or "")
        or None
    )
    return FoundTarget(
        value=re.sub(r" {2,}", " ", value.strip()),
        subject=closed_words(re.sub(r"\s+", " ", subject if "”" in subject else subject.lstrip("“"))),
        range=place,
        comparator=comparator_of(match["before"] or "", after.lower(), match["upper"]),
        number=read_number(match["number"])
        if not match["fraction"] or is_share_of_all(value, match.start("number") - match.start())
        else None,
        upper=read_number(match["upper"]) if match["upper"] else None,
        unit=unit,
        condition=condition,
    )


def find_targets(blocks: tuple[Block, ...], doc_type: str | None = None) -> tuple[FoundTarget, ...]:
    """Find the targets of a whole document of the type ``doc_type``, with clean offsets."""
    found: list[FoundTarget] = []
    normative = doc_type in NORMATIVE
    for block in blocks:
        headings = block.headings()
        goals = _GOALS_RE.search(headings) is not None
        rates = not goals and ARTICLE_RE.search(block.path) is not None
        speaks = block.speaks or (rates and block.kind == "heading" and heads_rate(block.text))
        norm = normative and rates
        sheet = normative and not goals and not norm and block.path.startswith("annex")
        past = not goals and tells_past([one.heading for one in block.chain], _TERMS_RE if norm else _PAST_RE)
        if not speaks or past or (sheet and describes_goods(block.text)):
            continue
        horizon = _HORIZON_RE.search(headings)
        scale = heads_scale(headings) and not sheet
        named = rates and names_rate(headings)
        for target in read_targets(
            block.text, block.body, goals, scale, norm=norm, sheet=sheet, rates=rates, named=named
        ):
            where = block.clean(target.range.start, target.range.end)
            condition = target.condition or (horizon[0] if horizon else None)
            found.append(replace(target, range=where, condition=condition, path=block.path))
    return tuple(found)
