"""Who leads and helps with a task, told beneath it or after it: "- Đơn vị chủ trì: Bộ Công an.", "Sở A chủ trì, Sở B phối hợp.".

In: lines of the parent. Out: the holders of the task above; a line or clause that says only this is no task by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.facts.agencies import split_names
from ingest.facts.holders import Holder
from ingest.facts.sentences import split_sentences
from ingest.facts.verbs import starts_predicate
from ingest.plan import Range, Role

__all__ = ["holders_after", "holders_below", "only_roles"]

_ROLE_RE = re.compile(
    r"(?i)\W*(?:cơ quan|đơn vị|bộ phận|tổ chức)\s+(?P<role>chủ trì|phối hợp)(?:\s+(?:thực hiện|chính|tham mưu))?\s*:\s*(?P<who>\S[^;]*?)\s*(?=[;.]|$)"
)
# A sentence that only shares out the task before it: "Sở Tài chính chủ trì, phối hợp Sở Xây dựng và UBND các xã."
_SHARED_RE = re.compile(
    r"\s*(?P<lead>[A-ZĐÂÔƠƯÊ][^.;:]{2,120}?)\s+chủ trì(?:\s*[,;]\s*(?:(?P<help>[^.;:]{2,200}?)\s+(?:cùng\s+)?phối hợp(?!\s+(?:với|cùng))"
    r"|phối hợp(?:\s+(?:với|cùng))?\s+(?P<beside>[^.;:]{2,200}?)))?\s*(?=[.;]|,\s*(?:hoàn thành|đánh giá|xong|thực hiện)|$)"
)


def only_roles(text: str) -> bool:
    """Whether a line or clause only says who leads or helps.

    >>> only_roles("- Đơn vị chủ trì: Bộ Công an."), only_roles("Đơn vị chủ trì lập kế hoạch.")
    (True, False)
    """
    return _ROLE_RE.match(text) is not None


def _acts_on(names: str) -> bool:
    """Whether a list of bodies runs on into a task ("Sở Tài chính tổ chức hội nghị")."""
    return any(starts_predicate(names, word.start()) for word in re.finditer(r"(?<=\s)\S", names))


def holders_after(text: str) -> tuple[Holder, ...]:
    """Who leads and helps with a task, as a sentence after it shares it out; nobody where none does.

    >>> [(h.name, h.role) for h in holders_after("Phun thuốc tại chợ. Sở Y tế chủ trì, trạm y tế phối hợp.")]
    [('Sở Y tế', 'lead'), ('trạm y tế', 'coordinate')]
    >>> holders_after("Sở Y tế chủ trì, phối hợp với Sở Nội vụ rà soát biên chế.")
    ()
    """
    found: list[Holder] = []
    for sentence in split_sentences(text)[1:]:
        shared = _SHARED_RE.match(text, sentence.start, sentence.end)
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
    [('Bộ Y tế', 'lead'), ('Bộ Tài chính', 'coordinate')]
    """
    found: list[Holder] = []
    for line in lines:
        for match in re.finditer(_ROLE_RE, line):
            role: Role = "lead" if match["role"].lower() == "chủ trì" else "coordinate"
            names = split_names(match["who"].strip(" ."))
            found += [Holder(agency.name, Range(0, 0), role) for agency in names]
    return tuple(sorted(found, key=lambda holder: holder.role == "coordinate"))
