"""Who a clause of the parent is about: its own subject, whom the lines above name, or the facts of its line.

In: a line with those who hold its tasks, a clause of it, the profile. Out: the actors, those they work with, and where
predicate and task begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.draft.parent.binding import is_plural, of_commune, reach_of
from assistant.draft.parent.collective import picks_some
from assistant.draft.parent.dealt import is_body
from assistant.draft.parent.levels import level_subject
from assistant.draft.parent.requests import asked_subject
from assistant.draft.parent.roles import role_helpers, role_subject
from assistant.draft.unit.part_names import HAMLETS
from assistant.draft.unit.party import led_body
from assistant.draft.unit.profile import UnitProfile, kind_of, post_of
from ingest.facts.bodies.agencies import Agency, find_agencies, read_agencies
from ingest.facts.language.lexicon import LOWER
from ingest.facts.language.verbs import starts_predicate
from ingest.facts.tasks.held import Holding
from ingest.facts.tasks.holders import Holder
from ingest.facts.tasks.roles import Subject, find_predicate, read_duty, read_subject
from ingest.plan import Range, Role
from ingest.spelling import match_key

__all__ = [
    "Who",
    "agency_of",
    "charged",
    "given_apart",
    "helpers_of",
    "leads_of",
    "no_body",
    "reaches_of",
    "read_who",
]

# "Khoa | Kiểm soát nhiễm khuẩn": the grammar took the noun of a name for a body.
_CUT_RE = re.compile(r"(?:Khoa|Phòng|Tổ|Bộ môn|Đội)\s[A-ZĐÂÔƠƯÊ]")
_GETS_RE = re.compile(r"(?P<name>[A-ZĐÂÔƠƯ][^,;:.]{3,60}?)\s(?=được\s)")
_CHARGE_RE = re.compile(r"(?:Giao|Đề nghị|Yêu cầu)(?: cho)?\s+(?=[A-ZĐÂÔƠƯÊ])")
# "..., cơ quan ngành dọc đóng trên địa bàn, UBND xã xây dựng ...": what describes a body does not end the list of bodies.
_LIST_GAP_RE = re.compile(
    r"(?:\s+(?:đóng\s+)?(?:trên địa bàn|trực thuộc|(?:có )?liên quan|cấp (?:tỉnh|huyện|xã)|thuộc)(?:\s[^,;.:]{0,40})?)?\s*(?:[,;]|\s+và\s|\s+cùng\s|[,;]\s*và\s)\s*"
)
_BARE_WITH_RE = re.compile(
    r"(?i)(?:(?:chủ động|tích cực|tăng cường)\s+)?phối hợp(?: chặt chẽ| tốt)?\s+(?:(?P<forces>các lực lượng)(?:,| và)\s+)?"
)
_PERSONS_RE = re.compile(
    r"(?i)^(?:mỗi |từng |các |mọi |toàn thể |tất cả |(?:ít nhất |tối thiểu )?(?:\d+|một|hai) (?:đồng chí |lãnh đạo )?)?(?:bác sĩ|điều dưỡng(?! trưởng)|hộ sinh(?! trưởng)|kỹ thuật viên(?! trưởng)|dược sĩ|thầy thuốc|người hành nghề|cộng tác viên|tình nguyện viên|tuyên truyền viên|báo cáo viên|hội viên|đoàn viên|đảng viên|giáo viên|học sinh|sinh viên|học viên|cán bộ|công chức|viên chức|nhân viên|người (?:dân|lao động|bệnh))(?!\w)"
    r"|(?i:^(?:các |mỗi |từng |mọi )?(?:tập thể|cá nhân)(?:(?:,| và) (?:tập thể|cá nhân))*$)"
    r"|(?i:^(?:\d+|một) (?:đồng chí )?(?:lãnh đạo|phó (?:chủ tịch|giám đốc|trưởng|hiệu trưởng|bí thư|thủ trưởng))(?!\w))"
)
# "Mỗi khu phố có tối thiểu 01 điểm ...", "Mỗi nhiệm vụ có một bộ phận": what is counted, nobody who acts.
_COUNTED_RE = re.compile(r"(?i)\scó\s(?:ít nhất|tối thiểu|từ|một|\d)")
# "70% xã, phường trên địa bàn tỉnh tổ chức": a share of them, told for the whole.
_SHARE_OF_RE = re.compile(
    r"(?i)\d\s*%\s+(?:(?:tổng )?số |các )*(?:(?:xã|phường|đặc khu|thị trấn|huyện)(?:,| và|, và) )*$"
)
_SAME_ONE_RE = re.compile(
    r"(?i)^(?:các )?(?:cơ quan|đơn vị|địa phương|tổ chức|sở|ngành|xã|trường|nơi)(?: cấp)?\s(?:đó|này|ấy|nói trên|nêu trên)$|^người đứng đầu$"
)
# "Cơ quan phối hợp trả lời bằng văn bản".
_ASKED_ONE_RE = re.compile(
    r"(?i)(?:các )?(?:cơ quan|đơn vị|địa phương) (?:phối hợp|được (?:lấy ý kiến|hỏi ý kiến|đề nghị phối hợp))"
)
# Organs and posts that every body has, in small letters: those of whoever was charged before.
_ORGAN_RE = re.compile(
    r"(?:ban (?:giám hiệu|giám đốc|lãnh đạo|thường vụ|chấp hành)|(?:tổ|đội|nhóm) (?:trưởng|phó)|trưởng (?:phòng|khoa|bộ phận|ca)"
    rf"|thủ (?:kho|quỹ|thư)|kế toán|văn thư|bảo vệ)(?: [{LOWER}]+){{0,4}}"
)
# What lies in a commune and is counted there: "Mỗi thôn trồng 50 cây".
_HAMLET_RE = re.compile(rf"(?i)(?:các|mỗi|từng) (?:{HAMLETS}|khu dân cư|hộ)(?!\w)")
# What lies in a province: "Mỗi xã duy trì không quá 01 chợ" is the province's measure.
_COMMUNE_RE = re.compile(
    r"(?i)(?:mỗi|từng) (?:đơn vị hành chính )?(?:cấp )?(?:xã|phường|đặc khu)(?:, (?:xã|phường|đặc khu))*"
)
# "Cán bộ, công chức thuộc UBND xã": people of another body.
_OF_COMMUNES_RE = re.compile(r"(?i)\sthuộc (?:UBND|ủy ban nhân dân) (?:các |cấp )?(?:xã|phường)(?!\w)")
# "Sở Nội vụ được giao biên tập sổ tay": what stands behind is what is done, whatever the verb.
_IS_GIVEN_RE = re.compile(
    r",?\s+được (?:[Uu][Bb][Nn][Dd] tỉnh )?giao(?: cho| nhiệm vụ| trách nhiệm)?\s+(?=[a-zđ])(?!(?:nhiệm vụ|trách nhiệm|dự toán|kinh phí|vốn|chỉ tiêu|kế hoạch|biên chế|đất|thêm|tại|theo|trong)(?!\w))"
)
_BARE_RE = re.compile(r"Đơn vị|Cơ quan|Địa phương|Trường|Khoa|Phòng|Tổ|Cơ sở")
_SPOKEN_OF_RE = re.compile(r"(?i)(?:của|với|theo|tại|do|từ|cho|về|giữa|trong|bởi|ở|tới|đến|vào)\s+$")


@dataclass(frozen=True, slots=True)
class Who:
    """Who a clause is about, with the places in it where predicate and task begin."""

    actors: tuple[Agency, ...]
    predicate: int
    role: Role
    partners: tuple[Agency, ...]
    task: int
    explicit: bool
    subject: Range | None = None


def leads_of(holders: Iterable[Holder]) -> tuple[str, ...]:
    """Those who lead the tasks below; under "b) Phối hợp với các sở" the one whose part it is, who is told first."""
    held = tuple(holders)
    mine = tuple(h.name for h in held if h.role != "coordinate")
    return mine or tuple(h.name for h in held[:1])


def helpers_of(holders: Iterable[Holder]) -> tuple[str, ...]:
    """Those who only help with the tasks below ("a) Chủ trì, phối hợp với các sở:")."""
    leads = set(leads_of(holders))
    return tuple(h.name for h in holders if h.name not in leads)


def reaches_of(agencies: Iterable[Agency], profile: UnitProfile) -> list[str | None]:
    """How each of several bodies reaches the unit.

    >>> unit = UnitProfile("Trung tâm Khuyến nông", "agency")
    >>> reaches_of(map(agency_of, ("Các phòng, ban", "chi cục", "trung tâm thuộc Sở")), unit)
    [None, None, 'class']
    """
    told = tuple(agencies)
    # "Các phòng, ban, trung tâm thuộc Sở": the first word makes the whole list one of classes.
    classes = bool(told) and is_plural(told[0].name)
    return [
        reach_of(
            a.name,
            profile,
            collective=a.collective or is_plural(a.name) or (classes and a.name[:1].islower()),
        )
        for a in told
    ]


def charged(text: str, start: int, end: int) -> Subject | None:
    """Read whom "Giao Ban Quản lý các khu công nghiệp chỉ đạo ..." charges, whatever the verb."""
    charge = _CHARGE_RE.match(text, start, end)
    actors, reached = read_agencies(text, charge.end()) if charge else ((), end)
    return Subject(actors, reached, asked=True) if actors and reached < end else None


def _listed_before(text: str, start: int, actors: tuple[Agency, ...]) -> tuple[Agency, ...]:
    """The bodies of the same list that stand before the subject as read."""
    first = actors[0].start
    found: list[Agency] = []
    for agency in reversed(find_agencies(text[start:first])):
        moved = Agency(agency.name, agency.start + start, agency.end + start, agency.collective)
        if not _LIST_GAP_RE.fullmatch(text, moved.end, first):
            break
        found.insert(0, moved)
        first = moved.start
    # "... nhiệm vụ của các sở ngành, UBND các xã xây dựng dự toán": two collectives are one list, whatever stands before.
    one_kind = all(a.collective or is_plural(a.name) for a in (*found, actors[0]))
    spoken_of = bool(found) and not one_kind and _SPOKEN_OF_RE.search(text[start:first]) is not None
    return actors if spoken_of else (*found, *actors)


def _bare_partners(text: str, start: int, end: int) -> tuple[tuple[Agency, ...], int | None]:
    """Those after a "phối hợp" without "với" ("Phối hợp các sở, ngành xây dựng chương trình"), and where the task begins.

    >>> text = "Phối hợp các lực lượng và UBND các xã huy động ca nô"
    >>> found, begins = _bare_partners(text, 0, len(text))
    >>> [agency.name for agency in found], text[begins:]
    (['các lực lượng', 'UBND các xã'], 'huy động ca nô')
    """
    together = _BARE_WITH_RE.match(text, start, end)
    found, reached = read_agencies(text, together.end()) if together else ((), start)
    if together and found and together["forces"]:
        found = (Agency(together["forces"], *together.span("forces"), collective=True), *found)
    follows = found and starts_predicate(text[:end], reached + 1)
    begins = reached + 1 if follows else find_predicate(text, reached, end) if found else None
    return (found, begins) if begins is not None and begins - reached < 40 else ((), None)


def no_body(name: str, profile: UnitProfile) -> bool:
    """Whether a name tells people, the post of its head, what is counted, who was told before ("cơ quan đó"), or hamlets of its commune.

    >>> unit = UnitProfile("UBND xã A", "commune")
    >>> no_body("mỗi cộng tác viên", unit), no_body("Mỗi thôn", unit), no_body("Hội Nông dân", unit)
    (True, True, False)
    >>> no_body("Hiệu trưởng", UnitProfile("Trường THCS A", "school")), no_body("Hiệu trưởng", unit)
    (True, False)
    """
    if _OF_COMMUNES_RE.search(name) and not (of_commune(profile) or kind_of(profile).area):
        return False
    if any(shape.search(name) for shape in (_PERSONS_RE, _COUNTED_RE, _SAME_ONE_RE)):
        return True
    if kind_of(profile).name == "province" and _COMMUNE_RE.fullmatch(name):
        return True
    if match_key(name) == match_key(post_of(replace(profile, signer_title=None)) or ""):
        return True
    return kind_of(profile).area and _HAMLET_RE.match(name) is not None


def _labelled(text: str, start: int, end: int) -> Subject | None:
    """Read who is named before a colon ("Chủ tịch UBND cấp xã: ít nhất 02 ngày/tháng")."""
    first = next(iter(find_agencies(text[start:end])), None)
    if first is None or first.start or text[start + first.end : start + first.end + 2] != ": ":
        return None
    actor = Agency(first.name, start, start + first.end, first.collective)
    return Subject((actor,), start + first.end + 2, asked=False)


def given_apart(text: str, start: int, end: int, profile: UnitProfile) -> Subject | None:
    """Read which other body gets something by itself, behind what the unit is told ("...; Bảo tàng tỉnh được thêm 200 triệu đồng").

    >>> text = "Các trường dùng dự toán được giao; Bảo tàng tỉnh được thêm 200 triệu đồng"
    >>> given_apart(text, text.index("Bảo"), len(text), UnitProfile("Trường THCS A", "school")).actors[0].name
    'Bảo tàng tỉnh'
    """
    mark, gets = text[:start].rstrip()[-1:], _GETS_RE.match(text, start, end)
    if gets is None or mark not in {";", "."} or not is_body(gets["name"], opens=mark == "."):
        return None
    actor = Agency(gets["name"], start, gets.end("name"), collective=False)
    ours = is_plural(actor.name) or any(reaches_of((actor,), profile))
    return None if ours else Subject((actor,), gets.end(), asked=False)


def _of_those_told(agency: Agency, profile: UnitProfile) -> bool:
    """Whether what a clause beneath those charged names is whoever of them is asked to help or acts, or whom a committee is to lead.

    >>> unit, names = UnitProfile("Sở Y tế", "department"), ("thủ kho", "ban giám hiệu", "Ban Giám hiệu", "nhà thầu")
    >>> [_of_those_told(agency_of(name), unit) for name in names]
    [True, True, False, False]
    """
    of_them = _ASKED_ONE_RE.fullmatch(agency.name) or _ORGAN_RE.fullmatch(agency.name)
    return of_them is not None or _is_to_lead(agency, profile)


def _is_to_lead(agency: Agency, profile: UnitProfile) -> bool:
    """Whether "Lãnh đạo Mặt trận Tổ quốc các cấp" beneath a committee's heading tells it to lead, and names no leaders.

    >>> unit = UnitProfile("Đảng ủy xã A", "party_committee")
    >>> names = "Lãnh đạo UBND cấp xã", "Lãnh đạo UBND tỉnh"
    >>> [_is_to_lead(agency_of(name), unit) for name in names]
    [True, False]
    """
    whom = agency.name.removeprefix("Lãnh đạo ")
    return whom != agency.name and led_body(whom, profile.name) is not None


def _read(
    text: str,
    spot: Range,
    carried: tuple[Agency, ...],
    helping: tuple[Agency, ...],
    profile: UnitProfile,
) -> Who:
    start, end = spot.start, spot.end
    subject = role_subject(text, start, end, profile) or asked_subject(text, start, end, profile)
    subject = subject or read_subject(text, start, end)
    subject = subject or charged(text, start, end)
    subject = subject or _labelled(text, start, end) or level_subject(text, start, end, profile)
    subject = subject or given_apart(text, start, end, profile)
    some = (
        subject
        and kind_of(profile).level == "commune"
        and _SHARE_OF_RE.search(text[start : subject.actors[0].start])
    )
    if subject and (some or all(no_body(actor.name, profile) for actor in subject.actors)):
        subject = None  # "mỗi cộng tác viên phụ trách 100 hộ": no body, but people of the one told before
    if (
        subject
        and carried
        and (subject.asked or subject.actors[0].start == start)
        and _of_those_told(subject.actors[0], profile)
    ):
        subject = None
    if subject and len(subject.actors) == 1 and not is_plural(subject.actors[0].name):
        told = _IS_GIVEN_RE.match(text, subject.actors[0].end, end)
        subject = replace(subject, predicate=told.end()) if told else subject
    predicate = subject.predicate if subject else start
    duty = read_duty(text, predicate, end)
    partners = tuple(
        p for p in duty.partners if not picks_some(text, p) and not _CUT_RE.match(text[p.start : p.end + 2])
    )
    if not partners and duty.role == "coordinate":
        partners, task = _bare_partners(text, predicate, end)
        duty = replace(duty, task=task or duty.task)
    helpers = role_helpers(text, predicate, end, profile)
    partners += helpers
    # "các tổ chức | cung cấp dịch vụ chi trả lập danh sách": the task begins after the whole role.
    held = (
        a.end + len(text[a.end :]) - len(text[a.end :].lstrip())
        for a in helpers
        if a.start <= duty.task < a.end or duty.task >= end
    )
    duty = replace(duty, task=max(held, default=duty.task))
    if subject is None:
        return Who(carried, 0, duty.role, (*partners, *helping), duty.task - start, False)
    if carried and all(_BARE_RE.fullmatch(actor.name) for actor in subject.actors):
        # "Các trường phân loại rác. Đơn vị báo cáo kết quả": the group told before.
        subject = replace(subject, actors=tuple(replace(a, name=carried[0].name) for a in subject.actors))
    actors = _listed_before(text, start, subject.actors)
    spot = Range(actors[0].start - start, max(actors[-1].end, subject.actors[-1].end) - start)
    return Who(actors, predicate - start, duty.role, partners, duty.task - start, True, spot)


def _cut(holding: Holding, spot: Range) -> bool:
    """Whether a fact's actor is only the noun of a longer name."""
    start = holding.block.start
    return _CUT_RE.fullmatch(holding.block.text[spot.start - start : spot.end - start + 2]) is not None


def _with_facts(holding: Holding, who: Who, spot: Range, profile: UnitProfile) -> Who:
    """Who acts in "..., do Sở Y tế chủ trì", and who helps at a clause's end, as the facts of the line tell."""
    said = [f for f in holding.found if f.actor_range and spot.start <= f.actor_range.start < spot.end]
    if not said and not who.explicit and not who.actors:
        # "Mở 08 lớp bồi dưỡng. Sở Nội vụ chủ trì; Trường Chính trị tỉnh phối hợp": who does it is told after it.
        words = _squeezed(
            holding.block.text[spot.start - holding.block.start : spot.end - holding.block.start]
        )
        said = [f for f in holding.found if f.actor and f.actor_range and _squeezed(f.task)[:50] in words]
    said = [f for f in said if f.actor_range is None or not _cut(holding, f.actor_range)]
    helpers = [f.actor for f in said if f.role == "coordinate" and f.actor]
    known = {partner.name for partner in who.partners}
    more = tuple(agency_of(name) for name in dict.fromkeys(helpers) if name not in known)
    who = replace(who, partners=(*who.partners, *more))
    doers = [f for f in said if f.role != "coordinate" and f.actor and not no_body(f.actor, profile)]
    doers = [f for f in doers if not (who.actors and _of_those_told(agency_of(f.actor or ""), profile))]
    if who.explicit or not doers:
        return who
    actors = tuple(agency_of(name) for name in dict.fromkeys(f.actor or "" for f in doers))
    return replace(who, actors=actors, role=doers[0].role)


def agency_of(name: str) -> Agency:
    """A body by its name alone."""
    return Agency(name, 0, len(name), collective=is_plural(name))


def _squeezed(text: str) -> str:
    return re.sub(r"[\s*_]+", " ", text).strip(" .;:,").lower()


def read_who(
    holding: Holding,
    part: Range,
    carried: tuple[Agency, ...],
    helping: tuple[Agency, ...],
    profile: UnitProfile,
) -> Who:
    """Read who the clause at ``part`` of the line's text is about; ``carried``, ``helping``: told before it."""
    who = _read(holding.block.text, part, carried, helping, profile)
    return _with_facts(holding, who, holding.block.clean(part.start, part.end), profile)
