"""How near in meaning each unit is to a question, whole and word by word, by the bundled word vectors.

It is always the bundled model, whatever the library searches by: the weights that judge candidates were
fitted to its cosines, and it embeds thousands of sentences in a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from assistant.knowledge import Floats, Knowledge
from vectorstore.embedder import StaticEmbedder, load_static

__all__ = ["Alignment", "Meaning", "build_meaning"]

REMEMBERED = 20_000
"""Headings and paragraphs whose words are kept cut, before the memory is emptied."""
Ids = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Alignment:
    """A question's words and how near each comes to every word of the model's vocabulary."""

    weights: Floats
    """Length of each word's vector: training made the words that tell texts apart long, fillers short."""
    nearness: Floats
    """Cosines, words of the question x vocabulary."""

    def met(self, ids: Ids) -> Floats:
        """For each word of the question, the cosine of the nearest of these words (0 when there are none).

        Late interaction (ColBERT, Khattab and Zaharia 2020) with word vectors in place of a transformer's.
        """
        if not len(ids):
            return np.zeros(len(self.weights), np.float32)
        return np.asarray(np.maximum(self.nearness[:, ids].max(axis=1), 0.0))


@dataclass(frozen=True, slots=True)
class Meaning:
    """One unit vector a unit of the knowledge, in its order, and the words of its texts."""

    embedder: StaticEmbedder = field(repr=False)
    vectors: Floats = field(repr=False)
    unit_rows: Floats = field(repr=False)
    """The vocabulary's vectors, each of length one."""
    _cut: dict[str, Ids] = field(default_factory=dict, repr=False)

    def near(self, question: str) -> Floats:
        """Cosine of every unit with the question."""
        return np.asarray(self.vectors @ self.embedder.encode_query(question), dtype=np.float32)

    def align(self, question: str) -> Alignment:
        """Compare every word of a question with the vocabulary."""
        ids = self.words([question])
        rows = self.embedder.rows[ids].astype(np.float32)
        weights = np.linalg.norm(rows, axis=1)
        return Alignment(weights, self.unit_rows[ids] @ self.unit_rows.T)

    def words(self, texts: Sequence[str]) -> Ids:
        """The words of several texts together, by their place in the vocabulary."""
        if len(self._cut) > REMEMBERED:
            self._cut.clear()
        fresh = [text for text in dict.fromkeys(texts) if text not in self._cut]
        for text, ids in zip(fresh, self.embedder.tokenize(fresh), strict=True):
            self._cut[text] = np.unique(np.array(ids, np.int64))
        return np.concatenate([self._cut[text] for text in texts]) if texts else np.zeros(0, np.int64)


def build_meaning(knowledge: Knowledge) -> Meaning:
    """Embed the text of every unit."""
    embedder = load_static()
    rows = embedder.rows.astype(np.float32)
    length = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return Meaning(embedder, embedder.encode_passages([unit.text for unit in knowledge.units]), rows / length)
