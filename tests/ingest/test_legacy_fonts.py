"""Text in old encodings comes back; healthy text in any language stays as it is."""

from __future__ import annotations

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from ingest.read import read_file
from ingest.repair.legacy_fonts import restore_legacy_fonts
from ingest.repair.offsets import MappedText

LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
# Independent of ingest: typed in the letters' own order from the published font charts.
TCVN3 = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ"
VNI = (
    "aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò"
    " oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î"
).split()
VPS = bytes.fromhex(
    "E0E1E4E3E5" "E6A2A1A3A4A5" "E2C0C3C4C5C6" "C7" "E8E9C8EBCB" "EA8A898BCD8C" "ECEDCCEFCE"
    "F2F3D5F586" "F4D2D3B087B6" "D6A9A7AAABAE" "F9FAFBDBF8" "DCD8D9BABBBF" "FF9A9BCF9C"
)  # fmt: skip


def _cp1252(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


CHARTS = {
    "tcvn3": dict(zip(LETTERS, TCVN3, strict=True)),
    "vni": dict(zip(LETTERS, VNI, strict=True))
    | dict(zip(LETTERS.upper(), [v.upper() for v in VNI], strict=True)),
    "vps": dict(zip(LETTERS, map(_cp1252, VPS), strict=True)),
}
CHARTS["tcvn3"] |= {"Đ": "§", "Ă": "¡", "Â": "¢", "Ê": "£", "Ô": "¤", "Ơ": "¥", "Ư": "¦"}
CHARTS["vps"] |= {"Đ": "ñ", "Ú": "Ú", "Â": "Â", "Ê": "Ê", "Ô": "Ô", "Ư": "Ð"}

PLAN = """Kế hoạch triển khai công tác dân vận năm 2031 trên địa bàn tỉnh Sơn Hà
Căn cứ Chỉ thị số 05/CT-UBND ngày 12/3/2031 của Ủy ban nhân dân tỉnh; để thực hiện tốt các nhiệm vụ được giao:
1. Sở Nội vụ chủ trì, phối hợp với Văn phòng Sở tham mưu, đôn đốc, kiểm tra; cũng như tổng hợp kết quả.
- Đẩy mạnh cải cách thủ tục hành chính, giữ vững kỷ luật, kỷ cương; hỗ trợ những hộ nghèo ở vùng cao.
a) Có ít nhất 85% đơn thư được giải quyết đúng hạn; mỗi quý một lần báo cáo về Ban Chỉ đạo.
"""


def encode(text: str, chart: str) -> str:
    table = CHARTS[chart]
    return "".join(table.get(letter, letter) for letter in text)


def restored(text: str) -> str:
    result, repairs = restore_legacy_fonts(MappedText.identity(text))
    for repair in repairs:
        assert text[repair.span.start : repair.span.end] == repair.before
    return result.text


def mojibake(text: str, code_page: str, times: int = 1) -> str:
    for _ in range(times):
        text = "".join(_read(byte, code_page) for byte in text.encode())
    return text


def _read(byte: int, code_page: str) -> str:
    try:
        return bytes([byte]).decode(code_page)
    except UnicodeDecodeError:
        return chr(byte)


@pytest.mark.parametrize("chart", ["tcvn3", "vni", "vps"])
def test_old_encoding_comes_back(chart):
    # "Ủy" with a capital font's letter is told apart only among capitals, so it is written small here.
    plan = PLAN.replace("Ủy ban", "ủy ban")
    assert encode(plan, chart) != plan
    assert restored(encode(plan, chart)) == plan


@pytest.mark.parametrize("chart", ["tcvn3", "vni", "vps"])
def test_a_file_stored_in_an_old_encoding_comes_back(tmp_path, chart):
    plan = PLAN.replace("Ủy ban", "ủy ban")
    stored = encode(plan, chart)
    path = tmp_path / "kh.txt"
    path.write_bytes(b"".join(_byte(letter) for letter in stored))
    assert restored(read_file(path).text) == plan


def test_a_word_file_in_an_old_font_comes_back(tmp_path):
    """The letter "ư" of TCVN3 is U+00AD there, which other readers drop as a soft hyphen."""
    line = "Tăng cường hướng dẫn, nâng cao nhận thức của nhân dân trước các chủ trương mới"
    document = Document()
    document.add_paragraph(encode(line, "tcvn3"))
    document.save(tmp_path / "kh.docx")
    assert restored(read_file(tmp_path / "kh.docx").text) == line + "\n"


@pytest.mark.parametrize(
    ("code_page", "times"), [("cp1252", 1), ("latin-1", 1), ("cp1258", 1), ("cp1252", 2)]
)
def test_mojibake_comes_back(code_page, times):
    plan = PLAN.replace("Sơn Hà", "Sơn Hà “mới” – giai đoạn 2")
    assert restored(mojibake(plan, code_page, times)) == plan


@pytest.mark.parametrize("chart", ["tcvn3", "vni", "vps"])
def test_every_letter_of_each_chart_is_known(chart):
    """Each letter in a syllable of its own, among words that prove the encoding."""
    for letter in LETTERS.replace("đ", ""):
        onset, coda = "qu" if letter in "ỳýỷỹỵ" else "b", "n" if letter in "ăằắẳẵặâầấẩẫậ" else ""
        line = f"{onset}{letter}{coda} công tác dân vận của tỉnh"
        assert restored(encode(line, chart)) == line


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        ("KÕ HO¹CH C¤NG T¸C D¢N VËN", "KẾ HOẠCH CÔNG TÁC DÂN VẬN"),
        ("ñy ban nh©n d©n tØnh S¬n Hµ", "ủy ban nhân dân tỉnh Sơn Hà"),
        ("Sè: 12/KH-UBND\nKÕ ho¹ch c«ng t¸c cña tØnh", "Số: 12/KH-UBND\nKế hoạch công tác của tỉnh"),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Keá hoaïch coâng taùc daân vaän", "Kế hoạch công tác dân vận"),
        ("NguyÍn ÇÙc c¶ng ViŒt K‰ hoåch dân vÆn", None),
    ],
)
def test_known_lines(stored, meant):
    if meant is None:
        assert "Nguyễn" in restored(stored) and "Kế hoạch dân vận" in restored(stored)
    else:
        assert restored(stored) == meant


def test_legacy_paragraph_among_healthy_ones():
    healthy = "Các cơ quan, đơn vị thực hiện nghiêm túc Kế hoạch này; có báo cáo quý."
    legacy = "Sở Nội vụ chủ trì, phối hợp với Văn phòng tổng hợp kết quả"
    text = f"{healthy}\n{encode(legacy, 'tcvn3')}\n{healthy}"
    assert restored(text) == f"{healthy}\n{legacy}\n{healthy}"


def test_stray_glyphs_of_some_fonts_are_put_right():
    assert restored("cǜng như trong kǶ này; tên riêng Lǜ.") == "cũng như trong kỳ này; tên riêng Lũ."


@pytest.mark.parametrize(
    "text",
    [
        PLAN,
        PLAN.upper(),
        "The café’s résumé – naïve façade, São Paulo, Zürich, señor, 5 µm, © 2031, ±2 °C, «Quý I»",
        "Où est le château? L'été dernier, à côté de la forêt, nous étions déjà là.",
        "§ 5 và § 6; m², km²; ½ số hộ; 30 °C; µg/m³; ® và ©",
        "H'Mông, Krông Pắk, Đắk Lắk, Ea H'leo, Ðảng, Ðoàn, khoẻ, hoà, thuỷ",
        "",
    ],
)
def test_healthy_text_is_untouched(text):
    mapped = MappedText.identity(text)
    assert restore_legacy_fonts(mapped) == (mapped, ())


@pytest.mark.parametrize("folder", ["plans", "seeds"])
def test_real_plans_keep_their_words(shared, folder):
    for path in sorted((shared / folder).iterdir()):
        text = path.read_text(encoding="utf-8")
        _, repairs = restore_legacy_fonts(MappedText.identity(text))
        # Single letters of a broken font may be mended; whole words must not turn into others.
        assert all(set(repair.before) & {"ǜ", "Ƕ"} for repair in repairs), path.name


WORDS = sorted(set(PLAN.split()))


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_any_healthy_words_are_untouched(text):
    assert restored(text) == text


@given(st.text(alphabet=st.characters(max_codepoint=0x1EFF, exclude_categories=["Cs"]), max_size=80))
def test_nothing_breaks_and_the_map_holds(text):
    result, _ = restore_legacy_fonts(MappedText.identity(text))
    assert len(result.text) == len(result.starts) == len(result.ends)
    assert restore_legacy_fonts(result)[0].text == result.text or result.text != text
