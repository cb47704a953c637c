"""The numbers that Word shows in front of a paragraph but does not store in its text.

Follows ECMA-376 part 1, 17.9 (numbering): abstract lists, their instances, overrides, restarts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ingest.read.word_runs import W

__all__ = ["ListCounter", "load_numbering", "style_lists"]

Node: TypeAlias = Any  # an lxml element; lxml brings no types
LEVELS = 9
BULLET = "-"
_PLACE_RE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number is written and when it begins anew."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    """The level (from 1) whose advance restarts this one; 0 for never; None for any higher level."""
    legal: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Numbering:
    """All lists of a document: each instance's levels, and the abstract list that instances share."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    restarts: dict[str, frozenset[int]] = field(default_factory=dict)
    """Levels at which an instance overrides the start: there it does not go on from its siblings."""


def _value(element: Node, name: str) -> str | None:
    child = element.find(W + name) if element is not None else None
    return None if child is None else child.get(W + "val")


def _number(element: Node, name: str) -> int | None:
    value = _value(element, name)
    return int(value) if value is not None and value.lstrip("-").isdigit() else None


def _level(element: Node) -> Level:
    legal = element.find(W + "isLgl")
    start = _number(element, "start")
    return Level(
        format=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText") or "",
        start=1 if start is None else start,
        restart=_number(element, "lvlRestart"),
        legal=legal is not None and legal.get(W + "val") not in {"0", "false"},
        style=_value(element, "pStyle"),
    )


def _levels(parent: Node) -> dict[int, Level]:
    return {int(child.get(W + "ilvl", "0")): _level(child) for child in parent.iterfind(W + "lvl")}


def load_numbering(root: Node | None) -> Numbering:
    """Read ``numbering.xml`` (its root element, or None when the document has no lists)."""
    if root is None:
        return Numbering()
    abstracts = {
        element.get(W + "abstractNumId"): (
            _levels(element),
            _value(element, "styleLink"),
            _value(element, "numStyleLink"),
        )
        for element in root.iterfind(W + "abstractNum")
    }
    by_style_link = {link: levels for levels, link, _ in abstracts.values() if link}
    numbering = Numbering()
    for element in root.iterfind(W + "num"):
        number, abstract = element.get(W + "numId"), _value(element, "abstractNumId") or ""
        levels, _, borrowed = abstracts.get(abstract, ({}, None, None))
        levels = dict(levels or by_style_link.get(borrowed or "", {}))
        restarts = set()
        for override in element.iterfind(W + "lvlOverride"):
            at = int(override.get(W + "ilvl", "0"))
            levels |= {level: new for level, new in _levels(override).items() if level == at}
            start = _number(override, "startOverride")
            if start is not None:
                old = levels.get(at, Level())
                levels[at] = Level(old.format, old.text, start, old.restart, old.legal, old.style)
                restarts.add(at)
        numbering.levels[number] = levels
        numbering.abstract[number] = abstract
        numbering.restarts[number] = frozenset(restarts)
    return numbering


def style_lists(styles: Node, numbering: Numbering) -> dict[str, tuple[str, int]]:
    """Map each paragraph style that numbers its paragraphs to (list, level), through its ancestors."""
    own: dict[str, tuple[str | None, int | None]] = {}
    parent: dict[str, str | None] = {}
    for style in styles.iterfind(W + "style"):
        name = style.get(W + "styleId")
        properties = style.find(f"{W}pPr/{W}numPr")
        own[name] = (_value(properties, "numId"), _number(properties, "ilvl"))
        parent[name] = _value(style, "basedOn")
    found: dict[str, tuple[str, int]] = {}
    for name in own:
        number, level = None, None
        for ancestor in _lineage(name, parent):
            number = number if number is not None else own[ancestor][0]
            level = level if level is not None else own[ancestor][1]
        if number is None or number == "0":
            continue
        linked = [at for at, lvl in numbering.levels.get(number, {}).items() if lvl.style == name]
        found[name] = (number, linked[0] if linked else level or 0)
    return found


def _lineage(name: str | None, parent: dict[str, str | None]) -> Iterator[str]:
    seen: set[str] = set()
    while name is not None and name in parent and name not in seen:
        seen.add(name)
        yield name
        name = parent[name]


class ListCounter:
    """Counts the paragraphs of every list as they come, in document order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, number: str, level: int) -> str:
        """Count one paragraph of list ``number`` and return its label, "" for none, "-" for a bullet."""
        levels = self._numbering.levels.get(number)
        if levels is None or level not in levels:
            return ""
        # Instances of one abstract list count on together, save where an instance restarts.
        key = self._numbering.abstract[number]
        counts = self._counts.setdefault(key, [None] * LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for at in self._numbering.restarts[number]:
                counts[at] = None
        here = levels[level]
        before = counts[level]
        counts[level] = here.start if before is None else before + 1
        for below in range(level + 1, LEVELS):
            restart = levels[below].restart if below in levels else None
            if restart is None or (restart > 0 and level < restart):
                counts[below] = None
        return self._write(levels, here, counts)

    @staticmethod
    def _write(levels: dict[int, Level], here: Level, counts: list[int | None]) -> str:
        if here.format == "bullet":
            return BULLET if here.text.strip() else ""
        if here.format == "none":
            return _PLACE_RE.sub("", here.text).strip()

        def place(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            level = levels.get(at, Level())
            count = counts[at]
            return format_number(
                level.start if count is None else count, "decimal" if here.legal else level.format
            )

        return _PLACE_RE.sub(place, here.text).strip()


def format_number(number: int, kind: str) -> str:
    """Write a number as Word does for ``w:numFmt`` ``kind``; unknown kinds are written in digits.

    >>> [format_number(4, kind) for kind in ("upperRoman", "lowerLetter", "decimalZero", "vietnameseCounting")]
    ['IV', 'd', '04', 'bốn']
    >>> format_number(28, "lowerLetter")
    'bb'
    """
    if kind in {"upperRoman", "lowerRoman"} and 0 < number < 4000:
        roman = ""
        for value, letters in _ROMAN:
            roman += letters * (number // value)
            number %= value
        return roman.upper() if kind == "upperRoman" else roman
    if kind in {"upperLetter", "lowerLetter"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in {"vietnameseCounting", "cardinalText"} and 0 <= number < len(_WORDS):
        return _WORDS[number] if kind == "vietnameseCounting" else _WORDS[number].capitalize()
    if kind == "decimalZero":
        return f"{number:02d}"
    return "" if kind == "none" else str(number)
