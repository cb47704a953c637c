"""Letters first: NFC, and nothing in the text that only a typesetter needs.

Quotes, dashes and case stay as they were written; only what carries no word goes: zero-width and
soft-hyphen characters, control characters, ligatures of fonts, exotic spaces and line ends.
"""

from __future__ import annotations

import re
import unicodedata

from ingest.repair.offsets import Edit, MappedText

__all__ = ["normalise_unicode"]

# What PDF fonts and word processors leave between the letters, and what it stands for. U+2028 parts
# paragraphs in a table cell and is ours; the form feed marks a page until the furniture is gone.
_REPLACED = {
    "\N{SOFT HYPHEN}": "",
    "\N{ZERO WIDTH SPACE}": "",
    "\N{ZERO WIDTH NON-JOINER}": "",
    "\N{ZERO WIDTH JOINER}": "",
    "\N{WORD JOINER}": "",
    "\N{ZERO WIDTH NO-BREAK SPACE}": "",
    "\N{LEFT-TO-RIGHT MARK}": "",
    "\N{RIGHT-TO-LEFT MARK}": "",
    "\N{LATIN SMALL LIGATURE FF}": "ff",
    "\N{LATIN SMALL LIGATURE FI}": "fi",
    "\N{LATIN SMALL LIGATURE FL}": "fl",
    "\N{LATIN SMALL LIGATURE FFI}": "ffi",
    "\N{LATIN SMALL LIGATURE FFL}": "ffl",
    "\N{LATIN SMALL LIGATURE LONG S T}": "st",
    "\N{LATIN SMALL LIGATURE ST}": "st",
    # Vietnamese has no eth: old keyboards and OCR write it for đ, and it looks the same in capitals.
    "\N{LATIN CAPITAL LETTER ETH}": "Đ",
    # A dash by any other code point; the long dashes "–" and "—" stay as written.
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{MINUS SIGN}": "-",
    # Symbol-font bullets land in the private use area.
    "\uf0b7": "•",
    "\uf02d": "-",
    "\uf0a7": "•",
    "\uf0d8": "•",
    "\uf0fc": "•",
    "\r\n": "\n",
    "\r": "\n",
    "\v": "\n",
    "\N{NEXT LINE}": "\n",
    "\N{PARAGRAPH SEPARATOR}": "\n",
}
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LAYOUT_RE = re.compile(
    # A soft hyphen at a line's end has parted one word: the line end goes with it.
    "\u00ad[ ]*(?:\r?\n[ ]*){1,2}(?=[^\\W\\d_])|\r\n|["
    + "".join(key for key in _REPLACED if len(key) == 1)
    + _SPACES
    + "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
# A letter with the marks that follow it, or a lone letter that has a composed twin (U+0340 and the like).
_CLUSTER_RE = re.compile("[^\\W\\d_][\u0300-\u036f]+|[\u0340\u0341\u0343\u0344\u212a\u212b]")


def _layout_letter(found: str) -> str:
    if found in _REPLACED:
        return _REPLACED[found]
    return " " if len(found) == 1 and unicodedata.category(found) == "Zs" else ""


def normalise_unicode(text: MappedText) -> MappedText:
    r"""Compose letters (NFC) and drop layout characters.

    >>> normalise_unicode(MappedText.identity("Tu\u031b\u0300 nga\u0300y\u00a001")).text
    'Từ ngày 01'
    """
    text = text.replace(
        Edit(found.start(), found.end(), _layout_letter(found[0])) for found in _LAYOUT_RE.finditer(text.text)
    )
    if unicodedata.is_normalized("NFC", text.text):
        return text
    edits = []
    for found in _CLUSTER_RE.finditer(text.text):
        composed = unicodedata.normalize("NFC", found[0])
        if composed != found[0]:
            edits.append(Edit(found.start(), found.end(), composed))
    return text.replace(edits)
