"""The shipped sample plans are what their texts build, and their words come out whole."""

from __future__ import annotations

import unicodedata
import zipfile

import pypdfium2
import pytest

from assistant.samples import SAMPLE_NAMES, sample_paths
from assistant.samples.build import FOLDER, build_samples
from assistant.samples.markup import parse_sample, plain_text

SOURCES = {
    parse_sample(path.read_text(encoding="utf-8")).fields["file"]: path
    for path in (FOLDER / "source").glob("*.txt")
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    try:
        return build_samples(tmp_path_factory.mktemp("samples"))
    except FileNotFoundError as error:
        pytest.skip(str(error))


def test_every_sample_is_listed_and_there(built):
    assert {path.name for path in built} == set(SAMPLE_NAMES) == set(SOURCES)
    assert all(path.is_file() for path in sample_paths())


def test_word_samples_are_what_their_texts_build(built):
    for made in (path for path in built if path.suffix == ".docx"):
        with zipfile.ZipFile(made) as new, zipfile.ZipFile(FOLDER / made.name) as shipped:
            assert new.read("word/document.xml") == shipped.read("word/document.xml")


def test_text_sample_is_what_its_text_builds(built):
    for made in (path for path in built if path.suffix == ".txt"):
        assert made.read_bytes() == (FOLDER / made.name).read_bytes()


def test_pdf_words_come_out_whole_and_composed():
    for path in (path for path in sample_paths() if path.suffix == ".pdf"):
        with pypdfium2.PdfDocument(path) as document:
            text = "\n".join(page.get_textpage().get_text_range() for page in document)
            assert len(document) >= 3
        assert unicodedata.is_normalized("NFC", text)
        words = set(text.replace("\r", "").split())
        wanted = set(plain_text(SOURCES[path.name]).split()) - {"party", "typed", path.name}
        assert wanted <= words


def test_an_unknown_directive_is_told():
    with pytest.raises(ValueError, match="@colour"):
        parse_sample("@body\n@colour red\n")
