"""The text of one Word paragraph as a reader sees it: insertions kept, deletions and codes dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

__all__ = ["RunReader", "W", "text_boxes"]

Node: TypeAlias = Any  # an lxml element; lxml brings no types
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OFF = {"0", "false", "off"}
TAB = "\t"
# Drawn symbols that stand for a letter: Symbol and Wingdings keep them in the private area.
SYMBOLS = {"F0B7": "-", "F0A7": "-", "F0D8": "-", "F0FC": "✓", "F0A8": "☐", "F0FE": "☒", "F0B3": "≥", "F0A3": "≤",
           "F0B0": "°", "F0B1": "±", "F0E0": "→"}  # fmt: skip
SIMPLE = {
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
    W + "cr": "\n",
    W + "tab": TAB,
    W + "ptab": TAB,
}
# Containers whose content is shown in place; w:del, w:moveFrom and field codes are not among them.
INLINE = {
    W + tag
    for tag in (
        "hyperlink",
        "ins",
        "moveTo",
        "smartTag",
        "sdtContent",
        "sdt",
        "fldSimple",
        "customXml",
        "dir",
        "bdo",
    )
}


@dataclass(slots=True)
class RunReader:
    """Reads runs; ``notes`` gathers the footnotes met, in order, as (kind, id)."""

    caps_styles: frozenset[str] = frozenset()
    notes: list[tuple[str, str]] = field(default_factory=list)

    def text(self, paragraph: Node) -> str:
        """Return the text of a ``w:p``, its tabs and line breaks kept, without its automatic number."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        caps = style is not None and style.get(W + "val") in self.caps_styles
        return "".join(self._inline(paragraph, caps))

    def _inline(self, parent: Node, caps: bool) -> Iterator[str]:
        for child in parent:
            if child.tag == W + "r":
                yield self._run(child, caps)
            elif child.tag in INLINE:
                yield from self._inline(child, caps)
            elif child.tag == MC + "AlternateContent":
                yield from self._inline(_choice(child), caps)

    def _run(self, run: Node, caps: bool) -> str:
        properties = run.find(W + "rPr")
        if _switched_on(properties, "vanish") or _switched_on(properties, "webHidden"):
            return ""
        own = properties.find(W + "caps") if properties is not None else None
        style = properties.find(W + "rStyle") if properties is not None else None
        if own is not None:
            caps = own.get(W + "val") not in OFF
        elif style is not None and style.get(W + "val") in self.caps_styles:
            caps = True
        text = "".join(self._piece(child) for child in run)
        return text.upper() if caps else text

    def _piece(self, child: Node) -> str:
        if child.tag == W + "t":
            # U+00AD stays for the repair to judge: the TCVN3 fonts draw it as the letter "ư".
            return child.text or ""
        if child.tag in SIMPLE:
            return SIMPLE[child.tag]
        if child.tag == W + "br":
            return "\n"
        if child.tag == W + "sym":
            return SYMBOLS.get((child.get(W + "char") or "").upper(), "")
        if child.tag in {W + "footnoteReference", W + "endnoteReference"}:
            self.notes.append((child.tag.removeprefix(W), child.get(W + "id")))
            return f"[{len(self.notes)}]"
        return ""


def text_boxes(paragraph: Node) -> Iterator[Node]:
    """Yield the contents (``w:txbxContent``) of the text boxes anchored in a paragraph, once each.

    Word stores a box twice, as a drawing and as an older picture for old readers; only one is read.
    """
    for content in paragraph.iter(W + "txbxContent"):
        ancestors = list(content.iterancestors())
        ancestors = ancestors[: ancestors.index(paragraph)]
        fallback = any(node.tag == MC + "Fallback" for node in ancestors)
        nested = any(node.tag == W + "txbxContent" for node in ancestors)
        deleted = any(node.tag in {W + "del", W + "moveFrom"} for node in ancestors)
        if not (fallback or nested or deleted):
            yield content


def _choice(alternatives: Node) -> Node:
    choice = alternatives.find(MC + "Choice")
    return alternatives if choice is None else choice


def _switched_on(properties: Node | None, name: str) -> bool:
    switch = properties.find(W + name) if properties is not None else None
    return switch is not None and switch.get(W + "val") not in OFF
