"""Who stands before a predicate, and which role each agency in a clause takes.

In: one clause. Out: the agencies with their roles, and where the task's own words begin. The five roles are
those of ``ingest.plan.Role``; "chủ trì" takes precedence, then "phối hợp", "tham mưu", "giúp/làm đầu mối".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.facts.bodies.agencies import Agency, find_agencies, read_agencies
from ingest.facts.bodies.described import (
    after_and,
    after_description,
    after_given,
    closes_lead_in,
    described,
    ends_lead_in,
    later_charge,
    own_actors,
    past_each,
)
from ingest.facts.bodies.doers import begins_name, read_doer
from ingest.facts.bodies.loose import charged_subject
from ingest.facts.bodies.responsible import described_subject
from ingest.facts.language.verbs import ADVERB_PATTERN, PREDICATE_RE, starts_plain
from ingest.facts.tasks.partners import (
    COORDINATE_RE,
    bare_partners,
    bracketed_partners,
    inner_partners,
    read_partners,
)
from ingest.facts.tasks.trailing import OWN_FIELD_RE
from ingest.plan import Range, Role
from ingest.spelling import spaced_re

__all__ = ["Duty", "Subject", "after_ask", "find_predicate", "read_duty", "read_subject"]


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a clause is about, and where its predicate begins; ``asked`` after giao, đề nghị, yêu cầu."""

    actors: tuple[Agency, ...]
    predicate: int
    asked: bool = False
    common: bool = False
    """Told by common nouns and a plain verb ("trưởng ấp dẫn đường"): it says nothing of the next sentence."""


@dataclass(frozen=True, slots=True)
class Duty:
    """What the predicate says: the subject's role, those it works with, where the task begins."""

    role: Role
    partners: tuple[Agency, ...]
    task: int
    explicit: bool
    """The role is said in words (chủ trì, phối hợp, ...), not only understood."""
    equals: tuple[Agency, ...] = ()
    """Those who lead together with the subject ("đồng chủ trì với X")."""


_ASK_RE = re.compile(
    r"(?:(?:Ủy ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Thường trực|Ban Thường vụ|Chủ tịch|Lãnh đạo|Chính phủ|Thủ tướng|Quốc hội|Ủy ban Thường vụ Quốc hội|Ban Chấp hành|(?:Tỉnh|Thành|Huyện|Đảng) (?:ủy|uỷ)|Ban Giám hiệu)[^,;:.]{0,60}?\s+)?(?:(?i:thống\s+nhất|quyết\s+định|đồng\s+ý|tiếp\s+tục)\s+(?=giao\s))?"
    r"(?P<ask>(?i:đề\s+nghị|yêu\s+cầu|giao(?!\s+(?-i:ban|lưu|dịch|tiếp|thông|nộp|đất|kế\s+hoạch|chỉ\s+tiêu)(?!\w))(?:\s+cho|\s+trách\s+nhiệm(?:\s+cho)?)?|phân\s+công|trân\s+trọng\s+đề\s+nghị|ủy\s+quyền\s+cho)(?:\s*:)?|Trách\s+nhiệm\s+của)\s+(?:100\s*%\s+)?(?=\S)"
)
_LEAD_IN_RE = spaced_re(
    r"(?i:căn cứ|trên cơ sở|định kỳ|hằng|hàng|trong|trước|sau|theo|từ|để|nhằm|đối với|vào|khi|nếu|trường hợp|chậm nhất|ngoài|bên cạnh|tùy|đồng thời|riêng|thông qua|bằng|tại|đến|với|thực hiện|nơi|quá (?:hạn|thời)|(?:không quá|tối đa) \d+|(?:cuối|đầu|giữa)(?= (?:mỗi|năm|tháng|quý|kỳ|học|giờ|tuần|mùa|buổi|đợt))|(?:sáng|chiều|tối)(?= (?:thứ|chủ|ngày|hằng|mỗi))|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|kết thúc|mỗi (?:khi|lần|kỳ|đợt|quý|tháng|tuần|năm)|tháng \d+|quý [IV\d]+|ngày \d+)(?!\w)"
)
# "Riêng năm 2026 giao Sở Y tế ...": a time before who is asked.
_WHEN_RE = spaced_re(
    r"(?i:(?:riêng|trong|từ|trước mắt) )?(?i:năm|tháng|quý) [\dIVX/]+\s*,? (?=giao|đề nghị|yêu cầu|phân công)"
)
# "riêng Ban Quản lý chợ lập danh sách", "còn Công an xã ghi hình".
_ALONE_RE = re.compile(
    r"(?i:riêng|còn)\s+(?=\w)(?!(?:đối|với|về|năm|tháng|quý|các\s+(?:nội|chỉ|nhiệm)|lại|có|thiếu)(?!\w))"
)
_THEN_RE = re.compile(r"(?<=\s)thì\s+(?=\w)")
# "Đối tượng thanh tra có báo cáo giải trình | thì gửi ...": in which case they act.
_HAS_RE = re.compile(r"(?P<name>[^\s,;:.()][^,;:.()]{2,60}?)\s+(?:có|không|chưa)\s")
# "Báo cáo định kỳ: Trước ngày 15/6, các đơn vị gửi ...": the title of an item before its lead-in.
_TITLED_LEAD_IN_RE = re.compile(r"[^\s,;:.()][^,;:.()]{2,60}:\s+")
_FOR_WHOM_RE = re.compile(r"(?i:(?:riêng\s+)?đối\s+với)(?!\w)")
# "Đồng thời, tổng hợp ...": an adverb, whose verb follows at once.
_ADVERB_IN_RE = re.compile(r"(?i:đồng\s+thời|định\s+kỳ|hằng|hàng|riêng)(?!\w)")
_PHRASE_RE = spaced_re(
    r"(?:nhất là|đặc biệt là|trước hết là|theo|căn cứ|tùy theo|trong phạm vi|trên cơ sở|khi|hằng|hàng|định kỳ|bằng|thông qua|ngoài|với|trước|ngay sau)(?!\w)|được(?= (?:giao|phân công|phân cấp|chỉ định|ủy quyền|cử|chọn|mời|thành lập|Bộ|Thủ|Ủy|UBND|cấp (?:có thẩm quyền (?:giao|phân)|trên|ủy)|cơ quan)(?!\w))"
)
_WITH_RE = spaced_re(
    r"(?i:có|với) sự (?:tham gia|phối hợp|hỗ trợ) của |(?i:phối hợp)(?: (?:chặt chẽ|tốt|đồng bộ|kịp thời|thường xuyên|chặt chẽ, \w+ \w+))*\s*(?:với|cùng(?: với)?) "
)
_LEAD_RE = spaced_re(
    r"(?i:(?:(?:làm|là) )?(?:đồng )?(?:(?:đơn vị|cơ quan) )?(?:(?:thường trực|đầu mối)\s*,?\s*(?:và )?)?chủ trì)(?! (?:cuộc họp|hội nghị|phiên))(?!\w)"
)
# "Sở X (chủ trì) phối hợp với Sở Y ...": the bracket tells the subject's role.
_NOTED_LEAD_RE = spaced_re(r"(?i)\(\s*(?:(?:cơ quan|đơn vị) )?chủ trì\s*\)\s*,?\s*$")
_LATER_LEAD_RE = re.compile(r"(?<!cơ\squan)(?<!đơn\svị)(?<!giao)(?<!công)(?<!trò)\s+(?=chủ\s+trì(?!\w))")
_BESIDE_RE = spaced_re(r"(?:(?:cùng )?với|cùng(?= (?:[A-ZĐÔ]|các\s))) (?=\S)")
_ROLE_RE = spaced_re(r"(?i)(?:đồng )?chủ trì|phối hợp|tham mưu|có trách nhiệm|chịu trách nhiệm|làm đầu mối")
# "Đồng" is no name; "cơ quan đầu mối" says what the body told above is.
_NO_NAME_RE = spaced_re(r"Đồng chủ trì(?!\w)|(?i:(?:cơ quan|đơn vị|bộ phận) đầu mối)(?!\w)")
_JOIN_RE = re.compile(r"\s*(?:,|và|cùng|:)?\s*")
_ADVISE_RE = re.compile(r"(?i:tham\s+mưu)(?!\w)")
_SUPPORT_RE = spaced_re(
    r"(?i:giúp|(?:(?:làm|là) )?(?:(?:cơ quan|đơn vị) )?đầu mối|(?:làm|là) (?:(?:cơ quan|đơn vị) )?thường trực|làm nhiệm vụ thường trực|hỗ trợ(?= (?:UBND|Ủy ban|Ban Chỉ đạo)))(?!\w)"
)
# "Sở X (cơ quan thường trực)", "Sở X - cơ quan thường trực Ban Chỉ đạo chủ trì": words about the body itself.
_APPOSITION_RE = spaced_re(
    r"\s*\([^)]*\)|\s*[-–,] (?:là )?(?:[cC]ơ quan|[đĐ]ơn vị) (?:thường trực|đầu mối|chủ trì|chủ quản)(?: (?!chủ trì|phối hợp|có trách|tham mưu|giúp)[^\s,;:.()]+){0,12}"
)
_LONGEST_IF, _BARE_WORDS = 160, 2
"""Letters of the longest condition before "thì"; words of a name that is a bare kind of persons ("cán bộ")."""
_ADVERBS_RE = re.compile(rf"{ADVERB_PATTERN}*")


def _predicate_after(text: str, at: int, end: int) -> int | None:
    """Where the predicate begins after a list of agencies, over a bracket or a "theo chức năng ...," phrase."""
    place = at
    bracket = _APPOSITION_RE.match(text, place, end)
    if bracket:
        place = bracket.end()
    gap = re.compile(r"\s*[,:]?\s*").match(text, place, end)
    place = gap.end() if gap else place
    if PREDICATE_RE.match(text, place, end):
        return place
    phrase = _PHRASE_RE.match(text, place, end)
    if phrase is None:
        return None
    own = OWN_FIELD_RE.match(text, place, end)
    if own and PREDICATE_RE.match(text, own.end(), end):
        return own.end()  # "theo lĩnh vực phụ trách kiểm tra, đôn đốc"
    # "..., theo chức năng, nhiệm vụ được giao, xây dựng kế hoạch": the predicate follows a comma; failing that, a space.
    stop = re.compile(r"[;.:]").search(text, place, min(end, place + 220))
    limit = stop.start() if stop else min(end, place + 220)
    leads = _LATER_LEAD_RE.search(text, phrase.end(), limit)
    if leads:
        return leads.end()  # "theo lĩnh vực phụ trách chủ trì ...": "phụ trách" belongs to the phrase
    # After "nhất là người đứng đầu ..." the first verb is the predicate, with or without a comma.
    shapes = (r"\s+",) if phrase[0].endswith("là") else (r",\s+", r"\s+")
    for shape in shapes:
        for word in re.compile(shape).finditer(text, phrase.end(), limit):
            verb = PREDICATE_RE.match(text, word.end(), end)
            given = text[: word.start()].rstrip().endswith("được") or text[word.end()].isupper()
            if verb and not given and verb["verb"].lower() != "yêu cầu":
                return word.end()
    return None


def after_ask(text: str, start: int, end: int) -> int:
    """Where the words after "giao", "đề nghị", "yêu cầu" begin; ``start`` where the clause asks nobody.

    >>> after_ask("Yêu cầu Giám đốc các sở", 0, 23)
    8
    """
    ask = _ASK_RE.match(text, start, end)
    return ask.end() if ask else start


def read_subject(text: str, start: int, end: int) -> Subject | None:
    """Read who a clause is about, when it says so before its predicate.

    >>> subject = read_subject("Giao Thanh tra tỉnh chủ trì theo dõi", 0, 36)
    >>> subject.actors[0].name, subject.asked
    ('Thanh tra tỉnh', True)
    >>> read_subject("Đồng chủ trì với Sở Y tế tổ chức hội thi", 0, 40), read_subject("cơ quan đầu mối; mở lớp", 0, 15)
    (None, None)
    """
    if _NO_NAME_RE.match(text, start, end):
        return None
    when = _WHEN_RE.match(text, start, end)
    ask = _ASK_RE.match(text, when.end() if when else start, end)
    if ask:
        asked = (
            _subject_at(text, ask.end(), end)
            or _asked_doer(text, ask.end(), end)
            or _unknown_subject(text, ask.end(), end)
        )
        if asked:
            return Subject(asked.actors, asked.predicate, asked=True)
    if alone := _ALONE_RE.match(text, start, end):
        return read_subject(text, alone.end(), end)
    found = _subject_at(text, start, end) or _then_acts(text, start, end)
    titled = _TITLED_LEAD_IN_RE.match(text, start, end) if found is None else None
    if titled and _LEAD_IN_RE.match(text, titled.end(), end):
        return read_subject(text, titled.end(), end)
    if found or not _LEAD_IN_RE.match(text, start, end):
        return found or _charged(text, start, end) or _described(text, start, end) or _doing(text, start, end)
    places: list[int] = []
    for place in _after_commas(text, start, end):
        if _opens_role(text, place, end):
            break  # "..., chủ trì tổng hợp": whoever is named later is no subject
        places.append(place)
        ask = _ASK_RE.match(text, place, end)
        asked = _subject_at(text, ask.end(), end) if ask else None
        if asked:
            return Subject(asked.actors, asked.predicate, asked=True)
        found = _subject_at(text, place, end)
        if found and not closes_lead_in(text, start, found.actors[-1]):
            return replace(found, actors=own_actors(text, start, place, found.actors))
        found = _charged(text, place, end, inside=True)
        if found:
            return found
    doers = (_doing(text, at, end) for at in _sure_places(text, start, places))
    return _described(text, start, end) or next((doer for doer in doers if doer), None)


def _sure_places(text: str, start: int, places: list[int]) -> list[int]:
    """The places behind a lead-in where a body told by common nouns is no further member of a list."""
    if re.compile(r"(?i)thực\s+hiện\s").match(text, start):
        return []
    befores = [start, *places]
    return [
        at
        for at, before in zip(places, befores, strict=False)
        if before == start or _LEAD_IN_RE.match(text, before) or PREDICATE_RE.match(text, before)
    ]


def _charged(text: str, place: int, end: int, inside: bool = False) -> Subject | None:
    found = charged_subject(text, place, end, inside=inside)
    return Subject(*found) if found else None


def _then_acts(text: str, start: int, end: int) -> Subject | None:
    """Who acts in "Lớp dưới 14 điểm thì giáo viên chủ nhiệm trình biện pháp", "Hộ chưa có đất thì nộp đơn"."""
    then = _THEN_RE.search(text, start, min(end, start + _LONGEST_IF))
    if then is None:
        return None
    has = _HAS_RE.match(text, start, then.start()) if PREDICATE_RE.match(text, then.end(), end) else None
    if has and begins_name(has["name"]):
        return Subject((Agency(has["name"], start, has.end("name")),), then.end(), common=True)
    return _subject_at(text, then.end(), end) or _doing(text, then.end(), end)


def _doing(text: str, place: int, end: int) -> Subject | None:
    found = read_doer(text, place, end)
    return Subject(*found, common=True) if found else None


def _asked_doer(text: str, place: int, end: int) -> Subject | None:
    """Who is asked by common nouns; "phân công cán bộ theo dõi" asks nobody whom the text tells."""
    found = read_doer(text, place, end)
    if found is None or all(len(body.name.split()) <= _BARE_WORDS for body in found[0]):
        return None
    return Subject(*found)


def _described(text: str, start: int, end: int) -> Subject | None:
    found = described_subject(text, start, end)
    return Subject(*found) if found and found[0] else None


def find_predicate(text: str, start: int, end: int) -> int | None:
    """Where the predicate of a clause without subject begins: at once, or after "Trên cơ sở ..., ".

    >>> text = "Trên cơ sở đề xuất của các sở, ngành, chủ trì tổng hợp"
    >>> text[find_predicate(text, 0, len(text)) :]
    'chủ trì tổng hợp'
    """
    direct = PREDICATE_RE.match(text, start, end) is not None
    colon = re.compile(r":\s+").search(text, start, min(end, start + 160)) if not direct else None
    for_whom = colon and _FOR_WHOM_RE.match(text, start) and PREDICATE_RE.match(text, colon.end(), end)
    if colon and (for_whom or _opens_role(text, colon.end(), end)):
        return colon.end()  # "Đối với Sở X: chủ trì ...", "Đối với các phường: bố trí ..."
    if _LEAD_IN_RE.match(text, start, end) and not (direct and _ADVERB_IN_RE.match(text, start, end)):
        verbs = [(at, PREDICATE_RE.match(text, at, end)) for at in _after_commas(text, start, end)]
        roles = [at for at, verb in verbs if verb and _ROLE_RE.match(verb["verb"])]
        if roles:
            return roles[0]
        if not direct:
            return next((at for at, verb in verbs if verb and verb["verb"].lower() != "yêu cầu"), None)
    return start if direct else None


def _after_commas(text: str, start: int, end: int) -> list[int]:
    """The places after the commas of a lead-in; commas inside one body's name are none."""
    limit = min(end, start + 320)
    names = [Range(name.start + start, name.end + start) for name in find_agencies(text[start:limit])]
    # "hồ sơ do Sở Nội vụ, Công an tỉnh chuyển đến": those after "do" act inside a noun phrase.
    # So do those of "kể từ ngày Sở Nội vụ, Công an tỉnh ký".
    for mark in re.compile(r"(?<!\w)(?:(?:do|ngày|[kK]hi)\s+(?!\d)|được\s+(?=[A-ZĐ]))").finditer(
        text, start, limit
    ):
        names.append(Range(mark.end(), read_agencies(text, mark.end())[1]))
    places = [comma.end() for comma in re.compile(r",\s+").finditer(text, start, limit)]
    inside = [(at, name) for at in places for name in names if name.start < at < name.end]
    return [at for at in places if all(ends_lead_in(text, at, name) for one, name in inside if one == at)]


def _unknown_subject(text: str, place: int, end: int) -> Subject | None:
    """A body outside the grammar after "giao", "đề nghị": it reaches to the predicate; a known one to any word."""
    known, reached = read_agencies(text, place)
    gap = (
        re.compile(r"\s+(?=[^\W\d_])(?!(?:có|của|thuộc|ở|tại|nơi|được)(?!\w))").match(text, reached, end)
        if known
        else None
    )
    if gap and text[gap.end()].islower():
        return Subject(known, gap.end())
    for word in re.compile(r"(?<=\s)(?=\w)").finditer(
        text, max(place + 1, reached if known else 0), min(end, place + 110)
    ):
        verb = PREDICATE_RE.match(text, word.start(), end)
        name = text[place : word.start()].strip(" ,:")
        if verb and name[:1].isupper() and 1 < len(name.split()) <= 16 and not re.search(r"[;.]", name):
            return Subject((Agency(name, place, place + len(name)),), word.start())
    return None


def _subject_at(text: str, place: int, end: int) -> Subject | None:
    actors, reached = read_agencies(text, place)
    if not actors or reached > end:
        return None
    predicate = after_description(text, actors[-1], end)
    if predicate is not None:
        return Subject(described(text, actors, predicate), predicate)
    predicate = _predicate_after(text, past_each(text, reached, end), end)
    if predicate is None:
        plain_at = reached + 1
        acts = text[reached:plain_at].isspace() and starts_plain(text, plain_at, end)
        return Subject(actors, plain_at) if acts else None
    if later := after_given(text, actors[-1], predicate, end) or after_and(text, predicate, end):
        return Subject(described(text, actors, later), later)
    verb = PREDICATE_RE.match(text, predicate, end)
    plain = verb and not _ROLE_RE.match(verb["verb"]) and not _ROLE_RE.match(verb[0])
    charge = later_charge(text, actors[-1], predicate, end) if plain else None
    if charge:
        predicate = charge
        actors = described(text, actors, predicate)
    if verb and verb["verb"].lower() == "căn cứ":
        # "căn cứ tình hình thực tế, chủ trì ...": the role said later is what it does.
        predicate = next(
            (at for at in _after_commas(text, predicate, end) if _opens_role(text, at, end)), predicate
        )
    return Subject(actors, predicate)


def _opens_role(text: str, at: int, end: int) -> bool:
    verb = PREDICATE_RE.match(text, at, end)
    return verb is not None and _ROLE_RE.match(verb["verb"]) is not None


def read_duty(text: str, start: int, end: int) -> Duty:
    """Read role, partners and task of a predicate that begins at ``start``.

    >>> text = "chủ trì, phối hợp với Sở Nội vụ, các cơ quan liên quan theo dõi việc thực hiện"
    >>> duty = read_duty(text, 0, len(text))
    >>> duty.role, [partner.name for partner in duty.partners], text[duty.task :]
    ('lead', ['Sở Nội vụ', 'các cơ quan liên quan'], 'theo dõi việc thực hiện')
    """
    duty = _said_duty(text, start, end)
    if duty.role != "lead" and _NOTED_LEAD_RE.search(text, max(0, start - 40), start):
        return replace(duty, role="lead", explicit=True)
    return duty


def _said_duty(text: str, start: int, end: int) -> Duty:
    adverbs = _ADVERBS_RE.match(text, start, end)
    place = adverbs.end() if adverbs else start
    lead = _LEAD_RE.match(text, place, end)
    if lead:
        after = _JOIN_RE.match(text, lead.end(), end)
        task = after.end() if after else lead.end()
        partners: tuple[Agency, ...] = ()
        equals: tuple[Agency, ...] = ()
        beside = _BESIDE_RE.match(text, task, end)
        if beside and "đồng" not in lead[0].lower():
            partners, task = read_partners(text, beside.end(), end)
            return Duty("lead", partners, task, explicit=True)
        if beside:
            equals, reached = read_agencies(text, beside.end())
            after = _JOIN_RE.match(text, reached, end)
            task = after.end() if after and equals else task
        together = _WITH_RE.match(text, task, end)
        if together:
            partners, task = read_partners(text, together.end(), end)
        else:
            found = bare_partners(text, task, end) or bracketed_partners(text, lead.end(), end)
            partners, task = found or (inner_partners(text, task, end), task)
        return Duty("lead", partners, task, explicit=True, equals=equals)
    together = _WITH_RE.match(text, place, end)
    if together:
        partners, task = read_partners(text, together.end(), end)
        return Duty("coordinate", partners, task, explicit=True)
    if COORDINATE_RE.match(text, place, end):
        partners, task = bare_partners(text, place, end) or ((), start)
        return Duty("coordinate", partners, task, explicit=True)
    if _ADVISE_RE.match(text, place, end):
        return Duty("advise", (), start, explicit=True)
    if _SUPPORT_RE.match(text, place, end):
        return Duty("support", inner_partners(text, place, end), start, explicit=True)
    return Duty("responsible", inner_partners(text, place, end), start, explicit=False)
