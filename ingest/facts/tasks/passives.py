"""Who does a task, told behind it: "..., do Sở Y tế chủ trì", "Danh sách do Văn phòng lập", "Việc này giao cho ...".

In: a clause. Out: those who act, their role, and where the words of the task end. "do" alone is no sign ("văn bản do cấp
huyện ban hành" only describes): it has to stand behind a comma or behind a short noun that is all the clause says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.facts.bodies.agencies import Agency, read_agencies, split_names
from ingest.facts.bodies.doers import read_doer, starts_doing
from ingest.facts.bodies.loose import BODY_WORD_RE, means_whoever
from ingest.facts.language.verbs import PREDICATE_RE
from ingest.facts.tasks.roles import Duty, read_duty
from ingest.facts.tasks.trailing import is_bare, joined_after
from ingest.facts.tasks.turns import find_turn
from ingest.plan import Range
from ingest.spelling import spaced_re

__all__ = ["Passive", "means_this", "read_passive"]


@dataclass(frozen=True, slots=True)
class Passive:
    """Who acts by a passive: ``said`` is where the words of the task end, ``turn`` where another body's part begins."""

    actors: tuple[Agency, ...]
    duty: Duty
    said: int
    joined: tuple[Agency, ...] = ()
    turn: int | None = None


_PASSIVE_RE = spaced_re(r"(?:(?<!\w)(?:do|[Gg]iao(?: cho)?) |\(|: )(?=\S)")
_STRICT_PASSIVE_RE = spaced_re(r"(?:[,(;:–]\s*(?:và )?(?:do|[Gg]iao(?: cho)?) |\(|: )(?=\S)")
_DOES_RE = spaced_re(
    r"\s*(?:tham mưu\s*,\s*)?(?:(?:là|làm) )?(?:(?:cơ quan|đơn vị) )?(?=chủ trì|(?:làm )?đầu mối)"
)
_BY_RE = spaced_re(r"(?:[,;]|^Việc\s[^;:]{3,240}|^\S+(?: [^\s,;]+){0,4}) do $")
_LONGEST_THING = 10
"""Words in the longest thing that a clause says is done by somebody."""
_FINITE_RE = spaced_re(
    r"(?i)(?<!\w)(?:được|bị|phải|là|đã|đang|sẽ|gồm|thì|tiếp tục|có hiệu|không|chưa|đạt|tăng|giảm|trước ngày|theo|có (?:thẩm )?quyền|có thể)(?!\w)"
)
_COUNT_RE = spaced_re(r"(?i)\W*(?:\d|trừ\s|trong đó|ít nhất|tối thiểu|không quá)")
# "do Phó Giám đốc làm Tổ trưởng": a post, no task.
_POST_RE = re.compile(r"(?:là|làm)\s+(?:[tT]ổ|[tT]rưởng|[pP]hó|[đĐ]ội|[cC]hủ|[tT]hành|[nN]hóm)")
# "Việc này do Hội Cựu chiến binh đảm nhận": the task is that of the sentence before.
_THIS_RE = spaced_re(
    r"(?i)(?:công )?(?:việc|nội dung|nhiệm vụ|phần(?: việc)?) (?:này|đó|trên|nói trên|nêu trên)"
)
# "Tham dự các cuộc họp do Chủ tịch chủ trì": whose meeting it is.
_MEETING_RE = spaced_re(
    r"(?i)(?<!\w)(?:(?:tham )?dự(?! (?:án|toán|thảo|kiến)(?!\w))|tham gia|tại|họp)(?: [^\s,;:]+){0,4}? (?:(?:cuộc|buổi|phiên) (?:họp|làm việc|giao ban)|hội nghị) $"
)
_FEWEST_WORDS = 2
"""Words behind a verb that closes a clause."""


def means_this(words: str) -> bool:
    """Tell whether words only point to the task before: "việc này", "Nội dung trên".

    >>> means_this("Việc này"), means_this("Việc trồng cây")
    (True, False)
    """
    return _THIS_RE.fullmatch(words) is not None


def read_passive(text: str, clause: Range, *, own: bool, strict: bool) -> Passive | None:
    """Read who acts; ``own``: the section is one of tasks, ``strict``: only behind a comma or a bracket.

    >>> text = "Danh sách do Văn phòng lập, gửi Sở Nội vụ"
    >>> found = read_passive(text, Range(0, len(text)), own=True, strict=False)
    >>> found.actors[0].name, found.said == len(text)
    ('Văn phòng', True)
    """
    for mark in (_STRICT_PASSIVE_RE if strict else _PASSIVE_RE).finditer(text, clause.start, clause.end):
        actors, end = _actors(text, mark, clause, own)
        predicate = _DOES_RE.match(text, end, clause.end)
        short = actors and _done_short(text, clause.start, mark, end, clause.end)
        whole = actors and own and _all_done(text, clause.start, mark, end, clause.end)
        given = (
            "iao" in mark[0]
            and means_this(text[clause.start : mark.start()].strip())
            and (is_bare(text, end, clause.end))
        )
        if not actors or not (predicate or short or whole or given) or means_whoever(actors):
            continue
        if predicate and _MEETING_RE.search(text, clause.start, mark.start()):
            continue
        duty = read_duty(text, predicate.end() if predicate else end + 1, clause.end)
        if predicate and _only_tells(text, mark, duty.task, clause.end, own):
            continue
        if predicate:
            joined = joined_after(text, predicate.end() + len("chủ trì"), clause.end)
            return Passive(actors, duty, mark.start(), joined)
        if short or given or not whole:
            return Passive(actors, duty, mark.start())
        turn = find_turn(text, end + 1, clause.end)
        return Passive(actors, duty, turn[0] if turn else clause.end, turn=turn[1] if turn else None)
    return None


def _only_tells(text: str, mark: re.Match[str], task: int, end: int, own: bool) -> bool:
    """Whether "văn bản do Sở Y tế chủ trì soạn thảo thực hiện theo ..." says of which thing a rule speaks."""
    if mark[0].strip() != "do" or text[: mark.start()].rstrip().endswith((",", ";", ":", "(")):
        return False
    verb = PREDICATE_RE.match(text, task, end)
    if verb is None:
        return not own
    return not own or (
        _FINITE_RE.search(text, verb.end(), end) is not None
        or re.compile(r"\s+(?:thực\s+hiện|áp\s+dụng)(?!\w)").match(text, verb.end(), end) is not None
    )


def _actors(text: str, mark: re.Match[str], clause: Range, own: bool) -> tuple[tuple[Agency, ...], int]:
    """Those behind "do" or "giao cho", and where their names end."""
    actors, end = read_agencies(text, mark.end())
    listed = re.compile(r"\s+(?:và|cùng)\s").match(text, end, clause.end)
    if actors and end < clause.end and text[end].isspace() and not listed:
        return actors, end
    doer = read_doer(text, mark.end(), clause.end) if own else None
    if doer:
        at = doer[1] - 1
        if _done_short(text, clause.start, mark, at, clause.end) or _all_done(
            text, clause.start, mark, at, clause.end
        ):
            return doer[0], at
    if not actors and "iao" in mark[0] and BODY_WORD_RE.match(text, mark.end()):
        return split_names(text[: clause.end].rstrip(" ."), mark.end()), clause.end
    return actors, end


def _done_short(text: str, start: int, mark: re.Match[str], end: int, stop: int) -> bool:
    """Whether "..., do Phòng Kinh tế xử lý" closes a clause: a verb of any kind and hardly a word behind it."""
    by = _BY_RE.search(text[start : mark.end()])
    verb = PREDICATE_RE.match(text, end + 1, stop) if by and end < stop else None
    return verb is not None and len(text[verb.end() : stop].split()) <= _FEWEST_WORDS


def _all_done(text: str, start: int, mark: re.Match[str], end: int, stop: int) -> bool:
    """Whether the clause is "Danh sách do Văn phòng lập, gửi ...": what is done, by whom, and how it goes on."""
    thing = text[start : mark.start()].strip()
    words = len(thing.split())
    if not mark[0].startswith("do") or not 0 < words <= _LONGEST_THING or means_this(thing):
        return False
    if _FINITE_RE.search(thing) or _COUNT_RE.match(thing) or _POST_RE.match(text, end + 1, stop):
        return False
    comma = text.find(",", end, stop)
    first = text[end : comma if comma > 0 else stop]
    return starts_doing(text, end + 1, stop) and not _FINITE_RE.search(first)
