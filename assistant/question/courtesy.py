"""What is typed around a question: forms of address, how one asks to be told, what one is at work on, thanks.

In: "Em ơi, tra giúp chị xem hạn nộp là ngày nào, trả lời ngắn gọn nhé". Out: "hạn nộp là ngày nào".
All that reads the question reads it without them: as words of a subject they would be looked for in the plans.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.spelling import match_key, undiacritise

__all__ = ["without_courtesy"]

_MARKED = frozenset(
    (
        "tôi mình tớ tui chúng bên anh chị cô chú bác bạn các mọi người cả nhà đồng chí trợ lý lí ơi à ạ này dạ vâng chào kính cảm ơn hỏi biết được phép chút tí xíu thăm nhờ thêm là rằng "
        "với gấp xin muốn cần đang vừa mới sắp phải vui lòng làm hãy có thể giúp hộ giùm dùm tìm kiểm nói trả lời chỉ sếp thủ trưởng lãnh đạo soạn viết chuẩn bị hoàn thiện tổng hợp dự thảo "
        "báo cáo tờ trình công văn bản kế hoạch bài phát biểu luận giấy thông nhé ngắn gọn rõ ràng cụ chính xác đầy đủ thật trích dẫn nguyên nguồn kèm "
        "tóm tắt luôn ngay nhiều thôi gì nào mấy bao nhiêu giờ lâu đâu rất"
    ).split()
)
"""Words of the patterns below as they are written with marks: no other marked word is folded into them ("cho hội", "chi trả")."""
_I = r"(?:chung toi|chung em|ben em|ben minh|toi|minh|em|e|to|tui|anh|chi|me|us)"
_YOU = r"(?:anh chi|anh/chi|cac ban|moi nguoi|ca nha|tro l[yi]|dong chi|em|e|anh|chi|a|c|ac|ban|bac|co|chu|mn|admin|ad|bot)"
_CHIEF = r"(?:sep|thu truong|lanh dao)"
_WORK = r"(?:bao cao|to trinh|cong van|van ban|du thao|ke hoach|bai phat bieu|tham luan|slide|giay moi|thong bao|bai)"
_HELP = r"(?:giup|ho|gium|dum)"
_LOOK = r"(?:tra loi|tra cuu|tra|tim|kiem tra|check|xem|coi|noi|chi)"
_LITTLE = r"(?: (?:mot chut|chut|ti|xiu|tham|nho|them|la|xem|rang|voi|gap|ro))*"
_TO_KNOW = r"(?:hoi|biet)(?! (?:y|nhan|cong|dap|thi)\b)"
"""To ask, to know; no part of a longer word ("hỏi ý kiến", "hỏi đáp")."""
_OPENING_RE = re.compile(
    r"\W*(?:(?:da|vang|alo) )?(?:"
    + "|".join(
        (
            rf"(?:da|vang|alo|hi|hello|hey|oke?|(?:(?:em|toi|minh|xin|kinh) )?chao|(?:xin )?cam on|thanks?)(?: {_YOU})?(?: (?:nhieu|nhe|a|rat nhieu))*(?=\s*[,.!;:])",
            rf"(?:chao )?{_YOU} (?:oi|(?:a|nay)(?=\s*[,:]))",
            rf"(?:{_YOU} (?:nao biet (?:thi )?)?|nho {_YOU} |{_I} |ai biet (?:thi )?)?(?:vui long |lam on |hay |xin |co the )*(?:{_LOOK} )?cho (?:phep )?(?:(?:{_I}|a|c) )?(?:xin )?(?:duoc )?{_TO_KNOW}{_LITTLE}",
            rf"(?:{_I} (?:dang )?(?:xin|muon|can)|xin) (?:duoc |phep )*{_TO_KNOW}{_LITTLE}|cho {_I} xin|{_I} hoi(?: (?:them|chut|ti|xiu|voi|xem|la|rang))+",
            rf"(?:nho )?(?:{_YOU} )?(?:vui long |lam on |hay |co the )*(?:{_LOOK} )?{_HELP} {_I}(?: {_LOOK})*{_LITTLE}",
            rf"(?:nho )?{_YOU} {_LOOK} {_HELP}(?: {_LOOK})*{_LITTLE}",
            rf"{_CHIEF} (?:{_I} )?(?:dang |vua |moi )*(?:can |muon )?{_TO_KNOW}{_LITTLE}",
            rf"(?:{_I}|{_CHIEF}) (?:(?:dang|sap|vua|can|phai) )+(?:soan|viet|lam|chuan bi|hoan thien|tong hop) (?:du thao )?{_WORK}(?: [^\W\d]+){{0,4}}?(?=\s*[,;.:])",
            r"(?:could|can|would|will) you (?:please |kindly )?(?:tell (?:me|us)|let me know|check|look up|find out|confirm)",
            r"(?:please|pls|kindly) (?:tell (?:me|us)|let me know|check|confirm)|(?:please|pls)(?=\s*,)",
            r"i(?:'d| would) like to know|i (?:want|need) to know|(?:do|would) you know(?= (?:who|what|when|where|which|how)\b)|quick question",
        )
    )
    + r")(?!\w)[\s,:;.!–-]*"
)
"""How a question is opened, folded."""
_ME = r"(?:tôi|toi|mình|minh|em|e|anh|chị|chi|tui|tụi em|bọn em)"
_SOFTLY = rf"(?:ạ|nhé|nhe|nhỉ|nghen|please|pls|thanks|thank you|(?:{_ME} )?c[aả]m [oơ]n(?: {_YOU})?(?: nhi[eề]u)?|{_YOU} (?:ơi|oi))"
_FOR_ME = rf"(?:gi[uú]p|hộ|giùm|dùm|gium)(?: {_ME}(?: (?:với|voi|cái))?| với| voi)"
_ASKED = "".join(f"(?<={word})|" for word in ("nao", "may", "gi", "dau", "nhieu", "gio"))
_SO = rf"(?:(?<!như)(?<!lại)(?<!làm)(?<!tại)(?<!,) (?:vậy|thế)|(?:{_ASKED[:-1]}) vay)(?: {_YOU}| chị| bạn)?"
_CLOSING_RE = re.compile(
    rf"(?:[\s,]+{_FOR_ME}(?: {_SOFTLY})*|{_SO}(?: ạ| a)?|[\s,]+{_SOFTLY}|(?<=vay) a)\W*$"
)
"""How a question is ended; with its marks, as most of these words without them are others ("ha", "nhà", "thể")."""
_ALOUD_RE = re.compile(rf"[\s,]+(?:hả|hở|hử|nha)(?: {_YOU}| chị| bạn)?\W*$")
_TOLD = frozenset(
    (
        "tra loi noi ngan gon nhanh ro rang cu the chinh xac day du that thoi trich dan nguyen van nguon kem theo tom tat giup ho gium dum cho toi minh em anh chi voi nhe nha a di luon "
        "gap ngay cam on nhieu xin hay nho can lam thanks thank you please pls briefly in short quote the passage source with"
    ).split()
)
_TELL_RE = re.compile(
    r"\b(?:tra loi|noi|trich|dan nguon|kem nguon|tom tat|cam on|giup|gap|thanks|thank|please|quote|briefly)\b"
)
_APART_RE = re.compile(r"[,.;:!?]\s|\s[(–-]|\s*\(")
_OPEN_RE = re.compile(
    r"\b(?:ai|gi|nao|may|bao nhieu|bao gio|bao lau|dau|sao|who|what|when|where|which|how)\b"
)
"""Words of an open question; in one that has none, "hả" is what asks."""
_WORD_RE = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=256)
def without_courtesy(question: str) -> str | None:
    """The question without what is typed around it, in its own words and with its question mark; None where there is nothing to leave out.

    >>> without_courtesy("Em ơi, tra giúp chị xem hạn nộp báo cáo quý là ngày nào, trả lời ngắn gọn nhé")
    'hạn nộp báo cáo quý là ngày nào'
    >>> without_courtesy("Tôi đang soạn báo cáo tuần, cho tôi biết ai chủ trì tiếp công dân vậy ạ?")
    'ai chủ trì tiếp công dân?'
    >>> without_courtesy("Could you please tell me who signs the plan?")
    'who signs the plan?'
    >>> without_courtesy("Sở Nội vụ báo cáo cho ai?"), without_courtesy("phải nộp trước 15/11 hả em?")
    (None, None)
    """
    key = match_key(question)
    folded = _WORD_RE.sub(lambda word: undiacritise(word[0]) if word[0] in _MARKED else word[0], key)
    if len(folded) != len(question):
        return None
    start = 0
    while (match := _OPENING_RE.match(folded, start)) and match.end() < len(folded):
        start = match.end()
    end = _end(key, folded, start)
    if _WORD_RE.search(folded, start, end) is None or (start, end) == (0, len(question)):
        return None
    return question[start:end] + "?" * ("?" in question[end:])


def _end(key: str, folded: str, start: int) -> int:
    """Where the question ends: before what only asks to be told, and in what manner."""
    end = len(key)
    while True:
        said = key[start:end]
        aloud = not key.isascii() and _OPEN_RE.search(undiacritise(said)) and _ALOUD_RE.search(said)
        if close := _CLOSING_RE.search(said) or aloud:
            end = start + close.start()
        elif (apart := [*_APART_RE.finditer(said)]) and _only_tells(folded[start + apart[-1].end() : end]):
            end = start + apart[-1].start()
        else:
            return end


def _only_tells(said: str) -> bool:
    """Whether a last clause only says how to answer, folded ("trich nguyen van giup em")."""
    words = _WORD_RE.findall(said)
    return _TELL_RE.search(said) is not None and _TOLD.issuperset(words)
