"""Errors of form planted: the head and the foot, short forms, spellings of names, citations copied wrongly."""

from __future__ import annotations

import random
import re

from eval.planting_tools import Plant, Planted, body, insert, swap
from ingest.facts.cited.mention import Mention
from ingest.facts.cited.references import find_mentions
from ingest.plan import Plan, Range

__all__ = ["FORM_PLANTS"]

_HEAD = 800


def _in_head(plan: Plan, pattern: str) -> re.Match[str] | None:
    return re.compile(pattern).search(plan.source.clean, 0, _HEAD)


def _blank_number(plan: Plan, pick: random.Random) -> Planted | None:
    found = _in_head(plan, r"(?m)^.{0,60}?Số\s*:?\s*(\d+)(?=\s?[/-]\s?[A-ZĐ])")
    return swap(plan, Range(*found.span(1)), "   ", "TH01", "Số") if found else None


def _spaced_own(plan: Plan, pick: random.Random) -> Planted | None:
    found = _in_head(plan, r"(?<=Số: )\d+/[A-ZĐ]{2}-[A-ZĐ]+")
    return swap(plan, Range(*found.span()), found[0].replace("-", " - "), "TH02") if found else None


def _no_zero(plan: Plan, pick: random.Random) -> Planted | None:
    found = _in_head(plan, r"(?<=, )ngày\s+0\d\s+tháng|(?<=\d )tháng\s+0[12](?=\s+năm)")
    if found is None or plan.letterhead.system != "state":
        return None
    return swap(plan, Range(*found.span()), found[0].replace("0", "", 1), "TH03")


def _no_authority(plan: Plan, pick: random.Random) -> Planted | None:
    if plan.letterhead.doc_type != "Kế hoạch":
        return None
    found = [*re.finditer(r"TM\.\s*(?:ỦY BAN NHÂN DÂN|UBND)\s*", plan.source.clean)]
    return swap(plan, Range(*found[-1].span()), "", "TH04", "CHỦ TỊCH") if found else None


def _other_spelling(plan: Plan, pick: random.Random) -> Planted | None:
    names = re.findall(r"Sở (?:Nội vụ|Tài chính|Tư pháp|Xây dựng)(?!\w)", plan.source.clean)
    twice = sorted({name for name in names if names.count(name) > 1})
    if not twice:
        return None
    name = pick.choice(twice)
    found = body(plan, rf"{name}(?!\w)", pick)
    return swap(plan, Range(*found.span()), name.title(), "CT07") if found else None


def _short_form(plan: Plan, pick: random.Random) -> Planted | None:
    absent = [s for s in ("CCHC", "TTHC", "CNTT", "ANTT", "PCCC", "BVMT") if s not in plan.source.clean]
    if not absent:
        return None
    short = pick.choice(absent)
    return insert(f"Các cơ quan, đơn vị tiếp tục đẩy mạnh công tác {short} theo kế hoạch.", "CT08", short)(
        plan, pick
    )


def _unjoined(plan: Plan, pick: random.Random) -> Planted | None:
    found = body(plan, r"(?:kinh tế|chính trị) - xã hội", pick)
    wrong = found[0].replace(" - ", " ") if found else ""
    # Where the plan has this fault already, one more place changes nothing.
    if found is None or wrong in plan.source.clean:
        return None
    return swap(plan, Range(*found.span()), wrong, "CT10")


def _split_word(plan: Plan, pick: random.Random) -> Planted | None:
    found = body(plan, r"(?<=[a-zà-ỹ] )(?:động|thực|hiện|quốc|công|chính)(?= [a-zà-ỹ])", pick)
    if found is None:
        return None
    onset = re.match(r"th|ch|qu|[đhc]", found[0])
    cut = onset.end() if onset else 1
    return swap(plan, Range(*found.span()), f"{found[0][:cut]} {found[0][cut:]}", "CT11")


def _cited(plan: Plan, pick: random.Random, title: int) -> tuple[Mention, str] | None:
    """One full citation of a central document and its words."""
    found = [
        (mention, line[0][mention.range.start : mention.range.end])
        for line in re.finditer(r"[^\n]+", plan.source.clean)
        for mention in find_mentions(line[0])
        if mention.number and mention.date and mention.type and len(mention.title or "") >= title
        and re.search(r"(?:TTg|CP|TW)$", mention.number) and mention.number in line[0]
    ]  # fmt: skip
    return pick.choice(found) if found else None


def _again(said: str, codes: str, quote: str) -> Plant:
    return insert(f"Tiếp tục thực hiện {said.rstrip(' .;,')}.", codes, quote)


def _other_issuer(plan: Plan, pick: random.Random) -> Planted | None:
    found = _cited(plan, pick, 0)
    issuers = {"Bộ Chính trị": "Ban Bí thư", "Ban Bí thư": "Bộ Chính trị"}
    if found is None or found[0].issuer not in issuers:
        return None
    mention, said = found
    core = said[: mention.core.end - mention.range.start]
    new = core.replace(mention.issuer or "", issuers[mention.issuer or ""])
    return _again(new, "VB02", new)(plan, pick)


def _other_number(plan: Plan, pick: random.Random) -> Planted | None:
    """The same type, date and title, the symbol and its type another."""
    found = _cited(plan, pick, 40)
    if found is None:
        return None
    mention, said = found
    swaps = {"Chỉ thị": ("Quyết định", "CT", "QĐ"), "Quyết định": ("Chỉ thị", "QĐ", "CT"), "Nghị quyết": ("Kết luận", "NQ", "KL"), "Kết luận": ("Nghị quyết", "KL", "NQ")}  # fmt: skip
    if mention.type not in swaps or not re.search(
        r"\d+[-/](?:CT|QĐ|NQ|KL)[-/](?:TTg|TW)$", mention.number or ""
    ):
        return None
    named, code, other = swaps[mention.type]
    number = (mention.number or "").replace(code, other, 1)
    new = said.replace(mention.number or "", number, 1).replace(mention.type, named, 1)
    return _again(new, "VB05", number)(plan, pick)


def _other_title(plan: Plan, pick: random.Random) -> Planted | None:
    found = _cited(plan, pick, 40)
    if found is None:
        return None
    mention, said = found
    core = said[: mention.core.end - mention.range.start]
    return _again(f"{core} về phòng cháy, chữa cháy rừng ở các xã biên giới", "VB06", core)(plan, pick)


def _no_number(plan: Plan, pick: random.Random) -> Planted | None:
    found = _cited(plan, pick, 40)
    if found is None or found[0].issuer is None:
        return None
    mention = found[0]
    title = mention.title or ""
    said = f"{mention.type} của {mention.issuer} {'' if title.lower().startswith(('về', 'phê', 'ban')) else 'về '}{title}"
    return _again(said, "VB07", title[:30])(plan, pick)


FORM_PLANTS: dict[str, Plant] = {
    "TH01 số còn để trống": _blank_number,
    "TH02 ký hiệu của mình có dấu cách": _spaced_own,
    "TH03 thiếu số 0": _no_zero,
    "TH04 thiếu TM.": _no_authority,
    "CT07 một cơ quan hai cách viết": _other_spelling,
    "CT08 viết tắt không giải thích": _short_form,
    "CT10 thuật ngữ thiếu gạch nối": _unjoined,
    "CT11 chữ viết rời": _split_word,
    "VB02 hai cơ quan ban hành": _other_issuer,
    "VB05 hai số hiệu": _other_number,
    "VB06 hai trích yếu": _other_title,
    "VB07 thiếu số hiệu": _no_number,
}
"""Kind of error -> how it is planted."""
