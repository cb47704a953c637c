"""The subject of a question: the words that an answer's evidence must be about.

Cue words ("ai", "chủ trì", "khi nào"), function words and the names of plans are not part of it.
English words are translated by the lexicon; every term carries the forms under which a plan may say it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.grams import tokens
from assistant.knowledge import Knowledge
from assistant.question.english import artificial_intelligence
from assistant.question.filler import asking_phrases, filler_positions, light_positions, positions_of
from ingest.spelling import has_diacritics, match_key, undiacritise
from vectorstore.lexicon import Lexicon, Match
from vectorstore.translate import translate
from vectorstore.words import words as segment

__all__ = ["Term", "find_terms", "phrase_term"]

_PERIODS = {
    "tháng": ("báo cáo tháng", "hằng tháng", "hàng tháng"),
    "quý": ("báo cáo quý", "hằng quý", "hàng quý", "cuối quý", "quý"),
    "6 tháng": ("6 tháng", "06 tháng", "sáu tháng"),
    "năm": ("báo cáo năm", "hằng năm", "hàng năm", "cả năm", "một năm", "cuối năm", "tổng kết năm", "01 năm"),
    "tuần": ("báo cáo tuần", "hằng tuần", "hàng tuần"),
}
_REPORTS = {f"báo cáo {period}": forms for period, forms in _PERIODS.items()}
"""What "annual report" is in Vietnamese, with the forms of its period."""
PAIR_WEIGHT = 0.25
"""Share of a pair's rarity that it adds to its words': order is evidence, but weaker."""
LIKELY, MOST_FORMS = 0.45, 3
"""Share of the likeliest translation from which another one of an English word counts, and how many do."""
UNTRANSLATED_WEIGHT = 0.5
"""An English word that the lexicon lacks says more about the lexicon than about the plans."""
LIGHT_WEIGHT = 0.3
"""Share of its rarity that a verb of all administration keeps ("thực hiện")."""
LONE_UNKNOWN = 1.5
"""The most that a lone syllable weighs which no plan has: subjects are compounds, fillers are not."""
_LEVELS = frozenset({"xã", "phường", "huyện", "tỉnh"})
_FIGURE_RE = re.compile(r"(?:\b(?P<called>[a-z]+) )?(?<![\w/.,-])(?P<figure>[1-9])(?![\w/-]|[.,]\d)")
"""A number that plans write with a nought before it ("05 ngày"): no date's, and none by which a part is called."""
_PARTS = frozenset(
    "dieu khoan muc luc bieu mau bang phan an so nhom dot chuong diem buoc thich footnote article section part annex appendix clause "
    "point chapter project table form item phase group step no number".split()
)
"""Folded last words of what a document's parts, and things in a row, are called before their number."""


@dataclass(frozen=True, slots=True)
class Term:
    """One wanted thing: ``alternatives`` are lists of words and pairs, any one of which will do."""

    text: str
    alternatives: tuple[tuple[str, ...], ...]
    weight: float
    required: bool = False
    """Evidence without it is of something else ("báo cáo quý" is not "báo cáo năm")."""
    others: tuple[tuple[str, ...], ...] = ()
    """What stands for it in other words: only where it stands whole, since of "đánh giá giữa kỳ" for "sơ kết" the
    words "đánh giá" alone are something else."""

    @property
    def forms(self) -> tuple[tuple[str, ...], ...]:
        """All alternatives."""
        return self.alternatives + self.others


def find_terms(
    question: str,
    kind: str,
    knowledge: Knowledge,
    lexicon: Lexicon,
    is_english: Callable[[str], bool],
    taken: Collection[str] = (),
    *,
    english: bool = False,
) -> tuple[Term, ...]:
    """Turn the restored question into weighted terms.

    A compound ("đơn thư") is one term: its syllables apart mean other things. ``taken`` are phrases
    already spent on naming a plan or an agency; their words do not count again. ``english`` says that
    the question is English or mixed.
    """
    read = _read(question, lexicon, english=english)
    words, folded, light, short = read.words, read.folded, read.light, read.short
    asking = _asks_in_other_words(read, kind)
    gone = (read.fillers | positions_of(folded, asking_phrases(kind)) | asking) - short
    compounds: Sequence[tuple[int, int]] = read.compounds
    for start, end in compounds:
        inside = set(range(start, end))
        if not inside <= gone and (not english or not inside & read.fillers):
            gone -= inside
    for phrase in taken:
        gone |= _with_level(words, _positions(folded, tokens(phrase)))
    required = {at for start, end, _ in read.periods for at in range(start, end)}
    compounds = _with_equivalents(words, compounds, required, gone.union(light), lexicon)
    found: list[Term] = []
    named = {undiacritise(" ".join(tokens(phrase))) for phrase in taken}
    gone |= {at for at, long in enumerate(read.in_full) if _means(long, named)}
    done = gone | short
    found += [_phrase_term("AI", (*lexicon.spell_out("AI"), "ai"), knowledge) for _ in short]
    for match in read.translated:
        inside = set(range(match.start, match.end))
        if _means(match.vietnamese, named) or _only_asks(match.vietnamese[0]):
            gone |= inside
            done |= inside
        elif _counts(inside, gone, read.fillers - asking) and any(is_english(words[at]) for at in inside):
            phrase = " ".join(words[match.start : match.end])
            if period := _REPORTS.get(match.vietnamese[0]):
                found.append(replace(_phrase_term(phrase, period, knowledge), required=True))
                done |= inside
                continue
            alone = match.end - match.start == 1
            forms = (*match.vietnamese, *(_translations(phrase, knowledge) if alone else ()))
            found.append(_lightened(_phrase_term(phrase, forms, knowledge), inside <= light))
            done |= inside
    for start, end, forms in read.periods:
        if not done & set(range(start, end)):
            term = _phrase_term(" ".join(words[start:end]), forms, knowledge)
            found.append(replace(term, required=True))
            done |= set(range(start, end))
    # "Nhất" says nothing alone, but "nhiều nhất" does.
    most = {at for at, word in enumerate(words) if word == "nhất"}
    for start, end in compounds:
        inside = set(range(start, end))
        if not inside <= gone and not inside & (done - most):
            phrase = " ".join(words[start:end])
            others = [form for match in lexicon.same(words[start:end]) for form in match.vietnamese]
            term = _phrase_term(phrase, (phrase, *others), knowledge)
            term = replace(term, alternatives=term.alternatives[:1], others=term.alternatives[1:])
            found.append(_lightened(term, inside <= light))
            done |= inside
    found += [
        _lightened(_word_term(word, knowledge, lexicon, is_english), at in light)
        for at, word in enumerate(words)
        if at not in done
    ]
    found += _pairs(words, gone, light, compounds, knowledge)
    return tuple(_once(_with_nought(term, question) for term in found if term.weight > 0))


def _counts(inside: Collection[int], gone: Collection[int], fillers: Collection[int]) -> bool:
    """Whether a phrase says anything of the subject: words that mean nothing apart may together ("sets up").

    >>> _counts({1, 2}, {0, 1, 2}, {0, 1, 2}), _counts({1}, {0, 1}, {0, 1}), _counts({1, 2}, {1, 2}, {1})
    (True, False, False)
    """
    spent = set(inside) <= set(gone)
    return not spent or (len(inside) > 1 and set(inside) <= set(fillers))


def _with_nought(term: Term, question: str) -> Term:
    """A number that a question counts or dates by, as plans write it too; one that calls a part only behind its noun ("đợt 01").

    So persons that are counted, whatever a plan counts them as ("05 thành viên").
    """
    if term.text != "người" and not term.text.isdigit():
        return term
    asked = match_key(question)
    if term.text == "người" and re.search(r"(?:bao nhiêu|mấy) người", asked):
        return replace(term, alternatives=(*term.alternatives, ("thành viên",), ("đại biểu",)))
    said = [match for match in _FIGURE_RE.finditer(undiacritise(asked)) if match["figure"] == term.text]
    forms = {
        f"{asked[slice(*match.span('called'))]} 0{term.text}"
        if match["called"] in _PARTS
        else f"0{term.text}"
        for match in said
    }
    return replace(term, alternatives=(*term.alternatives, *((form,) for form in sorted(forms))))


@dataclass(frozen=True, slots=True)
class _Read:
    """The words of a question, and what is so of them whatever kind it is taken to be of."""

    words: tuple[str, ...]
    folded: tuple[str, ...]
    fillers: frozenset[int]
    light: frozenset[int]
    short: frozenset[int]
    """Where the short form AI stands."""
    in_full: tuple[tuple[str, ...], ...]
    """The long forms of each word."""
    compounds: tuple[tuple[int, int], ...]
    """Compounds of two syllables or more; none that the segmenter made of a short form and its neighbour."""
    periods: tuple[tuple[int, int, tuple[str, ...]], ...]
    translated: tuple[Match, ...]
    meant: tuple[tuple[int, int, tuple[str, ...]], ...]
    """Phrases with the folded words that they may stand for."""


@lru_cache(maxsize=32)
def _read(question: str, lexicon: Lexicon, *, english: bool) -> _Read:
    """Read a question once for all the kinds that it may be of."""
    words = tuple(tokens(question))
    translated = tuple(lexicon.translate(words))
    in_full = tuple(map(lexicon.spell_out, words))
    return _Read(
        words,
        tuple(map(undiacritise, words)),
        frozenset(filler_positions(words, english=english)),
        frozenset(light_positions(words, english=english)),
        frozenset(artificial_intelligence(question)),
        in_full,
        tuple(
            (start, end)
            for start, end in _compounds(question, words)
            if end - start > 1 and not any(in_full[start:end])
        ),
        tuple(_periods(words)),
        translated,
        tuple(
            (match.start, match.end, tuple(undiacritise(word) for word in tokens(match.vietnamese[0])))
            for match in (*lexicon.written(words), *(translated if english else ()))
            if match.end - match.start > 1
        ),
    )


def _asks_in_other_words(read: _Read, kind: str) -> set[int]:
    """Phrases that mean no more than what a question of this kind asks by: "cầm trịch" and "who heads" are "chủ trì"."""
    cues = asking_phrases(kind)
    return {
        at
        for start, end, meaning in read.meant
        if len(positions_of(meaning, cues)) == len(meaning)
        for at in range(start, end)
    }


def _with_equivalents(
    words: Sequence[str],
    compounds: Sequence[tuple[int, int]],
    taken: Collection[int],
    slight: Collection[int],
    lexicon: Lexicon,
) -> list[tuple[int, int]]:
    """The compounds and the phrases that have other forms ("đơn thư", "tiền ở đâu ra"): the longer one counts.

    A phrase may hold ``slight`` words, but not only such; it holds none that are taken, and cuts no compound in two.
    """
    inner = {at for start, end in compounds for at in range(start + 1, end)}
    known = [
        (match.start, match.end)
        for match in lexicon.same(words)
        if match.end - match.start > 1
        and match.start not in inner
        and match.end not in inner
        and not set(range(match.start, match.end)) <= set(slight)
        and not set(range(match.start, match.end)) & set(taken)
    ]
    return [*known, *(pair for pair in compounds if not any(a <= pair[0] and pair[1] <= b for a, b in known))]


def _only_asks(vietnamese: str) -> bool:
    """Whether a translation is part of the asking only: "how many days" is "bao nhiêu ngày"."""
    meaning = tokens(vietnamese)
    asks = filler_positions(meaning, english=False)
    return bool(asks) and asks | light_positions(meaning, english=False) == set(range(len(meaning)))


def _pairs(
    words: Sequence[str],
    gone: Collection[int],
    light: Collection[int],
    compounds: Sequence[tuple[int, int]],
    knowledge: Knowledge,
) -> Iterator[Term]:
    """Neighbours that the plans know as neighbours too: order is evidence, but weaker."""
    for at in range(len(words) - 1):
        within = any(start <= at and at + 1 < end for start, end in compounds)
        dropped = at in gone or at + 1 in gone
        if not within and not dropped and knowledge.known(pair := f"{words[at]} {words[at + 1]}"):
            term = Term(pair, ((pair,),), PAIR_WEIGHT * knowledge.rarity(pair))
            yield _lightened(term, at in light or at + 1 in light)


def _means(forms: Iterable[str], named: Collection[str]) -> bool:
    """Whether a translation or long form is (part of) what has named the plan or the agency already."""
    folded = (undiacritise(" ".join(tokens(form))) for form in forms)
    return any(f" {form} " in f" {phrase} " for form in folded if form for phrase in named)


def _lightened(term: Term, light: bool) -> Term:
    return replace(term, weight=term.weight * LIGHT_WEIGHT) if light else term


def _once(terms: Iterable[Term]) -> Iterator[Term]:
    """A word said twice is one term."""
    seen: dict[str, Term] = {}
    for term in terms:
        seen.setdefault(term.text, term)
    yield from seen.values()


def _periods(words: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where a report's periods are named ("báo cáo 6 tháng và năm"), and the forms in which a plan may say each."""
    behind = {at + 2 for at in range(len(words)) if list(words[at : at + 2]) == ["báo", "cáo"]}
    for at in range(len(words)):
        for period, forms in _PERIODS.items():
            end = at + len(period.split())
            if at in behind and " ".join(words[at:end]) == period:
                behind |= {end + 1} if list(words[end : end + 1]) == ["và"] else set()
                yield at, end, forms


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


def phrase_term(text: str, forms: Sequence[str], knowledge: Knowledge, share: float) -> Term:
    """A term for a phrase that no question said itself, weighing this share of its rarity."""
    term = _phrase_term(text, forms, knowledge)
    return replace(term, weight=term.weight * share)


def _compounds(question: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The segmenter's words as ranges over ``words``; where the two disagree, nothing."""
    at = 0
    for word in segment(question):
        parts = tokens(word.replace("_", " "))
        if list(words[at : at + len(parts)]) == parts:
            # "chuyển đổi | số_là": the segmenter joined the end of a subject with what is said of it.
            if "_" in word and parts[-1] != "là":
                yield at, at + len(parts)
            at += len(parts) if "/" not in word and "-" not in word else 0


def _with_level(words: Sequence[str], named: Collection[int]) -> set[int]:
    """Where the words of a name stand, and the one before that says what sort of place it is, which is no subject either.

    >>> sorted(_with_level("xã suối bạc kinh phí".split(), {1, 2}))
    [0, 1, 2]
    """
    before = min(named, default=0) - 1
    return {*named, before} if before >= 0 and words[before] in _LEVELS else set(named)


def _positions(folded: tuple[str, ...], phrase: Sequence[str]) -> set[int]:
    """Where ``phrase`` stands in words without marks, its own marks aside."""
    wanted = tuple(map(undiacritise, phrase))
    found: set[int] = set()
    for at in range(len(folded) - len(wanted) + 1):
        if wanted and folded[at : at + len(wanted)] == wanted:
            found.update(range(at, at + len(wanted)))
    return found


def _translations(word: str, knowledge: Knowledge) -> tuple[str, ...]:
    """What an English word that the lexicon lacks may be in Vietnamese, as far as the plans have it."""
    found = translate([word], lambda at: True)
    likely = [" ".join(phrase) for one in found for phrase, share in one.phrases if share >= LIKELY]
    return tuple(form for form in likely if all(knowledge.known(gram) for gram in _phrase_grams(form)))[
        :MOST_FORMS
    ]


def _word_term(word: str, knowledge: Knowledge, lexicon: Lexicon, is_english: Callable[[str], bool]) -> Term:
    long_forms = lexicon.spell_out(word)
    alternatives = [(word,), *(grams for form in long_forms if (grams := _phrase_grams(form)))]
    weight = knowledge.rarity(word)
    if not long_forms and word.isascii() and is_english(word) and (forms := _translations(word, knowledge)):
        return replace(
            _phrase_term(word, forms, knowledge), alternatives=((word,), *map(_phrase_grams, forms))
        )
    if long_forms and not knowledge.known(word):
        weight = max(knowledge.rarity(gram) for gram in alternatives[1])
    elif is_english(word) and not has_diacritics(word) and not knowledge.known(word):
        weight *= UNTRANSLATED_WEIGHT
    elif word.isalpha() and not knowledge.known(word):
        weight = min(weight, LONE_UNKNOWN)
    said = [_phrase_grams(form) for match in lexicon.written([word]) for form in match.vietnamese]
    weight = min([weight, *(max(knowledge.rarity(gram) for gram in grams) for grams in said)])
    return Term(word, tuple(alternatives), weight, others=tuple(said))
