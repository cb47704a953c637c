"""What says which cases are meant, not what is to be reached or done: a condition's numbers, and the classes of a legal text.

In: a number in its clause with the words before it. Out: whether it only tells a case. In an article a bound without a word
of limit or aim does ("lớp có từ 70% học viên trở lên"); an annex of a normative text holds forms, standards and lists, so
there only limits are set.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.facts.bodies.doers import starts_doing
from ingest.facts.language.comparators import AT_LEAST, AT_MOST
from ingest.facts.language.verbs import PREDICATE_RE
from ingest.plan import Range
from ingest.spelling import spaced_re

__all__ = [
    "NORMATIVE",
    "asks_for",
    "describes_goods",
    "in_title",
    "is_condition",
    "is_quoted",
    "is_supposed",
    "leads_on",
    "limits",
    "names_class",
    "tells_case",
    "tells_whom",
]

NORMATIVE = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch"})
"""Types of texts that set norms; a plan or a programme is attached to other types."""
_ASKS_RE = spaced_re(
    rf"(?i)(?<!\w)(?:phấn đấu|đạt|phải|bảo đảm|đảm bảo|duy trì|hoàn thành|chiếm|tăng|giảm|nâng|còn|(?:áp dụng|bằng)(?= (?:mức )?$)|ít nhất|tối thiểu|tối đa|{AT_MOST}|{AT_LEAST})(?!\w)"
)
_GETS_RE = spaced_re(r"(?i)(?<!\w)(?:có|kết nạp|trồng|là|được|lên|mới|thêm|cho) (?:được )?$")
_STATED_RE = re.compile(r"^\s*[“\"]|[“\"](?=(?:Đến|Trong|Từ|Giai\s+đoạn|Năm)\s)")
_COMMA_RE = re.compile(r",\s+")
_WORD_RE = re.compile(r"(?<!\w)\w")
_IF_RE, _THEN_RE = (
    re.compile(r"(?i)(?<!\w)(?:nếu|trường\s+hợp|khi|mà)(?!\w)"),
    re.compile(r"(?<!\w)thì(?!\w)"),
)
_HOLDS_RE = spaced_re(r"(?:(?!(?:nếu|khi|trường hợp|đối với|mà|nào)(?!\w))[^;.:])*?(?<!\w)thì ")
_SUPPOSED_RE = re.compile(r"(?i)(?<!\w)(?:nếu|(?<!trừ\s)trường\s+hợp|thì)(?!\w)")
_ASIDE_RE = re.compile(r"\((?:nếu|trường\s+hợp)\s[^()\d]*\)")
_LIMIT_RE = spaced_re(r"(?i)(?:ít nhất|tối thiểu|tối đa|không\s)")
# "Số bác sĩ trên 10.000 dân đạt 15": what the value behind it is counted on.
_RATIO_RE = spaced_re(
    r"(?: [^\W\d]+){1,5}? (?:đạt|là|không quá|dưới|trên|còn|xuống|giảm|ở mức|từ|tối đa|tối thiểu|ít nhất) (?:[^\W\d]+ ){0,3}\d"
)
_TENS_RE = re.compile(r"10{0,2}(?:\.000)+")
# "- - - Loại khác": the dashes of the tariff.
_GOODS_RE = re.compile(r"\s*-\s+-\s")


def asks_for(before: str) -> bool:
    """Tell whether the words before a number ask for it or limit it.

    >>> asks_for("số học viên phải có "), asks_for("doanh nghiệp có trên ")
    (True, False)
    """
    return _ASKS_RE.search(before) is not None


def is_condition(text: str, clause: tuple[int, int], number: tuple[int, int]) -> bool:
    """Tell whether a number stands between a word of condition and its "thì".

    >>> text = "nếu doanh thu tăng trên 3% thì trích 5%"
    >>> is_condition(text, (0, len(text)), (24, 26)), is_condition(text, (0, len(text)), (37, 39))
    (True, False)
    """
    then = _THEN_RE.search(text, number[1], clause[1])
    return then is not None and _IF_RE.search(text, clause[0], number[0]) is not None


def leads_on(text: str, at: int, end: int) -> bool:
    """Tell whether what stands before ``at`` is the condition of a "thì" behind it.

    >>> leads_on("đạt 50 điểm thì được nhận", 11, 25), leads_on("tối thiểu 5 năm, đối với hóa đơn thì theo luật", 15, 46)
    (True, False)
    """
    return _HOLDS_RE.match(text, at, end) is not None


def limits(match: re.Match[str]) -> bool:
    """Tell whether a number's bound is a word of limit: "tối đa", "không quá"."""
    return _LIMIT_RE.match(match["before"] or "") is not None


def is_supposed(text: str, clause: Range, match: re.Match[str], *, norm: bool) -> bool:
    """Tell whether a number belongs to a condition; behind "thì", and at the end of a norm, a limit is what the rule sets.

    >>> from ingest.facts.amounts.targets import read_targets
    >>> text = "Thời hạn không quá 15 ngày, trường hợp đặc biệt không quá 90 ngày."
    >>> [target.value for target in read_targets(text, norm=True)]
    ['không quá 15', 'không quá 90']
    """
    begin, limit = clause.start, limits(match)
    if leads_on(text, match.end(), clause.end):
        return True
    if limit:
        begin = max([begin, *(one.end() for one in _THEN_RE.finditer(text, begin, match.start()))])
    if limit and norm:
        comma = text.find(",", match.end(), clause.end)
        begin = max(begin, text.rfind(",", begin, match.start())) if comma >= 0 else match.start()
    return _SUPPOSED_RE.search(_ASIDE_RE.sub("", text[begin : match.start()])) is not None


def names_class(match: re.Match[str], before: str) -> bool:
    """Tell whether an article's number with its bound says which cases are meant; ``before`` are the words before it."""
    bound = match["before"] or ""
    if not (bound or match["after"] or match["after2"]):
        return False
    if leads_on(match.string, match.end(), len(match.string)):
        return True  # "đạt trên 50% số phiếu thì được chọn"
    if match["upper"] and "dưới" not in match[0].lower():
        # "Hội đồng có từ 05 đến 11 thành viên": both ends are the rule; "khi vượt từ 01 đến 10 người" tells a case
        return _WHEN_RE.search(before) is not None
    return not asks_for(f"{before}{bound}")


_WHEN_RE = re.compile(r"(?<!\w)(?:khi|nếu)\s[^,;:.]*$")
# "chi bộ có tỷ lệ dưới 50% ba tháng liên tục phải kiểm điểm": which of them have to.
_HAVING_RE, _MUST_RE = (
    spaced_re(r"(?<!\w)có (?:[^\s,;:.]+ ){0,3}$"),
    spaced_re(r"[^,;:.]{3,80}? (?:phải|thì|bị)\s"),
)


def tells_whom(match: re.Match[str], before: str, goals: bool) -> bool:
    """Tell whether a plan's number says of whom or on how many: "tai nạn làm chết từ 02 người trở lên", "trên 10.000 dân"."""
    bound = (match["before"] or "").lower()
    having = bound.strip() in {"trên", "dưới", "từ"} and _HAVING_RE.search(before)
    if having and _MUST_RE.match(match.string, match.end()):
        return True
    ratio = bound.startswith("trên") and _TENS_RE.fullmatch(match["number"])
    from_on = bound.startswith("từ") and (match["after"] or match["after2"]) and "%" not in match[0]
    if not (ratio or (from_on and (not goals or "%" in before))):
        return False
    if _GETS_RE.search(before) or _ends_in_verb(before):
        return False
    if ratio:
        return _RATIO_RE.match(match.string, match.end("number")) is not None
    return _ASKS_RE.search(before) is None


def _ends_in_verb(before: str) -> bool:
    """Whether the number is the object of a task: "kiểm tra từ 20 cơ sở trở lên", not "hộ có vườn từ 100 m2 trở lên"."""
    verbs = (PREDICATE_RE.match(before, word.start()) for word in _WORD_RE.finditer(before))
    return any(verb and not before[verb.end() :].strip() for verb in verbs)


def in_title(text: str, titles: Iterable[Range], at: int) -> bool:
    """Tell whether a number belongs to the title of a document; a verb behind a comma goes on with the task.

    >>> text = "Thực hiện Nghị quyết số 5 về giảm nghèo, hỗ trợ 300 hộ"
    >>> in_title(text, [Range(10, len(text))], text.index("300"))
    False
    """
    title = next((one for one in titles if one.start < at < one.end), None)
    if title is None:
        return False
    return not any(starts_doing(text, one.end(), at) for one in _COMMA_RE.finditer(text, title.start, at))


def is_quoted(text: str, at: int) -> bool:
    """Tell whether a number stands in a title in quotation marks: Đề án “Đầu tư xây dựng ít nhất 01 triệu căn hộ ...”.

    A mark that opens the line quotes what an amendment sets; what begins with its time is a whole statement.

    >>> is_quoted("Đề án “Trồng 500 cây”", 14), is_quoted("trồng 500 cây", 6)
    (True, False)
    """
    before = _STATED_RE.sub(" ", text[:at])
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def describes_goods(line: str) -> bool:
    """Tell whether a line is one of a tariff.

    >>> describes_goods("- - Khối lượng không quá 2 kg"), describes_goods("- Tối thiểu 2 kg")
    (True, False)
    """
    return _GOODS_RE.match(line) is not None


def tells_case(text: str, at: int, end: int) -> bool:
    """Tell whether words say what holds in a case, though no word of condition stands before their "thì".

    >>> text = "làm hàng công ích thì quỹ lương được tính theo hợp đồng"
    >>> tells_case(text, 0, len(text)), tells_case("làm sạch dữ liệu", 0, 16)
    (True, False)
    """
    holds = _HOLDS_RE.match(text, at, end)
    return holds is not None and PREDICATE_RE.match(text, holds.end(), end) is None
