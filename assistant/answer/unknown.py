"""Documents that a question names by symbol or by number and that no plan of the library is, or even cites.

In: the question as understood and the library. Out: the words that name such a document, or whether it is one that is
cited at the most. What it says is told by no plan, however well one of another number would answer.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.answer.evidence.strangers import UPPER
from assistant.answer.evidence.units import coverage
from assistant.answer.kinds.choose import ENOUGH
from assistant.grams import gram_set
from assistant.knowledge import Knowledge
from assistant.question.bodies import same_body
from assistant.question.cues import cue_text, find_cue
from assistant.question.documents import DOC, EN_DOC, KIND_OF, NUMBERED_RE, SHORT_DOC, in_symbol, is_document
from assistant.question.mentioned import texts_of
from assistant.question.naming import fold, naming_of
from assistant.question.topic import topic_called
from assistant.question.understand import Need
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.bodies.spotting import spot_agencies
from ingest.facts.language.lexicon import read_list
from ingest.parse.provinces import province_names
from ingest.spelling import has_diacritics, match_key
from vectorstore.words import words as segment

__all__ = [
    "of_absent_issuer",
    "of_absent_topic",
    "of_another_province",
    "of_cited_document",
    "unknown_documents",
]

_SYMBOL_RE = re.compile(
    r"(?<![\w/.-])0*(?P<number>\d+[a-z]?(?:/\d{4})?[/-](?:kh|qd|ct|nq|nd|tt|hd|cv|ttr|bc|tb|kl|ttlt|vbhn|cd)\b(?:[/-][a-z]+)*)"
)
"""A document's symbol, folded; zeros before the number are left out by some."""
_NAMING_RE = re.compile(
    r"[\s)\"”»]*(?:$|[,;:?!.](?!\d)|(?:về|của|do|năm \d{4}|ngày (?:\d|nào|ban)|quy định|giao|nói|có|gồm|là|này|on|of|by|dated"
    r"|ở|tại|trong|theo|dựa|cho|gửi|ghi|lấy|ra|ký|thay|bị|được|phải|cần|đã|sẽ|đang|còn|chưa|không|thì|mà|và|với|hay|hoặc|để|đến|từ"
    r"|ai|khi nào|bao (?:giờ|lâu|nhiêu)|hết|hạn|xong|trước|sau|based|cites?|says?|is|was|replaces?|sent|in)\b)"
)
"""Behind a number that names a document. Any noun may be counted ("kế hoạch 20 tập dữ liệu"), and none begins like this."""
LONG = 3
"""Digits of a number from which more documents are called so than things are counted so."""
_UNIT_RE = re.compile(
    rf"\s*(?:%|[.,]\d|(?:{'|'.join(map(re.escape, read_list('units.txt')))}|tháng|tuần|tỷ|triệu|trang|điều|mục|việc)\b)"
)
"""Behind a number that counts."""
_SAID_RE = re.compile(r" (?:so|no\.?) |/")
"""In what calls a document by a number and says so ("nghị định số 30", "57/2024")."""
_PLAN_OF_RE = re.compile(rf"\b(?:{DOC}|{SHORT_DOC})(?: (?:cua|do))?\s*$")
"""A document right before the name of its issuer, folded: "kế hoạch (của) Sở Y tế"."""
_DEPARTMENT_RE = re.compile(r"(?:so|bo|cuc|chi cuc|ban|phong|benh vien|truong|hoi|lien doan|trung tam)\b")
"""Bodies with a name of their own; committees of a level are told apart by their place."""
_PLAN_OF_PLACE_RE = re.compile(
    rf"\b(?P<doc>{DOC}|{SHORT_DOC})(?:(?: \w+){{0,8}}? (?:cua|do))? (?:ubnd |dang uy |huyen uy )?(?P<level>xa|phuong|dac khu|huyen|thi tran) (?P<name>\w+(?: \w+){{1,3}})"
)
"""A document and the place that it is of, folded: "kế hoạch rà soát hộ nghèo của xã Suối Bạc"."""
_PLAN_RE = re.compile(rf"(?:{DOC}|{EN_DOC})\b")
_PLAN_OF_NAME_RE = re.compile(
    rf"\b(?:{DOC}|{SHORT_DOC}) cua (?P<name>\w+ \w+)(?= (?:do|ky|ngay|so|ai|ban hanh|gui)\b)"
)
"""A document and a name without capitals or a level, folded: "kế hoạch của phú thịnh do ai ký"."""
_NAME_RE = re.compile(rf"(?<!\w)(?<!ông )(?<!bà )(?<!chí )(?:{UPPER}\w*[a-zà-ỹ]\w* ?\b){{2,}}")
"""Two words or more with a capital each; no person behind a form of address."""
_ABOUT_RE = re.compile(
    rf"(?i)\b(?:kế hoạch|ke hoach) (?:về|ve) |\b(?:{EN_DOC}) (?:on|for|about) |\bthe [a-z -]+ (?:{EN_DOC})\b"
)
"""What a document is about, where its name does not stand right behind its kind."""
_IN_FULL_RE = re.compile(
    r"(?i)\s+(?:(?:của|do) (?:UBND|ủy ban|sở|tỉnh|đảng|huyện|thành) [^,?]{2,60}? )?năm 20\d\d(?!\d)"
)
"""Behind a topic: what calls a plan by its issuer and its year, as one that there is."""
_OF_ALL_PLANS = frozenset(
    "phòng chống|phát triển|nâng cao|tăng cường|đẩy mạnh|bảo đảm|đảm bảo|quản lý|ứng phó|thực hiện|triển khai|công tác|hoạt động|xây dựng|tổ chức|hỗ trợ".split(
        "|"
    )
)
"""What plans of any topic are called by."""
WHOLLY = 0.8
"""Share of what calls a document that a citation of it must say."""
_YEARS = range(1990, 2051)
_OWN_FIELDS = frozenset(
    {"signer", "recipients", "issuer", "letterhead_date", "letterhead_number", "reference_date"}
)
"""What the head and the foot of a document tell."""
_UNNUMBERED_RE = re.compile(rf"\b(?:{DOC}|to trinh|{EN_DOC})\b(?!(?: (?:so|no\.?))? \d)")
"""A document called otherwise than by its number, folded: of "kế hoạch thực hiện Quyết định 27/QĐ-TTg" the plan is meant."""


def unknown_documents(need: Need, knowledge: Knowledge) -> list[str]:
    """Symbols ("99/KH-UBND") and numbered names ("nghị định 30") of documents that no plan bears or cites."""
    folded = fold(need.asked)
    symbols = [found["number"] for found in _SYMBOL_RE.finditer(folded)]
    numbered = list(_numbered(need.asked, knowledge))
    if not symbols and not numbered:
        return []
    taken = {(KIND_OF[m[1]], m[3]) for words in need.scope.taken for m in NUMBERED_RE.finditer(fold(words))}
    wanted = [(symbol, rf"(?<!\d)0*{re.escape(symbol)}(?!\w)") for symbol in symbols]
    for words, name, number, year in numbered:
        kinds = _kinds(name)
        if not any((kind, number) in taken for kind in kinds):
            wanted.append((words, "|".join(_cited(kind, number, year) for kind in kinds)))
    return [words for words, pattern in wanted if not _stands(pattern, knowledge)]


@lru_cache(maxsize=64)
def _stands(pattern: str, knowledge: Knowledge) -> bool:
    """Whether any plan has such words; remembered, since a question and each half of it ask for it, and take long."""
    return any(re.search(pattern, text) for text in texts_of(knowledge).values())


def of_cited_document(need: Need, knowledge: Knowledge) -> bool:
    """Whether the head or foot of a document is asked about whose number no plan of the library bears.

    A plan may cite it, and so tell its date and title; the signers and numbers of the plans themselves are none of its own.
    """
    folded = fold(need.asked)
    if find_cue(cue_text(need.asked)).kind not in _OWN_FIELDS or _UNNUMBERED_RE.search(folded):
        return False
    named = [found["number"] for found in _SYMBOL_RE.finditer(folded)]
    named += [
        f"{number}/{year}" if year else number for _, _, number, year in _numbered(need.asked, knowledge)
    ]
    borne = [fold(f"{plan.letterhead.number or ''} {name}") for name, plan in knowledge.plans.items()]
    return bool(named) and not any(
        re.search(rf"(?<!\d)0*{re.escape(one).replace('/', '[/-]')}(?!\w)", each)
        for one in named
        for each in borne
    )


def of_another_province(need: Need, knowledge: Knowledge) -> bool:
    """Whether a plan is called by its number and, right behind it, by a province that no plan of that number is of.

    "Chỉ thị 09 của Thái Nguyên ai ký?" asks for no directive 09 of another province.
    """
    folded = fold(need.asked)
    ends = [found.end() for pattern in (_SYMBOL_RE, NUMBERED_RE) for found in pattern.finditer(folded)]
    called = {found["name"] for end in ends if (found := _of_province_re().match(folded, end))}
    meant = [naming_of(knowledge.plans[name]).provinces for name in need.scope.tiers[0]]
    here = {fold(spelling) for spellings in meant for spelling in spellings}
    return bool(called) and all(meant) and not called & here


@lru_cache(maxsize=1)
def _of_province_re() -> re.Pattern[str]:
    """A province right behind what names a document, folded."""
    names = "|".join(sorted(map(re.escape, map(fold, province_names())), key=len, reverse=True))
    return re.compile(
        rf"(?:/\d{{4}})?(?:[/-][a-z]+)*(?: nam \d{{4}})?(?: cua)?(?: ubnd)?(?: (?:tinh|thanh pho|tp))? (?P<name>{names})\b"
    )


def of_absent_issuer(need: Need, knowledge: Knowledge) -> bool:
    """Whether the head or foot of a plan is asked about whose issuer is named, and no plan of the library is by that body.

    The one department's plan that is there would else answer for the other: "kế hoạch của Sở Y tế ai ký?".
    """
    if find_cue(cue_text(need.asked)).kind not in _OWN_FIELDS or need.follows:
        return False
    named = [
        mention.name
        for mention in (*find_agencies(need.asked), *spot_agencies(need.asked))
        if _PLAN_OF_RE.search(fold(need.asked[: mention.start])) and _DEPARTMENT_RE.match(fold(mention.name))
    ]
    issuers = [plan.letterhead.issuer or "" for plan in knowledge.plans.values()]
    if named:
        return not any(_is_by(issuer, name) for name in named for issuer in issuers)
    of_place = _of_absent_place(fold(need.asked), [fold(issuer) for issuer in issuers], knowledge)
    return of_place or (not need.scope.named and not need.yesno and _of_absent_name(need, knowledge))


def _of_absent_name(need: Need, knowledge: Knowledge) -> bool:
    """Whether a plan is called by a name that stands in none, its level left out: "Phú Thịnh do ai ký?"."""
    terms = {fold(term.text) for term in need.terms}
    marked = need.spelling in {"en", "mixed"}  # "Party Committee" is no name of a place
    names = [fold(n).strip() for n in _NAME_RE.findall(need.asked) if not marked or has_diacritics(n)]
    names += [
        found["name"] for found in _PLAN_OF_NAME_RE.finditer(fold(need.asked)) if found["name"] in terms
    ]
    called = (name for name in names if not _PLAN_RE.match(name))
    return any(not _stands(rf"\b{re.escape(name)}\b", knowledge) for name in called)


def _of_absent_place(asked: str, issuers: list[str], knowledge: Knowledge) -> bool:
    """Whether a plan's place is only told of in the plans of others: a commune in an annex of its province's plan.

    All is folded. Its name is as many words as stand together behind its level in some plan.
    """
    if (match := _PLAN_OF_PLACE_RE.search(asked)) is None:
        return False
    level, words = match["level"], match["name"].split()
    names = [f"{level} {' '.join(words[:count])}" for count in range(len(words), 1, -1)]
    if any(re.search(rf"\b{name}\b", issuer) for name in names for issuer in issuers):
        return False
    return any(re.search(rf"\b{name}\b", text) for name in names for text in texts_of(knowledge).values())


def of_absent_topic(need: Need, knowledge: Knowledge) -> bool:
    """Whether a plan is called by a topic of which no plan says a word: "kế hoạch phòng chống tham nhũng giao ai?".

    What else the topic says must stand in no title: the plan on poverty may be called that on "giảm nghèo đa chiều".
    Where its head is asked, a title must say it: of many plans the one that is meant would be none.
    """
    if need.follows:
        return False
    called = topic_called(need.asked, need.scope.taken)
    if _untitled(called[1] if called else "", need, knowledge):
        return True
    if need.spelling != "vi":  # restored marks may make another word
        return False
    if called is None or not _IN_FULL_RE.match(need.asked.partition(called[0])[2]):
        return False  # "kế hoạch sử dụng phôi" may be one that is to be made
    words = [word.replace("_", " ").lower() for word in segment(called[1])]
    own = [word for word in words if word not in _OF_ALL_PLANS and " " in word]
    titles = frozenset[str]().union(*knowledge.titles.values())
    pairs = {word: [" ".join(pair) for pair in itertools.pairwise(word.split())] for word in own}
    unsaid = any(not all(map(knowledge.known, pairs[word])) for word in own)
    return unsaid and not any(pair in titles for word in own for pair in pairs[word])


def _untitled(topic: str, need: Need, knowledge: Knowledge) -> bool:
    """Whether head or foot of a plan is asked that is called by its topic alone, and no title, issuer or citation says that.

    ``topic`` is "" where the question names it otherwise than right behind the document's kind.
    """
    kind, plans = find_cue(cue_text(need.asked)).kind, need.scope.tiers[0]
    called = topic or _ABOUT_RE.search(need.asked)
    if kind not in _OWN_FIELDS or need.scope.named or len(plans) < 2 or not called or not need.terms:
        return False
    titles = (
        knowledge.titles[plan] | gram_set(knowledge.plans[plan].letterhead.issuer or "") for plan in plans
    )
    if any(coverage(need.terms, title) >= ENOUGH for title in titles):
        return False
    # A citation tells number, date and issuer of what it cites, not who signed that.
    cited = () if kind in {"signer", "recipients"} else knowledge.of("reference")
    return not any(coverage(need.terms, gram_set(knowledge.units[at].text)) >= WHOLLY for at in cited)


def _is_by(issuer: str, name: str) -> bool:
    """Whether an issuer may be meant by a name, whole or its beginning.

    >>> _is_by("Sở Nông nghiệp và Môi trường", "Sở Nông nghiệp"), _is_by("Sở Nội vụ", "Sở Y tế")
    (True, False)
    """
    short, long = sorted((fold(issuer), fold(name)), key=len)
    return same_body(issuer, name) or bool(short and long.startswith(short))


def _numbered(question: str, knowledge: Knowledge | None = None) -> Iterator[tuple[str, str, str, str]]:
    """Documents called by kind and number alone: the words, the name of the kind, the number, the year or "".

    One digit alone counts more often than it names ("chương trình 2 năm"); no province is counted.
    >>> list(_numbered("nghị định 30 và nq số 09, kế hoạch 15 ngày, kế hoạch 2026, qd 57/2024"))
    [('nghi dinh 30', 'nghi dinh', '30', ''), ('nq so 09', 'nq', '9', ''), ('qd 57/2024', 'qd', '57', '2024')]
    >>> list(_numbered("kế hoạch 20 cửa hàng của Cà Mau")), list(_numbered("Nghị quyết 20 của Cà Mau"))
    ([], [('nghi quyet 20', 'nghi quyet', '20', '')])
    >>> list(_numbered("KH 20 Cà Mau giao ai"))
    [('kh 20', 'kh', '20', '')]
    """
    marked, folded = match_key(question), fold(question)
    provinces = tuple(f" {match_key(name)}" for name in province_names())
    for match in NUMBERED_RE.finditer(folded):
        name, zeros, number, year = match[1], match[2], match[3], match[4] or ""
        short = len(zeros + number) < 2 or (not year and int(number) in _YEARS)
        if not is_document(name) or short:
            continue
        if (
            _SAID_RE.search(match[0])
            or _NAMING_RE.match(marked, match.end())
            or marked.startswith(provinces, match.end())
            or (knowledge and len(number) >= LONG and not _counted(marked[match.end() :], knowledge))
        ):
            yield match[0], name, number, year


def _counted(behind: str, knowledge: Knowledge) -> bool:
    """Whether the words behind a number begin with a unit, or with what some plan counts ("kế hoạch 120 hộ nghèo")."""
    if _UNIT_RE.match(behind):
        return True
    words = r"\W+".join(re.findall(r"\w+", fold(behind))[:2])
    return not words or _stands(rf"(?<![\d.,/-])\d{{1,3}} {words}\b", knowledge)


def _kinds(name: str) -> list[str]:
    """The kinds that a name may stand for: a short form is that of every kind with these initials.

    >>> _kinds("ct"), _kinds("nghi dinh")
    (['chi thi', 'chuong trinh'], ['nghi dinh'])
    """
    every = dict.fromkeys((KIND_OF[name], *KIND_OF.values()))
    return [
        kind for kind in every if kind == KIND_OF[name] or "".join(word[0] for word in kind.split()) == name
    ]


def _cited(kind: str, number: str, year: str) -> str:
    """A pattern for a document as plans cite it, folded: by its symbol, or by kind and number."""
    dated = f"/{year}" if year else r"(?:/(?:19|20)\d\d)?"
    called = rf"\b{kind}(?: hanh dong)?(?: so)? 0*{number}(?!\d)"
    short = in_symbol(kind)
    symbol = rf"(?<![\d/.,])0*{number}{dated}[-/](?:{short})(?![a-z])" if short else called
    return rf"{symbol}|(?<!\d)0*{number}/{year}" if year else f"{symbol}|{called}"
