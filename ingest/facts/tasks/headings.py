"""What the headings above a line say of it: whether tasks, aims, criteria or the rules of an article stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.facts.language.blocks import Block
from ingest.spelling import spaced, spaced_re

__all__ = [
    "ARTICLE_RE",
    "CRITERIA_RE",
    "ORGANISATION_RE",
    "PAST_PATTERN",
    "sets_tasks",
    "states_norms",
    "tells_past",
]

ORGANISATION_RE = spaced_re(
    r"(?i)tổ chức (?:triển khai )?thực hiện|phân công|(?:^|/\s)\s*(?:trách nhiệm|nghĩa vụ)|trách nhiệm (?:thực hiện|của các)"
)
ARTICLE_RE = re.compile(r"(?:^|/)Điều \d")
"""The path of what stands in an article."""
# Under "Tiêu chí thi đua" stands how bodies are judged, not what they are told to do.
CRITERIA_RE = spaced_re(
    r"(?i)(?:^|/\s)\s*(?:các )?(?:tiêu chí|tiêu chuẩn (?:thi đua|khen|xét)|hình thức khen|điểm (?:cộng|trừ|thưởng))"
)
# At the head of a heading only: "Nắm tình hình Nhân dân" and "Thực hiện mục tiêu ..." are themes of tasks.
_NO_TASKS_RE = spaced_re(
    r"(?i)(?:^|/\s)\s*(?:(?:một số|các) )?(?:mục đích|yêu cầu|mục tiêu|chỉ tiêu|quan điểm|tiêu chuẩn về (?:trình độ|năng lực|đạo đức|phẩm chất)|căn cứ|sự cần thiết|thực trạng|(?:(?:đánh giá|đặc điểm|khái quát) )?(?:chung |về )?tình hình|đặc điểm|bối cảnh|thuận lợi|khó khăn|hạn chế|kết quả đạt|phạm vi|đối tượng|kinh phí|nguồn kinh phí|giải thích từ ngữ)"
)
_TASKS_RE = spaced_re(
    r"(?i)^\s*(?:các )?(?:phương hướng|nhiệm vụ|giải pháp|biện pháp|phương án (?:tổ chức|triển khai|thực hiện))"
)
# Articles that say what words mean, who may be chosen or what is forbidden.
_NO_NORMS_RE = spaced_re(
    r"(?i)(?:(?:các|những|một số) )?(?:giải thích|hành vi|điều kiện|tiêu chuẩn)(?!.*(?:,|trình tự|thủ tục|nhiệm vụ|trách nhiệm))"
)
# "1. Trình tự, thủ tục thực hiện:" in the annex of a text that gives powers to provinces.
_STEPS_RE = re.compile(r"(?i)trình\s+tự|thủ\s+tục")

PAST_PATTERN = spaced(
    r"(?i:^\W*(?:(?:những|một số|các|về|đánh giá|khái quát|đặc điểm),? ){0,2}(?:chung )?(?:tình hình|thực trạng|kết quả(?: (?:đạt|thực hiện|nổi bật|chủ yếu|chính|bước đầu)|\W*$)|sự cần thiết|căn cứ|bối cảnh|tồn tại|hạn chế|đánh giá chung|phạm vi điều chỉnh|đối tượng áp dụng|giải thích từ ngữ))"
)
"""A heading under which stands what has happened, or what a text is about or means by its words."""
# "Tình hình kinh tế - xã hội; phương hướng, nhiệm vụ và giải pháp": what is told and what is to be done.
_AHEAD_RE = spaced_re(r"(?i)(?:phương hướng|định hướng|nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu)(?!\w)")


def tells_past(headings: Sequence[str], past: re.Pattern[str]) -> bool:
    """Tell whether the innermost of the headings above a line that says so is one of ``past``, not of what is to be done.

    >>> tells_past(("I. Tình hình", "1. Kết quả"), re.compile("Tình hình")), tells_past(
    ...     ("Tình hình năm 2025; nhiệm vụ năm 2026", "Nhiệm vụ"), re.compile("Tình hình"))
    (True, False)
    """
    for heading in reversed(headings):
        told = past.search(heading)
        if told:
            return _AHEAD_RE.search(heading, told.end()) is None
        if _TASKS_RE.match(heading):
            return False
    return False


def sets_tasks(block: Block) -> bool:
    """Whether the innermost telling heading is one of tasks, not of aims, scope or money; an article tells for itself."""
    articles = [section for section in block.chain if ARTICLE_RE.search(section.path)]
    for heading in (section.heading for section in reversed(articles or block.chain) if section.heading):
        if _NO_TASKS_RE.search(heading):
            return False
        if _TASKS_RE.search(heading):
            return True
    return True


def states_norms(block: Block) -> bool:
    """Whether a line stands in an article that may charge whoever fits a description."""
    articles = [section for section in block.chain if ARTICLE_RE.search(section.path)]
    if not articles:
        return block.path.startswith("annex") and _STEPS_RE.search(block.headings()) is not None
    return _NO_NORMS_RE.match(articles[0].heading) is None
