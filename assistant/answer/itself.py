"""What a document says of itself as a whole: its proposer, its leader, what it carries out, amends or repeals.

These stand in the fixed forms of its opening and its end (Decree 30/2020, "căn cứ", "theo đề nghị của"; Decree
78/2025 on the clause of force), so the words of the question that name the document meet nothing there: the place
is found by its form, the document by its name or title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence import by_plan, coverage
from assistant.answer.who import state_assignment
from assistant.answer.wording import clip, place, plan_label
from assistant.knowledge import Knowledge, Unit
from assistant.question.cues import WHICH_BODY, cue_text
from assistant.question.documents import DOC, EN_DOC, SHORT_DOC
from assistant.question.naming import fold
from assistant.question.terms import Term
from assistant.question.understand import Need
from ingest.facts.agencies import find_agencies
from ingest.facts.patterns import DATE_RE, NUMBER_RE, normal_number
from ingest.plan import Assignment

__all__ = ["answer_itself", "asked_of_itself"]

_WHO = rf"(?:(?:hai |ba |nhung |cac |may )?(?:noi|ben|bo truong|nguoi) nao|ai|{WHICH_BODY}|dau)"
_DOC = rf"(?:{DOC}|chien luoc|{SHORT_DOC})"
_WHICH = rf"{_DOC}(?: [a-z]+){{0,4}}? (?:nao|so may|so bao nhieu|gi|may)\b"
_WHICH_EN = rf"(?:which|what) (?:[a-z]+ ){{0,3}}{EN_DOC}"
_ASKED: tuple[tuple[str, str], ...] = (
    (
        "proposer",
        rf"(?:theo|tren co so) (?:de nghi|de xuat) cua {_WHO}|\bdo {_WHO} (?:de nghi|de xuat|trinh|soan|tham muu)\b"
        rf"|\b{_WHO} (?:da |la nguoi )?(?:de nghi|de xuat|trinh|soan thao|tham muu)\b[^?]*\b(?:ban hanh|ky|ra|ve|{_DOC})\b"
        rf"|\b{_DOC}\b[^?]*\b{_WHO} (?:da |la nguoi )?(?:de nghi|de xuat|trinh|soan thao)(?: ban hanh)?(?: vay| the| nhi| a)?\W*$"
        rf"|(?:to trinh|cong van de nghi) (?:nao|so may|so bao nhieu)|^(?:(?:the|vay|con|va) )*(?:thi )?{_WHO} (?:da |la nguoi )?(?:de nghi|de xuat|trinh|soan thao)(?: ban hanh)?\W*$"
        rf"|\bwho (?:proposed|requested|drafted|submitted it)\b|\bproposer\b|\b(?:which|what) [a-z ]{{3,20}} proposed\b|at (?:whose|the) (?:proposal|request)",
    ),
    (
        "amends",
        rf"\b(?:sua doi|sua|bo sung|dinh chinh)\b[^?]{{0,30}} {_WHICH}|{_WHICH_EN} (?:[a-z]+ )?(?:amend|correct)|(?:amend|correct)\w* {_WHICH_EN}",
    ),
    (
        "repeals",
        rf"\b(?:thay the|thay cho|thay|bai bo|het hieu luc)\b[^?]{{0,30}} {_WHICH}|{_WHICH} [^?]{{0,30}}\b(?:bai bo|het hieu luc|thay the|bi thay)\b"
        rf"|{_WHICH_EN}[^?]*\b(?:replaced|repealed|abolished|superseded)\b|(?:replac|repeal|supersed)\w+ {_WHICH_EN}",
    ),
    (
        "carries_out",
        rf"\b(?:thuc hien|trien khai|cu the hoa|thi hanh|huong dan|quy dinh chi tiet|lam) (?:theo |thuc hien )?{_WHICH}|{_WHICH_EN}[^?]*\b(?:implement|carry out|carries out|based on)|(?:implement|carr(?:y|ies) out|based on) {_WHICH_EN}",
    ),
    (
        "leader",
        rf"\b{_WHO}\b[^?]*\b(?:chu tri|(?:đầu|dau) moi|thuong truc|theo doi|don doc|phu trach|chiu trach nhiem chinh|cam trich|cam dau)\b"
        rf"|\b(?:chu tri|(?:đầu|dau) moi|thuong truc|theo doi|don doc|phu trach|chiu trach nhiem chinh|cam trich)\b[^?]*\b(?:la )?{_WHO}"
        r"|\b(?:who|which [a-z]+) (?:is |are )?(?:leads?|heads?|runs?|(?:in charge|responsible)|coordinates|monitors|oversees)\b",
    ),
    (
        "period",
        r"\b(?:tu|bat dau tu) (?:nam|ngay|thang|khi|hom) nao (?:den|toi)\b|\bkeo dai (?:den|toi|trong|bao)|thoi gian thuc hien|\b(?:trong )?giai doan nao\b"
        r"|\b(?:thuc hien|trien khai|lam|dien ra|chay|keo dai) (?:trong |den |toi |tu )?(?:bao lau|(?:khi|nam|ngay|thang) nao|bao gio|thoi gian nao)|how long (?:does|will|is)\b|(?:from|until) when\b|(?:what|which) period",
    ),
    (
        "difficulty",
        rf"\b(?:vuong mac|kho khan|vuong|truc trac)\b[^?]*\b(?:{_WHO}|o dau|dau)\b|\b(?:difficult|problem|obstacle)\w*\b[^?]*\b(?:whom?|where|which)\b|\b(?:whom?|where)\b[^?]*\b(?:difficult|problem|obstacle)",
    ),
)  # fmt: skip
_COMPILED = tuple((what, re.compile(pattern)) for what, pattern in _ASKED)

_PROPOSED_RE = re.compile(
    r"(?i)(?<!\w)(?:theo|xét|trên cơ sở)(?: báo cáo,?)? (?:đề nghị|đề xuất)(?: tham mưu)?(?: tại [^;]{3,60}?)? của\s+"
)
_PROPOSER_ENDS_RE = re.compile(
    r" tại (?=(?:[^\W\d_]+ ){1,3}số )|[;.]|, (?=[^;,]{3,90}? (?:ban hành|quyết định|phê duyệt|quy định|yêu cầu)(?!\w))"
)
"""Behind a proposer: the letter, the end of the clause, or the issuer with its verb; names have commas of their own."""
_AMENDS_RE = re.compile(r"(?i)(?<!\w)(?:sửa đổi|bổ sung|đính chính)(?!\w)")
_REPEALS_RE = re.compile(r"(?i)(?<!\w)(?:thay thế|thay cho|bãi bỏ|hết hiệu lực|thay)(?!\w)")
_CARRIES_OUT_RE = re.compile(
    r"(?i)(?<!\w)(?:thực hiện|triển khai|cụ thể hóa|thi hành|hướng dẫn|quy định chi tiết)(?!\w)"
)
_BASED_RE = re.compile(r"(?i)^[\s*_-]*căn cứ\b")
_OVERALL_RE = re.compile(
    r"(?i)(?<!\w)(?<!theo )(?<!tại )(?<!cứ )(?:kế hoạch|chương trình|quyết định|chỉ thị|đề án|phong trào|nghị quyết|phương án|lộ trình|đợt thi đua|nghị định|thông tư)"
    r"(?: [^\W\d_]+){0,3} này(?!\w)"
)
_GUIDES_RE = re.compile(
    r"(?i)theo dõi|đôn đốc|(?:tổ chức|triển khai)(?: [^\W\d_]+){0,2} thực hiện|đầu mối|thường trực|tổng hợp"
)
_RANK = {"lead": 0, "support": 1, "advise": 2, "responsible": 3}
_PERIOD_HEADING_RE = re.compile(r"(?i)thời (?:gian|hạn) (?:thực hiện|triển khai|tổ chức|thi đua|tiến hành)")
_PERIOD_RE = re.compile(
    r"(?i)(?:từ|bắt đầu từ)(?: (?:khi|ngày|tháng|năm))?[^;.]{0,24}\b\d{4}[^;.]{0,12}(?:đến|-|–) ?(?:hết )?(?:ngày |tháng |năm )?[\d/]+(?: tháng \d+)?(?: năm \d{4})?"
    r"|giai đoạn \d{4}\s*[-–]\s*\d{4}|từ (?:khi|ngày) (?:ký|ban hành)[^;.]{0,20} đến [^;.]{4,80}|đến (?:hết )?năm \d{4}"
)
_DIFFICULTY_RE = re.compile(r"(?i)(?:khó khăn|vướng mắc|phát sinh)")
_REPORTED_RE = re.compile(
    r"(?i)(?<!\w)(?:báo cáo|phản ánh|gửi|liên hệ|thông tin|kiến nghị|trao đổi|phản hồi)(?: [^\W\d_]+){0,3}? (?:về|đến|tới|cho|với|qua)\s+|(?<!\w)(?:báo cáo|phản ánh)\s+"
)
ENOUGH = 0.45
"""Share of the subject that the title must say, where the document is not named by its number."""
AHEAD = 0.2
_OF_THE_WHOLE = frozenset({"leader", "period"})
OF_ALL = 0.6
"""Share of it for a question of who leads to be about the document as a whole."""
LONGEST = 240
MOST = 6
_OPENING = ("preamble",)
DATE_AFTER = 16
_SPENT = frozenset(
    "hai ba noi ben nganh linh vuc co quan don vi cua do ai nao bo so truong ban hanh ky ra ve viec co la gi may bao nhieu cho can lam bi cai "
    "van chi thi quyet nghi dinh ket luan che chuong trinh an ke hoach luat thong tu cong phap lenh chien luoc qd nq kh nd tt "
    "which what who new decree circular plan resolution decision document law the is was are by of in on".split()
)
_SPENT_FOR = {
    "proposer": frozenset(
        "theo de nghi xuat trinh tham muu soan thao proposed requested proposal request minister ministry".split()
    ),
    "leader": frozenset(
        "chu tri dau moi thuong truc theo doi don doc phu trach chiu trach nhiem chinh cam trich leads heads charge responsible".split()
    ),
    "amends": frozenset("sua doi bo sung dinh chinh amends amend amended corrects".split()),
    "repeals": frozenset("thay the bai bo het hieu luc replaces replaced repeals repealed earlier".split()),
    "carries_out": frozenset(
        "thuc hien trien khai cu the hoa thi hanh huong dan quy dinh chi tiet implements implement carries carry out based".split()
    ),
    "period": frozenset(
        "tu nam ngay thang khi nao den toi keo dai trong bao lau thoi gian thuc hien trien khai giai doan lam chay dien how long does from until when run last programme program".split()
    ),
    "difficulty": frozenset(
        "gap kho khan vuong mac neu thi gui bao cao phan anh dau den toi lien he truc trac difficulties problems report".split()
    ),
}
"""Words that ask for each of these, and are no subject."""


def asked_of_itself(question: str) -> tuple[str, ...]:
    """What a question (folded) asks of a document as a whole; () for most.

    >>> asked_of_itself("nghi dinh 12 do bo nao trinh"), asked_of_itself("thong tu nay thay the thong tu nao")
    (('proposer',), ('repeals',))
    >>> asked_of_itself("so nao chu tri tap huan"), asked_of_itself("han nop bao cao quy")
    (('leader',), ())
    """
    return tuple(what for what, pattern in _COMPILED if pattern.search(question))


def answer_itself(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[list[Statement]]:
    """One answer for each thing asked of the one document meant; [] where none is asked, or no document stands out."""
    answers = []
    for what in asked_of_itself(cue_text(need.asked)):
        subject = [t for t in need.terms if not set(fold(t.text).split()) <= _SPENT | _SPENT_FOR[what]]
        name = _document(subject, knowledge, plans)
        if name is not None and not (what in _OF_THE_WHOLE and _of_a_part(subject, knowledge, name)):
            answers.append(_TELL[what](name, need, knowledge))
    return [statements for statements in answers if statements]


def _of_a_part(subject: Sequence[Term], knowledge: Knowledge, name: str) -> bool:
    """Whether the question is of something in the document, not of the document as a whole."""
    return bool(subject) and coverage(subject, knowledge.titles[name]) < OF_ALL


def _document(terms: Sequence[Term], knowledge: Knowledge, plans: Sequence[str]) -> str | None:
    """The plan that is named, or whose title alone says the subject."""
    if len(plans) == 1:
        return plans[0]
    scores = sorted(((coverage(terms, knowledge.titles[name]), name) for name in plans), reverse=True)
    if not terms or len(scores) < 2 or scores[0][0] < ENOUGH or scores[0][0] - scores[1][0] < AHEAD:
        return None
    return scores[0][1]


def _sentences(name: str, knowledge: Knowledge) -> tuple[Unit, ...]:
    return tuple(by_plan(knowledge).get(("sentence", name), ()))


def _tell(short: str, units: Sequence[Unit], need: Need, knowledge: Knowledge) -> list[Statement]:
    """The short answer and the document's name, then the words in which it stands."""
    plan = knowledge.plans[units[0].plan]
    head = Statement(f"**{clip(short, LONGEST)}** – {plan_label(plan)}", (units[0],))
    told = (
        state_assignment(u, need, knowledge)
        if isinstance(u.fact, Assignment)
        else f"{clip(u.text)} ({place(u.path, plan, need.language)})."
        for u in units
    )
    return [head, *(Statement(words, (u,)) for words, u in zip(told, units, strict=True))]


def _leader(name: str, need: Need, knowledge: Knowledge) -> list[Statement]:
    """Who is charged with the document as a whole ("chủ trì ... theo dõi, đôn đốc thực hiện Kế hoạch này")."""
    found = [
        unit
        for unit in by_plan(knowledge).get(("assignment", name), ())
        if isinstance(unit.fact, Assignment) and unit.fact.actor and unit.fact.role in _RANK
        if _OVERALL_RE.search(unit.fact.task) and _GUIDES_RE.search(unit.fact.task)
    ]
    unit = min(found, key=_rank, default=None)
    if unit is None or not isinstance(unit.fact, Assignment):
        return []
    return _tell(unit.fact.actor or "", [unit], need, knowledge)


def _rank(unit: Unit) -> int:
    return _RANK[unit.fact.role] if isinstance(unit.fact, Assignment) else len(_RANK)


def _proposer(name: str, need: Need, knowledge: Knowledge) -> list[Statement]:
    for unit in _sentences(name, knowledge):
        if unit.path.endswith(_OPENING) and (found := _PROPOSED_RE.search(unit.text)):
            return _tell(_proposed_by(unit.text[found.end() :]), [unit], need, knowledge)
    return []


def _proposed_by(tail: str) -> str:
    """The name with which a clause goes on: an office and its body, and by which letter ("tại Tờ trình số ...")."""
    ends = _PROPOSER_ENDS_RE.search(tail)
    stop = ends.start() if ends else len(tail)
    letter = re.match(r"\s+tại (?:[^\W\d_]+ ){1,3}số [^,;.]{3,60}", tail[stop:])
    return tail[: stop + (letter.end() if letter else 0)].strip(" ;.,")


def _numbers(text: str, own: str) -> list[str]:
    """The documents that a text cites, each with its date; not the document's own number."""
    found: dict[str, str] = {}
    for number in NUMBER_RE.finditer(text):
        if normal_number(number[0]) != normal_number(own):
            dated = DATE_RE.search(text, number.end(), number.end() + DATE_AFTER)
            found.setdefault(number[0], f"{number[0]}{f' ngày {dated[0]}' if dated else ''}")
    return list(found.values())


def _cited(units: Sequence[Unit], need: Need, knowledge: Knowledge) -> list[Statement]:
    own = knowledge.plans[units[0].plan].letterhead.number or "" if units else ""
    clauses = (_PROPOSED_RE.split(unit.text)[0] for unit in units)
    told = list(dict.fromkeys(one for clause in clauses for one in _numbers(clause, own)))
    return _tell("; ".join(told[:MOST]), units[:MOST], need, knowledge) if told else []


def _amends(name: str, need: Need, knowledge: Knowledge) -> list[Statement]:
    """The document in its title ("Sửa đổi, bổ sung một số điều của Thông tư số ..."), else in its first such clause."""
    title = knowledge.plans[name].letterhead.title or ""
    span = dict(knowledge.plans[name].letterhead.spans).get("title")
    own = knowledge.plans[name].letterhead.number or ""
    if span and _AMENDS_RE.search(title) and (told := _numbers(title, own)):
        unit = Unit(name, "identity", title, "", "preamble", "", span)
        return _tell(told[0], [unit], need, knowledge)
    for unit in _sentences(name, knowledge):
        if not _BASED_RE.match(unit.text) and _AMENDS_RE.search(unit.text) and _numbers(unit.text, own):
            return _tell(_numbers(unit.text, own)[0], [unit], need, knowledge)
    return []


def _repeals(name: str, need: Need, knowledge: Knowledge) -> list[Statement]:
    """The clauses that end other documents' force, with the members of a list of them."""
    own = knowledge.plans[name].letterhead.number or ""
    found = [unit for unit in _ending(name, knowledge) if _numbers(unit.text, own)]
    told = dict.fromkeys(one for unit in found for one in _numbers(_before_amended(unit.text), own))
    return _tell("; ".join([*told][:MOST]), found[:MOST], need, knowledge) if told else []


def _ending(name: str, knowledge: Knowledge) -> Iterator[Unit]:
    """The sentences that end the force of a document, by their own verb or by that of the line above them."""
    for unit in _sentences(name, knowledge):
        if unit.path.endswith(_OPENING) or _BASED_RE.match(unit.text):
            continue
        verb = _REPEALS_RE.search(unit.text)
        above = verb is None and _REPEALS_RE.search(unit.context.rpartition(" > ")[2])
        if above or (verb and not _AMENDS_RE.search(unit.text, 0, verb.start())):
            yield unit


def _before_amended(text: str) -> str:
    """A clause without the documents that the named one had amended ("Nghị định số A sửa đổi Nghị định số B")."""
    first = NUMBER_RE.search(text)
    amended = _AMENDS_RE.search(text, first.end()) if first else None
    return text[: amended.start()] if amended else text


def _carries_out(name: str, need: Need, knowledge: Knowledge) -> list[Statement]:
    """The documents for whose sake it is issued, those said to be carried out before those it rests on."""
    wanted = _kind_asked(need)
    opening = [
        u for u in _sentences(name, knowledge) if u.path.endswith(_OPENING) and NUMBER_RE.search(u.text)
    ]
    for units in (
        [u for u in opening if not _BASED_RE.match(u.text) and _CARRIES_OUT_RE.search(u.text)],
        [u for u in opening if _BASED_RE.match(u.text)],
    ):
        fitting = [u for u in units if not wanted or wanted in fold(u.text)]
        if told := _cited(fitting, need, knowledge):
            return told
    return []


def _kind_asked(need: Need) -> str:
    """Which kind of document is asked for ("nghi quyet" of "nghị quyết nào"); "" for any."""
    found = re.search(rf"({_DOC})(?: [a-z]+){{0,4}}? (?:nao|so may|so bao nhieu|gi|may)\b", fold(need.asked))
    kind = found[1] if found else ""
    return "" if kind == "van ban" or re.fullmatch(SHORT_DOC, kind) else kind


def _difficulty(name: str, need: Need, knowledge: Knowledge) -> list[Statement]:
    for unit in reversed(_sentences(name, knowledge)):
        trouble = _DIFFICULTY_RE.search(unit.text)
        sent = _REPORTED_RE.search(unit.text, trouble.end()) if trouble else None
        if sent and (to := _receiver(unit.text[sent.end() :])):
            return _tell(to, [unit], need, knowledge)
    return []


def _receiver(tail: str) -> str:
    """The first body behind the verb, with what stands in brackets behind it ("(qua Công an tỉnh)")."""
    body = next((one for one in find_agencies(tail) if one.start <= 12), None)
    if body is None:
        return ""
    through = re.match(r"\s*\([^()]{3,80}\)", tail[body.end :])
    return tail[: body.end + (through.end() if through else 0)].strip()


def _period(name: str, need: Need, knowledge: Knowledge) -> list[Statement]:
    """From when to when it is carried out: the section that says so, else the years of the title."""
    plan = knowledge.plans[name]
    for section in plan.walk():
        said = plan.text(section.range).removeprefix(section.label).strip(" *.")
        named = _PERIOD_HEADING_RE.match(section.heading)
        if named and not section.children and _PERIOD_RE.search(said) and len(said) <= LONGEST:
            unit = Unit(name, "section", said, "", section.path, section.heading, section.span)
            times = "; ".join(m[0] for m in _PERIOD_RE.finditer(said))
            return _tell(times, [unit], need, knowledge)
    title, span = plan.letterhead.title or "", dict(plan.letterhead.spans).get("title")
    if span and (found := _PERIOD_RE.search(title)):
        return _tell(found[0], [Unit(name, "identity", title, "", "preamble", "", span)], need, knowledge)
    return []


_TELL = {
    "period": _period,
    "proposer": _proposer,
    "leader": _leader,
    "amends": _amends,
    "repeals": _repeals,
    "carries_out": _carries_out,
    "difficulty": _difficulty,
}
