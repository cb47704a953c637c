"""Older and other office files (.doc, .odt, .rtf, .docm): LibreOffice turns them into .docx first."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from ingest.errors import DamagedFile, EncryptedFile, MissingTool
from ingest.plan import RawText
from ingest.read.docx import read_docx

__all__ = ["read_office"]

SECONDS = 120
REMEDY = "hãy cài LibreOffice: sudo apt-get install libreoffice-writer-nogui, hoặc lưu lại tệp dạng .docx"
# MS-DOC 2.5.2: the file information block begins the first sector; bit 8 of its flags says "encrypted".
FIB_AT, FIB_MAGIC, FLAGS_AT, ENCRYPTED_BIT = 512, b"\xec\xa5", 10, 0x0100


def read_office(path: Path) -> RawText:
    """Read a file by way of LibreOffice, which runs without a window and with a profile of its own.

    Raises MissingTool without LibreOffice, EncryptedFile for a password, DamagedFile when nothing comes out.
    """
    if _is_locked_doc(path):
        raise EncryptedFile(path.name, "tệp đặt mật khẩu", "hãy bỏ mật khẩu rồi lưu lại")
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise MissingTool(path.name, f"đọc tệp {path.suffix or 'này'} cần LibreOffice", REMEDY)
    with tempfile.TemporaryDirectory(prefix="kehoach-office-") as name:
        folder = Path(name)
        source = folder / f"source{path.suffix.lower()}"
        shutil.copyfile(path, source)
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--convert-to", "docx:MS Word 2007 XML"),
            *("--outdir", str(folder / "out"), str(source)),
        ]
        try:
            answer = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired as error:
            raise DamagedFile(
                path.name, "LibreOffice chuyển đổi quá lâu", "hãy lưu lại tệp dạng .docx"
            ) from error
        converted = folder / "out" / "source.docx"
        if answer.returncode or not converted.is_file():
            raise DamagedFile(path.name, "LibreOffice không mở được tệp", "hãy lưu lại tệp dạng .docx")
        return read_docx(converted, name=path.name)


def _is_locked_doc(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(FIB_AT + FLAGS_AT + 2)
    block = head[FIB_AT:]
    flags = int.from_bytes(block[FLAGS_AT : FLAGS_AT + 2], "little")
    return block.startswith(FIB_MAGIC) and bool(flags & ENCRYPTED_BIT)
