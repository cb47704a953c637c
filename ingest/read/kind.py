"""What a file is, judged by its first bytes and only then by its ending."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Literal

from ingest.errors import DamagedFile, EmptyFile, EncryptedFile, UnreadableFile, UnsupportedFormat

__all__ = ["Kind", "file_kind"]

Kind = Literal["plain", "docx", "pdf", "html", "office", "image"]

HEAD_BYTES = 4096
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# An encrypted .docx is an OLE container with this stream (MS-OFFCRYPTO 2.1); its directory is UTF-16.
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
WORD_STREAM = "WordDocument".encode("utf-16-le")
IMAGE_MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
HTML_HEAD_RE = re.compile(
    rb"^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
MHTML_HEAD_RE = re.compile(
    rb"^(MIME-Version|From|Content-Type):.{0,2000}multipart/related", re.IGNORECASE | re.DOTALL
)
READABLE = "các định dạng đọc được: .txt, .md, .docx, .pdf, .html, .doc, .odt, .rtf, ảnh .png/.jpg/.tif"
BY_ENDING: dict[str, Kind] = {
    ".txt": "plain", ".md": "plain", ".markdown": "plain", ".text": "plain", ".log": "plain",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".mht": "html", ".mhtml": "html",
}  # fmt: skip
BINARY_ENDINGS = {".docx", ".docm", ".pdf", ".doc", ".odt", ".rtf", ".png", ".jpg", ".jpeg", ".tif", ".tiff"}


def file_kind(path: Path) -> Kind:
    """Tell which reader a file needs.

    Raises UnreadableFile when it cannot be opened, EmptyFile for no bytes, EncryptedFile for a locked Word
    file, DamagedFile when a known ending belies its content, UnsupportedFormat otherwise.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except FileNotFoundError as error:
        raise UnreadableFile(path.name, "không tìm thấy tệp", "hãy kiểm tra lại đường dẫn") from error
    except IsADirectoryError as error:
        raise UnreadableFile(path.name, "đây là thư mục, không phải tệp", "hãy chọn một tệp") from error
    except OSError as error:
        raise UnreadableFile(path.name, "không mở được tệp", "hãy kiểm tra quyền đọc tệp") from error
    if not head:
        raise EmptyFile(path.name, "tệp rỗng (0 byte)", "hãy kiểm tra lại tệp hoặc tải lại")
    return _kind_by_content(path, head) or _kind_by_ending(path)


def _kind_by_content(path: Path, head: bytes) -> Kind | None:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(path)
    if head.startswith(OLE_MAGIC):
        return _kind_of_ole(path)
    if head.lstrip().startswith(b"{\\rtf"):
        return "office"
    if head.startswith(IMAGE_MAGIC):
        return "image"
    if HTML_HEAD_RE.search(head.removeprefix(b"\xef\xbb\xbf")) or MHTML_HEAD_RE.search(head):
        return "html"
    return None


def _kind_by_ending(path: Path) -> Kind:
    ending = path.suffix.lower()
    if ending in BY_ENDING:
        return BY_ENDING[ending]
    if ending in BINARY_ENDINGS:
        raise DamagedFile(
            path.name, f"nội dung không phải là tệp {ending}", "hãy mở tệp bằng phần mềm gốc và lưu lại"
        )
    raise UnsupportedFormat(path.name, f"chưa hỗ trợ định dạng “{ending or 'không có đuôi'}”", READABLE)


def _kind_of_zip(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            mimetype = package.read("mimetype") if "mimetype" in names else b""
            manifest = package.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, EOFError) as error:
        raise DamagedFile(
            path.name, "tệp nén bên trong bị hỏng", "hãy mở bằng Word và lưu lại, hoặc tải lại"
        ) from error
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        if b"encryption-data" in manifest:
            raise EncryptedFile(path.name, "tệp đặt mật khẩu", "hãy bỏ mật khẩu rồi lưu lại")
        return "office"
    if any(name.startswith("word/document") for name in names):
        return "office" if path.suffix.lower() in {".docm", ".dotm", ".dotx"} else "docx"
    if path.suffix.lower() == ".docx":
        raise DamagedFile(path.name, "tệp .docx thiếu phần nội dung", "hãy mở bằng Word và lưu lại")
    raise UnsupportedFormat(path.name, "tệp nén này không phải văn bản Word", READABLE)


def _kind_of_ole(path: Path) -> Kind:
    content = path.read_bytes()
    if ENCRYPTED_STREAM in content:
        raise EncryptedFile(path.name, "tệp đặt mật khẩu", "hãy mở bằng Word, bỏ mật khẩu rồi lưu lại")
    if WORD_STREAM in content:
        return "office"
    raise UnsupportedFormat(path.name, "tệp Office này không phải văn bản Word", READABLE)
