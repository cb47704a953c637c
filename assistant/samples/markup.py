"""The text of a sample in a light markup becomes blocks that the writers of files lay out.

A line is `@directive value`, `# heading`, `## heading`, a table row between `@table` and `@endtable`, or a
paragraph. `[^1]` calls the footnote given by `@footnote 1 …`. Nothing is guessed: an unknown directive is an error.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Block", "Sample", "parse_sample", "plain_text"]

LISTED = {"issuer", "subject", "sign", "annex_subject"}
SINGLE = {"file", "system", "numbering", "parent", "number", "date", "title", "name", "annex", "annex_note"}


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the body: kind is heading, subheading, paragraph, bullet, footnote, table or recipient."""

    kind: str
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[float, ...] = ()
    part: str = "body"


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample plan: its letterhead and closing as fields, its body and annex as blocks."""

    fields: dict[str, str]
    lists: dict[str, tuple[str, ...]]
    blocks: tuple[Block, ...]

    def part(self, name: str) -> tuple[Block, ...]:
        """The blocks of `body`, `recipients` or `annex`, in order, without the footnotes."""
        return tuple(block for block in self.blocks if block.part == name and block.kind != "footnote")

    def footnotes(self) -> dict[str, str]:
        """The footnotes by their mark."""
        notes = (block.text.partition(" ") for block in self.blocks if block.kind == "footnote")
        return {mark: text for mark, _, text in notes}


def _block(line: str, part: str) -> Block:
    if part == "recipients":
        return Block("recipient", line, part=part)
    for mark, kind in (("## ", "subheading"), ("# ", "heading"), ("- ", "bullet")):
        if line.startswith(mark):
            return Block(kind, line.removeprefix(mark), part=part)
    return Block("paragraph", line, part=part)


def parse_sample(text: str) -> Sample:
    """Read the markup of one sample; ValueError names the first line that is not understood."""
    fields: dict[str, str] = {}
    lists: dict[str, list[str]] = {}
    blocks: list[Block] = []
    part = "body"
    rows: list[tuple[str, ...]] | None = None
    widths: tuple[float, ...] = ()
    for line in filter(None, (line.rstrip() for line in text.splitlines())):
        name, _, value = line.removeprefix("@").partition(" ")
        if name == "endtable" and rows is not None:
            blocks.append(Block("table", "", tuple(rows), widths, part))
            rows = None
        elif rows is not None:
            rows.append(tuple(cell.strip() for cell in line.split("|")))
        elif not line.startswith("@"):
            blocks.append(_block(line, part))
        elif name == "table":
            rows, widths = [], tuple(float(width) for width in value.split(","))
        elif name == "footnote":
            blocks.append(Block("footnote", value, part=part))
        elif name in ("body", "recipients"):
            part = name
        elif name in LISTED:
            lists.setdefault(name, []).append(value)
        elif name in SINGLE:
            fields[name] = value
            part = "annex" if name == "annex" else part
        else:
            raise ValueError(f"not understood in the sample's text: {line!r}")
    return Sample(fields, {key: tuple(values) for key, values in lists.items()}, tuple(blocks))


def plain_text(path: Path) -> str:
    """All words of a sample's source without the marks, to check quotations against."""
    sample = parse_sample(path.read_text(encoding="utf-8"))
    parts = [*sample.fields.values(), *(line for lines in sample.lists.values() for line in lines)]
    for block in sample.blocks:
        parts.append(block.text)
        parts.extend(cell for row in block.rows for cell in row)
    text = "\n".join(parts)
    for mark in sample.footnotes():
        text = text.replace(f"[^{mark}]", "")
    return text
