"""Four sample plans of the fictional province tỉnh Sơn Hà, so that the assistant can be tried at once."""

from __future__ import annotations

from pathlib import Path

__all__ = ["SAMPLE_NAMES", "sample_paths"]

SAMPLE_NAMES = (
    "tinh-son-ha-12-kh-ubnd.docx",
    "so-nong-nghiep-va-moi-truong-36-kh-snnmt.docx",
    "xa-suoi-bac-kh-ubnd.txt",
    "dang-uy-phuong-binh-minh-08-kh-du.pdf",
)


def sample_paths() -> tuple[Path, ...]:
    """The sample plans as files, the province's first; nothing here is a real document.

    >>> [path.suffix for path in sample_paths()]
    ['.docx', '.docx', '.txt', '.pdf']
    """
    folder = Path(__file__).parent
    return tuple(folder / name for name in SAMPLE_NAMES)
