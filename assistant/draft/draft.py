"""A unit's plan from its parent's: outline, adaptation, assignment, numbering; a pure function.

In: the parent Plan and the unit's profile. Out: a Draft whose every word is the parent's, the profile's, a
fixed formula of the format, or a slot.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import replace

from assistant.draft.child.adapt import Adapter
from assistant.draft.child.assign import gatherer_of, likeliest
from assistant.draft.child.citing import (
    cite_parent,
    closing_channel,
    own_superior,
    reports_to,
)
from assistant.draft.child.figures import stands_below
from assistant.draft.child.flat_rows import read_flat_rows
from assistant.draft.child.leftovers import drop_leftovers
from assistant.draft.child.number import number_pieces
from assistant.draft.child.opening import open_plan
from assistant.draft.child.organise import find_tasks, organise
from assistant.draft.child.pieces import Piece, of_one_rank, side_by_side
from assistant.draft.child.references import call_parent
from assistant.draft.child.rows import read_task_rows
from assistant.draft.child.run_in import with_run_in_headings
from assistant.draft.child.slots import slots_of
from assistant.draft.child.title import carries_out, title_of
from assistant.draft.child.told_twice import share_warnings, told_once
from assistant.draft.child.years import own_year
from assistant.draft.edits import apply_edits
from assistant.draft.model import SLOT, Action, Draft, Paragraph, Slot, Source, Task
from assistant.draft.parent.binding import district_class, inherits_districts, reach_of
from assistant.draft.parent.called import with_short_names
from assistant.draft.parent.outline import read_outline
from assistant.draft.parent.roles import with_roles
from assistant.draft.parent.sorts import with_sorts
from assistant.draft.unit.profile import UnitProfile, in_ordinary_spelling, kind_of, place_of, post_of
from assistant.draft.unit.reorganisation import find_ended, renew_names
from ingest.parse.provinces import find_province, present_province, province_named
from ingest.plan import Plan
from ingest.spelling import match_key

__all__ = ["draft_plan"]

_PARTY_BODY_RE = re.compile(r"(?i)(?<!\w)(?:tỉnh|thành|huyện|quận|đảng) (?:ủy|uỷ)(?!\w)")


def _closing(profile: UnitProfile, title: str, plan: Plan, adapter: Adapter) -> list[Paragraph]:
    kind = kind_of(profile)
    party = kind.system == "party"
    inner = kind.inner
    end = "." if party else "./."
    lower = title[:1].lower() + title[1:]
    lower = f"của {profile.name} thực hiện {adapter.parent_short}" if carries_out(title) else lower
    channel = closing_channel(plan, profile)
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
        inner = kind.inner[:1].upper() + kind.inner[1:]
        done = "(thực hiện)" if party else "(t/h)"
        found = [*(f"{name} {report}" for name in reports_to(plan, profile)), kind.leaders]
        # Departments and communes are two addressees.
        found += [f"{parts} {done}" for parts in re.split(r", (?=UBND)", inner)]
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
        (profile.code, "Ký hiệu cơ quan trong số văn bản", "head"),
        (profile.parent or kind_of(profile).area or None, "Tên cơ quan chủ quản ở đầu văn bản", "head"),
        (place_of(profile), "Địa danh", "head"),
        (profile.year, "Năm của kế hoạch", "head"),
        (post_of(profile), "Chức vụ người ký", "closing"),
        (profile.signer, "Họ và tên người ký", "closing"),
        (profile.divisions or None, "Các bộ phận và nhiệm vụ của từng bộ phận", "body"),
    ]
    slots = [Slot("Số văn bản", "head"), Slot("Ngày, tháng ban hành", "head")]
    return slots + [Slot(label, path) for value, label, path in wanted if value is None]


def _named_in_text(
    paragraphs: list[Paragraph], tasks: tuple[Task, ...]
) -> tuple[list[Paragraph], tuple[Task, ...]]:
    """Let the division that the annex gives all of a paragraph to stand in it, too, where only that was left open."""
    leads: dict[tuple[Source, ...], set[str]] = {}
    for task in tasks:
        leads.setdefault(task.sources, set()).add(task.lead)
    known = {
        p.sources: who
        for p in paragraphs
        if p.slots == ("Bộ phận được giao",) and p.text.count(SLOT) == 1
        for who in leads.get(p.sources, ())
        if who != SLOT and len(leads[p.sources]) == 1
    }

    def said(text: str, sources: tuple[Source, ...]) -> str:
        return text.replace(SLOT, known[sources])

    return (
        [
            replace(p, text=said(p.text, p.sources), slots=(), action="assigned") if p.sources in known else p
            for p in paragraphs
        ],
        tuple(
            replace(task, content=said(task.content, task.sources)) if task.sources in known else task
            for task in tasks
        ),
    )


def _organised(
    body: list[Piece], rows: tuple[Task, ...], adapter: Adapter
) -> tuple[list[Paragraph], tuple[Task, ...]]:
    """The numbered body with its organising part, and all tasks.

    Written twice: which division takes which part is known only when the parts are numbered.
    """
    plan, profile = adapter.plan, adapter.profile
    party = kind_of(profile).system == "party"
    listed = {source for row in rows for source in row.sources}
    before = tuple(adapter.dropped)
    told = find_tasks(number_pieces(organise(body, (), adapter), party=party), plan, profile)
    told = tuple(task for task in told if not listed.issuperset(task.sources))
    once, differing = told_once(told, rows, profile, plan.letterhead.year)
    adapter.warnings += differing
    tasks = tuple(
        replace(task, likely=likeliest(task.content, profile, adapter.theme)) if task.lead == SLOT else task
        for task in once
    )
    adapter.dropped[:] = before
    numbered = number_pieces(organise(body, tasks, adapter), party=party)
    numbered, tasks = _named_in_text(numbered, tasks)
    most = Counter(task.lead for task in tasks).most_common(1)
    if most and len(profile.divisions) > 2 and len(tasks) > 9 and most[0][1] >= 0.85 * len(tasks):
        adapter.warnings.append(
            f"{most[0][0]} chủ trì {most[0][1]}/{len(tasks)} nhiệm vụ: đề nghị xem lại phân công và nhiệm vụ các bộ phận."
        )
    return numbered, tasks


def draft_plan(plan: Plan, profile: UnitProfile) -> Draft:
    """Draft the unit's plan from its parent's; takes well under a second, needs no language model."""
    started = time.perf_counter()
    profile = with_sorts(in_ordinary_spelling(profile), plan)
    profile = with_roles(with_short_names(profile, plan), plan)
    cited = cite_parent(plan, profile)
    adapter = Adapter(plan, profile, call_parent(plan, cited.short), below=stands_below(plan, profile))
    outline = read_outline(plan, profile)
    kind = kind_of(profile)
    title = title_of(plan, profile)
    body = of_one_rank(side_by_side([piece for node in outline.nodes if (piece := adapter.node(node))]))
    adapter.outside(outline.outside)
    rows = (*read_task_rows(plan, adapter), *read_flat_rows(plan, adapter))
    numbered, tasks = _organised(body, rows, adapter)
    numbered = with_run_in_headings(numbered, plan.source.original)
    first = Paragraph(
        "title", title, "narrowed", tuple(_title_source(plan)), kind="title", changes=("thu hẹp phạm vi",)
    )
    said = "\n".join(paragraph.text for paragraph in numbered)
    opening = open_plan(plan, adapter, outline, cited, said)
    paragraphs = [first, *opening, *numbered, *_closing(profile, title, plan, adapter)]
    adapter.warnings += share_warnings(numbered)
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


def _province_of(profile: UnitProfile) -> str | None:
    """The province that a unit's name, the body above it or its place tells; None where none does."""
    return find_province((profile.name, profile.parent or ""), None, "") or province_named(
        profile.place or ""
    )


def _warnings(plan: Plan, profile: UnitProfile, adapter: Adapter) -> list[str]:
    found = list(adapter.warnings)
    old = plan.letterhead.year
    if old and profile.year and old != profile.year:
        carried = f"của năm {old} được chuyển sang năm {profile.year}: kiểm tra thời hạn, kỷ niệm, số lượng"
        kept = "không của riêng một năm: các năm giữ như cấp trên ghi, kiểm tra thời hạn đã qua"
        found.insert(0, f"Kế hoạch cấp trên {carried if own_year(plan.letterhead) else kept}.")
    actors = {a.actor for a in plan.facts.assignments if a.actor}
    if inherits_districts(profile) and any(re.search(district_class(), match_key(a)) for a in actors):
        found.append("Có việc của cấp huyện (không còn từ 01/7/2025): xác định phần thuộc thẩm quyền cấp xã.")
    office = gatherer_of(profile)
    if office and not (profile.divisions or profile.gatherer):
        found.append(f"Hồ sơ không nêu bộ phận nào: đầu mối tổng hợp ghi là “{office}”, đề nghị kiểm tra.")
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
    place, above = _province_of(profile), plan.letterhead.province
    if place and above and present_province(place) != present_province(above):
        found.insert(
            0,
            f"Văn bản cấp trên là của {above}, đơn vị thuộc {place}: đề nghị kiểm tra đã chọn đúng văn bản, đúng hồ sơ.",
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
