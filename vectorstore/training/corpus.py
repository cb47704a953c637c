"""The text that the model learns from: law, gazette, sentence pairs, the lexicon. Nothing else is read.

Evaluation-only sets stay out: of the Zalo questions only the ids of their passages are read, to leave
these articles out; sentence pairs that stand in the FLORES, NTREX or Tatoeba tests are dropped. A share of
articles and sentence pairs is set aside too, to choose between recipes by (``probe``).
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vectorstore.lexicon import load_lexicon

__all__ = ["Article", "Corpus", "json_lines", "pack", "read_corpus", "read_parallel"]

CHUNK = 700
CHUNKS_AN_ARTICLE = 4
CHUNKS_A_DOCUMENT = 80
SHORTEST = 50
ARTICLE_ASIDE, PAIR_ASIDE = 64, 40
"""One article, one sentence pair in this many is set aside."""
COMMON_TITLE = 5
"""A title of more articles than this ("Hiệu lực thi hành") names none of them."""
_LAW_RE = re.compile(r"Điều \S+ (?:\S+ )*?số (\S+) (.+?) ngày \d")


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the codified law and the numbers of its chunks."""

    id: str
    title: str
    subject: str
    number: str
    law: str
    related: tuple[str, ...]
    chunks: range
    common: bool


@dataclass(frozen=True, slots=True)
class Corpus:
    """Chunks of Vietnamese text, the articles among them, and what ties the two languages."""

    chunks: list[str]
    articles: list[Article]
    parallel: list[tuple[str, str]]
    """English, Vietnamese."""
    terms: list[tuple[str, str]]
    """Of the lexicon: Vietnamese, English."""
    synonyms: list[tuple[str, str]]
    """Of the lexicon: two Vietnamese forms, or an abbreviation and its long form."""
    articles_aside: list[tuple[str, str]]
    """Title and beginning of articles that are not learnt from."""
    parallel_aside: list[tuple[str, str]]


def pack(text: str, size: int = CHUNK, most: int = CHUNKS_AN_ARTICLE) -> list[str]:
    r"""Cut a text at paragraphs, sentences or words into pieces of about ``size`` letters.

    >>> pack("Điều một.\nĐiều hai.", size=12)
    ['Điều một.', 'Điều hai.']
    """
    pieces: list[str] = []
    held = ""
    for paragraph in filter(None, map(str.strip, text.split("\n"))):
        rest = paragraph
        while len(rest) > size * 1.4:
            cut = max(rest.rfind(". ", 0, size), rest.rfind("; ", 0, size))
            cut = cut + 1 if cut > size // 4 else max(rest.rfind(" ", 0, size), 1)
            pieces += [held] if held else []
            held = ""
            pieces.append(rest[:cut])
            rest = rest[cut:].strip()
        if held and len(held) + len(rest) > size:
            pieces.append(held)
            held = rest
        else:
            held = f"{held}\n{rest}" if held else rest
    return [*pieces, *([held] if held else [])][:most]


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a packed file, one a line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _nfc(text: str | None) -> str:
    return unicodedata.normalize("NFC", text or "").strip()


def _aside(key: str, one_in: int) -> bool:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=4).digest()) % one_in == 0


def _held_out(data: Path) -> set[str]:
    """Ids of the articles that answer Zalo questions."""
    return {
        passage["phapdien_id"]
        for half in ("train", "test")
        for row in json_lines(data / "zalo-legal" / f"{half}.jsonl.gz")
        for passage in row["passages"]
    }


def _articles(data: Path, chunks: list[str], aside: list[tuple[str, str]]) -> list[Article]:
    rows = list(json_lines(data / "legal-articles" / "articles.jsonl.gz"))
    held_out = _held_out(data)
    seen = {_nfc(row["text"]) for row in rows if row["id"] in held_out}
    titles = Counter(_nfc(row["title"]) for row in rows)
    laws: dict[str, str] = {}
    for row in rows:
        match = _LAW_RE.match(row["cite"] or "")
        if match and 5 < len(match[2]) < 200 and not match[2].startswith("có hiệu"):
            laws.setdefault(row["law_no"], _nfc(match[2]))
    found = []
    for row in rows:
        text, title = _nfc(row["text"]), _nfc(row["title"])
        if row["id"] in held_out or len(text) < SHORTEST or text in seen:
            continue
        seen.add(text)
        pieces = [piece for piece in pack(text) if len(piece) >= SHORTEST]
        if _aside(row["id"], ARTICLE_ASIDE):
            if pieces and len(title) > 15 and titles[title] == 1:
                aside.append((title, pieces[0]))
            continue
        where = range(len(chunks), len(chunks) + len(pieces))
        chunks += pieces
        found.append(
            Article(
                row["id"],
                title,
                _nfc(row["demuc"]),
                _nfc(row["law_no"]),
                laws.get(row["law_no"], ""),
                tuple(related for related in row["related"] or () if isinstance(related, str)),
                where,
                not title or titles[title] > COMMON_TITLE,
            )
        )
    return found


def read_parallel(data: Path) -> list[tuple[str, str]]:
    """English, Vietnamese sentences of ``parallel-en-vi``, without those of the evaluation sets."""
    held_out: set[str] = set()
    for path in sorted((data / "bitext-eval").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            held_out.update(_nfc(side).lower().strip(" .!?") for side in line.split("\t")[:2])
    pairs = []
    with gzip.open(data / "parallel-en-vi" / "train.tsv.gz", "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            english, vietnamese = _nfc(row["en"]), _nfc(row["vi"])
            clean = not {english.lower().strip(" .!?"), vietnamese.lower().strip(" .!?")} & held_out
            if english and vietnamese and clean:
                pairs.append((english, vietnamese))
    return pairs


def read_corpus(data: Path) -> Corpus:
    """Read ``../shared/data``."""
    chunks: list[str] = []
    articles_aside: list[tuple[str, str]] = []
    articles = _articles(data, chunks, articles_aside)
    for row in json_lines(data / "legal-articles" / "gazette-docs.jsonl.gz"):
        chunks += [
            piece for piece in pack(_nfc(row["text"]), most=CHUNKS_A_DOCUMENT) if len(piece) > SHORTEST
        ]
    entries = load_lexicon().entries
    terms = [(form, en) for entry in entries for form in (entry.vi, *entry.synonyms) for en in entry.english]
    synonyms = [(form, entry.vi) for entry in entries for form in (*entry.synonyms, *entry.abbreviations)]
    parallel: list[tuple[str, str]] = []
    parallel_aside: list[tuple[str, str]] = []
    for pair in read_parallel(data):
        (parallel_aside if _aside(pair[0].lower(), PAIR_ASIDE) else parallel).append(pair)
    return Corpus(chunks, articles, parallel, terms, synonyms, articles_aside, parallel_aside)
