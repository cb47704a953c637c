"""The BM25 index on disk, a cache of the catalog. The only importer of tantivy.

Three spellings (words; syllables and plain, both with pairs of neighbours), each with the title line and the body in fields of their own.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from ingest.spelling import undiacritise
from vectorstore import words as spell
from vectorstore.catalog import Catalog, Key, Snapshot
from vectorstore.stamp import (
    NativeFault,
    Stamp,
    delta,
    new_generation,
    read_stamp,
    sweep,
    write_stamp,
)
from vectorstore.translate import Alternatives

__all__ = ["SPELLINGS", "LexicalIndex", "Spelling", "Wanted"]

Spelling = Literal["words", "syllables", "plain"]
Wanted = Sequence[str] | Mapping[str, float]
"""What an index is asked: tokens, each as often as it stands there, or tokens with weights."""
SPELLINGS: tuple[Spelling, ...] = ("words", "syllables", "plain")

TITLE_BOOST = 0.3
"""A word of the title line weighs a third of one of the passage, since every passage of a plan has it.
On 123 questions over 22 real plans (from their assignments, a third of the words dropped) the mean
reciprocal rank was .734 at 0.25, .727 at 0.5, .694 at 1."""
OTHER_TRANSLATIONS = 0.1
"""How much the other translations of a word add to the best one."""
LARGE = 20_000
"""Passages from which on the commonest words of a question are not looked up: their lists are the longest."""
COMMON = 0.5
"""Share of the passages that have such a word. On 64,086 law articles (200 questions of Zalo's train half) a search
by words takes 0.6 of the time without them; nDCG@10 .6747 and .6743; at 0.4 it is .6706."""
FEWEST = 3
"""Words that a question keeps, however common they are."""
VERSION = f"1.{spell.VERSION}"
HEAP_BYTES = 50_000_000
_ANALYZER = "as_given"
_ORDINAL_BITS = 24
_log = logging.getLogger(__name__)


@contextmanager
def _native() -> Iterator[None]:
    """Turn every failure of tantivy into NativeFault: its panics do not even derive from Exception."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as fault:
        raise NativeFault(f"tantivy: {fault}") from fault


def _spelled(spelling: Spelling, text: str) -> str:
    """The tokens of a text on one index; only the words need no pairs to know their order."""
    if spelling == "words":
        return " ".join(spell.words(text))
    return " ".join(spell.with_pairs(spell.syllables(text) if spelling == "syllables" else spell.plain(text)))


@lru_cache(maxsize=8192)
def _title_part(part: str) -> str:
    return _spelled("words", part)


def _title_tokens(spelling: Spelling, title_line: str) -> str:
    """The tokens of a title line; its parts (plan, section, subsection) recur, and segmenting is slow."""
    if spelling == "words":
        return " ".join(map(_title_part, title_line.split(" > ")))
    return _spelled(spelling, title_line)


def _schema() -> Any:  # noqa: ANN401
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("plan", indexed=True)
    builder.add_unsigned_field("key", fast=True)
    for spelling in SPELLINGS:
        for field in (spelling, f"title_{spelling}"):
            builder.add_text_field(field, tokenizer_name=_ANALYZER, index_option="freq")
    return builder.build()


def _of_plan(index: Any, plan_id: int) -> Any:  # noqa: ANN401
    from tantivy import Query

    return Query.term_query(index.schema, "plan", plan_id, index_option="basic")


def _token(index: Any, spelling: Spelling, token: str, weight: float) -> Any:  # noqa: ANN401
    """A token in the passage, or (counting less) in its title line."""
    from tantivy import Occur, Query

    parts = []
    for field, boost in ((spelling, 1.0), (f"title_{spelling}", TITLE_BOOST)):
        term = Query.term_query(index.schema, field, token, index_option="freq")
        parts.append((Occur.Should, Query.boost_query(term, boost * weight)))
    return Query.boolean_query(parts)


def _telling(searcher: Any, spelling: Spelling, weights: Mapping[str, float]) -> Mapping[str, float]:  # noqa: ANN401
    """The tokens less those that most passages of a large index have."""
    if searcher.num_docs < LARGE:
        return weights
    most = COMMON * searcher.num_docs
    kept = {token: weight for token, weight in weights.items() if searcher.doc_freq(spelling, token) <= most}
    return kept if len(kept) >= FEWEST else weights


def _any_of(index: Any, alternatives: Alternatives) -> Any:  # noqa: ANN401
    """The best of several phrases, each by its pairs of neighbours (a lone syllable by itself)."""
    from tantivy import Occur, Query

    choices = []
    for phrase, weight in alternatives.phrases:
        grams = spell.with_pairs(phrase)[len(phrase) :] or list(phrase)
        share = weight / len(grams) ** 0.5
        parts = [(Occur.Should, _token(index, "syllables", gram, share)) for gram in grams]
        choices.append(Query.boolean_query(parts))
    return Query.disjunction_max_query(choices, OTHER_TRANSLATIONS)


def _open(path: Path) -> Any:  # noqa: ANN401
    import tantivy

    index = tantivy.Index(_schema(), path=str(path))
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_ANALYZER, analyzer)
    return index


class LexicalIndex:
    """Kept in step with the catalog by ``sync``; searched from any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stamp: Stamp | None = None
        self._index: Any = None
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def revision(self) -> int:
        """The catalog's revision that the open index stands for; -1 when none is open."""
        return self._stamp.revision if self._stamp else -1

    def reload(self, catalog_id: str) -> None:
        """Take up what is on disk, if it belongs to this catalog; changes nothing there."""
        stamp = read_stamp(self._folder)
        if stamp is None or stamp.catalog != catalog_id or stamp.version != VERSION:
            self._index, self._stamp = None, None
            return
        try:
            with _native():
                if self._stamp is None or self._stamp.generation != stamp.generation:
                    self._index = _open(self._folder / stamp.generation)
                else:
                    self._index.reload()
                if self._index.searcher().num_docs != sum(stamp.plans.values()):
                    raise NativeFault("number of passages differs from the stamp")
        except NativeFault as fault:
            _log.warning("the word index cannot be used: %s", fault)
            self._index, stamp = None, None
        self._stamp = stamp

    def sync(self, catalog: Catalog, snapshot: Snapshot, catalog_id: str, *, renew: bool = False) -> None:
        """Bring the index in step with the catalog; the caller holds the library's writer lock.

        A missing, broken or foreign index is made anew; so is any with ``renew``.
        """
        if not renew:
            self.reload(catalog_id)
            if self.revision == snapshot.revision:
                return
        if self._stamp is not None and not renew:
            try:
                self._write(catalog, snapshot, self._stamp)
                return
            except NativeFault as fault:
                _log.warning("the word index is made anew: %s", fault)
        self._index = None
        empty = Stamp(catalog_id, VERSION, new_generation(self._folder), -1, {})
        self._write(catalog, snapshot, empty)
        sweep(self._folder, empty.generation)

    def _write(self, catalog: Catalog, snapshot: Snapshot, stamp: Stamp) -> None:
        gone, fresh = delta(stamp, snapshot)
        with _native():
            index = self._index if self._index is not None else _open(self._folder / stamp.generation)
            writer = index.writer(HEAP_BYTES, 1)
            # Also what is about to be taken in: a process killed between commit and stamp left it there.
            for plan_id in {*gone, *fresh}:
                # By query: deleting by term finds no unsigned number (tantivy 0.27).
                writer.delete_documents_by_query(_of_plan(index, plan_id))
        for (plan_id, ordinal), chunk, stored in catalog.indexable(list(fresh), spell.VERSION):
            segmented = " ".join(spell.words(chunk.text)) if stored is None else stored
            fields = {"words": segmented, "syllables": _spelled("syllables", chunk.text)}
            fields["plain"] = undiacritise(fields["syllables"])
            for spelling in SPELLINGS:
                # A pool that is not searched by words needs none of its titles either (``eval.pool``).
                named = "" if spelling == "words" and stored == "" else chunk.title_line
                fields[f"title_{spelling}"] = _title_tokens(spelling, named)
            self._add(writer, plan_id, ordinal, fields)
        with _native():
            writer.commit()
            writer.wait_merging_threads()
            index.reload()
        done = Stamp(stamp.catalog, VERSION, stamp.generation, snapshot.revision, dict(snapshot.counts))
        write_stamp(self._folder, done)
        self._index, self._stamp = index, done

    @staticmethod
    def _add(writer: Any, plan_id: int, ordinal: int, fields: Mapping[str, str]) -> None:  # noqa: ANN401
        import tantivy

        with _native():
            document = tantivy.Document()
            document.add_unsigned("plan", plan_id)
            document.add_unsigned("key", plan_id << _ORDINAL_BITS | ordinal)
            for field, tokens in fields.items():
                document.add_text(field, tokens)
            writer.add_document(document)

    def search(
        self,
        tokens: Mapping[Spelling, Wanted],
        limit: int,
        plans: Collection[int] | None = None,
        translated: Sequence[Alternatives] = (),
    ) -> dict[Spelling, dict[Key, float]]:
        """BM25 scores of the best ``limit`` passages on each index asked for; {} while no index is open.

        ``translated`` counts besides on each: of each foreign word its best translation, found in the
        syllables with their marks. Raises NativeFault when the index turns out to be broken.
        """
        index = self._index
        if index is None:
            return {spelling: {} for spelling in tokens}
        with _native():
            return {
                spelling: self._search_one(index, spelling, listed, limit, plans, translated)
                for spelling, listed in tokens.items()
            }

    @staticmethod
    def _search_one(
        index: Any,  # noqa: ANN401
        spelling: Spelling,
        tokens: Wanted,
        limit: int,
        plans: Collection[int] | None,
        translated: Sequence[Alternatives],
    ) -> dict[Key, float]:
        from tantivy import Occur, Query

        searcher = index.searcher()
        weights = _telling(searcher, spelling, Counter(tokens))
        if not (weights or translated) or limit < 1:
            return {}
        parts = [(Occur.Should, _token(index, spelling, token, weight)) for token, weight in weights.items()]
        parts += [(Occur.Should, _any_of(index, alternatives)) for alternatives in translated]
        query = Query.boolean_query(parts)
        if plans is not None:
            within = [(Occur.Should, _of_plan(index, plan_id)) for plan_id in plans]
            chosen = Query.const_score_query(Query.boolean_query(within), 0.0)
            query = Query.boolean_query([(Occur.Must, query), (Occur.Must, chosen)])
        hits = searcher.search(query, limit, count=False).hits
        keys = searcher.fast_field_values("key", [address for _, address in hits]) if hits else []
        mask = (1 << _ORDINAL_BITS) - 1
        return {
            (int(key) >> _ORDINAL_BITS, int(key) & mask): float(score)
            for key, (score, _) in zip(keys, hits, strict=True)
        }

    def is_word(self, token: str) -> bool:
        """Tell whether any passage has this word (compounds joined by "_")."""
        index = self._index
        if index is None:
            return False
        with _native():
            return bool(index.searcher().doc_freq("words", token))

    def rarity(self, spelling: Spelling, tokens: Collection[str]) -> dict[str, float]:
        """How rare each token is among the passages (idf); a word that stands nowhere is the rarest."""
        index = self._index
        if index is None:
            return dict.fromkeys(tokens, 1.0)
        from math import log

        with _native():
            searcher = index.searcher()
            total = searcher.num_docs
            return {
                token: log(1 + (total + 0.5) / (searcher.doc_freq(spelling, token) + 0.5)) for token in tokens
            }
