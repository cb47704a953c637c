"""Questions of who does what, as officers ask of plans, made from the sentences of the law that give duties."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

__all__ = ["duty_questions"]

_DUTY_RE = re.compile(
    r"(?P<who>\b(?:Bộ|Sở|Ủy ban|Chi cục|Cục|Tổng cục|Văn phòng|Ban(?! hành)|Phòng|Hội đồng|Thanh tra|Công an|Viện|Kho bạc)\b"
    r"(?: [^\s.;:,]+){1,7}?),?(?: (?:có|chịu) trách nhiệm)? (?P<verb>chủ trì|phối hợp|hướng dẫn|kiểm tra|tổ chức|theo dõi"
    r"|đôn đốc|thẩm định|ban hành|tổng hợp|báo cáo|trình|quy định|thực hiện|phê duyệt|quyết định|tham mưu|xây dựng)\b"
    r"(?P<what>[^.;]{25,220})"
)
_WITH_RE = re.compile(
    r"^,? (?:phối hợp với|cùng(?: với)?) .*?(?=\b(?:hướng dẫn|kiểm tra|tổ chức|theo dõi|thẩm định|ban hành"
    r"|tổng hợp|báo cáo|trình|quy định|thực hiện|xây dựng|tham mưu|đề xuất|xử lý|quản lý|nghiên cứu|rà soát)\b)"
)
_ASKED_WHO = (
    "ai {}|cơ quan nào {}|đơn vị nào {}?|giao ai {}|sở nào {}?|cơ quan nào chủ trì {}|ai chịu trách nhiệm {}?|phân công {}"
).split("|")
_ASKED_DUTY = (
    "{} làm gì về {}|nhiệm vụ của {} về {}|{} được giao {} thế nào?|trách nhiệm của {}: {}|{} {}".split("|")
)
DUTIES_A_PASSAGE = 2
WHO_SHARE = 0.6
"""How often the body is asked for by its task; otherwise the task by its body."""


def duty_questions(text: str, rng: random.Random) -> Iterator[str]:
    """Ask for the bodies and tasks of a passage.

    >>> text = "Sở Tài chính chủ trì, phối hợp với Sở Nội vụ thẩm định dự toán kinh phí đào tạo của các huyện."
    >>> list(duty_questions(text, random.Random(1)))
    ['cơ quan nào chủ trì thẩm định dự toán kinh phí đào tạo']
    """
    found = list(_DUTY_RE.finditer(text))
    for duty in rng.sample(found, min(DUTIES_A_PASSAGE, len(found))):
        task = _WITH_RE.sub(" ", duty["what"])
        words = f"{duty['verb']}{task}".split()
        if rng.random() < WHO_SHARE:
            yield rng.choice(_ASKED_WHO).format(" ".join(words[: rng.randint(6, 16)]))
        else:
            start = rng.randrange(max(1, len(words) - 8))
            yield rng.choice(_ASKED_DUTY).format(duty["who"], " ".join(words[start : start + 8]))
