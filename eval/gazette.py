"""Libraries of Official Gazette documents: tasks given to ministries and provinces, none of them a provincial plan.

`gazette`, `gazette_test3` and `gazette_test5` belong to untouched test sets, `gazette_dev`, `gazette_dev3`,
`gazette_dev6`, `gazette_dev7`, `gazette_dev9` and `gazette_dev11` to development; no document is in two of them.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

__all__ = ["GAZETTE", "GAZETTE_LIBRARIES", "gazette_texts", "write_document", "write_gazette"]

GAZETTE = Path(__file__).resolve().parents[2] / "shared" / "data" / "legal-articles" / "gazette-docs.jsonl.gz"
GAZETTE_LIBRARIES = {
    "gazette": frozenset({
        "chi-thi-so-21-ct-ttg", "nghi-quyet-so-116-nq-cp", "nghi-quyet-so-126-nq-cp", "nghi-quyet-so-97-nq-cp",
        "quyet-dinh-so-798-qd-ttg", "quyet-dinh-so-844-qd-ttg", "quyet-dinh-so-892-qd-ttg", "quyet-dinh-so-893-qd-ttg",
    }),
    "gazette_dev": frozenset({
        "nghi-quyet-so-100-nq-cp", "nghi-quyet-so-113-nq-cp", "nghi-quyet-so-141-nq-cp", "nghi-quyet-so-15-2026-nq-cp",
        "nghi-quyet-so-26-2026-nq-cp", "quyet-dinh-so-08-2022-qd-ttg", "quyet-dinh-so-28-2021-qd-ttg",
        "quyet-dinh-so-982-qd-ttg",
    }),
    "gazette_dev3": frozenset({
        "nghi-dinh-so-140-2026-nd-cp", "nghi-dinh-so-161-2026-nd-cp", "nghi-dinh-so-188-2026-nd-cp",
        "nghi-quyet-so-109-nq-cp", "nghi-quyet-so-17-2022-ubtvqh15", "nghi-quyet-so-175-nq-cp",
        "nghi-quyet-so-25-2026-nq-cp", "nghi-quyet-so-6617-2026-nq-cp", "nghi-quyet-so-78-2025-ubtvqh15",
        "quyet-dinh-so-372-qd-btc",
    }),
    "gazette_dev6": frozenset({
        "nghi-dinh-so-127-2026-nd-cp", "nghi-dinh-so-129-2026-nd-cp", "nghi-dinh-so-159-2026-nd-cp",
        "nghi-dinh-so-182-2026-nd-cp", "nghi-dinh-so-187-2026-nd-cp", "nghi-quyet-so-21-2026-nq-cp",
        "quyet-dinh-so-28-2026-qd-ttg", "thong-tu-lien-tich-so-01-2022-ttlt-vksndtc-tandtc-bca-bqp-bldtbxh",
        "thong-tu-so-26-2026-tt-bnnmt", "thong-tu-so-7-2026-tt-bnv",
    }),
    "gazette_dev7": frozenset({
        "nghi-dinh-so-147-2026-nd-cp", "nghi-dinh-so-150-2026-nd-cp", "nghi-quyet-so-23-2026-nq-cp",
        "quyet-dinh-so-2416-qd-bkhdt", "thong-tu-so-14-2026-tt-btc", "thong-tu-so-20-2021-tt-bldtbxh",
        "thong-tu-so-22-2022-tt-bkhdt", "thong-tu-so-27-2022-tt-bldtbxh", "thong-tu-so-29-2026-tt-btc",
        "van-ban-hop-nhat-so-4246-vbhn-bldtbxh",
    }),
    "gazette_dev9": frozenset({
        "nghi-dinh-so-123-2026-nd-cp", "nghi-dinh-so-136-2026-nd-cp", "thong-tu-so-01-2025-tt-bldtbxh",
        "thong-tu-so-02-2023-tt-bldtbxh", "thong-tu-so-09-2022-tt-bldtbxh", "thong-tu-so-13-2023-tt-bkhdt",
        "thong-tu-so-148-2025-tt-btc", "thong-tu-so-18-2022-tt-bkhdt", "thong-tu-so-36-2021-tt-bldtbxh",
        "thong-tu-so-56-2026-tt-bca",
    }),
    "gazette_test3": frozenset({
        "nghi-dinh-so-148-2026-nd-cp", "nghi-quyet-so-105-nq-cp", "nghi-quyet-so-122-nq-cp",
        "nghi-quyet-so-24-2022-ubtvqh15", "nghi-quyet-so-25-2022-ubtvqh15", "nghi-quyet-so-89-2025-ubtvqh15",
        "quyet-dinh-so-333-qd-btc", "thong-tu-so-03-2024-tt-bldtbxh",
    }),
    "gazette_test5": frozenset({
        "nghi-dinh-so-168-2026-nd-cp", "nghi-dinh-so-185-2026-nd-cp", "nghi-dinh-so-189-2026-nd-cp",
        "nghi-quyet-so-16-2026-nq-cp", "thong-tu-so-01-2026-tt-btc", "thong-tu-so-11-2022-tt-bldtbxh",
        "thong-tu-so-22-2022-tt-bldtbxh", "thong-tu-so-81-2025-tt-bca",
    }),
    "gazette_dev11": frozenset({
        "nghi-dinh-so-121-2026-nd-cp", "nghi-dinh-so-131-2026-nd-cp", "nghi-dinh-so-135-2026-nd-cp",
        "nghi-dinh-so-162-2026-nd-cp", "nghi-dinh-so-192-2026-nd-cp", "nghi-quyet-so-18-2026-nq-cp",
        "thong-tu-so-14-2022-tt-bldtbxh", "thong-tu-so-52-2026-tt-btc",
    }),
}  # fmt: skip


def gazette_texts(
    libraries: Iterable[str] = tuple(GAZETTE_LIBRARIES), source: Path = GAZETTE
) -> dict[str, str]:
    """The documents of the named libraries by file name (``<id>.txt``); empty where the shared folder is absent.

    >>> gazette_texts(["gazette_dev"], Path("no-such-file.jsonl.gz"))
    {}
    """
    if not source.is_file():
        return {}
    chosen = frozenset().union(*(GAZETTE_LIBRARIES[name] for name in libraries))
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        documents = [document for document in map(json.loads, lines) if document["id"] in chosen]
    return {f"{document['id']}.txt": document["text"] for document in documents}


def write_gazette(folder: Path, library: str = "gazette", source: Path = GAZETTE) -> list[Path]:
    """Write one library's documents into ``folder`` as files that can be added to it; the paths, sorted."""
    paths = []
    for name, text in sorted(gazette_texts([library], source).items()):
        paths.append(folder / name)
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def write_document(folder: Path, name: str, source: Path = GAZETTE) -> Path | None:
    """Write the one document whose id is ``name`` into ``folder``; None where it, or the shared folder, is absent.

    >>> write_document(Path("."), "nghi-quyet-so-0-nq-cp", Path("no-such-file.jsonl.gz"))
    """
    if not source.is_file():
        return None
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        text = next((document["text"] for document in map(json.loads, lines) if document["id"] == name), None)
    if text is None:
        return None
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return path
