"""When something is due: dates, months and recurrences with what is due, from whom, to whom, through whom.

Not deadlines: the date of a cited document, an anniversary, the stretch of a programme ("giai đoạn 2021-2025"),
a far horizon ("đến năm 2030, 100% ...").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.facts.agencies import find_agencies
from ingest.facts.assignments import FoundAssignment, Holding
from ingest.facts.blocks import Block
from ingest.facts.dates import normalise_time
from ingest.facts.references import find_mentions
from ingest.facts.sentences import split_clauses, split_sentences
from ingest.plan import Range

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


_YEAR = r"(?:19|20)\d\d"
_DATE = rf"(?:\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*{_YEAR}|\d{{1,2}}\s+tháng\s+\d{{1,2}}\s*,?\s*năm\s+{_YEAR}|\d{{1,2}}\s*/\s*\d{{1,2}}(?![\d/])|\d{{1,2}}\s+tháng\s+\d{{1,2}}(?!\d))"
_MONTH = rf"(?:tháng\s+\d{{1,2}}(?:\s*(?:,|và)\s*(?:tháng\s+)?\d{{1,2}}(?![/\d]))*(?:\s*(?:/|năm)\s*{_YEAR})?(?![/\d]))"
_QUARTER = rf"(?:quý\s+(?:I{{1,3}}|IV|[1-4])(?!\w)(?:\s*(?:/|năm)?\s*{_YEAR})?)"
_EVERY = r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)"
_LEAD = r"(?:(?:xong\s+)?trước|(?:chậm|muộn)\s+nhất(?:\s+là)?(?:\s+(?:đến|vào|trước))?|(?:đến\s+)?hết|không\s+(?:quá|muộn\s+hơn)|hạn\s+cuối(?:\s+là)?|trong|vào)"
_TIME_RE = re.compile(
    r"(?<!\w)(?i:"
    rf"{_LEAD}\s+(?:thời\s+điểm\s+)?(?:\d{{1,2}}\s*(?:giờ|h)\s*(?:\d\d)?\s*,?\s*)?(?:ngày\s+)?\d{{1,2}}\s*(?:,\s*)?(?:của\s+)?tháng\s+(?:cuối|đầu)(?:\s+tiên)?\s+(?:của\s+|mỗi\s+|hằng\s+|hàng\s+)?(?:quý|năm|kỳ)(?:\s+(?:sau|tiếp\s+theo|báo\s+cáo))?"
    rf"|(?:{_LEAD}\s+)?(?:ngày\s+)?{_DATE}\s*(?:,\s*)?(?:của\s+)?{_EVERY}"
    rf"|(?:{_LEAD}\s+)?ngày\s+\d{{1,2}}\s+(?:tháng\s+(?:sau|kế\s+tiếp)|(?:của\s+)?(?:{_EVERY}))"
    rf"|(?:{_LEAD}\s+)?\d{{1,2}}\s*(?:giờ|h)\s*(?:\d\d)?[’']?\s*(?:,\s*)?{_EVERY}"
    rf"|{_LEAD}\s+(?:ngày\s+)?{_DATE}"
    rf"|{_LEAD}\s+(?:{_MONTH}|{_QUARTER})"
    rf"|(?:đến\s+)?hết\s+năm\s+{_YEAR}|(?:hoàn\s+thành|xong|ban\s+hành)\s+trong\s+năm\s+{_YEAR}|trong\s+năm\s+{_YEAR}(?=\s*(?:[.;)]|$))|chậm\s+nhất\s+(?:là\s+)?(?:đến\s+|trong\s+)?năm\s+{_YEAR}|trước\s+năm\s+{_YEAR}"
    rf"|(?:hoàn\s+thành|xong|tổ\s+chức|thực\s+hiện)\s+(?:vào\s+)?(?:{_MONTH}|{_QUARTER})|(?<=\()(?:{_MONTH}|{_QUARTER})(?=\))"
    rf"|định\s+kỳ\s+(?:theo\s+|vào\s+)?(?:\(?(?:{_EVERY}|0?[36]\s+tháng|tháng|quý|năm|tuần)(?:\s*(?:,|và|/|hoặc)\s*(?:{_EVERY}|0?[369]\s+tháng|quý|năm|cả\s+năm|báo\s+cáo\s+năm\)?|tháng|một\s+năm|01\s+năm|cuối\s+năm))*(?:\s+(?:đầu\s+năm|một\s+lần|01\s+lần))?)(?!\w)"
    rf"|(?:báo\s+cáo|tổng\s+hợp|đánh\s+giá|sơ\s+kết|tổng\s+kết)\s+(?:kết\s+quả\s+)?{_EVERY}|{_EVERY}(?=\s*,?\s*(?:hoặc\s+đột\s+xuất\s*,?\s*)?(?:báo\s+cáo|tổng\s+hợp|tổ\s+chức|đánh\s+giá|sơ\s+kết|kiểm\s+tra|rà\s+soát|gửi|xây\s+dựng|tham\s+mưu|cập\s+nhật|phối\s+hợp|chủ\s+trì|triển\s+khai|thống\s+kê|hướng\s+dẫn|bố\s+trí|lập|căn\s+cứ))"
    r")(?!\w)"
)
"""Words that say when; only with a word of limit, a recurrence, or in brackets of their own."""
_NOT_DUE_RE = re.compile(
    r"(?i)(?:kỷ\s+niệm|thành\s+lập|có\s+hiệu\s+lực|hiệu\s+lực\s+thi\s+hành|ban\s+hành|ký|sinh|tính|so\s+với|kể\s+từ|xây\s+dựng|hình\s+thành|nộp|cấp|tồn\s+tại|tuyển\s+dụng)\s*$"
)
_LABEL_TIME_RE = re.compile(
    r"(?i)^(?:thời\s+(?:gian|hạn)(?:\s+(?:thực\s+hiện|hoàn\s+thành|báo\s+cáo|gửi\s+báo\s+cáo))?|tiến\s+độ(?:\s+thực\s+hiện)?|hoàn\s+thành)\s*:\s*"
)
_TO_RE = re.compile(
    r"(?i)(?:gửi|báo\s+cáo|trình|về|đến|tới|cho)\s*(?:kết\s+quả(?:\s+thực\s+hiện)?\s*)?(?:bằng\s+văn\s+bản\s*)?(?:về|đến|cho|tới|lên)?\s*$"
)
_VIA_RE = re.compile(r"(?i)(?:thông\s+)?qua\s*$")
_DUTY_WORDS_RE = re.compile(r"(?i)báo\s+cáo|gửi|trình|hoàn\s+thành|nộp")


def find_times(text: str, start: int = 0, end: int | None = None) -> tuple[Range, ...]:
    """Find the words that say when something is due.

    >>> text = "Gửi UBND tỉnh trước ngày 29/02/2024 theo Kế hoạch số 5/KH-UBND ngày 03/01/2024"
    >>> [text[r.start : r.end] for r in find_times(text)]
    ['trước ngày 29/02/2024']
    """
    end = len(text) if end is None else end
    cited = [m.core for m in find_mentions(text)]
    found: list[Range] = []
    for match in _TIME_RE.finditer(text, start, end):
        inside = any(core.start < match.end() and match.start() < core.end for core in cited)
        if inside or _NOT_DUE_RE.search(text, max(start, match.start() - 25), match.start()):
            continue
        found.append(Range(*match.span()))
    return _joined(text, found)


def _joined(text: str, times: list[Range]) -> tuple[Range, ...]:
    """Join "Định kỳ hằng năm (trước ngày 15 tháng 12)": one time, said twice as exactly."""
    joined: list[Range] = []
    for time in times:
        gap = text[joined[-1].end : time.start] if joined else "-"
        if re.fullmatch(r"\s*[(,]?\s*", gap):
            closing = 1 if "(" in gap and text[time.end : time.end + 1] == ")" else 0
            joined[-1] = Range(joined[-1].start, time.end + closing)
        else:
            joined.append(time)
    return tuple(joined)


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


def _what(text: str, clause: Range, time: Range) -> str:
    """The clause without its time: what is due."""
    before, after = text[clause.start : time.start], text[time.end : clause.end]
    words = f"{before.rstrip(' ,:(')} {after.lstrip(' ,:)')}" if after.strip(" .,;:)") else before
    words = re.sub(r"\(\s*\)", "", words)
    return re.sub(r"\s+", " ", words).strip(" .,;:(-–\u2028")


def _who(
    found: tuple[FoundAssignment, ...], block: Block, sentence: Range, time: Range, holding: Holding
) -> str | None:
    """Who owes it: the actors of the task that contains the time, else those that hold the block."""
    where = block.clean(sentence.start, sentence.end)
    words = block.text[time.start : time.end]
    mine = [
        f
        for f in found
        if f.actor and f.role != "coordinate" and f.range.start < where.end and where.start < f.range.end
    ]
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
    normal = normalise_time(when, year)
    if normal and re.fullmatch(r"--\d\d-\d\d", normal) and re.search(r"(?i)(?:hằng|hàng|mỗi)\s+năm", clause):
        return f"yearly:{normal}"
    return normal


def _read_block(block: Block, holding: Holding, year: int | None) -> list[FoundDeadline]:
    found: list[FoundDeadline] = []
    text = block.text
    for sentence in split_sentences(text):
        for clause in split_clauses(text, sentence):
            start = max(clause.start, block.body)
            label = _LABEL_TIME_RE.match(text[start : clause.end])
            times = find_times(text, start, clause.end)
            if label and not times:
                times = (Range(start + label.end(), clause.end),)
            to, via = _receivers(text, sentence.start, sentence.end) if times else (None, None)
            for time in times:
                when = text[time.start : time.end].strip(" .;,")
                found.append(
                    FoundDeadline(
                        what=_what(text, Range(start, clause.end), time),
                        when=when,
                        normalised=_normal(when, text[clause.start : clause.end], year),
                        path=block.path,
                        range=block.clean(max(sentence.start, block.body), sentence.end),
                        who=_who(holding.found, block, sentence, time, holding),
                        to=to,
                        via=via,
                    )
                )
    return found


def find_deadlines(held: tuple[Holding, ...], year: int | None) -> tuple[FoundDeadline, ...]:
    """Find the deadlines of a whole document; ``year`` is the plan's, where certain.

    A list under a line that ends in a colon ("..., thời hạn báo cáo:") inherits who, to and via from it.
    """
    found: list[FoundDeadline] = []
    lead: tuple[str, str | None, str | None, str | None] | None = None
    for holding in held:
        block = holding.block
        if block.kind in {"preamble", "footnote", "heading"}:
            continue
        here = _read_block(block, holding, year)
        if block.text.rstrip().endswith(":") and _DUTY_WORDS_RE.search(block.text):
            to, via = _receivers(block.text, 0, len(block.text))
            actors = [h.name for h in holding.after if h.role != "coordinate"]
            lead = (block.path, "; ".join(dict.fromkeys(actors)) or None, to, via)
        elif lead and lead[0] == block.path:
            here = [replace(d, who=lead[1] or d.who, to=d.to or lead[2], via=d.via or lead[3]) for d in here]
        found.extend(here)
    return tuple(found)
