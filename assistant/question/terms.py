"""The subject of a question: the words that an answer's evidence must be about.

Cue words ("ai", "chủ trì", "khi nào"), function words and the names of plans are not part of it.
English words are translated by the lexicon; every term carries the forms under which a plan may say it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.knowledge import Knowledge, tokens
from ingest.spelling import has_diacritics, undiacritise
from vectorstore.lexicon import Lexicon
from vectorstore.words import words as segment

__all__ = ["Term", "find_terms"]

# Folded phrases; longest first is not needed, every occurrence of each is dropped.
_FUNCTION = """
ai|gi|nao|dau|sao|may|khi nao|bao gio|bao nhieu|bao lau|the nao|nhu the nao|cho hoi|xin hoi|cho toi biet|cho biet|toi|minh|ban|em|anh|chi|
la|va|hoac|hay|cua|ve|o|tai|trong|ngoai|tren|duoi|voi|cho|den|toi|tu|do|boi|bi|duoc|de|thi|ma|nhung|cac|mot|nhung gi|
co|khong|phai|co phai|phai khong|dung khong|dung|chua|da|dang|se|nen|can|nay|do|kia|ay|the|vay|con|nua|a|nhi|nhe|u|oi|
kh|ke hoach nay|xong|roi|luon|het|gom|gom gi|gom nhung gi|bang|thuoc|cac cap|theo|viec|noi dung|van de|vu|chuyen|dua|ra|len|xuong|lai|nhat|rat|qua|nguoi nao|don vi nao|co quan nao|so nao|ben nao|phong nao|cap nao|
who|whom|whose|what|which|when|where|how|why|is|are|was|were|be|been|do|does|did|has|have|had|must|should|shall|will|would|can|could|may|
the|a|an|of|to|in|on|at|by|for|from|with|and|or|as|about|into|under|this|that|these|those|it|its|they|their|there|any|all|please|tell|me|us|
according|say|says|said|mention|mentions|stated|give|find|show|i|you|we|our
"""
_ROLE = "chu tri|chu quan|phu trach|chiu trach nhiem|dau moi|lam dau moi|giao cho|giao|dam nhan|dam nhiem|lo|lead|leads|leading|led|lead agency|in charge|charge|responsible|responsibility|take|takes|agency|agencies|department|departments|unit|units|co quan|don vi|nguoi|office|body"
_BY_KIND = {
    "lead": _ROLE,
    "coordinate": _ROLE + "|phoi hop|coordinate|coordinates|coordinating|coordination|cung|support|supports",
    "advise": _ROLE + "|tham muu|advise|advises|advising",
    "duties": _ROLE
    + "|nhiem vu|trach nhiem|lam|thuc hien|lam gi|viec gi|phoi hop|tham muu|task|tasks|duty|duties|responsibilities|nhung viec|cong viec|assigned",
    "deadline": "han|thoi han|thoi gian|han chot|nop|gui|ngay nao|ngay may|thang nao|thang may|nam nao|truoc ngay|cham nhat|muon nhat|luc|han cuoi|deadline|deadlines|due|date|time|submit|submitted|send|sent|by|often|lan|month",
    "report_to": "gui|nop|trinh|qua|send|sent|submit|submitted|through|goes|where|nhan|receive|receives",
    "target": "chi tieu|ty le|ti le|muc tieu|phan tram|target|targets|percent|percentage|rate|many|much|number|dat",
    "reference": "can cu|can cu phap ly|co so phap ly|phap ly|van ban|so|ky hieu|legal|basis|document|documents|based|number",
    "reference_date": "ngay|ban hanh|ky|date|dated|issued|so",
    "letterhead_date": "ngay|ban hanh|ky|date|issued|signed|ke hoach|plan|thang|nam",
    "letterhead_number": "so|ky hieu|so hieu|number|ke hoach|plan",
    "issuer": "ban hanh|issued|issue|co quan|ke hoach|plan",
    "signer": "ky|nguoi ky|sign|signed|signer|ke hoach|plan|chuc vu|chuc danh|ten",
    "recipients": "noi nhan|gui|nhan|recipients|recipient|receives|ke hoach|plan",
    "count": "tong|tong cong|tat ca|gom|neu|many|number|total|how many",
    "list": "liet ke|gom|list|ke ten|nhung",
    "section": "muc|phan|noi|section|part|gom|quy dinh|neu",
    "compare": "so sanh|khac nhau|giong nhau|khac|giong|giua|compare|difference|differences|between|differ|hai|ke hoach",
}


def _phrases(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.replace("\n", "").split("|") if part.strip())


_FUNCTION_PHRASES = _phrases(_FUNCTION)
_PERIODS = {
    "tháng": ("báo cáo tháng", "hằng tháng", "hàng tháng"),
    "quý": ("báo cáo quý", "hằng quý", "hàng quý", "cuối quý", "quý"),
    "6 tháng": ("6 tháng", "06 tháng", "sáu tháng"),
    "năm": ("báo cáo năm", "hằng năm", "hàng năm", "cả năm", "một năm", "năm"),
    "tuần": ("báo cáo tuần", "hằng tuần", "hàng tuần"),
}
LONGEST_PHRASE = 4
PAIR_WEIGHT = 0.25
"""Share of a pair's rarity that it adds to its words': order is evidence, but weaker."""
UNTRANSLATED_WEIGHT = 0.5
"""An English word that the lexicon lacks says more about the lexicon than about the plans."""


@dataclass(frozen=True, slots=True)
class Term:
    """One wanted thing: ``alternatives`` are lists of words and pairs, any one of which will do."""

    text: str
    alternatives: tuple[tuple[str, ...], ...]
    weight: float
    required: bool = False
    """Evidence without it is of something else ("báo cáo quý" is not "báo cáo năm")."""


def _dropped(words: Sequence[str], phrases: Collection[str]) -> set[int]:
    folded = [undiacritise(word) for word in words]
    gone: set[int] = set()
    for length in range(1, LONGEST_PHRASE + 1):
        for at in range(len(words) - length + 1):
            if " ".join(folded[at : at + length]) in phrases:
                gone.update(range(at, at + length))
    return gone


def find_terms(
    question: str,
    kind: str,
    knowledge: Knowledge,
    lexicon: Lexicon,
    is_english: Callable[[str], bool],
    taken: Collection[str] = (),
) -> tuple[Term, ...]:
    """Turn the restored question into weighted terms.

    A compound ("đơn thư") is one term: its syllables apart mean other things. ``taken`` are phrases
    already spent on naming a plan or an agency; their words do not count again.
    """
    words = tokens(question)
    spent = _FUNCTION_PHRASES | _phrases(_BY_KIND.get(kind, ""))
    gone = _dropped(words, spent)
    compounds = [span for span in _compounds(question, words) if span[1] - span[0] > 1]
    for start, end in compounds:
        if not set(range(start, end)) <= gone:
            gone -= set(range(start, end))
    for phrase in taken:
        gone |= _positions(words, tokens(phrase))
    found: list[Term] = []
    done: set[int] = set(gone)
    for match in lexicon.translate(words):
        inside = set(range(match.start, match.end))
        if not inside <= gone and any(is_english(words[at]) for at in inside):
            found.append(_phrase_term(" ".join(words[match.start : match.end]), match.vietnamese, knowledge))
            done |= inside
    for start, end, forms in _periods(words):
        if not done & set(range(start, end)):
            term = _phrase_term(" ".join(words[start:end]), forms, knowledge)
            found.append(replace(term, required=True))
            done |= set(range(start, end))
    for start, end in compounds:
        if not done & set(range(start, end)):
            phrase = " ".join(words[start:end])
            others = [form for match in lexicon.same(words[start:end]) for form in match.vietnamese]
            found.append(_phrase_term(phrase, (phrase, *others), knowledge))
            done |= set(range(start, end))
    found += [
        _word_term(word, knowledge, lexicon, is_english) for at, word in enumerate(words) if at not in done
    ]
    for at in range(len(words) - 1):
        within = any(start <= at and at + 1 < end for start, end in compounds)
        if not within and not {at, at + 1} & gone and knowledge.known(pair := f"{words[at]} {words[at + 1]}"):
            found.append(Term(pair, ((pair,),), PAIR_WEIGHT * knowledge.rarity(pair)))
    return tuple(term for term in found if term.weight > 0)


def _periods(words: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where a report's period is named ("báo cáo quý"), and the forms in which a plan may say it."""
    for period, forms in _PERIODS.items():
        wanted = ["báo", "cáo", *period.split()]
        for at in range(len(words) - len(wanted) + 1):
            if list(words[at : at + len(wanted)]) == wanted:
                yield at + 2, at + len(wanted), forms


def _phrase_grams(phrase: str) -> tuple[str, ...]:
    """The pairs of a phrase, or its only word."""
    words = tokens(phrase)
    return tuple(words) if len(words) < 2 else tuple(f"{a} {b}" for a, b in itertools.pairwise(words))


def _phrase_term(text: str, forms: Sequence[str], knowledge: Knowledge) -> Term:
    """A term for a phrase and its other forms; it weighs as much as its commonest form."""
    alternatives = tuple(grams for form in forms if (grams := _phrase_grams(form)))
    return Term(
        text, alternatives, min(max(knowledge.rarity(gram) for gram in grams) for grams in alternatives)
    )


def _compounds(question: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The segmenter's words as ranges over ``words``; where the two disagree, nothing."""
    at = 0
    for word in segment(question):
        parts = tokens(word.replace("_", " "))
        if list(words[at : at + len(parts)]) == parts:
            if "_" in word:
                yield at, at + len(parts)
            at += len(parts) if "/" not in word and "-" not in word else 0


def _positions(words: Sequence[str], phrase: Sequence[str]) -> set[int]:
    """Where ``phrase`` stands in ``words``, marks aside."""
    folded, wanted = [undiacritise(word) for word in words], [undiacritise(word) for word in phrase]
    found: set[int] = set()
    for at in range(len(words) - len(wanted) + 1):
        if wanted and folded[at : at + len(wanted)] == wanted:
            found.update(range(at, at + len(wanted)))
    return found


def _word_term(word: str, knowledge: Knowledge, lexicon: Lexicon, is_english: Callable[[str], bool]) -> Term:
    long_forms = lexicon.spell_out(word)
    alternatives = [(word,), *(grams for form in long_forms if (grams := _phrase_grams(form)))]
    weight = knowledge.rarity(word)
    if long_forms and not knowledge.known(word):
        weight = max(knowledge.rarity(gram) for gram in alternatives[1])
    elif is_english(word) and not has_diacritics(word) and not knowledge.known(word):
        weight *= UNTRANSLATED_WEIGHT
    return Term(word, tuple(alternatives), weight)
