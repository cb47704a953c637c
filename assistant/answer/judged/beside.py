"""Whether evidence tells of a thing beside the one asked about: its opposite, its neighbour in a row, another group's share.

Such a thing shares nearly all words with what is asked: "xuất khẩu" and "nhập khẩu", "Dự án 6" and "Dự án 8", the
share of "trường mầm non" and that of "trường tiểu học". What the evidence, its headings and its plan's name lack of
just the word that tells the two apart, it does not answer. The sets are of the language of administration.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from assistant.answer.evidence.meaning import plan_words
from assistant.answer.evidence.strangers import grams_of
from assistant.answer.evidence.units import meets
from assistant.grams import ngrams, tokens
from assistant.knowledge import Knowledge, Unit
from assistant.question.cues import cue_text
from assistant.question.mentioned import texts_of
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.spelling import match_key
from vectorstore.words import words as segment

__all__ = ["beside_the_thing"]

READ = 60
"""Units that are looked at."""
_CONTRASTS: tuple[tuple[str, ...], ...] = (
    # Things of which a text that tells one does not tell the other, folded. Two patterns parted by " :: " are what a
    # question says and the wider one by which evidence may say it.
    ("xuat khau", "nhap khau"),
    ("khieu nai", "to cao"),
    (
        r"\bcong an\b",
        r"(?:co quan|nganh|chi cuc|cuc) thue",
        r"hai quan",
        r"vien kiem sat",
        r"\btoa an\b",
        r"kho bac",
        r"kiem lam",
        r"bien phong",
        r"thi hanh an",
    ),
    ("giai the", "thanh lap :: thanh lap|lap moi"),
    (
        "mam non|(?<!ca )mau giao|nha tre",
        "tieu hoc",
        "trung hoc co so|thcs",
        "trung hoc pho thong|thpt",
        "(?:truong|sinh vien|bac|he) (?:dai hoc|cao dang) :: dai hoc|cao dang",
        "(?:giao duc|co so|truong) (?:nghe nghiep|day nghe) :: nghe nghiep|day nghe",
    ),
    ("ngoai cong lap|tu thuc|dan lap|tu nhan", "(?<!ngoai )cong lap"),
    ("doanh nghiep (?:co quy mo )?lon :: lon", r"\b(?:sieu )?nho\b[^.;]{0,6}\bvua\b|\bvua va nho\b"),
    (
        r"(?:hang|moi|theo) thang|bao cao thang :: (?:hang|moi|theo|mot|1|01|/) ?thang|thang \(|bao cao thang",
        r"(?:hang|moi|theo) quy\b|bao cao quy\b :: (?:hang|moi|theo|mot|1|01|/) ?quy\b|quy \(|bao cao quy\b",
        r"(?:hang|moi) nam|bao cao nam :: (?:hang|moi|mot|1|01|/) ?nam\b|nam \(|bao cao nam|tong ket nam",
        r"(?:hang|moi|theo) tuan|bao cao tuan :: (?:hang|moi|theo|mot|1|01|/) ?tuan|bao cao tuan",
    ),
    (r"can ngheo", r"(?<!can )ngheo"),
    (r"thuong tru", r"tam tru"),
    (r"do thi|thanh thi", r"nong thon"),
    (r"trong nuoc|noi dia", r"nuoc ngoai|quoc te"),
    (
        r"toi da|cao nhat|nhieu nhat :: toi da|cao nhat|nhieu nhat|khong (?:duoc (?:[a-z]+ ){0,2}?)?(?:qua|vuot)|\bden\b|\btran\b|[%≤<]",
        r"toi thieu|thap nhat :: toi thieu|thap nhat|it nhat|tro len|khong duoi|\b(?:tren|tu) \d|[%≥>]",
    ),
    (r"\b4g\b", r"\b5g\b", r"\b6g\b"),
    (r"hoc sinh", r"sinh vien", r"giao vien|nha giao"),
    (r"dang vien", r"doan vien", r"hoi vien"),
    (
        r"\bdung han|truoc han :: dung (?:thoi )?han|truoc (?:thoi )?han|kip thoi",
        r"qua han|tre han :: qua (?:thoi )?han|tre|cham",
    ),
    (
        r"(?:nguoi|cong dan) cao tuoi|nguoi gia :: cao tuoi|nguoi gia",
        r"khuyet tat",
        r"tre em|thieu nhi|tre tu",
        r"phu nu",
        r"thanh nien",
    ),
)
_SAID_RE = tuple(tuple(re.compile(member.split(" :: ")[0]) for member in members) for members in _CONTRASTS)
_THING = (
    r"(?:tieu )?du an(?: thanh phan)?|dot|giai doan|nhom(?: doi tuong)?|lan thu|khoa|vung|hang|bac|loai|khoi|tieu chi"
    r"|buoc|phuong an|goi thau|khu pho|to dan pho|hang muc"
)
_ENGLISH_THINGS = {"project": "du an", "phase": "(?:dot|giai doan)", "group": "nhom"}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_NUMBERED_RE = re.compile(
    rf"\b(?P<thing>{_THING}|{'|'.join(_ENGLISH_THINGS)})(?: so)? (?P<number>\d{{1,2}}|[ivx]{{1,4}})(?![\w./,-]|\s?%)"
    r"(?! (?:trieu|ty|nam|thang|ngay|nguoi|lan|dong|gio|phan tram)\b)"
)
"""One of a row of things that are called by numbers."""
_SHARE_OF_RE = re.compile(
    r"(?:bao nhieu|\bmay) ?(?:phan tram|%|ta|tan|kg|lit|hecta|ha)(?: so| tong so| cac)? (?P<noun>.+)"
)
_NO_NOUN = frozenset(  # words that end a noun phrase, verbs of most plans among them
    "được bị phải đạt có là cho trong tại ở theo của đến để với và do khi từ vào trên dưới về sang hoặc hay so mỗi mấy nhờ thì nào thế sau trước ngoài giữa qua hết "
    "nếu nữa một không rồi vậy ạ ai gì kế_hoạch năm tổng_số số tỷ_lệ triển_khai thực_hiện tối_thiểu tối_đa ít_nhất thi mới sẽ đã "
    "làm biết dùng sử_dụng tham_gia nhận mở hoàn_thành xây_dựng áp_dụng ứng_dụng đăng_ký tiếp_cận đưa bảo_đảm đảm_bảo đủ nắm "
    "hưởng gửi nộp xin đề_nghị trình lập tổ_chức giảm tăng giữ hiểu viết học chưa còn cũng đều chịu bỏ".split()
)
_TAKES_UP_RE = re.compile(r"\w \b(?:chiem|dong gop)\b")
_PARTS_RE = re.compile(r"\bco cau\b|\bty trong\b")
"""Folded: what heads the shares of one whole, which need not be named there."""
_RATE_OF_RE = re.compile(
    r"\b(?:ty le|tong gia tri|gia tri|san luong|kim ngach|tong san pham|tong so|so luong)(?: so| cac| phan tram| %)? (?P<noun>.+)"
)
_COUNT_OF_RE = re.compile(
    r"(?:bao nhieu|\bmay) (?!phan tram|%|gio|ngay|thang|nam\b|lan\b|quy|tuan|tieng|(?:nghin|trieu|ty|dong|do|usd|tan|ta|kg|lit|ha|km|m2|met|khoi)\b)(?P<noun>.+)"
)
NOUN, OF_RATE = 2, 3
"""Words of a noun phrase that say of what a share is; of what a rate or a number."""


def beside_the_thing(need: Need, units: Sequence[Unit], told: str, knowledge: Knowledge) -> bool:
    """Whether the evidence of an answer lacks the word that tells the thing asked about from its neighbours.

    ``told`` is all that the answer says and quotes. What a yes-or-no question claims may be wrong, and is not looked at.
    """
    if not units or need.yesno:
        return False
    asked = cue_text(need.asked)
    numbered = _numbered(asked)
    shares, counted = ((), ()) if need.spelling in {"en", "mixed"} or need.follows else _of_what(need.asked)
    sets = _contrasted(asked)
    if any(_unheard(need, noun, knowledge) for noun in (*shares[:1], *counted[:1])):
        return True
    if not (numbered or shares or counted or sets):
        return False
    pieces = _around(units, told, knowledge)
    text = " . ".join(map(_folded, pieces))
    return (
        any(not _has(text, thing, number) for thing, number in numbered)
        or any(not re.search(own, text) and re.search(others, text) for own, others in sets)
        or not (_say(need, shares, pieces) or (_TAKES_UP_RE.search(asked) and _PARTS_RE.search(text)))
        or (counted != () and _say(need, counted[:1], pieces) and not _say(need, counted, pieces))
    )


def _unheard(need: Need, noun: str, knowledge: Knowledge) -> bool:
    """Whether a thing is counted of which no plan of the library says a word, in no other form either.

    Of one syllable each there are too many other words, and for people ("người lớn") too.
    """
    if " " not in noun or noun.startswith("người ") or _heard(noun, knowledge):
        return False
    terms = [term for term in need.terms if set(noun.split()) <= set(term.text.split())]
    return bool(terms) and not any(
        meets(term, grams) for term in terms for grams in grams_of(knowledge).values()
    )


@lru_cache(maxsize=64)
def _heard(noun: str, knowledge: Knowledge) -> bool:
    return any(fold(noun) in text for text in texts_of(knowledge).values())


def _around(units: Sequence[Unit], told: str, knowledge: Knowledge) -> tuple[str, ...]:
    """All that an answer says, with what stands around its evidence."""
    places = {part for u in units[:READ] for part in (u.text, u.context, u.near, u.path)}
    plans = {plan_words(knowledge.plans[unit.plan]) for unit in units}
    return (told, *sorted(places | plans))


_folded = lru_cache(maxsize=8192)(fold)
_marked = lru_cache(maxsize=8192)(match_key)


@lru_cache(maxsize=256)
def _contrasted(asked: str) -> tuple[tuple[str, str], ...]:
    """For every set of which a question says one thing: how evidence may say it, and the others."""
    found = []
    for members, signs in zip(_CONTRASTS, _SAID_RE, strict=True):
        said = [at for at, sign in enumerate(signs) if sign.search(asked)]
        if len(said) == 1:
            wide = [member.split(" :: ")[-1] for member in members]
            found.append((wide[said[0]], "|".join(one for at, one in enumerate(wide) if at != said[0])))
    return tuple(found)


@lru_cache(maxsize=256)
def _numbered(asked: str) -> tuple[tuple[str, int], ...]:
    """Things in a question that are called by a number.

    >>> _numbered("tieu du an 1 thuoc du an 7 ai chu tri, 10 du an")
    (('tieu du an', 1), ('du an', 7))
    """
    found = []
    for match in _NUMBERED_RE.finditer(asked):
        number = int(match["number"]) if match["number"].isdigit() else _ROMAN.get(match["number"])
        if number:
            found.append((_ENGLISH_THINGS.get(match["thing"], match["thing"]), number))
    return tuple(found)


def _has(text: str, thing: str, number: int) -> bool:
    """Whether a folded text calls such a thing by this number, alone or in a list.

    >>> _has("cac du an 2, 4 va 5", "du an", 4), _has("tieu du an 1 thuoc du an 7", "du an", 4)
    (True, False)
    """
    roman = next((name for name, value in _ROMAN.items() if value == number), "0")
    before = rf"(?:\d+|[ivx]+)(?: ?(?:,|;|va|den|-|hoac) ?(?:{thing} )?)"
    return re.search(rf"\b{thing}\b[ :]*(?:so |thu )?(?:{before})*(?:0*{number}|{roman})\b", text) is not None


@lru_cache(maxsize=256)
def _of_what(asked: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The first words of the noun whose share, measure or rate is asked for; and of that which is counted.

    Of the latter the first word may stand in other words, so that it is the others that tell.
    >>> _of_what("bao nhiêu phần trăm trường tiểu học đạt chuẩn?"), _of_what("bao nhiêu % mỗi năm")
    ((('trường', 'tiểu học'), ()), ((), ()))
    >>> _of_what("có mấy dự án điện mặt trời?")
    ((), ('dự án', 'điện', 'mặt trời'))
    """
    marked, folded = match_key(asked), cue_text(asked)
    if len(marked) != len(folded):
        return (), ()
    share, rate, count = (
        _noun(marked[match.start("noun") :])[:most] if (match := pattern.search(folded)) else ()
        for pattern, most in ((_SHARE_OF_RE, NOUN), (_RATE_OF_RE, OF_RATE), (_COUNT_OF_RE, OF_RATE))
    )
    # "Bao nhiêu lượt người": a plan counts them as what they are ("lượt nhân lực").
    return (*share, *rate), () if share else tuple(w for w in count if w != "người" or w == count[0])


def _noun(text: str) -> tuple[str, ...]:
    """The words of the noun phrase with which a text begins."""
    found: list[str] = []
    for word in segment(re.split(r"[,;:?!()/]", text)[0]):
        if word.lower() in _NO_NOUN or not word[:1].isalpha():
            break
        found.append(word.lower().replace("_", " "))
    return tuple(found)


def _say(need: Need, words: Sequence[str], pieces: Sequence[str]) -> bool:
    """Whether texts have all these words of the question, or other forms of them.

    Marks count where the officer typed them ("sầu" is not "sau"). A word that is no part of the question's subject (a
    body, a filler) is not asked for here.
    """
    plain = _marked if need.spelling == "vi" else _folded
    text = " . ".join(map(plain, pieces))
    return all(_says(need, word, text, plain) for word in words)


def _says(need: Need, word: str, text: str, plain: Callable[[str], str]) -> bool:
    if not any(set(word.split()) & set(term.text.split()) for term in need.terms):
        return True
    if re.search(r"\b" + r"\W+".join(map(re.escape, plain(word).split())) + r"\b", text):
        return True  # "phòng, chống" too
    grams = frozenset(ngrams(tokens(text)))
    return any(
        all(plain(gram) in grams for gram in form)
        for term in need.terms
        if set(word.split()) <= set(term.text.split())  # "đàn lợn" says both words of "con heo"
        for form in term.forms
    )
