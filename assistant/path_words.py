"""Where something stands in a plan, in words: the reader's form of the paths of `ingest.plan`."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.model import Language

__all__ = ["path_words"]

_PARTS: dict[str, tuple[str, str]] = {
    "": ("phần mở đầu", "opening part"),
    "preamble": ("phần mở đầu", "opening part"),
    "head": ("đầu văn bản", "head of the document"),
    "body": ("nội dung", "body"),
    "closing": ("phần cuối văn bản", "closing part"),
}
_STEPS: tuple[tuple[re.Pattern[str], tuple[str, str]], ...] = (
    (re.compile(r"annex( \d+)?$"), ("phụ lục{}", "annex{}")),
    (re.compile(r"row( .+)$"), ("dòng{}", "row{}")),
    (re.compile(r"table( .+)$"), ("bảng{}", "table{}")),
    (re.compile(r"-(\d+)$"), ("gạch đầu dòng thứ {}", "dash {}")),
    (re.compile(r"\+(\d+)$"), ("dấu cộng thứ {}", "plus sign {}")),
    # A step that names its own kind ("Điều 5.2") needs no word before it; "IV.3" and "a" do.
    (re.compile(r"(?s)([^\W\d_][^\W\d_A-Z]{2}.*)$"), ("{}", "{}")),
    (re.compile(r"(?s)(.+)$"), ("mục {}", "section {}")),
)


@lru_cache(maxsize=8192)  # every quote says where it stands, under every reading of a question
def path_words(path: str, language: Language = "vi") -> str:
    """Return a path as a reader would say it.

    >>> [path_words(path) for path in ("annex/row 15", "V.6/-1", "Điều 5.2", "closing")]
    ['phụ lục, dòng 15', 'mục V.6, gạch đầu dòng thứ 1', 'Điều 5.2', 'phần cuối văn bản']
    """
    return ", ".join(_step_words(step, language == "en") for step in path.split("/"))


def _step_words(step: str, english: bool) -> str:
    if step in _PARTS:
        return _PARTS[step][english]
    words, found = next((words, found) for form, words in _STEPS if (found := form.match(step)))
    return words[english].format(found[1] or "")
