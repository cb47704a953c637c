"""Older office files go through LibreOffice; without it the user is told what to install."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from docx import Document

from ingest.errors import DamagedFile, EncryptedFile, MissingTool
from ingest.read import office, read_file

RTF = r"{\rtf1\ansi K\u7871? ho\u7841?ch c\u244?ng t\u225?c\par I. M\u7908?C \u272?\u205?CH\par}"


@pytest.fixture
def soffice():
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed (Debian: libreoffice-writer-nogui)")
    return program


@pytest.mark.office
@pytest.mark.parametrize("ending", ["doc", "odt", "rtf"])
def test_office_files_read_like_the_word_file_they_were(tmp_path, soffice, ending):
    document = Document()
    document.add_paragraph("KẾ HOẠCH")
    for text in ("Mục đích", "Yêu cầu"):
        document.add_paragraph(text, style="List Number")
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, (("TT", "Nội dung"), ("1", "Sở Nội vụ chủ trì")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("Hết.")
    document.save(tmp_path / "kh.docx")
    command = [
        soffice,
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        ending,
    ]
    subprocess.run(
        [*command, "--outdir", tmp_path, tmp_path / "kh.docx"], check=True, capture_output=True, timeout=120
    )
    raw = read_file(tmp_path / f"kh.{ending}")
    assert raw.name == f"kh.{ending}"
    assert [line for line in raw.text.split("\n") if line] == [
        "KẾ HOẠCH", "1. Mục đích", "2. Yêu cầu", "TT\tNội dung", "1\tSở Nội vụ chủ trì", "Hết.",
    ]  # fmt: skip


def test_without_libreoffice_the_package_is_named(tmp_path, monkeypatch):
    path = tmp_path / "kh.rtf"
    path.write_text(RTF, encoding="ascii")
    monkeypatch.setattr(office.shutil, "which", lambda name: None)
    with pytest.raises(MissingTool, match="libreoffice-writer-nogui"):
        read_file(path)


@pytest.mark.parametrize(
    ("script", "seconds", "message"),
    [
        ("exit 1", 60, "LibreOffice không mở được"),
        ("exit 0", 60, "không mở được"),
        ("exec sleep 5", 0.2, "quá lâu"),
    ],
)
def test_failing_or_slow_conversion_is_told(tmp_path, monkeypatch, script, seconds, message):
    path = tmp_path / "kh.rtf"
    path.write_text(RTF, encoding="ascii")
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setattr(office.shutil, "which", lambda name: str(program))
    monkeypatch.setattr(office, "SECONDS", seconds)
    with pytest.raises(DamagedFile, match=message):
        read_file(path)


def test_locked_doc_is_told_before_libreoffice_is_asked(tmp_path):
    block = b"\xec\xa5" + b"\0" * 8 + b"\x00\x01"
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
    path = tmp_path / "kh.doc"
    path.write_bytes(head + block.ljust(512, b"\0") + "WordDocument".encode("utf-16-le"))
    with pytest.raises(EncryptedFile):
        read_file(path)
