"""What happens on a click: plain functions from nouns to nouns, no gradio, no HTML.

Only here may anything be caught whole: an officer sees a calm sentence, the log gets the rest.
"""

from __future__ import annotations

import logging
import time
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from assistant.ask import stream_answer
from assistant.model import Citation
from assistant.web.conversation import Conversation, Exchange, history
from assistant.web.library_rendering import Upload
from assistant.web.texts import Texts
from assistant.weighing import Desk
from ingest.errors import KehoachError, PlanNotFound

if TYPE_CHECKING:
    from ingest.plan import Plan

__all__ = [
    "MAX_QUESTION",
    "add_files",
    "ask",
    "find_plan",
    "read_citation",
    "remove_plan",
]

MAX_QUESTION = 2_000
"""Letters of a question; what is longer is a pasted document, not a question."""

STREAM_EVERY = 0.06
"""Seconds between two states of a growing answer: faster than that no one reads."""

_log = logging.getLogger(__name__)


def ask(desk: Desk, conversation: Conversation, question: str) -> Iterator[Conversation]:
    """Answer ``question`` as the conversation goes on; each conversation yielded is fuller than the last.

    The first one comes at once, with the question alone. An empty question changes nothing. An internal
    error keeps what was already answered and marks the exchange as failed.
    """
    question = unicodedata.normalize("NFC", question).strip()[:MAX_QUESTION]
    if not question:
        yield conversation
        return
    now = Exchange(question)
    yield (*conversation, now)
    try:
        shown, shown_at = now, 0.0
        for answer in stream_answer(desk, question, history(conversation)):
            now = Exchange(question, answer)
            if time.monotonic() - shown_at >= STREAM_EVERY:
                shown, shown_at = now, time.monotonic()
                yield (*conversation, now)
        if now is not shown:
            yield (*conversation, now)
    except KehoachError as error:
        yield (*conversation, Exchange(question, now.answer, failed=True, fault=str(error)))
    except Exception:  # noqa: BLE001 (the web edge)
        _log.exception("could not answer %r", question)
        yield (*conversation, Exchange(question, now.answer, failed=True))


def read_citation(clicked: Mapping[str, Any]) -> tuple[int, Citation] | None:
    """Read the citation that a click carries; None for anything that is not one."""
    try:
        return int(clicked["number"]), msgspec.convert(clicked["citation"], Citation)
    except (KeyError, TypeError, ValueError, msgspec.ValidationError):
        return None


def find_plan(desk: Desk, name: str) -> Plan | None:
    """Return a plan of the library, or None when it was removed."""
    try:
        return desk.library.plan(name)
    except PlanNotFound:
        return None


def _add_file(desk: Desk, path: Path, name: str, texts: Texts) -> Upload:
    try:
        added = desk.library.add(path, name)
    except KehoachError as error:
        return Upload(name, "failed", str(error))
    except Exception:  # noqa: BLE001 (the web edge)
        _log.exception("could not read %s", name)
        return Upload(name, "failed", texts.upload_crashed.format(file=name))
    return Upload(name, added.status)


def add_files(desk: Desk, paths: Sequence[str], texts: Texts) -> Iterator[tuple[Upload, ...]]:
    """Add uploaded files one after the other, telling before and after each how far it is.

    One file that cannot be read does not keep the others out.
    """
    done: tuple[Upload, ...] = ()
    for path in map(Path, paths):
        name = unicodedata.normalize("NFC", path.name)
        yield (*done, Upload(name, "reading"))
        done = (*done, _add_file(desk, path, name, texts))
        yield done


def remove_plan(desk: Desk, name: str, texts: Texts) -> str:
    """Remove a plan from the library and return what to tell the officer."""
    try:
        desk.library.remove(name)
    except PlanNotFound:
        return texts.remove_missing.format(name=name)
    except KehoachError as error:
        return str(error)
    return texts.removed.format(name=name)
