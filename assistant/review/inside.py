"""Inside one document: years and days, reports in order, anniversaries, periods, phrases of another level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.review.model import Case, Document, Finding
from assistant.review.references import shown_date
from assistant.word_lists import read_rows
from ingest.plan import Deadline
from ingest.spelling import spaced_re

__all__ = ["find_early_deadlines", "find_level_phrases", "find_missing_sections", "find_report_disorder", "find_wrong_periods", "find_wrong_years"]  # fmt: skip

# The year that the title plans; not that of a day ("ngày 29 tháng 12 năm 2015") or of a law ("Luật Đất đai năm 2024").
_TITLE_YEAR_RE = re.compile(r"(?i)(?<!\d\s)(?<!\d)năm\s+(20\d\d)(?!\s*[-–]\s*20)")
_LAW_YEAR_RE = spaced_re(r"(?i)(?:bộ luật|luật|pháp lệnh|hiến pháp)(?: [^\s,;]+){0,9}? năm 20\d\d")
# What looks back on a year, or answers its results, is written after it.
_BACK_RE = spaced_re(
    r"(?i)tổng kết|sơ kết|đánh giá|kết quả|khắc phục|chỉ số|báo cáo|sửa đổi|điều chỉnh|đến năm|giai đoạn|20\d\d\s*[-–]\s*20"
)
_LAWS = {"Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch", "Văn bản hợp nhất"}
"""Their dates part the past from the future; they set no deadlines to officers."""
_PLANS = {"Kế hoạch", "Chương trình", "Chương trình hành động", "Phương án", None}
_DATE_LINE_RE = spaced_re(r"tháng (\d{1,2}) \S{0,3}ăm (20\d\d)")


def _issued(document: Document) -> tuple[int, int, tuple[int, int]] | None:
    """Year, month and clean range of the date line."""
    head = document.plan.letterhead
    top = document.plan.source.clean[:700]
    title = re.search(r"(?m)^\W*(?:KẾ HOẠCH|CHƯƠNG TRÌNH|CHỈ THỊ|QUYẾT ĐỊNH)", top)
    found = _DATE_LINE_RE.search(top, 0, title.start() if title else 300)
    if found:
        return int(found[2]), int(found[1]), found.span()
    if head.date:
        return int(head.date[:4]), int(head.date[5:7]), (0, 0)
    return None


def find_wrong_years(case: Case) -> Iterator[Finding]:
    """ND01: the date line does not fit the year that the title names."""
    for document in case.documents:
        title = document.plan.letterhead.title or ""
        years = {int(y) for y in _TITLE_YEAR_RE.findall(_LAW_YEAR_RE.sub("", title))}
        issued = _issued(document)
        if issued is None or len(years) != 1 or _BACK_RE.search(title):
            continue
        if document.plan.letterhead.doc_type not in _PLANS:
            continue
        year, month, place = issued
        planned = years.pop()
        if year == planned or (year == planned - 1 and month >= 9):
            continue
        span = dict(document.plan.letterhead.spans)
        quotes = (
            [document.quote(*place)]
            if place[1]
            else [document.quote_span(span["date"])]
            if "date" in span
            else []
        )
        quotes += [document.quote_span(span["title"])] if "title" in span else []
        yield Finding.of(
            "ND01", f"Văn bản ghi tháng {month} năm {year} nhưng là kế hoạch năm {planned}.",
            "Kế hoạch của một năm được ban hành cuối năm trước hoặc trong năm đó.", "Kiểm tra năm ở dòng ngày tháng hoặc ở trích yếu.",
            quotes, 0.85,
        )  # fmt: skip


# Words that tell of time gone by: who had a certificate "trước ngày 30/6/2022" is given no deadline.
_GONE_RE = spaced_re(
    r"(?i)(?<!\w)(?:đã|tính đến|đến hết|kể từ|có hiệu lực|trường hợp|thời gian (?:công tác|đóng)|đối với)(?!\w)"
)


def _is_past(document: Document, due: Deadline, issued: str) -> bool:
    """Whether the deadline is one to keep, tells its year, and was over; a typist errs by a year or two, not by ten."""
    day = due.normalised or ""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day) or day >= issued:
        return False
    if day[:4] not in due.when or int(issued[:4]) - int(day[:4]) > 2:
        return False
    words = document.quote_span(due.span).text
    return _GONE_RE.search(words[: max(0, words.find(due.when))]) is None


def find_early_deadlines(case: Case) -> Iterator[Finding]:
    """ND02: a deadline that was over when the plan was issued."""
    for document in case.documents:
        issued = document.plan.letterhead.date
        for due in document.plan.facts.deadlines:
            day = due.normalised or ""
            if issued and document.plan.letterhead.doc_type not in _LAWS and _is_past(document, due, issued):
                yield Finding.of(
                    "ND02", f"Thời hạn {shown_date(day)} đã qua khi kế hoạch được ban hành ({shown_date(issued)}).",
                    "Thời hạn phải sau ngày ban hành.", "Sửa ngày của thời hạn.", [document.quote_span(due.span, due.path)], 0.85,
                )  # fmt: skip


_PERIODS_RE = re.compile(
    r"(?:báo cáo\s+(?:\w+\s+){0,2}?|;\s*|,\s*|[-+]\s*)(?P<half>(?:0?6|sáu)\s+tháng)|báo cáo\s+(?:tổng kết\s+|kết quả\s+|cuối\s+)?(?P<whole>năm)(?!\w)"
)


def _period(document: Document, due: Deadline) -> str | None:
    """The period of the report that this very date is for: named right after it, else the last one before it."""
    words = " ".join(document.quote_span(due.span).text.lower().split())
    at = words.find(" ".join(due.when.lower().split()))
    after = _FOR_RE.match(words, at + len(due.when)) if at >= 0 else None
    if after:
        return "6 tháng" if after["half"] else "năm" if after["whole"] else None
    named = list(_PERIODS_RE.finditer(words[:at] if at > 0 else f"{due.what} ".lower()))
    return ("6 tháng" if named[-1]["half"] else "năm") if named else None


_FOR_RE = re.compile(
    r"\W*(?:đối với|cho|với|là)\s+(?:các\s+)?báo cáo\s+(?:tổng kết\s+)?(?:(?P<half>(?:0?6|sáu)\s+tháng)|(?P<whole>năm(?!\w))|\w+)"
)


def _one_chain(one: Deadline, other: Deadline) -> bool:
    """Whether two reports go the same way; what a unit gathers and what it passes on are two."""
    return one.span == other.span or (one.to == other.to and one.via == other.via)


def find_report_disorder(case: Case) -> Iterator[Finding]:
    """ND03: the half-year report due after the yearly one; what is gathered due after what it goes into."""
    for document in case.documents:
        dated: dict[str, list[Deadline]] = {}
        for due in document.plan.facts.deadlines:
            period = _period(document, due)
            if period and re.fullmatch(r"\d{4}-\d\d-\d\d", due.normalised or ""):
                dated.setdefault(period, []).append(due)
        for half in dated.get("6 tháng", []):
            for whole in dated.get("năm", []):
                same_year = (half.normalised or "")[:4] == (whole.normalised or "")[:4]
                late = (half.normalised or "") >= (whole.normalised or "")
                if same_year and late and _one_chain(half, whole):
                    yield _disorder(document, half, whole, "Báo cáo 6 tháng có hạn không trước báo cáo năm.")
        for reports in dated.values():
            for below in reports:
                for above in reports:
                    if (
                        below.via
                        and above.who
                        and below.via in above.who
                        and (below.normalised or "") > (above.normalised or "")
                    ):
                        yield _disorder(
                            document,
                            below,
                            above,
                            "Hạn gửi về đơn vị tổng hợp sau hạn đơn vị đó phải báo cáo.",
                        )


def _disorder(document: Document, one: Deadline, other: Deadline, message: str) -> Finding:
    quotes = [document.quote_span(one.span, one.path), document.quote_span(other.span, other.path)]
    why = f"Hai thời hạn: {shown_date(one.normalised)} và {shown_date(other.normalised)}."
    return Finding.of("ND03", message, why, "Sửa lại thứ tự thời hạn báo cáo.", quotes, 0.85)


_ANNIVERSARY_RE = spaced_re(
    r"(?i)(?:kỷ niệm(?: lần thứ)? |,\s*)(?P<n>\d{1,4}) năm(?:(?!\d+ năm)[^()\n;]){0,120}"
    r"\(\s*(?:(?P<d1>\d{1,2})/(?P<m1>\d{1,2})/)?(?P<y1>[12]\d{3})\s*[-–]\s*(?:(?P<d2>\d{1,2})/(?P<m2>\d{1,2})/)?(?P<y2>20\d\d)\s*\)"
)
_PERIOD_RE = spaced_re(
    r"(?i)(?<!\d)(?P<n>\d{1,2}) năm(?: giai đoạn)?\s*\(?\s*(?P<a>(?:19|20)\d\d)\s*[-–]\s*(?P<b>20\d\d)(?!\d)"
)


def find_wrong_periods(case: Case) -> Iterator[Finding]:
    """ND09: anniversaries and periods whose years do not add up."""
    for document in case.documents:
        starts: dict[tuple[int, str], dict[str, tuple[int, int, str]]] = {}
        for line in document.lines:
            for found in _ANNIVERSARY_RE.finditer(line.text):
                if int(found["y2"]) - int(found["y1"]) != int(found["n"]):
                    right = int(found["y2"]) - int(found["y1"])
                    yield Finding.of(
                        "ND09", f"Từ {found['y1']} đến {found['y2']} là {right} năm, không phải {found['n']} năm.",
                        "Số năm kỷ niệm bằng năm sau trừ năm trước.", "Sửa số năm hoặc mốc năm.",
                        [document.quote(line.start + found.start(), line.start + found.end(), line.path)], 0.95,
                    )  # fmt: skip
            for found in _PERIOD_RE.finditer(line.text):
                where = (line.start + found.start(), line.start + found.end(), line.path)
                long = int(found["b"]) - int(found["a"])
                if int(found["n"]) not in (long, long + 1):
                    yield Finding.of(
                        "ND09", f"“{found[0]}”: từ {found['a']} đến {found['b']} không phải {found['n']} năm.",
                        "Số năm không khớp với năm đầu và năm cuối.", "Sửa số năm hoặc mốc năm.", [document.quote(*where)], 0.9,
                    )  # fmt: skip
                starts.setdefault((int(found["n"]), found["b"]), {}).setdefault(found["a"], where)
        for (years, end), places in starts.items():
            if len(places) > 1:
                shown = " và ".join(f"{a} - {end}" for a in sorted(places))
                yield Finding.of(
                    "ND09", f"Một giai đoạn {years} năm được ghi hai cách: {shown}.", "Một kế hoạch chỉ có một giai đoạn.",
                    "Ghi thống nhất.", [document.quote(*where) for where in places.values()], 0.85,
                )  # fmt: skip


def find_level_phrases(case: Case) -> Iterator[Finding]:
    """ND08: words that only a higher level can use, copied into this plan."""
    for document in case.documents:
        for levels, pattern, why in read_rows("review_levels.tsv"):
            if document.plan.letterhead.level not in levels.split(","):
                continue
            for line in document.lines:
                for found in re.finditer(pattern.replace(" ", r"\s+"), line.text):
                    start, end = line.start + found.start(), line.start + found.end()
                    if not document.in_citation(start, end):
                        yield Finding.of(
                            "ND08", f"Câu chữ của cấp trên: “{found[0]}”.", f"{why[:1].upper()}{why[1:]}.",
                            "Viết lại theo thẩm quyền của đơn vị.", [document.quote(start, end, line.path)], 0.85,
                        )  # fmt: skip


_POINTER_RE = spaced_re(
    r"(?i)(?:(?:khoản|điểm|mục) (?P<item>\d+(?:\.\d+)*)\s*,?\s*)?(?:phần|mục) (?P<part>[IVX]+)\s*,?\s*(?:của )?kế hoạch này"
)


def find_missing_sections(case: Case) -> Iterator[Finding]:
    """ND11: "tại mục 8, phần II của Kế hoạch này" where there is no such section."""
    for document in case.documents:
        paths = {section.path for section in document.plan.walk()}
        roman = {path for path in paths if re.fullmatch(r"[IVX]+", path)}
        if not roman:
            continue
        for line in document.lines:
            for found in _POINTER_RE.finditer(line.text):
                wanted = found["part"].upper() + (f".{found['item']}" if found["item"] else "")
                if (
                    found["part"].isupper()
                    and wanted not in paths
                    and not any(p.endswith(wanted) for p in paths)
                ):
                    yield Finding.of(
                        "ND11", f"Kế hoạch không có {found[0].split('của')[0].strip()}.", "Chỉ dẫn tới một mục không có trong văn bản.",
                        "Sửa số mục được dẫn.", [document.quote(line.start + found.start(), line.start + found.end(), line.path)], 0.75,
                    )  # fmt: skip
