"""A short plan round given paragraphs, read as the pipeline reads it."""

from __future__ import annotations

from ingest.facts import extract_facts
from ingest.parse import parse_structure
from ingest.plan import Facts, RawText, Reference
from ingest.repair import repair_text

HEAD = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH SƠN HÀ\tĐộc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND\tSơn Hà, ngày 05 tháng 01 năm 2024

KẾ HOẠCH
Công tác dân vận chính quyền năm 2024

{basis}

I. MỤC TIÊU
{goals}

II. TỔ CHỨC THỰC HIỆN
{tasks}

Nơi nhận:
- Sở Nội vụ;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Mẫu
"""
BASIS = "Thực hiện Chương trình số 39-CTr/TU ngày 19/12/2023 của Tỉnh ủy về công tác dân vận, UBND tỉnh ban hành Kế hoạch như sau:"


def facts_of(
    tasks: str = "1. Chung", goals: str = "- Nâng cao nhận thức.", basis: str = BASIS
) -> tuple[Facts, tuple[Reference, ...]]:
    """Read the facts of a plan with these paragraphs."""
    source = repair_text(RawText("mau.txt", HEAD.format(basis=basis, goals=goals, tasks=tasks)))
    return extract_facts(source, parse_structure(source))
