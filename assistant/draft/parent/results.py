"""Results told beside tasks: "Tình hình tháng 4; nhiệm vụ, giải pháp tháng 5", and which of its sentences tell what was.

In: headings, lines and clauses of the parent. Out: where results end and tasks begin; clauses of results left out.
"""

from __future__ import annotations

import re

from assistant.draft.cause import Cause
from assistant.draft.parent.below import only_roles
from assistant.draft.parent.clause import Clause
from ingest.facts.tasks.roles import find_predicate

__all__ = ["opens_tasks", "tells_both", "tells_result", "without_results"]

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
