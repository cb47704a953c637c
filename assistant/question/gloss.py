"""A question in the words that plans use: short forms in full, English and spoken words as officers write them.

In: the question and the lexicon. Out: texts in which plans, bodies and cues are looked for; none is shown to anybody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from assistant.grams import tokens
from assistant.question.language import Tongue
from assistant.question.restore import Speller
from assistant.question.restore_english import is_english_word, mend_english
from ingest.facts.bodies.agencies import find_agencies
from ingest.spelling import match_key, undiacritise
from vectorstore.lexicon import Lexicon

__all__ = ["bodies_among", "english_judge", "gloss_of", "places_spelled_out", "spelled_out", "spelt_right"]

_WORD_RE = re.compile(r"[^\W\d_]+")
_OFFICE_WORDS = frozenset({"vp", "kv", "tt", "btv", "bqt"})


def spelt_right(question: str, tongue: Tongue, lexicon: Lexicon, speller: Speller) -> str:
    """A question with its slips mended and its marks put, as far as its language has them; short forms stay."""
    if tongue.spelling != "nodia":
        question = mend_english(question, speller.knows_plain, among_vietnamese=tongue.answer == "vi")
    if tongue.answer == "en":
        return question
    words = _WORD_RE.findall(question)
    kept = [word for word in words if lexicon.spell_out(word)]
    if tongue.spelling != "nodia":
        kept += [word for word in words if word.isascii() and _is_english(word, lexicon, speller)]
    return speller.restore(question, keep=kept)


def _is_english(word: str, lexicon: Lexicon, speller: Speller) -> bool:
    """Whether a word without marks among others that have them is an English one: it takes none."""
    return bool(lexicon.translate([word])) or (is_english_word(word) and not speller.knows_plain(word))


def english_judge(lexicon: Lexicon, speller: Speller) -> Callable[[str], bool]:
    """What tells an English word of an English question: the lexicon has it, or the plans do not."""

    def judge(word: str) -> bool:
        return (word.isascii() and not speller.knows_plain(word)) or bool(lexicon.translate([word]))

    return judge


def places_spelled_out(question: str, lexicon: Lexicon, provinces: Collection[str]) -> str:
    """Short forms of places ("hcm") in full, so that the plans of the place are met."""
    long_forms = dict.fromkeys(
        form for word in _WORD_RE.findall(question) for form in lexicon.spell_out(word)
    )
    found = [form for form in long_forms if any(match_key(place) in match_key(form) for place in provinces)]
    return f" ({', '.join(found)})" if found else ""


def bodies_among(question: str, lexicon: Lexicon, actors: Mapping[str, str]) -> str:
    """The Vietnamese forms of the English phrases that begin as an agency's name: "trái phiếu doanh nghiệp" is none."""
    words = question.replace("?", " ").split()
    forms = dict.fromkeys(form for match in lexicon.translate(words) for form in match.vietnamese)
    return "; ".join(form for form in forms if _names_body(form, actors))


def _names_body(form: str, actors: Mapping[str, str]) -> bool:
    folded = f"{undiacritise(' '.join(tokens(form)))} "
    acts = any(folded.startswith(f"{name} ") or name.startswith(folded) for name in actors)
    return acts or any(body.start == 0 for body in find_agencies(form))


def spelled_out(question: str, lexicon: Lexicon) -> str:
    """Short forms inside an agency's name in full ("Chi cục ... KV V").

    >>> from vectorstore.lexicon import load_lexicon
    >>> spelled_out("VP Đảng ủy làm gì", load_lexicon())
    'Văn phòng Đảng ủy làm gì'
    """

    def full(match: re.Match[str]) -> str:
        forms = lexicon.spell_out(match[0]) if match[0].lower() in _OFFICE_WORDS else ()
        return forms[0] if forms else match[0]

    return _WORD_RE.sub(full, question)


def gloss_of(question: str, lexicon: Lexicon, *, english: bool) -> str:
    """A question as plans would put it: what officers say in writing ("cầm trịch": "chủ trì"), English in Vietnamese.

    So agencies and plans named in English are met, and the cues of what is asked.

    >>> from vectorstore.lexicon import load_lexicon
    >>> gloss_of("sở nào cầm trịch đề án", load_lexicon(), english=False)
    'sở nào chủ trì đề án'
    """
    words = question.replace("?", " ").replace(",", " , ").split()
    for matches in (lexicon.written, lexicon.translate) if english else (lexicon.written,):
        pieces: list[str] = []
        at = 0
        for match in matches(words):
            pieces += [*words[at : match.start], *match.vietnamese[0].split()]
            at = match.end
        words = [*pieces, *words[at:]]
    return " ".join(words)
