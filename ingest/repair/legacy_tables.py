"""How Vietnamese was stored before Unicode, and how Unicode looks when read with the wrong code page.

Each table maps what stands in the text (the stored bytes as Windows-1252 letters) to what was meant.
Sources: TCVN 5712:1993 (VN3, the "ABC" fonts .VnTime); the VNI-Windows and VPS font tables as published
by their makers and kept in the open converters (xvnkb, Unikey); UTF-8 by its own definition.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from ingest.read.plain import cp1252_letter

__all__ = ["mojibake_table", "tcvn3_table", "vni_table", "vps_table"]

# The letters in the order of the tables below: plain, sharp, grave, hook, tilde, dot.
_TONE_MARKS = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
_VOWELS = "a â ă e ê o ô ơ u ư i y".split()

# One row a vowel, six tones each; "." where the plain ASCII letter stands for itself.
_TCVN3_LOWER = """
. ¸ µ ¶ · ¹   © Ê Ç È É Ë   ¨ ¾ » ¼ ½ Æ   . Ð Ì Î Ï Ñ   ª Õ Ò Ó Ô Ö   . ã ß á â ä
« è å æ ç é   ¬ í ê ë ì î   . ó ï ñ ò ô   SHY ø õ ö ÷ ù   . Ý × Ø Ü Þ   . ý ú û ü þ
"""
_TCVN3_CAPITALS = {"¡": "Ă", "¢": "Â", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư", "§": "Đ", "®": "đ"}

_VPS_LOWER = """
. E1 E0 E4 E3 E5   E2 C3 C0 C4 C5 C6   E6 A1 A2 A3 A4 A5   . E9 E8 C8 EB CB   EA 89 8A 8B CD 8C
. F3 F2 D5 F5 86   F4 D3 D2 B0 87 B6   D6 A7 A9 AA AB AE   . FA F9 FB DB F8   DC D9 D8 BA BB BF
. ED EC CC EF CE   . 9A FF 9B CF 9C
"""
# Capitals whose place is not that of a small letter; the dotted ones have none of their own.
_VPS_UPPER = """
. C1 80 81 82 .   C2 83 84 85 . .   88 8D 8E 8F F0 .   . C9 D7 DE FE .   CA 90 93 94 95 .
. B9 BC BD BE .   D4 96 97 98 99 .   F7 9D 9E 9F A6 .   . DA A8 D1 AC .   D0 AD AF B1 . .
. B4 B5 B7 B8 .   . DD B2 FD B3 .
"""

_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_HATS = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVES = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_SINGLE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}

_PUNCTUATION = "“”‘’–—…•≥≤≠°ºª²³½·«»±×÷§©®→−\N{NO-BREAK SPACE}"


def _letter(vowel: str, tone: str) -> str:
    return unicodedata.normalize("NFC", vowel + tone)


def _latin1(letter: str) -> str:
    try:
        return letter.encode("cp1252").decode("latin-1")
    except UnicodeEncodeError:
        return letter


def _meant(cells: str) -> dict[int, str]:
    """Number of the cell -> the letter meant, for the cells that are filled."""
    letters = [_letter(vowel, tone) for vowel in _VOWELS for tone in _TONE_MARKS]
    return {at: letters[at] for at, cell in enumerate(cells.split()) if cell != "."}


@cache
def tcvn3_table() -> dict[str, str]:
    """TCVN3 (ABC). Capitals with tones are small letters in a capitals font; see ``legacy_fonts``."""
    cells = ["\N{SOFT HYPHEN}" if cell == "SHY" else cell for cell in _TCVN3_LOWER.split()]
    return {cells[at]: letter for at, letter in _meant(_TCVN3_LOWER).items()} | _TCVN3_CAPITALS


@cache
def vps_table() -> dict[str, str]:
    """VPS; the dotted capitals of its control bytes are not mapped (readers drop control bytes)."""
    lower, upper = _VPS_LOWER.split(), _VPS_UPPER.split()
    table = {cp1252_letter(int(upper[at], 16)): letter.upper() for at, letter in _meant(_VPS_UPPER).items()}
    table |= {cp1252_letter(int(lower[at], 16)): letter for at, letter in _meant(_VPS_LOWER).items()}
    table |= {cp1252_letter(0xC7): "đ", cp1252_letter(0xF1): "Đ"}
    # The same bytes read as Latin-1 are control characters.
    return {_latin1(stored): letter for stored, letter in table.items()} | table


@cache
def vni_table() -> dict[str, str]:
    """VNI-Windows: a base letter and one for its marks; ơ, ư, đ and i have letters of their own."""
    table = dict(_VNI_SINGLE)
    for base in "aeouy":
        table |= {base + mark: _letter(base, tone) for mark, tone in _VNI_TONES.items()}
    for base, hat in (("a", "â"), ("e", "ê"), ("o", "ô")):
        table |= {base + mark: _letter(hat, tone) for mark, tone in _VNI_HATS.items()}
    table |= {"a" + mark: _letter("ă", tone) for mark, tone in _VNI_BREVES.items()}
    for stored, horn in (("ô", "ơ"), ("ö", "ư")):
        table |= {stored + mark: _letter(horn, tone) for mark, tone in _VNI_TONES.items()}
    capitals = {stored.upper(): letter.upper() for stored, letter in table.items()}
    # A capital letter with a small mark ("Aù") is how many keyboards stored a name's first letter.
    mixed = {stored[0].upper() + stored[1:]: letter.upper() for stored, letter in table.items()}
    return table | mixed | capitals


@cache
def mojibake_table(code_page: str, depth: int = 1) -> dict[str, str]:
    """UTF-8 read as ``code_page`` ("cp1252", "cp1258", "latin-1"), ``depth`` times over."""
    letters = {_letter(vowel, tone) for vowel in _VOWELS for tone in _TONE_MARKS} | {"đ"}
    letters |= {letter.upper() for letter in letters}
    marks = set(_TONE_MARKS[1:]) | {"\u0302", "\u0306", "\u031b"}
    table = {}
    for meant in letters | marks | set(_PUNCTUATION):
        if meant.isascii():
            continue
        seen = meant
        for _ in range(depth):
            seen = "".join(_seen_as(byte, code_page) for byte in seen.encode("utf-8"))
        table[seen] = meant
    return table


def _seen_as(byte: int, code_page: str) -> str:
    try:
        return bytes([byte]).decode(code_page)
    except UnicodeDecodeError:
        return chr(byte)
