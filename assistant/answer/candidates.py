"""All answers that the plans could give to a question, for the ranking to choose from.

Every reading of the question (who leads? when?) is asked of every sort of evidence: facts in groups as
an officer would have them, single facts, single sentences, whole sections. Nothing is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answer.cite import Statement
from assistant.answer.evidence.place_said import must_say, says_place
from assistant.answer.evidence.units import coverage, nearest, score_units
from assistant.answer.kinds.charge import answer_charge
from assistant.answer.kinds.choose import by_title
from assistant.answer.kinds.columns import answer_cell
from assistant.answer.kinds.conflict import answer_conflict
from assistant.answer.kinds.counts import answer_count, count_own_parts
from assistant.answer.kinds.crossing import answer_crossing
from assistant.answer.kinds.deadlines import answer_deadline, answer_report_to
from assistant.answer.kinds.defined import answer_defined
from assistant.answer.kinds.due_in import MAY_LACK, answer_due_in, nothing_due_in, without_time
from assistant.answer.kinds.duties import answer_duties, answer_mentions, own_section
from assistant.answer.kinds.each import answer_each
from assistant.answer.kinds.either import answer_either
from assistant.answer.kinds.exists import answer_exists
from assistant.answer.kinds.facts_listed import answer_facts
from assistant.answer.kinds.followed import answer_followed
from assistant.answer.kinds.identity import answer_identity, post_holders
from assistant.answer.kinds.lead_ins import with_what_follows
from assistant.answer.kinds.listing import answer_listing, only_noun
from assistant.answer.kinds.outline import answer_outline
from assistant.answer.kinds.parts import answer_parts
from assistant.answer.kinds.passages import (
    answer_heading,
    answer_passage,
    answer_section,
    count_heading,
    single_item,
    single_sentence,
)
from assistant.answer.kinds.periods import answer_periods
from assistant.answer.kinds.reckoned import answer_reckoned
from assistant.answer.kinds.references import answer_reference, asked_basis, asked_numbers
from assistant.answer.kinds.rest_of_item import with_rest_of_item
from assistant.answer.kinds.scale import answer_scale
from assistant.answer.kinds.section_charges import answer_section_charge
from assistant.answer.kinds.targets import answer_target
from assistant.answer.kinds.titled import answer_replacement, answer_titled, asks_head_alone
from assistant.answer.kinds.untold import answer_untold
from assistant.answer.kinds.which_part import answer_which_part
from assistant.answer.kinds.which_plans import answer_which_plans
from assistant.answer.kinds.who import answer_office, answer_who
from assistant.answer.kinds.yesno import answer_claim, answer_yesno, with_verdict
from assistant.knowledge import Floats, Knowledge, Unit
from assistant.question.naming import fold
from assistant.question.parts import asked_parts, asks_several, of_funding
from assistant.question.understand import Need
from vectorstore.hits import Hit

__all__ = ["HEAD_ONLY", "Candidate", "find_candidates"]

Answerer = Callable[[Need, Knowledge, Sequence[str]], list[Statement]]
_GROUPS: dict[str, tuple[Answerer, ...]] = {
    "lead": (answer_who,),
    "coordinate": (answer_who,),
    "advise": (answer_who,),
    "duties": (answer_duties, answer_heading),
    "list": (answer_duties, answer_heading),
    "deadline": (answer_deadline,),
    "report_to": (answer_report_to,),
    "target": (answer_target,),
    "count": (answer_count, answer_target),
    "reference": (answer_reference,),
    "reference_date": (answer_reference,),
    "letterhead_number": (answer_identity,),
    "letterhead_date": (answer_identity,),
    "issuer": (answer_identity,),
    "signer": (answer_identity,),
    "recipients": (answer_identity,),
    "blank": (answer_identity,),
    "section": (answer_section, answer_which_part, answer_heading),
    "outline": (answer_outline,),
    "conflict": (answer_conflict,),
    "passage": (answer_section, answer_heading),
}
_LISTED = frozenset({"list", "count", "section", "duties", "target", "passage"})
_CUT_SHORT = frozenset({"passage", "single_sentence", "duties", "own_section"})
"""Sorts of evidence that may end with a sentence which only announces the answer."""
HEAD_ONLY = frozenset({"identity", "titled"})
"""Sorts of evidence that tell of a plan as a whole."""
_WHOLE = HEAD_ONLY | {
    "untold",
    "each",
    "conflict",
    "either",
    "count",
    "which_plans",
    "outline",
    "reference",
    "facts",
    "listing",
}
"""Sorts of evidence that are told as they are, though a question asks for several things."""
MOST_NEAREST = 3
"""Sentences nearest to the subject, in whose sections a charge is looked for."""
FEWEST_MEMBERS = 2
"""Lines below its heading of a section that may be a set."""
WHOLLY = 0.8
"""Share of what else a question says that the title of the plan must say whose numbered part it asks for."""
MOST_ITEMS = 3
"""Sections of the nearest sentences that are put forward whole."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible answer: what would be said, under which reading, from which sort of evidence."""

    source: str
    need: Need
    statements: tuple[Statement, ...]
    tier: int
    first: bool
    """Whether its reading is the likeliest one; answers to the question as a whole are of no reading."""
    speaks: tuple[tuple[str, float], ...] = ()
    """Further features for the judge, known where the candidate was made."""


def find_candidates(need: Need, knowledge: Knowledge, hits: Sequence[Hit], near: Floats) -> list[Candidate]:
    """Every candidate, each said once; the plans of a later tier come after those of an earlier one."""
    alone = _alone(need, knowledge)
    if alone or nothing_due_in(need, knowledge):  # what is due at another time, or at none, is no answer
        return [alone] if alone else []
    found: dict[str, Candidate] = {}
    several = not need.yesno and asks_several(need.original if need.follows else need.question)
    place = must_say(need)

    def keep(
        source: str,
        reading: Need,
        statements: Sequence[Statement],
        tier: int,
        *,
        whole: bool = False,
        speaks: tuple[tuple[str, float], ...] = (),
    ) -> None:
        if place:
            speaks = (*speaks, ("no_surer_than", MAY_LACK))
        if any(s.units for s in statements) and says_place(place, statements):
            statements = _completed(source, statements, knowledge, several=several)
            told = tuple(with_verdict(reading, list(statements), knowledge) if reading.yesno else statements)
            key = "\n".join(s.text for s in told)
            first = reading is need and not whole
            before = found.setdefault(key, Candidate(source, reading, told, tier, first, speaks))
            if reading.asked != need.asked and before.need.asked == need.asked:
                found[key] = replace(before, need=reading)  # the same found by the first thing asked alone

    for tier, plans in enumerate(need.scope.tiers):
        for source, reading, statements, speaks in _of_plans(need, knowledge, plans, hits, near):
            keep(source, reading, statements, tier, whole=source == "untold", speaks=speaks)
    of_meant = {one.need.kind for one in found.values() if one.source in HEAD_ONLY and one.tier == 0}
    candidates = [  # where the plans meant tell it of themselves, no others' heads are told
        one
        for one in found.values()
        if not (one.tier and one.source in HEAD_ONLY and one.need.kind in of_meant)
    ]
    if asks_head_alone(need, knowledge):
        # Else the number of a document that the plan cites would pass for its own.
        heads = [one for one in candidates if one.source in HEAD_ONLY and one.tier == 0]
        most = max((len(one.statements) for one in heads), default=0)  # "ai ký, ký ngày nào" asks two things
        return [one for one in heads if len(one.statements) == most] or candidates
    return candidates


def _of_plans(
    need: Need, knowledge: Knowledge, plans: Sequence[str], hits: Sequence[Hit], near: Floats
) -> Iterator[tuple[str, Need, Sequence[Statement], tuple[tuple[str, float], ...]]]:
    """Every answer from these plans: its sort, the reading that it is of, and what is known of it.

    Of two that tell the same the first counts: the step of a scale is more than a number of its row.
    """
    for one in answer_scale(_barest(need), knowledge, plans):
        yield "table", need, one.statements, one.speaks
    for reading in (need, *need.readings):
        for source, statements in _of_reading(
            reading, knowledge, plans, hits, near, compared=need.kind == "compare"
        ):
            yield source, reading, statements, ()
    for source, read, told in _of_all_readings(need, knowledge, plans, near):
        yield source, read, told, ()
    for source, answer in (("grid", answer_crossing), ("table", answer_reckoned)):
        for one in answer(_barest(need), knowledge, plans):
            yield source, need, one.statements, one.speaks


def _alone(need: Need, knowledge: Knowledge) -> Candidate | None:
    """The answer to a question that can have no other: whether there is such a plan, its parts, what it replaces, who holds a post, what is due then."""
    plans, subject = need.scope.tiers[0], _barest(need)
    of_a_plan = answer_exists(subject, knowledge, plans) or count_own_parts(need, knowledge, plans)
    if of_a_plan:
        return Candidate("titled", need, tuple(of_a_plan), 0, first=True)
    if held := post_holders(need, knowledge):
        of_foot = replace(need, kind="signer", readings=())
        return Candidate("identity", of_foot, tuple(held), 0, True, (("no_surer_than", MAY_LACK),))
    cited_twice = need.kind == "conflict" and bool(asked_numbers(need))
    differing = answer_conflict if cited_twice else answer_periods
    if told_twice := differing(need, knowledge, plans):
        return Candidate("conflict", replace(need, kind="conflict"), tuple(told_twice), 0, first=True)
    if basis := asked_basis(need, knowledge, plans) or answer_replacement(subject, knowledge, plans):
        return Candidate("titled", need, tuple(basis), 0, first=True)
    if charge := answer_charge(need, knowledge, plans):
        return Candidate("titled", replace(need, kind="lead"), tuple(charge), 0, first=True)
    if office := answer_office(need, knowledge):
        return Candidate("who", replace(need, kind="lead"), tuple(office), 0, first=True)
    if section := _section_alone(need, knowledge):
        return section
    then = without_time(replace(need, terms=subject.terms))
    if told := answer_due_in(then, knowledge, plans):
        return Candidate("due", then, tuple(told), 0, first=True, speaks=(("no_surer_than", MAY_LACK),))
    return None


_LABEL_RE = re.compile(r"[ivx]+|\d+|[a-z]|muc|phan|dieu|chuong|khoan|diem|phu luc")
"""Folded: a word with which a part is called by its number."""


def _section_alone(need: Need, knowledge: Knowledge) -> Candidate | None:
    """What the part of a plan says that a question calls by its number, asking nothing else of it.

    The plan is the one named, or the only one with such a part whose title says all else that the question does.
    """
    if need.kind != "section" or need.yesno or need.follows:
        return None
    labelled = [all(map(_LABEL_RE.fullmatch, fold(term.text).split())) for term in need.terms]
    rest = [term for term, is_label in zip(need.terms, labelled, strict=True) if not is_label]
    plans = [
        name for name in need.scope.tiers[0] if not rest or coverage(rest, knowledge.titles[name]) > WHOLLY
    ]
    bare = replace(need, terms=(), readings=())
    told = [found for name in plans if (found := answer_section(bare, knowledge, [name]))]
    return Candidate("section", bare, tuple(told[0]), 0, first=True) if len(told) == 1 else None


def _completed(
    source: str, statements: Sequence[Statement], knowledge: Knowledge, *, several: bool
) -> Sequence[Statement]:
    """An answer with the list that its last sentence leads in and, where several things are asked, the rest of its item."""
    if source in _CUT_SHORT:
        statements = with_what_follows(statements, knowledge)
    return with_rest_of_item(statements, knowledge) if several and source not in _WHOLE else statements


def _of_all_readings(
    need: Need, knowledge: Knowledge, plans: Sequence[str], near: Floats
) -> Iterator[tuple[str, Need, list[Statement]]]:
    """Answers to the question as a whole, whatever kinds it may be of."""
    subject = _barest(need)
    yield (
        "titled",
        subject,
        answer_titled(subject, knowledge, plans) or answer_exists(subject, knowledge, plans),
    )
    for source, answer, read in (
        ("followed", answer_followed, need),
        ("defined", answer_defined, need),
        ("which_plans", answer_which_plans, subject),
        ("facts", answer_facts, subject),
    ):
        for statements in answer(read, knowledge, plans):
            yield source, read, statements
    yield from _of_sets(need, knowledge, plans)
    yield from _of_parts(need, subject, knowledge, plans, near)


def _of_parts(
    need: Need, subject: Need, knowledge: Knowledge, plans: Sequence[str], near: Floats
) -> Iterator[tuple[str, Need, list[Statement]]]:
    """What is told, or left open, of the things that the question asks for by name: who, when, which column."""
    parts = asked_parts(need.original if need.follows else need.question)
    if "source" in parts:
        subject = replace(subject, terms=of_funding(subject.terms, knowledge))
    cells = answer_cell(subject, knowledge, plans, parts, near)
    filled = {unit for told in cells if not told[0].left_open for unit in told[0].units}
    for statements in answer_untold(subject, knowledge, plans, parts, near):
        if filled.isdisjoint(unit for one in statements for unit in one.units):  # a row whose column tells it
            yield "untold", subject, statements
    for statements in cells:
        yield "cell", subject, statements
    for statements in answer_parts(subject, knowledge, plans, parts):
        yield "parts", subject, statements
    if "source" in parts or need.kind in _LISTED or any(reading.kind in _LISTED for reading in need.readings):
        for statements in answer_listing(subject, knowledge, plans):
            yield "listing", subject, statements


def _of_sets(
    need: Need, knowledge: Knowledge, plans: Sequence[str]
) -> Iterator[tuple[str, Need, list[Statement]]]:
    """What a body must do, told whole or counted, wherever a set of things is asked for."""
    if need.wanted is None:
        return
    body = next((one for one in (need, *need.readings) if one.agency), need)
    read = replace(body, kind="list")
    meant = by_title(read, knowledge, plans)
    if need.wanted.counted:
        yield "listing", replace(read, kind="count"), count_heading(read, knowledge, meant)
        yield "count", replace(read, kind="count"), answer_count(read, knowledge, meant)
    yield "duties", read, answer_duties(read, knowledge, meant)
    yield "mentions", read, answer_mentions(read, knowledge, meant)


def _section_charges(
    need: Need, knowledge: Knowledge, plans: Sequence[str], near: Floats, on_subject: Sequence[Unit]
) -> Iterator[list[Statement]]:
    """The bodies charged with the parts in which the sentences on the subject stand, where it is asked who leads."""
    if need.kind == "lead":
        places = [*_nearest(need, knowledge, plans, near), *on_subject]
        yield from answer_section_charge(need, knowledge, places)


def _nearest(need: Need, knowledge: Knowledge, plans: Sequence[str], near: Floats) -> list[Unit]:
    """The sentences that say most of the subject, and those nearest in meaning."""
    said = (
        score_units(knowledge, knowledge.of("sentence"), need.terms, plans, most=MOST_NEAREST)
        if need.terms
        else []
    )
    meant = nearest(knowledge, near, 8 * MOST_NEAREST, {"sentence"}, plans)
    return [*(scored.unit for scored in said[:MOST_NEAREST]), *meant[:1]]


def _barest(need: Need) -> Need:
    """The reading with the fewest words left as its subject: the words of asking are gone from it."""
    readings = [one for one in (need, *need.readings) if one.terms]
    return min(readings, key=lambda one: sum(term.weight for term in one.terms), default=need)


def _of_reading(
    need: Need,
    knowledge: Knowledge,
    tier: Sequence[str],
    hits: Sequence[Hit],
    near: Floats,
    *,
    compared: bool,
) -> Iterator[tuple[str, list[Statement]]]:
    plans = by_title(need, knowledge, tier)
    if need.yesno:
        yield "yesno", answer_yesno(need, knowledge, plans)
        for basis, statements in answer_claim(need, knowledge, plans, near):
            yield f"claim_{basis}", statements
    yield "either", answer_either(need, knowledge, plans)
    if (need.scope.several or compared) and need.kind != "compare":
        yield "each", answer_each(need, knowledge, tier)
    for group in _GROUPS.get(need.kind, ()):
        yield group.__name__.removeprefix("answer_"), group(need, knowledge, plans)
    if need.kind in {"duties", "list", "lead", "passage"}:
        yield "own_section", own_section(need, knowledge, plans)
    bare = _asks_for_all(need, knowledge.titles[plans[0]] if len(plans) == 1 else ())
    if not bare:
        yield "passage", answer_passage(need, knowledge, plans, hits)
    sentences = single_sentence(need, knowledge, plans, hits, near)
    for statements in (told for told in sentences if not bare or len(told) > 1):
        yield "single_sentence" if len(statements) == 1 else "single_typed", statements
    on_subject = [statements[-1].units[0] for statements in sentences]
    for statements in _section_charges(need, knowledge, plans, near, on_subject):
        yield "single_typed", statements
    if need.kind in {"passage", "list", "duties", "section"}:
        for statements in single_item(knowledge, on_subject[:MOST_ITEMS]):
            if not bare or (len(statements) > FEWEST_MEMBERS and _says_noun(statements[0], need)):
                yield "single_item", statements


def _says_noun(head: Statement, need: Need) -> bool:
    return need.wanted is not None and need.wanted.share(head.text) == 1


def _asks_for_all(need: Need, title: Collection[str]) -> bool:
    """Whether a set is asked for by its noun alone ("Kế hoạch có những dự án nào"): a sentence that says the noun lists none.

    Not so "Hồ sơ gồm những gì", which asks for the members of what it names. Words of the plan's ``title`` say only
    which plan is meant.
    """
    if need.kind not in {"list", "passage"} or need.yesno or need.agency:
        return False
    if need.wanted is None or not need.wanted.sure or need.wanted.counted:
        return False
    noun = " ".join(need.wanted.forms[0])
    if not re.search(rf"\b{re.escape(noun)} (?:nao|gi)\b|\b(?:liet ke|ke ten|ke ra)\b", fold(need.question)):
        return False
    return only_noun(need.terms, need.wanted, title)
