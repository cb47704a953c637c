"""The texts that the reader learns from: codified law, some of the Gazette, sentence pairs; and their words as numbers.

Of the Gazette only the documents of ``reader_gazette.txt`` are read: none that a question set of ``eval`` is about, and
none at an odd place of the sorted list, which are kept for tests.
"""

from __future__ import annotations

import csv
import gzip
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

from vectorstore.training.corpus import json_lines

__all__ = ["WORDS", "Texts", "lines_of", "read_texts", "train_tokenizer"]

WORDS = 16_000
GAZETTE_IDS = Path(__file__).parents[1] / "reader_gazette.txt"
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[NL]"]
SHORTEST, LONGEST = 8, 600
"""Letters of a line that is asked about."""
_SENTENCE_RE = re.compile(r"(?<=[.;:!?])\s+(?=[A-ZĐÀ-Ỹ\-–+*])")


@dataclass(frozen=True, slots=True)
class Texts:
    """All that is read: articles (title, text) by id, gazette documents by id, sentence pairs (English, Vietnamese)."""

    articles: dict[str, tuple[str, str]]
    gazette: dict[str, str]
    pairs: list[tuple[str, str]]


def _clean(text: str) -> str:
    return re.sub(r"[ \t\r\f\v]+", " ", unicodedata.normalize("NFC", text)).strip()


def lines_of(text: str) -> list[str]:
    r"""Cut a document into the lines that questions are asked about: sentences, items, cells.

    >>> lines_of("Sở Y tế chủ trì. Báo cáo trước 15/11.\nNơi nhận:")
    ['Sở Y tế chủ trì.', 'Báo cáo trước 15/11.', 'Nơi nhận:']
    """
    found = []
    for paragraph in text.split("\n"):
        clean = re.sub(r"\s+", " ", paragraph).strip()
        if len(clean) >= SHORTEST:
            found += [line[:LONGEST] for line in _SENTENCE_RE.split(clean) if len(line) >= SHORTEST]
    return found


def read_texts(data: Path) -> Texts:
    """Read the shared data folder."""
    law = data / "legal-articles"
    articles = {
        a["id"]: (_clean(a["title"]), _clean(a["text"])) for a in json_lines(law / "articles.jsonl.gz")
    }
    free = set(GAZETTE_IDS.read_text(encoding="utf-8").split())
    gazette = {d["id"]: d["text"] for d in json_lines(law / "gazette-docs.jsonl.gz") if d["id"] in free}
    with gzip.open(data / "parallel-en-vi" / "train.tsv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return Texts(articles, gazette, [(_clean(row[0]), _clean(row[1])) for row in rows if len(row) > 1])


def train_tokenizer(texts: Iterable[str], words: int = WORDS) -> Tokenizer:
    """Syllables and pieces of words, without case, digits one by one so that numbers can be compared.

    >>> train_tokenizer(["Sở Nội vụ chủ trì"] * 9, 60).encode("Số 12 SỞ").tokens[-1]
    'sở'
    """
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]", max_input_chars_per_word=40))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.WhitespaceSplit(),
            pre_tokenizers.Punctuation(),
            pre_tokenizers.Digits(individual_digits=True),
        ]
    )
    tokenizer.train_from_iterator(
        texts,
        trainers.WordPieceTrainer(
            vocab_size=words, min_frequency=3, special_tokens=SPECIAL, limit_alphabet=400, show_progress=False
        ),
    )
    return tokenizer
