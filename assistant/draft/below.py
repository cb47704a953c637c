"""Who leads and helps with a task, told beneath it or after it: "- Đơn vị chủ trì: Bộ Công an.", "Sở A chủ trì, Sở B phối hợp.".

In: lines of the parent. Out: the holders of the task above; a line or clause that says only this is no task by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from assistant.draft.binding import is_plural, own_division, reach_of
from assistant.draft.profile import UnitProfile
from ingest.facts.agencies import Agency, split_names
from ingest.facts.holders import Holder
from ingest.facts.labels import Label, find_labels
from ingest.facts.sentences import split_sentences
from ingest.facts.trailing import is_bare
from ingest.facts.values import read_bodies
from ingest.facts.verbs import starts_predicate
from ingest.plan import Range, Role

__all__ = [
    "holders_after",
    "holders_below",
    "joins",
    "names_only",
    "only_leads",
    "only_roles",
    "parted_at",
    "shared_out",
]

# A sentence, or a bracket at its end, that only shares out the task before it: "Sở Tài chính chủ trì, phối hợp Sở Xây dựng."
_SHARED_RE = re.compile(
    r"\s*(?P<lead>[A-ZĐÂÔƠƯÊ][^.;:]{2,120}?)\s+chủ trì(?:\s*[,;]\s*(?:(?P<help>[^.;:]{2,200}?)\s+(?:cùng\s+)?phối hợp(?!\s+(?:với|cùng))"
    r"|phối hợp(?:\s+(?:với|cùng))?\s+(?P<beside>[^.;:]{2,200}?)(?:\s+(?:tham mưu|thực hiện|triển khai|tổ chức))?))?\s*(?=[.;)]|,\s*(?:hoàn thành|đánh giá|xong|thực hiện)|$)"
)
_JOINS_RE = re.compile(r"(?:cùng |tham gia )?(?:phối hợp(?! chặt chẽ)(?! với| cùng)|tham gia)(?!\w)")
# "Chủ trì: Sở A; thời gian: quý II" may tell the time, too, and stays.
_SAYS_ONLY_RE = re.compile(r"(?i)\W*(?:cơ quan|đơn vị|bộ phận|tổ chức)\s|\s*[(–-]|\s*(?-i:Giao)\s")
_BRACKET_RE = re.compile(r".*\((?=[^()]*\)\W*$)")


def _role_labels(text: str) -> tuple[Label, ...]:
    """Where a line says by a label, or by bodies that close it, who holds its task.

    >>> text = "Rà soát quy chế. Cơ quan chủ trì: Sở A; thời gian: Quý II."
    >>> [text[label.start :] for label in _role_labels(text)]
    ['Cơ quan chủ trì: Sở A; thời gian: Quý II.']
    """
    roles = (label for label in find_labels(text) if label.kind not in {"time", "product"})
    return tuple(label for label in roles if _SAYS_ONLY_RE.match(text, label.start))


def only_roles(text: str) -> bool:
    """Whether a line or clause only says who leads or helps.

    >>> only_roles("- Đơn vị chủ trì: Bộ Công an."), only_roles("Đơn vị chủ trì: các sở, xong trong tháng 01.")
    (True, False)
    """
    labels = _role_labels(text)
    return bool(labels) and not re.search(r"\w", text[: labels[0].start]) and not _adds(text, labels[-1])


def _adds(text: str, label: Label) -> bool:
    """Whether words go on behind a label's bodies: "Thực hiện: UBND các xã, xong trong tháng 01"."""
    return re.match(r"\s*,\s*\w", text[label.value.end :]) is not None


def only_leads(text: str, task: int, partners: tuple[Agency, ...]) -> bool:
    """Whether a clause says only that someone leads; its own task would begin at ``task``.

    >>> only_leads("Sở Y tế chủ trì.", 16, ()), only_leads("Sở Y tế chủ trì kiểm tra", 16, ())
    (True, False)
    """
    return not partners and "chủ trì" in text[:task] and is_bare(text, task, len(text))


def joins(text: str, predicate: int) -> bool:
    """Whether a clause tells who joins in the task before it ("Công an tỉnh phối hợp", "Sở A phối hợp dịch").

    >>> joins("Công an tỉnh phối hợp.", 13), joins("Sở A phối hợp với Sở B thẩm định", 5)
    (True, False)
    """
    return _JOINS_RE.match(text, predicate) is not None


def names_only(actors: Iterable[Agency], holders: Iterable[Holder]) -> bool:
    """Whether all who act are among some holders."""
    return {actor.name for actor in actors} <= {holder.name for holder in holders}


def parted_at(parts: list[Range], places: Iterable[int]) -> list[Range]:
    """Clauses, cut where words begin that only say who does them.

    >>> [tuple(part) for part in parted_at([Range(0, 9), Range(9, 20)], [15])]
    [(0, 9), (9, 15), (15, 20)]
    """
    told = tuple(places)
    cut = ([part.start, *(at for at in told if part.start < at < part.end), part.end] for part in parts)
    return [Range(start, end) for edges in cut for start, end in pairwise(edges)]


def shared_out(
    text: str, profile: UnitProfile
) -> tuple[tuple[int, ...], tuple[Holder, ...], tuple[Holder, ...]]:
    """Who holds a line's task, as words behind it say: where labels begin, the holders they name, those of a sentence.

    Nobody where one of the unit's own divisions is named, and where a sentence says that the unit leads: with whom is
    said where it stands.

    >>> unit = UnitProfile("UBND xã A", "commune")
    >>> [one.name for one in shared_out("Duy trì 03 đội cơ động (Trung tâm Kiểm soát bệnh tật tỉnh).", unit)[1]]
    ['Trung tâm Kiểm soát bệnh tật tỉnh']
    """
    labels, after = _role_labels(text), holders_after(text)
    told = holders_below([text])
    if any(own_division(holder.name, profile) for holder in (*told, *after)):
        return (), (), ()
    if any(reach_of(h.name, profile, collective=is_plural(h.name)) for h in after if h.role == "lead"):
        after = ()
    places = tuple(label.start for label in labels if not _adds(text, label))
    return places, told, () if told else after


def _acts_on(names: str) -> bool:
    """Whether a list of bodies runs on into a task ("Sở Tài chính tổ chức hội nghị")."""
    return any(starts_predicate(names, word.start()) for word in re.finditer(r"(?<=\s)\S", names))


def holders_after(text: str) -> tuple[Holder, ...]:
    """Who leads and helps with a task, as a sentence after it or a bracket shares it out; nobody where none does.

    >>> [(h.name, h.role) for h in holders_after("Phun thuốc tại chợ. Sở Y tế chủ trì, trạm y tế phối hợp.")]
    [('Sở Y tế', 'lead'), ('trạm y tế', 'coordinate')]
    >>> [h.name for h in holders_after("Kiện toàn Ban Chỉ đạo (Sở Y tế chủ trì, phối hợp với Sở Nội vụ tham mưu).")]
    ['Sở Y tế', 'Sở Nội vụ']
    >>> holders_after("Sở Y tế chủ trì, phối hợp với Sở Nội vụ rà soát biên chế.")
    ()
    """
    found: list[Holder] = []
    for index, sentence in enumerate(split_sentences(text)):
        bracket = _BRACKET_RE.match(text, sentence.start, sentence.end)
        at = bracket.end() if bracket else sentence.start
        shared = _SHARED_RE.match(text, at, sentence.end) if index or bracket else None
        leads = split_names(shared["lead"]) if shared else ()
        if shared is None or not leads or _acts_on(shared["beside"] or ""):
            continue
        helpers = split_names(shared["help"] or shared["beside"] or "")
        found += [Holder(agency.name, Range(0, 0), "lead") for agency in leads]
        found += [Holder(agency.name, Range(0, 0), "coordinate") for agency in helpers]
        break
    return tuple(found)


def holders_below(lines: Iterable[str]) -> tuple[Holder, ...]:
    """Who holds the task that stands above lines like these; the leads first.

    >>> [(h.name, h.role) for h in holders_below(["- Cơ quan phối hợp: Bộ Tài chính.", "- Cơ quan chủ trì: Bộ Y tế; Bộ Nội vụ."])]
    [('Bộ Y tế', 'lead'), ('Bộ Nội vụ', 'lead'), ('Bộ Tài chính', 'coordinate')]
    """
    found: list[Holder] = []
    for line in lines:
        for label in _role_labels(line):
            role: Role = "coordinate" if label.kind == "coordinate" else "lead"
            held = read_bodies(line, *label.value, role)
            found += [Holder(agency.name, Range(0, 0), told) for agency, told in held]
    return tuple(sorted(found, key=lambda holder: holder.role == "coordinate"))
