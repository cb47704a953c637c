"""How near in meaning each unit is to a question, whole and word by word, by the bundled word vectors.

It is always the bundled model, whatever the library searches by: the weights that judge candidates were
fitted to its cosines, and it embeds thousands of sentences in a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from assistant.knowledge import Floats, Knowledge
from ingest.plan import Plan
from vectorstore.embedder import StaticEmbedder, load_static

__all__ = ["Alignment", "Meaning", "build_meaning", "plan_words"]

REMEMBERED = 20_000
"""Clauses whose words are kept cut, before that memory is emptied."""
WORDS_REMEMBERED = 256
"""The same of words of questions: questions share most of theirs."""
Ids = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Alignment:
    """A question's words and how near each comes to every word that the library uses."""

    weights: Floats
    """Length of each word's vector: training made the words that tell texts apart long, fillers short."""
    nearness: Floats
    """Cosines, words of the library x words of the question: so those of one text are taken fastest."""
    met: dict[str, Floats] = field(default_factory=dict, repr=False)
    """For each text met with so far, the cosine of its nearest word to each word of the question, 0 or more."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One unit vector a unit of the knowledge, in its order, and the words of its texts."""

    embedder: StaticEmbedder = field(repr=False)
    vectors: Floats = field(repr=False)
    used: Floats = field(repr=False)
    """Vectors of length one of the words that the library uses, one a column: so they are multiplied twice as fast."""
    place: Ids = field(repr=False)
    """Where a word of the model's vocabulary stands in ``used``; -1 for one that the library does not use."""
    cut: Mapping[str, Ids] = field(repr=False)
    """The words of every unit, heading and paragraph, as places in ``used``."""
    _later: dict[str, Ids] = field(default_factory=dict, repr=False)
    _near: dict[int, tuple[Floats, float]] = field(default_factory=dict, repr=False)
    """The last questions' words: their cosines with ``used``, and how long their vectors are."""

    def near(self, question: str) -> Floats:
        """Cosine of every unit with the question."""
        return np.asarray(self.vectors @ self.embedder.encode_query(question), dtype=np.float32)

    def align(self, question: str) -> Alignment:
        """Compare every word of a question with the words of the library."""
        ids = sorted(set(self.embedder.tokenize([question])[0]))
        known = {word: near for word in ids if (near := self._near.get(word)) is not None}
        if new := [word for word in ids if word not in known]:
            rows, lengths = _of_length_one(self.embedder.rows[new])
            known |= zip(new, zip(rows @ self.used, lengths, strict=True), strict=True)
            if len(self._near) > WORDS_REMEMBERED:
                self._near.clear()
            self._near.update(known)
        found = [known[word] for word in ids]
        nearness = np.stack([near for near, _ in found], axis=1) if found else self.used[:0].T
        return Alignment(np.array([length for _, length in found], np.float32), nearness)

    def met(self, alignment: Alignment, texts: Iterable[str]) -> Floats:
        """For each word of the question, the cosine of the nearest word of these texts (0 when there are none).

        Late interaction (ColBERT, Khattab and Zaharia 2020) with word vectors in place of a transformer's.
        """
        best = np.zeros(len(alignment.weights), np.float32)
        for text in texts:
            if text not in alignment.met:
                words = self.words(text)
                near = alignment.nearness.take(words, axis=0).max(axis=0) if len(words) else best
                alignment.met[text] = np.maximum(near, 0.0)
            best = np.maximum(best, alignment.met[text])
        return best

    def words(self, text: str) -> Ids:
        """The words of a text, as places in ``used``."""
        return self.cut[text] if text in self.cut else self._cut(text)

    def _cut(self, text: str) -> Ids:
        if len(self._later) > REMEMBERED:
            self._later.clear()
        if text not in self._later:
            places = self.place[np.unique(np.array(self.embedder.tokenize([text])[0], np.int64))]
            self._later[text] = places[places >= 0]
        return self._later[text]


def _of_length_one(rows: npt.NDArray[Any]) -> tuple[Floats, Floats]:
    """The rows brought to length one, and the lengths they had."""
    rows = rows.astype(np.float32)
    lengths = np.linalg.norm(rows, axis=1)
    return rows / np.maximum(lengths, 1e-6)[:, None], lengths


def build_meaning(knowledge: Knowledge) -> Meaning:
    """Embed the text of every unit, and keep the vectors of the words in use."""
    embedder = load_static()
    texts = {text for unit in knowledge.units for text in (unit.text, unit.context, unit.near)}
    texts |= {plan_words(plan) for plan in knowledge.plans.values()}
    cut = {text: np.unique(ids) for text, ids in zip(texts, embedder.tokenize([*texts]), strict=True) if ids}
    used = np.unique(np.concatenate(list(cut.values()))) if cut else np.zeros(0, np.int64)
    place = np.full(len(embedder.rows), -1, np.int64)
    place[used] = np.arange(len(used))
    vectors = embedder.encode_passages([unit.text for unit in knowledge.units])
    kept = {text: place[ids] for text, ids in cut.items()}
    columns = np.ascontiguousarray(_of_length_one(embedder.rows[used])[0].T)
    return Meaning(embedder, vectors, columns, place, kept)


def plan_words(plan: Plan) -> str:
    """What names a plan: number, year, title, issuer and place."""
    head = plan.letterhead
    parts = (head.doc_type, head.number, head.title, head.issuer, head.province, str(head.year or ""))
    return " ".join(part for part in parts if part)
