"""The bases of a plan: the parent and what it carries out, each once, and no more of the superior's than that."""

from __future__ import annotations

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.model import Paragraph
from assistant.draft.unit.profile import UnitProfile
from ingest.pipeline import plan_from_text
from ingest.plan import RawText

_HEAD = """UBND TỈNH SƠN HÀ
Số: 45/KH-UBND
Sơn Hà, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Quản lý chợ dân sinh trên địa bàn tỉnh Sơn Hà

"""
_BODY = """

I. NHIỆM VỤ
1. Các sở, ngành; UBND các xã, phường rà soát, sắp xếp chợ dân sinh trên địa bàn.
2. UBND các xã, phường kiểm tra chợ hằng quý theo Đề án 07.
"""
_COMMUNE = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)


def basis(opening: str, unit: UnitProfile = _COMMUNE) -> list[Paragraph]:
    plan = plan_from_text(RawText("p.txt", f"{_HEAD}{opening}{_BODY}"))
    return [p for p in draft_plan(plan, unit).paragraphs if p.kind == "basis"]


@pytest.mark.parametrize(
    ("opening", "out"),
    [
        (
            "Thực hiện Chỉ thị số 9/CT-TTg ngày 02/01/2026 của Thủ tướng Chính phủ về quản lý chợ; UBND tỉnh Sơn Hà triển khai"
            " Đợt cao điểm theo Nghị quyết của Tỉnh ủy (sau đây viết tắt là Đợt cao điểm) và ban hành Kế hoạch như sau:",
            ("Đợt cao điểm", "Nghị quyết của Tỉnh ủy"),
        ),
        (
            "Thực hiện Quyết định số 9/QĐ-TTg ngày 02/01/2026 của Thủ tướng Chính phủ về phát triển chợ (sau đây gọi tắt là"
            " Quyết định số 9/QĐ-TTg); UBND tỉnh ban hành Kế hoạch như sau:",
            ("sau đây",),
        ),
        (
            "Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 19/02/2025; Thực hiện Quyết định số 9/QĐ-TTg ngày 02/01/2026"
            " của Thủ tướng Chính phủ về phát triển chợ; UBND tỉnh ban hành Kế hoạch như sau:",
            ("Luật Ban hành",),
        ),
    ],
)
def test_what_is_the_superiors_alone_is_no_basis(opening: str, out: tuple[str, ...]) -> None:
    (paragraph,) = basis(opening)
    assert "Kế hoạch số 45/KH-UBND" in paragraph.text
    assert "số 9/" in paragraph.text
    assert not any(words in paragraph.text for words in out)


def test_a_short_name_stays_where_the_plan_needs_it() -> None:
    told = "Quyết định số 9/QĐ-UBND ngày 02/01/2026 của UBND tỉnh ban hành Đề án chợ văn minh (sau đây gọi tắt là Đề án 07)"
    (paragraph,) = basis(f"Thực hiện {told}; UBND tỉnh ban hành Kế hoạch như sau:")
    assert "(sau đây gọi tắt là Đề án 07)" in paragraph.text


def test_a_document_is_cited_once() -> None:
    first = "Nghị quyết số 12-NQ/TU, ngày 03/3/2025 của Tỉnh ủy về phát triển thương mại"
    (paragraph,) = basis(f"Căn cứ {first}; Thực hiện {first}; UBND tỉnh ban hành Kế hoạch như sau:")
    assert paragraph.text.count("12-NQ/TU") == 1


def test_many_bases_have_a_line_each_and_laws_are_among_them() -> None:
    laws = "Căn cứ Luật Đầu tư công ngày 29/11/2024; Căn cứ Luật Xây dựng ngày 18/6/2014;"
    plans = "; ".join(
        f"Căn cứ Kế hoạch số {n}/KH-UBND ngày 0{n}/02/2026 của UBND tỉnh về chợ" for n in range(3, 8)
    )
    found = basis(f"{laws} {plans}; UBND tỉnh ban hành Kế hoạch như sau:")
    assert [p.text[:22] for p in found[:3]] == [
        "Căn cứ Luật Đầu tư côn",
        "Căn cứ Luật Xây dựng n",
        "Căn cứ Kế hoạch số 3/K",
    ]
    assert len(found) == 8
    assert found[-1].text.startswith("Thực hiện Kế hoạch số 45/KH-UBND")


@pytest.mark.parametrize(
    ("opening", "kept"),
    [
        (
            "UBND tỉnh Sơn Hà triển khai thực hiện Chỉ thị số 7/CT-TTg ngày 03/02/2026 của Thủ tướng Chính phủ về rừng như sau:",
            "Chỉ thị số 7/CT-TTg ngày 03/02/2026 của Thủ tướng Chính phủ về rừng",
        ),
        (
            "UBND tỉnh Sơn Hà tổ chức thực hiện Thông tư số 8/2025/TT-BCT ngày 04/02/2025 của Bộ Công Thương về chợ."
            " UBND tỉnh ban hành Kế hoạch như sau:",
            "Thông tư số 8/2025/TT-BCT ngày 04/02/2025 của Bộ Công Thương về chợ",
        ),
    ],
)
def test_what_the_parent_carries_out_is_a_basis(opening: str, kept: str) -> None:
    (paragraph,) = basis(opening)
    assert kept in paragraph.text


def test_a_law_on_the_field_under_another_name_stays_where_many_are_cited() -> None:
    names = (
        "Tổ chức chính quyền địa phương",
        "Thương mại",
        "Giá",
        "An toàn thực phẩm",
        "Xây dựng",
        "Đất đai",
    )
    laws = "".join(f"Căn cứ Luật {name} ngày 0{n}/6/2025;" for n, name in enumerate(names, 1))
    found = basis(f"{laws} UBND tỉnh ban hành Kế hoạch như sau:")
    assert [name for name in names if any(f"Luật {name}" in p.text for p in found)] == list(names)


@pytest.mark.parametrize(
    "told",
    [
        "Luật Giá ngày 19/6/2023 (Luật số 16/2023/QH15)",
        "Quyết định số 9/QĐ-UBND ngày 02/01/2026 của UBND tỉnh phê duyệt Chương trình chợ văn minh (Giai đoạn I)",
        "Nghị quyết số 8-NQ/TW ngày 04/5/2023 của Ban Chấp hành Trung ương (Khóa XII)",
    ],
)
def test_brackets_that_tell_which_document_it_is_stay(told: str) -> None:
    (paragraph,) = basis(f"Thực hiện {told}; UBND tỉnh ban hành Kế hoạch như sau:")
    assert told in paragraph.text
