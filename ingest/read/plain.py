"""Plain text and Markdown: the bytes become the file's own text, letter for letter.

UTF-8 stays exactly as decoded (byte order mark, CRLF and all), because offsets are promised in it.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from ingest.errors import DamagedFile, EmptyFile
from ingest.plan import RawText

__all__ = ["cp1252_letter", "decode_text", "read_plain"]

# Text may hold tabs, line ends, form feeds and an end-of-file mark; much else means a binary file. A few zero bytes
# are what a PDF's symbol font leaves of check boxes.
CONTROL_RE = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
MAX_CONTROL_SHARE = 0.02
# A file cut or pasted in the wrong place: a few bad bytes among good UTF-8 letters are marked, not refused.
MAX_BAD_UTF8_SHARE = 0.02
# Windows-1258 writes the five tones as marks after the vowel, nothing else in a Vietnamese file does.
CP1258_TONES = "\u0300\u0301\u0303\u0309\u0323"
MIN_CP1258_TONES_ON_VOWELS = 0.95


def read_plain(path: Path) -> RawText:
    """Read a .txt or .md file; pages start after each form feed where there are any.

    Raises DamagedFile for a binary file, EmptyFile for one without letters.
    """
    data = path.read_bytes()
    if not data.strip():
        raise EmptyFile(path.name, "tệp không có chữ nào", "hãy kiểm tra lại tệp hoặc chọn tệp khác")
    text, notes = decode_text(data, path.name)
    breaks = [at + 1 for at, letter in enumerate(text) if letter == "\f"] if "\f" in text else []
    pages = (0, *(at for at in breaks if at < len(text))) if breaks else ()
    return RawText(path.name, text, pages=pages, notes=notes)


def decode_text(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    r"""Decode bytes of unknown encoding; the second part tells the user what was odd.

    Text in a legacy Vietnamese font (TCVN3, VNI, VPS) comes out as the Latin letters it was stored in;
    turning them into Vietnamese is the repair's work. Raises DamagedFile for bytes that are no text.

    >>> decode_text("Kê\u0301 hoa\u0323ch".encode("cp1258"), "kh.txt")[0] == "Kê\u0301 hoa\u0323ch"
    True
    """
    text = _decode_unicode(data)
    notes: tuple[str, ...] = ()
    if text is None:
        text, notes = _decode_eight_bit(data, name)
    controls = len(CONTROL_RE.findall(text))
    if controls > MAX_CONTROL_SHARE * len(text):
        raise DamagedFile(
            name, "tệp chứa dữ liệu nhị phân, không phải văn bản", "hãy xuất lại tệp dạng văn bản UTF-8"
        )
    return text, notes


def _decode_unicode(data: bytes) -> str | None:
    """UTF-8, or UTF-16 and UTF-32 by their marks or their pattern of zero bytes; None for anything else."""
    for mark, encoding in (
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data:
        # Vietnamese in UTF-16 has a zero byte at every space and plain letter, always on the same side.
        even, odd = data[0::2].count(0), data[1::2].count(0)
        if max(even, odd) > len(data) * 0.2 and min(even, odd) < max(even, odd) * 0.05:
            return data.decode("utf-16-le" if odd > even else "utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _decode_eight_bit(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    patched = data.decode("utf-8", "replace")
    bad = patched.count("\N{REPLACEMENT CHARACTER}")
    foreign = sum(1 for letter in patched if letter > "\x7f")
    if bad <= max(1, MAX_BAD_UTF8_SHARE * foreign) and foreign > bad:
        return patched, (f"{name}: {bad} byte không đọc được, đã thay bằng dấu “\N{REPLACEMENT CHARACTER}”.",)
    if _is_cp1258(data):
        return data.decode("cp1258", "replace"), ()
    return "".join(cp1252_letter(byte) for byte in data), ()


def _is_cp1258(data: bytes) -> bool:
    text = data.decode("cp1258", "replace")
    tones = [at for at, letter in enumerate(text) if letter in CP1258_TONES]
    if not tones:
        return False
    on_vowels = sum(1 for at in tones if at and text[at - 1] in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")
    return on_vowels >= MIN_CP1258_TONES_ON_VOWELS * len(tones)


def cp1252_letter(byte: int) -> str:
    """Windows-1252, its five unused bytes kept as they are: VPS and VISCII put letters there."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)
