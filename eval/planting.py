"""Errors put into clean plans by program, one function a kind; each says where it put what.

The words are changed in the plan's clean text, which is read again: so the error passes the whole way.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from eval.planting_tools import Plant, Planted, body, citation, insert, swap
from ingest.facts.language.patterns import DATE_RE
from ingest.plan import Plan, Range

__all__ = ["PLANTS"]


def _cited_twice(plan: Plan, pick: random.Random) -> Planted | None:
    """Add a second citation of one document with the year one less."""
    found = citation(
        plan,
        pick,
        r"số\s+(\d+/[A-ZĐ]+-(?:TTg|CP)|\d+/20\d\d/[A-ZĐ-]+)\s+ngày\s+(\d+)(?:/(\d+)/|\s+tháng\s+(\d+)\s+năm\s+)(20\d\d)",
    )
    if found is None or not plan.source.clean.strip():
        return None
    match, _ = found
    day = str(int(match[2]) % 27 + 1)
    other = f"{match[1]} ngày {day}/{match[3] or match[4]}/{match[5]}"
    where = body(plan, r"(?<=\.)\n(?=[-–a-z0-9A-ZĐ])", pick)
    if where is None:
        return None
    new = f"\n- Tiếp tục thực hiện Quyết định số {other} của Thủ tướng Chính phủ.\n"
    if "-CP" in match[1] or "/20" in match[1]:
        new = f"\n- Tiếp tục thực hiện văn bản số {other}.\n"
    elif "/CT-" in match[1]:
        new = new.replace("Quyết định", "Chỉ thị")
    return swap(plan, Range(*where.span()), new, "VB01 VB08", other)


def _wrong_type(plan: Plan, pick: random.Random) -> Planted | None:
    found = citation(plan, pick, r"(?<!\w)(Chỉ thị|Nghị quyết|Nghị định|Kết luận)\s+số\s+\S+")
    if found is None:
        return None
    match = found[0]
    new = match[0].replace(match[1], "Thông báo", 1)
    return swap(plan, Range(*match.span()), new, "VB03")


def _wrong_system(plan: Plan, pick: random.Random) -> Planted | None:
    party = citation(plan, pick, r"\d+-[A-ZĐ][A-Za-zĐ]*/T[WU](?!\w)")
    if party is None:
        return None
    number, code, who = re.split(r"[-/]", party[0][0])
    return swap(plan, Range(*party[0].span()), f"{number}/{code}-{who}", "VB04 VB05")


def _impossible_symbol(plan: Plan, pick: random.Random) -> Planted | None:
    found = citation(plan, pick, r"(\d+)/(?:CT|QĐ)-TTg")
    return swap(plan, Range(*found[0].span()), f"{found[0][1]}/TT-TTg", "VB03 VB04 VB05") if found else None


def _impossible_day(plan: Plan, pick: random.Random) -> Planted | None:
    found = citation(plan, pick, DATE_RE.pattern)
    return swap(plan, Range(*found[0].span()), "31/02/2024", "VB08") if found else None


def _wrong_year_in_number(plan: Plan, pick: random.Random) -> Planted | None:
    found = citation(plan, pick, r"(?<=/)20[12]\d(?=/[NQT])")
    return (
        swap(
            plan,
            Range(*found[0].span()),
            str(int(found[0][0]) - 2),
            "VB08 VB01 VB05",
            str(int(found[0][0]) - 2),
        )
        if found
        else None
    )


def _spaced_symbol(plan: Plan, pick: random.Random) -> Planted | None:
    found = citation(plan, pick, r"\d+-[A-ZĐ]+/T[WU](?!\w)")
    return swap(plan, Range(*found[0].span()), found[0][0].replace("-", " - "), "VB09") if found else None


def _doubled(plan: Plan, pick: random.Random) -> Planted | None:
    found = body(
        plan,
        r"(?<=[ ])(thực hiện|triển khai|tăng cường|nâng cao|kiểm tra|phối hợp|tuyên truyền)(?= [a-zà-ỹđ])",
        pick,
    )
    return swap(plan, Range(*found.span()), f"{found[0]} {found[0]}", "CT01") if found else None


def _shortened(plan: Plan, pick: random.Random) -> Planted | None:
    found = body(
        plan,
        r"(?:Ủy ban nhân dân|kinh tế - xã hội|chính trị - xã hội|vùng đồng bào dân tộc thiểu số|công tác dân vận|cơ quan hành chính nhà nước|công tác tuyên truyền|trợ cấp xã hội)(?=[ ,;])",
        pick,
    )
    if found is None:
        return None
    words = found[0].split()
    # The middle of the phrase goes: "Ủy ban dân", "công dân vận".
    cut = [
        at
        for at in range(1, len(words) - 1)
        if words[at] != "-" and words[at - 1] != "-" and words[at + 1] != "-"
    ]
    if not cut:
        return None
    at = pick.choice(cut)
    return swap(plan, Range(*found.span()), " ".join([*words[:at], *words[at + 1 :]]), "CT02")


def _misspelt(plan: Plan, pick: random.Random) -> Planted | None:
    swaps = {"chuyển đổi số": "chuyển đổi sổ", "tổ chức thực hiện": "tổ chức thực hiên", "cải cách thủ tục hành chính": "cải cách thủ túc hành chính", "kinh tế - xã hội": "kinh tê - xã hội", "khiếu nại, tố cáo": "khiếu nai, tố cáo", "đặc điểm": "đặc diêm"}  # fmt: skip
    found = body(plan, "|".join(map(re.escape, swaps)), pick)
    return swap(plan, Range(*found.span()), swaps[found[0]], "CT05") if found else None


def _unclosed(plan: Plan, pick: random.Random) -> Planted | None:
    found = body(plan, r"“([^”\n]{5,60})”", pick)
    return swap(plan, Range(*found.span()), f"“{found[1]}", "CT03", found[1][:20]) if found else None


def _small_name(plan: Plan, pick: random.Random) -> Planted | None:
    found = body(plan, r"Hồ Chí Minh|Bộ Chính trị|Mặt trận Tổ quốc|Ban Bí thư", pick)
    return swap(plan, Range(*found.span()), found[0].capitalize(), "CT06") if found else None


def _old_deadline(plan: Plan, pick: random.Random) -> Planted | None:
    issued = plan.letterhead.date
    if issued is None:
        return None
    return insert(f"Sở Nội vụ gửi báo cáo về UBND tỉnh trước ngày 15/3/{int(issued[:4]) - 1}.", "ND02")(
        plan, pick
    )


def _ended(plan: Plan, pick: random.Random) -> Planted | None:
    if (plan.letterhead.date or "") < "2025-07-02":
        return None
    name = pick.choice(
        [
            "Sở Giao thông vận tải",
            "Ban Dân vận Tỉnh ủy",
            "Sở Thông tin và Truyền thông",
            "Sở Kế hoạch và Đầu tư",
        ]
    )
    return insert(f"{name} chủ trì, phối hợp với các cơ quan, đơn vị theo dõi việc thực hiện.", "TC01", name)(
        plan, pick
    )


def _target(
    plan: Plan, pick: random.Random, change: Callable[[int], int], codes: str, child: bool
) -> Planted | None:
    told = [t for t in plan.facts.targets if t.unit == "%" and t.number and 20 < t.number <= 100 and t.comparator != "<="
            and len(t.subject) > 25 and t.number == int(t.number)]  # fmt: skip
    pick.shuffle(told)
    for target in told:
        words = re.sub(r"\s+", " ", plan.source.quote(target.span))
        at = plan.source.clean.find(words)
        figure = re.search(rf"(?<!\d){int(target.number or 0)}(?=\s?%)", words)
        if at < 0 or figure is None or plan.source.clean.count(words) != 1 or "\t" in words:
            continue
        new = words[: figure.start()] + str(change(int(figure[0]))) + words[figure.end() :]
        if child:
            return swap(plan, Range(at, at + len(words)), new, codes, "", child)
        # A second statement of the same target, two numbers apart.
        return swap(plan, Range(at, at + len(words)), f"{words}\n- {new.lstrip('-+ ')}", codes, new)
    return None


def _later(plan: Plan, pick: random.Random) -> Planted | None:
    for due in plan.facts.deadlines:
        words = plan.source.quote(due.span)
        found = re.search(r"(\d{1,2})/(\d{1,2})/(20\d\d)", words)
        at = plan.source.clean.find(words)
        if (
            due.normalised
            and re.fullmatch(r"\d{4}-\d\d-\d\d", due.normalised)
            and found
            and at >= 0
            and int(found[2]) < 12
        ):
            new = words.replace(found[0], f"{found[1]}/12/{found[3]}", 1)
            return swap(plan, Range(at, at + len(words)), new, "CC03", "", True)
    return None


PLANTS: dict[str, Plant] = {
    "VB01 hai ngày": _cited_twice,
    "VB03 sai tên loại": _wrong_type,
    "VB04 lẫn Đảng, Nhà nước": _wrong_system,
    "VB04 ký hiệu không có": _impossible_symbol,
    "VB08 ngày không có": _impossible_day,
    "VB08 năm trong số hiệu": _wrong_year_in_number,
    "VB09 ký hiệu có dấu cách": _spaced_symbol,
    "ND02 thời hạn đã qua": _old_deadline,
    "ND03 thứ tự báo cáo": insert(
        "Các đơn vị gửi báo cáo 6 tháng trước ngày 20/12/2027, báo cáo năm trước ngày 15/11/2027.", "ND03"
    ),
    "ND04 chỉ tiêu mâu thuẫn": lambda plan, pick: _target(plan, pick, lambda n: n - 15, "ND04", False),
    "ND05 quá 100%": insert("Phấn đấu 130% cơ quan, đơn vị có mô hình được công nhận.", "ND05"),
    "ND09 kỷ niệm": insert(
        "Tuyên truyền kỷ niệm 90 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026).", "ND09"
    ),
    "ND09 giai đoạn": insert("Đánh giá kế hoạch 05 năm (2021 - 2030).", "ND09", "2021 - 2030"),
    "ND11 mục không có": insert(
        "Thực hiện các nội dung tại mục 19, phần XI của Kế hoạch này.", "ND11", "mục 19, phần XI"
    ),
    "CT01 lặp từ": _doubled,
    "CT02 thiếu chữ": _shortened,
    "CT03 ngoặc kép": _unclosed,
    "CT05 chính tả": _misspelt,
    "CT06 viết hoa": _small_name,
    "CT09 dấu câu": insert("Các cơ quan,. đơn vị phối hợp thực hiện.", "CT09", "Các cơ quan,. đơn vị"),
    "TC01 cơ quan đã kết thúc": _ended,
    "CC02 chỉ tiêu thấp hơn": lambda plan, pick: _target(plan, pick, lambda n: n - 15, "CC02", True),
    "CC03 hạn muộn hơn": _later,
}
"""Kind of error -> how it is planted; the forms of head and foot and who does what are in their own tables."""
