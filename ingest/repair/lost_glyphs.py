"""Repair of texts whose PDF font lost letters, mostly leaving one space for each.

"Ti p tục đẩy m nh" is read as "Tiếp tục đẩy mạnh": a syllable model chooses the most likely words that
agree with every letter that survived, and the document itself tells which letters each of its font runs
loses. Decoding and that inference take turns. What nobody can know (digits, names of people and places)
and what stays doubtful becomes a visible gap, never a guess.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from ingest.plan import VISIBLE_GAP, Repair
from ingest.repair.lost_glyphs_channel import ANY, LETTER, Channel, Events, fit_channel, flat_channel
from ingest.repair.lost_glyphs_follow import Cache, Follow
from ingest.repair.lost_glyphs_lattice import Reading, decode
from ingest.repair.lost_glyphs_model import NUMBER, UNKNOWN, SyllableModel, syllable_model
from ingest.repair.lost_glyphs_policy import CERTAIN, DOUBTFUL, decide
from ingest.repair.lost_glyphs_scan import Tokens, find_stretches, looks_damaged, shows_losses, tokenise
from ingest.repair.lost_glyphs_words import Stretch, common_shares
from ingest.repair.offsets import Edit, MappedText

__all__ = ["CERTAIN", "DOUBTFUL", "restore_lost_glyphs"]

_SAMPLE = 4000
"""Letters of damaged text from which the losses are first learnt."""
_SURE = 0.95
"""A stretch whose every word is read with this confidence is not decoded again."""
_NAMELESS = 0.5
"""Weight of a blank whose letter is not known as evidence for a run that loses much."""
_WIDE = 25
"""This many spaces are layout."""
_UNIT = 12
"""Letters seen in a row that are treated as set in one font run."""


def _pieces(text: str, reading: Reading) -> list[tuple[int, bool, int]]:
    """The letters of a reading in order: (glyph, lost, offset); a nameless blank is ``ANY``."""
    pattern, new = text[reading.start : reading.end], reading.new
    if reading.word == NUMBER and not pattern.strip():
        new = "0" * len(pattern)
    elif len(new) == len(pattern) + 1 and VISIBLE_GAP not in new:
        gone = next(
            (at for at, (old, put) in enumerate(zip(pattern, new, strict=False)) if old not in (put, " ")),
            None,
        )
        gone = len(pattern) if gone is None else gone
        pattern = pattern[:gone] + " " + pattern[gone:]
    if len(new) != len(pattern):
        new = pattern
    return [
        (
            ANY if put == " " else LETTER.get(put, -1),
            old == " ",
            reading.start + min(at, reading.end - reading.start - 1),
        )
        for at, (put, old) in enumerate(zip(new, pattern, strict=True))
    ]


def _blanks(text: str, group: list[Reading]) -> list[tuple[int, Reading]]:
    """The spaces that the last decoding took for layout, one too many between two words."""
    found = []
    for one, two in pairwise(group):
        between = text[one.end : two.start]
        if 2 <= len(between) < _WIDE and not between.strip(" "):
            found.append((one.end + 1, Reading(one.end + 1, two.start, UNKNOWN, between[1:], 0.5)))
    return found


def _events(tokens: Tokens, stretches: list[Stretch], readings: list[list[Reading]]) -> Events:
    """What the last decoding says was seen and lost, in reading order."""
    text = tokens.text
    inside = [(reading.start, reading) for group in readings for reading in group]
    for group in readings:
        inside += _blanks(text, group)
    taken = np.zeros(len(text) + 1, dtype=bool)
    for stretch, group in zip(stretches, readings, strict=True):
        if group:
            taken[stretch.start : stretch.core] = True
    whole = [
        (start, Reading(start, end, 0, text[start:end], 1.0))
        for start, end in zip(tokens.starts, tokens.ends, strict=True)
        if not taken[start]
    ]
    glyphs: list[int] = []
    lost: list[float] = []
    weights: list[float] = []
    units: list[int] = []
    positions: list[int] = []
    state: bool | None = None
    size = 0
    for _, reading in sorted(inside + whole, key=lambda item: item[0]):
        for glyph, gone, at in _pieces(text, reading):
            if glyph < 0:
                continue
            if gone and reading.confidence < 0.4:
                glyph = ANY
            if gone != state or (size > _UNIT and at == reading.start):
                positions.append(at)
                state, size = gone, 0
            size += 1
            glyphs.append(glyph)
            lost.append(float(gone))
            weights.append((_NAMELESS if glyph == ANY else reading.confidence) if gone else 1.0)
            units.append(len(positions) - 1)
    return Events(
        np.array(glyphs, np.int64),
        np.array(lost),
        np.array(weights),
        np.array(units, np.int64),
        np.array(positions, np.int64),
        common_shares(),
    )


def _cache(tokens: Tokens, stretches: list[Stretch], readings: list[list[Reading]]) -> Cache:
    """The document's own pairs of words: the intact ones, and those read with confidence."""
    inside = np.zeros(len(tokens.text) + 1, dtype=bool)
    for stretch in stretches:
        inside[stretch.start : stretch.core] = True
    items = [
        (start, int(word) if not inside[start] else -1)
        for start, word in zip(tokens.starts, tokens.ids, strict=True)
    ]
    items = [item for item in items if item[1] >= 0]
    for group in readings:
        for reading in group:
            items.append((reading.start, reading.word if reading.confidence >= CERTAIN else -1))
    items.sort()
    return Cache.of(np.array([word for _, word in items], np.int64))


def _decode(
    tokens: Tokens, stretches: list[Stretch], model: SyllableModel
) -> tuple[list[list[Reading]], Channel]:
    """Decode and infer the losses in turns: on a sample, on all, and once more where doubt is left."""
    channel = flat_channel()
    readings: list[list[Reading]] = [[] for _ in stretches]
    for turn in range(3):
        if turn == 0:
            chosen = _sample(stretches)
        elif turn == 1:
            chosen = list(range(len(stretches)))
        else:
            chosen = [at for at, group in enumerate(readings) if not _settled(group)]
        follow = Follow(model, _cache(tokens, stretches, readings))
        for at in chosen:
            stretch = stretches[at]
            losses = np.log(channel.losses(stretch.start, stretch.end)).astype(np.float32)
            readings[at] = decode(stretch, losses, follow)
        if turn < 2:
            channel = fit_channel(_events(tokens, stretches, readings))
    return readings, channel


def _sample(stretches: list[Stretch]) -> list[int]:
    """Stretches spread over the text that are enough to learn its losses from."""
    step = max(1, sum(stretch.end - stretch.start for stretch in stretches) // _SAMPLE)
    return list(range(0, len(stretches), step))


def _settled(group: list[Reading]) -> bool:
    return all(reading.confidence > _SURE for reading in group)


def restore_lost_glyphs(text: MappedText) -> tuple[MappedText, tuple[Repair, ...], float]:
    """Put back the letters that a broken font lost.

    Takes text in NFC with its own line breaks and runs of spaces. Returns the repaired text, one ``Repair``
    (kind "lost_glyphs", span in the original) for each word restored or left as a gap, and the share of
    words that were damaged (0..1). Healthy text comes back as it is. Confidence from ``CERTAIN`` on means
    that the reading may be relied on; below it, down to ``DOUBTFUL``, the word is offered as doubtful.

    >>> damaged = "Ti p tục đẩy m nh công tác ti p công dân, giải quy t khi u n i, tố cáo"
    >>> fixed, repairs, share = restore_lost_glyphs(MappedText.identity(damaged))
    >>> fixed.text
    'Tiếp tục đẩy mạnh công tác tiếp công dân, giải quyết khiếu nại, tố cáo'
    >>> repairs[0].before, repairs[0].after, repairs[0].span
    ('Ti p', 'Tiếp', Span(start=0, end=4))
    """
    if not looks_damaged(text.text) or not shows_losses(text.text):
        return text, (), 0.0
    model = syllable_model()
    tokens = tokenise(text.text, model)
    stretches = find_stretches(tokens, model)
    readings, channel = _decode(tokens, stretches, model)
    choices = decide(tokens, stretches, readings, channel, model)
    edits = [Edit(choice.start, choice.end, choice.new) for choice in choices]
    repairs = tuple(
        Repair(
            "lost_glyphs",
            text.span(choice.start, choice.end),
            text.text[choice.start : choice.end],
            choice.new,
            round(choice.confidence, 3),
        )
        for choice in choices
    )
    words = sum(tokens.word(at)[0].isalpha() for at in range(len(tokens)))
    return text.replace(edits), repairs, min(1.0, len(repairs) / max(words, 1))
