"""The words of a model's sentence: which carry its content, which language they are, which are names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from assistant.grams import tokens
from assistant.model import Language
from ingest.spelling import has_diacritics, match_key, undiacritise
from vectorstore.lexicon import load_lexicon

__all__ = ["content_words", "speaks", "stray_names"]

# Words that phrase a sentence and state nothing of a plan. Negations and comparators have checks of their own.
_FRAME_VI = frozenset(
    """là và hoặc của về ở tại trong ngoài với cho đến tới từ do bởi bị được để thì mà những các một có nên này kia
    đó ấy thế còn nữa cũng đã đang sẽ theo như việc khi nếu sau trước trên dưới vào ra lên xuống lại rằng cùng gồm
    cần phải nhằm nêu ghi rõ kế hoạch văn bản mục theo thực hiện không chưa chẳng hạn thời ngày tháng năm số""".split()
)
_ENGLISH = frozenset(
    """the of and to in is are was were be by for with on at from that this it its as which who must will shall has
    have should may all each any or an into their they them under before after no not""".split()
)
_CALENDAR = frozenset(
    """january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday""".split()
)
# English words that name the kind of a thing in plans; they are capitalised as part of a title.
_GENERIC = frozenset(
    """plan plans section annex appendix article part no viet nam vietnam vietnamese the it this according
    province provincial commune ward district city state party people""".split()
)
_LETTERS_RE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENGLISH_NAME_RE = re.compile(r"(?:[A-Z][A-Za-z'’-]*)(?:\s+(?:(?:of|and|the|for|on)\s+)*[A-Z][A-Za-z'’-]*)*")


def content_words(text: str) -> frozenset[str]:
    """The words that carry content, with one tone placement; numbers are left to the claims.

    >>> sorted(content_words("Sở Nội vụ sẽ tổng hợp báo cáo năm 2024"))
    ['báo', 'cáo', 'hợp', 'nội', 'sở', 'tổng', 'vụ']
    """
    return frozenset(word for word in tokens(text) if not word.isdigit() and word not in _FRAME_VI)


def speaks(sentence: str, language: Language) -> bool:
    """Whether a sentence (without its agencies' names) can be of the language; bare names are of every one.

    >>> speaks("The deadline is before the 15th of the month", "vi"), speaks("Hạn là trước ngày 15", "vi")
    (False, True)
    """
    words = [word.lower() for word in _LETTERS_RE.findall(sentence)]
    if any("LATIN" not in unicodedata.name(letter, "LATIN") for word in words for letter in word):
        return False
    english = sum(word in _ENGLISH for word in words)
    marked = sum(has_diacritics(word) for word in words)
    if len(words) < 4:
        return True
    if language == "vi":
        # "in", "to", "an" are Vietnamese syllables too: one of them decides nothing.
        return marked >= len(words) / 4 and english <= max(1, len(words) / 8)
    return english >= max(1, (len(words) - marked) / 12)


def stray_names(sentence: str, passages: Sequence[str], language: Language) -> tuple[str, ...]:
    """Capitalised words of a sentence that none of the passages has: invented people, places, bodies.

    The first word is a name only by what follows. English names count as there when the lexicon has a
    Vietnamese name for them that a passage has.

    >>> stray_names("Báo cáo gửi ông Trần Nam", ["Báo cáo gửi ông Lê Nam"], "vi")
    ('Trần',)
    >>> stray_names("It is the Department of Home Affairs", ["Sở Nội vụ chủ trì"], "en")
    ()
    """
    known = match_key("\n".join(passages))
    folded = undiacritise(known)
    have = set(_LETTERS_RE.findall(known))
    if language == "en":
        sentence = _ENGLISH_NAME_RE.sub(lambda m: _translated(m[0], folded), sentence)
    found = [match for match in _LETTERS_RE.finditer(sentence) if match[0][0].isupper()]
    first = _LETTERS_RE.search(sentence)
    strays = []
    for match in found:
        word = match_key(match[0])
        if first and match.start() == first.start():
            continue
        if word not in have and not (language == "en" and word in _CALENDAR | _GENERIC):
            strays.append(match[0])
    return tuple(strays)


def _translated(name: str, folded: str) -> str:
    """Nothing in place of an English name whose Vietnamese one stands in the passages, else the name."""
    words = name.split()
    kept: list[str] = []
    at = 0
    for match in load_lexicon().translate(words):
        kept += words[at : match.start]
        if not any(
            re.search(rf"(?<!\w){re.escape(undiacritise(match_key(vi)))}(?!\w)", folded)
            for vi in match.vietnamese
        ):
            kept += words[match.start : match.end]
        at = match.end
    return " ".join([*kept, *words[at:]])
