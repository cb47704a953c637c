"""Repair as a whole: what a clerk reads, and that every letter still knows its place."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from ingest.plan import CELL_SEPARATOR, RawText, SourceText
from ingest.repair import repair_text

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    loaded = json.loads((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["label"]) for case in loaded]


def repaired(text: str) -> SourceText:
    return repair_text(RawText("kh.txt", text))


def visual_lines(
    *paragraphs: str, width: int, seam: str = " \n\n", parting: str = " \n\n", indent: int = 6
) -> str:
    """Set paragraphs as a page does: full lines, the first indented, a blank line after each or none."""
    blocks: list[str] = []
    for paragraph in paragraphs:
        lines: list[str] = []
        line, room = "", width - indent
        for word in paragraph.split():
            if line and len(line) + 1 + len(word) > room:
                lines.append(line)
                line, room = word, width
            else:
                line = f"{line} {word}".strip()
        blocks.append(seam.join([*lines, line]))
    return parting.join(blocks)


PROSE = (
    "I. MỤC ĐÍCH, YÊU CẦU",
    "Nhằm tiếp tục nâng cao chất lượng, hiệu quả công tác dân vận trong các cơ quan hành chính nhà nước, chính "
    "quyền các cấp. Tập trung chỉ đạo thực hiện hiệu quả các nhiệm vụ trọng tâm của công tác dân vận gắn với triển "
    "khai, thực hiện các nhiệm vụ chính trị, phát triển kinh tế - xã hội của tỉnh Sơn Hà trong năm 2026 và các năm "
    "tiếp theo, góp phần giữ vững ổn định chính trị, trật tự an toàn xã hội ở địa phương, cơ sở và từng khu dân cư.",
    "Việc triển khai thực hiện phải bám sát sự chỉ đạo của Trung ương, của tỉnh; phát huy vai trò của người đứng "
    "đầu, công chức, viên chức, người lao động các cơ quan nhà nước, chính quyền các cấp trên địa bàn toàn tỉnh.",
    "1. Tăng cường công tác tuyên truyền, quán triệt các chủ trương của Đảng, chính sách pháp luật của Nhà nước về "
    "công tác dân vận",
    "Cấp ủy, chính quyền các cấp tăng cường tuyên truyền các văn bản của Trung ương, của tỉnh về công tác dân vận, "
    "dân tộc, tôn giáo; chú trọng vùng sâu, vùng xa, vùng đồng bào dân tộc thiểu số và các xã biên giới của tỉnh.",
    "- 100% cơ quan, đơn vị, chính quyền các cấp xây dựng kế hoạch triển khai, thực hiện công tác dân vận chính "
    "quyền; phân công lãnh đạo phụ trách và chuyên viên theo dõi, tham mưu công tác dân vận ở cơ quan, đơn vị.",
    "2. Sở Nội vụ",
    "Chủ trì, phối hợp với các cơ quan, đơn vị, địa phương theo dõi, đôn đốc việc triển khai, thực hiện Kế hoạch "
    "này; tổng hợp báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh trước ngày 15 tháng 11 hằng năm.",
)


@pytest.mark.parametrize("case", cases("repair_lines.json"))
def test_lines(case: Any) -> None:
    assert repaired(case["input"]).clean.split("\n") == case["lines"]


@pytest.mark.parametrize("case", cases("repair_rows.json"))
def test_rows(case: Any) -> None:
    found = [line.split(CELL_SEPARATOR) for line in repaired(case["input"]).clean.split("\n")]
    assert found == case["rows"]


@pytest.mark.parametrize("width", [70, 76, 82, 88])
@pytest.mark.parametrize(("seam", "parting"), [(" \n\n", " \n\n"), ("\n", "\n\n"), ("\n", "\n")])
def test_visual_lines_become_paragraphs(width: int, seam: str, parting: str) -> None:
    text = visual_lines(*PROSE, width=width, seam=seam, parting=parting)
    assert repaired(text).clean.split("\n") == list(PROSE)


@pytest.mark.parametrize("case", [*cases("repair_lines.json"), *cases("repair_rows.json")])
def test_repair_of_repaired_text_changes_nothing(case: Any) -> None:
    once = repaired(case["input"]).clean
    assert repaired(once).clean == once


@pytest.mark.parametrize("case", [*cases("repair_lines.json"), *cases("repair_rows.json")])
def test_decomposed_letters_read_the_same(case: Any) -> None:
    decomposed = unicodedata.normalize("NFD", case["input"])
    assert repaired(decomposed).clean == repaired(case["input"]).clean


@pytest.mark.parametrize("case", [*cases("repair_lines.json"), *cases("repair_rows.json")])
def test_every_letter_knows_its_place(case: Any) -> None:
    assert_mapped(repaired(unicodedata.normalize("NFD", case["input"])))


def assert_mapped(source: SourceText) -> None:
    """Each clean letter is the NFC form of what stands at its place; joins, cell marks and repairs aside."""
    mended = [repair.span for repair in source.repairs]
    for at, letter in enumerate(source.clean):
        if letter.isspace():
            continue
        span = source.span(at, at + 1)
        if any(span.start < other.end and other.start < span.end for other in mended):
            continue
        there = unicodedata.normalize("NFKC", source.quote(span)).replace("\u2011", "-")
        assert unicodedata.normalize("NFKC", letter) in there or there in "\u2010\u2212\uf0b7Ð", (
            at,
            letter,
            there,
        )


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("\ufeffSở\u00a0Nội vụ\u200b báo cáo\r\n", "Sở Nội vụ báo cáo"),  # layout characters
        ("quy\u00ad\nhoạch", "quyhoạch"),  # a soft hyphen parts one word, also over a line end
        ("1. Bảo đảm ﬁnance oﬃce\x07 10\u201112", "1. Bảo đảm finance office 10-12"),  # ligatures, controls
        ("Ðề án", "Đề án"),  # the Icelandic letter that looks like Đ
        ("“Dân vận khéo” – 'gần dân'", "“Dân vận khéo” – 'gần dân'"),  # quotes and dashes stay
    ],
)
def test_letters(text: str, clean: str) -> None:
    assert repaired(text).clean == clean


def test_pages_of_the_reader_part_no_paragraph() -> None:
    first = "Các cơ quan, đơn vị, địa phương căn cứ chức năng, nhiệm vụ được giao tổ chức triển khai thực hiện Nghị quyết của Ban Chấp hành"
    text = f"{first}\n1\nĐảng bộ tỉnh và báo cáo kết quả."
    source = repair_text(RawText("kh.pdf", text, (0, len(first) + 3)))
    assert source.clean == f"{first} Đảng bộ tỉnh và báo cáo kết quả."
    at = source.clean.index("Đảng bộ")
    assert source.page(source.span(at, at + 1)) == 2


def test_running_heads_go() -> None:
    pages = [
        f"CÔNG BÁO SƠN HÀ/Số {n}\nĐiều {n}. Phạm vi của công việc thứ {n}\nNội dung {n}." for n in range(1, 5)
    ]
    starts, text = [], ""
    for page in pages:
        starts.append(len(text))
        text += page + "\n"
    clean = repair_text(RawText("cb.pdf", text, tuple(starts))).clean
    assert clean.count("CÔNG BÁO") <= 1
    assert clean.count("Nội dung") == 4


def test_an_empty_text_stays_empty() -> None:
    source = repaired(" \n\n")
    assert (source.clean, source.runs, source.body_end) == ("", (), 0)


def test_an_empty_cell_of_a_flattened_table_may_hold_a_blank_line() -> None:
    cells = [
        "TT",
        "Chỉ tiêu",
        "2026",
        None,
        "A",
        "Y tế",
        "",
        None,
        "1",
        "Số trạm",
        "9",
        None,
        "2",
        "Số xe",
        "",
    ]
    text = "|\n" + "".join("|\n" if one is None else f"{one}\n|\n" if one else "\n|\n" for one in cells)
    rows = [line.split(CELL_SEPARATOR) for line in repaired(text + "\nCuối bài.").clean.splitlines()[:-1]]
    assert rows == [["TT", "Chỉ tiêu", "2026"], ["A", "Y tế", ""], ["1", "Số trạm", "9"], ["2", "Số xe", ""]]


def test_numbers_of_the_rows_of_a_table_that_came_as_lines_count_no_pages() -> None:
    before = "\n".join(f"{at}. Sở Y tế kiểm tra cơ sở {at} tại xã Suối Bạc." for at in range(1, 25))
    rows = (
        "\n\n1\n\nMở lớp tập huấn\nSở Y tế\n\n2\n\nKiểm tra chợ\nSở Công Thương\n\n3\n\nTổng kết\nSở Nội vụ\n"
    )
    clean = repair_text(RawText("kh.txt", f"{before}\n\nLỊCH CÔNG TÁC\nTháng\nNội dung\nChủ trì{rows}")).clean
    assert clean.splitlines()[-3:] == [
        "1\tMở lớp tập huấn\tSở Y tế",
        "2\tKiểm tra chợ\tSở Công Thương",
        "3\tTổng kết\tSở Nội vụ",
    ]
