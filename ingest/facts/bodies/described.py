"""Collectives with the words that describe them: "các địa phương có tuyến đường đi qua", up to their verb.

In: a collective as the grammar read it, and its clause. Out: where the predicate begins behind the description, and
the name as written, description and all; a list of common nouns alone would name other bodies than the text does.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.facts.bodies.agencies import Agency, find_agencies, read_agencies
from ingest.facts.bodies.doers import MAKES_RE, starts_doing
from ingest.facts.bodies.loose import own_name
from ingest.facts.language.verbs import PREDICATE_RE
from ingest.plan import Range
from ingest.spelling import spaced_re

__all__ = [
    "DONE_BY_RE",
    "after_and",
    "after_description",
    "after_given",
    "charged_behind",
    "closes_lead_in",
    "described",
    "ends_lead_in",
    "later_charge",
    "own_actors",
    "past_each",
]

# "Các địa phương có tuyến đường đi qua phối hợp với ...", "Tổ chức, cá nhân tham gia khai thác chấp hành ...".
_WHICH_RE = spaced_re(
    r" (?:(?:có|được|thuộc|nằm|đang|ở|tại|trong)(?! (?:thể|quyền|trách|nhiệm|ít nhất|tối thiểu|kế hoạch|phương án|ý kiến|giải|biện|văn bản|việc|công tác))(?!\w)|(?P<acts>tham gia|khai thác|sử dụng|quản lý|hoạt động|kinh doanh|sản xuất|vận hành|cung cấp|cung ứng)(?!\w))"
)
# "Các Sở, ngành được giao chủ trì | các nhiệm vụ tại Phụ lục có trách nhiệm ...".
_GIVEN_END_RE = spaced_re(r"được (?:giao|phân công)(?: (?:chủ trì|nhiệm vụ))?$")
_GIVEN_RE = re.compile(r"(?P<acts>)\s+(?:các|những|nhiệm|tại|theo|trong|thực\s+hiện)(?!\w)")
DONE_BY_RE = spaced_re(r"được (?:cấp|cơ quan|người) có thẩm quyền(?! (?:giao|phân))\s")
"""What others do to those who stand there: "được cấp có thẩm quyền đánh giá"."""
_STRONG_RE = spaced_re(
    r"(?i:(?:có|chịu) trách nhiệm|phải|chấp hành|tuân thủ|nghiêm túc|chủ động|chủ trì|phối hợp)(?!\w)"
)
# "Người đứng đầu đơn vị được giao chủ trì xây dựng văn bản | quyết định nội dung chi": what it was given describes it.
_GIVEN_LEAD_RE = spaced_re(
    r"(?:được (?:giao|phân công) )?chủ trì(?:(?= (?:phải|(?:có|chịu) trách nhiệm)(?!\w))| \w+(?: \w+)?,?\s)"
)
_GIVEN_ACTS_RE = spaced_re(
    r"(?<=[^,\s]\s)(?:có trách nhiệm|chịu trách nhiệm|phải|quyết định|căn cứ|gửi|thông báo|báo cáo|nộp|chủ động|ban hành)(?=,? \w)(?! (?:số|này|của)(?!\w))"
)
# "thủ trưởng đơn vị chủ trì soạn thảo | quyết định ...": who heads a body that leads something.
_HEADS_RE = spaced_re(r"(?i)(?:người đứng đầu|thủ trưởng|lãnh đạo|giám đốc|trưởng)\s")
_WHOEVER_RE = spaced_re(
    r"(?i)(?:cơ quan|đơn vị|tổ chức|cá nhân|ngành|địa phương)(?: được (?:giao|phân công))?$"
)
_EACH_RE = spaced_re(r"\s*,? (?:mỗi|từng) (?:cơ quan|đơn vị|ngành|bên|nơi|tổ chức|lực lượng)(?=\s)")
# "Tổ chức có nhu cầu xin | cấp phép nộp hồ sơ": what they want done.
_WANTED_RE = re.compile(r"(?<!\w)(?:xin|muốn|đề\s+nghị)\s$")
_WHICH_WORDS = 14
"""Words in the longest clause that describes a collective."""


def described(text: str, actors: tuple[Agency, ...], predicate: int) -> tuple[Agency, ...]:
    """A collective keeps the words that describe it, up to its verb."""
    last = actors[-1]
    name = own_name(text[last.start : predicate]).rstrip(" ,")
    return (*actors[:-1], replace(last, name=name, end=last.start + len(name)))


def after_description(text: str, body: Agency, end: int) -> int | None:
    """Where the predicate of a collective begins, after a clause that says which bodies are meant.

    >>> text = "Các địa phương có tuyến đường đi qua bàn giao mặt bằng"
    >>> text[after_description(text, Agency("Các địa phương", 0, 14, collective=True), len(text)) :]
    'bàn giao mặt bằng'
    """
    shape = _GIVEN_RE if _GIVEN_END_RE.search(body.name) else _WHICH_RE
    which = shape.match(text, body.end, end) if body.collective else None
    if (
        which is None
        or DONE_BY_RE.match(text, body.end + 1, end)
        or (which["acts"] and not re.search(r"(?i)(?:tổ\s+chức|cá\s+nhân|doanh\s+nghiệp)$", body.name))
    ):
        return None
    stop = re.compile(r"[,;:.(]").search(text, which.end(), end)
    for index, word in enumerate(
        re.compile(r"(?<=\s)(?=\w)").finditer(text, which.end() + 1, stop.start() if stop else end)
    ):
        if index >= _WHICH_WORDS:
            return None
        verb = _STRONG_RE if which["acts"] is not None else PREDICATE_RE
        wanted = _WANTED_RE.search(text, which.end(), word.start())
        acts = verb.match(text, word.start(), end) or MAKES_RE.match(text, word.start(), end)
        if index and not wanted and acts:
            return word.start()
    return None


def after_given(text: str, body: Agency, predicate: int, end: int) -> int | None:
    """Where whoever "được giao chủ trì" something is charged, behind the words that tell what it was given.

    >>> text = "Đơn vị được giao chủ trì biên soạn tài liệu báo cáo Bộ trưởng"
    >>> text[after_given(text, Agency("Đơn vị", 0, 6), 7, len(text)) :]
    'báo cáo Bộ trưởng'
    """
    lead = _GIVEN_LEAD_RE.match(text, predicate, end)
    if lead is None or not _WHOEVER_RE.search(body.name):
        return None
    if "được" not in text[body.start : lead.end()] and not _HEADS_RE.match(body.name):
        return None
    stop = re.compile(r"[;:.(]").search(text, lead.end(), end)
    acts = _GIVEN_ACTS_RE.search(text, lead.end() - 1, stop.start() if stop else end)
    return acts.start() if acts else None


def after_and(text: str, at: int, end: int) -> int | None:
    """Where the predicate stands behind a name that goes on with "và": no predicate opens with that word.

    >>> text = "Cục Pháp chế và cải cách hành chính, tư pháp lập dự toán"
    >>> text[after_and(text, 13, len(text)) :], after_and("Sở Y tế tập huấn", 8, 16)
    ('lập dự toán', None)
    """
    if not text.startswith("và ", at):
        return None
    words = [word.start() for word in re.compile(r"(?<=[^,;:.]\s)(?=\w)").finditer(text, at + 1, end)]
    return next((word for word in words[2:_WHICH_WORDS] if starts_doing(text, word, end)), None)


# "các sở quản lý quy hoạch theo chức năng có trách nhiệm ...": a clause that describes the subject comes first;
# "các sở chỉ đạo và chịu trách nhiệm ..." does two things.
_LATER_RE = re.compile(r"[^;.:]{0,150}?(?<!,\s)(?<!và\s)(?<!thời\s)(?=(?:có|chịu)\s+trách\s+nhiệm\s)")
# "Ban Chỉ đạo | rà soát hộ nghèo chủ trì, phối hợp với ...": what a board is for goes on with its name.
_BOARD_RE = spaced_re(r"(?i)(?:ban chỉ đạo|hội đồng|tổ công tác|tổ giúp việc)$")
_FIELD_RE = spaced_re(r"[^,;.:]{0,80}?(?<!và\s)(?=(?:có|chịu) trách nhiệm |chủ trì(?:,| phối hợp))")


def later_charge(text: str, body: Agency, predicate: int, end: int) -> int | None:
    """Where a collective, or a board told without its field, is charged behind a verb that says which it is.

    >>> text = "Ban Chỉ đạo rà soát hộ nghèo chủ trì, phối hợp với các thôn"
    >>> text[later_charge(text, Agency("Ban Chỉ đạo", 0, 11), 12, len(text)) :]
    'chủ trì, phối hợp với các thôn'
    """
    board = _BOARD_RE.search(body.name) is not None
    shape = _LATER_RE if body.collective else _FIELD_RE if board else None
    charge = shape.match(text, predicate, end) if shape else None
    return charge.end() if charge else None


def past_each(text: str, at: int, end: int) -> int:
    """Where "A, B và C mỗi đơn vị ..." goes on behind the words that tell the bodies one by one.

    >>> past_each("A và B mỗi đơn vị cử một người", 6, 30)
    17
    """
    each = _EACH_RE.match(text, at, end)
    return each.end() if each else at


_WORD_OF_RE = spaced_re(r"(?i)(?:đề (?:nghị|xuất)|ý kiến|yêu cầu|báo cáo) của\s")


def closes_lead_in(text: str, start: int, body: Agency) -> bool:
    """Tell whether a comma behind bodies of a kind ends "Căn cứ đề nghị của A, các đơn vị liên quan": then neither of them acts.

    One body by its name acts, and so do those behind which something else stands between commas: "..., các xã, hằng quý, báo cáo".

    >>> text = "Căn cứ đề nghị của Công an, các đơn vị liên quan, chủ trì cân đối"
    >>> closes_lead_in(text, 0, Agency("các đơn vị liên quan", 28, 48, collective=True))
    True
    >>> closes_lead_in("Căn cứ đề nghị của các xã, Sở Y tế, chủ trì cân đối", 0, Agency("Sở Y tế", 27, 34))
    False
    """
    verb = PREDICATE_RE.match(text, body.end + len(", ")) if text.startswith(", ", body.end) else None
    if not body.collective or verb is None or verb["adverbs"]:
        return False
    return _WORD_OF_RE.search(text, start, body.start) is not None


def ends_lead_in(text: str, at: int, name: Range) -> bool:
    """Tell whether a comma in a list of common nouns ends it, since a body with a longer name of its own begins there.

    >>> text = "đề nghị của người lao động, cơ quan bảo hiểm xã hội chi trả"
    >>> ends_lead_in(text, 28, Range(12, 36)), ends_lead_in("của các xã, phường", 12, Range(4, 18))
    (True, False)
    """
    body = read_agencies(text, at)[0]
    return text[: name.start].endswith("của ") and bool(body) and body[0].end > name.end


def own_actors(text: str, start: int, place: int, actors: tuple[Agency, ...]) -> tuple[Agency, ...]:
    """Who acts, where the list began in the lead-in: "theo đề xuất của các sở, UBND các xã, Sở Tài chính trình".

    >>> text = "Theo đề xuất của các sở, các xã, Sở Tài chính trình"
    >>> [body.name for body in own_actors(text, 0, 25, read_agencies(text, 25)[0])]
    ['Sở Tài chính']
    """
    before = find_agencies(text[start:place].rstrip(" ,"))
    goes_on = (
        bool(before)
        and before[-1].collective
        and start + before[-1].end == place - len(text[start:place]) + len(text[start:place].rstrip(" ,"))
        and re.search(r"(?:của|giữa|từ)\s+$", text[start : start + before[0].start]) is not None
    )
    single = [index for index, actor in enumerate(actors) if not actor.collective]
    listed = goes_on and len(actors) > 1 and single == [len(actors) - 1]
    return actors[-1:] if listed else actors


# A noun that names no body until words say which: "đơn vị báo cáo phải gửi ...", "doanh nghiệp phát hành phải nêu ...".
_BARE_RE = spaced_re(
    r"(?i)(?:cơ quan|đơn vị|tổ chức|cá nhân|doanh nghiệp|công ty|ngân hàng|cơ sở|quỹ|người)(?:(?:,| và| hoặc) (?:cơ quan|đơn vị|tổ chức|cá nhân|doanh nghiệp|cơ sở|người))*"
)
_DUTY_RE = spaced_re(
    r"(?<!\svà)(?<!\sthì)(?<!\shoặc)(?<!không)(?<!trường\shợp)\s(?=(?:phải|(?:có|chịu) trách nhiệm|có nghĩa vụ|không được(?! (?:cấp|phép|giao|hưởng)))(?!\w))"
)
_LONGEST_WHICH = 2
"""Words that say which body is meant: with more, its verb has an object, of which "phải" may speak ("rà soát các văn bản phải sửa")."""


def charged_behind(text: str, body: Agency, predicate: int, end: int) -> tuple[Agency, int] | None:
    """Read a bare noun with the words that say which body it is, where the duty stands behind them: (body, duty).

    >>> text = "Đơn vị báo cáo phải gửi kèm thuyết minh"
    >>> body, duty = charged_behind(text, Agency("Đơn vị", 0, 6), 7, len(text))
    >>> body.name, text[duty:]
    ('Đơn vị báo cáo', 'phải gửi kèm thuyết minh')
    """
    if not _BARE_RE.fullmatch(body.name) or predicate - body.end > 1:
        return None
    mark = re.compile(r"[,;:.(]").search(text, predicate, end)
    duty = _DUTY_RE.search(text, predicate, mark.start() if mark else end)
    if duty is None or len(text[predicate : duty.start()].split()) > _LONGEST_WHICH:
        return None
    return Agency(text[body.start : duty.start()], body.start, duty.start(), body.collective), duty.end()
