"""What a number of a plan is of: "Trên 85% | cán bộ được tập huấn", "Tỷ lệ hộ nghèo | dưới 2%".

In: a number in its clause, and how far the words beside it reach. Out: the words that name what is counted, and a
condition ("Đến năm 2030") where they hold one.
"""

from __future__ import annotations

import re

from ingest.facts.counted import asks_before, cut_verb, shares_verb
from ingest.plan import Range

__all__ = ["LEAD_RE", "MEASURES", "only_timed", "subject_of", "without_time"]

_AIM_ONLY_RE = re.compile(
    r"(?i)(?:^|\s)(?:phát\s+triển\s+mới|thành\s+lập\s+mới|xây\s+(?:dựng\s+)?mới|kết\s+nạp(?:\s+mới)?|lắp\s+(?:đặt|thêm|mới)|mở)\s*$"
)
# "... phấn đấu đến năm 2030 đạt", "... đạt": the words of aiming between a subject and its number.
_BEFORE_HORIZON_RE = re.compile(
    r"(?i)(?:(?:\s|^)(?:phấn\s+đấu|dự\s+kiến|đạt|là|có|ở\s+mức|chiếm|bằng|lên|còn|xuống|,|:|(?P<when>(?:đến|trong)\s+(?:hết\s+)?năm\s+(?:19|20)\d\d)))+\s*$"
)
MEASURES = {
    "km",
    "km2",
    "ha",
    "héc ta",
    "m2",
    "m3",
    "tấn",
    "mw",
    "gwh",
    "kwh",
    "usd",
    "triệu usd",
    "tỷ usd",
    "đồng",
    "tỷ đồng",
    "triệu đồng",
    "nghìn đồng",
    "điểm phần trăm",
}
LEAD_RE = re.compile(
    r"(?i)(?:phấn\s+đấu\s+)?(?P<condition>(?!trong\s+đó)(?:đến|trong|tại|từ|hằng|hàng|vào|đối\s+với|riêng|giai\s+đoạn|trước)(?!\w)(?:[^;()]|\([^()]*\)){2,120}?)\s*[,:](?=\s)"
)
# "Kinh tế số chiếm 18% GRDP": the share is of what stands before it.
_HOLDS_RE = re.compile(
    r"(?i)(?P<subject>[^;:()]{4,90}?)\s+(?:chiếm|bằng|tương\s+đương|đóng\s+góp)\s+(?:khoảng\s+)?"
)
_WEAK_SUBJECT_RE = re.compile(
    r"(?i)(?:vào|trong|tính\s+theo|để|theo|so\s+với|và|trở|đến|hằng|hàng|tại|với|trên\s+tổng|/|mỗi\s+năm|đối\s+với|đúng\s+quy\s+định|\(|trước|trên\s+(?:toàn|địa\s+bàn)|của\s+(?:năm|giai|cả))(?!\w)"
)
_RULE_RE = re.compile(
    r"\W*(?P<condition>(?:Trường\s+hợp|Nếu|Khi|Đối\s+với)\s.+?),?\s+thì\s+(?:có\s+|được\s+)?"
)
_JOIN_RE = re.compile(
    r"(?i)[\s,;:(]*(?:và\s+)?(?:tăng(?:\s+thêm)?|giảm|phấn\s+đấu|hơn|và|trong\s+đó|với|phấn\s+đấu|bao\s+gồm|gồm|cụ\s+thể|còn|ít\s+nhất|có|đạt|đồng\s+thời|nhưng)?[\s,:(]*$"
)
_TIME = (
    r"(?:(?:đến|tới|trong|vào|hết|cuối)\s+)*(?:năm|giai\s+đoạn)\s+(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?"
)
_TIMED_RE = re.compile(rf"(?i)\W*(?:(?:phấn\s+đấu|dự\s+kiến|đạt|là|lên|còn|và|(?P<when>{_TIME}))(?:\W+|$))+")
_ENDS_TIMED_RE = re.compile(rf"(?i)\W+{_TIME}\W*$")


def only_timed(subject: str) -> str | None:
    """The time where a subject says nothing else, as of the second number in "đạt 60%; đến năm 2030 đạt 75%".

    >>> only_timed("phấn đấu đến năm 2030 đạt"), only_timed("hộ nghèo năm 2030")
    ('đến năm 2030', None)
    """
    said = _TIMED_RE.fullmatch(subject)
    return said["when"] if said else None


def without_time(subject: str) -> str:
    """A subject without the time with which it ends.

    >>> without_time("Tỷ lệ hộ nghèo năm 2030")
    'Tỷ lệ hộ nghèo'
    """
    return _ENDS_TIMED_RE.sub("", subject)


def subject_of(
    text: str, start: int, match: re.Match[str], around: Range, *, goals: bool
) -> tuple[str, str | None]:
    """What a number is of: the words after it, or before it where none follow. Also a condition after it.

    ``start`` is where the clause begins, ``around`` what lies between the numbers beside it.
    """
    floor, ceiling = around.start, around.end
    measure = (match["unit"] or "").lower() in MEASURES
    tail = match.end() if measure or not match["unit"] else match.start("unit")
    raw = cut_verb(text[tail:ceiling])
    raw = "" if raw.startswith("”") else raw
    after = _JOIN_RE.sub("", raw).strip(" ,.;:()\u2028")
    if match["unit"] and match["after2"]:
        after = re.sub(r"(?i)\s+trở\s+(?:lên|xuống)", "", after, count=1)
    before = text[floor : match.start()].lstrip(" ,;:.)")
    if floor > start and shares_verb(text, floor, match.start()):
        return before[before.find(",") + 1 :].strip(), None
    before = _own_part(before, goals=goals, unit=bool(match["unit"])) if floor > start else before
    rule = _RULE_RE.match(before)
    if rule:
        # "Trường hợp A thì thu nhập không quá 25 triệu đồng": a rule with its condition.
        own = before[rule.end() :].strip()
        mine = own and (not after or _WEAK_SUBJECT_RE.match(after))
        return (own if mine else after or own), rule["condition"].strip()
    holds = _HOLDS_RE.fullmatch(before)
    if holds and after and re.match(r"[^\W\d]", after):
        return holds["subject"].strip(" -+,;:"), after
    bare = after.lower() == (match["unit"] or "").lower()
    lead = LEAD_RE.match(before)
    if lead and (bare or before[lead.end() :].strip()):
        before = before[lead.end() :]
    before = re.sub(r"(?i)^(?:và|trong\s+đó\s*:?|với|phấn\s+đấu)\s+", "", before.strip(" ,.;:(-+"))
    horizon = _BEFORE_HORIZON_RE.search(before)
    if horizon and horizon.start():
        before = before[: horizon.start()].strip(" ,.;:(-")
    before = re.sub(r"(?i)\s+\(?(?:bao\s+gồm|gồm(?:\s+có)?|với(?:\s+tổng\s+số)?)$", "", before)
    before = re.sub(r"\s+(?:nhưng|và)$", "", before) if measure else before
    turns = re.match(r"(?i)(?:lần|buổi|phiên|kỳ)(?:\s*/|$)", after) is not None
    closed = (
        bare
        or turns
        or (bool(match["per"]) and floor == start)
        or re.match(r"\s*(?:[,;(.)]|$)", raw) is not None
    )
    if bare and not measure and before.endswith(" và"):
        return after, None
    if bare and not measure and re.match(r"(?i)mỗi|từng", before):
        return after, before
    asked = not (goals or match["before"]) and len(before.split()) <= 5 and asks_before(f"{before} ")
    asked = asked or (goals and floor > start and asks_before(f"{before} ") and len(before.split()) <= 3)
    if bare and not measure and (asked or _AIM_ONLY_RE.search(before)):
        return after, None  # "Phát triển mới 800 hội viên": what is done is no subject of the number
    if before and (not after or closed or (_WEAK_SUBJECT_RE.match(after) and len(before.split()) >= 2)):
        if horizon and horizon["when"]:
            return before, horizon["when"]
        weak = after if after and not closed and _WEAK_SUBJECT_RE.match(after) else None
        return before, weak
    return after, None


def _own_part(before: str, *, goals: bool, unit: bool) -> str:
    """The words before a later number that are its own: behind the last comma, under goals only where a verb asks there."""
    if not goals:
        return re.split(r", |\)?\s+cho\s*$", before)[-1]
    last = before.rpartition(", ")[2]
    # "400 đầu sách, trồng 150 cây xanh": the verb of the list is no subject
    return last if unit and asks_before(f"{last.strip()} ") else before
