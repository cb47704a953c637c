"""The title of the child: the parent's subject where it is the unit's own work, else the document carried out.

In: the parent and the profile. Out: "Cải cách hành chính năm 2026 của Sở Nội vụ", "... trên địa bàn xã Suối Bạc"; and for a
programme of several years, a regulation or a subject that is the superior's "Thực hiện Kế hoạch số ... của ... về ...".
"""

from __future__ import annotations

import re
from typing import Literal

from assistant.draft.child.citing import cite_parent, subject_of
from assistant.draft.child.years import own_year
from assistant.draft.edits import protected_ranges
from assistant.draft.model import SLOT
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.language.lexicon import UPPER
from ingest.facts.language.verbs import starts_predicate
from ingest.plan import Plan

__all__ = ["carries_out", "title_of"]

_SCOPE_RE = re.compile(
    r",?\s*(?:trên địa bàn|tại|của|ở)\s+(?:toàn\s+)?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)(?:\s+[A-ZĐÂÔƠƯÊ]\w*(?:[\s-]+[A-ZĐÂÔƠƯÊ]\w*){0,3})?",
)
_MEETING_RE = re.compile(
    r"(?i)(?:ban hành |về )?(?:phiên họp|hội nghị|kết luận (?:của|tại|cuộc|phiên)|cuộc họp|buổi làm việc|kỳ họp|giao ban)(?!\w)"
)
_YEAR_RE = re.compile(
    r",?\s*(?<!đến )(?<!đầu )(?:trong\s+)?năm\s+(?P<year>20\d\d)(?!\s*[-–])(?=\s*$|,?\s+(?:của|trên|tại))"
)
# "... năm 2026, định hướng đến năm 2030": a year within the subject stays where it is.
_WITHIN_RE = re.compile(r"(?<!đến )(?<!đầu )năm\s+20\d\d,")
# What every body does in its own house, whoever asks for it.
_OWN_WORK_RE = re.compile(
    r"(?i)(?:tổ chức |tiếp tục |chủ động )?(?:triển khai|thực hiện|hưởng ứng|đẩy mạnh|tăng cường|nâng cao|phòng, chống|phòng ngừa|bảo đảm|đảm bảo|ứng phó|tuyên truyền|phổ biến|công tác|cải cách hành chính|chuyển đổi số|thi đua|học tập|thực hành)(?!\w)"
)
_RULES_RE = re.compile(r"(?i)(?:quy định|hướng dẫn)(?: chi tiết)?\s+(?:về việc\s+|việc\s+|về\s+)?")
_ISSUES_RE = re.compile(
    r"(?i)(?:ban hành|phê duyệt)\s+(?P<what>(?:kế hoạch|chương trình|đề án|quy chế|quy định)\s+)"
)
_LONG = 330
"""Letters of a title at most."""


def carries_out(title: str) -> bool:
    """Whether a title names the document that the unit carries out, not a subject of its own."""
    return re.match(rf"Thực hiện [{UPPER}]\w*(?: \w+)? (?:số|của) ", title) is not None


def _of_the_document(plan: Plan, profile: UnitProfile) -> str:
    cited = cite_parent(plan, profile)
    known = cited.full if plan.letterhead.number else cited.full.replace(cited.named, cited.short)
    return f"Thực hiện {known if len(known) <= _LONG else cited.named if plan.letterhead.number else cited.short}"


def _without_province(title: str, province: str | None) -> str:
    """Leave the parent's range out, which is not the unit's.

    >>> _without_province("Phát triển kinh tế số tỉnh Bắc Ninh giai đoạn 2026 - 2030", "Bắc Ninh")
    'Phát triển kinh tế số giai đoạn 2026 - 2030'
    """
    place = rf"\s+(?:tỉnh|thành phố)\s+{re.escape(province or '')}(?=\s+(?:giai đoạn|năm|đến)|\s*$)"
    return re.sub(place, "", title) if province else title


def _to_carry_out(title: str) -> tuple[str, Literal["plan", "deed"] | None]:
    """What a title that issues a plan gives to do: to carry out the plan, or the deed that it names; else the title itself.

    >>> _to_carry_out("Ban hành Kế hoạch xuất khẩu nông sản"), _to_carry_out("ban hành Kế hoạch triển khai Luật Đất đai")
    (('Triển khai Kế hoạch xuất khẩu nông sản', 'plan'), ('triển khai Luật Đất đai', 'deed'))
    """
    issued = _ISSUES_RE.match(title)
    if issued is None:
        return title, None
    rest = title[issued.end() :]
    if re.match(r"(?i)(?:tổ chức )?(?:triển khai|thực hiện)", rest):
        return rest, "deed"
    name = issued["what"]
    return f"Triển khai {name[:1].upper()}{name[1:]}{rest}", "plan"


def _in_own_range(
    title: str, plan: Plan, profile: UnitProfile, *, issued: bool
) -> tuple[str, re.Match[str] | None]:
    """The title without the parent's range and year, and where its year stood; names in quotation marks stay whole."""
    quotes = [title[held.start : held.end] for held in protected_ranges(title)]
    for index, quote in enumerate(quotes):
        title = title.replace(quote, f"\x00{index}\x00")
    if plan.letterhead.issuer:
        # "... năm 2026 của Sở Nội vụ": the parent's own name is not the unit's.
        issuer = rf"\s+của\s+{re.escape(plan.letterhead.issuer)}"
        title = re.sub(rf"(?i)(năm\s+20\d\d){issuer}\s*$|{issuer}(\s+năm\s+20\d\d)(?=\s*$|,)", r"\1\2", title)
    old = own_year(plan.letterhead)
    dated = _YEAR_RE.search(title)
    title = _YEAR_RE.sub("", title)
    title = _SCOPE_RE.sub("", title)
    title = title if issued else _without_province(title, plan.letterhead.province)
    if old and profile.year and old != profile.year:
        title = re.sub(rf"(?<![\d–-]){old}(?!\s*[-–\d])", str(profile.year), title)
    for index, quote in reversed(list(enumerate(quotes))):
        title = title.replace(f"\x00{index}\x00", quote)
    return re.sub(r"\s+", " ", title).strip(" ,"), dated


def title_of(plan: Plan, profile: UnitProfile) -> str:
    """The parent's subject, with the unit's range and year in place of the parent's.

    A programme's name in quotation marks stays whole.
    """
    title = subject_of(plan)
    if _MEETING_RE.match(title):
        # What a meeting decided has no subject of its own: the draft carries out the document.
        return f"Thực hiện {cite_parent(plan, profile).named}"
    if rules := _RULES_RE.match(title):
        # What lays down rules or guides others: the unit does what it is about.
        if not starts_predicate(title, rules.end()):
            return _of_the_document(plan, profile)
        title = title[rules.end() :]
    title, issues = _to_carry_out(title)
    title, dated = _in_own_range(title, plan, profile, issued=issues is not None)
    kind = kind_of(profile)
    # A year within a programme's period stays; that of a plan for one year is the unit's.
    year = f" năm {(profile.year or SLOT) if own_year(plan.letterhead) else dated['year']}" if dated else ""
    # "… trên địa bàn xã Suối Bạc năm 2026", but "… năm 2026 của Sở Nội vụ".
    scope = kind.scope
    held = protected_ranges(title)
    cites = bool(held) and held[-1].end == len(title) and title[-1] not in '”"'
    # "... của Bộ Tài chính của Sở Tài chính" would say it twice.
    cites = cites or re.search(rf"\scủa [{UPPER}]\S*(?:\s+[\w-]+){{0,9}}$", title) is not None
    foreign = not (year or _WITHIN_RE.search(title)) and (
        cites or issues == "plan" or not _OWN_WORK_RE.match(title)
    )
    if not kind.area and foreign and title:
        # "Phát triển kinh tế số giai đoạn 2026 - 2030 của Tỉnh đoàn" would claim the whole subject.
        return _of_the_document(plan, profile)
    if cites and not year:
        title = f"{title},"
    if not title:
        title = f"Triển khai thực hiện {plan.letterhead.doc_type or 'Kế hoạch'} số {plan.letterhead.number or SLOT}"
    text = f"{title} {scope}{year}" if kind.area else f"{title}{year} {scope}"
    return text[:1].upper() + text[1:]
