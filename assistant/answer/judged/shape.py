"""Whether an answer has the shape that its question asks for: a day, two things told; features of the judge."""

from __future__ import annotations

from assistant.answer.candidates import Candidate
from assistant.question.cues import cue_text
from assistant.question.sort import asked_sort
from assistant.question.two import asks_two, doubts_places, offers_values

__all__ = ["shape"]


def shape(candidate: Candidate) -> dict[str, float]:
    """For questions about two things whether two are told; {} for yes-or-no questions.

    For those that ask for a day, whether what is told has no number and so cannot be one.
    """
    need = candidate.need
    sort, folded = asked_sort(need), cue_text(need.question)
    if sort == "yesno":
        return {}
    two = _tells_two(candidate)
    if sort == "several":
        return {"two_told": float(two), "two_lacking": float(not two)}
    if asks_two(folded) or doubts_places(folded) or offers_values(folded):
        return {"two_perhaps_told": float(two)}
    return {}


def _tells_two(candidate: Candidate) -> bool:
    """Whether several lines stand side by side (rows of a table, points), from several places or with several values."""
    lines = [s for s in candidate.statements if s.units and s.text.lstrip().startswith(("|", "- "))]
    return len(lines) > 1 and len({s.text for s in lines}) > 1
