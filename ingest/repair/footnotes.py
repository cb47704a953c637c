"""Footnotes leave the running text: their words go behind the body, their marks are taken out of it.

Three makes occur. In text taken from PDFs a footnote stands at the foot of its page, behind a drawn rule
that the text keeps as a line of spaces, and begins with its number; it may go on at the foot of the next
page. In text taken from web pages and word processors the notes stand together, "[1] ...", after the end.
In a consolidated text (Ordinance 01/2012/UBTVQH13, articles 11 to 15) notes tell by what each place was amended:
there the words say that a line is a note, wherever a conversion without pages or rules left it.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from ingest.lines import Line, placed_lines
from ingest.plan import Footnote, Range
from ingest.repair.furniture import PAGE
from ingest.repair.labels import LABEL_RE, is_closed, is_finished
from ingest.repair.offsets import Edit, MappedText

__all__ = ["Note", "anchor_notes", "lift_notes"]

_BRACKETED_RE = re.compile(r"[\s*_]*\[\^?(\d{1,3})\]:?")
_NUMBERED_RE = re.compile(r"\s*(\d{1,2})[.)]?\s*(?=[^\W\d_]|[“\"(])")
# Word draws the rule above footnotes with underlined spaces; others draw it with low lines.
_SEPARATOR_RE = re.compile(r"[ \u00a0]{20,}|\s*_{5,}\s*")
_PAGE_LINES = 40
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# "2 Khoản này được bổ sung theo quy định tại ...": a note that tells of an amendment, by the place or by what amends it.
_AMENDS = r"(?:sửa đổi|bổ sung|thay thế|thay đổi|bãi bỏ|bỏ|đính chính|hợp nhất)"
_PLACE = r"(?:[^\W\d_a-zđ][^\n“.;:]{0,60}?[ ]này|[^\W\d_a-zđ][^\n“.;:]{0,30}[ ]“[^”\n]*”)"
_AMENDED = (
    rf"[ ][^\n.;:“]{{0,60}}?(?:được|bị)[ ][^\n“]{{0,40}}?{_AMENDS}(?=[^\n]*?[ ](?:theo|tại|bởi|vào)[ ])"
)
_AMENDING_RE = re.compile(
    rf"[ ]*(\d{{1,3}})[ ]*(?:(?:{_PLACE}|[^\W\d_a-zđ][^\n“.;:]{{0,40}}?){_AMENDED}|Văn bản này được hợp nhất"
    rf"|(?:Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|(?:Khoản[ ]\d+[ ])?Điều[ ]\d+)[ ][^\n]*?(?:{_AMENDS}|có hiệu lực))"
)
_AMENDING_ON_RE = re.compile(rf"[ ]*{_PLACE}{_AMENDED}")
# The same run into a line: "... lao động của năm 4 Điểm này được sửa đổi theo ...".
_RUN_IN_RE = re.compile(
    r"(?<=[^\s,])(?<!khoản)(?<!điều)(?<!điểm)(?<!Khoản)(?<!Điều)(?<!Điểm)(?<!và)(?<!đến)(?<!số)(?P<gap>[ ]+)"
    rf"(?=\d{{1,3}}[ ]+{_PLACE}{_AMENDED})"
)
# What a note quotes or lists: the basis of the amending document, the documents put together.
_BASIS_RE = re.compile(r"[“ ]*(?:Căn cứ|Theo đề nghị|Thực hiện|Xét|[^\n]{5,60}[ ]ban hành[ ])")
_LISTED_RE = re.compile(r"[ ]*[-–][ ]|Văn bản hợp nhất này không")
_QUOTED_LABEL_RE = re.compile(r"[“ ]*(|Điều )(\d{1,3})\.")
_QUOTE_END_RE = re.compile(r"”\W*$")
# "m2", "km2": a unit of measure, no mark.
_UNITS = frozenset(
    {"m", "km", "cm", "mm", "dm", "ha", "hm", "co", "pm", "h", "v", "th", "b", "a", "q", "k", "t"}
)


class Note(NamedTuple):
    """A footnote as found: its mark, the make of its mark, and its words (the mark still before them)."""

    mark: str
    bracketed: bool
    text: MappedText
    label: int
    """How many letters of ``text`` the mark takes."""
    amending: bool = False
    """Whether it tells of an amendment: its mark may follow any word, stop or number."""


class _Block(NamedTuple):
    """Lines ``first:last`` hold (a part of) the note ``mark``; ``label`` letters are its mark, 0 if it goes on."""

    mark: str
    bracketed: bool
    first: int
    last: int
    label: int
    amending: bool = False


def lift_notes(text: MappedText) -> tuple[MappedText, tuple[Note, ...]]:
    r"""Part a text into its body and its footnotes.

    >>> body, notes = lift_notes(MappedText.identity("Theo quy định[1].\n\n\n[1] Nghị định số 30."))
    >>> body.text.rstrip(), [(note.mark, note.text.text) for note in notes]
    ('Theo quy định[1].', [('1', '[1] Nghị định số 30.')])
    """
    text = text.replace(Edit(*found.span("gap"), "\n") for found in _RUN_IN_RE.finditer(text.text))
    lines = placed_lines(text.text)
    blocks = sorted([*_page_feet(lines), *_end_notes(lines)], key=lambda block: block.first)
    blocks = blocks or _amending_notes(lines)
    if not blocks:
        return text, ()
    kept: list[tuple[int, int]] = []
    at = 0
    for block in blocks:
        before = block.first
        while before and lines[before - 1].blank and PAGE not in lines[before - 1].text:
            before -= 1
        kept.append((at, max(at, lines[before].start)))
        at = lines[block.last].start if block.last < len(lines) else len(text.text)
    kept.append((at, len(text.text)))
    return text.take(kept), tuple(_notes(text, lines, blocks))


def _notes(text: MappedText, lines: Sequence[Line], blocks: Sequence[_Block]) -> list[Note]:
    """One note for each mark; what goes on at the next page's foot is appended."""
    found: list[Note] = []
    for block in blocks:
        pieces = [(line.start, line.end) for line in lines[block.first : block.last] if not line.blank]
        words = text.take(pieces)
        seams = [0]
        for start, end in pieces:
            seams.append(seams[-1] + end - start)
        whole = words.replace(Edit(at, at, "\n") for at in seams[1:-1])
        if block.label or not found:
            found.append(Note(block.mark, block.bracketed, whole, block.label, block.amending))
        else:
            found[-1] = found[-1]._replace(text=append(found[-1].text, whole))
    return found


def append(first: MappedText, second: MappedText) -> MappedText:
    """Set one text behind another, a line end between them."""
    seam = first.ends[-1] if first.ends else 0
    return MappedText(
        f"{first.text}\n{second.text}",
        (*first.starts, seam, *second.starts),
        (*first.ends, seam, *second.ends),
    )


def _amending_notes(lines: Sequence[Line]) -> list[_Block]:
    """Notes that tell of amendments, in the longest rising row of their numbers."""
    chains: list[list[_Block]] = []
    for at, line in enumerate(lines):
        head = _AMENDING_RE.match(line.text)
        if not head or line.is_row:
            continue
        before = max((c for c in chains if int(c[-1].mark) < int(head[1])), key=len, default=[])
        chains.append([*before, _Block(head[1], False, at, at, head.end(1), amending=True)])
    chain = max(chains, key=len, default=[])
    if not chain:
        return []
    blocks: list[_Block] = []
    for block, stop in zip(chain, [*(later.first for later in chain[1:]), len(lines)], strict=True):
        blocks.append(block._replace(last=_amending_end(lines, block.first, stop)))
        rest = _resumed(lines, blocks[-1], stop)
        blocks += [rest] if rest else []
    return blocks


def _amending_end(lines: Sequence[Line], first: int, stop: int) -> int:
    """Where a note of an amendment ends: with its sentence, its next paragraphs, and what it quotes."""
    at = first + 1
    while at < stop and (not is_finished(lines[at - 1].text) or _AMENDING_ON_RE.match(lines[at].text)):
        if LABEL_RE.match(lines[at].text.strip()):
            break
        at += 1
    if at == stop or not lines[at - 1].text.rstrip().endswith(":"):
        return at
    return _quoted_end(lines, at, stop)


def _quoted_end(lines: Sequence[Line], first: int, stop: int) -> int:
    """Where ends what a note quotes from line ``first`` on; a quotation of articles only where its end is there."""
    quoted = lines[first].text.lstrip().startswith("“")
    shape = next((one for one in (_BASIS_RE, _LISTED_RE) if one.match(lines[first].text)), None)
    end = first
    numbers = {"": 0, "Điều": 0}
    while end < stop and (shape.match(lines[end].text) if shape else quoted):
        end += 1
        last = lines[end - 1].text
        if not shape and (label := _QUOTED_LABEL_RE.match(last)):
            kind, number = label[1].strip(), int(label[2])
            # A page's foot cut the quotation: the text of the document itself stands between.
            restarts = number == 1 and not kind
            if numbers[kind] and number != numbers[kind] + 1 and not restarts:
                return first
            numbers[kind] = number
        if _QUOTE_END_RE.search(last) or (shape is _BASIS_RE and not quoted and " ban hành " in last):
            return end
    return end if shape else first


def _resumed(lines: Sequence[Line], block: _Block, stop: int) -> _Block | None:
    """The rest of a note that the foot of a page cut: its sentence, or the basis that it quotes, goes on below."""
    words = " ".join(line.text.strip() for line in lines[block.first : block.last])
    quotes = words.count("“") > words.count("”")
    if not quotes and (is_finished(words) or re.search(r"năm \d{4}$", words)):
        return None
    for at in range(block.last + 1, min(stop, block.last + _PAGE_LINES)):
        if quotes and _BASIS_RE.match(lines[at].text):
            end = _quoted_end(lines, at, stop)
            if _QUOTE_END_RE.search(lines[end - 1].text):
                return _Block("", False, at, end, 0)
        elif not quotes and lines[at].text.lstrip()[:1].islower() and is_closed(lines[at - 1].text):
            return _Block("", False, at, _amending_end(lines, at, stop), 0)
    return None


def _end_notes(lines: Sequence[Line]) -> list[_Block]:
    """Notes "[1] ...", "[2] ..." that stand together after the end, each parted by a blank line or its own line."""
    heads: list[tuple[int, str, int]] = []
    for at, line in enumerate(lines):
        match = _BRACKETED_RE.match(line.text)
        if match and (
            at == 0
            or lines[at - 1].blank
            or (heads and heads[-1][0] == at - 1)
            or line.text.strip() != match[0].strip()
        ):
            heads.append((at, match[1], match.end()))
    chain = heads[-1:]
    for head in reversed(heads[:-1]):
        if int(head[1]) + 1 == int(chain[0][1]):
            chain.insert(0, head)
    if not chain or chain[0][1] != "1" or not _close_together(lines, [head[0] for head in chain]):
        return []
    text = "\n".join(line.text for line in lines[: chain[0][0]])
    if not re.search(r"\S[ *_]*\[\^?1\]", text):
        return []
    stops = [head[0] for head in chain[1:]] + [len(lines)]
    return [
        _Block(mark, True, at, _paragraph_end(lines, at, stop), label)
        for (at, mark, label), stop in zip(chain, stops, strict=True)
    ]


def _close_together(lines: Sequence[Line], heads: Sequence[int]) -> bool:
    """Notes follow one another; a text that puts "[2]" before its own articles keeps them."""
    between = (line.text.strip(" *_") for line in lines[heads[0] : heads[-1]])
    labels = (LABEL_RE.match(words) for words in between)
    return not any(label and not label["note"] and not label["bullet"] for label in labels)


def _paragraph_end(lines: Sequence[Line], first: int, stop: int) -> int:
    for at in range(first + 1, stop):
        if lines[at].blank:
            return at
    return stop


def _page_feet(lines: Sequence[Line]) -> list[_Block]:
    starts = [at for at, line in enumerate(lines) if PAGE in line.text]
    blocks: list[_Block] = []
    expected = 1
    page = 0
    for end in [*starts, len(lines)]:
        for block in _foot(lines, page, end, expected, paged=bool(starts), goes_on=bool(blocks)):
            blocks.append(block)
            expected += bool(block.label)
        page = end
    return blocks


def _foot(
    lines: Sequence[Line], page: int, end: int, expected: int, *, paged: bool, goes_on: bool
) -> list[_Block]:
    """The footnotes of one page, given the number that the next one must bear."""
    filled = [at for at in range(page, end) if not lines[at].blank]
    rule = next((at for at in range(end - 1, page, -1) if _SEPARATOR_RE.fullmatch(lines[at].text)), None)
    first = next((at for at in filled if rule is not None and at > rule), None)
    if first is not None and not _is_foot(
        lines, page, first, expected, drawn=rule, goes_on=goes_on and paged
    ):
        first = None
    if first is None and paged:
        first = next((at for at in filled[1:] if _marked(lines, page, at, expected)), None)
    if first is None:
        return []
    blocks: list[_Block] = []
    for at in (at for at in filled if at >= first):
        head = _NUMBERED_RE.match(lines[at].text)
        if head and int(head[1]) == expected:
            blocks.append(_Block(head[1], False, at, end, head.end()))
            expected += 1
        elif not blocks:
            blocks.append(_Block("", False, at, end, 0))
    return [block._replace(last=following.first) for block, following in itertools.pairwise(blocks)] + blocks[
        -1:
    ]


def _is_foot(
    lines: Sequence[Line], page: int, first: int, expected: int, *, drawn: int | None, goes_on: bool
) -> bool:
    """Tell whether footnotes begin behind a rule: its make, the number or the mark above must say so."""
    spaces = drawn is not None and not lines[drawn].text.strip()
    head = _NUMBERED_RE.match(lines[first].text)
    if head and int(head[1]) == expected:
        return (spaces and goes_on) or _marked(lines, page, first, expected)
    return spaces and goes_on


def _marked(lines: Sequence[Line], page: int, at: int, expected: int) -> bool:
    """Tell whether a line begins with a bare number whose mark is glued to a word above, on the same page."""
    head = _NUMBERED_RE.match(lines[at].text)
    # A table row that begins with its number ("1<tab>Ban hành ...") is no note.
    if (
        not head
        or "\t" in lines[at].text
        or LABEL_RE.match(lines[at].text.strip())
        or int(head[1]) != expected
    ):
        return False
    above = "\n".join(line.text for line in lines[page:at])
    return _find_mark(above, Note(head[1], False, MappedText.identity(""), 0), 0) is not None


def _find_mark(text: str, note: Note, start: int, stop: int | None = None) -> tuple[int, int] | None:
    """Where the mark of a note stands between ``start`` and ``stop``, or None."""
    stop = len(text) if stop is None else stop
    if note.bracketed:
        found = re.compile(rf"(?<=\S)[ ]?\[\^?{note.mark}\]").search(text, start, stop)
        return found.span() if found else None
    # The same name wherever it stands: "lương2", "(nếu có)2", and of an amended place "nhất.2", "2025”2", "a)2 Chi", "1.2 Chi".
    glued = r"[)”\"]?" if not note.amending else r"[)”\".,;:%]{0,2}"
    first = r"([^\W\d_]+)" if not note.amending else r"([^\W\d_]+|(?:19|20)\d\d|(?<=\n)\d{1,2}(?=\.))"
    pattern = rf"{first}{glued}({note.mark}|{note.mark.translate(_SUPERSCRIPTS)})(?=[\s.,;:)”/]|$)"
    for found in re.compile(pattern).finditer(text, start, stop):
        unit = found[1].lower() in _UNITS and not text[found.end(1) : found.start(2)]
        if not unit and not (found[1].isupper() and found[2].isascii()):
            return found.span(2)
    return None


def anchor_notes(body: MappedText, notes: Sequence[Note]) -> tuple[MappedText, tuple[Footnote, ...]]:
    r"""Take the marks out of the body and set the notes behind it, a line each.

    >>> text = MappedText.identity("công tác dân vận1. Hết1 Kế hoạch số 2")
    >>> note = Note("1", False, text.take([(22, 37)]), 2)
    >>> whole, (footnote,) = anchor_notes(text.take([(0, 22)]), [note])
    >>> whole.text.split("\n"), whole.text[: footnote.anchor], footnote.range
    (['công tác dân vận. Hết', '1 Kế hoạch số 2'], 'công tác dân vận', Range(start=24, end=37))
    """
    edits: list[Edit] = []
    anchors: list[int | None] = []
    at = removed = 0
    for note in notes:
        # A mark stands before its note in the file.
        stop = bisect_left(body.starts, note.text.starts[0]) if note.text.starts else None
        place = _find_mark(body.text, note, at, stop)
        anchors.append(None if place is None else place[0] - removed)
        if place is not None:
            edits.append(Edit(*place, ""))
            at, removed = place[1], removed + place[1] - place[0]
    whole = body.replace(edits)
    footnotes = []
    for note, anchor in zip(notes, anchors, strict=True):
        start = len(whole.text) + 1
        whole = append(whole, note.text)
        footnotes.append(Footnote(note.mark, anchor, Range(start + note.label, len(whole.text))))
    return whole, tuple(footnotes)
