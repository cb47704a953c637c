"""The verdict on every clause of a line: whether it charges the unit, a collective that includes it, or others.

In: a line of the parent with those who hold its tasks, and the profile. Out: clauses with a verdict: "named" (the
unit itself is charged), "bound" (a collective that includes it), "general" (no actor said), "handed" (its
superior is charged with what the unit carries out), "led" (bodies that a Party committee leads), "partner" (others lead, the unit works with them), "related" (others lead with "các cơ quan liên quan"), "unsure" (a
collective so wide that an officer must say whether the unit is meant), "dropped" (others' work, with the cause).
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.draft.cause import BY_WORDS, FORM, TARGETS, Cause, Why, charged_to
from assistant.draft.parent.below import (
    Shared,
    helped_by_us,
    joins,
    names_only,
    only_leads,
    only_roles,
    parted_at,
    shared_out,
)
from assistant.draft.parent.beside import OWN_PLACE_RE, led_behind, ruled_by_others
from assistant.draft.parent.binding import foreign_duty, is_own_class, is_plural, names_of, reach_of
from assistant.draft.parent.clause import Clause, Place, Ruling, Verdict, leans, lost, task_before, tells_when
from assistant.draft.parent.collective import could_include
from assistant.draft.parent.dealt import deal_out
from assistant.draft.parent.elsewhere import (
    excepted,
    meant_elsewhere,
    names_own_place,
    places_elsewhere,
    tells_of_own_place,
    tells_shares,
)
from assistant.draft.parent.fields import foreign_field
from assistant.draft.parent.handed import handed_task, task_with, watches_us
from assistant.draft.parent.joined import with_events
from assistant.draft.parent.members import members_without
from assistant.draft.parent.others import opens_as_others
from assistant.draft.parent.own_targets import (
    aims_at_communes,
    counts_communes,
    counts_own_class,
    judge_target,
    told_of_each_commune,
)
from assistant.draft.parent.parting import SHARE_OPENS_RE, clauses_of
from assistant.draft.parent.school_levels import foreign_level
from assistant.draft.parent.superior import acts_itself, of_the_superior
from assistant.draft.parent.whose import (
    Who,
    agency_of,
    helpers_of,
    leads_of,
    no_body,
    reaches_of,
    read_who,
)
from assistant.draft.parent.works import governs_only, works_above
from assistant.draft.unit.parts import other_part_first
from assistant.draft.unit.party import leads_them
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import find_agencies, same_agency
from ingest.facts.language.blocks import Block
from ingest.facts.language.sentences import split_sentences
from ingest.facts.language.verbs import starts_predicate
from ingest.facts.tasks.held import Holding
from ingest.facts.tasks.roles import find_predicate
from ingest.plan import Range

__all__ = ["judge_line"]

_FOLLOWS_RE = re.compile(
    r"(?i)(?:nếu|trong đó|qua đó|danh mục|thời hạn|thời gian|việc này|nội dung này|trên cơ sở đó|từ đó|trường hợp)(?!\w)"
)
_ANYONE_TELLS_RE = re.compile(
    r"(?i)\W*(?:mọi|tất cả|toàn bộ|các)\s[^,;.:]{2,50}?\s(?:đều )?phải (?:được )?(?:báo|thông báo|gửi|cung cấp|cập nhật|kết nối|thực hiện|tuân thủ)(?!\w)|\W*\w[^;.]{3,120}? nào(?: [^;.]{1,60})? thì\s"
)
_PART_OF_RE = re.compile(
    r"(?i)(?:vai trò|trách nhiệm|lãnh đạo|chỉ đạo|sự tham gia)[^,;.]{0,30} của (?:các )?$"
)
_COUNT_RE = re.compile(r"\d")
_AMOUNT_RE = re.compile(r"(?<![\d/])(?!(?:19|20)\d\d(?!\d))\d")
"""A number that is no year."""
_ENACTS_RE = re.compile(
    r"(?i)trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện) (?:quyết định|nghị quyết|chỉ thị|kế hoạch|quy định|quy chế|thông tư) này\W*$"
)
# "Khi có tử vong phải báo cáo ngay" is asked of whoever has the case.
_WHEN_IT_COMES_RE = re.compile(r"(?i)khi\s")
_OF_FORM: frozenset[Why] = FORM | {"money", "past"}
"""Causes for which a sentence goes that say nothing of the next one: "Tổng kinh phí 48 tỷ đồng. Kinh phí cấp xã do ..."."""
_FRACTION_RE = re.compile(r"\d/\d")
_SHARE_RE = re.compile(r"\d(?:/\d|\s*%)")
_ACTS_RE = re.compile(
    r"\s+(?:là (?:tuyến|đơn vị|cơ quan|đầu mối)(?!\w)|(?!(?:là|và|với|của|trong|tại|theo|về|cùng|hoặc|do|được|trên|đến|từ|ở|cấp|khóa|lần)(?!\w))[a-zđàáảãạăâèéêìíòóôơùúưýỳ])"
)
_SENT_RE = re.compile(r"(?i)(?<!\w)(?:về|gửi|đến|tới|cho|qua|lên|trình|báo cáo|của|theo)\s*\(?$")
_RELATED_RE = re.compile(r"(?i)liên quan|khác$")
_ANYWHERE = Place()


def _named(who: Who, reaches: list[str | None], profile: UnitProfile) -> bool:
    """Whether the clause charges the unit by its own name, not as one of many."""
    # "UBND xã, phường" alone charges this commune; beside "các sở, ban, ngành" it is one of many.
    if "unit" not in reaches:
        return False
    if not ("class" in reaches or any(is_plural(a.name) for a in who.actors)):
        return True
    return any(
        names_own_place(a.name, profile)
        or (same_agency(a.name, profile.name) and not is_plural(a.name) and "," not in a.name)
        for a in who.actors
    )


def _other_acts(text: str, profile: UnitProfile) -> str | None:
    """Name the body that opens a clause and acts by a verb outside the list ("Báo Sơn Hà tăng thời lượng tin, bài")."""
    first = next(iter(find_agencies(text)), None)
    if first is None or first.start or first.collective or is_plural(first.name):
        return None
    if reach_of(first.name, profile, collective=False) or not _ACTS_RE.match(text, first.end):
        return None
    own = any(same_agency(first.name, division.name) for division in profile.divisions)
    return None if own else first.name


def _only_names(text: str, who: Who) -> bool:
    """Whether a clause only lists who is charged with what stands below ("Các Bộ trưởng, Chủ tịch UBND tỉnh:")."""
    named = sum(len(actor.name) for actor in who.actors if actor.name in text)
    return text.rstrip().endswith(":") and named > 0.7 * len(text)


def _judge(text: str, who: Who, profile: UnitProfile, place: Place) -> Ruling:
    if others := opens_as_others(text, who.actors if who.explicit else (), profile):
        return lost(others)
    if _ENACTS_RE.search(text):
        return lost(Cause("article"))
    reaches = reaches_of(who.actors, profile)
    if _named(who, reaches, profile):
        return Ruling("named")
    own_class = is_own_class([a.name for a in who.actors], profile)
    # What is told to the unit's own class by its name is its duty, whatever the words.
    foreign = None if own_class or _only_names(text, who) else foreign_duty(text, profile)
    if "class" in reaches or "unit" in reaches:
        if who.explicit and any(
            same_agency(p.name, profile.name) for p in who.partners if not is_plural(p.name)
        ):
            # "Các sở, UBND các xã phối hợp với Sở Nội vụ rà soát": in the plan of Sở Nội vụ those are its partners.
            return lost(foreign) if foreign else Ruling("partner")
        mine = [a for a, reach in zip(who.actors, reaches, strict=True) if reach]
        by_class = is_own_class([a.name for a in mine], profile)
        if None in reaches and not by_class and all(_RELATED_RE.search(a.name) for a in mine):
            # "Sở Tài chính và các đơn vị có liên quan tham mưu": the named body leads.
            return lost(foreign) if foreign else Ruling("related")
        return lost(foreign) if foreign else Ruling("bound")
    if who.actors:
        return _judge_of_others(text, who, profile)
    return lost(foreign) if foreign else _judge_general(text, profile, place)


def _judge_of_others(text: str, who: Who, profile: UnitProfile) -> Ruling:
    """The ruling on a clause that charges none but others: with whom they are told to work, or who may be meant."""
    partners = [
        (reach, partner)
        for reach, partner in zip(reaches_of(who.partners, profile), who.partners, strict=True)
        if reach
    ]
    if any(reach == "unit" for reach, _ in partners) or _names_unit(text[who.task :], profile):
        return Ruling("partner")
    # "Công an tỉnh chủ trì, phối hợp với các sở ...": who leads makes the duty of those who help no less theirs.
    of_others = foreign_duty(text[who.task :], profile) if partners else None
    if of_others:
        return lost(of_others)
    if partners and watches_us(text[who.task :], profile):
        return Ruling("related")
    if partners:
        related = all(_RELATED_RE.search(partner.name) for _, partner in partners)
        return Ruling("related" if related else "partner")
    if all(could_include(actor.name, kind_of(profile).binds) for actor in who.actors):
        return Ruling("unsure", asked=names_of(who.actors))
    if not who.explicit and tells_of_own_place(text, profile):
        return Ruling("general")
    return lost(charged_to([actor.name for actor in who.actors]))


def _names_unit(text: str, profile: UnitProfile) -> bool:
    """Whether others' task names the unit itself ("phối hợp Đảng ủy xã A thành lập"), and not only as the one that it is sent to."""
    # What is done at a Party body ("thí điểm tại Đảng bộ xã A") is its own, whoever else is told.
    party = kind_of(profile).system == "party"
    return any(
        reach_of(found.name, profile, collective=False) == "unit"
        and not is_plural(found.name)
        and not _SENT_RE.search(text[: found.start])
        and not (party and text[: found.start].endswith("tại "))
        for found in find_agencies(text)
    )


def _judge_general(text: str, profile: UnitProfile, place: Place) -> Ruling:
    """The ruling on a clause that names nobody who acts."""
    if part := other_part_first(text, profile):
        return lost(charged_to([part]))
    if kind_of(profile).area and tells_shares(text, profile):
        return Ruling("general")
    if issuer := acts_itself(text, place.issuer, profile):
        return lost(charged_to([issuer]))
    if above := of_the_superior(text, profile, funding=place.funding, issuer=place.issuer):
        return lost(above)
    if works := works_above(text, profile) or _governed(text, profile, place):
        return lost(works)
    if level := foreign_level(text, profile):
        return lost(Cause("school_level", level))
    shares = _SHARE_RE if kind_of(profile).level == "unit" else _FRACTION_RE
    if shares.search(text) and counts_communes(text, profile):
        return lost(Cause("target_of_communes"))
    if elsewhere := places_elsewhere(text, profile):
        return lost(Cause("place", elsewhere))
    if place.target and _COUNT_RE.search(text):
        return judge_target(text, profile, own_field=place.own_field)
    if place.theme is not None and (other := _other_acts(text, profile)):
        return lost(charged_to([other]))
    field = foreign_field(text, profile, place.theme) if place.theme is not None else None
    return lost(Cause("field", field)) if field else Ruling("general")


def _governed(text: str, profile: UnitProfile, place: Place) -> Cause | None:
    """Why a target, or what is told to be done, is the government's and none of an organisation of members."""
    counts = place.target and _AMOUNT_RE.search(text)
    does = place.theme is not None and starts_predicate(text, 0)
    return governs_only(text, profile, place.issuer) if counts or does else None


def _elsewhere(text: str, who: Who, profile: UnitProfile, place: Place) -> str | None:
    """Name the communes that are meant, where the unit's class is charged and the unit's commune is none of them."""
    opening = next((Range(a.start, a.end) for a in find_agencies(text) if a.start == 0), None)
    if subject := who.subject or opening:
        return excepted(text, subject.end, profile) or meant_elsewhere(text, subject, place.before, profile)
    return places_elsewhere(text, profile, place.before)


def _verdict(text: str, who: Who, profile: UnitProfile, place: Place) -> tuple[Ruling, Who]:
    """The ruling on a clause, with where its task begins where others do it with or through the unit."""
    if only_roles(text):
        return lost(Cause("told_above")), who
    ruling = _judge(text, who, profile, place)
    if ruling.verdict == "bound" or (ruling.cause and ruling.cause.why == "others"):
        names, reaches = [actor.name for actor in who.actors], reaches_of(who.actors, profile)
        if led := leads_them(names, reaches, profile.name):
            ruling = Ruling(led, asked="" if led == "led" else names_of(who.actors))
    if ruling.verdict in {"bound", "general", "led"} and (
        aims_at_communes(text[who.predicate :], profile) or told_of_each_commune(text, profile)
    ):
        return lost(Cause("target_of_communes")), who
    if ruling.verdict in {"bound", "general"} and (elsewhere := _elsewhere(text, who, profile, place)):
        return lost(Cause("place", elsewhere)), who
    if ruling.verdict in {"bound", "general"} and (members := members_without(text, profile)):
        return lost(charged_to(members)), who
    if ruling.verdict != "dropped" or not who.actors:
        return ruling, who
    handed = handed_task(text, who.predicate, who.actors, who.partners, profile)
    if handed is not None:
        return Ruling("handed"), replace(who, task=handed)
    through = task_with(text, who.predicate, who.actors, profile)
    return (ruling, who) if through is None else (Ruling("partner"), replace(who, task=through))


def _leading(who: Who, reaches: list[str | None], verdict: Verdict) -> tuple[str, ...]:
    """Who acts, for what the draft says of them: of others' work those that are not the unit."""
    apart = verdict in {"partner", "related"} and not all(reaches)
    names = (
        actor.name
        for actor, reach in zip(who.actors, reaches, strict=True)
        if not (apart and reach) and not (verdict == "partner" and reach == "unit")
    )
    return tuple(dict.fromkeys(names))


def _of_anyone(text: str, profile: UnitProfile, *, again: bool) -> bool:
    """Whether a clause without a subject is not the duty of whoever was told before it.

    "Mọi sự cố phải được báo về Công an tỉnh", "việc cấp nào thì cấp đó làm"; in a new sentence (``again``) also "Phát huy vai trò lãnh đạo của các cấp ủy".
    """
    if _ANYONE_TELLS_RE.match(text):
        return True
    held = (a for a in find_agencies(text) if _PART_OF_RE.search(text[: a.start])) if again else ()
    return any(reaches_of(held, profile))


def _dealt(block: Block, spot: Range, sentence: int, profile: UnitProfile) -> list[Clause]:
    """The clauses of a sentence that deals out figures: the unit's, and each of the others'; none of any other sentence."""
    dealt = deal_out(block.text, spot, profile)
    if dealt is None:
        return []
    others = [
        Clause(
            *block.clean(part.start, part.end),
            block.text[part.start : part.end],
            "dropped",
            charged_to([label]),
            sentence=sentence,
        )
        for part, label in dealt.others
    ]
    return [Clause(*block.clean(spot.start, spot.end), dealt.own, "handed", sentence=sentence), *others]


def judge_line(holding: Holding, profile: UnitProfile, place: Place = _ANYWHERE) -> tuple[Clause, ...]:
    """Judge every clause of a line by its words and by where it stands."""
    block = holding.block
    before = holding.before
    if block.opens and not before and holding.after and not holding.found:
        before = holding.after
    # Told after the task, of the whole line.
    shared = Shared() if before else shared_out(block.text[block.body :], profile)
    before, after = before or shared.told or shared.after, shared.after
    places, stays, times = (
        {block.body + place for place in told} for told in (shared.left, shared.kept, shared.times)
    )
    carried = tuple(agency_of(name) for name in leads_of(before) if not no_body(name, profile))
    helping = tuple(agency_of(name) for name in helpers_of(before))
    found: list[Clause] = []
    for index, sentence in enumerate(split_sentences(block.text)):
        start = max(sentence.start, block.body)
        dealt = _dealt(block, Range(start, max(start, sentence.end)), index, profile)
        found += dealt
        if dealt or start >= sentence.end:
            continue
        clauses = clauses_of(block.text, Range(start, sentence.end), profile, place.issuer)
        for part in parted_at(clauses, sorted(places | stays | times)):
            spot, at = block.clean(part.start, part.end), index
            who = read_who(holding, part, carried, helping, profile)
            text = block.text[part.start : part.end]
            if not who.explicit and _of_anyone(
                text, profile, again=bool(found) and found[-1].sentence < index
            ):
                who = replace(who, actors=(), partners=())
            here = replace(place, before=place.before + block.text[: part.start])
            ruling, who = _verdict(text, who, profile, here)
            last = task_before(found, text)
            timed = not who.explicit and tells_when(text)
            follows = _FOLLOWS_RE.match(text) or (timed and last and last.verdict == "partner")
            if last and not who.explicit and follows:
                named = last.verdict == "named"
                ruling = Ruling("general") if named else Ruling(last.verdict, last.cause, last.asked)
            alone = ruling.verdict == "general" and not counts_own_class(text, profile)
            if last and last.cause and (timed or (alone and _goes_on(last, text, index))):
                ruling = lost(last.cause)
            mine = last is not None and last.verdict in {"named", "bound"}
            again = mine and ruling.verdict == "named" and only_leads(text, who.task, who.partners)
            share = who.explicit and (again or (after and names_only(who.actors, after)))
            if part.start in stays:
                ruling = Ruling("general")
            elif part.start in places or share:
                ruling = lost(Cause("told_above"))
            elif mine and last and who.explicit and joins(text, who.predicate):
                # "Sở A chủ trì; Công an tỉnh phối hợp": with whom the unit does its task, said beside it.
                ruling, carried, at = Ruling("general"), who.actors, last.sentence
            elif who.explicit:
                carried, helping = who.actors, ()
            reaches = reaches_of(who.actors, profile)
            leads = _leading(who, reaches, ruling.verdict)
            found.append(
                Clause(
                    *spot,
                    text,
                    ruling.verdict,
                    ruling.cause,
                    ruling.asked,
                    leads,
                    who.role,
                    who.subject,
                    who.predicate,
                    who.task,
                    at,
                )
            )
    return ruled_by_others(led_behind(helped_by_us(with_events(found)), profile))


def _goes_on(last: Clause, text: str, sentence: int) -> bool:
    """Whether a clause without an actor belongs to the dropped one before it."""
    opens = find_predicate(text, 0, len(text)) is not None
    if (share := SHARE_OPENS_RE.match(text)) and last.because(TARGETS):
        # "95% hộ phân loại rác; 100% trường học ...": another count, of others; "...; 50% sử dụng thành thạo": of the same.
        goes_on = last.sentence == sentence and starts_predicate(text, share.end() + 1)
        return goes_on and OWN_PLACE_RE.search(text) is None
    if last.sentence != sentence:
        # "Sản lượng đạt 12.000 tấn. Thị trường: Nhật Bản": what says no task of its own goes with the one before it.
        alone = opens or _WHEN_IT_COMES_RE.match(text) or _ANYONE_TELLS_RE.match(text)
        return not alone and not last.because(_OF_FORM)
    # A task of a foreign field says nothing of the next one, unless that is no task by itself.
    return not opens or leans(text) or not last.because(BY_WORDS)
