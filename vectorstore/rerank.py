"""Order the first passages anew: what each of them is and says, beside what is asked.

A linear model over the features below; its weights (``data/rerank.json``) are fitted and cross-validated by
``python -m eval.fit_ranking``. It orders passages of one question only: the score means nothing across questions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from ingest.plan import Chunk
from ingest.spelling import undiacritise
from vectorstore.catalog import Key
from vectorstore.offered import MARKS, has, place, spelled
from vectorstore.search import Query, Scored
from vectorstore.sought import sought
from vectorstore.translate import FUNCTION_WORDS

__all__ = ["RERANKED", "WEIGHTS_FILE", "Rarity", "describe", "rerank", "want"]

WEIGHTS_FILE = Path(__file__).parent / "data" / "rerank.json"
RERANKED = 60
"""Passages that are ordered anew: of the development questions' right ones .998 are among them, .977 among 30."""
TRANSLATED = 1.2
"""A phrase that translates an English word is rarer than its syllables."""
LONGEST_HEADING = 8
"""Words of a heading that a question may say in full."""
Rarity = Callable[[Collection[str]], Mapping[str, float]]
"""How rare words without marks are among the passages."""
Unit = tuple[tuple[str, ...], float]
"""Phrases of which any will do, and what having one weighs."""

# What is asked for, and what of a passage may tell it.
_FITS: Mapping[str, str] = {
    "signer": "foot",
    "recipients": "foot",
    "basis": "basis, symbol",
    "number": "head, symbol",
    "issued": "head",
    "issuer": "head, foot, basis",
    "funding": "money, in funding",
    "when": "date, deadline",
    "who": "body first, in tasks, lead, foot",
    "lead": "lead, in tasks, body first",
    "help": "help",
    "advise": "advise, in tasks",
    "many": "count, share, amount, row",
    "share": "share",
    "target": "in targets, share",
    "report": "report, in reports, in tasks",
    "destination": "sending, foot, in reports, end, report",
    "duties": "in tasks, body first, lead",
    "list": "lines, row, foot",
    "effect": "effect, in effect",
    "proposer": "basis, proposal",
    "purpose": "in purpose",
    "scope": "in scope",
    "trouble": "trouble, end",
    "praise": "in praise",
}
# What of a passage may speak against it: it has the plan's name, and names much.
_MISFITS: Mapping[str, str] = {
    "signer": "head",
    "recipients": "head",
    "basis": "head",
    "when": "head",
    "who": "head",
    "lead": "help",
    "help": "lead",
    "many": "head, foot",
    "share": "row",
    "report": "head",
    "duties": "short, head",
}
_OWN = (
    "head",
    "basis",
    "foot",
    "end",
    "row",
    "annex",
    "short",
    "body first",
    "in tasks",
    "in targets",
    "in purpose",
    "gap",
)
_PAIRS = tuple(
    (sort, offer)
    for table in (_FITS, _MISFITS)
    for sort, listed in table.items()
    for offer in listed.split(", ")
)
_GOOD = frozenset((sort, offer) for sort, listed in _FITS.items() for offer in listed.split(", "))
_WORD_RE = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question as it is compared with passages."""

    units: tuple[Unit, ...]
    """Its words (and translations), without those that only name the plan."""
    pairs: tuple[str, ...]
    """Neighbouring words as they stand."""
    said: frozenset[str]
    """Every word of it, translations too."""
    fits: tuple[tuple[str, str], ...]
    """The pairs of the table that its cues call for."""


def want(query: Query, rarity: Rarity) -> Wanted:
    """Prepare a question: its words weighted by rarity, and what its cues ask for."""
    typed = [undiacritise(word).lower() for word in _WORD_RE.findall(query.text)]
    covered = {at for found in query.translated for at in range(found.start, found.end)}
    skipped = FUNCTION_WORDS if query.kind == "foreign" else frozenset[str]()
    alone = [(at, word) for at, word in enumerate(typed) if at not in covered and word not in skipped]
    groups = [
        tuple(" ".join(map(undiacritise, phrase)) for phrase, _ in found.phrases)
        for found in query.translated
    ]
    rare = rarity({word for _, word in alone} | {word for group in groups for word in group[0].split()})
    units: dict[tuple[str, ...], float] = {
        (f" {word} ",): rare[word] for _, word in alone if word not in query.named
    }
    for group in groups:
        parts = [rare[word] for word in group[0].split()]
        units[tuple(f" {phrase} " for phrase in group)] = TRANSLATED * sum(parts) / len(parts)
    sorts = sought(query.text)
    return Wanted(
        units=tuple(units.items()),
        pairs=tuple(f" {one} {two} " for (at, one), (then, two) in pairwise(alone) if then == at + 1),
        said=frozenset(
            {word for _, word in alone} | {w for group in groups for phrase in group for w in phrase.split()}
        ),
        fits=tuple(pair for pair in _PAIRS if pair[0] in sorts),
    )


@dataclass(frozen=True, slots=True)
class _Own:
    """What of a question the title of one plan does not already say."""

    units: tuple[Unit, ...]
    weight: float
    pairs: tuple[str, ...]

    @classmethod
    def of(cls, wanted: Wanted, title: str) -> _Own:
        named = spelled(title)
        units = tuple(unit for unit in wanted.units if not any(phrase in named for phrase in unit[0]))
        pairs = tuple(pair for pair in wanted.pairs if pair not in named)
        return cls(units, sum(weight for _, weight in units), pairs)

    def share(self, there: str) -> float:
        """The weight of the words that a text has, of all their weight."""
        if not self.weight:
            return 0.0
        met = 0.0
        for phrases, weight in self.units:
            for phrase in phrases:
                if phrase in there:
                    met += weight
                    break
        return met / self.weight


def describe(
    wanted: Wanted, found: Sequence[Scored], chunks: Mapping[Key, Chunk]
) -> Iterator[dict[str, float]]:
    """The features of each passage, about 0..1; those left out are 0."""
    best = max((one.score for one in found), default=0.0) or 1.0
    nearest = max((one.dense for one in found), default=0.0) or 1.0
    plans: dict[int, float] = {}
    own: dict[str, _Own] = {}
    for one in found:
        plans[one.key[0]] = max(plans.get(one.key[0], 0.0), one.score / best)
    for at, one in enumerate(found):
        chunk = chunks[one.key]
        title, _, trail = chunk.title_line.partition(" > ")
        if title not in own:
            own[title] = _Own.of(wanted, title)
        yield {
            "fused": one.score / best,
            "first": 1 / (1 + at),
            "dense": one.dense / nearest,
            "plan": plans[one.key[0]],
            **_words(wanted, own[title], trail, chunk.text),
            **_offers(wanted, chunk),
        }


def _words(wanted: Wanted, own: _Own, trail: str, text: str) -> dict[str, float]:
    """How much of what the plan's title does not say stands in the passage and the headings above it."""
    above, within = spelled(trail), spelled(text)
    heading = _heading(trail)
    said = sum(word in wanted.said for word in heading) / len(heading) if heading else 0.0
    pairs = sum(pair in within for pair in own.pairs)
    return {
        "own": own.share(f"{within}{above}"),
        "own above": own.share(above),
        "own pairs": pairs / len(wanted.pairs) if wanted.pairs else 0.0,
        "heading": said,
        "whole heading": float(said == 1 and len(heading) < LONGEST_HEADING),
    }


@lru_cache(maxsize=8192)
def _heading(trail: str) -> tuple[str, ...]:
    """The words of the nearest heading."""
    words = spelled(trail.rpartition(" > ")[2]).split()
    return tuple(word for word in words if word.isalpha() and len(word) > 1)


def _offers(wanted: Wanted, chunk: Chunk) -> dict[str, float]:
    """What the passage is, and where that is what the question's cues call for."""
    places = place(chunk)

    def offers(name: str) -> bool:
        return has(chunk.text, name) if name in MARKS else name in places

    met = [(sort, offer) for sort, offer in wanted.fits if offers(offer)]
    row = {name: 1.0 for name in _OWN if offers(name)} | {f"{sort} & {offer}": 1.0 for sort, offer in met}
    sorts = {sort for sort, _ in wanted.fits}
    if sorts:
        row["fits"] = len({sort for sort, offer in met if (sort, offer) in _GOOD}) / len(sorts)
    return row


@cache
def _weights() -> dict[str, float]:
    found: dict[str, float] = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    return found


def rerank(
    query: Query, found: Sequence[Scored], chunks: Mapping[Key, Chunk], rarity: Rarity
) -> list[Scored]:
    """The passages in a new order, best first, ``score`` still at most 1; those of no plan keep theirs.

    Every passage must be in ``chunks``. Passages without a path are of no plan: there the features say nothing.
    """
    if not found or not chunks[found[0].key].path:
        return list(found)
    weights = _weights()
    top = sum(weight for weight in weights.values() if weight > 0)
    rows = describe(want(query, rarity), found, chunks)
    scores = [sum(weights.get(name, 0.0) * value for name, value in row.items()) / top for row in rows]
    ranked = [replace(one, score=max(score, 0.0)) for one, score in zip(found, scores, strict=True)]
    order = sorted(range(len(found)), key=lambda at: (-scores[at], at))
    return [ranked[at] for at in order]
