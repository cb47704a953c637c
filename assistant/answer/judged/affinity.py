"""How far the words of a question are met in meaning by a candidate's evidence: features of the judge.

Words that only resemble each other count in part ("tiền trọ" and "tiền thuê nhà", "ministry" and "bộ"), which
the matching of terms by the lexicon cannot see.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from assistant.answer.evidence.meaning import Alignment, Meaning, plan_words
from assistant.knowledge import Floats, Knowledge, Unit

__all__ = ["affinity", "clause_of"]

READ = 12
"""Units of a candidate that are looked at."""
MET = 0.55
"""Cosine from which a word counts as met."""
_CLAUSE_END_RE = re.compile(r"[;:.](?=\s)|,(?=\s)|\n")


def clause_of(text: str, words: str) -> str:
    """The clause of a text in which these words stand; the whole text when they do not.

    >>> clause_of("Sở A chủ trì tập huấn; Sở B báo cáo trước ngày 15/11", "ngày 15/11")
    'Sở B báo cáo trước ngày 15/11'
    """
    at = text.find(words)
    if not words or at < 0:
        return text
    start = max((m.end() for m in _CLAUSE_END_RE.finditer(text, 0, at)), default=0)
    stop = next((m.start() for m in _CLAUSE_END_RE.finditer(text, at + len(words))), len(text))
    return text[start:stop].strip()


def affinity(
    units: Sequence[Unit],
    bold: str,
    knowledge: Knowledge,
    meaning: Meaning,
    alignment: Alignment,
    fresh: Alignment | None,
) -> dict[str, float]:
    """Shares of the question that are met, 0..1, each word weighed by its length.

    They are told for the units' own words, with what stands around them, and with the plan's name; then the
    heaviest word that none meets, and what the answer's own clause meets.

    ``fresh`` are the words of a follow-up itself, which say what is asked of the old subject or which new
    subject is meant: they are told apart from the words of the question before it.
    """
    read = units[:READ]
    said = [unit.text for unit in read]
    around = {text for unit in read for text in (unit.context, unit.near) if text}
    plans = [plan_words(knowledge.plans[name]) for name in {unit.plan for unit in read}]
    own = meaning.met(alignment, said)
    whole = np.maximum(own, meaning.met(alignment, around))
    every = np.maximum(whole, meaning.met(alignment, plans))
    weights = _shares(alignment)
    row = {
        "soft_own": float(weights @ own),
        "soft_whole": float(weights @ whole),
        "soft_every": float(weights @ every),
        "soft_unmet": float(weights @ (every < MET)),
        "soft_unmet_most": _largest(weights * (1 - every)),
    }
    if fresh is not None:
        own, weights_fresh = meaning.met(fresh, said), _shares(fresh)
        row["fresh_own"] = float(weights_fresh @ own)
        row["fresh_whole"] = float(weights_fresh @ np.maximum(own, meaning.met(fresh, around)))
    if bold:
        clause = meaning.met(alignment, [clause_of(read[0].text, bold)])
        row["soft_clause"] = float(weights @ clause)
        row["soft_echo"] = _echo(meaning, alignment, bold)
    return row


def _shares(alignment: Alignment) -> Floats:
    return np.asarray(alignment.weights / max(float(alignment.weights.sum()), 1e-6))


def _largest(values: Floats) -> float:
    return float(values.max()) if len(values) else 0.0


def _echo(meaning: Meaning, alignment: Alignment, bold: str) -> float:
    """How much of what stands in bold the question has said itself."""
    ids = meaning.words(bold)
    return (
        float(alignment.nearness.take(ids, axis=0).max(axis=1).mean())
        if len(ids) and len(alignment.weights)
        else 0.0
    )
