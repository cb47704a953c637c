"""The systems side by side: BM25 in three spellings, the embeddings, our search whole and less each part."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.question.language import tongue_of
from assistant.question.restore import Speller, build_speller
from assistant.question.understand import Context, understand
from eval.pool import Asking, Pool, Ranker, unrouted
from ingest.plan import Chunk
from ingest.spelling import match_key
from vectorstore import words as spell
from vectorstore.catalog import Key
from vectorstore.embedder import BUNDLED
from vectorstore.search import read_question

__all__ = [
    "PARTS",
    "PLAN_BOOST",
    "Reader",
    "System",
    "asks",
    "plan_reader",
    "read_as_asked",
    "reader_of",
    "systems_of",
]

PARTS = ("vectors", "dictionary", "spelling restoration", "routing", "plan boosts", "re-ranking")
_OF_PLANS = {"plan boosts", "re-ranking"}
"""What can be left out of the whole without another index; the title line needs one (``eval.retrieval``)."""
PART_QUESTIONS = 150
"""Questions of a task by which a search less one part is judged."""
PLAN_BOOST = 2.0
"""Raises the plans that a question names, as a reader would."""
_LETTERS_RE = re.compile(r"[^\W\d_]+")
Reader = Callable[[str, Collection[str]], tuple[str, Mapping[int, float], Collection[str]]]
"""(question, parts left out) -> the question as understood, the plans that are meant and the words that say so."""


@dataclass(frozen=True, slots=True)
class System:
    """A way to search one pool. Rates are passages a second to make it ready; bytes are of the disk."""

    name: str
    ranker: Ranker
    passages_a_second: float | None = None
    bytes: int | None = None
    milliseconds: float | None = None
    """A question's time where it was taken apart, since the answers come from a memory."""
    most: int | None = None
    """Questions of a task that it is asked at most, the same ones each time."""


def speller_of(passages: Sequence[tuple[Key, Chunk]]) -> Speller:
    """A speller that knows the pool's words, as the assistant's knows the plans'."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for _, chunk in passages:
        found = _LETTERS_RE.findall(match_key(unicodedata.normalize("NFC", chunk.text)))
        words.update(found)
        pairs.update(itertools.pairwise(found))
    return build_speller(words, pairs)


def reader_of(passages: Sequence[tuple[Key, Chunk]]) -> Reader:
    """Restores marks as the assistant does, for passages that are no plans."""
    speller = speller_of(passages)

    def read(question: str, without: Collection[str]) -> tuple[str, Mapping[int, float], Collection[str]]:
        if "spelling restoration" in without or tongue_of(question, speller.knows_plain).answer == "en":
            return question, {}, ()
        return speller.restore(question), {}, ()

    return read


def plan_reader(context: Context, plan_ids: Mapping[str, int]) -> Reader:
    """Understands a question as the assistant does: marks restored, and the plans that it names raised."""

    def read(question: str, without: Collection[str]) -> tuple[str, Mapping[int, float], Collection[str]]:
        need = understand(question, context)
        meant = need.scope.tiers[0] if need.scope.named else ()
        boosts = {plan_ids[name]: PLAN_BOOST for name in meant}
        return (
            question if "spelling restoration" in without else need.question,
            {} if "plan boosts" in without else boosts,
            () if "plan boosts" in without else need.scope.taken,
        )

    return read


def read_as_asked(pool: Pool, reader: Reader, question: str, without: Collection[str] = ()) -> Asking:
    """A question as our search sees it, less the named parts."""
    is_word = pool.index.is_word
    text, boosts, named = reader(question, without)
    query = read_question(text, is_word, dictionary="dictionary" not in without, named=named)
    return Asking(unrouted(query, is_word) if "routing" in without else query, boosts)


def asks(pool: Pool, reader: Reader, without: Collection[str] = ()) -> Ranker:
    """Our whole search over a pool, less the named parts."""

    def read(question: str) -> Asking:
        return read_as_asked(pool, reader, question, without)

    return pool.whole(read, dense="vectors" not in without, again="re-ranking" not in without)


def _model_bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def systems_of(pool: Pool, reader: Reader, *, plans: bool) -> list[System]:
    """Every system of ours and every word index over one pool."""
    rate, size = pool.indexed_a_second, pool.index_bytes
    both = 1 / (1 / rate + 1 / pool.encoded_a_second)
    model = _model_bytes(BUNDLED)
    found = [System("BM25 syllables", pool.words("syllables", spell.syllables), rate, size)]
    if pool.segmented is not None:
        found.append(System("BM25 words (underthesea)", pool.words("words", spell.words), rate, size))
    found += [
        System("BM25 undiacritised", pool.words("plain", spell.plain), rate, size),
        System("our model alone", pool.vectors, pool.encoded_a_second, model),
        System("our search", asks(pool, reader), both, size + model),
    ]
    parts = [part for part in PARTS if plans or part not in _OF_PLANS]
    found += [System(f"  without {part}", asks(pool, reader, {part}), most=PART_QUESTIONS) for part in parts]
    return found
