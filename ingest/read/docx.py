"""Word documents: paragraphs and tables in document order, with the numbers that Word would show.

Page heads and feet are furniture and stay out; footnotes are marked "[1]" and follow at the end.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from ingest.errors import DamagedFile, EncryptedFile
from ingest.plan import CELL_BREAK, RawText
from ingest.read.numbering import ListCounter, load_numbering, style_lists
from ingest.read.rows import cell_text, table_lines
from ingest.read.word_runs import OFF, TAB, Node, RunReader, W, text_boxes

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["read_docx"]

MAX_UNPACKED_BYTES = 1 << 30
# A tab after a label ("1.", "a)", "Điều 5.") is the gap before its text; elsewhere it parts two columns.
LABEL_TAB_RE = re.compile(r"^(\s*[-–+•*]|\s*\(?\w{1,6}[.)/]?|\s*\w+(\.\w+)+\.?|\s*Điều \d+\.)\t+")
COLUMN_GAP = "    "
CONTAINERS = {W + tag for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
REMEDY = "hãy mở bằng Word và lưu lại dạng .docx, hoặc tải lại tệp"


def read_docx(path: Path, name: str | None = None) -> RawText:
    """Read a .docx file; ``name`` is what to call it where the file at ``path`` is a conversion of it.

    Raises DamagedFile when the package or its XML is broken, EncryptedFile when its parts are locked.
    """
    from docx import Document as open_document
    from docx.opc.exceptions import PackageNotFoundError

    name = name or path.name
    try:
        with zipfile.ZipFile(path) as package:
            if any(entry.flag_bits & 1 for entry in package.infolist()):
                raise EncryptedFile(name, "tệp đặt mật khẩu", "hãy bỏ mật khẩu rồi lưu lại")
            if sum(entry.file_size for entry in package.infolist()) > MAX_UNPACKED_BYTES:
                raise DamagedFile(name, "tệp nén phình to bất thường", "hãy kiểm tra nguồn gốc của tệp")
        text = _Reader(open_document(str(path))).text()
    except (
        zipfile.BadZipFile,
        zlib.error,
        PackageNotFoundError,
        KeyError,
        ValueError,
        EOFError,
        etree.LxmlError,
    ) as error:
        raise DamagedFile(name, "tệp .docx bị hỏng cấu trúc", REMEDY) from error
    return RawText(name, text)


class _Reader:
    """Walks one document; holds what must be counted on the way: lists and footnotes."""

    def __init__(self, document: Document) -> None:
        self._part = document.part
        self._body = document.element.body
        styles = _related(self._part, "styles")
        numbering = load_numbering(_related(self._part, "numbering"))
        self._lists = ListCounter(numbering)
        self._style_lists = style_lists(styles, numbering) if styles is not None else {}
        self._default_style = _default_style(styles)
        self._runs = RunReader(_caps_styles(styles))

    def text(self) -> str:
        lines = [*self._lines(self._body), *self._note_lines()]
        return "\n".join(lines).strip("\n") + "\n"

    def _lines(self, parent: Node) -> Iterator[str]:
        carried = ""
        for block in _blocks(parent):
            if block.tag == W + "tbl":
                yield from self._table_lines(block)
                continue
            for box in text_boxes(block):
                yield from self._lines(box)
            line = self._paragraph(block, numbered=not carried)
            if _mark_deleted(block):
                # A tracked deletion of the paragraph's end: its words run on into the next one.
                carried += line
                continue
            yield carried + line
            carried = ""
        if carried:
            yield carried

    def _paragraph(self, paragraph: Node, *, numbered: bool) -> str:
        text = self._runs.text(paragraph)
        label = self._label(paragraph) if numbered and text.strip() else ""
        text = LABEL_TAB_RE.sub(r"\1 ", text.strip(TAB))
        text = text.replace(TAB, COLUMN_GAP).strip("\n")
        return f"{label} {text.lstrip()}" if label else text

    def _label(self, paragraph: Node) -> str:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = self._default_style if style is None else style.get(W + "val")
        number: str | None
        number, level = self._style_lists.get(name or "", (None, 0))
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None:
            for child in own:
                if child.tag == W + "numId":
                    number = child.get(W + "val")
                elif child.tag == W + "ilvl":
                    level = int(child.get(W + "val") or 0)
        return "" if number is None or number == "0" else self._lists.label(number, level)

    def _table_lines(self, table: Node) -> Iterator[str]:
        rows = list(_rows(table))
        if all(len(row) == 1 for row in rows):
            # One column is a frame around ordinary text, not a table.
            for row in rows:
                yield from self._lines(row[0])
            return
        yield ""
        yield from table_lines([list(self._cells(row)) for row in rows])
        yield ""

    def _cells(self, row: list[Node]) -> Iterator[str]:
        for cell in row:
            properties = cell.find(W + "tcPr")
            merge = None if properties is None else properties.find(W + "vMerge")
            if merge is not None and merge.get(W + "val") != "restart":
                yield CELL_BREAK
            else:
                yield cell_text(self._cell_lines(cell))
            span = None if properties is None else properties.find(W + "gridSpan")
            yield from [""] * (int(span.get(W + "val") or 1) - 1 if span is not None else 0)

    def _cell_lines(self, cell: Node) -> Iterator[str]:
        for block in _blocks(cell):
            if block.tag != W + "tbl":
                for box in text_boxes(block):
                    yield from self._lines(box)
                yield self._paragraph(block, numbered=True)
                continue
            for row in _rows(block):
                cells = (text for text in self._cells(row) if text.strip())
                yield " | ".join(cells) if len(row) > 1 else CELL_BREAK.join(cells)

    def _note_lines(self) -> Iterator[str]:
        roots = {
            kind: _related(self._part, f"{kind.removesuffix('Reference')}s") for kind, _ in self._runs.notes
        }
        done = 0
        while done < len(self._runs.notes):
            kind, identity = self._runs.notes[done]
            done += 1
            root = roots.get(kind)
            notes = [] if root is None else [note for note in root if note.get(W + "id") == identity]
            words = " ".join(text.strip() for note in notes for text in self._lines(note) if text.strip())
            yield f"[{done}] {words}".rstrip()


def _related(part: object, name: str) -> Node | None:
    """The root element of a part that the main part refers to (styles, numbering, footnotes, endnotes)."""
    for relation in part.rels.values():  # type: ignore[attr-defined]
        if not relation.is_external and relation.reltype.endswith("/" + name):
            target = relation.target_part
            return target.element if hasattr(target, "element") else etree.fromstring(target.blob, _PARSER)
    return None


def _default_style(styles: Node | None) -> str | None:
    for style in () if styles is None else styles.iterfind(W + "style"):
        if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true", "on"}:
            return str(style.get(W + "styleId"))
    return None


def _blocks(parent: Node) -> Iterator[Node]:
    """Paragraphs and tables directly under ``parent``, content controls and insertions opened."""
    for child in parent:
        if child.tag in {W + "p", W + "tbl"}:
            yield child
        elif child.tag in CONTAINERS:
            yield from _blocks(child)


def _rows(table: Node) -> Iterator[list[Node]]:
    """The cells of each row, deleted rows left out."""
    for row in _inside(table, "tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield [*_skipped_columns(row), *_inside(row, "tc")]


def _skipped_columns(row: Node) -> list[Node]:
    """Empty cells for the columns that a row leaves out at its start (``w:gridBefore``)."""
    before = row.find(f"{W}trPr/{W}gridBefore")
    return [
        etree.Element(W + "tc") for _ in range(int(before.get(W + "val") or 0) if before is not None else 0)
    ]


def _inside(parent: Node, tag: str) -> Iterator[Node]:
    for child in parent:
        if child.tag == W + tag:
            yield child
        elif child.tag in CONTAINERS:
            yield from _inside(child, tag)


def _mark_deleted(paragraph: Node) -> bool:
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _caps_styles(styles: Node | None) -> frozenset[str]:
    """Styles whose text is shown in capitals (their own setting, or that of the nearest ancestor)."""
    if styles is None:
        return frozenset()
    caps: dict[str, bool | None] = {}
    parent: dict[str, str | None] = {}
    for style in styles.iterfind(W + "style"):
        switch = style.find(f"{W}rPr/{W}caps")
        based = style.find(W + "basedOn")
        name = style.get(W + "styleId")
        caps[name] = None if switch is None else switch.get(W + "val") not in OFF
        parent[name] = None if based is None else based.get(W + "val")
    return frozenset(name for name in caps if _inherited(name, caps, parent))


def _inherited(name: str | None, caps: dict[str, bool | None], parent: dict[str, str | None]) -> bool:
    for _ in range(len(caps)):
        if name is None or name not in caps:
            return False
        if caps[name] is not None:
            return bool(caps[name])
        name = parent[name]
    return False
