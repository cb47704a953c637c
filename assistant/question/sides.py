"""A question about two things side by side becomes two questions, one about each.

"Đợt 1 với đợt 2 của phong trào diễn ra khi nào" asks "Đợt 1 của phong trào diễn ra khi nào" and the same of "đợt 2".
Which words the two things are is told by their likeness (same head, two numbers, two names, two bodies) beside a joint.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.question.cues import cue_text
from assistant.question.parts import asked_apart, asked_parts
from assistant.question.two import ELSE
from assistant.question.whole import opening_end
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.language.lexicon import UPPER
from ingest.spelling import undiacritise
from vectorstore.words import words as segment

__all__ = ["Sides", "inside_words", "said_together", "split_sides", "uncompared"]

_TOKEN_RE = re.compile(r"[\w%]+(?:[./-][\w%]+)*")
_JOINT_RE = re.compile(
    rf"\b(?:so voi|{ELSE}|ma(?! (?:tuy|so|vung|nguon|vach|hoa)\b)|hay|hoac|voi|va|and|versus|vs|than|with|or|khac)\b|[,;](?!\d)"
)
_CLAUSE_RE = re.compile(r"[:;?]|,(?!\d)|\b(?:so voi|con|versus|vs)\b")
_MEASURED = frozenset("luong tri ngach le tich suat trong".split())
"""Last syllables of what is measured of things ("sản lượng chè và cà phê"), folded: it is asked of both."""
_OPENING = _MEASURED.union(
    "giua cua o cho tai ve between for of in la sanh compare den doi tu from at by".split()
)
_FOLLOWING = frozenset(
    "khac giong chenh lech moi the bao may khi ai cua o trong tai thi la dat co ra hon nhau dien ghi quy differ differs have has are is do does on in at set of lan luot phai duoc nop gui tang giam cho cai ben bang lech khop nguoc".split()
)
_ASKING = frozenset(
    "bao nhieu may nao ai sao gi dau what which who when how khac nhau chenh lech giong".split()
)
_OF_TIME = _ASKING | frozenset(
    "tu den toi het vao trong truoc sau va ngay thang nam quy khi luc hom bua gio tuan la thi".split()
)
"""Words that ask when, and name nothing."""
_EMPTY = _ASKING | _FOLLOWING | _OPENING
_WITHIN_RE = re.compile(r"trong (?!.*\b(?:bao nhieu|may|nao|ai|gi)\b)[^,;:?]*")
"""A clause that opens a question and asks nothing."""
_HEADS = frozenset(
    "so bo phong ban hoi tinh huyen xa phuong thon truong dang ubnd uy chi doan cong trung".split()
)
"""First words of the names of bodies and places."""
_NAMED_RE = re.compile(
    rf"(?i:\b(sở|bộ|phòng|ban|hội|tỉnh|huyện|xã|phường|thôn|trường|ubnd|thành phố)) (?=([{UPPER}]))"
)
"""A head and the name behind it, which one thing holds both."""
_MIDDLE_RE = re.compile(r"(?i)\b(giữa|giua) (?=(nhiệm kỳ|nhiem ky|kỳ|ky|năm|nam)\b)")
"""A time called by its middle, where nothing stands between two."""
_NUMERAL_RE = re.compile(r"\d[\d./-]*%?|[ivx]+")
_COMPARING_RE = re.compile(
    r"\bso sanh\b|\bcompared?\b|\bbetween\b|(?:\b(?:khac|giong|chenh|lech)(?: (?:nhau|gi|biet|lech)\b)*)(?: (?:the nao|ra sao|sao|cho nao|o cho nao|gi|khong)\b)?|,? ?co (?:giong|khac|bang|cung)[^?,]* khong\b"
    r"|\bmoi (?:ben|cai|thu|dua|noi|nguoi|ong|dot)\b|,? ?(?:\bsao )?(?:\blai )?(?:\bghi )?(?:\b(?:co|khong|ko) )*\b(?:khop|lech|bang|nguoc|thong nhat)(?: nhau)?(?: (?:khong|ko|k|chua))?\b|\blan luot\b|\brespectively\b|,? ?(?:[a-z]+ )?nao (?:cao|thap|nhieu|it|som|muon|lon|nho) hon\b|\b(?:cao|thap|nhieu|it|som|muon|lon|nho) hon\b"
)
_VALUE_RE = re.compile(r"(?<!\w)\d[\d.,/-]*\d{2}(?!\d)(?: (?:tỷ|triệu|nghìn|đồng|%))*")
"""Values that the first clause says of its own thing."""
_COUNTED_RE = re.compile(r"\b(?:bao nhieu|may) (?!phan tram\b)[a-z]")
"""How many of something."""
_COLON_RE = re.compile(r":\s")
_ONLY_MARKED = frozenset({"con", "ma"})
"""Joints that without their mark are another word, in a question that has marks."""
_YEAR_RE = re.compile(r"(?<![-–/])(?<![-–/] )\b(?:nam )?(?P<year>20\d\d)\b(?! ?[-–/] ?\d)")
_OF_YEAR = frozenset(
    "phan dau muc tieu chi tieu dat thi con giam tang nang len xuong so voi kem % ty le".split()
)
"""Words beside another year that name no other thing than the first clause does."""
LONGEST = 8
"""Words of one thing."""
SURELY = 3.0
ALIKE, SET_APART = 1.5, 1.0
"""Likeness from which two phrases are the two things; beside a word that sets things against each other."""
_SETTING = frozenset(["voi", "so voi", "vs", "versus"])
SAID_WORDS = 2
"""Syllables next to the joint by which a plan is looked up for the two things as one; or the one word next to it."""
MOST = 1
"""Ways of parting that are followed: each costs two searches, and a second one found no more (2026-11-26)."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The two things as typed, the question about each, and how alike the two are."""

    things: tuple[str, str]
    questions: tuple[str, str]
    likeness: float


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    start: int
    end: int


def split_sides(question: str) -> list[Sides]:
    """The likeliest way (``MOST``) to part a question into two; [] where no two like things stand beside a joint.

    >>> [side.questions for side in split_sides("đợt 1 với đợt 2 ở Cần Thơ diễn ra khi nào")][0]
    ('đợt 1 ở Cần Thơ diễn ra khi nào', 'đợt 2 ở Cần Thơ diễn ra khi nào')
    >>> split_sides("ai chủ trì tập huấn"), split_sides("Sở Khoa học và Công nghệ chủ trì mấy chỉ tiêu")
    ([], [])
    >>> split_sides("năm 2029 phải nuôi được bao nhiêu con lợn")
    []
    """
    folded = cue_text(question)
    if len(folded) != len(question):
        question = folded
    words = [_Word(m[0], m.start(), m.end()) for m in _TOKEN_RE.finditer(folded)]
    found: list[Sides] = []
    bodies = find_agencies(question)
    for joint in _JOINT_RE.finditer(folded, opening_end(question)):
        if any(body.start < joint.start() < body.end for body in bodies):
            continue  # "Sở Khoa học và Công nghệ" is one body
        if (
            joint[0] in _ONLY_MARKED
            and question[joint.start() : joint.end()].isascii()
            and not question.isascii()
        ):
            continue  # "con công nhân" beside "còn"
        if joint[0] == "," and _WITHIN_RE.fullmatch(folded, 0, joint.start()):
            continue  # "trong số mẫu hằng năm, phần mẫu cho bệnh A là bao nhiêu" is of one thing
        best = _beside(question, folded, words, joint)
        if best and best.likeness >= (SET_APART if joint[0] in _SETTING else ALIKE):
            found.append(best)
        if other := _of_other_year(question, folded, joint):
            found.append(other)
        elif joint[0] in {"con", "ma", ",", ";"} and (clauses := _clauses(question, words, joint)):
            found.append(clauses)
    kept: dict[tuple[str, str], Sides] = {}
    for side in sorted(found, key=lambda one: -one.likeness):
        kept.setdefault(side.questions, side)
    return list(kept.values())[:MOST]


def said_together(sides: Sides, texts: Iterable[str]) -> bool:
    """Whether the plans themselves say the two words beside each other, so that they are one thing ("cán bộ, công chức").

    Not so of two bodies, nor of two numbers: what is asked of each differs, though a plan may name both together. Nor
    by one word only where the first thing asks for itself, or the second begins like it ("số xã, số phường").

    >>> pair = Sides(("cán bộ", "công chức"), ("", ""), 2.0)
    >>> said_together(pair, ["Tập huấn cho 90% cán bộ, công chức xã."]), said_together(pair, ["Công chức và cán bộ."])
    (True, False)
    >>> said_together(Sides(("tỷ lệ xã", "phường có chợ năm 2030"), ("", ""), 2.0), ["Giao cho các xã, phường."])
    True
    """
    first, second = sides.things
    ends, begins = {body.end for body in find_agencies(first)}, {body.start for body in find_agencies(second)}
    if len(first) in ends or 0 in begins:
        return False
    near = [(first.lower().split()[-SAID_WORDS:], second.lower().split()[:SAID_WORDS])]
    words, others = segment(first), segment(second)
    if words and others and others[0] not in words and not _ASKING & set(cue_text(first).split()):
        near.append((words[-1].split("_"), others[0].split("_")))
    pairs = [tuple(r"\s+".join(map(re.escape, side)) for side in pair) for pair in near]
    said = "|".join(
        rf"{one}(?:\s*,\s*|\s+và\s+){two}" for one, two in pairs if not re.search(r"\d", one + two)
    )
    together = re.compile(rf"(?<!\w)(?:{said})(?!\w)")
    return said != "" and any(together.search(text.lower()) for text in texts)


def _beside(question: str, folded: str, words: list[_Word], joint: re.Match[str]) -> Sides | None:
    """The two things on either side of a joint, each next to it."""
    floor = max((m.end() for m in _CLAUSE_RE.finditer(folded, 0, joint.start())), default=0)
    after = _CLAUSE_RE.search(folded, joint.end())
    ceiling = after.start() if after else len(folded)
    left = [w for w in words if floor <= w.start and w.end <= joint.start()][-LONGEST:]
    right = [w for w in words if joint.end() <= w.start and w.end <= ceiling]
    best: tuple[float, int, int] | None = None
    inside = inside_words(question)
    for k in range(1, len(left) + 1):
        for m in range(1, min(LONGEST, len(right)) + 1):
            first, second = left[-k:], right[:m]
            if first[0].start in inside or second[-1].end in inside:
                continue  # "bán trú" is one word: no thing begins with its second half
            likeness = _likeness(question, first, second)
            before = left[-k - 1].folded if k < len(left) else ""
            opens = not before or undiacritise(before) in _OPENING
            follows = 1.0 if m == len(right) else 0.9 * (right[m].folded in _FOLLOWING)
            score = likeness + 0.7 * opens + follows if likeness > 0 else 0.0
            if best is None or score > best[0]:
                best = (score, k, m)
    if best is None or best[0] <= 0:
        return None
    first, second = left[-best[1] :], right[: best[2]]
    prefix, suffix = question[: first[0].start], question[second[-1].end :]
    things = question[first[0].start : first[-1].end], question[second[0].start : second[-1].end]
    return Sides(
        things, (uncompared(prefix + things[0] + suffix), uncompared(prefix + things[1] + suffix)), best[0]
    )


@lru_cache(maxsize=256)
def inside_words(question: str) -> frozenset[int]:
    """Where the syllables of the question's compounds begin and end, but for the compounds' own begin and end.

    >>> sorted(inside_words("học sinh bán trú"))
    [3, 4]
    """
    found: set[int] = set()
    at, folded = 0, question.lower()
    for word in segment(question):
        parts = word.split("_")
        for number, part in enumerate(parts):
            start = folded.find(part, at)
            if start < 0:
                break
            at = start + len(part)
            found |= ({start} if number else set()) | ({at} if number < len(parts) - 1 else set())
    for name in (*_NAMED_RE.finditer(question), *_MIDDLE_RE.finditer(question)):
        found |= {name.end(1), name.start(2)}
    return frozenset(found)


def uncompared(question: str) -> str:
    """A question without the words that compare: what is asked of each thing alone.

    >>> uncompared("so sánh hạn báo cáo của Cần Thơ và Đồng Nai")
    'hạn báo cáo của Cần Thơ và Đồng Nai'
    """
    folded = cue_text(question)
    if len(folded) != len(question):
        question = folded
    kept, at = [], 0
    for match in _COMPARING_RE.finditer(folded):
        kept.append(question[at : match.start()])
        at = match.end()
    return " ".join("".join((*kept, question[at:])).split()).strip(" ,")


def _likeness(question: str, first: list[_Word], second: list[_Word]) -> float:
    """How much two phrases are things of one sort, by their form."""
    one, other = [w.folded for w in first], [w.folded for w in second]
    if one == other or _ASKING & {*one, *other} or "liet ke" in " ".join((*one, "", *other)):
        return 0.0
    if (one[0] == "moi") != (other[0] == "moi"):
        return 0.0  # "50 người, mỗi người chấm mấy điểm" is of one thing
    if any(_EMPTY.issuperset(words) for words in (one, other)):
        return 0.0  # "các bệnh khác là bao nhiêu" is of one thing
    texts = [question[side[0].start : side[-1].end] for side in (first, second)]
    heads = {question[side[0].start : side[0].end].lower() for side in (first, second)}
    same_head = len(heads) == 1 or any(map(str.isascii, heads))  # "sở" is no "số"
    score = -0.15 * abs(len(one) - len(other)) - 0.05 * (len(one) + len(other))
    if len(one) == len(other) == 1 and _numeral(one[0]) and _numeral(other[0]):
        return score + 3.0
    if one[0] == other[0] and same_head and min(len(one), len(other)) > 1:
        score += 2.5 + 0.5 * (_numeral(one[-1]) and _numeral(other[-1]))
    elif one[-1] == other[-1] and min(len(one), len(other)) > 1:
        score += 2.0
    if all(_is_body(text) for text in texts):
        score += 2.0
    elif all(_is_name(text) for text in texts) or (one[0] in _HEADS and other[0] in _HEADS):
        score += 1.5
    if one[0] != other[0] and one[-1] != other[-1] and {*one} & {*other} - _OPENING:
        score += 1.2
    return max(score, 0.3 if abs(len(one) - len(other)) <= 1 else 0.0)


def _numeral(word: str) -> bool:
    return _NUMERAL_RE.fullmatch(word) is not None


def _is_body(text: str) -> bool:
    found = find_agencies(text)
    return len(found) == 1 and found[0].start == 0 and found[0].end == len(text)


def _is_name(text: str) -> bool:
    return all(word[:1].isupper() for word in text.split())


def _clauses(question: str, words: list[_Word], joint: re.Match[str]) -> Sides | None:
    """Two clauses that ask the same: "tỉnh đặt bao nhiêu, xã đặt bao nhiêu"; "..., còn phụ lục ghi thế nào"."""
    before, after = question[: joint.start()].rstrip(" ,;"), question[joint.end() :].strip()
    if len(asked_apart(before)) > 1 or len(asked_apart(after)) > 1:
        return None  # three things asked, one behind the other
    colon = _COLON_RE.search(before)
    topic = before[: colon.end()] if colon else ""
    asked, too = asked_parts(before), asked_parts(after)
    same = bool(asked) and bool(set(asked) & set(too))
    if not (same or joint[0] == "con") or _OF_TIME.issuperset(cue_text(after).strip(" ?.").split()):
        return None  # "từ ngày nào tới ngày nào" names no second thing
    thing = before[len(topic) :]
    second = (
        _swapped(question, words, joint)
        or f"{topic or _without_asked(_VALUE_RE.sub('', thing), after)} {after}"
    )
    return Sides((thing, after.rstrip("? ")), (before, second), 2.6 if same else 2.0)


def _without_asked(first: str, second: str) -> str:
    """The first clause up to what it counts, where the second counts another thing of the same.

    >>> _without_asked("Xã Suối Bạc có bao nhiêu hộ", "bao nhiêu thôn"), _without_asked("hạn nộp khi nào", "bao nhiêu thôn")
    ('Xã Suối Bạc có', 'hạn nộp khi nào')
    """
    counted = _COUNTED_RE.search(cue_text(first)) if _COUNTED_RE.match(cue_text(second)) else None
    return first[: counted.start()].strip() if counted else first


def _of_other_year(question: str, folded: str, joint: re.Match[str]) -> Sides | None:
    """A clause and another that asks the same for another year: "năm 2031 đạt bao nhiêu, còn 2035?"."""
    before, after = (
        list(_YEAR_RE.finditer(folded, *span)) for span in ((0, joint.start()), (joint.end(), len(folded)))
    )
    if len(before) != 1 or len(after) != 1 or before[0]["year"] == after[0]["year"]:
        return None
    rest = folded[joint.end() : after[0].start()] + folded[after[0].end() :]
    if not {*_TOKEN_RE.findall(undiacritise(rest))} <= _EMPTY | _OF_TIME | _OF_YEAR:
        return None
    first, year = question[: joint.start()].strip(" ,;?"), before[0]
    second = f"{first[: year.start('year')]}{after[0]['year']}{first[year.end('year') :]}"
    return Sides((f"năm {year['year']}", f"năm {after[0]['year']}"), (first, second), SURELY)


def _swapped(question: str, words: list[_Word], joint: re.Match[str]) -> str | None:
    """The first clause with the second one's thing in the place of its own, where both have the same head."""
    left = [w for w in words if w.end <= joint.start()]
    right = [w for w in words if w.start >= joint.end()]
    ends = next(
        (at for at, w in enumerate(right) if w.folded in _ASKING or w.folded in _FOLLOWING), len(right)
    )
    thing = right[:ends]
    if len(thing) < 2:
        return None
    for at, word in enumerate(left):
        if word.folded == thing[0].folded:
            stop = min(at + len(thing), len(left))
            own = left[at:stop]
            if own and not _ASKING & {w.folded for w in own}:
                new = question[thing[0].start : thing[-1].end]
                return f"{question[: own[0].start]}{new}{question[own[-1].end : joint.start()]}".strip(" ,;")
    return None
