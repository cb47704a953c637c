"""Vietnamese stored in old font encodings (TCVN3, VNI, VPS), or UTF-8 read with the wrong code page.

Judged by the grammar of syllables: a word is touched only where it was no syllable and becomes one, or
where it stands on a line of such words. Healthy Vietnamese and other languages stay letter for letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from string import ascii_lowercase

from ingest.plan import Repair
from ingest.repair.legacy_tables import mojibake_table, tcvn3_table, vni_table, vps_table
from ingest.repair.offsets import Edit, MappedText
from ingest.repair.syllables import is_syllable

__all__ = ["restore_legacy_fonts"]

# Letters and everything beyond ASCII: the old encodings store letters as signs ("¸", "§", "­").
_TOKEN_RE = re.compile("[^\x00-\x40\\[-`{-~\u2028\u2029]+")
# What parts words in healthy text although it is no ASCII.
_PUNCTUATION_RE = re.compile("[“”‘’–—…•\N{NO-BREAK SPACE}\N{ZERO WIDTH NO-BREAK SPACE}]+")
# Letters of Vietnamese in Unicode that none of the one-byte encodings shows.
_HEALTHY_RE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u0300-\u036f\u1ea0-\u1ef9]")
_JOINING_GAP_RE = re.compile(r"[\s,;–-]*")
# So many different words must become syllables before an encoding is believed in: "µm" alone looks like "àm".
MIN_WORDS = 3
MIN_LETTERS = 3
# Fewer healthy words than this share of the restored ones: the whole text is in the old encoding.
MAX_HEALTHY_SHARE = 0.05
# Two glyphs that some Word-to-PDF fonts put for Vietnamese letters; each word is judged by itself.
_STRAY = {"ǜ": "ũ", "Ƕ": "ỳ"}


@dataclass(frozen=True, slots=True)
class _Scheme:
    """One way in which text was stored."""

    kind: str
    table: dict[str, str]
    pattern: re.Pattern[str]
    unmarked_capitals: bool = False
    """Capitals with marks are stored as small ones, drawn large by a font."""
    may_look_healthy: bool = False
    """Its garbage holds letters such as Ă or đ."""

    def edits(self, word: str) -> list[Edit]:
        return [
            Edit(match.start(), match.end(), self.table[match[0]]) for match in self.pattern.finditer(word)
        ]

    def convert(self, word: str) -> str:
        return self.pattern.sub(lambda match: self.table[match[0]], word)


def _scheme(kind: str, table: dict[str, str], **traits: bool) -> _Scheme:
    keys = sorted((key for key, value in table.items() if key != value), key=len, reverse=True)
    return _Scheme(kind, table, re.compile("|".join(map(re.escape, keys))), **traits)


@cache
def _schemes() -> tuple[_Scheme, ...]:
    # A no-break space often became a plain one on the way: "và" is left as "vÃ".
    lone = {"Ã": "à"}
    western = mojibake_table("latin-1") | mojibake_table("cp1252") | lone
    return (
        _scheme("mojibake", mojibake_table("cp1252", depth=2)),
        _scheme("mojibake", western),
        _scheme("mojibake", mojibake_table("cp1258") | {"Ă": "à"}, may_look_healthy=True),
        _scheme("legacy_font", tcvn3_table(), unmarked_capitals=True),
        _scheme("legacy_font", vni_table()),
        _scheme("legacy_font", vps_table(), unmarked_capitals=True),
    )


def restore_legacy_fonts(text: MappedText) -> tuple[MappedText, tuple[Repair, ...]]:
    """Turn what old encodings stored into Unicode Vietnamese; one ``Repair`` for each line that changed.

    >>> text, repairs = restore_legacy_fonts(MappedText.identity("KÕ ho¹ch c«ng t¸c d©n vËn cña tØnh"))
    >>> text.text, repairs[0].kind
    ('Kế hoạch công tác dân vận của tỉnh', 'legacy_font')
    >>> restore_legacy_fonts(MappedText.identity("Kế hoạch 5 µm – “café”"))[1]
    ()
    """
    words = {word for word in _TOKEN_RE.findall(text.text) if not word.isascii()}
    suspects = {word for word in words if not _is_sound(word)}
    believed = _believed(suspects)
    stray = any(sign in word for word in suspects for sign in _STRAY)
    if not believed and not stray:
        return text, ()
    restored = sum(len(gained) for _, gained in believed)
    healthy = sum(1 for word in words - suspects if _HEALTHY_RE.search(word))
    pure = healthy <= MAX_HEALTHY_SHARE * restored
    edits: list[Edit] = []
    repairs: list[Repair] = []
    start = 0
    for line in text.text.split("\n"):
        if not line.isascii():
            kind, found = _line_edits(line, [scheme for scheme, _ in believed], pure=pure)
            edits += [Edit(start + edit.start, start + edit.end, edit.new) for edit in found]
            if found:
                after = MappedText.identity(line).replace(found).text
                span = text.span(start + found[0].start, start + found[-1].end)
                repairs.append(Repair(kind, span, *_changed(line, after, found), _confidence(after)))
        start += len(line) + 1
    return text.replace(edits), tuple(repairs)


@lru_cache(maxsize=1 << 15)
def _is_sound(word: str) -> bool:
    """Tell whether all that stands between punctuation is Vietnamese (or plain ASCII).

    A capital with marks behind a small plain letter ("tÌnh") is no healthy spelling.
    """
    odd = any(
        one in ascii_lowercase and other.isupper() and not other.isascii() for one, other in pairwise(word)
    )
    return not odd and all(part.isascii() or is_syllable(part) for part in _PUNCTUATION_RE.split(word))


def _believed(suspects: Iterable[str]) -> list[tuple[_Scheme, set[str]]]:
    """The schemes that explain enough words, the best one first."""
    unsound = list(suspects)
    if len(unsound) < MIN_WORDS:
        return []
    found = []
    for scheme in _schemes():
        gained = {word for word in unsound if _proves(word, scheme.convert(word))}
        if len(gained) >= MIN_WORDS:
            found.append((scheme, gained))
    return sorted(found, key=lambda pair: -len(pair[1]))


def _proves(before: str, after: str) -> bool:
    """Tell whether a conversion is evidence: a whole word comes out, not a lone sign ("§" as "ớ", "m²" as "mỲ")."""
    whole = len(after) >= MIN_LETTERS and any(letter.isascii() for letter in after)
    return before != after and whole and _is_sound(after)


def _line_edits(line: str, schemes: list[_Scheme], *, pure: bool) -> tuple[str, list[Edit]]:
    """The edits of one line by the scheme that mends most of it and spoils nothing."""
    tokens = [(match.start(), match[0]) for match in _TOKEN_RE.finditer(line)]
    foreign = [(at, word) for at, word in tokens if not word.isascii()]
    best: _Scheme | None = None
    best_gain = 0
    for scheme in schemes:
        gain = sum(_is_sound(scheme.convert(word)) - _is_sound(word) for _, word in foreign)
        if gain > best_gain:
            best, best_gain = scheme, gain
    if best is None and pure and schemes:
        # "cã", "lµ": a short line of a text stored throughout in the old way need not look odd.
        best = schemes[0] if all(_is_sound(schemes[0].convert(word)) for _, word in foreign) else None
    if best is None:
        return "legacy_font", _stray_edits(foreign)
    mixed = any(_is_sound(word) and _HEALTHY_RE.search(word) for _, word in foreign)
    edits: list[Edit] = []
    for at, word in foreign:
        after = best.convert(word)
        mends = _is_sound(after) and not _is_sound(word)
        spoils = _is_sound(word) and not _is_sound(after)
        alien = not best.may_look_healthy and _HEALTHY_RE.search(word)
        if mends or not (mixed or spoils or alien):
            capitals = best.unmarked_capitals and _in_capitals(line, tokens, at)
            for edit in best.edits(word):
                new = edit.new.upper() if capitals else edit.new
                edits.append(Edit(at + edit.start, at + edit.end, new))
    return best.kind, edits


def _stray_edits(foreign: list[tuple[int, str]]) -> list[Edit]:
    edits = []
    for at, word in foreign:
        after = "".join(_STRAY.get(letter, letter) for letter in word)
        if after != word and _is_sound(after):
            edits += [
                Edit(at + i, at + i + 1, _STRAY[letter]) for i, letter in enumerate(word) if letter in _STRAY
            ]
    return edits


def _in_capitals(line: str, tokens: list[tuple[int, str]], at: int) -> bool:
    """Tell whether the word at ``at`` is drawn in capitals: by its own plain letters or its neighbours'."""
    place = next(i for i, (start, _) in enumerate(tokens) if start == at)
    own = [letter for letter in tokens[place][1] if letter.isascii()]
    if any(letter.islower() for letter in own):
        return False
    if len(own) > 1:
        return True
    for other in (place - 1, place + 1):
        if not 0 <= other < len(tokens):
            continue
        first, second = tokens[min(place, other)], tokens[max(place, other)]
        gap = line[first[0] + len(first[1]) : second[0]]
        plain = [letter for letter in tokens[other][1] if letter.isascii()]
        if len(plain) > 1 and all(letter.isupper() for letter in plain) and _JOINING_GAP_RE.fullmatch(gap):
            return True
    return False


def _changed(before: str, after: str, edits: list[Edit]) -> tuple[str, str]:
    """The stretch from the first to the last change, before and after."""
    tail = len(before) - edits[-1].end
    return before[edits[0].start : edits[-1].end], after[edits[0].start : len(after) - tail]


def _confidence(after: str) -> float:
    words = [word for word in _TOKEN_RE.findall(after) if not word.isascii()]
    return round(sum(map(_is_sound, words)) / len(words), 2) if words else 1.0
