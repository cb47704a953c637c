"""The few words of a sentence that are the answer: the names, the date, the number, the document.

In: an evidence unit that speaks of the subject. Out: what to set in bold before the sentence; None where the
sentence does not say the sort of thing that is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.evidence.amounts import how_many
from assistant.answer.evidence.cells import cell_by_header
from assistant.answer.evidence.office_holders import office_holder
from assistant.answer.evidence.parties import LEADS_RE, asks_of_others, doers_asked, partners, receivers
from assistant.answer.evidence.persons import asks_firm, charged_party, named_firm
from assistant.answer.evidence.report_periods import fits, periods_of_need
from assistant.answer.evidence.timing import (
    asks_clock,
    asks_period,
    asks_start,
    begins_then,
    periods_told,
    with_both_ends,
)
from assistant.answer.evidence.units import by_plan, coverage, said_before, tasks_in
from assistant.answer.wording import say
from assistant.grams import ngrams, tokens
from assistant.knowledge import Knowledge, Unit
from assistant.question.bodies import body_key, same_body
from assistant.question.cues import cue_text
from assistant.question.documents import DOC
from assistant.question.naming import fold
from assistant.question.replacing import asks_replaced
from assistant.question.sort import asks_day
from assistant.question.two import doubts_places
from assistant.question.understand import Need
from ingest.facts.bodies.agencies import Agency, find_agencies
from ingest.facts.cited.references import find_mentions
from ingest.facts.due.deadlines import find_times
from ingest.facts.due.timed_headings import heading_time
from ingest.facts.language.patterns import DATE_RE, NUMBER_RE, normal_number
from ingest.plan import CELL_SEPARATOR, Assignment, Reference, TableRow
from ingest.spelling import spaced

__all__ = ["asked_head", "lacks_span", "short_answer"]

_DATE = spaced(r"\d{1,2}(?:/\d{1,2}(?:/\d{4})?(?!\d)| tháng \d{1,2}(?: năm \d{4})?)")
_WHEN_RE = re.compile(
    r"(?i)(?<!\w)(?:"
    rf"(?:(?:trước|sau|từ|kể từ|đến|hết|vào|trong|chậm nhất(?: là)?)\s+)*(?:ngày\s+)?{_DATE}"
    r"|(?:(?:trước|sau|từ|đến|vào|lúc)\s+)*\d{1,2}\s?(?:h\d{0,2}|giờ(?:\s+\d{1,2}(?:\s+phút)?)?)['’]?(?!\w)(?:\s+(?:đầu|hằng ngày|hàng ngày|mỗi ngày|ngày \d{1,2}[/\d]*))?"
    r"|(?:trước\s+)?ngày\s+\d{1,2}(?:\s+(?:và\s+ngày\s+\d{1,2}\s+)?(?:của\s+)?(?:tháng cuối|hằng tháng|hàng tháng|mỗi tháng)[^,;.]{0,30})?"
    r"|(?:trong\s+)?(?:thời hạn\s+|vòng\s+)?\d{1,3}\s+(?:ngày|giờ|tháng|năm)(?: làm việc)?(?:[,]? (?:kể )?từ (?:ngày|khi) [^,;.]{3,120}(?!\w))?"
    r"|(?:kể từ|từ) ngày (?:ký|ban hành)[^,;.]{0,120}(?!\w)"
    r"|(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)|định kỳ[^,;.]{0,40}(?!\w)"
    r"|tháng\s+\d{1,2}(?:\s*(?:/|năm)\s*\d{4})?|quý\s+(?:IV|I{1,3}|\d)(?!\w)(?:\s*/?\s*(?:năm\s+)?\d{4})?"
    r"|(?:trong |đến |hết |cuối |đầu )*năm\s+\d{4}|giai đoạn \d{4}\s*[-–]\s*\d{4}"
    r"|thời (?:gian|hạn|điểm)(?: thực hiện| hoàn thành)?:? (?:theo|từ|sau|trước|trong|ngay) [^.;]{3,120}(?!\w)"
    r")"
)
_ANNIVERSARY_RE = re.compile(
    r"(?i)(?:kỷ|kỉ) niệm (?:lần thứ )?\d+(?: năm)?(?: ngày)?[^;.()]*(?:\([^()]*\))?|(?:tổng kết|sơ kết) \d+ năm(?! \d)"
)
"""Years that have passed since something, and its days: no time of what is to be done."""
APART = 0.3
"""How much more of the subject one clause must say than each other, to be the one that tells when."""
DATE_AFTER = 16
"""Letters behind a number within which its date stands."""
_VAGUE_RE = re.compile(r"(?i)(?:(?:hằng|hàng|mỗi) năm|(?:trong |cuối |đầu )?năm \d{4}|giai đoạn .*)")
"""Every plan says these of everything: alone they answer no "when"."""
_NO_DAY_RE = re.compile(
    r"(?i)(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý)|(?:(?:đến|tới|trước|hết|cuối) )+năm \d{4}"
)
"""No day of the calendar ("trong đời sống hàng ngày", "chương trình đến năm 2030")."""
_SINCE_RE = re.compile(r"(?i)(?<!\w)(?:kể )?từ năm (?:19|20)\d\d")
_HOW_LONG_RE = re.compile(
    r"(?:bao nhieu|may) (?:ngay|tieng|phut|thang|tuan)\b(?! bao)|(?:trong|sau|toi da|cu) (?:vong )?(?:bao nhieu|may) (?:gio|nam)\b|how many (?:working )?(?:days|hours|minutes|months|weeks)|bao lau|how (?:long|soon|quickly|fast)"
)
_OFTEN_ASKED_RE = re.compile(
    r"\bmay lan\b|bao nhieu lan|bao lau [^?]*(?:mot|1) lan|(?:may|bao nhieu) (?:ngay|tuan|thang|nam) (?:mot|1) lan|tan suat|how often|how many times"
)
_OFTEN_RE = re.compile(
    r"(?i)(?:(?:ít nhất|tối thiểu|không quá)\s+)?(?:\d{1,2}|một|hai|ba|bốn) lần(?:\s*/\s*|\s+(?:một|mỗi|trong|trên|hằng|hàng)\s+)(?:\d+\s+)?(?:ngày|tuần|tháng|quý|năm)"
    r"|(?:\d{1,2}|mỗi|định kỳ)\s+(?:\d+\s+)?(?:ngày|tuần|tháng|quý|năm)(?: một| 1|/| 01) ?lần"
)
"""How often, where a sentence says so beside its hours or days ("báo cáo 02 lần/ngày, trước 9h00")."""
_HOURS_ASKED_RE = re.compile(r"(?:may|bao nhieu) gio\b")
_HOUR_RE = re.compile(
    r"(?i)(?:trước |sau |từ |đến |lúc )?(?<![\d.,])\d{1,2}\s?(?:h\d{0,2}|giờ(?: \d{1,2}(?: phút)?)?)['’]?(?!\w)"
)
_HOURS_RE = re.compile(r"(?i)(?<![\d.,/-])\d+(?:[.,]\d+)*\s+giờ(?!\w)")
"""How many hours, where no hour of the clock stands."""
_WITHIN_RE = re.compile(r"(?i)(?:trong|vòng|thời hạn|quá)(?: thời gian)? $")
"""Before hours that are a length and no hour of the clock."""
_SPAN_OF_DAYS_RE = re.compile(
    r"(?i)(?:trong )?(?:thời hạn |vòng )?(?:(?:không quá|tối đa|chậm nhất|ít nhất|tối thiểu)(?: là)? )?(?<!giờ )\d{1,3} (?:ngày|giờ|phút|tuần|tháng)(?: làm việc)?(?! (?:\d|năm))(?:[,]? (?:kể )?từ (?:ngày|khi) [^,;.]{3,120}(?!\w))?"
)
_AMENDED_RE = re.compile(rf"\bsua(?: doi)?(?: \w+)? (?:{DOC}) (?:nao|gi|so may)")
_REPLACES_RE = re.compile(r"(?i)(?<!\w)(?:thay(?: thế)?(?: cho)?|bãi bỏ|hủy bỏ|sửa đổi)(?!\w)")
"""A question for what a document amends, and the verb behind which a sentence names the one amended or replaced."""
_WHICH_YEAR_RE = re.compile(r"\b(?:nam|giai doan) nao\b")
_LEADING_RE = re.compile(r"(?i)^(?:[-+•*]\s*)?(?:[a-zđ]\)|\d+[.)])?\s*(?:giao|đề nghị|yêu cầu|phân công)?\s*")
_HEAD_RE = re.compile(r"\b(so|bo|phong|ban|vu|cuc|chi cuc|trung tam|hoi) nao\b")
_AGENT_RE = re.compile(
    r"(?i)(?<!\w)(?:do|bởi|giao(?: cho)?|phân công(?: cho)?|thuộc (?:thẩm quyền|trách nhiệm|nhiệm vụ)(?: [^\W\d_]+){0,3}?(?: của)?"
    r"|(?:cơ quan|đơn vị|đầu mối|thường trực)(?: [^\W\d_]+){0,6} là)\s+(?:các\s+)?$"
)
"""Before the body by which something is done, wherever in the sentence it stands ("thuộc thẩm quyền của UBND")."""
_PROPOSED_RE = re.compile(
    r"\b(?:de nghi|de xuat|kien nghi)\b|\bpropos(?:e|ed|es|al)\b|\bwhose (?:advice|request)\b"
)
_PROPOSER_RE = re.compile(
    r"(?i)(?:theo|xét|trên cơ sở) (?:đề nghị|đề xuất|kiến nghị|báo cáo, đề xuất)(?: tham mưu)?(?: của)?\s+$"
)
"""Who had a document issued ("Theo đề nghị của Bộ trưởng Bộ Nội vụ"), where that is asked."""
_OWNER_RE = re.compile(
    r"chu tri|chiu trach nhiem|thuc hien|phu trach|dau moi|co quan|don vi|chu quan|tham muu"
)
_NO_NAMES = frozenset({"don vi", "co quan", "to chuc"})
"""Folded: words that name no body ("đơn vị vận chuyển do Phòng Kinh tế lựa chọn")."""
_HELPER_RE = re.compile(r"phoi hop|tham gia")
_ROLES = ("phu trach", "chu tri", "chiu trach nhiem", "dau moi", "tham muu", "thuc hien")
"""Folded: what a question asks who does, and a column may be called by."""
_TIME_HEADER_RE = re.compile(r"thoi gian|thang|tien do|thoi han|han hoan|hoan thanh")


def _names(found: Sequence[Agency], need: Need) -> list[str]:
    return _others([agency.name for agency in found], need)


def _others(names: Sequence[str], need: Need) -> list[str]:
    """Distinct names, without the agency that the question itself names."""
    others = (
        name
        for name in names
        if fold(name) not in _NO_NAMES
        and not (need.agency and same_body(name, need.agency))
        and body_key(name) not in need.without
    )
    return list(dict.fromkeys(others))


def _who(unit: Unit, need: Need, knowledge: Knowledge) -> str | None:
    if isinstance(unit.fact, TableRow):
        if need.kind == "coordinate":
            return cell_by_header(unit, knowledge, _HELPER_RE)
        # "Ai phụ trách" is asked of the column "Người phụ trách".
        asked = [re.compile(word) for word in _ROLES if word in cue_text(need.asked)]
        columns = [*asked, _OWNER_RE]
        cells = (cell_by_header(unit, knowledge, column, _HELPER_RE) for column in columns)
        return next(filter(None, cells), None)
    text = unit.text
    if asks_firm(cue_text(need.asked)):
        return named_firm(text)
    if holder := office_holder(cue_text(need.asked), text):
        return holder
    if CELL_SEPARATOR in text:
        return None  # a row that no table took in: whose cell is whose is not known
    if need.kind == "coordinate":
        return "; ".join(_others(partners(text, need.agency, need.terms), need)) or None
    head = asked_head(need)
    if does := [name for name in _others(doers_asked(text, need), need) if fold(name).startswith(head)]:
        return "; ".join(_whole(name, text, knowledge) for name in does)
    start = _LEADING_RE.match(text)
    first = [a for a in find_agencies(text) if start and a.start <= start.end() + 1]
    before = _PROPOSER_RE if _PROPOSED_RE.search(cue_text(need.question)) else _AGENT_RE
    agents = [a for a in find_agencies(text) if before.search(text, 0, a.start)]
    names = [
        name
        for name in (*_actor_around(unit, need, knowledge), *_names([*first[:1], *agents[:1]], need))
        if fold(name).startswith(head)
    ]
    if not names and not head and not find_agencies(text):
        return charged_party(text)
    return names[0] if names else None


def asked_head(need: Need) -> str:
    """What sort of body is asked for: "so " of "sở nào"; "" when any will do."""
    return _head_in(fold(need.question))


@lru_cache(maxsize=64)
def _head_in(folded: str) -> str:
    found = _HEAD_RE.search(folded)
    return f"{found[1]} " if found else ""


def _actor_around(unit: Unit, need: Need, knowledge: Knowledge) -> list[str]:
    """The actor of the assignment in this sentence, or whose name heads the section; none of the asked body."""
    best: tuple[float, str] | None = None
    helping: set[str] = set()
    for other in tasks_in(unit, knowledge):
        fact = other.fact
        if not isinstance(fact, Assignment) or not fact.actor:
            continue
        if fact.role == "coordinate":
            helping.add(body_key(fact.actor))
        elif _names([Agency(fact.actor, 0, 0)], need):
            share = coverage(need.terms, knowledge.grams[other.at])
            if best is None or share > best[0]:
                best = (share, fact.actor)
    if best:
        return [best[1]]
    heads = find_agencies(unit.heading)
    named = [heads[0].name] if len(heads) == 1 else []
    if LEADS_RE.search(fold(need.question)):  # "5. Sở Tư pháp: phối hợp tuyên truyền" leads nothing
        named = [name for name in named if body_key(name) not in helping]
    return _others(named, need) if asks_of_others(need) else named


_times = lru_cache(maxsize=8192)(find_times)
_mentions = lru_cache(maxsize=1024)(find_mentions)
_heading_time = lru_cache(maxsize=1024)(heading_time)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whether hours are asked for (of the clock or how many), a length of time, how often, in which year, on which day, or from when until when."""

    hours: bool
    long: bool
    often: bool
    year: bool
    day: bool
    period: bool


@lru_cache(maxsize=64)
def _asks_when(folded: str) -> _Asked:
    hours, long, often, year = (
        sign.search(folded) is not None
        for sign in (_HOURS_ASKED_RE, _HOW_LONG_RE, _OFTEN_ASKED_RE, _WHICH_YEAR_RE)
    )
    return _Asked(hours or asks_clock(folded), long, often, year, asks_day(folded), asks_period(folded))


def _when(unit: Unit, need: Need, knowledge: Knowledge) -> str | None:
    if isinstance(unit.fact, TableRow):
        return cell_by_header(unit, knowledge, _TIME_HEADER_RE)
    text, asked = _own_clause(unit.text, need), _asks_when(cue_text(need.question))
    if asked.period and (periods := periods_told(text)):
        return "; ".join(periods)
    if asked.hours:
        hours = [m[0] for m in _HOUR_RE.finditer(text) if not _WITHIN_RE.search(text, 0, m.start())]
        return "; ".join(dict.fromkeys(hours or _HOURS_RE.findall(text))) or None
    if asked.long and not asked.often:
        return _span_asked(text, need)
    if asked.often and (often := _OFTEN_RE.search(text)):
        return often[0]
    times = [text[r.start : r.end] for r in _times(text)]
    starts = asks_start(cue_text(need.asked))
    if starts or not times:
        text = _ANNIVERSARY_RE.sub(lambda match: " " * len(match[0]), text)
        times += _whens(text)
    if starts:
        times += [match[0] for match in _SINCE_RE.finditer(text)]
        times = [time for time in times if begins_then(time)]
        times = [one for one in times if not any(one != other and one in other for other in times)]
    times, told = _of_period(times, text, need), bool(times)
    if not told and (of_heading := _heading_time(unit.heading)):
        times = [of_heading]  # "Từ 01/10: ngừng in bệnh án giấy"
    if asked.day:
        times = [time for time in times if not _NO_DAY_RE.fullmatch(time.strip())]
    if not asked.year:
        times = [time for time in times if not _VAGUE_RE.fullmatch(time.strip())]
    return "; ".join(dict.fromkeys(times) if starts else with_both_ends(times, text)) or None


def _of_period(times: Sequence[str], text: str, need: Need) -> list[str]:
    """Of the times set for reports of several periods, those of the periods asked about; all where none is."""
    periods = periods_of_need(need)
    fit = [fits(text, time, periods) if periods else 1 for time in times]
    return [time for time, well in zip(times, fit, strict=True) if well == max(fit) > 0]


def lacks_span(time: str, need: Need) -> bool:
    """Whether so many days or hours are asked for ("trong bao nhiêu ngày"), and a time is told that is no length."""
    asked = _asks_when(cue_text(need.asked))
    return asked.long and not (
        asked.often or asked.hours or asked.day or asked.period or _SPAN_OF_DAYS_RE.search(time)
    )


def _span_asked(text: str, need: Need) -> str | None:
    """The length of time that is told of what is asked; of several in clauses side by side the first where none is nearer."""
    found = list(_SPAN_OF_DAYS_RE.finditer(text))
    starts = (0, *(one.end() for one in found))
    close = [
        said_before(need.asked, text[start : one.start()]) for start, one in zip(starts, found, strict=False)
    ]
    return found[close.index(max(close))][0] if found else None


@lru_cache(maxsize=8192)
def _whens(text: str) -> tuple[str, ...]:
    """The times that stand in a text by their form alone, but no date of a document cited."""
    return tuple(m[0] for m in _WHEN_RE.finditer(text) if not _dates_a_document(text, m.start()))


def _dates_a_document(text: str, at: int) -> bool:
    """Whether what stands here is the date of the document cited just before it, by its number or as a law by its name."""
    if any(0 <= at - number.end() <= DATE_AFTER for number in NUMBER_RE.finditer(text, 0, at)):
        return True
    return any(one.date and one.range.start < at < one.range.end for one in _mentions(text))


def _own_clause(text: str, need: Need) -> str:
    """Of a list of deadlines, the one whose clause is of the subject."""
    clauses = re.split(r";\s", text)
    if len(clauses) == 1 or periods_of_need(need):
        return text
    shares = [coverage(need.terms, frozenset(ngrams(tokens(clause)))) for clause in clauses]
    first, second = sorted(shares, reverse=True)[:2]
    own = clauses[shares.index(first)]
    return own if first - second >= APART and (_times(own) or _WHEN_RE.search(own)) else text


def _addressee(unit: Unit, need: Need, knowledge: Knowledge) -> str | None:
    if isinstance(unit.fact, TableRow):  # the name of the next column is no receiver
        sent = (receivers(cell, need.agency) for cell in unit.fact.cells)
        to, via = map(list, next((named for named in sent if any(named)), ((), ())))
    else:
        to, via = map(list, receivers(unit.text, need.agency))
    if asks_of_others(need):
        to, via = _others(to, need), _others(via, need)
    receiver, means = ("; ".join(_whole(name, unit.text, knowledge) for name in names) for names in (to, via))
    through = say("via", need.language, name=means) if means else ""
    return f"{receiver} ({through})" if receiver and means else receiver or through or None


def _whole(name: str, text: str, knowledge: Knowledge) -> str:
    """The name as an actor bears it, where the sentence says the rest ("Phòng Đoàn thể [và các Hội]", "[Giám đốc] Sở Y tế")."""
    longer = (
        actor
        for actor in knowledge.actors.values()
        if (actor.startswith(name) or actor.endswith(name)) and actor in text
    )
    return max(longer, key=len, default=name)


def _document(unit: Unit, need: Need, knowledge: Knowledge) -> str | None:
    """The document that a sentence cites, with its date; not the plan's own number."""
    own = knowledge.plans[unit.plan].letterhead.number or ""
    asked = cue_text(need.asked)
    changed = asks_replaced(asked) or _AMENDED_RE.search(asked)
    replaced = _REPLACES_RE.search(unit.text) if changed else None
    for number in NUMBER_RE.finditer(unit.text, replaced.end() if replaced else 0):
        if normal_number(number[0]) != normal_number(own):
            dated = DATE_RE.search(unit.text, number.end(), number.end() + DATE_AFTER)
            return f"{number[0]}{f' ngày {dated[0]}' if dated else ''}"
    return None


def _issuer(unit: Unit, need: Need, knowledge: Knowledge) -> str | None:
    """Who has issued the document cited in a sentence that the question calls by its subject; None where two may be meant."""
    cited = [
        (other.fact.issuer, coverage(need.terms, knowledge.grams[other.at]))
        for other in by_plan(knowledge).get(("reference", unit.plan), ())
        if isinstance(other.fact, Reference) and unit.span.start <= other.span.start < unit.span.end
    ]
    best = max((share for _, share in cited), default=0.0)
    issuers = {issuer for issuer, share in cited if share >= max(best, APART)}
    return issuers.pop() if len(issuers) == 1 else None


def _dated(unit: Unit, need: Need, knowledge: Knowledge) -> str | None:
    """The date with which a sentence cites the document that the question names by its number; any date where it names none."""
    asked = {normal_number(number[0]) for number in NUMBER_RE.finditer(need.question)}
    if not asked or doubts_places(fold(need.question)):
        return _when(unit, need, knowledge)
    cited = (number for number in NUMBER_RE.finditer(unit.text) if normal_number(number[0]) in asked)
    dates = (DATE_RE.search(unit.text, number.end(), number.end() + DATE_AFTER) for number in cited)
    return next((date[0] for date in dates if date), None)


_OF_KIND = {
    "lead": _who,
    "coordinate": _who,
    "advise": _who,
    "deadline": _when,
    "reference_date": _dated,
    "target": how_many,
    "count": how_many,
    "report_to": _addressee,
    "reference": _document,
    "issuer": _issuer,
}


def short_answer(unit: Unit, need: Need, knowledge: Knowledge) -> str | None:
    """What of this unit answers a question of this kind; None where it does not say such a thing."""
    read = _OF_KIND.get(need.kind)
    return read(unit, need, knowledge) if read else None
