"""When something is due: dates, months and recurrences with what is due, from whom, to whom, through whom.

Not deadlines: the date of a cited document, an anniversary, the stretch of a programme ("giai đoạn 2021-2025"),
a far horizon ("đến năm 2030, 100% ...").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.language.blocks import Block
from ingest.facts.language.patterns import DATE_RE, TYPE_PATTERN, YEAR
from ingest.facts.language.sentences import split_clauses, split_sentences
from ingest.facts.tasks.headings import PAST_PATTERN, tells_past
from ingest.facts.tasks.held import FoundAssignment, Holding
from ingest.facts.tasks.roles import read_duty, read_subject
from ingest.facts.tasks.trailing import is_bare
from ingest.facts.times.dates import normalise_time
from ingest.facts.times.limits import find_times
from ingest.facts.times.recurrences import monthly_day
from ingest.facts.times.timed_parts import part_of
from ingest.plan import Range
from ingest.spelling import spaced_re

__all__ = ["FoundDeadline", "find_deadlines", "find_times"]


@dataclass(frozen=True, slots=True)
class FoundDeadline:
    """A deadline in clean offsets."""

    what: str
    when: str
    normalised: str | None
    path: str
    range: Range
    who: str | None = None
    to: str | None = None
    via: str | None = None


# "..., đối với báo cáo 6 tháng" after a time says what that time is for.
_FOR_RE = spaced_re(
    r"\s*,?\s*(?:đối với|cho) (?P<what>(?:các )?báo cáo(?: (?!và\s*(?:$|trước|chậm))[^\s,;.()]+){1,8})"
)
_REPORT_RE = spaced_re(
    r"(?i)(?<!\w)báo cáo (?:định kỳ |sơ kết |tổng kết )?(?:(?:hằng|hàng) )?(?:quý(?: [IV]+)?|học kỳ(?: (?:[IV]+|[12]))?|cuối năm(?: học)?|0?[69] tháng(?: (?:đầu|cuối) năm)?|(?:cả )?năm|tháng|tuần|sơ kết|tổng kết|giữa kỳ|cuối kỳ|đột xuất|chuyên đề)(?: 20\d\d)?(?!\w)"
)
_EFFECT_RE = spaced_re(
    rf"(?P<what>(?:{TYPE_PATTERN}) này có hiệu lực(?: thi hành)?) (?P<when>(?:sau \d{{1,3}} ngày,? )?(?:kể )?từ ngày (?:ký(?: ban hành)?|ban hành|{DATE_RE.pattern}))"
)
# A clause that only says that something is done by then.
_WEAK_RE = spaced_re(
    r"(?i)(?:và )?(?:phải )?(?:hoàn thành|xong|thời (?:gian|hạn)(?: (?:thực hiện|hoàn thành))?|thực hiện|tiến độ)?"
)
_TO_RE = spaced_re(
    r"(?i)(?:gửi|báo cáo|trình|về|đến|tới|cho)\s*(?:kết quả(?: thực hiện)?\s*)?(?:bằng văn bản\s*)?(?:về|đến|cho|tới|lên)?\s*$"
)
_ONWARD_RE = spaced_re(
    r"[^;:.]* để (?:[^;:.]{0,60}[\s,])?(?:báo cáo|trình|gửi) (?:kết quả )?(?:(?:về|lên|cho) )?"
)
_VIA_RE = re.compile(r"(?i)(?:thông\s+)?qua\s*$")
_NOTHING_DUE_RE = re.compile(PAST_PATTERN)
_DUTY_WORDS_RE = re.compile(r"(?i)báo\s+cáo|gửi|trình|hoàn\s+thành|nộp")


def _receivers(text: str, start: int, end: int) -> tuple[str | None, str | None]:
    """To whom and through whom, as a sentence says it."""
    to = via = None
    for agency in find_agencies(text[start:end]):
        before = text[max(start, start + agency.start - 45) : start + agency.start]
        if via is None and _VIA_RE.search(before):
            via = agency.name
        elif to is None and _TO_RE.search(before):
            to = agency.name
    return to, via


def _sends_on(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Who sends a report on, and to whom, right before ``end``: "gửi Sở Y tế để tổng hợp, báo cáo UBND tỉnh trước ngày 30/11".

    >>> text = "Các xã gửi Sở Y tế trước ngày 15/11 để tổng hợp, báo cáo UBND tỉnh "
    >>> _sends_on(text, 0, len(text)), _sends_on(text, 0, text.index("trước"))
    (('Sở Y tế', 'UBND tỉnh'), None)
    """
    bodies = find_agencies(text[start:end])
    first = next(
        (b for b in bodies if _TO_RE.search(text[max(start, start + b.start - 45) : start + b.start])), None
    )
    if first is None or text[start + bodies[-1].end : end].strip(" ,("):
        return None
    between = text[start + first.end : start + bodies[-1].start]
    return (first.name, bodies[-1].name) if _ONWARD_RE.fullmatch(between) else None


def _cut(text: str, start: int, end: int, times: tuple[Range, ...]) -> str:
    """Words without the times in them."""
    parts: list[str] = []
    for time in times:
        if start <= time.start and time.end <= end:
            parts.append(text[start : time.start].rstrip(" ,:("))
            start = time.end + (text[time.end : time.end + 1] == ")")
    parts.append(text[start:end].lstrip(" ,:)"))
    words = re.sub(r"\(\s*\)", "", " ".join(part for part in parts if part.strip(" .,;:)")))
    words = re.sub(r"\s+(?=[,;])", "", words)
    words = re.sub(r"\s+(?:gửi|vào|và)$", "", re.sub(r"\s+", " ", words).strip(" .,;:(-–\u2028"))
    return words.strip(" .,;:(-–")


def _opening_end(text: str, time: Range) -> int:
    """Where the words before a time end: "báo cáo quý (trước ngày 15 ...)" names the report up to the bracket."""
    bracket = text.find("(", time.start, time.end)
    named = re.search(r"(?i)báo\s+cáo\s+$", text[max(0, time.start - 12) : time.start])
    return bracket if named and bracket > 0 else time.start


def _own_words(text: str, times: tuple[Range, ...], index: int, clause: Range) -> str | None:
    """What one of several times alone is for: "đối với báo cáo năm" after it, "báo cáo quý" before it."""
    time = times[index]
    left = times[index - 1].end if index else clause.start
    right = times[index + 1].start if index + 1 < len(times) else clause.end
    after = _FOR_RE.match(text, time.end, right)
    if after:
        return after["what"].strip(" ,.;")
    reports = [
        m
        for m in _REPORT_RE.finditer(text, left, _opening_end(text, time))
        if not re.search(r"[;]", text[m.end() : time.start])
    ]
    if reports and (len(times) > 1 or ":" in text[clause.start : reports[-1].start()]):
        return re.sub(r"\s+", " ", reports[-1][0]).strip(" ,.;")
    bracket = re.compile(r"\s*\((?P<what>(?:về|cho|đối\s+với|báo\s+cáo)\s[^)]{2,80})\)").match(
        text, time.end, clause.end
    )
    if bracket and len(times) > 1:
        head = re.sub(r"\s+", " ", text[clause.start : times[0].start]).strip(" .,;:(")
        return f"{head} {bracket['what']}"
    part = part_of(text, times, index, clause) if len(times) > 1 else None
    return _cut(text, part.start, part.end, (time,)) if part else None


def _what(text: str, clause: Range, times: tuple[Range, ...], index: int, topic: str) -> str:
    """What is due: the time's own words, else the clause without its times, else the task before it."""
    own = _own_words(text, times, index, clause)
    if own:
        return own
    words = _cut(text, clause.start, clause.end, times if len(times) > 1 else (times[index],))
    if topic and (not words or _WEAK_RE.fullmatch(words)):
        return topic
    return words


def _who(
    found: tuple[FoundAssignment, ...], block: Block, sentence: Range, time: Range, holding: Holding
) -> str | None:
    """Who owes it: the actors of the task that contains the time, else those that hold the block."""
    where = block.clean(sentence.start, sentence.end)
    words = block.text[time.start : time.end]
    mine = [f for f in found if f.actor and f.range.start < where.end and where.start < f.range.end]
    # One who only helps owes it where nobody else is named: the first is the subject, the others its partners.
    mine = [f for f in mine if f.role != "coordinate"] or mine[:1]
    exact = [f for f in mine if words in f.task] or mine
    if exact:
        return "; ".join(
            dict.fromkeys(
                f.actor for f in exact if f.actor and f.range == exact[0].range and f.task == exact[0].task
            )
        )
    return "; ".join(holder.name for holder in holding.before if holder.role != "coordinate") or None


def _normal(when: str, clause: str, year: int | None) -> str | None:
    """The normal form; a day of the year that the clause says is of every year recurs."""
    monthly = monthly_day(when, clause)
    if monthly:
        return monthly
    every = re.search(r"(?i)(?:hằng|hàng|mỗi)\s+năm", clause) and not re.search(r"20\d\d", when)
    normal = normalise_time(when, None if every else year)
    if normal and re.fullmatch(r"--\d\d-\d\d", normal) and every:
        return f"yearly:{normal}"
    return normal


def _effective(block: Block) -> list[FoundDeadline]:
    """Read "Quyết định này có hiệu lực thi hành kể từ ngày 01/12/2025"; the day of signing is no date."""
    found: list[FoundDeadline] = []
    for match in _EFFECT_RE.finditer(block.text, block.body):
        what, when = (re.sub(r"\s+", " ", match[name]) for name in ("what", "when"))
        where = block.clean(match.start(), match.end())
        dated = re.search(r"\d", when)
        found.append(FoundDeadline(what, when, normalise_time(when) if dated else None, block.path, where))
    return found


def _tells_case(text: str, clause: Range, start: int, time: Range) -> bool:
    """Whether a time says of which things a rule speaks: "Đối với hợp đồng ký trước ngày 01/7/2026, Sở Y tế rà soát"."""
    case = _CASE_RE.fullmatch(text, start, time.start)
    dated = re.search(YEAR, text[time.start : time.end])
    return bool(case and dated) and _RULE_RE.match(text, time.end, clause.end) is not None


def _read_block(block: Block, holding: Holding, year: int | None) -> list[FoundDeadline]:
    found = _effective(block)
    text = block.text
    topic = ""
    for sentence in split_sentences(text):
        for clause in split_clauses(text, sentence):
            start = max(clause.start, block.body)
            times = tuple(
                time
                for time in find_times(text, start, clause.end)
                if not _tells_case(text, clause, start, time)
            )
            where = block.clean(max(sentence.start, block.body), sentence.end)
            said = len(found)
            receivers = _receivers(text, sentence.start, clause.end)
            for index, time in enumerate(times):
                when = text[time.start : time.end].strip(" .;,")
                left = times[index - 1].end if index else clause.start
                right = times[index + 1].start if index + 1 < len(times) else clause.end
                parts = ((left, time.start), (time.end, right), (clause.start, clause.end))
                told = (_receivers(text, *part) for part in parts)
                to, via = next((one for one in told if one[0]), receivers)
                who = _who(holding.found, block, sentence, time, holding)
                if onward := _sends_on(text, clause.start, time.start):
                    (who, to), via = onward, None
                found.append(
                    FoundDeadline(
                        what=_what(text, Range(start, clause.end), times, index, topic),
                        when=when,
                        normalised=_normal(when, text[clause.start : clause.end], year),
                        path=block.path,
                        range=where,
                        who=who,
                        to=to,
                        via=via,
                    )
                )
            found[said:] = _without_bare(found[said:])
            words = re.sub(r"\s+", " ", text[start : clause.end]).strip(" .,;:(")
            topic = topic if _no_matter(text, start, clause.end) or not words else words
    return found


def _without_bare(found: list[FoundDeadline]) -> list[FoundDeadline]:
    """Drop "định kỳ hằng năm" where the clause says the day too: "... báo cáo trước ngày 15 tháng 12"."""
    days = {one.normalised.partition(":")[0] for one in found if one.normalised and ":" in one.normalised}
    said = [one for one in found if one.normalised not in days]
    bare = [one for one in said if re.fullmatch(r"(?i)định\s+kỳ", one.when)]
    return [one for one in said if one not in bare] if days else said


def _no_matter(text: str, start: int, end: int) -> bool:
    """Tell whether a clause has no task of its own: "Sở Y tế chủ trì", "phối hợp thực hiện"."""
    subject = read_subject(text, start, end)
    at = read_duty(text, subject.predicate, end).task if subject else start
    return is_bare(text, at, end)


_CASE_RE = spaced_re(r"(?:Đối với|(?:Các )?[tT]rường hợp) (?:(?!báo cáo|thì )[^,;:])*")
_RULE_RE = re.compile(r"[^;:.]*?(?:,|\sthì)\s")
_YEAR_HEADING_RE = re.compile(r"(?i)(?<!đến\s)(?<!hết\s)năm\s+((?:19|20)\d\d)(?!\s*[-–])")


def _year_of(block: Block, year: int | None) -> int | None:
    """The year of a line: that of its innermost heading which names one ("3. Chỉ tiêu năm 2026"), else the plan's."""
    for heading in (section.heading for section in reversed(block.chain) if section.heading):
        named = {int(one) for one in _YEAR_HEADING_RE.findall(heading)}
        if "giai đoạn" in heading.lower() or len(named) > 1:
            return year
        if named:
            return named.pop()
    return year


def find_deadlines(held: tuple[Holding, ...], year: int | None) -> tuple[FoundDeadline, ...]:
    """Find the deadlines of a whole document; ``year`` is the plan's, where certain.

    A list under a line that ends in a colon ("..., thời hạn báo cáo:") inherits who, to and via from it.
    """
    found: list[FoundDeadline] = []
    lead: tuple[str, str | None, str | None, str | None] | None = None
    for holding in held:
        block = holding.block
        if not block.speaks or tells_past([one.heading for one in block.chain], _NOTHING_DUE_RE):
            continue
        here = _read_block(block, holding, _year_of(block, year))
        if block.text.rstrip().endswith(":") and _DUTY_WORDS_RE.search(block.text):
            to, via = _receivers(block.text, 0, len(block.text))
            actors = [h.name for h in holding.after if h.role != "coordinate"]
            lead = (block.path, "; ".join(dict.fromkeys(actors)) or None, to, via)
        elif lead and lead[0] == block.path:
            here = [replace(d, who=lead[1] or d.who, to=d.to or lead[2], via=d.via or lead[3]) for d in here]
        found.extend(here)
    return tuple(found)
