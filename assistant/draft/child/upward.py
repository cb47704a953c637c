"""Reports that go to a body above the unit: which words are one, where a clause that also does a task begins to report.

In: words of the parent and the profile. Out: whether they report upwards, the report parted from the task, the report
sent to the unit's own superior. Such a report is the duty of who gathers reports, not that of each division.
"""

from __future__ import annotations

import re

from assistant.draft.child.assign import gatherer_of
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import find_agencies, same_agency

__all__ = ["for_decision", "is_upward", "opens_report", "parted_report", "to_superior"]

_UPWARD_RE = re.compile(r"(?i)(?:báo cáo|gửi|phản ánh)")
_TOWARDS_RE = re.compile(r"(?i)(?:về|gửi|cho|qua|với|báo cáo|trình)\s*$")
_TELLS_BESIDE_RE = re.compile(
    r"(?i)(?:thông báo|trao đổi|thông tin|phối hợp|làm việc)(?: ngay| kịp thời| nhanh)?(?: bằng văn bản)? (?:với|cho|cùng)\s*$"
)
_BELOW_RE = re.compile(r"(?i)bộ phận|trung tâm|phòng|trạm|chi nhánh|tổ\s|văn phòng đăng ký")
"""Bodies that receive files, not reports to those above."""
# "..., tổng hợp, báo cáo UBND tỉnh": what the addressee does with it.
_PASSED_ON_RE = re.compile(
    r"(?i)(?:,?\s*(?:để\s+)?(?P<gather>tổng hợp(?:\s+chung)?))?,?\s*(?:và\s+|để\s+)?(?:tham mưu,?\s*)?(?:báo cáo|trình)\s+$"
)
# "định kỳ trước ngày 15/6, ngày 15/12 (hoặc đột xuất khi có yêu cầu) báo cáo": a list of times is one.
_WHEN = (
    r"(?:(?:định kỳ|hằng|hàng|trước|đột xuất|kịp thời|thường xuyên|chủ động)(?!\w)"
    r"[^,;.:]{0,30}?(?:,\s(?:định kỳ|hằng|hàng|trước|ngày|tháng|quý|năm|6 tháng|đột xuất)(?!\w)[^,;.:]{0,45}?){0,3},?\s)?"
)
_REPORT = (
    rf"{_WHEN}(?:tổng hợp(?!\w)[^,;.:]{{0,60}}?(?:,| và|,? để)?\s)?{_WHEN}(?:(?:gửi|có|lập) )?"
    r"báo cáo(?!\w)(?!\s*[,;.)]|\s(?:của|do|được|phải|và|hoặc|này|trên)(?!\w))"
)
# "gửi báo cáo trước ngày 20 hằng tháng": to whom need not be told.
_DUE_RE = re.compile(
    rf"(?i)\W*{_WHEN}(?:(?:gửi|có|lập) )?báo cáo(?: kết quả)?(?: thực hiện)?,? (?:trước|định kỳ|chậm nhất|hằng|hàng|tại (?:các )?(?:kỳ|phiên) họp)(?!\w)[^,;.:]*\W*$"
)
_OPENS_RE = re.compile(rf"\W*{_REPORT}", re.IGNORECASE)
_ALSO_RE = re.compile(rf"(?:,? và|,? đồng thời|[,;])\s+(?P<report>{_REPORT})")
# Words that take the report with them: what it is done for, of whom it is asked, when it is due, what it is a part of.
_BOUND_RE = re.compile(
    r"(?i)(?<!\w)(?:(?:để|làm cơ sở|phục vụ|nhằm|giúp|đề nghị|kiến nghị|yêu cầu|nếu|khi|trường hợp|trước khi|sau khi|gồm|bao gồm|như)(?!\w)[^;]*"
    r"|(?:các loại|việc|công tác|chế độ|quy trình|hệ thống)(?: \w+){0,2})$"
)
_DECIDED_RE = re.compile(
    r"(?i)(?<!\w)(?:xem xét|quyết định|phê duyệt|cho ý kiến|cho chủ trương|chỉ đạo|ban hành)(?!\w)"
)
_WAY_RE = re.compile(r"\s*\((?:qua|thông qua)\s[^)]*\)")
_THROUGH_RE = re.compile(r"(?i)(?<!\w)(?:qua|thông qua)\s+$")
_OBJECT = 3
"""Words of the shortest task that says what is done and to what."""


def is_upward(text: str, profile: UnitProfile) -> bool:
    """A report that goes to a named body above, or to nobody named, is the unit's duty, not that of each division.

    >>> unit = UnitProfile("UBND xã A", "commune")
    >>> [is_upward(f"báo cáo {told}", unit) for told in ("UBND tỉnh", "trước ngày 15/11/2026", "tại kỳ họp cuối năm", "thôn")]
    [True, True, True, False]
    """
    if _DUE_RE.match(text):
        return True
    if not _UPWARD_RE.search(text):
        return False
    parts = {d.name for d in profile.divisions} | {gatherer_of(profile), kind_of(profile).leaders}
    return any(
        not a.collective
        and a.name not in parts
        and not _BELOW_RE.match(a.name)
        and _TOWARDS_RE.search(text[: a.start])
        for a in find_agencies(text)
    )


def for_decision(text: str) -> bool:
    """Whether a report asks the body above to decide: it stays with the division whose matter it is, where one is told.

    >>> for_decision("báo cáo UBND tỉnh xem xét, quyết định"), for_decision("báo cáo UBND tỉnh trước ngày 10/6")
    (True, False)
    """
    return _DECIDED_RE.search(text) is not None


def opens_report(text: str) -> bool:
    """Whether words are from their beginning a report ("tổng hợp kết quả, báo cáo UBND tỉnh").

    >>> opens_report("định kỳ hằng quý báo cáo UBND tỉnh"), opens_report("rà soát chợ, báo cáo UBND tỉnh")
    (True, False)
    >>> opens_report("định kỳ trước ngày 15/6, ngày 15/12 (hoặc khi có yêu cầu) báo cáo UBND tỉnh")
    True
    """
    return _OPENS_RE.match(text) is not None


def parted_report(text: str, start: int, profile: UnitProfile) -> tuple[int, int] | None:
    """Where a task ends and its report to a body above begins, in a clause whose predicate begins at ``start``.

    >>> unit, text = UnitProfile("UBND xã A", "commune"), "rà soát chợ tạm và tổng hợp, báo cáo UBND tỉnh"
    >>> ends, begins = parted_report(text, 0, unit)
    >>> text[:ends], text[begins:]
    ('rà soát chợ tạm', 'tổng hợp, báo cáo UBND tỉnh')
    >>> parted_report("theo dõi, tổng hợp, báo cáo UBND tỉnh việc sắp xếp chợ", 0, unit) is None
    True
    """
    if opens_report(text[start:]):
        return None
    for also in _ALSO_RE.finditer(text, start):
        task = text[start : also.start()]
        # "Rà soát, đề xuất, báo cáo UBND tỉnh việc ...": verbs that share what is said behind the last.
        whole = len(re.split(r",\s|\svà\s", task)[-1].split()) >= _OBJECT
        if whole and not (_BOUND_RE.search(task) or is_upward(task, profile)):
            return (
                (also.start(), also.start("report"))
                if is_upward(also["report"] + text[also.end() :], profile)
                else None
            )
    return None


def to_superior(text: str, above: str) -> str:
    """Send a report to the unit's own superior, who passes it on.

    >>> to_superior("gửi báo cáo về Sở Nội vụ trước ngày 15/6 để tổng hợp, báo cáo UBND tỉnh.", "UBND xã A")
    'gửi báo cáo về UBND xã A trước ngày 15/6 để tổng hợp.'
    >>> to_superior("báo cáo UBND tỉnh về kết quả (qua Sở Nội vụ) khi tổng kết", "Sở Y tế")
    'báo cáo Sở Y tế về kết quả khi tổng kết'
    >>> to_superior("phản ánh về UBND tỉnh qua Sở Y tế để xem xét", "Sở Y tế tỉnh Sơn Hà")
    'phản ánh về UBND tỉnh qua Sở Y tế để xem xét'
    """
    if any(_THROUGH_RE.search(text[: a.start]) and same_agency(a.name, above) for a in find_agencies(text)):
        return text  # the parent itself tells the way through the superior
    spots: list[tuple[int, int]] = []
    for agency in find_agencies(text):
        if agency.collective:
            continue
        joined = spots and re.fullmatch(
            r"\s*(?:\([^)]*\))?\s*(?:,|và|;)?\s*", text[spots[-1][1] : agency.start]
        )
        if joined:
            spots[-1] = (spots[-1][0], agency.end)
        elif _TOWARDS_RE.search(text[: agency.start]):
            spots.append((agency.start, agency.end))
    # "thông báo ngay với công an địa phương" is no report to those above.
    spots = [spot for spot in spots if not _TELLS_BESIDE_RE.search(text[: spot[0]])]
    for index in range(len(spots) - 1, -1, -1):
        start, end = spots[index]
        bracket = _WAY_RE.match(text, end)
        end = bracket.end() if bracket else end
        passed = _PASSED_ON_RE.search(text[:start]) if index else None
        if passed:
            kept = f" để {passed['gather']}" if passed["gather"] else ""
            text = text[: passed.start()] + kept + text[end:]
        elif index == 0 and not any(same_agency(a.name, above) for a in find_agencies(text[start:end])):
            # The way up ("... kết quả (qua Sở Nội vụ)") is that of those who report past the superior.
            text = text[:start] + above + _WAY_RE.sub("", text[end:])
    return text
