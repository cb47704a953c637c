"""Who holds an office: whether a question asks for a person or for the holder of a post, and whom a text names so.

In: a question (folded) and a text of the plan. Out: the office asked about, its holder in the text's own words, or None.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.evidence.strangers import UPPER
from assistant.question.naming import fold
from assistant.word_lists import read_rows
from ingest.facts.bodies.agencies import find_agencies

__all__ = ["asks_person", "held_by_a_post", "names_person", "office_asked", "office_held", "office_holder"]

_SURNAME = "|".join(name for (name,) in read_rows("surnames.txt"))
_PERSON_RE = re.compile(
    rf"(?<!\w)(?:{_SURNAME})(?: {UPPER}[^\W\d_]*){{2,4}}"
    rf"|(?:[Ôô]ng|[Bb]à|[Đđ]/c|[Đđ]ồng chí) (?!Phó|Bí|Chủ|Giám|Trưởng|Chánh|Thường|Tổ|Hiệu|Ủy|Viện){UPPER}[^\W\d_]+ {UPPER}"
)
_OFFICE = (
    r"(?:giam doc|chu tich|bi thu|truong (?:ban|phong|thon|doan|nhom|to)|hieu truong|vien truong|chanh (?:van phong|thanh tra)"
    r"|to truong|tram truong|giao vien chu nhiem|ke toan|thu ky|leader|manager|(?:co quan|don vi|bo phan) (?:thuong truc|giup viec))"
)
"""Posts, folded, and what a body is to another ("cơ quan thường trực Ban Chỉ đạo")."""
_PERSON_ASKED_RE = re.compile(
    r"(?:ten|ho ten|danh tinh)(?: day du)?(?: cua [^?]*)?(?: la)? (?:gi|ai)\b|\bten (?:la )?gi\b|\bla (?:ong|ba|dong chi) nao\b|\bai la (?:ceo|giam doc|chu tich|bi thu|truong (?:ban|phong))"
    r"|\b(?:giam doc|chu tich|bi thu|truong (?:ban|phong|thon)|hieu truong|vien truong|chanh [a-z ]+|ceo)\b[^?]{0,40} (?:la ai|la nguoi nao)\b"
    r"|^(?:hien |hien nay )?ai (?:lanh dao|dung dau|dieu hanh|lam (?:sep|truong|thu truong)) (?:so|cong an|phong|ban|chi cuc|cuc|vu|bo|uy ban|ubnd|trung tam|benh vien|truong)\b|\bai (?:la|lam) (?:pho )?(?:truong (?:cong an|doan|khoa|tram)|chi huy truong|tu lenh|vien truong|hieu truong|chanh (?:an|van phong|thanh tra)|tong giam doc)\b|who is (?:the |its |their )?(?:vice |deputy |current )?(?:head|director|chair\w*|secretary|ceo|principal|president|contact person|focal (?:point|person))|what is the name|\bnames? of the (?:director|chair\w*|head)"
    rf"|\b(?:ten|danh tinh)(?: cua)? (?:pho )?{_OFFICE}\b"
)
_THING_NAMED_RE = re.compile(
    r"\b(?:cuoc thi|hoi thi|giai thuong|phan mem|ung dung|he thong|nen tang|chuong trinh|de an|du an|mo hinh|san pham|phong trao|chien dich|hoi thao|le hoi|trang|cau lac bo|mau|bieu mau|tai lieu|chu de|khau hieu)\b(?![^?]*\b(?:truong|nguoi|chu tich|giam doc)\b)[^?,]* ten (?:la )?gi\b"
)
"""Things that bear a name, which are no persons ("phần mềm tên là gì"), folded."""
_COUNTED_NAMED_RE = re.compile(
    r"\b(?:bao nhieu|may) (?!nguoi|ong|ba\b|dong chi|can bo|lanh dao)[^?,]+, ?(?:co )?ten (?:la )?gi\b"
)
"""Things that are counted and named ("có mấy trạm, tên gì"), which are no persons."""
_OFFICE_ASKED_RE = re.compile(
    rf"\bai (?:la|lam|giu chuc|hien la) (?:[a-z]+ )?{_OFFICE}(?: thuong truc)?\b|\bwho is (?:the )?(?:[a-z]+ )?{_OFFICE}|\b(?:pho )?{_OFFICE}\b[^?]*\bla (?:ai|(?:co quan|don vi|so|phong|ban) nao)\b"
    rf"|\b(?:co quan|don vi|so|phong|ban) nao (?:la|lam|giu vai tro) {_OFFICE}"
)
_APPOINTED_RE = re.compile(r"truong (?:ban|doan|nhom)|to truong|thu ky")
"""Offices of a body that a plan itself sets up, folded: to say by their post who holds them is enough."""
_CLAUSE_RE = re.compile(r"[.;\n]")
_ENGLISH = frozenset({"leader", "manager"})
_OFFICES_RE = re.compile(r"(?i)lãnh đạo|giám đốc|chủ tịch|bí thư|trưởng|phó|đồng chí|người đứng đầu")


def asks_person(folded: str) -> bool:
    """Whether a question (folded) asks for a person's name.

    >>> asks_person("truong doan ten gi"), asks_person("phan mem ten la gi"), asks_person("co may tram, ten gi")
    (True, False, False)
    """
    return _PERSON_ASKED_RE.search(_THING_NAMED_RE.sub(" ", _COUNTED_NAMED_RE.sub(" ", folded))) is not None


@lru_cache(maxsize=64)
def _asking(folded: str) -> str:
    """The words of a question (folded) that ask who holds an office; "" where none do."""
    found = _OFFICE_ASKED_RE.search(folded)
    return found[0] if found else ""


def names_person(text: str) -> bool:
    """Whether a text names a person.

    >>> names_person("Trưởng đoàn: Đ/c Lường Thị Nhung"), names_person("Trưởng đoàn: lãnh đạo Sở Nội vụ")
    (True, False)
    """
    return _PERSON_RE.search(text) is not None


def office_asked(asked: str) -> str:
    """The office whose holder a question (folded) asks for; "" where it asks for none.

    >>> office_asked("ai la pho truong ban chi đao"), office_asked("ban chi đao gom nhung ai")
    ('pho truong ban', '')
    """
    named = re.findall(rf"(?:pho )?{_OFFICE}(?: thuong truc)?", _asking(asked))
    return named[-1] if named else ""


@lru_cache(maxsize=4096)
def office_holder(asked: str, text: str) -> str | None:
    """Whom a text says to hold the office that a question (folded) asks about; None where neither does.

    >>> office_holder("ai lam to truong to tham dinh", "gồm: Tổ trưởng là lãnh đạo UBND huyện; thành viên là ...")
    'lãnh đạo UBND huyện'
    >>> office_holder("ai lam to truong", "Tổ tư vấn do Phó Hiệu trưởng Lò Thị Mẩy làm tổ trưởng")
    'Phó Hiệu trưởng Lò Thị Mẩy'
    >>> office_holder("ai la thu ky", "Tổ giúp việc: bà Lò Thị Mẩy, Chánh Văn phòng - Tổ trưởng; Kế toán xã - Thư ký")
    'Kế toán xã'
    >>> office_holder("ai la co quan thuong truc", "gửi báo cáo về Công an tỉnh, cơ quan thường trực Ban Chỉ đạo, trước 10/12")
    'Công an tỉnh'
    >>> office_holder("ai la co quan thuong truc", "Giao Sở Y tế là cơ quan thường trực, giúp UBND tỉnh theo dõi")
    'Sở Y tế'
    >>> office_holder("ai lam to truong", "Tổ trưởng và các thành viên là cán bộ kiêm nhiệm")
    >>> office_holder("ai lam to truong", "Tổ phó thường trực tổ trưởng là: A")
    >>> office_holder("ai lam to truong", "Tổ trưởng: phân công thành viên trực")
    """
    title, folded = office_asked(asked), fold(text)
    if not title or len(folded) != len(text):
        return None
    own = rf"(?<!pho )(?<!thuong truc ){title}"
    called = r"(?: (?!va\b|pho\b|thuong\b)[a-z]+){0,6}?"
    for held in (
        re.search(rf"{own}{called} la (?P<who>[^;,.:()]+)", folded),
        re.search(rf"\bdo (?P<who>[^;,.:()]+?) (?:lam|giu chuc|kiem) {title}\b", folded),
        re.search(rf"(?:^|[;:] ?)\W*(?P<who>[^;:]+?) [-–] {title}(?: thuong truc)?\W*(?:$|[;.,])", folded),
    ):
        if held:
            return text[slice(*held.span("who"))].strip()
    if named := re.search(rf"{own}{called}: (?P<who>[^;,.:()]+)", folded):
        who = text[slice(*named.span("who"))].strip()
        return who if _OFFICES_RE.search(who) or _PERSON_RE.search(who) or find_agencies(who) else None
    if (role := re.search(rf"(?P<who>[^;.:()]+?)(?:,| la| lam| [-–]| \() ?(?:la )?{own}", folded)) and (
        bodies := find_agencies(text[slice(*role.span("who"))])
    ):
        return bodies[-1].name if bodies[-1].end == role.end("who") - role.start("who") else None
    return None


def office_held(asked: str, told: str) -> bool:
    """Whether a clause that says the office names somebody too, or another office ("Phó Chủ tịch làm Trưởng ban")."""
    office = re.findall(_OFFICE, _asking(asked))[-1]
    clauses = [clause for clause in _CLAUSE_RE.split(told) if office in fold(clause) or office in _ENGLISH]
    return any(
        _PERSON_RE.search(clause) or len(_OFFICES_RE.findall(clause)) > 1 or office_holder(asked, clause)
        for clause in clauses
    )


def held_by_a_post(asked: str, told: str) -> bool:
    """Whether the leader of a body that a plan sets up is told by a post, and not even a name is asked for.

    >>> held_by_a_post("ai lam truong doan", "Trưởng đoàn: đồng chí Phó Giám đốc Sở")
    True
    """
    appointed = _APPOINTED_RE.search(office_asked(asked)) and not re.search(
        r"\b(?:ten|ho ten|danh tinh)\b", asked
    )
    return bool(appointed) and any(office_holder(asked, clause) for clause in _CLAUSE_RE.split(told))
