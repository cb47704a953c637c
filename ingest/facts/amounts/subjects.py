"""What a number of a plan is of: "Trên 85% | cán bộ được tập huấn", "Tỷ lệ hộ nghèo | dưới 2%".

In: a number in its clause, and how far the words beside it reach. Out: the words that name what is counted, and a
condition ("Đến năm 2030") where they hold one.
"""

from __future__ import annotations

import re

from ingest.facts.amounts.counted import asks_before, cut_verb, shares_verb
from ingest.facts.language.comparators import AT_LEAST, AT_MOST, NOT_ABOVE
from ingest.plan import Range
from ingest.spelling import spaced, spaced_re

__all__ = [
    "LEAD_RE",
    "MEASURES",
    "apart_from_case",
    "closed_words",
    "only_timed",
    "subject_of",
    "without_time",
]

_AIM_ONLY_RE = spaced_re(
    r"(?i)(?:^|\s)(?:phát triển mới|thành lập mới|xây (?:dựng )?mới|kết nạp(?: mới)?|lắp (?:đặt|thêm|mới)|mở)\s*$"
)
# "... phấn đấu đến năm 2030 đạt", "... đạt": the words of aiming between a subject and its number.
_BEFORE_HORIZON_RE = spaced_re(
    r"(?i)(?:(?:\s|^)(?:phấn đấu|dự kiến|đạt|là|có|ở mức|chiếm|bằng|lên|còn|xuống|,|:|(?P<when>(?:đến|trong) (?:hết )?năm (?:19|20)\d\d)))+\s*$"
)
MEASURES = {
    "km",
    "km2",
    "ha",
    "héc ta",
    "m2",
    "m3",
    "tấn",
    "mw",
    "gwh",
    "kwh",
    "usd",
    "triệu usd",
    "tỷ usd",
    "đồng",
    "tỷ đồng",
    "triệu đồng",
    "nghìn đồng",
    "điểm phần trăm",
}
_TIMES = {"năm", "tháng", "tuần", "ngày", "giờ", "phút", "tuổi"}
LEAD_RE = spaced_re(
    r"(?i)(?:phấn đấu )?(?P<condition>(?!trong đó)(?:đến|trong|tại|từ|hằng|hàng|vào|đối với|riêng|giai đoạn|trước)(?!\w)(?:[^;()]|\([^()]*\)){2,120}?)\s*[,:](?=\s)"
)
# "Kinh tế số chiếm 18% GRDP", "Quỹ dự phòng không được vượt quá 17% quỹ lương": the share is of what stands before it.
_LIMITED_RE = spaced_re(
    rf"(?i)(?P<subject>[^;:()]{{4,160}}?) (?:tối (?:đa|thiểu) (?:chiếm|bằng)|(?:tối đa )?{NOT_ABOVE})\s*"
)
_HOLDS_RE = spaced_re(r"(?i)(?P<subject>[^;:()]{4,90}?) (?:chiếm|bằng|tương đương|đóng góp)(?: khoảng)?\s*")
# "5 lần/tháng", "dưới 6 người/100.000 dân", "03 lần mức lương": how often, or of how many.
_TURNS_RE = spaced_re(r"(?i)(?:lần|buổi|phiên|kỳ)(?:\s*/|$| mức(?!\w))|[^\W\d]+(?: [^\W\d]+)?\s?/\s?\d")
# "không quá 40 con/m2", "tối thiểu 10 m": in what the thing before it is measured.
_MEASURE_RE = spaced_re(
    r"(?i)(?:[^\W\d]+(?: [^\W\d]+)?\s?/\s?[^\W\d]+\d?|[cmk]?m)\s*(?:$|[,;.)]|và |đối với |cho )"
)
_NEXT_RE = spaced_re(rf"(?i)(?:đạt )?(?:ít nhất|tối (?:thiểu|đa)|{AT_MOST}|{AT_LEAST}|trên|dưới) ")
# "50.000 lượt khách, trong đó khách quốc tế chiếm 15%": of the next number.
_OF_NEXT_RE = spaced_re(
    r",? trong đó(?: có)?(?!\w)|, (?:mỗi|nhưng|còn|(?:(?:đến|trong|sang) )?(?:năm|quý|tháng) (?=[\dIVX]))(?!\w)"
)
# "38 thôn, hoàn thành trong năm 2027": by when, and no part of what is counted.
_DUE_RE = spaced_re(r", (?:(?:hoàn thành|xong) (?=trước|trong|vào)|(?:chậm nhất|trước ngày) )")
_APART_RE = re.compile(r"[^\W\d]+(?:\s[^\W\d]+)?(?=,\s)")
_LINK_RE = spaced_re(r"(?i)^(?:và|trong đó\s*:?|với|phấn đấu) ")
_WEAK_SUBJECT_RE = spaced_re(
    r"(?i)(?:vào|trong|ở|(?:kể|tính) từ|tính (?:theo|trên)|để|theo|so với|và|trở|đến|hằng|hàng|tại|với|trên tổng|/|mỗi năm|cho (?:\d+|một|mỗi)|đối với|đúng quy định|\(|trước|trên (?:toàn|địa bàn)|của (?:năm|giai|cả))(?!\w)"
)
_RULE_RE = spaced_re(r"\W*(?P<condition>(?:Trường hợp|Nếu|Khi|Đối với)\s.+?),? thì (?:có |được )?")
# "nhưng | không quá 30 triệu đồng", "tối đa | không quá 22 tuổi"
_DOUBLED_RE = spaced_re(r"(?i)(?:(?:^|\s)nhưng)?(?:(?:^|\s)tối (?:đa|thiểu))?$")
_BARE_VERB = 2
"""Words of a verb that is no subject: "thì thanh toán tối đa bằng 50% mức chi"."""
_JOIN_RE = spaced_re(
    r"(?i)[\s,;:(]*(?:và )?(?:tăng(?: thêm)?|giảm|phấn đấu|hơn|và|trong đó|với|phấn đấu|bao gồm|gồm|cụ thể|còn|ít nhất|có|đạt|đồng thời|nhưng)?[\s,:(]*$"
)
_TIME = spaced(
    r"(?:(?:đến|tới|trong|vào|hết|cuối|từ) )*(?:năm|giai đoạn) (?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?"
)
_TIMED_RE = re.compile(rf"(?i)\W*(?:(?:phấn\s+đấu|dự\s+kiến|đạt|là|lên|còn|và|(?P<when>{_TIME}))(?:\W+|$))+")
_ENDS_TIMED_RE = re.compile(rf"(?i)\W+{_TIME}\W*$")


def only_timed(subject: str) -> str | None:
    """The time where a subject says nothing else, as of the second number in "đạt 60%; đến năm 2030 đạt 75%".

    >>> only_timed("phấn đấu đến năm 2030 đạt"), only_timed("hộ nghèo năm 2030")
    ('đến năm 2030', None)
    """
    said = _TIMED_RE.fullmatch(subject)
    return said["when"] if said else None


def without_time(subject: str) -> str:
    """A subject without the time with which it ends.

    >>> without_time("Tỷ lệ hộ nghèo năm 2030")
    'Tỷ lệ hộ nghèo'
    """
    return _ENDS_TIMED_RE.sub("", subject)


_CASE_RE = spaced_re(r"(?i)(?:nếu|khi|trừ|(?:đối với )?trường hợp)(?!\w)")


def subject_of(
    text: str, start: int, match: re.Match[str], around: Range, *, goals: bool
) -> tuple[str, str | None]:
    """What a number is of: the words after it, or before it where none follow. Also a condition after it.

    ``start`` is where the clause begins, ``around`` what lies between the numbers beside it.
    """
    floor, ceiling = around.start, around.end
    measure = (match["unit"] or "").lower() in MEASURES | _TIMES
    tail = match.end() if measure or not match["unit"] else match.start("unit")
    raw = cut_verb(text[tail:ceiling])
    raw = "" if raw.startswith("”") else re.sub(r"^\s+làm\s+việc(?!\w)", "", raw)
    raw = _OF_NEXT_RE.split(raw, maxsplit=1)[0] if ceiling < len(text) else raw
    raw = _DUE_RE.split(raw, maxsplit=1)[0]
    # "không quá 9 vụ, số người chết không quá 5": what follows the comma is of the next number.
    counts_on = match["unit"] and not measure and "%" not in match[0] and _NEXT_RE.match(text, ceiling)
    apart = _APART_RE.match(raw) if counts_on else None
    raw = apart[0] if apart else raw
    after = _JOIN_RE.sub("", raw).strip(" ,.;:()\u2028")
    if match["unit"] and match["after2"]:
        after = re.sub(r"(?i)\s+trở\s+(?:lên|xuống)", "", after, count=1)
    before = text[floor : match.start()].lstrip(" ,;:.)")
    if floor > start and shares_verb(text, floor, match.start()):
        return before[before.find(",") + 1 :].strip(), None
    before = _own_part(before, goals=goals, unit=bool(match["unit"])) if floor > start else before
    if told := _held_or_ruled(before, match, after):
        return told
    bare = after.lower() == (match["unit"] or "").lower()
    lead = LEAD_RE.match(before)
    if lead and (bare or before[lead.end() :].strip()):
        before = before[lead.end() :]
    before = _LINK_RE.sub("", before.strip(" ,.;:(-+"))
    horizon = _BEFORE_HORIZON_RE.search(before)
    if horizon and horizon.start():
        before = before[: horizon.start()].strip(" ,.;:(-")
    before = re.sub(r"(?i)\s+\(?(?:bao\s+gồm|gồm(?:\s+có)?|với(?:\s+tổng\s+số)?)$", "", before)
    before = re.sub(r"\s+(?:nhưng|và)$", "", before) if measure else before
    before = _DOUBLED_RE.sub("", before) if match["before"] else before
    turns = _TURNS_RE.match(after) or (len(before.split()) > _BARE_VERB and _MEASURE_RE.match(after))
    closed = (
        bare
        or bool(turns)
        or (bool(match["per"]) and floor == start)
        or re.match(r"\s*(?:[,;(.)]|$)", raw) is not None
    )
    if bare and not measure and before.endswith(" và"):
        return after, None
    if bare and not measure and re.match(r"(?i)mỗi|từng", before):
        return after, before
    asked = not (goals or match["before"]) and len(before.split()) <= 5 and asks_before(f"{before} ")
    asked = asked or (goals and floor > start and asks_before(f"{before} ") and len(before.split()) <= 3)
    if bare and not measure and (asked or " " not in before or _AIM_ONLY_RE.search(before)):
        return after, None  # "Phát triển mới 800 hội viên": what is done is no subject of the number
    if before and (not after or closed or (_WEAK_SUBJECT_RE.match(after) and _names_thing(before))):
        if horizon and horizon["when"]:
            return before, horizon["when"]
        weak = after if after and not closed and _WEAK_SUBJECT_RE.match(after) else None
        return before, weak
    return after, None


def apart_from_case(
    text: str, match: re.Match[str], end: int, subject: str, condition: str | None
) -> tuple[str, str | None]:
    """A subject that is only a case told apart: it is the number's condition, or that of the next one, where it stands behind.

    >>> text = "Tối đa 30 triệu đồng, trường hợp đặc biệt không quá 50 triệu đồng"
    >>> apart_from_case(text, re.search("30", text), 41, "trường hợp đặc biệt", None)
    ('', None)
    >>> apart_from_case(text, re.search("50", text), len(text), "trường hợp đặc biệt", None)
    ('', 'trường hợp đặc biệt')
    """
    if not _CASE_RE.match(subject):
        return subject, condition
    behind = subject in text[match.end() : end]
    return "", condition if behind else condition or subject


def _names_thing(before: str) -> bool:
    return len(before.split()) >= 2 and re.match(r"(?i)(?:ở|tại)\s", before) is None


def _held_or_ruled(before: str, match: re.Match[str], after: str) -> tuple[str, str | None] | None:
    """Subject and condition of a share, and of "Trường hợp A thì thu nhập không quá 25 triệu đồng"; None for any other."""
    rule = _RULE_RE.match(before)
    own = before[rule.end() :].strip() if rule else before.rstrip()
    lead = None if rule else LEAD_RE.match(own)
    held = _held(own[lead.end() :].lstrip() if lead else own, match, after)
    if rule is None:
        return (held, f"{lead['condition'].strip()}; {after}" if lead else after) if held else None
    case = rule["condition"].strip()
    if held and len(held.split()) > _BARE_VERB:
        return held, f"{case}; {after}"
    mine = own and (not after or _WEAK_SUBJECT_RE.match(after))
    return (own if mine else after or own), case


def _held(before: str, match: re.Match[str], after: str) -> str | None:
    """What a share of something else is of; None where the number counts what follows it."""
    holds = _LIMITED_RE.fullmatch(f"{before} {match['before'] or ''}") or _HOLDS_RE.fullmatch(before)
    share = "%" in match[0] or match["unit"] == "lần" or not match["before"]
    if holds is None or not share or not re.match(r"[^\W\d]", after):
        return None
    own = re.sub(r"\s+nhưng$", "", holds["subject"].rpartition(" thì ")[2])
    return _LINK_RE.sub("", own.strip(" -+,;:"))


def _own_part(before: str, *, goals: bool, unit: bool) -> str:
    """The words before a later number that are its own: behind the last comma, under goals only where a verb asks there."""
    if not goals:
        return re.split(r", |\)?\s+cho\s*$", before)[-1]
    last = before.rpartition(", ")[2]
    # "400 đầu sách, trồng 150 cây xanh": the verb of the list is no subject
    return last if unit and asks_before(f"{last.strip()} ") else before


def closed_words(words: str) -> str:
    """Words without a bracket that they do not close, or do not open.

    >>> closed_words("chợ thí điểm (chợ Suối Bạc"), closed_words("cơ sở) ký cam kết"), closed_words("hộ (72 hộ) nghèo")
    ('chợ thí điểm', 'cơ sở ký cam kết', 'hộ (72 hộ) nghèo')
    """
    if words.count("(") > words.count(")"):
        return words[: words.rindex("(")].rstrip()
    if words.count(")") > words.count("("):
        return re.sub(r"\)(?:\s*[,;].*)?", "", words, count=1)
    return words
