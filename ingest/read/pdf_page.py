"""What stands on one PDF page, taken from PDFium: its letters with their boxes, and its ruling lines.

Coordinates are points with the origin at the top left *as displayed* (page rotation undone).
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

import pypdfium2.raw as pdfium

__all__ = ["Box", "Glyph", "Ruling", "read_glyphs", "read_rulings"]

Handle: TypeAlias = Any  # a ctypes pointer of PDFium

MAX_RULING_THICKNESS = 3.0
MIN_RULING_LENGTH = 4.0
MAX_FORM_DEPTH = 4
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# PDFium reports a hyphen at a line's end as U+0002 or U+FFFE; Word fonts map the plain hyphen to U+00AD.
HYPHENS = {"\x02": "-", "\ufffe": "-"}
# But the TCVN3 fonts draw U+00AD as the letter "ư"; a page in them is full of these signs.
TCVN3_SIGNS = frozenset("µ¸¶·¹¨»¾¼½©®ª«¬§")
MIN_TCVN3_SIGNS = 5
# Bullets drawn from the Symbol and Wingdings fonts.
BULLETS = {"\uf0b7": "-", "\uf0a7": "-", "\uf0d8": "-", "\uf02d": "-", "\uf0fc": "✓", "\uf0a8": "☐"}
LINE_ENDS = frozenset(map(ord, "\r\n"))
SPELLED = LIGATURES | HYPHENS | BULLETS


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    x0: float
    top: float
    x1: float
    bottom: float


class Glyph(NamedTuple):
    """A letter as text, where it stands (its box ends at the baseline); ``lost`` when something is painted but says no letter."""

    text: str
    box: Box
    lost: bool = False


class Ruling(NamedTuple):
    """A drawn line, horizontal or vertical."""

    box: Box
    horizontal: bool


def _upright(left: float, bottom: float, right: float, top: float, rotation: int) -> Box:
    """From PDF space (y grows upward, before rotation) to the page as displayed; the origin is free."""
    if rotation == 90:
        return Box(bottom, left, top, right)
    if rotation == 180:
        return Box(-right, bottom, -left, top)
    if rotation == 270:
        return Box(-top, -right, -bottom, -left)
    return Box(left, -top, right, -bottom)


def read_glyphs(textpage: Handle, rotation: int) -> list[Glyph]:
    """Read all letters in the order of the page's content; spaces come as " " without a usable box."""
    glyphs: list[Glyph] = []
    loose = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    letter_at, box_at, origin_at = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetCharOrigin,
    )
    for at in range(pdfium.FPDFText_CountChars(textpage)):
        code = letter_at(textpage, at)
        if code in LINE_ENDS or 0xDC00 <= code < 0xE000:
            continue
        letter = chr(code) if code else "\N{REPLACEMENT CHARACTER}"
        if 0xD800 <= code < 0xDC00:
            letter = _joined_surrogates(code, letter_at(textpage, at + 1))
        space = letter.isspace()
        lost = _has_ink(textpage, at) if space else _is_unreadable(letter)
        box_at(textpage, at, loose)
        # The lower edge of PDFium's box depends on the letter's own shape; the baseline does not.
        origin_at(textpage, at, x, y)
        if rotation:
            box = _upright(loose.left, loose.bottom, loose.right, loose.top, rotation)
            box = box._replace(bottom=_upright(x.value, y.value, x.value, y.value, rotation).bottom)
        else:
            box = Box(loose.left, -loose.top, loose.right, -y.value)
        glyphs.append(Glyph(" " if space else SPELLED.get(letter, letter), box, lost))
    if sum(glyph.text in TCVN3_SIGNS for glyph in glyphs) < MIN_TCVN3_SIGNS:
        glyphs = [glyph._replace(text="-") if glyph.text == "\N{SOFT HYPHEN}" else glyph for glyph in glyphs]
    return glyphs


def _joined_surrogates(high: int, low: int) -> str:
    if not 0xDC00 <= low < 0xE000:
        return "\N{REPLACEMENT CHARACTER}"
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _is_unreadable(letter: str) -> bool:
    unknown = letter == "\N{REPLACEMENT CHARACTER}" or "\ue000" <= letter <= "\uf8ff" or letter < " "
    return unknown and letter not in SPELLED


def _has_ink(textpage: Handle, at: int) -> bool:
    """Tell whether a "space" is painted: a broken font maps letters that it lost to spaces."""
    if pdfium.FPDFText_IsGenerated(textpage, at):
        return False
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(textpage, at, left, right, bottom, top)
    return bool(right.value - left.value > 0.5 and top.value - bottom.value > 0.5)


def read_rulings(page: Handle, rotation: int) -> list[Ruling]:
    """Read the horizontal and vertical lines drawn on a page, thin rectangles among them."""
    found: list[Ruling] = []
    for path, outer in _paths(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, (_UNIT,)):
        for left, bottom, right, top in _segments(path, outer):
            box = _upright(min(left, right), min(bottom, top), max(left, right), max(bottom, top), rotation)
            width, height = box.x1 - box.x0, box.bottom - box.top
            if height <= MAX_RULING_THICKNESS and width >= MIN_RULING_LENGTH:
                middle = (box.top + box.bottom) / 2
                found.append(Ruling(Box(box.x0, middle, box.x1, middle), horizontal=True))
            elif width <= MAX_RULING_THICKNESS and height >= MIN_RULING_LENGTH:
                middle = (box.x0 + box.x1) / 2
                found.append(Ruling(Box(middle, box.top, middle, box.bottom), horizontal=False))
    return found


Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _matrix(item: Handle) -> Matrix:
    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, raw):
        return _UNIT
    return (raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _paths(
    owner: Handle,
    count: Callable[[Handle], int],
    get: Callable[[Handle, int], Handle],
    chain: tuple[Matrix, ...],
) -> Iterator[tuple[Handle, tuple[Matrix, ...]]]:
    """Every path, also inside form objects, with the matrices of the forms around it."""
    for at in range(count(owner)):
        item = get(owner, at)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield item, chain
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and len(chain) <= MAX_FORM_DEPTH:
            yield from _paths(
                item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, (_matrix(item), *chain)
            )


def _segments(path: Handle, outer: tuple[Matrix, ...]) -> Iterator[tuple[float, float, float, float]]:
    """The straight pieces of a path in page space; a thin closed shape counts as one piece."""
    points: list[tuple[float, float, int]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (x.value, y.value)
        for matrix in (_matrix(path), *outer):
            point = _apply(matrix, *point)
        points.append((*point, kind))
    for shape in _shapes(points):
        xs, ys = [x for x, _ in shape], [y for _, y in shape]
        box = (min(xs), min(ys), max(xs), max(ys))
        if min(box[2] - box[0], box[3] - box[1]) <= MAX_RULING_THICKNESS:
            yield box
            continue
        for (x0, y0), (x1, y1) in zip(shape, shape[1:] + shape[:1], strict=True):
            yield (x0, y0, x1, y1)


def _shapes(points: list[tuple[float, float, int]]) -> Iterator[list[tuple[float, float]]]:
    shape: list[tuple[float, float]] = []
    for x, y, kind in points:
        if kind == pdfium.FPDF_SEGMENT_MOVETO and shape:
            yield shape
            shape = []
        shape.append((x, y))
    if shape:
        yield shape
