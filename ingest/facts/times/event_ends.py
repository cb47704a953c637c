"""Where the event ends from which a term runs: "kể từ ngày | nhận đủ hồ sơ hợp lệ của tổ chức, ...".

In: clean text and where the words of the event begin. Out: where they end. An event is a clause of its own, so bodies
at its head are its subject, however many ("kể từ ngày Thủ tướng Chính phủ, Phó Thủ tướng ký"); it ends at a mark, at a
word that opens another part of the sentence, or before a body that acts. Where the term opens the clause, a comma
before no body goes on with the event when a later one stands before a body: "cơ sở khám bệnh, chữa bệnh, Sở Y tế trả lời";
a charge, a condition or a person who acts begins what is to be done as a body does.
"""

from __future__ import annotations

import re

from ingest.facts.bodies.agencies import read_agencies
from ingest.facts.bodies.loose import BODY_WORD_RE
from ingest.facts.language.verbs import PREDICATE_RE
from ingest.spelling import spaced_re

__all__ = ["event_end"]

_WORD_RE = re.compile(r"\s+(?P<word>[^\s,;.()“”]+)")
_OPENS_RE = re.compile(r"(?:thì|đối\s+với|để|nhằm|nhưng|trừ|cho\s+đến)(?!\w)")
# "nhận được báo cáo | phải có văn bản": behind the event's own verb a duty begins.
_DUTY_RE = re.compile(r"phải(?!\w)|và\s+không(?!\w)")
_OWN_RE = re.compile(r"(?:của|từ|do|bởi|với|và|hoặc|tại|về|theo|được|cho|đến)\s+$")
_CLAUSE_RE = spaced_re(r"(?:nếu|khi|trường hợp|phải|(?:có|chịu) (?:trách nhiệm|nghĩa vụ|nhiệm vụ))(?!\w)")
_PERSON_RE = spaced_re(
    r"(?:người (?:sử dụng lao động|nộp thuế|\w+)|hộ|học sinh|\w+ (?:\w+ )?viên|\w+ (?:nhân|dân)|chủ \w+|bên \w+)(?!\w)"
)
# Behind these a verb says which person is meant: "người lao động được cấp thẻ".
_WHICH_RE = re.compile(r"(?:được|bị|của|do|là|đã|theo|tại|thuộc|có|để)(?!\w)")
_LONGEST = 30
"""Words of the longest event."""
_NAMED = 4
"""Words behind a noun of persons up to their verb."""
_FAR = 120
"""Letters behind its first comma within which who acts is looked for."""


def event_end(text: str, at: int, end: int, *, opens: bool = False) -> int:
    """Where the event that begins behind ``at`` ends; ``opens``: the term stands at the head of its clause.

    >>> text = "kể từ ngày Bộ Y tế, Bộ Tài chính ký văn bản, Bộ Công an phát hành"
    >>> text[: event_end(text, 10, len(text))]
    'kể từ ngày Bộ Y tế, Bộ Tài chính ký văn bản'
    >>> text = "kể từ ngày thông báo sửa đổi, bổ sung, cơ sở nộp hồ sơ"
    >>> text[: event_end(text, 10, len(text), opens=True)]
    'kể từ ngày thông báo sửa đổi, bổ sung'
    """
    stop = _own_end(text, at, end, opens=opens)
    subject_only = read_agencies(text, at + 1)[1] == stop
    next_body = _begins_body(text, stop + 2) and not subject_only
    whole = text[:stop].endswith(" này") or next_body or _begins_clause(text, stop + 2, end)
    if opens and text[stop : stop + 2] == ", " and not whole:
        for comma in re.compile(r",\s").finditer(text, stop + 2, min(end, stop + _FAR)):
            if re.search(r"[;.:]\s", text[stop : comma.start()]):
                break
            if _begins_body(text, comma.end()) or _begins_clause(text, comma.end(), end):
                return comma.start()
    return stop


def _own_end(text: str, at: int, end: int, *, opens: bool) -> int:
    """The end of the event's words up to the first mark; who acts stands before a term that does not open, or behind a comma."""
    gap = re.compile(r"\s+").match(text, at, end)
    head, reached = read_agencies(text, gap.end()) if gap else ((), at)
    stop = min(reached, end) if head else at
    done = False
    for _ in range(_LONGEST):
        word = _WORD_RE.match(text, stop, end)
        if word is None or _OPENS_RE.match(text, word.start("word"), end):
            break
        begin = word.start("word")
        if done and _DUTY_RE.match(text, begin, end):
            break
        done = done or PREDICATE_RE.match(text, begin, end) is not None
        stop = word.end()
        if opens or not text[begin].isupper():
            continue
        bodies, reached = read_agencies(text, begin)
        if bodies and _OWN_RE.search(text, at, begin):
            stop = min(bodies[0].end, end)  # "quyết định của Thủ tướng Chính phủ, Bộ Y tế hoàn thành"
        elif bodies and PREDICATE_RE.match(text, reached + 1, end):
            return word.start()
    return stop


def _begins_body(text: str, at: int) -> bool:
    named = text[at : at + 1].isupper() or text.startswith("cấp có thẩm quyền", at)
    return named or bool(read_agencies(text, at)[0]) or BODY_WORD_RE.match(text, at) is not None


def _begins_clause(text: str, at: int, end: int) -> bool:
    """Whether a charge, a condition, or a person with a verb begins there."""
    if _CLAUSE_RE.match(text, at, end):
        return True
    person = _PERSON_RE.match(text, at, end)
    stop = person.end() if person else end
    for _ in range(_NAMED):
        word = _WORD_RE.match(text, stop, end)
        if word is None or _WHICH_RE.match(text, word.start("word"), end):
            return False
        if PREDICATE_RE.match(text, word.start("word"), end):
            return True
        stop = word.end()
    return False
