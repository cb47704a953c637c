"""Targets of one plan that contradict each other, and reports that nobody is told of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from assistant.review.model import Case, Document, Finding
from ingest.facts.bodies.agencies import agency_key, find_agencies
from ingest.plan import Target
from ingest.spelling import match_key, spaced_re

__all__ = ["find_impossible_targets", "find_target_conflicts", "find_untold_addressees", "same_subject", "subject_key"]  # fmt: skip

_SAME = 92
_GROWTH_RE = spaced_re(r"(?i)tăng|vượt|gấp|so với|hoàn thành|dự toán|đạt trên")
# "điển hình" and "mô hình" are counted as one in the movement's own reports.
_SYNONYMS = ((r"điển hình", "mô hình"), (r"tỷ lệ |tỉ lệ |số |tổng số |các |có ", ""))


def subject_key(target: Target) -> str:
    """What is counted, in comparable words."""
    key = re.sub(r"[^\w%]+", " ", match_key(target.subject))
    for old, new in _SYNONYMS:
        key = re.sub(rf"(?<!\w)(?:{old})", new, key)
    return " ".join(key.split())


def same_subject(one: Target, other: Target) -> bool:
    """Whether two targets count the same thing under the same condition."""
    first, second = subject_key(one), subject_key(other)
    if min(len(first), len(second)) < 8 or (one.unit != other.unit and not _counts_models(one, other)):
        return False
    numbers = re.findall(r"\d+", first) != re.findall(r"\d+", second)
    return (
        not numbers
        and fuzz.ratio(first, second) >= _SAME
        and match_key(one.condition or "") == match_key(other.condition or "")
    )


def _counts_models(one: Target, other: Target) -> bool:
    return {(one.unit or "").lower(), (other.unit or "").lower()} <= {"mô hình", "điển hình"}


def _bounds(target: Target) -> tuple[float, str, float | None]:
    return target.number or 0.0, target.comparator, target.upper


def find_target_conflicts(case: Case) -> Iterator[Finding]:
    """ND04: two statements of one target with two values."""
    for document in case.documents:
        told = [t for t in document.plan.facts.targets if t.number is not None]
        for one, other in combinations(told, 2):
            if (
                one.path.split("/")[0] == "annex"
                or other.path.split("/")[0] == "annex"
                or _bounds(one) == _bounds(other)
            ):
                continue
            if "/row " in one.path and "/row " in other.path:
                continue  # two rows of a table are two things, whatever they are called
            if one.span == other.span or not same_subject(one, other):
                continue
            if _halves(one, other) or _times(document, one) != _times(document, other):
                continue
            if not _fits(one, other) and not _same_statement(document, one, other):
                continue
            apart = set(subject_key(one).split()) ^ set(subject_key(other).split())
            if apart & _OPPOSITES:
                continue
            yield Finding.of(
                "ND04", f"Hai chỉ tiêu khác nhau về cùng một việc: “{one.value}” và “{other.value}” ({one.subject}).",
                "Một chỉ tiêu chỉ có một mức trong một kế hoạch.", "Ghi thống nhất một mức.",
                [document.quote_span(one.span, one.path), document.quote_span(other.span, other.path)], 0.75,
                doubtful=_fits(one, other) or len(apart) > 1,
            )  # fmt: skip


_OPPOSITES = frozenset(
    "không chưa trừ ngoài trong trên dưới trước sau nam nữ xã phường huyện tỉnh nông đô thị trung ương".split()
)


def _halves(one: Target, other: Target) -> bool:
    """Whether two bounds part one thing in two: "từ 50% trở lên" and "dưới 50%"."""
    ups, downs = {">", ">="}, {"<", "<="}
    return bool({one.comparator, other.comparator} & ups and {one.comparator, other.comparator} & downs)


def _times(document: Document, target: Target) -> tuple[str, ...]:
    """The years and stages that the headings above a target name: two stages have two levels."""
    section = next((s for s in document.lines if s.path == target.path), None)
    return tuple(re.findall(r"\d+", re.sub(r"^\W*\d+[.)]", "", section.headings()))) if section else ()


def _fits(one: Target, other: Target) -> bool:
    """Whether one number can meet both: "từ 01 - 02" and "tối thiểu 01" are two wordings, not two demands."""
    return (
        {one.comparator, other.comparator} <= {"=", ">=", "range"}
        and one.comparator != other.comparator
        and one.number == other.number
    )


def _same_statement(document: Document, one: Target, other: Target) -> bool:
    """Whether the sentences agree where the subjects alone say too little.

    "ít nhất 02 lần trong năm" counts what its sentence says, and a sentence on "các tiêu chí 2, 3" is not one on
    "các tiêu chí 1, 6": what is left beside the value must be alike, its numbers the same.
    """
    rests = []
    for target in (one, other):
        words = match_key(document.quote_span(target.span).text)
        rests.append(" ".join(words.replace(match_key(target.value), " ", 1).split()))
    if one.path == other.path or min(len(subject_key(one)), len(subject_key(other))) < _TELLING:
        named = "“" in one.subject and "“" in other.subject
        if not named and fuzz.token_sort_ratio(*rests) < _ALIKE:
            return False
    first, second = (re.findall(r"\d+", re.sub(r"^\W*\d+[.)]", "", rest)) for rest in rests)
    return fuzz.token_sort_ratio(*rests) < _LIKE or first == second


_TELLING, _LIKE, _ALIKE = 30, 70, 85


def find_impossible_targets(case: Case) -> Iterator[Finding]:
    """ND05: more than all of something, or a range whose end lies before its start."""
    for document in case.documents:
        for target in document.plan.facts.targets:
            words = document.quote_span(target.span).text
            if "=" in words:  # sums: "75% - 4% = 71%"
                continue
            over = target.unit == "%" and (target.number or 0) > 100 and not _GROWTH_RE.search(words)
            turned = (
                target.comparator == "range"
                and target.upper is not None
                and (target.number or 0) > target.upper
                and not re.search(r"[<>≤≥]", words)
            )
            if over or turned:
                yield Finding.of(
                    "ND05", f"Chỉ tiêu “{target.value}” không thể có.",
                    "Tỷ lệ không quá 100%; khoảng phải viết từ số nhỏ đến số lớn.", "Kiểm tra lại con số.",
                    [document.quote_span(target.span, target.path)], 0.8,
                )  # fmt: skip


_REPORTS_RE = re.compile(
    r"(?i)(?:báo\s+cáo|gửi|gửi\s+về|báo\s+cáo\s+về)\s+(?=(?:UBND|Ủy ban nhân dân|Sở|Thanh tra|Ban\s|Tỉnh ủy|Bộ\s))"
)


def find_untold_addressees(case: Case) -> Iterator[Finding]:
    """ND07: a report goes to a body that the list of recipients does not hold."""
    for document in case.documents:
        recipients = [agency_key(r) for r in document.plan.closing.recipients]
        if len(recipients) < 3:
            continue
        own = agency_key(document.plan.letterhead.issuer or "")
        told = " | ".join(recipients)
        missing: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for line in document.lines:
            for found in _REPORTS_RE.finditer(line.text):
                bodies = find_agencies(line.text[found.end() : found.end() + 120])
                if not bodies or bodies[0].start > 0 or bodies[0].collective:
                    continue
                key = bodies[0].key
                if _told(key, told, document, own):
                    continue
                missing[key].append(
                    (line.start + found.start(), line.start + found.end() + bodies[0].end, line.path)
                )
        for places in missing.values():
            quotes = [document.quote(*place) for place in places]
            yield Finding.of(
                "ND07", f"Nơi nhận không có cơ quan nhận báo cáo: “{' '.join(quotes[0].text.split())}”.",
                "Cơ quan được gửi báo cáo cần nhận được kế hoạch này.", "Thêm cơ quan đó vào Nơi nhận, hoặc sửa nơi gửi báo cáo.",
                quotes, 0.6,
            )  # fmt: skip


def _told(key: str, told: str, document: Document, own: str) -> bool:
    if key in told or key == own or own.startswith(key) or key.startswith(own):
        return True
    if key.startswith(("so ", "ban ", "thanh tra", "cong an")) and re.search(
        r"(?<!\w)so (?:ban )?nganh|so, ban|co quan|don vi", told
    ):
        return True
    if key.startswith("uy ban nhan dan xa") or "xa phuong" in key:
        return "xa" in told
    return key.startswith("bo ") and document.plan.letterhead.level != "province"
