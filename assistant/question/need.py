"""The nouns of understanding: what the officer wants to know, and what of the library it takes to understand that."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.knowledge import Knowledge
from assistant.model import Language, Turn
from assistant.question.language import Spelling
from assistant.question.restore import Speller
from assistant.question.scope import Scope
from assistant.question.terms import Term
from assistant.question.wanted import Wanted
from vectorstore.lexicon import Lexicon

__all__ = ["Context", "Need"]


@dataclass(frozen=True, slots=True)
class Need:
    """What the officer wants to know. ``question`` is as understood, ``original`` as typed."""

    question: str
    original: str
    language: Language
    spelling: Spelling
    kind: str
    yesno: bool
    terms: tuple[Term, ...]
    scope: Scope
    agency: str | None = None
    """The agency that the question is about, as written there."""
    agency_key: str | None = None
    follows: bool = False
    last: str = ""
    """The question and the answer before, where this question leans on them."""
    topic: str = ""
    """The question that a follow-up asks more about, which may be some turns back."""
    turns: bool = False
    """Whether a follow-up turns to a subject of its own, unlike any thing of the question before."""
    said: tuple[Term, ...] = ()
    """What a follow-up itself says; ``terms`` has the subject of the question before as well."""
    without: frozenset[str] = frozenset()
    """Keys of the bodies that are no answer: those told before "ai nữa", "ngoài sở đó"."""
    asked: str = ""
    """The question itself as understood, without the one before that it leans on."""
    words: str = ""
    """The question itself in the officer's words: its spelling restored, its times as they were told."""
    before: tuple[Turn, ...] = ()
    """The conversation that ``words`` lean on; none where they were made a whole question."""
    wanted: Wanted | None = None
    """The set of things asked for, where the question asks for one."""
    doubts: bool = False
    """Whether two places are said, or feared, to tell different things of what is asked."""
    readings: tuple[Need, ...] = ()
    """The same question read as of other kinds that its words allow, likeliest first; each has none itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """What understanding needs to know of the library."""

    knowledge: Knowledge
    speller: Speller
    lexicon: Lexicon
    provinces: tuple[str, ...]
