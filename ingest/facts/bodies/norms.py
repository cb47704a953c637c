"""Who acts in a sentence of a legal text: a long description, then a plain verb.

In: a clause of an article. Out: the bodies and where the predicate begins. Articles charge whoever fits a description
("Cơ quan tiếp nhận hồ sơ kiểm tra ...", "Người sử dụng đất, chủ sở hữu nhà ở nộp ...", "Trong thời hạn 05 ngày, cơ quan
đăng ký đất đai của tỉnh cập nhật ..."), so behind a noun of bodies or persons the first verb may only say which are meant.
It does so right behind a bare noun ("cơ quan | tiếp nhận"), behind "có", "được", "đề nghị"; then the predicate is a later
word of duty ("phải", "có trách nhiệm") or one of the verbs with which offices act on papers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.facts.bodies.agencies import Agency, read_agencies, split_names
from ingest.facts.bodies.doers import HAS_RE, MAKES_RE, starts_doing
from ingest.facts.bodies.loose import own_name
from ingest.facts.language.lexicon import either_tone
from ingest.facts.language.permits import allows
from ingest.plan import Range
from ingest.spelling import spaced, spaced_re

__all__ = ["enjoys", "gives_right", "is_description", "norm_subject"]

_BARE = spaced(
    r"cơ quan|đơn vị(?! (?:thời gian|tính|đo|tiền|diện tích|sản phẩm))|tổ chức(?=\s*,| (?:và|hoặc|tín dụng|bảo hiểm|chính trị|xã hội|kinh tế|đại diện|có|được|tư vấn|khoa học|hành nghề|(?:ở )?(?:trong )?nước|phi chính|công đoàn|tôn giáo|đấu giá|giám định|đánh giá|chứng nhận|kiểm định|quốc tế|công nghệ|đăng ký|kiểm toán(?=,| và|,? phải| có)|xếp hạng|khác)(?!\w))"
    r"|(?:cơ quan|người) (?:có thẩm quyền )?tiến hành tố tụng|người đứng đầu (?:cơ (?:sở|quan)|đơn vị|tổ chức|doanh nghiệp)"
    r"|cá nhân|bộ phận|bên|người(?: đứng đầu)?|(?:phó )?(?:chủ tịch|thư ký|thành viên|trưởng|giám đốc) (?:hội đồng|ban(?! hành)|tổ|đoàn|trung tâm)|thành viên|hội đồng|ban(?! hành)|tổ(?! chức)|đoàn|đội(?! ngũ)|trường(?! hợp)|cơ sở(?! (?:dữ|hạ|vật|pháp|lý|thực))"
)
_FULL = spaced(
    r"(?:bộ|sở) quản lý (?:chuyên )?ngành(?:\s*,\s*lĩnh vực)?|doanh (?:nghiệp|nhân)|hộ (?:gia đình|kinh doanh)|nhà (?:đầu tư|thầu|trường|xuất bản|khoa học|sản xuất)|chủ (?!trương|yếu|trì|động|tịch nước|đề|quyền|thể|nghĩa)\w+|công ty|tập đoàn|tổng công ty|ngân hàng|hợp tác xã|(?-i:Quỹ)(?! (?:tiền|lương|phúc|khen))"
    r"|(?:tổng )?giám đốc|thủ trưởng|hiệu trưởng|viện trưởng|(?:(?:tổng|chi) )?cục trưởng|vụ trưởng|bộ trưởng|thống đốc|chánh \w+|trưởng (?:đoàn(?: (?:kiểm tra|thanh tra|kiểm toán|giám sát))?|ban kiểm soát|\w+)|chủ tịch|tổ trưởng|kế toán trưởng|đại diện|ủy ban|văn phòng|sở|phòng(?!\s*,?\s*(?:chống|cháy|ngừa|bệnh))|trung tâm"
    r"|Công an|công an cấp|viện|bệnh viện|học viện|cục|chi cục|vụ(?! (?:việc|án|kiện))|kho bạc|tòa án|công chức|viên chức|cán bộ|sĩ quan|chiến sĩ|học sinh|sinh viên|nhà giáo|giáo viên|(?!(?:cử|mời|giao|có|là|gồm|do) )\w+(?: \w+)? viên(?! \w*\s*cứu)|thân nhân|cấp có thẩm quyền|địa phương|quản tài viên|trại(?: tạm)? giam|giám thị|cảng vụ|hải quan|cộng đồng dân cư|cha(?=,? (?:mẹ|hoặc))|mẹ(?= hoặc)|các bên"
)
_HEAD_RE = re.compile(
    either_tone(rf"(?:(?i:các|mỗi|từng|những)\s+)?(?i:(?P<bare>{_BARE})|(?P<full>{_FULL}))(?!\w)")
)
_LEAD_IN_RE = spaced_re(
    r"(?:Trường hợp|Trong|Khi|Nếu|Ngay|Sau|Trước|Đối với|Căn cứ|Trên cơ sở|Kể từ|Chậm nhất|(?:Không quá|Tối đa) \d+|Định kỳ|Hằng|Hàng|Theo|Để|Tại|Ngoài|Từ|Vào|Quá|Hết|Tùy|Riêng|trường hợp|trong thời hạn|đối với)(?!\w)"
)
_DUTY_RE = spaced_re(
    r"(?:(?:vẫn )?phải|(?:có|chịu) (?:(?:các|những) )?(?:trách nhiệm|nghĩa vụ)|(?<!giao\s)(?<!công\s)(?<!quan\s)(?<!vị\s)chủ trì)(?!\w)"
)
_NO_DUTY_RE = re.compile(
    r"(?:bị|đã|đang|sẽ|(?<!và\s)vừa|không|chưa|chỉ(?!\s+(?:đạo|định))|có\s+hành\s+vi|được|nếu|khi|mà|để|nhưng|vì|với|bằng|đạt|như|nhằm|từ(?!\s+chối)|theo(?!\s+dõi))(?!\w)"
)
_OWN = spaced(r"(?:văn bản|trách nhiệm|nghĩa vụ|nhiệm vụ|kế hoạch|giải pháp|biện pháp|ý kiến)")
_GIVEN = spaced(
    r"(?:giao|phân công|phân cấp|cấp|bổ nhiệm|cử|ủy quyền|mời|chỉ định|công nhận|chọn|thành lập|Bộ|Ủy|Uỷ|UBND|Thủ|Chủ|Sở|cơ quan)(?!\w)"
)
# Behind these words nobody is charged, whatever stands before them.
_ENDS_RE = spaced_re(r"(?:là|gồm|bao gồm|thì|có (?:thể|quyền(?! lợi)|ít nhất|tối thiểu|từ|\d))(?!\w)")
# Behind these words a verb only says which bodies are meant.
_WHICH_RE = spaced_re(
    rf"(?:có(?! (?:liên quan|thẩm quyền|{_OWN}))|được(?= {_GIVEN})|đề nghị|đăng ký|tham gia|quy định|nơi|đang|đã|giữ(?= (?:chức|vị trí|ngạch|hạng))|phát hành|niêm yết|chào bán|hoạt động|kinh doanh|sản xuất|sử dụng|quản lý|sở hữu|thực hiện (?:dự án|nhiệm vụ|gói thầu|đề tài|thủ tục)|chủ trì (?:liên kết|soạn thảo|đề tài|dự án|nhiệm vụ)|chịu sự|gắn liền|giao chủ trì|phân công chủ trì)(?!\w)"
)
# "công ty do Thủ tướng Chính phủ quyết định thành lập", "đoàn kiểm tra do Sở Y tế thành lập".
_BY_RE = re.compile(r"do\s+")
_BY_VERB_RE = spaced_re(r" (?:trực tiếp |quyết định )?[^\s,;:.]+ [^\s,;:.]+")
_ACTS_RE = spaced_re(
    r"(?:gửi|nộp|lập|thực hiện|tiến hành|tổ chức|xem xét|thông báo|trả|ban hành|quyết định|báo cáo|thẩm định|công bố|hướng dẫn|tiếp nhận|trình|xác nhận|ra quyết định|cập nhật|đăng tải|niêm yết|kiểm tra|phối hợp|rà soát|tổng hợp|chuyển|cung cấp|xây dựng|xác định|phê duyệt|hoàn thiện|kê khai|bàn giao|lưu trữ|từ chối|trao đổi|(?<!định\s)thành lập(?= (?:[Hh]ội đồng|[Đđ]oàn|[Tt]ổ(?! chức))(?!\w))|có (?:văn bản|ý kiến|công văn)|công khai|chi trả|(?:(?<=cấp\stỉnh\s)|(?<=cấp\sxã\s))(?:cấp|thu hồi|gia hạn)(?= (?:[Gg]iấy|thẻ|[Cc]hứng chỉ)))(?= \w|,\s|\s*:)"
)
# "Cơ quan được lấy ý kiến | có văn bản trả lời": what was done to them only says who answers.
_ANSWERS_RE = spaced_re(
    r"được (?!(?:hưởng|quyền|phép|miễn|giảm)(?!\w))(?:[^\s,;:.]+ ){1,6}?(?<!được\s)(?:gửi|nộp|trả lời|thông báo|phải|có (?:trách nhiệm|văn bản|ý kiến|công văn))(?!\w)"
)
_DESCRIBES_RE = spaced_re(
    rf"(?:đề nghị|đăng ký|tham gia|hoạt động|kinh doanh|sản xuất|sử dụng|quản lý|sở hữu|đặt|mang|có(?! {_OWN})|khai thác|cung cấp|nhập khẩu|xuất khẩu|thi|dự|giữ(?= (?:chức|vị trí|ngạch|hạng))|soạn thảo|phát hành|niêm yết|chào bán|tự (?:bảo )?đảm|thực hiện (?:dự án|nhiệm vụ|gói thầu|đề tài|thủ tục)|(?<=chủ\strì\s)(?:liên kết|soạn thảo))(?!\w)"
)
_ISSUES_RE = spaced_re(r"ra (?:quyết định|văn bản|thông báo|kết luận|bản án|lệnh)(?!\w)")
# "đại diện của các | tổ chức": a noun.
_COUNTED_RE = re.compile(r"(?<!\w)(?:các|những|mỗi|từng|một|của)\s$")
# "Thủ trưởng cơ quan | quản lý thi hành án ...": the verb says which office.
_ENDS_BARE_RE = spaced_re(r"(?<=\s)(?:cơ quan|đơn vị|tổ chức|cơ sở)$")
_POWER_RE = re.compile(r"thẩm\s+quyền\s$")
# "Người có thẩm quyền xử phạt" is a name.
_PENALTY_RE = spaced_re(r"(?:xử phạt|lập biên bản)(?!\w)")
# Words of duty behind a verb, in no clause of its own: "Giảng viên chấm bài có trách nhiệm nộp điểm".
_CHARGE_RE = spaced_re(
    r"(?<!người\s)(?<!vị\s)(?<!quan\s)(?<!nhân\s)(?<!thì\s)(?:có trách nhiệm|có nghĩa vụ)(?!\w)"
)
_RIGHT_RE = spaced_re(r"(?:có (?:thể|quyền)|(?:được|bị)(?! (?:giao|phân công)))(?!\w)")
_GIVEN_RE = spaced_re(rf"được {_GIVEN}")
# "Ban giám sát gồm ...": the verb belongs to the name of what is described.
_TELLS_RE = spaced_re(r"[^\s,;:.]+(?: [^\s,;:.]+)? (?:gồm|bao gồm|là)(?!\w)")
# "Nhà giáo dạy trẻ khuyết tật hưởng phụ cấp ...": who gets something, and no duty.
_ENJOYS_RE = re.compile(
    r"[^,;:.]{3,160}?(?<!người)(?<!tượng)(?<!đang)(?<!được)(?<!ảnh)(?<!thụ)\s(?:được\s+)?hưởng\s"
)
_NOT_BEHIND_RE = spaced_re(
    r"(?i)(?<!\w)(?:việc|để|và|hoặc|có|được|đã|đang|về|cho|bị|do|của|theo|tại|từ|sự|công tác|thủ tục|dịch vụ|quyền|nhiệm vụ|hoạt động|đề nghị|bộ phận|cơ quan|quá trình|thẩm quyền|thời hạn)\s$"
)
_PLACE_RE = spaced_re(r"(?:các )?(?:tỉnh|thành phố|xã|phường|đặc khu|huyện|cấp|mẹ|người)(?!\w)")
# "Sở Y tế trong thời hạn 05 ngày kể từ ngày nhận đủ hồ sơ thẩm định": when, between who acts and the verb.
_WITHIN_RE = spaced_re(
    r"trong (?:thời (?:hạn|gian)|vòng) (?:\w+ )?\d+ (?:giờ|ngày|tháng|năm)(?: làm việc)?(?:,? (?:kể )?từ (?:ngày|khi) \w+)?"
)
# "dự án được Bộ trưởng, Thủ trưởng cơ quan trung ương phê duyệt": a list of those who do what is told of a thing.
_AGENT_RE = re.compile(r"(?<!\w)(?:do\s+(?=\w)|được\s+(?=[A-ZĐ]))")
_WORD_RE = re.compile(r"(?<=[\s(])(?=\w)")
_AND_RE, _JOINS_RE = re.compile(r"(?:và|hoặc)\s$"), re.compile(r"(?:và|hoặc)\s")
_WORDS = 60
"""Words in the longest list of bodies with their descriptions."""


def norm_subject(text: str, start: int, end: int) -> tuple[tuple[Agency, ...], int] | None:
    """Read who acts: (the bodies, where the predicate begins); None where nobody is told or only a right is given.

    >>> text = "Trong thời hạn 05 ngày, cơ quan tiếp nhận hồ sơ kiểm tra hồ sơ"
    >>> bodies, at = norm_subject(text, 0, len(text))
    >>> bodies[0].name, text[at:]
    ('cơ quan tiếp nhận hồ sơ', 'kiểm tra hồ sơ')
    >>> text = "Doanh nghiệp đề nghị cấp giấy phép có thể nộp hồ sơ qua mạng"
    >>> norm_subject(text, 0, len(text)) is None
    True
    """
    for place in _places(text, start, end):
        predicate = _predicate(text, place, end)
        told = predicate and (_TELLS_RE.match(text, predicate, end) or enjoys(text, predicate, end))
        if predicate and not told and not allows(text, place, predicate):
            name = own_name(text[place:predicate]).rstrip(" ,")
            bodies = split_names(text[: place + len(name)], place)
            return (bodies, predicate) if bodies else None
    return None


def enjoys(text: str, at: int, end: int) -> bool:
    """Tell whether what stands at ``at`` describes somebody who gets something: "dạy trẻ khuyết tật hưởng phụ cấp".

    >>> enjoys("sang giúp bạn được hưởng trợ cấp", 0, 32), enjoys("chi trả trợ cấp", 0, 15)
    (True, False)
    """
    return _ENJOYS_RE.match(text, at, end) is not None


def is_description(text: str, at: int) -> bool:
    """Tell whether a verb as likely says who is meant as what they do: "doanh nghiệp | đề nghị cấp phép phải ...".

    >>> is_description("đề nghị cấp phép", 0), is_description("thẩm định hồ sơ", 0)
    (True, False)
    """
    return _DESCRIBES_RE.match(text, at) is not None


def gives_right(text: str, at: int, end: int) -> bool:
    """Tell whether behind a verb that describes a right follows: "đề nghị cấp phép có thể nộp ..."."""
    return _later(text, at, end) is None


def _places(text: str, start: int, end: int) -> list[int]:
    """Where a subject may begin: at the clause's head, or behind "thì" or a comma of its condition."""
    then = re.compile(r"(?<!\w)thì\s+(?=\w)").search(text, start, end)
    later = [then.end()] if then else []
    # "...; trường hợp cần thiết thì kéo dài" speaks of another case than the part before it.
    if then and ";" not in text[start : then.start()]:
        return later
    if not _LEAD_IN_RE.match(text, start, end):
        return [start, *later] if text[start : start + 1].isupper() else later
    agents = [
        Range(one.start(), read_agencies(text, one.end())[1]) for one in _AGENT_RE.finditer(text, start, end)
    ]
    commas = [comma.end() for comma in re.compile(r",\s+(?=\w)").finditer(text, start, end)]
    return [at for at in commas if not any(one.start < at < one.end for one in agents)] + later


def _predicate(text: str, place: int, end: int) -> int | None:
    """Where the predicate begins behind the list of bodies at ``place``."""
    head = _HEAD_RE.match(text, place, end)
    name = _Name(text, place, end)
    name.begin(place, head)
    if head is None and (name.first == place or not text[place].isupper()):
        return None
    for count, word in enumerate(_WORD_RE.finditer(text, name.first, end)):
        if word.start() < name.past:
            continue
        if count > _WORDS or name.done:
            break
        name.read(word.start())
        if name.predicate is not None:
            return name.predicate if name.has is None else name.has
    return None


@dataclass(slots=True)
class _Name:
    """Reads the words of a name one by one up to its predicate."""

    text: str
    place: int
    end: int
    past: int = 0
    """Where the words begin that are not read yet."""
    first: int = 0
    """Where the last body's own name, or its head noun, ends."""
    bare: bool = False
    """The last body's noun says too little by itself ("cơ quan")."""
    which: bool = False
    """What is read says which bodies are meant."""
    verb: int | None = None
    """Where the last verb of doing stands."""
    within: bool = False
    """What is read said when they act, so that the verb may stand behind a comma."""
    has: int | None = None
    """Where "có" stands behind a body's own name: what it has is no part of the name."""
    done: bool = False
    predicate: int | None = None

    def begin(self, at: int, head: re.Match[str] | None) -> None:
        """Begin a body of the list."""
        known = read_agencies(self.text, at)[0]
        self.past = self.first = max(head.end() if head else at, known[0].end if known else at)
        bare = bool(head and head["bare"]) or _ENDS_BARE_RE.search(self.text, at, self.first) is not None
        self.bare, self.which = bare, False

    def read(self, at: int) -> None:
        """Read one word: it goes on with the name, ends it in vain (``done``), or is the ``predicate``."""
        text, end = self.text, self.end
        between = text[self.first : at]
        if re.search(r"[;:.“]", between):
            self.done = True
            return
        if text[at - 1] == "(":
            close = text.find(")", at, end)
            self.past = close + 1 if close >= 0 else end
            return
        comma = text[at - 2] == ","
        if comma or _AND_RE.search(text, max(self.place, at - 6), at):
            head = _HEAD_RE.match(text, at, end)
            if head or read_agencies(text, at)[0]:
                self.begin(at, head)
                return
        if text[:at].endswith(" về "):
            self.which = True  # "Ban Chỉ đạo về | tìm kiếm ...": its field
            return
        inner = read_agencies(text, at)[0] if text[at].isupper() else ()
        if inner:
            self.past = inner[0].end
            return
        within = _WITHIN_RE.match(text, at, end)
        if within:
            self.past, self.within = within.end(), True
            return
        by = _BY_RE.match(text, at, end)
        if by:
            verb = _BY_VERB_RE.match(text, read_agencies(text, by.end())[1], end)
            self.past, self.which = verb.end() if verb else by.end(), True
        elif (
            comma
            and not _PLACE_RE.match(text, at)
            and not ((self.which or self.within) and starts_doing(text, at, end))
        ):
            self.done = True
        elif _DUTY_RE.match(text, at, end):
            self.done = text[:at].endswith("không ")
            # "Giám đốc quyết định mức chi và chịu trách nhiệm": a charge behind "và" joins the verb before it.
            at = (self.verb or 0) if _AND_RE.search(text, max(self.place, at - 6), at) else at
            self.predicate = None if self.done or not at else at
            self.done = self.predicate is None
        else:
            self._verb(at)

    def _verb(self, at: int) -> None:
        text, end = self.text, self.end
        if _ENDS_RE.match(text, at, end):
            self.done = True
            return
        # A word of joining opens no predicate right behind a name: a verb stands before it.
        does = (
            not _JOINS_RE.match(text, at)
            and (starts_doing(text, at, end) and not _COUNTED_RE.search(text, self.place, at))
        ) or _ISSUES_RE.match(text, at, end) is not None
        joins = _AND_RE.search(text, max(self.place, at - 6), at) is not None
        self.verb = at if does and not joins else self.verb
        own = at == self.first + 1 and _known(text, self.place, self.first)
        self.has = at if (HAS_RE if own else MAKES_RE).match(text, at, end) else self.has
        if _WHICH_RE.match(text, at, end) and not own:
            later = _later(text, at, end)
            self.done = later is None
            self.which = bool(self.which or self.bare or later or not does)
            self.predicate = None if self.done or self.which else at
        elif self.bare and at == self.first + 1 and _ANSWERS_RE.match(text, at, end):
            self.which = True
        elif _NO_DUTY_RE.match(text, at, end):
            # "Đơn vị vận hành được ưu tiên | tiếp nhận ...": a right, unless a duty follows.
            right = _RIGHT_RE.match(text, at, end) is not None and not _GIVEN_RE.match(text, at, end)
            self.done = not self.which or (right and not _DUTY_RE.search(text, at, _stop(text, at, end)))
        elif does and ((self.bare and at <= self.first + 1) or self._describes(at)):
            self.which = True
        elif does and (not self.which or _acts(text, self.place, at, end)):
            self.done = joins or text[:at].endswith("không ")
            self.predicate = None if self.done else at

    def _describes(self, at: int) -> bool:
        """Whether a verb behind "có thẩm quyền", or before a word of duty, says who is meant by a common noun."""
        text, end = self.text, self.end
        if _known(text, self.place, self.first) or _ISSUES_RE.match(text, at, end):
            return False
        if _POWER_RE.search(text, max(self.place, at - 12), at):
            return _later(text, at, _stop(text, at, end)) is True or _PENALTY_RE.match(text, at) is not None
        return _CHARGE_RE.search(text, at, _stop(text, at, end)) is not None


def _acts(text: str, place: int, at: int, end: int) -> bool:
    """Whether an office acts on papers at ``at``, no noun and no part of what is described."""
    return _ACTS_RE.match(text, at, end) is not None and not _NOT_BEHIND_RE.search(text[place:at])


def _later(text: str, at: int, end: int) -> bool | None:
    """Whether a word of duty or of office follows before the next comma, so that the verb at ``at`` only describes.

    None where what follows is a right, or done to those who stand there.
    """
    limit = end
    for stop in re.compile(r"[;:.]|,\s").finditer(text, at, end):
        if stop[0].strip() != "," or not starts_doing(text, stop.end(), end):
            limit = stop.start()
            break
    right = False
    for word in re.compile(r"(?<=\s)(?=\w)").finditer(text, at + 1, limit):
        here = word.start()
        if _DUTY_RE.match(text, here, limit) or _acts(text, at, here, end):
            return None if right else True
        right = right or _RIGHT_RE.match(text, here, limit) is not None
    return None if right else False


def _stop(text: str, at: int, end: int) -> int:
    """Where the next mark stands."""
    mark = re.compile(r"[,;:.]").search(text, at, end)
    return mark.start() if mark else end


def _known(text: str, place: int, end: int) -> bool:
    """Whether a body by its own name, or a list that begins with one, ends right at ``end``: "Ủy ban nhân dân tỉnh | quy định ..."."""
    found = read_agencies(text, place)[0]
    bare = _ENDS_BARE_RE.search(text, place, end)
    return not bare and any(
        body.end == end for body in found if not (body.collective and found[0].collective)
    )
