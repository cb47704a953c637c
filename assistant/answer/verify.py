"""A model's sentence is kept only if the words it cites bear it out.

Pure: a sentence and the numbered evidence go in, a verdict comes out. Every number, date, document
symbol and agency of the sentence must stand in the cited passages; most of its words too, where
sentence and passage are in one language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.knowledge import tokens
from ingest.facts.agencies import find_agencies, same_agency
from ingest.spelling import match_key

__all__ = ["Verdict", "check_sentence", "split_sentences"]

MARK_RE = re.compile(r"\[(\d+)\]")
_SYMBOL_RE = re.compile(r"\d+\s?[-/]\s?[A-ZĐ][\w/&-]*")
_NUMBER_RE = re.compile(r"\d+(?:[.,]\d+)*")
_MONTHS = {
    name: str(number)
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}
# A full stop ends a sentence unless it stands in an abbreviation, a number or a list label.
_END_RE = re.compile(
    r"(?<=[.!?…])(?:\s*\[\d+\])*(?=\s|$)|(?:\[\d+\])+[.!?…]?(?=\s+[A-ZÀ-ỸĐ*“\"-]|\s*\n|\s*$)|\n+"
)
_ABBREVIATION_RE = re.compile(r"(?:\b(?:TP|TX|Tp|TT|ThS|TS|GS|PGS|St|No|Art|Sec|Mr|Mrs|Ms|Dr)|\b[A-ZĐ])\.$")
SUPPORTED = 0.5
"""Share of a Vietnamese sentence's words that its evidence must hold."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sentence may be shown, and why not."""

    kept: bool
    reason: str = ""


def split_sentences(text: str) -> list[str]:
    """Cut at sentence ends; marks behind the stop belong to the sentence before.

    >>> split_sentences("Thanh tra tỉnh chủ trì. [1] Sở Nội vụ của TP. Huế phối hợp [2].")
    ['Thanh tra tỉnh chủ trì. [1]', 'Sở Nội vụ của TP. Huế phối hợp [2].']
    """
    found, at = [], 0
    for match in _END_RE.finditer(text):
        piece = text[at : match.end()].strip()
        if piece and not _ABBREVIATION_RE.search(text[at : match.start()].rstrip()):
            found.append(piece)
            at = match.end()
    return [*found, rest] if (rest := text[at:].strip()) else found


def check_sentence(sentence: str, evidence: Sequence[str], *, vietnamese: bool) -> Verdict:
    """Judge one sentence against the passages that it cites (``[1]`` is the first of ``evidence``).

    >>> evidence = ["Sở Nội vụ báo cáo trước ngày 15/5/2024."]
    >>> check_sentence("Sở Nội vụ báo cáo trước ngày 15 tháng 5 năm 2024 [1].", evidence, vietnamese=True).kept
    True
    >>> check_sentence("Sở Nội vụ báo cáo trước ngày 16/5/2024 [1].", evidence, vietnamese=True).reason
    'number 16'
    """
    numbers = [int(mark) for mark in MARK_RE.findall(sentence)]
    if not numbers:
        return Verdict(False, "no citation")
    if any(not 1 <= number <= len(evidence) for number in numbers):
        return Verdict(False, "citation out of range")
    support = "\n".join(evidence[number - 1] for number in numbers)
    bare = MARK_RE.sub("", sentence).replace("**", "")
    for fault in (_symbol_fault(bare, support), _number_fault(bare, support), _agency_fault(bare, support)):
        if fault:
            return Verdict(False, fault)
    if vietnamese and _share(bare, support) < SUPPORTED:
        return Verdict(False, "words not in the passage")
    return Verdict(True)


def _symbols(text: str) -> set[str]:
    return {re.sub(r"\s", "", symbol).upper() for symbol in _SYMBOL_RE.findall(text)}


def _symbol_fault(sentence: str, support: str) -> str:
    strange = _symbols(sentence) - _symbols(support)
    return f"symbol {min(strange)}" if strange else ""


def _numbers(text: str) -> set[str]:
    """All numbers, leading zeros dropped; a date in any spelling is its day, month and year."""
    named = {_MONTHS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in _MONTHS}
    return named | {number.lstrip("0") or "0" for number in _NUMBER_RE.findall(text)}


def _number_fault(sentence: str, support: str) -> str:
    strange = _numbers(sentence) - _numbers(support)
    return f"number {min(strange)}" if strange else ""


def _agency_fault(sentence: str, support: str) -> str:
    known = [agency.name for agency in find_agencies(support)]
    inside = match_key(" ".join(support.split()))
    for agency in find_agencies(sentence):
        if match_key(agency.name) not in inside and not any(same_agency(agency.name, name) for name in known):
            return f"agency {agency.name}"
    return ""


def _share(sentence: str, support: str) -> float:
    wanted, held = set(tokens(sentence)), set(tokens(support))
    return len(wanted & held) / len(wanted) if wanted else 0.0
