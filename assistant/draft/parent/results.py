"""Results told beside tasks: "Tình hình tháng 4; nhiệm vụ, giải pháp tháng 5", and which of its sentences tell what was.

In: headings, lines and clauses of the parent. Out: where results end and tasks begin; clauses of results left out, and
those of a time that was over when the plan was dated, whatever the heading above them.
"""

from __future__ import annotations

import re

from assistant.draft.cause import Cause
from assistant.draft.parent.below import only_roles
from assistant.draft.parent.clause import Clause
from assistant.draft.parent.requests import ASKS_RE
from ingest.facts.tasks.roles import find_predicate
from ingest.facts.times.dates import normalise_time

__all__ = [
    "gives_account",
    "opens_tasks",
    "tells_both",
    "tells_result",
    "without_accounts",
    "without_results",
]

_TITLE = 10
"""Words that a mere title ("Hạn chế, bất cập") stays below."""
# "Tình hình tháng 4; nhiệm vụ, giải pháp thời gian tới": results and tasks under one heading.
_DIRECTIONS_RE = re.compile(
    r"(?i)(?:[;,]|\svà)\s+(?:một số\s+)?(?:phương hướng|định hướng|nhiệm vụ(?:,| và| trọng tâm| giải pháp)|giải pháp|kế hoạch (?:tháng|quý|năm))(?!\w)"
)
_OPENS_TASKS_RE = re.compile(
    r"(?i)\W*(?:[a-zđ\d]{1,3}[.)]\s+)?(?:(?:về )?(?:phương hướng|định hướng|mục tiêu)(?:,| và)?\s+)?(?:các |một số )?(?:nhiệm vụ|giải pháp|phương hướng)(?!\w)[^.;:]{0,110}\W*"
)
# What was: it was done, it rose or fell, it is still short.
_RESULT_RE = re.compile(
    r"(?<!\w)(?:đã (?!được (?:giao|phê duyệt|ban hành))|ước (?:đạt|tính)|so với (?:cùng kỳ|tháng|năm|quý)|cùng kỳ|diễn biến (?:phức tạp|khó lường)|cơ bản (?:ổn định|đạt|hoàn thành)|được (?:kiểm soát|cải thiện|bảo đảm|duy trì|giữ vững|quan tâm)"
    r"|còn (?:nhiều|chậm|khó|cao|thấp|hạn chế|bất cập|tồn tại|thiếu|vướng|một số)|chưa (?:đạt|đáp ứng|được|cao|đồng bộ|nghiêm)|(?:tăng|giảm) (?:trên |khoảng |mạnh|nhẹ|\d))"
)
# A charge, and what it fears: "có trách nhiệm chỉ đạo; xử lý nghiêm nếu để tình hình diễn biến phức tạp" tell no result.
# So does what follows in such a case: "bơi được 25 m thì cấp giấy; em chưa đạt được học lại".
_CHARGES_RE = re.compile(r"(?<!\w)(?:(?:có|chịu) trách nhiệm(?! (?:hơn|cao))|thì)(?!\w)")
_IF_RE = re.compile(r"(?<!\w)nếu (?:để )?[^,;.]*")
_MONTH_COUNT = {"ba": 3, "sáu": 6, "chín": 9, "mười": 10, "mười một": 11}
_WHEN_RE = re.compile(
    rf"(?i)\W*(?P<time>(?:tính |kể )?(?:từ|đến|trong|qua|năm|quý|giai đoạn|nhiệm kỳ|tháng|thời gian|những năm|(?:\d+|{'|'.join(_MONTH_COUNT)}) tháng)(?!\w)[^,.;:]{{0,60}}?),\s"
)
_LATELY_RE = re.compile(r"(?i)(?<!\w)(?:đến nay|gần đây|(?:thời gian|năm|tháng|nhiệm kỳ)(?: vừa)? qua)\W*$")
_FIRST_MONTHS_RE = re.compile(
    rf"(?i)(?P<count>\d+|{'|'.join(_MONTH_COUNT)}) tháng(?: đầu)?(?: của)? năm(?: (?P<year>20\d\d))?"
)
_DAY_RE = re.compile(r"20\d\d(?:-(?:Q\d|\d\d)(?:-\d\d)?)?")
_TASKS_RE = re.compile(
    r"(?i)nhiệm vụ|giải pháp|biện pháp|mục tiêu|chỉ tiêu|yêu cầu|mục đích|tổ chức|nội dung|phân công|trách nhiệm|kinh phí"
)


def tells_both(heading: str) -> bool:
    """Whether a heading announces the situation and what is to be done.

    >>> tells_both("Tình hình tháng 4; nhiệm vụ, giải pháp tháng 5"), tells_both("Kết quả thực hiện nhiệm vụ năm 2025")
    (True, False)
    """
    return _DIRECTIONS_RE.search(heading) is not None


def opens_tasks(line: str) -> bool:
    """Whether a line without a number is the title of tasks, after one of results ("Phương hướng, nhiệm vụ, giải pháp").

    >>> opens_tasks("**Phương hướng, nhiệm vụ trọng tâm**"), opens_tasks("Nhiệm vụ được giao đã hoàn thành: 12 việc.")
    (True, False)
    """
    return (
        len(line.split()) < 25 and _OPENS_TASKS_RE.fullmatch(line.strip()) is not None and "đã " not in line
    )


def tells_result(text: str) -> bool:
    """Whether a sentence tells what was, not what is to be done: by its tense, where no verb of a task opens it.

    >>> tells_result("Thu ngân sách ước đạt 42% dự toán."), tells_result("Khẩn trương trình dự án đã được giao.")
    (True, False)
    >>> tells_result("Bơi được 25 m thì cấp giấy chứng nhận; học sinh chưa đạt được học lại.")
    False
    >>> tells_result("Người đứng đầu có trách nhiệm chỉ đạo, bị xem xét nếu để tội phạm diễn biến phức tạp.")
    False
    """
    said = _IF_RE.sub(" ", text.lower())
    if _CHARGES_RE.search(said) or find_predicate(text, 0, len(text)) is not None:
        return False
    return _RESULT_RE.search(said) is not None


def without_results(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Leave out, of a part with results and tasks, what tells results or is a mere title."""

    def told(clause: Clause) -> bool:
        short = len(clause.text.split()) < _TITLE and re.search(r"\d", clause.text) is None
        title = (
            short
            and clause.verdict == "general"
            and find_predicate(clause.text, 0, len(clause.text)) is None
            and not only_roles(clause.text)
        )
        past = tells_result(clause.text[clause.predicate :])
        return clause.verdict in {"general", "bound", "unsure"} and (past or title)

    return tuple(c.left_out(Cause("past")) if told(c) else c for c in clauses)


def _is_over(time: str, dated: str) -> bool:
    """Whether a time had ended when the plan was dated; one without a year is of the plan's own."""
    months = _FIRST_MONTHS_RE.search(time)
    count = months["count"].lower() if months else ""
    year = (months["year"] if months else None) or dated[:4]
    told = f"{year}-{int(_MONTH_COUNT.get(count, count)):02d}" if months else normalise_time(time) or ""
    days = [re.sub(r"Q(\d)", lambda q: f"{3 * int(q[1]):02d}", day) for day in _DAY_RE.findall(told)]
    end = max(days, default="9")
    # A month or a year ends after any day in it that the plan may be of.
    return end < dated[: len(end)] or (len(end) == len("2026-09-30") and end == dated)


def looks_back(text: str, dated: str) -> bool:
    """Whether a sentence of a plan ``dated`` so opens with a time that was over then.

    >>> told = ("Chín tháng đầu năm, toàn ngành trồng 40 ha", "Đến hết năm 2025, tỉnh có 12 bến xe", "Thời gian qua, Giá vé tăng")
    >>> [looks_back(text, "2026-10-12") for text in told]
    [True, True, True]
    >>> told = ("Trong tháng 11 năm 2026, các xã tổng kết", "Từ năm 2021 đến năm 2030, tỉnh trồng 40 ha", "Trước ngày 05/10/2026, gửi")
    >>> [looks_back(text, "2026-10-12") for text in told]
    [False, False, False]
    """
    when = _WHEN_RE.match(text)
    return when is not None and (_LATELY_RE.search(when["time"]) is not None or _is_over(when["time"], dated))


def gives_account(headings: str, opening: str, dated: str) -> Cause | None:
    """Why a chapter is the superior's account, whatever its title: it opens with a time that was over, and promises no tasks.

    >>> opening = "Năm 2025, toàn tỉnh bán 540 con bò."
    >>> gives_account("Vài nét chung", opening, "2026-01-05").why, gives_account("Nhiệm vụ", opening, "2026-01-05")
    ('past', None)
    """
    return Cause("past") if not _TASKS_RE.search(headings) and looks_back(opening, dated) else None


def without_accounts(clauses: tuple[Clause, ...], dated: str) -> tuple[Clause, ...]:
    """Leave out the sentences that tell of a time that was over, but not what somebody is asked in them."""
    firsts = {c.sentence: c for c in reversed(clauses)}
    back = {at for at, first in firsts.items() if looks_back(first.text, dated)}
    asks = {c.sentence for c in clauses if ASKS_RE.search(c.text)}
    told = back - asks
    return tuple(c.left_out(Cause("past")) if c.sentence in told and c.cause is None else c for c in clauses)
