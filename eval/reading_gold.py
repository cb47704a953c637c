"""Hand annotations of how plans read: one YAML a document becomes frozen rows.

The format and what counts as one of each kind are told in eval/data/reading/README.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from pathlib import Path

__all__ = [
    "DATA",
    "FOLDER",
    "KINDS",
    "GoldDocument",
    "GoldRow",
    "ReadingGoldError",
    "read_document",
    "read_rows",
]

DATA = Path(__file__).resolve().parent / "data"
FOLDER = DATA / "reading"
KINDS = ("letterhead", "sections", "bullets", "assignments", "deadlines", "targets", "references")
WIDTH = {"sections": 3, "bullets": 2, "assignments": 4, "deadlines": 4, "targets": 3, "references": 5}
_BRACES_RE = re.compile(r"^(.*)\{([^}]*)\}(.*)$")


class ReadingGoldError(ValueError):
    """A gold file that does not follow the format; the message names the file, kind and line."""


@dataclass(frozen=True, slots=True)
class GoldRow:
    """One unit: ``cells`` as the README orders them; an optional one is neither asked for nor punished."""

    optional: bool
    cells: tuple[str, ...]

    def __str__(self) -> str:
        return ("? " if self.optional else "") + " | ".join(self.cells)


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """All that was annotated in one document.

    ``file`` is relative to ../shared, or ``gazette/<id>`` of a document of the Official Gazette, or
    ``libraries/<library>/<name>`` of a plan written for the evaluation; ``split`` is dev (rules may be tuned on it),
    test2, test5, test6 or test10 (annotated later by other hands, closed to those who write rules). ``kinds`` are those annotated.
    """

    file: str
    split: str
    rows: dict[str, tuple[GoldRow, ...]]
    kinds: frozenset[str] = frozenset(KINDS)


def read_rows(kind: str, text: str) -> tuple[GoldRow, ...]:
    """Turn the lines of one kind into rows, one unit each.

    ``{a,b}`` in a path stands for several sections; in assignments ``A + B`` are several actors and
    ``x // y`` several tasks.

    >>> [row.cells[0] for row in read_rows("sections", "V.{1,2} | i |")]
    ['V.1', 'V.2']
    >>> len(read_rows("assignments", "V.1 | lead | Sở A + Sở B | việc một // việc hai"))
    4
    """
    rows: list[GoldRow] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        optional = line.startswith("?")
        cells = [cell.strip() for cell in line.removeprefix("?").split("|")]
        if kind != "letterhead" and len(cells) > WIDTH[kind]:
            raise ReadingGoldError(f"{kind}: quá nhiều ô trong dòng «{line}» (too many cells)")
        cells += [""] * (WIDTH.get(kind, 2) - len(cells))
        rows.extend(GoldRow(optional, unit) for unit in _units(kind, cells))
    return tuple(rows)


def _units(kind: str, cells: list[str]) -> list[tuple[str, ...]]:
    if kind == "sections" and (braces := _BRACES_RE.match(cells[0])):
        before, inside, after = braces.groups()
        return [(f"{before}{label.strip()}{after}", *cells[1:]) for label in inside.split(",")]
    if kind == "assignments":
        actors, anchors = cells[2].split(" + "), cells[3].split(" // ")
        return [
            (cells[0], cells[1], actor.strip(), anchor.strip()) for actor, anchor in product(actors, anchors)
        ]
    return [tuple(cells)]


def read_document(path: Path) -> GoldDocument:
    """Read one gold file, where a kind that is null was not annotated; raises ReadingGoldError for a wrong form."""
    import yaml

    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict) or not {"document", "split", *KINDS} <= data.keys():
        raise ReadingGoldError(f"{path.name}: thiếu document, split hoặc một loại (missing keys)")
    try:
        rows = {kind: read_rows(kind, data[kind] or "") for kind in KINDS}
    except ReadingGoldError as error:
        raise ReadingGoldError(f"{path.name}: {error}") from error
    annotated = frozenset(kind for kind in KINDS if data[kind] is not None)
    return GoldDocument(data["document"], data["split"], rows, annotated)
