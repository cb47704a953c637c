"""Number, date, signer, recipients, basis or first day in force of the one plan whose title is the question's subject.

"Nghị quyết về chính sách luật thương mại số mấy, ngày nào, ai ký": all that is asked is told in one line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answer.cite import Statement
from assistant.answer.evidence.units import coverage, score_units
from assistant.answer.kinds.identity import IDENTITY_KINDS, answer_identity
from assistant.answer.kinds.in_force import answer_in_force, asks_in_force
from assistant.answer.kinds.references import asked_basis
from assistant.answer.kinds.replaced import answer_replaced, answer_successor
from assistant.grams import tokens
from assistant.knowledge import Knowledge
from assistant.question.cues import cue_text, find_cue, in_long
from assistant.question.documents import DOC, EN_DOC, SHORT_DOC
from assistant.question.naming import fold
from assistant.question.parts import asked_apart
from assistant.question.replacing import asks_replaced, asks_successor
from assistant.question.terms import Term
from assistant.question.understand import Need

__all__ = ["answer_replacement", "answer_titled", "asks_head_alone", "head_fields", "tell_fields"]

ENOUGH = 0.45
"""Share of the subject that the title must say."""
ALL = 0.99
AHEAD = 0.2
"""So much more than the next plan's title."""
TOLD, FAR_AHEAD = 0.7, 0.25
"""What a place of the plan's text must say of the subject, and so much more than any of the next plan."""
_DOCUMENT_RE = re.compile(rf"{DOC}|\b{SHORT_DOC}\b|\b{EN_DOC}\b")
_FIELDS: tuple[tuple[str, str], ...] = (
    ("letterhead_number", r"\bso(?:,| va| voi| cung) (?:ngay|thang)\b|\bso (?:may|bao nhieu|nao|hieu|gi)\b|ky hieu|what number|which number|(?:plan|document) number"),
    ("letterhead_date", r"\bso(?:,| va| voi| cung) (?:ngay|thang)\b|\bso (?:may|bao nhieu|nao|gi)\b[^?]{0,12}ngay (?:nao|may|bao nhieu)|^(?:the |va )?ngay (?:nao|may)|[,;?] (?:ra |ky |issued? )?(?:ngay|date) (?:nao|may)\b|ngay (?:ban hanh|ky)\b|\b(?:ban hanh|(?<!dang )(?<!dinh )(?<!chu )(?<!thoi )ky|(?<!dien )(?<!xay )(?<!dua )(?<!lam )(?<!dat )(?<!de )ra) (?:ngay|khi|bao gio|luc|hom|thang|nam)|(?:what|which) (?:date|day)\b[^?]* (?:issued|signed)|when (?:was|were)[^?]* (?:issued|signed)|\bdated\b"),
    ("issuer", r"\b(?:ai|co quan nao|bo nao|cap nao|don vi nao) ban hanh|\b(?:do|cua) (?:ai|co quan nao)\b(?! (?:ky|sign))|who issued|issued by"),
    ("signer", r"\bai\b[^?]{0,12}\bky\b|\bky\b[^?]{0,12}\bai\b|nguoi ky|\bsign(?:s|ed|er|atory)?\b"),
    ("recipients", r"noi nhan|(?:ke hoach|\bkh)\b[^?]*bao cao (?:cho |len )?(?:nhung )?(?:dau|ai|noi nao|co quan[^?]{0,25} nao)|(?:get|gets|receives?) (?:a )?cop|gui (?:cho |den |toi |ve |len )?(?:nhung )?(?:ai|dau|noi nao|co quan nao|bo nao|so nao|[a-z]+(?: [a-z]+){0,2} nao)|recipients?|sent to"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _FIELDS)
_DIFFICULTY_RE = re.compile(r"\b(?:(?:bi|gap|co) (?:ket|vuong|kho)|vuong mac|kho khan)\b")
_SENT_RE = re.compile(r"\b(?:bao cao|tong hop|ket qua|so lieu|ho so|phan anh|kien nghi|de xuat)\b")
"""Folded: what goes elsewhere than the plan itself does, a difficulty even if the plan is named."""
_SPENT = frozenset(
    "so ky hieu ngay ban hanh may nao ai ke hoach quyet dinh chi thi nghi quyet thong tu van ban gui noi nhan danh dung ten plan sign signed issue issued date".split()
)
_SURELY_RE = re.compile(
    r"\b(?:ky|ban hanh|noi nhan|signed|signs?|signer|signatory|issued)\b|\bso (?:may|bao nhieu|hieu|ky hieu|gi|nao)\b|\bso(?:,| va| voi| cung)? ngay\b|\bnumber\b"
)
"""A part of a question that asks for the head or foot of a document by its own words; "ngày nào" does beside another such part."""
_RESTS_RE = re.compile(
    r"\b(?:can cu|dua (?:tren|vao)|(?:thuc hien|trien khai|lam) theo|thay the|thay cho|based on|implements?|replaces?)\b"
)
"""Folded: what another document is to the plan, so that its own number is not what is asked for."""
_ASKING = frozenset(
    "la va thi do nay no cua vao bao nhieu gio khi nguoi thang nam who what which when was were is it the and of by document decision".split()
)
_SPENT_IN_FORCE = _SPENT | frozenset(
    "co hieu luc thi hanh bat dau chinh thuc ap dung tu khi bao gio luc thang nam nghi dinh quy "
    "decree circular decision resolution when does take takes effect effective come into in force date".split()
)

_SPENT_REPLACED = _SPENT_IN_FORCE | frozenset(
    "thay the cho cu truoc do day het huy bai bo mat nhung cac lam older earlier previous former old replace replaces replacing replaced "
    "repeal repeals repealed supersede supersedes lapse lapses because guidance resolution plan document nam".split()
)


def answer_titled(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """The asked fields of the head or foot of one plan; [] when no title stands out, or none is asked."""
    if basis := asked_basis(need, knowledge, plans):
        return basis
    folded = cue_text(need.question)
    document = _DOCUMENT_RE.search(folded) is not None
    fields = _fields_asked(need.question)
    in_force = asks_in_force(folded)
    if _DIFFICULTY_RE.search(folded) or (not document and _SENT_RE.search(folded)):
        fields = [kind for kind in fields if kind != "recipients"]
    if not (fields or in_force) or not (document or len(plans) == 1):
        return []
    if need.scope.several and len(fields) > 1 and not in_force:  # of each of two plans more than one thing
        return tell_fields(need, fields, plans, knowledge)
    spent = _SPENT_IN_FORCE if in_force else _SPENT
    name = plans[0] if len(plans) == 1 else _by_title(need, knowledge, plans, spent)
    if name is None:
        return []
    if in_force:
        return answer_in_force(need, knowledge, [name])
    return tell_fields(need, fields, [name], knowledge)


def answer_replacement(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """What the plan meant replaces, or which plan replaces the document asked about, where that alone is asked; else []."""
    folded = in_long(cue_text(need.question))
    if need.yesno or need.follows:
        return []
    if asks_replaced(folded):
        return answer_replaced(need, knowledge, _about(need, knowledge, plans))
    return answer_successor(need, knowledge, plans) if asks_successor(folded) else []


def head_fields(parts: Sequence[str]) -> list[tuple[str, ...]]:
    """For each of the things that a question asks one behind the other the fields of the head or foot that it asks for.

    None for one that asks for something else, or says more than that.
    >>> head_fields(["Kế hoạch dân vận có mấy mục tiêu", "số mấy", "ký bao giờ", "ai ký?"])
    [(), ('letterhead_number',), ('letterhead_date',), ('signer',)]
    >>> head_fields(["Sở nào chủ trì", "xong ngày nào?"])
    [(), ()]
    """
    folded = [cue_text(part) for part in parts]
    surely = [_SURELY_RE.search(part) is not None for part in folded]
    spent = _SPENT | _ASKING
    return [
        tuple(_fields_asked(part))
        if (sure or any(surely)) and set(re.findall(r"\w+", words)) <= spent
        else ()
        for part, words, sure in zip(parts, folded, surely, strict=True)
    ]


def _fields_asked(question: str) -> list[str]:
    """The fields of the head or foot that a question asks for; "sở nào" asks for no number, though without marks it might.

    >>> _fields_asked("KH 62: sở nào chủ trì?"), _fields_asked("kế hoạch số nào, ai ký?")
    ([], ['letterhead_number', 'signer'])
    """
    folded = cue_text(question)
    if len(folded) == len(question):
        folded = "".join(
            "_" if letter in "ởỞ" else plain for letter, plain in zip(question, folded, strict=True)
        )
    return [kind for kind, pattern in _COMPILED if pattern.search(folded)]


def tell_fields(
    need: Need, fields: Sequence[str], names: Sequence[str], knowledge: Knowledge
) -> list[Statement]:
    """These fields of the head or foot of the plans, each told once."""
    found = [answer_identity(replace(need, kind=kind), knowledge, names) for kind in fields]
    told = [[s for s in of_kind if s.units] for of_kind in found]
    both = [*fields[:2]] == ["letterhead_number", "letterhead_date"]
    if both and len({s.left_open for of_kind in told[:2] for s in of_kind}) == 1:
        del told[1]  # each of the two tells the other as well, be they known or blank
    return [s for of_kind in told for s in of_kind]


def asks_head_alone(need: Need, knowledge: Knowledge) -> bool:
    """Whether the head or foot of one plan is asked for, and every other word of the question is of its title, or picks it out.

    "Kế hoạch dân vận của Sơn Hà số mấy" is; "quyết định về dân vận ban hành ngày nào" is not where the one plan is no decision.
    """
    if need.kind not in IDENTITY_KINDS - {"blank"} or need.yesno:
        return False
    if len(need.scope.tiers[0]) != 1:
        first, *others = asked_apart(need.words)
        asked = find_cue(cue_text(first)).kind in IDENTITY_KINDS and all(head_fields(others))
        return (
            asked
            and not _RESTS_RE.search(fold(need.question))
            and bool(answer_titled(need, knowledge, need.scope.tiers[0]))
        )
    name = need.scope.tiers[0][0]
    head = knowledge.plans[name].letterhead
    sort = fold(head.doc_type or "ke hoach")
    own = _SPENT | {*re.findall(r"\w+", fold(f"{head.number or ''} {head.issuer or ''}"))}
    title = knowledge.titles[name]
    terms = [term for term in need.terms if not set(fold(term.text).split()) <= own]
    terms = [term for term in terms if not title.issuperset(tokens(term.text))]
    said = not terms or coverage(terms, title) >= ALL
    sorts = f"{sort}|van ban|plan" if sort == "ke hoach" else f"{sort}|van ban"
    return said and re.search(rf"\b(?:{sorts})\b", in_long(cue_text(need.question))) is not None


def _by_title(need: Need, knowledge: Knowledge, plans: Sequence[str], spent: frozenset[str]) -> str | None:
    """The plan whose title alone says the subject, or else whose text alone does; the ``spent`` words of asking left aside."""
    terms = [term for term in need.terms if not set(fold(term.text).split()) <= spent]
    if not terms:
        return None
    by_title = {name: coverage(terms, knowledge.titles[name]) for name in plans}
    return _foremost(by_title, ENOUGH, AHEAD) or _foremost(_told(terms, knowledge, plans), TOLD, FAR_AHEAD)


def _about(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> Sequence[str]:
    """The plan whose title says what a question on what it replaces is about; all where the question says no more."""
    terms = [term for term in need.terms if not set(fold(term.text).split()) <= _SPENT_REPLACED]
    if not terms:
        return plans
    if len(plans) > 1:
        name = _by_title(need, knowledge, plans, _SPENT_REPLACED)
        return [name] if name else []
    number = re.match(r"\d+", knowledge.plans[plans[0]].letterhead.number or "")
    called = number is not None and number[0] in re.findall(r"\d+", need.question)
    return plans if called or coverage(terms, knowledge.titles[plans[0]]) >= ENOUGH else []


def _foremost(shares: Mapping[str, float], least: float, ahead: float) -> str | None:
    """The plan with the greatest share, where that is enough and so much more than the next one's."""
    (best, name), (second, _) = sorted(((share, name) for name, share in shares.items()), reverse=True)[:2]
    return name if best >= least and best - second >= ahead else None


def _told(terms: Sequence[Term], knowledge: Knowledge, plans: Sequence[str]) -> dict[str, float]:
    """For each plan the most that one place of it says of the subject."""
    kinds = list(knowledge.of("sentence", "row"))
    found = ((name, score_units(knowledge, kinds, terms, [name], most=1)) for name in plans)
    return {name: scored[0].coverage if scored else 0.0 for name, scored in found}
