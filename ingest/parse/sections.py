"""The tree of a document by its own numbering, never by Markdown marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.lines import Line
from ingest.parse.headings import heading_length
from ingest.parse.lines import is_upper
from ingest.parse.numbering import Label, read_labels
from ingest.parse.parts import Part, is_attached_line, is_motto
from ingest.parse.quoting import quoted_starts
from ingest.parse.run_tables import cut_header, heads_section, opens_table
from ingest.parse.tree import Node, Tree
from ingest.plan import Range, Section, SectionKind, SourceText

__all__ = ["build_sections"]

_CLOSING_RE = re.compile(
    r"Trên đây là |Trên đây,|Trong quá trình (?:triển khai|thực hiện|tổ chức)|Quá trình (?:triển khai|thực hiện|tổ chức)"
    r"|Nhận được (?:Kế hoạch|Chỉ thị|văn bản)|(?:Đề nghị|Yêu cầu) .{0,200}(?:Kế hoạch|Chỉ thị|Chương trình) này"
    r"|(?:Kế hoạch|Chỉ thị|Quy chế|Chương trình) này .{0,80}(?:hiệu lực|thay thế|phổ biến|quán triệt)"
)
_END_RE = re.compile(
    r"(?:Kế hoạch|Chỉ thị|Chương trình|Hướng dẫn|Đề án|Phương án|Nghị quyết|Kết luận) này\W*\./\.?\W*$"
)

_ANNEX_NUMBER = r"\s*(?:(?i:số)\s*)?(?:\d|[IVX]+(?!\w))[\w.-]*"
_ANNEX_NAME_RE = re.compile(
    rf"(?:(?i:phụ lục|phụ biểu)(?:{_ANNEX_NUMBER})?|(?i:mẫu biểu|biểu mẫu|biểu|mẫu){_ANNEX_NUMBER})(?!\w)"
)

# Lines of a form's letterhead that are no title: its number, its place and date.
_NUMBERED_RE = re.compile(r"Số\s*[:.…]|.{0,60}ngày[\s.…]*\d{0,2}[\s.…]*tháng")


def build_sections(source: SourceText, parts: Sequence[Part]) -> tuple[Section, ...]:
    """Return the trees of all parts: preamble, numbered sections and closing of the main one, then annexes."""
    taken: set[str] = set()
    found: list[Section] = []
    damaged = source.corruption > 0.02
    annexes = 0
    for part in parts:
        if not part.attached:
            found += _main_sections(source, part, taken, damaged)
        elif part.head or part.body:
            annexes += 1
            found.append(
                _annex(source, part, "annex" if annexes == 1 else f"annex {annexes}", taken, damaged)
            )
    return tuple(found)


def _main_sections(source: SourceText, part: Part, taken: set[str], damaged: bool) -> list[Section]:
    body, closing = _cut_closing(part.body)
    root = _grow(body, Tree(Node("", None, None, -1), taken), damaged)
    found: list[Section] = []
    if root.lines or any(child.is_bullet for child in root.children):
        bullets = [child for child in root.children if child.is_bullet]
        root.children = [child for child in root.children if not child.is_bullet]
        preamble = Node("preamble", None, None, 0, root.lines, bullets)
        taken.add("preamble")
        found.append(_freeze(source, preamble, 1, "preamble"))
    found += [_freeze(source, child, 1) for child in root.children]
    if closing:
        found.append(_freeze(source, Node("closing", None, None, 0, list(closing)), 1, "closing"))
    return found


def _annex(source: SourceText, part: Part, path: str, taken: set[str], damaged: bool) -> Section:
    taken.add(path)
    root = Node("", None, None, -1)
    tree = Tree(root, taken, prefix=f"{path}/")
    _grow(part.body, tree, damaged, table=any(opens_table(line.text) for line in part.head))
    root.path = path
    children = tuple(_freeze(source, child, 2) for child in root.children)
    lines = [*part.head, *part.body, *part.foot]
    start, end = min(line.start for line in lines), max(line.end for line in lines)
    heading_end = part.head[-1].end if part.head else start
    label, heading = _annex_title(part.head)
    return Section(
        label,
        path,
        "annex",
        heading,
        1,
        Range(start, end),
        Range(start, heading_end),
        source.span(start, end),
        children,
    )


def _annex_title(head: Sequence[Line]) -> tuple[str, str]:
    """The annex's own name ("Phụ lục I") and its title words, without the "(Kèm theo ...)" line."""
    words = [line.text.strip(" *_") for line in head if not line.is_row]
    label = ""
    for at, word in enumerate(words):
        if match := _ANNEX_NAME_RE.match(word):
            label = match[0].strip(" .-")
            words[at] = word[match.end() :].strip(" .:-*")
            if words[at] and not is_attached_line(words[at]) and any(map(is_motto, words)):
                return label, cut_header(words[at])  # "Mẫu số 02. Đơn đề nghị", then the form's letterhead
            break
    note = next((at for at, word in enumerate(words) if is_attached_line(word)), len(words))
    names = _below_motto(words[:note]) or _below_motto(words[note + 1 :])
    return label, cut_header(" ".join(names))


def _below_motto(words: Sequence[str]) -> list[str]:
    """A title stands below the motto where the annex has a letterhead of its own, else there is only a title."""
    mottos = [at for at, word in enumerate(words) if is_motto(word)]
    below = words[mottos[-1] + 1 :] if mottos else words
    return _titles(below) or _titles(words[: mottos[0]] if mottos else ())


def _titles(words: Sequence[str]) -> list[str]:
    return [
        word
        for word in words
        if word.strip(" *-_:") and not _NUMBERED_RE.match(word) and not is_attached_line(word)
    ]


def _cut_closing(body: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Part the closing paragraphs ("Trên đây là Kế hoạch ...") from the last numbered item."""
    last = max((i for i, line in enumerate(body) if line.is_row or read_labels(line.text)), default=-1)
    article = any(labels[0].style == "article" for line in body[-30:] if (labels := read_labels(line.text)))
    for i in range(last + 1, len(body)):
        text = body[i].text
        if _CLOSING_RE.match(text) or (i > 0 and not article and _END_RE.search(text)):
            return body[:i], body[i:]
    return body, ()


def _grow(lines: Sequence[Line], tree: Tree, damaged: bool, *, table: bool | None = None) -> Node:
    """Hang the lines on the tree; ``table`` tells whether a table that ran together is open, None where none is looked for."""
    quoted = quoted_starts(lines)
    for line in lines:
        labels = () if line.is_row or line.start in quoted else read_labels(line.text, damaged=damaged)
        if table and labels and not heads_section(labels[0], line.text):
            _table_line(tree, labels[0], line)
            continue
        label = tree.choose(labels, line.text)
        table = table and label is None
        if table is not None and not line.is_row:
            table = table or (opens_table(line.text) and all(_may_hold(node) for node in tree.stack))
        if label is None:
            tree.top.lines.append(line) if _continues(tree, line) else _under_numbered(tree, line)
        else:
            tree.add(label, line)
    return tree.root


def _table_line(tree: Tree, label: Label, line: Line) -> None:
    """A numbered line of a table that ran together begins a row; a lettered or dashed one belongs to the row's cells."""
    if label.style in ("arabic", "decimal", "roman", "capital"):
        tree.add_row(label, line)
    else:
        tree.top.lines.append(line)


def _may_hold(node: Node) -> bool:
    """Whether a table may stand under a section so that its rows' numbers are not this section's own list."""
    return node.label is None or node.label.style in ("part", "chapter", "division", "capital", "roman")


def _continues(tree: Tree, line: Line) -> bool:
    """Whether a plain line still belongs to the open bullet (a broken sentence) or to the numbered section."""
    return not tree.top.is_bullet or (line.text[:1].islower() and not line.is_row)


def _under_numbered(tree: Tree, line: Line) -> None:
    while tree.top.is_bullet:
        tree.stack.pop()
    tree.top.lines.append(line)


def _freeze(source: SourceText, node: Node, level: int, kind: SectionKind | None = None) -> Section:
    children = tuple(_freeze(source, child, level + 1) for child in node.children)
    starts = [line.start for line in node.lines] + [child.range.start for child in children]
    ends = [line.end for line in node.lines] + [child.range.end for child in children]
    start, end = min(starts), max(ends)
    heading, heading_end = _heading(node) if kind is None else ("", start)
    if kind is None:
        kind = "row" if node.row else "bullet" if node.is_bullet else "heading" if heading else "item"
    return Section(
        label=node.label.text if node.label else "",
        path=node.path,
        kind=kind,
        heading=heading,
        level=level,
        range=Range(start, end),
        heading_range=Range(start, heading_end),
        span=source.span(start, end),
        children=children,
    )


def _heading(node: Node) -> tuple[str, int]:
    """The heading words of a labelled node and the clean offset at which they end."""
    label, line = node.label, node.line
    if label is None or line is None or label.style == "bullet":
        return "", line.start if line else 0
    words = line.text[label.end :]
    end = line.end
    extra = node.lines[1:]
    # "Chương II" alone takes its title from the next line; a capital heading may run over several.
    while (
        extra
        and not extra[0].is_row
        and extra[0].start == end + 1
        and (not words or (is_upper(words) and is_upper(extra[0].text)))
    ):
        words = f"{words} {extra[0].text}".strip()
        end = extra[0].end
        extra = extra[1:]
    if end != line.end:
        return words.strip(" :"), end
    body = bool(extra or node.children)
    length = heading_length(words, label.style, has_body=body, in_article="Điều " in node.path)
    return words[:length].strip(" :*"), line.start + (label.end + length if length else 0)
