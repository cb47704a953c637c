"""Which plans a question means: by number, unit, place, level and year, as their letterheads say.

The result is a list of tiers: the plans of the first tier are asked first, those of the next only when
the first say nothing. A place or year that no plan has is reported, so that it can be refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from assistant.question.documents import DOC, EN_DOC, KIND_OF, NUMBERED_RE, SHORT_DOC
from assistant.question.naming import OF_PLACES, Naming, fold, naming_of, occurrences
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.bodies.spotting import spot_agencies
from ingest.plan import Plan
from ingest.spelling import match_key

__all__ = ["Scope", "find_scope", "told_first"]

_LEVELS: tuple[tuple[str, str, str], ...] = (
    # cue in the folded question, field of the letterhead, its value
    (
        r"\b(?:tinh uy|huyen uy|dang uy|thanh uy|cua dang|party (?:committee|plan|programme)|plan of the party)\b",
        "system",
        "party",
    ),
    (
        r"\b(?:ubnd|ke hoach|kh|cua|cap|o|tai|theo) (?:ubnd )?tinh\b|\bprovincial (?:plan|people)|province's plan"
        r"|(?:^|[,;] )tinh (?:da |se )?(?:giao|phan bo|ho tro|cap|yeu cau)\b",
        "level",
        "province",
    ),
    (
        r"\b(?:ubnd|ke hoach|kh|cua|cap|o|tai|theo) (?:ubnd )?huyen\b|\bdistrict(?:'s)? (?:plan|people|party)",
        "level",
        "district",
    ),
    (
        r"\b(?:ubnd|ke hoach|kh|cua|cap|o|tai|theo) (?:ubnd )?(?:xa|phuong)\b(?! an\b)|\bcommune(?:'s)? (?:plan|people)|ward's plan",
        "level",
        "commune",
    ),
    (
        r"\b(?:ke hoach|kh) (?:cua )?so\b|\btheo so\b(?! (?:lieu|luong|tien|thu|nguoi|ho|von|lop|nha|dan|diem|\d))|\bdepartment(?:'s)? plan",
        "level",
        "department",
    ),
)
_YEAR_RE = re.compile(r"\b(?:nam |year )?((?:19|20)\d\d)\b")
_DATE_BEFORE_RE = re.compile(r"(?:/|-|thang )\s*$")
_CONTENTS = frozenset({"de an", "chuong trinh", "quy che", "quy dinh", "ke hoach"})
"""What a decision approves or issues; it is called by the decision's number ("đề án 982", "quy chế 88")."""
_OF_ANY_KIND_RE = re.compile(r"\b(?:van ban|ban|so|cai) 0*(\d{1,4})/((?:19|20)\d\d)(?![\w/-])")
SHORTEST_BEGINNING = 2
"""A name of so many words ("Sở Công") begins too many others."""
_ADDRESSED_RE = re.compile(r"\b(?:gui|nop|trinh|bao cao|ve|cho|len|den|toi|qua|to)(?: so)?\s*$")
"""Before a body that receives something, and so names no plan; of a department perhaps called by its initials ("về Sở NNMT")."""
_ISSUED_RE = re.compile(rf"\b(?:{DOC}|{SHORT_DOC}|{EN_DOC})\b(?:\W+[\w/-]+){{0,8}}?\W*$")
"""Before a body that a document is of."""
_GIVER_RE = re.compile(
    r"(?:^|[,;] |\b(?:ubnd|duoc|ma) )(?P<level>tinh|huyen|thanh pho) (?:da |se )?(?:giao|phan bo|ho tro|cap|yeu cau)\b"
)
"""A body above that gives: the place behind it receives, and the plan is the giver's ("tỉnh giao xã A bao nhiêu?")."""
_LISTED_RE = re.compile(
    r"\bco (?:ten |nam )?(?:trong|thuoc) (?:(?:cac|nhung) )?(?:danh (?:sach|muc)|dien|doi tuong|nhom|so)\b[^?]*\b(?:khong|chua)\b"
)
"""Whether a list holds a unit is asked: its name says no plan."""
_OF_A_UNIT_RE = re.compile(rf"\b(?:{DOC}|{SHORT_DOC}) (?:cua )?(?:ubnd )?(?:xa|phuong|huyen|dac khu)\b")
_CALLED_BEFORE = r"theo|trong|cai|van ban|ban|so"
"""Words before a number that names a document."""
_JOINED_RE = re.compile(r"\b(?:va|voi|so voi|hay|and|with|versus|vs|between|giua)\b|,")


@dataclass(frozen=True, slots=True)
class Scope:
    """``tiers`` are file names, most meant first; ``taken`` the words that named them."""

    tiers: tuple[tuple[str, ...], ...]
    taken: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    """Places that the question names and no plan belongs to."""
    absent_year: int | None = None
    named: bool = False
    placed: bool = False
    """Named by a place or a unit, not only by year or level."""
    several: bool = False
    """Two or more plans are named one beside the other: each is answered for."""
    above: tuple[str, ...] = ()
    """Plans of bodies above that mention the place whose own plans are meant."""
    place: str = ""
    """That place, folded: what the plans ``above`` tell must say it."""
    topic: str = ""
    """Of ``taken``, words at the start of a question that call the plan by its topic: the subject where there is no other."""


@dataclass(frozen=True, slots=True)
class _Named:
    """One way in which the question names plans: the words, and the plans that they fit."""

    words: str
    plans: frozenset[str]
    unit: bool
    acts: bool = False
    """A body that may just as well be meant as the one that acts, not as the issuer of a plan."""


def find_scope(question: str, plans: Mapping[str, Plan], provinces: Collection[str]) -> Scope:
    """Weigh the plans by what the question (marks restored) names.

    ``provinces`` are all known names of provinces and cities; one that is named and that no plan
    belongs to makes the question foreign. Two units or places joined by "và", "với" mean both.
    """
    namings = {name: naming_of(plan) for name, plan in plans.items()}
    found = _but_receivers(question, [*_places(question, namings), *_units(question, namings)])
    numbered, phrases = _by_number(fold(question), namings, plans)
    if numbered:
        around = (named.words for named in found if named.plans & frozenset(numbered))
        several = len(phrases) > 1 and len(numbered) > 1
        return Scope((numbered,), (*phrases, *around), named=True, placed=True, several=several)
    joined = bool(_JOINED_RE.search(fold(question)))
    chosen = _choose(found, frozenset(plans), joined=joined)
    if bare := _by_bare_number(fold(question), chosen, found, namings):
        name, ordinal = bare
        return Scope(((name,),), (ordinal, *(named.words for named in found)), named=True, placed=True)
    if joined and any(named.unit for named in found):
        chosen |= _provincial(question, found, plans)
    here = {spelling for naming in namings.values() for spelling in naming.provinces}
    elsewhere = {p for p in map(match_key, provinces) if p not in here and any(occurrences(question, p))}
    foreign = tuple(sorted(p for p in elsewhere if not any(p in named.words for named in found)))
    taken = [named.words for named in found]
    years = _years(fold(question))
    dated = {name for name in chosen if namings[name].year in years}
    if dated:
        chosen = frozenset(dated)
        taken += [phrase for year in years for phrase in (f"năm {year}", str(year))]
    several = len({named.plans for named in found}) > 1 and len(chosen) > 1 and joined
    levelled = None if several else _by_level(fold(question), chosen, plans)
    provincial = bool(found) and not several and not any(named.unit for named in found)
    tiers = _tiers(chosen, plans, levelled, provincial=provincial)
    if dated and not found:
        # A year alone may be that of what is told in a plan of another year.
        others = frozenset(plans).difference(*tiers)
        tiers = (*tiers, tuple(sorted(others))) if others else tiers
    if not several and any(named.acts for named in found):
        surely = _choose([n for n in found if not n.acts], frozenset(plans), joined=joined)
        if others := surely - chosen:
            tiers = (*tiers, tuple(sorted(others)))
    return Scope(
        tiers=tiers,
        taken=tuple(taken),
        foreign=foreign,
        absent_year=years[0] if years and not dated else None,
        named=bool(found or levelled or dated),
        placed=bool(found),
        several=several,
    )


def _but_receivers(question: str, found: list[_Named]) -> list[_Named]:
    """Without the units that a body above gives something to, or that a list of another plan may hold.

    >>> unit = _Named("suối bạc", frozenset({"xa.txt"}), unit=True)
    >>> _but_receivers("Tỉnh giao Suối Bạc mấy công trình", [unit]), len(_but_receivers("Suối Bạc được tỉnh giao gì", [unit]))
    ([], 1)
    """
    folded = fold(question)
    if listed := _LISTED_RE.search(folded):
        return [
            n
            for n in found
            if not n.unit or all(s.start() > listed.start() for s in occurrences(question, n.words))
        ]
    if (giver := _GIVER_RE.search(folded)) is None or _OF_A_UNIT_RE.search(folded):
        return found
    return [
        named
        for named in found
        if not named.unit or any(said.start() < giver.end() for said in occurrences(question, named.words))
    ]


def told_first(scope: Scope, answer: str, plans: Mapping[str, Plan]) -> Scope:
    """The scope with that of its plans ahead which alone an answer calls by number: one asks on about the plan told of."""
    meant, folded = scope.tiers[0], fold(answer)
    numbers = {name: naming_of(plans[name]).number for name in meant}
    told = tuple(
        n for n in meant if numbers[n] and re.search(rf"(?<!\w){re.escape(numbers[n])}(?!\w)", folded)
    )
    if len(told) != 1 or len(meant) == 1 or scope.several:
        return scope
    return replace(scope, tiers=(told, tuple(n for n in meant if n not in told), *scope.tiers[1:]))


def _by_number(
    folded: str, namings: Mapping[str, Naming], plans: Mapping[str, Plan]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Plans named by their own number, whole ("12/KH-UBND") or by its first part ("KH 12"), and those words."""
    whole = [
        n
        for n, naming in namings.items()
        if naming.number
        and naming.number in folded
        and re.search(rf"(?<!\w){re.escape(naming.number)}(?!\w)", folded)
    ]
    if whole:
        return tuple(whole), tuple(dict.fromkeys(namings[name].number for name in whole))
    asked = {(KIND_OF[m[1]], m[3], m[4] or ""): m[0] for m in NUMBERED_RE.finditer(folded)}
    # "QĐ" is short for quyết định, and in the Party's papers also for quy định.
    asked |= {("quy dinh", n, year): said for (_, n, year), said in asked.items() if said.startswith("qd")}
    found = (
        {
            name: said
            for name, naming in namings.items()
            for (kind, ordinal, year), said in asked.items()
            if (naming.kind, naming.ordinal) == (kind, ordinal) and (not year or year in naming.numbered_in)
        }
        or {
            name: match[0]
            for name, naming in namings.items()
            for match in _OF_ANY_KIND_RE.finditer(folded)
            if naming.ordinal == match[1] and f"/{match[2]}/" in naming.number
        }
        or {
            name: said
            for name, naming in namings.items()
            for (kind, ordinal, _), said in asked.items()
            if kind in _CONTENTS and ordinal == naming.ordinal and kind in fold(plans[name].letterhead.title)
        }
    )
    return tuple(found), tuple(dict.fromkeys(found.values()))


def _by_bare_number(
    folded: str, chosen: Collection[str], found: Iterable[_Named], namings: Mapping[str, Naming]
) -> tuple[str, str] | None:
    """The one plan called by its place and the number alone ("Cần Thơ 157", "theo 2820"), and that number."""
    before = "|".join((_CALLED_BEFORE, *(re.escape(fold(named.words)) for named in found)))
    for match in re.finditer(rf"\b(?:{before}) (\d{{2,5}})(?![\w/%-]|[.,]\d)", folded):
        fitting = [name for name in chosen if namings[name].ordinal == match[1].lstrip("0")]
        if len(fitting) == 1 and int(match[1]) not in range(1990, 2051):
            return fitting[0], match[1]
    return None


def _places(question: str, namings: Mapping[str, Naming]) -> Iterable[_Named]:
    for spelling in _longest_first(s for naming in namings.values() for s in naming.provinces):
        if any(occurrences(question, spelling)):
            fitting = frozenset(name for name, naming in namings.items() if spelling in naming.provinces)
            yield _Named(spelling, fitting, unit=False)


def _longest_first(names: Iterable[str]) -> list[str]:
    """Each name once; what a question names narrows the plans one after the other, so the order must not be chance.

    >>> _longest_first(["sở y tế", "sở nội vụ", "sở y tế", "sở tư pháp"])
    ['sở tư pháp', 'sở nội vụ', 'sở y tế']
    """
    return sorted(set(names), key=lambda name: (-len(name), name))


def _provincial(question: str, found: Iterable[_Named], plans: Mapping[str, Plan]) -> frozenset[str]:
    """The province's own plans, where "tỉnh X" stands beside a unit of it."""
    asked = fold(question)
    return frozenset(
        name
        for named in found
        if not named.unit and re.search(rf"\b(?:tinh|thanh pho) {re.escape(fold(named.words))}\b", asked)
        for name in named.plans
        if plans[name].letterhead.level == "province"
    )


def _units(question: str, namings: Mapping[str, Naming]) -> Iterable[_Named]:
    longer: list[tuple[int, int]] = []
    for unit in _longest_first(unit for naming in namings.values() for unit in naming.units):
        fitting = frozenset(n for n, naming in namings.items() if unit in naming.units)
        spans = [match.span() for match in occurrences(question, unit)]
        # "Trường THCS Suối Bạc" is that school, and not xã Suối Bạc.
        spans = [(start, end) for start, end in spans if not any(a <= start and end <= b for a, b in longer)]
        longer += spans
        said = [fold(question[:start]) for start, _ in spans]
        if all(namings[name].level in OF_PLACES for name in fitting):
            if said:
                yield _Named(unit, fitting, unit=True)
        elif said := [before for before in said if not _ADDRESSED_RE.search(before)]:
            yield _Named(unit, fitting, unit=True, acts=not any(_ISSUED_RE.search(before) for before in said))
    for mention in (*find_agencies(question), *spot_agencies(question)):
        fitting = frozenset(
            n
            for n, naming in namings.items()
            if naming.issuer_key
            and (naming.issuer_key == mention.key or _begins(naming.issuer_key, mention.key))
        )
        if fitting:
            before = fold(question[: mention.start])
            if not _ADDRESSED_RE.search(before):
                yield _Named(match_key(mention.name), fitting, unit=True, acts=not _ISSUED_RE.search(before))
    yield from _begun(question, namings)


def _begun(question: str, namings: Mapping[str, Naming]) -> Iterable[_Named]:
    """Issuers called in small letters, whole or by the first words of their name ("sở giao thông" for Sở Giao thông vận tải)."""
    asked = fold(question)
    for issuer in _longest_first(naming.issuer_key for naming in namings.values() if naming.issuer_key):
        words = issuer.split()
        for length in range(len(words), SHORTEST_BEGINNING, -1):
            said = " ".join(words[:length])
            if said in asked and (match := re.search(rf"\b{re.escape(said)}\b", asked)):
                before = asked[: match.start()]
                fitting = frozenset(n for n, naming in namings.items() if naming.issuer_key == issuer)
                if not _ADDRESSED_RE.search(before):
                    yield _Named(said, fitting, unit=True, acts=not _ISSUED_RE.search(before))
                break


def _begins(issuer: str, said: str) -> bool:
    """Whether the issuer's name goes on where the question stops ("Ban Tuyên giáo" [và Dân vận])."""
    return len(said.split()) > SHORTEST_BEGINNING and issuer.startswith(f"{said} ")


def _choose(found: list[_Named], everything: frozenset[str], *, joined: bool) -> frozenset[str]:
    """Narrow by every name; names that exclude each other mean all of them when joined."""
    chosen = everything
    for named in found:
        narrower = chosen & named.plans
        if narrower and not (joined and narrower == chosen == named.plans):
            chosen = narrower
        elif not narrower and joined:
            chosen |= named.plans
        elif not narrower and named.unit:
            chosen = named.plans
    return chosen


def _years(folded: str) -> list[int]:
    """Years that stand alone, not as part of a date or of a document's name."""
    return [
        int(match[1])
        for match in _YEAR_RE.finditer(folded)
        if not _DATE_BEFORE_RE.search(folded[: match.start(1)])
    ]


def _by_level(folded: str, chosen: Collection[str], plans: Mapping[str, Plan]) -> frozenset[str] | None:
    for pattern, field, value in _LEVELS:
        if re.search(pattern, folded):
            fitting = frozenset(name for name in chosen if getattr(plans[name].letterhead, field) == value)
            if fitting:
                return fitting
    return None


def _tiers(
    chosen: frozenset[str], plans: Mapping[str, Plan], levelled: frozenset[str] | None, *, provincial: bool
) -> tuple[tuple[str, ...], ...]:
    """A province named alone means its own plan first, then those of its units."""
    first = levelled
    if first is None and provincial:
        first = frozenset(name for name in chosen if plans[name].letterhead.level == "province")
    if first and first != chosen:
        return (tuple(sorted(first)), tuple(sorted(chosen - first)))
    return (tuple(sorted(chosen)),)
