"""A file becomes its text as it stands: one reader a format, chosen by the file's content first."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from ingest.errors import EmptyFile
from ingest.plan import RawText
from ingest.read.kind import Kind, file_kind

__all__ = ["read_file"]

# Loaded when used: Word, PDF and HTML each bring a library of their own.
_READERS: dict[Kind, tuple[str, str]] = {
    "plain": ("ingest.read.plain", "read_plain"),
    "docx": ("ingest.read.docx", "read_docx"),
    "pdf": ("ingest.read.pdf", "read_pdf"),
    "html": ("ingest.read.html", "read_html"),
    "office": ("ingest.read.office", "read_office"),
    "image": ("ingest.read.scan", "read_image"),
}


def read_file(path: Path) -> RawText:
    """Read the text of a file: .txt .md .docx .pdf .html .doc .odt .rtf, or the picture of a page.

    What the bytes say wins over the ending, so a web page saved as ``.doc`` is read as a web page. For
    plain text, offsets are those of the file's own text. Raises a leaf of UnreadableFile, in Vietnamese,
    when there is no file, no reader, no text, a password, damage, or a missing program.
    """
    module, name = _READERS[file_kind(path)]
    reader: Callable[[Path], RawText] = getattr(import_module(module), name)
    raw = reader(path)
    if not raw.text.strip("\ufeff \t\r\n\f\v\N{NO-BREAK SPACE}\N{LINE SEPARATOR}"):
        raise EmptyFile(path.name, "tệp không có chữ nào", "hãy kiểm tra lại tệp hoặc chọn tệp khác")
    return raw
