"""Hand annotations quote their documents: every anchor is verbatim, every path is an annotated section.

Skipped where ../shared is absent.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eval.check_gold import file_text
from eval.reading import SHARED, originals
from eval.reading_gold import FOLDER, GoldDocument, read_document
from eval.reading_match import plain

WORDS = {"sections": (2,), "assignments": (3,), "deadlines": (1, 3), "targets": (2,), "references": (4,)}
"""Cells that hold words of the document, by kind."""
NUMBERS = {"references": 1}
QUOTED_FIELDS = {
    "title",
    "recipient_first",
    "recipient_last",
    "signer_authority",
    "signer_title",
    "signer_name",
}
LOST_GLYPHS = "seeds/004_9ffbc0ac7630f9e9.txt"
"""Its letters are lost in the file: the anchors are of the text as a reader restores it."""
GOLDS = [read_document(path) for path in sorted(FOLDER.glob("*.yaml"))]


def no_spaces(text: str) -> str:
    return re.sub(r"\s", "", plain(text)).replace("\N{EN DASH}", "-")


def is_there(cell: str, text: str, parting: str = " or ") -> bool:
    """Whether one of the alternatives of a cell is in the text; blank, "*" and "-" ask for nothing."""
    return cell in {"", "*", "-"} or any(plain(one) in text for one in cell.split(parting))


def strange_anchors(gold: GoldDocument, original: str) -> list[str]:
    """Rows whose words are not in the document."""
    text, tight = plain(original), no_spaces(original)
    strange = []
    for kind, cells in WORDS.items():
        for row in gold.rows[kind]:
            number = row.cells[NUMBERS[kind]] if kind in NUMBERS else "-"
            numbers = [one for one in number.split(";") if one.strip() not in {"-", "*"}]
            if not all(is_there(row.cells[cell], text) for cell in cells) or (
                numbers and not any(no_spaces(one) in tight for one in numbers)
            ):
                strange.append(f"{kind}: {row}")
            if gold.split != "dev" and kind == "assignments" and not is_there(row.cells[2], text, ";"):
                strange.append(f"{kind}: {row}")
    for row in gold.rows["letterhead"]:
        field, value = row.cells
        parts = value.split(" ... ") if field == "title" else [value]
        if field in QUOTED_FIELDS and not all(is_there(part, text, "; ") for part in parts):
            strange.append(f"letterhead: {row}")
    return strange


def strange_paths(gold: GoldDocument) -> list[str]:
    """Rows placed where no section was annotated; none where sections were not annotated at all."""
    if "sections" not in gold.kinds:
        return []
    known = {path.strip() for row in gold.rows["sections"] for path in row.cells[0].split(",")} | {
        "*",
        "annex/row",
    }
    strange = []
    for kind in ("bullets", "assignments", "deadlines", "targets"):
        for row in gold.rows[kind]:
            paths = [path.strip().removesuffix(".*") for path in row.cells[0].split(",")]
            outside = paths[0].startswith("-") or (paths[0].startswith("annex") and kind != "bullets")
            if not known & set(paths) and not outside:
                strange.append(f"{kind}: {row}")
    return strange


@pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared")
@pytest.mark.parametrize("gold", GOLDS, ids=[Path(gold.file).stem for gold in GOLDS])
def test_annotations_are_verbatim(gold: GoldDocument, tmp_path: Path) -> None:
    found = originals([gold], tmp_path)
    if gold.file not in found or gold.file == LOST_GLYPHS:
        pytest.skip(f"{gold.file} is not here, or not legible")
    assert strange_anchors(gold, file_text(found[gold.file])) == []


@pytest.mark.parametrize("gold", GOLDS, ids=[Path(gold.file).stem for gold in GOLDS])
def test_annotations_stand_in_annotated_sections(gold: GoldDocument) -> None:
    assert strange_paths(gold) == []
