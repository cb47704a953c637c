"""Which period a report is of (month, quarter, half a year, year, ...): the one asked about, and the one that a day is set for.

In "báo cáo 6 tháng trước ngày 10/6, cả năm trước ngày 30/11" each day is of the period named just before it, and
"báo cáo năm" is asked for one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.question.understand import Need
from ingest.spelling import match_key

__all__ = ["asked_periods", "fits", "is_period", "periods_of_need"]

_NAMES = (
    ("9 tháng", r"(?:0?9|chín) tháng|nine[ -]months?(?:ly)?"),
    (
        "6 tháng",
        r"(?:0?6|sáu) tháng(?: (?:đầu|cuối) năm)?|(?:nửa|giữa) năm|bán niên|(?:six|6)[ -]months?(?:ly)?|(?:half|mid)[ -]?year(?:ly)?|semi-?annual(?:ly)?",
    ),
    ("giữa kỳ", r"giữa (?:kỳ|kì|giai đoạn|nhiệm kỳ)|mid-?term"),
    ("đột xuất", r"đột xuất|ad[ -]hoc"),
    (
        "tổng kết",
        r"tổng kết(?! (?:cuối )?năm\b)|cuối (?:kỳ|kì|giai đoạn|nhiệm kỳ)|kết thúc|end-of-term|final",
    ),
    ("sơ kết", r"sơ kết(?! (?:0?[69]|sáu|chín) tháng| giữa)"),
    ("chuyên đề", r"chuyên đề"),
)
_BARE = (
    r"(?<!\d )(?<!/)(?<!trong )(?<!đầu )(?<!mấy )(?<!nhiêu )(?<!nhiều )(?<!các )(?<!kết thúc )(?:tuần|tháng|qu[ýí]|năm)(?! \d)"
    r"(?! (?:mấy|nào|nay|này|sau|tới|ngoái|học|trước(?! ngày)|kế|đầu|cuối|bao nhiêu)\b)"
)
"""The plain word for a period, where it is neither counted nor dated ("trong năm", "5 năm", "tháng 3", "năm nay")."""
_ENGLISH = {
    "weekly": "tuần",
    "monthly": "tháng",
    "quarterly": "quý",
    "annual": "năm",
    "yearly": "năm",
    "annually": "năm",
}
_PERIOD_RE = re.compile(
    rf"(?<!\w)(?:(?P<named>{'|'.join(f'(?:{pattern})' for _, pattern in _NAMES)})|(?P<quarter>(?<!trong )(?<!vào )qu[ýí] (?:[ivx]+|[1-4])(?! ?/| năm))"
    rf"|(?<=báo cáo )(?P<dated>năm)(?= 20\d\d)|(?P<english>{'|'.join(_ENGLISH)})|(?P<bare>{_BARE}))(?!\w)"
)
_REPORT_RE = re.compile(r"(?<!\w)(?:báo cáo|bc|reports?|reporting|sơ kết|tổng kết)(?!\w)")
_LINK_RE = re.compile(r"[ ,/()]*(?:(?:và|hoặc|với|hay|cả|báo cáo|định kỳ|and|or)[ ,/()]+)*")
"""What may stand between the periods of one list ("báo cáo quý, 6 tháng và năm")."""
_BEHIND_RE = re.compile(r" ?(?:\((?:[^\W\d_]+ ){0,4}|(?:đối với|cho|với) báo cáo )")
"""Behind a day, what opens the words that say of which report it is ("trước ngày 15/6 (báo cáo 6 tháng)")."""
_DATED_RE = re.compile(r"ngày|\d{1,2}/")
_BREAK_RE = re.compile(r"[;]|\.\s")


def asked_periods(question: str) -> tuple[str, ...]:
    """The periods of reports that a question names, in its order; none where it speaks of no report.

    >>> asked_periods("báo cáo 6 tháng và cả năm nộp trước ngày nào"), asked_periods("annual report deadline?")
    (('6 tháng', 'năm'), ('năm',))
    >>> asked_periods("báo cáo trong năm nộp tháng mấy"), asked_periods("báo cáo quý III gửi ai"), asked_periods("cả năm trồng mấy cây")
    ((), ('quý iii',), ())
    """
    asked = match_key(question)
    return _named(asked) if _REPORT_RE.search(asked) else ()


def is_period(words: str) -> bool:
    """Whether words are the name of one period, and no more.

    >>> is_period("nửa năm"), is_period("báo cáo năm"), is_period("năm nay")
    (True, False, False)
    """
    return _PERIOD_RE.fullmatch(match_key(words).strip()) is not None


def periods_of_need(need: Need) -> tuple[str, ...]:
    """The periods asked about: those that a follow-up says of the reports before it ("cả năm thì sao"), or else the whole question's."""
    whole = asked_periods(need.question)
    return (_named(match_key(need.asked)) if need.follows and whole else ()) or whole


@lru_cache(maxsize=8192)
def _period_of(text: str, time: str) -> frozenset[str]:
    """The periods of the reports for which a text sets a time; none where it does not say.

    >>> text = "Gửi báo cáo tháng, quý trước ngày 20; báo cáo 6 tháng trước ngày 10/6, cả năm trước ngày 30/11; họp ngày 5/5."
    >>> [sorted(_period_of(text, day)) for day in ("ngày 20", "ngày 10/6", "ngày 30/11", "ngày 5/5")]
    [['quý', 'tháng'], ['6 tháng'], ['năm'], []]
    >>> _period_of("Gửi trước ngày 15/6 (báo cáo 6 tháng), trước ngày 15/12 (báo cáo năm)", "15/12"), _period_of("", "ngày 18 hằng tháng")
    (frozenset({'năm'}), frozenset({'tháng'}))
    """
    time = match_key(" ".join(time.split()))
    text = match_key(" ".join(text.split()))
    text = text if time in text else time
    start, named = text.index(time), list(_PERIOD_RE.finditer(text))
    end = start + len(time)
    opens = _BEHIND_RE.match(text[end:])
    if opens and (found := [one for one in named if end < one.start() <= end + opens.end()]):
        return frozenset(map(_name, found))
    inside = [one for one in named if start <= one.start() < end]
    dated = _DATED_RE.search(text, start, end)
    if found := [one for one in inside if dated is None or one.start() < dated.start()]:
        return frozenset(map(_name, found))
    spoken = [one for one in named if one.end() <= start and not text.endswith("cuối ", 0, one.start())]
    before = _last_list(text, spoken, start)
    return frozenset(map(_name, before or inside))


def fits(text: str, time: str, asked: Iterable[str]) -> int:
    """How well a time that a text sets is one of a report of the periods asked about: 0 where it is of another one.

    >>> text = "Báo cáo hằng quý; báo cáo quý trước ngày 15, báo cáo năm trước ngày 5/12; báo cáo sơ kết ngày 1/7; gửi ngày 2/3"
    >>> [fits(text, time, ["quý"]) for time in ("trước ngày 15", "hằng quý", "ngày 2/3", "trước ngày 5/12")]
    [3, 2, 1, 0]
    >>> fits(text, "ngày 1/7", ["6 tháng"]), fits(text, "ngày 1/7", ["năm"]), fits(text, "định kỳ (quý, 6 tháng, năm)", ["năm"])
    (1, 0, 0)
    """
    said = match_key(" ".join(time.split()))
    if len(_named(said)) > 1 and not re.search(r"\d", _PERIOD_RE.sub("", said)):
        return 0  # "định kỳ (quý, 6 tháng, báo cáo năm)" tells the day of none
    found, wanted = _period_of(text, time), set(asked)
    if any(_within(one, other) for one in found for other in wanted):
        return 3 if _DATED_RE.search(said) else 2
    return int(not found or bool(found & {_ALSO.get(one, "") for one in wanted}))


_ALSO = {"năm": "tổng kết", "tổng kết": "năm", "6 tháng": "sơ kết", "giữa kỳ": "sơ kết", "sơ kết": "6 tháng"}
"""What a report may be called as well."""


def _within(one: str, other: str) -> bool:
    """Whether two periods are the same, or one is a quarter by its number and the other any quarter."""
    return one == other or f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")


@lru_cache(maxsize=4096)
def _named(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_name, _PERIOD_RE.finditer(text))))


def _name(match: re.Match[str]) -> str:
    said = match[0]
    if match["named"]:
        return next(name for name, pattern in _NAMES if re.fullmatch(pattern, said))
    return _ENGLISH.get(said, said.replace("quí", "quý"))


def _last_list(text: str, named: Sequence[re.Match[str]], end: int) -> Sequence[re.Match[str]]:
    """Those periods that are listed last before ``end``, where no other clause begins behind them."""
    if not named or _BREAK_RE.search(text, named[-1].end(), end):
        return ()
    first = len(named) - 1
    while first and _LINK_RE.fullmatch(text, named[first - 1].end(), named[first].start()):
        first -= 1
    return named[first:]
