"""How near in meaning each unit is to a question: cosines of the bundled word-vector model.

It is always the bundled model, whatever the library searches by: the weights that judge candidates were
fitted to its cosines, and it embeds thousands of sentences in a second.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from assistant.knowledge import Floats, Knowledge
from vectorstore.embedder import Embedder, load_embedder

__all__ = ["Meaning", "build_meaning"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """One unit vector a unit of the knowledge, in its order."""

    embedder: Embedder = field(repr=False)
    vectors: Floats = field(repr=False)

    def near(self, question: str) -> Floats:
        """Cosine of every unit with the question."""
        return np.asarray(self.vectors @ self.embedder.encode_query(question), dtype=np.float32)


def build_meaning(knowledge: Knowledge) -> Meaning:
    """Embed the text of every unit."""
    embedder = load_embedder()
    return Meaning(embedder, embedder.encode_passages([unit.text for unit in knowledge.units]))
