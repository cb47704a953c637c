"""What a reading may claim: applied, doubtful, or a visible gap. No name and no number is ever guessed."""

from __future__ import annotations

from typing import NamedTuple

from ingest.plan import VISIBLE_GAP
from ingest.repair.lost_glyphs_channel import Channel
from ingest.repair.lost_glyphs_lattice import Reading, Stretch
from ingest.repair.lost_glyphs_scan import Tokens

__all__ = ["CERTAIN", "DOUBTFUL", "Choice", "decide"]

CERTAIN = 0.9
DOUBTFUL = 0.6


class Choice(NamedTuple):
    """One edit: ``text[start:end]`` becomes ``new``."""

    start: int
    end: int
    new: str
    confidence: float


def decide(
    tokens: Tokens, stretches: list[Stretch], readings: list[list[Reading]], channel: Channel
) -> list[Choice]:
    """Turn readings into edits."""
    choices = []
    for group in readings:
        for reading in group:
            old = tokens.text[reading.start : reading.end]
            if reading.new == old:
                continue
            new = reading.new
            if VISIBLE_GAP not in new and reading.confidence < DOUBTFUL:
                new = VISIBLE_GAP
            choices.append(Choice(reading.start, reading.end, new, reading.confidence))
    return choices
