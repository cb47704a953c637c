"""The lines of a document as the extractors see them: each with its section and its nearest numbered path.

Left out: the letterhead, the recipients and signature, table rows (``rows.py`` reads those); footnotes come
last, with the path of the section that carries their mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ingest.facts.language.sentences import strip_label
from ingest.parse.quoting import quoted_part
from ingest.plan import CELL_SEPARATOR, Range, Section, SourceText, Structure

__all__ = ["Block", "list_blocks"]

_SENTENCE = 4
"""Words after a heading's colon that make it more than a heading."""
BlockKind = Literal["preamble", "heading", "text", "footnote"]


@dataclass(frozen=True, slots=True)
class Block:
    """One line of clean text and where it stands in the tree."""

    text: str
    start: int
    """Clean offset of ``text[0]``."""
    body: int
    """Where the words begin after the line's own label, counted in ``text``."""
    kind: BlockKind
    path: str
    chain: tuple[Section, ...]
    """The sections that hold it, the outermost first."""

    @property
    def opens(self) -> bool:
        """Whether it is the first line of its section."""
        return bool(self.chain) and self.chain[-1].range.start == self.start

    @property
    def speaks(self) -> bool:
        """Whether the line can say a fact: body text, or a heading that runs on into its text after a colon."""
        if self.kind != "heading":
            return self.kind == "text" and not self.text.isupper()
        beyond = self.text[max(0, self.chain[-1].heading_range.end - self.start) :]
        return len(beyond.strip(" *:.").split()) >= _SENTENCE or (
            len(self.text.partition(": ")[2].split()) >= _SENTENCE
        )

    def headings(self) -> str:
        """All headings above, for tests such as "is this about targets"."""
        return " / ".join(section.heading for section in self.chain if section.heading)

    def clean(self, start: int, end: int) -> Range:
        """Move offsets in ``text`` to clean offsets."""
        return Range(self.start + start, self.start + end)


class _Tree:
    """Finds the innermost section at a clean offset."""

    def __init__(self, sections: tuple[Section, ...]) -> None:
        self._chains: list[tuple[Section, ...]] = []
        for section in sections:
            self._add(section, ())
        self._chains.sort(key=lambda chain: (chain[-1].range.start, len(chain)))
        self._starts = [chain[-1].range.start for chain in self._chains]

    @property
    def first(self) -> int:
        """Where the first section begins; -1 without sections."""
        return self._starts[0] if self._starts else -1

    def _add(self, section: Section, above: tuple[Section, ...]) -> None:
        chain = (*above, section)
        self._chains.append(chain)
        for child in section.children:
            self._add(child, chain)

    def chain(self, at: int) -> tuple[Section, ...]:
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return ()
        chain = self._chains[index]
        while chain and at >= chain[-1].range.end:
            chain = chain[:-1]
        return chain


def numbered_path(chain: tuple[Section, ...]) -> str:
    """The path of the nearest numbered section; bullets are not cited by themselves."""
    return re.sub(r"(?:^|/)[-+*]\d+", "", chain[-1].path).lstrip("/") or "preamble" if chain else ""


def _lines(source: SourceText, end: int) -> Iterator[Range]:
    start = 0
    while start < end:
        stop = source.clean.find("\n", start, end)
        stop = end if stop < 0 else stop
        if source.clean[start:stop].strip():
            yield Range(start, stop)
        start = stop + 1


def _inside(at: int, ranges: list[Range]) -> bool:
    index = bisect_right(ranges, at, key=lambda held: held.start) - 1
    return index >= 0 and at < ranges[index].end


def list_blocks(source: SourceText, structure: Structure) -> tuple[Block, ...]:
    """List the lines that can say a fact, in reading order, footnotes last."""
    tree = _Tree(structure.sections)
    rows = sorted(row.range for table in structure.tables for row in table.rows)
    foot = structure.closing.span
    found: list[Block] = []
    for line in _lines(source, source.body_end):
        chain = tree.chain(line.start)
        if not chain and line.start < tree.first < line.end:
            # The title and the first basis on one line: "... dân dụng Căn cứ Luật ...".
            line = Range(tree.first, line.end)
            chain = tree.chain(line.start)
        text = source.clean[line.start : line.end]
        if not chain or _inside(line.start, rows) or chain[-1].kind == "closing":
            continue
        if foot and foot.start <= source.span(line.start, line.start + 1).start < foot.end:
            continue
        if CELL_SEPARATOR in text.strip() and structure.tables:
            continue
        kind: BlockKind = "preamble" if chain[0].kind == "preamble" else "text"
        ends = chain[-1].heading_range.end
        if chain[-1].heading_range.start <= line.start < ends:
            kind = "heading"
        path = numbered_path(chain)
        rest = source.clean[ends : line.end].lstrip() if kind == "heading" else ""
        if rest[:1].isupper() and source.clean[ends] == " ":
            # "1. Trách nhiệm của Bộ Nội vụ Phối hợp với ...": the sentence is a line of its own.
            begin = line.end - len(rest)
            found.append(Block(text[: ends - line.start], line.start, strip_label(text), kind, path, chain))
            found.append(Block(rest, begin, 0, "text", path, chain))
            continue
        if quoted := quoted_part(text):
            # "Sửa đổi khoản 2 như sau: “2. Sở Y tế ...": what is set is a line of its own.
            found.append(Block(text[:quoted], line.start, strip_label(text), kind, path, chain))
            line, text, kind = Range(line.start + quoted, line.end), text[quoted:], "text"
        found.append(Block(text, line.start, strip_label(text), kind, path, chain))
    for note in source.footnotes:
        chain = tree.chain(note.anchor) if note.anchor is not None else ()
        text = source.clean[note.range.start : note.range.end]
        found.append(Block(text, note.range.start, 0, "footnote", numbered_path(chain), chain))
    return tuple(found)
