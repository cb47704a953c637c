"""How the unit says one clause of the parent that charges it: who acts, who is asked, where reports go.

In: a kept clause, the parent and the profile. Out: its words before narrowing, what was done, the division
charged. A collective that acts becomes the unit's own parts, whatever else stands in the list; a report to a
body above becomes the duty of who gathers reports, and a school's or hospital's goes to the body above it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.draft.child.assign import choose_division, gatherer_of
from assistant.draft.child.citing import own_superior
from assistant.draft.child.facets import tells_facet
from assistant.draft.child.own_name import as_of_one, sent_to_gatherer, without_self
from assistant.draft.child.upward import for_decision, is_upward, opens_report, parted_report, to_superior
from assistant.draft.edits import breaks
from assistant.draft.model import SLOT, Action
from assistant.draft.parent.binding import (
    district_class,
    inherits_districts,
    is_plural,
    own_division,
    reach_of,
)
from assistant.draft.parent.clause import Clause
from assistant.draft.parent.collective import OWN_BODY_RE, gives_opinion, picks_some
from assistant.draft.parent.elsewhere import sets_own_time
from assistant.draft.parent.lowered import class_words
from assistant.draft.parent.requests import ASKS_RE
from assistant.draft.parent.roles import by_role
from assistant.draft.unit.parts import is_part_class
from assistant.draft.unit.party import LEADS, commune_led, led_body
from assistant.draft.unit.profile import Kind, UnitProfile, kind_of
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.tasks.roles import find_predicate
from ingest.plan import Plan
from ingest.spelling import match_key

__all__ = ["Said", "say_clause"]

_TOGETHER_WITH_RE = re.compile(r"(?i)\W*(?:chủ động |tích cực )?(?:chủ trì,? )?phối hợp(?!\w)")
# Said by the narrowing of names: "Ban thường vụ cấp ủy cấp tỉnh".
_OF_COMMITTEE_RE = re.compile(
    r"(?i)(?:ban thường vụ|ban chấp hành|thường trực) (?:các )?(?:cấp|tỉnh|thành|huyện) "
)
_ONE_EACH_RE = re.compile(r"(?i)(?:mỗi|từng)\s|.*%")
# A target for the unit is the unit's, no division's.
_OF_SOME_RE = re.compile(r"(?P<whom>Đối với [^:;.]{3,160}):\s+(?=\w)")
_REACHES_RE = re.compile(r"(?:đạt|không quá|không thấp hơn|ít nhất|tối thiểu)(?!\w)")
# "Là cơ quan thường trực Ban Chỉ đạo", "giữ vai trò nòng cốt": what the unit is, no division can be.
_IS_RE = re.compile(r"(?:là|làm) (?:cơ quan|đơn vị|đầu mối|thành viên)(?!\w)|(?:giữ|đóng) vai trò ")
_STAFF_RE = re.compile(
    r"(?i)(?:\w+ ){0,2}trưởng(?!\w)|bác sĩ|nhân viên|viên chức|cán bộ|chi ủy|cấp ủy|bí thư"
)
_POST_RE = re.compile(
    r"(?:các )?(?:bộ trưởng,|thủ trưởng|người đứng đầu|lãnh đạo|giám đốc|hiệu trưởng|trưởng|chủ tịch|bí thư)\s"
)
# "Các đơn vị có xe", "các cơ quan được giao kinh phí"; "có liên quan", "được giao nhiệm vụ" pick out nobody.
_WHICH_RE = re.compile(
    r"\s(?P<which>(?:có(?! (?:liên quan|chức năng|thẩm quyền|trách nhiệm))|được(?! (?:giao|phân công)(?: (?:nhiệm vụ|chủ trì|phối hợp|thực hiện)\b.*)?$)|đang|đã|chưa|không|còn|bị|phát sinh|sử dụng|để xảy ra)\s.+)$"
)
# "UBND các xã biên giới": a sort of places; "... trên địa bàn tỉnh" are all of them.
_SORT_RE = re.compile(
    r"(?i)(?:(?:chủ tịch )?(?:UBND|[ủu][ỷy] ban nhân dân) )?(?:các |cấp )*(?:xã(?! hội)|phường)(?:(?:,| và|, và)? (?:các )?(?:xã|phường|thị trấn|đặc khu)(?!\w))*"
    r" (?P<all>(?:(?:trực )?thuộc|của|toàn) (?:tỉnh|thành phố)|trên địa bàn|trong phạm vi|(?:có )?liên quan)?(?P<sort>(?!(?:trong|trên|tại|ở|có|được|liên quan|theo|cùng|với|và|nơi|đang|đã|chưa|không|còn|bị|để)(?!\w))[^,;:.()]*)$"
)
_ASKED_RE = re.compile(r"(?i)(?:trân trọng )?đề nghị(?: cho)?:?\s*$")
# Law on the state budget (83/2015/QH13), article 8: it is the unit that has a budget, none of its parts.
_OWN_MONEY_RE = re.compile(
    r"(?i)\W*(?:(?:tự|chủ động|chịu trách nhiệm|có trách nhiệm) )*(?:cân đối|bố trí|sắp xếp|lồng ghép|bảo đảm|lập)(?:,? (?:và )?(?:cân đối|bố trí|sắp xếp|lồng ghép|sử dụng))*(?: (?:từ|trong|các|nguồn))* (?:kinh phí|dự toán|ngân sách|nguồn vốn|nguồn lực tài chính)(?!\w)"
)
_GOVERNMENT_RE = re.compile(
    r"chính quyền|cơ quan (?:hành chính|nhà nước)|^(?:các )?ubnd|^(?:các )?ủy ban nhân dân"
)
# The committee and the government of each place.
_BOTH_RE = re.compile(
    r"(?:các )?cấp (?:ủy|uỷ)(?: đảng)?(?:,| và)? (?:các )?chính quyền(?: (?:các cấp|cơ sở|địa phương))?"
)
_WHEN_RE = re.compile(r"(?i)(?:định kỳ|hằng|hàng|trước|chậm nhất|khi|sau|cuối|đột xuất)(?!\w)")
_ISSUER_RE = re.compile(
    r"(?:(?:Chủ tịch\s+)?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s[^,;.]{0,40}?\s)(?:yêu cầu|giao|đề nghị|phân công)(?: cho)?:?\s*$"
)
_CHARGED_RE = re.compile(
    r"(?i)(?:(?:trân trọng )?đề nghị|giao(?: cho)?|yêu cầu|phân công|trách nhiệm của)(?: cho)?:?\s*$"
)


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a clause before narrowing, what was done to it, who takes it, whether it reports upwards."""

    text: str
    action: Action
    division: str | None = None
    upward: bool = False


def _class_words(kind: Kind, *, head: bool) -> str | None:
    """What the unit calls itself where its class is told to act; None where the words may stand."""
    if head and (kind.level == "unit" or kind.area or kind.system == "party"):
        return kind.head
    if kind.area:
        return f"UBND {kind.self}"
    return kind.self if kind.level == "unit" or kind.system == "party" or kind.name == "agency" else None


def _which(words: str) -> str:
    """What picks out some of a group, or binds the unit only if it holds ("có xe"); "" where nothing does.

    >>> [_which(words) for words in ("Các đơn vị có xe", "Các cơ quan, đơn vị có liên quan", "các đơn vị được giao nhiệm vụ")]
    ['có xe', '', '']
    """
    found = _WHICH_RE.search(words)
    return found["which"].strip() if found else ""


def _sort_of(words: str, kind: Kind) -> tuple[list[str], str] | None:
    """The class of a commune in words that tell a sort of it, as its key, with what binds the unit only if it is one.

    >>> commune = kind_of(UnitProfile("UBND xã A", "commune"))
    >>> _sort_of("UBND các xã ven sông", commune), _sort_of("UBND các xã trên địa bàn tỉnh", commune)
    ((['ubnd các xã'], 'là xã ven sông'), (['ubnd các xã'], ''))
    """
    found = _SORT_RE.fullmatch(words) if kind.area else None
    if found is None:
        return None
    key, sort = match_key(words[: found.start("all" if found["all"] else "sort")]).strip(), found["sort"]
    within = sort.startswith("thuộc ")
    return [key], "" if found["all"] else sort if within else f"là {kind.self} {sort}"


def _is_class(words: str, profile: UnitProfile) -> bool:
    """Whether words call bodies like the unit by what its own name tells ("trung tâm y tế khu vực")."""
    told = class_words(profile)
    return told is not None and re.fullmatch(rf"(?:các )?{re.escape(told)}", match_key(words)) is not None


def _by_whom(before: str) -> re.Match[str] | None:
    """The words at the end of what stands before who acts that say who asks ("Chính phủ yêu cầu ")."""
    return next((m for m in ASKS_RE.finditer(before) if m.end() == len(before)), None)


def _own_people(words: str, kind: Kind) -> bool:
    """Whether words name posts of a unit that is a part of another ("Trưởng khoa, điều dưỡng trưởng")."""
    own = kind.level == "unit" and re.search(kind.one_of_class, match_key(words)) is not None
    return own and _STAFF_RE.match(words) is not None


def _by_class(keys: list[str], profile: UnitProfile) -> bool:
    """Whether a list charges the unit by its class: alone, beside other sorts of bodies, or a commune's beside bodies by name.

    >>> unit = UnitProfile("UBND xã A", "commune")
    >>> [_by_class([key, "ubnd các xã, phường"], unit) for key in ("công an tỉnh", "các sở, ban, ngành", "các cơ quan, đơn vị")]
    [True, False, False]
    >>> school = UnitProfile("Trường THCS A", "school")
    >>> [_by_class([key], school) for key in ("bệnh viện, trường học", "các cơ quan, trường học")]
    [True, False]
    """
    kind = kind_of(profile)
    if kind.level == "unit" and len(keys) == 1 and not re.search(kind.one_of_class, keys[0]):
        keys = re.split(r",\s+|\s+và\s+", keys[0])
    own = [re.search(kind.one_of_class, _POST_RE.sub("", key)) is not None for key in keys]
    rest = [key for key, mine in zip(keys, own, strict=True) if not mine]
    named = all(reach_of(key, profile) is None and not is_plural(key) for key in rest)
    others = kind.level == "unit" and not any(reach_of(key, profile) for key in rest)
    return any(own) and (not rest or (kind.area and named) or others)


def _group_words(keys: list[str], profile: UnitProfile, which: str, *, head: bool, money: bool) -> str | None:
    """What the unit calls a group that includes it: itself where its class is told or money is its own, else its parts.

    ``which``: what picks out some of the group; ``head``: the heads of the group are told.
    """
    kind, only = kind_of(profile), f" (nếu {which})" if which else ""
    if _by_class(keys, profile):
        short = _class_words(kind, head=head)
        return f"{short}{only}" if short else None
    place = re.search(r"(?i)(?<!\w)(xã|phường|đặc khu)(?!\w)", profile.name)
    if place and commune_led(profile.name) and not head and all(map(_BOTH_RE.fullmatch, keys)):
        return f"{kind.self}, chính quyền {place[1].lower()}{only}"
    if (
        kind.system == "party"
        and keys
        and all(
            _GOVERNMENT_RE.search(k) and not re.search("cấp (?:ủy|uỷ)|đảng|mttq|mặt trận", k) for k in keys
        )
    ):
        # The government of the place, which the committee leads, is none of its own parts.
        return f"chính quyền {place[1].lower()}{only}" if place else None
    if keys and inherits_districts(profile) and all(re.search(district_class(), key) for key in keys):
        return f"UBND {kind.self}{only}"
    if money and not head and kind.name != "province":
        return f"{_class_words(kind, head=False) or kind.self}{only}"
    return (kind.inner_heads if head else kind.inner) + (f" {which}" if which else "")


def _own_actor(clause: Clause, profile: UnitProfile, *, first: bool) -> str | None:
    """What the unit calls those who act in a clause that binds it; None where the words may stand."""
    if clause.subject is None or not clause.predicate:
        return None
    text, kind = clause.text, kind_of(profile)
    words, before = text[clause.subject.start : clause.subject.end], text[: clause.subject.start]
    if is_part_class(words, profile):
        return f"{before}{kind.self}"
    if gives_opinion(before) or _own_people(words, kind):
        return None
    if _ONE_EACH_RE.match(words) or before.rstrip().endswith("%") or "(sau đây" in text[: clause.predicate]:
        return None
    again = not first and "," not in words and not _is_class(words, profile)
    ends = (a for a in find_agencies(text) if a.end == clause.subject.end)
    some = not opens_report(text[clause.predicate :]) and any(picks_some(text, a) for a in ends)
    # "kiểm tra các đơn vị cấp nước; yêu cầu các đơn vị ...": the same ones again; "Trung tâm Phục vụ hành chính công cấp
    # xã" is one body of the unit.
    if again or some or OWN_BODY_RE.search(words) or _OF_COMMITTEE_RE.match(words):
        return None
    whole = match_key(words)
    one = kind.system == "party" and re.search(kind.one_of_class, whole) is not None
    keys = [whole] if one else [match_key(a.name) for a in find_agencies(words)] or [whole]
    named, which = own_division(words, profile), _which(words)
    if named or by_role(words, profile) or _is_class(words, profile):
        # "các tổ chức cung cấp dịch vụ chi trả" is the unit; "Trung tâm" is what it calls itself.
        new = named or _class_words(kind, head=_POST_RE.match(match_key(words)) is not None) or kind.self
        new += f" (nếu {which})" if which and not named else ""
        return f"{before}{new}" if before.strip() else new[:1].upper() + new[1:]
    post = _POST_RE.match(whole)
    keys, which = _sort_of(words, kind) or (keys, which)
    money = _OWN_MONEY_RE.match(text, clause.predicate) is not None
    group = _group_words(keys, profile, which, head=post is not None, money=money)
    if group is None:
        return None
    asked = _ISSUER_RE.search(before) or _by_whom(before) or _ASKED_RE.search(before)
    before = before[: asked.start()] if asked else before
    return f"{before}{group}" if before.strip() else f"{before}{group[:1].upper()}{group[1:]}"


def _beside_us(clause: Clause, profile: UnitProfile) -> str:
    """Who is charged together with the unit ("Hội Phụ nữ và Đoàn Thanh niên chia tuyến vận động")."""
    if clause.subject is None or _TOGETHER_WITH_RE.match(clause.text[clause.predicate :]):
        return ""
    words = clause.text[clause.subject.start : clause.subject.end]
    names = [a.name for a in find_agencies(words)]
    # "Giám đốc các sở, Chủ tịch UBND các xã lập tổ": each head in the own body.
    if _POST_RE.match(match_key(words)):
        return ""
    # "Các bệnh viện, trạm y tế xử lý ...": a list of sorts of bodies, each of which does it by itself.
    if all(is_plural(name) and reach_of(name, profile) is None for name in names):
        return ""
    others = [name for name in dict.fromkeys(names) if reach_of(name, profile, collective=True) is None]
    return f" phối hợp với {', '.join(others)}" if 0 < len(others) < 4 else ""


def _tells_to_act(text: str) -> bool:
    """Whether a clause without a subject is a task; "Thời gian ban hành kế hoạch ..., gửi về ..." only adds to one."""
    return find_predicate(text, 0, len(text)) is not None or _WHEN_RE.match(text) is not None


def _lead_in(clause: Clause, kind: Kind) -> str:
    """What stands before who acts ("Định kỳ hằng quý, "), without the word that charges them."""
    if clause.subject is None:
        return ""
    before = clause.text[: clause.subject.start]
    asks = _by_whom(before)
    before = before[: asks.start()] if asks else before
    before = _CHARGED_RE.sub("", before).rstrip(" ,:")
    if re.search(r"\s(?:của|với|theo|cho|giữa|trong)$", before):
        # "... các nhiệm vụ của các sở ngành xây dựng dự toán": they are spoken of and act at once.
        before = f"{before} {kind.inner}"
    return f"{before}, " if before else ""


def _led(clause: Clause, profile: UnitProfile, lead: str | None, *, first: bool, opens: bool) -> Said:
    """Say what bodies that a Party committee leads are charged with as what it leads them to do."""
    bodies = [led for name in clause.leads if (led := led_body(name, profile.name))]
    tells_more = not clause.predicate and tells_facet(clause.text) and not _tells_to_act(clause.text)
    if tells_more or not (clause.predicate or first or opens):
        return Said(clause.text, "kept")
    who = ", ".join(dict.fromkeys(bodies))
    task = clause.text[clause.predicate :].lstrip(" ,:")
    # Whom it leads is said once in a line, then what they do.
    leads = "" if who == lead else f"{LEADS if opens else LEADS.lower()} "
    told = f"{leads}{who} {task[:1].lower()}{task[1:]}"
    return Said(told[:1].upper() + told[1:] if opens else told, "assigned", who)


def _reported(words: str, plan: Plan, profile: UnitProfile, who: str | None = None) -> str:
    """What goes to a body above as the duty of who gathers reports, or ``who`` ("Văn phòng Sở tham mưu Lãnh đạo Sở báo cáo ...")."""
    kind, above = kind_of(profile), own_superior(plan, profile)
    who = who or gatherer_of(profile) or SLOT
    # A cell's committee gathers itself.
    advises = "" if who.lower() == kind.leaders.lower() else f" tham mưu {kind.leaders}"
    text = without_self(words, profile)
    text = words if breaks(text, words) else text
    text = to_superior(text, above) if above else text
    return f"{who}{advises} {text[:1].lower()}{text[1:]}"


def say_clause(
    clause: Clause,
    plan: Plan,
    profile: UnitProfile,
    heading: str,
    *,
    first: bool,
    opens: bool,
    closes: bool,
    lead: str | None,
) -> Said:
    """Say one kept clause as the unit does; ``first``: it opens its paragraph, ``opens``: its sentence, ``closes``: its part.

    ``lead`` is the division charged before it in its line. Of a clause that does a task and reports it, the task stays
    with whom it is told, and only the report goes to who gathers reports.
    """
    if clause.verdict == "led":
        return _led(clause, profile, lead, first=first, opens=opens)
    if not first and clause.verdict == "named" and sets_own_time(clause.text, profile):
        return Said(clause.text, "kept")  # it is put in the place of the time told to all
    who, charged = gatherer_of(profile), clause.verdict in {"named", "bound"}
    who = who if charged and closes else None
    apart = parted_report(clause.text, clause.predicate, profile) if who else None
    if clause.verdict == "named" and for_decision(clause.text[apart[1] if apart else 0 :]):
        who = apart = None
    if apart:
        task = replace(clause, text=clause.text[: apart[0]])
        done = _say(task, plan, profile, heading, first=first, opens=opens)
        if who not in {lead, done.division}:
            text = f"{done.text}; {_reported(clause.text[apart[1] :], plan, profile)}"
            return Said(text, "assigned", done.division, clause.verdict == "bound")
    text = clause.text
    behind = (
        who is not None
        and not (first or opens or clause.predicate)
        and is_upward(text, profile)
        and opens_report(text)
    )
    if behind and who != lead:
        # The divisions told before the semicolon do not report past their own unit.
        return Said(_reported(text, plan, profile), "assigned", who, clause.verdict == "bound")
    return _say(clause, plan, profile, heading, first=first, opens=opens)


def _say(clause: Clause, plan: Plan, profile: UnitProfile, heading: str, *, first: bool, opens: bool) -> Said:
    """Say a clause as a whole."""
    if clause.verdict == "handed":
        task = clause.text[clause.task :]
        return Said(task[:1].upper() + task[1:] if opens else task, "kept")
    text = without_self(clause.text, profile)
    text = clause.text if breaks(text, clause.text) else text
    kind = kind_of(profile)
    above = own_superior(plan, profile)
    rest = text[clause.predicate :].lstrip(" ,:")
    upward = is_upward(text, profile) or is_upward(rest, profile)
    upward = upward and not sent_to_gatherer(text, profile)
    if above and upward:
        rest, text = (
            to_superior(rest, above),
            text[: clause.predicate] + to_superior(text[clause.predicate :], above),
        )
    rest = rest[:1].lower() + rest[1:]
    if clause.verdict == "named":
        if _IS_RE.match(rest) and opens:
            return Said(f"{kind.self[:1].upper()}{kind.self[1:]} {rest}", "kept")
        if _REACHES_RE.match(rest) and clause.predicate:
            alone = "Riêng " if clause.text.lower().startswith("riêng ") else ""
            return Said(f"{alone}{kind.self} {rest}", "kept")
        chosen = choose_division(clause.text, profile, heading, plan.letterhead.title or "")
        if clause.predicate or first:
            if not clause.predicate and (of := _OF_SOME_RE.match(text)):
                # "Đối với đơn vị chưa có cơ sở dữ liệu: khẩn trương rà soát".
                told = text[of.end() : of.end() + 1].lower() + text[of.end() + 1 :]
                return Said(f"{of['whom']}: giao {chosen or SLOT} {told}", "assigned", chosen)
            verb = "" if clause.predicate else "Giao "
            if not (profile.divisions or (chosen and profile.gatherer)):
                # Nothing is known of its parts: the unit itself does it.
                verb, chosen = "", f"UBND {kind.self}" if kind.area else kind.self
            beside = _beside_us(clause, profile)
            told = f"{_lead_in(clause, kind)}{verb}{chosen or SLOT}{beside} {rest}"
            return Said(told, "assigned", chosen)
        return Said(text, "assigned", chosen)
    of_division = any(own_division(name, profile) for name in clause.leads)
    if clause.verdict == "bound" and upward and clause.leads and not of_division:
        if clause.predicate or (opens and _tells_to_act(clause.text)):
            # "lập dự toán gửi Sở Tài chính" is no report: who has the matter does it.
            reports = opens_report(rest) or "báo cáo" in rest[:60]
            matter = None if reports else choose_division(rest, profile, heading)
            told = f"{_lead_in(clause, kind)}{_reported(rest, plan, profile, matter)}"
            return Said(told, "assigned", matter or gatherer_of(profile), True)
        return Said(text, "kept", upward=True)
    own = _own_actor(clause, profile, first=first) if clause.verdict == "bound" else None
    if own is not None and clause.subject is not None and text.startswith(clause.text[: clause.subject.end]):
        return Said(own + as_of_one(text[clause.subject.end :], profile), "kept")
    return Said(text, "kept")
