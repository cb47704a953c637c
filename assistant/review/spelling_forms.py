"""How names are written: capitals by Decree 30/2020/NĐ-CP, annex II; one body spelt in several ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from assistant.review.hygiene import MAX_CORRUPTION
from assistant.review.model import Case, Finding, Quote
from assistant.word_lists import read_rows
from ingest.facts.bodies.agencies import find_agencies
from ingest.spelling import match_key

__all__ = ["find_several_spellings", "find_wrong_capitals"]


@cache
def _names() -> dict[str, str]:
    return {match_key(name): name for (name,) in read_rows("review_capitals.txt")}


@cache
def _names_re() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_names(), key=len, reverse=True)))})(?!\w)"
    )


def find_wrong_capitals(case: Case) -> Iterator[Finding]:
    """CT06: "Hồ chí Minh", "Bộ chính trị"; one finding for each wrong form of a document."""
    for document in case.documents:
        if document.plan.source.corruption > MAX_CORRUPTION:
            continue
        forms: dict[str, list[Quote]] = defaultdict(list)
        for line in document.lines:
            if line.text.isupper() or line.text.istitle():
                continue
            for found in _names_re().finditer(match_key(line.text)):
                said, right = line.text[found.start() : found.end()], _names()[found[0]]
                # The first letter may be large at the start of a sentence, and tones may stand on either vowel.
                if [c.isupper() for c in said[1:]] == [c.isupper() for c in right[1:]] and (
                    said[0].isupper() == right[0].isupper()
                ):
                    continue
                if said.isupper() or (
                    right in {"Nhân dân", "Nhà nước"} and _part_of_name(line.text, found.start())
                ):
                    continue
                forms[said].append(
                    document.quote(line.start + found.start(), line.start + found.end(), line.path)
                )
        for said, quotes in forms.items():
            right = _names()[match_key(said)]
            yield Finding.of(
                "CT06", f"Viết hoa chưa đúng: “{said}” ({len(quotes)} chỗ).",
                "Quy tắc viết hoa: Nghị định 30/2020/NĐ-CP, Phụ lục II.", f"Viết “{right}”.", quotes[:5], 0.8,
            )  # fmt: skip


def _part_of_name(text: str, at: int) -> bool:
    """Tell names where the words are not alone: "ủy ban nhân dân", "tòa án nhân dân", "hành chính nhà nước", "ngân sách nhà nước"."""
    before = match_key(text[max(0, at - 22) : at])
    return bool(re.search(r"(?:ban|đồng|án|sát|quân đội|công an|thanh tra|hành chính|ngân sách|quản lý|doanh nghiệp|cơ quan|kho bạc|vốn|bí mật|an ninh|giáo|nghệ sĩ|nghệ sỹ|kiểm toán|ngân hàng|cấp|tài sản|bảo hiểm|vũ trang)\s+$", before))  # fmt: skip


def find_several_spellings(case: Case) -> Iterator[Finding]:
    """CT07: one body in two spellings of capitals: "Sở Giao thông vận tải", "Sở Giao thông Vận tải"."""
    for document in case.documents:
        if document.plan.source.corruption > MAX_CORRUPTION:
            continue
        forms: dict[str, dict[str, Quote]] = defaultdict(dict)
        for line in document.lines:
            if line.text.isupper():
                continue
            for agency in find_agencies(line.text):
                if agency.collective or len(agency.name.split()) < 3 or agency.name.isupper():
                    continue
                quote = document.quote(line.start + agency.start, line.start + agency.end, line.path)
                forms[match_key(agency.name)].setdefault(" ".join(agency.name.split()), quote)
        for spelled in forms.values():
            # Only inner letters count: a small first letter may be the grammar's.
            inner = {name[1:]: quote for name, quote in spelled.items()}
            if (
                len(inner) > 1
                and len({match_key(n) for n in inner}) == 1
                and len({_shape(n) for n in inner}) > 1
            ):
                yield Finding.of(
                    "CT07", f"Một cơ quan viết nhiều cách: {', '.join(f'“{name}”' for name in sorted(spelled))}.",
                    "Tên cơ quan phải viết thống nhất trong cả văn bản.", "Chọn một cách viết theo Phụ lục II, Nghị định 30/2020/NĐ-CP.",
                    inner.values(), 0.85,
                )  # fmt: skip


def _shape(name: str) -> str:
    return "".join("A" if c.isupper() else "a" for c in name)
