"""A library of eight Official Gazette documents: tasks given to ministries and provinces, none of them tuned on."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

__all__ = ["GAZETTE", "gazette_texts", "write_gazette"]

GAZETTE = Path(__file__).resolve().parents[2] / "shared" / "data" / "legal-articles" / "gazette-docs.jsonl.gz"
CHOSEN = frozenset({
    "chi-thi-so-21-ct-ttg", "nghi-quyet-so-116-nq-cp", "nghi-quyet-so-126-nq-cp", "nghi-quyet-so-97-nq-cp",
    "quyet-dinh-so-798-qd-ttg", "quyet-dinh-so-844-qd-ttg", "quyet-dinh-so-892-qd-ttg", "quyet-dinh-so-893-qd-ttg",
})  # fmt: skip


def gazette_texts(source: Path = GAZETTE) -> dict[str, str]:
    """The chosen documents by file name (``<id>.txt``); empty where the shared folder is absent.

    >>> gazette_texts(Path("no-such-file.jsonl.gz"))
    {}
    """
    if not source.is_file():
        return {}
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        documents = [document for document in map(json.loads, lines) if document["id"] in CHOSEN]
    return {f"{document['id']}.txt": document["text"] for document in documents}


def write_gazette(folder: Path, source: Path = GAZETTE) -> list[Path]:
    """Write the chosen documents into ``folder`` as files that a library can read; the paths, sorted."""
    paths = []
    for name, text in sorted(gazette_texts(source).items()):
        paths.append(folder / name)
        paths[-1].write_text(text, encoding="utf-8")
    return paths
