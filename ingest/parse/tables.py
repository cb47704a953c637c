"""Annex tables and tables in the body: header, groups, rows that know their number and place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.lines import Line
from ingest.parse.cells import Cell, Row, is_ordinal, pad, read_row, split_header
from ingest.parse.parts import Part, is_motto, is_recipients_mark
from ingest.parse.signatures import is_authority
from ingest.plan import Range, Section, SourceText, Table, TableRow

__all__ = ["read_tables"]


_SUM_RE = re.compile(r"(?!20\d\d\b)\d[\d.,]*(?![\d/])")
_OPEN_DATE_RE = re.compile(r"ngày[\s.…]*tháng[\s.…]*năm")


@dataclass(frozen=True, slots=True)
class _Run:
    """Row lines that make one table, and the line before them."""

    rows: tuple[Row, ...]
    before: Line | None


def read_tables(source: SourceText, parts: Sequence[Part], sections: Sequence[Section]) -> tuple[Table, ...]:
    """Every table of the body and the annexes, in reading order; layout tables are left out."""
    places = [section for top in sections for section in top.walk() if section.kind != "bullet"]
    taken: Counter[str] = Counter()
    found: list[Table] = []
    for part in parts:
        for run in _runs(part.body):
            place = _place(places, run.rows[0].line.start)
            path = place.path if place else "preamble"
            taken[path] += 1
            if taken[path] > 1:
                path = f"{path}/table {taken[path]}"
            if table := _table(source, run, path, place):
                found.append(table)
            else:
                taken[place.path if place else "preamble"] -= 1
    return tuple(found)


def _place(places: Sequence[Section], at: int) -> Section | None:
    inside = [section for section in places if section.range.start <= at < section.range.end]
    return inside[-1] if inside else None


def _runs(lines: Sequence[Line]) -> Iterator[_Run]:
    """Stretches of row lines; one that goes on after a page break (its header again, or its numbers) is one."""
    rows: list[Row] = []
    before: Line | None = None
    gap: list[Line] = []
    for line in lines:
        if not line.is_row:
            gap.append(line)
            continue
        row = read_row(line)
        if not row.filled:
            continue
        if gap and rows and not _goes_on(rows, row, gap):
            yield _Run(tuple(rows), before)
            rows = []
        if not rows:
            before = gap[-1] if gap else None
        rows.append(row)
        gap = []
    if rows:
        yield _Run(tuple(rows), before)


def _goes_on(rows: Sequence[Row], row: Row, gap: Sequence[Line]) -> bool:
    if len(gap) > 1 or len(gap[0].text) > 60 or len(row.cells) != len(rows[0].cells):
        return False
    last = next((r.cells[0].text for r in reversed(rows) if r.cells[0].text), "")
    follows = last.isdigit() and row.cells[0].text.isdigit() and int(row.cells[0].text) == int(last) + 1
    return row.texts() == rows[0].texts() or follows


def _is_layout(rows: Sequence[Row]) -> bool:
    """A letterhead or a signature block laid out as a table, or a lone row."""
    pieces = [piece.text for row in rows[:3] for piece in row.line.pieces()]
    if any(is_motto(text) or is_recipients_mark(text) or is_authority(text) for text in pieces):
        return True
    # "…, ngày … tháng … năm …" over a post: the foot of a form.
    if len(rows) <= 3 and any(_OPEN_DATE_RE.search(text) for text in pieces):
        return True
    signed = sum(bool(re.search(r"\((?:ký|đã ký|họ tên|họ và tên)", text, re.IGNORECASE)) for text in pieces)
    return len(rows) < 2 and (signed > 0 or len(rows[0].cells) <= 2 or len(rows[0].filled) < 2)


def _table(source: SourceText, run: _Run, path: str, place: Section | None) -> Table | None:
    rows = run.rows
    if _is_layout(rows):
        return None
    width = _width(rows)
    header, used = split_header(rows, width)
    names = rows[0].texts()
    body = [row for row in rows[used:] if row.texts() != names]
    if not body:
        return None
    return Table(
        title=_title(run, place),
        path=path,
        header=header or ("",) * width,
        rows=tuple(_rows(source, body, path, width)),
        span=source.span(rows[0].line.start, rows[-1].line.end),
    )


def _width(rows: Sequence[Row]) -> int:
    """The usual number of cells: the widest that is no rare accident."""
    counts = Counter(len(row.cells) for row in rows)
    first = len(rows[0].cells)
    if counts[first] >= max(2, len(rows) // 4):
        return first
    common = [width for width, count in counts.items() if count >= max(1, len(rows) // 4)]
    return max([*common, counts.most_common(1)[0][0]])


def _title(run: _Run, place: Section | None) -> str:
    before = run.before.text.strip(" *") if run.before else ""
    if re.match(r"(?:Bảng|Biểu|BẢNG|BIỂU|CHỈ TIÊU|MỤC TIÊU)\s", before):
        return before
    if place and place.heading:
        return place.heading
    return before if 0 < len(before) < 160 and not before.startswith("(") else ""


def _split_wide(row: Row, width: int, *, numbered: bool) -> Iterator[Row]:
    """A row that swallowed the next one (its number stands where the table ends), or stands behind its group, comes apart again."""
    if len(row.cells) > width and is_ordinal(row.cells[width].text):
        yield Row(row.line, row.cells[:width])
        yield from _split_wide(Row(row.line, row.cells[width:]), width, numbered=numbered)
    elif at := _late_number(row, width, numbered=numbered):
        if sum(bool(cell.text) for cell in row.cells[:at]) > 1:
            yield Row(row.line, row.cells[:at])
        yield Row(row.line, row.cells[at:])
    else:
        yield row


def _late_number(row: Row, width: int, *, numbered: bool) -> int | None:
    """Where a row begins behind cells of its group: "V | Việc khác | | 1 | Trồng cây | Sở A | Tháng 2" under four heads.

    A row no wider than the heads is one of a table whose rows open with numbers, with no name before and a task behind.
    """
    for at in range(1, len(row.cells) - 1) if width > 2 else ():
        number, task = row.cells[at].text, row.cells[at + 1].text
        filled = [cell.text for cell in row.cells[:at] if cell.text]
        if is_ordinal(number) and task and len(row.cells) - at <= width:
            fits = len(row.cells) > width or (numbered and len(filled) < 2 and len(task.split()) > 3)
            above = not filled or (is_ordinal(filled[0]) and _is_finer(number, filled[0]))
            return at if fits and above and len(filled) < 3 else None
    return None


def _group_name(row: Row, width: int, after: Row | None) -> str | None:
    """The words of a row that only opens a group: a number and a name, or a name across the table."""
    filled = row.filled
    if width < 3 or not filled or filled[0] > 1 or after is None:
        return None
    texts = [re.sub(r"\s+", " ", row.cells[i].text).strip(" *") for i in filled]
    if len(filled) == 1:
        return texts[0] if len(texts[0]) < 200 and not texts[0].startswith(("-", "+")) else None
    if len(filled) == 2 and filled == [0, 1] and is_ordinal(texts[0]) and not texts[0].islower():
        # "2 | Tổng kết | (nothing)" among rows 1, 3 is a row with an empty cell; what follows a group is finer.
        own, below = texts[0].rstrip(".)"), after.cells[0].text.rstrip(".)")
        finer = not below or below.startswith((f"{own}.", "-")) or _is_finer(below, own)
        return f"{own}. {texts[1]}" if finer else None
    return None


def _is_finer(number: str, upper: str) -> bool:
    """Whether "1" stands under "II", or "a" under "1"; "II" after "3" opens the next group."""
    return number.islower() if upper.isdigit() else number.isdigit()


def _rows(source: SourceText, body: Sequence[Row], path: str, width: int) -> list[TableRow]:
    kept: list[tuple[Row, str]] = []
    group = ""
    above: Row | None = None
    numbered = 2 * sum(is_ordinal(row.cells[0].text) for row in body) > len(body)
    parted = [piece for row in body for piece in _split_wide(row, width, numbered=numbered)]
    grouped = _has_groups(parted, width)
    for row, after in zip(parted, [*parted[1:], None], strict=True):
        if grouped and (name := _group_name(row, width, after)):
            group, above = _nest(group, name), None
            continue
        full = _inherit(pad(row, width, above), row, above)
        kept.append((full, group))
        above = full
    names = _row_names([row for row, _ in kept], parted, [group for _, group in kept])
    return [
        TableRow(
            number=re.sub(r"^.*\.(?=\d+$)", "", name) if group else name,
            path=f"{path}/row {name}",
            cells=tuple(cell.text for cell in row.cells),
            cell_ranges=tuple(cell.range for cell in row.cells),
            range=_extent(row),
            span=source.span(*_extent(row)),
            group=group,
        )
        for (row, group), name in zip(kept, names, strict=True)
    ]


def _nest(group: str, name: str) -> str:
    """A group by number opens inside one by Roman number or letter: "I. Cây công nghiệp / 1. Cà phê"."""
    upper = group.split(" / ")[0]
    inside = re.match(r"\d", name) and re.match(r"(?:[IVXLC]+|[A-ZĐ])\.\s", upper)
    return f"{upper} / {name}" if inside else name


def _has_groups(rows: Sequence[Row], width: int) -> bool:
    """Groups are the exception in a table: where most rows hold a single cell, the form is just empty."""
    pairs = zip(rows, [*rows[1:], None], strict=True)
    groups = sum(_group_name(row, width, after) is not None for row, after in pairs)
    return 0 < groups <= len(rows) / 2


def _extent(row: Row) -> Range:
    own = [
        cell.range for cell in row.cells if cell.text and row.line.start <= cell.range.start <= row.line.end
    ]
    return Range(own[0].start, own[-1].end) if own else Range(row.line.start, row.line.end)


def _inherit(full: Row, row: Row, above: Row | None) -> Row:
    """Fill from the row above what is merged with it and leading blank cells (a number or group that spans rows); no other blank.

    A sum that spans rows is that of them all, and not each one's.
    """
    if above is None or len(row.cells) < len(full.cells):
        return full
    cells: list[Cell] = []
    leading = True
    for i, cell in enumerate(full.cells):
        leading = leading and not cell.text and i < 3
        spans = leading and len(full.filled) > 1
        merged = cell.merged and i < len(above.cells) and not _SUM_RE.match(above.cells[i].text)
        cells.append(above.cells[i] if merged or (spans and i < len(above.cells)) else cell)
    return Row(full.line, tuple(cells))


def _row_names(rows: Sequence[Row], own: Sequence[Row], groups: Sequence[str]) -> list[str]:
    """Number the rows: their own numbers, with their group's where each group starts anew, else by counting."""
    first = {row.line.start: row.cells[0].text for row in own}
    numbers = [
        row.cells[0].text.rstrip(".)") if is_ordinal(row.cells[0].text) and first.get(row.line.start) else ""
        for row in rows
    ]
    if all(numbers) and len(set(numbers)) == len(numbers):
        return numbers
    labels = [m[1] if (m := re.match(r"([IVXLC]+|[A-ZĐ]|\d+)[.\s]", group)) else "" for group in groups]
    joined = [f"{label}.{number}" if label else number for label, number in zip(labels, numbers, strict=True)]
    if all(numbers) and len(set(joined)) == len(joined):
        return joined
    return [str(count) for count in range(1, len(rows) + 1)]
