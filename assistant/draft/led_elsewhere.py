"""Tasks without an actor that the parent gives to another body elsewhere, told by a phrase that both share.

"Giải phóng mặt bằng 350 ha" among the contents, "Sở Nông nghiệp và Môi trường: chủ trì giải phóng mặt bằng" in the part that
says who does what. In: the parent and the profile; the clauses of a line. Out: the phrases with who leads; the clauses
left out. A territory and a Party committee take part in every field; what the profile lists is the unit's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.draft.binding import is_plural, reach_of
from assistant.draft.cause import Cause
from assistant.draft.clause import Clause, leans
from assistant.draft.fields import every_office
from assistant.draft.profile import UnitProfile, kind_of
from ingest.plan import Plan
from ingest.spelling import match_key

__all__ = ["phrases_of_others", "with_phrases_of_others"]

_LENGTH = 4
"""Syllables of a phrase that tells one thing."""
_IN_TARGETS = 2
"""Phrases that a target shares with the task of the one body that it belongs to."""
_COUNT_RE = re.compile(r"(?i)\W*(?:tỷ lệ|tỉ lệ|số|ít nhất|tối thiểu|trên|đạt|\d)")
_STOP = frozenset(
    "và các của về với cho theo tại trong trên được thực hiện triển khai công tác tổ chức nhiệm vụ việc đối đến từ là có không những một"
    " nâng cao tăng cường đẩy mạnh tiếp tục hiệu quả chất lượng quản lý nhà nước đơn vị cơ phối hợp chủ trì tham mưu hoạt động năm kế"
    " hoạch nội dung kết báo cáo xây dựng tỉnh xã phường địa phương bàn trước ngày tháng quý hằng đạt trở lên ít nhất số lượng tỷ lệ phát"
    " triển hướng dẫn kiểm tra giám sát ban hành văn bản quy định pháp luật cấp có thẩm quyền cán bộ người dân doanh nghiệp đầu tư".split()
)


def _phrases(text: str) -> Iterator[str]:
    """Runs of syllables without common words, of the length of a phrase, inside one clause.

    >>> list(_phrases("Bồi thường, giải phóng mặt bằng tại 03 xã"))
    ['giải phóng mặt bằng']
    """
    for part in re.split(r"[,;.:()\d“”\"]+", match_key(text)):
        words = re.findall(r"\w+", part)
        for start in range(len(words) - _LENGTH + 1):
            run = words[start : start + _LENGTH]
            if not _STOP.intersection(run):
                yield " ".join(run)


def phrases_of_others(plan: Plan, profile: UnitProfile) -> dict[str, str]:
    """The phrases of tasks that one other body leads, by that body's name; none that the unit shares."""
    kind = kind_of(profile)
    if kind.area or kind.system == "party":
        return {}
    duties = (duty for division in profile.divisions for duty in (division.name, *division.duties))
    own = match_key(" ; ".join((profile.name, *profile.field, *duties, plan.letterhead.title or "")))
    theirs: dict[str, set[str]] = {}
    ours: set[str] = set()
    for fact in plan.facts.assignments:
        if not fact.actor:
            continue
        found = set(_phrases(fact.task))
        mine = reach_of(fact.actor, profile, collective=is_plural(fact.actor)) is not None
        if mine or is_plural(fact.actor) or fact.role == "coordinate":
            ours |= found
            continue
        for phrase in found:
            theirs.setdefault(phrase, set()).add(fact.actor)
    return {
        phrase: next(iter(names))
        for phrase, names in theirs.items()
        if len(names) == 1 and phrase not in ours and phrase not in own
    }


def with_phrases_of_others(clauses: tuple[Clause, ...], phrases: dict[str, str]) -> tuple[Clause, ...]:
    """Leave out what nobody is charged with here and one other body is elsewhere."""

    def lead(clause: Clause) -> str | None:
        if clause.verdict != "general" or every_office(clause.text):
            return None
        shared = [phrases[phrase] for phrase in _phrases(clause.text) if phrase in phrases]
        # A target shares words with many tasks; it is one body's where a longer phrase says so.
        enough = _IN_TARGETS if "%" in clause.text or _COUNT_RE.match(clause.text) else 1
        return next((who for who in shared if shared.count(who) >= enough), None)

    found: list[Clause] = []
    for clause in clauses:
        who, last = lead(clause), found[-1] if found else None
        if not who and last and last.cause and last.because({"led_elsewhere"}) and _adds_to(last, clause):
            who = last.cause.told
        found.append(clause.left_out(Cause("led_elsewhere", who)) if who else clause)
    return tuple(found)


def _adds_to(last: Clause, clause: Clause) -> bool:
    """Whether a clause nobody is charged with only adds to the one before it ("...; ưu tiên các hộ nghèo")."""
    return clause.verdict == "general" and clause.sentence == last.sentence and leans(clause.text)
