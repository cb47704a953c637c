"""Who acts where no agency does: parties that a rule charges ("chủ đầu tư phải ...", "cha, mẹ có quyền ..."), firms, signers.

Decrees and circulars charge parties by what they are. In: a sentence. Out: the words before the verb of duty.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.evidence.strangers import UPPER, names_asked
from assistant.model import Verdict
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.spelling import match_key

__all__ = ["asks_firm", "charged_party", "named_firm", "names_party", "party_in", "signed_as_claimed"]

_PARTY = (
    r"(?:(?:các|mọi|những|mỗi) )?(?:người|cha|mẹ|chủ (?!trì|trương|yếu|động|đề|quyền|nghĩa|nhật)\w+|tổ chức|cá nhân|hộ (?:gia đình|kinh doanh|nghèo)|nhà (?:đầu tư|thầu|trường|xuất khẩu|nhập khẩu|sản xuất)"
    r"|thuyền trưởng|hiệu trưởng|giám đốc|thủ trưởng|trưởng (?!thành)\w+|chấp hành viên|kiểm sát viên|thẩm tra viên|giáo viên|nhà giáo|đơn vị|cơ quan|doanh nghiệp|cơ sở|công ty"
    r"|thành viên|công dân|học sinh|sinh viên|cán bộ|công chức|viên chức|đảng viên|hội viên|đoàn viên|nhân viên|lao động|bên (?!cạnh)\w+|thân nhân|đại diện|kế toán)"
)
_DUTY = r"(?:phải|có (?:trách nhiệm|nghĩa vụ|quyền|thẩm quyền)|chịu trách nhiệm|được quyền|được phép)"
_CHARGED_RE = re.compile(
    rf"(?i)(?:^[\s*+-]*(?:(?:[a-zđ]|\d+)[.)]\s*)?|, |: |; | thì )(?P<party>{_PARTY}(?!\w)(?:(?! thì )[^.;:])"
    rf"{{0,160}}?) {_DUTY}(?!\w)"
)
_FIRM_ASKED_RE = re.compile(
    r"\b(?:cong ty|doanh nghiep|tap doan|nha thau|ngan hang|nha cung cap) (?:(?:[a-z]+ )?nao|(?:ten )?gi)\b"
    r"|\b(?:which|what) (?:company|companies|contractor|bank|firm|supplier)"
)
_FIRM_RE = re.compile(
    r"(?:[Tt]ổng [Cc]ông ty|[Cc]ông ty|[Tt]ập đoàn|[Dd]oanh nghiệp|[Nn]gân hàng|NH|[Nn]hà thầu|TNHH)"
    r"(?:\s+(?:cổ phần|tập đoàn|trách nhiệm hữu hạn|một thành viên))*(?:\s+[\w.]+)?"
    rf"(?:\s+{UPPER}[\w.&-]*)+"
)
_OFFICE_RE = re.compile(
    r"(?<!pho )(?<!pho tong )\b(chu tich|bo truong|giam doc|bi thu|thu tuong|truong ban|hieu truong)\b"
)
"""Offices for whose holder somebody else may sign, folded."""
_ENGLISH_OFFICE_RE = re.compile(
    r"\b(?P<deputy>(?:vice|deputy)[ -](?:\w+ ){0,2})?(?P<office>chair(?:man|woman|person)?|prime minister|minister|director|secretary)\b"
)
_ENGLISH_OFFICES = {
    "prime minister": "thu tuong",
    "minister": "bo truong",
    "director": "giam doc",
    "secretary": "bi thu",
}
"""Chairpersons are the others."""
_PARTY_RE = re.compile(rf"(?i){_PARTY}(?!\w)")
_ANYBODY_RE = re.compile(r"(?:người|tổ chức|cá nhân|đơn vị|cơ quan|cán bộ|bên \w+)$")


@lru_cache(maxsize=8192)
def charged_party(text: str) -> str | None:
    """The party that a sentence charges or entitles; None where none stands before a verb of duty.

    >>> charged_party("Trường hợp trẻ dưới 07 tuổi thì cha, mẹ, người chăm sóc có quyền thay mặt trẻ em")
    'cha, mẹ, người chăm sóc'
    >>> charged_party("Trước khi khởi công, chủ đầu tư phải thông báo"), charged_party("Tổ chức hội nghị")
    ('chủ đầu tư', None)
    """
    found = _CHARGED_RE.search(text)
    return found["party"].strip() if found else None


def names_party(words: str) -> bool:
    """Whether a short answer begins with a party.

    >>> names_party("chủ đầu tư"), names_party("chủ trì")
    (True, False)
    """
    return _PARTY_RE.match(words) is not None


def party_in(words: str) -> str | None:
    """The first party of a sort of its own that a text in small letters names: "người" and "đơn vị" may be anybody.

    >>> party_in("đơn vị và doanh nghiệp xin dữ liệu"), party_in("người dân, đơn vị")
    ('doanh nghiệp', None)
    """
    found = (match[0] for match in _PARTY_RE.finditer(words) if (words[: match.start()] or " ")[-1] == " ")
    return next((party for party in found if not _ANYBODY_RE.search(party)), None)


def asks_firm(folded: str) -> bool:
    """Whether a firm is asked for by name.

    >>> [asks_firm(asked) for asked in ("cong ty nao nop 30 ty", "nha thau ten gi", "cac doanh nghiep lam gi")]
    [True, True, False]
    """
    return _FIRM_ASKED_RE.search(folded) is not None


@lru_cache(maxsize=8192)
def named_firm(text: str) -> str | None:
    """The first firm that a text names; None where it names none.

    >>> named_firm("Trong đó: Công ty cổ phần Hùng Vương nộp 12 tỷ đồng"), named_firm("các công ty xổ số nộp ngân sách")
    ('Công ty cổ phần Hùng Vương', None)
    """
    found = _FIRM_RE.search(text)
    return found[0] if found else None


def signed_as_claimed(need: Need, told: str) -> Verdict | None:
    """Whether who signed is the person, or holds the office, that the question claims; None where it claims neither."""
    signed, _, plan = fold(told).partition(" – ")
    taken = " ".join((plan, *map(fold, need.scope.taken)))
    names = [name for name in names_asked(need.question, need.language) if " " in name and name not in taken]
    if names:
        return "yes" if any(_is_named(name, need.question, told) for name in names) else "no"
    office = _office_claimed(fold(need.question))
    if office is None or not re.search(r"\bky\b|\bsign", fold(need.question)):
        return None
    deputy = re.search(rf"\bkt\. ?|\bpho {office}", signed) is not None
    return "yes" if office in signed and not deputy else "no"


def _office_claimed(asked: str) -> str | None:
    """The office that a question (folded) names, as plans call it.

    >>> _office_claimed("giam doc so ky phai khong"), _office_claimed("is it signed by the chairman")
    ('giam doc', 'chu tich')
    >>> _office_claimed("was it signed by the deputy prime minister")
    """
    if office := _OFFICE_RE.search(asked):
        return office[1]
    english = _ENGLISH_OFFICE_RE.search(asked)
    return _ENGLISH_OFFICES.get(english["office"], "chu tich") if english and not english["deputy"] else None


def _is_named(name: str, question: str, told: str) -> bool:
    """Whether a text says a folded name of the question, with the marks that the question writes ("Hưng" is not "Hùng")."""
    if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", fold(told)):
        return False
    marked = (word for word in re.findall(r"\w+", match_key(question)) if fold(word) != word)
    said = set(re.findall(r"\w+", match_key(told)))
    return all(word in said for word in marked if fold(word) in name.split())
