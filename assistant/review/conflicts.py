"""Citations of one document that contradict each other, inside a plan and across plans."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from assistant.review.model import Case, Cited, Document, Finding, Quote
from assistant.review.references import shown_date
from assistant.review.symbols import (
    body_class,
    day_term,
    is_central,
    symbol_class,
    symbol_fault,
    unique_for_ever,
)
from ingest.facts.language.patterns import key_of, number_system
from ingest.spelling import match_key

__all__ = [
    "find_issuer_conflicts",
    "find_missing_numbers",
    "find_number_conflicts",
    "find_two_dates",
    "find_two_titles",
]

_SAME_TITLE = 90
"""rapidfuzz score from which two titles are one, small additions allowed."""
_OTHER_TITLE = 45
_LONG_TITLE = 25
"""Letters of a title that says enough to be compared."""

Place = tuple[Document, Cited]


def _places(case: Case) -> Iterator[Place]:
    for document in (*case.documents, *case.library):
        for cited in document.cited:
            yield document, cited


def _scope(document: Document, cited: Cited) -> str:
    """Where a number is one: the country, or the province (a district or commune) of the plan."""
    number = cited.mention.number or ""
    if is_central(number):
        return ""
    head = document.plan.letterhead
    # What province it is must be known before two plans are compared; else each plan stands alone.
    if head.province is None or head.level in {"district", "commune", "other"}:
        return document.name
    return match_key(head.province)


def _groups(case: Case) -> list[list[Place]]:
    """The citations of one number in one scope."""
    found: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    for document, cited in _places(case):
        number = cited.mention.number
        if number:
            found[key_of(number), number_system(number), _scope(document, cited)].append((document, cited))
    mine = {document.name for document in case.documents}
    return [group for group in found.values() if len(group) > 1 and any(d.name in mine for d, _ in group)]


def _title_key(cited: Cited) -> str:
    return " ".join(match_key(cited.mention.title or "").replace("“", " ").replace("”", " ").split())


def _quote(place: Place) -> Quote:
    return place[0].quote(*place[1].core, place[1].block.path)


def _mine_first(case: Case, one: Place, other: Place) -> tuple[Place, Place]:
    mine = {document.name for document in case.documents}
    return (one, other) if one[0].name in mine else (other, one)


def _one_document(one: Cited, other: Cited) -> float:
    """How sure it is that two citations of one number with two dates mean one document: 0 is not."""
    number = one.mention.number or ""
    first, second = one.mention.date or "", other.mention.date or ""
    titles = _title_key(one), _title_key(other)
    alike = fuzz.token_set_ratio(*titles) if min(map(len, titles)) >= _LONG_TITLE else None
    if unique_for_ever(number):
        return 0.95
    if day_term(number, first) == day_term(number, second):
        # "quyết định" and "quy định" of the Party have one code and two series.
        if number_system(number) == "party" and one.mention.type != other.mention.type:
            return 0.0
        if alike is None and is_central(number):
            return 0.85
        if alike is None:
            return 0.85 if one.mention.type == other.mention.type else 0.0
        return 0.95 if alike >= _SAME_TITLE else 0.6
    if alike is not None and alike >= _SAME_TITLE:
        return 0.85
    return 0.85 if first[5:] == second[5:] and alike is None else 0.0


def find_two_dates(case: Case) -> Iterator[Finding]:
    """VB01: one number with two dates, where year, term or title say that it is one document."""
    for group in _groups(case):
        by_day: dict[str, list[Place]] = defaultdict(list)
        for place in group:
            if place[1].mention.date:
                by_day[place[1].mention.date].append(place)
        # The rarer date is the suspect and comes first.
        days = sorted(by_day, key=lambda day: (len(by_day[day]), day))
        for rare, usual in combinations(days, 2):
            yield from _date_conflict(case, by_day[rare], by_day[usual])


def _date_conflict(case: Case, rare: list[Place], usual: list[Place]) -> Iterator[Finding]:
    pairs = [(a, b) for a in rare for b in usual]
    one, other = max(
        pairs, key=lambda pair: (_one_document(pair[0][1], pair[1][1]), pair[0][0] is pair[1][0])
    )
    sure = _one_document(one[1], other[1])
    mine = {document.name for document in case.documents}
    if sure < 0.7 or not {one[0].name, other[0].name} & mine:
        return
    one, other = _mine_first(case, one, other)
    a, b = one[1].mention, other[1].mention
    often = (
        f" ({len(usual)} nơi ghi {shown_date(usual[0][1].mention.date)})" if len(usual) > len(rare) else ""
    )
    yield Finding.of(
        "VB01",
        f"“{a.number}” được ghi hai ngày: {shown_date(a.date)} và {shown_date(b.date)}{often}.",
        "Một số hiệu chỉ có một ngày ban hành trong một năm (Nhà nước) hoặc một nhiệm kỳ (Đảng).",
        "Đối chiếu với bản gốc và ghi thống nhất một ngày.",
        [_quote(one), _quote(other)],
        sure,
    )


_ONE_ISSUER = (
    ("bộ chính trị", "bộ chính trị"),
    ("ban bí thư", "ban bí thư"),
    ("ban chấp hành trung ương", "ban chấp hành trung ương"),
)


def _exact_issuer(cited: Cited) -> str | None:
    key = match_key(cited.mention.issuer or "")
    named = [name for start, name in _ONE_ISSUER if key.startswith(start)]
    if named:
        return named[0]
    # "Bộ trưởng Bộ Y tế" signs for the Bộ Y tế; commas and hyphens in a ministry's name are no other ministry.
    key = " ".join(re.sub(r"^bộ trưởng |\bvà\b|[^\w\s]", " ", key).split())
    # A name cut off ("Bộ trưởng") or shortened ("Bộ LĐTBXH") tells nothing.
    return (
        key
        if key.startswith("bộ ") and len(key.split()) > 2 and is_central(cited.mention.number or "")
        else None
    )


def _one_ministry(first: str, second: str) -> bool:
    """A name cut short or misspelt is no other ministry."""
    return first.startswith(second) or second.startswith(first) or fuzz.ratio(first, second) >= _SAME_TITLE


def find_issuer_conflicts(case: Case) -> Iterator[Finding]:
    """VB02: one number, one date, two issuers of the same rank (Bộ Chính trị and Ban Bí thư)."""
    for group in _groups(case):
        by_issuer: dict[str, Place] = {}
        for place in group:
            issuer = _exact_issuer(place[1])
            if issuer and place[1].mention.date:
                by_issuer.setdefault(issuer, place)
        for (first, one), (second, other) in combinations(by_issuer.items(), 2):
            if one[1].mention.date != other[1].mention.date or _one_ministry(first, second):
                continue
            mine = {document.name for document in case.documents}
            if not {one[0].name, other[0].name} & mine:
                continue
            one, other = _mine_first(case, one, other)
            yield Finding.of(
                "VB02",
                f"“{one[1].mention.number}” được ghi hai cơ quan ban hành: {one[1].mention.issuer} và {other[1].mention.issuer}.",
                "Một văn bản chỉ có một cơ quan ban hành (hoặc ghi đủ các cơ quan cùng ban hành).",
                "Đối chiếu với bản gốc và ghi thống nhất.",
                [_quote(one), _quote(other)],
                0.85,
            )


def find_number_conflicts(case: Case) -> Iterator[Finding]:
    """VB05: one document (type or title, date) under two numbers: 33/TT-TTg and 33/CT-TTg."""
    by_day: dict[str, list[Place]] = defaultdict(list)
    for place in _places(case):
        if place[1].mention.date and place[1].mention.number:
            by_day[place[1].mention.date].append(place)
    mine = {document.name for document in case.documents}
    seen: set[tuple[str, ...]] = set()
    often = Counter(key_of(cited.mention.number or "") for _, cited in _places(case))
    for places in by_day.values():
        # A number unlike its issuer, then the rarer one, is the suspect and comes first; one's own document before others'.
        places.sort(
            key=lambda p: (
                symbol_class(p[1].mention.number or "") == body_class(p[1].mention.issuer or "")
                and symbol_fault(p[1].mention.number or "") is None,
                often[key_of(p[1].mention.number or "")],
                p[0].name not in mine,
            )
        )
        for one, other in combinations(places, 2):
            if one[0].name not in mine:
                continue
            keys = tuple(sorted((key_of(one[1].mention.number or ""), key_of(other[1].mention.number or ""))))
            sure = _two_numbers(one, other) if keys[0] != keys[1] and keys not in seen else 0.0
            if not sure:
                continue
            seen.add(keys)
            other = next(
                (p for p in places if p[0] is one[0] and p[1].mention.number == other[1].mention.number),
                other,
            )
            yield Finding.of(
                "VB05",
                f"Cùng một văn bản ngày {shown_date(one[1].mention.date)} được ghi hai số hiệu: “{one[1].mention.number}” và “{other[1].mention.number}”.",
                "Trích yếu và ngày ban hành trùng nhau nên đây là một văn bản.",
                "Đối chiếu với bản gốc và ghi thống nhất số, ký hiệu.",
                [_quote(one), _quote(other)],
                sure,
                doubtful=sure < 0.7,
            )


def _two_numbers(one: Place, other: Place) -> float:
    """How sure it is that two numbers of one date mean one document."""
    a, b = one[1].mention.number or "", other[1].mention.number or ""
    local = not (is_central(a) or is_central(b))
    if local and _scope(*one) != _scope(*other):
        return 0.0
    titles = _title_key(one[1]), _title_key(other[1])
    if min(map(len, titles)) < _LONG_TITLE:
        return 0.0
    alike = fuzz.ratio(*(title[: min(map(len, titles))] for title in titles))
    if alike < _SAME_TITLE:
        return 0.0
    same_figure = key_of(a).replace("-", "/").split("/")[0] == key_of(b).replace("-", "/").split("/")[0]
    # Two decrees of one day begin alike ("quy định chi tiết một số điều và biện pháp thi hành Luật ..."): all must agree.
    return 0.92 if same_figure else 0.6 if fuzz.ratio(*titles) >= 97 and len(titles[0]) > 60 else 0.0


def find_two_titles(case: Case) -> Iterator[Finding]:
    """VB06: one number and date with two titles that share little."""
    for group in _groups(case):
        titled = [
            place for place in group if place[1].mention.date and len(_title_key(place[1])) >= _LONG_TITLE
        ]
        for one, other in combinations(titled, 2):
            if one[1].mention.date != other[1].mention.date:
                continue
            if fuzz.token_set_ratio(_title_key(one[1]), _title_key(other[1])) >= _OTHER_TITLE:
                continue
            one, other = _mine_first(case, one, other)
            yield Finding.of(
                "VB06",
                f"“{one[1].mention.number}” được ghi hai trích yếu khác nhau.",
                "Trích yếu phải chép đúng của văn bản được viện dẫn (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.b).",
                "Đối chiếu trích yếu với bản gốc.",
                [
                    one[0].quote(*one[1].range, one[1].block.path),
                    other[0].quote(*other[1].range, other[1].block.path),
                ],
                0.5,
            )
            break


def find_missing_numbers(case: Case) -> Iterator[Finding]:
    """VB07: a document cited by its title alone, whose number another place knows."""
    known = [p for p in _places(case) if p[1].mention.number and len(_title_key(p[1])) >= _LONG_TITLE]
    for document in case.documents:
        for cited in document.cited:
            key = _title_key(cited)
            if cited.mention.number or len(key) < _LONG_TITLE or (cited.mention.type or "").endswith("uật"):
                continue
            for other in known:
                if (
                    other[1].mention.type == cited.mention.type
                    and fuzz.ratio(key, _title_key(other[1])) >= _SAME_TITLE
                ):
                    if not is_central(other[1].mention.number or "") and _scope(*other) != _scope(
                        document, other[1]
                    ):
                        continue
                    yield Finding.of(
                        "VB07",
                        f"{cited.mention.type} được nêu không có số hiệu; nơi khác ghi “{other[1].mention.number}”.",
                        "Lần viện dẫn đầu phải ghi tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu.",
                        f"Ghi thêm số “{other[1].mention.number}” ngày {shown_date(other[1].mention.date)}.",
                        [document.quote(*cited.range, cited.block.path), _quote(other)],
                        0.7,
                    )
                    break
