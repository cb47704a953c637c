"""The foot of a document: who receives it, who signs it (Decree 30/2020, annex I, II.7 and II.9; Party T/M, K/T).

The block is a two-cell layout row, or lines one after the other, or (from a PDF) one woven into the other:
"- Thường trực Đảng ủy (b/c);  CHỦ TỊCH".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.lines import Line
from ingest.parse.letters import compile_pattern
from ingest.parse.lines import is_upper
from ingest.parse.numbering import read_labels
from ingest.parse.parts import is_recipients_mark
from ingest.parse.signatures import ends_name, is_authority, is_name, is_post, parted_name, without_degree
from ingest.plan import VISIBLE_GAP, Closing, Signer, SourceText, Span
from ingest.spelling import spaced

__all__ = ["read_closing"]

# Two or more spaces, or none kept by the repair: a post in capitals after a recipient's last mark.
_WOVEN_RE = compile_pattern(
    r"(?:(?<!TM)(?<!KT)(?<!TL)(?<!UQ)(?<!Q)[.]|[;,)])\s+(?=(?:(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)[./ ]\s*(?=[\p{Lu}])|(?:PHÓ |TỔNG )?(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|(?:BỘ |THỨ |CỤC |VIỆN |HIỆU )?TRƯỞNG|CHÁNH|THỦ TƯỚNG))[\p{Lu} .]*(?:(?:[\p{Lu}]\w+\s+){1,4}[\p{Lu}]\w+)?$)"
)
_JOINED_RE = compile_pattern(r"(.*?[\p{Lu}]{2,}.*?)\s+(PHÓ .+|CHỦ TỊCH|(?<!BAN )BÍ THƯ|GIÁM ĐỐC)$")
# The signer beside a recipient: "- UBND tỉnh (b/c); Lò Văn Khởi"; behind a comma a name of three words.
_BESIDE_RE = compile_pattern(spaced(r"(?:[;.)] (?:[\p{Lu}]\w+ ){1,4}|, (?:[\p{Lu}]\w+ ){2,4})[\p{Lu}]\w+$"))
_NOTE_RE = re.compile(r"\W*(?:đã ký|đã kí|ký tên)\W*|\(.*(?:ký|dấu).*\)", re.IGNORECASE)
# "- UBND tỉnh (b/c); (Đã ký)": the mark stands in the signer's column.
_NOTE_BESIDE_RE = re.compile(r"(?<=[;,.)])\s+\(?(?:đã ký|đã kí)\)?$", re.IGNORECASE)
_LEAD_RE = re.compile(r"^(?:[-–+•*\s]|\[…\])+")
_END_MARKS = " ;.,\u00a0"


def read_closing(source: SourceText, foot: Sequence[Line]) -> Closing:
    """Recipients and signer of a foot; an empty foot gives an empty Closing."""
    if not foot:
        return Closing()
    recipients, others = _split(foot)
    start, end = foot[0].start, max(line.end for line in foot)
    return Closing(
        tuple(line.text for line in recipients),
        tuple(source.span(line.start, line.end) for line in recipients),
        _signer(source, others),
        source.span(start, end),
    )


def _pieces(foot: Sequence[Line]) -> list[Line]:
    found: list[Line] = []
    signed = named = False
    for line in foot:
        for whole in (part for cell in line.pieces() for part in _columns(cell)):
            piece = whole.part(0, len(_NOTE_BESIDE_RE.sub("", whole.text)))
            if woven := _WOVEN_RE.search(piece.text):
                found += [
                    piece.part(0, woven.start() + 1), *_columns(piece.part(woven.end(), len(piece.text)))
                ]  # fmt: skip
            elif signed and not named and (name := _name_beside(piece)):
                found += [piece.part(0, name), piece.part(name, len(piece.text))]
            else:
                found.append(piece)
            last = found[-1].text
            posted = re.sub(r"^\W*n[oơ]i nh[ậâạ]n\W*", "", last, flags=re.IGNORECASE)
            signed = signed or is_authority(posted) or (is_upper(posted) and is_post(posted))
            named = named or (signed and is_name(last) and not is_upper(last))
    return found


def _name_beside(piece: Line) -> int | None:
    """Where the signer's name begins that stands beside a recipient; the archive's line holds names of its own."""
    beside = _BESIDE_RE.search(piece.text)
    if beside is None or re.match(r"\W*Lưu(?!\w)", piece.text) or not read_labels(piece.text):
        return None
    return beside.start() + 1


def _columns(cell: Line) -> list[Line]:
    """Part what stands beside a bar, and the signer's name from the post before it on one line.

    >>> [part.text for part in _columns(Line(0, "- Lưu: VT. | HIỆU TRƯỞNG Trần Thị Bình"))]
    ['- Lưu: VT.', 'HIỆU TRƯỞNG', 'Trần Thị Bình']
    """
    cuts = [0, *(m.end() for m in re.finditer(r"(?:^|\s)\|(?=\s|$)", cell.text)), len(cell.text)]
    found: list[Line] = []
    for start, end in pairwise(cuts):
        part = cell.part(start, end)
        part = part.part(0, len(part.text.rstrip(" |")))
        if named := parted_name(part.text):
            found += [part.part(0, named[0]), part.part(named[1], len(part.text))]
        elif part.text:
            found.append(part)
    return found


def _split(foot: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    recipients: list[Line] = []
    others: list[Line] = []
    listing = False
    for piece in _pieces(foot):
        if is_recipients_mark(piece.text):
            listing = True
            # "Nơi nhận: Như trên" or the first recipient on the same line.
            after = re.split(r"[:.]", piece.text, maxsplit=1)
            rest = piece.part(len(after[0]) + 1, len(piece.text))
            if named := parted_name(rest.text):
                others += [rest.part(0, named[0]), rest.part(named[1], len(rest.text))]
            elif is_authority(rest.text) or (is_upper(rest.text) and is_post(rest.text)):
                others.append(rest)
            elif rest.text.strip(" *"):
                recipients += _items(rest)
            continue
        labels = read_labels(piece.text)
        dash = bool(labels) and labels[0].style == "bullet"
        if dash and is_authority(words := piece.text[labels[0].end :]):
            others.append(piece.part(len(piece.text) - len(words), len(piece.text)))
            continue
        if _NOTE_RE.fullmatch(piece.text):
            continue
        broken = bool(others) and ends_name(others[-1].text, piece.text)
        if dash or (listing and not broken and not _is_signature(piece.text)):
            recipients += _items(piece)
        else:
            others.append(piece)
    return recipients, others


def _items(piece: Line) -> list[Line]:
    """One recipient, or several run together on a line ("- Như trên; - Lưu: VT")."""
    found = []
    cuts = [0, *(m.start() + 1 for m in re.finditer(r"[;,.]\s+[-–]\s", piece.text)), len(piece.text)]
    for start, end in pairwise(cuts):
        part = piece.part(start, end)
        lead = len(part.text) - len(_LEAD_RE.sub("", part.text))
        part = part.part(lead, len(part.text.rstrip(_END_MARKS)))
        if any(letter.isalpha() for letter in part.text):
            found.append(part)
    return found


def _is_signature(text: str) -> bool:
    return (
        is_authority(text)
        or (is_upper(text) and is_post(text))
        or (is_name(text) and not text.rstrip().endswith((";", ",")))
    )


def _signer(source: SourceText, pieces: Sequence[Line]) -> Signer | None:
    authority: list[str] = []
    title: list[str] = []
    name: str | None = None
    used: list[Line] = []
    for piece in pieces:
        text = piece.text.strip(" *-_[]")
        if is_authority(text):
            text = text.replace(VISIBLE_GAP, " ")
        text = re.sub(r"\s+", " ", text)
        if name is None and (is_authority(text) or (is_upper(text) and (is_post(text) or authority))):
            if is_authority(text) and _has_authority(authority, text):
                continue
            _sort(text, authority, title)
            used.append(piece)
        elif name is None and (authority or title) and is_name(text):
            name = without_degree(text)
            used.append(piece)
        elif name and used[-1].end < piece.start and ends_name(name, text):
            name = f"{name} {text}"
            used.append(piece)
    if not used:
        return None
    start, end = min(piece.start for piece in used), max(piece.end for piece in used)
    span: Span = source.span(start, end)
    return Signer(" / ".join(authority) or None, " / ".join(title) or None, name, span)


def _has_authority(authority: list[str], text: str) -> bool:
    return any(text == known for known in authority)


def _sort(text: str, authority: list[str], title: list[str]) -> None:
    """Part "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" on one line into an authority and a title."""
    if is_authority(text):
        joined = _JOINED_RE.match(text)
        if joined and not re.fullmatch(r"\W*(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\W*", joined[1]):
            authority.append(joined[1])
            title.append(joined[2])
        else:
            authority.append(text)
    elif authority and not title and not is_post(text):
        authority[-1] = f"{authority[-1]} {text}"
    elif text not in title:
        title.append(text)
