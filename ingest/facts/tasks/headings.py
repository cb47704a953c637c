"""What the headings above a line say of it: whether tasks, aims, criteria or the rules of an article stand there."""

from __future__ import annotations

import re

from ingest.facts.language.blocks import Block
from ingest.spelling import spaced_re

__all__ = ["ARTICLE_RE", "CRITERIA_RE", "ORGANISATION_RE", "sets_tasks", "states_norms"]

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
    r"(?i)^\s*(?:các )?(?:nhiệm vụ|giải pháp|biện pháp|phương án (?:tổ chức|triển khai|thực hiện))"
)
# Articles that say what words mean, who may be chosen or what is forbidden.
_NO_NORMS_RE = spaced_re(
    r"(?i)(?:(?:các|những|một số) )?(?:giải thích|hành vi|điều kiện|tiêu chuẩn)(?!.*(?:,|trình tự|thủ tục|nhiệm vụ|trách nhiệm))"
)
# "1. Trình tự, thủ tục thực hiện:" in the annex of a text that gives powers to provinces.
_STEPS_RE = re.compile(r"(?i)trình\s+tự|thủ\s+tục")


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
