"""Whoever does a task by a plain verb and is named by common nouns: "trưởng ấp dẫn đường", "cô Lành dạy múa".

In: a clause and a place in it. Out: who stands there as the subject of a verb of doing, and where that verb begins. The
name begins with a noun of bodies, units, places or persons in charge and goes on to the first verb; a word that makes the
clause a description ("là", "được", "bị", "đã", "gồm") ends the search. A verb may be part of a unit's name ("Tổ tuần tra",
"đơn vị thu gom"): then the next one is its predicate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.facts.bodies.agencies import Agency, read_agencies
from ingest.facts.language.lexicon import LOWER, UPPER, either_tone
from ingest.facts.language.verbs import PREDICATE_RE, starts_plain
from ingest.spelling import spaced, spaced_re

__all__ = ["begins_name", "read_doer", "starts_doing"]

_MANY = spaced(
    rf"(?:(?i:(?:tất cả )?các|mỗi|từng|mọi|những|hai|ba|cả hai|(?!0?1\s)\d{{1,2}}(?-i:(?! [{UPPER}]))) )?"
)
# Units whose own names may begin with a verb.
_TEAM = spaced(
    r"tổ(?! chức)|đội(?! ngũ)|nhóm|đoàn(?= (?:kiểm|thanh|giám|công tác|liên|khảo|xác))|câu lạc bộ|ban(?! hành)|quỹ(?! (?:tiền|lương|thù lao|phúc|khen|dự phòng))|hội đồng"
)
_UNIT = spaced(
    r"đơn vị(?! (?:tính|đo)(?!\w))|cơ quan|cơ sở(?! (?:dữ|hạ|vật|pháp|lý|thực))|tổ chức|bộ phận|trung tâm|phòng(?!\s*,?\s*(?:chống|cháy|ngừa|học|bệnh|trừ|vệ))|lực lượng|doanh nghiệp|công ty|nhà thầu|điểm (?:tiếp|trực|giao)"
)
_BODY = spaced(
    r"sở|khoa(?! học)|xã đoàn|nhà (?:chùa|thờ|xe)|đại lý|siêu thị|(?:ủy|uỷ) ban(?: kiểm tra(?!\w))?|ubnd|văn phòng|chi nhánh|phòng giao dịch|công an|thanh tra (?:giao thông|xây dựng|lao động|y tế|môi trường|chuyên ngành|sở|nhân dân)|chi hội|phân hội|hội(?! (?:nghị|thi|thảo|chợ|viên|trường|đồng))|chi đoàn|liên đoàn|liên minh|công đoàn|đoàn (?:thanh|trường|xã|phường)|viện|trường(?! hợp)|nhà trường|bệnh viện|trạm(?! (?:bơm|biến))|chi cục|cục|hạt kiểm|đồn biên"
    r"|xí nghiệp|nhà máy|hợp tác xã|tổ hợp tác|ngân hàng|kho bạc|bưu điện|bảo tàng|thư viện|nhà văn hóa|nhà thiếu nhi|đài (?:phát|truyền|khí)|mặt trận|đảng (?:ủy|uỷ|bộ)|chi bộ|chi (?:ủy|uỷ)|cấp (?:ủy|uỷ)|tiểu ban|xã(?! hội)|phường|thị trấn|đặc khu|thôn|ấp|khu phố|(?:tổ|khu) dân (?:phố|cư)"
    r"|địa phương|đoàn thể|dân quân|bảo hiểm xã hội|hiệp hội|chợ(?= [A-ZĐ])"
)
_PERSON = spaced(
    r"(?:phó )?(?:trưởng (?:đoàn(?: (?:kiểm tra|thanh tra|kiểm toán|giám sát)(?!\w))?|ban(?: kiểm soát(?!\w))?(?! [cC]hỉ đạo\s*(?:[;,.]|$))|nhóm|thôn|ấp|bản|buôn|khu phố|khu|phòng|trạm|khoa|ca)|tổ trưởng|đội trưởng|lớp trưởng|nhóm trưởng|thuyền trưởng|chi hội trưởng|chủ nhiệm|(?:tổng )?giám đốc|chủ tịch|bí thư|hiệu trưởng|viện trưởng|chánh (?:văn phòng|thanh tra))"
    r"|giáo viên|giảng viên|nhân viên|cán bộ|công chức|viên chức|đảng viên|thành viên(?: (?:hội đồng|ban) (?:quản (?:lý|trị)|kiểm soát|thành viên))?"
    r"|ủy viên|uỷ viên|báo cáo viên|tuyên truyền viên|cộng tác viên|tình nguyện viên|(?:thanh tra|kiểm lâm|kiểm soát|kiểm sát|huấn luyện"
    r"|biên tập|điều tra|hòa giải|giám sát|giám định|phóng|phát thanh|liên lạc) viên|nghệ nhân|thư ký|tiểu thương|kỹ sư|kiến trúc sư|luật sư"
    r"|trọng tài|già làng|nhà (?:cung cấp|thầu|tài trợ|sản xuất|vườn|khoa học|đầu tư)|hướng dẫn viên|(?<!chính,\s)kế toán(?: trưởng)?|thủ quỹ|văn thư|thủ thư|bảo vệ (?:trường|cơ quan|chợ)"
    r"|bác sĩ|điều dưỡng(?: trưởng)?|y sĩ|dược sĩ|kỹ thuật viên|hội viên|đoàn viên|đội viên|bảo vệ(?= (?:đi|trực|đóng|mở|khóa|ghi|canh|gác|nhắc|tắt)\s)|người (?:phụ trách|phát hiện|đứng đầu|quản lý|điều (?:khiển|hành)|trực|lập|ký(?! (?:hợp|kết|thỏa|văn|báo)))|người(?= (?:được|chủ|giữ))|chủ (?:hộ|rừng|cơ sở|tàu|phương tiện|đò|bến|trang trại|vườn|nhà trọ|sử dụng|đầu tư|dự án|nuôi)|đại diện|đối tượng(?= (?:thanh|kiểm|giám))|ban giám hiệu|lãnh đạo|thủ trưởng|các đồng chí"
)
_HEAD_RE = re.compile(
    either_tone(
        rf"{_MANY}(?i:(?P<person>{_PERSON})|(?P<body>{_BODY})|(?P<team>{_TEAM})|(?P<unit>{_UNIT}))(?!\w)"
    )
)
_NAME = rf"[{UPPER}][{LOWER}]+(?:\s+[{UPPER}][{LOWER}]*){{1,4}}"
_TITLED_RE = spaced_re(
    rf"(?:[tT]hầy|[cC]ô|[kK]ế toán|[tT]hủ quỹ|[gG]iáo viên|(?:[pP]hó )?[hH]iệu trưởng|[tT]rưởng \w+|[tT]ổ trưởng|[ÔôBb](?:ng|à)|[aA]nh|[cC]hị|[đĐ]ồng chí|[đĐ]/c|[bB]ác sĩ) {_NAME}(?P<post>\s*(?:,|-|–|\()\s*(?=[{UPPER}])[^;:.()]{{3,80}}?(?:\)|(?=,\s)))?\s*[,:]? "
)
# What makes the clause a description, a condition or a passive; "được giao", "được kiểm tra" tell which body is meant.
_STOP_RE = spaced_re(
    r"(?i)(?:là|được(?! (?:giao|phân công|cử|chọn|mời|kiểm tra|thanh tra|giám sát|chỉ định|ủy quyền|hỗ trợ))|bị|đã|đang|để|khi|nếu|thì|mà|do|gồm|như|vì|nhưng|hoặc|trên(?! địa)|nào|này|chỗ|có thể|cũng|trân trọng|sẽ|(?<!và\s)vừa|còn|chưa|nhằm|bằng|với|về|trong|theo|từ|đến|đạt|không (?:có|được|còn))(?!\w)"
)
_DESCRIBES_RE = spaced_re(
    r"(?i)(?:trực tiếp )?(?:phụ trách|phối hợp|cấp|đề nghị|quản lý|bảo vệ|phục vụ|tiếp nhận|hướng dẫn|kiểm tra|giám sát|thu gom|cung cấp|cung ứng|vận hành|sản xuất|kinh doanh|chế biến|khai thác|thanh tra|thẩm định|phát hiện|tham mưu|tuần tra|trực(?! tiếp)|quản trị|điều hành|tư vấn|thi công|thiết kế|đào tạo|tuyên truyền|tự quản|công tác|giáo dục|khám|điều trị|nghiên cứu|đầu tư|xúc tiến|ứng dụng|đăng ký|chủ trì|sử dụng)(?!\w)(?: trực tiếp(?= (?:có|phải|chịu)(?!\w)))?"
)
# A verb of one word that is half of a name in capitals: "Giáo dục và Đào | tạo".
_SECOND_HALF_RE = spaced_re(
    r"(?:(?:Đào|Sáng|Cải|Chế|Tái) tạo|(?:Kiểm|Rà) soát|(?:Thống|Kiểm|Liệt) kê|(?:Thành|Độc|Công|Thiết|Xác|Trung|Tự) lập|Khen thưởng|(?:Tiếp|Công|Giao|Chứng) nhận|(?:Cung|Trợ|Phân) cấp|(?:Bảo|Cứu) trợ|Đăng ký|Chứng khoán|Thanh tra|Kế toán)(?!\w)"
)
# "Kiểm sát viên phối hợp kiểm tra": of one person no description.
_WORKS_RE = spaced_re(r"chủ trì$|phối hợp$|trực tiếp ")
_WARD_RE = re.compile(r"(?:Nội|Ngoại)\s+tổng\s+hợp(?!\w)")
# Before a verb that no list knows: "phải ra quyết định".
_MODAL_RE = re.compile(r"(?:phải|cần|nên|không|ra)\s")
_PASSIVE_RE = spaced_re(
    r"được (?:phân công|chỉ định|ủy quyền|kiểm tra|thanh tra|giám sát|hỗ trợ|\w+)(?: (?:nhiệm vụ|phụ trách|làm \w+|chủ trì))?"
)
HAS_RE = re.compile(r"có\s+(?!quyền|thể|thẩm\s+quyền|(?:trách|nghĩa|nhiệm)\s)")
# "Các trường có phương án bảo đảm an toàn": what a body makes is no part of its name.
MAKES_RE = spaced_re(r"có (?:văn bản|kế hoạch|phương án|giải pháp|biện pháp|ý kiến|công văn)(?!\w)")
_THING_RE = re.compile(r"(?i)(?:sự|việc|giấy|vốn)\s")
# "Hội đồng có ít nhất 05 thành viên làm việc độc lập": of whom it consists.
_CONSISTS_RE = spaced_re(r"có (?:ít nhất|tối thiểu|từ|\d)")
# "cấp tỉnh" is a level, no verb.
_LEVEL_RE = spaced_re(
    r"cấp (?:[bB]ộ|[tT]rung ương|tỉnh|xã|huyện|trung ương|cơ sở|trên|dưới|thành phố|bộ|cục|phòng|học)(?!\w)"
)
_TEAM_RE = spaced_re(
    r"(?i)(?:ban(?! hành)|tổ(?! chức)|đội|hội đồng|đoàn|(?:(?<=các\s)|(?<=của\s)|(?<=đứng\sđầu\s)|(?<=đại\sdiện\s))tổ chức|tổ chức(?= (?:do|có|khác)\s)) (?=\w)"
)
# "địa bàn", "chủ chốt", "nghiệp vụ": the other half of a word; "nơi phát hiện" tells a place.
_HALF_RE = re.compile(r"(?i)(?:^|\s)(?:địa|(?<!tự )chủ|bổ|nòng|cốt|trung|nơi)\s$")
_PLACES_RE = spaced_re(r"(?i)(?:xã|phường|đặc khu|thị trấn|thôn|ấp|bản|khu phố)$")
_BRACKET_RE = re.compile(r"\s*\([^()]*\)")
_LAST_BRACKET_RE = re.compile(r"\s*\([^()]*\)\s*$")
_EACH_RE = spaced_re(r"(?<=\S) (?:mỗi|từng) (?:\w+|đơn vị|cơ quan|đồng chí)\s*$")
_AND_RE = re.compile(r"(?:và|hoặc|cùng)\s")
# Behind a verb these open its object or its manner: the verb is the predicate, no part of a name.
_OBJECT_RE = re.compile(r"(?:và|để|cho|với|về|trong|theo|từ|được|bị|việc|công\s+tác|các|những|mỗi|\d+)\s")
_DONE_RE = re.compile(r"(?i)(?<!\w)(?:đã|đang)(?!\w)")
# "thành lập Hội đồng, Ban giám sát và | ban hành": a name never ends in a joining word.
_OPEN_END_RE = re.compile(r"\s(?:và|hoặc|các|những|về|của|có)\s$")
_WORDS, _AHEAD, _LETTERS = 12, 5, 160
"""Words in the longest name, between a verb that belongs to it and the predicate, and letters of the longest name."""
_LIMIT_RE = re.compile(r"[;:.,()“\"]")
_WORD_RE = re.compile(r"(?<=[\s)])(?=\w)")


def _half_word(text: str, at: int) -> bool:
    """Whether the words at ``at`` belong to the word before them: "địa | bàn", "chợ | đầu mối"."""
    before = text[max(0, at - 8) : at]
    halves = (
        ("đầu mối", r"(?:chợ|bến|cảng)\s$"),
        ("hợp tác", r"tổ\s$"),
        ("cần", r"hậu\s$"),
        ("thường xuyên", r"dục\s$"),
        ("ký", r"thư\s$"),
        ("tuyển", r"(?:thi|xét)\s$"),
    )
    return _HALF_RE.search(before) is not None or any(
        text.startswith(half, at) and re.search(first, before) is not None for half, first in halves
    )


def starts_doing(text: str, at: int, end: int) -> bool:
    """Tell whether a verb of a task, or one that is a task right behind its subject, begins at ``at``; past ones do not."""
    if not text[at : at + 1].islower() or _LEVEL_RE.match(text, at) or _half_word(text, at):
        return False
    verb = PREDICATE_RE.match(text, at, end)
    if verb:
        return not _DONE_RE.search(verb["adverbs"])
    return starts_plain(text, at, end) and not _DONE_RE.match(text, at)


def read_doer(text: str, place: int, end: int) -> tuple[tuple[Agency, ...], int] | None:
    """Read who does something by a plain verb: (the bodies, where the verb begins); None where nobody is told.

    >>> text = "trưởng ấp dẫn đường và ghi sổ"
    >>> bodies, at = read_doer(text, 0, len(text))
    >>> bodies[0].name, text[at:]
    ('trưởng ấp', 'dẫn đường và ghi sổ')
    >>> read_doer("Trạm bơm được sửa chữa", 0, 22), read_doer("Tổ tuần tra đêm", 0, 15)
    (None, None)
    """
    verb, head = PREDICATE_RE.match(text, place, end), _HEAD_RE.match(text, place, end)
    if verb and " " in verb["verb"] and not (head and head.end() > verb.end()):
        return None  # "Tổ chức hội nghị", "Ban hành" name no unit, "Báo cáo viên" does
    titled = _TITLED_RE.match(text, place, end)
    if titled and starts_doing(text, titled.end(), end):
        name = text[place : titled.end()].rstrip(" ,:")
        return (Agency(name, place, place + len(name)),), titled.end()
    found: list[Agency] = []
    at = place
    while True:
        one = _read_one(text, at, end)
        if one is None:
            return None
        body, stop, acts = one
        if found and _PLACES_RE.fullmatch(body.name) and _PLACES_RE.search(found[-1].name):
            # "Trung tâm chính trị xã, phường": one kind of body at several places.
            found[-1] = _named(text, found[-1].start, body.end)
        else:
            found.extend(_parted(body))
        if acts:
            return tuple(found), stop
        at = stop


def _read_one(text: str, place: int, end: int) -> tuple[Agency, int, bool] | None:
    """One body of a list: (it, where its verb or the next body begins, whether a verb follows)."""
    head = _HEAD_RE.match(text, place, end)
    known, _ = read_agencies(text, place)
    if head is None and not known:
        return None
    first = max(head.end() if head else 0, known[0].end if known else 0)
    # What a bracket behind the name says is no part of it: "Tổ tư vấn (07 người) trực ...".
    window = text[place : min(end, first + _LETTERS)]
    plain = _BRACKET_RE.sub(lambda bracket: " " * len(bracket[0]), window)
    limit = _LIMIT_RE.search(plain, first - place)
    last = place + (limit.start() if limit else len(plain))
    words = [place + word.start() for word in _WORD_RE.finditer(plain, first - place, last - place)]
    at = _find_verb(text, words, _Name(place, first, last, end, head))
    if at is not None:
        return (_named(text, place, at), at, True) if at else None
    comma = re.compile(r",\s+(?:và\s+)?").match(text, last, end)
    if comma is None or not _HEAD_RE.match(text, comma.end(), end):
        return None
    return _named(text, place, last), comma.end(), False


@dataclass(frozen=True, slots=True)
class _Name:
    """Where a name begins, where its first noun ends, and how far it and the clause can reach."""

    place: int
    first: int
    last: int
    end: int
    head: re.Match[str] | None

    def group(self, *names: str) -> bool:
        """Whether the name begins with a noun of one of these groups."""
        return self.head is not None and any(self.head[name] is not None for name in names)


def _find_verb(text: str, words: list[int], name: _Name) -> int | None:
    """Where the predicate begins; 0 where the words are no subject, None where they end without a verb."""
    noun = name.head is not None and name.head.end() == name.first
    named = noun and name.group("team", "unit") and not text[name.first : name.first + 2].strip().isupper()
    past = name.first
    # "Bộ Tài chính | có công văn xin ý kiến": a body by its own name is not described by what it has.
    owned, near = (HAS_RE, words[:3]) if _is_named(text, name) else (MAKES_RE, words)
    owns = next((at for at in near if owned.match(text, at)), None)
    for count, at in enumerate(words):
        if count >= _WORDS or _STOP_RE.match(text, at, name.last) or _amount(text, at, name.end):
            return 0
        if owns is None and HAS_RE.match(text, at) and not starts_doing(text, at, name.end):
            if _CONSISTS_RE.match(text, at):
                return 0
            past = max(past, _past_thing(text, words, count, name.end))
        passive = _PASSIVE_RE.match(text, at, name.last)
        if at < past or passive:
            past = passive.end() if passive and at >= past else past
            continue
        given = _TEAM_RE.match(text, at) is not None
        if given or _half_name(text, at, name) or not starts_doing(text, at, name.end):
            if _MODAL_RE.match(text, at):
                return 0
            named = given
            continue
        its = named and _own_verb(text, at, name.last, name.end, name.group("team"))
        if not its:
            return owns if owns and owns < at else _predicate(text, at, named, name)
        named, past = False, its
    return None


def _past_thing(text: str, words: list[int], has: int, end: int) -> int:
    """Where the thing ends that "có" tells of by a verb: "có sự | thay đổi", "có | quyết định cử người"."""
    several = re.compile(r"có\s+(?:các|những)\s").match(text, words[has]) is not None
    ahead = words[has + 1 + several : has + 4 + several]
    if ahead and starts_doing(text, ahead[0], end):
        return ahead[-1] + 1
    return ahead[1] + 1 if len(ahead) > 1 and _THING_RE.match(text, ahead[0]) else 0


def _is_named(text: str, name: _Name) -> bool:
    """Whether a name is one body's own: "Bộ Tài chính", not "các cơ quan"."""
    known = read_agencies(text, name.place)[0]
    return bool(known) and known[-1].end == name.first and not known[-1].collective


def _half_name(text: str, at: int, name: _Name) -> bool:
    """Whether a verb is half of a name ("Giáo dục và Đào | tạo") or joined to what is no verb ("và vay vốn")."""
    if _AND_RE.match(text, at):
        return True
    before = text.rfind(" ", name.place, at - 1) + 1
    if _WARD_RE.match(text, before) and (text[at + len("tổng hợp") :][:1] in {",", ";"}):
        return True  # "Khoa Nội tổng hợp, Khoa Nhi trực": the name of a ward
    return before > name.place and _SECOND_HALF_RE.match(text, before) is not None


def _predicate(text: str, at: int, named: bool, name: _Name) -> int:
    """The first verb, or a later one where that only says which body is meant; 0 where both are as likely."""
    if at == name.first + 1 and ((named and _DESCRIBES_RE.match(text, at, name.last)) or _unsure(text, name)):
        return 0
    described = name.head is not None and not name.group("body")
    later = described and _after_description(text, at, name.last, name.end, name.group("person"))
    return 0 if _OPEN_END_RE.search(text, name.place, later or at) else later or at


def _unsure(text: str, name: _Name) -> bool:
    """Whether "trung tâm xúc tiến ...", "đại diện thực hiện ..." is as likely a thing as somebody who acts."""
    noun = text[name.place : name.first]
    return re.fullmatch(r"trung\s+tâm|cơ\s+sở|phòng|quỹ|đại\s+diện", noun) is not None


def _own_verb(text: str, at: int, last: int, end: int, team: bool) -> int | None:
    """Where a verb ends that belongs to a unit's name: "Tổ | tuần tra | đêm", "đơn vị | thu gom | rác"; None for its predicate."""
    shape = _DESCRIBES_RE.match(text, at, last)
    verb = PREDICATE_RE.match(text, at, last)
    if verb and verb["adverbs"]:
        return None
    if team or (shape and _after_description(text, at, last, end)):
        return max(shape.end() if shape else 0, verb.end() if verb else at + 1)
    return None


def _amount(text: str, at: int, end: int) -> bool:
    """Whether a number of things stands at ``at`` ("Hội Phụ nữ 45 hộ"), not a name's own ("tổ dân phố 4 cử người")."""
    number = re.compile(rf"\d[\d.]*\s+(?!và\s)(?=[{LOWER}])").match(text, at, end)
    return number is not None and not starts_doing(text, number.end(), end)


def _after_description(text: str, at: int, last: int, end: int, person: bool = False) -> int | None:
    """Where the predicate begins behind a verb that only says which body is meant: "đơn vị thu gom | báo ..."."""
    shape = _DESCRIBES_RE.match(text, at, last)
    if shape is None or (person and _WORKS_RE.match(shape[0]) and not text[:at].endswith("gười ")):
        return None
    for count, word in enumerate(_WORD_RE.finditer(text, shape.end(), last)):
        if count >= _AHEAD or _OBJECT_RE.match(text, word.start()):
            return None
        if (count or person) and starts_doing(text, word.start(), end):
            return word.start()
    return None


def begins_name(text: str, at: int = 0) -> bool:
    """Tell whether words begin with a noun of bodies, units, places or persons in charge.

    >>> begins_name("Khu phố"), begins_name("Xã hội hóa")
    (True, False)
    """
    return _HEAD_RE.match(text, at) is not None


def _parted(body: Agency) -> list[Agency]:
    """The bodies of "Mặt trận xã và Hội Chữ thập đỏ"; "tổ tiết kiệm và vay vốn" is one."""
    at = 0
    parts: list[Agency] = []
    for joint in re.compile(r"\s+(?:và|cùng(?:\s+với)?)\s+").finditer(body.name):
        if _HEAD_RE.match(body.name, joint.end()) or read_agencies(body.name, joint.end())[0]:
            parts.append(_named(body.name, at, joint.start()))
            at = joint.end()
    parts.append(_named(body.name, at, len(body.name)))
    return [Agency(one.name, one.start + body.start, one.end + body.start, one.collective) for one in parts]


def _named(text: str, start: int, stop: int) -> Agency:
    name = _EACH_RE.sub("", _LAST_BRACKET_RE.sub("", text[start:stop])).rstrip(" ,(")
    many = re.match(r"(?i)(?:tất\s+cả\s+)?(?:các|mỗi|từng|mọi|những)\s", name) is not None
    return Agency(name, start, start + len(name), collective=many)
