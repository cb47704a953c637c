"""Where a file's documents begin and end: the main one, its foot, and what is attached after it.

A decision carries its plan, a plan its annexes; each may have a title, a body and a foot of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.lines import Line
from ingest.parse.lines import is_upper
from ingest.parse.numbering import read_labels
from ingest.parse.quoting import quoted_starts
from ingest.parse.signatures import ends_name, is_authority, is_name, is_post, signs_at_once
from ingest.spelling import match_key

__all__ = [
    "TYPE_NAMES",
    "Part",
    "doc_type_of",
    "is_attached_line",
    "is_motto",
    "is_recipients_mark",
    "main_foot",
    "opens_annex",
    "split_parts",
]

# Decree 30/2020, annex III.I; the Party's own types (66-QĐ/TW, 399-QĐ/TW); then laws and other texts.
TYPE_NAMES = (
    "Nghị quyết liên tịch", "Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Thông cáo", "Thông báo",
    "Hướng dẫn", "Chương trình hành động", "Chương trình phối hợp", "Chương trình công tác", "Chương trình",
    "Kế hoạch hành động", "Kế hoạch phối hợp", "Kế hoạch liên tịch", "Kế hoạch",
    "Phương án", "Đề án", "Dự án", "Báo cáo", "Biên bản", "Tờ trình", "Hợp đồng", "Công điện", "Công văn",
    "Bản ghi nhớ", "Bản thỏa thuận", "Giấy ủy quyền", "Giấy mời", "Giấy giới thiệu", "Thư công",
    "Kết luận", "Thông tri", "Quy trình", "Điều lệ", "Nội quy", "Chiến lược",
    "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị định", "Thông tư liên tịch", "Thông tư",
    "Văn bản hợp nhất", "Sắc lệnh", "Hiến pháp",
)  # fmt: skip
_TYPES = sorted(((match_key(name), name) for name in TYPE_NAMES), key=lambda pair: -len(pair[0]))

_RECIPIENTS_RE = re.compile(r"\W*n[oơ]i nh[ậâạ]n\W*(?:$|[-:./])", re.IGNORECASE)
_SIGNED_RE = re.compile(r"\W*(?:đã ký|đã kí|ký tên|người ký|\(.*(?:ký|dấu).*\))\W*", re.IGNORECASE)
_ANNEX_RE = re.compile(r"(?P<word>phụ lục|phụ biểu|biểu mẫu|mẫu biểu|biểu|mẫu)(?P<number>\s*(?:số\s*)?[:.]?\s*[\dIVX]+(?:[.-]?[\dA-Za-z]{1,3})?)?(?P<rest>\W*.*)", re.IGNORECASE)  # fmt: skip
_FORM_RE = re.compile(r"(?:Mẫu(?: số)?|MẪU(?: SỐ)?|Biểu(?: số)?|Phụ lục|PHỤ LỤC) [\dIVX][\w.-]*(?!\w)")
_ATTACHED_RE = re.compile(r"\W*(?:\(|\[)?\s*(?:ban hành\s+)?(?:kèm theo|đính kèm)\s", re.IGNORECASE)
_MOTTO_RE = re.compile(
    r"(?<!nước )c[ộô]ng?\s?h[oò][àa]\W.*vi[ệê]t nam|đ[ộô]c l[ậâ]p\s*[-–]\s*t[ựư] do|(?-i:ĐẢNG CỘNG SẢN VIỆT NAM)|^\W*đảng cộng sản việt nam\W*$"
    r"|^\W*đoàn (?:tncs|thanh niên cộng sản) hồ chí minh\W*$",
    re.IGNORECASE,
)
_LONGEST_SIGNATURE = 120


@dataclass(frozen=True, slots=True)
class Part:
    """One document in the file. The main one comes first; the others are what is attached."""

    head: tuple[Line, ...]
    """Letterhead and title of the main part; title lines of an attached one."""
    body: tuple[Line, ...]
    foot: tuple[Line, ...]
    attached: bool = False


def doc_type_of(text: str) -> str | None:
    """The type that a title line names in capitals: alone, or followed by the subject.

    >>> doc_type_of("KẾ HOẠCH"), doc_type_of("QUYẾT ĐỊNH:"), doc_type_of("Kế hoạch của tỉnh")
    ('Kế hoạch', 'Quyết định', None)
    """
    key = match_key(text).strip(" *:.-_")
    for type_key, name in _TYPES:
        noted = re.fullmatch(r"\d{1,2}", key[len(type_key) :]) is not None  # "THÔNG TƯ1": a note's mark
        if key.startswith(type_key) and (
            len(key) == len(type_key) or noted or not key[len(type_key)].isalnum()
        ):
            first = text.strip(" *:.-_")[: len(type_key)]
            return name if is_upper(first) else None
    return None


def is_motto(text: str) -> bool:
    """Whether this is the national name, the motto or the Party's name; a sentence that names the state is not.

    >>> is_motto("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    True
    >>> is_motto("Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;")
    False
    """
    found = _MOTTO_RE.search(text)
    if found is None or len(text) >= 140:
        return False
    # "... Hiệp định giữa Cộng hòa xã hội chủ nghĩa Việt Nam và ...": the name goes on, or something led up to it.
    led = any(letter.islower() for letter in text[: found.start()])
    goes_on = text[found.end() :].lstrip(" ,;.")[:1].islower()
    return "hạnh phúc" in text.lower() or not (led or goes_on)


def is_recipients_mark(text: str) -> bool:
    """Whether a line opens the list of recipients ("Nơi nhận:")."""
    return bool(_RECIPIENTS_RE.match(text))


def is_attached_line(text: str) -> bool:
    """Whether a line is "(Kèm theo Quyết định số ...)"."""
    return bool(_ATTACHED_RE.match(text))


def _any(pattern: re.Pattern[str], line: Line) -> bool:
    return any(pattern.match(piece.text) for piece in line.pieces())


def _opens_foot(line: Line) -> bool:
    return len(line.text) < 2500 and (
        _any(_RECIPIENTS_RE, line)
        or any(is_authority(piece.text) for piece in line.pieces())
        or (len(line.text) < _LONGEST_SIGNATURE and signs_at_once(line.text))
    )


def _opens_signature(lines: tuple[Line, ...], at: int) -> bool:
    """Whether a bare post in capitals stands over a name: a foot without recipients."""
    text = lines[at].text
    if lines[at].is_row or len(text) > 60 or not (is_post(text) and is_upper(text)):
        return False
    after = [line for line in lines[at + 1 : at + 4] if not _SIGNED_RE.fullmatch(line.text)]
    return any(is_name(line.text) and not is_upper(line.text) for line in after[:2])


def _in_foot(line: Line) -> bool:
    """Whether a line after the opening of a foot still belongs to it."""
    if line.is_row:
        pieces = line.pieces()
        # A table with a row for each recipient: "- Lưu: VT. | Lê Thị Mẫu".
        beside = len(pieces) <= 2 and all(_stands_in_foot(piece.text) for piece in pieces)
        return _opens_foot(line) or beside or any(is_post(piece.text) for piece in pieces)
    text = line.text.strip(" |")
    if (
        _opens_foot(line)
        or _SIGNED_RE.fullmatch(text)
        or re.match(r"\W*(?:như trên|lưu)\b", text, re.IGNORECASE)
    ):
        return True
    labels = read_labels(text)
    if labels:
        return labels[0].style == "bullet" and len(text) < 200
    if opens_annex(line) or doc_type_of(text) or is_motto(text):
        return False
    return (is_post(text) and is_upper(text)) or is_name(text) or signs_at_once(text)


def _stands_in_foot(text: str) -> bool:
    """Whether a cell holds a recipient, a name, or the mark of a signature."""
    text = text.strip(" |")
    labels = read_labels(text)
    listed = bool(labels) and labels[0].style == "bullet" and len(text) < 200
    return not text or listed or is_name(text) or bool(_SIGNED_RE.fullmatch(text)) or is_authority(text)


def opens_annex(line: Line) -> bool:
    """Whether a line is the name of an annex, standing alone: "Phụ lục I", "PHỤ LỤC: DANH MỤC ..."."""
    text = line.text.strip(" *")
    match = _ANNEX_RE.match(text)
    if not match or len(text) > 250 or text[-1] in ";,":
        return False
    bare = not match["rest"].strip(" .:-*")
    if not text[0].isupper() and not bare:
        return False
    if match_key(match["word"]) not in ("phụ lục", "phụ biểu"):
        return bool(match["number"]) and (bare or is_upper(text))
    attached = _ATTACHED_RE.match(match["rest"].strip(" .:-*"))
    return bare or is_upper(text) or bool(attached)


def _foot_end(lines: tuple[Line, ...], start: int) -> int:
    end = start + 1
    while end < len(lines) and (
        _in_foot(lines[end])
        or _names_body(lines[end - 1], lines[end])
        or ends_name(lines[end - 1].text, lines[end].text)
    ):
        if _heads_next(lines[end - 1], lines[end]):
            break
        end += 1
    return end


def _heads_next(above: Line, line: Line) -> bool:
    """Whether a name in capitals below the signer's name is the issuer of what is attached ("CHÍNH PHỦ")."""
    text = line.text
    signed = is_name(above.text) and not is_upper(above.text)
    return signed and is_upper(text) and is_name(text) and not (is_authority(text) or is_post(text))


def _names_body(above: Line, line: Line) -> bool:
    """Whether an authority broken over two lines goes on here: "KT. VIỆN TRƯỞNG", "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO"."""
    text = line.text
    if line.is_row or not is_authority(above.text) or not is_upper(text) or len(text) > 90:
        return False
    return not (read_labels(text) or opens_annex(line) or doc_type_of(text) or is_motto(text))


def _opens_attached(lines: tuple[Line, ...], at: int) -> bool:
    """Whether an attached document starts here: an annex name, a second letterhead, a type name in capitals."""
    line = lines[at]
    if line.is_row:
        return any(is_motto(piece.text) for piece in line.pieces())
    if opens_annex(line) or is_motto(line.text):
        return True
    if not doc_type_of(line.text) or line.text.rstrip(" *").endswith(":"):
        return False
    below = list(takewhile(lambda after: not opens_annex(after), lines[at + 1 : at + 6]))
    return any(_ATTACHED_RE.match(after.text) for after in below if not after.is_row)


def _letterhead_start(lines: tuple[Line, ...], floor: int, at: int) -> int:
    """Where the head of an attached form begins whose motto stands at ``at``: its name, and who fills it in, stand above."""
    if lines[at].is_row or not is_motto(lines[at].text):
        return at
    start = at
    while start > floor and at - start < 6:
        text = lines[start - 1].text.strip(" *")
        if lines[start - 1].is_row or _SIGNED_RE.fullmatch(text) or is_post(text):
            break
        named = _FORM_RE.match(text)
        if not (named or is_upper(text)) or len(text) > 160 or (read_labels(text) and not named):
            break
        start -= 1
        if named:
            return start
    return start


def _head_end(lines: tuple[Line, ...], start: int, end: int) -> int:
    """Where the title lines of an attached part end: at its first label, table or sentence."""
    at = start
    while at < end and at < start + 14:
        line = lines[at]
        kept = (
            at == start
            or _ATTACHED_RE.match(line.text)
            or doc_type_of(line.text)
            or is_upper(line.text)
            or is_motto(line.text)
        )
        if line.is_row and not any(is_motto(piece.text) for piece in line.pieces()):
            break
        if read_labels(line.text) or (not kept and (len(line.text) > 400 or line.text[-1] in ".;:")):
            break
        at += 1
    return at


def split_parts(lines: tuple[Line, ...], head_end: int) -> tuple[Part, ...]:
    """Cut the lines into documents; ``head_end`` is the index of the first line after the main title."""
    starts = [0]
    feet: dict[int, int] = {}
    quoted = quoted_starts(lines[head_end:])
    at = head_end
    while at < len(lines):
        if lines[at].start in quoted:
            at += 1
            continue
        if _opens_foot(lines[at]) or _opens_signature(lines, at):
            feet[at] = end = _foot_end(lines, at)
            # What follows an attached document's foot is its legend, unless it opens as a document does.
            opens = starts[-1] == 0 or (end < len(lines) and (lines[end].is_row or is_upper(lines[end].text)))
            if end < len(lines) and starts[-1] != end and opens:
                starts.append(end)
            at = end
            continue
        if starts[-1] != at and _opens_attached(lines, at) and not _just_titled(lines, starts[-1], at):
            floor = max(starts[-1] + 1, head_end, *feet.values())
            starts.append(_letterhead_start(lines, floor, at))
        at += 1
    return tuple(_parts(lines, starts, feet, head_end))


def main_foot(parts: Sequence[Part]) -> tuple[Line, ...]:
    """The main document's foot; where a form stands between its articles and its signature, the first foot that is signed."""
    own = parts[0].foot if parts else ()
    signed = (part.foot for part in parts[1:] if any(_signs(line.text) for line in part.foot))
    return own or next(signed, ())


def _signs(text: str) -> bool:
    return is_name(text) and not is_upper(text)


def _just_titled(lines: tuple[Line, ...], start: int, at: int) -> bool:
    """Whether only title lines stand between an attached part's start and here."""
    return start > 0 and at - start < 12 and _head_end(lines, start, len(lines)) > at


def _parts(lines: tuple[Line, ...], starts: list[int], feet: dict[int, int], head_end: int) -> list[Part]:
    found: list[Part] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        body_start = head_end if start == 0 else _head_end(lines, start, end)
        own = [(a, b) for a, b in feet.items() if start <= a < end]
        inside = {at for first, last in own for at in range(first, last)}
        body = tuple(line for at, line in enumerate(lines[body_start:end], body_start) if at not in inside)
        foot = tuple(lines[at] for at in sorted(inside))
        found.append(Part(lines[start:body_start], body, foot, start > 0))
    return found
