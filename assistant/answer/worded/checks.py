"""The questions put to one sentence of a model: what in it do the cited passages not bear out? Pure.

Each check takes the sentence (without its marks), its claims, the passages that it cites and the language,
and tells whether the sentence is wrong in that one way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from assistant.answer.evidence.claims import Claims, plain, read_claims
from assistant.answer.worded.words import content_words, stray_names
from assistant.model import Language
from ingest.facts.bodies.agencies import Agency, find_agencies, same_agency
from ingest.spelling import match_key

__all__ = ["CHECKS", "Evidence", "Fault", "supports_date"]

Fault = Literal[
    "no_citation", "out_of_range", "link", "language", "number", "date", "symbol", "agency", "name",
    "role", "negation", "comparator", "mixed", "words",
]  # fmt: skip
ENOUGH = 0.75
"""Share of a sentence's content words that the cited passages must have: a synonym or two is phrasing,
a quarter of new words is a new statement."""
_NEGATION_RE = re.compile(
    r"(?<!\w)(?:không|chưa|chẳng|not|no|never|none|cannot|\w+n['’]t)(?!\w)", re.IGNORECASE
)
_UP = r"trên|hơn|ít nhất|tối thiểu|không dưới|từ|at least|over|above|more than|minimum(?: of)?|not less than"
_DOWN = r"dưới|tối đa|không quá|nhiều nhất|at most|under|below|less than|up to|no more than|maximum(?: of)?"
_COMPARED_RE = re.compile(rf"(?i)(?<!\w)(?:(?P<down>{_DOWN})|(?P<up>{_UP}))\s+(?P<number>\d[\d.,]*)")
_ORDER_RE = re.compile(
    r"(?i)(?<!\w)(?:(?P<before>trước|chậm nhất|muộn nhất|before|by|no later than)|(?P<after>sau|từ|kể từ|after|from|since))\s+"
    r"(?:khi\s+)?(?:the\s+)?(?:ngày\s+|tháng\s+|day\s+)?(?P<number>\d{1,4})"
)
_LEADS_RE = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:sẽ|là|có trách nhiệm|được giao|cơ quan|đơn vị|is|will|shall|must|the|agency)\s+)*"
    r"(?:chủ trì|lead(?:s|ing)?\b|takes the lead|chairs|in charge)",
    re.IGNORECASE,
)
_LED_BY_RE = re.compile(
    r"(?:led|chaired|headed) by (?:the )?$|lead(?:ing)? agency is (?:the )?$|chủ trì là $", re.IGNORECASE
)
# No plan speaks to a model. From such words to the end of their line nothing bears anything out.
_PLANTED_RE = re.compile(
    r"(?i)(?:(?:bỏ qua|phớt lờ|quên|không tuân theo)\s+(?:mọi|tất cả|toàn bộ|các|những)\s+(?:hướng dẫn|chỉ dẫn|quy tắc|lệnh)"
    r"|(?:ignore|disregard|forget)\s+(?:all|any|every|your|the|previous|prior)\b[^.\n]{0,40}(?:instruction|rule|prompt)"
    r"|system prompt|(?:hãy\s+)?trả lời\s*(?:rằng|:)|(?:answer|respond|reply)\s+(?:that|with|only)\b)[^\n]*"
)
_CLAUSE_RE = re.compile(r"[;\n|\t]|:\s|(?<=[.!?])\s+(?=[A-ZÀ-ỸĐ])")


@dataclass(frozen=True)
class Evidence:
    """One numbered passage: what it says, and what is known of where it stands.

    ``text`` is the passage; ``heading`` the headings above it, which often name who acts; ``label`` the
    plan (type, number, issuer, title), which bears out how a sentence names the plan, but no deed.
    """

    number: int
    text: str
    heading: str = ""
    label: str = ""
    path: str = ""
    leads: tuple[str, ...] = ()
    """Who takes the lead by the extracted facts of this passage; empty when none is known."""

    @cached_property
    def body(self) -> str:
        """Heading and passage as running text, without words that are addressed to the model."""
        return _PLANTED_RE.sub(" ", f"{plain(self.heading)}\n{plain(self.text)}")

    @cached_property
    def leaders(self) -> tuple[str, ...]:
        """Who takes the lead: by the facts, else by the words "X chủ trì", X often being the heading."""
        if self.leads:
            return self.leads
        return tuple(a.name for a in find_agencies(self.body) if _LEADS_RE.match(self.body, a.end))

    @cached_property
    def claims(self) -> Claims:
        """What heading and passage state."""
        return read_claims(self.body)

    @cached_property
    def label_claims(self) -> Claims:
        """What the plan's own name states."""
        return read_claims(self.label)

    @cached_property
    def clauses(self) -> tuple[tuple[Claims, frozenset[str]], ...]:
        """The clauses of the passage, each with its claims and its words."""
        text = _PLANTED_RE.sub(" ", plain(self.text))
        parts = [part for part in _CLAUSE_RE.split(text) if part and part.strip()]
        return tuple((read_claims(part), content_words(part)) for part in parts)


def supports_date(claimed: str, known: frozenset[str]) -> bool:
    """Whether a date is among the known ones, or is a part of one (its month, its day and month).

    >>> supports_date("2026-06", frozenset({"2026-06-10"})), supports_date("2026-06-10", frozenset({"--06-10"}))
    (True, False)
    """
    if claimed in known:
        return True
    if claimed.startswith("--"):
        return any(date.endswith(claimed[1:]) for date in known)
    return len(claimed) == 7 and "Q" not in claimed and any(date.startswith(claimed) for date in known)


def _wrong_symbol(sentence: str, claims: Claims, cited: Sequence[Evidence], language: Language) -> bool:
    known = {symbol for p in cited for symbol in p.claims.symbols | p.label_claims.symbols}
    return not claims.symbols <= known


def _wrong_date(sentence: str, claims: Claims, cited: Sequence[Evidence], language: Language) -> bool:
    known = frozenset(date for p in cited for date in p.claims.dates)
    slashes = {number for p in cited for number in p.claims.numbers if "/" in number}
    return not all(supports_date(date, known) or _slash(date) in slashes for date in claims.dates)


def _slash(date: str) -> str:
    """Write "--05-15" as a plan may: "15/5"."""
    return f"{int(date[5:7])}/{int(date[2:4])}" if re.fullmatch(r"--\d\d-\d\d", date) else ""


def _wrong_number(sentence: str, claims: Claims, cited: Sequence[Evidence], language: Language) -> bool:
    known = {number for p in cited for number in p.claims.numbers}
    dates = [date for p in cited for date in p.claims.dates]
    years = {date[:4] for date in dates if not date.startswith("--")}
    years |= {n for p in cited for n in p.label_claims.numbers if re.fullmatch(r"(?:19|20)\d\d", n)}
    pairs = {
        f"{int(date[-2:])}/{int(date[-5:-3])}"
        for date in dates
        if re.search(r"\d\d-\d\d$", date) and len(date) > 6
    }
    return not claims.numbers <= known | years | pairs


def _wrong_agency(sentence: str, claims: Claims, cited: Sequence[Evidence], language: Language) -> bool:
    return not all(_agency_known(agency, sentence, cited) for agency in claims.agencies)


_OWNER_RE = re.compile(
    r"(?:kế hoạch|chương trình|hướng dẫn|quyết định|nghị quyết|chỉ thị|công văn|văn bản|plan|document)(?:\s+(?:này|số|no\.?|năm|\d+|;|\S*/\S+))*"
    r"[^.;]{0,60}?\s*(?:của|do|by|of|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _agency_known(agency: Agency, sentence: str, cited: Sequence[Evidence]) -> bool:
    if any(same_agency(agency.name, other.name) for p in cited for other in p.claims.agencies):
        return True
    if any(_stands_alone(agency.name, passage) for passage in cited):
        return True
    # The issuer may be named as the owner of its plan, not as one who acts.
    owner = _OWNER_RE.search(sentence[: agency.start]) is not None
    return owner and any(same_agency(agency.name, o.name) for p in cited for o in p.label_claims.agencies)


def _stands_alone(name: str, passage: Evidence) -> bool:
    """Whether a passage has the very words, outside the longer name of another body."""
    body = match_key(passage.body)
    for place in re.finditer(rf"(?<!\w){re.escape(match_key(name))}(?!\w)", body):
        if not any(a.start <= place.start() and place.end() < a.end for a in passage.claims.agencies):
            return True
    return False


def _wrong_name(sentence: str, claims: Claims, cited: Sequence[Evidence], language: Language) -> bool:
    return bool(stray_names(sentence, [f"{p.body}\n{p.label}" for p in cited], language))


def _wrong_role(sentence: str, claims: Claims, cited: Sequence[Evidence], language: Language) -> bool:
    leaders = [lead for passage in cited for lead in passage.leaders]
    if not leaders:
        return False
    for agency in claims.agencies:
        says = _LEADS_RE.match(sentence, agency.end) or _LED_BY_RE.search(sentence[: agency.start])
        if says and not any(same_agency(agency.name, lead) for lead in leaders):
            return True
    return False


def _wrong_negation(sentence: str, claims: Claims, cited: Sequence[Evidence], language: Language) -> bool:
    found = {word.lower() for word in _NEGATION_RE.findall(sentence)}
    return bool(found) and not any(_NEGATION_RE.search(passage.body) for passage in cited)


def _compared(text: str, shape: re.Pattern[str], one: str, other: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for match in shape.finditer(text):
        value = match["number"].rstrip(".,").lstrip("0")
        found.setdefault(value, set()).add(one if match[one] else other)
    return found


def _wrong_comparator(sentence: str, claims: Claims, cited: Sequence[Evidence], language: Language) -> bool:
    """Find "dưới 85%" for "trên 85%", "sau ngày 15" for "trước ngày 15"."""
    body = "\n".join(passage.body for passage in cited)
    for shape, one, other in ((_COMPARED_RE, "up", "down"), (_ORDER_RE, "before", "after")):
        known = _compared(body, shape, one, other)
        for value, said in _compared(sentence, shape, one, other).items():
            if value in known and not said & known[value]:
                return True
    return False


def _mixed(sentence: str, claims: Claims, cited: Sequence[Evidence], language: Language) -> bool:
    """A value of one clause told of the matter of another: the date of the yearly report for the quarterly one."""
    values = claims.dates | claims.numbers
    clauses = [clause for passage in cited for clause in passage.clauses]
    own = [words for said, words in clauses if values & (said.dates | said.numbers)]
    if not values or not own or language == "en":
        return False
    near = frozenset().union(*own)
    rivals = [
        words
        for said, words in clauses
        if said.dates | said.numbers and not values & (said.dates | said.numbers)
    ]
    neutral = frozenset().union(*(words for said, words in clauses if not said.dates | said.numbers))
    headings = frozenset().union(*(content_words(f"{p.heading} {p.label}") for p in cited))
    foreign = frozenset().union(*rivals) - near - neutral - headings
    return bool(content_words(sentence) & foreign)


def _unsupported(sentence: str, claims: Claims, cited: Sequence[Evidence], language: Language) -> bool:
    if language == "en":
        return False
    words = content_words(sentence)
    known = frozenset().union(*(content_words(f"{p.body}\n{p.label}") for p in cited))
    return bool(words) and len(words & known) < ENOUGH * len(words)


_Check = Callable[[str, Claims, Sequence[Evidence], Language], bool]
CHECKS: tuple[tuple[Fault, _Check], ...] = (
    ("symbol", _wrong_symbol),
    ("date", _wrong_date),
    ("number", _wrong_number),
    ("agency", _wrong_agency),
    ("role", _wrong_role),
    ("comparator", _wrong_comparator),
    ("negation", _wrong_negation),
    ("name", _wrong_name),
    ("mixed", _mixed),
    ("words", _unsupported),
)
