from ingest.chunk import chunk_plan, plan_title_line
from tests.ingest.parsing import plan_of

LONG = " ".join(f"Câu thứ {n} nói về việc nâng cao chất lượng công tác dân vận ở cơ sở." for n in range(40))
TEXT = f"""UBND TỈNH SƠN HÀ\u2028SỞ NỘI VỤ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-SNV\tSơn Hà, ngày 05 tháng 02 năm 2024
KẾ HOẠCH
Công tác dân vận năm 2024
Căn cứ Kế hoạch số 5/KH-UBND ngày 02/01/2024;
I. MỤC ĐÍCH
1. Mục đích
{LONG}
2. Yêu cầu
- Gọn.
- Rõ.
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở chủ trì theo dõi.
2. Thanh tra Sở kiểm tra.
Trên đây là Kế hoạch năm 2024./.
Nơi nhận:
- Lưu: VT.
GIÁM ĐỐC
Lê Văn An
PHỤ LỤC
LỊCH
TT\tNội dung\tThời gian
1\tHọp giao ban\tQuý I
2\tTập huấn\tQuý II"""


def test_paths_in_reading_order():
    chunks = chunk_plan(plan_of(TEXT))
    seen = list(dict.fromkeys(chunk.path for chunk in chunks))
    assert seen == [
        "preamble",
        "I.1",
        "I.2",
        "II.1",
        "II.2",
        "closing",
        "annex",
        "annex/row 1",
        "annex/row 2",
    ]
    assert [chunk.ordinal for chunk in chunks] == list(range(len(chunks)))


def test_breadcrumbs_say_plan_and_headings():
    plan = plan_of(TEXT)
    assert plan_title_line(plan) == "Kế hoạch số 12/KH-SNV của Sở Nội vụ: Công tác dân vận năm 2024 (Sơn Hà)"
    chunk = next(chunk for chunk in chunk_plan(plan) if chunk.path == "I.2")
    assert chunk.title_line.endswith("> I. MỤC ĐÍCH > 2. Yêu cầu")
    assert (chunk.heading, chunk.text) == ("Yêu cầu", "2. Yêu cầu\n- Gọn.\n- Rõ.")


def test_long_sections_part_at_sentences():
    parts = [chunk for chunk in chunk_plan(plan_of(TEXT)) if chunk.path == "I.1"]
    assert len(parts) > 2
    assert all(len(part.text) <= 1200 and part.text.endswith(".") for part in parts)
    assert parts[0].text.startswith("1. Mục đích\nCâu thứ 0")


def test_rows_say_their_header_and_cover_the_row():
    plan = plan_of(TEXT)
    row = next(chunk for chunk in chunk_plan(plan) if chunk.path == "annex/row 2")
    assert row.text == "TT: 2; Nội dung: Tập huấn; Thời gian: Quý II"
    assert plan.source.quote(row.span) == "2\tTập huấn\tQuý II"


def test_nothing_but_headings_and_table_headers_is_lost():
    plan = plan_of(TEXT)
    covered = set()
    for chunk in chunk_plan(plan):
        covered.update(range(*chunk.span))
    left = "".join(c for i, c in enumerate(TEXT) if i not in covered).split("\n")
    assert {line.strip() for line in left if line.strip()} == {
        "I. MỤC ĐÍCH",
        "II. TỔ CHỨC THỰC HIỆN",
        "TT\tNội dung\tThời gian",
    }


def test_no_passage_crosses_a_numbered_section(shared):
    from ingest.parse import parse_structure
    from ingest.plan import Facts, Plan, RawText
    from ingest.repair import repair_text

    for file in sorted((shared / "seeds").glob("*.txt"))[:4]:
        source = repair_text(RawText(file.name, file.read_text(encoding="utf-8")))
        found = parse_structure(source)
        plan = Plan(source, found.letterhead, found.sections, found.tables, found.closing, (), Facts())
        leaves = {s.path: s for s in plan.walk()}
        for chunk in chunk_plan(plan):
            assert 0 < len(chunk.text) < 1500
            assert source.quote(chunk.span).strip()
            if chunk.path in leaves and chunk.path not in ("preamble", "closing"):
                span = leaves[chunk.path].span
                footnote = chunk.span.start >= source.span(source.body_end, source.body_end + 1).start
                assert (
                    footnote
                    or "Chú thích" in chunk.title_line
                    or span.start <= chunk.span.start <= chunk.span.end <= span.end
                )


def test_items_of_a_list_carry_its_opening():
    opened = TEXT.replace(
        "1. Văn phòng Sở chủ trì theo dõi.", "1. Văn phòng Sở có trách nhiệm:\na) Theo dõi.\nb) Tổng hợp."
    )
    items = {
        chunk.path: chunk.title_line for chunk in chunk_plan(plan_of(opened)) if chunk.path.startswith("II.1")
    }
    assert items["II.1.b"].endswith("> II. TỔ CHỨC THỰC HIỆN > 1. Văn phòng Sở có trách nhiệm")
