"""Answers become HTML: pure functions, no gradio. Every word that came from a plan is escaped.

Markdown is rendered with raw HTML, links and images switched off, so a plan cannot put markup, scripts
or addresses on the page.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import MutableMapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token

from assistant.answer.wording import shorten
from assistant.model import Answer, Citation
from assistant.path_words import path_words
from assistant.web.conversation import Conversation, Exchange
from assistant.web.texts import Texts

__all__ = [
    "escape",
    "inert",
    "render_answer",
    "render_conversation",
    "render_markdown",
    "render_place",
    "render_title",
    "render_welcome",
]

_MARK_RE = re.compile(r"\[(\d{1,3})\]")
_NO_MARKUP = (
    "link",
    "image",
    "autolink",
    "html_inline",
    "html_block",
    "reference",
    "entity",
    "code",
    "fence",
)
_EMBLEM = (
    '<svg class="emblem" viewBox="0 0 40 40" aria-hidden="true"><rect x="6" y="3" width="28" height="34" rx="4"/>'
    '<path d="M20 9l1.9 3.9 4.3.6-3.1 3 .7 4.3-3.8-2-3.8 2 .7-4.3-3.1-3 4.3-.6z"/>'
    '<path class="lines" d="M12 26h16M12 31h11"/></svg>'
)


def escape(text: str) -> str:
    """Return ``text`` with nothing in it that a browser reads as markup.

    >>> escape('<b onclick="x">Kế hoạch</b>')
    '&lt;b onclick=&quot;x&quot;&gt;Kế hoạch&lt;/b&gt;'
    """
    return html.escape(text, quote=True)


def inert(markup: str) -> str:
    """Return finished HTML without braces and dollars, which gradio's HTML templates could evaluate.

    >>> inert("<p>${alert(1)} {{value}}</p>")
    '<p>&#36;&#123;alert(1)&#125; &#123;&#123;value&#125;&#125;</p>'
    """
    return markup.replace("$", "&#36;").replace("{", "&#123;").replace("}", "&#125;")


def _cite_button(number: int, texts: Texts, label: str = "", last: int = 0) -> str:
    """The button of a citation; one with a label may stand for all up to the ``last`` number."""
    name = escape(texts.open_citation.format(number=number))
    look = f'class="chip" title="{name}"' if label else f'class="cite" title="{name}" aria-label="{name}"'
    end = f' data-last="{last}"' if last > number else ""
    shown = f"{number}–{last}" if last > number else number
    return f'<button type="button" {look} data-cite="{number}"{end}><span class="n">{shown}</span>{label}</button>'


def _render_text(
    _renderer: object, tokens: Sequence[Token], index: int, _options: object, env: MutableMapping[str, Any]
) -> str:
    # Marks [n] become buttons while the text around them is still text: nothing else can turn into one.
    pieces: list[str] = []
    at = 0
    text: str = tokens[index].content
    for mark in _MARK_RE.finditer(text):
        number = int(mark[1])
        if 1 <= number <= env["citations"]:
            pieces += [escape(text[at : mark.start()]), _cite_button(number, env["texts"])]
            at = mark.end()
    return "".join([*pieces, escape(text[at:])])


@cache
def _markdown() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table").disable(_NO_MARKUP)
    parser.add_render_rule("text", _render_text)
    return parser


def render_markdown(text: str, citations: int, texts: Texts) -> str:
    r"""Return an answer's Markdown as HTML, its marks ``[1]`` to ``[citations]`` as buttons.

    >>> from assistant.web.texts import texts_in
    >>> render_markdown("**Sở Nội vụ** <i>chủ trì</i>", 0, texts_in("vi"))
    '<p><strong>Sở Nội vụ</strong> &lt;i&gt;chủ trì&lt;/i&gt;</p>\n'
    """
    rendered: str = _markdown().render(text, {"citations": citations, "texts": texts})
    return rendered.replace("<table>", '<div class="scroll"><table>').replace("</table>", "</table></div>")


def render_place(citation: Citation, texts: Texts) -> str:
    """Return where in its plan a citation stands, in the words of the interface (plain text).

    >>> from assistant.web.texts import texts_in
    >>> render_place(Citation("a.txt", "annex/row 15", "", 3, "x", 0, 1), texts_in("vi"))
    'Phụ lục, dòng 15, trang 3'
    """
    parts = [texts.page.format(page=citation.page)] if citation.page else []
    if citation.section or not parts:
        parts.insert(0, path_words(citation.section, texts.language))
    place = ", ".join(parts)
    return place[:1].upper() + place[1:]


def _chip_label(citation: Citation, texts: Texts, *, quoted: bool) -> str:
    place = render_place(citation, texts)
    if citation.heading and citation.heading != citation.section:
        place += f" · {citation.heading}"
    quote = f'<span class="q">“{escape(shorten(citation.quote.lstrip("-+*• ")))}”</span>' if quoted else ""
    title = citation.plan_title or citation.plan
    return (
        f'<span class="t"><span class="w">{escape(place)}</span>{quote}'
        f'<span class="p" title="{escape(title)}">{escape(citation.plan_label or title)}</span></span>'
    )


def _chips(
    heading: str, citations: Sequence[Citation], texts: Texts, first: int = 1, *, quoted: bool = False
) -> str:
    """A list of citations as buttons, numbered from ``first``, their words shown or not; "" for none.

    Those of one place that follow each other are one button, as the items of a list mostly are.
    """
    labelled = [(number, _chip_label(c, texts, quoted=quoted)) for number, c in enumerate(citations, first)]
    chips = ""
    for label, same in groupby(labelled, key=lambda one: one[1]):
        numbers = [number for number, _ in same]
        chips += f"<li>{_cite_button(numbers[0], texts, label, numbers[-1])}</li>"
    return f'<div class="citations"><h4>{escape(heading)}</h4><ol>{chips}</ol></div>' if chips else ""


def render_answer(answer: Answer, texts: Texts) -> str:
    """Return one answer: how the question was understood, the text, its citations, other places, the notes.

    The citations travel in the element itself (``data-citations``), so a click works at any later time,
    whatever became of the session or of the library.
    """
    found = answer.status == "answered"
    parts: list[str] = []
    if answer.understood:
        parts.append(
            f'<p class="understood"><span>{escape(texts.understood)}:</span> {escape(answer.understood)}</p>'
        )
    parts.append(f'<div class="body">{render_markdown(answer.text, len(answer.citations), texts)}</div>')
    parts.append(_chips(texts.sources, answer.citations, texts))
    parts.append(_chips(texts.elsewhere, answer.elsewhere, texts, len(answer.citations) + 1, quoted=True))
    parts += [f'<p class="note">{escape(note)}</p>' for note in answer.notes]
    parts.append(
        f'<p class="tools"><button type="button" class="copy" data-copy="{escape(texts.copied)}">'
        f"{escape(texts.copy)}</button></p>"
    )
    cited = msgspec.to_builtins((*answer.citations, *answer.elsewhere))
    stored = escape(json.dumps(cited, ensure_ascii=False))
    kind = "answer not-found" if not found else "answer" if answer.sure else "answer unsure"
    return f'<article class="{kind}" data-citations="{stored}">{"".join(parts)}</article>'


def _render_exchange(exchange: Exchange, texts: Texts) -> str:
    asked = (
        f'<div class="question"><span class="sr">{escape(texts.you)}: </span>'
        f"<p>{escape(exchange.question)}</p></div>"
    )
    if exchange.answer is not None:
        reply = render_answer(exchange.answer, texts)
    elif exchange.failed:
        reply = ""
    else:
        reply = (
            '<article class="answer thinking"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>'
            f"<span>{escape(texts.thinking)}</span></article>"
        )
    if exchange.failed:
        reply += f'<article class="answer failed" role="alert"><p>{escape(exchange.fault or texts.failed)}</p></article>'
    return f'<section class="exchange">{asked}{reply}</section>'


def render_welcome(examples: Sequence[str], texts: Texts) -> str:
    """Return the empty conversation: a greeting and example questions as buttons."""
    buttons = "".join(
        f'<li><button type="button" class="example" data-ask="{escape(question)}">{escape(question)}</button></li>'
        for question in examples
    )
    offered = f"<h3>{escape(texts.examples_label)}</h3><ul>{buttons}</ul>" if buttons else ""
    return inert(
        f'<div class="welcome">{_EMBLEM}<h2>{escape(texts.welcome)}</h2>'
        f"<p>{escape(texts.welcome_hint)}</p>{offered}</div>"
    )


def render_conversation(conversation: Conversation, examples: Sequence[str], texts: Texts) -> str:
    """Return the whole conversation, or the welcome when nothing was asked yet."""
    if not conversation:
        return render_welcome(examples, texts)
    exchanges = "".join(_render_exchange(exchange, texts) for exchange in conversation)
    return inert(f'<div class="conversation" aria-live="polite">{exchanges}</div>')


def render_title(texts: Texts) -> str:
    """Return the title bar."""
    return (
        f'<header class="title" lang="{texts.language}">{_EMBLEM}<div><h1>{escape(texts.title)}</h1>'
        f"<p>{escape(texts.subtitle)}</p></div></header>"
    )
