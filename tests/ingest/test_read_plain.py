"""Plain text in its own offsets, and the errors that a user can meet before any reader starts."""

from __future__ import annotations

import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import DamagedFile, EmptyFile, EncryptedFile, UnreadableFile, UnsupportedFormat
from ingest.read import read_file
from ingest.read.plain import decode_text

TEXT = "\ufeffKẾ HOẠCH\r\nCông tác dân vận năm 2031\r\n\r\nI. MỤC ĐÍCH\n"


@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_utf8_is_kept_letter_for_letter(tmp_path, ending):
    path = tmp_path / f"kh{ending}"
    path.write_bytes(TEXT.encode())
    raw = read_file(path)
    assert (raw.name, raw.text, raw.pages, raw.notes) == (path.name, TEXT, (), ())


@pytest.mark.parametrize(
    ("data", "meant"),
    [
        pytest.param("Kế hoạch của tỉnh".encode("utf-16"), "\ufeffKế hoạch của tỉnh", id="utf-16 with mark"),
        pytest.param(
            "Kế hoạch của tỉnh Sơn Hà".encode("utf-16-le"), "Kế hoạch của tỉnh Sơn Hà", id="utf-16-le"
        ),
        pytest.param(
            "Kế hoạch của tỉnh Sơn Hà".encode("utf-16-be"), "Kế hoạch của tỉnh Sơn Hà", id="utf-16-be"
        ),
        pytest.param(
            "Kê\u0301 hoa\u0323ch cu\u0309a tỉnh".replace("ỉ", "i\u0309").encode("cp1258"),
            "Kê\u0301 hoa\u0323ch cu\u0309a ti\u0309nh",
            id="cp1258",
        ),
        pytest.param(
            "KÕ ho¹ch c«ng t¸c".encode("cp1252"), "KÕ ho¹ch c«ng t¸c", id="tcvn3 stays for the repair"
        ),
        pytest.param(b"K\x89 ho\xe5ch \x8dng", "K‰ hoåch \x8dng", id="vps bytes that cp1252 lacks"),
    ],
)
def test_other_encodings(data, meant):
    assert decode_text(data, "kh.txt")[0] == meant


def test_a_file_cut_inside_a_letter_is_read_with_a_note():
    text, notes = decode_text("Kế hoạch công tác dân vận của tỉnh".encode()[:-3], "kh.txt")
    assert text.startswith("Kế hoạch công tác dân vận của t")
    assert "kh.txt" in notes[0]


def test_form_feeds_begin_pages(tmp_path):
    path = tmp_path / "kh.txt"
    path.write_text("Trang một\fTrang hai\f", encoding="utf-8")
    assert read_file(path).pages == (0, 10)


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_utf8_text_comes_back(text):
    assert decode_text(text.encode(), "kh.txt")[0] == text


def _zip(names):
    def write(path):
        with zipfile.ZipFile(path, "w") as package:
            for name, content in names.items():
                package.writestr(name, content)

    return write


def _bytes(data):
    return lambda path: path.write_bytes(data)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
BAD_FILES = [
    ("kh.txt", _bytes(b""), EmptyFile),
    ("kh.txt", _bytes(b" \r\n\t "), EmptyFile),
    ("kh.md", _bytes("\ufeff\n".encode()), EmptyFile),
    ("kh.txt", _bytes(b"Ke hoach\0\0 cong tac"), DamagedFile),
    ("kh.txt", _bytes(bytes(range(1, 256)) * 4), DamagedFile),
    ("kh.docx", _bytes(b"khong phai zip"), DamagedFile),
    ("kh.docx", _bytes(b"PK\x03\x04 cut off"), DamagedFile),
    ("kh.docx", _zip({"note.txt": "x"}), DamagedFile),
    ("kh.docx", _zip({"word/document.xml": "<broken"}), DamagedFile),
    ("kh.docx", _bytes(OLE + "EncryptedPackage".encode("utf-16-le")), EncryptedFile),
    ("kh.odt", _zip({"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<encryption-data/>"}), EncryptedFile),
    ("kh.zip", _zip({"a.txt": "x"}), UnsupportedFormat),
    ("kh.xls", _bytes(OLE), UnsupportedFormat),
    ("kh.exe", _bytes(b"MZ\x90"), UnsupportedFormat),
    ("kh", _bytes(b"abc"), UnsupportedFormat),
    ("kh.pdf", _bytes(b"khong phai pdf"), DamagedFile),
    ("kh.pdf", _bytes(b"%PDF-1.7\nhong"), DamagedFile),
    ("kh.png", _bytes(b"khong phai anh"), DamagedFile),
    ("kh.html", _bytes(b"<html><head><title>x</title></head><body><script>1</script></body></html>"), EmptyFile),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "make", "error"), BAD_FILES, ids=lambda value: getattr(value, "__name__", None)
)
def test_bad_files_say_what_is_wrong_in_vietnamese(tmp_path, name, make, error):
    path = tmp_path / name
    make(path)
    with pytest.raises(error) as caught:
        read_file(path)
    assert str(caught.value).startswith(f"{name}: ")
    assert any(letter > "\x7f" for letter in caught.value.fault + caught.value.remedy)


def test_no_file_and_a_folder(tmp_path):
    with pytest.raises(UnreadableFile, match="không tìm thấy"):
        read_file(tmp_path / "kh.txt")
    with pytest.raises(UnreadableFile, match="thư mục"):
        read_file(tmp_path)


@pytest.mark.parametrize("folder", ["plans", "seeds"])
def test_real_files_keep_their_bytes(shared, folder):
    for path in sorted((shared / folder).iterdir()):
        assert read_file(path).text.encode() == path.read_bytes()


def test_a_few_zero_bytes_are_check_boxes(tmp_path):
    path = tmp_path / "mau.txt"
    path.write_bytes(
        ("Hình thức đầu tư:\n\0 Độc lập \0 Liên danh\n" + "Nội dung thi nghiệp vụ chuyên môn.\n" * 9).encode()
    )
    assert "Liên danh" in read_file(path).text
