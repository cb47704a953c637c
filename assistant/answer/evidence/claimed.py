"""What a yes-or-no question claims beside its subject: amounts with their units, years, "only", what is done.

In: the question, and the words of a place. Out: whether the place says the same, another thing, or neither. A verdict is
told only where the place covers the claim; else the officer reads the place and judges.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from assistant.answer.evidence.claimed_amounts import YEAR_RE, Amount, amounts_in, same_amounts
from assistant.answer.evidence.owed import frees
from assistant.question.cues import in_long
from assistant.question.naming import fold
from ingest.spelling import match_key

__all__ = [
    "Claim",
    "asks_done",
    "compare",
    "denied_above",
    "denies",
    "narrows",
    "of_another_case",
    "read_claim",
    "says_case",
    "tells_done",
    "wants_less",
]

_OPPOSITES = (("tăng", "giảm"), ("trên", "dưới"), ("thêm", "bớt"), ("cao hơn", "thấp hơn"), ("trước", "sau"))
_TIMES_RE = re.compile(r"\btwice\b|(?<=more than )once\b|(?<=at most )once\b|(?<=only )once\b")
"""How often, in English: "twice a day"."""
_TIME_AGAIN_RE = re.compile(r"\blan (?:thu )?(hai|ba|tu|nam|[2-9])\b(?! (?:lan|nam|thang))")
"""Folded: "lần thứ hai" claims that it may be twice."""
_NARROW = {
    fold(word): word
    for word in (
        "chỉ", "thôi", "hết", "toàn bộ", "hoàn toàn", "mọi người", "tất cả", "duy nhất", "luôn", "cả hai",
        "only", "all", "every", "fully", "entirely", "just", "both",
    )
}  # fmt: skip
_ONLY_RE = re.compile(r"\bcòn (?:lại )?\d")
"""So many are left: no more than these."""
_MARKED = {
    **_NARROW, "khong": "không|ko|k", "chua": "chưa", "cam": "cấm", "nghiem": "nghiêm", "co": "có", "con": "còn",
    "duoc": "được|đc|dc|đuọc", "phai": "phải", "bi": "bị", "can": "cần", "da": "đã", "tu": "tự",
}  # fmt: skip
_MODAL_RE = re.compile(
    r"\b(?:(?P<asks>con?(?! (?:quan|so|che|cau|ban|hoi)\b)(?P<more>(?: (?:duoc|phai|bi|can|bat buoc|dung(?= la\b)|la|the|nen))*)|da)|duoc|phai|bi|can|tu)(?=(?P<deed>(?: [a-z]+){1,8}))"
)
"""Folded: the words by which it is asked if something may, must or will be done or is, and what that is."""
_DENIAL_RE = re.compile(
    r"(?<!hay )\b(?:không(?: được| phải| thể)?|chưa)(?! (?:được |phải |thể )?(?:quá|vượt quá|ít|dưới|thấp|còn|những|chỉ|kể|phân|gian|(?:dùng )?tiền mặt))((?: \w+){1,6})"
    r"|\bcấm\b([^.]*)"
)
"""A denial and the words next to it, with their marks ("chữa" is no "chưa"); "không quá", "không chỉ" are none. A ban is of a whole list."""
_GRANT_RE = re.compile(r"(?<!không )\b(?:được|phải)((?: \w+){1,7})")
_CASE_RE = re.compile(r"[^,.;:]*? thì(?!\w)")
"""In what case something is so: what is denied there is not told to be denied."""
_OWN_DENIAL_RE = re.compile(fold(_DENIAL_RE.pattern))
"""The same of a question, which may come without marks."""
_LIMITS = r"(?<!, )(?<!và )(?<!những )(?<!số )hạn chế"
"""To do less of a thing; results and shortcomings ("tồn tại, hạn chế") are none."""
_STOPS = rf"cấm|dừng(?! (?:nghỉ|chân)\b)|{_LIMITS}|bãi bỏ|(?<!phòng )(?<!diệt )(?<!bài )trừ"
_STOPS_RE = re.compile(rf"\b(?:{_STOPS})\b")
"""Words that deny what stands under them."""
_RESTRAINS_RE = re.compile(rf"\b(?:{_LIMITS}|(?:cắt |tiết )?giảm(?: dần| thiểu)?|thu hẹp)((?: \w+){{1,4}})")
"""Less of the deed behind it is wanted: neither done freely nor forbidden."""
_PROMOTES_RE = re.compile(
    r"\b(?:khuyen khich|uu tien|day manh|mo rong|tang|phat trien|encourag\w+|promot\w+)\b"
)
_RESTRAINT_RE = re.compile(r"\b(?:han che|giam|thu hep|limit\w*|restrict\w*|reduc\w+)\b")
"""Folded: a question that asks of more, or of less, of a deed."""
_DENIED_ABOVE_RE = re.compile(
    rf"{_STOPS_RE.pattern}|\b(?<!hàng )không\b(?! (?:quá|ít|dưới|chỉ|những|gian|khí|dùng|phân)\b)"
)
_LINKS = frozenset(
    "coi xem tien phi cho cua trong nay khi va ve de o la theo voi cac nhung mot lai thi ma them con duoc khong nua roi".split()
)
_TURNS = frozenset("cua cho khi theo trong".split())
"""Words behind which a deed's thing is told more of."""
LONGEST_DEED = 4
"""Words of a deed and its thing by which it is known again; none are those that only link them, or say that it is paid."""
_MAY_RE = re.compile(r"\b(?:có|còn) được\b|\bđược không\b|\b(?:may|can|allowed)\b")
_PUNISHED_RE = re.compile(
    r"\bbị (?:rút|đình chỉ|xử|phạt|kỷ luật|thu hồi|trừ|loại|khiển trách|cảnh cáo|truy cứu|hủy)\b"
)
"""What is asked whether it may be done; what has a penalty may not."""
_TAG_RE = re.compile(
    r"\b(?:phai|dung|duoc|chua) khong\b|\b(?:hay|co) khong\b|\bkhong(?: (?:a|vay|the|nhi|em|anh|nhe))*\s*[?.]*\s*$|\bhay chua\b|\bchua\s*[?.]*\s*$"
)
_EXCEPT_RE = re.compile(
    r"(?:\b(?:không bao gồm|không áp dụng|ngoại trừ)|[,(] ?trừ)(?: đối với| cho| các)? (\w+ \w+)"
)


_ASKS_DONE_RE = re.compile(
    r"^(?![^?]*(?<!\w)thì(?!\w))[^?]*(?<!\w)đã(?!\w)[^?]*(?<!\w)(?:chưa|bao nhiêu|mấy|nào|ai|những)(?!\w)"
    r"|(?<!\w)(?<!thực )(?<!phát )(?<!thể )(?<!biểu )(?<!xuất )hiện (?!đại|trạng|hành|vật|trường|hữu)(?:nay|có|đang|tại|giờ|trong|[^?]*(?:bao nhiêu|mấy))(?!\w)"
    r"|(?<!\w)(?:tính đến (?:nay|ngày|tháng|hết)|đến nay|tới (?:giờ|nay)|năm (?:ngoái|trước(?! (?:ngày|tháng|\d))))(?!\w)"
    r"|\b(?:so far|already|currently|today|right now|last year|to date)\b|^did\b|\bhow (?:many|much)\b[^?]*\b(?:were|was|have been|has been)\b"
)
_TELLS_DONE_RE = re.compile(
    r"(?i)(?<!\w)(?:đã|hiện|hiện nay|tính đến|đến nay|ước|kết quả|năm qua|thời gian qua|vừa qua|ghi nhận|xảy ra|thành lập từ)(?!\w)"
)


def asks_done(question: str) -> bool:
    """Whether a question, its marks restored, asks what is so by now: a plan's targets and tasks do not tell that.

    >>> asks_done("Đã phủ sóng 5G toàn tỉnh chưa?"), asks_done("xã đã đạt 100% thì được mấy điểm?")
    (True, False)
    """
    return _ASKS_DONE_RE.search(match_key(question)) is not None


def tells_done(text: str) -> bool:
    """Whether a text tells of what is so already.

    >>> tells_done("Tỷ lệ phủ sóng 5G đạt 100%"), tells_done("Đã phủ sóng 5G tại 20 xã")
    (False, True)
    """
    return _TELLS_DONE_RE.search(text) is not None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a yes-or-no question claims beside its subject."""

    amounts: tuple[Amount, ...]
    years: frozenset[str]
    narrow: frozenset[str]
    """Words that claim more than the bare fact ("chỉ", "hết")."""
    done: tuple[str, ...]
    """The first words behind "có (được, phải)": what is done, and to what."""
    denies: bool
    """Whether what it asks is itself a denial ("không thu phí phải không"); that of a case ("không đủ thì ...") is none."""
    unlike: frozenset[str]
    """The first word of what is denied of the case that it asks of ("nơi chưa có nước máy": "co")."""
    case: str
    """What it says before it asks if something may or must be done, folded; "" where it does not ask so."""
    folded: str
    asked: str
    """The question as it was put, in small letters."""


@lru_cache(maxsize=256)
def read_claim(question: str, named: str = "") -> Claim:
    """Read off what a question claims; ``named`` are the words that only say which plan is meant."""
    folded = _TIMES_RE.sub(lambda m: f"{1 + (m[0] == 'twice')} lan", in_long(fold(question)))
    folded = _TIME_AGAIN_RE.sub(r"\1 lan", folded)
    for words in filter(None, named.split("\n")):
        folded = re.sub(rf"(?<!\w){re.escape(fold(words))}(?!\w)", " ", folded)
    bare = _TAG_RE.sub(" ", folded)
    last = max(bare.rfind(mark) for mark in (", ", " thi ", " ma "))
    modal = _asking_modal(bare, last, question)
    asked = modal.start() if modal else max(last, 0)
    denied = [match for match in _OWN_DENIAL_RE.finditer(bare) if _is_marked(match[0].split()[0], question)]
    return Claim(
        amounts_in(folded),
        frozenset(YEAR_RE.findall(folded)),
        frozenset(
            w
            for w in _NARROW
            if re.search(rf"\b{w}\b(?! (?:(?:nam|thang|quy|ngay) )?\d)", bare) and _is_marked(w, question)
        ),
        tuple(word for word in modal["deed"].split() if word != "duoc") if modal else (),
        any(max(match.start(1), match.start(2)) > asked for match in denied),
        frozenset(match[1].split()[0] for match in denied if match[1] and match.start(1) < asked),
        bare[:asked] if modal and modal["more"] else "",
        folded,
        match_key(question),
    )


def _asking_modal(bare: str, last: int, question: str) -> re.Match[str] | None:
    """The words by which a question (folded) asks if a thing may or must be done: behind its case, and "có phải" before "được".

    >>> asked = "cán bộ bị nhắc hai lần có được xét thi đua"
    >>> _asking_modal(fold(asked), -1, asked)["deed"]
    ' xet thi dua'
    """
    found = [match for match in _MODAL_RE.finditer(bare) if _is_marked(match[0].split()[0], question)]
    of_clause = [match for match in found if match.start() > last] or found
    return max(
        of_clause,
        key=lambda match: (bool(match["more"]) and match.start() > 0, bool(match["asks"]), -match.start()),
        default=None,
    )


def _is_marked(word: str, question: str) -> bool:
    """Whether a question says this very word, not one that only without marks is like it ("chi trả" says no "chỉ", "chứa" no "chưa")."""
    marked = match_key(question)
    return marked.isascii() or re.search(rf"\b(?:{_MARKED[word]})\b", marked) is not None


def compare(claim: Claim, text: str) -> bool | None:
    """Whether a text says the amounts that are claimed, others of the same thing (False), or neither (None).

    >>> claim = read_claim("mỗi cộng tác viên được giao 150 hộ phải không")
    >>> compare(claim, "phụ trách không quá 100 hộ"), compare(claim, "giao 150 hộ"), compare(claim, "giao 20 xã")
    (False, True, None)
    >>> compare(read_claim("may the day be put off more than once"), "hẹn lại không quá một lần")
    False
    >>> compare(read_claim("bếp ăn từ 200 suất do xã quản lý à"), "quản lý bếp ăn dưới 200 suất")
    False
    >>> compare(read_claim("xã vùng cao phải đạt 85% đúng không"), "đạt tối thiểu 85%; riêng các xã vùng cao đạt từ 60%")
    """
    said = match_key(text)
    for pair in _OPPOSITES:
        for one, other in (pair, pair[::-1]):
            if f" {fold(one)} " in f" {claim.folded} " and other in said and one not in said:
                return None
    return same_amounts(claim.amounts, claim.folded, fold(text))


_EXISTS_RE = re.compile(
    r"^\W*(?:\w+ ){0,8}?(?:co|con) ((?!(?:duoc|phai|the|can|quyen|nen)\b)[a-z]+ (?!nao\b)[a-z]+)"
)
"""Folded: a thing of which it is asked whether there is any."""


def denies(claim: Claim, text: str, above: str = "") -> bool:
    """Whether a text, under the lines above it, denies what the question asks without denying: "không thu phí" to "có phải thu phí không".

    >>> denies(read_claim("cơ quan có được tự trả lời dân không"), "phường không tự trả lời về đơn giá")
    True
    >>> denies(read_claim("có được hoãn chuyển đổi không"), "công chức không giữ chức vụ lãnh đạo")
    False
    >>> denies(read_claim("có được miễn phí khám bệnh không"), "được khám, chữa bệnh miễn phí, trụ sở tại xã")
    False
    >>> denies(read_claim("nơi có nước máy, có khuyến khích khoan thêm giếng không"), "hạn chế khoan, đào mới giếng")
    True
    >>> denies(read_claim("có ngoại lệ nào cho hộ không cam kết không"), "đình chỉ hộ không cam kết, không có ngoại lệ")
    True
    """
    thing = _EXISTS_RE.search(claim.folded)
    if thing and re.search(rf"\bkhong (?:co|con) (?:bat ky |bat cu )?{thing[1]}\b", fold(text)):
        return True
    if claim.denies:
        return False
    said = match_key(text)
    return (
        frees(claim.asked, said, above)
        or (_PROMOTES_RE.search(claim.folded) is not None and _restrains(claim, said))
        or _denied(claim.done, said, above)
        or any(f" {fold(left_out[1])} " in f" {claim.folded} " for left_out in _EXCEPT_RE.finditer(said))
    )


def _denied(deed: Sequence[str], said: str, above: str = "") -> bool:
    """Whether a text denies a deed and nowhere grants it: "được cộng 5 điểm, không đạt thì không cộng" does both.

    >>> _denied(["cong"], "không cộng điểm"), _denied(["cong"], "được cộng 5 điểm, không đạt thì không cộng điểm")
    (True, False)
    >>> _denied("thu tien nuoc".split(), "không thu phí dữ liệu"), _denied("xin giay phep".split(), "không cần giấy phép")
    (False, True)
    >>> told = "chỉ được dùng cho chi đầu tư, không dùng cho chi thường xuyên"
    >>> _denied("dung cho chi dau tu".split(), told), _denied("dung cho chi thuong xuyen".split(), told)
    (False, True)
    >>> _denied("ket luan ro".split(), "văn bản không kết luận rõ thì xem như đồng ý")
    False
    >>> _denied("dung loa dai".split(), "nghiêm cấm cơi nới, sử dụng loa đài công suất lớn")
    True
    """
    verb, *things = [word for word in deed if word not in _LINKS][:LONGEST_DEED] or [""]
    everything = re.findall(r"\w+", fold(f"{said} {above}"))
    whole = [word for word in takewhile(lambda word: word not in _TURNS, deed) if word not in _LINKS]
    if whole[LONGEST_DEED:] and not _shared("", whole[LONGEST_DEED:], everything):
        return False  # "xả nước thải ra sông" is another thing than "xả nước thải ra hồ"
    said = _CASE_RE.sub(" ", said)
    granted = [fold(match[1]).split() for match in _GRANT_RE.finditer(said)]
    most = max((_shared(verb, things, words) for words in granted if verb in words[:2]), default=0)
    about = _shared("", things, everything)
    for match in _DENIAL_RE.finditer(said):
        words = re.findall(r"\w+", fold(match[1] or match[2]))
        both = _shared(verb, things, words)
        told = both > 1 or (verb in words and bool(about or not things))
        if both > most and (told if match[1] else verb in words and 2 * both > len(things) + 1):
            return True
    return False


def _shared(verb: str, things: Sequence[str], words: Sequence[str]) -> int:
    """How many words of a deed and its things are among those words."""
    return len({verb, *things}.intersection(words))


def wants_less(claim: Claim, text: str) -> bool:
    """Whether more of a thing is asked for, and a text wants less of the very deed and thing.

    >>> asked = read_claim("tỉnh có khuyến khích dựng thêm nhiều cột sóng không")
    >>> wants_less(asked, "hạn chế dựng mới các cột sóng"), wants_less(asked, "hạn chế dựng mới tượng đài")
    (True, False)
    """
    wanted = _PROMOTES_RE.search(claim.folded) is not None and _restrains(claim, match_key(text))
    return wanted and not claim.denies and set(claim.done[4:]) & set(fold(text).split()) != set()


def _restrains(claim: Claim, said: str) -> bool:
    """Whether a text wants less of the deed that a question asks of without asking whether less is wanted."""
    return not _RESTRAINT_RE.search(claim.folded) and any(
        set(claim.done[:4]) & set(fold(less[1]).split()) for less in _RESTRAINS_RE.finditer(said)
    )


_LIMIT_RE = re.compile(r"\b(?:quá|tối đa|tối thiểu|ít nhất|trên|dưới|từ|đến|chỉ)\b")
"""A limit, within which a number may be another and yet be meant."""


def of_another_case(claim: Claim, text: str) -> bool:
    """Whether a question asks of a case that lacks something or has another number, and a text tells of none such.

    >>> asked = read_claim("Nơi chưa có nước máy có được khoan giếng không?")
    >>> [of_another_case(asked, said) for said in ("nơi đã có nước máy hạn chế khoan", "nơi chưa có nước máy thì khoan")]
    [True, False]
    >>> asked = read_claim("Người bị nhắc một lần có được xét thi đua không?")
    >>> [of_another_case(asked, said) for said in ("bị nhắc 02 lần không được xét", "bị nhắc quá 02 lần không được xét")]
    [True, False]
    """
    said = {(denied[1] or denied[2]).split()[0] for denied in _OWN_DENIAL_RE.finditer(fold(text))}
    return not claim.unlike <= said or (
        not _LIMIT_RE.search(match_key(text))
        and same_amounts(amounts_in(claim.case), claim.case, fold(text)) is False
    )


def says_case(claim: Claim, text: str) -> bool:
    """Whether a text says the last words of the case that a question asks of together: "dữ liệu mật" is no "bảo mật dữ liệu".

    >>> asked = read_claim("dữ liệu mật thì có được chia sẻ không")
    >>> says_case(asked, "bảo mật dữ liệu khi chia sẻ"), says_case(asked, "không chia sẻ dữ liệu mật")
    (False, True)
    """
    return " ".join([word for word in claim.case.split() if word != "thi"][-2:]) in fold(text)


def denied_above(claim: Claim, question: str, above: Iterable[str]) -> bool:
    """Whether the lines above a place deny what stands there, and the question asks without denying.

    >>> asked = "Học sinh trường tư có được miễn học phí không?"
    >>> [denied_above(read_claim(asked), asked, [above]) for above in ("3. Không miễn học phí", "2. Miễn học phí")]
    [True, False]
    """
    return (
        not claim.denies
        and not _STOPS_RE.search(match_key(question))
        and any(_DENIED_ABOVE_RE.search(match_key(line)) for line in above)
    )


def narrows(claim: Claim, text: str) -> bool:
    """Whether the question claims more than a text says: "chỉ", "hết", an exception or a restraint that the text makes.

    >>> narrows(read_claim("có được miễn hết lệ phí không"), "Miễn 50% lệ phí")
    True
    >>> narrows(read_claim("chỉ giữ lại 8 điểm đúng không"), "giảm xuống còn 8 điểm")
    False
    >>> narrows(read_claim("có cho khoan giếng mới không"), "hạn chế khoan, đào mới giếng")
    True
    """
    said = match_key(text)
    if _restrains(claim, said) or (_MAY_RE.search(claim.asked) and _PUNISHED_RE.search(said)):
        return True
    left = {"chi", "thoi"} if _ONLY_RE.search(said) else set[str]()
    if any(not re.search(rf"\b{_NARROW[word]}\b", said) for word in claim.narrow - left):
        return True
    return not claim.denies and (_DENIAL_RE.search(said) or _EXCEPT_RE.search(said)) is not None
