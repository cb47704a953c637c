"""How a plan can be called: by number, by its issuer, by its place, by its year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.facts.bodies.agencies import agency_key
from ingest.parse.provinces import province_named, province_names
from ingest.plan import Letterhead, Plan
from ingest.spelling import has_diacritics, match_key, undiacritise

__all__ = ["OF_PLACES", "Naming", "fold", "naming_of", "occurrences"]

OF_PLACES = frozenset({"district", "commune", None})
"""Levels at which a body bears the name of its place."""
_GENERIC = frozenset(
    "ủy uỷ ban nhân dân ubnd tỉnh thành phố tp huyện quận xã phường thị trấn đặc khu thường vụ chấp hành "
    "btv bch tu hu đu đảng bộ sở phòng của các hội đồng hđnd và".split()
)


@dataclass(frozen=True, slots=True)
class Naming:
    """What one plan answers to; ``units`` folded, ``province`` with its marks."""

    provinces: tuple[str, ...]
    """Every spelling of its province, marks kept."""
    units: frozenset[str]
    issuer_key: str
    number: str
    kind: str
    """The type, folded: "ke hoach", "chi thi"."""
    ordinal: str
    """The number's first part without leading zeros: "8" of "08-KH/ĐU"."""
    year: int | None
    numbered_in: frozenset[str]
    """The years with which its number is said: the one in the number, else those of its date and its title."""
    level: str | None


@lru_cache(maxsize=32_768)
def fold(text: str | None) -> str:
    """Lower case without marks; remembered for more texts than some twenty plans have places."""
    return undiacritise(match_key(text or ""))


def occurrences(question: str, phrase: str) -> Iterator[re.Match[str]]:
    """Where a question says a phrase: with the same marks, or with none at all.

    >>> [len(list(occurrences(q, "điện biên"))) for q in ("ở Điện Biên", "o dien bien", "diễn biến")]
    [1, 1, 0]
    """
    plain, plain_wanted = fold(question), fold(phrase)
    if plain_wanted not in plain:
        return
    marked, wanted = match_key(question), match_key(phrase)
    for match in re.finditer(rf"(?<!\w){re.escape(plain_wanted)}(?!\w)", plain):
        said = marked[match.start() : match.end()]
        if said == wanted or not has_diacritics(said):
            yield match


def _bare(issuer: str, province: str) -> str:
    """The distinctive words of an issuer, marks kept: "UBND huyện Tam Đường" -> "tam đường"."""
    words = re.findall(r"\w+", issuer)
    while words and words[0] in _GENERIC:
        words.pop(0)
    bare = " ".join(words)
    for tail in (f" tỉnh {province}", f" thành phố {province}", f" {province}"):
        if province and bare.endswith(tail):
            bare = bare.removesuffix(tail)
    return bare


def _headed(issuer: str, bare: str) -> str:
    """The bare name with the words that say what sort of body it is: "sở nội vụ", "bộ tài chính"."""
    words, own = re.findall(r"\w+", issuer), bare.split()
    at = next((at for at in range(len(words)) if words[at : at + len(own)] == own), 0)
    return " ".join((*words[:at], *own))


def naming_of(plan: Plan) -> Naming:
    """Read a plan's names off its letterhead."""
    return _naming(plan.letterhead)


def _issuer_key(head: Letterhead) -> str:
    """The issuer's key; "" where only the sort of body can be read ("UBND […]")."""
    words = re.findall(r"\w+", match_key(head.issuer or ""))
    return agency_key(head.issuer) if head.issuer and not _GENERIC.issuperset(words) else ""


@lru_cache(maxsize=4096)
def _naming(head: Letterhead) -> Naming:
    province = match_key(head.province or "")
    spellings = {
        province,
        *(n for n in province_names() if province_named(n) == province_named(province) is not None),
    }
    bare = _bare(match_key(head.issuer or ""), province)
    units: set[str] = set()
    if bare and bare != province and head.level != "province":
        # A place is called by its bare name; "tài chính" of "Bộ Tài chính" is an ordinary word.
        units.add(bare if head.level in OF_PLACES else _headed(match_key(head.issuer or ""), bare))
        initials = "".join(word[0] for word in bare.split() if word not in {"và", "của"})
        if head.level == "department" and len(initials) > 1:
            units |= {initials, f"s{initials}"}
            if " và " in bare:
                units |= {
                    joint.join("".join(w[0] for w in part.split()) for part in bare.split(" và "))
                    for joint in (" và ", "&", " & ")
                }
    number = fold(head.number)
    in_number = re.findall(r"^\d+/((?:19|20)\d\d)(?!\d)", number)
    return Naming(
        provinces=tuple(sorted(spellings - {""})),
        units=frozenset(units),
        issuer_key=_issuer_key(head) if head.level in {"department", "other"} else "",
        number=number,
        # Only an official letter bears no type in its head nor in its symbol (Decree 30/2020, Annex I.II).
        kind=fold(head.doc_type) or ("cong van" if number else ""),
        ordinal=re.split(r"[-/]", number)[0].lstrip("0"),
        year=head.year,
        numbered_in=frozenset(in_number or {str(head.year), (head.date or "")[:4]}),
        level=head.level,
    )
