"""Web pages: blocks, lists, tables, footnote marks, encodings, and what a reader never sees."""

from __future__ import annotations

import pytest

from ingest.read import read_file


def lines_of(tmp_path, body, name="kh.html", encoding="utf-8", head='<meta charset="utf-8">'):
    path = tmp_path / name
    path.write_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    return read_file(path).text.strip("\n").split("\n")


CASES = [
    pytest.param("<p>KẾ HOẠCH<br>Năm&nbsp;2031</p><div>I. MỤC   ĐÍCH</div>", ["KẾ HOẠCH", "Năm 2031", "I. MỤC ĐÍCH"], id="blocks and breaks"),
    pytest.param("<nav>Trang chủ</nav><script>x()</script><style>p{}</style><header>Cổng</header><p>Nội dung</p><footer>Liên hệ</footer>", ["Nội dung"], id="furniture"),
    pytest.param("<article><header><h1>KẾ HOẠCH</h1></header></article>", ["KẾ HOẠCH"], id="head of an article stays"),
    pytest.param('<p>Một<span style="display: none">ẩn</span></p><p hidden>Hai</p>', ["Một"], id="hidden"),
    pytest.param("<ol><li>Một<ul><li>Ý</li></ul></li><li>Hai</li></ol>", ["1. Một", "- Ý", "2. Hai"], id="nested lists"),
    pytest.param('<ol type="I" start="2"><li>Hai</li></ol><ol type="a"><li>x</li><li value="5">y</li></ol>', ["II. Hai", "a. x", "e. y"], id="list types"),
    pytest.param("<ul><li>- Đã có gạch</li><li><p>Trong đoạn</p></li></ul><ol><li>1. Đã có số</li></ol>", ["- Đã có gạch", "- Trong đoạn", "1. Đã có số"], id="labels not doubled"),
    pytest.param('<ul style="list-style-type: none"><li>Không gạch</li></ul>', ["Không gạch"], id="list without marks"),
    pytest.param("<p>Nghị quyết<sup>1</sup> về 5 km<sup>2</sup></p>", ["Nghị quyết[1] về 5 km2"], id="raised numbers"),
    pytest.param("<p>&ldquo;Dân vận khéo&rdquo; &amp; &#7871;</p>", ["“Dân vận khéo” & ế"], id="entities"),
    pytest.param("<p>Sửa <del>cũ</del><ins>mới</ins></p>", ["Sửa mới"], id="changes"),
    pytest.param("<p>A<b>B</b> C<i> D</i></p>", ["AB C D"], id="inline tags keep words whole"),
    pytest.param("<!-- chú thích --><p>Có chữ</p>", ["Có chữ"], id="comments"),
    pytest.param("<p>UBND TỈNH&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;CỘNG HÒA</p>", ["UBND TỈNH    CỘNG HÒA"], id="columns by spaces"),
    pytest.param(
        "<table><tr><th>TT</th><th colspan=2>Nội dung</th></tr><tr><td rowspan=2>1</td><td><p>a</p><ul><li>b</li></ul></td><td>c</td></tr>"
        "<tr><td>d</td><td>e<br>f</td></tr></table>",
        ["TT\tNội dung\t", "1\ta\u2028- b\tc", "\u2028\td\te\u2028f"], id="table"),
    pytest.param("<table border=1><tr><td>1</td><td><table border=1><tr><td>x</td><td>y</td></tr></table></td></tr></table>", ["1\tx | y"], id="nested table"),
    pytest.param("<table><tr><td><p>Cột trái</p></td><td><table border=1><tr><td>1</td><td>x</td></tr></table></td></tr></table>", ["Cột trái", "", "1\tx"], id="layout table"),
    pytest.param("<table><tr><td><p>KẾ HOẠCH</p><p>Nội dung</p></td></tr></table>", ["KẾ HOẠCH", "Nội dung"], id="frame"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "lines"), CASES)
def test_page_reads_as_seen(tmp_path, body, lines):
    assert lines_of(tmp_path, body) == lines


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-16", ""),
        ("utf-8", '<meta charset="windows-1252">'),
        ("utf-8", '<meta charset="khong-co">'),
    ],
)
def test_encoding_is_found_even_when_misdeclared(tmp_path, encoding, head):
    assert lines_of(tmp_path, "<p>Kế hoạch của tỉnh</p>", encoding=encoding, head=head) == [
        "Kế hoạch của tỉnh"
    ]


def test_web_page_saved_as_doc_is_read_as_a_web_page(tmp_path):
    assert lines_of(tmp_path, "<p>Kế hoạch</p>", name="kh.doc") == ["Kế hoạch"]


def test_single_file_web_page(tmp_path):
    path = tmp_path / "kh.mht"
    path.write_text(
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8\n"
        "Content-Transfer-Encoding: 8bit\n\n<html><body><p>Kế hoạch</p></body></html>\n--x--\n",
        encoding="utf-8",
    )
    assert read_file(path).text == "Kế hoạch\n"


def test_html_rows_inside_plain_text_stay_plain(tmp_path):
    text = "PHỤ LỤC\n<table><tr><td>1</td></tr></table>\n"
    path = tmp_path / "kh.txt"
    path.write_text(text, encoding="utf-8")
    assert read_file(path).text == text
