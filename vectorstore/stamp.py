"""What a cache on disk says of itself: of which catalog, at which revision, holding which plans.

A cache lives in a folder of its own for each generation; one found wanting is left and a new one begun,
so that nothing is ever repaired in place. The stamp is written last, in one atomic step.
"""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import msgspec

from vectorstore.catalog import Snapshot

__all__ = ["Delta", "NativeFault", "Stamp", "delta", "new_generation", "read_stamp", "sweep", "write_stamp"]

NAME = "stamp.json"


class NativeFault(Exception):
    """A library written in another language failed, in whatever way; the cache behind it is not to be trusted."""


class Stamp(msgspec.Struct, frozen=True):
    """``version`` names what the entries are made by (tokens or embedder); ``clean`` is False while writing."""

    catalog: str
    version: str
    generation: str
    revision: int
    plans: dict[int, int]
    clean: bool = True


class Delta(NamedTuple):
    """What to do to a cache: plans to forget (with their numbers of chunks) and plans to take in."""

    gone: dict[int, int]
    fresh: dict[int, int]


def delta(stamp: Stamp, snapshot: Snapshot) -> Delta:
    """Compare by plan id: ids are never used twice, and a changed plan has a new one."""
    gone = {plan: count for plan, count in stamp.plans.items() if snapshot.counts.get(plan) != count}
    fresh = {plan: count for plan, count in snapshot.counts.items() if stamp.plans.get(plan) != count}
    return Delta(gone, fresh)


def read_stamp(folder: Path) -> Stamp | None:
    """The stamp in ``folder``; None when it is missing or unreadable."""
    try:
        return msgspec.json.decode((folder / NAME).read_bytes(), type=Stamp)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def write_stamp(folder: Path, stamp: Stamp) -> None:
    """Put the stamp in place in one step."""
    draft = folder / f"{NAME}.{uuid4().hex[:8]}"
    draft.write_bytes(msgspec.json.encode(stamp))
    draft.replace(folder / NAME)


def new_generation(folder: Path) -> str:
    """Begin an empty folder for a cache and return its name."""
    name = uuid4().hex[:8]
    (folder / name).mkdir(parents=True)
    return name


def sweep(folder: Path, keep: str) -> None:
    """Remove the other generations; what another process still holds open may stay until next time."""
    for old in folder.iterdir():
        if old.is_dir() and old.name != keep:
            with contextlib.suppress(OSError):
                shutil.rmtree(old)
