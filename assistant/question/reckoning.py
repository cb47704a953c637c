"""What a question wants reckoned over the rows of a table: which has most, what they come to, how many keep to a bound.

In: a question as understood. Out: the operation, the noun of the rows, the bound, and the words that only say so; None
where it asks for nothing of the kind ("ít nhất 5 người", "tổng hợp báo cáo").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile
from typing import Literal

from assistant.question.cues import cue_text, in_long
from assistant.question.naming import fold
from ingest.spelling import match_key, undiacritise

__all__ = ["Bound", "Operation", "Reckoning", "read_reckoning"]

Operation = Literal["most", "least", "total", "apart", "count"]
Relation = Literal[">", ">=", "<", "<="]

_NHAT_RE = re.compile(
    r"(?<!thông )(?<!thong )(?<!hợp )(?<!hop )(?<!thứ )(?<!thu )(?<!lần )(?<!lan )\b(?:nhất|nhat)\b"
    r"(?! (?:định|dinh|thiết|thiet|trí|tri|quán|quan|thể|the)\b)"
)
_MEASURING: dict[str, Operation] = dict.fromkeys(
    "nhiều nhiêu cao lớn to dài lâu rộng nặng đông tốn".split(), "most"
)
"""With "nhiêu", to which "nhieu" without marks may be restored: it means an amount behind "bao" only."""
_MEASURING |= dict.fromkeys("ít thấp nhỏ bé ngắn hẹp".split(), "least")
_UNMARKED = {undiacritise(word): operation for word, operation in _MEASURING.items()}
_BETWEEN = 7
"""How many words before "nhất" may hold the one that measures."""
_MOST_RE = re.compile(
    r"\b(?:dung|dan|xep) (?:dau|đầu)\b|\btop \d|(?<!at )(?<!at the )\b(?:most|highest|largest|biggest|greatest|longest)\b"
)
_LEAST_RE = re.compile(r"(?<!at )(?<!at the )\b(?:fewest|least|lowest|smallest|shortest)\b")
_NOT_RE = re.compile(
    r"\bkhong\b(?! (?:gian|khi)\b)|\bchua\b|\bchang\b|\b(?:not|no|never|except|without)\b|n't\b"
)
"""Folded, read beside the bounds: "không quá 5" is one of them."""
_BOUND_ONLY_RE = re.compile(
    r"\b(?:it|nhieu|cao|thap|lon|nho) nhat (?:la )?(?:cung )?(?:phai )?(?:\d|bao nhieu|may\b|mot\b|hai\b|ba\b)|\b(?:what|how)\b[^?]*\bmost of\b"
)
"""How much at least or at most is no question of which row."""
_WHICH_RE = re.compile(r"\bnao\b|\bai\b|\bdau\b|\bwh(?:ich|o|ere|at)\b|\bbao nhieu\b|\bmay\b")
_TOTAL_RE = re.compile(
    r"\btong(?: so| cong)?\b(?! (?:hop|ket|cuc|cong ty|dai|the|bi thu|giam doc|thanh tra|lien doan|quan|dieu tra|ra soat|kiem|thu ky)\b)"
    r"|\bcong (?:lai|cac|het|don|tat|ca)\b|\btat ca\b|\bca thay\b|\btotal\b|\baltogether\b|\bin all\b"
)
_AMOUNT_RE = re.compile(r"\bbao nhieu\b|\bmay\b|how (?:many|much)|\bwhat\b|\bbang nao\b|\bla gi\b")
_APART_RE = re.compile(
    r"\bchenh(?: lech)?(?: nhau)?\b|\bhon(?: kem)?(?: nhau)?\b|\bkem(?: hon)?\b|\b(?:tang|giam)(?: them)? bao nhieu"
    r"|\bdifferences?\b|\b(?:more|fewer|less|higher|larger|greater|lower)\b[^?]*\bthan\b|\bor\b[^?]*\b(?:more|fewer|less|higher)\b"
)
_FIGURE = r"(?!(?:19|20)\d\d\b)(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?![\d/]|[.,]\d)(?: ?(%|(?:nghin|ngan|trieu|ty|ti|thousand|million|billion)\b))?"
_BOUNDS: tuple[tuple[Relation, str], ...] = (
    (">=", rf"\b(?:it nhat|toi thieu|khong duoi|at least)(?: la)? {_FIGURE}"),
    (">=", rf"\b(?:tu |tren )?{_FIGURE}[^?,]{{0,24}}? tro len"),
    ("<=", rf"\b(?:khong qua|khong vuot qua|toi da|nhieu nhat|at most|no more than)(?: la)? {_FIGURE}"),
    ("<=", rf"\b(?:tu |duoi )?{_FIGURE}[^?,]{{0,24}}? tro xuong"),
    (
        "<",
        rf"\b(?:duoi|chua (?:den|toi|dat|du)|(?:it|thap|nho|kem) hon|under|below|(?:less|fewer|lower) than) {_FIGURE}",
    ),
    (">", rf"\b(?:tren|hon|vuot(?: qua)?|over|above|(?:more|greater|higher) than) {_FIGURE}"),
    (">=", rf"\btu {_FIGURE}(?! ?(?:-|den|to)\b)"),
)
_BOUNDS_RE = tuple((sign, re.compile(bound)) for sign, bound in _BOUNDS)
"""Folded, the first that fits."""
_SPAN_RE = re.compile(rf"{_FIGURE}[^?,;]{{0,16}}?(?: (?:den|toi|to)|-| -|–| –) ?\d|\bbetween (?:\d|about)")
_BESIDE_RE = re.compile(r"\b(?:trung binh|binh quan|average|mean)\b")
_THOUSANDS_RE = re.compile(r"\d,\d{3}(?!\d)")
"""A comma that parts thousands for one writer and decimals for another."""
_UNIT_RE = re.compile(r" ?([^\W\d]\w*)")
_NO_UNIT = frozenset(
    "tro la thi va o cua trong duoc nao moi theo nam cho hay hoac khong or and in of for are is up to".split()
)
"""Folded: words behind a figure without a unit."""
_SAME_UNIT = {"hectare": "ha", "hectares": "ha", "hecta": "ha", "percent": "%"}
_SCALES = {"nghin": 3, "ngan": 3, "trieu": 6, "ty": 9, "ti": 9, "thousand": 3, "million": 6, "billion": 9}
"""Powers of ten."""
_HOW_MANY_RE = re.compile(r"\bbao nhieu\b|\bmay\b|how many")
_SET_RE = re.compile(r"\bbao nhieu\b|\bmay\b|\bnhung\b|\bcac\b|\bnao\b|how many|\bwhich\b|\blist\b|liet ke")
_AMONG_RE = re.compile(
    r"(?P<before>(?:[^\d\W]+ ){1,4})nao\b|\b(?:which|what) (?P<after>[^\d\W]+(?: [^\d\W]+){0,3})"
)
_COUNTED_RE = re.compile(r"(?:bao nhieu|\bmay|how many) (?P<after>[^\d\W]+(?: [^\d\W]+){0,3})(?P<before>)")
_COUNT_OF_ROWS = r"(\d{1,2}|hai|ba|bốn|năm) (?:[^\W\d]+ ){1,4}nào\b"
_MANY_RE = re.compile(
    rf"(?:^|[,;:.] ?|\b(?:là|có|những|các|kể|tên|biết|gồm) ){_COUNT_OF_ROWS}|\btop (\d{{1,2}})\b"
    r"|\b(?:which|what)(?: are the)? (\d|two|three|four|five)\b"
)
_PERHAPS_MANY_RE = re.compile(r"\b(?:\d{1,2}|hai|ba|bon|nam) (?:[^\W\d]+ ){1,4}nao\b")
"""Folded: a number, or the end of a name or a time ("Quảng Nam xã nào", "hết tháng 6 xã nào")."""
_SAID = {"hai": 2, "two": 2, "ba": 3, "three": 3, "bốn": 4, "four": 4, "năm": 5, "five": 5}
_SAYS_SO = frozenset(
    "top nhiều nhiêu kéo lâu cao lớn to dài rộng nặng đông ít thấp nhỏ bé ngắn hẹp nhất đứng dẫn xếp đầu tổng số cộng lại cả các hết dồn tất thảy"
    " chênh lệch nhau hơn kém tăng giảm thêm bao mấy so với nào trên dưới từ trở lên xuống vượt quá tối đa thiểu không chưa mỗi những toàn"
    " được giao phải một hai ba bốn là có ra tốn tiền em cái diện tích lượng most highest largest biggest greatest longest fewest least lowest"
    " smallest shortest total altogether all sum difference between more fewer less higher larger lower than number amount area how many".split()
)
"""Words of asking and measuring, by which nothing is named."""
_NO_NOUN = frozenset(
    "nhieu it cao thap co la duoc phai o trong tai tren duoi tu nhung cac mot hai ba bon do thi cua giao hoan is are was were does do did"
    " has have the of in will must should with most highest largest least lowest fewest smallest more fewer total".split()
)
"""Folded: words at which a noun ends."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a row's number must keep to. ``scale`` is the word behind the figure ("tỷ", "%"), ``unit`` the next one ("ha"), folded."""

    relation: Relation
    figure: str
    scale: str = ""
    unit: str = ""

    def keeps(self, value: Decimal, measure: str) -> bool | None:
        """Whether a number of this measure keeps to it; None where they cannot be compared.

        >>> Bound(">", "10", "ty").keeps(Decimal(18400), "triệu đồng"), Bound(">", "100").keeps(Decimal(100), "ha")
        (True, False)
        >>> Bound("<", "95", "%").keeps(Decimal(90), "người"), Bound(">", "1", "", "ha").keeps(Decimal(90), "m²")
        (None, None)
        """
        measured = re.findall(r"\w+|%", fold(measure).replace("²", "2"))
        scaled = any(word in _SCALES for word in measured)
        if self.unit and measured and (self.unit not in measured or (scaled and not self.scale)):
            return None
        if self.scale and (self.scale == "%") != ("%" in measured):
            return None
        limit = Decimal(self.figure.replace(".", "").replace(",", "."))
        if self.scale in _SCALES:
            if not {"dong", "usd"} & set(measured):
                return None
            limit = limit.scaleb(_SCALES[self.scale] - sum(_SCALES.get(word, 0) for word in measured))
        return {
            ">": value > limit,
            ">=": value >= limit,
            "<": value < limit,
            "<=": value <= limit,
        }[self.relation]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """An operation over rows. ``noun`` is what the rows are called, folded; ``rows`` how many of them are wanted."""

    operation: Operation
    noun: tuple[str, ...] = ()
    bound: Bound | None = None
    rows: int = 1

    def names(self, word: str) -> bool:
        """Whether a word of the question names something, and does not only ask, measure or bound.

        >>> [Reckoning("total").names(word) for word in ("tổng", "công")]
        [False, True]
        """
        bounds = self.bound is not None and word in re.findall(r"\d+", self.bound.figure)
        return word not in _SAYS_SO and not bounds


def read_reckoning(question: str) -> Reckoning | None:
    """What is to be reckoned; None for nothing.

    >>> read_reckoning("xã nào trồng ít rừng nhất").operation, read_reckoning("Tổng mức đầu tư là bao nhiêu").operation
    ('least', 'total')
    >>> read_reckoning("mấy xã có trên 100 ha").bound
    Bound(relation='>', figure='100', scale='', unit='ha')
    >>> read_reckoning("phòng nào tổng hợp báo cáo"), read_reckoning("nộp chậm nhất ngày nào")
    (None, None)
    """
    return _read(question)


@lru_cache(maxsize=256)
def _read(question: str) -> Reckoning | None:
    asked = in_long(cue_text(question))
    among = _noun(_AMONG_RE.search(asked))
    counted = _noun(_COUNTED_RE.search(asked)) or among
    bounds, rest = _bounds(asked)
    if _THOUSANDS_RE.search(asked):
        return None
    extremes = _extremes(match_key(question), rest) if _WHICH_RE.search(asked) else set()
    if _BOUND_ONLY_RE.search(asked):
        extremes = set()
    negated = _NOT_RE.search(rest) is not None
    if bounds and _SET_RE.search(asked):
        beside = extremes or any(p.search(rest) for p in (_APART_RE, _TOTAL_RE, _BESIDE_RE, _SPAN_RE))
        return None if beside or negated or len(bounds) > 1 else Reckoning("count", counted, bounds[0])
    if _SPAN_RE.search(asked) and _SET_RE.search(asked) and not extremes:
        return None
    if extremes:
        rows = _rows(match_key(question), asked)
        one = next(iter(extremes))
        return (
            None
            if negated or len(extremes) > 1 or one is None or not rows
            else Reckoning(one, among, rows=rows)
        )
    if _APART_RE.search(asked):
        return Reckoning("apart")
    if _TOTAL_RE.search(asked) and _AMOUNT_RE.search(asked):
        return Reckoning("total")
    return Reckoning("count", counted) if _HOW_MANY_RE.search(asked) and counted and not negated else None


def _bounds(asked: str) -> tuple[list[Bound], str]:
    """The bounds that are set, and what is asked beside them; a span between two figures counts as two."""
    bounds: list[Bound] = []
    spans = len(_SPAN_RE.findall(asked))
    for sign, bound in _BOUNDS_RE:
        while match := bound.search(asked):
            behind = _UNIT_RE.match(asked, match.end(2) if match[2] else match.end(1))
            unit = behind[1] if behind and behind[1] not in _NO_UNIT else ""
            bounds.append(
                Bound(sign, match[1], match[2] or "", _SAME_UNIT.get(unit, unit) if match[2] != "%" else "")
            )
            asked = f"{asked[: match.start()]} , {asked[match.end() :]}"
    return bounds * (1 + spans), asked


def _extremes(marked: str, folded: str) -> set[Operation | None]:
    """Which extremes are asked for, each by the measuring word nearest before its "nhất"; None among them for a doubt.

    >>> _extremes("tổ nào có ít hộ nhất", ""), _extremes("xa nao co it lao dong nhat", "")
    ({'least'}, {None})
    >>> _extremes("xã nào nhieu rừng nhất", "")
    {'most'}
    """
    found: set[Operation | None] = set()
    for most in _NHAT_RE.finditer(marked):
        words = re.split(r"[?,;.:]", marked[: most.start()])[-1].split()[-_BETWEEN:]
        # A question that was marked in part only ("xã nào nhieu rừng nhất") keeps words without marks.
        read = [
            (word, operation) for word in words if (operation := _MEASURING.get(word) or _UNMARKED.get(word))
        ]
        if read:
            sure = read[-1][0] in _MEASURING and not marked.isascii()
            found.add(read[-1][1] if sure or len({operation for _, operation in read}) == 1 else None)
    if _MOST_RE.search(folded):
        found.add("most")
    if _LEAST_RE.search(folded):
        found.add("least")
    return found


def _rows(marked: str, folded: str) -> int:
    """How many rows are wanted; 0 where a number may be the end of a name or a time.

    >>> _rows("hai xã nào", "hai xa nao"), _rows("quảng nam xã nào", "quang nam xa nao"), _rows("xã nào", "xa nao")
    (2, 0, 1)
    """
    many = _MANY_RE.search(marked)
    if many is None:
        return 0 if _PERHAPS_MANY_RE.search(folded) else 1
    said = next(filter(None, many.groups()))
    return max(int(said) if said.isdigit() else _SAID[said], 1)


def _noun(found: re.Match[str] | None) -> tuple[str, ...]:
    """The noun behind "bao nhiêu", or before "nào", without the words that only ask.

    >>> _noun(_COUNTED_RE.search("co may xa duoc giao tren 5")), _noun(_AMONG_RE.search("nhung xa nao"))
    (('xa',), ('xa',))
    """
    if found is None:
        return ()
    words = found["after"].split() if found["after"] else found["before"].split()[::-1]
    own = list(takewhile(lambda word: word not in _NO_NOUN, words))
    return tuple(own if found["after"] else own[::-1])
