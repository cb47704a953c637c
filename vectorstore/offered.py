"""What a passage has to offer: dates, numbers, roles, money ... and which part of the document it is.

By cue words on folded text (lower case, no marks), as ``vectorstore.sought`` reads questions. The parts are
those that ``ingest.chunk`` names in the title line, after the official format (Decree 30/2020/NĐ-CP).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ingest.plan import Chunk
from vectorstore.sought import folded

__all__ = ["MARKS", "PLACES", "has", "place", "spelled"]

_MARKS: Mapping[str, str] = {
    "date": r"\b(?:truoc|cham nhat|den het|tu|den) (?:ngay|thang|quy|\d)|\bngay \d|\bthang \d|\d/\d{1,2}\b|"
    r"\bquy [ivx]+\b|\bhang (?:nam|quy|thang|tuan)\b|\bdinh ky\b|\b\d+ (?:ngay|gio|thang|lan)\b|trong thoi han",
    "deadline": r"\btruoc ngay\b|\bcham nhat\b|\btrong thoi han\b|\bhan chot\b|\bthoi han\b|xong truoc|"
    r"\bthoi gian (?:hoan thanh|thuc hien|gui)|hoan thanh (?:truoc|trong)|den het (?:ngay|nam|thang)",
    "amount": r"\d (?:trieu|ty|dong|nghin|usd)\b",
    "share": r"\d ?%|\bphan tram\b",
    "count": r"\b(?:it nhat|toi thieu|toi da|tong so|tren|khong qua|phan dau)\b[^.;]{0,40}\d|"
    r"\b\d+ (?!ngay|thang|nam\b)[a-z]{2,}",
    "symbol": r"\b\d+(?:/\d{4})?[-/][a-z]",
    "lead": r"\bchu tri\b|\bdau moi\b|\bchiu trach nhiem\b|\bgiao\b|\bthuong truc\b",
    "help": r"\bphoi hop\b",
    "advise": r"\btham muu\b",
    "report": r"\bbao cao\b|\btong hop\b",
    "sending": r"\b(?:gui|bao cao|phan anh|ve|qua)\b[^.;]{0,60}\b(?:ve|qua|den|cho)\b[^.;]{0,20}"
    r"\b(?:so|ubnd|uy ban|van phong|phong|ban|bo|cong an|thanh tra|chi cuc)\b|\(qua ",
    "money": r"\bkinh phi\b|\bngan sach\b|\bnguon (?:von|chi)\b",
    "effect": r"\bco hieu luc\b|\bthay the\b|\bhieu luc thi hanh\b|\bhet hieu luc\b",
    "proposal": r"\btheo de nghi cua\b|\bxet de nghi cua\b|\btheo de xuat cua\b",
    "trouble": r"\bvuong mac\b|\bkho khan\b|\bphat sinh\b",
    "gap": r"\.{4,}|…{2,}|_{3,}",
}
_PLACES: Mapping[str, str] = {
    "in tasks": r"to chuc thuc hien|phan cong|trach nhiem",
    "in funding": r"kinh phi|ngan sach|nguon luc",
    "in targets": r"muc tieu|chi tieu",
    "in purpose": r"muc dich|yeu cau",
    "in scope": r"pham vi|doi tuong",
    "in reports": r"bao cao",
    "in effect": r"hieu luc",
    "in praise": r"khen thuong|thi dua",
}
MARKS = frozenset(_MARKS)
"""What the words of a passage may hold."""
PLACES = frozenset({*_PLACES, "head", "basis", "end", "foot", "row", "annex", "short", "lines", "body first"})
"""Where a passage may stand."""
_MARKS_RE = {name: re.compile(pattern) for name, pattern in _MARKS.items()}
_PLACES_RE = {name: re.compile(pattern) for name, pattern in _PLACES.items()}
_PARTS = {
    "Phần đầu văn bản": "head",
    "Căn cứ, mở đầu": "basis",
    "Kết thúc": "end",
    "Nơi nhận, người ký": "foot",
}
# A passage, or the heading above it, that begins with the body whose duties it tells ("3. Thanh tra tỉnh").
_BODY_FIRST_RE = re.compile(
    r"(?:[ivx\d]+[.)]|[a-z][.)]|-|\+)?\s*(?:de nghi |giao )?(?:so|ban|phong|ubnd|uy ban|bo|cong an|thanh tra|"
    r"van phong|chi cuc|hoi|mat tran|doan|cac (?:so|ban|don vi|co quan)|bao|trung tam|kho bac|thu truong|giam doc)\b"
)
SHORT = 120
"""Letters below which a passage is hardly more than its heading."""
LINES = 4
"""Line ends from which a passage counts as a list."""
_WORD_RE = re.compile(r"[^\W_]+")


@lru_cache(maxsize=16384)
def spelled(text: str) -> str:
    """The words of a text without marks, each between spaces, so that phrases can be looked for.

    >>> spelled("Sở Nội vụ (qua Văn phòng)")
    ' so noi vu qua van phong '
    """
    return f" {' '.join(_WORD_RE.findall(folded(text)))} "


@lru_cache(maxsize=65536)
def has(text: str, mark: str) -> bool:
    """Whether a passage's words hold what one of ``MARKS`` names.

    >>> has("Gửi về Sở Nội vụ trước ngày 15 tháng 12", "deadline")
    True
    """
    return _MARKS_RE[mark].search(folded(text)) is not None


@lru_cache(maxsize=16384)
def place(chunk: Chunk) -> frozenset[str]:
    """Which of ``PLACES`` a passage stands in."""
    _, *trail = chunk.title_line.split(" > ")
    above = folded(" > ".join(trail))
    found = {name for name, cue in _PLACES_RE.items() if cue.search(above)}
    part = _PARTS.get(trail[-1]) if trail else None
    begins = [folded(chunk.text[:SHORT])] + ([folded(trail[-1])] if trail else [])
    found |= {
        name
        for name, holds in (
            (part, part is not None),
            ("row", "/row " in chunk.path),
            ("annex", chunk.path.startswith("annex")),
            ("short", len(chunk.text) < SHORT),
            ("lines", chunk.text.count("\n") >= LINES),
            ("body first", part is None and any(map(_BODY_FIRST_RE.match, begins))),
        )
        if holds and name
    }
    return frozenset(found)
