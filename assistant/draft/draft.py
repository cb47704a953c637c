"""A unit's plan from its parent's: outline, adaptation, assignment, numbering; a pure function.

In: the parent Plan and the unit's profile. Out: a Draft whose every word is the parent's, the profile's, a
fixed formula of the format, or a slot.
"""

from __future__ import annotations

import re
import time

from assistant.draft.adapt import Adapter
from assistant.draft.binding import district_class, inherits_districts, reach_of
from assistant.draft.called import with_short_names
from assistant.draft.citing import (
    cite_parent,
    difficulty_channel,
    focal_agency,
    issuer_of,
    own_superior,
    sentence_case,
    with_place,
)
from assistant.draft.edits import apply_edits, protected_ranges
from assistant.draft.figures import stands_below
from assistant.draft.flat_rows import read_flat_rows
from assistant.draft.leftovers import drop_leftovers
from assistant.draft.model import SLOT, Action, Draft, Paragraph, Slot, Source
from assistant.draft.number import number_pieces
from assistant.draft.opening import open_plan
from assistant.draft.organise import find_tasks, organise
from assistant.draft.outline import read_outline
from assistant.draft.pieces import side_by_side
from assistant.draft.profile import UnitProfile, in_ordinary_spelling, kind_of
from assistant.draft.references import call_parent
from assistant.draft.reorganisation import find_ended, renew_names
from assistant.draft.roles import with_roles
from assistant.draft.rows import read_task_rows
from assistant.draft.slots import slots_of
from ingest.facts.lexicon import UPPER
from ingest.facts.sentences import split_clauses, split_sentences
from ingest.plan import Plan
from ingest.spelling import match_key

__all__ = ["draft_plan"]

_SCOPE_RE = re.compile(
    r",?\s*(?:trên địa bàn|tại|của|ở)\s+(?:toàn\s+)?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)(?:\s+[A-ZĐÂÔƠƯÊ]\w*(?:[\s-]+[A-ZĐÂÔƠƯÊ]\w*){0,3})?",
)
_PARTY_BODY_RE = re.compile(r"(?i)(?<!\w)(?:tỉnh|thành|huyện|quận|đảng) (?:ủy|uỷ)(?!\w)")
_SHARE_RE = re.compile(r"\d+(?:[.,]\d+)?\s*%")
_MEETING_RE = re.compile(
    r"(?i)(?:ban hành |về )?(?:phiên họp|hội nghị|kết luận (?:của|tại|cuộc|phiên)|cuộc họp|buổi làm việc|kỳ họp|giao ban)(?!\w)"
)
_YEAR_RE = re.compile(
    r",?\s*(?<!đến )(?<!đầu )(?:trong\s+)?năm\s+(?:20\d\d)(?!\s*[-–])(?=\s*$|,|\s+(?:của|trên|tại))"
)


def _title(plan: Plan, profile: UnitProfile) -> str:
    """The parent's subject, with the unit's range and year in place of the parent's.

    A programme's name in quotation marks stays whole.
    """
    title = sentence_case(plan.letterhead.title or "", plan.source.clean)
    title = with_place(title, plan.letterhead.province)
    title = re.sub(r"^(?:Về việc|Về|V/v)\s+", "", title, flags=re.IGNORECASE)
    if _MEETING_RE.match(title):
        # What a meeting decided has no subject of its own: the draft carries out the document.
        return f"Thực hiện {cite_parent(plan, profile).named}"
    issued = re.match(
        r"(?i)(?:ban hành|phê duyệt)\s+(?:kế hoạch|chương trình|đề án|quy chế|quy định)\s+", title
    )
    if issued:
        rest = title[issued.end() :]
        # "ban hành Kế hoạch xuất khẩu ..." names the plan to carry out; "… Kế hoạch triển khai ..." the deed itself.
        name = re.sub(r"(?i)^(?:ban hành|phê duyệt)\s+", "", issued[0])
        carries_out = re.match(r"(?i)(?:tổ chức )?(?:triển khai|thực hiện)", rest)
        title = rest if carries_out else f"Triển khai {name[:1].upper()}{name[1:]}{rest}"
    quotes = [title[held.start : held.end] for held in protected_ranges(title)]
    for index, quote in enumerate(quotes):
        title = title.replace(quote, f"\x00{index}\x00")
    if plan.letterhead.issuer:
        # "... năm 2026 của Sở Nội vụ": the parent's own name is not the unit's.
        title = re.sub(rf"(?i)(năm\s+20\d\d)\s+của\s+{re.escape(plan.letterhead.issuer)}\s*$", r"\1", title)
    had_year = _YEAR_RE.search(title) is not None
    title = _YEAR_RE.sub("", title)
    title = _SCOPE_RE.sub("", title)
    province = plan.letterhead.province
    if province and not issued:
        # "Phát triển kinh tế số tỉnh Bắc Ninh giai đoạn ...": the parent's range, not the unit's.
        title = re.sub(
            rf"\s+(?:tỉnh|thành phố)\s+{re.escape(province)}(?=\s+(?:giai đoạn|năm|đến)|\s*$)", "", title
        )
    old = plan.letterhead.year
    if old and profile.year and old != profile.year:
        title = re.sub(rf"(?<![\d–-]){old}(?!\s*[-–\d])", str(profile.year), title)
    for index, quote in reversed(list(enumerate(quotes))):
        title = title.replace(f"\x00{index}\x00", quote)
    kind = kind_of(profile)
    title = re.sub(r"\s+", " ", title).strip(" ,")
    year = f" năm {profile.year or SLOT}" if had_year else ""
    # "… trên địa bàn xã Suối Bạc năm 2026", but "… năm 2026 của Sở Nội vụ".
    scope = kind.scope
    held = protected_ranges(title)
    cites = bool(held) and held[-1].end == len(title) and title[-1] not in '”"'
    # "... của Bộ Tài chính của Sở Tài chính" would say it twice.
    cites = cites or re.search(rf"\scủa [{UPPER}]\S*(?:\s+[\w-]+){{0,9}}$", title) is not None
    if cites and not year:
        # After "... của Bộ Tài chính" a second "của" would make the ministry the unit's.
        title, scope = f"{title},", re.sub("^của ", "tại ", scope)
    if not title:
        title = f"Triển khai thực hiện {plan.letterhead.doc_type or 'Kế hoạch'} số {plan.letterhead.number or SLOT}"
    text = f"{title} {scope}{year}" if kind.area else f"{title}{year} {scope}"
    return text[:1].upper() + text[1:]


def _closing(profile: UnitProfile, title: str, plan: Plan, adapter: Adapter) -> list[Paragraph]:
    kind = kind_of(profile)
    party = kind.system == "party"
    inner = kind.inner
    end = "." if party else "./."
    lower = title[:1].lower() + title[1:]
    words = " ".join(
        plan.source.clean[s.range.start : s.range.end] for s in plan.sections if s.kind == "closing"
    )
    # Some parents tell it in their last lines, above no closing of its own.
    tail = plan.source.clean[max(0, plan.source.body_end - 2000) : plan.source.body_end]
    channel = difficulty_channel(words, profile) or difficulty_channel(tail, profile)
    above = own_superior(plan, profile)
    if channel and above and not channel.startswith(above):
        channel = above
    edits, slots, _ = renew_names(channel, profile, ()) if channel else ([], [], [])
    onward = f"tổng hợp, báo cáo {apply_edits(channel, edits)} xem xét, giải quyết" if channel else ""
    onward = onward or "được xem xét, giải quyết"
    text = (
        f"Trên đây là Kế hoạch {lower}; yêu cầu {inner} nghiêm túc triển khai thực hiện. Trong quá trình thực hiện,"
        f" nếu có khó khăn, vướng mắc, kịp thời phản ánh về {profile.gatherer or kind.leaders} để {onward}{end}"
    )
    sources = [adapter.source(*section.range) for section in plan.sections if section.kind == "closing"]
    action: Action = "slot" if slots else "narrowed" if sources else "new"
    return [Paragraph("closing", text, action, tuple(sources), tuple(slots), kind="closing")]


def _recipients(plan: Plan, profile: UnitProfile) -> tuple[str, ...]:
    """Those above (to report), leaders, divisions (to carry out), the archive; the profile's own list wins.

    The body that a school or hospital reports to stands in that list always.
    """
    kind = kind_of(profile)
    party = kind.system == "party"
    report = "(báo cáo)" if party else "(b/c)"
    above = own_superior(plan, profile)
    if profile.recipients:
        found = list(profile.recipients)
        if above and not any(above.lower() in line.lower() for line in found):
            found.insert(0, f"{above} {report}")
    else:
        issuer = re.sub(r"(?i)ủy ban nhân dân", "UBND", issuer_of(plan) or SLOT)
        focal = focal_agency(plan, profile)
        inner = kind.inner[:1].upper() + kind.inner[1:]
        # A school or hospital reports to the body above it, which reports on.
        higher = [above] if above else [issuer, *([focal] if focal else [])]
        found = [*(f"{name} {report}" for name in higher), kind.leaders]
        found += [f"{inner} (thực hiện)" if party else f"{inner} (t/h)"]
    if not any(line.startswith("Lưu") for line in found):
        found.append(_archive(profile))
    return tuple(found)


def _archive(profile: UnitProfile) -> str:
    """Where the plan is kept: the office of a Party body, the registry of a state one.

    >>> _archive(UnitProfile("Đảng ủy xã A", "party_committee")), _archive(UnitProfile("Sở Y tế", "department"))
    ('Lưu Văn phòng Đảng ủy', 'Lưu: VT')
    """
    own = kind_of(profile).self
    party = kind_of(profile).system == "party" or _PARTY_BODY_RE.search(profile.name)
    if not party:
        return "Lưu: VT"
    return (
        f"Lưu {profile.name if own == 'Văn phòng' else own}"
        if own in {"Văn phòng", "Chi bộ"}
        else f"Lưu Văn phòng {own}"
    )


def _slots_of_form(profile: UnitProfile) -> list[Slot]:
    wanted = [
        (profile.code, "Ký hiệu cơ quan trong số văn bản (code)", "head"),
        (profile.parent, "Tên cơ quan chủ quản ở đầu văn bản (parent)", "head"),
        (profile.place, "Địa danh (place)", "head"),
        (profile.year, "Năm của kế hoạch (year)", "head"),
        (profile.signer_title, "Chức vụ người ký (signer_title)", "closing"),
        (profile.signer, "Họ và tên người ký (signer)", "closing"),
        (profile.divisions or None, "Các bộ phận và nhiệm vụ của từng bộ phận (divisions)", "body"),
    ]
    slots = [Slot("Số văn bản", "head"), Slot("Ngày, tháng ban hành", "head")]
    no_parent = kind_of(profile).area or profile.parent
    return slots + [
        Slot(label, path)
        for value, label, path in wanted
        if value is None and not ("parent" in label and no_parent)
    ]


def _check_targets(paragraphs: list[Paragraph], adapter: Adapter) -> None:
    """Warn where two clauses of the draft say the same of the same thing at the same time with another share."""
    seen: dict[str, tuple[tuple[str, ...], str]] = {}
    for paragraph in paragraphs:
        text = paragraph.text
        for sentence in split_sentences(text):
            for spot in split_clauses(text, sentence):
                clause = text[spot.start : spot.end].strip(" .;")
                shares = tuple(_SHARE_RE.findall(clause))
                # All but the shares must be the same: subject, period and place.
                key = _SHARE_RE.sub("%", match_key(clause))
                if not shares or len(key) < 20:
                    continue
                before = seen.setdefault(key, (shares, paragraph.path))
                if before[0] != shares:
                    adapter.warnings.append(
                        f"Chỉ tiêu “{clause[:90]}” có hai mức: {', '.join(before[0])} (mục {before[1]}) và {', '.join(shares)} (mục {paragraph.path})."
                    )


def draft_plan(plan: Plan, profile: UnitProfile) -> Draft:
    """Draft the unit's plan from its parent's; takes well under a second, needs no language model."""
    started = time.perf_counter()
    profile = with_roles(with_short_names(in_ordinary_spelling(profile), plan), plan)
    cited = cite_parent(plan, profile)
    adapter = Adapter(plan, profile, call_parent(plan, cited.short), below=stands_below(plan, profile))
    outline = read_outline(plan, profile)
    kind = kind_of(profile)
    title = _title(plan, profile)
    body = side_by_side([piece for node in outline.nodes if (piece := adapter.node(node))])
    adapter.outside(outline.outside)
    rows = (*read_task_rows(plan, adapter), *read_flat_rows(plan, adapter))
    party = kind.system == "party"
    tasks = find_tasks(number_pieces(body, party=party), plan, profile)
    body = organise(body, tasks, adapter)
    numbered = number_pieces(body, party=party)
    listed = {source for row in rows for source in row.sources}
    tasks = (*(t for t in find_tasks(numbered, plan, profile) if not listed.issuperset(t.sources)), *rows)
    first = Paragraph(
        "title", title, "narrowed", tuple(_title_source(plan)), kind="title", changes=("thu hẹp phạm vi",)
    )
    said = "\n".join(paragraph.text for paragraph in numbered)
    opening = open_plan(plan, adapter, outline, cited, said)
    paragraphs = [first, *opening, *numbered, *_closing(profile, title, plan, adapter)]
    _check_targets(numbered, adapter)
    drop_leftovers(plan, outline, adapter, paragraphs, tasks)
    return Draft(
        title=title,
        paragraphs=tuple(paragraphs),
        dropped=tuple(sorted(adapter.dropped, key=lambda d: (d.start, d.end))),
        slots=slots_of(_slots_of_form(profile), paragraphs, tasks),
        warnings=tuple(_warnings(plan, profile, adapter)),
        tasks=tasks,
        recipients=_recipients(plan, profile),
        parent_name=plan.source.name,
        parent_citation=cited.full,
        year=profile.year,
        system=kind.system,
        seconds=time.perf_counter() - started,
    )


def _title_source(plan: Plan) -> list[Source]:
    return [
        Source(s.start, s.end, plan.source.quote(s)) for name, s in plan.letterhead.spans if name == "title"
    ]


def _warnings(plan: Plan, profile: UnitProfile, adapter: Adapter) -> list[str]:
    found = list(adapter.warnings)
    old = plan.letterhead.year
    if old and profile.year and old != profile.year:
        found.insert(
            0,
            f"Kế hoạch cấp trên của năm {old} được chuyển sang năm {profile.year}: kiểm tra thời hạn, kỷ niệm, số lượng.",
        )
    actors = {a.actor for a in plan.facts.assignments if a.actor}
    if inherits_districts(profile) and any(re.search(district_class(), match_key(a)) for a in actors):
        found.append("Có việc của cấp huyện (không còn từ 01/7/2025): xác định phần thuộc thẩm quyền cấp xã.")
    # "UBND huyện Tam Đường" is a district's committee whatever its name.
    own = "UBND huyện" if kind_of(profile).level == "district" else profile.name
    for name in (own, *(division.name for division in profile.divisions)):
        for body, match in find_ended(name, profile, ()):
            since = "/".join(reversed(body.effective.split("-")))
            found.insert(0, f"Hồ sơ đơn vị: “{match[0]}” không còn từ {since} ({body.act}); đề nghị xem lại.")
    kind = (plan.letterhead.doc_type or "").lower()
    if kind in {"quy định", "quy chế", "nội quy"}:
        found.insert(
            0,
            f"Văn bản cấp trên là {kind}, không phải kế hoạch: đề nghị chọn lại các điều giao việc cho đơn vị.",
        )
    if plan.source.corruption > 0.02:
        found.insert(0, "Văn bản cấp trên có chữ bị hỏng; đề nghị so với bản gốc.")
    own_class = kind_of(profile).one_of_class
    if not any(
        reach_of(name, profile, collective=False) == "unit" or re.search(own_class, match_key(name))
        for name in actors
    ):
        found.append("Kế hoạch cấp trên không nêu tên đơn vị; dự thảo lấy các nhiệm vụ chung.")
    return list(dict.fromkeys(found))
