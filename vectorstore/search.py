"""Question -> hits: route by spelling, ask each index, fuse, weigh the plans that are meant."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from ingest.plan import Chunk
from ingest.spelling import has_diacritics, undiacritise
from vectorstore import words
from vectorstore.catalog import Key
from vectorstore.fuse import WEIGHTS, fuse
from vectorstore.hits import Hit
from vectorstore.lexical import Spelling, Wanted
from vectorstore.lexicon import load_lexicon
from vectorstore.offered import spelled
from vectorstore.translate import FUNCTION_WORDS, MOST, Alternatives, translate

__all__ = ["CANDIDATES", "Query", "Scored", "Searchable", "rank", "read_question"]

CANDIDATES = 200
"""How many passages each index names before fusion."""
BOOSTED_CANDIDATES = 40
"""How many passages of the plans named by the question always take part."""

QuestionClass = Literal["marked", "unmarked", "foreign"]

# The shape of a Vietnamese syllable without marks: onset, vowels, coda.
_SYLLABLE_RE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(?:uyeu|uya|uye|oai|oao|oay|oeo|uay|uoi|uou|uyu|ieu|yeu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|[aeiouy])"
    r"(?:ch|nh|ng|[cmnpt])?"
)
# English words of that shape, or too common to be anything else, in questions of officers.
_ENGLISH_WORDS = """
    who what when where which whom whose why how the of for and is are was were be by in on to a an at as
    does do did has have must should can may will with from it its this that these those under out any all
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
ENGLISH_SHARE = 0.34
"""From this share of English words on, a question is searched across languages."""
TRANSLATED_AS_TYPED = 0.2
"""Weight of an English word as it stands beside its translations: a plan may quote it."""
NAMED = 0.3
"""Weight of words that only name the plan ("tỉnh Hà Giang"): all its passages have them in their title line."""
WRITTEN = 1.0
"""Weight of what plans write for what officers say, as of a translation. 327 development questions with their official words
put into casual ones by data/equivalents.tsv: hit@5 .856 without, .927 at 0.5, .930 at 1; as they are (774): .929, .932, .932."""
# What is asked for in other words than those of the passage that tells it: the foot of a document is headed
# "Nơi nhận, người ký".
_ASKED_RE = re.compile(r"\b(?:ai|nguoi nao|sep nao|lanh dao nao)(?: la nguoi| da| duoc)? ky\b|\bky ten\b")
_SIGNER = (("người", "ký"), 1.0)
_WORD_RE = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the indexes see it."""

    text: str
    kind: QuestionClass
    bare: tuple[str, ...]
    """The syllables without marks."""
    tokens: Mapping[Spelling, Wanted]
    """What each index is asked: tokens, weighted where they are not of one weight."""
    translated: tuple[Alternatives, ...] = ()
    """English words with the Vietnamese that they may stand for, asked of every index besides."""
    named: frozenset[str] = frozenset()
    """Words without marks that only name the plan."""

    @property
    def routed(self) -> Spelling:
        """The spelling whose BM25 score is told as ``Hit.lexical``."""
        return "words" if self.kind == "marked" else "plain"


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its component scores and fused score."""

    key: Key
    score: float
    dense: float
    words: float
    syllables: float
    plain: float


class Searchable(Protocol):
    """What ranking needs of the indexes."""

    def lexical(
        self, query: Query, limit: int, plans: Collection[int] | None
    ) -> dict[Spelling, dict[Key, float]]:
        """BM25 scores on each spelling of the query."""

    def dense(self, query: Query, limit: int, plans: Collection[int] | None) -> dict[Key, float]:
        """Cosines of the nearest passages."""

    def cosines(self, query: Query, keys: Collection[Key]) -> dict[Key, float]:
        """Cosines of given passages."""


def _is_english(token: str) -> bool:
    return token in _ENGLISH or (token.isascii() and token.isalpha() and not _SYLLABLE_RE.fullmatch(token))


def _class_of(question: str, syllables: Sequence[str]) -> QuestionClass:
    spoken = [token for token in syllables if token.isalpha()]
    # Names in capitals (UBND, HĐND) are of no language.
    acronyms = {undiacritise(token).lower() for token in re.findall(r"\w+", question) if token.isupper()}
    spoken = [token for token in spoken if undiacritise(token) not in acronyms] or spoken
    english = sum(map(_is_english, spoken))
    if spoken and english / len(spoken) >= ENGLISH_SHARE:
        return "foreign"
    return "marked" if has_diacritics(question) else "unmarked"


def _names(words_: Sequence[str]) -> set[int]:
    """Vietnamese names typed without marks in an English question: neighbours in capitals, of Vietnamese shape."""
    shaped = [bool(word.istitle() and _SYLLABLE_RE.fullmatch(word.lower())) for word in words_]
    shaped = [
        shape and word.lower() not in FUNCTION_WORDS for shape, word in zip(shaped, words_, strict=True)
    ]
    pairs = [at for at in range(len(words_) - 1) if shaped[at] and shaped[at + 1]]
    return {*pairs, *(at + 1 for at in pairs)}


def _translations(text: str, kind: QuestionClass) -> tuple[Alternatives, ...]:
    """The English words of a question in Vietnamese: all but names in an English one, else what is surely English."""
    typed = _WORD_RE.findall(text)
    names = _names(typed)

    def is_english(at: int) -> bool:
        word = typed[at]
        if not word.isascii() or word.isdigit():
            return False
        if kind == "foreign":
            return at not in names
        return not word.isupper() and _is_english(word.lower())

    found = translate(typed, is_english)
    covered = {at for alternatives in found for at in range(alternatives.start, alternatives.end)}
    found += [full for at, full in _spelled_out(typed) if at not in covered]
    found += _as_written(typed)
    if _ASKED_RE.search(undiacritise(text).lower()):
        found.append(Alternatives(0, 0, (_SIGNER,)))
    return tuple(found)


def _spelled_out(typed: Sequence[str]) -> Iterator[tuple[int, Alternatives]]:
    """The long forms of abbreviations ("SNV": "Sở Nội vụ")."""
    for at, word in enumerate(typed):
        forms = load_lexicon().spell_out(word)
        if forms and len(word) > 1:
            phrases = tuple((tuple(words.syllables(form)), 1.0) for form in forms)
            yield at, Alternatives(at, at + 1, phrases)


def _as_written(typed: Sequence[str]) -> Iterator[Alternatives]:
    """What plans write for what officers say ("trẻ con": "trẻ em")."""
    for match in load_lexicon().written(typed):
        forms = (*match.vietnamese[:MOST], " ".join(typed[match.start : match.end]))
        phrases = tuple((tuple(words.syllables(form)), WRITTEN) for form in forms)
        yield Alternatives(match.start, match.end, phrases)


def _as_typed(text: str, translated: Sequence[Alternatives]) -> dict[str, float]:
    """The words of an English question as they stand: names and numbers wholly, what has translations a little."""
    typed = _WORD_RE.findall(text)
    covered = {at for found in translated for at in range(found.start, found.end)}
    weights: dict[str, float] = {}
    before = ""
    for at, word in enumerate(typed):
        token = undiacritise(word).lower()
        named = at > 0 and (word[:1].isupper() or any(letter.isdigit() for letter in word))
        if token in FUNCTION_WORDS and not named:
            before = ""
            continue
        weight = 1.0 if named or at not in covered else TRANSLATED_AS_TYPED
        weights[token] = max(weight, weights.get(token, 0.0))
        if before and weight == 1:
            weights[f"{before}_{token}"] = 1.0
        before = token if weight == 1 else ""
    for symbol in words.plain(text):
        if "/" in symbol or "-" in symbol:
            weights[symbol] = 1.0
    return weights


def read_question(
    question: str,
    is_word: Callable[[str], bool] = lambda _: False,
    *,
    dictionary: bool = True,
    named: Collection[str] = (),
) -> Query:
    """Spell a question for the indexes and tell its class; ``is_word`` knows the library's compounds.

    Its English words and abbreviations are asked by their Vietnamese too, unless ``dictionary`` is off.
    ``named`` are phrases of it that only name the plan.

    >>> read_question("Ai chủ trì công tác khiếu nại?").kind
    'marked'
    >>> read_question("han nop bao cao quy cua so noi vu").kind
    'unmarked'
    >>> asked = read_question("Who leads the complaint reports?")
    >>> asked.kind, asked.translated[1].phrases[0][0]
    ('foreign', ('khiếu', 'nại'))
    """
    text = unicodedata.normalize("NFC", question).strip()
    syllables = tuple(words.syllables(text))
    kind = _class_of(text, syllables)
    bare = tuple(undiacritise(token) for token in syllables)
    translated = _translations(text, kind) if dictionary else ()
    tokens: dict[Spelling, Wanted] = {"plain": words.with_pairs(bare)}
    if kind == "foreign" and dictionary:
        tokens["plain"] = _as_typed(text, translated)
    if kind == "marked":
        tokens["syllables"] = words.with_pairs(syllables)
        tokens["words"] = words.longest_words(syllables, is_word)
    said = frozenset(token for phrase in named for token in words.plain(phrase))
    if said:
        tokens = {spelling: _lightened(wanted, said) for spelling, wanted in tokens.items()}
    return Query(text, kind, bare, tokens, translated, said)


def _lightened(wanted: Wanted, said: frozenset[str]) -> dict[str, float]:
    """The tokens with those of the plan's name weighing less, however they are spelled."""
    return {
        token: weight * (NAMED if set(undiacritise(token).split("_")) <= said else 1.0)
        for token, weight in Counter(wanted).items()
    }


def _merge(into: dict[Spelling, dict[Key, float]], more: dict[Spelling, dict[Key, float]]) -> None:
    for spelling, scores in more.items():
        into.setdefault(spelling, {}).update(scores)


def rank(
    query: Query, indexes: Searchable, boosts: Mapping[int, float], only: Collection[int] | None
) -> list[Scored]:
    """Every candidate passage with its scores, best first.

    ``boosts`` multiplies the score of a plan's passages, and its best passages always take part;
    ``only`` leaves all other plans out.
    """
    lexical = indexes.lexical(query, CANDIDATES, only)
    named = [plan for plan in boosts if only is None or plan in only]
    if named:
        _merge(lexical, indexes.lexical(query, BOOSTED_CANDIDATES, named))
    near = indexes.dense(query, CANDIDATES, only)
    keys = sorted({*near, *(key for scores in lexical.values() for key in scores)})
    if not keys:
        return []
    near |= indexes.cosines(query, [key for key in keys if key not in near])
    floor = min(near.values(), default=0.0)
    columns: dict[str, list[float]] = {"dense": [near.get(key, floor) for key in keys]}
    for spelling, scores in lexical.items():
        columns[spelling] = [scores.get(key, 0.0) for key in keys]
    fused = fuse(columns, WEIGHTS[query.kind])
    nothing = [0.0] * len(keys)
    parts = (columns.get(name, nothing) for name in ("dense", "words", "syllables", "plain"))
    ranked = [
        Scored(key, score * boosts.get(key[0], 1.0), *scores)
        for key, score, *scores in zip(keys, fused, *parts, strict=True)
    ]
    return sorted(ranked, key=lambda found: (-found.score, found.key))


def coverage(query: Query, chunk: Chunk, rarity: Mapping[str, float]) -> float:
    """The share of the question's words, weighted by rarity, that stand in the passage or its title line."""
    there = f"{spelled(chunk.title_line)}{spelled(chunk.text)}"
    asked = {token: f" {' '.join(_WORD_RE.findall(token))} " for token in query.bare}
    total = sum(rarity[token] for token in asked)
    met = sum(rarity[token] for token, phrase in asked.items() if phrase in there)
    return met / total if total else 0.0


def hit(query: Query, found: Scored, plan: str, chunk: Chunk, rarity: Mapping[str, float]) -> Hit:
    """A scored candidate with its passage, as the caller sees it."""
    return Hit(
        plan=plan,
        chunk=chunk,
        score=found.score,
        dense=found.dense,
        lexical=getattr(found, query.routed),
        words=found.words,
        syllables=found.syllables,
        plain=found.plain,
        coverage=coverage(query, chunk, rarity),
    )
