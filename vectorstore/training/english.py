"""The "alignment" rows of ``data/english.tsv``, from the parallel sentences.

In: ``parallel-en-vi/train.tsv.gz`` (permissive licences only; pairs of the evaluation sets are left out) and
the table as it is. Out: the table with its "usage" rows, which are written by hand, untouched, and the
"alignment" rows made anew: the stem of an English word, and each translation with its share of the word
(t(vietnamese | english) of IBM model 1). ``data/README.md`` tells the sources and licences.

    python -m vectorstore.training.english --data ../shared/data --out vectorstore/data/english.tsv
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from vectorstore.lexicon import english_stem
from vectorstore.training.align import Translation, align
from vectorstore.training.corpus import read_parallel
from vectorstore.translate import ENGLISH_FILE
from vectorstore.words import words

__all__ = ["aligned_rows", "choose", "write_table"]

LONGEST = 400
"""Letters of a Vietnamese sentence; longer ones say little about any one word."""
SHORTEST_STEM = 3
LEAST_BELIEF = 0.02
"""Both directions' belief together."""
LEAST_SHARE = 0.08
SHARE_OF_BEST = 0.15
"""A translation with less than this part of the likeliest one's share is noise."""
MOST = 4
_FOREIGN_RE = re.compile(r"[a-z\d/]{4,}")
"""One unmarked word of four letters or more is mostly left in English ("dataverse"), though "trang" is lost too."""
_ENGLISH_RE = re.compile(r"[a-z]+(?:'[a-z]+)?")

Row = tuple[str, str, str]


def choose(found: Iterable[Translation]) -> list[Row]:
    """The translations that are kept, one row an English stem, the likeliest first.

    >>> choose([Translation("report", "báo cáo", 9, 0.8, 0.7), Translation("report", "report", 3, 0.5, 0.1)])
    [('report', 'báo cáo:0.70', 'alignment')]
    """
    listed: dict[str, list[Translation]] = {}
    for translation in sorted(found, key=lambda t: (t.english, -t.given_english, -t.score, t.vietnamese)):
        if translation.score >= LEAST_BELIEF and len(translation.english) >= SHORTEST_STEM:
            listed.setdefault(translation.english, []).append(translation)
    rows: list[Row] = []
    for stem, translations in listed.items():
        least = max(LEAST_SHARE, SHARE_OF_BEST * translations[0].given_english)
        kept = [
            f"{t.vietnamese}:{t.given_english:.2f}"
            for t in translations
            if t.given_english >= least and t.vietnamese != stem and not _FOREIGN_RE.fullmatch(t.vietnamese)
        ]
        if kept:
            rows.append((stem, "|".join(kept[:MOST]), "alignment"))
    return rows


def aligned_rows(pairs: Iterable[tuple[str, str]], least: int = 3) -> list[Row]:
    """Rows of English, Vietnamese sentence pairs; couples seen fewer than ``least`` times are left out."""
    sentences = [
        (
            " ".join(english_stem(word) for word in _ENGLISH_RE.findall(english.lower())),
            [word.replace("_", " ") for word in words(vietnamese)],
        )
        for english, vietnamese in dict.fromkeys(pairs)
        if len(vietnamese) <= LONGEST
    ]
    return choose(align(sentences, least))


def write_table(rows: Sequence[Row], table: Path, out: Path) -> None:
    """Write ``table`` with its "alignment" rows replaced by ``rows``, in the order of the words."""
    with table.open(encoding="utf-8", newline="") as file:
        header, *before = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    own = [(en, vi, source) for en, vi, source in before if source != "alignment"]
    lines = [header, *sorted([*own, *rows])]
    out.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


def main() -> None:
    """Make the rows anew."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds parallel-en-vi")
    parser.add_argument("--out", type=Path, default=ENGLISH_FILE, help="table to write")
    asked = parser.parse_args()
    rows = aligned_rows(read_parallel(asked.data))
    write_table(rows, ENGLISH_FILE, asked.out)
    print(f"{len(rows)} aligned rows in {asked.out}")


if __name__ == "__main__":
    main()
