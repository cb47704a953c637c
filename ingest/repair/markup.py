"""Markdown and HTML marks: what they are, and how they go.

The marks lie about the structure (a heading level means nothing in a converted file), but they do say
where a bold passage ends; so lines are joined while the marks still stand, and then the marks go.
"""

from __future__ import annotations

import re

from ingest.repair.offsets import Edit, MappedText

__all__ = ["plain", "strip_markup"]

_TAG = r"</?(?:p|br|ul|ol|li|b|i|u|em|strong|span|div|font|sup|sub|table|thead|tbody|tr|td|th|h[1-6]|a|hr)\b[^<>\n]{0,200}>"
_MARK_RE = re.compile(
    rf"""
    (?P<tag> {_TAG} | <!--.*?--> )
    | (?P<heading> ^ [ ]{{0,3}} \#{{1,6}} (?=[ *_]|$) [ ]* )
    | (?P<quote> ^ [ ]{{0,3}} > [ ]? )
    | (?P<image> !\[ [^\]\n]* \] \( [^)\n]* \) )
    | (?P<link> \[ (?P<words> [^\]\[\n]+ ) \] \( (?:https?:|mailto:|\#|/|www\.) [^)\n]* \) )
    | (?P<escape> \\ (?P<escaped> [\\`*_{{}}\[\]()#+\-.!|<>~] ) )
    | (?P<sign> \(\*+\) )
    | (?P<stars> \*+ (?=[^\s*]) | (?<=[^\s*]) \*+ | \*{{2,}} | (?<=\s) \* (?=[ ]?[,.;:)\n]) )
    | (?P<code> `+ )
    | (?P<under> (?<![\w_]) _{{1,3}} (?=[^\s_]) | (?<=[^\s_]) _{{1,3}} (?![\w_]) )
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_MARK_SIGN_RE = re.compile(r"[*_#<>`\\\[]")
_BULLET_STAR_RE = re.compile(r"^[ ]{0,8}\*(?=[ \t]+\S)", re.MULTILINE)


def strip_markup(text: MappedText) -> MappedText:
    r"""Take the marks out and leave the words.

    >>> strip_markup(MappedText.identity("## **2. Mục tiêu** *(qua Ban)* 1\\. <b>3</b>")).text
    '2. Mục tiêu (qua Ban) 1. 3'
    """
    bullets = {found.end() - 1 for found in _BULLET_STAR_RE.finditer(text.text)}
    edits = []
    for found in _MARK_RE.finditer(text.text):
        if found["link"]:
            inner = found.start("words"), found.end("words")
            edits += [Edit(found.start(), inner[0], ""), Edit(inner[1], found.end(), "")]
        elif found["escape"]:
            edits.append(Edit(found.start(), found.start() + 1, ""))
        elif not found["sign"] and found.start() not in bullets:
            edits.append(Edit(found.start(), found.end(), ""))
    return text.replace(edits)


def plain(line: str) -> str:
    """One line without its marks and outer spaces: what the eye sees.

    >>> plain("***Nơi nhận:***  ")
    'Nơi nhận:'
    """
    if not _MARK_SIGN_RE.search(line) or not _MARK_RE.search(line):
        return line.strip()
    return strip_markup(MappedText.identity(line)).text.strip()
