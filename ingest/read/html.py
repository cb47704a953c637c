"""Web pages, also those saved as .doc or .mht: blocks become lines, tables rows, list items get their labels."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EncodingDetector
from bs4.element import Comment, NavigableString, PreformattedString

from ingest.plan import CELL_BREAK, RawText
from ingest.read.kind import MHTML_HEAD_RE
from ingest.read.numbering import format_number
from ingest.read.plain import decode_text
from ingest.read.rows import cell_text, table_lines

__all__ = ["read_html"]

DROPPED = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "nav",
        "aside",
        "svg",
        "button",
        "select",
        "option",
        "input",
        "textarea",
        "head",
        "del",
        "object",
    ]
)
# Heads and feet of the web page itself; those inside an article belong to the document.
PAGE_FURNITURE = frozenset({"header", "footer"})
BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "td",
        "th",
        "ul",
        "caption",
    ]
)
LIST_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
MAX_SPAN = 200
# Not U+00AD: the TCVN3 fonts draw it as the letter "ư", so the repair judges it.
INVISIBLE_RE = re.compile("[\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}\N{WORD JOINER}]")
COLUMN_GAP_RE = re.compile("\N{NO-BREAK SPACE}{4,}")
COLUMN_GAP = "    "
LABELLED_RE = re.compile(r"^([-–+•*]|\(?(\d{1,3}|[a-zđ]|[IVXLC]+)(\.\d{1,3})*[.)/])(\s|$)")
HIDDEN_RE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
UNITS_WITH_POWER_RE = re.compile(r"(?<![^\W\d_])(m|km|cm|dm|mm|hm)$")


def read_html(path: Path) -> RawText:
    """Read a web page as its reader sees it, without its scripts, menus and hidden parts."""
    data = path.read_bytes()
    if MHTML_HEAD_RE.search(data[:4096]):
        data = _page_of_archive(data)
    markup, notes = _decode(data, path.name)
    lines = _Writer().write(BeautifulSoup(markup, "lxml"))
    return RawText(path.name, "\n".join(lines) + "\n", notes=notes)


def _page_of_archive(data: bytes) -> bytes:
    """The web page inside a "single file web page" (MHTML)."""
    for part in email.message_from_bytes(data, policy=email.policy.default).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else b""
    return b""


def _decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """By the declared encoding where it holds, otherwise as any text; sites often declare a wrong one."""
    declared = EncodingDetector.find_declared_encoding(data, is_html=True)
    if declared and declared.lower() not in {"utf-8", "utf8", "windows-1252", "iso-8859-1"}:
        try:
            return data.decode(declared), ()
        except (UnicodeDecodeError, LookupError):
            pass
    return decode_text(data, name)


class _Writer:
    """Turns a tree of tags into lines; ``_words`` is the line being written."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._words = ""
        self._label = ""

    def write(self, node: Tag) -> list[str]:
        """Return the lines of ``node``, runs of empty ones folded."""
        self._walk(node)
        self._end_line()
        folded = (line for at, line in enumerate(self._lines) if line or (at and self._lines[at - 1]))
        return list(folded)

    def _end_line(self) -> None:
        words = re.sub(r"(?<! ) (?! )", " ", self._words).strip()
        if words:
            label = "" if LABELLED_RE.match(words) else self._label
            self._lines.append(f"{label} {words}" if label else words)
            self._label = ""
        self._words = ""

    def _walk(self, node: Tag) -> None:
        for child in node.children:
            if isinstance(child, Tag):
                self._tag(child)
            elif isinstance(child, NavigableString) and not isinstance(child, Comment | PreformattedString):
                self._text(str(child))

    def _text(self, text: str) -> None:
        text = COLUMN_GAP_RE.sub("\0", INVISIBLE_RE.sub("", text))
        text = re.sub(r"\s+", " ", text).replace("\0", COLUMN_GAP)
        if text.startswith(" ") and (not self._words or self._words.endswith(" ")):
            text = text.lstrip(" ")
        self._words += text

    def _tag(self, tag: Tag) -> None:
        if tag.name in DROPPED or _is_hidden(tag) or _is_page_furniture(tag):
            return
        if tag.name == "br":
            self._end_line()
        elif tag.name == "sup":
            self._raised(tag)
        elif tag.name == "pre":
            self._end_line()
            self._lines += [line.rstrip() for line in tag.get_text().splitlines()]
        elif tag.name == "table" and not _is_layout(tag):
            self._end_line()
            self._lines += ["", *table_lines(_rows(tag)), ""]
        elif tag.name in {"ol", "ul"}:
            self._end_line()
            self._list(tag)
            self._end_line()
        elif tag.name in BLOCKS:
            self._end_line()
            self._walk(tag)
            self._end_line()
        else:
            self._walk(tag)

    def _raised(self, tag: Tag) -> None:
        """A raised number is the mark of a footnote, unless it is the power of a unit (km²)."""
        mark = tag.get_text().strip()
        if mark.isdigit() and not (mark in {"2", "3"} and UNITS_WITH_POWER_RE.search(self._words)):
            mark = f"[{mark}]"
        self._words += mark

    def _list(self, tag: Tag) -> None:
        number = _integer(tag, "start", 1)
        plain = "none" in str(tag.get("style", "")).replace(" ", "") and "list-style" in str(
            tag.get("style", "")
        )
        for child in tag.children:
            if not isinstance(child, Tag):
                continue
            if child.name != "li":
                self._tag(child)
                continue
            if tag.name == "ol":
                number = _integer(child, "value", number)
                label = format_number(number, LIST_FORMATS.get(str(tag.get("type", "1")), "decimal")) + "."
                number += 1
            else:
                label = "-"
            self._end_line()
            self._label = "" if plain else label
            self._tag(child)
            self._label = ""


def _is_hidden(tag: Tag) -> bool:
    return tag.has_attr("hidden") or bool(HIDDEN_RE.search(str(tag.get("style", ""))))


def _is_page_furniture(tag: Tag) -> bool:
    return tag.name in PAGE_FURNITURE and tag.find_parent(["main", "article"]) is None


def _integer(tag: Tag, name: str, default: int) -> int:
    value = str(tag.get(name, "")).strip()
    return int(value) if value.isdigit() else default


def _is_layout(table: Tag) -> bool:
    """A table that holds tables and has no borders or headers arranges a page; so does one column."""
    if all(len(list(_own_cells(row))) <= 1 for row in _own_rows(table)):
        return True
    bordered = str(table.get("border", "0")) not in {"0", ""} or table.find("th") is not None
    return table.find("table") is not None and not bordered


def _own_rows(table: Tag) -> Iterator[Tag]:
    return (row for row in table.find_all("tr") if row.find_parent("table") is table)


def _own_cells(row: Tag) -> Iterator[Tag]:
    return (cell for cell in row.find_all(["td", "th"], recursive=False))


def _rows(table: Tag) -> list[list[str]]:
    """The cells of a table; a cell that one above covers says so, what stands beside a wide one is empty."""
    covered: dict[tuple[int, int], str] = {}
    rows: list[list[str]] = []
    for y, row in enumerate(_own_rows(table)):
        cells: list[str] = []
        for cell in _own_cells(row):
            while (y, len(cells)) in covered:
                cells.append(covered[y, len(cells)])
            across, down = (min(max(_integer(cell, name, 1), 1), MAX_SPAN) for name in ("colspan", "rowspan"))
            at = len(cells)
            covered |= {
                (y + dy, at + dx): "" if dx else CELL_BREAK for dy in range(1, down) for dx in range(across)
            }
            cells += [_cell(cell), *[""] * (across - 1)]
        while (y, len(cells)) in covered:
            cells.append(covered[y, len(cells)])
        rows.append(cells)
    return rows


def _cell(cell: Tag) -> str:
    lines = _Writer().write(cell)
    return cell_text(line.replace("\t", " | ") for line in lines)
