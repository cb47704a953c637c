"""Two places that say nearly the same with different values: what a doubting question is about.

"Sao chỗ này ghi 90 %, chỗ kia 95 %": the two sentences (or rows) on the matter that share most of their words and
have numbers or dates of their own. Both are told, each with the values that only it has.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from assistant.answer.cite import Statement
from assistant.answer.evidence import nearest, score_units
from assistant.answer.wording import clip, place, plan_label, say
from assistant.knowledge import Floats, Knowledge, Unit
from assistant.question.cues import cue_text
from assistant.question.naming import fold
from assistant.question.two import doubts_places, offers_values
from assistant.question.understand import Need

__all__ = ["answer_differing", "counting"]

ENOUGH = 0.4
"""Share of the subject that a place must say, unless it is near in meaning."""
BY_WORDS, BY_MEANING = 24, 12
ALIKE = 0.45
"""Share of the shorter one's words that the other has."""
LIKENESS = 0.5
"""What likeness counts beside being on the matter."""
SAME_COUNT = 0.5
"""What it adds that one thing is counted in both places."""
RARE = 5
"""Places that may count one thing, of which two are held against each other."""
ELSEWHERE = 0.2
"""What it counts that two places stand in different parts of the plan."""
MOST = 2
LONGEST = 400
_TOKEN_RE = re.compile(
    r"(?i:\d{1,2} tháng \d{1,2}(?: năm \d{4})?|tháng \d{1,2}(?:[/-]\d{4}| năm \d{4})?)|\d+(?:[.,/]\d+)*(?:\s?[-–]\s?\d+(?:[.,/]\d+)*)?(?:\s?%)?(?:-[A-ZĐ][\w/-]*|/[\w/-]*[A-ZĐ][\w/-]*)?"
)
_COUNT_RE = re.compile(r"(?<![\w.,/-])(\d+(?:[.,]\d+)*)\s+([^\W\d_]{2,}\s+[^\W\d_]{2,})")
"""A number and the two words behind it."""
_WORD_RE = re.compile(r"[^\W\d_]{2,}")
_LABEL_RE = re.compile(r"^\W*(?:\d+(?:\.\d+)*|[a-zđ])[.)]\s|(?<!\w)S?TT: ?\d+;")
"""What numbers a point or a row says nothing."""


def answer_differing(
    need: Need, knowledge: Knowledge, plans: Sequence[str], near: Floats
) -> list[list[Statement]]:
    """The pairs of places that differ, the likeliest first; [] where the question doubts nothing."""
    folded = cue_text(need.question)
    if not (need.kind == "conflict" or doubts_places(folded) or offers_values(folded)):
        return []
    places = _with_same_counts(_places(need, knowledge, plans, near), knowledge)
    offered = frozenset(_plain(value) for value in _TOKEN_RE.findall(need.question))
    found: list[tuple[float, Unit, Unit]] = []
    for (one, weight), (other, too) in itertools.combinations(places, 2):
        if one.plan == other.plan and one.span != other.span and (alike := _likeness(one, other)):
            said = len(offered & (_values(one) ^ _values(other)))
            apart = ELSEWHERE * (_part(one) != _part(other))
            found.append((weight + too + LIKENESS * alike + said + apart, one, other))
    found.sort(key=lambda pair: -pair[0])
    return [_told(one, other, need, knowledge) for _, one, other in found[:MOST]]


def _places(need: Need, knowledge: Knowledge, plans: Sequence[str], near: Floats) -> list[tuple[Unit, float]]:
    """Sentences and rows on the matter with how much they are: by words (not those of numbers), by meaning."""
    terms = tuple(term for term in need.terms if re.search(r"[^\W\d_]", term.text))
    kinds = knowledge.of("sentence", "row")
    scored = score_units(knowledge, kinds, terms, plans, most=BY_WORDS) if terms else []
    weights = {s.unit.at: s.coverage for s in scored[:BY_WORDS] if s.coverage >= ENOUGH}
    meant = nearest(knowledge, near, 8 * BY_MEANING, {"sentence", "row"}, plans)
    weights = {unit.at: float(near[unit.at]) for unit in meant[:BY_MEANING]} | weights
    return [(knowledge.units[at], weight) for at, weight in weights.items()]


def _part(unit: Unit) -> str:
    """The main part of the plan in which a unit stands."""
    return re.split(r"[./ ]", unit.path)[0]


def _plain(value: str) -> str:
    return re.sub(r"\s?[-–]\s?", "-", value).lstrip("0").rstrip("% ") or "0"


def _values(unit: Unit) -> frozenset[str]:
    return frozenset(_plain(value) for value in _TOKEN_RE.findall(_LABEL_RE.sub("", unit.text)))


def _shape(value: str) -> str:
    """What sort of value it is: dates of all spellings are one, numbers another, symbols a third."""
    if re.search(r"(?i)tháng|^\d{1,2}/\d{1,2}(?:/\d{4})?$", value):
        return "date"
    return "symbol" if re.search(r"[^\W\d_]", value) else "number"


def _likeness(one: Unit, other: Unit) -> float:
    """Share of words in common, 0 where too few are or where one has no value of its own.

    That both count one thing, each with another number, is enough ("137 cơ sở nhà đất", "139 cơ sở nhà đất").
    """
    own, theirs = _values(one) - _values(other), _values(other) - _values(one)
    if not {_shape(value) for value in own} & {_shape(value) for value in theirs}:
        return 0.0
    words, others = (frozenset(_WORD_RE.findall(fold(unit.text))) for unit in (one, other))
    share = len(words & others) / max(1, min(len(words), len(others)))
    first, second = _counts(one), _counts(other)
    if any(first[noun] != second[noun] for noun in first.keys() & second.keys()):
        return share + SAME_COUNT
    return share if share >= ALIKE else 0.0


@lru_cache(maxsize=20_000)
def _counted(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((fold(m[2]), _plain(m[1])) for m in _COUNT_RE.finditer(_LABEL_RE.sub("", text)))


def _counts(unit: Unit) -> dict[str, str]:
    """What a place counts (two words behind a number) and the number."""
    return dict(_counted(unit.text))


@lru_cache(maxsize=4)
def counting(knowledge: Knowledge) -> Mapping[tuple[str, str], Sequence[Unit]]:
    """The sentences and rows of each plan by what they count."""
    found: dict[tuple[str, str], list[Unit]] = {}
    for at in knowledge.of("sentence", "row"):
        unit = knowledge.units[at]
        for noun in _counts(unit):
            found.setdefault((unit.plan, noun), []).append(unit)
    return found


def _with_same_counts(places: list[tuple[Unit, float]], knowledge: Knowledge) -> list[tuple[Unit, float]]:
    """The places, and those that count the same thing as one of the likeliest of them."""
    known = {unit.at for unit, _ in places}
    counted = counting(knowledge)
    more: dict[int, Unit] = {}
    for unit, _ in sorted(places, key=lambda place: -place[1])[:BY_MEANING]:
        for noun in _counts(unit):
            others = counted[unit.plan, noun]
            if len(others) <= RARE:
                more |= {other.at: other for other in others if other.at not in known}
    return [*places, *((unit, 0.0) for unit in more.values())]


def _told(one: Unit, other: Unit, need: Need, knowledge: Knowledge) -> list[Statement]:
    label = plan_label(knowledge.plans[one.plan])
    lines = []
    for unit, beside in ((one, other), (other, one)):
        theirs = _values(beside)
        own = [v for v in _TOKEN_RE.findall(_LABEL_RE.sub("", unit.text)) if _plain(v) not in theirs]
        where = place(unit.path, knowledge.plans[unit.plan], need.language)
        bold = "; ".join(dict.fromkeys(own))
        lines.append(Statement(f"- **{clip(bold, 80)}**: {clip(unit.text, LONGEST)} ({where})", (unit,)))
    return [Statement(f"{say('differ', need.language)} {label}:"), *lines]
