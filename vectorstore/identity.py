"""What makes a plan the same plan: its content, its source, its name."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

from ingest.errors import PlanNotFound
from ingest.spelling import undiacritise

__all__ = ["content_hash", "find_name", "free_name", "reader_fingerprint", "source_key"]


def content_hash(path: Path) -> str:
    """The identity of a file's bytes, whatever it is called."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


@cache
def reader_fingerprint() -> str:
    """Changes with the code and data of ``ingest``: a plan read by older code is read again when added again."""
    import ingest

    digest = hashlib.blake2b(digest_size=8)
    for folder in ingest.__path__:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.read_bytes())
    return digest.hexdigest()


def source_key(path: Path, name: str | None) -> str:
    """Where a plan comes from: an absolute path, or the name of an upload (its path is a passing one)."""
    return f"upload:{unicodedata.normalize('NFC', name)}" if name else str(path.resolve())


def free_name(path: Path, name: str | None, taken: Collection[str]) -> str:
    """The shortest name that tells the file from the others: its own, else with folders in front.

    >>> free_name(Path("/b/kh.txt"), None, {"kh.txt"})
    'b/kh.txt'
    """
    parts = [part for part in path.resolve().parts if part != path.anchor]
    wanted = ["/".join(parts[-length:]) for length in range(1, len(parts) + 1)]
    if name:
        wanted = [name, f"tải lên/{name}"]
    wanted = [unicodedata.normalize("NFC", candidate) for candidate in wanted]
    numbered = (f"{wanted[-1]} ({number})" for number in range(2, len(taken) + 3))
    return next(candidate for candidate in (*wanted, *numbered) if candidate not in taken)


def find_name(name: str, names: Sequence[str]) -> str:
    """The plan that ``name`` means: exactly, or by the last part of a path when only one fits.

    Raises PlanNotFound, naming what is near.
    """
    wanted = unicodedata.normalize("NFC", name)
    if wanted in names:
        return wanted
    last = [
        known for known in names if known.rsplit("/", 1)[-1] == wanted.replace("\\", "/").rsplit("/", 1)[-1]
    ]
    if len(last) == 1:
        return last[0]
    keys = {known: undiacritise(known).lower() for known in names}
    near = process.extract(undiacritise(wanted).lower(), keys, scorer=fuzz.WRatio, limit=3, score_cutoff=60)
    close = last or [known for _, _, known in near]
    hint = f" Có phải bạn muốn nói: {', '.join(close)}?" if close else ""
    raise PlanNotFound(f"Không có kế hoạch “{name}” trong thư viện.{hint}")
