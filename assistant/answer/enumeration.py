"""Lists inside one sentence: "các phường: A, B, C", "gồm: a; b; c", "tại Hà Nội, Hải Phòng và Đà Nẵng".

In: a set that is asked for by its noun. Out: the members that a sentence names behind that noun, with their number
where it is asked.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.cite import Statement
from assistant.answer.evidence import coverage, score_units
from assistant.answer.wording import clip, place, say
from assistant.grams import gram_set
from assistant.knowledge import Knowledge, Unit, index_units
from assistant.question.understand import Need
from assistant.question.wanted import Wanted
from ingest.facts.agencies import find_agencies
from ingest.plan import CELL_SEPARATOR, Span

__all__ = ["Enumeration", "answer_enumeration", "find_lists", "lists_of", "named"]

# Behind these words a list begins whatever it is of; behind the others only one of proper names.
_OPENER_RE = re.compile(
    r"(?i)(?P<sure>:\s+|\(|(?<!\w)(?:bao gồm|gồm có|gồm|như)(?!\w):?\s+)"
    r"|(?<!\w)(?:là|tại|ở|sang|cho|với|của|các|giữa|trên|do|từ|về|những)(?!\w)\s+"
)
_END_RE = re.compile(r"[.:()](?!\d)|$|;")
_HARD_END_RE = re.compile(r"\.(?=\s|$)|:|$")
_JOINT_RE = re.compile(r",\s+")
_AND_RE = re.compile(r"\s+(?:và|hoặc)\s+")
_LABEL_RE = re.compile(r"^(?:\(?(?:[a-zđ]|\d{1,2}|[ivx]+)[).]|[-+•])\s*", re.IGNORECASE)
_CAPITAL_RE = re.compile(r"(?:[A-ZĐÀ-Ỹ][\w-]*|[-–&/]|(?<=\w )(?:và|của|các)(?= [A-ZĐÀ-Ỹ]))(?:\s+|$)")
_LINE_RE = re.compile(r"\S.*")
_SENTENCE_RE = re.compile(r"\S.*?(?:[.!?…](?=\s+[A-ZĐÀ-Ỹ])|$)")
_UNCLOSED_RE = re.compile(r"[“\"][^”\"]*$|^[^“\"]*[”\"]|\([^)]*$|^[^(]*\)")
"""A quotation or bracket that the piece does not hold whole: its commas part no members."""
LONGEST_ITEM, LONGEST_NAME, LONGEST_PART = 9, 16, 60
"""Words of an item between commas, of one that is a name, and of one between semicolons."""
HEAD = 6
"""Words before a list in which the noun of its members stands."""
LOOKED_AT = 40
MOST = 2
NAMED = 0.5
"""Share of the noun that must stand before the list."""
LONGEST = 700
BEFORE = 300
"""Letters before a list that are told with it where its sentence is longer than that."""
LONGEST_LINE = 1200
"""Letters of a line up to which a sentence is about what its neighbours are about."""
BESIDE = 0.1
"""Share of the subject that the rest of the line must add to be told as well."""
PROPER = 0.3
"""What it speaks for a list that its members are proper names, where the noun does not stand before them."""
ABOUT = 0.5
"""Share of the subject that such a list's sentence must say."""


@dataclass(frozen=True, slots=True)
class Enumeration:
    """The members that a text names one after the other; ``head`` are the words before them."""

    head: str
    items: tuple[str, ...]
    start: int
    end: int


@lru_cache(maxsize=8192)
def find_lists(text: str) -> tuple[Enumeration, ...]:
    """Every list of the text, in reading order; of two that end together the longer one.

    >>> [one.items for one in find_lists("Chọn ba nơi (các phường: Hoa Ban, Nà Lay, Bản Mờ) làm mẫu.")]
    [('Hoa Ban', 'Nà Lay', 'Bản Mờ')]
    >>> [one.items for one in find_lists("Hồ sơ gồm: đơn đề nghị; bản sao quyết định; ảnh chụp.")]
    [('đơn đề nghị', 'bản sao quyết định', 'ảnh chụp')]
    >>> [one.items for one in find_lists("Lập khu tự do tại Sơn Hà, Bình Minh và Nậm Sơn trong năm 2030.")]
    [('Sơn Hà', 'Bình Minh', 'Nậm Sơn')]
    """
    found: dict[int, Enumeration] = {}
    for opener in _OPENER_RE.finditer(text):
        for one in _behind(text, opener):
            if one.end not in found or len(one.items) > len(found[one.end].items):
                found[one.end] = one
    return tuple(found[end] for end in sorted(found))


def _behind(text: str, opener: re.Match[str]) -> Iterator[Enumeration]:
    head = " ".join(text[: opener.start() + len(opener[0].rstrip(" :("))].split()[-HEAD:])
    start, sure = opener.end(), opener["sure"] is not None
    stop = _HARD_END_RE.search(text, start)
    end = stop.start() if stop else len(text)
    if "(" in opener[0] and 0 <= (closed := text.find(")", start)) < end:
        end = closed
    if sure and text.count(";", start, end) > 1:
        parts = [_bare(part) for part in text[start:end].split(";")]
        if all(0 < len(part.split()) <= LONGEST_PART for part in parts[:-1]):
            yield Enumeration(head, tuple(part for part in parts if part), start, end)
    stop = _END_RE.search(text, start)
    end = stop.start() if stop else len(text)
    pieces: list[str] = []
    at = start
    for joint in [*_JOINT_RE.finditer(text, start, end), None]:
        piece = text[at : joint.start() if joint else end].strip()
        told = piece if sure else _capitals(piece)
        last = joint is None or told != piece
        parts = _at_and(told) if last else [told]
        if not all(_may_be_member(part) for part in parts):
            if sure and joint:
                return  # a list of which only the beginning is understood
            break
        pieces += parts
        at = joint.end() if joint and not last else at + len(told)
        if last:
            break
    if text[at : at + 1] == ";" and not all(_capitals(piece) for piece in pieces):
        return  # the first member of a list that semicolons part
    if len(pieces) > (1 if sure else 2):
        yield Enumeration(head, tuple(_bare(piece) for piece in pieces), start, at)


def _may_be_member(piece: str) -> bool:
    """Whether a piece between commas is short enough for a member; a name may be longer than common words."""
    longest = LONGEST_NAME if piece[:1].isupper() else LONGEST_ITEM
    return 0 < len(piece.split()) <= longest and not _UNCLOSED_RE.search(piece)


def _at_and(piece: str) -> list[str]:
    """The last two members, parted at their "và", which is not one inside a name ("Sở Khoa học và Công nghệ")."""
    joints = list(_AND_RE.finditer(piece))
    if not joints or any(m.start < joints[-1].start() < m.end for m in find_agencies(piece)):
        return [piece]
    return [piece[: joints[-1].start()], piece[joints[-1].end() :]]


def _bare(item: str) -> str:
    return _LABEL_RE.sub("", item.strip()).strip(" .;,")


def _capitals(piece: str) -> str:
    """The name with which a piece begins: its words that are written with a capital."""
    at = 0
    while match := _CAPITAL_RE.match(piece, at):
        at = match.end()
    return piece[:at].strip()


def answer_enumeration(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[list[Statement]]:
    """One answer for each of the best lists whose noun is the one asked for; [] where no set is asked for."""
    if need.wanted is None or need.wanted.measures or not need.terms:
        return []
    index = lists_of(knowledge)
    told: list[tuple[float, list[Statement]]] = []
    for scored in score_units(index.places, index.places.of("list"), need.terms, plans, most=LOOKED_AT)[
        :LOOKED_AT
    ]:
        one = index.lists[scored.unit.at]
        share = named(one, need.wanted)
        as_many = need.wanted.number == len(one.items)
        proper = scored.coverage >= ABOUT and all(_capitals(item) for item in one.items)
        if share >= NAMED or (not need.wanted.counted and (as_many or proper)):
            rank = scored.score + max(share, PROPER * proper) + as_many
            told.append((rank, _tell(one, scored.unit, need, knowledge)))
    told.sort(key=lambda one: -one[0])
    return [statements for _, statements in told[:MOST]]


def named(one: Enumeration, wanted: Wanted) -> float:
    """How far the members bear the noun: before the list ("các phường: ..."), or each by itself ("Bộ A, Bộ B")."""
    return max(wanted.share(one.head), sum(map(wanted.share, one.items)) / len(one.items))


def _tell(one: Enumeration, line: Unit, need: Need, knowledge: Knowledge) -> list[Statement]:
    sentences = _sentences(knowledge)[line.plan]
    units = tuple(_inside(line.span, sentences))
    text = line.text
    if coverage(need.terms, gram_set(line.near)) > coverage(need.terms, gram_set(text)) + BESIDE:
        # What the list is of stands in a sentence before it ("Nhãn: ... . Thị trường: Úc, Nhật Bản").
        text = line.near
        units = tuple(u for u in sentences if u in units or (u.path == line.path and u.text in text))
    assert need.wanted is not None
    names = clip("; ".join(one.items), LONGEST)
    number = say("count", need.language, n=len(one.items))
    first = f"{number} ({names})" if need.wanted.counted else f"**{names}** ({len(one.items)})"
    where = place(line.path, knowledge.plans[line.plan], need.language)
    return [Statement(first, units), Statement(f"{clip(text, LONGEST)} ({where}).", units)]


def _inside(span: Span, units: Sequence[Unit]) -> list[Unit]:
    """The sentences, in reading order, that stand in a stretch of their plan."""
    at = max(bisect_right(units, span.start, key=lambda unit: unit.span.start) - 1, 0)
    stop = bisect_left(units, span.end, key=lambda unit: unit.span.start)
    return [unit for unit in units[at:stop] if unit.span.end > span.start]


@lru_cache(maxsize=4)
def _sentences(knowledge: Knowledge) -> dict[str, list[Unit]]:
    found: dict[str, list[Unit]] = {name: [] for name in knowledge.plans}
    for at in knowledge.of("sentence"):
        found[knowledge.units[at].plan].append(knowledge.units[at])
    return {name: sorted(units, key=lambda unit: unit.span) for name, units in found.items()}


@dataclass(frozen=True, slots=True)
class _Index:
    """The lists of all plans, and at the same places the sentences in which they stand."""

    lists: tuple[Enumeration, ...]
    places: Knowledge


@lru_cache(maxsize=4)
def lists_of(knowledge: Knowledge) -> _Index:
    """Every list in the sentences of the plans, which are not parted at colons and semicolons for it."""
    found: list[tuple[Enumeration, Unit]] = []
    for name, units in _sentences(knowledge).items():
        source = knowledge.plans[name].source
        for line in _LINE_RE.finditer(source.clean, 0, source.body_end):
            beside = line[0] if len(line[0]) <= LONGEST_LINE else ""
            for sentence in () if CELL_SEPARATOR in line[0] else _SENTENCE_RE.finditer(line[0]):
                for one in find_lists(sentence[0]):
                    start, end = sentence.span()
                    if end - start > LONGEST:  # of a table whose cells ran together
                        start, end = max(start, sentence.start() + one.start - BEFORE), start + one.end
                    span = source.span(line.start() + start, line.start() + end)
                    if inside := _inside(span, units):
                        at, text = inside[0], line[0][start:end]
                        found.append(
                            (
                                one,
                                Unit(name, "list", text, at.context, at.path, at.heading, span, near=beside),
                            )
                        )
    return _Index(
        tuple(one for one, _ in found),
        index_units(knowledge, [place for _, place in found]),
    )
