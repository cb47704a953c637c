"""What a reading may claim: applied, doubtful, or a visible gap. No name and no number is ever guessed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from ingest.plan import VISIBLE_GAP
from ingest.repair.lost_glyphs_case import capital_chance, gap_text
from ingest.repair.lost_glyphs_channel import LETTER, Channel
from ingest.repair.lost_glyphs_lattice import Reading
from ingest.repair.lost_glyphs_model import BITS, NUMBER, UNKNOWN, SyllableModel
from ingest.repair.lost_glyphs_scan import Tokens
from ingest.repair.lost_glyphs_words import Stretch

__all__ = ["CERTAIN", "DOUBTFUL", "Choice", "decide"]

CERTAIN = 0.9
"""From this confidence on a reading may be relied on."""
DOUBTFUL = 0.7
"""Below this a visible gap is more honest than the reading."""

_PLACES = frozenset(
    "xã phường trấn huyện tỉnh quận thị phố thôn bản buôn ấp làng xóm sóc khóm đường sông núi hồ đảo".split()
)
_PERSONS = frozenset("ông bà chí cô chú anh chị".split())
_CUES = _PLACES | _PERSONS
"""The words before the name of a place or a person ("thị trấn", "thành phố", "đồng chí" by their last)."""
_SURNAMES = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô dương lý đinh đoàn lâm mai trịnh trương tạ tô "
    "tống vương lò vàng giàng quàng lường cầm hà lương cao thái châu chu kiều la lưu mạc nông phùng quách thân".split()
)
_OFFICES = frozenset(
    "sở ban bộ ủy uỷ hội công văn phòng trung đảng mặt liên chi cục viện trường tòa báo đài kho quỹ ngân tổng".split()
)
"""After a comma these begin the name of an office, not a further name of the list before."""
_KNOWN_PAIR = -4.0
"""Log probability from which a word after such a cue is a plain word ("xã hội", "bản thân")."""
_RARE_CAPITAL = 0.04
_COMMON_NAMES = frozenset({("việt", "nam"), ("chí", "minh"), ("hồ", "chí"), ("đông", "nam"), ("hà", "nội")})
"""Names that every plan may bear and that no reader would call a guess."""
_EDGE = 3
_BELIEVABLE = 0.12
"""A letter counts as one that a run loses from this chance on."""


class Choice(NamedTuple):
    """One edit: ``text[start:end]`` becomes ``new``."""

    start: int
    end: int
    new: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the text as read: ``reading`` is None where it stands outside all stretches."""

    start: int
    end: int
    new: str
    changed: bool
    reading: Reading | None


def _in_order(tokens: Tokens, stretches: list[Stretch], readings: list[list[Reading]]) -> list[_Word]:
    """All words, read or intact, in the order of the text."""
    text, taken = tokens.text, np.zeros(len(tokens.text) + 1, dtype=bool)
    words = []
    for stretch, group in zip(stretches, readings, strict=True):
        if group:
            taken[stretch.start : stretch.core] = True
        for reading in group:
            changed = reading.new != text[reading.start : reading.end]
            words.append(_Word(reading.start, reading.end, reading.new, changed, reading))
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        if not taken[start]:
            words.append(_Word(start, end, text[start:end], False, None))
    return sorted(words, key=lambda word: word.start)


@dataclass(frozen=True, slots=True)
class _Judge:
    """The words around a reading, and what the document and the model know of them."""

    text: str
    words: list[_Word]
    attested: frozenset[tuple[str, str]]
    """Pairs of neighbours that stand intact somewhere in the document."""
    surfaces: dict[tuple[str, str], str]
    """The same pairs with the second word as it is written."""
    model: SyllableModel
    gapped: set[int]
    """Words (by place) that were given up as parts of names."""

    def pair(self, first: str, second: str) -> float:
        """Log probability of the second word after the first; very low where the pair was never met."""
        one, two = self.model.index.get(first.lower(), UNKNOWN), self.model.index.get(second.lower(), UNKNOWN)
        keys, key = self.model.keys_two, (one << BITS) | two
        at = min(int(np.searchsorted(keys, key)), len(keys) - 1)
        return float(self.model.two[at]) if keys[at] == key and UNKNOWN not in (one, two) else -30.0

    def beside(self, at: int, step: int) -> _Word | None:
        """The neighbouring word, if only blanks stand between."""
        other = at + step
        if not 0 <= other < len(self.words):
            return None
        first, second = sorted((self.words[at], self.words[other]), key=lambda word: word.start)
        between = self.text[first.end : second.start]
        return self.words[other] if not between.strip() and between.count("\n") <= 2 else None

    def is_name(self, at: int) -> bool:
        """Tell whether a restored word stands where a name would, so that nobody can know it."""
        word, run = self.words[at], at
        before = self.beside(at, -1)
        if before is not None and (before.new.lower(), word.new.lower()) in self.attested | _COMMON_NAMES:
            return False
        if before is not None and at - 1 in self.gapped and _titled(word.new):
            return True
        while (step := self._name_before(run)) > 0:
            run -= step
        before = self.beside(run, -1)
        cue = before.new.lower() if before is not None else ""
        if not _titled(word.new) and not word.new.isupper():
            following = self.beside(at, 1)
            lost_start = self.text[word.start] == " "
            named = cue in _CUES and self.pair(cue, word.new) < _KNOWN_PAIR
            if self._odd_company(at):
                return True
            return (
                lost_start
                and run == at
                and (named or (cue == "ủy" and following is not None and _titled(following.new)))
            )
        first = self.words[run].new.lower()
        if cue in _CUES and self.pair(cue, first) < _KNOWN_PAIR + (2 if word.new.isupper() else 3.5):
            return True
        if word.new.isupper():
            return False
        return self._person(at, run) or self._stranger(at)

    def _name_before(self, at: int) -> int:
        """How far back the name goes on: one word, or two over the comma of a list of names."""
        before = self.beside(at, -1)
        if before is None:
            return 0
        if before.new in (",", "("):
            further = self.beside(at - 1, -1)
            listed = further is not None and _titled(further.new) and further.new.lower() not in _CUES
            return 2 if listed and self.words[at].new.lower() not in _OFFICES else 0
        return int(_titled(before.new) and before.new.lower() not in _CUES)

    def _person(self, at: int, run: int) -> bool:
        """A surname followed by capitals, or a line of nothing but capitalised words (a signer)."""
        following = self.beside(at, 1)
        first = self.words[run].new.lower()
        if first in _SURNAMES and (run < at or (following is not None and _titled(following.new))):
            return self.pair(self.words[at - 1].new, self.words[at].new) < -3.0 if run < at else True
        word = self.words[at]
        start, end = self.text.rfind("\n", 0, word.start) + 1, self.text.find("\n", word.end)
        stop = end if end >= 0 else len(self.text)
        line = [w for w in self.words[max(0, at - 6) : at + 6] if start <= w.start < stop]
        return 2 <= len(line) <= 5 and all(_titled(w.new) or VISIBLE_GAP in w.new for w in line)

    def _odd_company(self, at: int) -> bool:
        """A small word right after a capitalised one that it never follows: the tail of some name."""
        before = self.beside(at, -1)
        return (
            before is not None
            and not before.changed
            and _titled(before.new)
            and self.text[self.words[at].start] != " "
            and self.pair(before.new, self.words[at].new) < -12.0
        )

    def cased(self, at: int) -> str:
        """The restored word in the case that the document itself gives it beside the same neighbour."""
        word, before = self.words[at], self.beside(at, -1)
        if self.text[word.start] != " " or word.new.isupper() or before is None:
            return word.new
        return self.surfaces.get((before.new.lower(), word.new.lower()), word.new)

    def _stranger(self, at: int) -> bool:
        """A capital inside a sentence on a word that neither the law nor the document capitalises there."""
        word, before = self.words[at], self.beside(at, -1)
        if (
            before is None
            or self.text[word.start] == " "
            or not (before.new[-1].isalpha() or before.new[-1] in ",-–(")
        ):
            return False
        if capital_chance(self.text, word.start) > 0.5:
            return False
        number = self.model.index.get(word.new.lower(), UNKNOWN)
        rare = float(self.model.capital[number]) < _RARE_CAPITAL
        following = self.beside(at, 1)
        pairs = [self.pair(before.new, word.new)] + (
            [self.pair(word.new, following.new)] if following else []
        )
        return rare and max(pairs) < _KNOWN_PAIR


def _titled(word: str) -> bool:
    return word[:1].isupper() and not word[1:].isupper()


def _new_text(judge: _Judge, at: int) -> str:
    word = judge.words[at]
    reading = word.reading
    pattern = judge.text[word.start : word.end]
    if reading is None or reading.word in (UNKNOWN, NUMBER):
        return word.new
    if " " in pattern and judge.is_name(at):
        judge.gapped.add(at)
        return gap_text(pattern)
    if reading.confidence < DOUBTFUL:
        return VISIBLE_GAP if " " in pattern else pattern
    return judge.cased(at)


def _at_edge(text: str, word: _Word) -> bool:
    """A few blanks at the start or end of a line: layout rather than a gap worth showing."""
    pattern = text[word.start : word.end]
    if pattern.strip() or len(pattern) > _EDGE:
        return False
    ahead, behind = text[: word.start].rstrip(" "), text[word.end :].lstrip(" ")
    return not ahead or not behind or ahead[-1] in "\n\t" or behind[0] in "\n\t"


def _believed(words: list[_Word], text: str, channel: Channel) -> float:
    """Share of the changed words whose letters are ones that the runs of this text do lose."""
    good = total = 0
    for word in words:
        pattern = text[word.start : word.end]
        if not word.changed or VISIBLE_GAP in word.new or len(pattern) != len(word.new):
            continue
        losses = channel.losses(word.start, word.end)
        lost = [
            losses[at, LETTER.get(new, 0)]
            for at, (old, new) in enumerate(zip(pattern, word.new, strict=True))
            if old != new
        ]
        total += 1
        good += min(lost) > _BELIEVABLE
    return good / total if total else 0.0


def decide(
    tokens: Tokens,
    stretches: list[Stretch],
    readings: list[list[Reading]],
    channel: Channel,
    model: SyllableModel,
) -> list[Choice]:
    """Turn readings into edits; none at all where the losses make no sense as those of a font."""
    words = _in_order(tokens, stretches, readings)
    if _believed(words, tokens.text, channel) < 0.5:
        return []
    intact = [word for word in words if not word.changed]
    surfaces = {
        (one.new.lower(), two.new.lower()): two.new
        for one, two in pairwise(intact)
        if two.start - one.end < 3 and not two.new.isupper()
    }
    judge = _Judge(tokens.text, words, frozenset(surfaces), surfaces, model, set())
    choices: list[Choice] = []
    for at, word in enumerate(words):
        if (
            not word.changed
            or word.reading is None
            or (word.new == VISIBLE_GAP and _at_edge(tokens.text, word))
        ):
            continue
        new = _new_text(judge, at)
        if new == tokens.text[word.start : word.end]:
            continue
        last = choices[-1] if choices else None
        if (
            last is not None
            and new == last.new == VISIBLE_GAP
            and not tokens.text[last.end : word.start].strip(" ")
        ):
            choices[-1] = Choice(last.start, word.end, new, 0.0)
            continue
        choices.append(
            Choice(word.start, word.end, new, 0.0 if VISIBLE_GAP in new else word.reading.confidence)
        )
    return choices
