"""A follow-up made whole: the question before it, with what the follow-up replaces put in the place of its like.

"Chủ tịch xã tiếp dân ngày mấy?" and then "còn chủ tịch tỉnh?" is "chủ tịch tỉnh tiếp dân ngày mấy?". What is replaced is a
slot of the same sort (see ``slots``), or the words behind those that both questions say ("con dưới 12 tháng" by "con
từ 1 đến 3 tuổi"). Where nothing like it stands in the question before, there is no whole question, and None is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from assistant.question.cues import cue_text
from assistant.question.documents import DOC, SHORT_DOC
from assistant.question.parts import asked_parts
from assistant.question.slots import Slot, find_slots, fold_letters
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.language.lexicon import UPPER

__all__ = ["Said", "make_whole", "opening_end", "said_thing"]

_OPENING_RE = re.compile(
    r"^(?:(?:ok|oke|okay|vay|the|roi|va|con|thi|rieng|nhung|neu|and|but|then|what about|how about|what if|cua|o|tai|doi voi)\b[ ,]*(?:(?:for|in|if|with|at|the)\b ?)*)+"
)
_CAPITAL_RE = re.compile(rf"(?<= )[{UPPER}]")
_TAIL_RE = re.compile(
    r"[ ,]*\b(?:thi )?(?:(?:sao|the nao|ra sao|nhu the nao|nua)(?: (?:a|vay|nhi|the|ha|ta))*|(?:vay|nhi|a|ha|ta))\s*$"
)
_ASK_RE = re.compile(
    r"\b(?:bao nhieu|bn|may|ai|gi|nao|dau|khi nao|bao gio|bao lau|han|what|who|whom|when|where|which|how)\b"
)
_BEFORE_ASK = frozenset(
    "trước vào ngày tháng quý năm giờ sở bộ cơ quan phòng ban tổ đơn vị mức là do được bị thì bằng trong về gửi cho qua từ đạt "
    "những các khoảng đến hạn chót phải must by".split()
)
"""Words that belong to the asking word behind them ("trước ngày nào", "do sở nào")."""
_BACK_RE = re.compile(r"\b(?:do|nay|ay|o tren|noi tren|khac|con lai|it|that|those|they|them|its|their)\b")
"""Points back or elsewhere: it is no thing of its own."""
MOST_OWN = 2
"""Words of its own from which a follow-up's thing is a subject by itself, not a slot of the old one."""
_TERM_RE = re.compile(r"(?i)\bhk ?(\d|[ivx]+)\b")
_ACTORS = {"body", "office"}
_SPANS = frozenset({"tuan", "thang", "quy", "nam"})
_WORD_RE = re.compile(r"[\w%]+(?:[./-][\w%]+)*")
_FUNCTION = frozenset(
    "cua o tai ve cho la va voi trong co duoc bi thi do cac nhung mot nguoi cai the ma vu the of in for to with a an one ones those".split()
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a follow-up says: the thing it turns to, and what it asks of it ("" where it asks the same again)."""

    thing: str
    asks: str


def said_thing(question: str) -> Said:
    """Part a follow-up into its thing and its asking.

    >>> said_thing("thế còn dứa thì sản lượng là bao nhiêu?")
    Said(thing='dứa', asks='sản lượng là bao nhiêu')
    >>> said_thing("còn giai đoạn 2 thì sao"), said_thing("hạn là khi nào?").thing
    (Said(thing='giai đoạn 2', asks=''), '')
    >>> said_thing("bao lâu thì được xét vay").thing
    ''
    """
    text = " ".join(question.split()).strip(" ?.!")
    folded = fold_letters(text)
    end = opening_end(text)
    text, folded = text[end:], folded[end:]
    if tail := _TAIL_RE.search(folded):
        text, folded = text[: tail.start()], folded[: tail.start()]
    joint = re.search(r",? thi\b", folded)
    if joint and _asking(text[: joint.start()]) != (0, joint.start()):
        return Said(text[: joint.start()].strip(" ,"), text[joint.end() :].strip(" ,"))
    if not (asking := _asking(text)):
        return Said(text.strip(" ,"), "")
    return Said(text[: asking[0]].strip(" ,"), text[asking[0] :].strip(" ,"))


def opening_end(text: str) -> int:
    """Where a follow-up's opening words end ("thế còn ..."); 0 where there are none.

    >>> opening_end("thế còn dứa?"), opening_end("thế Cồn Sậy?"), opening_end("dứa thì sao")
    (8, 4, 0)
    """
    if not (opening := _OPENING_RE.match(fold_letters(text))):
        return 0
    name = _CAPITAL_RE.search(text, 1, opening.end())  # "thế Cồn Sậy?" turns to a name
    return name.start() if name else opening.end()


def make_whole(
    question: str,
    taken: Collection[str],
    base: str,
    base_taken: Collection[str],
    actors: Mapping[str, str],
    beside: Callable[[str, str], tuple[Slot, str] | None] = lambda thing, base: None,
) -> str | None:
    """The follow-up as a question that stands alone; None where nothing of the one before is like its thing.

    ``taken`` are the words by which each of the two names plans; ``beside`` tells what of the base gives way to a thing
    that stands beside the place of the last answer.

    >>> make_whole("còn tháng 9 thì sao", (), "tháng 8 phường làm gì?", (), {})
    'tháng 9 phường làm gì'
    >>> make_whole("con từ 1 đến 3 tuổi?", (), "giảng viên có con dưới 12 tháng giảm mấy phần trăm", (), {})
    'giảng viên có con từ 1 đến 3 tuổi giảm mấy phần trăm'
    """
    said, base = said_thing(question), " ".join(base.split()).strip(" ?.!")
    if not said.thing or _BACK_RE.search(fold_letters(said.thing)):
        return None
    swaps = _swaps(said.thing, taken, base, base_taken, actors)
    if not swaps and (other := beside(said.thing, base)):
        swaps = [other]
    if not swaps:
        return None
    whole = _swapped(base, swaps)
    parts, words = set(asked_parts(said.asks)), set(fold_letters(said.asks).split())
    if (parts and parts <= set(asked_parts(base))) or words <= set(fold_letters(base).split()):
        return whole  # it asks the same again
    return f"{_unasked(whole)} {said.asks}"


def _unasked(question: str) -> str:
    """A question without its first asking words."""
    if not (asking := _asking(question)):
        return question
    return " ".join(f"{question[: asking[0]]} {question[asking[1] :]}".split()).strip(" ,:")


def _asking(question: str) -> tuple[int, int] | None:
    """Where the first asking words stand, with those that belong to them ("trước ngày nào")."""
    cued = cue_text(question)
    if len(cued) != len(question) or not (asking := _ASK_RE.search(cued)):
        return None
    start = asking.start()
    while (word := re.search(r"(\w+) *$", question[:start])) and word[1].lower() in _BEFORE_ASK:
        start = word.start()
    return start, asking.end()


def _swapped(base: str, swaps: Sequence[tuple[Slot, str]]) -> str:
    for slot, words in sorted(swaps, key=lambda swap: -swap[0].start):
        base = f"{base[: slot.start]}{words}{base[slot.end :]}"
    return base


def _swaps(
    thing: str, taken: Collection[str], base: str, base_taken: Collection[str], actors: Mapping[str, str]
) -> list[tuple[Slot, str]]:
    """Which spans of the base give way to which words of the thing; [] where the thing is another subject."""
    own, old = find_slots(thing, taken, actors), list(find_slots(base, base_taken, actors))
    names = thing.split()
    if len(names) > 1 and not own and all(name[0].isupper() and not name.isupper() for name in names):
        own = (Slot("place", 0, len(thing)),)
    found: list[tuple[Slot, str]] = []
    for slot in own:
        words = thing[slot.start : slot.end]
        fitting = [one for one in old if _alike(slot, words, one, base)]
        if like := max(fitting, key=lambda one: _begins_alike(words, base[one.start :]), default=None):
            old.remove(like)
            found.append((_widened(like, slot.sort, base, old), _in_full(words, base[: like.start])))
        elif numbered := _same_head(slot, words, base):
            found.append(numbered)
    if not found and (behind := _behind_shared(thing, base, find_slots(base, base_taken, actors))):
        return [behind]
    body = next((slot for slot in find_slots(base, base_taken, actors) if slot.sort == "body"), None)
    if not found and body and (bodies := _as_bodies(thing)):
        return [(body, bodies)]
    if not found:
        return []
    known = {fold_letters(m[0]) for m in _WORD_RE.finditer(base)} | _FUNCTION
    loose = [
        m[0]
        for m in _WORD_RE.finditer(thing)
        if not any(slot.start <= m.start() < slot.end for slot in own) and fold_letters(m[0]) not in known
    ]
    return found if len(loose) < MOST_OWN else []


def _as_bodies(thing: str) -> str:
    """The bodies of the kind that a thing is only called by; "" for other things.

    >>> _as_bodies("xã, phường"), _as_bodies("cấp xã"), _as_bodies("sản lượng")
    ('các xã, phường', 'UBND cấp xã', '')
    """
    words = thing[:1].lower() + thing[1:]
    whole = f"UBND {words}" if words.startswith("cấp ") else f"các {words}"
    return whole if any(body.name == whole for body in find_agencies(whole)) else ""


def _alike(slot: Slot, words: str, old: Slot, base: str) -> bool:
    """Whether two slots are of one sort and say different things."""
    same = fold_letters(words) == fold_letters(base[old.start : old.end])
    if slot.sort == "level" and old.sort in {"place", "body"}:
        before = _LEVEL_BEFORE_RE.search(fold_letters(base[: old.start]))
        level = before[0] if before else base[old.start : old.end].split()[0]
        return _rank(words) < _rank(level) < len(_RANKS)
    return not same and (slot.sort == old.sort or {slot.sort, old.sort} == _ACTORS)


def _rank(words: str) -> int:
    """How high a level stands in the words, the highest 0; ``len(_RANKS)`` where none is named."""
    folded = fold_letters(words)
    return next(
        (at for at, level in enumerate(_RANKS) if re.search(rf"\b(?:{level})\b", folded)), len(_RANKS)
    )


_RANKS = (
    "trung uong",
    "tinh|thanh pho|provinces?",
    "huyen|districts?",
    "xa|phuong|dac khu|communes?|wards?",
    "thon|to dan pho|khu pho",
)
"""Of a commune's question "còn tỉnh?" turns to the province; of a province's, "còn cấp xã?" stays in its plan."""


def _in_full(words: str, before: str) -> str:
    """A report's period with its noun, where the base says another word before it; "HK2" written out."""
    words = _TERM_RE.sub(r"học kỳ \1", words)
    if fold_letters(words) in _SPANS and not fold_letters(before).rstrip().endswith("bao cao"):
        return f"báo cáo {words}"
    return words


def _begins_alike(words: str, other: str) -> bool:
    return fold_letters(words).split()[0] == (fold_letters(other).split() or [""])[0]


_BOUNDARIES = frozenset(
    "là thì do ở tại của năm theo về để được phải sẽ trong trước sau is are in of for by".split()
)
"""Words before which a noun phrase of the base ends."""
_PREPOSITIONS = frozenset("với cho về vào trong ngoài trước sau khi with for during before after".split())
"""Said again, they alone tell which phrase is replaced ("với nông dân", "còn với thanh niên?")."""
_ENDS_RE = re.compile(r"[,;:()?]")


def _behind_shared(thing: str, base: str, slots: Sequence[Slot]) -> tuple[Slot, str] | None:
    """What stands in the base behind the words with which the thing begins too ("chỉ tiêu [sổ sức khỏe]", "chỉ tiêu 5G").

    It goes to the next asking word, comma, named thing or word that opens another phrase.
    """
    own, old = (list(_WORD_RE.finditer(text)) for text in (thing, base))
    said, words = ([m[0].lower() for m in found] for found in (own, old))
    shared, at = 0, 0
    for length in range(len(said) - 1, 0, -1):
        there = [i for i in range(len(words) - length + 1) if words[i : i + length] == said[:length]]
        if there and (
            said[:length][-1] in _PREPOSITIONS or set(map(fold_letters, said[:length])) - _FUNCTION
        ):
            shared, at = length, there[0] + length
            break
    if not shared or at >= len(words) or fold_letters(said[shared]) in _FUNCTION:
        return None
    asking = _asking(base)
    stops = [slot.start for slot in slots] + ([asking[0]] if asking else [])
    end = at
    while (
        end < len(old)
        and words[end] not in _BOUNDARIES
        and old[end].start() not in stops
        and not _ENDS_RE.search(base[old[end - 1].end() : old[end].start()])
    ):
        end += 1
    if end == at:
        return None
    return Slot("topic", old[at].start(), old[end - 1].end()), thing[own[shared].start() :]


_LEVEL_BEFORE_RE = re.compile(r"\b(?:tinh|thanh pho|tp|huyen|xa|phuong|dac khu) $")
_NUMERAL_RE = re.compile(r"\d\S*|[ivx]+$")
_OF_DOCUMENT_RE = re.compile(rf"\b(?:{DOC}|{SHORT_DOC}) (?:cua )?$")
"""Before a body whose document is asked about: with the place it names the plan, and "còn phường Bình Minh?" another."""


def _widened(slot: Slot, sort: str, base: str, others: Sequence[Slot]) -> Slot:
    """A place with the level before it, an office with the place whose it is: they go with what is replaced."""
    start, end = slot.start, slot.end
    if slot.sort == "place" and (level := _LEVEL_BEFORE_RE.search(fold_letters(base[:start]))):
        start = level.start()
    for other in others:
        if sort == "office" and other.sort == "place" and base[end : other.start].strip() in {"", "của"}:
            end = max(end, other.end)
        issuer = other.sort == "body" and _OF_DOCUMENT_RE.search(fold_letters(base[: other.start]))
        if (
            sort == "place"
            and (other.sort == "place" or issuer)
            and base[other.end : start].strip() in {"", "của"}
        ):
            start = min(start, other.start)
    return Slot(slot.sort, start, end)


def _same_head(slot: Slot, words: str, base: str) -> tuple[Slot, str] | None:
    """The number in the base that stands behind the same head with more words between ("phòng nghiệp vụ 2", "phòng 3")."""
    sort, _, head = slot.sort.partition(":")
    number = _NUMERAL_RE.search(fold_letters(words))
    if sort != "number" or number is None:
        return None
    folded = fold_letters(base)
    if there := re.search(rf"\b{head}(?: [a-z]+){{1,3}} (\d+)\b", folded):
        return Slot(slot.sort, *there.span(1)), words[number.start() : number.end()]
    return None
