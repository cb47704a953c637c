"""Which set of things a question asks for: "những phường nào", "có mấy trường hợp", "list the targets".

In: the question and the lexicon. Out: the noun that every member of the set bears, in the words a plan may use for
it, and whether the members or their number is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.grams import tokens
from assistant.question.cues import cue_text
from assistant.question.money import MONEY_NOUNS, SUM_RE
from assistant.question.naming import fold
from ingest.spelling import match_key
from vectorstore.lexicon import Lexicon
from vectorstore.words import words as segment

__all__ = ["Wanted", "find_wanted"]

MOST_WORDS = 5
"""Words of a noun phrase; what goes on longer says what of the members is told."""
_NUMBERS = frozenset("hai two ba three bốn four năm five sáu six bảy seven tám eight chín nine".split())
_HOW_MANY = r"(?:bao nhieu|\bmay|how many)"
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(map(fold, _NUMBERS))})"
# Where the noun stands: behind a plural or a number, before "nào", behind the order to list, before "gồm".
_CUES: tuple[str, ...] = (
    rf"{_HOW_MANY} (?P<after>.+)",
    rf"\b(?P<number>{_NUMBER}) (?P<after>(?:[a-z/-]+ ){{1,5}}?)nao\b",
    r"\b(?:gom nhung|nhung|cac|gom) (?P<after>(?:[a-z/,-]+ ){1,6}?)(?:nao|gi|so may)\b",
    r"(?:liet ke|ke ten|ke ra|\blist)(?: (?:ra|het|giup|ho|cho|em|minh|all|out|every|each))* (?:(?:cac|nhung|the|moi) )?(?P<after>.+)",
    r"\b(?:which|what)(?: are| were)?(?: the)?(?: (?P<number>\d{1,2}|two|three|four|five|six|seven))? (?P<after>.+)",
    r"(?P<head>.+?) (?:bao )?gom\b",
    r"(?P<before>.+?) nao\b",
    r"\b(?:cac|nhung) (?P<after>.+)",
)  # fmt: skip
_CUES_RE = tuple(map(re.compile, _CUES))
_STOP = frozenset(
    "nào gì ai là được bị phải sẽ đã cần của cho trong tại ở theo mà thì có để với hay không vậy nhỉ thế như về từ đến sang vào ra lên qua mỗi một "
    "trên dưới nếu khi nhằm bằng này do giúp em anh chị mình đang còn và hoặc cùng chủ_trì phụ_trách chịu phối_hợp làm "
    "thực_hiện giao ghi quy_định hướng áp_dụng chia kèm nêu mấy bao_nhiêu gồm bao_gồm gửi nộp "
    "of in for to must should does do did is are was were has have had that who which by on at under with be as from will "
    "can per get gets take takes rise rose named led and or".split()
)
"""Words at which a noun phrase ends."""
_ACTS_RE = re.compile(r"\b(?:phai|can|duoc giao|co (?:trach nhiem|nhiem vu)|lam)\b")
"""Folded: whoever stands before it is asked about, not asked for."""
_INTERROGATIVE_RE = re.compile(
    r"\b(?:nao|gi|ai|may|bao (?:nhieu|gio|lau)|khi|sao|dau|khong|chua|who|when|where|how|which|what|why)\b"
)
"""Folded: a word that asks; a plural without one is itself what is asked for ("các mốc thời gian của kế hoạch?")."""
_MEASURE_RE = re.compile(
    r"(?:phan tram|%|tien|dong|nghin|ngan|trieu|ty|ti|usd|do la|tan|ta|kg|gam|lit|km|met|m2|m3|ha|hec ta|hecta"
    r"|nam|thang|ngay|gio|tuan|phut|lan|tuoi|per ?cent|money|days?|hours?|weeks?|months?|years?|times?|tons?|tonnes?)\b(?! (?:hoc|cuoi tuan|truong|chi)\b)"
)
"""Folded: what measures or times, and so is no set of things whose members a list could tell."""
_ASKS = frozenset("xin hỏi ạ hãy giúp list all out ten số the tất_cả những các".split())


@dataclass(frozen=True, slots=True)
class Wanted:
    """A set asked for. ``forms`` are the noun phrases, folded into words, that a plan may call a member by."""

    forms: tuple[tuple[str, ...], ...]
    counted: bool
    sure: bool = True
    """Whether the members are asked for; a plural beside a word that asks may as well name who is asked about ("các xã phải làm gì")."""
    called: tuple[str, ...] = ()
    """What plans call a member (folded), where the question's own word for it is a short form or English ("sp", "villages")."""

    def share(self, text: str) -> float:
        """How much of the noun a text says, 0..1.

        >>> Wanted((("truong", "hop"), ("ca",)), counted=True).share("trừ các trường hợp sau đây")
        1.0
        """
        words = _folded_words(text)
        return max((sum(w in words for w in form) / len(form) for form in self.forms if form), default=0.0)

    @property
    def measures(self) -> bool:
        """Whether an amount is asked for, which no count of the items of a list is.

        >>> Wanted((("phan", "tram"),), counted=True).measures, Wanted((("nam", "hoc"),), counted=True).measures
        (True, False)
        """
        return self.counted and bool(self.forms) and _MEASURE_RE.match(" ".join(self.forms[0])) is not None

    def is_of(self, name: str) -> bool:
        """Whether a name only says the noun, whole or begun ("các cơ quan đăng ký" of "kể tên các cơ quan đăng ký").

        >>> Wanted((("co", "quan", "dang", "ky"),), counted=False).is_of("các cơ quan đăng ký")
        True
        """
        words = tuple(word for word in re.findall(r"\w+", fold(name)) if word != "cac")
        return bool(words) and any(form[: len(words)] == words for form in self.forms)

    def numbered(self, text: str) -> bool:
        """Whether a text says a number of members itself ("14 thôn", "62/62 xã, phường"; not "1. Thôn nào ..."); of money a sum.

        >>> Wanted((("thon",),), counted=True).numbered("Bảo đảm người dân 14 thôn được biết")
        True
        >>> Wanted((("tien",),), counted=True).numbered("Tổng thiệt hại ước trên 4.500 tỷ đồng")
        True
        """
        if self.measures and self.forms[0][0] in MONEY_NOUNS:
            return SUM_RE.search(text) is not None
        return _numbered_re(self.forms).search(fold(text)) is not None

    def begins(self, name: str) -> bool:
        """Whether a name begins with the noun, as a member's does ("Bộ Y tế" of "những bộ nào").

        >>> Wanted((("so",),), counted=False).begins("Sở Nội vụ")
        True
        """
        words = tuple(re.findall(r"\w+", fold(name)))
        return any(words[: len(form)] == form and len(words) > len(form) for form in self.forms)


@lru_cache(maxsize=16)
def _numbered_re(forms: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    """A number of the things that are so called, or of what their first words call."""
    heads = {form[:words] for form in forms for words in (len(form), 2, 1) if form}
    nouns = "|".join(r"\W+".join(map(re.escape, head)) for head in heads)
    return re.compile(rf"(?<![\w.,/])\d+(?:[.,/]\d+)*\s+(?:\w+\s+)?(?:{nouns})\b")


@lru_cache(maxsize=2048)
def _folded_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(text)))


def find_wanted(question: str, lexicon: Lexicon) -> Wanted | None:
    """Read the set that a question (as understood, with its marks) asks for; None where it asks for no set."""
    folded, marked = cue_text(question), match_key(question)
    for cue in _CUES_RE:
        if not (match := cue.search(folded)):
            continue
        said = marked[slice(*match.span("number"))] if match.groupdict().get("number") else ""
        if said and not said.isdigit() and said not in _NUMBERS:
            continue  # "Việt Nam" says no five
        side = next(name for name in ("after", "head", "before") if name in match.groupdict())
        if noun := _noun(marked[slice(*match.span(side))], side):
            counted = re.search(_HOW_MANY, folded) is not None
            forms = tuple(dict.fromkeys(_forms(noun, lexicon)))
            acts = _ACTS_RE.search(folded, *match.span(side)) is not None
            alone = cue is _CUES_RE[-1] and _INTERROGATIVE_RE.search(folded) is not None
            return Wanted(
                forms, counted, sure=not (alone or acts), called=_called(noun, lexicon) if counted else ()
            )
    return None


def _noun(text: str, side: str) -> tuple[str, ...]:
    """The noun phrase at the beginning of a text ("after" a cue, or the "head" of a clause), or at its end."""
    pieces = [piece for piece in re.split(r"[,;:?!()]", text) if piece.strip()]
    words = _words(pieces[0 if side == "after" else -1]) if pieces else []
    found: list[str] = []
    for word in reversed(words) if side == "before" else words:
        low = word.lower()
        if not found and (low in _ASKS or (side == "head" and not low[0].isalpha())):
            continue
        if low in _STOP or not low[0].isalpha():
            break
        found.append(low)
        if sum(one.count("_") + 1 for one in found) >= MOST_WORDS:
            break
    return tuple(" ".join(reversed(found) if side == "before" else found).replace("_", " ").split())


def _words(text: str) -> list[str]:
    """The words of a text; English ones are not joined as if they were syllables."""
    parts = ((word, word.split("_")) for word in segment(text))
    return [one for word, split in parts for one in (split if _STOP & set(split) else [word])]


def _called(noun: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The Vietnamese of a noun phrase's own noun where that is short, its first word, or English, and then its last.

    >>> from vectorstore.lexicon import load_lexicon
    >>> _called("dn xuất khẩu".split(), load_lexicon()), _called("remote poor households".split(), load_lexicon())
    (('doanh nghiep',), ('ho ngheo',))
    >>> _called("doanh nghiệp".split(), load_lexicon())
    ()
    """
    ends = [m for m in lexicon.translate(noun) if m.end == len(noun) or not noun[m.end].isascii()]
    forms = (*lexicon.spell_out(noun[0]), *(ends[-1].vietnamese if ends else ()))
    return tuple(dict.fromkeys(" ".join(tokens(fold(form))) for form in forms))


def _forms(noun: Sequence[str], lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """The phrase itself and, of a foreign or short word, what the lexicon has for it."""
    yield tuple(map(fold, noun))
    others = [match.vietnamese for match in lexicon.translate(noun)]
    for forms in (*others, *(lexicon.spell_out(word) for word in noun)):
        yield from (tuple(tokens(fold(form))) for form in forms)
