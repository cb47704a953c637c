"""Pictures of pages: Tesseract with Vietnamese data reads them, a page at a time."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from ingest.errors import DamagedFile, MissingTool
from ingest.plan import RawText

__all__ = ["missing_ocr", "ocr_pages", "read_image"]

Document: TypeAlias = Any  # a pypdfium2.PdfDocument, opened by the caller

DOTS_PER_INCH = 300
POINTS_PER_INCH = 72
PAGE_SECONDS = 120
WORKERS = min(4, os.cpu_count() or 1)
REMEDY = "hãy cài chương trình nhận dạng chữ: sudo apt-get install tesseract-ocr tesseract-ocr-vie"


@cache
def _languages(program: str) -> frozenset[str]:
    answer = subprocess.run(
        [program, "--list-langs"], capture_output=True, text=True, timeout=30, check=False
    )
    return frozenset(answer.stdout.split()) | frozenset(answer.stderr.split())


def missing_ocr() -> str | None:
    """Say what to install before a picture can be read; None when all is there."""
    program = shutil.which("tesseract")
    if program is None or "vie" not in _languages(program):
        return REMEDY
    return None


def ocr_pages(path: Path, document: Document, numbers: Sequence[int]) -> Iterator[str]:
    """Read the given pages (from 0) of an open PDF as pictures of 300 dots an inch, in order.

    Raises DamagedFile when Tesseract fails on a page.
    """
    with tempfile.TemporaryDirectory(prefix="kehoach-ocr-") as folder, ThreadPoolExecutor(WORKERS) as pool:
        # Rendering is not thread-safe in PDFium and quick; recognising is slow and runs side by side.
        for first in range(0, len(numbers), WORKERS):
            pictures = []
            for at in numbers[first : first + WORKERS]:
                picture = Path(folder) / f"{at}.png"
                document[at].render(scale=DOTS_PER_INCH / POINTS_PER_INCH, grayscale=True).to_pil().save(
                    picture
                )
                pictures.append(picture)
            yield from pool.map(lambda picture: _recognise(picture, path.name), pictures)


def read_image(path: Path) -> RawText:
    """Read the picture of a page (.png, .jpg, .tif).

    Raises MissingTool without Tesseract and its Vietnamese data, DamagedFile for a broken picture.
    """
    remedy = missing_ocr()
    if remedy is not None:
        raise MissingTool(path.name, "tệp là ảnh chụp trang văn bản", remedy)
    text = _recognise(path, path.name)
    return RawText(
        path.name, text + "\n", notes=(f"{path.name}: nhận dạng từ ảnh (OCR), có thể còn sai chữ.",)
    )


def _recognise(picture: Path, name: str) -> str:
    program = shutil.which("tesseract") or "tesseract"
    command = [program, str(picture.resolve()), "stdout", "-l", "vie", "--dpi", str(DOTS_PER_INCH)]
    try:
        answer = subprocess.run(
            command,
            capture_output=True,
            timeout=PAGE_SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise DamagedFile(name, "nhận dạng chữ quá lâu", "hãy quét lại trang rõ hơn") from error
    if answer.returncode:
        raise DamagedFile(name, "không đọc được ảnh trang", "hãy quét lại hoặc xuất lại tệp")
    return answer.stdout.decode("utf-8", "replace").replace("\f", "").strip()
