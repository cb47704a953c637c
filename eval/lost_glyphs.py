"""How much of a damaged plan comes back: clean plans lose random glyphs, the repair must restore them.

Each plan is cut into stretches set in two or three made-up font runs; every run loses two to eight glyphs
(frequent ones among them), nearly always one space for each, in 2 % of the cases without a trace. Half of
the plans were looked at while the repair was built ("dev"); the other half is kept for testing.

    python -m eval.lost_glyphs [dev|test]
"""

from __future__ import annotations

import random
import re
import sys
import time
import unicodedata
from collections import Counter
from dataclasses import dataclass, fields
from pathlib import Path

from ingest.plan import VISIBLE_GAP, Repair
from ingest.repair.lost_glyphs import CERTAIN, restore_lost_glyphs
from ingest.repair.offsets import MappedText

__all__ = ["Damaged", "Scores", "damage", "main", "measure", "plans"]

SHARED = Path(__file__).resolve().parents[2] / "shared"
VANISH = 0.02
NAME_CUES = frozenset(
    "xã phường thị trấn huyện tỉnh quận thôn bản buôn ấp ông bà đ/c chí trương sông núi".split()
)
_WORD_RE = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the clean text and where it stands, whole or not, in the damaged one."""

    true: str
    start: int
    end: int
    damaged: bool
    name: bool


@dataclass(frozen=True, slots=True)
class Damaged:
    """A damaged text with the truth about its words."""

    text: str
    words: tuple[Word, ...]
    lost: tuple[str, ...]
    """The glyphs that each run lost."""


@dataclass(slots=True)
class Scores:
    """Counts over all damaged words and repairs."""

    words: int = 0
    damaged: int = 0
    certain: int = 0
    certain_right: int = 0
    doubtful: int = 0
    doubtful_right: int = 0
    gaps: int = 0
    untouched: int = 0
    wrong_case: int = 0
    """Offered, and wrong only in a capital (counted as wrong above)."""
    invented_digits: int = 0
    invented_names: int = 0
    false_repairs: int = 0
    """Healthy words of damaged texts that were changed."""
    false_on_clean: int = 0
    seconds: float = 0.0

    def add(self, other: Scores) -> None:
        """Add the counts of another text."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    def rows(self) -> list[tuple[str, str]]:
        """The figures by name, ready to print."""
        damaged, offered = max(self.damaged, 1), self.certain + self.doubtful
        return [
            ("damaged words", f"{self.damaged} of {self.words}"),
            ("offered (certain or doubtful)", f"{offered / damaged:.2%}"),
            ("offered as certain", f"{self.certain / damaged:.2%}"),
            ("right among certain", f"{self.certain_right / max(self.certain, 1):.2%}"),
            ("right among doubtful", f"{self.doubtful_right / max(self.doubtful, 1):.2%}"),
            ("wrong only in a capital", f"{self.wrong_case / max(offered, 1):.2%}"),
            ("visible gaps", f"{self.gaps / damaged:.2%}"),
            ("left untouched", f"{self.untouched / damaged:.2%}"),
            ("invented digits", str(self.invented_digits)),
            ("invented names", str(self.invented_names)),
            (
                "healthy words changed",
                f"{self.false_repairs} ({self.false_repairs / max(self.words, 1):.3%})",
            ),
            ("words changed in clean texts", str(self.false_on_clean)),
            ("seconds per 1,000 words", f"{1000 * self.seconds / max(self.words, 1):.2f}"),
        ]


def plans(part: str) -> list[Path]:
    """Six plans for development or six others for testing; empty where ../shared is absent."""
    found = sorted((SHARED / "plans").glob("*.md"))
    return found[0:12:2] if part == "dev" else found[1:12:2]


def _glyph_set(chance: random.Random, counts: Counter[str], digits: bool) -> frozenset[str]:
    """Two to eight letters, about half of them drawn by frequency."""
    letters = sorted(letter for letter in counts if letter.isalpha())
    size = chance.randint(2, 8)
    chosen: set[str] = set()
    while len(chosen) < size:
        if chance.random() < 0.5:
            chosen.add(chance.choices(letters, [counts[letter] for letter in letters])[0])
        else:
            chosen.add(chance.choice(letters))
    return frozenset(chosen | (set("0123456789") if digits else set()))


def _runs(chance: random.Random, text: str, count: int) -> list[int]:
    """The run of each letter: paragraphs mostly in run 0, headings and inline stretches in others."""
    runs: list[int] = []
    for line in text.splitlines(keepends=True):
        own = 0 if chance.random() < 0.75 else chance.randrange(1, count)
        for word in re.findall(r"\s*\S+|\s+", line):
            if chance.random() < 0.02:
                own = chance.randrange(count)
            runs.extend([own] * len(word))
    return runs


def damage(text: str, seed: int) -> Damaged:
    """Lose glyphs run by run; deterministic in ``seed``."""
    chance = random.Random(seed)
    count = chance.choice((2, 3))
    letters = Counter(letter for letter in text if letter.isalpha())
    sets = [_glyph_set(chance, letters, run > 0 and chance.random() < 0.25) for run in range(count)]
    runs = _runs(chance, text, count)
    out: list[str] = []
    at = [0]
    hurt = [letter in sets[run] for letter, run in zip(text, runs, strict=True)]
    for letter, lost in zip(text, hurt, strict=True):
        if lost:
            out.append("" if chance.random() < VANISH else " ")
        else:
            out.append(letter)
        at.append(at[-1] + len(out[-1]))
    words = tuple(
        Word(
            match[0],
            at[match.start()],
            at[match.end()],
            any(hurt[match.start() : match.end()]),
            _is_name(text, match),
        )
        for match in _WORD_RE.finditer(text)
    )
    return Damaged("".join(out), words, tuple("".join(sorted(chosen)) for chosen in sets))


def _is_name(text: str, match: re.Match[str]) -> bool:
    """A capitalised word right after a word such as "xã" or "ông", or after such a name."""
    if not match[0].istitle() and not (len(match[0]) == 1 and match[0].isupper()):
        return False
    before = text[max(0, match.start() - 40) : match.start()].split()
    if before and before[-1][-1] in ".;:":
        return False
    while before and before[-1].istitle():
        before.pop()
    return bool(before) and before[-1].lower() in NAME_CUES


def _score(damaged: Damaged, repairs: tuple[Repair, ...]) -> Scores:
    scores = Scores(words=len(damaged.words))
    intact = {word.true for word in damaged.words if not word.damaged}
    scores.invented_digits = sum(
        sum(c.isdigit() for c in repair.after) > sum(c.isdigit() for c in repair.before) for repair in repairs
    )
    at = 0
    for word in damaged.words:
        while at < len(repairs) and repairs[at].span.end <= word.start:
            at += 1
        touching = []
        for repair in repairs[at:]:
            if repair.span.start >= max(word.end, word.start + 1):
                break
            touching.append(repair)
        if word.damaged:
            _judge(scores, word, touching, intact)
        else:
            scores.false_repairs += any(
                repair.after != repair.before and repair.span.start < word.end for repair in touching
            )
    return scores


def _judge(scores: Scores, word: Word, touching: list[Repair], intact: set[str]) -> None:
    scores.damaged += 1
    if not touching:
        scores.untouched += 1
        return
    if any(VISIBLE_GAP in repair.after for repair in touching):
        scores.gaps += 1
        return
    offered = "".join(repair.after for repair in touching)
    right = offered == word.true and len(touching) == 1
    scores.wrong_case += offered != word.true and offered.lower() == word.true.lower()
    scores.invented_names += word.name and word.true not in intact
    if min(repair.confidence for repair in touching) >= CERTAIN:
        scores.certain += 1
        scores.certain_right += right
    else:
        scores.doubtful += 1
        scores.doubtful_right += right


def measure(part: str = "test", seeds: int = 2, show: bool = False) -> Scores | None:
    """Damage each plan of the part ``seeds`` times and score the repair; None without ../shared."""
    total = Scores()
    found = plans(part)
    if not found:
        return None
    for number, path in enumerate(found):
        clean = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        total.false_on_clean += len(restore_lost_glyphs(MappedText.identity(clean))[1])
        for seed in range(seeds):
            damaged = damage(clean, 1000 * number + seed + (0 if part == "dev" else 500))
            begin = time.perf_counter()
            _, repairs, _ = restore_lost_glyphs(MappedText.identity(damaged.text))
            spent = time.perf_counter() - begin
            scores = _score(damaged, repairs)
            scores.seconds = spent
            if show:
                offered = scores.certain + scores.doubtful
                print(
                    f"{path.stem[:32]:32} {'/'.join(damaged.lost):36} damaged {scores.damaged:5} "
                    f"offered {offered / max(scores.damaged, 1):.3f} "
                    f"right {scores.certain_right / max(scores.certain, 1):.3f} {spent:.1f} s"
                )
            total.add(scores)
    return total


def main() -> None:
    """Print the table for one part; for "dev" also what becomes of the damaged seed."""
    part = sys.argv[1] if len(sys.argv) > 1 else "test"
    scores = measure(part, show=True)
    if scores is None:
        print("không có thư mục ../shared/plans, bỏ qua (no ../shared/plans, skipped)")
        return
    for name, value in scores.rows():
        print(f"{name:32} {value}")
    for seed in sorted((SHARED / "seeds").glob("004*.txt")):
        if "--seed" in sys.argv:
            fixed, _, corruption = restore_lost_glyphs(MappedText.identity(seed.read_text(encoding="utf-8")))
            print(f"\n{seed.name}: corruption {corruption:.2f}\n", re.sub(r"\n\s*\n", "\n", fixed.text))


if __name__ == "__main__":
    main()
