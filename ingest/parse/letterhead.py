"""The head of a document as facts: type, number, date, issuer, province, year, title, and what is left blank."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.lines import Line
from ingest.parse.consolidated import attested_head, consolidated_issuer, consolidated_number
from ingest.parse.head import Head
from ingest.parse.issuers import Issuer, complete_name, issuer_of_basis, issuers_of_letterhead, level_of
from ingest.parse.lines import split_lines
from ingest.parse.numbers import (
    Found,
    PlaceDate,
    attached_number,
    find_adoption,
    find_number,
    find_place_date,
    system_of_number,
)
from ingest.parse.parts import Part, is_attached_line, is_motto
from ingest.parse.provinces import find_province
from ingest.parse.types import type_of_code, type_of_text
from ingest.plan import Closing, Letterhead, Range, SourceText, Span, System

__all__ = ["read_letterhead"]

_TARGET_YEAR_RE = re.compile(
    r"(?:đến|tầm nhìn|định hướng|trước|sau|từ)\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?$", re.IGNORECASE
)
_YEAR_RE = re.compile(r"(?:năm|năm học|niên độ)\s+(20\d\d|19\d\d)", re.IGNORECASE)
_PERIOD_RE = re.compile(r"(?<![\d/])(20\d\d)\s*[-–]\s*(20\d\d)(?!\d)")
_PROVINCE_RE = re.compile(r"TỈNH(?:\s[^\W\d_]+(?:\s-)?){1,4}")
"""The line of a province over a body of it ("TỈNH SƠN HÀ", "BAN CHỈ ĐẠO ...")."""
_DATE_BEFORE_RE = re.compile(r"(?:tháng|tháng\s+\d{1,2}|/\d{1,2})\s*$", re.IGNORECASE)


def read_letterhead(source: SourceText, head: Head, parts: Sequence[Part], closing: Closing) -> Letterhead:
    """Everything that the head says, completed from the places that repeat it (basis, annex line, signature)."""
    pieces = [*head.letterhead, *_late_pieces(head)]
    title = _title(head)
    number, blank = find_number(pieces)
    dated = find_place_date(pieces) or (find_adoption(parts[0].body[-2:]) if parts else None)
    basis = _basis(parts)
    doc_type = head.doc_type or (type_of_code(number.value) if number else None) or type_of_text(basis, parts)
    own = attested_head(split_lines(source)) if number is None else ()
    given = consolidated_number(basis) if number is None and not own else None
    if own:
        number, dated = find_number(own)[0], find_place_date(own) or dated
    elif given:
        number, dated = given[0], given[1] or dated
    elif number is None and doc_type:
        number, dated = _from_annex(parts, doc_type, dated)
    bodies = issuers_of_letterhead(own or head.letterhead, source.clean)
    system = _system(head, number, blank, closing, bodies)
    given_by = None if own else consolidated_issuer(basis)
    bodies = [] if given_by else bodies
    issuer = bodies[-1] if bodies else given_by or _issuer_elsewhere(basis, closing)
    sure = [
        *(body.name for body in bodies),
        *(piece.text for piece in head.letterhead if _PROVINCE_RE.fullmatch(piece.text.strip(" *"))),
        *([title] if title else []),
        *([issuer.name] if issuer and not bodies else []),
    ]
    place = dated.place if dated else None
    province = find_province(sure, place, source.clean[: source.body_end])
    name = (
        complete_name(
            issuer.name, province, [place or "", title or "", *(line.text for line in basis), source.clean]
        )
        if issuer
        else None
    )
    name = _with_place(name, place) if name else None
    parent = bodies[-2].name if len(bodies) > 1 else None
    level = level_of(name, parent, system, source.clean) if name else None
    return Letterhead(
        doc_type=doc_type,
        number=number.value if number else None,
        issuer=name,
        parent_issuer=parent,
        level=level,
        system=system,
        province=None if level == "central" else province,
        place=place,
        date=dated.date if dated else None,
        year=_year(title, dated),
        title=title,
        blanks=_blanks(number, blank, dated),
        spans=_spans(source, head, number, dated, issuer),
    )


def _with_place(name: str, place: str | None) -> str:
    """A name from capitals with the place of issue written as a name ("... khu vực Bình Minh").

    >>> _with_place("Trường Tiểu học bình minh 2", "Bình Minh"), _with_place("Sở Nội vụ", None)
    ('Trường Tiểu học Bình Minh 2', 'Sở Nội vụ')
    """
    return re.sub(rf"(?<!\w){re.escape(place.lower())}(?!\w)", place, name) if place else name


def _late_pieces(head: Head) -> list[Line]:
    """The type line may carry number or date too (text run together by a converter)."""
    return [head.type_line] if head.type_line else []


def _title(head: Head) -> str | None:
    words = " ".join(re.sub(r"\s+", " ", line.text.strip(" *_")) for line in head.title)
    return re.sub(r"\s*[-_*]{3,}$", "", words).strip(" *") or None


def _basis(parts: Sequence[Part]) -> list[Line]:
    """The paragraphs between the title and the first numbered section."""
    found: list[Line] = []
    for line in parts[0].body[:40] if parts else ():
        if line.is_row:
            continue
        if re.match(r"[IVX1A]{1,3}\s?[./)-]|Điều|Phần|Chương", line.text):
            break
        found.append(line)
    return found


def _from_annex(
    parts: Sequence[Part], doc_type: str, dated: PlaceDate | None
) -> tuple[Found | None, PlaceDate | None]:
    for part in parts[1:]:
        for line in part.head:
            if is_attached_line(line.text) and (found := attached_number(line, doc_type)):
                return found[0], dated if dated and dated.date else found[1] or dated
    return None, dated


def _system(
    head: Head,
    number: Found | None,
    blank: str | None,
    closing: Closing,
    bodies: Sequence[Issuer],
) -> System | None:
    if number:
        return system_of_number(number.value)
    if blank:
        return system_of_number(f"1{blank}")
    top = " ".join(piece.text for piece in head.letterhead).lower()
    if "đảng cộng sản" in top:
        return "party"
    if "cộng hòa" in top or "cộng hoà" in top or any(is_motto(piece.text) for piece in head.letterhead):
        return "state"
    authority = closing.signer.authority if closing.signer else None
    if authority:
        return "party" if re.match(r"\W*[TK]/", authority) else "state"
    names = " ".join(body.name.lower() for body in bodies)
    return (
        "party"
        if re.search(r"tỉnh ủy|huyện ủy|đảng ủy|thành ủy|ban thường vụ", names)
        else ("state" if names else None)
    )


def _issuer_elsewhere(basis: Sequence[Line], closing: Closing) -> Issuer | None:
    for line in reversed(basis):
        if issuer := issuer_of_basis(line):
            return issuer
    signer = closing.signer
    if (
        signer
        and signer.authority
        and (match := re.match(r"\W*(?:TM|T/M)\W+(.+?)(?:\s/|$)", signer.authority))
    ):
        words = match[1].strip(" .")
        name = issuers_of_letterhead([Line(0, words)], "")
        return Issuer(name[0].name if name else words, Range(0, 0))
    return None


def _year(title: str | None, dated: PlaceDate | None) -> int | None:
    if title:
        years = [
            int(m[1])
            for m in _YEAR_RE.finditer(title)
            if not _TARGET_YEAR_RE.search(title[: m.start()])
            and not _DATE_BEFORE_RE.search(title[: m.start()])
        ]
        if years:
            return years[-1]
        period = _PERIOD_RE.search(title)
        # A stretch that had ended before the document was dated is what it speaks of, not what it is for.
        if period and int(period[2]) >= (dated.year if dated and dated.year else 0):
            return int(period[1])
    return dated.year if dated else None


def _blanks(number: Found | None, blank: str | None, dated: PlaceDate | None) -> tuple[str, ...]:
    found = ["number"] if blank and not number else []
    if dated:
        open_parts = [part for part in ("day", "month", "year") if part in dated.blanks]
        found += open_parts if len(open_parts) < 3 else ["date"]
    return tuple(found)


def _spans(
    source: SourceText, head: Head, number: Found | None, dated: PlaceDate | None, issuer: Issuer | None
) -> tuple[tuple[str, Span], ...]:
    ranges: list[tuple[str, Range]] = []
    if head.type_line and head.doc_type:
        start = head.type_line.start
        ranges.append(("doc_type", Range(start, start + len(head.doc_type))))
    if number:
        ranges.append(("number", number.range))
    if dated:
        ranges.append(("date", dated.range))
    if issuer and issuer.range.end > issuer.range.start:
        ranges.append(("issuer", issuer.range))
    if head.title:
        ranges.append(("title", Range(head.title[0].start, head.title[-1].end)))
    return tuple((field, source.span(*found)) for field, found in ranges)
