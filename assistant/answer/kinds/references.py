"""Cited documents: their number, date, issuer and title; the basis of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.units import coverage, near_best, score_units
from assistant.answer.wording import clip, place, plan_label, say
from assistant.knowledge import Knowledge, Unit
from assistant.model import Language
from assistant.question.bodies import same_body
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.facts.cited.references import said_title
from ingest.plan import Reference
from ingest.spelling import match_key, undiacritise

__all__ = [
    "answer_reference",
    "asked_basis",
    "asked_numbers",
    "documents_of",
    "has_number",
    "issuer_asked",
    "reference_text",
]

ENOUGH = 0.6
EQUAL = 0.92
MOST = 8
_NAMED_BY_TITLE = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Điều lệ"})
"""Types of documents whose name is the type and the title: "Luật Thú y"."""
_TYPE_BEFORE = "so|thi|dinh|quyet|luan|an|trinh|hoach|directive|decision|resolution|conclusion|plan|no"
_NUMBER_RE = re.compile(
    rf"\d+/\d{{4}}/[a-z][\w-]*|\d+\s?[-/]\s?[a-z][\w/&-]*|(?:(?<=\b)(?:{_TYPE_BEFORE})\.? )(\d+)(?![\w/-])"
)
_DOCUMENT_WORDS = frozenset(
    "van ban|ke hoach|chi thi|quyet dinh|nghi quyet|chuong trinh|ket luan|quy che|quy dinh|de an|trien khai|thuc hien|ra".split(
        "|"
    )
)
_ASKING = frozenset(
    "van ban ke hoach chi thi quyet dinh nghi quyet luat nghi dinh thong tu chuong trinh ket luan can cu phap ly co so ban hanh ra dua vao tren "
    "legal basis base based document plan".split()
)
"""Folded: the words of a question that asks for what a plan rests on and for nothing else."""
WHOLLY = 0.99
MOST_PLANS = 3
"""Plans whose openings are told side by side."""
_SORT_RE = re.compile(
    r"\b(luat|nghi dinh|nghi quyet|quyet dinh|chi thi|thong tu|chuong trinh|ke hoach) (?:nao|gi)\b"
)
_LEVEL_RE = re.compile(
    r"\b(?:nao|gi) cua (tinh|trung uong|chinh phu|thu tuong|quoc hoi|thanh pho|huyen|xa|phuong)\b"
)
_CENTRE = ("trung uong", "chinh phu", "thu tuong", "quoc hoi", "bo ")
"""Whose document is asked for, by the level alone ("theo kế hoạch nào của tỉnh"); who speaks for the centre."""
_BASIS_RE = re.compile(
    r"can cu (?:phap ly|vao|nao|gi|nhung)?|dua (?:vao|tren) |co so phap ly|(?:thuc hien|trien khai|cu the hoa|dua tren|theo) (?:theo )?(?:van ban|ke hoach|chi thi|quyet dinh|nghi quyet|chuong trinh|ket luan) (?:nao|gi|so may)|legal bas[ei]s|based on (?:what|which)|implements? (?:what|which)|carr(?:y|ies) out|parent plan"
)


def reference_text(fact: object, language: Language, *, date_first: bool = False) -> str:
    """A document in one line: type, number, date, issuer, title; its name as plans cite it.

    >>> from ingest.plan import Span
    >>> reference_text(Reference("Luật", None, "2015-06-19", None, "Thú y", "preamble", Span(0, 1)), "vi")
    '**Luật Thú y** ngày 19/6/2015'
    >>> reference_text(Reference("Quy định", "2-QĐ/TW", None, "Bộ Chính trị", "kiểm tra đảng viên", "I", Span(0, 1)), "vi")
    '**Quy định số 2-QĐ/TW** của Bộ Chính trị về kiểm tra đảng viên'
    """
    assert isinstance(fact, Reference)
    number = f" số {fact.number}" if fact.number else ""
    date = f" ngày {_date(fact.date)}" if fact.date else ""
    issuer = f" của {fact.issuer}" if fact.issuer else ""
    issued = f"{date}{issuer}"
    if language == "en" and issued:
        issued = f" ({', '.join(part for part in (_date(fact.date), fact.issuer) if part)})"
    title = f" {said_title(clip(fact.title))}" if fact.title else ""
    if fact.title and fact.type in _NAMED_BY_TITLE:
        number, title = f" {clip(fact.title)}{number}", ""
    head = f"**{_date(fact.date)}**: " if date_first and fact.date else ""
    return f"{head}**{fact.type or 'Văn bản'}{number}**{issued}{title}"


def _date(iso: str | None) -> str:
    """Write an ISO date with a zero before a day below 10 and before months 1 and 2 only (Decree 30/2020, annex I, II.4); partial dates stay.

    >>> _date("2022-08-18"), _date("2026-02-05"), _date("2021-11")
    ('18/8/2022', '05/02/2026', '2021-11')
    """
    parts = (iso or "").split("-")
    if len(parts) < 3:
        return iso or ""
    year, month, day = parts
    return f"{day}/{month if int(month) <= 2 else int(month)}/{year}"


def asked_numbers(need: Need) -> list[str]:
    """The document numbers in a question, folded: "33/ct-ttg", or "33" alone after its type."""
    folded = undiacritise(match_key(need.question))
    for phrase in need.scope.taken:  # "kế hoạch 15" names the plan that is asked, not a document in it
        folded = folded.replace(undiacritise(match_key(phrase)), " ")
    return [re.sub(r"\s", "", found[1] or found[0]) for found in _NUMBER_RE.finditer(folded)]


def has_number(fact: Reference, asked: Sequence[str]) -> bool:
    """Whether a cited document bears one of the numbers, whole or by its first part."""
    own = undiacritise(match_key(fact.number or "")).replace(" ", "")
    return any(
        own == number or (number.isdigit() and re.split(r"[-/]", own)[0] == number) for number in asked if own
    )


def answer_reference(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """A document by its number or subject, or the whole basis of the plan; [] when none fits."""
    units = [knowledge.units[at] for at in knowledge.of("reference") if knowledge.units[at].plan in plans]
    by_date = need.kind == "reference_date"
    if asked := asked_numbers(need):
        found = [unit for unit in units if isinstance(unit.fact, Reference) and has_number(unit.fact, asked)]
        return _state(_one_each(found)[:MOST], need, knowledge, by_date=by_date)
    if asked_basis(need, knowledge, plans):
        return []  # told as of the plan as a whole
    if not need.terms or _asks_basis(need):
        return _basis(need, knowledge, plans)
    scored = score_units(knowledge, knowledge.of("reference"), need.terms, plans)
    best = [s.unit for s in near_best(scored, EQUAL) if s.coverage >= ENOUGH]
    return _state(_one_each(best)[:MOST], need, knowledge, by_date=by_date)


def asked_basis(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """What a plan, or each of a few, rests on, where nothing else is asked ("Căn cứ pháp lý của kế hoạch?"); else []."""
    folded = fold(need.question)
    sort, level = _SORT_RE.search(folded), _LEVEL_RE.search(folded)
    spent = _ASKING | set(level[1].split()) if level else _ASKING
    terms = [term for term in need.terms if not spent.issuperset(fold(term.text).split())]
    says_more = bool(terms) and (len(plans) != 1 or coverage(terms, knowledge.titles[plans[0]]) < WHOLLY)
    if (
        need.yesno
        or need.follows
        or says_more
        or len(plans) > MOST_PLANS
        or issuer_asked(need)
        or asked_numbers(need)
    ):
        return []
    if not _BASIS_RE.search(folded):
        return []
    return _basis(need, knowledge, plans, sort[1] if sort else "", level[1] if level else "")


def _asks_basis(need: Need) -> bool:
    """Whether the question is what the whole plan rests on, and not about one subject."""
    subject = [term for term in need.terms if undiacritise(term.text) not in _DOCUMENT_WORDS]
    return _BASIS_RE.search(undiacritise(match_key(need.question))) is not None and len(subject) <= 2


def _one_each(units: Sequence[Unit]) -> list[Unit]:
    """One unit per distinct document: the same number and date in two plans is one document."""
    seen: dict[tuple[object, ...], Unit] = {}
    for unit in units:
        fact = unit.fact
        assert isinstance(fact, Reference)
        key = (fact.number or fact.title, fact.date)
        kept = seen.get(key)
        if kept is None or len(unit.text) > len(kept.text):
            seen[key] = unit
    return list(seen.values())


def _state(units: Sequence[Unit], need: Need, knowledge: Knowledge, *, by_date: bool) -> list[Statement]:
    statements = []
    for unit in units:
        assert isinstance(unit.fact, Reference)
        where = place(unit.path, knowledge.plans[unit.plan], need.language)
        bullet = "- " if len(units) > 1 else ""
        statements.append(
            Statement(
                f"{bullet}{reference_text(unit.fact, need.language, date_first=by_date)} ({where}).", (unit,)
            )
        )
    return statements


def issuer_asked(need: Need) -> str | None:
    """The body whose document is asked for: Sở Y tế of "căn cứ văn bản nào của Sở Y tế"; None where it is anybody's."""
    if need.agency is None or need.kind not in {"reference", "reference_date"}:
        return None
    asked = re.findall(r"\b(?:nao|gi) cua (.*?)(?=\b(?:nao|gi) cua |$)", fold(need.question))
    return need.agency if len(asked) == 1 and asked[0].startswith(fold(need.agency)) else None


def documents_of(body: str, cited: Iterable[Reference]) -> list[Reference]:
    """Those of some documents that a body has issued."""
    return [one for one in cited if one.issuer and same_body(one.issuer, body)]


def _of_level(document: Reference, level: str) -> bool:
    """Whether a document was issued at a level (folded), the centre being one.

    >>> from ingest.plan import Span
    >>> plan = Reference("Kế hoạch", "64/KH-UBND", None, "UBND tỉnh Sơn Hà", None, "preamble", Span(0, 1))
    >>> _of_level(plan, "tinh"), _of_level(plan, "trung uong")
    (True, False)
    """
    issuer = f"{fold(document.issuer or '')} "
    return any(name in issuer for name in (_CENTRE if level in _CENTRE[:2] else (level,)))


def _basis(
    need: Need, knowledge: Knowledge, plans: Sequence[str], sort: str = "", level: str = ""
) -> list[Statement]:
    """The documents in the opening of each plan, of one ``sort`` and ``level`` (folded) where they are asked for.

    "Văn bản nào của Sở Y tế" means those of that body.
    """
    statements: list[Statement] = []
    whose = issuer_asked(need)
    for name in plans:
        plan = knowledge.plans[name]
        cited = [one for one in plan.parents if fold(one.type).startswith(sort) and _of_level(one, level)]
        if not cited:
            continue
        statements.append(Statement(f"{plan_label(plan)} – {say('basis', need.language)}"))
        issued = documents_of(whose, cited) if whose else []
        for parent in issued or cited:
            unit = Unit(name, "reference", parent.title or "", "", parent.path, "", parent.span, parent)
            statements.append(Statement(f"- {reference_text(parent, need.language)}", (unit,)))
    return statements
