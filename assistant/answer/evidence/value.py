"""Whether an answer has the sort of value at all that a question wants: a time, a name, a sum of money.

An answer may quote the right place and yet not have what was asked. Where its whole text has no such thing, it is
no answer, however near it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.evidence.persons import asks_firm, named_firm
from assistant.answer.evidence.strangers import UPPER
from assistant.answer.evidence.units import coverage
from assistant.grams import gram_set
from assistant.knowledge import Unit
from assistant.question.cues import cue_text
from assistant.question.naming import fold
from assistant.question.sort import asked_sort, asked_words
from assistant.question.understand import Need
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.language.patterns import NUMBER_RE

__all__ = [
    "amount_apart",
    "has_amount",
    "holds_sort",
    "names_person",
    "no_sum",
    "office_asked",
    "office_holder",
    "result_lacking",
    "value_lacking",
]

_TIME_RE = re.compile(
    r"\d{1,2}/\d|\bthang (?:\d|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi|gieng|chap|cuoi)|\bngay (?:\d|lam|ky|ban hanh|cuoi)"
    r"|\bquy (?:[ivx]+|\d|cuoi)\b|\bnam \d|\d ?(?:gio|ngay|thang|nam|tuan|h)\b|\b(?:hang|moi) (?:ngay|tuan|thang|quy|nam)"
    r"|dinh ky|giai doan|(?:thoi (?:gian|han|diem)|theo) [^.;\n]*huong dan|cho den khi|thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat|thuong xuyen"
    r"|\bkhi\b|\b(?:20|19)\d\d\b|\bdip\b|ky hop|\d ?h\d\d|theo van ban|hang ngay|\d lan\b|lien tuc|\bngay \w+ (?:nhan|co)\b"
)
"""Any way in which a text says when, folded."""
_SURNAME = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Trịnh|Mai|Lương|Tô|Hà|Trương|Cao"
    "|Lò|Lường|Vàng|Giàng|Sùng|Thào|Mùa|Vi|Bế|Nông|Hoàn|Triệu|Quách|Tạ|Chu|Châu|Thái|Tống|Lâm|La|Kiều|Đoàn|Doãn|Phùng|Đàm"
    "|Khổng|Lại|Ma|Mạc|Nghiêm|Tăng|Từ|Văn|Viên|Hầu|Cư|Hạng|Lầu|Mã|Tẩn|Phàn|Chảo|Cầm|Quàng|Tòng|Điêu|Đèo|Y|H'|Rơ|Ksor|Siu|Thạch|Sơn|Danh|Kim"
)
"""The common ones of the Kinh and of the peoples of the uplands and the delta."""
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
_RESULT_ASKED_RE = re.compile(
    r"\bhien (?:co|nay|tai|dang|con)\b|(?<!thuc )(?<!phat )(?<!the )(?<!xuat )(?<!bieu )\bhien (?!dai|truong|vat|thuc|hanh|trang)[^?]*bao nhieu|\bdang co\b|\bda (?:giai quyet|co|lam|hoan thanh|thuc hien|dat|xu ly|bat|cap|xay)\b"
    r"|bao nhieu [^?]*(?<!to )\broi\b(?: (?:nhi|a|vay|the))?\W*$|\btinh den (?:nay|het|thoi|cuoi nam ngoai)|\bden nay\b|nam ngoai|nam truoc|\bcurrently\b|\bso far\b|last year|how many [^?]*\bwere\b|thu duoc bao nhieu"
)
"""What is or was: a plan that says what shall be does not tell it."""
_RESULT_RE = re.compile(
    r"\bhien (?:co|nay|tai|dang|con|tren)\b|\bda\b|\bdang co\b|tinh den|den nay|cuoi nam|dau nam 20|ket qua|\buoc\b|ghi nhan|khao sat|xay ra"
    r"|\bnam (?:20\d\d|ngoai|truoc)\b[^;.]*\bco\b|\bco \d|toan (?:tinh|xa|phuong|truong|thanh pho|huyen|nganh)"
)
_PRICE = r"(?<!quoc )(?<!tham )(?<!chuyen )(?<!tri )(?<!danh )(?<!dinh )(?<!co )\b(?:don )?gia\b(?! (?:tri|dinh|tang|nhap|cong|han|suc|cam|thanh|dich|lang|dau|nua|khoan|dat|cac))"
"""A price, folded, and no part of another word ("đánh giá", "gia đình")."""
_MONEY_ASKED_RE = re.compile(
    r"bao nhieu (?:tien|dong|kinh phi|von|ty|trieu|nghin)\b|\bmay (?:tien|dong(?! chi)|ty|trieu|tram|nghin|chuc)\b"
    rf"|(?:\b(?:kinh phi|ngan sach|so tien|tong von|von dau tu|muc chi|du toan|thu lao|phu cap|tro cap|le phi|hoc phi|tien thuong|muc ho tro|muc phat)\b|{_PRICE})"
    r"[^?]*\bbao nhieu\b(?! (?:phan tram|%|nguoi|don vi|ngay|thang|nam|lan|gio|muc|noi dung))"
    r"|how much (?:money|funding|budget)|how much (?:is|are|does|do|will)\b[^?]*\b(?:paid|pay|cost|earn)\b|\bbudget in\b|(?:what is|size of) the (?:total )?budget|interest rate"
)
_SUM = r"\d\s*(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng|đ|VNĐ|VND|USD)(?!\w)|(?:nghìn|triệu|tỷ) đồng|(?i:kinh phí|vốn|ngân sách|tiền|mức)[^;.:]{0,40}: ?\d"
_SUM_RE, _MONEY_RE = re.compile(_SUM), re.compile(rf"{_SUM}|%")
"""A sum in words or in a column of sums; a share of one ("10% quỹ lương") tells it too."""
_SUM_ASKED_RE = re.compile(
    r"^(?![^?]*(?:\btoc do|\bty (?:le|trong)|phan tram|%|\bai\b|\bnao\b|\bgi\b))[^?]*\b(?:kim ngach|doanh thu|tri gia|gia tri (?:xuat khau|san xuat|san pham))\b"
    r"|bao nhieu (?:tien|dong|ty|trieu|nghin)\b|\bmay (?:tien|dong(?! chi)|ty|trieu|tram|nghin|chuc)\b|in vnd|how much money|budget in\b|total budget|how much (?:is|will|does)[^?]*\b(?:budget|cost)\b"
    r"|(?<!tang )(?<!% )\b(?:thu|chi) (?:dau tu|thuong xuyen|ngan sach|noi dia|can doi|nsnn|nsdp|su nghiep)\b[^?]*\bbao nhieu\b(?! (?:phan tram|%))"
    r"|\b(?:ngan sach|kinh phi|nha nuoc)\b[^?,]* chi (?:ra |het |khoang )?bao nhieu\b(?! (?:phan tram|%|cho moi|mot))"
    r"|\b(?:thu lao|phu cap|tro cap|le phi|hoc phi|tien thuong|muc ho tro|muc phat|tong von|tong kinh phi|thu ngan sach)\b[^?]*\bbao nhieu\b(?! (?:phan tram|%))"
    r"|\bphat tien (?:o |toi |den )?(?:muc nao|bao nhieu)\b"
)
"""A sum and not a share of one."""
_RATE_ASKED_RE = re.compile(
    r"\b(?:thu lao|phu cap|tro cap|le phi|hoc phi|tien thuong|muc ho tro)\b[^?]*\bbao nhieu\b(?! (?:tien|dong|ty|trieu|nghin)\b)"
)
_RATE_RE = re.compile(
    r"(?i)%(?: [^\W\d_]+){0,3} (?:mức (?:thu|đóng|lương)|lương|tiền|giá|lệ phí|học phí)(?!\w)"
)
"""What may be told as a share of a sum of money: "hỗ trợ học phí bằng 70% mức thu", "phụ cấp 30% mức lương"."""
_SUM_CELL_RE = re.compile(r"(?i)(?:đồng|usd|tỷ)\W{0,3}:? ?\d|(?<!\w)S?TT: .*: ?\d")
"""A column of sums, or a row whose table says the unit elsewhere."""
_OTHER_MEASURE_RE = re.compile(r"%|\d ?(?:tấn|tạ|kg|ha|héc ta|m2|m3|km2?|lít|con|người|hộ|lượt)(?!\w)")
"""A share, a weight, an area, a head count: no sum of money."""
_MOST_ASKED_RE = re.compile(r"\b(?:toi da|nhieu nhat|khong qua|maximum|at most)\b")
_LEAST_ASKED_RE = re.compile(r"\b(?:toi thieu|it nhat|khong duoi|minimum|at least)\b")
_MOST_TOLD_RE = re.compile(r"(?i)(?<!\w)(?:tối đa|nhiều nhất|không quá|không vượt quá)(?!\w)|trở xuống")
_LEAST_TOLD_RE = re.compile(r"(?i)(?<!\w)(?:tối thiểu|ít nhất|không dưới)(?!\w)|trở lên")
"""Bounds in a question and in a short answer."""
_NO_AMOUNT_RE = re.compile(
    r"(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Nn]ăm|(?<!trong )[Ss]ố(?: \d+,)*|[Bb]iểu|[Pp]hụ lục|[Gg]iai đoạn|[Nn]gày|[Tt]háng|[Qq]uý|TT:|section|row|annex|dòng) ?\d[\d/.-]*(?:(?<=/)[A-ZĐ][\w/-]*)?"
    r"|\d{1,2} năm (?=(?:19|20)\d\d)|\d{1,2}/\d{1,2}/\d{4}|(?m:^\W*(?:\d+(?:\.\d+)*|[a-zđ])[.)]\s)|\d+/[\w/-]*[A-ZĐ]|\b(?:19|20)\d\d\b|\d+-[A-ZĐ]"
)
"""Digits that number, date or name something."""
_AMOUNT_RE = re.compile(r"\d|(?<!\w)(?i:một|hai|ba|bốn|sáu|bảy|tám|chín|mười|toàn bộ|tất cả|nửa)(?!\w)")
_NAMES_BY_NUMBER_RE = re.compile(r"\bso (?:may|bao nhieu|nao)\b|\bmay dieu|number (?:is|of)")
"""A number that names a document, folded; no amount."""
_CLOCK_ASKED_RE = re.compile(
    r"(?<!trong )(?<!toi da )(?<!sau )\b(?:luc |vao )?may gio\b|\bgio nao\b|what (?:time|hour)\b"
)
_CLOCK_RE = re.compile(r"(?i)\d ?(?:giờ|h)(?![^\W\d_])|\d{1,2}:\d\d(?!\d)|giờ (?:làm việc|hành chính)")
"""An hour of the clock, asked for (folded) and told."""
_PERCENT_ASKED_RE = re.compile(r"\b(?:bao nhieu|may) ?(?:phan tram|%)|\bwhat percent")
_PERCENT_RE = re.compile(
    r"(?i)%|phần (?:trăm|nghìn)|tỷ lệ|tỉ lệ|toàn bộ|tất cả|(?<![\d/])\d{1,2}/\d{1,2} (?:số|tổng)"
)
"""A share of a hundred, asked for (folded) and told; a column of shares says so in its head."""
_YEAR_ASKED_RE = re.compile(r"\bnam nao\b|\bwh(?:at|ich) year\b")
_YEAR_RE = re.compile(r"(?<![\d/])(?:19|20)\d\d(?!\d|/[A-ZĐ])")
"""A year, asked for (folded) and told: no part of a document's symbol."""
_COUNTING = frozenset({"count", "listing", "facts", "which_plans", "both", "bodies"})
"""Sorts of evidence whose amount may be how much they tell, or that are made of several answers."""
APART = 0.5
"""Share of what the whole evidence says of the subject that a place with an amount must say (see ``amount_apart``)."""
LITTLE = 0.4
"""Share of the subject below which evidence says next to nothing of it."""
_OF_TEXT_RE = re.compile(
    r"(?:may|bao nhieu) (?:dau )?(?:viec|nhiem vu|noi dung|muc|giai phap|nhom|chi tieu|buoc|dieu|phan|y)\b"
)
"""What a text is made of, which the answer itself counts."""
READ = 12


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question (folded) asks for, read off it once for all its candidates."""

    person: bool
    firm: bool
    money: bool
    total: bool
    """A sum of money and no share of one."""
    rate: bool
    """A sum that may be told as a share of another."""
    office: str
    """The words that ask who holds an office; "" where none do."""
    names: bool
    """Whether a number that names a document is asked for, and no amount."""
    of_text: bool
    result: bool
    clock: bool
    percent: bool
    year: bool


@lru_cache(maxsize=64)
def _asked(folded: str) -> _Asked:
    office = _OFFICE_ASKED_RE.search(folded)
    return _Asked(
        person=bool(_PERSON_ASKED_RE.search(_THING_NAMED_RE.sub(" ", _COUNTED_NAMED_RE.sub(" ", folded)))),
        firm=asks_firm(folded),
        money=bool(_MONEY_ASKED_RE.search(folded)),
        total=bool(_SUM_ASKED_RE.search(folded)),
        rate=bool(_RATE_ASKED_RE.search(folded)),
        office=office[0] if office else "",
        names=bool(_NAMES_BY_NUMBER_RE.search(folded)),
        of_text=bool(_OF_TEXT_RE.search(folded)),
        result=bool(_RESULT_ASKED_RE.search(folded)),
        clock=bool(_CLOCK_ASKED_RE.search(folded)),
        percent=bool(_PERCENT_ASKED_RE.search(folded)),
        year=bool(_YEAR_ASKED_RE.search(folded)),
    )


def value_lacking(need: Need, told: str, bold: str) -> bool:
    """Whether the sort of thing that is asked for stands nowhere in an answer.

    ``told`` is all that it says and quotes, ``bold`` its short answer: of a sum, that must be one.
    """
    if need.yesno:
        return False
    asked = _asked(asked_words(need))
    return bool(
        (asked.person and not (_PERSON_RE.search(told) or _held_by_a_post(cue_text(need.asked), told)))
        or (asked.firm and named_firm(told) is None)
        or (asked.money and not _MONEY_RE.search(told))
        or (asked.clock and not _CLOCK_RE.search(told))
        or (asked.percent and not _PERCENT_RE.search(told))
        or (asked.year and not _YEAR_RE.search(told))
        or (asked.office and not _office_held(cue_text(need.asked), told))
        or (asked.total and not (_tells_sum(told, bold) or (asked.rate and _tells_rate(told, bold))))
        or (bold and _bounded_otherwise(cue_text(need.asked), bold))
        or (need.kind == "letterhead_number" and not NUMBER_RE.search(told))
    )


def _bounded_otherwise(asked: str, bold: str) -> bool:
    """Whether the most is asked for (folded) and the least is told, or the other way about.

    >>> _bounded_otherwise("duoc nghi toi da may buoi", "tối thiểu 80%"), _bounded_otherwise("toi da may buoi", "không quá 05 buổi")
    (True, False)
    """
    most, least = (sign.search(asked) is not None for sign in (_MOST_ASKED_RE, _LEAST_ASKED_RE))
    above, below = (sign.search(bold) is not None for sign in (_LEAST_TOLD_RE, _MOST_TOLD_RE))
    return (most and not least and above and not below) or (least and not most and below and not above)


def names_person(text: str) -> bool:
    """Whether a text names a person.

    >>> names_person("Trưởng đoàn: Đ/c Lường Thị Nhung"), names_person("Trưởng đoàn: lãnh đạo Sở Nội vụ")
    (True, False)
    """
    return _PERSON_RE.search(text) is not None


def holds_sort(text: str, sort: str) -> bool:
    """Whether a text has something of the sort asked for at all, so that it cannot be said to leave it out.

    >>> holds_sort("Kinh tế số chiếm 45% GRDP", "number"), holds_sort("Kiện toàn tổ công nghệ số", "when")
    (True, False)
    """
    if sort == "number":
        return has_amount(text)
    return _TIME_RE.search(fold(text)) is not None if sort == "when" else bool(find_agencies(text))


@lru_cache(maxsize=16_384)
def has_amount(text: str) -> bool:
    """Whether a text says how many of something, not only numbers that name or date.

    >>> has_amount("theo khoản 2 Điều 5 Quyết định số 12/QĐ-UBND năm 2026"), has_amount("mua 15 máy phun")
    (False, True)
    """
    return _AMOUNT_RE.search(_NO_AMOUNT_RE.sub(" ", text)) is not None


def office_asked(asked: str) -> str:
    """The office whose holder a question (folded) asks for; "" where it asks for none.

    >>> office_asked("ai la pho truong ban chi đao"), office_asked("ban chi đao gom nhung ai")
    ('pho truong ban', '')
    """
    named = re.findall(rf"(?:pho )?{_OFFICE}(?: thuong truc)?", _asked(asked).office)
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


def _office_held(asked: str, told: str) -> bool:
    """Whether a clause that says the office names somebody too, or another office ("Phó Chủ tịch làm Trưởng ban")."""
    office = re.findall(_OFFICE, _asked(asked).office)[-1]
    clauses = [clause for clause in _CLAUSE_RE.split(told) if office in fold(clause) or office in _ENGLISH]
    return any(
        _PERSON_RE.search(clause) or len(_OFFICES_RE.findall(clause)) > 1 or office_holder(asked, clause)
        for clause in clauses
    )


def _held_by_a_post(asked: str, told: str) -> bool:
    """Whether the leader of a body that a plan sets up is told by a post, and not even a name is asked for.

    >>> _held_by_a_post("ai lam truong doan", "Trưởng đoàn: đồng chí Phó Giám đốc Sở")
    True
    """
    appointed = _APPOINTED_RE.search(office_asked(asked)) and not re.search(
        r"\b(?:ten|ho ten|danh tinh)\b", asked
    )
    return bool(appointed) and any(office_holder(asked, clause) for clause in _CLAUSE_RE.split(told))


def no_sum(need: Need, value: str) -> bool:
    """Whether a sum of money is asked for and a value is told in another measure."""
    return _asked(cue_text(need.asked)).total and _otherwise_measured(value)


def _otherwise_measured(value: str) -> bool:
    return bool(_OTHER_MEASURE_RE.search(value)) and not _SUM_RE.search(value)


def _tells_sum(told: str, bold: str) -> bool:
    """Whether a sum of money stands in an answer, and no share or other measure in the place of its short answer."""
    return not _otherwise_measured(bold) and (_SUM_RE.search(told) or _SUM_CELL_RE.search(told)) is not None


def _tells_rate(told: str, bold: str) -> bool:
    """Whether a share of a sum of money stands in an answer, and no other measure in the place of its short answer.

    >>> _tells_rate("bằng 70% mức thu học phí", "70%"), _tells_rate("giảm 70% số hộ nghèo", "70%")
    (True, False)
    """
    return (not bold or "%" in bold) and _RATE_RE.search(told) is not None


def result_lacking(need: Need, units: Sequence[Unit]) -> bool:
    """Whether the question wants what is or was, and no clause with a number reports anything of the kind."""
    if asked_sort(need) != "number" or not _asked(cue_text(need.asked)).result:
        return False
    clauses = (clause for unit in units[:READ] for clause in re.split(r"[;.\n]", unit.text))
    return not any(has_amount(clause) and _RESULT_RE.search(fold(clause)) for clause in clauses)


def amount_apart(need: Need, source: str, units: Sequence[Unit], covered: float, *, counted: bool) -> bool:
    """Whether an amount is asked for and the places that hold one say little of the subject.

    ``covered`` is the share of the subject that the evidence says as a whole. A list of a body's duties may say all
    words of "Sở X có bao nhiêu biên chế", and "ít nhất 02 lần" of something else. Evidence that says next to nothing of
    it has no such amount at all, unless what is ``counted`` there is the thing asked about.
    """
    if asked_sort(need) != "number" or need.follows or source in _COUNTING or not need.terms:
        return False
    asked = _asked(cue_text(need.asked))
    if asked.names or asked.of_text:
        return False
    if covered < LITTLE and not (counted or need.spelling == "en"):
        return True
    shares = (
        coverage(need.terms, gram_set(f"{u.text} {u.heading}"), gram_set(u.context), gram_set(u.near))
        for u in units[:READ]
        if has_amount(u.text)
    )
    return max(shares, default=0.0) < APART * covered
