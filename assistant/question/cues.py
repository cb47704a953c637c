"""What kind of thing is asked for, told by the cue words of the question.

Patterns run on the folded question (lower case, no marks), letter for letter. Vietnamese and English stand
side by side; the first kind that matches wins, so the specific ones come first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.question.documents import DOC, DOC_BUT_PLAN, EN_DOC
from assistant.question.english import (
    BENEFIT,
    EN_BODY,
    ENGLISH_KINDS,
    ENGLISH_YESNO,
    without_lookalikes,
)
from assistant.question.two import COMPARES, DOUBTS
from ingest.spelling import match_key, undiacritise

__all__ = [
    "WHICH_BODY",
    "WHICH_ONES",
    "WITH_WHOM",
    "Cue",
    "asks_who",
    "cue_text",
    "find_cue",
    "find_kinds",
    "in_long",
]

_LONG_BODY = "co quan|don vi|(?<!ho )(?<!hoi )(?<!te )(?<!doi )(?<!ky )(?<!lieu )(?<!nghe )so|(?<!van )ban|phong|to chuc|cap|ben|dau moi|bo phan|doan the|nganh|dia phuong|luc luong|doanh nghiep|cong ty|benh vien|chi cuc|trung tam|thanh vien"
# "xã hội số nào", "chuyển đổi số nào" ask for no department ("sở").
_SHORT_BODY = "bo|hoi|cuc|vu|vien|uy ban|ubnd|huyen|xa|phuong|truong|nguoi|vi"
"""Heads that mean something else with another word behind them ("trường hợp nào", "bộ luật nào")."""
_TIME = "khi|luc|ngay|tuan|thang|quy|nam|gio|hom|dip"
WHICH_BODY = rf"\b(?:(?:{_LONG_BODY})(?: (?!(?:{_TIME})\b)[a-z]+)?|{_SHORT_BODY}) nao\b"
"""Folded: a body is asked for ("sở nào", "cơ quan chuyên môn nào"; not "tổ chức khi nào")."""
_EN_WHO = rf"\bwho(?:m|se)?\b(?! (?:can|could|ma_|is|are) (?:entitled|eligible|exempt\w*|allowed|covered|{BENEFIT})| (?:qualif|benefit)\w+| (?:do|does|did) [^?]*\bappl(?:y|ies)\b)"
_WHO = rf"(?:\bai\b|{WHICH_BODY}|\bla (?:dau|don vi nao|co quan nao)\b|{_EN_WHO}|(?:which|what) (?:[a-z]+ )?(?:{EN_BODY})\b(?! {EN_DOC}))"
WITH_WHOM = rf"\b(?:voi|cung|chung) (?:cac |nhung |may )?{_WHO}"
"""Folded: partners are asked for ("làm cùng sở nào")."""
WHICH_ONES = r"\bmay (?!gio|tieng|ngay|tuan|thang|nam|lan\b|muc|dieu)[a-z]+(?: [a-z]+){0,2} nao\b"
"""Folded: "mấy tỉnh nào" asks which they are, not how many."""
_WHICH_ONE = "".join(
    rf"(?<!\b{head} )"
    for head in "khi ngay thang nam luc gio quy dip gian diem han nguoi ai so bo ban phong quan vi the".split()
)
"""Before "nào" that asks for a document and not for a time or a body ("từ ngày nào", "cơ quan nào", "thế nào")."""
_NO_SO = "".join(
    f"(?<!{head} )" for head in ("kinh te", "doi", "xa hoi", "cong nghe", "chinh quyen", "ky nang")
)
_NO_BODY = "".join(f"(?<!{head} )" for head in "giao cho do voi qua cua nhung cac".split())
"""Before "so": "kinh tế số" is no number of anything, "giao sở nào" typed without marks asks for a body."""

_KINDS: tuple[tuple[str, str], ...] = (
    ("conflict", DOUBTS),
    ("compare", COMPARES),
    (
        "outline",
        r"\btom tat\b|noi dung (?:chinh|chu yeu) cua (?:ban )?(?:ke hoach|van ban)|(?:ke hoach|van ban)(?: nay| cua [^?]{2,40})? (?:noi|viet) ve (?:cai )?gi|\bsummar(?:y|ize|ise)\b|\boverview\b|what is the plan about",
    ),
    ("blank", r"(?:de|bo|con) trong\b|chua (?:ghi|dien|co so)|(?:left |is |are )?\bblanks?\b|not filled"),
    *ENGLISH_KINDS,
    (
        "signer",
        r"\bai (?:la nguoi )?(?:ky|sign)\b|nguoi ky\b|\bky ten\b|do ai ky|chuc (?:vu|danh) nguoi ky|who signe?[ds]?\b|signed by|\bsigner\b|\bsignatory\b",
    ),
    (
        "recipients",
        r"noi nhan|\b(?:cc|dong gui|dong kinh gui) (?:cho |toi |den |ve )?(?:nhung |cac )?(?:ai|dau|noi nao|bo nao|so nao|ban nao|co quan nao|don vi nao)\b|(?:ke hoach|\bkh) (?:nay |cua [^?]{2,40} )(?:duoc )?gui (?:cho |den |toi )(?:nhung )?(?:ai|bo nao|so nao|noi nao|co quan nao|dau)\b|gui (?:ban )?(?:kh|ke hoach)\b[^?]*cho (?:nhung )?(?:ai|bo nao|so nao|noi nao|co quan nao|dau)\b|gui (?:cho )?(?:nhung )?(?:ai|dau|noi nao|co quan nao)[^?]*(?:ke hoach nay|ban ke hoach)|ke hoach (?:nay )?(?:duoc )?gui (?:cho |den |toi )?(?:nhung )?(?:ai|dau|noi nao|co quan nao)|(?<!allowance )(?<!benefit )(?<!aid )(?<!grant )(?<!award )(?<!pension )(?<!welfare )(?<!support )(?<!loan )(?<!insurance )(?<!subsidy )(?<!assistance )\brecipients?\b(?! (?:should|must|will|shall|paid|who|with|without)\b)(?! of (?!(?:the|this|that) (?:plan|decision|document|directive|resolution|circular|copy)))|who (?:receives|gets) (?:(?:the|this) (?:plan|decision|document|directive|resolution|circular)|copies|a copy)",
    ),
    (
        "report_to",
        r"(?:bao cao|gui|nop|trinh|phan anh)(?: [a-z]+){0,8}? (?:(?:cho|ve|den|toi|len|qua|voi) )?(?:ai|dau|co quan nao|don vi nao|so nao|noi nao|cap nao|phong nao)\b|\bbao (?:cho )?ai\b|(?:qua|thong qua) (?:ai|dau|co quan nao|so nao|(?<!van )ban nao|phong nao|don vi nao|bo phan nao)|\bto whom\b(?![^?]*\bappl(?:y|ies)\b)|\bwho(?:m)? (?:do|does|did|should|must|will|shall)(?: [a-z]+){1,5} (?:report|send|submit|answer|hand)(?: [a-z]+){0,3} to\b|\breports? (?:go(?:es)? |sent |submitted |be sent )?to (?:who|which)|\bwhere (?:should|must|do|to)(?: [a-z]+){0,5} (?:send|submit|report)|through (?:whom|which)|who (?:receives|gets|collects)",
    ),
    (
        "reference",
        rf"{DOC_BUT_PLAN} (?:so may|so bao nhieu|so nao|nao|gi)\b|{DOC_BUT_PLAN}[^?]{{0,40}} (?:la )?(?:van ban )?so (?:may|nao|bao nhieu)",
    ),
    (
        "deadline",
        r"\bhieu luc\b[^?]*(?:nao|bao gio|when)|(?:take|come|comes|go)s? (?:in)?to (?:effect|force)",
    ),
    (
        "reference_date",
        rf"{DOC} (?:so )?\d[\w/.-]*[^?]*?(?:ngay nao|khi nao|bao gio|ngay may|nam nao|ngay thang nam)|{EN_DOC}[^?]*\b\d[\w/.-]*[^?]*(?:dated?|when)|(?:when|what date|date)[^?]*{EN_DOC}[^?]*\d+[-/]",
    ),
    (
        "letterhead_date",
        r"\b(?:(?<!phai )(?<!can )(?<!se )ban hanh|(?<!dang )(?<!dinh )(?<!chu )(?<!thoi )ky|(?<!dien )(?<!xay )(?<!dua )(?<!lam )(?<!dat )(?<!de )ra|(?<!thanh )lap)(?: ke hoach)?(?: nay)? (?:vao |tu )?(?:ngay nao|khi nao|bao gio|ngay may|ngay bao nhieu|thang nao|nam nao|hom nao)|ngay (?:ban hanh|ky|thang nam ban hanh)|(?:date|when)\b[^?]{0,40}\b(?:issued|promulgated|signed|of the plan|adopted)|\bissu(?:ed|e|ing) (?:date|when|on)",
    ),
    (
        "letterhead_number",
        rf"ke hoach\b(?:(?!{DOC_BUT_PLAN})[^?]){{0,70}}?{_NO_SO}{_NO_BODY}\bso (?:may|bao nhieu|nao|hieu|gi)\b|so(?:,| va)? (?:ky hieu|hieu)|{_NO_SO}\bso (?:van ban|ke hoach) |(?:plan|document) number|number of the (?:plan|document)|what number|which number",
    ),
    (
        "issuer",
        r"\b(?:ai|co quan nao|don vi nao|cap nao) (?:la co quan )?ban hanh|\bdo (?:ai|co quan nao) ban hanh|co quan ban hanh|cua ai ban hanh|who issued|issued by|which (?:agency|body) issued|issuing (?:agency|body)",
    ),
    (
        "count",
        r"(?:co |gom |neu |tong (?:cong|so) )(?:tat ca )?(?:bao nhieu|may) (?:chi tieu|muc tieu|nhiem vu|viec|muc|phan|dieu|chuong|khoan|phu luc|noi nhan|van ban|can cu|nhom|dau viec|cong viec|ke hoach|co quan|don vi|bao cao|giai phap|noi dung|dong|hang|y|diem)|how many (?:targets?|tasks?|sections?|parts?|documents?|recipients?|plans?|agencies|reports?|items?|rows?)",
    ),
    (
        "deadline",
        r"(?:bao nhieu|may) ngay\b|(?:within )?how many (?:working )?days",
    ),
    (
        "target",
        rf"chi tieu|muc tieu cu the|ty le|ti le|bao nhieu|(?!{WHICH_ONES})\bmay (?!gio|tieng|ngay|tuan|thang|nam|lan\b)[a-z%]+|phan tram|\btargets?\b|\bper ?cent(?:age)?\b|\bhow (?:many|much)\b|\brate\b",
    ),
    (
        "deadline",
        r"\bkhi nao\b|\bbao gio\b|\bhan (?:chot|nop|gui|bao cao|cuoi|hoan thanh|la|cua|de|cho|ban hanh|chot)?|\bthoi han\b|thoi gian (?:nao|thuc hien|hoan thanh|gui|nop|bao cao|to chuc)|ngay (?:nao|may|bao nhieu)|thang (?:nao|may)|(?<!phu )(?<!nang )(?<!nguon )(?<!dien )luc nao|cham nhat|muon nhat|truoc ngay\b|may lan|\bdeadlines?\b|\bwhen\b|\bdue\b|by what (?:date|time)|which month|how often|what date",
    ),
    (
        "coordinate",
        rf"{_WHO}[^?]*(?:phoi hop|\bcoordinat\w+|\bcung (?:di|lam|tham gia|voi)\b|\b(?:di|lam|tham gia) cung\b|\bhelps? (?:them|it|out)\b|\bassists?\b|\bsupports?\b|\bworks? (?:together )?with\b|\balongside\b)|phoi hop[^?]*{_WHO}|{WITH_WHOM}|\b(?:with|alongside) {_WHO}|co quan phoi hop|don vi phoi hop|coordinat\w+ (?:agenc\w+|with who\w*)|with whom",
    ),
    ("advise", rf"{_WHO}[^?]*(?:tham muu|\badvis\w+)|co quan tham muu"),
    (
        "duties",
        r"(?:phai |can |se |duoc giao |co )?(?:lam|thuc hien|trien khai) (?:nhung )?(?:viec |nhiem vu )?(?:gi|nao|nhung gi)\b|(?:nhung )?nhiem vu (?:gi|nao|cua)|(?:co |nhung |cac )?(?:trach nhiem|nhiem vu)\b(?! la ai)|duoc giao (?:nhung )?(?:gi|viec gi|viec nao|nhiem vu)|(?:chu tri|phoi hop|tham muu) (?:nhung |cac )?(?:viec|nhiem vu|noi dung|muc|cong viec|gi)(?: gi| nao)?|nhung (?:viec|noi dung)\b|\bco (?:nhung |cac )?(?:phan |cong )?viec (?:gi|nao)\b|lo (?:nhung )?(?:viec )?gi|(?:phu trach|dam nhiem|dam trach) (?:nhung |cac )?(?:viec |nhiem vu |mang |noi dung |phan )?(?:gi|nao)\b|what (?:must|does|should|is|are|do|has|have)\b[^?]*\b(?:do|lead|coordinate|responsible for|in charge of|responsibilit\w+|duties|tasks?)\b|\b(?:tasks?|duties|duty|responsibilit\w+|assignments?) (?:of|for|does|assigned)|what (?:tasks|duties)",
    ),
    (
        "lead",
        rf"{_WHO}|\bchu tri\b|(?:nguoi|co quan|don vi) (?:chu tri|phu trach|chiu trach nhiem|dau moi)|giao cho\b|\bin charge\b|\bresponsible for\b|\bleads?\b|lead agency",
    ),
    (
        "reference",
        rf"can cu (?:phap ly|vao|theo|nao|gi|nhung)?|co so phap ly|(?:theo|dua vao|dua tren) {DOC}(?: nao| so may| gi)|{DOC} (?:nao|so may|so bao nhieu|gi)\b|{DOC}(?: so)? \d[\w/.-]*|thuc hien theo (?:dau|van ban)|legal bas[ie]s|which {EN_DOC}|what (?!documents? (?:must|should|does|do|are|is|has|have|make)\b){EN_DOC}|{EN_DOC} (?:no\.?|number) ?\d|{EN_DOC} \d+[-/]|based on (?:which|what)|implements? (?:which|what)|parent plan",
    ),
    (
        "section",
        r"\b(?:muc|phan|dieu|chuong|diem|khoan|phu luc) (?:so )?(?:[ivx]+|\d+(?:\.\d+)*|[a-z])\b(?!,\d)(?=[^?]*(?:noi|gom|ve|quy dinh|neu|noi dung|co|la) ?(?:gi|nhung|nao)?)|\b(?:section|part|article|annex|appendix) \(?(?:[ivx]+|\d+(?:\.\d+)*)\b",
    ),
    (
        "list",
        rf"\bliet ke\b|{WHICH_ONES}|(?:nhung|cac) [\w ]{{2,40}} (?:nao|gi)\b|\bgom (?:nhung )?(?:gi|ai|nao)\b|\blist\b|\bwhat are\b|\bwhich\b",
    ),
)
# Words that only perhaps speak for a kind: such a reading is tried after the others.
_PERHAPS: tuple[tuple[str, str], ...] = (
    (
        "signer",
        r"(?<!dinh )(?<!cung )(?<!chu )(?<!thoi )\bky\b(?! (?:hop|bao cao|nay|truoc|sau|ket))[^?]*\b(?:ai|ten|nao)\b|\b(?:ai|nao|ten)\b[^?]*(?<!dinh )(?<!cung )(?<!thoi )\bky\b|(?:chu tich|giam doc|bi thu|thu truong|bo truong|truong ban|thu tuong|chuc danh|chuc vu|lanh dao)\b[^?]*\bky\b|\bdo (?:ong|ba|dong chi|d/c|anh|chi)\b[^?]*(?<!dinh )(?<!thoi )\bky\b|\bsign(?:s|ed|er|atory)?\b",
    ),
    (
        "recipients",
        r"^(?:ke hoach|kh|quyet dinh|chi thi|nghi quyet|van ban)\b[^?]*\b(?:gui|bao cao)\b(?! (?:nam|quy|thang|\d))[^?]*\b(?:ai|dau|noi|bo|so|co quan|don vi|ben) nao|^(?![^?]*\bbao cao\b)[^?]*\bgui\b[^?]*\b(?:ai|dau|noi|bo|so|co quan|don vi|ban|nhung)\b[^?]*|\bnhan (?:ban )?(?:ke hoach|van ban|quyet dinh)|(?:sent|copied|addressed) to|\b(?:get|gets|receive|receives)\b",
    ),
    (
        "reference",
        rf"(?:thuc hien|trien khai|theo|thay the|thay cho|trinh|bang|cu the hoa)\b[^?]*{DOC}|{DOC}[^?]*(?:so may|so nao|{_WHICH_ONE}nao|so bao nhieu)|to trinh|thay (?:the|cho)",
    ),
    (
        "deadline",
        r"bao lau|(?:may|bao nhieu) (?:gio|tieng|ngay|thang|tuan|nam|lan)\b|ngay (?:may|bao nhieu|nao)|(?:nam|giai doan|quy|tuan|hom) nao|luc may|truoc (?:ngay|khi|may)|\bxong\b|ket thuc|bat dau|tu ngay|den ngay|tan suat|how (?:long|soon|often)|\bby (?:when|what)|which (?:day|date|month|quarter)",
    ),
    (
        "lead",
        r"\b(?:own|owns|run|runs|handles?|organi[sz]es?)\b|\bgiao\b|phu trach|thuong truc|dau moi|chu quan",
    ),
    (
        "target",
        r"\bbao nhieu\b|\bmay\b|toi thieu|toi da|it nhat|how (?:many|much|long)|minimum|maximum|share|\d+ ?(?:%|phan tram)",
    ),
    ("count", r"(?:co|gom|chia|thanh|tat ca|tong)\b[^?]*\b(?:may|bao nhieu)\b|how many"),
    ("list", r"\bnhung\b|\bcac\b|\bgi\b|\bnao\b|liet ke|\bwhich\b|\bwhat\b"),
)
# Cue words whose letters without marks are also common other words: only these forms are the cue.
_CUE_FORMS = {
    "dau": {"đâu"},
    "chua": {"chưa", "chửa"},
    "may": {"mấy"},
    "luong": {"lương"},
    "ai": {"ai"},
    "han": {"hạn"},
    "ky": {"ký", "kỳ"},
    "gi": {"gì"},
    "nao": {"nào"},
    "sao": {"sao"},
    "lo": {"lo"},
    "muc": {"mục", "mức"},
    "phan": {"phần", "phản"},
    "dieu": {"điều"},
    "ben": {"bên"},
    "gom": {"gồm"},
}
_WHO_RE = re.compile(_WHO)
_COMPILED_PERHAPS = tuple((kind, re.compile(pattern)) for kind, pattern in _PERHAPS)
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_ASKS = r"\b(?:bao nhieu|(?:khi|ngay|thang|quy|nam|luc|gio|the) nao|bao gio|gi|may)\b"
"""Words of an open question: "làm từ ngày nào, có trùng không" asks for more than yes or no."""
_YESNO_RE = re.compile(
    rf"^(?![^?]*{_ASKS})[^?]*\b(?:khong|chua)(?: (?:a|vay|the|nhi|em|anh|nhe|ha|ban|ad))*\s*\??\s*$|"
    r"co phai\b|phai khong\b|dung khong\b|dung chu\b|\bco dung la\b|^(?:is|are|does|do|did|must|has|have|was|were|should|will|can) (?:the|a|an|it|there|this|that|every|each|all|any)\b|right\?$|correct\?$"
    rf"|{ENGLISH_YESNO}"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """The kind, and whether yes or no is expected."""

    kind: str
    yesno: bool


# The commonest short forms; cue words are looked for in their long ones.
_SHORT = {
    "kh": "ke hoach",
    "nv": "nhiem vu",
    "vb": "van ban",
    "qd": "quyet dinh",
    "nq": "nghi quyet",
    "ko": "khong",
    "k": "khong",
    "bn": "bao nhieu",
    "bnhieu": "bao nhieu",
    "bao nhiu": "bao nhieu",
    "bi nhieu": "bao nhieu",
    "j": "gi",
    "ntn": "nhu the nao",
    "dc": "duoc",
    "tg": "thoi gian",
    "cq": "co quan",
    "dv": "don vi",
    "bc": "bao cao",
    "dl": "deadline",
}
_SHORT_RE = re.compile(rf"(?<![\w/-])(?:{'|'.join(_SHORT)})(?![\w/-])")


@lru_cache(maxsize=1024)
def cue_text(question: str) -> str:
    """Fold a question for cue matching, but leave words that only without marks look like a cue.

    >>> cue_text("đầu tư máy móc ở đâu"), cue_text("hạn nộp là ngày mấy")
    ('đầu tu máy moc o dau', 'han nop la ngay may')
    """
    return re.sub(r"[^\W\d_]+", lambda match: _fold_cue(match[0]), match_key(without_lookalikes(question)))


def _fold_cue(word: str) -> str:
    plain = undiacritise(word)
    return plain if word == plain or word in _CUE_FORMS.get(plain, {word}) else word


def in_long(folded: str) -> str:
    """The commonest short forms of chats and notes in full.

    >>> in_long("kh nay can bn tien")
    'ke hoach nay can bao nhieu tien'
    """
    return _SHORT_RE.sub(lambda match: _SHORT[match[0]], folded)


def asks_who(folded: str) -> bool:
    """Whether somebody is asked for ("ai", "sở nào", "which agency")."""
    return _WHO_RE.search(folded) is not None


def find_kinds(folded: str) -> tuple[str, ...]:
    """Every kind that some cue speaks for, the most specific first; () when no cue says anything.

    >>> find_kinds("so nao chu tri va han nop bao cao la khi nao")
    ('deadline', 'lead', 'list')
    """
    folded = in_long(folded)
    found = (*_met(folded), *(kind for kind, pattern in _COMPILED_PERHAPS if pattern.search(folded)))
    return tuple(kind for kind in dict.fromkeys(found) if not (kind == "target" and asks_who(folded)))


@lru_cache(maxsize=256)
def _met(folded: str) -> tuple[str, ...]:
    """The kinds whose cues a question has, the most specific first."""
    return tuple(kind for kind, pattern in _COMPILED if pattern.search(folded))


def find_cue(folded: str) -> Cue:
    """Tell what is asked for; "passage" when no cue says more.

    >>> find_cue("ai chu tri tong hop bao cao").kind, find_cue("han nop bao cao quy cua ha giang").kind
    ('lead', 'deadline')
    >>> find_cue("so noi vu phai lam gi").kind, find_cue("what must thanh tra tinh do?").kind
    ('duties', 'duties')
    >>> find_cue("co phai so noi vu chu tri khong").yesno
    True
    >>> find_cue("xa phai ban hanh ke hoach truoc ngay nao").kind
    'deadline'
    """
    folded = in_long(folded)
    yesno = _YESNO_RE.search(folded) if not _WHO_RE.search(folded) else None
    who = asks_who(folded)
    return Cue(next((k for k in _met(folded) if not (k == "target" and who)), "passage"), yesno is not None)
