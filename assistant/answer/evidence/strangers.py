"""Words and names of the question that the very plan of a candidate does not have: features of the judge.

What no sentence of a plan mentions, the plan does not tell, however well the other words fit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from assistant.answer.evidence.units import meets
from assistant.grams import gram_set
from assistant.knowledge import Knowledge
from assistant.question.mentioned import texts_of
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.spelling import has_diacritics, match_key

__all__ = [
    "UPPER",
    "grams_of",
    "lacking_in_plans",
    "named_places",
    "names_asked",
    "names_within",
    "unknown_places",
]

UPPER = f"[{''.join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper() and letter.isalpha())}]"
"""A capital letter of any Latin alphabet, marks included."""
_NAME_RE = re.compile(rf"(?<![\w.]){UPPER}\w*(?:\s+{UPPER}\w*)*")
"""Words in a row that begin with a capital."""
_CAPITALS = rf"{UPPER}\w+(?: {UPPER}\w+){{0,2}}"
_PLACE_RE = re.compile(
    rf"(?<!\w)(?:tỉnh|huyện|xã|phường|thôn|bản|thành phố|thị xã|quận|thị trấn|đặc khu|khu) ({_CAPITALS})"
    rf"|(?<!\w)(?!(?:Which|What|The|Each|Every|This|That)\b)({_CAPITALS}) (?:province|commune|ward|village|district|township)\b"
)
"""A name behind or before the word for its level."""
_SENTENCE_END = frozenset(".?!:")
HEAVY = 8.0
"""Rarity of a word that hardly any sentence has."""


def names_asked(question: str, language: str) -> tuple[str, ...]:
    """Names in capitals that a question says, folded; of an English one only those that are not English.

    >>> names_asked("Sở KHCN làm gì ở thôn Bản Phố?", "vi")
    ('ban pho',)
    """
    found = []
    for match in _NAME_RE.finditer(question):
        before = question[: match.start()].rstrip()
        words = match[0].split()
        if not before or before[-1] in _SENTENCE_END:
            words = words[1:]  # the beginning of a sentence, which may be any word
        words = [word for word in words if not word.isupper()]  # short forms, which plans write out
        if words and (language != "en" or any(has_diacritics(word) for word in words)):
            found.append(fold(" ".join(words)))
    return tuple(found)


def names_within(question: str, language: str, text: str, *, marked: bool) -> bool:
    """Whether a text says every name of a question as words of its own; with its marks where the question was typed with them.

    >>> [names_within("Sông Hinh có lũ không?", "vi", "tình hình sông Ba", marked=marked) for marked in (True, False)]
    [False, True]
    """
    folded, spelt = fold(question), match_key(question)
    for name in names_asked(question, language):
        found = re.search(rf"\b{re.escape(name)}\b", folded)
        exact = marked and found is not None and len(folded) == len(spelt)
        said = spelt[found.start() : found.end()] if exact and found else name
        if not re.search(rf"\b{re.escape(said)}\b", match_key(text) if exact else fold(text)):
            return False
    return True


def named_places(question: str) -> tuple[str, ...]:
    """Names of places by the grammar of names: capitals beside a word of level.

    >>> named_places("xã Suối Bạc và tỉnh Sơn Hà"), named_places("Which tasks has Nam Xuan commune?")
    (('Suối Bạc', 'Sơn Hà'), ('Nam Xuan',))
    """
    return tuple(match[1] or match[2] for match in _PLACE_RE.finditer(question))


def unknown_places(question: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Names of places in a question that stand in no plan at all, with or without marks."""
    named = named_places(question)
    return tuple(
        name for name in named if not any(fold(name) in text for text in texts_of(knowledge).values())
    )


@lru_cache(maxsize=4)
def grams_of(knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    """Every word and pair that a plan has anywhere."""
    found: dict[str, set[str]] = {name: set(grams) for name, grams in knowledge.titles.items()}
    for unit, grams in zip(knowledge.units, knowledge.grams, strict=True):
        found[unit.plan] |= grams
    for name, plan in knowledge.plans.items():  # a heading or a table's title may be all that says it
        for heading in (*(part.heading for part in plan.walk()), *(table.title for table in plan.tables)):
            found[name] |= gram_set(heading, plan.abbreviations)
    return {name: frozenset(grams) for name, grams in found.items()}


def lacking_in_plans(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> dict[str, dict[str, float]]:
    """For each of these plans: the share of the subject that it never mentions, the heaviest word, the names."""
    names = names_asked(need.asked, need.language)
    total = sum(term.weight for term in need.terms)
    found = {}
    for plan in plans:
        grams, text = grams_of(knowledge)[plan], texts_of(knowledge)[plan]
        lacking = [term.weight for term in need.terms if not meets(term, grams)]
        found[plan] = {
            "plan_lacks": sum(lacking) / total if total else 0.0,
            "plan_lacks_most": max(lacking, default=0.0) / HEAVY,
            "plan_lacks_name": float(any(name not in text for name in names)),
        }
    return found
