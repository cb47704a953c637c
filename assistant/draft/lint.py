"""Faults that a program can see in a draft: invented facts, doubled words, open quotes, a second year, gaps.

Used by the tests, by `kehoach eval drafts`, and for plans written by hand (``check``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.draft.child.citing import issuer_of
from assistant.draft.child.reporting import inner_days
from assistant.draft.child.years import own_year
from assistant.draft.edits import protected_ranges, undouble
from assistant.draft.model import SLOT, Draft
from assistant.draft.unit.natures import exempt
from assistant.draft.unit.party import led_body
from assistant.draft.unit.profile import UnitProfile, kind_of
from assistant.draft.unit.reorganisation import ended_bodies, find_ended
from assistant.path_words import path_words
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.language.patterns import NUMBER_RE
from ingest.plan import Plan
from ingest.spelling import match_key

__all__ = ["find_invented", "find_level_phrases", "lint_draft", "lint_text"]

_NUMBER_RE = re.compile(r"\d+(?:[.,/]\d+)*")
# Not the year of what is named behind it ("chuyên đề năm 2025 “Học tập ...”"), which stays.
_YEAR_RE = re.compile(r"(?<![\d/.–-])(?:năm )((?:19|20)\d\d)(?!\s*[-–/]?\d|\s*:?\s*[“\"«])")
_LEVEL_RE = re.compile(
    r"(?i)chỉ đạo các cấp, các ngành|kỳ họp hội đồng nhân dân|lực lượng vũ trang|các cơ quan tư pháp|các phiên tòa"
)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", match_key(text))


def _pointers(text: str) -> str:
    """Drop the draft's own references to its parts: "tại các mục III.1, IV của Kế hoạch này"."""
    return re.sub(r"tại (?:các )?mục [^;]*? của Kế hoạch này", "", text)


def _distributed(name: str, known: str) -> bool:
    """Whether a name is one of a list that says its head once ("các Bộ: Y tế, Nông nghiệp và Môi trường")."""
    head, _, field = name.partition(" ")
    return head in {"bộ", "sở"} and f"các {head}" in known and bool(field) and field in known


def find_invented(draft: Draft, plan: Plan, profile: UnitProfile) -> list[str]:
    """Numbers, symbols and bodies in the draft that neither the parent nor the profile has.

    Successors from the reorganisation table are allowed: each is told in the warnings.
    """
    head = plan.letterhead
    own = (head.issuer or "", issuer_of(plan) or "", head.number or "", head.title or "")
    known = _flat("\n".join((plan.source.original, plan.source.clean, profile.words(), *own)))
    tight = re.sub(r"\s*([-/–])\s*", r"\1", known)
    kind = kind_of(profile)
    formula = _flat(
        "\n".join(
            (
                kind.inner,
                kind.inner_heads,
                kind.one_inner,
                kind.head,
                kind.leaders,
                kind.self,
                kind.people,
                f"người đứng đầu {kind.self}",
                f"UBND {kind.self}",
            )
        )
    )
    successors = _flat(
        "\n".join(warning for warning in draft.warnings) + "\n".join(b.successor for b in ended_bodies())
    )
    # "Trung tâm ... cấp xã" is in a commune's plan "Trung tâm ... xã".
    level = known
    for words in ("cấp xã", "cấp huyện", "các xã, phường", "xã, phường") if kind.area else ():
        level = level.replace(words, kind.self)
    numbers = set(_NUMBER_RE.findall(known)) | {f"{int(n):02d}" for n in re.findall(r"\d+", profile.words())}
    # The days by which the unit's parts report are reckoned from the parent's and the profile's.
    for _, day in inner_days(plan.facts.deadlines, profile):
        numbers |= set(_NUMBER_RE.findall(day))
    parts = (
        profile.name,
        profile.parent or "",
        kind.leaders,
        kind.head,
        *(d.name for d in profile.divisions),
    )
    told = tuple(_flat(name) for name in parts if name)
    found: list[str] = []
    for paragraph in draft.paragraphs:
        text = _pointers(paragraph.text)
        flat = _flat(text)
        found += [
            f"số {n} ({path_words(paragraph.path)})" for n in _NUMBER_RE.findall(flat) if n not in numbers
        ]
        for symbol in NUMBER_RE.finditer(text):
            if re.sub(r"\s*([-/–])\s*", r"\1", _flat(symbol[0])) not in tight:
                found.append(f"ký hiệu {symbol[0]} ({path_words(paragraph.path)})")
        for agency in find_agencies(text):
            name = re.sub(r" trên địa bàn.*$", "", _flat(agency.name))
            if agency.collective or SLOT in agency.name:
                continue
            its_own = led_body(agency.name, profile.name) == agency.name
            if its_own or name.startswith(told) or _distributed(name, known):
                # "Lãnh đạo Sở xây dựng kế hoạch": the words after a name that is known are no part of it.
                continue
            short = name.replace("ủy ban nhân dân", "ubnd")
            if not any(
                word in pool
                for word in (name, short)
                for pool in (known, level, formula, successors, level.replace("ủy ban nhân dân", "ubnd"))
            ):
                found.append(f"cơ quan {agency.name} ({path_words(paragraph.path)})")
    return found


def lint_text(text: str, profile: UnitProfile | None = None) -> list[str]:
    """Faults of one paragraph."""
    faults = []
    if undouble(text) != text:
        faults.append("từ lặp")
    if text.count("“") != text.count("”") or text.count('"') % 2:
        faults.append("dấu ngoặc kép không cân")
    # "tại điểm a), b) khoản 1": the labels of points close no bracket.
    bare = re.sub(r"(?<=[\s,])[a-zđ]\)(?=[\s,.;]|$)", "", text)
    if bare.count("(") != bare.count(")"):
        faults.append("dấu ngoặc đơn không cân")
    if re.search(r" [,;.:](?:\s|$)|,,|;;|\.\.(?!\.)|\s{2,}", text) and "..." not in text:
        faults.append("dấu câu")
    taken = protected_ranges(text)
    if profile is not None and find_ended(text, profile, taken):
        faults.append("cơ quan đã kết thúc hoạt động")
    return faults


def find_level_phrases(text: str) -> list[str]:
    """Phrases of higher levels that a child must not copy."""
    taken = protected_ranges(text)
    return [
        m[0] for m in _LEVEL_RE.finditer(text) if all(m.end() <= r.start or m.start() >= r.end for r in taken)
    ]


def _gaps(draft: Draft) -> list[str]:
    """Roman and Arabic labels must count up from 1 without a gap."""
    from assistant.draft.child.number import POINTS, roman

    faults = []
    counts: dict[tuple[str, str], int] = {}
    for p in draft.paragraphs:
        if p.kind in {"title", "basis", "closing"} or not p.label or p.label in "-+":
            continue
        above = p.path.rpartition(".")[0]
        label = p.label.rstrip(".)-").removeprefix("Phần ").split(".")[-1]
        style = "letter" if label in POINTS else "digit" if label.isdigit() else "roman"
        number = counts[above, style] = counts.get((above, style), 0) + 1
        expected = {
            "letter": POINTS[(number - 1) % len(POINTS)],
            "digit": str(number),
            "roman": roman(number),
        }[style]
        if label != expected:
            faults.append(f"đánh số: {p.path} phải là {expected}")
    return faults


def lint_draft(draft: Draft, plan: Plan, profile: UnitProfile) -> list[str]:
    """Every fault of a draft, in Vietnamese; an empty list is the aim."""
    faults = _gaps(draft)
    old = own_year(plan.letterhead)
    for p in draft.paragraphs:
        faults += [
            f"{fault} ({path_words(p.path)})"
            for fault in lint_text(p.text, None if p.kind == "basis" else profile)
        ]
        if p.kind != "basis":
            phrases = (
                ()
                if kind_of(profile).area
                or exempt(profile.name, "armed", "justice")
                or "Phối hợp với" in p.text
                else find_level_phrases(p.text)
            )
            faults += [f"cụm từ của cấp khác: {phrase} ({path_words(p.path)})" for phrase in phrases]
            faults += _years(p.text, p.path, draft.year, old)
    return faults + find_invented(draft, plan, profile)


def _years(text: str, path: str, year: int | None, old: int | None) -> Iterable[str]:
    if old is None or year is None or old == year:
        return []
    taken = protected_ranges(text)
    return [
        f"còn năm {old} ({path_words(path)})"
        for m in _YEAR_RE.finditer(text)
        if int(m[1]) == old
        and text[max(0, m.start() - 5) : m.start()].strip() not in {"đến", "hết"}
        and all(m.end() <= r.start or m.start() >= r.end for r in taken)
    ]
