"""The measures of an official document: Decree 30/2020 (annex I) for the state, 05-HD/VPTW for the Party.

Only values; ``word`` applies them and the tests read them back from the file.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PARTY", "STATE", "Layout", "layout_of"]


@dataclass(frozen=True, slots=True)
class Layout:
    """Millimetres and points."""

    top: int = 20
    bottom: int = 20
    left: int = 30
    right: int = 15
    page_number_size: int = 13
    page_number_from_top: int = 10
    nation_size: int = 13
    motto_size: int = 14
    issuer_size: int = 13
    number_size: int = 13
    date_size: int = 13
    title_size: int = 14
    subject_size: int = 14
    body_size: int = 14
    basis_italic: bool = True
    """Decree 30/2020, Appendix I; the Party's guideline has the lines "Căn cứ ..." upright."""
    first_line_cm: float = 1.27
    gap: int = 6
    line_spacing: float = 1.1
    signature_size: int = 14
    recipients_head_size: int = 12
    recipients_size: int = 11


STATE = Layout()
PARTY = Layout(
    basis_italic=False,
    page_number_size=14,
    nation_size=15,
    issuer_size=14,
    number_size=14,
    date_size=14,
    title_size=16,
    first_line_cm=1.0,
    recipients_head_size=14,
    recipients_size=12,
)


def layout_of(system: str) -> Layout:
    """Return the measures of a system, "state" or "party"."""
    return PARTY if system == "party" else STATE
