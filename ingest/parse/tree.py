"""Where a label hangs: the stack of open sections, and the rules that pick a parent.

Decree 30/2020 fixes two layouts (Phần > Chương > Mục > Điều > khoản > điểm, and Phần > mục I. > khoản 1. >
điểm a)), but plans mix them, restart lists and skip or repeat numbers; so the fixed order decides only
where no open list continues.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.lines import Line
from ingest.parse.numbering import RANKS, Label

__all__ = ["Node", "Tree"]

_FREE = ("arabic", "letter", "paren", "small")
"""Styles that may nest in one another either way round."""


@dataclass(slots=True)
class Node:
    """A section under construction: its label line, the lines of its own, its children."""

    path: str
    label: Label | None
    line: Line | None
    rank: int
    lines: list[Line] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    bullets: int = 0
    row: bool = False
    """Whether this is a row of a table that ran together."""

    @property
    def is_bullet(self) -> bool:
        """Whether this stands under a dash, plus or dot."""
        return self.label is not None and self.label.style == "bullet"


class Tree:
    """Grows one document's sections, label by label."""

    def __init__(self, root: Node, taken: set[str], prefix: str = "") -> None:
        self.root = root
        self.prefix = prefix
        self.stack: list[Node] = [root]
        self._taken = taken
        self._articles: Node | None = None

    @property
    def top(self) -> Node:
        """The innermost open section."""
        return self.stack[-1]

    def choose(self, labels: tuple[Label, ...], words: str) -> Label | None:
        """The reading of a label that fits the open lists best, or None where none is believable."""
        if not labels:
            return None
        best = max((self._noted(label) or label for label in labels), key=self._fit)
        fit = self._fit(best)
        if best.mark == "bare":
            return best if fit == 3 else None
        if fit == 0 and best.style == "paren" and self._listed_inside(best.value[0] - 1):
            return None
        # A number that continues nothing, before a small letter, is the middle of a broken sentence.
        return None if fit == 0 and not words[best.end : best.end + 1].isupper() else best

    def _noted(self, label: Label) -> Label | None:
        """The plain number in a decimal that opens no list of decimals and goes on with the numbers of an article."""
        plain = label.without_note()
        inside = any(node.label is not None and node.label.style == "article" for node in self.stack)
        parent = self._decimal_parent(label)
        if plain is None or not inside or (parent and parent.rank > RANKS["article"]) or self._open(label):
            return None
        first = plain.value == (1,) and self.top.label is not None and self.top.label.style == "article"
        return plain if first or (self._open(plain) and self._fit(plain) == 3) else None

    def _listed_inside(self, number: int) -> bool:
        """Whether "(2)" goes on with a list that stands inside the line before: "... thực hiện: (1) Cung cấp ...;"."""
        return bool(self.top.lines) and f"({number})" in self.top.lines[-1].text

    def _fit(self, label: Label) -> int:
        if label.style == "bullet":
            return 2
        if label.style == "decimal":
            return 3 if self._decimal_parent(label) or self._open(label) else 1
        last = self._open(label)
        if last is not None:
            assert last.label is not None
            step = label.value[0] - last.label.value[0]
            return 3 if step == 1 else 2 if 0 <= step <= 3 else 1 if label.value[0] == 1 else 0
        return (
            2 if label.value[0] == 1 else 1 if label.style in ("article", "roman", "part", "chapter") else 0
        )

    def _open(self, label: Label) -> Node | None:
        """The innermost open section with the same make of label."""
        for node in reversed(self.stack):
            own = node.label
            if own and own.style == label.style and (own.mark == label.mark or label.mark == "bare") and (
                label.style != "decimal" or len(own.value) == len(label.value)
            ):  # fmt: skip
                return node
        return None

    def _decimal_parent(self, label: Label) -> Node | None:
        for node in reversed(self.stack):
            own = node.label
            if (
                own
                and own.style in ("arabic", "decimal", "roman", "article")
                and own.value == label.value[: len(own.value)]
            ):
                return node
        return None

    def add(self, label: Label, line: Line) -> Node:
        """Open a section under the right parent and return it."""
        if label.style == "bullet":
            self._pop_for_bullet(label, line)
        elif label.style == "decimal" and (parent := self._decimal_parent(label)):
            self._pop_to(parent)
        else:
            self._pop_for_number(label)
        parent = self.top
        if label.style == "article":
            self._articles = parent
        node = Node(self._path(parent, label), label, line, label.rank, [line])
        if label.style == "bullet":
            parent.bullets += 1
        parent.children.append(node)
        self.stack.append(node)
        return node

    def add_row(self, label: Label, line: Line) -> Node:
        """Open a row of a table that ran together, under the section in which the table stands."""
        while self.top.is_bullet or self.top.row:
            self.stack.pop()
        parent = self.top
        path = self._unique(
            f"{parent.path}/row {label.core}" if parent.path else f"{self.prefix}row {label.core}"
        )
        node = Node(path, label, line, label.rank, [line], row=True)
        parent.children.append(node)
        self.stack.append(node)
        return node

    def _pop_to(self, node: Node) -> None:
        while self.top is not node:
            self.stack.pop()

    def _pop_for_bullet(self, label: Label, line: Line) -> None:
        same = self._open(label)
        numbered = next(i for i in range(len(self.stack) - 1, -1, -1) if not self.stack[i].is_bullet)
        if same and self.stack.index(same) > numbered:
            self._pop_to(same)
            self.stack.pop()
        elif self.top.is_bullet:
            own = self.top.label
            # A dash never hangs under a plus; a starred title line ("* Về tuyên truyền:") opens above dashes.
            title = label.mark == "*" and line.text.rstrip().endswith(":")
            if (own and own.mark == "+" and label.mark == "-") or title:
                self._pop_to(self.stack[numbered])

    def _pop_for_number(self, label: Label) -> None:
        nested = self.top.is_bullet or (
            self.top.lines[-1:] and self.top.lines[-1].text.rstrip().endswith(":")
        )
        while self.top.is_bullet:
            self.stack.pop()
        same = self._open(label)
        if same is not None:
            deeper = self.top is not same and label.value[0] == 1 and label.style in _FREE
            if (
                deeper
                and same.label
                and same.label.value[0] >= 1
                and self.top.label
                and self.top.label.style in _FREE
            ):
                return
            again = (
                label.value[0] == 1
                and label.style in ("arabic", "paren")
                and same.label
                and same.label.value[0] > 1
            )
            if again and nested and self.top is same:
                # A list that starts anew under an open dash, or after a colon, belongs to the last number.
                return
            self._pop_to(same)
            self.stack.pop()
            return
        if label.style == "article" and self._articles in self.stack:
            # "Điều 1. Phê duyệt ... như sau: I. ... II. ...": the next article is no part of II.
            self._pop_to(self._articles)
            return
        starts = label.value[0] == 1 and label.style in _FREE
        while len(self.stack) > 1 and self.top.rank >= label.rank:
            if (
                starts
                and self.top.label
                and self.top.label.style in _FREE
                and self.top.label.style != "arabic"
            ):
                return
            self.stack.pop()

    def _path(self, parent: Node, label: Label) -> str:
        if label.style == "bullet":
            base = f"{parent.path}/" if parent.path else self.prefix
            path = f"{base}{label.core}{parent.bullets + 1}"
        elif label.style == "article":
            path = f"{self.prefix}{label.core}"
        else:
            if label.style == "decimal":
                while parent.label and parent.label.style in ("arabic", "decimal"):
                    parent = self.stack[self.stack.index(parent) - 1]
            path = f"{parent.path}.{label.core}" if parent.label else f"{self.prefix}{label.core}"
        return self._unique(path)

    def _unique(self, path: str) -> str:
        unique, count = path, 2
        while unique in self._taken:
            unique, count = f"{path} ({count})", count + 1
        self._taken.add(unique)
        return unique
