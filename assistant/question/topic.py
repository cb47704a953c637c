"""A plan called by what it is about: "trong kế hoạch rác", "theo KH dân vận", "in the dengue plan".

In: the question, and the plans that its other names leave open. Out: the scope with that plan first, and the words that
called it among those that named a plan: they say where to look, not what for, but at the start of a question perhaps
both (``Scope.topic``). A plan is about a thing that its title says or that stands in many of its sentences, and in far more of them than
in any other plan's.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from assistant.grams import tokens
from assistant.knowledge import Floats, Knowledge
from assistant.question.naming import fold
from assistant.question.scope import Scope
from vectorstore.lexicon import Lexicon

__all__ = ["called_by_topic", "calls_by_topic", "topic_called"]

_NOT_MADE = "".join(
    rf"(?<!\b{verb} )"
    for verb in "xây dựng|xay dung|ban hành|ban hanh|lập|lap|làm|lam|gửi|gui|nộp|nop|trình|trinh|duyệt|duyet|ra|có|co|nào|nao|cả|các|cac|những|nhung|bao nhiêu|bao nhieu|mấy|may".split(
        "|"
    )
)
"""Before a plan that the question is about, and not one that is to be made or is asked for."""
_CALLED_RE = re.compile(
    r"(?i)\b(?:trong|theo|ở|của|với|o|cua|voi|thuộc) (?:bản |cái )?(?:kế hoạch|kh|ke hoach|chương trình|chuong trinh|chỉ thị|chi thi|nghị quyết|nghi quyet|đề án|de an) (?P<topic>[^,;:?.()]+)"
    r"|^(?:bản |cái )?(?:kế hoạch|kh|ke hoach|chương trình|chuong trinh|chỉ thị|chi thi|nghị quyết|nghi quyet|đề án|de an) (?P<first>[^,;:?.()]+)"
    rf"|{_NOT_MADE}(?:kế hoạch|kh|ke hoach) (?P<beside>[^,;:?.()]+)"
    r"|\b(?:in|of|under|by) the (?P<named>(?:[a-z-]+ ){1,3})(?:plan|programme|program)\b"
)
_ENDS = frozenset(
    "của thì là có phải ghi gồm cho đến nói về ở tại trong theo do để này đó ấy nào gì ai không năm đặt giao được bị sẽ mà và với hay "
    "từ khi nếu gửi gui ký nhận rốt những các mấy bao hết co la thi cua nam nay do khong duoc phai".split()
)
"""Words at which the name of a topic ends."""
_BARE = ("ke hoach", "kh")
_LEVELS = frozenset("tỉnh huyện xã phường thành phố trung ương cấp".split())
MOST_WORDS = 4
OFTEN = 0.06
"""Share of a plan's units that speak of its topic."""
BY_TITLE = 1.0
"""A question that begins with "kế hoạch kiểm tra" may ask of a task to plan: there, and beside a verb, the title must say the topic."""
AHEAD = 2.5
"""How many times as often as the next plan a plan must speak of it."""


def topic_called(question: str, taken: Collection[str] = ()) -> tuple[str, str] | None:
    """The words that call a plan by its topic, and the topic; None where no plan is called so.

    >>> topic_called("Hội Phụ nữ làm gì trong kế hoạch rác của phường")
    ('trong kế hoạch rác', 'rác')
    >>> topic_called("kế hoạch an sinh ai tổng hợp báo cáo")
    ('kế hoạch an sinh', 'an sinh')
    >>> topic_called("kinh phí thực hiện kế hoạch kinh tế số ở đâu ra"), topic_called("phải lập kế hoạch ứng phó không")
    (('kế hoạch kinh tế số', 'kinh tế số'), None)
    >>> topic_called("mục 5 trong kế hoạch này"), topic_called("theo kế hoạch của tỉnh")
    (None, None)
    """
    if (match := _CALLED_RE.search(question)) is None:
        return None
    if match["named"]:
        return match[0], match["named"].strip()
    named = {word for phrase in taken for word in fold(phrase).split()}
    kept: list[str] = []
    group = next(name for name in ("topic", "first", "beside") if match[name])
    words = match[group].split()
    for at, word in enumerate(words):
        if word.lower() == "số" and (not kept or re.match(r"\d|mấy|nào", " ".join(words[at + 1 :]))):
            break
        if word.lower() in _ENDS or fold(word) in named or not word.isalpha() or len(kept) == MOST_WORDS:
            break
        kept.append(word)
    topic = " ".join(kept)
    return (
        (f"{question[match.start() : match.start(group)]}{topic}", topic)
        if kept and topic not in _LEVELS
        else None
    )


def calls_by_topic(phrase: str) -> bool:
    """Whether words that named a plan call it by its topic, and by no place, body or number.

    >>> calls_by_topic("trong kế hoạch rác"), calls_by_topic("Cần Thơ"), calls_by_topic("kế hoạch 15")
    (True, False, False)
    """
    called = topic_called(phrase)
    return called is not None and called[0] == phrase


def called_by_topic(question: str, scope: Scope, knowledge: Knowledge, lexicon: Lexicon) -> Scope:
    """The scope narrowed to the plan that the question calls by its topic, or those whose titles say it; the same where it calls none."""
    called = topic_called(question, scope.taken)
    if called is None or scope.several or not scope.tiers[0]:
        return scope
    shares = {plan: _about(called[1], plan, knowledge, lexicon) for plan in scope.tiers[0]}
    ranked = sorted(shares, key=shares.__getitem__, reverse=True)
    best, second = shares[ranked[0]], shares[ranked[1]] if len(ranked) > 1 else 0.0
    first = question.startswith(called[0])
    bare = first or fold(called[0]).startswith(_BARE)
    one = best >= AHEAD * second
    if best < (BY_TITLE if bare or not one else OFTEN):
        return scope
    meant = (ranked[0],) if one else tuple(plan for plan in scope.tiers[0] if shares[plan] >= BY_TITLE)
    surely = best >= BY_TITLE and not first  # no other plan tells of this one
    rest = () if surely else tuple(plan for plan in scope.tiers[0] if plan not in meant)
    tiers: Sequence[tuple[str, ...]] = (meant, rest, *(() if surely else scope.tiers[1:]))
    # What several are about does not say which, and stays a word of the subject.
    taken, topic = (*scope.taken, *((called[0],) if one else ())), called[0] if first and one else ""
    return replace(scope, tiers=tuple(tier for tier in tiers if tier), taken=taken, topic=topic)


def _about(topic: str, plan: str, knowledge: Knowledge, lexicon: Lexicon) -> float:
    """How much a plan is about a topic: the share of its units that say it, in the form said most; 1 more by its title."""
    words = topic.split()
    forms = [topic, *(form for match in lexicon.translate(words) for form in match.vietnamese)]
    forms += [form for word in words for form in lexicon.spell_out(word)] if len(words) == 1 else []
    return max(_says(form, plan, knowledge) for form in forms)


def _says(form: str, plan: str, knowledge: Knowledge) -> float:
    words = tokens(form)
    grams = words if len(words) < 2 else [f"{a} {b}" for a, b in itertools.pairwise(words)]
    if not grams:
        return 0.0
    number, plans = _plan_numbers(knowledge)
    here = plans == number[plan]
    shares = []
    for gram in grams:
        there = np.zeros(len(plans), bool)
        for postings in (knowledge.own, knowledge.context):
            if (at := postings.get(gram)) is not None:
                there[at] = True
        shares.append(float((there & here).sum()) / max(float(here.sum()), 1.0))
    # "Kế hoạch phòng dịch" is that of "phòng, chống dịch bệnh"; of more words some would be met by chance.
    forms = (grams, words) if len(words) == 2 else (grams,)
    in_title = any(all(part in knowledge.titles[plan] for part in parts) for parts in forms)
    return min(shares) + in_title


@lru_cache(maxsize=4)
def _plan_numbers(knowledge: Knowledge) -> tuple[dict[str, int], Floats]:
    """A number for each plan, and that of each unit's plan."""
    number = {name: at for at, name in enumerate(knowledge.plans)}
    return number, np.array([number[unit.plan] for unit in knowledge.units], np.float32)
