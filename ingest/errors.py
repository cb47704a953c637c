"""The errors that a user can meet while a file is read, as one tree.

KehoachError                 root; every message is Vietnamese and says file, fault and remedy
├── UnreadableFile           the bytes cannot be understood at all
│   ├── UnsupportedFormat    no reader for this ending
│   ├── DamagedFile          the container is broken (zip, PDF structure, encoding)
│   ├── EncryptedFile        a password is needed
│   ├── EmptyFile            there is no text in it
│   └── MissingTool          a program is needed first (Tesseract, LibreOffice); names the package
└── PlanNotFound             a plan was named that the library does not hold
"""

from __future__ import annotations

__all__ = [
    "DamagedFile",
    "EmptyFile",
    "EncryptedFile",
    "KehoachError",
    "MissingTool",
    "PlanNotFound",
    "UnreadableFile",
    "UnsupportedFormat",
]


class KehoachError(Exception):
    """The root: its text is meant for the user, in Vietnamese."""


class UnreadableFile(KehoachError):
    """A file could not become a plan; the message names the file, the fault and the remedy.

    >>> str(UnreadableFile("kh.pdf", "tệp bị hỏng", "hãy xuất lại tệp PDF"))
    'kh.pdf: tệp bị hỏng; hãy xuất lại tệp PDF.'
    """

    def __init__(self, file: str, fault: str, remedy: str) -> None:
        super().__init__(f"{file}: {fault}; {remedy}.")
        self.file = file
        self.fault = fault
        self.remedy = remedy


class UnsupportedFormat(UnreadableFile):
    """No reader knows this ending."""


class DamagedFile(UnreadableFile):
    """The container is broken: not a zip, not a PDF, not text."""


class EncryptedFile(UnreadableFile):
    """The file asks for a password."""


class EmptyFile(UnreadableFile):
    """The file opens but holds no text."""


class MissingTool(UnreadableFile):
    """A program outside Python is needed; the remedy names the package to install."""


class PlanNotFound(KehoachError):
    """A plan was named that the library does not hold."""
