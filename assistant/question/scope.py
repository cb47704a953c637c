"""Which plans a question means: by number, unit, place, level and year, as their letterheads say.

The result is a list of tiers: the plans of the first tier are asked first, those of the next only when
the first say nothing. A place or year that no plan has is reported, so that it can be refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ingest.plan import Plan
from ingest.spelling import match_key, undiacritise

__all__ = ["Scope", "find_scope"]

_GENERIC = frozenset(
    "uy ban nhan dan ubnd tinh thanh pho tp huyen quan xa phuong thi tran dac khu ban thuong vu chap hanh huyenuy "
    "btv bch tu hu du dang bo so phong cua cac hoi dong hdnd va".split()
)
_LEVELS: tuple[tuple[str, str, str], ...] = (
    # cue in the folded question, level or system, value
    (r"\b(?:tinh uy|huyen uy|dang uy|thanh uy|cua dang|party committee)\b", "system", "party"),
    (
        r"\b(?:ubnd|ke hoach|cua|cap|o|tai) (?:ubnd )?tinh\b|\bprovincial (?:plan|people)|province's plan",
        "level",
        "province",
    ),
    (
        r"\b(?:ubnd|ke hoach|cua|cap|o|tai) (?:ubnd )?huyen\b|\bdistrict(?:'s)? (?:plan|people|party)",
        "level",
        "district",
    ),
    (
        r"\b(?:ubnd|ke hoach|cua|cap|o|tai) (?:ubnd )?(?:xa|phuong)\b|\bcommune(?:'s)? (?:plan|people)|ward's plan",
        "level",
        "commune",
    ),
    (r"\bke hoach (?:cua )?so\b|\bdepartment(?:'s)? plan", "level", "department"),
)
_YEAR_RE = re.compile(r"\b(?:nam |year )?((?:19|20)\d\d)\b")
_DATE_BEFORE_RE = re.compile(r"(?:/|-|thang )\s*$")


@dataclass(frozen=True, slots=True)
class Scope:
    """``tiers`` are file names, most meant first; ``taken`` the words that named them."""

    tiers: tuple[tuple[str, ...], ...]
    taken: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    """Places that the question names and no plan belongs to."""
    absent_year: int | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class _Naming:
    """How one plan can be called, all folded."""

    provinces: frozenset[str]
    units: frozenset[str]
    number: str | None
    year: int | None


def _fold(text: str | None) -> str:
    return undiacritise(match_key(text or ""))


def _bare(issuer: str) -> str:
    """The distinctive words of an issuer: "UBND huyện Tam Đường" -> "tam duong"."""
    words = re.findall(r"\w+", issuer)
    while words and words[0] in _GENERIC:
        words.pop(0)
    return " ".join(words)


def _naming(plan: Plan) -> _Naming:
    head = plan.letterhead
    province = _fold(head.province)
    bare = _bare(_fold(head.issuer))
    for tail in (f" tinh {province}", f" thanh pho {province}", f" {province}"):
        if province and bare.endswith(tail):
            bare = bare.removesuffix(tail)
    units = set()
    if bare and bare != province and head.level != "province":
        units.add(bare)
        initials = "".join(word[0] for word in bare.split())
        if head.level == "department" and len(initials) > 1:
            units |= {initials, f"s{initials}"}
    if head.number and "/" in head.number and head.level in {"department", "other"}:
        units.add(_fold(re.split(r"[-/]", head.number)[-1]))
    return _Naming(frozenset({province} - {""}), frozenset(units), _fold(head.number) or None, head.year)


def _says(question: str, phrase: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", question) is not None


def find_scope(question: str, plans: Mapping[str, Plan], provinces: Collection[str]) -> Scope:
    """Weigh the plans by what the question names.

    ``provinces`` are all known names of provinces and cities; one that is named and that no plan
    belongs to makes the question foreign.
    """
    folded = _fold(question)
    namings = {name: _naming(plan) for name, plan in plans.items()}
    taken: list[str] = []
    if numbered := [
        name for name, naming in namings.items() if naming.number and _says(folded, naming.number)
    ]:
        taken += [namings[name].number or "" for name in numbered]
        return Scope((tuple(numbered),), tuple(taken), named=True)
    asked_provinces = {
        p
        for p in {_fold(p) for p in provinces} | {q for n in namings.values() for q in n.provinces}
        if _says(folded, p)
    }
    asked_provinces = {p for p in asked_provinces if not any(p != q and p in q for q in asked_provinces)}
    here = {p for n in namings.values() for p in n.provinces}
    foreign = tuple(sorted(asked_provinces - here))
    chosen = set(plans)
    units = {unit for naming in namings.values() for unit in naming.units if _says(folded, unit)}
    taken += [*asked_provinces, *units]
    if asked_provinces & here:
        chosen &= {name for name, naming in namings.items() if naming.provinces & asked_provinces}
    if units and (of_unit := {name for name in chosen if namings[name].units & units}):
        chosen = of_unit
    years = _years(folded)
    absent_year = None
    if years:
        dated = {name for name in chosen if namings[name].year in years}
        if dated:
            chosen = dated
            taken += [str(year) for year in years]
        else:
            absent_year = years[0]
    levelled = _by_level(folded, chosen, plans)
    named = bool(asked_provinces & here or units or levelled is not None or (years and absent_year is None))
    tiers = _tiers(chosen, plans, levelled, provincial=bool(asked_provinces & here) and not units)
    return Scope(tiers, tuple(taken), foreign, absent_year, named)


def _years(folded: str) -> list[int]:
    """Years that stand alone, not as part of a date or of a document's name."""
    found = []
    for match in _YEAR_RE.finditer(folded):
        if not _DATE_BEFORE_RE.search(folded[: match.start(1)]):
            found.append(int(match[1]))
    return found


def _by_level(folded: str, chosen: Collection[str], plans: Mapping[str, Plan]) -> set[str] | None:
    for pattern, field, value in _LEVELS:
        if re.search(pattern, folded):
            fitting = {name for name in chosen if getattr(plans[name].letterhead, field) == value}
            if fitting:
                return fitting
    return None


def _tiers(
    chosen: set[str], plans: Mapping[str, Plan], levelled: set[str] | None, *, provincial: bool
) -> tuple[tuple[str, ...], ...]:
    """A province named alone means its own plan first, then those of its units."""
    first = levelled
    if first is None and provincial:
        first = {name for name in chosen if plans[name].letterhead.level == "province"}
    if first and first != chosen:
        return (tuple(sorted(first)), tuple(sorted(chosen - first)))
    return (tuple(sorted(chosen)),)
