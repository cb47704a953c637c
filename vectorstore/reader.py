"""Whether a text answers a question, by a small network that reads both together. The only importer of onnxruntime.

The words of question and text meet in every layer (a cross-encoder: Nogueira and Cho 2019, "Passage Re-ranking
with BERT"), so it sees what counting common words cannot: that "giấy tờ" asks for "hồ sơ". What it was taught
and by whom is told in ``vectorstore/reader_model/README.md``; ``vectorstore.training.reader`` made it.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["READER_MODEL", "Reader", "Text", "arrange", "load_reader"]

READER_MODEL = Path(__file__).parent / "reader_model"
LONGEST = {"question": 40, "context": 24, "text": 96}
"""Words read of each; of the headings the last ones, which are the nearest."""
AT_ONCE = 2
"""Texts read at the same time: a text is too short to be shared between cores, so each core reads its own."""
_SLOW = ["SkipLayerNormFusion"]
"""Of onnxruntime's joined steps the one that takes longer than its two parts: an eighth of the reading without gain."""
PAD, START, END = 0, 2, 3
_QUESTION, _CONTEXT, _TEXT = 0, 1, 2
_SHARED = {_QUESTION: 7, _CONTEXT: 4, _TEXT: 5}
"""A word that both sides have is marked, so that a network of three layers need not learn to compare spellings."""


@dataclass(frozen=True, slots=True)
class Text:
    """What may answer: its words, and the headings above them."""

    words: str
    context: str = ""


def arrange(
    question: Sequence[int], context: Sequence[int], text: Sequence[int]
) -> tuple[list[int], list[int]]:
    """Word numbers in the order of reading, and for each which part it is of and whether the other side has it.

    >>> arrange([10, 11], [12], [11, 13])
    ([2, 10, 11, 3, 12, 3, 11, 13, 3], [0, 0, 7, 0, 1, 1, 5, 2, 2])
    """
    asked = list(question)[: LONGEST["question"]]
    above = list(context)[-LONGEST["context"] :]
    said = list(text)[: LONGEST["text"]]
    ids, parts = [START], [_QUESTION]
    for words, part, others in (
        (asked, _QUESTION, {*above, *said}),
        (above, _CONTEXT, {*asked}),
        (said, _TEXT, {*asked}),
    ):
        ids += [*words, END]
        parts += [*(_SHARED[part] if word in others else part for word in words), part]
    return ids, parts


@dataclass(slots=True)
class Reader:
    """A question and texts in, a score for each text out: log odds that it answers against that nothing does."""

    folder: Path
    _session: Any = field(default=None, repr=False)
    _tokenizer: Tokenizer | None = field(default=None, repr=False)
    _pool: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(AT_ONCE, "reader"), repr=False
    )

    def _load(self) -> tuple[Any, Tokenizer]:
        if self._session is None or self._tokenizer is None:
            import onnxruntime
            from tokenizers import Tokenizer

            self._tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = 1
            self._session = onnxruntime.InferenceSession(
                str(self.folder / "reader.onnx"),
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=_SLOW,
            )
        return self._session, self._tokenizer

    def scores(self, question: str, texts: Sequence[Text]) -> list[float]:
        """One score for each text, in their order.

        Each is read by itself, some side by side: that takes half the time of all padded to the longest.

        >>> reader = load_reader()
        >>> asked = "nộp giấy tờ ở đâu?"
        >>> there, elsewhere = reader.scores(asked, [
        ...     Text("Hồ sơ được gửi về Trung tâm Phục vụ hành chính công."), Text("Thời hạn là 05 ngày làm việc.")])
        >>> there > elsewhere
        True
        >>> reader.scores(asked, [])
        []
        """
        if not texts:
            return []
        session, tokenizer = self._load()
        parts = [question, *(text.context for text in texts), *(text.words for text in texts)]
        asked, *others = [e.ids for e in tokenizer.encode_batch(parts, add_special_tokens=False)]
        asks = (
            arrange(asked, *text) for text in zip(others[: len(texts)], others[len(texts) :], strict=True)
        )

        def score(ask: tuple[list[int], list[int]]) -> float:
            ids, kinds = (np.array([row], np.int64) for row in ask)
            return float(session.run(None, {"ids": ids, "parts": kinds, "mask": np.ones_like(ids)})[0].item())

        return list(self._pool.map(score, asks))


@cache
def load_reader(folder: Path = READER_MODEL) -> Reader:
    """The reader in a folder; its files are opened at the first question."""
    return Reader(folder)
