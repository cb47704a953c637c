"""Restore a question's marks and mend its typing slips against the library's own words.

A small Viterbi search: every syllable may stand for the forms that the plans, the phrases in which
officers ask and the general language know for it; pairs of neighbours decide. Only questions are
touched, never a source.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np

from assistant.question.filler import filler_words
from ingest.repair.lost_glyphs_model import (
    SPECIALS,
    UNKNOWN,
    Floats,
    SyllableModel,
    is_syllable,
    syllable_model,
)
from ingest.spelling import has_diacritics, match_key, undiacritise
from vectorstore.lexicon import load_lexicon

__all__ = ["Speller", "build_speller"]

PHRASES_FILE = Path(__file__).parents[1] / "data" / "question_phrases.txt"
PHRASE_WEIGHT = 40
"""How many sightings in plans one sighting among officers' phrases is worth."""
SAID_WEIGHT = 2
"""And one of the lexicon's phrases: they are many, and plans themselves never say "trẻ con" or "bà con"."""
COST_OTHER_MARKS, COST_SLIP, COST_KNOWN, COST_UNKNOWN = 2.0, 2.0, 9.0, 9.0
"""Log-probability paid for changing marks, for mending one letter, for that in a word of the language, for leaving an unknown word."""
SURE = 2
"""How often plans must say a word for it to be meant as it is typed,"""
COMMONEST = -9.0
"""or how likely it must be in the general language."""
SHARE_PAIR, SHARE_WORD, SHARE_GENERAL = 0.6, 0.1, 0.3
"""Interpolation of the library's pairs, its words, and the general language (Jelinek-Mercer)."""
COMMON = -11.0
"""Log probability above which the general language's words are offered as forms."""
SHORTEST_SLIP = 3
"""Words of two letters have too many neighbours to be mended."""
UNKNOWN_WORDS = 10_000
"""Among so many words the general language's share for all that it does not know is parted: "sỡ" is not each of them."""
_BEFORE_NUMBERS = {
    "thang": "tháng", "ngay": "ngày", "quy": "quý", "dot": "đợt", "lan": "lần", "so": "số", "dieu": "điều",
    "khoan": "khoản", "muc": "mục", "ky": "kỳ",
}  # fmt: skip
_BEFORE_YEARS = {"nam": "năm"}
"""Words that a number, a year stands behind as its name."""
_MEASURES = {
    "trieu": "triệu", "ty": "tỷ", "nghin": "nghìn", "ngan": "ngàn", "ngay": "ngày", "thang": "tháng", "tuan": "tuần", "gio": "giờ",
}  # fmt: skip
"""Words in which a number right before them is told."""
_WORD_RE = re.compile(r"[^\W\d_]+")
_LETTERS = "abcdeghiklmnopqrstuvxyfjwz"


@cache
def _officers_phrases() -> tuple[str, ...]:
    return tuple(PHRASES_FILE.read_text(encoding="utf-8").split("\n"))


@dataclass(frozen=True, slots=True)
class Speller:
    """Counts of words and pairs, and the forms behind each word without marks."""

    words: Counter[str] = field(repr=False)
    pairs: Counter[tuple[str, str]] = field(repr=False)
    forms: dict[str, tuple[str, ...]] = field(repr=False)
    general: SyllableModel = field(repr=False)
    total: int = 1
    said: Counter[str] = field(default_factory=Counter, repr=False)
    """How much a word's pairs are worth that the lexicon added, so that the shares of what follows it stay below one."""
    names: tuple[tuple[str, ...], ...] = ()
    """Places that the plans are of, which neighbours in a question cannot spell: "xây dựng Hà Tĩnh" is no "hạ tầng"."""

    def knows(self, word: str) -> bool:
        """Whether the plans or the general language have this word just as it stands."""
        return word in self.words or word in self.general.index

    def knows_plain(self, word: str) -> bool:
        """Whether a word without marks stands for some word of the plans."""
        return undiacritise(word.lower()) in self.forms

    def restore(self, question: str, keep: Iterable[str] = ()) -> str:
        """Return the question as it was probably meant; words in ``keep`` and capitals stay.

        A word that the plans know as it stands is never changed unless the whole question is without
        marks, where every word is open.
        """
        kept = {word.lower() for word in keep}
        matches = list(_WORD_RE.finditer(question))
        open_all = not has_diacritics(question)
        options = [
            {numbered: 0.0}
            if open_all
            and (numbered := _numbered(match[0], question[: match.start()], question[match.end() :]))
            else self._options(match[0], kept, open_all=open_all)
            for match in matches
        ]
        if open_all:
            self._keep_names([match_key(match[0]) for match in matches], options)
        best = self._best(options)
        pieces, at = [], 0
        for match, word in zip(matches, best, strict=True):
            pieces += [question[at : match.start()], _like(match[0], word)]
            at = match.end()
        return "".join([*pieces, question[at:]])

    def _keep_names(self, typed: list[str], options: list[dict[str, float]]) -> None:
        """Leave one form to the words with which a name of the plans' places is typed."""
        for name in self.names:
            plain = [undiacritise(word) for word in name]
            for at in range(len(typed) - len(name) + 1):
                if typed[at : at + len(name)] == plain:
                    options[at : at + len(name)] = [{word: 0.0} for word in name]

    def _options(self, word: str, kept: set[str], *, open_all: bool) -> dict[str, float]:
        """What a word may stand for, with its cost: its other marks where all are open, one slip where it is hardly a word."""
        low = match_key(word)
        meant = low in filler_words() or self._is_common(low)
        if low in kept or any(letter.isupper() for letter in word[1:]) or (meant and not open_all):
            return {low: 0.0}
        plain, known = undiacritise(low), self.knows(low)
        found = dict.fromkeys(self.forms.get(plain, ()), 0.0 if low == plain else COST_OTHER_MARKS)
        if open_all and any(map(self._is_common, found)):
            return found
        if known and not open_all:
            found = {}
        if len(low) >= SHORTEST_SLIP and (word.islower() or not known):
            rare = COST_KNOWN if known or (found and open_all) else 0.0
            for form in (form for near in _neighbours(plain) for form in self.forms.get(near, ())):
                if is_syllable(form):
                    other = 0.0 if _one_slip(low, form) or open_all else 2 * COST_OTHER_MARKS
                    found[form] = min(found.get(form, 99.0), COST_SLIP + other + rare)
        return found | {low: 0.0 if known else COST_UNKNOWN}

    def _is_common(self, word: str) -> bool:
        """Whether plans or the language say a word so often that it is meant where it is typed."""
        number = self._number(word)
        return self.words[word] >= SURE or (number != UNKNOWN and bool(self.general.one[number] > COMMONEST))

    def _best(self, options: list[dict[str, float]]) -> list[str]:
        before, scores, back = [""], np.zeros(1, dtype=np.float32), []
        for choices in options:
            words = list(choices)
            if len(before) == len(words) == 1:  # nothing to choose
                back.append((words, np.zeros(1, dtype=np.intp)))
                before = words
                continue
            table = (
                scores[:, None]
                + self._log(before, words)
                - np.array([choices[w] for w in words], dtype=np.float32)
            )
            back.append((words, table.argmax(axis=0)))
            before, scores = words, table.max(axis=0)
        at, path = int(scores.argmax()), []
        for words, best in reversed(back):
            path.append(words[at])
            at = int(best[at])
        return path[::-1]

    def _log(self, before: list[str], words: list[str]) -> Floats:
        """Log probability of each word (columns) after each word before it (rows)."""
        own = np.array(
            [
                [
                    SHARE_PAIR * self.pairs[(last, word)] / (self.words[last] + self.said[last] + 1)
                    + SHARE_WORD * self.words[word] / self.total
                    for word in words
                ]
                for last in before
            ]
        )
        first = np.array([self._number(word) for word in before])
        second = np.array([self._number(word) for word in words])
        general = np.exp(np.stack([self.general.row(int(number))[second] for number in first]))
        general[:, second == UNKNOWN] /= UNKNOWN_WORDS
        return np.asarray(np.log(own + SHARE_GENERAL * general + 1e-12), dtype=np.float32)

    def _number(self, word: str) -> int:
        return self.general.index.get(word or "<s>", self.general.index["<unk>"])


def _numbered(word: str, before: str, behind: str) -> str | None:
    """What a word without marks means before or behind a number; None elsewhere.

    >>> _numbered("thang", "", " 9 hay thang 10"), _numbered("thang", "", " may"), _numbered("nam", "", " 5 xa")
    ('tháng', None, None)
    >>> _numbered("trieu", "luong chi 3,3 ", " thi")
    'triệu'
    """
    if not re.match(r" \d", behind):
        return _MEASURES.get(word.lower()) if re.search(r"\d $", before) else None
    return (
        _BEFORE_YEARS.get(word.lower())
        if re.match(r" (?:19|20)\d\d\b", behind)
        else _BEFORE_NUMBERS.get(word.lower())
    )


def _neighbours(word: str) -> Iterable[str]:
    """All words one slip away: a letter dropped, doubled, wrong or two swapped (Damerau 1964)."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def _one_slip(typed: str, form: str) -> bool:
    """Whether a letter lost, added or swapped is all that makes one word of another, marks and all.

    >>> _one_slip("tền", "tiền"), _one_slip("phiả", "phải"), _one_slip("nận", "nhạn"), _one_slip("dới", "tới")
    (True, True, False, False)
    """
    while typed and form and typed[0] == form[0]:
        typed, form = typed[1:], form[1:]
    while typed and form and typed[-1] == form[-1]:
        typed, form = typed[:-1], form[:-1]
    return len(typed) + len(form) <= 1 or (len(typed) == 2 and typed == form[::-1])


def _like(pattern: str, word: str) -> str:
    """Give the restored word the capitals of the typed one."""
    if match_key(pattern) == word:
        return pattern
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word


def _surely(names: Iterable[str], pairs: Counter[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """The names that without marks are no other words of the plans ("diễn biến" is as likely as "Điện Biên").

    >>> _surely(["hà tĩnh", "điện biên"], Counter({("hà", "tĩnh"): 9, ("diễn", "biến"): 2, ("điện", "biên"): 3}))
    (('hà', 'tĩnh'),)
    """
    named = {tuple(match_key(name).split()) for name in names if name.replace(" ", "").isalpha()}
    first = {undiacritise(" ".join(name[:2])): name[:2] for name in sorted(named) if len(name) > 1}
    unsure = {
        plain for pair in pairs if (plain := undiacritise(" ".join(pair))) in first and pair != first[plain]
    }
    return tuple(
        sorted(name for name in named if len(name) > 1 and undiacritise(" ".join(name[:2])) not in unsure)
    )


def build_speller(words: Counter[str], pairs: Counter[tuple[str, str]], names: Iterable[str] = ()) -> Speller:
    """Join the plans' counts with the officers' phrases and the lexicon's; ``names`` are those of the plans' places.

    >>> speller = build_speller(Counter({"báo": 9, "cáo": 9, "quý": 5}), Counter({("báo", "cáo"): 9, ("cáo", "quý"): 5}))
    >>> speller.restore("han nop bao cao quy"), speller.restore("bso cáo quý")
    ('hạn nộp báo cáo quý', 'báo cáo quý')
    """
    words, pairs = Counter(words), Counter(pairs)
    for phrase in _officers_phrases():
        found = match_key(phrase).split()
        for word in found:
            words[word] += PHRASE_WEIGHT
        for pair in itertools.pairwise(found):
            pairs[pair] += PHRASE_WEIGHT
    led: Counter[str] = Counter()
    for said in load_lexicon().synonyms:
        for word in said:
            words[word] = max(words[word], 1)
        for pair in itertools.pairwise(said):
            pairs[pair] += SAID_WEIGHT
            led[pair[0]] += SAID_WEIGHT
    general = syllable_model()
    common = (w for at, w in enumerate(general.words) if at >= len(SPECIALS) and general.one[at] > COMMON)
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for word in (*words, *common):
        if word.isalpha():
            forms[undiacritise(word)][word] = None
    known = {plain: tuple(found) for plain, found in forms.items()}
    return Speller(words, pairs, known, general, sum(words.values()), led, _surely(names, pairs))
