"""What the plans say, cut into units that an answer can stand on, and ready to be matched.

A unit is one fact (assignment, deadline, target, reference), one table row, one recipient, or one
sentence; each knows its plan, its section and its span. Units are indexed by their words and word
pairs, so that a question is matched against all plans in milliseconds.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from assistant.grams import gram_set, ngrams, tokens
from assistant.measures import measure_of
from assistant.sentences import footnotes_of, sentences_of, walk_parts
from ingest.plan import Assignment, Deadline, Plan, Reference, Section, Span, TableRow, Target
from ingest.spelling import undiacritise

__all__ = [
    "OF_PLAN_RE",
    "PLAN_KINDS",
    "Fact",
    "Floats",
    "Knowledge",
    "Unit",
    "build_knowledge",
    "headed",
    "index_units",
    "is_nobody",
    "told_value",
]

Floats = npt.NDArray[np.float32]
Indices = npt.NDArray[np.int32]
Postings = dict[str, Indices]
"""Which units have a word or pair."""
Fact = Assignment | Deadline | Target | Reference | TableRow

_LEADS_IN_RE = re.compile(r"(?i)(?::|(?<!\w)(?:sau|sau đây|như sau|gồm|gồm có)[:.]?)$")
_NOBODY_RE = re.compile(
    r"(?i)(?:(?:trước|sau|từ|đến|hết|trong|cuối|đầu)\s+)*(?:(?:ngày|tháng|quý|năm)\s+)?(?:\d[\d/.,\s-]*|[IV]+/\d{4})"
)
"""A time or a number, which is nobody."""
PLAN_KINDS = "kế hoạch|chương trình|quyết định|chỉ thị|đề án|phong trào|chiến dịch|đợt thi đua|nghị quyết|quy chế|quy định|hướng dẫn"
"""What a plan may call itself."""
OF_PLAN_RE = re.compile(
    rf"(?i)(?<!\w)(?:{PLAN_KINDS})(?: [^\W\d_]+){{0,2}} này(?!\w)"
    r"|(?:thực hiện|triển khai) (?:(?:tốt|hiệu quả|các|nội dung|nhiệm vụ) )*kế hoạch(?= ?(?:$|[.;,]))"
)
"""The plan itself, which stands for what its title says ("đôn đốc thực hiện Kế hoạch này")."""
_OF_PLAN = frozenset({"assignment", "sentence"})
"""Kinds of units in which it is looked for."""
LONGEST_LEAD_IN = 500
LONGEST_ITEM = 700
"""Letters up to which an item without parts is taken to be about one thing."""


def told_value(target: Target) -> str:
    """A target's number with what it does not say itself of its unit.

    >>> told_value(Target("400 triệu", "xuất khẩu", "I", Span(0, 1), unit="triệu USD"))
    '400 triệu USD'
    >>> told_value(Target("10 - 13%/năm", "tăng", "I", Span(0, 1), unit="%/năm"))
    '10 - 13%/năm'
    """
    unit = (target.unit or "").split()
    if target.unit and target.unit in target.value:
        return target.value
    said = next((n for n in range(len(unit), 0, -1) if target.value.endswith(" ".join(unit[:n]))), 0)
    return " ".join((target.value, *unit[said:]))


def is_nobody(name: str) -> bool:
    """Whether what stands where a body should is a time or a number: a table's empty cell took its neighbour's words.

    >>> is_nobody("Trước 15/02/2026"), is_nobody("Phòng 3")
    (True, False)
    """
    return _NOBODY_RE.fullmatch(name.strip()) is not None


def headed(knowledge: Knowledge, plan: str) -> tuple[Section, ...]:
    """The sections of a plan that have a heading, in reading order."""
    return _headed(knowledge)[plan]


@lru_cache(maxsize=2)
def _headed(knowledge: Knowledge) -> dict[str, tuple[Section, ...]]:
    """The same for all plans: remembered of a library as a whole, so that an old one is let go."""
    return {name: tuple(s for s in walk_parts(plan) if s.heading) for name, plan in knowledge.plans.items()}


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece of evidence. ``text`` is clean; ``span`` is where it stands in the file."""

    plan: str
    kind: str
    text: str
    context: str
    path: str
    heading: str
    span: Span
    fact: Fact | None = None
    at: int = -1
    """Its place among the units of the knowledge; -1 for one that was made for an answer."""
    near: str = ""
    """The whole item or paragraph in which it stands, where that is short: one thing told in several sentences."""
    title: str = ""
    """The plan's title, where the unit speaks of the plan as such: "đôn đốc thực hiện Kế hoạch này"; "" elsewhere."""

    @property
    def meant(self) -> str:
        """Its words to be found by; told and cited is ``text``.

        >>> Unit("a", "sentence", "Đôn đốc thực hiện Kế hoạch này", "", "V.1", "", Span(0, 1), title="Nuôi ong").meant
        'Đôn đốc thực hiện Kế hoạch này Nuôi ong'
        """
        return f"{self.text} {self.title}" if self.title else self.text


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """All units of a set of plans, and how rare each word and word pair is among them."""

    plans: dict[str, Plan]
    units: tuple[Unit, ...]
    grams: tuple[frozenset[str], ...] = field(repr=False)
    own: Postings = field(repr=False)
    """Units by the words and pairs of their own text; of the headings above; of the rest of their item."""
    context: Postings = field(repr=False)
    near: Postings = field(repr=False)
    titles: dict[str, frozenset[str]] = field(repr=False)
    """Words and pairs of each plan's title and type: they name the plan more than a subject in it."""
    by_kind: dict[str, tuple[int, ...]] = field(repr=False)
    frequency: dict[str, int] = field(repr=False)
    """In how many sentences a word or pair stands, with marks; and (see ``folded``) without."""
    folded: dict[str, int] = field(repr=False)
    words: Counter[str] = field(repr=False)
    pairs: Counter[tuple[str, str]] = field(repr=False)
    actors: dict[str, str] = field(repr=False)
    """Every actor's name, folded, and as written."""
    sentences: int = 1

    def rarity(self, gram: str) -> float:
        """Inverse document frequency, 0 for what stands everywhere; the rarest for the unknown.

        BM25's form (Robertson and Spärck Jones), kept above zero.
        """
        seen = self.frequency.get(gram) or self.folded.get(gram) or 0
        return math.log(1 + (self.sentences - seen + 0.5) / (seen + 0.5))

    def known(self, gram: str) -> bool:
        """Whether any plan has this word or pair, with or without marks."""
        return gram in self.frequency or gram in self.folded

    def of(self, *kinds: str) -> npt.NDArray[np.int64]:
        """Indices of the units of these kinds."""
        return _of_kinds(self, kinds)


@lru_cache(maxsize=16)
def _of_kinds(knowledge: Knowledge, kinds: tuple[str, ...]) -> npt.NDArray[np.int64]:
    return np.array([at for kind in kinds for at in knowledge.by_kind.get(kind, ())], np.int64)


def _lead_in(plan: Plan, section: Section) -> str:
    """What an item without a heading says of all its parts ("Mức 45% áp dụng đối với các trường hợp sau:")."""
    if section.heading or not section.children:
        return ""
    said = plan.source.clean[section.range.start : section.children[0].range.start].strip()
    return said if _LEADS_IN_RE.search(said) and len(said) <= LONGEST_LEAD_IN else ""


def _headings(plan: Plan) -> dict[str, tuple[str, str]]:
    """Path -> (nearest heading, all headings and lead-ins above joined)."""
    found: dict[str, tuple[str, str]] = {}

    def descend(sections: Iterable[Section], heading: str, above: str) -> None:
        for section in sections:
            own = section.heading or heading
            joined = " > ".join(part for part in (above, section.heading) if part)
            found.setdefault(section.path, (own, joined))
            below = " > ".join(part for part in (joined, _lead_in(plan, section)) if part)
            descend(section.children, own, below)

    descend(plan.sections, "", "")
    return found


def _above(headings: dict[str, tuple[str, str]], path: str) -> tuple[str, str]:
    return headings.get(path) or headings.get(_numbered(path)) or ("", "")


def _below(unnumbered: Iterable[Section], span: Span, heading: str, context: str) -> tuple[str, str]:
    """The same for what stands below a heading without a number, which no path names."""
    held = next((s for s in unnumbered if s.span.start < span.start < s.span.end), None)
    return (held.heading, f"{context} > {held.heading}") if held else (heading, context)


def _numbered(path: str) -> str:
    """The nearest numbered section of a bullet's path: "II/-3" -> "II"."""
    return re.sub(r"(?:/[-+]\d+)+$", "", path)


def _facts(plan: Plan) -> Iterator[tuple[str, str, Assignment | Deadline | Target | Reference]]:
    """Each fact with its kind and its words."""
    for task in plan.facts.assignments:
        if task.actor and is_nobody(task.actor):
            continue  # the next column's time, moved into an empty cell
        yield "assignment", f"{task.actor or ''} {task.task}", task
    for due in plan.facts.deadlines:
        yield "deadline", " ".join(p for p in (due.what, due.who, due.to, due.via, due.when) if p), due
    for goal in plan.facts.targets:
        yield "target", f"{told_value(goal)} {goal.subject} {goal.condition or ''}", goal
    for ref in plan.facts.references:
        yield "reference", " ".join(p for p in (ref.type, ref.number, ref.issuer, ref.title) if p), ref


def _units(name: str, plan: Plan) -> Iterator[Unit]:
    headings = _headings(plan)
    items = {
        section.path: words
        for section in plan.walk()
        if not section.children and len(words := plan.text(section.range)) <= LONGEST_ITEM
    }
    unnumbered = [s for s in walk_parts(plan) if s.heading and s.kind in {"bullet", "item"}]

    def unit(kind: str, text: str, path: str, span: Span, fact: Fact | None = None) -> Unit:
        heading, context = _below(unnumbered, span, *_above(headings, path))
        if isinstance(fact, TableRow):
            # A row's group ("1. Cà phê") is its subject, which its own cells ("Diện tích") do not repeat.
            table_title = next((t.title for t in plan.tables if fact in t.rows), "")
            context = " > ".join(part for part in (context, table_title, fact.group) if part)
        elif fact is not None:
            # A fact's own words leave some of its sentence out; the sentence is its nearest context.
            context = f"{context}\n{plan.source.quote(span)}"
        title = (plan.letterhead.title or "") if kind in _OF_PLAN and OF_PLAN_RE.search(text) else ""
        context = " > ".join(part for part in (title, context) if part)
        return Unit(
            name,
            kind,
            text,
            context,
            _numbered(path),
            heading,
            span,
            fact,
            near=items.get(path, ""),
            title=title,
        )

    for kind, text, fact in _facts(plan):
        yield unit(kind, text, fact.path, fact.span, fact)
    for table in plan.tables:
        measure = measure_of(plan, table)
        for row in table.rows:
            cells = [
                f"{h}: {c}" if h else c
                for h, c in zip(table.header or [""] * 99, row.cells, strict=False)
                if c
            ]
            if measure and any(cell[-1:].isdigit() for cell in cells[1:]):
                cells.append(f"Đơn vị tính: {measure}")
            yield unit("row", "; ".join(cells), row.path, row.span, row)
    for text, span in zip(plan.closing.recipients, plan.closing.recipient_spans, strict=False):
        yield unit("recipient", text, "closing", span)
    rows = [row.range for table in plan.tables for row in table.rows]
    for section, text, start, end in sentences_of(plan):
        if any(row.start <= start and end <= row.end for row in rows):
            continue  # a table row is a unit of its own, with the names of its columns
        yield unit("sentence", text, section.path, plan.source.span(start, end))
    for path, said, text, start, end in footnotes_of(plan):
        note = unit("sentence", text, path, plan.source.span(start, end))
        yield replace(note, context=f"{note.context}\n{said}", near="")


def build_knowledge(plans: dict[str, Plan]) -> Knowledge:
    """Cut plans (by file name) into units and count their words."""
    made = (unit for name, plan in plans.items() for unit in _units(name, plan))
    units = tuple(replace(unit, at=at) for at, unit in enumerate(made))
    grams = tuple(gram_set(unit.meant, plans[unit.plan].abbreviations) for unit in units)
    by_kind: dict[str, list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        by_kind[unit.kind].append(index)
    frequency: Counter[str] = Counter()
    folded: Counter[str] = Counter()
    for index in (*by_kind["sentence"], *by_kind["row"]):
        found = frozenset(ngrams(tokens(units[index].text)))
        frequency.update(found)
        folded.update(frozenset(undiacritise(gram) for gram in found))
    words, pairs = _count_words(plans.values())
    return Knowledge(
        plans=plans,
        units=units,
        grams=grams,
        own=_postings(grams),
        context=_shared_postings([unit.context for unit in units]),
        near=_shared_postings([unit.near for unit in units]),
        titles={
            name: gram_set(f"{plan.letterhead.doc_type or ''} {plan.letterhead.title or ''}")
            for name, plan in plans.items()
        },
        by_kind={kind: tuple(found) for kind, found in by_kind.items()},
        frequency=dict(frequency),
        folded=dict(folded),
        words=words,
        pairs=pairs,
        actors=_actors(units),
        sentences=max(1, len(by_kind["sentence"]) + len(by_kind["row"])),
    )


def index_units(knowledge: Knowledge, units: Sequence[Unit]) -> Knowledge:
    """The same plans and word counts, with other units to be found among (each ``at`` is its place here)."""
    grams = tuple(gram_set(unit.meant, knowledge.plans[unit.plan].abbreviations) for unit in units)
    by_kind: dict[str, list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        by_kind[unit.kind].append(at)
    return replace(
        knowledge,
        units=tuple(replace(unit, at=at) for at, unit in enumerate(units)),
        grams=grams,
        own=_postings(grams),
        context=_shared_postings([unit.context for unit in units]),
        near=_shared_postings([unit.near for unit in units]),
        by_kind={kind: tuple(found) for kind, found in by_kind.items()},
    )


def _postings(grams: Iterable[frozenset[str]]) -> Postings:
    found: dict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(grams):
        for gram in own:
            found[gram].append(at)
    return {gram: np.array(units, dtype=np.int32) for gram, units in found.items()}


def _shared_postings(texts: Sequence[str]) -> Postings:
    """The same for texts that many units share: each is cut into words once."""
    users: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        users[text].append(at)
    found: dict[str, list[list[int]]] = defaultdict(list)
    for text, units in users.items():
        for gram in gram_set(text):
            found[gram].append(units)
    return {gram: np.array(list(itertools.chain(*parts)), dtype=np.int32) for gram, parts in found.items()}


def _actors(units: Sequence[Unit]) -> dict[str, str]:
    """Names by which a question may call an actor, written in whatever case and without marks."""
    names = (unit.fact.actor for unit in units if isinstance(unit.fact, Assignment) and unit.fact.actor)
    return {undiacritise(" ".join(tokens(name))): name for name in names}


def _count_words(plans: Iterable[Plan]) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for plan in plans:
        for line in plan.source.clean.split("\n"):
            found = tokens(line)
            words.update(found)
            pairs.update(itertools.pairwise(found))
    return words, pairs
