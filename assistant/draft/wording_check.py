"""Whether a model's wording of a paragraph may stand in a draft. Pure; when in doubt, no.

The model gets the parent's words and the rule-made paragraph, and may only say the same better: the same
numbers, dates and symbols in the same order, the same bodies, the same duties, nothing wider than the unit,
and every clause still there. Each sentence is also held against the parent as an answer's is (``verify``).
"""

from __future__ import annotations

import re

from assistant.answer.evidence.claims import read_claims
from assistant.answer.worded.verify import Evidence, verify
from assistant.answer.worded.words import content_words
from assistant.draft.child.narrow import narrow_text
from assistant.draft.edits import doubles
from assistant.draft.lint import find_level_phrases, lint_text
from assistant.draft.model import SLOT, Paragraph
from assistant.draft.parent.binding import foreign_duty
from assistant.draft.unit.profile import UnitProfile
from ingest.facts.bodies.agencies import find_agencies, same_agency
from ingest.facts.language.sentences import split_clauses, split_sentences
from ingest.spelling import match_key

__all__ = ["FAULTS", "find_fault"]

FAULTS = {
    "missing": "mô hình bỏ sót đoạn này",
    "twice": "mô hình viết đoạn này hai lần",
    "slot": "chỗ cần điền bị đổi",
    "length": "dài hoặc ngắn hơn nhiều",
    "number": "số, ngày không khớp",
    "date": "ngày không khớp",
    "symbol": "ký hiệu văn bản không khớp",
    "agency": "cơ quan không khớp",
    "name": "có tên riêng lạ",
    "division": "bộ phận được giao không khớp",
    "role": "vai trò chủ trì, phối hợp không khớp",
    "negation": "ý phủ định không khớp",
    "comparator": "mức so sánh không khớp",
    "mixed": "gán số liệu cho việc khác",
    "words": "có ý không có trong văn bản",
    "omitted": "bỏ sót ý",
    "wider": "chủ thể rộng hơn đơn vị",
    "level": "nhiệm vụ của cấp khác",
    "language": "không phải tiếng Việt",
    "link": "có đường dẫn",
    "form": "lỗi từ lặp, dấu câu",
}
"""Why a wording was refused, as the officer reads it."""

LONGEST, SHORTEST = 1.5, 0.5
"""Of the rule-made paragraph's words: beyond these something was added or left out."""
ENOUGH_OF_CLAUSE = 0.6
"""Share of a clause's content words that must be left, so that no duty is dropped."""
_ROLES = ("chủ trì", "phối hợp", "tham mưu", "hướng dẫn", "kiểm tra", "giám sát", "tổng hợp", "báo cáo")
_DENIAL_RE = re.compile(r"(?i)(?<!\w)(?:không|chưa|chẳng|cấm|nghiêm cấm)(?!\w)")
_BOUND_RE = re.compile(
    r"(?i)(?<!\w)(trên|hơn|ít nhất|tối thiểu|không dưới|dưới|tối đa|không quá|chậm nhất|trước|sau|từ|đến)"
    r"\s+(?:ngày\s+|tháng\s+)?(\d+)"
)


def find_fault(said: str, paragraph: Paragraph, profile: UnitProfile, year: int | None) -> str | None:
    """Tell why a model's wording of ``paragraph`` may not stand (a key of FAULTS), or None; ``year`` is the parent's.

    >>> unit = UnitProfile("Sở Nội vụ", "department", year=2026)
    >>> made = Paragraph("II.1", "Văn phòng Sở chủ trì tổng hợp báo cáo trước ngày 15/5/2026.", "assigned")
    >>> find_fault("Văn phòng Sở chủ trì việc tổng hợp báo cáo trước ngày 15/5/2026.", made, unit, 2026)
    >>> find_fault("Văn phòng Sở chủ trì tổng hợp báo cáo trước ngày 20/5/2026.", made, unit, 2026)
    'number'
    """
    made = paragraph.text
    if said.count(SLOT) != made.count(SLOT):
        return "slot"
    share = len(said.split()) / max(1, len(made.split()))
    if not SHORTEST <= share <= LONGEST:
        return "length"
    if [int(n) for n in re.findall(r"\d+", said)] != [int(n) for n in re.findall(r"\d+", made)]:
        return "number"
    checks = (
        _differing_bodies(said, made, profile),
        _differing_duties(said, made),
        _unsupported(said, paragraph),
        "omitted" if _omitted(said, made) else None,
        _of_other_levels(said, made, profile, year),
        "form" if doubles(said) - doubles(made) else None,
        "form" if set(lint_text(said, profile)) - set(lint_text(made, profile)) else None,
    )
    return next((fault for fault in checks if fault), None)


def _named(text: str, names: list[str]) -> list[str]:
    """The names in the order in which a text has them."""
    key = match_key(text)
    found = sorted((key.find(match_key(name)), name) for name in names)
    return [name for place, name in found if place >= 0]


def _differing_bodies(said: str, made: str, profile: UnitProfile) -> str | None:
    divisions = [division.name for division in profile.divisions]
    if _named(said, divisions) != _named(made, divisions):
        return "division"
    one, other = read_claims(said).agencies, read_claims(made).agencies
    for some, rest in ((one, other), (other, one)):
        if not all(
            match_key(agency.name) in match_key(said if some is other else made)
            or any(same_agency(agency.name, known.name) for known in rest)
            for agency in some
        ):
            return "agency"
    names = [agency.name for agency in other]
    kept = _named(said, names)
    return None if kept == [name for name in _named(made, names) if name in kept] else "role"


def _differing_duties(said: str, made: str) -> str | None:
    one, other = match_key(said), match_key(made)
    if {role for role in _ROLES[:2] if role in one} != {role for role in _ROLES[:2] if role in other}:
        return "role"
    if any(role in one and role not in other for role in _ROLES):
        return "role"
    if len(_DENIAL_RE.findall(one)) != len(_DENIAL_RE.findall(other)):
        return "negation"
    if sorted(_BOUND_RE.findall(one)) != sorted(_BOUND_RE.findall(other)):
        return "comparator"
    return None


def _unsupported(said: str, paragraph: Paragraph) -> str | None:
    parent = " ".join(" ".join(source.quote.split()) for source in paragraph.sources)
    evidence = [Evidence(1, parent), Evidence(2, paragraph.text)]
    for spot in split_sentences(said):
        sentence = said[spot.start : spot.end].rstrip(" .;:")
        fault = verify(f"{sentence} [1][2].", evidence, "vi").fault
        if fault:
            return fault
    return None


def _omitted(said: str, made: str) -> bool:
    have = content_words(said)
    for sentence in split_sentences(made):
        for clause in split_clauses(made, sentence):
            words = content_words(made[clause.start : clause.end])
            if words and len(words & have) < ENOUGH_OF_CLAUSE * len(words):
                return True
    return False


def _of_other_levels(said: str, made: str, profile: UnitProfile, year: int | None) -> str | None:
    """What narrowing would still change reaches beyond the unit."""
    if set(find_level_phrases(said)) - set(find_level_phrases(made)):
        return "level"
    if foreign_duty(said, profile) and not foreign_duty(made, profile):
        return "level"
    if narrow_text(said, profile, year).changes and not narrow_text(made, profile, year).changes:
        return "wider"
    many = {match_key(agency.name) for agency in find_agencies(said) if agency.collective}
    return "wider" if any(name not in match_key(made) for name in many) else None
